#include "core/data/tables/table_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dash {

namespace {

constexpr std::size_t kMaxColumns = 1'000; // SQLite itself stops at 2 000
constexpr qint64 kRowOverhead = 8;

QByteArray namesText(const QStringList &names)
{
    return QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact);
}

bool isText(ColumnType type)
{
    return type == ColumnType::Text || type == ColumnType::Json;
}

bool hasValue(const Column &column, std::size_t rows)
{
    return rows > 0 && (column.valid.empty() ||
                        std::find(column.valid.begin(), column.valid.end(), std::uint8_t{1}) != column.valid.end());
}

// What a column of type `have` becomes when values of `found` come in; nothing when they cannot live together. Numbers
// only ever widen, as in concatenate().
std::optional<ColumnType> widened(ColumnType have, ColumnType found)
{
    if (have == found)
        return have;
    const auto pair = [&](ColumnType a, ColumnType b) {
        return (have == a && found == b) || (have == b && found == a);
    };
    if (pair(ColumnType::Int64, ColumnType::Double))
        return ColumnType::Double;
    if (pair(ColumnType::Int64, ColumnType::Decimal))
        return ColumnType::Decimal;
    return std::nullopt;
}

} // namespace

struct TableStore::Layout {
    std::vector<int> column;     // of the table, for each field of the batch
    std::vector<int> keyFields;  // fields of the batch that make the key
    qint64 fixedBytes = 0;       // a row's bytes without its text
    std::vector<int> textFields; // fields of the batch whose length counts
    std::string otherTextBytes;  // SQL: bytes of text in columns that the batch does not bring
};

Result<TableState *> TableStore::state(const TableName &name)
{
    if (const auto known = m_states.find(name); known != m_states.end())
        return &known->second;
    auto loaded = loadTable(m_db, name);
    if (!loaded)
        return fail(loaded.error());
    if (!*loaded)
        return nullptr;
    return &m_states.emplace(name, std::move(**loaded)).first->second;
}

Result<TableState *> TableStore::create(const TableWrite &write)
{
    auto insert =
        m_db.prepare("INSERT INTO dash_tables(pipeline, output, title, key_columns, unique_columns, columns, "
                     "row_count, byte_count, next_row, revision) VALUES(?, ?, '', '[]', '[]', '[]', 0, 0, 1, 0)");
    if (!insert)
        return fail(insert.error());
    insert->bindBlob(1, write.table.pipeline.bytes()).bind(2, write.table.output);
    if (const auto done = insert->run(); !done)
        return fail(done.error());
    TableState state;
    state.id = m_db.lastInsertId();
    state.name = write.table;
    if (const auto done = m_db.execute("CREATE TABLE " + state.sqlName() + "(row INTEGER PRIMARY KEY, n INTEGER)");
        !done)
        return fail(done.error());
    return &m_states.emplace(write.table, std::move(state)).first->second;
}

Result<TableStore::Layout> TableStore::fit(TableState &state, const TableWrite &write)
{
    Layout layout;
    for (const Field &field : write.rows.fields) {
        int at = state.indexOf(field.name);
        if (at < 0) {
            if (state.columns.size() >= kMaxColumns)
                return fail(ErrorCode::FormatTooManyColumns,
                            {{QLatin1StringView("limit"), QString::number(kMaxColumns)}});
            at = static_cast<int>(state.columns.size());
            if (const auto done = m_db.execute("ALTER TABLE " + state.sqlName() + " ADD COLUMN c" + std::to_string(at));
                !done)
                return fail(done.error());
            state.columns.push_back(
                TableColumn{field.name, field.column->type, field.column->scale, false, field.unit});
        }
        TableColumn &column = state.columns[static_cast<std::size_t>(at)];
        if (!field.unit.isEmpty())
            column.unit = field.unit;
        if (hasValue(*field.column, write.rows.rows)) {
            const ColumnType found = field.column->type;
            const auto type = column.fixed ? widened(column.type, found) : std::optional(found);
            if (!type)
                return fail(ErrorCode::TableColumnType,
                            {{QLatin1StringView("column"), field.name},
                             {QLatin1StringView("table"), write.title.isEmpty() ? write.table.output : write.title},
                             {QLatin1StringView("expected"), QString(columnTypeName(column.type))},
                             {QLatin1StringView("found"), QString(columnTypeName(found))}});
            if (!column.fixed)
                column.scale = field.column->scale;
            column.type = *type;
            column.fixed = true;
        }
        layout.column.push_back(at);
        if (isText(field.column->type))
            layout.textFields.push_back(static_cast<int>(layout.column.size()) - 1);
    }
    layout.fixedBytes = kRowOverhead;
    for (std::size_t i = 0; i < state.columns.size(); ++i) {
        layout.fixedBytes += isText(state.columns[i].type) ? 2 : 8;
        const bool brought =
            std::find(layout.column.begin(), layout.column.end(), static_cast<int>(i)) != layout.column.end();
        if (isText(state.columns[i].type) && !brought)
            layout.otherTextBytes += "+coalesce(length(CAST(c" + std::to_string(i) + " AS BLOB)),0)";
    }
    return layout;
}

