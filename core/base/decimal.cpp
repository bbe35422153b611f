#include "core/base/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr Int128 kMax = static_cast<Int128>(~static_cast<UInt128>(0) >> 1);

constexpr std::array<Int128, 39> makePowers()
{
    std::array<Int128, 39> powers{};
    powers[0] = 1;
    for (size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}

constexpr std::array<Int128, 39> kPowers = makePowers();

Int128 divideRounded(Int128 n, Int128 d, Rounding rounding)
{
    Int128 q = n / d;
    const Int128 r = n % d;
    if (r == 0 || rounding == Rounding::Down)
        return q;
    const Int128 absR = r < 0 ? -r : r;
    const Int128 absD = d < 0 ? -d : d;
    const Int128 rest = absD - absR;
    const bool away = absR > rest || (absR == rest && (rounding == Rounding::HalfUp || (q & 1) != 0));
    if (away)
        q += ((n < 0) == (d < 0)) ? 1 : -1;
    return q;
}

// a and b brought to the larger scale; nothing when that overflows.
struct Aligned {
    Int128 a, b;
    int scale;
};
std::optional<Aligned> align(const Decimal &a, const Decimal &b)
{
    const int scale = std::max(a.scale, b.scale);
    Aligned out{0, 0, scale};
    if (__builtin_mul_overflow(a.units, kPowers[static_cast<size_t>(scale - a.scale)], &out.a) ||
        __builtin_mul_overflow(b.units, kPowers[static_cast<size_t>(scale - b.scale)], &out.b))
        return std::nullopt;
    return out;
}

} // namespace

Int128 powerOfTen(int n)
{
    return kPowers.at(static_cast<size_t>(n));
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    if (const auto both = align(a, b))
        return both->a <=> both->b;
    // One side is too large for the common scale: compare whole parts, then fractions.
    const Int128 wholeA = a.units / kPowers[static_cast<size_t>(a.scale)];
    const Int128 wholeB = b.units / kPowers[static_cast<size_t>(b.scale)];
    if (wholeA != wholeB)
        return wholeA <=> wholeB;
    const Int128 fracA =
        a.units % kPowers[static_cast<size_t>(a.scale)] * kPowers[static_cast<size_t>(kMaxDecimalScale - a.scale)];
    const Int128 fracB =
        b.units % kPowers[static_cast<size_t>(b.scale)] * kPowers[static_cast<size_t>(kMaxDecimalScale - b.scale)];
    return fracA <=> fracB;
}

std::optional<Decimal> parseDecimal(std::string_view text)
{
    size_t i = 0;
    bool negative = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        negative = text[i++] == '-';
    Int128 units = 0;
    int places = 0;
    int digits = 0;
    bool point = false;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            if (units > (kMax - 9) / 10)
                return std::nullopt;
            units = units * 10 + (c - '0');
            ++digits;
            places += point ? 1 : 0;
        } else {
            break;
        }
    }
    if (digits == 0)
        return std::nullopt;
    int exponent = 0;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && text[i] == '+')
            ++i;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), exponent);
        if (error != std::errc() || end != text.data() + text.size() || exponent > 100 || exponent < -100)
            return std::nullopt;
        i = text.size();
    }
    if (i != text.size())
        return std::nullopt;
    int scale = places - exponent;
    while (scale > kMaxDecimalScale && units % 10 == 0) {
        units /= 10;
        --scale;
    }
    while (scale < 0) {
        if (__builtin_mul_overflow(units, static_cast<Int128>(10), &units))
            return std::nullopt;
        ++scale;
    }
    if (scale > kMaxDecimalScale)
        return std::nullopt;
    return Decimal{negative ? -units : units, scale};
}

std::string decimalText(const Decimal &value)
{
    std::array<char, 48> buffer;
    size_t at = buffer.size();
    UInt128 rest = value.units < 0 ? -static_cast<UInt128>(value.units) : static_cast<UInt128>(value.units);
    int written = 0;
    do {
        if (written == value.scale && value.scale > 0)
            buffer[--at] = '.';
        buffer[--at] = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
        ++written;
    } while (rest != 0 || written <= value.scale);
    if (value.units < 0)
        buffer[--at] = '-';
    return std::string(buffer.data() + at, buffer.size() - at);
}

QString decimalString(const Decimal &value)
{
    return QString::fromStdString(decimalText(value));
}

double toDouble(const Decimal &value)
{
    const std::string text = decimalText(value);
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

std::optional<Decimal> decimalFromDouble(double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    std::array<char, 40> buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    if (error != std::errc())
        return std::nullopt;
    return parseDecimal(std::string_view(buffer.data(), static_cast<size_t>(end - buffer.data())));
}

std::optional<Decimal> add(const Decimal &a, const Decimal &b)
{
    const auto both = align(a, b);
    Int128 sum;
    if (!both || __builtin_add_overflow(both->a, both->b, &sum))
        return std::nullopt;
    return Decimal{sum, both->scale};
}

std::optional<Decimal> subtract(const Decimal &a, const Decimal &b)
{
    const auto both = align(a, b);
    Int128 difference;
    if (!both || __builtin_sub_overflow(both->a, both->b, &difference))
        return std::nullopt;
    return Decimal{difference, both->scale};
}

std::optional<Decimal> multiply(const Decimal &a, const Decimal &b)
{
    Int128 product;
    if (__builtin_mul_overflow(a.units, b.units, &product))
        return std::nullopt;
    const Decimal exact{product, a.scale + b.scale};
    return exact.scale > kMaxDecimalScale ? rescale(exact, kMaxDecimalScale) : std::optional(exact);
}

std::optional<Decimal> divide(const Decimal &a, const Decimal &b, int scale, Rounding rounding)
{
    if (b.units == 0 || scale < 0 || scale > kMaxDecimalScale)
        return std::nullopt;
    const int shift = scale + b.scale - a.scale;
    Int128 n = a.units;
    Int128 d = b.units;
    if (shift >= 0) {
        if (shift > 38 || __builtin_mul_overflow(n, kPowers[static_cast<size_t>(shift)], &n))
            return std::nullopt;
    } else if (__builtin_mul_overflow(d, kPowers[static_cast<size_t>(-shift)], &d)) {
        return std::nullopt;
    }
    return Decimal{divideRounded(n, d, rounding), scale};
}

std::optional<Decimal> rescale(const Decimal &value, int scale, Rounding rounding)
{
    if (scale < 0 || scale > kMaxDecimalScale)
        return std::nullopt;
    if (scale >= value.scale) {
        Int128 units;
        if (__builtin_mul_overflow(value.units, kPowers[static_cast<size_t>(scale - value.scale)], &units))
            return std::nullopt;
        return Decimal{units, scale};
    }
    return Decimal{divideRounded(value.units, kPowers[static_cast<size_t>(value.scale - scale)], rounding), scale};
}

std::optional<qint64> exactUnits(const Decimal &value, int scale)
{
    const auto scaled = rescale(value, scale);
    if (!scaled || *scaled != value || scaled->units > std::numeric_limits<qint64>::max() ||
        scaled->units < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return static_cast<qint64>(scaled->units);
}

} // namespace dash
