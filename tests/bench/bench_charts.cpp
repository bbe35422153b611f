// The window's charts: a frame while panning and zooming over ten million points on disk, beside QCustomPlot from
// memory and plain Qt Charts; and what a page of live widgets costs.

#include "tests/bench/bench.h"
#include "tests/bench/bench_peers.h"
#include "tests/bench/bench_process.h"

#include "app/charts/chart_view.h"
#include "app/dashboards/dashboard_grid.h"
#include "app/theme/theme.h"
#include "core/base/clock.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QWheelEvent>
#ifdef DASH_HAS_QTCHARTS
#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QValueAxis>
#endif

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <thread>

using namespace dash;
using namespace dash::bench;

namespace {

constexpr qint64 kNow = 1'767'225'600'000; // 2026-01-01T00:00:00Z
constexpr qint64 kPoints = 10'000'000;
constexpr qint64 kStep = 100; // ms between two points

double valueOf(qint64 i)
{
    return std::round(
               (50 + 30 * std::sin(static_cast<double>(i) / 40'000) + static_cast<double>((i * 7'919) % 1'000) / 50) *
               100) /
           100;
}

Result<> fill(PointsDb &points)
{
    constexpr qint64 kPortion = 200'000;
    for (qint64 done = 0; done < kPoints; done += kPortion) {
        RunCommit commit;
        SeriesInfo info;
        info.key.name = "load";
        info.type = ValueType::Double;
        commit.series.emplace_back(info.key, info);
        PointBlock block;
        block.series = static_cast<SeriesId>(0);
        for (qint64 i = done; i < done + kPortion; ++i) {
            block.times.push_back(kNow - (kPoints - i) * kStep);
            block.doubles.push_back(valueOf(i));
        }
        commit.points.push_back(std::move(block));
        if (auto result = points.commit(std::move(commit)); !result)
            return fail(std::move(result.error()));
    }
    if (auto sealed = points.compact(); !sealed)
        return fail(std::move(sealed.error()));
    return {};
}

Widget widgetOf(const QString &type, const QRect &cells, std::initializer_list<const char *> series)
{
    static quint32 next = 1;
    Widget widget;
    widget.id = WidgetId{QUuid(next++, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)};
    widget.type = type;
    widget.title = QStringLiteral("Load");
    widget.cells = cells;
    widget.unit = QStringLiteral("ms");
    for (const char *name : series) {
        WidgetQuery query;
        query.series.name = QString::fromLatin1(name);
        widget.queries.push_back(query);
    }
    return widget;
}

// Turns the event loop by hand until `done`, at most for `ms`; true when it was.
template <class Done>
bool spin(double ms, Done done)
{
    const Stopwatch watch;
    while (!done()) {
        if (watch.seconds() * 1'000 > ms)
            return false;
        QCoreApplication::processEvents();
        std::this_thread::yield();
    }
    return true;
}

// The same walk for everybody: the edges of what is visible, as shares of all there is.
std::vector<std::pair<double, double>> walk()
{
    std::vector<std::pair<double, double>> all;
    for (int i = 0; i < 160; ++i) {
        const double span = 0.5 * std::pow(0.93, i % 80 < 40 ? i % 40 : 40 - i % 40);
        const double center = 0.5 + 0.2 * std::sin(i * 0.11);
        all.emplace_back(center - span / 2, center + span / 2);
    }
    return all;
}

void drag(ChartView &view, QEvent::Type type, const QPointF &at)
{
    QMouseEvent event(type, at, view.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

void wheel(ChartView &view, const QPointF &at, int notches)
{
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&view, &event);
}

// A real card over the real store, moved by wheel and hand. A frame is from the event to the painted picture; an
// answer is from the event to the picture with the columns of what is now visible.
void panAndZoomOurs(PointsDb &points)
{
    ManualClock clock(fromMs(kNow));
    TimeView time(clock);
    ChartReader reader(chartSourceOf(points));
    DashboardScope scope{time, reader, {}, 0, {}};
    WidgetCard card(scope, widgetOf(QStringLiteral("line"), {0, 0, 12, 12}, {"load"}));
    card.resize(1'202, 640);
    card.show();
    ChartView &view = *card.chart();
    card.resize(1'202 + 1'200 - view.width(), 640 + 600 - view.height());
    int answers = 0;
    QObject::connect(&card, &WidgetCard::dataArrived, &card, [&answers] { ++answers; });
    const double all = static_cast<double>(kPoints * kStep);
    time.setRange(static_cast<double>(kNow) - all * 0.75, static_cast<double>(kNow) - all * 0.25);
    spin(5'000, [&] { return answers > 0 && reader.idle(); });
    std::vector<double> frames, cpu, latencies, answerCpu;
    const QPointF middle = view.chartLayout().plot.center();
    drag(view, QEvent::MouseButtonPress, middle);
    QPointF hand = middle;
    for (int i = 0; i < 400; ++i) {
        const int seen = answers;
        const int paints = view.dataPaints();
        const auto cpuBefore = threadCpuMs();
        const Stopwatch watch;
        if (i % 4 == 0) {
            drag(view, QEvent::MouseButtonRelease, hand);
            wheel(view, hand, i % 160 < 80 ? 1 : -1);
            drag(view, QEvent::MouseButtonPress, hand);
        } else {
            hand.rx() += i % 40 < 20 ? 9 : -9;
            drag(view, QEvent::MouseMove, hand);
        }
        if (!spin(1'000, [&] { return view.dataPaints() > paints; }))
            continue;
        frames.push_back(watch.seconds() * 1'000);
        if (cpuBefore)
            cpu.push_back(*threadCpuMs() - *cpuBefore);
        // What was asked for this move, if anything: within one frame's delay.
        if (spin(60, [&] { return answers > seen; })) {
            const int then = view.dataPaints();
            const auto before = threadCpuMs();
            spin(1'000, [&] { return view.dataPaints() > then || view.dataPaints() > paints + 1; });
            latencies.push_back(watch.seconds() * 1'000);
            if (before)
                answerCpu.push_back(*threadCpuMs() - *before);
        }
        spin(1'000, [&] { return reader.idle(); });
    }
    drag(view, QEvent::MouseButtonRelease, hand);
    report({"charts: pan/zoom frame, 10 M on disk, 1200×600, p50", percentile(frames, 0.5), "ms", "≤ 8", {}});
    report({"charts: pan/zoom frame, p99", percentile(frames, 0.99), "ms", "≤ 8", {}});
    if (!cpu.empty())
        report({"charts: pan/zoom frame, GUI thread's CPU, p99", percentile(cpu, 0.99), "ms", "≤ 8", {}});
    report({"charts: move → repaint with exact columns, p50", percentile(latencies, 0.5), "ms", "", {}});
    report({"charts: move → repaint with exact columns, p99", percentile(latencies, 0.99), "ms", "", {}});
    std::printf("  %zu frames, %zu of them asked the store\n", frames.size(), latencies.size());
}

void panAndZoomQtCharts()
{
#ifdef DASH_HAS_QTCHARTS
    constexpr qint64 kFewer = 1'000'000;
    auto *series = new QLineSeries;
    QList<QPointF> all;
    all.reserve(kFewer);
    for (qint64 i = 0; i < kFewer; ++i)
        all << QPointF(static_cast<double>(i), valueOf(i));
    series->replace(all);
    auto *chart = new QChart;
    chart->legend()->hide();
    chart->addSeries(series);
    auto *time = new QValueAxis;
    auto *values = new QValueAxis;
    values->setRange(0, 110);
    chart->addAxis(time, Qt::AlignBottom);
    chart->addAxis(values, Qt::AlignLeft);
    series->attachAxis(time);
    series->attachAxis(values);
    QChartView view(chart);
    view.resize(1'200, 600);
    view.show();
    QCoreApplication::processEvents();
    std::vector<double> frames;
    const auto moves = walk();
    for (std::size_t i = 0; i < 4; ++i) {
        const Stopwatch watch;
        time->setRange(moves[i * 10].first * kFewer, moves[i * 10].second * kFewer);
        view.repaint();
        view.viewport()->repaint();
        frames.push_back(watch.seconds() * 1'000);
    }
    report({"charts: the same walk, plain Qt Charts, 1 M, p50", percentile(frames, 0.5), "ms", "", {}});
#else
    std::printf("skipped: Qt Charts missing\n");
#endif
}

void benchFrames()
{
    const QTemporaryDir folder;
    const SystemClock system;
    auto points = PointsDb::open(folder.path(), {}, system);
    if (!points || !fill(**points)) {
        std::printf("points.db could not be filled\n");
        return;
    }
    panAndZoomOurs(**points);
    points->reset();
    peers::panAndZoomQCustomPlot(kPoints, valueOf, walk());
    panAndZoomQtCharts();
}

void commitTick(PointsDb &points, const std::vector<const char *> &names, qint64 now, qint64 i)
{
    RunCommit commit;
    for (std::size_t s = 0; s < names.size(); ++s) {
        SeriesInfo info;
        info.key.name = names[s];
        info.type = ValueType::Double;
        commit.series.emplace_back(info.key, info);
        PointBlock block;
        block.series = static_cast<SeriesId>(s);
        block.times = {now};
        block.doubles = {20 + 5 * std::sin(static_cast<double>(i) / 20 + static_cast<double>(s))};
        commit.points.push_back(std::move(block));
    }
    points.commitAsync(std::move(commit), [](const Result<CommitCounts> &) {});
}

// Least squares, per minute.
double slopePerMinute(const std::vector<std::pair<double, double>> &samples)
{
    double t = 0, v = 0, tt = 0, tv = 0;
    const auto n = static_cast<double>(samples.size());
    for (const auto &[time, value] : samples) {
        t += time;
        v += value;
        tt += time * time;
        tv += time * value;
    }
    const double below = n * tt - t * t;
    return below == 0 ? 0 : (n * tv - t * v) / below * 60;
}

// Twelve widgets of all kinds on one page while every series gets ten points a second through the store. They show the
// last ten seconds, so that the picture has to move with every frame.
void live(Millis shown, double seconds, bool memory, const char *cpuName, const char *fpsName, const char *gapName)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    auto points = PointsDb::open(folder.path(), {}, clock);
    if (!points)
        return;
    const std::vector<const char *> names{"a", "b", "c", "d"};
    const qint64 start = toMs(clock.now());
    for (qint64 i = 6'000; i > 0; --i)
        commitTick(**points, names, start - i * 100, i);
    TimeView time(clock);
    ChartReader reader(chartSourceOf(**points));
    DashboardScope scope{time, reader, {}, 0, {}};
    DashboardGrid grid(scope);
    Dashboard dashboard;
    dashboard.id = DashboardId{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)};
    const QStringList types{QStringLiteral("line"), QStringLiteral("area"), QStringLiteral("line"),
                            QStringLiteral("stat"), QStringLiteral("line"), QStringLiteral("bar"),
                            QStringLiteral("area"), QStringLiteral("gauge")};
    for (int i = 0; i < 12; ++i)
        dashboard.widgets.push_back(widgetOf(types[i % 8], {(i % 4) * 3, (i / 4) * 6, 3, 6}, {"a", "b", "c", "d"}));
    TimeWindow window;
    window.last = shown;
    time.setWindow(window);
    grid.resize(1'352, 900);
    grid.setDashboard(dashboard);
    grid.show();
    QObject::connect(
        points->get(), &PointsDb::changed, &grid,
        [&grid](const PointsDb::Change &change) {
            for (WidgetCard *card : grid.cards())
                card->dataChanged(change, false);
        },
        Qt::QueuedConnection);
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    qint64 ticks = 0;
    QObject::connect(&feed, &QTimer::timeout, &grid, [&] { commitTick(**points, names, toMs(clock.now()), ++ticks); });
    feed.start(100);
    std::vector<ChartView *> charts;
    for (WidgetCard *card : grid.cards()) {
        if (card->chart())
            charts.push_back(card->chart());
    }
    std::vector<double> gaps;
    int painted = charts.front()->dataPaints();
    double lastPaint = 0;
    std::vector<std::pair<double, double>> resident;
    const double warm = memory ? 10 : 2;
    QTimer::singleShot(static_cast<int>(warm * 1'000), &grid, [] { QApplication::exit(); });
    QApplication::exec();
    const auto cpuBefore = threadCpuMs();
    std::vector<int> paintsBefore;
    for (const ChartView *chart : charts)
        paintsBefore.push_back(chart->dataPaints());
    const qint64 ticksBefore = ticks;
    const Stopwatch watch;
    double nextSample = 0;
    while (watch.seconds() < seconds) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const double at = watch.seconds();
        if (charts.front()->dataPaints() != painted) {
            painted = charts.front()->dataPaints();
            gaps.push_back((at - lastPaint) * 1'000);
            lastPaint = at;
        }
        if (at >= nextSample) {
            nextSample = at + 1;
            if (const auto bytes = residentBytes())
                resident.emplace_back(at, static_cast<double>(*bytes) / 1024);
        }
    }
    const double took = watch.seconds();
    double least = 1e9;
    for (std::size_t i = 0; i < charts.size(); ++i)
        least = std::min(least, (charts[i]->dataPaints() - paintsBefore[i]) / took);
    if (cpuBefore)
        report({cpuName, (*threadCpuMs() - *cpuBefore) / took / 10, "% of a core", "≤ 40", {}});
    report({fpsName, least, "frames/s", shown < Millis(60'000) ? "60" : "", {}});
    if (gapName)
        report({gapName, percentile(gaps, 0.99), "ms", "≤ 33", {}});
    if (memory && resident.size() > 10) {
        report({"charts: resident memory, slope over the minute", slopePerMinute(resident), "KB/min", "flat", {}});
        std::printf("  %.0f KB at first, %.0f KB at the end, %lld updates of 4 series\n", resident.front().second,
                    resident.back().second, static_cast<long long>(ticks - ticksBefore));
    }
}

void benchLive()
{
    live(Millis(10'000), 60, true, "charts: 12 live widgets, 10/s, last 10 s, GUI thread",
         "charts: 12 live widgets, frames of the slowest", "charts: 12 live widgets, longest pause (p99)");
    live(Millis(600'000), 8, false, "charts: 12 live widgets, 10/s, last 10 min, GUI thread",
         "charts: repaints of the slowest, last 10 min", nullptr);
}

} // namespace

DASH_BENCH(chart_frames, benchFrames)
DASH_BENCH(chart_live, benchLive)
