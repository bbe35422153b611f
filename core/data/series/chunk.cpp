#include "core/data/series/chunk.h"

#include "core/data/series/checksum.h"
#include "core/data/series/decimal_scale.h"
#include "core/data/series/time_grid.h"

#include <zstd.h>

#include <algorithm>

namespace dash::series {

namespace {

constexpr std::size_t kMaxDictionaryBytes = kMaxChunkPoints * (kMaxTextBytes + 2);

[[nodiscard]] bool readDictionary(ByteReader &in, std::size_t points, std::vector<std::string> &texts)
{
    const std::uint64_t count = in.varint();
    const std::uint64_t plainSize = in.varint();
    const std::uint64_t packedSize = in.varint();
    if (!in.ok() || count == 0 || count > points || plainSize > kMaxDictionaryBytes)
        return false;
    Bytes unpacked;
    std::span<const std::uint8_t> plain;
    if (packedSize == 0) {
        plain = in.bytes(static_cast<std::size_t>(plainSize));
    } else {
        const auto packed = in.bytes(static_cast<std::size_t>(packedSize));
        // A size that the packed bytes do not promise is not worth memory.
        if (!in.ok() || ZSTD_getFrameContentSize(packed.data(), packed.size()) != plainSize)
            return false;
        unpacked.resize(static_cast<std::size_t>(plainSize));
        const std::size_t got = ZSTD_decompress(unpacked.data(), unpacked.size(), packed.data(), packed.size());
        if (ZSTD_isError(got) != 0 || got != plainSize)
            return false;
        plain = unpacked;
    }
    if (!in.ok() || count > plain.size())
        return false;
    ByteReader words(plain);
    texts.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string_view text = words.text();
        if (!words.ok() || text.size() > kMaxTextBytes)
            return false;
        texts.emplace_back(text);
    }
    return words.left() == 0;
}

// Reads what SeedWriter wrote.
class SeedReader {
public:
    explicit SeedReader(const ColumnPlan &plan)
        : m_plan(plan)
    {
    }

    Seed next(bool isFirstBlock, ByteReader &in)
    {
        if (storesSeed(m_plan, isFirstBlock)) {
            m_seed.value = wrapAdd(m_seed.value, in.signedVarint());
            if (m_plan.order == 2)
                m_seed.step = wrapAdd(m_seed.step, in.signedVarint());
        } else if (m_plan.order == 1) {
            const auto moved = static_cast<std::uint64_t>(m_plan.base) * kBlockPoints;
            m_seed.value = wrapAdd(m_seed.value, static_cast<std::int64_t>(moved));
        }
        return m_seed;
    }

private:
    const ColumnPlan &m_plan;
    Seed m_seed;
};

Failure corrupt(const char *what)
{
    return fail(ErrorCode::ChunkCorrupt, {}, QString::fromLatin1(what));
}

} // namespace

Result<ChunkReader> ChunkReader::open(std::span<const std::uint8_t> bytes)
{
    const std::size_t head = headBytes(bytes.first(std::min(bytes.size(), kHeadPrefix)));
    if (head == 0 || head > bytes.size())
        return corrupt("the header does not decode");
    auto reader = openHead(bytes.first(head), bytes.size());
    if (reader)
        reader->m_bytes = bytes;
    return reader;
}

Result<ChunkReader> ChunkReader::openHead(std::span<const std::uint8_t> head, std::size_t chunkBytes)
{
    Result<ChunkReader> reader = ChunkReader();
    if (!reader->readHead(head, chunkBytes))
        reader = corrupt("the header does not decode");
    return reader;
}

std::size_t ChunkReader::headBytes(std::span<const std::uint8_t> prefix)
{
    ByteReader in(prefix);
    (void)in.bytes(kCheckedFrom);
    (void)in.varint(); // points
    const std::uint64_t size = in.varint();
    constexpr std::uint64_t kMost = std::uint64_t{1} << 31; // more than a blob can hold
    return in.ok() && size < kMost ? prefix.size() - in.left() + static_cast<std::size_t>(size) : 0;
}

