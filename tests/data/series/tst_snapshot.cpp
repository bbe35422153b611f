// Snapshots: readers beside a writer, damaged chunks, finding one series among many.

#include "tests/data/series/series_oracle.h"

#include "tests/support/kit.h"

#include <atomic>
#include <numeric>
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
            "UPDATE series_chunk SET data = substr(data, 1, length(data) - 9) || x'112233445566778899' "
            "WHERE id = (SELECT id FROM series_chunk ORDER BY id LIMIT 1 OFFSET 2)"));
        SeriesGap gap; // the last block of the third chunk
        const auto look = [&](bool setAside) {
            const auto reader = world.reader();
            const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
            int told = 0;
            (*snapshot)->onDamage = [&](SeriesId series, TimeRange range) {
                QCOMPARE(series, id);
                QVERIFY(range.from >= kStart + 2'000 && range.to <= kStart + 3'000);
                ++told;
            };
            const auto all = (*snapshot)->range(id, {kMinInstant, kMaxInstant});
            QVERIFY_RESULT(all);
            QCOMPARE(all->gaps.size(), 1U);
            QCOMPARE(all->gaps.front().code, ErrorCode::ChunkCorrupt);
            QCOMPARE(all->gaps.front().to, kStart + 3'000);
            QCOMPARE(all->times.size() + all->gaps.front().points, 5'000U);
            for (const qint64 time : all->times)
                QVERIFY(time < all->gaps.front().from || time >= all->gaps.front().to);
            QCOMPARE((*snapshot)->range(id, {kStart, kStart + 2'000})->times.size(), 2'000U);
            QVERIFY((*snapshot)->range(id, {kStart, kStart + 2'000})->gaps.empty());
            const auto fine = (*snapshot)->buckets(std::span(&id, 1), {kStart, kStart + 5'000}, 200);
            QVERIFY_RESULT(fine);
            QCOMPARE(fine->front().gaps, all->gaps);
            QCOMPARE(std::accumulate(fine->front().count.begin(), fine->front().count.end(), std::uint64_t{0}),
                     all->times.size());
            const auto coarse = (*snapshot)->buckets(std::span(&id, 1), {kStart, kStart + 5'000}, 1);
            QCOMPARE(coarse->front().count.front(), setAside ? all->times.size() : 5'000U); // a summary still knows
            QCOMPARE((*snapshot)->last(id, kStart + 3'000)->times.front(), all->gaps.front().from - 1);
            QCOMPARE(told > 0, !setAside);
            QVERIFY(!setAside || gap == all->gaps.front());
            gap = all->gaps.front();
            QVERIFY(gap.points <= 512);
        };
        look(false);
        // The writer looks itself, and only then takes it out. It does so once, and keeps the other blocks.
        QCOMPARE(world.commit([&] {
                          return world.store->setDamagedAside(id, {kStart, kStart + 5'000});
                      })
                     .value_or(9),
                 1U);
        QCOMPARE(world.commit([&] {
                          return world.store->setDamagedAside(id, {kStart, kStart + 5'000});
                      })
                     .value_or(9),
                 0U);
        look(true);
        QCOMPARE(world.store->info(id)->points, 5'000U - gap.points);
        QCOMPARE(world.store->stats()->setAside, 1U);
        QCOMPARE(*world.db->executeForInt("SELECT count(*) FROM series_chunk"), 6); // the bytes stay
        // New points for the gap are kept.
        QVERIFY_RESULT(world.commit([&]() -> Result<AppendCounts> {
            const PointBlock again{id, {gap.from + 3}, {7}, {}, {}};
            return world.store->append(std::span(&again, 1));
        }));
        QVERIFY_RESULT(world.commit([&] { return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything); }));
        const auto reader = world.reader();
        const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
        QCOMPARE((*snapshot)->range(id, {gap.from, gap.to})->doubles, std::vector<double>{7});
        // What retention drops is no gap any more.
        QVERIFY_RESULT(world.commit([&] { return world.store->retain(kStart + 3'000); }));
        const auto laterReader = world.reader();
        const auto later = SeriesSnapshot::open(*laterReader, world.store->heads());
        QVERIFY((*later)->range(id, {kMinInstant, kMaxInstant})->gaps.empty());
    }

    // Late points, sealing and retention meet a damaged chunk, a damaged list of chunks, a damaged summary: the commit
    // goes through and all other points stay.
    void writingGoesAroundDamage_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<int>("lost");
        QTest::newRow("a chunk") << QByteArray("UPDATE series_chunk SET data = zeroblob(length(data)) WHERE id = "
                                               "(SELECT id FROM series_chunk ORDER BY id LIMIT 1 OFFSET 4)")
                                 << 1'000;
        QTest::newRow("a chunk is gone") << QByteArray("DELETE FROM series_chunk WHERE id = "
                                                       "(SELECT id FROM series_chunk ORDER BY id LIMIT 1 OFFSET 4)")
                                         << 1'000;
        QTest::newRow("a list") << QByteArray("UPDATE series_group SET chunks = x'0102'") << 5'000;
        QTest::newRow("a total") << QByteArray("UPDATE series_group SET total = x'00'") << 0;
    }
    void writingGoesAroundDamage()
    {
        QFETCH(QByteArray, damage);
        QFETCH(int, lost);
        for (const int way : {0, 1, 2}) {
            SeriesStoreOptions options;
            options.chunkPoints = 1'000;
            SeriesWorld world(options);
            SeriesId id{};
            QVERIFY_RESULT(world.commit([&]() -> Result<bool> {
                id = *world.store->resolve({"", "x", {}}, ValueType::Int64);
                PointBlock block{id, {}, {}, {}, {}};
                for (int i = 0; i < 5'000; ++i) {
                    block.times.push_back(kStart + i);
                    block.ints.push_back(i);
                }
                if (const auto done = world.store->append(std::span(&block, 1)); !done)
                    return fail(done.error());
                return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything);
            }));
            QVERIFY_RESULT(world.db->execute(damage.toStdString()));
            std::size_t expected = 5'000 - static_cast<std::size_t>(lost);
            if (way == 0) { // a point between those of the damaged chunk, then sealed
                const auto added = world.commit([&]() -> Result<AppendCounts> {
                    const PointBlock late{id, {kStart + 4'500}, {}, {-1}, {}};
                    return world.store->append(std::span(&late, 1));
                });
                QVERIFY_RESULT(added);
                QCOMPARE(added->added, lost > 0 ? 1U : 0U);
                expected += lost > 0 ? 1 : 0;
            } else if (way == 1) { // behind all, sealed onto the end
                QVERIFY_RESULT(world.commit([&]() -> Result<AppendCounts> {
                    const PointBlock next{id, {kStart + 5'000}, {}, {5'000}, {}};
                    return world.store->append(std::span(&next, 1));
                }));
                expected += 1;
            } else { // cuts through the damaged chunk
                QVERIFY_RESULT(world.commit([&] { return world.store->retain(kStart + 4'500); }));
                expected = lost > 0 ? 0 : 500;
            }
            QVERIFY_RESULT(
                world.commit([&] { return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything); }));
            QVERIFY_RESULT(world.commit([&] { return world.store->setDamagedAside(id, {kMinInstant, kMaxInstant}); }));
            world.reopen();
            const auto reader = world.reader();
            const auto snapshot = SeriesSnapshot::open(*reader, world.store->heads());
            const auto all = (*snapshot)->range(id, {kMinInstant, kMaxInstant});
            QVERIFY_RESULT(all);
            QVERIFY2(
                all->times.size() == expected,
                qPrintable(
                    QStringLiteral("way %1: %2 points, expected %3").arg(way).arg(all->times.size()).arg(expected)));
            QCOMPARE((*snapshot)->info(id)->points, expected);
            QCOMPARE(all->gaps.size(), lost > 0 ? 1U : 0U);
            QCOMPARE(world.store->stats()->setAside, lost > 0 ? 1U : 0U);
        }
    }

    void aDamagedRowOfTheBatchLogIsSetAside()
    {
        SeriesWorld world;
        SeriesId id{};
        for (int i = 0; i < 3; ++i) {
            QVERIFY_RESULT(world.commit([&]() -> Result<AppendCounts> {
                id = *world.store->resolve({"", "x", {}}, ValueType::Int64);
                const PointBlock block{id, {kStart + i}, {}, {i}, {}};
                return world.store->append(std::span(&block, 1));
            }));
        }
        QVERIFY_RESULT(world.db->execute("UPDATE series_log SET data = x'01000000000102' WHERE change = 2"));
        for (int again = 0; again < 2; ++again) {
            world.reopen();
            QCOMPARE(world.store->stats()->setAside, 1U);
            QCOMPARE(world.store->info(id)->points, 2U);
            for (const auto &heads : {world.store->heads(), std::shared_ptr<const SeriesStore::Heads>()}) {
                const auto reader = world.reader();
                const auto snapshot = SeriesSnapshot::open(*reader, heads);
                QCOMPARE((*snapshot)->range(id, {kMinInstant, kMaxInstant})->ints, (std::vector<qint64>{0, 2}));
            }
        }
        QVERIFY_RESULT(world.commit([&] { return world.store->seal(SIZE_MAX, SeriesStore::SealScope::Everything); }));
        QCOMPARE(*world.db->executeForInt("SELECT count(*) FROM series_log"), 1); // the damaged row stays
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
