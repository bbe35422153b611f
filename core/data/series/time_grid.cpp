#include "core/data/series/time_grid.h"

#include <algorithm>
#include <cmath>

namespace dash::series {

namespace {

constexpr double kOne = 1 << 20;
constexpr double kLongest = 4.0e11; // ms; keeps step · 2^20 inside 62 bits

// The middle step between neighbours, of a sample.
std::int64_t middleStep(std::span<const qint64> times)
{
    std::vector<std::int64_t> steps;
    const std::size_t stride = std::max<std::size_t>(1, times.size() / 1024);
    for (std::size_t i = 1; i < times.size(); i += stride)
        steps.push_back(times[i] - times[i - 1]);
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

} // namespace

std::optional<GridFit> fitGrid(std::span<const qint64> times)
{
    if (times.size() < 3)
        return std::nullopt;
    const auto n = times.size();
    const auto rough = static_cast<double>(middleStep(times));
    if (rough < 1 || rough > kLongest)
        return std::nullopt;

    // Indices from the steps between neighbours, so that an error of the rough step does not add up.
    GridFit fit;
    fit.index.resize(n);
    fit.index[0] = 0;
    for (std::size_t i = 1; i < n; ++i) {
        const double steps = std::round(static_cast<double>(times[i] - times[i - 1]) / rough);
        fit.index[i] = fit.index[i - 1] + static_cast<std::int64_t>(steps);
    }
    if (fit.index.back() <= 0)
        return std::nullopt;

    // Least squares of time over index, about the means.
    double meanIndex = 0;
    double meanTime = 0;
    for (std::size_t i = 0; i < n; ++i) {
        meanIndex += static_cast<double>(fit.index[i]) / static_cast<double>(n);
        meanTime += static_cast<double>(times[i] - times[0]) / static_cast<double>(n);
    }
    double both = 0;
    double square = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double x = static_cast<double>(fit.index[i]) - meanIndex;
        both += x * (static_cast<double>(times[i] - times[0]) - meanTime);
        square += x * x;
    }
    double step = both / square;
    // A whole number of milliseconds when that drifts by less than one over the chunk.
    if (std::fabs(step - std::round(step)) * static_cast<double>(fit.index.back()) < 1.0)
        step = std::round(step);
    if (!(step >= 0.5) || step > kLongest)
        return std::nullopt;
    fit.grid.step = static_cast<std::int64_t>(std::llround(step * kOne));
    fit.grid.start = times[0] + static_cast<qint64>(std::floor(meanTime - step * meanIndex));
    fit.rest.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        fit.rest[i] = times[i] - fit.grid.at(fit.index[i]);
    return fit;
}

} // namespace dash::series
