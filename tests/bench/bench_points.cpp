// points.db: durable commits, table rows in, sorted pages of a large table.

#include "tests/bench/bench.h"

#include "core/data/points_db.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

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

void benchPoints()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    auto points = PointsDb::open(folder.path(), {}, clock);
    if (!points)
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
    std::sort(saved.begin(), saved.end());
    report({"points: durable commit, median", saved[saved.size() / 2], "ms", "", {}});
    report({"points: durable commit, p99", saved[saved.size() * 99 / 100], "ms", "≤ 10", {}});

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
    pages(**points, "points: page sorted by a number, first", QStringLiteral("value"), 0, "");
    pages(**points, "points: page sorted by a number, next", QStringLiteral("value"), 500'000, "");
    pages(**points, "points: page sorted by text, first", QStringLiteral("text"), 0, "");
}

} // namespace

DASH_BENCH(points, benchPoints)
