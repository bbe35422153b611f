#include "core/data/series/damage.h"

#include "core/base/log.h"
#include "core/data/series/write_point.h"

namespace dash::series {

Result<> noteDamage(Database &db, const Damage &damage)
{
    qCWarning(logData, "%s: set aside: kind %d, place %lld, series %lld: %s", qUtf8Printable(db.path()),
              static_cast<int>(damage.kind), static_cast<long long>(damage.place),
              damage.series ? static_cast<long long>(*damage.series) : -1, qUtf8Printable(damage.reason));
    auto insert =
        db.prepare("INSERT INTO series_damage(kind, place, series, first_time, last_time, points, reason, data) "
                   "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!insert)
        return fail(insert.error());
    insert->bind(1, static_cast<qint64>(damage.kind)).bind(2, damage.place);
    if (damage.series)
        insert->bind(3, static_cast<qint64>(*damage.series)).bind(4, damage.firstTime).bind(5, damage.lastTime);
    insert->bind(6, static_cast<qint64>(damage.points)).bind(7, damage.reason);
    if (!damage.data.empty())
        insert->bindBlob(8, damage.data);
    if (const auto done = insert->run(); !done)
        return done;
    return passWrite("series.damage.noted");
}

Result<std::vector<SeriesGap>> damagedGaps(Database &db, SeriesId series, TimeRange range)
{
    auto select = db.prepare("SELECT first_time, last_time, points FROM series_damage WHERE series = ?1 AND "
                             "first_time < ?3 AND last_time >= ?2 ORDER BY first_time, id");
    if (!select)
        return fail(select.error());
    select->bind(1, static_cast<qint64>(series)).bind(2, range.from).bind(3, range.to);
    std::vector<SeriesGap> out;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back({select->integer(0), select->integer(1) + 1, static_cast<std::uint64_t>(select->integer(2)),
                       ErrorCode::ChunkCorrupt});
    }
}

SeriesGap gapOfLostRow(const CatalogRow &row, qint64 firstUnsealed)
{
    const qint64 from = row.info.points > 0 ? row.info.last + 1 : kMinInstant;
    return {std::max(from, row.floor), firstUnsealed, 0, ErrorCode::ChunkCorrupt};
}

Result<std::vector<qint64>> damagedLogRows(Database &db)
{
    auto select = db.prepare("SELECT place FROM series_damage WHERE kind = ?1 ORDER BY place");
    if (!select)
        return fail(select.error());
    select->bind(1, static_cast<qint64>(DamageKind::LogRow));
    std::vector<qint64> out;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(select->integer(0));
    }
}

} // namespace dash::series
