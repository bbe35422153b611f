#include "tests/points/points_kit.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QThread>

#include <atomic>
#include <future>
#include <thread>

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;
using Mode = TableWrite::Mode;

// The changes announced by the writer's thread, taken in the thread of the test.
struct Announced : QObject {
    explicit Announced(PointsDb &db)
    {
        connect(&db, &PointsDb::changed, this, [this](const PointsDb::Change &change) { changes.push_back(change); });
    }
    std::vector<PointsDb::Change> changes;
};

class TstPointsDb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFileGivesSpaceBackFromTheStart();
    void oneOwnerAtATime();
    void readersWorkBesideTheOwner();
    void readOnlyRefusesToWrite();
    void readOnlyNeedsAFile();
    void aNewerFileIsRefused();
    void aRunCommitsAllOrNothing();
    void oneBadCommitDoesNotTakeTheOthersDown();
    void waitingCommitsShareATransaction();
    void aClosedFileIsWholeByItself();
    void closingFinishesWhatWaits();
    void changesAreAnnouncedAfterTheCommit();
    void erasingAPipelineLeavesTheOthers();
    void aSnapshotStaysConsistentWhileWriting();
    void compactGivesSpaceBack();
    void theLogStaysBoundedWithAReaderOpen();
    void beyondItsSizeTheOldestPointsOfTheLargestSeriesLeave();
    void manyThreadsMayCommitAndRead();
};

void TstPointsDb::theFileGivesSpaceBackFromTheStart()
{
    PointsWorld world;
    auto file = Database::open(world.folder.filePath(u"points.db"_s));
    QVERIFY_RESULT(file);
    QCOMPARE(*(*file)->executeForInt("PRAGMA auto_vacuum"), 2);
}

void TstPointsDb::oneOwnerAtATime()
{
    PointsWorld world;
    const auto second = PointsDb::open(world.folder.path(), {}, world.clock);
    QCOMPARE(codeOf(second), u"workspace.in_use"_s);
    QVERIFY(errorSentence(second.error()).contains(world.folder.path()));
    world.db.reset();
    QVERIFY_RESULT(PointsDb::open(world.folder.path(), {}, world.clock));
}

void TstPointsDb::readersWorkBesideTheOwner()
{
    PointsWorld world;
    PointsDb::Options options;
    options.mode = PointsDb::Options::Mode::ReadOnly;
    const auto reader = PointsDb::open(world.folder.path(), options, world.clock);
    QVERIFY_RESULT(reader);
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({1, 2})}})));
    const auto snapshot = (*reader)->snapshot();
    QVERIFY_RESULT(snapshot);
    QCOMPARE((*snapshot)->table(TableName{pipeline(1), u"t"_s})->rows, 2);
}

void TstPointsDb::readOnlyRefusesToWrite()
{
    PointsWorld world;
    PointsDb::Options options;
    options.mode = PointsDb::Options::Mode::ReadOnly;
    const auto reader = PointsDb::open(world.folder.path(), options, world.clock);
    QVERIFY_RESULT(reader);
    QCOMPARE(codeOf((*reader)->commit(run(1))), u"db.read_only"_s);
    QCOMPARE(codeOf((*reader)->compact()), u"db.read_only"_s);
    QCOMPARE(codeOf((*reader)->erasePipeline(pipeline(1))), u"db.read_only"_s);
    QString code;
    (*reader)->commitAsync(run(1), [&](const Result<CommitCounts> &done) { code = codeOf(done); });
    QCOMPARE(code, u"db.read_only"_s);
}

