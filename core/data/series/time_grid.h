#pragma once
// A regular grid fitted through times: time = start + index · step / 2^20 + rest. Sensors and pollers that jitter
// around a fixed beat cost the jitter only, and pauses only a jump of the index.

#include "core/data/series/bit_io.h"

#include <QtGlobal>

#include <optional>

namespace dash::series {

struct TimeGrid {
    qint64 start = 0;
    std::int64_t step = 0; // ms · 2^20

    qint64 at(std::int64_t index) const
    {
        __extension__ typedef __int128 Wide;
        return wrapAdd(start, static_cast<std::int64_t>((static_cast<Wide>(index) * step) >> 20));
    }
};

struct GridFit {
    TimeGrid grid;
    std::vector<std::int64_t> index; // ascending
    std::vector<std::int64_t> rest;
};

// Nothing when the times (ascending, unique) follow no grid worth trying.
std::optional<GridFit> fitGrid(std::span<const qint64> times);

} // namespace dash::series
