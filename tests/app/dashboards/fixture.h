#pragma once
// A store of a few series in memory, counted by the plainest possible code, and a dashboard over it.

#include "app/charts/chart_source.h"
#include "app/dashboards/dashboard_paint.h"

#include <map>
#include <memory>
#include <mutex>

namespace dash::test {

inline constexpr qint64 kNow = 1'767'225'600'000; // 2026-01-01T00:00:00Z

struct MemoryStore {
    struct Series {
        SeriesInfo info;
        std::map<qint64, double> points;
        std::vector<SeriesGap> gaps; // unreadable
    };
    std::vector<Series> series;
    Batch table;
    int reads = 0;

    SeriesId add(const std::string &name, std::vector<Label> labels = {});
    void put(SeriesId id, qint64 time, double value) { series[static_cast<std::size_t>(id) - 1].points[time] = value; }
    OpenChartSource open(); // of this object, which outlives the readers
    std::mutex lock;
};

Widget widgetOf(const QString &type, const QString &title, const QRect &cells, std::vector<QString> series);
// Ten minutes of two series every second with one spike of 97 in "a"; every type of widget.
Dashboard sampleDashboard(MemoryStore &store);
DashboardPicture pictureOf(MemoryStore &store, const Dashboard &dashboard);

} // namespace dash::test
