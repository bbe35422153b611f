#pragma once
// Where an axis is labelled. Pure: same input, same ticks.

#include "core/base/time.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <vector>

namespace dash {

// A value axis: it runs from `low` to `high`, both on the grid of `step` unless a bound was fixed.
struct ValueTicks {
    double low = 0;
    double high = 1;
    double step = 1;
    int decimals = 0; // places every label of this axis needs
    std::vector<double> values;
};

// 3 to 6 ticks, `wanted` if the numbers allow, on 1, 2, 2.5 or 5 times a power of ten, around [low, high].
ValueTicks valueTicks(double low, double high, int wanted);
// The same steps inside bounds that stay as they are.
ValueTicks valueTicksWithin(double low, double high, int wanted);

struct TimeTick {
    qint64 time = 0;
    QString label;
    bool coarse = false; // begins a coarser unit (a day among hours): drawn bold
};

// Ticks at round local times, at least `minSpacing` pixels apart.
std::vector<TimeTick> timeTicks(TimeRange range, double width, double minSpacing, const QTimeZone &zone,
                                const QLocale &locale);

// The next round interval that cuts `span` into at most `most` buckets (1 s, 2 s, 5 s … 1 h … 1 d …).
qint64 roundInterval(qint64 span, int most);
// Start of the interval holding `time`; days and longer begin at local midnight, also across clock changes.
qint64 floorToInterval(qint64 time, qint64 interval, const QTimeZone &zone);
// Edges of the intervals that cover `range`: first ≤ from, last ≥ to.
std::vector<qint64> intervalEdges(TimeRange range, qint64 interval, const QTimeZone &zone);

// The moment as a person reads it, as exact as `resolution` (ms between neighbours) asks; the date only when
// `range` leaves the day of `now`.
QString momentText(qint64 time, qint64 resolution, TimeRange range, const QTimeZone &zone, const QLocale &locale);
// "10:03 – 10:44"
QString rangeText(TimeRange range, const QTimeZone &zone, const QLocale &locale, qint64 now);
// "41 min 24 s"
QString spanText(qint64 span);

} // namespace dash
