#pragma once
// What the head of a column shows: how numbers and times are spread, or how text shares out. Pure; computed on a
// worker.

#include "core/model/batch.h"

#include <vector>

namespace dash {

inline constexpr int kSummaryBins = 20;
inline constexpr int kSummaryShares = 5;

struct ColumnSummary {
    enum class Kind { None, Histogram, Shares } kind = Kind::None;
    std::vector<float> values; // bins 0 … 1 of the highest; or shares of all rows, largest first, then the rest
};

// At most `rowLimit` rows are looked at, evenly spread.
ColumnSummary summarize(const Column &column, std::size_t rowLimit = 100'000);

} // namespace dash
