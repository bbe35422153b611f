// points.db: durable commits, table rows in, sorted pages of a large table.

#include "tests/bench/bench.h"

#include "core/data/points_db.h"

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <thread>

using namespace dash;
using namespace dash::bench;

namespace {

const PipelineId kPipeline{QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};

TableWrite rowsOf(const char *output, qint64 first, std::size_t count)
{
    const auto id = std::make_shared<Column>(ColumnType::Int64);
    const auto value = std::make_shared<Column>(ColumnType::Double);
    const auto text = std::make_shared<Column>(ColumnType::Text);
    const auto time = std::make_shared<Column>(ColumnType::Instant);
    for (std::size_t row = 0; row < count; ++row) {
        const qint64 n = first + static_cast<qint64>(row);
        id->appendInt(n);
        value->appendDouble(static_cast<double>(n * 7'919 % 1'000'003) / 100);
        text->appendText("customer " + std::to_string(n % 5'000));
        time->appendInt(1'700'000'000'000 + n * 1'000);
    }
    TableWrite write;
    write.table = TableName{kPipeline, QString::fromLatin1(output)};
    write.rows.rows = count;
    write.rows.set(QStringLiteral("id"), id);
    write.rows.set(QStringLiteral("value"), value);
    write.rows.set(QStringLiteral("text"), text);
    write.rows.set(QStringLiteral("time"), time);
    write.maxRows = 2'000'000;
    write.maxBytes = 0;
    return write;
}

double millis(const Stopwatch &watch)
{
    return watch.seconds() * 1'000;
}

void pages(PointsDb &points, const char *name, const QString &column, qint64 offset, const char *goal)
{
    auto snapshot = points.snapshot();
    if (!snapshot)
        return;
    const Stopwatch watch;
    if ((*snapshot)->rows(TableName{kPipeline, QStringLiteral("rows")}, {column, Qt::DescendingOrder}, offset, 100))
        report({name, millis(watch), "ms", goal, {}});
}

double at(std::vector<double> values, std::size_t percent)
{
    const auto place = static_cast<std::ptrdiff_t>(values.size() * percent / 100);
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

// What this disk takes for the least that "Saved" can mean: a few pages behind the others of a file, then fsync, as
// SQLite does it.
std::vector<double> fsyncs(const QString &path, int count)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    const QByteArray name = QFile::encodeName(path) + QByteArray(2, '\0');
    std::vector<char> memory(static_cast<std::size_t>(vfs->szOsFile));
    auto *file = reinterpret_cast<sqlite3_file *>(memory.data());
    std::vector<double> taken;
    if (vfs->xOpen(vfs, name.constData(), file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE,
                   nullptr) != SQLITE_OK)
        return taken;
    const std::vector<char> pages(5 * 4'120, 'x');
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        file->pMethods->xWrite(file, pages.data(), static_cast<int>(pages.size()),
                               static_cast<sqlite3_int64>(pages.size()) * i);
        file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
        taken.push_back(millis(watch));
    }
    file->pMethods->xClose(file);
    return taken;
}

// Two connections, each with a commit of 10 000 points at a time that waits until it is durable.
void benchConnections()
{
    constexpr std::size_t kConnections = 2;
    constexpr std::size_t kCommits = 120;
    constexpr std::size_t kSeries = 20;
    constexpr std::size_t kEach = 500;
    const QTemporaryDir folder;
    const SystemClock clock;
    auto points = PointsDb::open(folder.path(), {}, clock);
    if (!points)
        return;
    // Made before the clock runs: what is measured is storing them.
    std::vector<std::vector<RunCommit>> commits(kConnections);
    std::mt19937_64 random(5);
    std::normal_distribution<> step(0, 0.15);
    for (std::size_t c = 0; c < kConnections; ++c) {
        std::vector<double> now(kSeries, 50);
        for (std::size_t i = 0; i < kCommits; ++i) {
            RunCommit commit;
            commit.pipeline = PipelineId{QUuid(static_cast<uint>(c), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};
            for (std::size_t s = 0; s < kSeries; ++s) {
                SeriesKey key{commit.pipeline.text().toStdString(), "sensor", {{"device", std::to_string(s)}}};
                commit.series.emplace_back(std::move(key), SeriesInfo());
                PointBlock block;
                block.series = SeriesId{static_cast<qint64>(s)};
                for (std::size_t n = 0; n < kEach; ++n) {
                    const qint64 jitter = s % 2 == 1 ? static_cast<qint64>(random() % 40) - 20 : 0;
                    block.times.push_back(1'767'225'600'000 + static_cast<qint64>(i * kEach + n) * 10'000 + jitter);
                    block.doubles.push_back(std::round((now[s] += step(random)) * 100) / 100);
                }
                commit.points.push_back(std::move(block));
            }
            commits[c].push_back(std::move(commit));
        }
    }
    std::vector<std::vector<double>> saved(kConnections);
    std::vector<std::thread> threads;
    const Stopwatch watch;
    for (std::size_t c = 0; c < kConnections; ++c) {
        threads.emplace_back([&, c] {
            for (RunCommit &commit : commits[c]) {
                const Stopwatch one;
                if ((*points)->commit(std::move(commit)))
                    saved[c].push_back(millis(one));
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = watch.seconds();
    std::vector<double> all;
    for (const auto &some : saved)
        all.insert(all.end(), some.begin(), some.end());
    if (all.size() != kConnections * kCommits)
        return;
    report({"points: 2 connections, a commit per 10 000 points",
            static_cast<double>(all.size()) / 100 / seconds,
            "M points/s",
            "≥ 3",
            {}});
    report({"… each commit durable, median", at(all, 50), "ms", "", {}});
    report({"… p99", at(all, 99), "ms", "", {}});
}

void benchSaved()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    auto points = PointsDb::open(folder.path(), {}, clock);
    if (!points)
        return;
    const std::vector<double> floor = fsyncs(folder.filePath(QStringLiteral("floor")), 500);
    if (floor.empty())
        return;
    std::vector<double> saved;
    for (int i = 0; i < 500; ++i) {
        RunCommit commit;
        commit.pipeline = kPipeline;
        commit.tables.push_back(rowsOf("saved", i, 1));
        commit.state[QStringLiteral("cursor/source")] = QByteArray::number(i);
        const Stopwatch watch;
        if (!(*points)->commit(std::move(commit)))
            return;
        saved.push_back(millis(watch));
    }
    const auto bare = [&](std::size_t percent) {
        return QStringLiteral("fsync alone %1").arg(at(floor, percent), 0, 'f', 2);
    };
    report({"points: durable commit, median", at(saved, 50), "ms", "", bare(50)});
    report({"points: durable commit, p99", at(saved, 99), "ms", "≤ 10", bare(99)});
}

void benchTables()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    auto points = PointsDb::open(folder.path(), {}, clock);
    if (!points)
        return;
    constexpr qint64 kRows = 1'000'000;
    constexpr std::size_t kBatch = 10'000;
    double seconds = 0;
    for (qint64 first = 0; first < kRows; first += static_cast<qint64>(kBatch)) {
        RunCommit commit;
        commit.pipeline = kPipeline;
        commit.tables.push_back(rowsOf("rows", first, kBatch));
        const Stopwatch watch;
        if (!(*points)->commit(std::move(commit)))
            return;
        seconds += watch.seconds();
    }
    report({"points: table rows in, 4 columns", static_cast<double>(kRows) / seconds, "rows/s", "≥ 100000", {}});
    pages(**points, "points: newest page of 1 M rows", {}, 0, "");
    pages(**points, "points: page at 500 000 by arrival", {}, 500'000, "");
    pages(**points, "points: first page ever in order of a number", QStringLiteral("value"), 0, "");
    pages(**points, "points: first page ever in order of text", QStringLiteral("text"), 0, "");
    Stopwatch indexes;
    for (int i = 0; i < 2; ++i) { // what is wanted meanwhile is made when nothing waits
        RunCommit nothing;
        nothing.pipeline = kPipeline;
        nothing.state[QStringLiteral("cursor/source")] = QByteArray::number(i);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (!(*points)->commit(std::move(nothing)))
            return;
    }
    report({"… both indexes made", millis(indexes), "ms", "", {}});
    seconds = 0;
    for (int i = 0; i < 20; ++i) {
        RunCommit commit;
        commit.pipeline = kPipeline;
        commit.tables.push_back(rowsOf("rows", kRows + i * 100, 100));
        const Stopwatch watch;
        if (!(*points)->commit(std::move(commit)))
            return;
        seconds += watch.seconds();
    }
    report({"… a commit of 100 more rows", seconds * 1e3 / 20, "ms", "", {}});
    pages(**points, "points: page of the live table by a number, first", QStringLiteral("value"), 0, "≤ 100");
    pages(**points, "points: page of the live table by a number, 500 000th", QStringLiteral("value"), 500'000, "≤ 100");
    pages(**points, "points: page of the live table by text, first", QStringLiteral("text"), 0, "≤ 100");
}

} // namespace

DASH_BENCH(points_saved, benchSaved)
DASH_BENCH(points_connections, benchConnections)
DASH_BENCH(points_tables, benchTables)