bool ChunkReader::readHead(std::span<const std::uint8_t> bytes, std::size_t chunkBytes)
{
    ByteReader in(bytes);
    const std::uint8_t version = in.u8();
    const std::uint8_t type = in.u8();
    const auto crc = in.fixed<std::uint32_t>();
    const std::uint64_t count = in.varint();
    const std::uint64_t headSize = in.varint();
    if (!in.ok() || version != kChunkVersion || type > static_cast<std::uint8_t>(ValueType::Text) || count == 0 ||
        count > kMaxChunkPoints || headSize != in.left() || bytes.size() > chunkBytes ||
        crc32c(bytes.subspan(kCheckedFrom)) != crc)
        return false;
    m_type = static_cast<ValueType>(type);
    m_count = static_cast<std::size_t>(count);
    m_headBytes = bytes.size();
    m_blockBytes = chunkBytes - bytes.size();
    ByteReader head(in.bytes(static_cast<std::size_t>(headSize)));
    return readValues(head) && readTimes(head) && readDirectory(head) && head.left() == 0;
}

bool ChunkReader::readValues(ByteReader &in)
{
    const std::uint8_t flags = in.u8();
    m_exponent = in.u8();
    const int mode = flags & 3;
    m_doubleSummaries = (flags & 4) != 0;
    if (!in.ok() || flags > 7 || mode > static_cast<int>(ValueMode::Bits) || m_exponent > kMaxExponent ||
        (m_type == ValueType::Double) != (mode != static_cast<int>(ValueMode::Integers)) ||
        (m_doubleSummaries && m_type != ValueType::Double))
        return false;
    m_mode = static_cast<ValueMode>(mode);

    const std::uint64_t exceptions = in.varint();
    if (exceptions > m_count || (exceptions > 0 && m_type != ValueType::Double) || exceptions > in.left())
        return false;
    m_exceptions.reserve(static_cast<std::size_t>(exceptions));
    std::uint64_t index = 0;
    Word word = 0;
    for (std::uint64_t i = 0; i < exceptions; ++i) {
        const std::uint64_t code = in.varint();
        index += code >> 1;
        if (index >= m_count || (i > 0 && code < 2))
            return false;
        if ((code & 1) == 0)
            word = in.fixed<Word>();
        m_exceptions.push_back({static_cast<std::uint32_t>(index), word});
    }
    if (m_type == ValueType::Text && !readDictionary(in, m_count, m_texts))
        return false;
    if (!in.ok() || !m_valuePlan.read(in))
        return false;
    m_values.emplace(m_valuePlan);
    return true;
}

bool ChunkReader::readTimes(ByteReader &in)
{
    const std::uint8_t grid = in.u8();
    if (!in.ok() || grid > 1)
        return false;
    m_grid = grid == 1;
    if (m_grid) {
        m_gridStart = in.signedVarint();
        m_gridStep = in.signedVarint();
        if (!m_indexPlan.read(in))
            return false;
        m_index.emplace(m_indexPlan);
    }
    if (!m_timePlan.read(in))
        return false;
    m_times.emplace(m_timePlan);
    return true;
}

bool ChunkReader::readDirectory(ByteReader &in)
{
    const std::size_t blockCount = (m_count + kBlockPoints - 1) / kBlockPoints;
    m_directory.resize(blockCount);
    SeedReader valueSeeds(m_valuePlan);
    SeedReader indexSeeds(m_indexPlan);
    SeedReader timeSeeds(m_timePlan);
    FirstTimePredictor firstTimes;
    std::size_t at = 0;
    std::int64_t leastBefore = 0;
    auto exception = m_exceptions.begin();
    for (std::size_t b = 0; b < blockCount; ++b) {
        Entry &e = m_directory[b];
        e.firstTime = wrapAdd(firstTimes.expected(), in.signedVarint());
        firstTimes.saw(e.firstTime);
        if (m_grid)
            e.index = indexSeeds.next(b == 0, in);
        e.time = timeSeeds.next(b == 0, in);
        e.value = valueSeeds.next(b == 0, in);
        e.numbers = m_type == ValueType::Text ? 0 : static_cast<std::uint32_t>(blockSize(b));
        for (; exception != m_exceptions.end() && exception->index < (b + 1) * kBlockPoints; ++exception)
            e.numbers -= std::isnan(std::bit_cast<double>(exception->word)) ? 1 : 0;
        if (m_doubleSummaries) {
            e.minDouble = in.fixed<double>();
            e.maxDouble = in.fixed<double>();
            e.sumDouble = in.fixed<double>();
        } else if (m_type != ValueType::Text) {
            leastBefore = e.min = wrapAdd(leastBefore, in.signedVarint());
            const UInt128 span = in.varint128(); // 0: no numbers
            if ((span == 0) != (e.numbers == 0))
                return false;
            e.max = static_cast<std::int64_t>(static_cast<std::uint64_t>(e.min) + static_cast<std::uint64_t>(span) - 1);
            const UInt128 above = in.varint128();
            e.sum = static_cast<Int128>(above + static_cast<UInt128>(static_cast<Int128>(e.min) * e.numbers));
        }
        const std::uint64_t size = in.varint();
        e.crc = in.fixed<std::uint32_t>();
        if (!in.ok() || size > m_blockBytes - at)
            return false;
        e.at = at;
        e.bytes = static_cast<std::size_t>(size);
        at += e.bytes;
    }
    return at == m_blockBytes;
}

