#pragma once
// Exact decimals: a 128-bit integer times a power of ten. Used for money and wherever a person expects 0.1 + 0.2 = 0.3.
// Every operation that cannot be exact or does not fit says so by returning nothing.

#include <QString>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace dash {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

inline constexpr int kMaxDecimalScale = 18;

enum class Rounding { HalfEven, HalfUp, Down };

struct Decimal {
    Int128 units = 0; // value = units / 10^scale
    int scale = 0;    // 0 … kMaxDecimalScale

    // Compares by value: 1.0 equals 1.00.
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);
    friend bool operator==(const Decimal &a, const Decimal &b) { return (a <=> b) == std::strong_ordering::equal; }
};

// 10^n for 0 <= n <= 38.
Int128 powerOfTen(int n);
// Reads "-12.50", "1e3", "+7"; nothing when it is not a number or needs more than 38 digits or 18 places.
std::optional<Decimal> parseDecimal(std::string_view text);
std::string decimalText(const Decimal &value); // shortest exact text with `scale` places
QString decimalString(const Decimal &value);
double toDouble(const Decimal &value);
// The shortest decimal text of the double, read back exactly as digits; nothing for NaN, Inf or too many places.
std::optional<Decimal> decimalFromDouble(double value);

std::optional<Decimal> add(const Decimal &a, const Decimal &b);
std::optional<Decimal> subtract(const Decimal &a, const Decimal &b);
std::optional<Decimal> multiply(const Decimal &a, const Decimal &b);
// Rounds to `scale` places. Nothing on division by zero or when it does not fit.
std::optional<Decimal> divide(const Decimal &a, const Decimal &b, int scale, Rounding rounding = Rounding::HalfEven);
// Same value with another number of places; rounds when places are lost. Nothing when it does not fit.
std::optional<Decimal> rescale(const Decimal &value, int scale, Rounding rounding = Rounding::HalfEven);
// The value as int64 units at this scale when that loses nothing.
std::optional<qint64> exactUnits(const Decimal &value, int scale);

} // namespace dash
