#include "core/data/tables/table_schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>
#include <cstring>

namespace dash {

namespace {

constexpr const char *kSelect = "SELECT id, pipeline, output, title, key_columns, unique_columns, columns, row_count, "
                                "byte_count, next_row, revision FROM dash_tables";

QStringList names(const QByteArray &json)
{
    QStringList out;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        out.append(value.toString());
    return out;
}

TableState stateFrom(const Statement &row)
{
    TableState state;
    state.id = row.integer(0);
    state.name = TableName{PipelineId::fromBytes(row.bytes(1)), row.string(2)};
    state.title = row.string(3);
    state.key = names(row.bytes(4));
    state.unique = names(row.bytes(5));
    const QJsonArray columns = QJsonDocument::fromJson(row.bytes(6)).array();
    for (const auto &value : columns) {
        const QJsonObject column = value.toObject();
        state.columns.push_back(
            TableColumn{column[QLatin1StringView("name")].toString(),
                        columnTypeFromName(column[QLatin1StringView("type")].toString()).value_or(ColumnType::Text),
                        column[QLatin1StringView("scale")].toInt(), column[QLatin1StringView("fixed")].toBool(),
                        column[QLatin1StringView("unit")].toString()});
    }
    state.rows = row.integer(7);
    state.bytes = row.integer(8);
    state.nextRow = row.integer(9);
    state.revision = row.integer(10);
    return state;
}

using WideDecimal = std::array<unsigned char, 17>;

WideDecimal wideDecimal(const Decimal &value)
{
    Decimal shortest = value; // one form for each value, so that keys compare
    while (shortest.scale > 0 && shortest.units % 10 == 0) {
        shortest.units /= 10;
        --shortest.scale;
    }
    WideDecimal out{};
    out[0] = static_cast<unsigned char>(shortest.scale);
    for (std::size_t i = 0; i < 16; ++i)
        out[1 + i] = static_cast<unsigned char>(shortest.units >> (8 * (15 - static_cast<int>(i))));
    return out;
}

std::optional<Decimal> fromWide(std::span<const unsigned char> bytes)
{
    if (bytes.size() != 17 || bytes[0] > kMaxDecimalScale)
        return std::nullopt;
    __extension__ unsigned __int128 units = 0;
    for (std::size_t i = 1; i < 17; ++i)
        units = (units << 8) | bytes[i];
    return Decimal{static_cast<Int128>(units), bytes[0]};
}

double readDouble(const Statement &statement, int at)
{
    if (statement.kind(at) != Statement::Kind::Blob)
        return statement.real(at);
    double value = std::nan("");
    const auto bytes = statement.blob(at);
    if (bytes.size() == sizeof value)
        std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

void readDecimal(const Statement &statement, int at, const TableColumn &meta, Column &out)
{
    std::optional<Decimal> value;
    if (statement.kind(at) == Statement::Kind::Blob)
        value = fromWide(statement.blob(at));
    else
        value = Decimal{statement.integer(at), meta.scale};
    if (!value || !out.appendDecimal(*value))
        out.appendNull();
}

} // namespace

int TableState::indexOf(QStringView column) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column)
            return static_cast<int>(i);
    }
    return -1;
}

TableInfo TableState::info() const
{
    TableInfo info{name, title, key, {}, rows, bytes, revision};
    for (const TableColumn &column : columns)
        info.columns.emplace_back(column.name, column.type);
    return info;
}

Result<std::optional<TableState>> loadTable(Database &db, const TableName &name)
{
    auto select = db.prepare(std::string(kSelect) + " WHERE pipeline = ? AND output = ?");
    if (!select)
        return fail(select.error());
    select->bindBlob(1, name.pipeline.bytes()).bind(2, name.output);
    const auto found = select->step();
    if (!found)
        return fail(found.error());
    return *found ? std::optional(stateFrom(*select)) : std::nullopt;
}

Result<std::vector<TableState>> loadTables(Database &db)
{
    auto select = db.prepare(std::string(kSelect) + " ORDER BY id");
    if (!select)
        return fail(select.error());
    std::vector<TableState> out;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(stateFrom(*select));
    }
}

QByteArray columnsText(const std::vector<TableColumn> &columns)
{
    QJsonArray array;
    for (const TableColumn &column : columns) {
        QJsonObject object{{QStringLiteral("name"), column.name},
                           {QStringLiteral("type"), QString(columnTypeName(column.type))},
                           {QStringLiteral("fixed"), column.fixed}};
        if (column.scale > 0)
            object[QLatin1StringView("scale")] = column.scale;
        if (!column.unit.isEmpty())
            object[QLatin1StringView("unit")] = column.unit;
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::string orderIndexName(const TableState &table, int column)
{
    return "o" + std::to_string(table.id) + "_" + std::to_string(column);
}

const char *orderCollation(ColumnType type)
{
    return type == ColumnType::Text || type == ColumnType::Json ? " COLLATE NOCASE" : "";
}

void bindCell(Statement &statement, int parameter, const Column &column, std::size_t row, const TableColumn &meta)
{
    if (column.isNull(row)) {
        statement.bindNull(parameter);
        return;
    }
    switch (column.type) {
    case ColumnType::Bool:
        statement.bind(parameter, qint64{column.bools[row] != 0});
        return;
    case ColumnType::Int64:
    case ColumnType::Instant:
        if (meta.type == ColumnType::Decimal) {
            const auto units = exactUnits(Decimal{column.ints[row], 0}, meta.scale);
            if (units)
                statement.bind(parameter, *units);
            else
                statement.bindBlob(
                    parameter,
                    QByteArray(reinterpret_cast<const char *>(wideDecimal(Decimal{column.ints[row], 0}).data()), 17));
            return;
        }
        statement.bind(parameter, qint64{column.ints[row]});
        return;
    case ColumnType::Double:
        if (std::isnan(column.doubles[row]))
            statement.bindBlob(parameter, QByteArray(reinterpret_cast<const char *>(&column.doubles[row]), 8));
        else
            statement.bind(parameter, column.doubles[row]);
        return;
    case ColumnType::Decimal:
        if (const auto units = exactUnits(column.decimal(row), meta.scale)) {
            statement.bind(parameter, *units);
        } else {
            statement.bindBlob(parameter,
                               QByteArray(reinterpret_cast<const char *>(wideDecimal(column.decimal(row)).data()), 17));
        }
        return;
    case ColumnType::Text:
    case ColumnType::Json:
        statement.bind(parameter, column.text(row));
        return;
    }
}

void readCell(const Statement &statement, int at, const TableColumn &meta, Column &out)
{
    if (statement.isNull(at)) {
        out.appendNull();
        return;
    }
    switch (meta.type) {
    case ColumnType::Bool:
        out.appendBool(statement.integer(at) != 0);
        return;
    case ColumnType::Int64:
    case ColumnType::Instant:
        out.appendInt(statement.integer(at));
        return;
    case ColumnType::Double:
        out.appendDouble(readDouble(statement, at));
        return;
    case ColumnType::Decimal:
        readDecimal(statement, at, meta, out);
        return;
    case ColumnType::Text:
    case ColumnType::Json:
        out.appendText(statement.text(at));
        return;
    }
}

} // namespace dash
