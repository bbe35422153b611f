#pragma once
// Named time zones, fast enough for columns: offsets come from a sorted table of changes read once. Also the buckets
// of the calendar: hours, local days, weeks, months in a zone.

#include "core/base/error.h"
#include "core/base/time.h"

#include <memory>
#include <vector>

namespace dash {

// Which instant a local time means when the clock shows it twice. A local time that never happened (clock put forward)
// gives the instant read with the offset after the change (Earlier) or before it (Later).
enum class LocalChoice { Earlier, Later, Reject };

class Zone {
public:
    // An IANA name; "UTC"; empty for the computer's own zone. Fails with TimeZoneUnknown. Thread-safe; zones are kept
    // for the life of the process and immutable.
    static Result<std::shared_ptr<const Zone>> load(const QString &name);
    static std::shared_ptr<const Zone> utc();

    const QString &name() const { return m_name; }
    qint64 offsetAt(qint64 utc) const;                               // ms to add to UTC for local time
    qint64 toLocal(qint64 utc) const { return utc + offsetAt(utc); } // "local ms": the wall clock read as if UTC
    // Nothing only with Reject, when the local time happens twice or never.
    std::optional<qint64> fromLocal(qint64 local, LocalChoice choice) const;
    // The first instant at which the wall clock shows `local` or later.
    qint64 firstAtLocal(qint64 local) const;
    // The first change of offset in (after, upTo], or nothing.
    std::optional<qint64> changeWithin(qint64 after, qint64 upTo) const;

private:
    QString m_name;
    std::vector<qint64> m_changes; // ascending
    std::vector<qint64> m_offsets; // one more than m_changes: before the first change, then after each
};

enum class TimeUnit { Second, Minute, Hour, Day, Week, Month, Quarter, Year };

struct TimeBucket {
    int count = 1;
    TimeUnit unit = TimeUnit::Hour;
    friend bool operator==(const TimeBucket &, const TimeBucket &) = default;
};

// "hour", "day", "15m", "6h", "1d", "2w", "1mo", "quarter", "1y"; nothing when it is none of these.
std::optional<TimeBucket> parseTimeBucket(QStringView text);
std::optional<TimeUnit> parseTimeUnit(QStringView text); // "hour", "hours", "h", …

// Start of the bucket that holds `utc`. Hours and less follow the clock and are cut where it changes; longer ones start
// at the first instant of their local day, so days have 23, 24 or 25 hours as the zone says. Weeks start on Monday.
qint64 bucketStart(const Zone &zone, qint64 utc, TimeBucket bucket);
// Start of the bucket after the one that starts at `start`.
qint64 bucketAfter(const Zone &zone, qint64 start, TimeBucket bucket);
// The bucket before it.
qint64 bucketBefore(const Zone &zone, qint64 start, TimeBucket bucket);
// `utc` moved by n units of the local calendar: months keep the day where it exists, else the month's last one.
qint64 addUnits(const Zone &zone, qint64 utc, qint64 n, TimeUnit unit);

} // namespace dash
