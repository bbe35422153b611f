#include "core/data/series/checksum.h"
#include "core/data/series/chunk.h"
#include "core/data/series/chunk_format.h"
#include "core/data/series/decimal_scale.h"
#include "core/data/series/time_grid.h"

#include <zstd.h>

#include <algorithm>
#include <unordered_map>

namespace dash::series {

namespace {

struct Exception {
    std::uint32_t index;
    Word word;
};

bool isNan(Word word)
{
    return std::isnan(std::bit_cast<double>(word));
}

struct Values {
    ValueMode mode = ValueMode::Integers;
    int exponent = 0;
    std::vector<std::int64_t> column;
    std::vector<Exception> exceptions;
    std::vector<std::uint32_t> used; // Text: dictionary entries in order of first use
};

// The exponent that makes most of a sample exact decimals; -1 when few are.
int sampleExponent(std::span<const Word> words)
{
    const std::size_t stride = std::max<std::size_t>(1, words.size() / 64);
    int exponent = 0;
    std::size_t tried = 0;
    std::size_t failed = 0;
    for (std::size_t i = 0; i < words.size(); i += stride) {
        if (isNan(words[i]))
            continue;
        ++tried;
        const int found = exponentOf(words[i], exponent);
        if (found < 0)
            ++failed;
        else
            exponent = found;
    }
    return failed * 8 > tried ? -1 : exponent;
}

bool scaleAll(std::span<const Word> words, Values &out)
{
    out.column.resize(words.size());
    out.exceptions.clear();
    std::size_t strange = 0;
    std::int64_t before = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!scaleExactly(words[i], out.exponent, out.column[i])) [[unlikely]] {
            if (!isNan(words[i])) {
                if (exponentOf(words[i], out.exponent) > out.exponent) { // more places than the sample had
                    out.exponent = exponentOf(words[i], out.exponent);
                    return scaleAll(words, out);
                }
                if (++strange * 16 > words.size())
                    return false;
            }
            out.exceptions.push_back({static_cast<std::uint32_t>(i), words[i]});
            out.column[i] = before;
        }
        before = out.column[i];
    }
    return true;
}

void takeBits(std::span<const Word> words, Values &out)
{
    out.mode = ValueMode::Bits;
    out.exponent = 0;
    out.column.resize(words.size());
    out.exceptions.clear();
    std::int64_t before = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isNan(words[i]))
            out.exceptions.push_back({static_cast<std::uint32_t>(i), words[i]});
        else
            before = orderedBits(words[i]);
        out.column[i] = before;
    }
}

Values prepareValues(const ChunkInput &input)
{
    Values out;
    if (input.type == ValueType::Double) {
        out.mode = ValueMode::Scaled;
        out.exponent = sampleExponent(input.words);
        if (out.exponent < 0 || !scaleAll(input.words, out))
            takeBits(input.words, out);
        return out;
    }
    out.column.resize(input.words.size());
    if (input.type != ValueType::Text) {
        std::transform(input.words.begin(), input.words.end(), out.column.begin(),
                       [](Word w) { return static_cast<std::int64_t>(w); });
        return out;
    }
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::size_t i = 0; i < input.words.size(); ++i) {
        const auto source = static_cast<std::uint32_t>(input.words[i]);
        const auto [it, isNew] = numbers.try_emplace(input.texts[source], static_cast<std::uint32_t>(out.used.size()));
        if (isNew)
            out.used.push_back(source);
        out.column[i] = it->second;
    }
    return out;
}

void writeExceptions(const std::vector<Exception> &exceptions, ByteWriter &writer)
{
    writer.varint(exceptions.size());
    std::uint32_t before = 0;
    Word word = 0;
    for (const Exception &e : exceptions) {
        const bool same = e.word == word;
        writer.varint((std::uint64_t{e.index - before} << 1) | (same ? 1 : 0));
        if (!same)
            writer.fixed(e.word);
        before = e.index;
        word = e.word;
    }
}

void writeDictionary(const std::vector<std::uint32_t> &used, std::span<const std::string> texts, ByteWriter &writer)
{
    Bytes plain;
    ByteWriter plainWriter(plain);
    for (const std::uint32_t i : used)
        plainWriter.text(texts[i]);
    Bytes packed(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 3);
    const bool smaller = ZSTD_isError(size) == 0 && size < plain.size();
    writer.varint(used.size());
    writer.varint(plain.size());
    writer.varint(smaller ? size : 0);
    writer.bytes(smaller ? std::span<const std::uint8_t>(packed.data(), size) : std::span<const std::uint8_t>(plain));
}

struct Times {
    bool isGrid = false;
    GridFit grid;
    ColumnPlan index, rest; // the rest is the time itself without a grid
};

Times planTimes(std::span<const qint64> times)
{
    Times out;
    std::vector<std::int64_t> plain(times.begin(), times.end());
    std::optional<GridFit> fit = fitGrid(times);
    if (fit) {
        out.index = planColumn(fit->index, 1, 2);
        out.rest = planColumn(fit->rest, 0, 1);
        out.isGrid = true;
    }
    const double gridBits = out.index.bits + out.rest.bits;
    if (fit && gridBits == 0) {
        out.grid = std::move(*fit);
        return out;
    }
    ColumnPlan alone = planColumn(plain, 1, 2);
    if (!fit || alone.bits <= gridBits) {
        out.rest = std::move(alone);
        out.isGrid = false;
        out.grid.rest = std::move(plain);
        return out;
    }
    out.grid = std::move(*fit);
    return out;
}

