#pragma once
// Changes to the chunks of one series: putting points in, taking ranges out. Counts in the catalogue row follow.

#include "core/data/series/catalog.h"
#include "core/data/series/chunk_index.h"

namespace dash::series {

class SealedPoints {
public:
    SealedPoints(Database &db, CatalogRow &row, std::size_t chunkPoints);

    // Puts points (ascending, unique; they win over stored ones) into chunks.
    Result<> put(const FlatPoints &points);
    // Takes the points of [from, to) out; returns how many.
    Result<std::uint64_t> remove(TimeRange range);
    // What is stored at these times (ascending): as many answers as times.
    struct Stored {
        bool present = false;
        Word word = 0;
        std::string text;
    };
    Result<std::vector<Stored>> lookUp(std::span<const qint64> times);

private:
    Result<> putIntoGroup(std::vector<ChunkRef> &chunks, const FlatPoints &points, std::size_t from, std::size_t to,
                          bool isLast);
    Result<> replaceGroup(const GroupRef &old, const std::vector<ChunkRef> &chunks);
    Result<> addChunks(const FlatPoints &points, std::size_t from, std::size_t to, std::vector<ChunkRef> &out);
    Result<> refreshRow(std::int64_t countChange);

    ChunkIndex m_index;
    CatalogRow &m_row;
    ValueType m_type;
    std::size_t m_target;
};

} // namespace dash::series
