#pragma once
// Bounded reading and writing of bytes and bits for the formats of the series store. Readers never touch memory outside
// their span: reading past the end gives zeros and turns ok() false, so a decoder checks once at the end of a part.

#include "core/base/decimal.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace dash::series {

using Bytes = std::vector<std::uint8_t>;
__extension__ typedef unsigned __int128 UInt128;

static_assert(std::endian::native == std::endian::little,
              "the formats are little-endian; add swaps for other machines");

constexpr std::uint64_t zigzag(std::int64_t v)
{
    return (static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t v)
{
    return static_cast<std::int64_t>((v >> 1) ^ (0 - (v & 1)));
}
// Differences and sums of 64-bit values wrap; these keep that defined.
constexpr std::int64_t wrapSub(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
constexpr std::int64_t wrapAdd(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

class ByteWriter {
public:
    explicit ByteWriter(Bytes &out)
        : m_out(out)
    {
    }

    template <class T>
    void fixed(T value)
    {
        const std::size_t at = m_out.size();
        m_out.resize(at + sizeof value);
        std::memcpy(m_out.data() + at, &value, sizeof value);
    }
    void u8(std::uint8_t value) { m_out.push_back(value); }
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_out.push_back(static_cast<std::uint8_t>(value | 0x80));
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void varint128(UInt128 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_out.push_back(static_cast<std::uint8_t>(static_cast<std::uint8_t>(value) | 0x80));
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void signedVarint(std::int64_t value) { varint(zigzag(value)); }
    void bytes(std::span<const std::uint8_t> value) { m_out.insert(m_out.end(), value.begin(), value.end()); }
    void text(std::string_view value)
    {
        varint(value.size());
        m_out.insert(m_out.end(), value.begin(), value.end());
    }

private:
    Bytes &m_out;
};

class ByteReader {
public:
    explicit ByteReader(std::span<const std::uint8_t> in)
        : m_at(in.data())
        , m_end(in.data() + in.size())
    {
    }

    bool ok() const { return m_ok; }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }

    template <class T>
    T fixed()
    {
        T value{};
        if (left() < sizeof value) {
            m_ok = false;
            return value;
        }
        std::memcpy(&value, m_at, sizeof value);
        m_at += sizeof value;
        return value;
    }
    std::uint8_t u8() { return fixed<std::uint8_t>(); }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                break;
            const std::uint8_t byte = *m_at++;
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    UInt128 varint128()
    {
        UInt128 value = 0;
        for (int shift = 0; shift < 128; shift += 7) {
            if (m_at == m_end)
                break;
            const std::uint8_t byte = *m_at++;
            value |= static_cast<UInt128>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    std::int64_t signedVarint() { return unzigzag(varint()); }
    std::span<const std::uint8_t> bytes(std::size_t n)
    {
        if (n > left()) {
            m_ok = false;
            return {};
        }
        const std::span<const std::uint8_t> out(m_at, n);
        m_at += n;
        return out;
    }
    std::string_view text()
    {
        const auto value = bytes(static_cast<std::size_t>(varint()));
        return {reinterpret_cast<const char *>(value.data()), value.size()};
    }

private:
    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
    bool m_ok = true;
};

// Bits, least significant first.
class BitWriter {
public:
    explicit BitWriter(Bytes &out)
        : m_out(out)
    {
    }
    void write(std::uint64_t value, int bits)
    {
        if (bits > 32) {
            write32(value & 0xffff'ffff, 32);
            value >>= 32;
            bits -= 32;
        }
        write32(bits == 0 ? 0 : value & (~std::uint64_t{0} >> (64 - bits)), bits);
    }
    void finish()
    {
        for (; m_used > 0; m_used -= 8, m_pending >>= 8)
            m_out.push_back(static_cast<std::uint8_t>(m_pending));
        m_used = 0;
        m_pending = 0;
    }

private:
    void write32(std::uint64_t value, int bits)
    {
        m_pending |= value << m_used;
        m_used += bits;
        if (m_used >= 32) {
            const auto word = static_cast<std::uint32_t>(m_pending);
            const std::size_t at = m_out.size();
            m_out.resize(at + 4);
            std::memcpy(m_out.data() + at, &word, 4);
            m_pending >>= 32;
            m_used -= 32;
        }
    }

    Bytes &m_out;
    std::uint64_t m_pending = 0;
    int m_used = 0;
};

class BitReader {
public:
    explicit BitReader(std::span<const std::uint8_t> in)
        : m_in(in.data())
        , m_bits(in.size() * 8)
    {
    }

    bool ok() const { return m_at <= m_bits; }
    // All bytes were used: only the padding of the last byte is left.
    bool atEnd() const { return m_at <= m_bits && m_bits - m_at < 8; }
    std::uint64_t read(int bits)
    {
        if (bits <= 56)
            return readSmall(bits);
        const std::uint64_t low = readSmall(32);
        return low | (readSmall(bits - 32) << 32);
    }
    // At least the next 57 bits, without taking them; zeros behind the end.
    std::uint64_t peek() const
    {
        const std::size_t byte = m_at >> 3;
        std::uint64_t word = 0;
        if ((byte + 8) * 8 <= m_bits)
            std::memcpy(&word, m_in + byte, 8);
        else if (byte * 8 < m_bits)
            std::memcpy(&word, m_in + byte, m_bits / 8 - byte);
        return word >> (m_at & 7);
    }
    void skip(int bits) { m_at += static_cast<std::size_t>(bits); }

private:
    std::uint64_t readSmall(int bits)
    {
        const std::uint64_t word = peek();
        skip(bits);
        return bits == 0 ? 0 : word & (~std::uint64_t{0} >> (64 - bits));
    }

    const std::uint8_t *m_in;
    std::size_t m_bits;
    std::size_t m_at = 0;
};

} // namespace dash::series