// The index that finds a row by its key follows the definition: made, changed or dropped with it. Rows that the new key
// cannot tell apart leave, except the newest.
Result<> TableStore::fitKey(TableState &state, const QStringList &unique)
{
    if (state.unique == unique)
        return {};
    const std::string id = std::to_string(state.id);
    std::string sql = "DROP INDEX IF EXISTS k" + id + ";";
    if (!unique.isEmpty()) {
        std::string columns;
        std::string missing;
        for (const QString &name : unique) {
            const std::string column = "c" + std::to_string(state.indexOf(name));
            columns += (columns.empty() ? "" : ",") + column;
            missing += (missing.empty() ? "" : " OR ") + column + " IS NULL";
        }
        if (state.rows > 0)
            sql += "DELETE FROM t" + id + " WHERE " + missing + " OR row NOT IN (SELECT max(row) FROM t" + id +
                   " GROUP BY " + columns + ");";
        sql += "CREATE UNIQUE INDEX k" + id + " ON t" + id + "(" + columns + ")";
    }
    if (const auto done = m_db.execute(sql); !done)
        return done;
    state.unique = unique;
    const auto rows = m_db.executeForInt("SELECT count(*) FROM " + state.sqlName());
    const auto bytes = m_db.executeForInt("SELECT total(n) FROM " + state.sqlName());
    if (!rows || !bytes)
        return fail(rows ? bytes.error() : rows.error());
    state.rows = *rows;
    state.bytes = *bytes;
    return {};
}

Result<qint64> TableStore::write(const TableWrite &write)
{
    auto found = state(write.table);
    if (found && *found == nullptr)
        found = create(write);
    if (!found)
        return fail(found.error());
    TableState &state = **found;
    auto layout = fit(state, write);
    if (!layout)
        return fail(layout.error());
    const QStringList unique = write.mode == TableWrite::Mode::Append ? QStringList() : write.key;
    for (const QString &name : unique) {
        layout->keyFields.push_back(write.rows.indexOf(name));
        if (layout->keyFields.back() < 0)
            return fail(ErrorCode::TableKeyMissing,
                        {{QLatin1StringView("table"), write.title.isEmpty() ? write.table.output : write.title},
                         {QLatin1StringView("column"), name}});
    }
    if (const auto done = fitKey(state, unique); !done)
        return fail(done.error());
    if (write.mode == TableWrite::Mode::Replace) {
        if (const auto done = clear(state); !done)
            return fail(done.error());
    }
    state.title = write.title;
    state.key = write.key;

    Result<qint64> changed = 0;
    if (!unique.isEmpty()) {
        changed = upsertRows(state, write.rows, *layout);
    } else {
        // Rows that the cap would drop again at once are never stored.
        const auto total = static_cast<qint64>(write.rows.rows);
        const qint64 skipped = write.maxRows > 0 ? std::max<qint64>(0, total - write.maxRows) : 0;
        changed = insertRows(state, write.rows, *layout, static_cast<std::size_t>(skipped));
    }
    if (!changed)
        return changed;
    if (const auto done = trim(state, write.maxRows, write.maxBytes); !done)
        return fail(done.error());
    if (*changed > 0 || write.mode == TableWrite::Mode::Replace)
        ++state.revision;
    if (const auto done = save(state); !done)
        return fail(done.error());
    return changed;
}

namespace {

std::string columnList(const std::vector<int> &columns)
{
    std::string out;
    for (const int column : columns)
        out += ",c" + std::to_string(column);
    return out;
}

qint64 textBytes(const Batch &rows, const std::vector<int> &textFields, std::size_t row)
{
    qint64 sum = 0;
    for (const int field : textFields)
        sum += static_cast<qint64>(rows.fields[static_cast<std::size_t>(field)].column->text(row).size());
    return sum;
}

} // namespace

Result<Statement> TableStore::prepareInsert(const TableState &state, const Layout &layout)
{
    std::string sql = "INSERT INTO " + state.sqlName() + "(row,n" + columnList(layout.column) + ") VALUES(?,?";
    for (std::size_t i = 0; i < layout.column.size(); ++i)
        sql += ",?";
    return m_db.prepare(sql + ")");
}

