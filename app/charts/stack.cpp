#include "app/charts/stack.h"

#include "app/charts/trace_stats.h"

#include <algorithm>
#include <cmath>

namespace dash {

void stackUp(std::vector<Trace> &traces, StackMode mode, int axis)
{
    const auto takesPart = [axis](const Trace &t) { return !t.hidden && !t.previous && t.axis == axis; };
    std::vector<qint64> times;
    for (const Trace &trace : traces) {
        if (takesPart(trace))
            times.insert(times.end(), trace.time.begin(), trace.time.end());
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<double> total(times.size(), 0.0);
    std::vector<double> sum(times.size(), 0.0);
    const auto valueAt = [](const Trace &trace, std::size_t &cursor, qint64 t) {
        while (cursor < trace.time.size() && trace.time[cursor] < t)
            ++cursor;
        if (cursor < trace.time.size() && trace.time[cursor] == t)
            return std::isfinite(trace.value[cursor]) ? trace.value[cursor] : 0.0;
        if (cursor == 0 || cursor >= trace.time.size() || trace.breaks[cursor])
            return 0.0;
        const double share = static_cast<double>(t - trace.time[cursor - 1]) /
                             static_cast<double>(trace.time[cursor] - trace.time[cursor - 1]);
        return trace.value[cursor - 1] + (trace.value[cursor] - trace.value[cursor - 1]) * share;
    };
    if (mode == StackMode::Percent) {
        for (const Trace &trace : traces) {
            if (!takesPart(trace))
                continue;
            std::size_t cursor = 0;
            for (std::size_t i = 0; i < times.size(); ++i)
                total[i] += std::abs(valueAt(trace, cursor, times[i]));
        }
    }
    for (Trace &trace : traces) {
        if (!takesPart(trace))
            continue;
        Trace stacked = trace;
        stacked.time = times;
        stacked.value.resize(times.size());
        stacked.own.resize(times.size());
        stacked.base = sum;
        stacked.from.resize(times.size());
        stacked.to.resize(times.size());
        stacked.breaks.assign(times.size(), 0);
        const bool ranges = trace.many && mode == StackMode::On;
        stacked.low.clear();
        stacked.high.clear();
        stacked.weight.assign(times.size(), 0);
        stacked.lowUnits.clear();
        stacked.highUnits.clear();
        stacked.many = false; // no envelope of a stack
        const bool exact = !trace.exact.empty() && mode == StackMode::On;
        stacked.units.assign(exact ? times.size() : 0, 0);
        stacked.exact.assign(exact ? times.size() : 0, 0);
        std::size_t cursor = 0;
        std::size_t edge = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            double v = valueAt(trace, cursor, times[i]);
            if (mode == StackMode::Percent)
                v = total[i] > 0 ? v / total[i] * 100 : 0;
            stacked.own[i] = v;
            sum[i] += v;
            stacked.value[i] = sum[i];
            stacked.breaks[i] = i == 0 ? 1 : 0;
            while (edge + 1 < trace.time.size() && trace.time[edge] < times[i])
                ++edge;
            const bool here = !trace.time.empty() && trace.time[edge] == times[i];
            if (exact && here) {
                stacked.units[i] = trace.units[edge];
                stacked.exact[i] = trace.exact[edge];
            }
            if (here)
                stacked.weight[i] = trace.weight[edge];
            stacked.low.push_back(here && ranges ? trace.low[edge] : v);
            stacked.high.push_back(here && ranges ? trace.high[edge] : v);
            if (!trace.time.empty()) {
                stacked.from[i] = trace.time[edge] == times[i] ? trace.from[edge] : times[i];
                stacked.to[i] = trace.time[edge] == times[i] ? trace.to[edge] : times[i];
            }
        }
        trace = std::move(stacked);
    }
    // A gap of the whole stack: no series had a point for long.
    for (Trace &trace : traces) {
        if (!takesPart(trace))
            continue;
        const qint64 limit =
            times.size() > 2 ? std::max<qint64>(medianSpacing(times) * 3, trace.spacing * 3) : trace.spacing * 3;
        for (std::size_t i = 1; i < times.size(); ++i) {
            if (times[i] - times[i - 1] > limit)
                trace.breaks[i] = 1;
        }
    }
}

} // namespace dash
