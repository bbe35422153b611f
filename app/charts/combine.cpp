#include "app/charts/combine.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The value of series `t` in `trace`; NaN where it has none. `cursor` only moves on.
double valueAt(const Trace &trace, std::size_t &cursor, qint64 t)
{
    while (cursor < trace.time.size() && trace.time[cursor] < t)
        ++cursor;
    if (cursor < trace.time.size() && trace.time[cursor] == t)
        return trace.value[cursor];
    if (cursor == 0)
        return kNaN;
    const double before = trace.value[cursor - 1];
    if (cursor == trace.time.size()) // its next point is not due yet
        return t - trace.time[cursor - 1] <= trace.spacing * 3 ? before : kNaN;
    if (trace.breaks[cursor])
        return kNaN;
    const double share = static_cast<double>(t - trace.time[cursor - 1]) /
                         static_cast<double>(trace.time[cursor] - trace.time[cursor - 1]);
    return before + (trace.value[cursor] - before) * share;
}

} // namespace

double combineValues(const std::vector<double> &all, Combine combine)
{
    std::vector<double> values;
    std::copy_if(all.begin(), all.end(), std::back_inserter(values), [](double v) { return !std::isnan(v); });
    if (values.empty())
        return kNaN;
    double sum = 0;
    switch (combine) {
    case Combine::Minimum:
        return *std::min_element(values.begin(), values.end());
    case Combine::Maximum:
        return *std::max_element(values.begin(), values.end());
    case Combine::First:
        return values.front();
    case Combine::Average:
        for (const double v : values) // the sum of large ones may be no double
            sum += v / static_cast<double>(values.size());
        return sum;
    case Combine::Sum:
    case Combine::ByUnit:
        for (const double v : values)
            sum += v;
        return sum;
    }
    return kNaN;
}

std::optional<Decimal> combineExactly(const std::vector<Decimal> &values, Combine combine)
{
    if (values.empty() || (combine == Combine::Average && values.size() > 1))
        return std::nullopt;
    std::optional<Decimal> all = values.front();
    for (std::size_t i = 1; i < values.size() && all; ++i) {
        if (combine == Combine::Sum)
            all = add(*all, values[i]);
        else if ((combine == Combine::Minimum && values[i] < *all) || (combine == Combine::Maximum && values[i] > *all))
            all = values[i];
    }
    return all;
}

Trace combinedTrace(const std::vector<Trace> &traces, Combine combine)
{
    if (traces.size() == 1)
        return traces.front();
    Trace all = traces.front();
    std::vector<qint64> times;
    for (const Trace &trace : traces) {
        times.insert(times.end(), trace.time.begin(), trace.time.end());
        all.spacing = std::max(all.spacing, trace.spacing);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    all.many = false;
    for (auto *column : {&all.value, &all.own, &all.base, &all.low, &all.high, &all.weight})
        column->clear();
    for (auto *column : {&all.time, &all.from, &all.to, &all.units, &all.lowUnits, &all.highUnits})
        column->clear();
    all.breaks.clear();
    all.exact.clear();
    std::vector<std::size_t> cursors(traces.size(), 0);
    std::vector<double> values;
    for (const qint64 t : times) {
        values.clear();
        for (std::size_t s = 0; s < traces.size(); ++s)
            values.push_back(valueAt(traces[s], cursors[s], t));
        const double value = combineValues(values, combine);
        const bool apart = all.time.empty() || t - all.time.back() > all.spacing * 3;
        const bool broken = !std::isfinite(value) || (!all.value.empty() && !std::isfinite(all.value.back()));
        all.time.push_back(t);
        all.value.push_back(value);
        all.from.push_back(t);
        all.to.push_back(t);
        all.breaks.push_back(apart || broken ? 1 : 0);
    }
    all.own = all.low = all.high = all.value;
    all.weight.assign(all.time.size(), 1);
    return all;
}

} // namespace dash
