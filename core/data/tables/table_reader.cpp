#include "core/data/tables/table_reader.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dash {

namespace {

constexpr std::size_t kKeptOrders = 4;

// Doubles as unsigned integers in the same order; NaN of either sign after everything else.
std::uint64_t sortable(double value)
{
    if (std::isnan(value))
        return UINT64_MAX;
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

std::uint64_t sortable(qint64 value)
{
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

bool lessText(std::string_view a, std::string_view b)
{
    const auto folded = [](char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); };
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (a[i] != b[i] && folded(a[i]) != folded(b[i]))
            return folded(a[i]) < folded(b[i]);
    }
    return a.size() < b.size();
}

std::shared_ptr<const SortedOrders::Order> sorted(const Column &column, const std::vector<qint64> &rows)
{
    auto order = std::make_shared<SortedOrders::Order>();
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    std::vector<std::uint32_t> withValue;
    std::vector<qint64> nulls;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (column.isNull(i))
            nulls.push_back(rows[i]);
        else
            withValue.push_back(static_cast<std::uint32_t>(i));
    }
    const auto byKey = [&](const auto &keyOf) {
        keys.reserve(withValue.size());
        for (const std::uint32_t i : withValue)
            keys.emplace_back(keyOf(i), i);
        std::sort(keys.begin(), keys.end());
        for (std::size_t i = 0; i < keys.size(); ++i)
            withValue[i] = keys[i].second;
    };
    switch (column.type) {
    case ColumnType::Bool:
        byKey([&](std::uint32_t i) { return std::uint64_t{column.bools[i]}; });
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        byKey([&](std::uint32_t i) { return sortable(qint64{column.ints[i]}); });
        break;
    case ColumnType::Double:
        byKey([&](std::uint32_t i) { return sortable(column.doubles[i]); });
        break;
    case ColumnType::Decimal: // one scale for the whole column, so the units decide
        std::stable_sort(withValue.begin(), withValue.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return column.decimals[a] < column.decimals[b]; });
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        std::stable_sort(withValue.begin(), withValue.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return lessText(column.text(a), column.text(b)); });
        break;
    }
    order->rows.reserve(rows.size());
    for (const std::uint32_t i : withValue)
        order->rows.push_back(rows[i]);
    order->rows.insert(order->rows.end(), nulls.begin(), nulls.end());
    order->nulls = nulls.size();
    return order;
}

Result<std::shared_ptr<const SortedOrders::Order>> sortedBy(Database &db, const TableState &table, int column)
{
    const TableColumn &meta = table.columns[static_cast<std::size_t>(column)];
    auto select = db.prepare("SELECT row,c" + std::to_string(column) + " FROM " + table.sqlName() + " ORDER BY row");
    if (!select)
        return fail(select.error());
    std::vector<qint64> rows;
    Column values(meta.type, meta.scale);
    rows.reserve(static_cast<std::size_t>(table.rows));
    values.reserve(static_cast<std::size_t>(table.rows));
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return sorted(values, rows);
        rows.push_back(select->integer(0));
        readCell(*select, 1, meta, values);
    }
}

Result<std::vector<qint64>> numbers(Statement &select, qint64 limit)
{
    std::vector<qint64> out;
    out.reserve(static_cast<std::size_t>(std::clamp<qint64>(limit, 0, 4'096)));
    for (;;) {
        const auto row = select.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(select.integer(0));
    }
}

Result<std::vector<qint64>> byArrival(Database &db, const TableState &table, Qt::SortOrder direction, qint64 offset,
                                      qint64 limit)
{
    const bool ascending = direction == Qt::AscendingOrder;
    const std::string name = table.sqlName();
    const auto first = db.executeForInt("SELECT min(row) FROM " + name);
    const auto last = db.executeForInt("SELECT max(row) FROM " + name);
    if (!first || !last)
        return fail(first ? last.error() : first.error());
    // Without holes the page's place is known; otherwise SQL steps over the rows before it.
    const bool dense = *last - *first + 1 == table.rows;
    auto select = db.prepare("SELECT row FROM " + name +
                             (ascending ? " WHERE row >= ? ORDER BY row" : " WHERE row <= ? ORDER BY row DESC") +
                             " LIMIT ? OFFSET ?");
    if (!select)
        return fail(select.error());
    if (offset >= table.rows)
        return std::vector<qint64>();
    const qint64 skip = dense ? offset : 0;
    select->bind(1, ascending ? *first + skip : *last - skip).bind(2, limit).bind(3, dense ? qint64{0} : offset);
    return numbers(*select, limit);
}

Result<bool> hasIndex(Database &db, const std::string &name)
{
    auto select = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1");
    if (!select)
        return fail(select.error());
    select->bind(1, std::string_view(name));
    return select->step();
}

// Whether SQL's order of the cells is ours. It is not for decimals too wide for an integer, which are blobs.
Result<bool> sqlSortsExactly(Database &db, const TableState &table, int column)
{
    if (table.columns[static_cast<std::size_t>(column)].type != ColumnType::Decimal)
        return true;
    auto select = db.prepare("SELECT max(c" + std::to_string(column) + ") FROM " + table.sqlName()); // blobs are last
    if (!select)
        return fail(select.error());
    const auto row = select->step();
    if (!row)
        return fail(row.error());
    return !*row || select->kind(0) != Statement::Kind::Blob;
}

// A page as SQL sorts it: by the column's index, or keeping the best offset + limit rows while looking at all of them.
Result<std::vector<qint64>> bySql(Database &db, const TableState &table, int column, Qt::SortOrder direction,
                                  qint64 offset, qint64 limit)
{
    const std::string cell = "c" + std::to_string(column);
    const std::string way = direction == Qt::AscendingOrder ? "" : " DESC";
    const std::string from = "SELECT row FROM " + table.sqlName() + " WHERE " + cell;
    auto valued = db.prepare(from + " IS NOT NULL ORDER BY " + cell +
                             orderCollation(table.columns[static_cast<std::size_t>(column)].type) + way + ", row" +
                             way + " LIMIT ?1 OFFSET ?2");
    if (!valued)
        return fail(valued.error());
    valued->bind(1, limit).bind(2, offset);
    auto out = numbers(*valued, limit);
    if (!out || static_cast<qint64>(out->size()) == limit)
        return out;
    // The page reaches into the rows without a value.
    qint64 before = offset + static_cast<qint64>(out->size());
    if (out->empty()) {
        const auto counted = db.executeForInt("SELECT count(" + cell + ") FROM " + table.sqlName());
        if (!counted)
            return fail(counted.error());
        before = *counted;
    }
    auto nulls = db.prepare(from + " IS NULL ORDER BY row LIMIT ?1 OFFSET ?2");
    if (!nulls)
        return fail(nulls.error());
    const qint64 left = limit - static_cast<qint64>(out->size());
    nulls->bind(1, left).bind(2, std::max<qint64>(0, offset - before));
    const auto more = numbers(*nulls, left);
    if (!more)
        return fail(more.error());
    out->insert(out->end(), more->begin(), more->end());
    return out;
}

} // namespace

std::shared_ptr<const SortedOrders::Order> SortedOrders::find(const Key &key)
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_orders.begin(); it != m_orders.end(); ++it) {
        if (it->first == key) {
            m_orders.splice(m_orders.begin(), m_orders, it);
            return m_orders.front().second;
        }
    }
    return nullptr;
}