void TstPointsDb::readOnlyNeedsAFile()
{
    QTemporaryDir folder;
    const ManualClock clock;
    PointsDb::Options options;
    options.mode = PointsDb::Options::Mode::ReadOnly;
    QCOMPARE(codeOf(PointsDb::open(folder.path(), options, clock)), u"db.open"_s);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TstPointsDb::aNewerFileIsRefused()
{
    PointsWorld world;
    world.db.reset();
    {
        auto file = Database::open(world.folder.filePath(u"points.db"_s));
        QVERIFY_RESULT(file);
        QVERIFY_RESULT((*file)->execute("PRAGMA user_version=900"));
    }
    for (const auto mode : {PointsDb::Options::Mode::Owner, PointsDb::Options::Mode::ReadOnly}) {
        PointsDb::Options options;
        options.mode = mode;
        QCOMPARE(codeOf(PointsDb::open(world.folder.path(), options, world.clock)), u"db.too_new"_s);
    }
}

void TstPointsDb::aRunCommitsAllOrNothing()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({1})}})));
    RunCommit commit = run(1, "input");
    commit.state = {{u"cursor/a"_s, "1"}};
    commit.deliveries = {delivery(1)};
    commit.rejected = {RejectedRow{u"n"_s, "record.rejected", u"r"_s, "{}", {}}};
    commit.tables.push_back(
        TableWrite{TableName{pipeline(1), u"good"_s}, {}, {}, Mode::Append, batch({{u"v"_s, ints({1})}})});
    commit.tables.push_back(
        TableWrite{TableName{pipeline(1), u"t"_s}, {}, {}, Mode::Append, batch({{u"v"_s, texts({"x"})}})});
    QCOMPARE(codeOf(world.db->commit(commit)), u"table.column_type"_s);
    QVERIFY(world.db->state(pipeline(1))->empty());
    QVERIFY(world.snapshot()->runs(pipeline(1), 10)->empty());
    QCOMPARE(world.snapshot()->tables()->size(), std::size_t{1});
    QCOMPARE(due(world, 100), QList<int>());
    commit.tables.pop_back();
    QVERIFY_RESULT(world.db->commit(commit)); // the same, mended, goes in whole
    QCOMPARE(world.snapshot()->tables()->size(), std::size_t{3});
    QCOMPARE(due(world, 100), QList<int>{1});
}

void TstPointsDb::oneBadCommitDoesNotTakeTheOthersDown()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({0})}})));
    std::atomic<int> good = 0;
    std::atomic<int> bad = 0;
    for (int i = 1; i <= 40; ++i) {
        RunCommit commit;
        commit.pipeline = pipeline(1);
        const bool isBad = i % 5 == 0;
        commit.tables.push_back(TableWrite{TableName{pipeline(1), u"t"_s},
                                           {},
                                           {},
                                           Mode::Append,
                                           isBad ? batch({{u"v"_s, texts({"x"})}}) : batch({{u"v"_s, ints({i})}})});
        world.db->commitAsync(std::move(commit), [&](const Result<CommitCounts> &done) { ++(done ? good : bad); });
    }
    world.reopen();
    QCOMPARE(good.load(), 32);
    QCOMPARE(bad.load(), 8);
    QStringList wanted{u"0"_s};
    for (int i = 1; i <= 40; ++i) {
        if (i % 5 != 0)
            wanted.append(QString::number(i));
    }
    QCOMPARE(world.column(u"t"_s, u"v"_s), wanted);
}

void TstPointsDb::waitingCommitsShareATransaction()
{
    PointsWorld world;
    std::atomic<int> changes = 0;
    std::atomic<int> done = 0;
    connect(
        world.db.get(), &PointsDb::changed, world.db.get(), [&] { ++changes; }, Qt::DirectConnection);
    std::promise<void> gate;
    auto open = gate.get_future().share();
    world.db->commitAsync(run(1), [open](const Result<CommitCounts> &) { open.wait(); }); // holds the writer
    for (int i = 2; i <= 41; ++i)
        world.db->commitAsync(run(i), [&](const Result<CommitCounts> &result) { done += result ? 1 : 0; });
    gate.set_value();
    world.db.reset();
    QCOMPARE(done.load(), 40);
    QVERIFY2(changes <= 3, qPrintable(QString::number(changes)));
}

void TstPointsDb::aClosedFileIsWholeByItself()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, TableWrite::Mode::Append, batch({{u"v"_s, ints({1})}})));
    QCOMPARE(world.column(u"t"_s, u"v"_s), QStringList{u"1"_s}); // so that there is a reader's connection
    world.db.reset();
    QVERIFY(!QFileInfo::exists(world.folder.filePath(u"points.db-wal"_s)));
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::copy(world.folder.filePath(u"points.db"_s), elsewhere.filePath(u"points.db"_s)));
    const auto copy = openReadOnly(elsewhere.filePath(u"points.db"_s));
    QVERIFY_RESULT(copy);
    QCOMPARE(*(*copy)->executeForInt("SELECT count(*) FROM t1"), 1);
}

