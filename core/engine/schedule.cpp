#include "core/engine/schedule.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace dash {

namespace {

struct FieldRule {
    const char *name;
    int minimum;
    int maximum;
    QStringList names; // of minimum, minimum + 1, …
};

const std::array<FieldRule, 5> &fieldRules()
{
    static const std::array<FieldRule, 5> rules{{
        {"minute", 0, 59, {}},
        {"hour", 0, 23, {}},
        {"day of month", 1, 31, {}},
        {"month",
         1,
         12,
         {u"JAN"_qs, u"FEB"_qs, u"MAR"_qs, u"APR"_qs, u"MAY"_qs, u"JUN"_qs, u"JUL"_qs, u"AUG"_qs, u"SEP"_qs, u"OCT"_qs,
          u"NOV"_qs, u"DEC"_qs}},
        {"day of week", 0, 7, {u"SUN"_qs, u"MON"_qs, u"TUE"_qs, u"WED"_qs, u"THU"_qs, u"FRI"_qs, u"SAT"_qs}},
    }};
    return rules;
}

Failure invalid(const QString &text, const QString &reason)
{
    return fail(ErrorCode::ScheduleInvalid,
                {{QLatin1StringView("value"), text}, {QLatin1StringView("reason"), reason}});
}

std::optional<int> fieldNumber(const QString &text, const FieldRule &rule)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && text.at(0).isDigit())
        return number >= rule.minimum && number <= rule.maximum ? std::optional(number) : std::nullopt;
    const qsizetype named = rule.names.indexOf(text.toUpper());
    return named < 0 ? std::nullopt : std::optional(rule.minimum + static_cast<int>(named));
}

struct FieldValues {
    std::bitset<64> values;
    bool any = false; // "*" or "?": no restriction
};

// One entry of a list: "*", "*/5", "7", "7-20", "7-20/2", "7/5" (from 7 to the end).
std::optional<QString> readEntry(const QString &entry, const FieldRule &rule, FieldValues &out)
{
    const qsizetype slash = entry.indexOf(u'/');
    const QString range = slash < 0 ? entry : entry.left(slash);
    int step = 1;
    if (slash >= 0) {
        bool isNumber = false;
        step = entry.mid(slash + 1).toInt(&isNumber);
        if (!isNumber || step < 1)
            return u"the step after “/” must be a whole number from 1."_qs;
    }
    int from = rule.minimum;
    int to = rule.maximum;
    if (range == u"*" || range == u"?") {
        out.any = out.any || slash < 0;
        if (rule.maximum == 7)
            to = 6;
    } else {
        const qsizetype dash = range.indexOf(u'-');
        const auto first = fieldNumber(dash < 0 ? range : range.left(dash), rule);
        const auto last = dash < 0 ? first : fieldNumber(range.mid(dash + 1), rule);
        if (!first || !last)
            return u"“%1” is not from %2 to %3."_qs.arg(range).arg(rule.minimum).arg(rule.maximum);
        from = *first;
        to = dash < 0 && slash >= 0 ? (rule.maximum == 7 ? 6 : rule.maximum) : *last;
        // Friday to Monday, November to February: around the end, as people write it for names.
        if (to < from && !rule.names.isEmpty())
            to += rule.maximum == 7 ? 7 : 12;
        if (to < from)
            return u"the range “%1” ends before it starts."_qs.arg(range);
    }
    const int wrap = rule.maximum == 7 ? 7 : rule.maximum + 1;
    for (int value = from; value <= to; value += step) {
        const int wrapped = value < wrap ? value : rule.maximum == 7 ? value % 7 : value - 12;
        out.values.set(static_cast<std::size_t>(wrapped));
    }
    return std::nullopt;
}

QString withoutMacro(const QString &text)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> macros[] = {
        {QLatin1StringView("@yearly"), QLatin1StringView("0 0 1 1 *")},
        {QLatin1StringView("@annually"), QLatin1StringView("0 0 1 1 *")},
        {QLatin1StringView("@monthly"), QLatin1StringView("0 0 1 * *")},
        {QLatin1StringView("@weekly"), QLatin1StringView("0 0 * * 0")},
        {QLatin1StringView("@daily"), QLatin1StringView("0 0 * * *")},
        {QLatin1StringView("@midnight"), QLatin1StringView("0 0 * * *")},
        {QLatin1StringView("@hourly"), QLatin1StringView("0 * * * *")},
    };
    for (const auto &[name, fields] : macros)
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return fields;
    return text;
}

} // namespace

Result<CronExpression> CronExpression::parse(const QString &text)
{
    if (text.size() > 400)
        return invalid(text.left(40), u"it is too long."_qs);
    const QStringList fields = withoutMacro(text.simplified()).split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 5)
        return invalid(text, u"it needs five fields: minute, hour, day of month, month, day of week; such as "
                             u"“0 6 * * MON-FRI”."_qs);
    std::array<FieldValues, 5> read;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const FieldRule &rule = fieldRules()[i];
        for (const QString &entry : fields[static_cast<qsizetype>(i)].split(u',')) {
            const auto problem =
                entry.isEmpty() ? std::optional(u"there is an empty entry."_qs) : readEntry(entry, rule, read[i]);
            if (problem)
                return invalid(text, QLatin1StringView(rule.name) + u": "_qs + *problem);
        }
    }
    CronExpression cron;
    cron.m_minutes = std::bitset<60>(read[0].values.to_ullong());
    cron.m_hours = std::bitset<24>(read[1].values.to_ullong());
    cron.m_days = std::bitset<32>(read[2].values.to_ullong());
    cron.m_months = std::bitset<13>(read[3].values.to_ullong());
    cron.m_weekdays = std::bitset<7>(read[4].values.to_ullong());
    if (read[4].values.test(7))
        cron.m_weekdays.set(0);
    cron.m_anyHour = read[1].any;
    cron.m_anyDay = read[2].any;
    cron.m_anyWeekday = read[4].any;
    if (!cron.next(0, QTimeZone::utc()))
        return invalid(text, u"no day of any year fits it."_qs);
    return cron;
}

