#include "core/data/series/catalog.h"

#include "core/base/log.h"
#include "core/data/series/bit_io.h"
#include "core/data/series/write_point.h"

#include <algorithm>

namespace dash::series {

namespace {

#define DASH_SERIES_COLUMNS                                                                                            \
    "id, owner, name, labels, type, scale, unit, floor, sealed_change, sealed_points, sealed_first, sealed_last, hash"

Bytes encodeLabels(const std::vector<Label> &labels)
{
    Bytes out;
    ByteWriter writer(out);
    for (const Label &label : labels) {
        writer.text(label.name);
        writer.text(label.value);
    }
    return out;
}

Result<CatalogRow> toRow(const Statement &row)
{
    CatalogRow out;
    out.info.id = SeriesId{row.integer(0)};
    out.info.key.owner = row.text(1);
    out.info.key.name = row.text(2);
    ByteReader labels(row.blob(3));
    while (labels.ok() && labels.left() > 0) {
        Label label;
        label.name = labels.text();
        label.value = labels.text();
        out.info.key.labels.push_back(std::move(label));
    }
    const qint64 type = row.integer(4);
    out.info.scale = static_cast<int>(row.integer(5));
    // The hash is of the key alone; what else the row holds is checked by who uses it.
    if (!labels.ok() || type < 0 || type > static_cast<qint64>(ValueType::Text) ||
        keyHash(canonicalText(out.info.key)) != row.integer(12))
        return fail(ErrorCode::ChunkCorrupt, {{QLatin1StringView("series"), row.string(2)}},
                    QStringLiteral("a row of the catalog"));
    out.info.type = static_cast<ValueType>(type);
    out.info.unit = row.text(6);
    out.floor = row.integer(7);
    out.sealedChange = row.integer(8);
    out.info.points = static_cast<std::uint64_t>(row.integer(9));
    out.info.first = row.integer(10);
    out.info.last = row.integer(11);
    return out;
}

// Without the rows that are damaged: the series of the others can still be read.
Result<std::vector<CatalogRow>> allRows(Statement &query)
{
    std::vector<CatalogRow> out;
    for (;;) {
        const auto more = query.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        auto row = toRow(query);
        if (!row)
            qCWarning(logData, "the entry of series %lld is damaged; it is left out",
                      static_cast<long long>(query.integer(0)));
        else
            out.push_back(std::move(*row));
    }
}

Result<> runFor(Database &db, const char *sql, qint64 value)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return fail(statement.error());
    statement->bind(1, value);
    return statement->run();
}

} // namespace

SeriesKey sorted(SeriesKey key)
{
    std::sort(key.labels.begin(), key.labels.end());
    key.labels.erase(std::unique(key.labels.begin(), key.labels.end()), key.labels.end());
    return key;
}

std::string canonicalText(const SeriesKey &key)
{
    Bytes out;
    ByteWriter writer(out);
    writer.text(key.owner);
    writer.text(key.name);
    writer.bytes(encodeLabels(key.labels));
    return {out.begin(), out.end()};
}

std::int64_t keyHash(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a, stored: never change it
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return static_cast<std::int64_t>(hash);
}

Result<std::optional<CatalogRow>> findByKey(Database &db, const SeriesKey &key)
{
    auto query = db.prepare("SELECT " DASH_SERIES_COLUMNS " FROM series WHERE hash = ?1");
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(keyHash(canonicalText(key))));
    auto rows = allRows(*query);
    if (!rows)
        return fail(rows.error());
    for (CatalogRow &row : *rows) {
        if (row.info.key == key)
            return std::optional(std::move(row));
    }
    return std::optional<CatalogRow>();
}

Result<std::optional<CatalogRow>> findById(Database &db, SeriesId id)
{
    auto query = db.prepare("SELECT " DASH_SERIES_COLUMNS " FROM series WHERE id = ?1");
    if (!query)
        return fail(query.error());
    query->bind(1, static_cast<qint64>(id));
    auto rows = allRows(*query);
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? std::optional<CatalogRow>() : std::optional(std::move(rows->front()));
}

