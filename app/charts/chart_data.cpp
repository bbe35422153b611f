#include "app/charts/chart_data.h"

#include "app/charts/ticks.h"

#include <QElapsedTimer>

#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Calendar intervals are not equal: runs of equal ones are asked together.
Result<std::vector<Buckets>> bucketsOnEdges(ChartSource &source, std::span<const SeriesId> series,
                                            const ColumnGrid &grid)
{
    std::vector<Buckets> all(series.size());
    const auto join = [](auto &to, const auto &from) { to.insert(to.end(), from.begin(), from.end()); };
    std::size_t i = 0;
    while (i < grid.n) {
        const qint64 width = grid.edges[i + 1] - grid.edges[i];
        std::size_t j = i + 1;
        while (j < grid.n && grid.edges[j + 1] - grid.edges[j] == width)
            ++j;
        auto part = source.buckets(series, {grid.edges[i], grid.edges[j]}, j - i);
        if (!part)
            return part;
        for (std::size_t s = 0; s < series.size(); ++s) {
            Buckets &to = all[s];
            const Buckets &from = (*part)[s];
            if (!from.numbers.empty() || !to.numbers.empty()) {
                if (to.numbers.empty())
                    to.numbers = to.count;
                join(to.numbers, from.numbers.empty() ? from.count : from.numbers);
            }
            join(to.count, from.count);
            join(to.min, from.min);
            join(to.max, from.max);
            join(to.first, from.first);
            join(to.last, from.last);
            join(to.sum, from.sum);
            join(to.firstTime, from.firstTime);
            join(to.lastTime, from.lastTime);
            join(to.minUnits, from.minUnits);
            join(to.maxUnits, from.maxUnits);
            join(to.firstUnits, from.firstUnits);
            join(to.lastUnits, from.lastUnits);
            join(to.sumUnits, from.sumUnits);
            for (const SeriesGap &gap : from.gaps) {
                if (to.gaps.empty() || !(to.gaps.back() == gap)) // one that reaches over an edge comes twice
                    to.gaps.push_back(gap);
            }
        }
        i = j;
    }
    return all;
}

std::optional<EdgePoint> edgePoint(const Result<Points> &points)
{
    if (!points || points->times.size() != 1 || points->type == ValueType::Text)
        return std::nullopt;
    return EdgePoint{points->times[0], pointValue(*points, 0), points->ints.empty() ? 0 : points->ints[0]};
}

Result<std::vector<DrawnColumns>> readColumns(ChartSource &source, std::span<const SeriesId> series,
                                              const std::shared_ptr<const ColumnGrid> &grid)
{
    auto buckets =
        grid->edges.empty() ? source.buckets(series, grid->range, grid->n) : bucketsOnEdges(source, series, *grid);
    if (!buckets)
        return fail(std::move(buckets.error()));
    std::vector<DrawnColumns> columns;
    for (std::size_t s = 0; s < series.size(); ++s) {
        DrawnColumns drawn{grid, std::move((*buckets)[s]), {}, {}};
        if (grid->edges.empty()) {
            drawn.before = edgePoint(source.last(series[s], grid->range.from));
            drawn.after = edgePoint(source.range(series[s], {grid->range.to, kMaxInstant}, 1));
        }
        columns.push_back(std::move(drawn));
    }
    return columns;
}

Result<> readSeries(ChartSource &source, const WidgetRequest &request, WidgetData &data)
{
    std::vector<SeriesId> ids;
    for (std::size_t q = 0; q < request.queries.size(); ++q) {
        if (!request.queries[q].table.isEmpty() || request.queries[q].series.name.isEmpty())
            continue;
        auto found = source.find(request.queries[q].series);
        if (!found)
            return fail(std::move(found.error()));
        std::sort(found->begin(), found->end(),
                  [](const SeriesInfo &a, const SeriesInfo &b) { return a.key.labels < b.key.labels; });
        for (SeriesInfo &info : *found) {
            if (data.series.size() >= request.seriesLimit)
                break;
            ids.push_back(info.id);
            DrawnSeries drawn;
            drawn.info = std::move(info);
            drawn.query = q;
            data.series.push_back(std::move(drawn));
        }
    }
    for (DrawnSeries &drawn : data.series) {
        auto last = source.last(drawn.info.id, request.visibleEnd > 0 ? request.visibleEnd : kMaxInstant);
        if (!last)
            return fail(std::move(last.error()));
        drawn.last = std::move(*last);
    }
    if (request.countFrom > 0 && !ids.empty()) {
        auto after = source.buckets(ids, {request.countFrom, kMaxInstant}, 1);
        if (!after)
            return fail(std::move(after.error()));
        for (const Buckets &b : *after)
            data.arrived += b.count[0];
    }
    if (!request.wantsColumns || ids.empty())
        return {};
    ColumnRequest asked = request.columns;
    if (request.wantsAllTime) {
        TimeRange all{kMaxInstant, kMinInstant};
        for (const DrawnSeries &drawn : data.series) {
            if (drawn.info.points > 0)
                all = {std::min(all.from, drawn.info.first), std::max(all.to, drawn.info.last + 1)};
        }
        if (all.span() <= 0)
            return {};
        asked.range = all;
    }
    const auto grid = std::make_shared<const ColumnGrid>(gridOf(asked));
    auto columns = readColumns(source, ids, grid);
    if (!columns)
        return fail(std::move(columns.error()));
    for (std::size_t s = 0; s < ids.size(); ++s) {
        data.series[s].columns = std::move((*columns)[s]);
        for (const auto count : data.series[s].columns.buckets.count)
            data.points += count;
    }
    if (request.previousOffset > 0) {
        ColumnRequest earlier = asked;
        earlier.range = {asked.range.from - request.previousOffset, asked.range.to - request.previousOffset};
        const auto earlierGrid = std::make_shared<const ColumnGrid>(gridOf(earlier));
        auto previous = readColumns(source, ids, earlierGrid);
        if (!previous)
            return fail(std::move(previous.error()));
        for (std::size_t s = 0; s < ids.size(); ++s)
            data.series[s].previous = std::move((*previous)[s]);
    }
    return {};
}

