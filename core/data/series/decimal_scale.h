#pragma once
// Doubles that are exact decimals ("21.37") as integers times a power of ten.

#include "core/data/series/bit_io.h"

#include <array>
#include <cmath>

namespace dash::series {

inline constexpr int kMaxExponent = 15;
inline constexpr std::array<double, 16> kPowersOfTen{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                     1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
inline constexpr std::int64_t kMaxExactInteger = std::int64_t{1} << 53;

inline double unscaled(std::int64_t units, int exponent)
{
    return static_cast<double>(units) / kPowersOfTen[static_cast<std::size_t>(exponent)];
}

// True when `value` is exactly the double nearest to units / 10^exponent; -0.0, NaN and infinities are not.
inline bool scaleExactly(std::uint64_t word, int exponent, std::int64_t &units)
{
    const double value = std::bit_cast<double>(word);
    const double scaled = value * kPowersOfTen[static_cast<std::size_t>(exponent)];
    if (!(std::fabs(scaled) < static_cast<double>(kMaxExactInteger)))
        return false;
    // Adding and taking away 1.5 · 2^52 rounds to the nearest integer without a call (for |scaled| < 2^51).
    constexpr double kRounder = 6755399441055744.0;
    units = std::fabs(scaled) < 2251799813685248.0 ? static_cast<std::int64_t>((scaled + kRounder) - kRounder)
                                                   : static_cast<std::int64_t>(scaled);
    return std::bit_cast<std::uint64_t>(unscaled(units, exponent)) == word;
}

// The smallest exponent, from `least` on, at which the value is an exact decimal; -1 when there is none.
int exponentOf(std::uint64_t word, int least);

// Order of doubles as order of integers, so that near values have near integers.
constexpr std::int64_t orderedBits(std::uint64_t word)
{
    const auto bits = static_cast<std::int64_t>(word);
    return bits ^ static_cast<std::int64_t>(static_cast<std::uint64_t>(bits >> 63) >> 1);
}
constexpr std::uint64_t fromOrderedBits(std::int64_t bits)
{
    return static_cast<std::uint64_t>(bits ^ static_cast<std::int64_t>(static_cast<std::uint64_t>(bits >> 63) >> 1));
}

} // namespace dash::series
