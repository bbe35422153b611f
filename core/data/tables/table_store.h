#pragma once
// The writing side of tables. Lives on the writer thread, inside the caller's transaction.

#include "core/data/tables/table_schema.h"

namespace dash {

class TableStore {
public:
    explicit TableStore(Database &db)
        : m_db(db)
    {
    }

    // Rows added or changed (rows that were already so are not counted). Errors: TableColumnType, TableKeyMissing,
    // FormatTooManyColumns and the database's; the caller rolls back and calls forget().
    Result<qint64> write(const TableWrite &write);
    Result<> erase(const TableName &name);
    Result<qint64> eraseRows(const TableName &name, const std::vector<qint64> &rows);
    // Makes the index behind pages in the order of a column; beyond kOrderIndexes of a table the oldest goes. Nothing
    // happens for tables and columns that are gone.
    Result<> addOrderIndex(const TableName &name, const QString &column);
    static constexpr int kOrderIndexes = 3;
    // Drops what is remembered about tables, after a rollback.
    void forget() { m_states.clear(); }

private:
    struct Layout; // how a batch's fields meet the table's columns

    Result<TableState *> state(const TableName &name);
    Result<TableState *> create(const TableWrite &write);
    Result<Layout> fit(TableState &state, const TableWrite &write);
    Result<> fitKey(TableState &state, const QStringList &unique);
    Result<Statement> prepareInsert(const TableState &state, const Layout &layout);
    Result<> insertRow(Statement &insert, TableState &state, const Batch &rows, const Layout &layout, std::size_t row);
    Result<qint64> insertRows(TableState &state, const Batch &rows, const Layout &layout, std::size_t from);
    Result<qint64> upsertRows(TableState &state, const Batch &rows, const Layout &layout);
    Result<> clear(TableState &state);
    Result<> trim(TableState &state, qint64 maxRows, qint64 maxBytes);
    Result<qint64> dropOldest(TableState &state, qint64 rows);
    Result<> save(const TableState &state);

    Database &m_db;
    std::map<TableName, TableState> m_states;
};

} // namespace dash
