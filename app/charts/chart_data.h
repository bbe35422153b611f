#pragma once
// What a reader brings for one widget, and what painters draw from it. Immutable once shared between threads.

#include "app/charts/chart_source.h"

#include "core/base/decimal.h"

#include <QHash>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace dash {

// How the columns of an answer were cut: n equal parts of `range`, or calendar intervals between `edges`.
struct ColumnGrid {
    TimeRange range;
    std::size_t n = 0;
    std::vector<qint64> edges; // n + 1 entries, or empty

    qint64 start(std::size_t i) const
    {
        return edges.empty() ? range.from + static_cast<qint64>(static_cast<double>(range.span()) *
                                                                static_cast<double>(i) / static_cast<double>(n))
                             : edges[i];
    }
    qint64 middle(std::size_t i) const { return start(i) + (start(i + 1) - start(i)) / 2; }
    qint64 width() const { return n == 0 ? 1 : std::max<qint64>(1, range.span() / static_cast<qint64>(n)); }
};

// Which columns a chart wants. With `interval` 0 one column a pixel; else the round intervals that cover the range.
struct ColumnRequest {
    TimeRange range;     // what is asked for, wider than what is visible
    std::size_t n = 0;   // columns of `range` when interval is 0
    qint64 interval = 0; // ms; days and longer follow the calendar of `zone`
    QTimeZone zone = QTimeZone::utc();
};
// Widens `visible` (shown `pixels` wide) by `margin` of its span on both sides and puts the columns on a fixed grid, so
// that the same columns come again while time moves on.
ColumnRequest columnsFor(TimeRange visible, double pixels, double margin);
ColumnGrid gridOf(const ColumnRequest &request);

// A point just outside the columns.
struct EdgePoint {
    qint64 time = 0;
    double value = 0;
    qint64 units = 0; // exact, for series of int64, bool and decimal
};

struct DrawnColumns {
    std::shared_ptr<const ColumnGrid> grid;
    Buckets buckets;
    std::optional<EdgePoint> before, after; // so that lines reach the edge; text series have none
};

struct DrawnSeries {
    SeriesInfo info;
    std::size_t query = 0; // index in the widget's queries
    DrawnColumns columns;
    std::optional<DrawnColumns> previous; // the period before, times as stored
    Points last;                          // newest point at or before the end of what is visible; 0 or 1
};

struct WidgetRequest {
    std::vector<WidgetQuery> queries;
    ColumnRequest columns;
    qint64 visibleEnd = 0; // `last` looks back from here
    bool wantsColumns = true;
    bool wantsAllTime = false; // columns span everything the series hold (overview)
    qint64 previousOffset = 0; // > 0: also the same columns this much earlier
    qint64 countFrom = 0;      // > 0: also how many points are at or after it
    std::size_t seriesLimit = 500;
    qint64 tableRows = 500;
};

struct WidgetData {
    WidgetRequest request;
    std::vector<DrawnSeries> series; // in order of the queries
    Batch rows;                      // of the first query that names a table
    std::vector<QString> tableKey;
    quint64 points = 0;  // that the columns stand for
    quint64 arrived = 0; // points at or after countFrom
    double tookMs = 0;
    std::optional<Error> error;
};
using WidgetDataPtr = std::shared_ptr<const WidgetData>;

// Does the asking; on a reader thread.
WidgetDataPtr readWidget(ChartSource &source, const WidgetRequest &request);

// "pipeline/output", the text by which a query names a table.
std::optional<TableName> tableNameFromText(const QString &text);
QString tableNameText(const TableName &name);

// Points of bucket i that are numbers.
inline std::uint64_t bucketNumbers(const Buckets &buckets, std::size_t i)
{
    return buckets.numbers.empty() ? buckets.count[i] : buckets.numbers[i];
}
// The value an aggregate shows of bucket i; NaN for an empty bucket.
double bucketValue(const Buckets &buckets, std::size_t i, Aggregate aggregate);
// Newest value of a series as a number; NaN for none and for text.
double pointValue(const Points &points, std::size_t i);
// The same exactly, for int64 and decimal series; nothing for the others.
std::optional<Decimal> exactPoint(const Points &points, std::size_t i);

} // namespace dash
