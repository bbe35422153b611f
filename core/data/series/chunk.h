#pragma once
// The chunk: a sealed, compressed run of points of one series (ascending, unique times), self-describing and checked.
//
//   byte 0      format version (1)
//   byte 1      value type
//   4 bytes     CRC-32C of the header and directory from byte 6 on
//   varint      points; varint bytes of header and directory
//   values      mode (integers, scaled decimal with exponent, double bits), exceptions, text dictionary, column plan
//   times       mode (grid, plain), grid, column plans
//   directory   per block of 512 points: bytes, CRC-32C, first time, seeds, min/max/sum
//   blocks      each decodes on its own
//
// Doubles that are exact decimals become integers; any other pattern of bits comes back bit for bit. A chunk of this
// version stays readable for ever; a new idea gets a new version byte.

#include "core/base/error.h"
#include "core/data/series/chunk_format.h"
#include "core/data/series/column_codec.h"
#include "core/data/series/series_store.h"

#include <string>

namespace dash::series {

inline constexpr std::size_t kBlockPoints = 512;
inline constexpr std::size_t kMaxChunkPoints = 65'536;
inline constexpr std::size_t kMaxTextBytes = 256;

// Values as 64-bit words: the bits of a double, an int64, or for text the index of the string in `texts`.
using Word = std::uint64_t;

// What is known of a run of points without its points. Integer types fill the units, doubles the doubles; NaN counts
// as a point and is left out of min, max and sum.
struct Summary {
    std::uint64_t count = 0;
    std::uint64_t numbers = 0; // points that take part in min, max and sum
    qint64 firstTime = 0, lastTime = 0;
    Word first = 0, last = 0;
    double min = 0, max = 0, sum = 0;
    std::int64_t minUnits = 0, maxUnits = 0;
    Int128 sumUnits = 0;

    // Adds a later run of the same series.
    void append(const Summary &later, ValueType type);
};

struct ChunkInput {
    ValueType type = ValueType::Double;
    std::span<const qint64> times; // ascending, unique, 1 … kMaxChunkPoints
    std::span<const Word> words;
    std::span<const std::string> texts; // what the words of text point to
};

Bytes encodeChunk(const ChunkInput &input);
Summary summarize(ValueType type, std::span<const qint64> times, std::span<const Word> words);
// Doubles as units of 10^-exponent, at most kBlockPoints of them, not empty.
Summary summarizeScaled(int exponent, std::span<const qint64> times, std::span<const std::int64_t> units);

// Reads a chunk. Any bytes are safe: what is wrong is ChunkCorrupt.
class ChunkReader {
public:
    // The whole chunk, which must outlive the reader.
    static Result<ChunkReader> open(std::span<const std::uint8_t> bytes);
    // Header and directory alone, of a chunk of so many bytes; blocks are then decoded from their own bytes.
    static Result<ChunkReader> openHead(std::span<const std::uint8_t> head, std::size_t chunkBytes);
    // Size of header and directory, told by the first kHeadPrefix bytes; 0: not a chunk.
    static std::size_t headBytes(std::span<const std::uint8_t> prefix);
    static constexpr std::size_t kHeadPrefix = 32;

    ValueType type() const { return m_type; }
    std::size_t size() const { return m_count; }
    std::size_t blocks() const { return m_directory.size(); }
    std::size_t blockSize(std::size_t block) const { return std::min(kBlockPoints, m_count - block * kBlockPoints); }
    qint64 firstTime(std::size_t block) const { return m_directory[block].firstTime; }
    const std::vector<std::string> &texts() const { return m_texts; }
    // count, numbers, firstTime, min, max, sum of a block; lastTime, first and last are known only from its points.
    Summary blockSummary(std::size_t block) const;
    // Where the block's bytes are in the chunk.
    struct Place {
        std::size_t at = 0;
        std::size_t bytes = 0;
    };
    Place place(std::size_t block) const;
    // Writes blockSize() times and words.
    Result<> decode(std::size_t block, qint64 *times, Word *words) const;
    Result<> decode(std::size_t block, std::span<const std::uint8_t> bytes, qint64 *times, Word *words) const;
    // Every value of the block is a whole number of units of 10^-exponent(): decodeUnits() gives these.
    bool isScaled(std::size_t block) const;
    int exponent() const { return m_exponent; }
    Result<> decodeUnits(std::size_t block, std::span<const std::uint8_t> bytes, qint64 *times,
                         std::int64_t *units) const;

private:
    struct Entry {
        std::size_t at = 0;
        std::size_t bytes = 0;
        std::uint32_t crc = 0;
        qint64 firstTime = 0;
        Seed value, index, time;
        std::int64_t min = 0;
        std::int64_t max = 0;
        Int128 sum = 0;
        double minDouble = 0, maxDouble = 0, sumDouble = 0;
        std::uint32_t numbers = 0;
    };
    struct Exception {
        std::uint32_t index;
        Word word;
    };

    [[nodiscard]] bool readHead(std::span<const std::uint8_t> head, std::size_t chunkBytes);
    [[nodiscard]] bool readValues(ByteReader &in);
    [[nodiscard]] bool readTimes(ByteReader &in);
    [[nodiscard]] bool readDirectory(ByteReader &in);
    [[nodiscard]] bool decodeTimes(const Entry &e, ByteReader &in, std::span<qint64> times) const;
    [[nodiscard]] bool fillEvenTimes(const Entry &e, std::span<qint64> times) const;
    void restoreDoubles(std::size_t block, Word *words) const;

    std::span<const std::uint8_t> m_bytes; // of the whole chunk; empty after openHead()
    std::size_t m_headBytes = 0;
    std::size_t m_blockBytes = 0; // of all blocks
    ValueType m_type = ValueType::Double;
    std::size_t m_count = 0;
    ValueMode m_mode = ValueMode::Integers;
    int m_exponent = 0;
    bool m_doubleSummaries = false;
    std::vector<Exception> m_exceptions;
    std::vector<std::string> m_texts;
    std::optional<ColumnDecoder> m_values;
    bool m_grid = false;
    qint64 m_gridStart = 0;
    std::int64_t m_gridStep = 0;
    ColumnPlan m_valuePlan, m_indexPlan, m_timePlan;
    std::optional<ColumnDecoder> m_index; // place on the grid
    std::optional<ColumnDecoder> m_times; // distance from the grid, or the time itself
    std::vector<Entry> m_directory;
};

} // namespace dash::series
