#include "app/data/file_chart.h"

#include <algorithm>

namespace dash {

FileChart fileChart(ChartSource &source, const std::vector<WidgetQuery> &queries)
{
    FileChart chart;
    const std::size_t each = queries.empty() ? 0 : std::max<std::size_t>(1, kMostFileLines / queries.size());
    std::vector<WidgetQuery> first;
    for (const WidgetQuery &query : queries) {
        const auto found = source.find(query.series);
        std::size_t taken = 0;
        for (const SeriesInfo &info : found ? *found : std::vector<SeriesInfo>()) {
            if (info.points == 0)
                continue;
            chart.range.from = std::min(chart.range.from, info.first);
            chart.range.to = std::max(chart.range.to, info.last + 1);
            ++chart.lines;
            if (taken++ >= each)
                continue;
            WidgetQuery one = query;
            for (const auto &[name, value] : info.key.labels)
                one.series.labels.emplace_back(QString::fromStdString(name), QString::fromStdString(value));
            first.push_back(one);
        }
    }
    chart.queries = chart.lines > kMostFileLines ? first : queries;
    return chart;
}

} // namespace dash
