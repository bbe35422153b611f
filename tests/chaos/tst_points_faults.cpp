// points.db on a disk in memory that fails in every way.

#include "tests/chaos/numbered_commits.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/kit.h"

#include <QTemporaryDir>

#include <random>

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;

class TstPointsFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void powerCutsLoseNothingAcknowledged();
    void everyFailingOperationIsSurvived_data();
    void everyFailingOperationIsSurvived();
    void aFullDiskIsSaidAndLeftBehind();
    void aFullFileIsSaidAndLeftBehind();

private:
    // Commits up to `count` more; the last acknowledged number, and whether something failed on the way.
    static int work(PointsDb &points, int from, int count, bool &failed)
    {
        int acknowledged = from;
        failed = false;
        for (int n = from + 1; n <= from + count; ++n) {
            if (!points.commit(numberedCommit(n))) {
                failed = true;
                return acknowledged;
            }
            acknowledged = n;
            if (!numberedExtras(points, n)) {
                failed = true;
                return acknowledged;
            }
        }
        return acknowledged;
    }
};

void TstPointsFaults::powerCutsLoseNothingAcknowledged()
{
    const ManualClock clock;
    std::mt19937 random(20'261'122);
    int cuts = 0;
    for (int world = 0; world < 15; ++world) {
        FaultDisk disk;
        const QTemporaryDir folder;
        PointsDb::Options options = numberedOptions();
        options.vfs = disk.vfs();
        int held = 0;
        // The same file through ten power cuts.
        for (int life = 0; life < 10; ++life) {
            const auto seed = static_cast<std::uint32_t>(random());
            disk.failAt(1 + static_cast<long>(random() % (life == 0 ? 60 : 700)), FaultDisk::Fault::PowerCut, seed);
            int acknowledged = held;
            int attempted = held;
            {
                auto points = PointsDb::open(folder.path(), options, clock);
                if (points) {
                    bool failed = false;
                    acknowledged = work(**points, held, 60, failed);
                    attempted = acknowledged + 1;
                }
                if (!disk.fired())
                    disk.cutPowerNow(seed); // mid-air, while the writer is still open
            }
            ++cuts;
            disk.powerOn();
            auto points = PointsDb::open(folder.path(), options, clock);
            QVERIFY2(points, qPrintable(u"world %1, life %2, seed %3"_s.arg(world).arg(life).arg(seed)));
            QString problem;
            held = verifyNumbered(**points, acknowledged, attempted, problem);
            QVERIFY2(problem.isEmpty(),
                     qPrintable(u"world %1, life %2, seed %3: %4"_s.arg(world).arg(life).arg(seed).arg(problem)));
            const QString damage = integrityProblem(folder.filePath(u"points.db"_s), disk.vfs());
            QVERIFY2(damage.isEmpty(),
                     qPrintable(u"world %1, life %2, seed %3: %4"_s.arg(world).arg(life).arg(seed).arg(damage)));
        }
        QVERIFY(held > 0);
    }
    QVERIFY(cuts >= 150);
}

void TstPointsFaults::everyFailingOperationIsSurvived_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("I/O error") << static_cast<int>(FaultDisk::Fault::IoError);
    QTest::newRow("disk full") << static_cast<int>(FaultDisk::Fault::Full);
}

