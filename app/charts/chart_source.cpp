#include "app/charts/chart_source.h"

namespace dash {

namespace {

class PointsSource final : public ChartSource {
public:
    explicit PointsSource(std::unique_ptr<PointsSnapshot> snapshot)
        : m_snapshot(std::move(snapshot))
    {
    }

    Result<std::vector<SeriesInfo>> find(const SeriesSelector &selector) override
    {
        std::vector<Label> labels;
        labels.reserve(selector.labels.size());
        for (const auto &[name, value] : selector.labels)
            labels.push_back({name.toStdString(), value.toStdString()});
        return m_snapshot->series().find(selector.name.toStdString(), labels, selector.pipeline.toStdString());
    }
    Result<std::vector<Buckets>> buckets(std::span<const SeriesId> series, TimeRange range, std::size_t n) override
    {
        return m_snapshot->series().buckets(series, range, n);
    }
    Result<Points> last(SeriesId series, qint64 before) override { return m_snapshot->series().last(series, before); }
    Result<Points> range(SeriesId series, TimeRange range, std::size_t limit) override
    {
        return m_snapshot->series().range(series, range, limit);
    }
    Result<std::vector<TableInfo>> tables() override { return m_snapshot->tables(); }
    Result<Batch> rows(const TableName &table, const PointsSnapshot::Order &order, qint64 limit) override
    {
        return m_snapshot->rows(table, order, 0, limit);
    }

private:
    std::unique_ptr<PointsSnapshot> m_snapshot;
};

} // namespace

OpenChartSource chartSourceOf(const PointsDb &points)
{
    return [&points]() -> Result<std::unique_ptr<ChartSource>> {
        auto snapshot = points.snapshot();
        if (!snapshot)
            return fail(std::move(snapshot.error()));
        return std::unique_ptr<ChartSource>(std::make_unique<PointsSource>(std::move(*snapshot)));
    };
}

} // namespace dash
