#pragma once
// VictoriaMetrics as it comes from packages, fed the same points over its HTTP interface.

#include "core/data/series/series_store.h"

#include <optional>

namespace dash::bench {

struct PeerFigures {
    double millionsPerSecond = 0; // points, from two connections in batches of 10 000 until it took all
    double bytesPerPoint = 0;     // its folder once it was told to merge and stopped
    double queryMs = 0;           // 50 000 points of a series to 1 000 maxima, the middle of five series
};

// Blocks in the order of arrival, 20 of 500 points a batch. Nothing when the program is not installed, or failed.
std::optional<PeerFigures> measureVictoriaMetrics(const std::vector<PointBlock> &blocks, qint64 from, qint64 to);

} // namespace dash::bench
