// Snapshots: readers beside a writer, damaged chunks, finding one series among many.

#include "tests/data/series/series_oracle.h"

#include "tests/support/kit.h"

#include <atomic>
#include <thread>

using namespace dash;
using namespace dash::test;

namespace {

constexpr qint64 kStart = 1'767'225'600'000;

} // namespace

class TstSeriesSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Each commit adds one point with the same time to both series and now and then overwrites an old pair or seals:
    // whoever looks sees both series alike, and no commit twice or half.
    void aReaderBesideTheWriterSeesWholeCommitsOnly()
    {
        SeriesStoreOptions options;
        options.chunkPoints = 64;
        SeriesWorld world(options);
        std::vector<SeriesId> ids;
        QVERIFY_RESULT(world.commit([&]() -> Result<> {
            for (const char *name : {"a", "b"})
                ids.push_back(*world.store->resolve({"", name, {}}, ValueType::Int64));
            return {};
        }));
        std::atomic<qint64> commits = 0;
        std::atomic<bool> stop = false;
        std::atomic<int> looks = 0;
        QString wrong;
        const auto heads = world.store->heads();
        std::thread reading([&] {
            const auto reader = world.reader();
            while (!stop) {
                const qint64 before = commits;
                const auto snapshot = SeriesSnapshot::open(*reader, looks % 5 == 4 ? nullptr : heads);
                const qint64 after = commits + 1; // one more may be durable and not yet counted
                const auto a = (*snapshot)->range(ids[0], {kMinInstant, kMaxInstant});
                const auto b = (*snapshot)->range(ids[1], {kMinInstant, kMaxInstant});
                const auto info = (*snapshot)->info(ids[0]);
                const auto n = a ? static_cast<qint64>(a->times.size()) : -1;
                if (!a || !b || !info || a->times != b->times || a->ints != b->ints || n < before || n > after ||
                    info->points != a->times.size()) {
                    wrong = QStringLiteral("look %1: %2 and %3 points between commits %4 and %5")
                                .arg(looks)
                                .arg(n)
                                .arg(b ? b->times.size() : 0)
                                .arg(before)
                                .arg(after);
                    break;
                }
                ++looks;
            }
        });
        std::mt19937_64 random(1);
        for (qint64 i = 0; (i < 600 || looks < 50) && i < 20'000; ++i) {
            const auto done = world.commit([&]() -> Result<> {
                std::vector<PointBlock> blocks;
                const qint64 old = kStart + static_cast<qint64>(random() % static_cast<std::uint64_t>(i + 1)) * 1'000;
                for (const SeriesId id : ids) {
                    blocks.push_back({id, {kStart + i * 1'000}, {}, {i}, {}});
                    if (i % 4 == 3)
                        blocks.push_back({id, {old}, {}, {i}, {}});
                }
                if (const auto added = world.store->append(blocks); !added)
                    return fail(added.error());
                if (i % 16 == 0) {
                    const auto sealed = world.store->seal(SIZE_MAX, i % 160 == 0 ? SeriesStore::SealScope::Everything
                                                                                 : SeriesStore::SealScope::Due);
                    if (!sealed)
                        return fail(sealed.error());
                }
                return {};
            });
            QVERIFY_RESULT(done);
            ++commits;
        }
        stop = true;
        reading.join();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(looks >= 50);
    }

    void aSnapshotStaysAsItWas()
    {
        SeriesWorld world;
        SeriesId id{};
        const auto append = [&](qint64 time, double value) {
            return world.commit([&]() -> Result<AppendCounts> {
                id = *world.store->resolve({"", "x", {}}, ValueType::Double);
                const PointBlock block{id, {time}, {value}, {}, {}};
                return world.store->append(std::span(&block, 1));
            });
        };
        QVERIFY_RESULT(append(kStart, 1));
        const auto reader = world.reader();
        const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
        QVERIFY_RESULT(snapshot);
        QVERIFY_RESULT(append(kStart, 2));
        QVERIFY_RESULT(append(kStart + 1, 3));
        QVERIFY_RESULT(world.commit([&] { return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything); }));
        const auto points = (*snapshot)->range(id, {kMinInstant, kMaxInstant});
        QVERIFY_RESULT(points);
        QCOMPARE(points->doubles, std::vector<double>{1});
    }

    void aDamagedChunkIsAnErrorForItsPointsOnly()
    {
        SeriesStoreOptions options;
        options.chunkPoints = 1'000;
        SeriesWorld world(options);
        SeriesId id{};
        QVERIFY_RESULT(world.commit([&]() -> Result<> {
            id = *world.store->resolve({"", "x", {}}, ValueType::Double);
            PointBlock block{id, {}, {}, {}, {}};
            for (int i = 0; i < 5'000; ++i) {
                block.times.push_back(kStart + i);
                block.doubles.push_back(std::sqrt(i));
            }
            if (const auto done = world.store->append(std::span(&block, 1)); !done)
                return fail(done.error());
            const auto sealed = world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything);
            return sealed ? Result<>() : fail(sealed.error());
        }));
        QVERIFY_RESULT(world.db->execute(
            "UPDATE series_chunk SET data = substr(data, 1, length(data) - 9) || x'00112233445566778899' "
            "WHERE id = (SELECT id FROM series_chunk ORDER BY id LIMIT 1 OFFSET 2)"));
        const auto reader = world.reader();
        const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
        QCOMPARE(codeOf((*snapshot)->range(id, {kMinInstant, kMaxInstant})), QStringLiteral("series.chunk_corrupt"));
        QCOMPARE((*snapshot)->range(id, {kStart, kStart + 2'000})->times.size(), 2'000U);
        QCOMPARE((*snapshot)->buckets(std::span(&id, 1), {kStart, kStart + 5'000}, 1)->front().count.front(), 5'000U);
    }

    void oneOfAHundredThousandSeriesIsFoundByItsLabel()
    {
        SeriesWorld world;
        QVERIFY_RESULT(world.commit([&]() -> Result<> {
            for (int i = 0; i < 100'000; ++i) {
                const auto id = world.store->resolve(
                    {"p", "cpu", {{"host", "h" + std::to_string(i)}, {"zone", std::to_string(i % 7)}}},
                    ValueType::Double);
                if (!id)
                    return fail(id.error());
            }
            return {};
        }));
        const auto reader = world.reader();
        const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
        QElapsedTimer timer;
        timer.start();
        const auto found = (*snapshot)->find("cpu", {{"zone", "3"}, {"host", "h" + std::to_string(7 * 9'000 + 3)}});
        const qint64 taken = timer.elapsed();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), 1U);
        QCOMPARE(found->front().key.labels.front().value, "h63003");
        QVERIFY2(taken < 200, qPrintable(QString::number(taken)));
        QCOMPARE((*snapshot)->find("cpu", {{"zone", "3"}})->size(), 14'286U);
        QVERIFY((*snapshot)->find("cpu", {{"zone", "9"}})->empty());
        QVERIFY((*snapshot)->find("cpu", {}, "q")->empty());
    }
};

DASH_TEST(TstSeriesSnapshot)
#include "tst_snapshot.moc"
