// libFuzzer target: whatever the bytes, the decoders of chunks, log rows and chunk lists answer or refuse; they never
// crash, and what they accept decodes to points in order. The first byte chooses the decoder; an odd one mends the
// checksum first, so that the parts behind it are reached.

#include "core/data/series/batch_log.h"
#include "core/data/series/checksum.h"
#include "core/data/series/chunk_index.h"
#include "tests/fuzz/fuzz_target.h"

#include <array>
#include <cstdlib>

using namespace dash;
using namespace dash::series;

namespace {

void mendChunk(Bytes &bytes)
{
    ByteReader in(bytes);
    in.bytes(6);
    in.varint();
    const std::uint64_t head = in.varint();
    if (!in.ok() || head > in.left())
        return;
    const std::size_t end = bytes.size() - in.left() + static_cast<std::size_t>(head);
    const std::uint32_t crc = crc32c(std::span(bytes).subspan(6, end - 6));
    std::memcpy(bytes.data() + 2, &crc, sizeof crc);
}

void decodeChunk(std::span<const std::uint8_t> bytes)
{
    const auto reader = ChunkReader::open(bytes);
    FlatPoints points;
    if (!reader || !decodeAll(*reader, points))
        return;
    // A block alone, from its own bytes and in units, is what it is in the whole.
    std::array<qint64, kBlockPoints> times{};
    std::array<std::int64_t, kBlockPoints> units{};
    for (std::size_t b = 0; b < reader->blocks(); ++b) {
        (void)reader->blockSummary(b);
        const auto [at, size] = reader->place(b);
        if (!reader->decodeUnits(b, bytes.subspan(at, size), times.data(), units.data()) ||
            times.front() != points.times[b * kBlockPoints])
            std::abort();
        if (reader->isScaled(b))
            (void)summarizeScaled(reader->exponent(), std::span(times).first(reader->blockSize(b)),
                                  std::span(units).first(reader->blockSize(b)));
    }
    if (points.size() != reader->size())
        std::abort();
}

} // namespace

static void fuzzChunk(fuzz::Input input)
{
    const std::uint8_t *data = input.data();
    if (input.size() < 8)
        return;
    Bytes bytes(input.begin() + 1, input.end());
    const bool mend = (data[0] & 1) != 0;
    switch ((data[0] >> 1) % 3) {
    case 0:
        if (mend)
            mendChunk(bytes);
        decodeChunk(bytes);
        break;
    case 1:
        if (mend) {
            const std::uint32_t crc = crc32c(std::span(bytes).subspan(5));
            std::memcpy(bytes.data() + 1, &crc, sizeof crc);
        }
        if (bytes.size() < std::size_t{1} << 16) // a row may stand for 16 M points; keep the fuzzer within its memory
            (void)readLogRow(bytes);
        break;
    default:
        (void)decodeChunkRefs(bytes, static_cast<ValueType>(bytes[0] % 5));
        break;
    }
}

DASH_FUZZ(chunk, fuzzChunk)
