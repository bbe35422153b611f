#pragma once
// Other programs' charts, measured the same way. Apart from ours because their headers want Qt's keywords.

#include <QtGlobal>

#include <functional>
#include <utility>
#include <vector>

namespace dash::bench::peers {

// QCustomPlot from memory, 1200×600; says "skipped" where it is not installed.
void panAndZoomQCustomPlot(qint64 points, const std::function<double(qint64)> &valueOf,
                           const std::vector<std::pair<double, double>> &walk);

} // namespace dash::bench::peers
