// The program from its start to a window one can use, on a workspace of ten million points, and what it keeps in
// memory. Drives dash-desktop itself and reads the moments it logs.

#include "tests/bench/bench.h"
#include "tests/bench/bench_process.h"

#include "core/base/clock.h"
#include "core/data/points_db.h"
#include "core/store/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace dash;
using namespace dash::bench;

namespace {

constexpr int kSeries = 20;
constexpr qint64 kEach = 500'000;
constexpr qint64 kStep = 1'000;

Result<> fillWorkspace(const QString &folder)
{
    const SystemClock clock;
    SystemRandom random;
    auto workspace = Workspace::open(folder, clock, random);
    if (!workspace)
        return fail(std::move(workspace.error()));
    (*workspace)->setSetting(QStringLiteral("workspace.filled"), true);
    Dashboard dashboard;
    dashboard.id = DashboardId::create(clock.now(), random);
    dashboard.name = QStringLiteral("Load of twenty hosts");
    dashboard.window.last = Millis(6LL * 3'600'000);
    const QStringList types{QStringLiteral("line"), QStringLiteral("area"), QStringLiteral("stat"),
                            QStringLiteral("line")};
    for (int i = 0; i < 12; ++i) {
        Widget widget;
        widget.id = WidgetId::create(clock.now(), random);
        widget.type = types[i % 4];
        widget.title = QStringLiteral("Hosts %1").arg(i);
        widget.cells = QRect((i % 3) * 4, (i / 3) * 5, 4, 5);
        for (int s = 0; s < 3; ++s) {
            WidgetQuery query;
            query.series.name = QStringLiteral("load");
            query.series.labels.emplace_back(QStringLiteral("host"), QStringLiteral("h%1").arg((i * 3 + s) % kSeries));
            widget.queries.push_back(query);
        }
        dashboard.widgets.push_back(widget);
    }
    (*workspace)->putDashboard(dashboard, {QStringLiteral("Make"), {}});
    workspace->reset();
    auto points = PointsDb::open(folder, {}, clock);
    if (!points)
        return fail(std::move(points.error()));
    const qint64 now = toMs(clock.now());
    for (qint64 done = 0; done < kEach; done += 25'000) {
        RunCommit commit;
        for (int s = 0; s < kSeries; ++s) {
            SeriesInfo info;
            info.key.name = "load";
            info.key.labels = {{"host", "h" + std::to_string(s)}};
            info.type = ValueType::Double;
            commit.series.emplace_back(info.key, info);
            PointBlock block;
            block.series = static_cast<SeriesId>(s);
            for (qint64 i = done; i < done + 25'000; ++i) {
                block.times.push_back(now - (kEach - i) * kStep);
                block.doubles.push_back(std::round((50 + 30 * std::sin(static_cast<double>(i) / 4'000 + s)) * 100) /
                                        100);
            }
            commit.points.push_back(std::move(block));
        }
        if (auto result = (*points)->commit(std::move(commit)); !result)
            return fail(std::move(result.error()));
    }
    if (auto sealed = (*points)->compact(); !sealed)
        return fail(std::move(sealed.error()));
    return {};
}

struct Start {
    double window = 0, usable = 0, drawn = 0; // ms since exec
    double resident = 0;                      // MB, a second after everything is drawn
};

// What the program logs, with the moment at which it was read.
std::optional<Start> startOnce(const QString &program, const QString &folder, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProgram(program);
    process.setReadChannel(QProcess::StandardError);
    process.setArguments({QStringLiteral("--workspace"), folder});
    QElapsedTimer timer;
    timer.start();
    process.start();
    Start start;
    QByteArray text;
    while (start.drawn == 0 && timer.elapsed() < 20'000 && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(50);
        text += process.readAllStandardError();
        const auto at = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (start.window == 0 && text.contains("window after"))
            start.window = at;
        if (start.usable == 0 && text.contains("usable after"))
            start.usable = at;
        if (text.contains("dashboard drawn"))
            start.drawn = at;
    }
    if (start.drawn == 0) {
        process.kill();
        process.waitForFinished();
        std::printf("dash-desktop did not come up: %s\n", text.left(300).constData());
        return std::nullopt;
    }
    process.waitForFinished(1'000);
    start.resident = static_cast<double>(residentBytes(process.processId()).value_or(0)) / 1e6;
    process.terminate();
    if (!process.waitForFinished(5'000))
        process.kill();
    return start;
}

void benchStart()
{
    const QString program =
        QStandardPaths::findExecutable(QStringLiteral("dash-desktop"), {QCoreApplication::applicationDirPath()});
    if (program.isEmpty()) {
        std::printf("skipped: dash-desktop missing\n");
        return;
    }
    const QTemporaryDir folder;
    if (!fillWorkspace(folder.path())) {
        std::printf("the workspace could not be filled\n");
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("dash.app.debug=true"));
    // A real display where there is a server for one; else the platform this runs on.
    QProcess display;
    if (const QString server = QStandardPaths::findExecutable(QStringLiteral("Xvfb")); !server.isEmpty()) {
        display.start(server, {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                               QStringLiteral("0"), QStringLiteral("1600x1000x24"), QStringLiteral("-nolisten"),
                               QStringLiteral("tcp")});
        if (display.waitForReadyRead(5'000)) {
            environment.insert(QStringLiteral("DISPLAY"),
                               u':' + QString::fromLatin1(display.readAllStandardOutput().trimmed()));
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        }
    } else {
        std::printf("skipped: Xvfb missing, started without a display\n");
    }
    std::vector<double> windows, usable, drawn, resident;
    for (int i = 0; i < 8; ++i) {
        const auto start = startOnce(program, folder.path(), environment);
        if (!start)
            break;
        if (i == 0)
            continue; // warms the caches
        windows.push_back(start->window);
        usable.push_back(start->usable);
        drawn.push_back(start->drawn);
        resident.push_back(start->resident);
    }
    if (!windows.empty()) {
        report({"start: window, 10 M points, warm, median", percentile(windows, 0.5), "ms", "", {}});
        report({"start: usable window, 10 M points, warm, median", percentile(usable, 0.5), "ms", "≤ 300", {}});
        report({"start: every widget drawn with data, warm, median", percentile(drawn, 0.5), "ms", "", {}});
        report({"start: resident when drawn, median", percentile(resident, 0.5), "MB", "≤ 120", {}});
    }
    if (dropPageCache()) {
        if (const auto start = startOnce(program, folder.path(), environment)) {
            report({"start: usable window, cold cache", start->usable, "ms", "", {}});
            report({"start: every widget drawn with data, cold cache", start->drawn, "ms", "", {}});
        }
    } else {
        std::printf("skipped: cold start, the page cache may not be dropped here\n");
    }
    display.terminate();
    display.waitForFinished(2'000);
}

} // namespace

DASH_BENCH(start, benchStart)
