#pragma once
// Which chunks a series has and what is in them, kept in groups of up to 128 (table series_group). The one place that
// reads and writes the tables series_group and series_chunk.

#include "core/data/series/heads.h"

namespace dash::series {

struct ChunkRef {
    qint64 id = 0;
    Summary summary; // first and last are meaningless for text
};

struct GroupRef {
    qint64 firstTime = 0;
    qint64 lastTime = 0;
    Summary total;
    bool isDamaged = false; // the total does not decode; first and last time are as stored beside it
};

inline constexpr std::size_t kGroupChunks = 128;

// A chunk opened for some of its blocks: what is not asked for is not read from the file.
class ChunkParts {
public:
    const ChunkReader &head() const { return m_head; }
    // Writes head().blockSize(block) times and words.
    Result<> decode(std::size_t block, qint64 *times, Word *words);
    // Likewise units; see ChunkReader::isScaled().
    Result<> decodeUnits(std::size_t block, qint64 *times, std::int64_t *units);

private:
    friend class ChunkIndex;
    ChunkParts(SeriesId series, BlobReader &blobs)
        : m_series(series)
        , m_blobs(&blobs)
    {
    }
    Result<> load(std::size_t from, std::size_t size);
    Result<std::span<const std::uint8_t>> bytesOf(std::size_t block);

    SeriesId m_series;
    BlobReader *m_blobs; // stands at this chunk
    std::size_t m_chunkBytes = 0;
    ChunkReader m_head;
    Bytes m_loaded; // bytes of the chunk from m_from on
    std::size_t m_from = 0;
    std::size_t m_next = 0; // block after the one decoded last
};

inline constexpr const char *kChunkTable = "series_chunk";
inline constexpr const char *kChunkColumn = "data";

class ChunkIndex {
public:
    ChunkIndex(Database &db, SeriesId series, ValueType type)
        : m_db(db)
        , m_series(series)
        , m_type(type)
    {
    }

    SeriesId series() const { return m_series; }
    ValueType type() const { return m_type; }
    // Groups that may hold times of [from, to), ascending.
    Result<std::vector<GroupRef>> groups(qint64 from = kMinInstant, qint64 to = kMaxInstant) const;
    Result<std::vector<ChunkRef>> chunks(const GroupRef &group) const;
    // The group's list of chunks as it is stored; empty when not even that can be read.
    Bytes rawChunks(const GroupRef &group) const;
    // Until the next one is opened by the same reader, which is one of kChunkTable and kChunkColumn.
    Result<ChunkParts> open(const ChunkRef &chunk, BlobReader &blobs) const;
    Result<FlatPoints> points(const ChunkRef &chunk) const;
    // Points of the chunk's blocks that touch the range, until there are more than `most` of them at or behind its
    // start. Blocks that do not decode are left out and added to `gaps`.
    Result<FlatPoints> readable(const ChunkRef &chunk, TimeRange range, std::size_t most, BlobReader &blobs,
                                std::vector<SeriesGap> &gaps) const;
    // The newest group that starts before `before`; nothing when there is none.
    Result<std::optional<GroupRef>> groupBefore(qint64 before) const;
    Result<qint64> firstTime() const; // of the series; 0 when it has no chunk

    Result<ChunkRef> addChunk(std::span<const qint64> times, std::span<const Word> words,
                              std::span<const std::string> texts);
    Result<> dropChunk(qint64 chunk);
    Result<> dropGroup(const GroupRef &group);
    Result<> addGroups(const std::vector<ChunkRef> &chunks); // ascending; splits what is too long

private:
    Database &m_db;
    SeriesId m_series;
    ValueType m_type;
};

// Appends all points of an open chunk; texts get new indices.
Result<> decodeAll(const ChunkReader &chunk, FlatPoints &out);

// The columns of series_group, for tests of damaged files.
Bytes encodeChunkRefs(std::span<const ChunkRef> chunks, ValueType type);
Result<std::vector<ChunkRef>> decodeChunkRefs(std::span<const std::uint8_t> bytes, ValueType type);

} // namespace dash::series