Result<SeriesId> addToCatalog(Database &db, const SeriesKey &key, const SeriesInfo &info, qint64 change)
{
    auto insert =
        db.prepare("INSERT INTO series(hash, owner, name, labels, type, scale, unit, floor, sealed_change, "
                   "sealed_points, sealed_first, sealed_last) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 0, 0)");
    if (!insert)
        return fail(insert.error());
    const Bytes labels = encodeLabels(key.labels);
    insert->bind(1, static_cast<qint64>(keyHash(canonicalText(key)))).bind(2, key.owner).bind(3, key.name);
    insert->bindBlob(4, labels).bind(5, static_cast<qint64>(info.type)).bind(6, static_cast<qint64>(info.scale));
    insert->bind(7, info.unit).bind(8, kMinInstant).bind(9, change);
    if (const auto done = insert->run(); !done)
        return fail(done.error());
    const SeriesId id{db.lastInsertId()};
    for (const Label &label : key.labels) {
        if (const auto passed = passWrite("series.label.adding"); !passed)
            return fail(passed.error());
        auto add = db.prepare("INSERT OR IGNORE INTO series_label(name, value, series) VALUES(?1, ?2, ?3)");
        if (!add)
            return fail(add.error());
        add->bind(1, label.name).bind(2, label.value).bind(3, static_cast<qint64>(id));
        if (const auto done = add->run(); !done)
            return fail(done.error());
    }
    return id;
}

Result<> updateCatalog(Database &db, const CatalogRow &row)
{
    auto update = db.prepare("UPDATE series SET floor = ?2, sealed_change = ?3, sealed_points = ?4, sealed_first = ?5, "
                             "sealed_last = ?6 WHERE id = ?1");
    if (!update)
        return fail(update.error());
    update->bind(1, static_cast<qint64>(row.info.id)).bind(2, row.floor).bind(3, row.sealedChange);
    update->bind(4, static_cast<qint64>(row.info.points)).bind(5, row.info.first).bind(6, row.info.last);
    if (const auto done = update->run(); !done)
        return done;
    return passWrite("series.catalog.updated");
}

Result<> removeFromCatalog(Database &db, const CatalogRow &row)
{
    for (const Label &label : row.info.key.labels) {
        auto remove = db.prepare("DELETE FROM series_label WHERE name = ?1 AND value = ?2 AND series = ?3");
        if (!remove)
            return fail(remove.error());
        remove->bind(1, label.name).bind(2, label.value).bind(3, static_cast<qint64>(row.info.id));
        if (const auto done = remove->run(); !done)
            return done;
    }
    if (const auto passed = passWrite("series.catalog.removing"); !passed)
        return passed;
    return runFor(db, "DELETE FROM series WHERE id = ?1", static_cast<qint64>(row.info.id));
}

Result<std::vector<CatalogRow>> findRows(Database &db, const CatalogFilter &filter)
{
    std::string sql = "SELECT " DASH_SERIES_COLUMNS " FROM series WHERE 1";
    if (!filter.name.empty())
        sql += " AND name = ?1";
    if (!filter.owner.empty())
        sql += " AND owner = ?2";
    for (std::size_t i = 0; i < filter.labels.size(); ++i) {
        sql += " AND id IN (SELECT series FROM series_label WHERE name = ?" + std::to_string(3 + 2 * i) +
               " AND value = ?" + std::to_string(4 + 2 * i) + ")";
    }
    auto query = db.prepare(sql + " ORDER BY id");
    if (!query)
        return fail(query.error());
    if (!filter.name.empty())
        query->bind(1, filter.name);
    if (!filter.owner.empty())
        query->bind(2, filter.owner);
    for (std::size_t i = 0; i < filter.labels.size(); ++i) {
        query->bind(static_cast<int>(3 + 2 * i), filter.labels[i].name);
        query->bind(static_cast<int>(4 + 2 * i), filter.labels[i].value);
    }
    return allRows(*query);
}

} // namespace dash::series
