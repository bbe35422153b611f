// Fuzz target: what SQL holds of tables. Bytes are taken as the registry row of a table when the first is odd, else as
// cells of a column: what a damaged file may hold, of any kind and length.

#include "core/data/points_schema.h"
#include "core/data/tables/table_schema.h"
#include "tests/fuzz/fuzz_target.h"

#include <cstdlib>

using namespace dash;

namespace {

Database &memory()
{
    static const std::unique_ptr<Database> db = [] {
        auto opened = Database::open(QStringLiteral(":memory:"));
        if (!opened || !migrate(**opened, pointsMigrations()) ||
            !(*opened)->execute("INSERT INTO dash_tables(id, pipeline, output, title, key_columns, unique_columns, "
                                "columns, row_count, byte_count, next_row, revision) "
                                "VALUES(1, zeroblob(16), 't', '', '[]', '[]', '[]', 0, 0, 1, 0)"))
            std::abort();
        return std::move(*opened);
    }();
    return *db;
}

void registry(std::span<const std::uint8_t> bytes)
{
    Database &db = memory();
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const std::size_t half = text.size() / 2;
    auto update = db.prepare("UPDATE dash_tables SET columns = ?1, key_columns = ?2, unique_columns = ?2");
    if (!update)
        std::abort();
    update->bind(1, text.substr(0, half)).bind(2, text.substr(half));
    if (!update->run())
        std::abort();
    const auto tables = loadTables(db);
    if (!tables || tables->size() != 1)
        std::abort();
    for (const TableColumn &column : tables->front().columns)
        (void)tables->front().indexOf(column.name);
    (void)tables->front().info();
    (void)columnsText(tables->front().columns);
}

void cells(std::span<const std::uint8_t> bytes)
{
    TableColumn meta;
    meta.type = static_cast<ColumnType>(bytes[0] % 7);
    meta.scale = bytes[1] % (kMaxDecimalScale + 1);
    Column column(meta.type, meta.type == ColumnType::Decimal ? meta.scale : 0);
    auto select = memory().prepare("SELECT ?1");
    if (!select)
        std::abort();
    std::size_t count = 0;
    for (std::size_t at = 2; at + 2 <= bytes.size() && count < 64; ++count) {
        const std::uint8_t kind = bytes[at] % 5;
        const std::size_t size = std::min<std::size_t>(bytes[at + 1] % 40, bytes.size() - at - 2);
        const auto value = bytes.subspan(at + 2, size);
        at += 2 + size;
        std::uint64_t word = 0;
        if (size > 0)
            std::memcpy(&word, value.data(), std::min<std::size_t>(8, size));
        switch (kind) {
        case 0:
            select->bindNull(1);
            break;
        case 1:
            select->bind(1, static_cast<qint64>(word));
            break;
        case 2:
            select->bind(1, std::bit_cast<double>(word));
            break;
        case 3:
            select->bind(1, std::string_view(reinterpret_cast<const char *>(value.data()), value.size()));
            break;
        default:
            select->bindBlob(1, value);
            break;
        }
        if (!select->step().value_or(false))
            std::abort();
        readCell(*select, 0, meta, column);
        select->reset();
        if (column.size() != count + 1)
            std::abort();
    }
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.isNull(row))
            (void)cellText(column, row);
    }
}

void run(fuzz::Input bytes)
{
    if (bytes.size() < 4 || bytes.size() > std::size_t{1} << 16)
        return;
    if ((bytes[0] & 1) != 0)
        registry(bytes.subspan(1));
    else
        cells(bytes.subspan(1));
}

} // namespace

DASH_FUZZ(table, run)
