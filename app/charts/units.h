#pragma once
// Which units measure the same thing, and how one becomes the other: so that a chart of kW and MW has one axis.

#include <QString>

#include <optional>

namespace dash {

struct UnitConversion {
    double factor = 1, offset = 0; // shown = value × factor + offset
};
// Nothing when they do not measure the same thing, or are not known.
std::optional<UnitConversion> unitConversion(const QString &from, const QString &to);

} // namespace dash
