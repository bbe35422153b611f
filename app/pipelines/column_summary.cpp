#include "app/pipelines/column_summary.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace dash {

namespace {

double numberAt(const Column &column, std::size_t row)
{
    switch (column.type) {
    case ColumnType::Double:
        return column.doubles[row];
    case ColumnType::Decimal:
        return toDouble(column.decimal(row));
    case ColumnType::Bool:
        return column.bools[row];
    default:
        return static_cast<double>(column.ints[row]);
    }
}

ColumnSummary histogram(const Column &column, std::size_t step)
{
    double low = INFINITY;
    double high = -INFINITY;
    const std::size_t rows = column.size();
    for (std::size_t row = 0; row < rows; row += step) {
        const double value = column.isNull(row) ? NAN : numberAt(column, row);
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (!(low <= high))
        return {};
    std::vector<float> bins(kSummaryBins, 0.0F);
    const double span = high - low;
    for (std::size_t row = 0; row < rows; row += step) {
        const double value = column.isNull(row) ? NAN : numberAt(column, row);
        if (!std::isfinite(value))
            continue;
        // Halves keep the span of two huge values finite.
        const double at = span > 0 ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
        const int bin = std::clamp(static_cast<int>(at * kSummaryBins), 0, kSummaryBins - 1);
        bins[static_cast<std::size_t>(bin)] += 1;
    }
    const float most = *std::max_element(bins.begin(), bins.end());
    for (float &bin : bins)
        bin /= most;
    return {ColumnSummary::Kind::Histogram, std::move(bins)};
}

ColumnSummary shares(const Column &column, std::size_t step)
{
    constexpr std::size_t kManyValues = 4'096; // enough to know that no value stands out
    std::unordered_map<std::string_view, std::size_t> counts;
    std::size_t all = 0;
    for (std::size_t row = 0; row < column.size(); row += step) {
        ++all;
        std::string_view key;
        if (!column.isNull(row))
            key = column.type == ColumnType::Bool ? (column.bools[row] ? "yes" : "no") : column.text(row);
        if (counts.size() < kManyValues || counts.contains(key))
            ++counts[key];
    }
    if (all == 0)
        return {};
    std::vector<std::size_t> sorted;
    sorted.reserve(counts.size());
    for (const auto &[key, count] : counts)
        sorted.push_back(count);
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    ColumnSummary summary{ColumnSummary::Kind::Shares, {}};
    std::size_t told = 0;
    for (std::size_t i = 0; i < sorted.size() && i < kSummaryShares; ++i) {
        told += sorted[i];
        summary.values.push_back(static_cast<float>(sorted[i]) / static_cast<float>(all));
    }
    if (told < all)
        summary.values.push_back(static_cast<float>(all - told) / static_cast<float>(all));
    return summary;
}

} // namespace

ColumnSummary summarize(const Column &column, std::size_t rowLimit)
{
    const std::size_t rows = column.size();
    if (rows == 0)
        return {};
    const std::size_t step = std::max<std::size_t>(1, rows / std::max<std::size_t>(1, rowLimit));
    const bool text =
        column.type == ColumnType::Text || column.type == ColumnType::Json || column.type == ColumnType::Bool;
    return text ? shares(column, step) : histogram(column, step);
}

} // namespace dash
