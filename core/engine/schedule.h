#pragma once
// When a pipeline runs next. Pure: the zone's rules and the instant to start from decide everything.

#include "core/base/error.h"
#include "core/model/pipeline.h"

#include <QTimeZone>

#include <array>
#include <bitset>

namespace dash {

// Five fields: minute hour day-of-month month day-of-week; numbers, names (JAN, MON), lists, ranges, steps, "?", and
// @yearly @monthly @weekly @daily @hourly. Day 7 is Sunday as 0 is. When both day fields are restricted, either fits
// (as in POSIX crontab). Error: ScheduleInvalid, saying which field and why.
class CronExpression {
public:
    static Result<CronExpression> parse(const QString &text);

    // The first instant strictly after `after`, or nothing within the next 30 years. A local time that the clock
    // change skips runs once, at the first instant after the gap; one that comes twice runs the first time only. With
    // every hour allowed ("*/5 * * * *") the clock on the wall does not matter: such a schedule just goes on.
    std::optional<qint64> next(qint64 after, const QTimeZone &zone) const;

private:
    bool dayMatches(const QDate &date) const;
    std::optional<qint64> nextAnyHour(qint64 after, const QTimeZone &zone) const;
    std::optional<qint64> nextOnDay(const QDate &date, qint64 after, const QTimeZone &zone) const;

    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;    // 1 … 31
    std::bitset<13> m_months;  // 1 … 12
    std::bitset<7> m_weekdays; // 0 = Sunday
    bool m_anyHour = true;
    bool m_anyDay = true;
    bool m_anyWeekday = true;
};

// The next planned run strictly after `after`; nothing for manual and continuous pipelines. Intervals start at
// multiples of their length in UTC, moved by a part of the length (at most a tenth, at most 30 s) that is always the
// same for one pipeline, so that a hundred pipelines do not start at once.
Result<std::optional<qint64>> nextRun(const Schedule &schedule, qint64 after, PipelineId id);

// The zone of a schedule; TimeZoneUnknown for a name the system does not have.
Result<QTimeZone> scheduleZone(const Schedule &schedule);

} // namespace dash
