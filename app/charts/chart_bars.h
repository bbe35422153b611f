#pragma once

#include "app/charts/chart_painter.h"

namespace dash {

// A bar for every column of every series that is not of the period before: side by side, or stacked.
void paintBars(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const Tokens &tokens);

} // namespace dash