bool CronExpression::dayMatches(const QDate &date) const
{
    if (!m_months.test(static_cast<std::size_t>(date.month())))
        return false;
    const bool day = m_days.test(static_cast<std::size_t>(date.day()));
    const bool weekday = m_weekdays.test(static_cast<std::size_t>(date.dayOfWeek() % 7));
    if (!m_anyDay && !m_anyWeekday)
        return day || weekday;
    return day && weekday;
}

namespace {

// The first instant at which the local clock shows `local` or later; that is the end of the gap when the clock change
// skips it, and the first of two when it comes twice.
qint64 firstInstantOf(const QDateTime &localAsUtc, const QTimeZone &zone)
{
    const qint64 local = localAsUtc.toMSecsSinceEpoch();
    const auto offset = [&](qint64 at) {
        return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC))) * 1'000;
    };
    const qint64 before = offset(local - 86'400'000);
    const qint64 after = offset(local + 86'400'000);
    // Both readings of the local time; the earlier instant that really shows it.
    const qint64 early = local - std::max(before, after);
    const qint64 late = local - std::min(before, after);
    if (early + offset(early) == local)
        return early;
    if (late + offset(late) == local)
        return late;
    // In a gap: the change lies between the two readings.
    qint64 low = early;
    qint64 high = late;
    const qint64 old = offset(low);
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        (offset(middle) == old ? low : high) = middle;
    }
    return high;
}

} // namespace

std::optional<qint64> CronExpression::nextOnDay(const QDate &date, qint64 after, const QTimeZone &zone) const
{
    for (int hour = 0; hour < 24; ++hour) {
        for (int minute = 0; m_hours.test(static_cast<std::size_t>(hour)) && minute < 60; ++minute) {
            if (!m_minutes.test(static_cast<std::size_t>(minute)))
                continue;
            const QDateTime local(date, QTime(hour, minute), Qt::UTC);
            if (local.toMSecsSinceEpoch() < after - 86'400'000)
                continue;
            const qint64 at = firstInstantOf(local, zone);
            if (at > after)
                return at;
        }
    }
    return std::nullopt;
}

std::optional<qint64> CronExpression::nextAnyHour(qint64 after, const QTimeZone &zone) const
{
    constexpr qint64 kMinute = 60'000;
    constexpr qint64 kDay = 86'400'000;
    const qint64 end = after + 30 * 366 * kDay;
    qint64 at = (after >= 0 ? after / kMinute : (after - kMinute + 1) / kMinute) * kMinute + kMinute;
    while (at < end) {
        const qint64 offset = qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC))) * 1'000;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(at + offset, Qt::UTC);
        if (!dayMatches(local.date())) {
            // Close to the next local midnight at once; the last hours in small steps, the offset may change in them.
            const qint64 rest = kDay - local.time().msecsSinceStartOfDay();
            at += std::max(15 * kMinute - at % (15 * kMinute), rest - 180 * kMinute);
            at -= at % kMinute;
        } else if (m_minutes.test(static_cast<std::size_t>(local.time().minute())) && local.time().second() == 0) {
            return at;
        } else {
            at += kMinute;
        }
    }
    return std::nullopt;
}

std::optional<qint64> CronExpression::next(qint64 after, const QTimeZone &zone) const
{
    if (m_anyHour)
        return nextAnyHour(after, zone);
    // A local day can begin up to a day before or after the UTC one.
    QDate date = QDateTime::fromMSecsSinceEpoch(after, Qt::UTC).date().addDays(-1);
    const QDate end = date.addYears(30);
    for (; date <= end; date = date.addDays(1)) {
        if (!dayMatches(date))
            continue;
        if (const auto at = nextOnDay(date, after, zone))
            return at;
    }
    return std::nullopt;
}

Result<QTimeZone> scheduleZone(const Schedule &schedule)
{
    if (schedule.zone.isEmpty())
        return QTimeZone::systemTimeZone();
    const QTimeZone zone(schedule.zone.toUtf8());
    if (!zone.isValid())
        return fail(ErrorCode::TimeZoneUnknown, {{QLatin1StringView("zone"), schedule.zone}});
    return zone;
}

Result<std::optional<qint64>> nextRun(const Schedule &schedule, qint64 after, PipelineId id)
{
    if (schedule.kind == Schedule::Kind::Interval) {
        const qint64 length = schedule.interval.count();
        if (length <= 0)
            return invalid(durationText(schedule.interval), u"the interval must be longer than zero."_qs);
        const qint64 room = std::min<qint64>(length / 10, 30'000);
        const qint64 shift = room > 0 ? static_cast<qint64>(qHash(id.value) % static_cast<size_t>(room)) : 0;
        qint64 slot = (after - shift) / length;
        if ((after - shift) % length < 0)
            --slot;
        return std::optional((slot + 1) * length + shift);
    }
    if (schedule.kind != Schedule::Kind::Cron)
        return std::optional<qint64>();
    const auto cron = CronExpression::parse(schedule.cron);
    if (!cron)
        return fail(cron.error());
    const auto zone = scheduleZone(schedule);
    if (!zone)
        return fail(zone.error());
    return cron->next(after, *zone);
}

} // namespace dash
