#include "core/engine/formats/json_cursor.h"

#include <array>
#include <charconv>
#include <cstring>
#include <limits>

namespace dash {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighs = 0x8080808080808080ULL;

constexpr std::uint64_t hasZero(std::uint64_t x)
{
    return (x - kOnes) & ~x & kHighs;
}
// Nonzero when one of the 8 bytes ends a run of plain string characters: a quote, a backslash, a control character.
constexpr std::uint64_t endsRun(std::uint64_t x)
{
    return hasZero(x ^ (kOnes * '"')) | hasZero(x ^ (kOnes * '\\')) | ((x - kOnes * 0x20) & ~x & kHighs);
}

constexpr std::array<double, 23> kPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                         1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::uint32_t hex4(const char *at)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value * 16 + static_cast<std::uint32_t>(hexValue(at[i]));
    return value;
}

} // namespace

bool JsonCursor::failWith(const char *reason)
{
    m_reason = reason;
    return false;
}

void JsonCursor::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonCursor::take(char c, const char *reason)
{
    if (m_at == m_end || *m_at != c)
        return failWith(reason);
    ++m_at;
    return true;
}

bool JsonCursor::string(std::string_view &raw, bool &escaped)
{
    if (!take('"', "a text in quotes is expected"))
        return false;
    const char *begin = m_at;
    escaped = false;
    while (true) {
        while (m_end - m_at >= 8) {
            std::uint64_t word;
            std::memcpy(&word, m_at, 8);
            const std::uint64_t stop = endsRun(word);
            if (stop != 0) {
                m_at += __builtin_ctzll(stop) / 8; // little-endian; the first byte found is exact
                break;
            }
            m_at += 8;
        }
        while (m_at != m_end && *m_at != '"' && *m_at != '\\' && static_cast<unsigned char>(*m_at) >= 0x20)
            ++m_at;
        if (m_at == m_end)
            return failWith("a text is not closed");
        if (*m_at == '"') {
            raw = std::string_view(begin, static_cast<std::size_t>(m_at - begin));
            ++m_at;
            return true;
        }
        if (*m_at != '\\')
            return failWith("a text holds a control character");
        escaped = true;
        if (m_end - m_at < 2)
            return failWith("a text is not closed");
        if (m_at[1] == 'u') {
            if (m_end - m_at < 6 || hexValue(m_at[2]) < 0 || hexValue(m_at[3]) < 0 || hexValue(m_at[4]) < 0 ||
                hexValue(m_at[5]) < 0)
                return failWith("\\u needs four hexadecimal digits");
            m_at += 6;
        } else if (std::strchr("\"\\/bfnrt", m_at[1]) != nullptr && m_at[1] != '\0') {
            m_at += 2;
        } else {
            return failWith("there is no such escape in a text");
        }
    }
}

// Small numbers are exact by one division (Clinger 1990, "How to read floating point numbers accurately"); the rest
// goes to from_chars.
bool JsonCursor::number(JsonNumber &out)
{
    const char *begin = m_at;
    const bool negative = peek() == '-';
    if (negative)
        ++m_at;
    if (!isDigit(peek()))
        return failWith("a value is expected");
    if (*m_at == '0' && m_end - m_at > 1 && isDigit(m_at[1]))
        return failWith("a number may not begin with 0");
    std::uint64_t mantissa = 0;
    int digits = 0;
    int scale = 0;
    const auto takeDigits = [&](int scaleStep) {
        while (m_at != m_end && isDigit(*m_at)) {
            if (digits < 19)
                mantissa = mantissa * 10 + static_cast<std::uint64_t>(*m_at - '0');
            if (digits > 0 || *m_at != '0')
                ++digits;
            scale += scaleStep;
            ++m_at;
        }
    };
    takeDigits(0);
    bool integer = true;
    if (peek() == '.') {
        integer = false;
        ++m_at;
        if (!isDigit(peek()))
            return failWith("a digit is expected after the point");
        takeDigits(-1);
    }
    int exponent = 0;
    if (peek() == 'e' || peek() == 'E') {
        integer = false;
        ++m_at;
        const bool minus = peek() == '-';
        if (minus || peek() == '+')
            ++m_at;
        if (!isDigit(peek()))
            return failWith("a digit is expected in the exponent");
        while (m_at != m_end && isDigit(*m_at)) {
            if (exponent < 100'000)
                exponent = exponent * 10 + (*m_at - '0');
            ++m_at;
        }
        exponent = minus ? -exponent : exponent;
    }
    out.token = std::string_view(begin, static_cast<std::size_t>(m_at - begin));
    out.digits = digits;
    const std::uint64_t limit =
        static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) + (negative ? 1 : 0);
    out.integer = integer && digits <= 19 && mantissa <= limit && !(negative && mantissa == 0);
    out.wide = false;
    if (out.integer) {
        out.whole = static_cast<std::int64_t>(negative ? 0 - mantissa : mantissa);
        return true;
    }
    const int power = scale + exponent;
    if (digits <= 15 && power >= -22 && power <= 22) {
        const double value = static_cast<double>(mantissa);
        out.real = power < 0 ? value / kPowers[static_cast<std::size_t>(-power)]
                             : value * kPowers[static_cast<std::size_t>(power)];
        if (negative)
            out.real = -out.real;
        return true;
    }
    out.wide = integer ? digits > 15 : digits > 17;
    out.real = 0;
    const auto result = std::from_chars(begin, m_at, out.real);
    if (result.ec == std::errc::result_out_of_range && power + digits > 0)
        return failWith("the number is too large");
    return true;
}

