#include "core/base/zone.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace dash {

namespace {

constexpr qint64 kSecond = 1'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kTableFrom = -2'208'988'800'000; // 1900
constexpr qint64 kTableTo = 4'102'444'800'000;    // 2100

qint64 floorDiv(qint64 a, qint64 b)
{
    const qint64 q = a / b;
    return q - (a % b < 0 ? 1 : 0);
}

std::chrono::year_month_day dateOf(qint64 local)
{
    return std::chrono::sys_days(std::chrono::days(floorDiv(local, kDay)));
}

qint64 localOf(std::chrono::year year, std::chrono::month month, std::chrono::day day)
{
    return std::chrono::sys_days(year / month / day).time_since_epoch().count() * kDay;
}

qint64 monthStart(qint64 months) // months since year 0
{
    const qint64 year = floorDiv(months, 12);
    return localOf(std::chrono::year(static_cast<int>(year)),
                   std::chrono::month(static_cast<unsigned>(months - year * 12 + 1)), std::chrono::day(1));
}

qint64 monthsOf(qint64 local)
{
    const auto date = dateOf(local);
    return static_cast<qint64>(static_cast<int>(date.year())) * 12 + static_cast<unsigned>(date.month()) - 1;
}

int monthsIn(TimeUnit unit)
{
    return unit == TimeUnit::Year ? 12 : unit == TimeUnit::Quarter ? 3 : unit == TimeUnit::Month ? 1 : 0;
}

qint64 lengthOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Second:
        return kSecond;
    case TimeUnit::Minute:
        return kMinute;
    case TimeUnit::Hour:
        return kHour;
    case TimeUnit::Day:
        return kDay;
    case TimeUnit::Week:
        return 7 * kDay;
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Year:
        break;
    }
    return 0;
}

// Start of the local bucket, on the wall clock.
qint64 localBucketStart(qint64 local, TimeBucket bucket)
{
    if (const int months = monthsIn(bucket.unit)) {
        const qint64 size = static_cast<qint64>(months) * bucket.count;
        return monthStart(floorDiv(monthsOf(local), size) * size);
    }
    const qint64 length = lengthOf(bucket.unit) * bucket.count;
    if (bucket.unit == TimeUnit::Week) {
        constexpr qint64 kMonday = 4 * kDay; // 1970-01-05
        return floorDiv(local - kMonday, length) * length + kMonday;
    }
    if (length >= kDay)
        return floorDiv(local, length) * length;
    const qint64 day = floorDiv(local, kDay) * kDay;
    return day + floorDiv(local - day, length) * length;
}

qint64 localBucketAfter(qint64 localStart, TimeBucket bucket)
{
    if (const int months = monthsIn(bucket.unit))
        return monthStart(monthsOf(localStart) + static_cast<qint64>(months) * bucket.count);
    const qint64 length = lengthOf(bucket.unit) * bucket.count;
    if (length >= kDay)
        return localStart + length;
    return std::min(localStart + length, (floorDiv(localStart, kDay) + 1) * kDay);
}

bool followsClock(TimeBucket bucket)
{
    const qint64 length = lengthOf(bucket.unit);
    return length > 0 && length * bucket.count <= kHour;
}

} // namespace

std::shared_ptr<const Zone> Zone::utc()
{
    static const std::shared_ptr<const Zone> zone = [] {
        auto made = std::make_shared<Zone>();
        made->m_name = QStringLiteral("UTC");
        made->m_offsets.push_back(0);
        return made;
    }();
    return zone;
}

Result<std::shared_ptr<const Zone>> Zone::load(const QString &name)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<const Zone>> known;
    if (name == QLatin1StringView("UTC"))
        return utc();
    const QByteArray id = name.isEmpty() ? QTimeZone::systemTimeZoneId() : name.toUtf8();
    const QMutexLocker lock(&mutex);
    const QString key = QString::fromUtf8(id);
    if (const auto it = known.constFind(key); it != known.constEnd())
        return *it;
    const QTimeZone zone(id);
    if (!zone.isValid())
        return fail(ErrorCode::TimeZoneUnknown, {{QLatin1StringView("zone"), key}});
    auto made = std::make_shared<Zone>();
    made->m_name = key;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(kTableFrom, Qt::UTC);
    made->m_offsets.push_back(static_cast<qint64>(zone.offsetFromUtc(from)) * kSecond);
    for (const QTimeZone::OffsetData &change :
         zone.transitions(from, QDateTime::fromMSecsSinceEpoch(kTableTo, Qt::UTC))) {
        const qint64 offset = static_cast<qint64>(change.offsetFromUtc) * kSecond;
        if (offset == made->m_offsets.back())
            continue;
        made->m_changes.push_back(change.atUtc.toMSecsSinceEpoch());
        made->m_offsets.push_back(offset);
    }
    known.insert(key, made);
    return std::shared_ptr<const Zone>(made);
}

qint64 Zone::offsetAt(qint64 utc) const
{
    const auto it = std::upper_bound(m_changes.begin(), m_changes.end(), utc);
    return m_offsets[static_cast<std::size_t>(it - m_changes.begin())];
}

