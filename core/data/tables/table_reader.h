#pragma once
// The reading side of tables: pages of rows in any order. A reader works on the read transaction of its connection;
// sorted orders are kept and shared between readers, so that turning pages does not sort again.

#include "core/data/tables/table_schema.h"

#include <list>
#include <mutex>

namespace dash {

// Row numbers of a table sorted by one column, kept for the last few orders asked for. Thread-safe.
class SortedOrders {
public:
    struct Key {
        qint64 table = 0;
        qint64 revision = 0;
        int column = 0;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct Order {
        std::vector<qint64> rows; // ascending by value, then by row
        std::size_t nulls = 0;    // the last so many have no value
    };
    std::shared_ptr<const Order> find(const Key &key);
    void keep(const Key &key, std::shared_ptr<const Order> order);

private:
    std::mutex m_mutex;
    std::list<std::pair<Key, std::shared_ptr<const Order>>> m_orders; // last used first
};

// Row numbers of the page, in the order asked for (empty column: by arrival). Rows without a value come last either
// way; text sorts by code point with ASCII letters regardless of case. Errors: NotFound for the column.
struct RowPage {
    std::vector<qint64> rows;
    std::optional<int> wantsIndex; // of this column: it had to look at every row
};
Result<RowPage> pageOfRows(Database &db, const TableState &table, const PointsSnapshot::Order &order, qint64 offset,
                           qint64 limit, SortedOrders &orders, qint64 rowsSortedInMemory);
// The rows with these numbers, as columns; unknown numbers are left out.
Result<Batch> fetchRows(Database &db, const TableState &table, const std::vector<qint64> &rows);

} // namespace dash
