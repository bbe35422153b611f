#include "core/data/series/checksum.h"

#include <array>
#include <cstring>

namespace dash::series {

namespace {

constexpr std::uint32_t kPolynomial = 0x82f63b78; // reflected

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? kPolynomial : 0);
        tables[0][i] = crc;
    }
    for (std::size_t t = 1; t < 8; ++t) {
        for (std::size_t i = 0; i < 256; ++i)
            tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xff];
    }
    return tables;
}

constexpr Tables kTables = makeTables();

// Slicing by eight (Kounavis, Berry: "A systematic approach to building high performance software-based CRC
// generators").
std::uint32_t crcByTable(std::uint32_t crc, const std::uint8_t *at, std::size_t n)
{
    for (; n >= 8; n -= 8, at += 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        word ^= crc;
        crc = 0;
        for (std::size_t i = 0; i < 8; ++i)
            crc ^= kTables[7 - i][(word >> (8 * i)) & 0xff];
    }
    for (; n > 0; --n)
        crc = (crc >> 8) ^ kTables[0][(crc ^ *at++) & 0xff];
    return crc;
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("sse4.2"))) std::uint32_t crcByInstruction(std::uint32_t start, const std::uint8_t *at,
                                                                 std::size_t n)
{
    unsigned long long crc = start;
    for (; n >= 8; n -= 8, at += 8) {
        unsigned long long word;
        std::memcpy(&word, at, 8);
        crc = __builtin_ia32_crc32di(crc, word);
    }
    auto small = static_cast<std::uint32_t>(crc);
    for (; n > 0; --n)
        small = __builtin_ia32_crc32qi(small, *at++);
    return small;
}

bool hasInstruction()
{
    static const bool has = __builtin_cpu_supports("sse4.2") != 0;
    return has;
}
#endif

} // namespace

std::uint32_t crc32c(std::span<const std::uint8_t> bytes)
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (hasInstruction())
        return ~crcByInstruction(~0U, bytes.data(), bytes.size());
#endif
    return ~crcByTable(~0U, bytes.data(), bytes.size());
}

} // namespace dash::series
