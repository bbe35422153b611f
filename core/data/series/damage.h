#pragma once
// What was found damaged and is set aside: kept in the file for a diagnosis, never looked at by readers again, shown as
// a gap. The one place that reads and writes the table series_damage.

#include "core/data/series/catalog.h"

#include <optional>

namespace dash::series {

enum class DamageKind : std::uint8_t { Chunk, Group, LogRow };

struct Damage {
    DamageKind kind = DamageKind::Chunk;
    qint64 place = 0; // of the chunk or the row of the batch log; first time of the group
    std::optional<SeriesId> series;
    qint64 firstTime = 0, lastTime = 0; // inclusive; of a series
    std::uint64_t points = 0;           // 0: not known
    QString reason;
    std::span<const std::uint8_t> data; // of a group: its list of chunks
};

Result<> noteDamage(Database &db, const Damage &damage);
// Gaps of the series that touch the range, ascending.
Result<std::vector<SeriesGap>> damagedGaps(Database &db, SeriesId series, TimeRange range);
// Rows of the batch log that are not to be read.
Result<std::vector<qint64>> damagedLogRows(Database &db);
// Where points of the series may be missing that a damaged row of the log held: behind what is sealed, up to the first
// unsealed point (kMaxInstant: there is none). The row itself cannot tell; late points it may have held have no gap.
SeriesGap gapOfLostRow(const CatalogRow &row, qint64 firstUnsealed);
// A checksum that fails or a page of the file that cannot be read; other errors may pass.
inline bool isDamage(const Error &error)
{
    return error.code == ErrorCode::ChunkCorrupt || error.code == ErrorCode::DatabaseCorrupt;
}

} // namespace dash::series
