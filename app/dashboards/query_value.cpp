#include "app/dashboards/query_value.h"

#include "app/charts/combine.h"

#include <cmath>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The aggregate over all columns of one series; NaN without a number.
double overColumns(const Buckets &b, Aggregate aggregate)
{
    double sum = 0, low = kNaN, high = kNaN, count = 0, numbers = 0, first = kNaN, last = kNaN;
    bool any = false;
    for (std::size_t i = 0; i < b.count.size(); ++i) {
        if (b.count[i] == 0)
            continue;
        if (!any)
            first = b.first[i];
        any = true;
        sum += b.sum[i];
        count += static_cast<double>(b.count[i]);
        numbers += static_cast<double>(bucketNumbers(b, i));
        low = std::fmin(low, b.min[i]); // NaN takes no part
        high = std::fmax(high, b.max[i]);
        last = b.last[i];
    }
    if (!any)
        return kNaN;
    switch (aggregate) {
    case Aggregate::Sum:
        return sum;
    case Aggregate::Count:
        return count;
    case Aggregate::Minimum:
        return low;
    case Aggregate::Maximum:
        return high;
    case Aggregate::First:
        return first;
    case Aggregate::Last:
        return last;
    case Aggregate::Average:
        return numbers > 0 ? sum / numbers : kNaN;
    }
    return kNaN;
}

double factorOf(const WidgetQuery &query, ValueOf of)
{
    return of == ValueOf::Window && query.aggregate == Aggregate::Count ? 1 : query.scale;
}

} // namespace

QString unitOfQuery(const WidgetScene &scene, std::size_t query)
{
    const QString own = scene.widget.queries[query].unit;
    if (!own.isEmpty() || !scene.widget.unit.isEmpty())
        return own.isEmpty() ? scene.widget.unit : own;
    for (const DrawnSeries &drawn : scene.data.series) {
        if (drawn.query == query)
            return QString::fromStdString(drawn.info.unit);
    }
    return {};
}

Combine combineOf(const WidgetScene &scene, std::size_t query)
{
    const WidgetQuery &asked = scene.widget.queries[query];
    return combineFor(asked.combine, asked.aggregate, unitOfQuery(scene, query));
}

QueryValue queryValue(const WidgetScene &scene, std::size_t query, ValueOf of)
{
    const WidgetQuery &asked = scene.widget.queries[query];
    const Combine combine = combineOf(scene, query);
    std::vector<double> values;
    std::vector<Decimal> exact;
    bool allExact = of == ValueOf::Latest && asked.scale == 1.0;
    for (const DrawnSeries &drawn : scene.data.series) {
        if (drawn.query != query)
            continue;
        if (of == ValueOf::Window) {
            values.push_back(overColumns(drawn.columns.buckets, asked.aggregate));
            continue;
        }
        if (drawn.last.times.empty())
            continue;
        values.push_back(pointValue(drawn.last, 0));
        const auto point = exactPoint(drawn.last, 0);
        allExact = allExact && point.has_value();
        if (point)
            exact.push_back(*point);
    }
    QueryValue result;
    result.value = combineValues(values, combine) * factorOf(asked, of);
    if (allExact)
        result.exact = combineExactly(exact, combine);
    return result;
}

double valueBefore(const WidgetScene &scene, std::size_t query, ValueOf of)
{
    const WidgetQuery &asked = scene.widget.queries[query];
    std::vector<double> values;
    for (const DrawnSeries &drawn : scene.data.series) {
        if (drawn.query == query && drawn.previous)
            values.push_back(
                overColumns(drawn.previous->buckets, of == ValueOf::Window ? asked.aggregate : Aggregate::Last));
    }
    return combineValues(values, combineOf(scene, query)) * factorOf(asked, of);
}

} // namespace dash
