#pragma once
// Instants are UTC milliseconds since 1970 everywhere; local time and text exist only at the edges.

#include <QString>

#include <chrono>
#include <optional>

namespace dash {

using Millis = std::chrono::milliseconds;
using UtcMs = std::chrono::sys_time<Millis>;

// Half-open range of instants: from <= t < to.
struct TimeRange {
    qint64 from = 0;
    qint64 to = 0;
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
    qint64 span() const { return to - from; }
    bool contains(qint64 t) const { return t >= from && t < to; }
};

// First and one past the last instant Dash stores: years 1 to 9999.
inline constexpr qint64 kMinInstant = -62'135'596'800'000;
inline constexpr qint64 kMaxInstant = 253'402'300'800'000;

constexpr UtcMs fromMs(qint64 ms)
{
    return UtcMs(Millis(ms));
}
constexpr qint64 toMs(UtcMs t)
{
    return t.time_since_epoch().count();
}

// "2026-11-22T14:46:45.120Z"; the fraction is left out when it is zero.
QString isoUtc(qint64 ms);
// Reads ISO 8601 with an offset or Z (a time without either is read as UTC). Nothing when it is not one.
std::optional<qint64> parseIso(QStringView text);

} // namespace dash
