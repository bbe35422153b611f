// Fuzz target: rows of the batch log. An odd first byte mends the checksum first, so that the parts behind it are
// reached.

#include "core/data/series/batch_log.h"
#include "core/data/series/checksum.h"
#include "tests/fuzz/fuzz_target.h"

#include <cstdlib>

using namespace dash;
using namespace dash::series;

namespace {

void run(fuzz::Input bytes)
{
    if (bytes.size() < 8 || bytes.size() > std::size_t{1} << 16) // a row may stand for 16 M points
        return;
    Bytes own(bytes.begin() + 1, bytes.end());
    if ((bytes[0] & 1) != 0) {
        const std::uint32_t crc = crc32c(std::span(own).subspan(5));
        std::memcpy(own.data() + 1, &crc, sizeof crc);
    }
    const auto blocks = readLogRow(own);
    if (!blocks)
        return;
    LogWriter writer;
    for (const LogBlock &block : *blocks) {
        const FlatPoints &points = block.points;
        if (points.size() == 0 || points.words.size() != points.size())
            std::abort();
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (points.times[i] <= points.times[i - 1])
                std::abort();
        }
        writer.add(block.series, block.type, block.added, points.times, points.words, points.texts);
    }
    if (blocks->empty())
        return;
    // What was read is written and read again as it was.
    const auto again = readLogRow(writer.finish());
    if (!again || again->size() != blocks->size())
        std::abort();
    for (std::size_t i = 0; i < blocks->size(); ++i) {
        const LogBlock &a = (*blocks)[i];
        const LogBlock &b = (*again)[i];
        if (a.series != b.series || a.type != b.type || a.points.times != b.points.times ||
            a.points.words != b.points.words || a.points.texts != b.points.texts)
            std::abort();
    }
}

} // namespace

DASH_FUZZ(log, run)
