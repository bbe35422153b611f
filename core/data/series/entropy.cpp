#include "core/data/series/entropy.h"

#include <algorithm>
#include <cmath>

namespace dash::series {

namespace {

constexpr int kMostStep = 2 * kScaleBits + 2; // from one length of a frequency to the next, zigzag
constexpr std::uint32_t kLow = 1U << 16;      // states live in [kLow, 2^32)

} // namespace

SymbolModel SymbolModel::fromCounts(const std::array<std::uint32_t, kSymbols> &counts)
{
    SymbolModel model;
    std::uint64_t total = 0;
    for (const std::uint32_t count : counts)
        total += count;
    std::int64_t left = kScale;
    for (std::size_t s = 0; s < kSymbols; ++s) {
        if (counts[s] == 0)
            continue;
        const std::uint64_t share = (std::uint64_t{counts[s]} * kScale + total / 2) / total;
        model.frequency[s] = static_cast<std::uint16_t>(std::max<std::uint64_t>(1, share));
        left -= model.frequency[s];
    }
    // Rounding left a difference: take it where it costs least, from the most frequent.
    while (left != 0) {
        const auto most = std::max_element(model.frequency.begin(), model.frequency.end());
        const std::int64_t step = left > 0 ? left : std::max<std::int64_t>(left, -std::max(1, *most / 16));
        *most = static_cast<std::uint16_t>(*most + step);
        left -= step;
    }
    return model;
}

void SymbolModel::write(Bytes &out) const
{
    const auto used = [](std::uint16_t f) { return f != 0; };
    const auto first = std::find_if(frequency.begin(), frequency.end(), used);
    const auto last = std::find_if(frequency.rbegin(), frequency.rend(), used).base();
    ByteWriter bytes(out);
    bytes.u8(static_cast<std::uint8_t>(first - frequency.begin()));
    bytes.u8(static_cast<std::uint8_t>(last - frequency.begin() - 1));
    // The length of each frequency as a step from its neighbour's in unary, then its digits.
    BitWriter bits(out);
    int before = 0;
    for (auto it = first; it != last; ++it) {
        const int length = std::bit_width(*it);
        const auto step = zigzag(length - before);
        bits.write(std::uint64_t{1} << step, static_cast<int>(step) + 1);
        if (length > 1)
            bits.write(*it, length - 1);
        before = length;
    }
    bits.finish();
}

bool SymbolModel::read(ByteReader &in)
{
    const std::size_t first = in.u8();
    const std::size_t last = in.u8();
    if (!in.ok() || last < first)
        return false;
    frequency.fill(0);
    ByteReader ahead = in;
    BitReader bits(ahead.bytes(ahead.left()));
    std::uint32_t total = 0;
    std::size_t used = 0;
    int before = 0;
    for (std::size_t s = first; s <= last; ++s) {
        const std::uint64_t coming = bits.peek(); // the unary step and the digits behind it
        const int step = std::countr_zero(coming);
        if (step > kMostStep)
            return false;
        const auto length = before + static_cast<int>(unzigzag(static_cast<std::uint64_t>(step)));
        if (length < 0 || length > kScaleBits)
            return false;
        const int taken = step + 1 + std::max(0, length - 1);
        bits.skip(taken);
        used += static_cast<std::size_t>(taken);
        if (length > 0) {
            const auto digits = static_cast<std::uint32_t>(coming >> (step + 1)) & ((1U << (length - 1)) - 1);
            const auto value = (1U << (length - 1)) | digits;
            total += value;
            if (total > kScale)
                return false;
            frequency[s] = static_cast<std::uint16_t>(value);
        }
        before = length;
    }
    in.bytes((used + 7) / 8);
    return bits.ok() && in.ok() && total == kScale;
}

double SymbolModel::bits(const std::array<std::uint32_t, kSymbols> &counts) const
{
    double sum = 0;
    for (std::size_t s = 0; s < kSymbols; ++s) {
        if (counts[s] != 0)
            sum += counts[s] * (kScaleBits - std::log2(static_cast<double>(frequency[s])));
    }
    return sum;
}

SymbolEncoder::SymbolEncoder(const SymbolModel &model)
    : m_frequency(model.frequency)
{
    std::uint16_t start = 0;
    for (std::size_t s = 0; s < kSymbols; ++s) {
        m_start[s] = start;
        start = static_cast<std::uint16_t>(start + m_frequency[s]);
    }
}

void SymbolEncoder::encode(std::span<const std::uint8_t> symbols, Bytes &out) const
{
    thread_local std::vector<std::uint16_t> words;
    words.clear();
    std::uint32_t states[2] = {kLow, kLow};
    for (std::size_t i = symbols.size(); i-- > 0;) {
        std::uint32_t &state = states[i & 1];
        const std::uint32_t frequency = m_frequency[symbols[i]];
        if (state >= (std::uint64_t{frequency} << (32 - kScaleBits))) {
            words.push_back(static_cast<std::uint16_t>(state));
            state >>= 16;
        }
        state = ((state / frequency) << kScaleBits) + state % frequency + m_start[symbols[i]];
    }
    ByteWriter writer(out);
    writer.varint(words.size());
    writer.fixed(states[0]);
    writer.fixed(states[1]);
    const std::size_t at = out.size();
    out.resize(at + words.size() * 2);
    for (std::size_t i = 0; i < words.size(); ++i)
        std::memcpy(out.data() + at + i * 2, &words[words.size() - 1 - i], 2);
}

SymbolDecoder::SymbolDecoder(const SymbolModel &model)
{
    std::uint32_t slot = 0;
    for (std::size_t s = 0; s < kSymbols; ++s) {
        const std::uint32_t frequency = model.frequency[s];
        if (frequency == 0)
            continue;
        m_places[s] = frequency << 16 | slot;
        std::memset(m_symbols.data() + slot, static_cast<int>(s), frequency);
        slot += frequency;
    }
}

bool SymbolDecoder::decode(ByteReader &in, std::span<std::uint8_t> symbols) const
{
    const std::uint64_t count = in.varint();
    std::uint32_t a = in.fixed<std::uint32_t>();
    std::uint32_t b = in.fixed<std::uint32_t>();
    if (!in.ok() || count > symbols.size())
        return false;
    const auto words = in.bytes(static_cast<std::size_t>(count) * 2);
    if (!in.ok())
        return false;
    const std::uint8_t *at = words.data();
    const std::uint8_t *const end = at + words.size();
    const std::uint8_t *const table = m_symbols.data();
    const std::uint32_t *const places = m_places.data();
    const auto advance = [table, places](std::uint32_t state, std::uint8_t &symbol) {
        const std::uint32_t slot = state & (kScale - 1);
        symbol = table[slot];
        const std::uint32_t place = places[symbol];
        return (place >> 16) * (state >> kScaleBits) + slot - (place & 0xffff);
    };
    std::size_t i = 0;
    // A symbol takes at most one word, so four of them need no more than the eight bytes looked at.
    while (symbols.size() - i >= 4 && end - at >= 8) {
        std::uint64_t window;
        std::memcpy(&window, at, 8);
        // Without a branch: about a third of the symbols take a word, which no predictor learns.
        const auto refill = [&window, &at](std::uint32_t state) {
            const bool low = state < kLow;
            const std::uint32_t refilled = (state << 16) | static_cast<std::uint16_t>(window);
            window >>= low ? 16 : 0;
            at += low ? 2 : 0;
            return low ? refilled : state;
        };
        a = refill(advance(a, symbols[i]));
        b = refill(advance(b, symbols[i + 1]));
        a = refill(advance(a, symbols[i + 2]));
        b = refill(advance(b, symbols[i + 3]));
        i += 4;
    }
    for (; i < symbols.size(); ++i) {
        std::uint32_t &state = (i & 1) != 0 ? b : a;
        state = advance(state, symbols[i]);
        if (state < kLow) {
            if (at == end)
                return false;
            std::uint16_t word;
            std::memcpy(&word, at, 2);
            at += 2;
            state = (state << 16) | word;
        }
    }
    return at == end && a == kLow && b == kLow;
}

} // namespace dash::series
