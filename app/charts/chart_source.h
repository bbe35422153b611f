#pragma once
// What charts ask of the store. PointsDb stands behind it in the app and in dash-cli; tests answer with columns of
// their own. A source is one consistent view, used on one thread and dropped at once.

#include "core/data/points_db.h"
#include "core/model/dashboard.h"

#include <functional>
#include <memory>

namespace dash {

class ChartSource {
public:
    virtual ~ChartSource() = default;
    virtual Result<std::vector<SeriesInfo>> find(const SeriesSelector &selector) = 0;
    virtual Result<std::vector<Buckets>> buckets(std::span<const SeriesId> series, TimeRange range, std::size_t n) = 0;
    virtual Result<Points> last(SeriesId series, qint64 before) = 0;
    virtual Result<Points> range(SeriesId series, TimeRange range, std::size_t limit) = 0;
    virtual Result<std::vector<TableInfo>> tables() = 0;
    virtual Result<Batch> rows(const TableName &table, const PointsSnapshot::Order &order, qint64 limit) = 0;
};

// Opens a view; called on a reader thread.
using OpenChartSource = std::function<Result<std::unique_ptr<ChartSource>>()>;

OpenChartSource chartSourceOf(const PointsDb &points);

} // namespace dash
