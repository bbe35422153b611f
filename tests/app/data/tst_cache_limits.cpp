#include "app/data/cache_limits.h"
#include "core/store/workspace.h"
#include "tests/support/kit.h"

#include <QTemporaryDir>

using namespace dash;

class TstCacheLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChoiceHoldsAtOnce()
    {
        QTemporaryDir folder;
        ManualClock clock;
        SystemRandom random;
        const auto workspace = Workspace::open(folder.path(), clock, random);
        QVERIFY_RESULT(workspace);
        const auto points = PointsDb::open(folder.path(), {}, clock);
        QVERIFY_RESULT(points);
        constexpr qint64 kDay = 86'400'000;
        const qint64 now = toMs(clock.now());
        RunCommit commit;
        commit.pipeline = PipelineId{};
        commit.series.emplace_back(SeriesKey{"p", "old and new", {}}, SeriesInfo{});
        PointBlock block;
        for (int i = 0; i < 300'000; ++i) {
            block.times.push_back(now - 30 * kDay + i * (30 * kDay / 300'000));
            block.doubles.push_back(double(random.next64()));
        }
        commit.points.push_back(std::move(block));
        QVERIFY_RESULT((*points)->commit(std::move(commit)));
        QVERIFY_RESULT((*points)->compact());
        const auto found = [&] { return (*(*points)->snapshot())->series().find("old and new", {})->front(); };
        QVERIFY(*(*points)->fileBytes() > 2'000'000);
        QCOMPARE(found().points, 300'000U);

        CacheLimits limits(**workspace, **points, clock);
        setCacheChoice(**workspace, {ByteCount{4'000'000'000}, 20});
        QTRY_VERIFY(found().first >= now - 20 * kDay);
        QVERIFY(found().points > 190'000U);
        setCacheChoice(**workspace, {ByteCount{1'000'000}, 20});
        QTRY_VERIFY_WITH_TIMEOUT(*(*points)->fileBytes() <= 1'000'000, 20'000);
        QVERIFY(found().points > 30'000U);
        QVERIFY(found().last > now - kDay);
    }
};

DASH_TEST(TstCacheLimits)
#include "tst_cache_limits.moc"