Result<> TableStore::insertRow(Statement &insert, TableState &state, const Batch &rows, const Layout &layout,
                               std::size_t row)
{
    const qint64 bytes = layout.fixedBytes + textBytes(rows, layout.textFields, row);
    insert.bind(1, state.nextRow).bind(2, bytes);
    for (std::size_t i = 0; i < layout.column.size(); ++i)
        bindCell(insert, static_cast<int>(i) + 3, *rows.fields[i].column, row,
                 state.columns[static_cast<std::size_t>(layout.column[i])]);
    if (const auto done = insert.run(); !done)
        return done;
    ++state.nextRow;
    ++state.rows;
    state.bytes += bytes;
    return {};
}

Result<qint64> TableStore::insertRows(TableState &state, const Batch &rows, const Layout &layout, std::size_t from)
{
    auto insert = prepareInsert(state, layout);
    if (!insert)
        return fail(insert.error());
    for (std::size_t row = from; row < rows.rows; ++row) {
        if (const auto done = insertRow(*insert, state, rows, layout, row); !done)
            return fail(done.error());
    }
    return static_cast<qint64>(rows.rows - std::min(from, rows.rows));
}

Result<qint64> TableStore::upsertRows(TableState &state, const Batch &rows, const Layout &layout)
{
    std::string where;
    for (std::size_t i = 0; i < layout.keyFields.size(); ++i)
        where += (i == 0 ? "" : " AND ") +
                 ("c" + std::to_string(layout.column[static_cast<std::size_t>(layout.keyFields[i])])) + "=?" +
                 std::to_string(i + 1);
    std::string set = "n=?1" + layout.otherTextBytes;
    std::string differs;
    for (std::size_t i = 0; i < layout.column.size(); ++i) {
        const std::string cell = "c" + std::to_string(layout.column[i]);
        const std::string parameter = "?" + std::to_string(i + 3);
        set += "," + cell + "=" + parameter;
        differs += (i == 0 ? "" : " OR ") + cell + " IS NOT " + parameter;
    }
    auto find = m_db.prepare("SELECT row,n FROM " + state.sqlName() + " WHERE " + where);
    // Rows that are already so are not written again: polling the same list costs nothing.
    auto update =
        m_db.prepare("UPDATE " + state.sqlName() + " SET " + set + " WHERE row=?2 AND (" + differs + ") RETURNING n");
    auto insert = prepareInsert(state, layout);
    if (!find || !update || !insert)
        return fail(!find ? find.error() : !update ? update.error() : insert.error());

    qint64 changed = 0;
    for (std::size_t row = 0; row < rows.rows; ++row) {
        for (std::size_t i = 0; i < layout.keyFields.size(); ++i) {
            const auto field = static_cast<std::size_t>(layout.keyFields[i]);
            if (rows.fields[field].column->isNull(row))
                return fail(ErrorCode::TableKeyMissing,
                            {{QLatin1StringView("table"), state.title.isEmpty() ? state.name.output : state.title},
                             {QLatin1StringView("column"), rows.fields[field].name}});
            bindCell(*find, static_cast<int>(i) + 1, *rows.fields[field].column, row,
                     state.columns[static_cast<std::size_t>(layout.column[field])]);
        }
        const auto known = find->step();
        if (!known)
            return fail(known.error());
        const qint64 bytes = layout.fixedBytes + textBytes(rows, layout.textFields, row);
        if (!*known) {
            find->reset();
            if (const auto done = insertRow(*insert, state, rows, layout, row); !done)
                return fail(done.error());
            ++changed;
            continue;
        }
        const qint64 oldBytes = find->integer(1);
        update->bind(1, bytes).bind(2, find->integer(0));
        find->reset();
        for (std::size_t i = 0; i < layout.column.size(); ++i)
            bindCell(*update, static_cast<int>(i) + 3, *rows.fields[i].column, row,
                     state.columns[static_cast<std::size_t>(layout.column[i])]);
        const auto written = update->step();
        if (!written)
            return fail(written.error());
        if (*written) {
            state.bytes += update->integer(0) - oldBytes;
            ++changed;
        }
        update->reset();
    }
    return changed;
}

Result<> TableStore::clear(TableState &state)
{
    state.rows = 0;
    state.bytes = 0;
    return m_db.execute("DELETE FROM " + state.sqlName());
}