ChunkReader::Place ChunkReader::place(std::size_t block) const
{
    return {m_headBytes + m_directory[block].at, m_directory[block].bytes};
}

Summary ChunkReader::blockSummary(std::size_t block) const
{
    const Entry &e = m_directory[block];
    Summary out;
    out.count = blockSize(block);
    out.numbers = e.numbers;
    out.firstTime = e.firstTime;
    if (m_doubleSummaries) {
        out.min = e.minDouble;
        out.max = e.maxDouble;
        out.sum = e.sumDouble;
    } else if (m_mode == ValueMode::Scaled) {
        if (e.numbers > 0) {
            out.min = unscaled(e.min, m_exponent);
            out.max = unscaled(e.max, m_exponent);
            out.sum = static_cast<double>(e.sum) / kPowersOfTen[static_cast<std::size_t>(m_exponent)];
        }
    } else {
        out.minUnits = e.min;
        out.maxUnits = e.max;
        out.sumUnits = e.sum;
    }
    return out;
}

void ChunkReader::restoreDoubles(std::size_t block, Word *words) const
{
    const std::size_t size = blockSize(block);
    if (m_mode == ValueMode::Bits) {
        for (std::size_t i = 0; i < size; ++i)
            words[i] = fromOrderedBits(static_cast<std::int64_t>(words[i]));
    } else if (m_exponent == 0) {
        for (std::size_t i = 0; i < size; ++i)
            words[i] = std::bit_cast<Word>(static_cast<double>(static_cast<std::int64_t>(words[i])));
    } else {
        const double power = kPowersOfTen[static_cast<std::size_t>(m_exponent)];
        for (std::size_t i = 0; i < size; ++i)
            words[i] = std::bit_cast<Word>(static_cast<double>(static_cast<std::int64_t>(words[i])) / power);
    }
    const std::size_t from = block * kBlockPoints;
    auto e = std::lower_bound(m_exceptions.begin(), m_exceptions.end(), from,
                              [](const Exception &x, std::size_t index) { return x.index < index; });
    for (; e != m_exceptions.end() && e->index < from + size; ++e)
        words[e->index - from] = e->word;
}

Result<> ChunkReader::decode(std::size_t block, qint64 *times, Word *words) const
{
    const Place where = place(block);
    if (where.at + where.bytes > m_bytes.size())
        return corrupt("a block of a chunk of which only the header is there");
    return decode(block, m_bytes.subspan(where.at, where.bytes), times, words);
}

bool ChunkReader::isScaled(std::size_t block) const
{
    if (m_mode != ValueMode::Scaled)
        return false;
    const std::size_t from = block * kBlockPoints;
    const auto e = std::lower_bound(m_exceptions.begin(), m_exceptions.end(), from,
                                    [](const Exception &x, std::size_t index) { return x.index < index; });
    return e == m_exceptions.end() || e->index >= from + blockSize(block);
}