// Writes the seeds of one column, block after block.
class SeedWriter {
public:
    SeedWriter(const ColumnPlan &plan, std::span<const std::int64_t> values)
        : m_plan(plan)
        , m_values(values)
    {
    }

    Seed next(std::size_t at, ByteWriter &writer)
    {
        const Seed seed = at == 0 ? firstSeed(m_plan, m_values) : nextSeed(m_values.first(at));
        if (storesSeed(m_plan, at == 0)) {
            writer.signedVarint(wrapSub(seed.value, m_before.value));
            if (m_plan.order == 2)
                writer.signedVarint(wrapSub(seed.step, m_before.step));
        }
        m_before = seed;
        return seed;
    }

private:
    const ColumnPlan &m_plan;
    std::span<const std::int64_t> m_values;
    Seed m_before;
};

void writeBlockSummary(const Values &values, bool asDoubles, std::span<const Word> words, std::size_t at,
                       std::int64_t &leastBefore, ByteWriter &writer)
{
    if (asDoubles) {
        const Summary s = summarize(ValueType::Double, {}, words);
        writer.fixed(s.min);
        writer.fixed(s.max);
        writer.fixed(s.sum);
        return;
    }
    Int128 numbers = 0;
    std::int64_t least = leastBefore;
    std::int64_t most = 0;
    Int128 sum = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (values.mode != ValueMode::Integers && isNan(words[i]))
            continue;
        const std::int64_t v = values.column[at + i];
        least = numbers > 0 ? std::min(least, v) : v;
        most = numbers > 0 ? std::max(most, v) : v;
        sum += v;
        ++numbers;
    }
    writer.signedVarint(wrapSub(least, leastBefore));
    writer.varint128(numbers > 0 ? static_cast<UInt128>(static_cast<Int128>(most) - least) + 1 : 0);
    writer.varint128(static_cast<UInt128>(sum - least * numbers)); // never negative
    leastBefore = least;
}

} // namespace

Bytes encodeChunk(const ChunkInput &input)
{
    const std::size_t n = input.times.size();
    const Values values = prepareValues(input);
    const bool asDoubles =
        values.mode == ValueMode::Bits || std::any_of(values.exceptions.begin(), values.exceptions.end(),
                                                      [](const Exception &e) { return !isNan(e.word); });
    const ColumnPlan valuePlan = planColumn(values.column, 0, 2);
    const Times times = planTimes(input.times);

    Bytes head;
    ByteWriter writer(head);
    writer.u8(static_cast<std::uint8_t>(static_cast<int>(values.mode) | (asDoubles ? 4 : 0)));
    writer.u8(static_cast<std::uint8_t>(values.exponent));
    writeExceptions(values.exceptions, writer);
    if (input.type == ValueType::Text)
        writeDictionary(values.used, input.texts, writer);
    valuePlan.write(head);
    writer.u8(times.isGrid ? 1 : 0);
    if (times.isGrid) {
        writer.signedVarint(times.grid.grid.start);
        writer.signedVarint(times.grid.grid.step);
        times.index.write(head);
    }
    times.rest.write(head);

    const ColumnEncoder valueEncoder(valuePlan);
    const ColumnEncoder indexEncoder(times.index);
    const ColumnEncoder restEncoder(times.rest);
    SeedWriter valueSeeds(valuePlan, values.column);
    SeedWriter indexSeeds(times.index, times.grid.index);
    SeedWriter restSeeds(times.rest, times.grid.rest);
    Bytes data;
    FirstTimePredictor firstTimes;
    std::int64_t leastBefore = 0;
    for (std::size_t at = 0; at < n; at += kBlockPoints) {
        const std::size_t size = std::min(kBlockPoints, n - at);
        const std::size_t begin = data.size();
        writer.signedVarint(wrapSub(input.times[at], firstTimes.expected()));
        firstTimes.saw(input.times[at]);
        if (times.isGrid) {
            const Seed seed = indexSeeds.next(at, writer);
            indexEncoder.encode(std::span(times.grid.index).subspan(at, size), seed, data);
        }
        restEncoder.encode(std::span(times.grid.rest).subspan(at, size), restSeeds.next(at, writer), data);
        valueEncoder.encode(std::span(values.column).subspan(at, size), valueSeeds.next(at, writer), data);
        if (input.type != ValueType::Text)
            writeBlockSummary(values, asDoubles, input.words.subspan(at, size), at, leastBefore, writer);
        writer.varint(data.size() - begin);
        writer.fixed(crc32c(std::span(data).subspan(begin)));
    }

    Bytes out;
    ByteWriter file(out);
    file.u8(kChunkVersion);
    file.u8(static_cast<std::uint8_t>(input.type));
    file.fixed(std::uint32_t{0});
    file.varint(n);
    file.varint(head.size());
    file.bytes(head);
    const std::uint32_t crc = crc32c(std::span(out).subspan(kCheckedFrom));
    std::memcpy(out.data() + 2, &crc, sizeof crc);
    file.bytes(data);
    return out;
}

} // namespace dash::series
