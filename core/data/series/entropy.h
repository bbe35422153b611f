#pragma once
// Entropy coder of the chunk format: range asymmetric numeral systems (J. Duda, "Asymmetric numeral systems", 2013)
// with static 12-bit frequencies, two interleaved 32-bit states and 16-bit renormalisation.

#include "core/data/series/bit_io.h"

#include <array>

namespace dash::series {

inline constexpr int kScaleBits = 12;
inline constexpr std::uint32_t kScale = 1U << kScaleBits;
inline constexpr std::size_t kSymbols = 256;

// Frequencies of the symbols, adding up to kScale.
struct SymbolModel {
    std::array<std::uint16_t, kSymbols> frequency{};

    // From counts (at least one of them > 0): every symbol that occurs gets a frequency of at least 1.
    static SymbolModel fromCounts(const std::array<std::uint32_t, kSymbols> &counts);
    void write(Bytes &out) const;
    // False when the bytes are no model.
    [[nodiscard]] bool read(ByteReader &in);
    // Bits that coding symbols with these counts costs.
    double bits(const std::array<std::uint32_t, kSymbols> &counts) const;
};

class SymbolEncoder {
public:
    explicit SymbolEncoder(const SymbolModel &model);
    // Appends: varint words, two states, words.
    void encode(std::span<const std::uint8_t> symbols, Bytes &out) const;

private:
    std::array<std::uint16_t, kSymbols> m_frequency;
    std::array<std::uint16_t, kSymbols> m_start;
};

class SymbolDecoder {
public:
    explicit SymbolDecoder(const SymbolModel &model);
    // Fills `symbols`; false when the bytes do not decode to exactly that many.
    [[nodiscard]] bool decode(ByteReader &in, std::span<std::uint8_t> symbols) const;

private:
    // Small, because a window opens many chunks for one block each: the table is filled for every one of them.
    std::array<std::uint8_t, kScale> m_symbols;     // of each slot
    std::array<std::uint32_t, kSymbols> m_places{}; // of each symbol: frequency << 16 | first slot
};

} // namespace dash::series