bool JsonCursor::literal(std::string_view word)
{
    if (static_cast<std::size_t>(m_end - m_at) < word.size() || std::string_view(m_at, word.size()) != word)
        return failWith("a value is expected");
    m_at += word.size();
    return true;
}

bool JsonCursor::container(std::string *out, int depth)
{
    if (depth >= m_maxDepth) {
        m_tooDeep = true;
        return failWith("it is nested too deeply");
    }
    const bool object = *m_at == '{';
    const char close = object ? '}' : ']';
    const auto put = [&](char c) {
        if (out != nullptr)
            out->push_back(c);
    };
    put(*m_at++);
    skipSpace();
    if (peek() == close) {
        put(*m_at++);
        return true;
    }
    while (true) {
        if (object) {
            std::string_view key;
            bool escaped;
            const char *begin = m_at;
            if (!string(key, escaped))
                return false;
            if (out != nullptr)
                out->append(begin, m_at);
            skipSpace();
            if (!take(':', "a colon is expected after a name"))
                return false;
            put(':');
            skipSpace();
        }
        if (!value(out, depth + 1))
            return false;
        skipSpace();
        if (peek() == close) {
            put(*m_at++);
            return true;
        }
        if (!take(',', object ? "a comma or } is expected" : "a comma or ] is expected"))
            return false;
        put(',');
        skipSpace();
    }
}

bool JsonCursor::value(std::string *out, int depth)
{
    const char *begin = m_at;
    bool good = false;
    switch (peek()) {
    case '{':
    case '[':
        return container(out, depth);
    case '"': {
        std::string_view raw;
        bool escaped;
        good = string(raw, escaped);
        break;
    }
    case 't':
        good = literal("true");
        break;
    case 'f':
        good = literal("false");
        break;
    case 'n':
        good = literal("null");
        break;
    default: {
        JsonNumber ignored;
        good = number(ignored);
        break;
    }
    }
    if (good && out != nullptr)
        out->append(begin, m_at);
    return good;
}

void appendUtf8(std::string &out, std::uint32_t c)
{
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (c >> 6)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (c >> 12)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | (c >> 18)));
        out.push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

void appendUnescaped(std::string_view raw, std::string &out)
{
    std::size_t i = 0;
    while (i < raw.size()) {
        const std::size_t slash = raw.find('\\', i);
        if (slash == std::string_view::npos) {
            out.append(raw.substr(i));
            return;
        }
        out.append(raw.substr(i, slash - i));
        const char c = raw[slash + 1];
        i = slash + 2;
        switch (c) {
        case 'b':
            out.push_back('\b');
            break;
        case 'f':
            out.push_back('\f');
            break;
        case 'n':
            out.push_back('\n');
            break;
        case 'r':
            out.push_back('\r');
            break;
        case 't':
            out.push_back('\t');
            break;
        case 'u': {
            std::uint32_t unit = hex4(raw.data() + i);
            i += 4;
            if (unit >= 0xD800 && unit <= 0xDFFF) {
                const bool pair = unit <= 0xDBFF && i + 6 <= raw.size() && raw[i] == '\\' && raw[i + 1] == 'u';
                const std::uint32_t low = pair ? hex4(raw.data() + i + 2) : 0;
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                    i += 6;
                } else {
                    unit = 0xFFFD;
                }
            }
            appendUtf8(out, unit);
            break;
        }
        default:
            out.push_back(c);
        }
    }
}

} // namespace dash