// Times at one distance, which hold nothing in the block; false when they are not so.
bool ChunkReader::fillEvenTimes(const Entry &e, std::span<qint64> times) const
{
    qint64 first = 0;
    qint64 step = 0;
    if (m_grid) {
        if (!m_indexPlan.constant || m_indexPlan.order != 1 || !m_timePlan.constant || m_timePlan.order != 0 ||
            (m_gridStep & 0xfffff) != 0)
            return false;
        qint64 way = 0;
        qint64 start = 0;
        qint64 index = 0;
        if (__builtin_mul_overflow(m_indexPlan.base, m_gridStep >> 20, &step) ||
            __builtin_add_overflow(e.index.value, m_indexPlan.base, &index) ||
            __builtin_mul_overflow(index, m_gridStep >> 20, &way) ||
            __builtin_add_overflow(m_gridStart, m_timePlan.base, &start) || __builtin_add_overflow(start, way, &first))
            return false;
    } else {
        if (!m_timePlan.constant || m_timePlan.order != 1)
            return false;
        step = m_timePlan.base;
        if (__builtin_add_overflow(e.time.value, step, &first))
            return false;
    }
    qint64 whole = 0;
    qint64 last = 0;
    if (step <= 0 || __builtin_mul_overflow(step, static_cast<qint64>(times.size()) - 1, &whole) ||
        __builtin_add_overflow(first, whole, &last))
        return false;
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = first + static_cast<qint64>(i) * step;
    return true;
}

bool ChunkReader::decodeTimes(const Entry &e, ByteReader &in, std::span<qint64> times) const
{
    if (fillEvenTimes(e, times))
        return times[0] == e.firstTime;
    std::array<std::int64_t, kBlockPoints> column;
    const std::span<std::int64_t> part(column.data(), times.size());
    if (m_grid) {
        if (!m_index->decode(in, e.index, part))
            return false;
        if ((m_gridStep & 0xfffff) == 0) {
            const std::int64_t step = m_gridStep >> 20;
            for (std::size_t i = 0; i < times.size(); ++i) {
                const auto way = static_cast<std::uint64_t>(part[i]) * static_cast<std::uint64_t>(step);
                times[i] = wrapAdd(m_gridStart, static_cast<std::int64_t>(way));
            }
        } else {
            const TimeGrid grid{m_gridStart, m_gridStep};
            for (std::size_t i = 0; i < times.size(); ++i)
                times[i] = grid.at(part[i]);
        }
        if (!m_times->decode(in, e.time, part))
            return false;
        for (std::size_t i = 0; i < times.size(); ++i)
            times[i] = wrapAdd(times[i], part[i]);
    } else {
        if (!m_times->decode(in, e.time, part))
            return false;
        std::copy(part.begin(), part.end(), times.begin());
    }
    bool ascending = true;
    for (std::size_t i = 1; i < times.size(); ++i)
        ascending &= times[i] > times[i - 1];
    return ascending && times[0] == e.firstTime;
}

Result<> ChunkReader::decodeUnits(std::size_t block, std::span<const std::uint8_t> bytes, qint64 *times,
                                  std::int64_t *units) const
{
    const Entry &e = m_directory[block];
    if (bytes.size() != e.bytes || crc32c(bytes) != e.crc)
        return corrupt("a block's checksum is wrong");
    ByteReader in(bytes);
    if (!decodeTimes(e, in, {times, blockSize(block)}))
        return corrupt("a block's times do not decode");
    if (!m_values->decode(in, e.value, {units, blockSize(block)}) || in.left() != 0)
        return corrupt("a block's values do not decode");
    return {};
}

Result<> ChunkReader::decode(std::size_t block, std::span<const std::uint8_t> bytes, qint64 *times, Word *words) const
{
    const std::size_t size = blockSize(block);
    std::array<std::int64_t, kBlockPoints> units;
    if (const auto done = decodeUnits(block, bytes, times, units.data()); !done)
        return done;
    std::transform(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(size), words,
                   [](std::int64_t v) { return static_cast<Word>(v); });
    if (m_type == ValueType::Double)
        restoreDoubles(block, words);
    else if (m_type == ValueType::Text && std::any_of(words, words + size, [&](Word w) { return w >= m_texts.size(); }))
        return corrupt("a block names a text that is not there");
    return {};
}

} // namespace dash::series
