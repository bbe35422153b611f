// tests/data/db keeps a points.db of every version that ever shipped, with all there can be in it. Each opens for ever,
// says the same, and ends with the schema of a new file. To add the file of a new version, run this class with
// DASH_GOLDEN_OUT=FILE and commit what it leaves there.

#include "tests/points/points_kit.h"

#include <QDir>
#include <QFile>

#include <limits>

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;
using Mode = TableWrite::Mode;

namespace {

constexpr qint64 kTime = 1'767'225'600'000;
constexpr qint64 kBig = (qint64{1} << 53) + 1;

double payload()
{
    return std::bit_cast<double>(std::uint64_t{0xfff8dead0000beef});
}

SeriesInfo typed(ValueType type, int scale = 0, std::string unit = {})
{
    SeriesInfo info;
    info.type = type;
    info.scale = scale;
    info.unit = std::move(unit);
    return info;
}

std::vector<double> someDoubles(int n)
{
    std::vector<double> out;
    for (int i = 0; i < n; ++i)
        out.push_back(i % 97 == 0 ? payload() : i % 5 == 0 ? 1.0 / (i + 1) : i * 0.25);
    return out;
}

// Four commits: sealed points, then unsealed ones that overwrite some of them, tables of every type, run, queue, state.
Result<> fill(PointsDb &db)
{
    RunCommit first;
    first.pipeline = pipeline(1);
    const std::string owner = pipeline(1).text().toStdString();
    first.series = {{SeriesKey{owner, "double", {{"host", "a"}, {"zone", "ü"}}}, typed(ValueType::Double, 0, "°C")},
                    {SeriesKey{owner, "int", {}}, typed(ValueType::Int64)},
                    {SeriesKey{owner, "bool", {}}, typed(ValueType::Bool)},
                    {SeriesKey{owner, "decimal", {}}, typed(ValueType::Decimal, 4)},
                    {SeriesKey{owner, "text", {}}, typed(ValueType::Text)}};
    std::vector<PointBlock> blocks(5);
    for (int s = 0; s < 5; ++s)
        blocks[static_cast<std::size_t>(s)].series = SeriesId{s};
    for (int i = 0; i < 3'000; ++i) {
        for (PointBlock &block : blocks)
            block.times.push_back(kTime + i * 1'000);
        blocks[1].ints.push_back(kBig + i);
        blocks[2].ints.push_back(i % 3 == 0);
        blocks[3].ints.push_back(i * 10'001);
        blocks[4].texts.push_back("état " + std::to_string(i % 7));
    }
    blocks[0].doubles = someDoubles(3'000);
    first.points = blocks;
    if (const auto done = db.commit(first); !done)
        return fail(done.error());
    if (const auto done = db.compact(); !done) // seals
        return fail(done.error());

    RunCommit second = first;
    second.points.clear();
    second.points.push_back(
        {SeriesId{0}, {kTime + 500, kTime + 5'000, kTime + 9'000'000}, {-0.0, 42, payload()}, {}, {}});
    second.points.push_back({SeriesId{4}, {kTime + 1}, {}, {}, {std::string(256, 'x')}});
    if (const auto done = db.commit(second); !done)
        return fail(done.error());

    RunCommit third;
    third.pipeline = pipeline(1);
    const auto flags = std::make_shared<Column>(ColumnType::Bool);
    flags->appendBool(true);
    flags->appendNull();
    flags->appendBool(false);
    third.tables.push_back({TableName{pipeline(1), u"all"_s},
                            u"Every type"_s,
                            {},
                            Mode::Append,
                            batch({{u"flag"_s, flags},
                                   {u"count"_s, ints({kBig, std::nullopt, std::numeric_limits<qint64>::min()})},
                                   {u"when"_s, ints({0, kTime, std::nullopt}, ColumnType::Instant)},
                                   {u"number"_s, doubles({0.1, payload(), -0.0})},
                                   {u"text"_s, texts({"Grüße 🌍", "", std::nullopt})},
                                   {u"json"_s, texts({R"({"a":[1,2]})", std::nullopt, "null"}, ColumnType::Json)},
                                   {u"price"_s, decimals({"12.50", "-0.01", "99999999999999999999.999999"})}}),
                            0,
                            0});
    third.tables.push_back({TableName{pipeline(1), u"keyed"_s},
                            QString(),
                            {u"id"_s},
                            Mode::Upsert,
                            batch({{u"id"_s, ints({1, 2, 3})}, {u"name"_s, texts({"a", "b", "c"})}}),
                            0,
                            0});
    third.rejected.push_back({u"filter"_s, "table.column_type", u"price is text"_s, R"({"price":"x"})", "{}"});
    third.state = {{u"cursor/source"_s, QByteArray("\0\1\2", 3)}, {u"step/dedupe"_s, "keys"}};
    RunRecord run;
    run.id = runId(1);
    run.pipeline = pipeline(1);
    run.startedAt = kTime;
    run.finishedAt = kTime + 10;
    run.outcome = RunRecord::Outcome::Failed;
    run.errorCode = "http.status";
    run.errorSentence = u"The server answered 500."_s;
    run.errorNode = u"source"_s;
    run.rowsIn = 7;
    run.rejected = 1;
    run.rowsOut = {{u"all"_s, 3}};
    run.definition = R"({"version":1})";
    run.inputs = {{u"source"_s, QByteArray(5'000, 'i')}};
    third.run = run;
    if (const auto done = db.commit(third); !done)
        return fail(done.error());

    RunCommit fourth;
    fourth.pipeline = pipeline(1);
    for (int i = 1; i <= 3; ++i) {
        QueuedDelivery delivery;
        delivery.id = deliveryId(i);
        delivery.pipeline = pipeline(1);
        delivery.output = u"hook"_s;
        delivery.payload = QByteArray("payload \0", 9) + QByteArray::number(i);
        delivery.meta = R"({"name":"f"})";
        delivery.createdAt = kTime + i;
        fourth.deliveries.push_back(delivery);
    }
    fourth.tables.push_back({TableName{pipeline(1), u"keyed"_s},
                             QString(),
                             {u"id"_s},
                             Mode::Upsert,
                             batch({{u"id"_s, ints({2, 4})}, {u"name"_s, texts({"B", "d"})}}),
                             0,
                             0});
    if (const auto done = db.commit(fourth); !done)
        return fail(done.error());
    if (const auto done = db.finishDelivery(deliveryId(1), QueuedDelivery::State::Sent, {}, kTime + 50); !done)
        return done;
    if (const auto done = db.retryDelivery(deliveryId(2), u"no answer"_s, kTime + 60'000); !done)
        return done;
    return db.pauseQueue(pipeline(1), u"other"_s, true);
}

QStringList cells(const PointsSnapshot &snapshot, const QString &table, const QString &column)
{
    QStringList out;
    const auto rows = snapshot.rows(TableName{pipeline(1), table}, {QString(), Qt::AscendingOrder}, 0, 100);
    const Column *found = rows ? rows->column(column) : nullptr;
    for (std::size_t row = 0; found != nullptr && row < rows->rows; ++row)
        out << (found->isNull(row) ? u"∅"_s : QString::fromStdString(cellText(*found, row)));
    return out;
}

void checkSeries(const PointsSnapshot &snapshot)
{
    const auto all = snapshot.series().list();
    QVERIFY_RESULT(all);
    QCOMPARE(all->size(), 5U);
    const auto points = [&](const char *name) {
        for (const SeriesInfo &info : *all) {
            if (info.key.name == name)
                return *snapshot.series().range(info.id, {kMinInstant, kMaxInstant});
        }
        return Points();
    };
    const SeriesInfo &info = all->front();
    QCOMPARE(info.key.labels, (std::vector<Label>{{"host", "a"}, {"zone", "ü"}}));
    QCOMPARE(info.unit, "°C");
    QCOMPARE(info.points, 3'002U);
    std::vector<double> wanted = someDoubles(3'000);
    wanted[5] = 42;
    wanted.insert(wanted.begin() + 1, -0.0);
    wanted.push_back(payload());
    const Points got = points("double");
    QCOMPARE(got.doubles.size(), wanted.size());
    QCOMPARE(std::memcmp(got.doubles.data(), wanted.data(), wanted.size() * sizeof(double)), 0);
    QCOMPARE(got.times[1], kTime + 500);
    QCOMPARE(points("int").ints.back(), kBig + 2'999);
    QCOMPARE(points("bool").ints[3], 1);
    QCOMPARE(points("decimal").ints[2'999], 2'999 * 10'001);
    QCOMPARE(points("decimal").scale, 4);
    const Points text = points("text");
    QCOMPARE(text.texts.size(), 3'001U);
    QCOMPARE(text.texts[1], std::string(256, 'x'));
    QCOMPARE(text.texts[4], "état 3");
}

void checkTables(const PointsSnapshot &snapshot)
{
    QCOMPARE(snapshot.tables()->size(), 3U);
    QCOMPARE(snapshot.table(TableName{pipeline(1), u"all"_s})->title, u"Every type"_s);
    QCOMPARE(cells(snapshot, u"all"_s, u"flag"_s), (QStringList{u"true"_s, u"∅"_s, u"false"_s}));
    QCOMPARE(cells(snapshot, u"all"_s, u"count"_s),
             (QStringList{u"9007199254740993"_s, u"∅"_s, u"-9223372036854775808"_s}));
    QCOMPARE(cells(snapshot, u"all"_s, u"text"_s), (QStringList{u"Grüße 🌍"_s, u""_s, u"∅"_s}));
    QCOMPARE(cells(snapshot, u"all"_s, u"json"_s), (QStringList{u"{\"a\":[1,2]}"_s, u"∅"_s, u"null"_s}));
    QCOMPARE(cells(snapshot, u"all"_s, u"price"_s),
             (QStringList{u"12.500000"_s, u"-0.010000"_s, u"99999999999999999999.999999"_s}));
    const auto rows = snapshot.rows(TableName{pipeline(1), u"all"_s}, {QString(), Qt::AscendingOrder}, 0, 9);
    const std::vector<double> numbers{0.1, payload(), -0.0};
    QCOMPARE(std::memcmp(rows->column(u"number"_s)->doubles.data(), numbers.data(), 24), 0);
    QCOMPARE(cells(snapshot, u"keyed"_s, u"name"_s), (QStringList{u"a"_s, u"B"_s, u"c"_s, u"d"_s}));
    QCOMPARE(cells(snapshot, u"rejected"_s, u"reason"_s), QStringList{u"price is text"_s});
}

void checkRuns(PointsDb &db, const PointsSnapshot &snapshot)
{
    const auto run = snapshot.run(runId(1));
    QVERIFY_RESULT(run);
    QCOMPARE(run->outcome, RunRecord::Outcome::Failed);
    QCOMPARE(run->errorSentence, u"The server answered 500."_s);
    QCOMPARE(run->rowsOut.at(u"all"_s), 3);
    QCOMPARE(run->definition, R"({"version":1})");
    QCOMPARE(run->inputs.front().second, QByteArray(5'000, 'i'));
    const auto state = db.state(pipeline(1));
    QVERIFY_RESULT(state);
    QCOMPARE(state->at(u"cursor/source"_s), QByteArray("\0\1\2", 3));
    QCOMPARE(state->at(u"step/dedupe"_s), "keys");
    const auto deliveries = snapshot.deliveries(pipeline(1), u"hook"_s, 9);
    QVERIFY_RESULT(deliveries);
    QCOMPARE(deliveries->size(), 3U);
    QCOMPARE(deliveries->front().id, deliveryId(2));
    QCOMPARE(deliveries->front().tries, 1);
    QCOMPARE(deliveries->front().lastError, u"no answer"_s);
    QCOMPARE(deliveries->front().payload, QByteArray("payload \0", 9) + '2');
    QCOMPARE(deliveries->back().state, QueuedDelivery::State::Sent);
    QVERIFY(snapshot.queue(pipeline(1), u"other"_s)->paused);
}

// Tables that a new file has, too: those of people's rows are named t1, t2 …
QStringList schema(const QString &path)
{
    QStringList out;
    const auto db = openReadOnly(path);
    auto select =
        db ? (*db)->prepare("SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND tbl_name NOT GLOB 't[0-9]*' "
                            "AND name NOT GLOB 'sqlite_*' ORDER BY type, name")
           : Result<Statement>(fail(db.error()));
    while (select && select->step().value_or(false))
        out << select->string(0);
    return out;
}

} // namespace

class TstPointsGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfEveryVersionOpen_data()
    {
        QTest::addColumn<QString>("file");
        const QDir kept(qEnvironmentVariable("DASH_SOURCE") + u"/tests/data/db"_s);
        for (const QString &name : kept.entryList({u"points_full_v*.db"_s}))
            QTest::newRow(qPrintable(name)) << kept.filePath(name);
        QTest::newRow("a new one") << QString();
    }
    void filesOfEveryVersionOpen()
    {
        QFETCH(QString, file);
        PointsWorld fresh;
        if (file.isEmpty())
            QVERIFY_RESULT(fill(*fresh.db));
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"points.db"_s);
        qint64 version = 0;
        if (!file.isEmpty()) {
            QVERIFY(QFile::copy(file, copy));
            QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
            version = *(*openReadOnly(copy))->executeForInt("PRAGMA user_version");
        }
        const QString where = file.isEmpty() ? fresh.folder.path() : folder.path();
        if (file.isEmpty())
            fresh.reopen();
        std::unique_ptr<PointsDb> opened;
        if (!file.isEmpty()) {
            auto made = PointsDb::open(where, {}, fresh.clock);
            QVERIFY_RESULT(made);
            opened = std::move(*made);
        }
        PointsDb &db = file.isEmpty() ? *fresh.db : *opened;
        {
            const auto snapshot = db.snapshot();
            QVERIFY_RESULT(snapshot);
            checkSeries(**snapshot);
            checkTables(**snapshot);
            checkRuns(db, **snapshot);
        }
        QVERIFY(!schema(fresh.folder.filePath(u"points.db"_s)).isEmpty());
        QCOMPARE(schema(where + u"/points.db"_s), schema(fresh.folder.filePath(u"points.db"_s)));
        // It goes on being written, and what was before the change is kept beside it.
        RunCommit more;
        more.pipeline = pipeline(2);
        more.state[u"x"_s] = "y";
        QVERIFY_RESULT(db.commit(std::move(more)));
        const QStringList copies = QDir(where).entryList({u"*.bak"_s});
        const qint64 known = *(*openReadOnly(where + u"/points.db"_s))->executeForInt("PRAGMA user_version");
        if (file.isEmpty() || version == known) {
            QVERIFY(copies.isEmpty());
        } else {
            QCOMPARE(copies, QStringList{u"points.db.v%1.bak"_s.arg(version)});
            const auto kept = openReadOnly(where + u'/' + copies.front());
            QVERIFY_RESULT(kept);
            QCOMPARE(*(*kept)->executeForInt("PRAGMA user_version"), version);
            QCOMPARE(*(*kept)->executeForInt("SELECT count(*) FROM series"), 5);
        }
    }

    void anOlderFileIsNotReadWithoutItsOwner()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"points.db"_s);
        QVERIFY(QFile::copy(qEnvironmentVariable("DASH_SOURCE") + u"/tests/data/db/points_full_v2.db"_s, copy));
        PointsDb::Options options;
        options.mode = PointsDb::Options::Mode::ReadOnly;
        const ManualClock clock;
        const auto refused = PointsDb::open(folder.path(), options, clock);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WorkspaceRefused);
        QVERIFY(QDir(folder.path()).entryList({u"*.bak"_s}).isEmpty());
    }

    void makeOne()
    {
        const QString out = qEnvironmentVariable("DASH_GOLDEN_OUT");
        if (out.isEmpty())
            QSKIP("only on request: DASH_GOLDEN_OUT");
        PointsWorld world;
        QVERIFY_RESULT(fill(*world.db));
        world.db.reset();
        QVERIFY(QFile::copy(world.folder.filePath(u"points.db"_s), out));
    }
};

DASH_TEST(TstPointsGolden)
#include "tst_points_golden.moc"
