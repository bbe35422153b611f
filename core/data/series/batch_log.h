#pragma once
// Rows of the batch log: what one append() added, in a form that costs little to write. Deltas are packed in whole
// bytes; decimals go as integers.

#include "core/data/series/heads.h"

namespace dash::series {

inline constexpr std::size_t kMaxLogRowPoints = std::size_t{1} << 24;

struct LogBlock {
    SeriesId series{};
    ValueType type = ValueType::Double;
    std::uint64_t added = 0; // points that were new when appended
    FlatPoints points;       // ascending, unique
};

class LogWriter {
public:
    LogWriter();
    void add(SeriesId series, ValueType type, std::uint64_t added, std::span<const qint64> times,
             std::span<const Word> words, std::span<const std::string> texts);
    std::size_t points() const { return m_points; }
    std::span<const std::uint8_t> finish(); // valid until the writer is used again
    void clear();

private:
    Bytes m_out;
    std::size_t m_points = 0;
};

// Any bytes are safe: what is wrong is ChunkCorrupt.
Result<std::vector<LogBlock>> readLogRow(std::span<const std::uint8_t> bytes);

} // namespace dash::series
