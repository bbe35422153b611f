// Figures of charts: a frame while panning and zooming over ten million points on disk, and what live widgets cost.
// Run with QT_QPA_PLATFORM=offscreen; prints name, value, unit, goal.

#include "app/charts/chart_view.h"
#include "app/dashboards/dashboard_grid.h"
#include "core/base/clock.h"
#include "tests/app/dashboards/fixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace dash;
using namespace dash::test;

namespace {

void print(const char *name, double value, const char *unit, const char *goal)
{
    std::printf("%-58s %10.3f %-6s %s\n", name, value, unit, goal);
    std::fflush(stdout);
}

double cpuMs()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1))];
}

Result<> fill(PointsDb &points, qint64 count)
{
    const qint64 portion = 200'000;
    for (qint64 done = 0; done < count; done += portion) {
        RunCommit commit;
        SeriesInfo info;
        info.key.name = "load";
        info.type = ValueType::Double;
        commit.series.emplace_back(info.key, info);
        PointBlock block;
        block.series = static_cast<SeriesId>(0);
        for (qint64 i = done; i < done + portion; ++i) {
            block.times.push_back(kNow - (count - i) * 100);
            block.doubles.push_back(std::round((50 + 30 * std::sin(static_cast<double>(i) / 40'000) +
                                                static_cast<double>((i * 7919) % 1000) / 50) *
                                               100) /
                                    100);
        }
        commit.points.push_back(std::move(block));
        if (auto result = points.commit(std::move(commit)); !result)
            return fail(std::move(result.error()));
    }
    return {};
}

void panAndZoom(qint64 count)
{
    QTemporaryDir folder;
    const SystemClock system;
    auto points = PointsDb::open(folder.path(), {}, system);
    if (!points || !fill(**points, count)) {
        std::printf("points.db could not be filled\n");
        return;
    }
    ManualClock clock(fromMs(kNow));
    TimeView time(clock);
    ChartView view(time);
    view.resize(1'200, 600);
    view.show();
    const Widget widget =
        widgetOf(QStringLiteral("line"), QStringLiteral("Load"), {0, 0, 12, 12}, {QStringLiteral("load")});
    SeriesSlots slots;
    const auto open = chartSourceOf(**points);
    std::vector<double> reads, frames, cpu;
    QPixmap target(view.size());
    double span = static_cast<double>(count) * 100 * 0.5;
    double center = static_cast<double>(kNow) - span;
    for (int i = 0; i < 120; ++i) {
        span *= i % 40 < 20 ? 0.93 : 1 / 0.93;
        center += span * 0.01;
        time.setRange(center - span / 2, center + span / 2);
        RequestFrame frame;
        frame.visible = time.range();
        frame.width = view.chartLayout().plot.width();
        QElapsedTimer timer;
        timer.start();
        auto source = open();
        const WidgetDataPtr data = readWidget(**source, chartRequest(widget, frame));
        reads.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        const double before = cpuMs();
        timer.start();
        view.setContent(std::make_shared<const ChartContent>(chartContentOf(widget, *data, slots, {})));
        view.render(&target);
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        cpu.push_back(cpuMs() - before);
    }
    print("charts: pan/zoom frame, GUI thread, 1200×600, median", percentile(frames, 0.5), "ms", "≤ 8");
    print("charts: pan/zoom frame, GUI thread, CPU, median", percentile(cpu, 0.5), "ms", "≤ 8");
    print("charts: pan/zoom frame, GUI thread, CPU, p95", percentile(cpu, 0.95), "ms", "≤ 8");
    print("charts: columns of a frame on the reader thread, median", percentile(reads, 0.5), "ms", "");
    std::printf("  over %lld points\n", static_cast<long long>(count));
}

void liveWidgets()
{
    MemoryStore store;
    const SeriesId a = store.add("a");
    const SeriesId b = store.add("b");
    for (int i = 0; i < 6'000; ++i) {
        store.put(a, kNow - 600'000 + i * 100, 20 + 5 * std::sin(i / 20.0));
        store.put(b, kNow - 600'000 + i * 100, 10 + 3 * std::cos(i / 15.0));
    }
    ManualClock clock(fromMs(kNow));
    TimeView time(clock);
    ChartReader reader(store.open());
    DashboardScope scope{time, reader, {}, 0, {}};
    DashboardGrid grid(scope);
    Dashboard dashboard;
    dashboard.id = DashboardId{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)};
    const QStringList types{QStringLiteral("line"), QStringLiteral("area"), QStringLiteral("bar"),
                            QStringLiteral("stat")};
    for (int i = 0; i < 12; ++i)
        dashboard.widgets.push_back(widgetOf(types[i % 4], QStringLiteral("W"), {(i % 4) * 3, (i / 4) * 6, 3, 6},
                                             {QStringLiteral("a"), QStringLiteral("b")}));
    TimeWindow window;
    window.last = Millis(600'000);
    time.setWindow(window);
    grid.resize(1'352, 900);
    grid.setDashboard(dashboard);
    grid.show();
    QTimer feed;
    int ticks = 0;
    QObject::connect(&feed, &QTimer::timeout, &grid, [&] {
        clock.advance(Millis(100));
        {
            const std::lock_guard<std::mutex> lock(store.lock);
            store.put(a, kNow + ticks * 100, 20);
            store.put(b, kNow + ticks * 100, 10);
        }
        ++ticks;
        PointsDb::Change change;
        const qint64 at = kNow + ticks * 100;
        change.series = {{a, {at - 100, at}}, {b, {at - 100, at}}};
        for (WidgetCard *card : grid.cards())
            card->dataChanged(change, false);
    });
    QTimer::singleShot(1'000, &grid, [&] { feed.start(100); });
    double cpu = 0;
    QElapsedTimer wall;
    QTimer::singleShot(1'500, &grid, [&] {
        cpu = cpuMs();
        wall.start();
    });
    QTimer::singleShot(6'500, &grid, [&] { QApplication::quit(); });
    QApplication::exec();
    print("charts: 12 live widgets at 10 updates/s, GUI thread",
          (cpuMs() - cpu) / static_cast<double>(wall.elapsed()) * 100, "%", "≤ 40");
    std::printf("  %d updates\n", ticks);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const qint64 count = app.arguments().size() > 1 ? app.arguments()[1].toLongLong() : 10'000'000;
    liveWidgets();
    panAndZoom(count);
    return 0;
}
