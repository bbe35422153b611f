#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH
#include "tests/bench/bench_peers.h"

#include "tests/bench/bench.h"
#include "tests/bench/bench_process.h"

#ifdef DASH_HAS_QCUSTOMPLOT
#include <qcustomplot.h>
#endif

#include <cstdio>

namespace dash::bench::peers {

void panAndZoomQCustomPlot([[maybe_unused]] qint64 points,
                           [[maybe_unused]] const std::function<double(qint64)> &valueOf,
                           [[maybe_unused]] const std::vector<std::pair<double, double>> &walk)
{
#ifdef DASH_HAS_QCUSTOMPLOT
    QCustomPlot plot;
    plot.resize(1'200, 600);
    QVector<double> keys, values;
    keys.reserve(points);
    values.reserve(points);
    for (qint64 i = 0; i < points; ++i) {
        keys << static_cast<double>(i);
        values << valueOf(i);
    }
    plot.addGraph()->setData(keys, values, true);
    keys = {};
    values = {};
    plot.yAxis->setRange(0, 110);
    plot.show();
    std::vector<double> frames;
    for (const auto &[from, to] : walk) {
        plot.xAxis->setRange(from * static_cast<double>(points), to * static_cast<double>(points));
        const Stopwatch watch;
        plot.replot(QCustomPlot::rpImmediateRefresh);
        frames.push_back(watch.seconds() * 1'000);
    }
    report({"charts: the same walk, QCustomPlot, 10 M in memory, p50", percentile(frames, 0.5), "ms", "", {}});
    report({"charts: QCustomPlot, p99", percentile(frames, 0.99), "ms", "", {}});
#else
    std::printf("skipped: QCustomPlotQt6 missing\n");
#endif
}

} // namespace dash::bench::peers