Result<qint64> TableStore::dropOldest(TableState &state, qint64 rows)
{
    auto last = m_db.prepare("SELECT row FROM " + state.sqlName() + " ORDER BY row LIMIT 1 OFFSET ?");
    auto drop = m_db.prepare("DELETE FROM " + state.sqlName() + " WHERE row <= ?");
    if (!last || !drop)
        return fail(last ? drop.error() : last.error());
    last->bind(1, rows - 1);
    const auto found = last->step();
    if (!found)
        return fail(found.error());
    if (!*found)
        return 0;
    drop->bind(1, last->integer(0));
    last->reset();
    if (const auto done = drop->run(); !done)
        return fail(done.error());
    state.rows -= m_db.changes();
    return m_db.changes();
}

Result<> TableStore::trim(TableState &state, qint64 maxRows, qint64 maxBytes)
{
    qint64 surplus = maxRows > 0 ? std::max<qint64>(0, state.rows - maxRows) : 0;
    qint64 freed = 0;
    const qint64 wanted = maxBytes > 0 ? std::max<qint64>(0, state.bytes - maxBytes) : 0;
    if (surplus == 0 && wanted == 0)
        return {};
    auto oldest = m_db.prepare("SELECT n FROM " + state.sqlName() + " ORDER BY row");
    if (!oldest)
        return fail(oldest.error());
    qint64 leaving = 0;
    while (leaving < surplus || freed < wanted) {
        const auto row = oldest->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        freed += oldest->integer(0);
        ++leaving;
    }
    oldest->reset();
    state.bytes -= freed;
    const auto dropped = dropOldest(state, leaving);
    return dropped ? Result<>() : fail(dropped.error());
}

Result<> TableStore::save(const TableState &state)
{
    auto update =
        m_db.prepare("UPDATE dash_tables SET title=?, key_columns=?, unique_columns=?, columns=?, row_count=?, "
                     "byte_count=?, next_row=?, revision=? WHERE id=?");
    if (!update)
        return fail(update.error());
    update->bind(1, state.title)
        .bindBlob(2, namesText(state.key))
        .bindBlob(3, namesText(state.unique))
        .bindBlob(4, columnsText(state.columns));
    update->bind(5, state.rows).bind(6, state.bytes).bind(7, state.nextRow).bind(8, state.revision).bind(9, state.id);
    return update->run();
}

Result<> TableStore::addOrderIndex(const TableName &name, const QString &column)
{
    const auto found = state(name);
    if (!found)
        return fail(found.error());
    const int at = *found == nullptr ? -1 : (*found)->indexOf(column);
    if (at < 0)
        return {};
    const TableState &table = **found;
    const std::string wanted = orderIndexName(table, at);
    auto select =
        m_db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND name LIKE 'o%' "
                     "ORDER BY rowid");
    if (!select)
        return fail(select.error());
    select->bind(1, table.sqlName());
    std::vector<std::string> existing;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        existing.emplace_back(select->text(0));
    }
    select->reset();
    if (std::find(existing.begin(), existing.end(), wanted) != existing.end())
        return {};
    if (existing.size() >= kOrderIndexes) {
        if (const auto done = m_db.execute("DROP INDEX " + existing.front()); !done)
            return done;
    }
    const ColumnType type = table.columns[static_cast<std::size_t>(at)].type;
    return m_db.execute("CREATE INDEX " + wanted + " ON " + table.sqlName() + "(c" + std::to_string(at) +
                        orderCollation(type) + ")");
}

Result<> TableStore::erase(const TableName &name)
{
    const auto found = state(name);
    if (!found)
        return fail(found.error());
    if (*found == nullptr)
        return {};
    const std::string table = (*found)->sqlName();
    const qint64 id = (*found)->id;
    m_states.erase(name);
    if (const auto done = m_db.execute("DROP TABLE " + table); !done)
        return done;
    return m_db.execute("DELETE FROM dash_tables WHERE id=" + std::to_string(id));
}

Result<qint64> TableStore::eraseRows(const TableName &name, const std::vector<qint64> &rows)
{
    const auto found = state(name);
    if (!found)
        return fail(found.error());
    if (*found == nullptr)
        return 0;
    TableState &table = **found;
    auto drop = m_db.prepare("DELETE FROM " + table.sqlName() + " WHERE row=? RETURNING n");
    if (!drop)
        return fail(drop.error());
    qint64 dropped = 0;
    for (const qint64 row : rows) {
        drop->bind(1, row);
        const auto gone = drop->step();
        if (!gone)
            return fail(gone.error());
        if (*gone) {
            table.bytes -= drop->integer(0);
            --table.rows;
            ++dropped;
        }
        drop->reset();
    }
    if (dropped > 0) {
        ++table.revision;
        if (const auto done = save(table); !done)
            return fail(done.error());
    }
    return dropped;
}

} // namespace dash