void SortedOrders::keep(const Key &key, std::shared_ptr<const Order> order)
{
    const std::lock_guard lock(m_mutex);
    // An older revision of the same order will not be asked for again.
    m_orders.remove_if(
        [&](const auto &entry) { return entry.first.table == key.table && entry.first.column == key.column; });
    m_orders.emplace_front(key, std::move(order));
    if (m_orders.size() > kKeptOrders)
        m_orders.pop_back();
}

Result<RowPage> pageOfRows(Database &db, const TableState &table, const PointsSnapshot::Order &order, qint64 offset,
                           qint64 limit, SortedOrders &orders, qint64 rowsSortedInMemory)
{
    offset = std::max<qint64>(0, offset);
    limit = std::clamp<qint64>(limit, 0, table.rows);
    RowPage page;
    if (order.column.isEmpty()) {
        auto rows = byArrival(db, table, order.order, offset, limit);
        if (!rows)
            return fail(rows.error());
        page.rows = std::move(*rows);
        return page;
    }
    const int column = table.indexOf(order.column);
    if (column < 0)
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), QStringLiteral("Column")}, {QLatin1StringView("name"), order.column}});
    if (table.rows > rowsSortedInMemory) {
        const auto indexed = hasIndex(db, orderIndexName(table, column));
        const auto exact = indexed ? sqlSortsExactly(db, table, column) : Result<bool>(false);
        if (!indexed || !exact)
            return fail(indexed ? exact.error() : indexed.error());
        if (*exact) {
            auto rows = bySql(db, table, column, order.order, offset, limit);
            if (!rows)
                return fail(rows.error());
            page.rows = std::move(*rows);
            if (!*indexed)
                page.wantsIndex = column;
            return page;
        }
    }
    const SortedOrders::Key key{table.id, table.revision, column};
    auto all = orders.find(key);
    if (!all) {
        auto made = sortedBy(db, table, column);
        if (!made)
            return fail(made.error());
        all = std::move(*made);
        orders.keep(key, all);
    }
    const auto size = static_cast<qint64>(all->rows.size());
    const qint64 valued = size - static_cast<qint64>(all->nulls);
    for (qint64 i = offset; i < std::min(size, offset + limit); ++i) {
        const bool turned = order.order == Qt::DescendingOrder && i < valued;
        page.rows.push_back(all->rows[static_cast<std::size_t>(turned ? valued - 1 - i : i)]);
    }
    return page;
}

Result<Batch> fetchRows(Database &db, const TableState &table, const std::vector<qint64> &rows)
{
    std::string columns;
    std::vector<std::shared_ptr<Column>> out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns += ",c" + std::to_string(i);
        out.push_back(std::make_shared<Column>(
            table.columns[i].type, table.columns[i].type == ColumnType::Decimal ? table.columns[i].scale : 0));
        out.back()->reserve(rows.size());
    }
    auto select = db.prepare("SELECT row" + columns + " FROM " + table.sqlName() + " WHERE row=?");
    if (!select)
        return fail(select.error());
    Batch batch;
    for (const qint64 row : rows) {
        select->bind(1, row);
        const auto found = select->step();
        if (!found)
            return fail(found.error());
        if (*found) {
            for (std::size_t i = 0; i < out.size(); ++i)
                readCell(*select, static_cast<int>(i) + 1, table.columns[i], *out[i]);
            ++batch.rows;
        }
        select->reset();
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        batch.fields.push_back(Field{table.columns[i].name, std::move(out[i]), table.columns[i].unit});
    return batch;
}

} // namespace dash