void TstPointsDb::closingFinishesWhatWaits()
{
    PointsWorld world;
    std::atomic<int> done = 0;
    for (int i = 1; i <= 100; ++i)
        world.db->commitAsync(run(i), [&](const Result<CommitCounts> &result) { done += result ? 1 : 0; });
    world.reopen();
    QCOMPARE(done.load(), 100);
    QCOMPARE(world.snapshot()->runs(pipeline(1), 1'000)->size(), std::size_t{100});
}

void TstPointsDb::changesAreAnnouncedAfterTheCommit()
{
    PointsWorld world;
    const Announced seen(*world.db);
    RunCommit commit = run(1);
    commit.deliveries = {delivery(1)};
    commit.tables.push_back(
        TableWrite{TableName{pipeline(1), u"t"_s}, {}, {}, Mode::Append, batch({{u"v"_s, ints({1})}})});
    QVERIFY_RESULT(world.db->commit(commit));
    QTRY_COMPARE(seen.changes.size(), 1U);
    const PointsDb::Change &change = seen.changes.front();
    QCOMPARE(change.tables, (std::vector<TableName>{TableName{pipeline(1), u"t"_s}}));
    QCOMPARE(change.runs, std::vector<PipelineId>{pipeline(1)});
    QCOMPARE(change.queues, std::vector<PipelineId>{pipeline(1)});
}

void TstPointsDb::erasingAPipelineLeavesTheOthers()
{
    PointsWorld world;
    for (int p = 1; p <= 2; ++p) {
        RunCommit commit = run(p, "input");
        commit.pipeline = pipeline(p);
        commit.run->pipeline = pipeline(p);
        commit.state = {{u"cursor/a"_s, "1"}};
        commit.deliveries = {delivery(p)};
        commit.deliveries.front().pipeline = pipeline(p);
        commit.tables.push_back(
            TableWrite{TableName{pipeline(p), u"t"_s}, {}, {}, Mode::Append, batch({{u"v"_s, ints({1})}})});
        QVERIFY_RESULT(world.db->commit(commit));
    }
    QVERIFY_RESULT(world.db->erasePipeline(pipeline(1)));
    QVERIFY(world.db->state(pipeline(1))->empty());
    QVERIFY(!world.db->state(pipeline(2))->empty());
    const auto snapshot = world.snapshot();
    QCOMPARE(snapshot->tables()->size(), std::size_t{1});
    QCOMPARE(snapshot->tables()->front().name.pipeline, pipeline(2));
    QVERIFY(snapshot->runs(pipeline(1), 10)->empty());
    QCOMPARE(snapshot->run(runId(2))->inputs.size(), std::size_t{1});
    QCOMPARE(due(world, 100), QList<int>{2});
}

void TstPointsDb::aSnapshotStaysConsistentWhileWriting()
{
    // Each commit writes the same number to two tables and the state; no view may ever see them apart.
    PointsWorld world;
    const auto write = [&](int n) {
        RunCommit commit;
        commit.pipeline = pipeline(1);
        for (const QString &name : {u"a"_s, u"b"_s})
            commit.tables.push_back(
                TableWrite{TableName{pipeline(1), name}, {}, {}, Mode::Replace, batch({{u"v"_s, ints({n})}})});
        return world.db->commit(std::move(commit));
    };
    QVERIFY_RESULT(write(0));
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int n = 1; !stop; ++n)
            (void)write(n);
    });
    QStringList seen;
    for (int i = 0; i < 200; ++i) {
        const auto snapshot = world.snapshot();
        const auto a = snapshot->rows(TableName{pipeline(1), u"a"_s}, {}, 0, 1);
        const auto b = snapshot->rows(TableName{pipeline(1), u"b"_s}, {}, 0, 1);
        QVERIFY(a && b && a->rows == 1 && b->rows == 1);
        if (a->fields[0].column->ints != b->fields[0].column->ints)
            seen.append(QString::number(i));
    }
    stop = true;
    writer.join();
    QCOMPARE(seen, QStringList());
}

