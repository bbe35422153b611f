// The series store beside SQLite rows: 5 M points in 100 series as of a fleet of sensors (two-decimal walks, counters,
// states, full doubles; half of them with jitter), then one series of 100 M points.

#include "core/data/series/series_store.h"
#include "tests/bench/bench.h"
#include "tests/bench/peer_victoria.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <ctime>
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
    QString file;
    std::unique_ptr<Database> db;
    std::unique_ptr<SeriesStore> store;

    explicit World(const QString &where = {})
        : file(where.isEmpty() ? folder.filePath(QStringLiteral("points.db")) : where)
    {
        db = need(Database::open(path()));
        need(migrate(*db, seriesMigrations()));
        store = need(SeriesStore::open(*db));
    }
    QString path() const { return file; }
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
    const auto victoria = measureVictoriaMetrics(blocks, kStart, kStart + static_cast<qint64>(kPerSeries) * 10'000);
    const auto peers = [&](double inRows, double PeerFigures::*inVictoria, int digits) {
        QString text = QStringLiteral("SQLite rows %1").arg(inRows, 0, 'f', digits);
        if (victoria)
            text += QStringLiteral(", VictoriaMetrics over HTTP %1").arg((*victoria).*inVictoria, 0, 'f', digits);
        return text;
    };
    {
        World world;
        world.addSeries(kSeries);
        report({"append, in batches of 10 000, a commit each", ingest(world, blocks, 1), "M points/s", "≥ 3",
                peers(rows.millionsPerSecond, &PeerFigures::millionsPerSecond, 2)});
    }
    World world;
    world.addSeries(kSeries);
    report({"append, in batches of 10 000, eight a commit", ingest(world, blocks, 8), "M points/s", "≥ 3",
            peers(rows.millionsPerSecond, &PeerFigures::millionsPerSecond, 2)});
    {
        const Stopwatch watch;
        world.commit([&] { (void)need(world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything)); });
        report({"sealing what is left", watch.seconds() * 1e3, "ms", "", {}});
    }
    const double bytes = static_cast<double>(world.packedBytes()) / static_cast<double>(kSeries * kPerSeries);
    report({"bytes a point, file size after sealing and vacuum", bytes, "B", "≤ 1.65",
            peers(rows.bytesPerPoint, &PeerFigures::bytesPerPoint, 2)});

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
            peers(rows.queryMs, &PeerFigures::queryMs, 1)});
    report({"… the slowest of 100 series", *std::max_element(taken.begin(), taken.end()), "ms", "", {}});
    std::vector<SeriesId> all;
    for (std::size_t s = 0; s < kSeries; ++s)
        all.push_back(SeriesId{static_cast<qint64>(s) + 1});
    const auto reader = coldReader(world.path());
    const auto snapshot = need(SeriesSnapshot::open(*reader, world.store->heads()));
    std::vector<double> windows;
    for (int i = 0; i < 5; ++i) {
        const Stopwatch watch;
        (void)need(snapshot->buckets(all, {kStart, kStart + static_cast<qint64>(kPerSeries) * 10'000}, 2'000));
        windows.push_back(watch.seconds() * 1e3);
    }
    report({"100 series of 50 000 points to 2 000 columns each", middle(windows), "ms", "", {}});
}

// One series of `points` points; made anew unless DASH_BENCH_CACHE names a folder that has it from an earlier run.
std::unique_ptr<World> longSeries(std::size_t points)
{
    const QString kept = qEnvironmentVariable("DASH_BENCH_CACHE");
    const QString file = kept.isEmpty() ? QString() : QStringLiteral("%1/long-%2.db").arg(kept).arg(points);
    if (QFileInfo::exists(file))
        return std::make_unique<World>(file);
    auto world = std::make_unique<World>(file);
    world->addSeries(1);
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
        world->commit([&] {
            need(world->store->append(std::span(&block, 1)));
            (void)need(world->store->seal(SIZE_MAX));
        });
        inside += watch.seconds();
    }
    world->commit([&] { (void)need(world->store->seal(SIZE_MAX, SeriesStore::SealScope::Everything)); });
    (void)need(world->db->checkpoint(Database::Checkpoint::Truncate));
    report(
        {"one long series, appended and sealed", static_cast<double>(points) / inside / 1e6, "M points/s", "≥ 3", {}});
    return world;
}

// How long windows of a series take, through a connection such as charts use.
class Windows {
public:
    Windows(World &world, std::size_t points)
        : m_heads(world.store->heads())
        , m_reader(need(Database::open(world.path(), reading())))
        , m_whole(static_cast<qint64>(points) * 1'000)
    {
    }
    double take(qint64 from, qint64 to)
    {
        const std::clock_t clock = std::clock();
        const Stopwatch watch;
        const auto snapshot = need(SeriesSnapshot::open(*m_reader, m_heads));
        const auto buckets = need(snapshot->buckets(std::span(&m_id, 1), {kStart + from, kStart + to}, 2'000));
        m_processor.push_back(static_cast<double>(std::clock() - clock) * 1e3 / CLOCKS_PER_SEC);
        return watch.seconds() * 1e3;
    }
    void whole(const char *name)
    {
        std::vector<double> taken;
        for (int i = 0; i < 9; ++i)
            taken.push_back(take(0, m_whole));
        report({name, middle(taken), "ms", "≤ 16", {}});
        report({"… of that in the processor", middle(std::exchange(m_processor, {})), "ms", "", {}});
    }
    // Windows of any width, from all points down to one in 100 000, anywhere.
    void random(const char *p50, const char *p99, const char *worst)
    {
        std::mt19937_64 random(7);
        std::vector<double> taken;
        for (int i = 0; i < 400; ++i) {
            const auto width = static_cast<qint64>(static_cast<double>(m_whole) *
                                                   std::pow(10.0, -static_cast<double>(random() % 500) / 100));
            const auto from = static_cast<qint64>(random() % static_cast<std::uint64_t>(m_whole - width + 1));
            taken.push_back(take(from, from + width));
        }
        std::sort(taken.begin(), taken.end());
        report({p50, taken[taken.size() / 2], "ms", "≤ 16", {}});
        report({p99, taken[taken.size() * 99 / 100], "ms", "≤ 16", {}});
        report({worst, taken.back(), "ms", "≤ 16", {}});
        std::sort(m_processor.begin(), m_processor.end());
        report({"… slowest in the processor", std::exchange(m_processor, {}).back(), "ms", "", {}});
    }

private:
    static DatabaseOptions reading()
    {
        DatabaseOptions options;
        options.mode = DatabaseOptions::Mode::ReadOnly;
        return options;
    }

    std::shared_ptr<const SeriesStore::Heads> m_heads;
    std::unique_ptr<Database> m_reader;
    qint64 m_whole;
    SeriesId m_id{1};
    std::vector<double> m_processor; // time of each, which other programs do not stretch
};

void measureLong()
{
    {
        const auto world = longSeries(100'000'000);
        Windows windows(*world, 100'000'000);
        windows.whole("all of 100 M points to 2 000 columns");
        windows.random("… any window of it, p50", "… p99", "… slowest of 400");
    }
    const auto world = longSeries(10'000'000);
    Windows windows(*world, 10'000'000);
    windows.whole("all of 10 M points to 2 000 columns");
    windows.random("… any window of it, p50", "… p99", "… slowest of 400");
}

} // namespace

DASH_BENCH(series_fleet, measureFleet)
DASH_BENCH(series_long, measureLong)
