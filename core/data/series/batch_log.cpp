#include "core/data/series/batch_log.h"

#include "core/data/series/checksum.h"
#include "core/data/series/decimal_scale.h"

#include <algorithm>

namespace dash::series {

namespace {

constexpr std::uint8_t kLogVersion = 1;
constexpr std::size_t kCheckedFromByte = 5;

enum class LogValues : std::uint8_t { Integers, Raw, Text, Scaled }; // Scaled + exponent
constexpr std::uint8_t kMaxLogValues = static_cast<std::uint8_t>(LogValues::Scaled) + kMaxExponent;

template <class T>
void packAs(std::span<const std::uint64_t> deltas, Bytes &out)
{
    const std::size_t at = out.size();
    out.resize(at + deltas.size() * sizeof(T));
    std::uint8_t *to = out.data() + at;
    for (std::size_t i = 0; i < deltas.size(); ++i) {
        const T small = static_cast<T>(deltas[i]);
        std::memcpy(to + i * sizeof(T), &small, sizeof(T));
    }
}

// First value, smallest step, bytes a step takes, then each step less the smallest.
void writeSteps(std::span<const std::int64_t> values, Bytes &out)
{
    thread_local std::vector<std::uint64_t> deltas;
    ByteWriter writer(out);
    writer.signedVarint(values[0]);
    if (values.size() == 1)
        return;
    deltas.resize(values.size() - 1);
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 1; i < values.size(); ++i) {
        const std::int64_t step = wrapSub(values[i], values[i - 1]);
        deltas[i - 1] = static_cast<std::uint64_t>(step);
        least = std::min(least, step);
    }
    std::uint64_t all = 0;
    for (std::uint64_t &d : deltas) {
        d -= static_cast<std::uint64_t>(least);
        all |= d;
    }
    const int bits = static_cast<int>(std::bit_width(all));
    const int width = bits == 0 ? 0 : bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    writer.signedVarint(least);
    writer.u8(static_cast<std::uint8_t>(width));
    switch (width) {
    case 0:
        break;
    case 1:
        packAs<std::uint8_t>(deltas, out);
        break;
    case 2:
        packAs<std::uint16_t>(deltas, out);
        break;
    case 4:
        packAs<std::uint32_t>(deltas, out);
        break;
    default:
        packAs<std::uint64_t>(deltas, out);
        break;
    }
}

template <class T, class Out>
void unpackAs(std::span<const std::uint8_t> in, std::int64_t first, std::int64_t least, std::vector<Out> &out)
{
    std::int64_t value = first;
    for (std::size_t i = 1; i < out.size(); ++i) {
        T small;
        std::memcpy(&small, in.data() + (i - 1) * sizeof(T), sizeof(T));
        value = wrapAdd(value, wrapAdd(least, static_cast<std::int64_t>(small)));
        out[i] = static_cast<Out>(value);
    }
}

template <class Out>
[[nodiscard]] bool readSteps(ByteReader &in, std::size_t n, std::vector<Out> &out)
{
    const std::int64_t first = in.signedVarint();
    const std::int64_t least = n > 1 ? in.signedVarint() : 0;
    const std::size_t width = n > 1 ? in.u8() : 0;
    if (!in.ok() || (width != 0 && width != 1 && width != 2 && width != 4 && width != 8))
        return false;
    const auto bytes = in.bytes(width * (n - 1));
    if (!in.ok())
        return false;
    out.resize(n);
    out[0] = static_cast<Out>(first);
    switch (width) {
    case 0: {
        std::int64_t value = first;
        for (std::size_t i = 1; i < n; ++i) {
            value = wrapAdd(value, least);
            out[i] = static_cast<Out>(value);
        }
        break;
    }
    case 1:
        unpackAs<std::uint8_t>(bytes, first, least, out);
        break;
    case 2:
        unpackAs<std::uint16_t>(bytes, first, least, out);
        break;
    case 4:
        unpackAs<std::uint32_t>(bytes, first, least, out);
        break;
    default:
        unpackAs<std::uint64_t>(bytes, first, least, out);
        break;
    }
    return true;
}

// The exponent at which all words are exact decimals, with their units; -1 when there is none.
int scaleBlock(std::span<const Word> words, std::vector<std::int64_t> &units)
{
    int exponent = 0;
    for (std::size_t i = 0; i < words.size(); i += std::max<std::size_t>(1, words.size() / 8)) {
        exponent = exponentOf(words[i], exponent);
        if (exponent < 0)
            return -1;
    }
    units.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!scaleExactly(words[i], exponent, units[i]))
            return -1;
    }
    return exponent;
}

