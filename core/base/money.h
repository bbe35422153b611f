#pragma once
// Money is whole minor units of a named currency, never a double.

#include <QString>

#include <compare>
#include <optional>

namespace dash {

struct Cents {
    qint64 value = 0;
    friend auto operator<=>(const Cents &, const Cents &) = default;
};

// How many decimal places an ISO 4217 currency has (EUR 2, JPY 0, KWD 3); nothing for a code that is not one.
std::optional<int> currencyDigits(QStringView code);

} // namespace dash
