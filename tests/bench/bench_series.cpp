// The series store beside SQLite rows: 5 M points in 100 series as of a fleet of sensors (two-decimal walks, counters,
// states, full doubles; half of them with jitter), then one series of 100 M points.

#include "core/data/series/series_store.h"
#include "tests/bench/bench.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <random>

using namespace dash;
using namespace dash::bench;

namespace {

constexpr qint64 kStart = 1'767'225'600'000;
constexpr std::size_t kSeries = 100;
constexpr std::size_t kPerSeries = 50'000;
constexpr std::size_t kPerBlock = 500;
constexpr std::size_t kBlocksPerBatch = 20; // 10 000 points

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qUtf8Printable(errorSentence(result.error())), qUtf8Printable(result.error().detail));
    return std::move(*result);
}
void need(const Result<> &result)
{
    if (!result)
        qFatal("%s %s", qUtf8Printable(errorSentence(result.error())), qUtf8Printable(result.error().detail));
}

// The points of a sensor fleet, in the order in which a batching agent sends them.
std::vector<PointBlock> fleet()
{
    std::mt19937_64 random(20261122);
    std::normal_distribution<> coarse(0, 0.15);
    std::normal_distribution<> fine(0, 1e-3);
    std::uniform_real_distribution<> unit(0, 1);
    std::vector<double> now;
    for (std::size_t s = 0; s < kSeries; ++s)
        now.push_back(s < 60 ? 20 + unit(random) * 60 : s < 90 ? 0 : unit(random));
    std::vector<PointBlock> out;
    for (std::size_t at = 0; at < kPerSeries; at += kPerBlock) {
        for (std::size_t s = 0; s < kSeries; ++s) {
            PointBlock block;
            block.series = SeriesId{static_cast<qint64>(s) + 1};
            for (std::size_t i = at; i < at + kPerBlock; ++i) {
                double v = 0;
                if (s < 60)
                    v = std::round((now[s] += coarse(random)) * 100) / 100;
                else if (s < 80)
                    v = now[s] += static_cast<double>(random() % 50);
                else if (s < 90)
                    v = now[s] = random() % 1'000 == 0 ? static_cast<double>(random() % 4) : now[s];
                else
                    v = now[s] += fine(random);
                const qint64 jitter = s % 2 == 1 ? static_cast<qint64>(random() % 40) - 20 : 0;
                block.times.push_back(kStart + static_cast<qint64>(i) * 10'000 + jitter);
                block.doubles.push_back(v);
            }
            out.push_back(std::move(block));
        }
    }
    return out;
}

struct World {
    QTemporaryDir folder;
    std::unique_ptr<Database> db;
    std::unique_ptr<SeriesStore> store;

    World()
    {
        db = need(Database::open(path()));
        need(migrate(*db, seriesMigrations()));
        store = need(SeriesStore::open(*db));
    }
    QString path() const { return folder.filePath(QStringLiteral("points.db")); }
    template <class F>
    void commit(F change)
    {
        auto transaction = need(Transaction::begin(*db));
        change();
        need(transaction.commit());
        store->committed();
    }
    void addSeries(std::size_t n)
    {
        commit([&] {
            for (std::size_t s = 0; s < n; ++s)
                need(store->resolve({"", "sensor", {{"device", "d" + std::to_string(s)}}}, ValueType::Double));
        });
    }
    // File size with the log of SQLite folded in and free pages given back.
    qint64 packedBytes()
    {
        need(db->execute("VACUUM"));
        (void)need(db->checkpoint(Database::Checkpoint::Truncate));
        return QFileInfo(path()).size();
    }
};

double ingest(World &world, const std::vector<PointBlock> &blocks, std::size_t batchesPerCommit)
{
    const Stopwatch watch;
    for (std::size_t at = 0; at < blocks.size();) {
        world.commit([&] {
            for (std::size_t batch = 0; batch < batchesPerCommit && at < blocks.size(); ++batch, at += kBlocksPerBatch)
                need(world.store->append(std::span(blocks).subspan(at, kBlocksPerBatch)));
            (void)need(world.store->seal(50'000));
        });
    }
    return static_cast<double>(kSeries * kPerSeries) / watch.seconds() / 1e6;
}

struct Rows {
    QTemporaryDir folder;
    double millionsPerSecond = 0;
    double bytesPerPoint = 0;
    double queryMs = 0;
};

// The same points as rows of a table, the way programs usually keep them.
void measureRows(const std::vector<PointBlock> &blocks, Rows &out)
{
    const QString path = out.folder.filePath(QStringLiteral("rows.db"));
    auto db = need(Database::open(path));
    need(db->execute("CREATE TABLE points(series INTEGER NOT NULL, time INTEGER NOT NULL, value REAL NOT NULL, PRIMARY "
                     "KEY(series, time)) WITHOUT ROWID"));
    const Stopwatch watch;
    for (std::size_t at = 0; at < blocks.size(); at += kBlocksPerBatch) {
        auto transaction = need(Transaction::begin(*db));
        for (std::size_t b = at; b < at + kBlocksPerBatch; ++b) {
            for (std::size_t i = 0; i < kPerBlock; ++i) {
                auto insert = need(db->prepare("INSERT INTO points VALUES(?1, ?2, ?3)"));
                insert.bind(1, static_cast<qint64>(blocks[b].series))
                    .bind(2, blocks[b].times[i])
                    .bind(3, blocks[b].doubles[i]);
                need(insert.run());
            }
        }
        need(transaction.commit());
    }
    out.millionsPerSecond = static_cast<double>(kSeries * kPerSeries) / watch.seconds() / 1e6;
    need(db->execute("VACUUM"));
    (void)need(db->checkpoint(Database::Checkpoint::Truncate));
    out.bytesPerPoint = static_cast<double>(QFileInfo(path).size()) / static_cast<double>(kSeries * kPerSeries);
    db = need(Database::open(path));
    const Stopwatch query;
    for (int s = 1; s <= 5; ++s) {
        auto select = need(db->prepare("SELECT (time - ?2) / 500000, count(*), min(value), max(value), sum(value) FROM "
                                       "points WHERE series = ?1 GROUP BY 1"));
        select.bind(1, static_cast<qint64>(s)).bind(2, kStart);
        while (need(select.step())) {
        }
    }
    out.queryMs = query.seconds() * 1e3 / 5;
}

std::unique_ptr<Database> coldReader(const QString &path)
{
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    options.mmapBytes = qint64{1} << 30;
    return need(Database::open(path, options));
}

double middle(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

void measureFleet()
{
    const std::vector<PointBlock> blocks = fleet();
    Rows rows;
    measureRows(blocks, rows);
    {
        World world;
        world.addSeries(kSeries);
        report({"append, in batches of 10 000, a commit each", ingest(world, blocks, 1), "M points/s", "≥ 3",
                QStringLiteral("SQLite rows %1").arg(rows.millionsPerSecond, 0, 'f', 2)});
    }
    World world;
    world.addSeries(kSeries);
    report({"append, in batches of 10 000, eight a commit", ingest(world, blocks, 8), "M points/s", "≥ 3",
            QStringLiteral("SQLite rows %1").arg(rows.millionsPerSecond, 0, 'f', 2)});
    {
        const Stopwatch watch;
        world.commit([&] { (void)need(world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything)); });
        report({"sealing what is left", watch.seconds() * 1e3, "ms", "", {}});
    }
    const double bytes = static_cast<double>(world.packedBytes()) / static_cast<double>(kSeries * kPerSeries);
    report({"bytes a point, file size after sealing and vacuum", bytes, "B", "≤ 1.65",
            QStringLiteral("SQLite rows %1").arg(rows.bytesPerPoint, 0, 'f', 2)});

    std::vector<double> taken;
    for (std::size_t s = 0; s < kSeries; ++s) {
        const auto reader = coldReader(world.path());
        const SeriesId id{static_cast<qint64>(s) + 1};
        const Stopwatch watch;
        const auto snapshot = need(SeriesSnapshot::open(*reader, world.store->heads()));
        const auto buckets = need(
            snapshot->buckets(std::span(&id, 1), {kStart, kStart + static_cast<qint64>(kPerSeries) * 10'000}, 1'000));
        taken.push_back(watch.seconds() * 1e3);
    }
    report({"50 000 points of a series to 1 000 buckets, cold", middle(taken), "ms", "≤ 1",
            QStringLiteral("SQLite rows %1").arg(rows.queryMs, 0, 'f', 1)});
    report({"… the slowest of 100 series", *std::max_element(taken.begin(), taken.end()), "ms", "", {}});
}

void measureLong()
{
    const std::size_t points = qEnvironmentVariableIsSet("DASH_BENCH_POINTS")
                                   ? static_cast<std::size_t>(qEnvironmentVariableIntValue("DASH_BENCH_POINTS"))
                                   : 100'000'000;
    World world;
    world.addSeries(1);
    std::mt19937_64 random(1);
    std::normal_distribution<> step(0, 0.15);
    double v = 50;
    double inside = 0;
    for (std::size_t at = 0; at < points;) {
        PointBlock block;
        block.series = SeriesId{1};
        for (std::size_t i = 0; i < 500'000 && at < points; ++i, ++at) {
            block.times.push_back(kStart + static_cast<qint64>(at) * 1'000);
            block.doubles.push_back(std::round((v += step(random)) * 100) / 100);
        }
        const Stopwatch watch;
        world.commit([&] {
            need(world.store->append(std::span(&block, 1)));
            (void)need(world.store->seal(SIZE_MAX));
        });
        inside += watch.seconds();
    }
    report(
        {"one long series, appended and sealed", static_cast<double>(points) / inside / 1e6, "M points/s", "≥ 3", {}});
    (void)need(world.db->checkpoint(Database::Checkpoint::Truncate));
    const auto reader = coldReader(world.path());
    const SeriesId id{1};
    std::vector<double> taken;
    const auto whole = static_cast<qint64>(points) * 1'000;
    for (int i = 0; i < 60; ++i) {
        qint64 from = kStart;
        qint64 to = kStart + whole;
        if (i >= 5) { // any window, of any width
            const auto width = static_cast<qint64>(static_cast<double>(whole) *
                                                   std::pow(10.0, -static_cast<double>(random() % 400) / 100));
            from += static_cast<qint64>(random() % static_cast<std::uint64_t>(whole - width + 1));
            to = from + width;
        }
        const Stopwatch watch;
        const auto snapshot = need(SeriesSnapshot::open(*reader, world.store->heads()));
        const auto buckets = need(snapshot->buckets(std::span(&id, 1), {from, to}, 2'000));
        taken.push_back(watch.seconds() * 1e3);
    }
    report({"a window of 100 M points to 2 000 columns, all of it",
            middle({taken.begin() + 1, taken.begin() + 5}),
            "ms",
            "≤ 16",
            {}});
    report({"… any window, middle", middle({taken.begin() + 5, taken.end()}), "ms", "≤ 16", {}});
    report({"… any window, slowest of 55", *std::max_element(taken.begin() + 5, taken.end()), "ms", "≤ 16", {}});
}

} // namespace

DASH_BENCH(series_fleet, measureFleet)
DASH_BENCH(series_long, measureLong)
