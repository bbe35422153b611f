#pragma once
// What a series did over a stretch of time, in a few numbers. Pure.

#include "app/charts/traces.h"

namespace dash {

struct TraceStats {
    std::size_t count = 0; // points or columns that are numbers; 0: the rest means nothing
    double first = 0, last = 0, low = 0, high = 0, average = 0;
    qint64 highAt = 0;
    std::optional<Decimal> exactLast, exactLow, exactHigh;
    // Of last against first, in percent; nothing where that says nothing.
    std::optional<double> change() const;
};

// Of the series' own values between two moments, both included. The average counts every stored point, not columns.
TraceStats statsOf(const Trace &trace, double from, double to);

// Of ascending times; 0 when there are fewer than two.
qint64 medianSpacing(const std::vector<qint64> &times);

} // namespace dash
