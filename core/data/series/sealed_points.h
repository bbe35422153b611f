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
    // Takes what does not decode out of the groups that touch the range and out of the one before it, and notes it as
    // damage; how much there was. The others do so by themselves when they meet damage.
    Result<std::uint64_t> setDamagedAside(TimeRange range);

private:
    // Does `work`; when damage gets in its way, takes what it did back, sets the damage aside and does it again.
    template <class Work>
    std::invoke_result_t<Work> aroundDamage(TimeRange range, Work work);
    Result<> tryPut(const FlatPoints &points);
    Result<std::uint64_t> tryRemove(TimeRange range);
    Result<std::vector<Stored>> tryLookUp(std::span<const qint64> times) const;
    Result<std::uint64_t> setDamagedChunksAside(const GroupRef &group);
    Result<std::vector<GroupRef>> soundGroups(qint64 from = kMinInstant, qint64 to = kMaxInstant) const;
    Result<> putIntoGroup(std::vector<ChunkRef> &chunks, const FlatPoints &points, std::size_t from, std::size_t to,
                          bool isLast);
    Result<> replaceGroup(const GroupRef &old, const std::vector<ChunkRef> &chunks);
    Result<> addChunks(const FlatPoints &points, std::size_t from, std::size_t to, std::vector<ChunkRef> &out);
    Result<> refreshRow(std::int64_t countChange);

    Database &m_db;
    ChunkIndex m_index;
    CatalogRow &m_row;
    ValueType m_type;
    std::size_t m_target;
};

} // namespace dash::series