std::optional<qint64> Zone::fromLocal(qint64 local, LocalChoice choice) const
{
    // No offset is larger than a day, so the changes that matter lie within a day of the same reading in UTC.
    const qint64 before = offsetAt(local - kDay);
    const qint64 after = offsetAt(local + kDay);
    if (before == after && offsetAt(local - before) == before)
        return local - before;
    const std::array candidates{before, offsetAt(local - before), offsetAt(local - after), after};
    std::optional<qint64> first;
    std::optional<qint64> last;
    for (const qint64 offset : candidates) {
        const qint64 utc = local - offset;
        if (offsetAt(utc) != offset)
            continue;
        first = first ? std::min(*first, utc) : utc;
        last = last ? std::max(*last, utc) : utc;
    }
    if (!first) {
        if (choice == LocalChoice::Reject)
            return std::nullopt;
        return choice == LocalChoice::Earlier ? local - std::max(before, after) : local - std::min(before, after);
    }
    if (choice == LocalChoice::Reject && *first != *last)
        return std::nullopt;
    return choice == LocalChoice::Later ? last : first;
}

qint64 Zone::firstAtLocal(qint64 local) const
{
    const qint64 guess = *fromLocal(local, LocalChoice::Earlier);
    if (toLocal(guess) == local)
        return guess;
    // Skipped by the clock: the change itself is the first instant after it.
    return changeWithin(guess - kDay, guess + kDay).value_or(guess);
}

std::optional<qint64> Zone::changeWithin(qint64 after, qint64 upTo) const
{
    const auto it = std::upper_bound(m_changes.begin(), m_changes.end(), after);
    return it == m_changes.end() || *it > upTo ? std::nullopt : std::optional(*it);
}

std::optional<TimeUnit> parseTimeUnit(QStringView text)
{
    struct Name {
        const char *text;
        TimeUnit unit;
    };
    static constexpr std::array kNames{
        Name{"s", TimeUnit::Second},        Name{"sec", TimeUnit::Second},  Name{"second", TimeUnit::Second},
        Name{"m", TimeUnit::Minute},        Name{"min", TimeUnit::Minute},  Name{"minute", TimeUnit::Minute},
        Name{"h", TimeUnit::Hour},          Name{"hour", TimeUnit::Hour},   Name{"d", TimeUnit::Day},
        Name{"day", TimeUnit::Day},         Name{"w", TimeUnit::Week},      Name{"week", TimeUnit::Week},
        Name{"mo", TimeUnit::Month},        Name{"month", TimeUnit::Month}, Name{"q", TimeUnit::Quarter},
        Name{"quarter", TimeUnit::Quarter}, Name{"y", TimeUnit::Year},      Name{"year", TimeUnit::Year}};
    QString name = text.trimmed().toString().toLower();
    if (name.size() > 3 && name.endsWith(u's'))
        name.chop(1);
    const auto it =
        std::find_if(kNames.begin(), kNames.end(), [&](const Name &n) { return name == QLatin1StringView(n.text); });
    return it == kNames.end() ? std::nullopt : std::optional(it->unit);
}

std::optional<TimeBucket> parseTimeBucket(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype digits = 0;
    while (digits < trimmed.size() && trimmed[digits] >= u'0' && trimmed[digits] <= u'9')
        ++digits;
    TimeBucket bucket;
    if (digits > 0) {
        if (digits > 4)
            return std::nullopt;
        bucket.count = trimmed.first(digits).toInt();
    }
    const auto unit = parseTimeUnit(trimmed.mid(digits));
    if (!unit || bucket.count < 1)
        return std::nullopt;
    bucket.unit = *unit;
    const qint64 length = lengthOf(*unit) * bucket.count;
    if (length > kHour && length < kDay && *unit != TimeUnit::Hour && length % kMinute != 0)
        return std::nullopt;
    return bucket;
}

qint64 bucketStart(const Zone &zone, qint64 utc, TimeBucket bucket)
{
    const qint64 offset = zone.offsetAt(utc);
    const qint64 localStart = localBucketStart(utc + offset, bucket);
    if (!followsClock(bucket))
        return zone.firstAtLocal(localStart);
    const qint64 start = localStart - offset;
    return zone.changeWithin(start, utc).value_or(start);
}

qint64 bucketAfter(const Zone &zone, qint64 start, TimeBucket bucket)
{
    if (followsClock(bucket)) {
        const qint64 local = zone.toLocal(start);
        const qint64 next = start + localBucketAfter(localBucketStart(local, bucket), bucket) - local;
        return zone.changeWithin(start, next).value_or(next);
    }
    const qint64 local = localBucketStart(zone.toLocal(start), bucket);
    return zone.firstAtLocal(localBucketAfter(local, bucket));
}

qint64 bucketBefore(const Zone &zone, qint64 start, TimeBucket bucket)
{
    return bucketStart(zone, start - 1, bucket);
}

qint64 addUnits(const Zone &zone, qint64 utc, qint64 n, TimeUnit unit)
{
    const qint64 length = lengthOf(unit);
    if (length > 0 && length <= kHour)
        return utc + n * length;
    const qint64 local = zone.toLocal(utc);
    if (length > 0)
        return *zone.fromLocal(local + n * length, LocalChoice::Earlier);
    const qint64 months = monthsOf(local) + n * monthsIn(unit);
    const auto date = dateOf(local);
    const auto first = dateOf(monthStart(months));
    const auto last = (first.year() / first.month() / std::chrono::last).day();
    const qint64 timeOfDay = local - floorDiv(local, kDay) * kDay;
    return *zone.fromLocal(localOf(first.year(), first.month(), std::min(date.day(), last)) + timeOfDay,
                           LocalChoice::Earlier);
}

} // namespace dash
