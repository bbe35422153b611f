#pragma once
// What there is to draw of a file that is being read.

#include "app/charts/chart_source.h"
#include "core/model/dashboard.h"

#include <cstdint>
#include <vector>

namespace dash {

constexpr std::size_t kMostFileLines = 6; // more are represented by a few

struct FileChart {
    TimeRange range{INT64_MAX, INT64_MIN}; // of all points so far; from > to: there are none
    std::vector<WidgetQuery> queries;      // all, or with more lines than the most the first lines of each
    std::size_t lines = 0;                 // there are
};

// One query a value column. On a reader's thread.
FileChart fileChart(ChartSource &source, const std::vector<WidgetQuery> &queries);

} // namespace dash
