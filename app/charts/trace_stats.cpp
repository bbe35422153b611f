#include "app/charts/trace_stats.h"

#include <algorithm>
#include <cmath>

namespace dash {

std::optional<double> TraceStats::change() const
{
    if (count < 2 || first == 0)
        return std::nullopt;
    const double percent = (last - first) / std::abs(first) * 100;
    return std::isfinite(percent) ? std::optional(percent) : std::nullopt;
}

TraceStats statsOf(const Trace &trace, double from, double to)
{
    TraceStats stats;
    const bool ranges = trace.low.size() == trace.time.size();
    const bool weighted = trace.weight.size() == trace.time.size();
    double weights = 0;
    const auto begin = std::lower_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(std::ceil(from)));
    for (auto i = static_cast<std::size_t>(begin - trace.time.begin()); i < trace.time.size(); ++i) {
        if (static_cast<double>(trace.time[i]) > to)
            break;
        const double own = trace.own[i];
        if (!std::isfinite(own))
            continue;
        const double low = ranges ? trace.low[i] : own;
        const double high = ranges ? trace.high[i] : own;
        if (stats.count == 0)
            stats.first = own;
        if (stats.count == 0 || low < stats.low) {
            stats.low = low;
            stats.exactLow = trace.exactLow(i);
        }
        if (stats.count == 0 || high > stats.high) {
            stats.high = high;
            stats.highAt = trace.time[i];
            stats.exactHigh = trace.exactHigh(i);
        }
        stats.last = own;
        stats.exactLast = trace.exactOwn(i);
        ++stats.count;
        const double weight = weighted ? trace.weight[i] : 1;
        if (weight > 0) { // as a running mean: the sum of large values may be no double
            weights += weight;
            stats.average += (own - stats.average) * (weight / weights);
        }
    }
    if (weights == 0)
        stats.average = stats.last;
    return stats;
}

qint64 medianSpacing(const std::vector<qint64> &times)
{
    std::vector<qint64> steps;
    for (std::size_t i = 1; i < times.size(); ++i)
        steps.push_back(times[i] - times[i - 1]);
    if (steps.empty())
        return 0;
    // Of two the smaller: the other may be the gap.
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

} // namespace dash