void writeValues(ValueType type, std::span<const Word> words, std::span<const std::string> texts, Bytes &out)
{
    thread_local std::vector<std::int64_t> units;
    ByteWriter writer(out);
    if (type == ValueType::Text) {
        writer.u8(static_cast<std::uint8_t>(LogValues::Text));
        for (const Word w : words)
            writer.text(texts[w]);
        return;
    }
    if (type != ValueType::Double) {
        units.assign(words.begin(), words.end());
        writer.u8(static_cast<std::uint8_t>(LogValues::Integers));
        writeSteps(units, out);
        return;
    }
    if (const int exponent = scaleBlock(words, units); exponent >= 0) {
        writer.u8(static_cast<std::uint8_t>(static_cast<int>(LogValues::Scaled) + exponent));
        writeSteps(units, out);
        return;
    }
    writer.u8(static_cast<std::uint8_t>(LogValues::Raw));
    const std::size_t at = out.size();
    out.resize(at + words.size_bytes());
    std::memcpy(out.data() + at, words.data(), words.size_bytes());
}

[[nodiscard]] bool readValues(ByteReader &in, ValueType type, std::size_t n, FlatPoints &out)
{
    const std::uint8_t mode = in.u8();
    if (!in.ok() || mode > kMaxLogValues)
        return false;
    const bool isText = mode == static_cast<std::uint8_t>(LogValues::Text);
    const bool isInteger = mode == static_cast<std::uint8_t>(LogValues::Integers);
    if (isText != (type == ValueType::Text) || isInteger != (type != ValueType::Text && type != ValueType::Double))
        return false;
    if (isText) {
        for (std::size_t i = 0; i < n; ++i) {
            const std::string_view text = in.text();
            if (!in.ok() || text.size() > kMaxTextBytes)
                return false;
            out.words.push_back(out.texts.size());
            out.texts.emplace_back(text);
        }
        return true;
    }
    if (mode == static_cast<std::uint8_t>(LogValues::Raw)) {
        const auto bytes = in.bytes(n * sizeof(Word));
        if (!in.ok())
            return false;
        out.words.resize(n);
        std::memcpy(out.words.data(), bytes.data(), bytes.size());
        return true;
    }
    if (!readSteps(in, n, out.words))
        return false;
    if (!isInteger) {
        const int exponent = mode - static_cast<int>(LogValues::Scaled);
        for (Word &w : out.words)
            w = std::bit_cast<Word>(unscaled(static_cast<std::int64_t>(w), exponent));
    }
    return true;
}

} // namespace

LogWriter::LogWriter()
{
    clear();
}

void LogWriter::clear()
{
    m_points = 0;
    m_out.clear();
    ByteWriter writer(m_out);
    writer.u8(kLogVersion);
    writer.fixed(std::uint32_t{0});
}

void LogWriter::add(SeriesId series, ValueType type, std::uint64_t added, std::span<const qint64> times,
                    std::span<const Word> words, std::span<const std::string> texts)
{
    thread_local std::vector<std::int64_t> plain;
    plain.assign(times.begin(), times.end());
    ByteWriter writer(m_out);
    writer.varint(static_cast<std::uint64_t>(series));
    writer.u8(static_cast<std::uint8_t>(type));
    writer.varint(times.size());
    writer.varint(added);
    writeSteps(plain, m_out);
    writeValues(type, words, texts, m_out);
    m_points += times.size();
}

std::span<const std::uint8_t> LogWriter::finish()
{
    const std::uint32_t crc = crc32c(std::span<const std::uint8_t>(m_out).subspan(kCheckedFromByte));
    std::memcpy(m_out.data() + 1, &crc, sizeof crc);
    return m_out;
}

Result<std::vector<LogBlock>> readLogRow(std::span<const std::uint8_t> bytes)
{
    const Failure corrupt = fail(ErrorCode::ChunkCorrupt, {}, QStringLiteral("a row of the batch log does not decode"));
    ByteReader in(bytes);
    const std::uint8_t version = in.u8();
    const auto crc = in.fixed<std::uint32_t>();
    if (!in.ok() || version != kLogVersion || crc32c(bytes.subspan(kCheckedFromByte)) != crc)
        return corrupt;
    std::vector<LogBlock> blocks;
    std::size_t total = 0;
    while (in.left() > 0) {
        LogBlock block;
        block.series = SeriesId{static_cast<std::int64_t>(in.varint())};
        const std::uint8_t type = in.u8();
        const std::uint64_t n = in.varint();
        block.added = in.varint();
        if (!in.ok() || type > static_cast<std::uint8_t>(ValueType::Text) || n == 0 || n > kMaxLogRowPoints - total ||
            block.added > n)
            return corrupt;
        block.type = static_cast<ValueType>(type);
        total += static_cast<std::size_t>(n);
        FlatPoints &points = block.points;
        if (!readSteps(in, static_cast<std::size_t>(n), points.times) ||
            !readValues(in, block.type, static_cast<std::size_t>(n), points))
            return corrupt;
        if (points.times.front() < kMinInstant || points.times.back() >= kMaxInstant ||
            std::adjacent_find(points.times.begin(), points.times.end(), [](qint64 a, qint64 b) { return b <= a; }) !=
                points.times.end())
            return corrupt;
        blocks.push_back(std::move(block));
    }
    return blocks;
}

} // namespace dash::series