void TstPointsFaults::everyFailingOperationIsSurvived()
{
    QFETCH(int, fault);
    const ManualClock clock;
    constexpr int kCommits = 8; // enough to seal a chunk
    bool fired = true;
    int fullSaid = 0;
    for (long n = 1; fired; ++n) {
        QVERIFY2(n < 5'000, "the fault never stops firing");
        FaultDisk disk;
        const QTemporaryDir folder;
        PointsDb::Options options = numberedOptions();
        options.vfs = disk.vfs();
        disk.failAt(n, static_cast<FaultDisk::Fault>(fault));
        int done = 0;
        {
            auto points = PointsDb::open(folder.path(), options, clock);
            for (int again = 0; !points && again < 2; ++again)
                points = PointsDb::open(folder.path(), options, clock); // as a person would
            QVERIFY_RESULT(points);
            for (int number = 1; number <= kCommits; ++number) {
                auto committed = (*points)->commit(numberedCommit(number));
                if (!committed) {
                    QVERIFY(disk.fired());
                    fullSaid += committed.error().code == ErrorCode::DatabaseFull ? 1 : 0;
                    committed = (*points)->commit(numberedCommit(number)); // the fault is over: it goes in, once
                }
                QVERIFY_RESULT(committed);
                done = number;
            }
            (void)(*points)->compact();
        }
        fired = disk.fired();
        disk.failAt(0, FaultDisk::Fault::None); // what did not come by now must not come while looking
        auto points = PointsDb::open(folder.path(), options, clock);
        QVERIFY_RESULT(points);
        QString problem;
        verifyNumbered(**points, done, done, problem);
        QVERIFY2(problem.isEmpty(), qPrintable(u"operation %1, opened again: %2"_s.arg(n).arg(problem)));
        const QString damage = integrityProblem(folder.filePath(u"points.db"_s), disk.vfs());
        QVERIFY2(damage.isEmpty(), qPrintable(u"operation %1: %2"_s.arg(n).arg(damage)));
    }
    if (static_cast<FaultDisk::Fault>(fault) == FaultDisk::Fault::Full)
        QVERIFY(fullSaid > 10);
}

void TstPointsFaults::aFullDiskIsSaidAndLeftBehind()
{
    const ManualClock clock;
    FaultDisk disk;
    const QTemporaryDir folder;
    PointsDb::Options options = numberedOptions();
    options.vfs = disk.vfs();
    auto points = PointsDb::open(folder.path(), options, clock);
    QVERIFY_RESULT(points);
    int held = 0;
    QString problem;
    for (int round = 1; round <= 5; ++round) {
        disk.setCapacity(disk.usedBytes() + 20'000);
        Result<CommitCounts> committed = (*points)->commit(numberedCommit(held + 1));
        while (committed) {
            ++held;
            committed = (*points)->commit(numberedCommit(held + 1));
        }
        QCOMPARE(codeOf(committed), u"db.full"_s);
        QCOMPARE(codeOf((*points)->commit(numberedCommit(held + 1))), u"db.full"_s); // and again, without harm
        verifyNumbered(**points, held, held, problem);
        QCOMPARE(problem, QString()); // reading goes on
        disk.setCapacity(-1);
        QVERIFY_RESULT((*points)->commit(numberedCommit(held + 1)));
        ++held;
        verifyNumbered(**points, held, held, problem);
        QCOMPARE(problem, QString());
    }
    points->reset();
    QCOMPARE(integrityProblem(folder.filePath(u"points.db"_s), disk.vfs()), QString());
}

void TstPointsFaults::aFullFileIsSaidAndLeftBehind()
{
    const ManualClock clock;
    const QTemporaryDir folder;
    PointsDb::Options options = numberedOptions();
    options.maxPages = 120;
    int held = 0;
    QString problem;
    {
        auto points = PointsDb::open(folder.path(), options, clock);
        QVERIFY_RESULT(points);
        Result<CommitCounts> committed = (*points)->commit(numberedCommit(1));
        while (committed) {
            ++held;
            QVERIFY(held < 3'000);
            committed = (*points)->commit(numberedCommit(held + 1));
        }
        QCOMPARE(codeOf(committed), u"db.full"_s);
        verifyNumbered(**points, held, held, problem);
        QCOMPARE(problem, QString());
    }
    options.maxPages = 0;
    auto points = PointsDb::open(folder.path(), options, clock);
    QVERIFY_RESULT(points);
    QVERIFY_RESULT((*points)->commit(numberedCommit(held + 1)));
    verifyNumbered(**points, held + 1, held + 1, problem);
    QCOMPARE(problem, QString());
}

DASH_TEST(TstPointsFaults)
#include "tst_points_faults.moc"