Result<> readTable(ChartSource &source, const WidgetRequest &request, WidgetData &data)
{
    for (const WidgetQuery &query : request.queries) {
        const auto name = tableNameFromText(query.table);
        if (!name)
            continue;
        auto rows = source.rows(*name, {}, request.tableRows);
        if (!rows && rows.error().code == ErrorCode::TableUnknown)
            break; // its pipeline has not run yet: no rows, and no error either
        if (!rows)
            return fail(std::move(rows.error()));
        data.rows = std::move(*rows);
        break;
    }
    return {};
}

} // namespace

ColumnRequest columnsFor(TimeRange visible, double pixels, double margin)
{
    const auto columns = static_cast<qint64>(std::max(1.0, std::floor(pixels)));
    const qint64 width = std::max<qint64>(1, (visible.span() + columns - 1) / columns);
    const auto extra = static_cast<qint64>(static_cast<double>(visible.span()) * margin);
    const auto floorTo = [width](qint64 t) { return t - ((t % width) + width) % width; };
    ColumnRequest request;
    request.range.from = floorTo(visible.from - extra);
    request.range.to = floorTo(visible.to + extra + width - 1);
    if (request.range.to <= request.range.from)
        request.range.to = request.range.from + width;
    request.n = static_cast<std::size_t>(request.range.span() / width);
    return request;
}

ColumnGrid gridOf(const ColumnRequest &request)
{
    ColumnGrid grid;
    grid.range = request.range;
    grid.n = std::max<std::size_t>(1, request.n);
    if (request.interval > 0) {
        grid.edges = intervalEdges(request.range, request.interval, request.zone);
        grid.n = grid.edges.size() - 1;
        grid.range = {grid.edges.front(), grid.edges.back()};
        if (grid.n == 0) {
            grid.edges.clear();
            grid.range = request.range;
            grid.n = 1;
        }
    }
    return grid;
}

WidgetDataPtr readWidget(ChartSource &source, const WidgetRequest &request)
{
    QElapsedTimer timer;
    timer.start();
    auto data = std::make_shared<WidgetData>();
    data->request = request;
    Result<> read = readSeries(source, request, *data);
    if (read)
        read = readTable(source, request, *data);
    if (!read)
        data->error = read.error();
    data->tookMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return data;
}

std::optional<TableName> tableNameFromText(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash <= 0)
        return std::nullopt;
    const auto pipeline = PipelineId::fromText(QStringView(text).left(slash));
    if (!pipeline)
        return std::nullopt;
    return TableName{*pipeline, text.mid(slash + 1)};
}

QString tableNameText(const TableName &name)
{
    return name.pipeline.text() + u'/' + name.output;
}

double bucketValue(const Buckets &buckets, std::size_t i, Aggregate aggregate)
{
    if (buckets.count[i] == 0)
        return aggregate == Aggregate::Count ? 0 : kNaN;
    if (aggregate != Aggregate::Count && std::isnan(buckets.min[i]))
        return kNaN; // nothing but NaN
    switch (aggregate) {
    case Aggregate::Average:
        return buckets.sum[i] / static_cast<double>(bucketNumbers(buckets, i));
    case Aggregate::Minimum:
        return buckets.min[i];
    case Aggregate::Maximum:
        return buckets.max[i];
    case Aggregate::Sum:
        return buckets.sum[i];
    case Aggregate::Count:
        return static_cast<double>(buckets.count[i]);
    case Aggregate::First:
        return buckets.first[i];
    case Aggregate::Last:
        return buckets.last[i];
    }
    return kNaN;
}

double pointValue(const Points &points, std::size_t i)
{
    switch (points.type) {
    case ValueType::Double:
        return points.doubles[i];
    case ValueType::Decimal:
        return static_cast<double>(points.ints[i]) / std::pow(10.0, points.scale);
    case ValueType::Int64:
    case ValueType::Bool:
        return static_cast<double>(points.ints[i]);
    case ValueType::Text:
        return kNaN;
    }
    return kNaN;
}

std::optional<Decimal> exactPoint(const Points &points, std::size_t i)
{
    if (points.type == ValueType::Int64)
        return Decimal{points.ints[i], 0};
    if (points.type == ValueType::Decimal)
        return Decimal{points.ints[i], points.scale};
    return std::nullopt;
}

} // namespace dash
