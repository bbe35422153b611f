#include "core/data/points_writer.h"
#include "core/data/series/heads.h"

#include "tests/points/points_kit.h"

#include <QFileInfo>

#include <future>

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;

// The writer alone: how much it keeps in memory and in its log while points come faster than idle time seals them.
class TstPointsWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHeadStaysWithinItsLimitWhileManyPointsCome_data();
    void theHeadStaysWithinItsLimitWhileManyPointsCome();
    void theLogOfAHugeAppendIsSmallOnceItIsWritten();
};

namespace {

constexpr std::size_t kHeadLimit = 512 * 1024;

std::size_t headBytes(const PointsWriter &writer)
{
    const auto heads = writer.heads();
    const auto version = heads->at(heads->newest());
    std::size_t sum = 0;
    for (const auto &page : version->pages) {
        for (std::size_t i = 0; page && i < page->size(); ++i)
            sum += (*page)[i] ? (*page)[i]->bytes : 0;
    }
    return sum;
}

// `n` points of each series from `from` on.
RunCommit points(ValueType type, int series, qint64 from, int n)
{
    RunCommit commit;
    commit.pipeline = pipeline(1);
    for (int s = 0; s < series; ++s) {
        SeriesInfo info;
        info.type = type;
        commit.series.emplace_back(SeriesKey{{}, "s" + std::to_string(s), {}}, info);
        PointBlock block;
        block.series = SeriesId{s};
        for (int i = 0; i < n; ++i) {
            block.times.push_back((from + i) * 1'000);
            if (type == ValueType::Text)
                block.texts.push_back("a text longer than a string holds in itself " + std::to_string(i % 10));
            else
                block.doubles.push_back(static_cast<double>((from + i) % 997));
        }
        commit.points.push_back(std::move(block));
    }
    return commit;
}

struct WriterWorld {
    WriterWorld()
    {
        PointsDb::Options options;
        options.series.headBytes = kHeadLimit;
        auto stores = WriterStores::open(file(), options);
        if (succeeded(stores, "WriterStores::open"))
            writer = std::make_unique<PointsWriter>(std::move(*stores), file(), options, [](const auto &) {});
    }
    QString file() const { return folder.filePath(u"points.db"_s); }
    qint64 logBytes() const { return QFileInfo(file() + u"-wal"_s).size(); }
    // Commits without a pause, as an import does; the most that readers saw in the heads right after a commit.
    std::size_t append(ValueType type, int series, int commits, int n)
    {
        std::size_t most = 0;
        for (int i = 0; i < commits; ++i) {
            const RunCommit commit = points(type, series, qint64{i} * n, n);
            PointsWriter::Job job;
            job.points = [&commit](WriterStores &stores, CommitCounts &counts) -> Result<> {
                const auto appended = stores.series->append(commit);
                if (!appended)
                    return fail(appended.error());
                counts.points = *appended;
                return {};
            };
            const auto done = writer->run(std::move(job));
            if (!succeeded(done, "append") || done->points.added != static_cast<std::uint64_t>(series) * n)
                return SIZE_MAX;
            most = std::max(most, headBytes(*writer));
        }
        return most;
    }
    QTemporaryDir folder;
    std::unique_ptr<PointsWriter> writer;
};

} // namespace

void TstPointsWriter::theHeadStaysWithinItsLimitWhileManyPointsCome_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("series");
    QTest::addColumn<int>("perCommit"); // points of each series
    QTest::addColumn<int>("commits");
    QTest::newRow("few series, full chunks") << int(ValueType::Double) << 4 << 5'000 << 60;
    QTest::newRow("many series that never fill a chunk") << int(ValueType::Double) << 2'000 << 10 << 30;
    QTest::newRow("text") << int(ValueType::Text) << 4 << 500 << 60;
}

void TstPointsWriter::theHeadStaysWithinItsLimitWhileManyPointsCome()
{
    QFETCH(int, type);
    QFETCH(int, series);
    QFETCH(int, perCommit);
    QFETCH(int, commits);
    WriterWorld world;
    QVERIFY(world.writer);
    const auto valueType = static_cast<ValueType>(type);
    // A slab may be half empty and has at least 16 places; a text costs its object besides.
    const std::size_t onePoint = 2 * (8 + (valueType == ValueType::Text ? sizeof(std::string) + 64 : 8));
    const std::size_t oneCommit = static_cast<std::size_t>(series) * std::max<std::size_t>(perCommit, 16) * onePoint;
    const std::size_t most = world.append(valueType, series, commits, perCommit);
    QVERIFY2(most <= kHeadLimit + oneCommit, qPrintable(QString::number(most)));
    QVERIFY2(most > kHeadLimit / 2, qPrintable(QString::number(most))); // it was used, not sealed point by point
}

void TstPointsWriter::theLogOfAHugeAppendIsSmallOnceItIsWritten()
{
    WriterWorld world;
    QVERIFY(world.writer);
    for (int i = 0; i < 2; ++i)
        QVERIFY(world.append(ValueType::Double, 1, 1, 3'000'000) != SIZE_MAX || i == 1);
    // Idle, the log is given back to what a connection keeps.
    QTRY_VERIFY_WITH_TIMEOUT(world.logBytes() <= 33 * 1024 * 1024, 10'000);
    world.writer.reset();
    QCOMPARE(world.logBytes(), 0);
    QVERIFY(QFileInfo(world.file()).size() > 100'000);
}

DASH_TEST(TstPointsWriter)
#include "tst_points_writer.moc"