void TstPointsDb::compactGivesSpaceBack()
{
    PointsWorld world;
    std::vector<std::optional<std::string>> values(20'000, std::string(200, 'x'));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, texts(values)}})));
    const qint64 full = *world.db->fileBytes();
    QVERIFY(full > 4'000'000);
    QVERIFY_RESULT(world.db->eraseTable(TableName{pipeline(1), u"t"_s}));
    const auto freed = world.db->compact();
    QVERIFY_RESULT(freed);
    QVERIFY(*world.db->fileBytes() < full / 10);
    QVERIFY(*freed > 0);
}

void TstPointsDb::beyondItsSizeTheOldestPointsOfTheLargestSeriesLeave()
{
    PointsDb::Options options;
    options.series.chunkPoints = 2'000;
    options.series.logBytes = 64 * 1024; // sealed soon
    PointsWorld world(options);
    QRandomGenerator random(5);
    const auto add = [&](const char *name, qint64 from, int points) {
        RunCommit commit;
        commit.pipeline = pipeline(1);
        SeriesInfo info;
        commit.series.emplace_back(SeriesKey{"p", name, {}}, info);
        PointBlock block;
        for (int i = 0; i < points; ++i) {
            block.times.push_back(from + i);
            block.doubles.push_back(random.generateDouble());
        }
        commit.points.push_back(std::move(block));
        return world.db->commit(std::move(commit));
    };
    const auto points = [&](const char *name) {
        const auto snapshot = world.snapshot();
        const auto found = snapshot->series().find(name, {});
        return found && !found->empty() ? found->front() : SeriesInfo();
    };
    QVERIFY_RESULT(add("old and small", 1'000, 1'000)); // from long before all others
    QueuedDelivery waiting;
    waiting.id = deliveryId(1);
    waiting.pipeline = pipeline(1);
    waiting.output = u"hook"_s;
    waiting.payload = QByteArray(500'000, 'x');
    RunCommit queued;
    queued.pipeline = pipeline(1);
    queued.deliveries.push_back(waiting);
    QVERIFY_RESULT(world.db->commit(std::move(queued)));
    QVERIFY_RESULT(world.write(u"t"_s, TableWrite::Mode::Append, batch({{u"v"_s, ints({1, 2, 3})}})));
    constexpr qint64 kFrom = 1'700'000'000'000;
    for (int i = 0; i < 20; ++i)
        QVERIFY_RESULT(add("large", kFrom + i * 20'000, 20'000));
    QVERIFY_RESULT(world.db->compact());
    const qint64 whole = QFileInfo(world.folder.filePath(u"points.db"_s)).size();
    QVERIFY2(whole > 3'000'000, qPrintable(QString::number(whole)));
    const Announced seen(*world.db);
    constexpr qint64 kMost = 2'000'000;
    world.db->setMaxBytes(kMost);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(world.folder.filePath(u"points.db"_s)).size() <= kMost, 20'000);
    QTRY_VERIFY(!seen.changes.empty());
    const SeriesInfo large = points("large");
    QCOMPARE(large.last, kFrom + 399'999); // the newest stay
    QVERIFY(large.first > kFrom);
    QVERIFY2(large.points > 50'000, qPrintable(QString::number(large.points))); // and no more went than had to
    QCOMPARE(large.points, static_cast<std::uint64_t>(large.last - large.first + 1));
    QCOMPARE(points("old and small").points, 1'000U);
    QCOMPARE(world.db->dueDeliveries(0, 9)->size(), 1U);
    QCOMPARE(world.column(u"t"_s, u"v"_s).size(), 3);
    // It stays so while more comes in.
    for (int i = 20; i < 30; ++i)
        QVERIFY_RESULT(add("large", kFrom + i * 20'000, 20'000));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(world.folder.filePath(u"points.db"_s)).size() <= kMost, 20'000);
    QCOMPARE(points("large").last, kFrom + 599'999);
    // What cannot be given up is kept, whatever the size.
    world.db->setMaxBytes(100'000);
    QTRY_VERIFY_WITH_TIMEOUT(points("large").points < 10'000, 20'000);
    QVERIFY(points("large").points > 0);
    QCOMPARE(world.db->dueDeliveries(0, 9)->size(), 1U);
}

void TstPointsDb::theLogStaysBoundedWithAReaderOpen()
{
    PointsWorld world;
    const auto pinned = world.snapshot(); // keeps the log from starting over
    const std::vector<std::optional<std::string>> values(500, std::string(200, 'x'));
    for (int i = 0; i < 100; ++i)
        QVERIFY_RESULT(world.write(u"t"_s, Mode::Replace, batch({{u"v"_s, texts(values)}})));
    QVERIFY(QFileInfo(world.folder.filePath(u"points.db-wal"_s)).size() > 4'000'000);
    const_cast<std::unique_ptr<PointsSnapshot> &>(pinned).reset();
    QTRY_VERIFY([&] { // once it is gone the log is used from its start again
        (void)world.write(u"t"_s, Mode::Replace, batch({{u"v"_s, texts(values)}}));
        const qint64 before = *world.db->fileBytes();
        for (int i = 0; i < 30; ++i)
            (void)world.write(u"t"_s, Mode::Replace, batch({{u"v"_s, texts(values)}}));
        return *world.db->fileBytes() <= before;
    }());
}

void TstPointsDb::manyThreadsMayCommitAndRead()
{
    PointsWorld world;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                RunCommit commit;
                commit.pipeline = pipeline(t + 1);
                commit.tables.push_back(
                    TableWrite{TableName{pipeline(t + 1), u"t"_s}, {}, {}, Mode::Append, batch({{u"v"_s, ints({i})}})});
                failures += world.db->commit(std::move(commit)) ? 0 : 1;
                const auto snapshot = world.db->snapshot();
                failures += snapshot && (*snapshot)->table(TableName{pipeline(t + 1), u"t"_s})->rows == i + 1 ? 0 : 1;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
}

DASH_TEST(TstPointsDb)
#include "tst_points_db.moc"
