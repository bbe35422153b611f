#include "app/charts/units.h"

#include <array>

namespace dash {

namespace {

// value × factor + offset is in the first unit of its dimension.
struct Unit {
    const char *name;
    int dimension;
    double factor;
    double offset = 0;
};

constexpr std::array kUnits{Unit{"B", 0, 1},          Unit{"kB", 0, 1e3},
                            Unit{"MB", 0, 1e6},       Unit{"GB", 0, 1e9},
                            Unit{"TB", 0, 1e12},      Unit{"KiB", 0, 1024},
                            Unit{"MiB", 0, 1048576},  Unit{"GiB", 0, 1073741824},
                            Unit{"B/s", 1, 1},        Unit{"kB/s", 1, 1e3},
                            Unit{"MB/s", 1, 1e6},     Unit{"GB/s", 1, 1e9},
                            Unit{"bit/s", 1, 0.125},  Unit{"kbit/s", 1, 125},
                            Unit{"Mbit/s", 1, 125e3}, Unit{"Gbit/s", 1, 125e6},
                            Unit{"s", 2, 1},          Unit{"ms", 2, 1e-3},
                            Unit{"µs", 2, 1e-6},      Unit{"us", 2, 1e-6},
                            Unit{"ns", 2, 1e-9},      Unit{"min", 2, 60},
                            Unit{"h", 2, 3600},       Unit{"d", 2, 86400},
                            Unit{"°C", 3, 1},         Unit{"°F", 3, 5.0 / 9, -160.0 / 9},
                            Unit{"K", 3, 1, -273.15}, Unit{"W", 4, 1},
                            Unit{"mW", 4, 1e-3},      Unit{"kW", 4, 1e3},
                            Unit{"MW", 4, 1e6},       Unit{"GW", 4, 1e9},
                            Unit{"Wh", 5, 1},         Unit{"kWh", 5, 1e3},
                            Unit{"MWh", 5, 1e6},      Unit{"GWh", 5, 1e9},
                            Unit{"J", 5, 1 / 3600.0}, Unit{"kJ", 5, 1 / 3.6},
                            Unit{"m", 6, 1},          Unit{"mm", 6, 1e-3},
                            Unit{"cm", 6, 1e-2},      Unit{"km", 6, 1e3},
                            Unit{"g", 7, 1},          Unit{"mg", 7, 1e-3},
                            Unit{"kg", 7, 1e3},       Unit{"t", 7, 1e6},
                            Unit{"V", 8, 1},          Unit{"mV", 8, 1e-3},
                            Unit{"kV", 8, 1e3},       Unit{"A", 9, 1},
                            Unit{"mA", 9, 1e-3},      Unit{"Hz", 10, 1},
                            Unit{"kHz", 10, 1e3},     Unit{"MHz", 10, 1e6},
                            Unit{"GHz", 10, 1e9},     Unit{"Pa", 11, 1},
                            Unit{"hPa", 11, 100},     Unit{"mbar", 11, 100},
                            Unit{"kPa", 11, 1e3},     Unit{"bar", 11, 1e5},
                            Unit{"m/s", 12, 1},       Unit{"km/h", 12, 1 / 3.6},
                            Unit{"l", 13, 1},         Unit{"L", 13, 1},
                            Unit{"ml", 13, 1e-3},     Unit{"m³", 13, 1e3},
                            Unit{"%", 14, 1},         Unit{"‰", 14, 0.1}};

const Unit *unitOf(const QString &name)
{
    for (const Unit &unit : kUnits) {
        if (name == QString::fromUtf8(unit.name))
            return &unit;
    }
    return nullptr;
}

} // namespace

std::optional<UnitConversion> unitConversion(const QString &from, const QString &to)
{
    if (from == to)
        return UnitConversion{};
    const Unit *a = unitOf(from);
    const Unit *b = unitOf(to);
    if (!a || !b || a->dimension != b->dimension)
        return std::nullopt;
    return UnitConversion{a->factor / b->factor, (a->offset - b->offset) / b->factor};
}

} // namespace dash
