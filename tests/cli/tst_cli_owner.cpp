// dash-cli beside a real dash-desktop that has the workspace open: the same results through it, and either of them
// killed half-way.
#include "cli_world.h"

#include "core/data/points_db.h"
#include "core/store/owner_channel.h"
#include "core/store/workspace.h"
#include "tests/support/kit.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocalSocket>
#include <QRandomGenerator>

using namespace dash;
using namespace dash::test;

namespace {

constexpr int kRows = 40'000;

QByteArray manyRows()
{
    QByteArray out = "time,v\n";
    for (int i = 0; i < kRows; ++i)
        out += isoUtc(1'767'225'600'000 + i * 1'000LL).toLatin1() + "," + QByteArray::number(i) + "\n";
    return out;
}

constexpr char kNodes[] = R"({"id": "csv", "kind": "source", "type": "file", "config": {"path": "rows.csv"}},
    {"id": "t", "kind": "output", "type": "table", "config": {"title": "T"}})";

} // namespace

class TstCliOwner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        if (!QFile::exists(desktopProgram()))
            QSKIP("skipped: dash-desktop missing");
    }
    void cleanup()
    {
        end(m_desktop);
        m_world.reset();
    }

    void definitionsGoThroughTheOwnerWithTheSameResult()
    {
        m_world->write(u"rows.csv"_qs, "a\n1\n");
        m_world->writePipeline(u"p.json"_qs, kNodes);
        const QStringList command{u"pipeline"_qs, u"import"_qs, u"p.json"_qs, u"--json"_qs};
        const Answer alone = m_world->run(command);
        QCOMPARE(alone.code, 0);
        QVERIFY(startDesktop());
        const Answer through = m_world->run(command);
        QCOMPARE(through.code, 0);
        QCOMPARE(through.out, alone.out); // the same again changes nothing
        m_world->writePipeline(u"p.json"_qs, QByteArray(kNodes).replace("\"T\"", "\"U\""));
        const Answer changed = m_world->run(command);
        QCOMPARE(changed.json()[u"imported"][0][u"version"].toInt(), 2);
        // Kept: also when the owner is killed right after the answer.
        end(m_desktop);
        const Answer kept = m_world->run({u"pipeline"_qs, u"export"_qs, u"Orders"_qs});
        QVERIFY2(kept.out.contains("\"U\""), kept.out.constData());
        const SystemClock clock;
        SystemRandom random;
        const auto workspace = Workspace::open(m_world->path(u"workspace"_qs), clock, random);
        QVERIFY_RESULT(workspace);
        const auto found = std::find_if((*workspace)->pipelines().begin(), (*workspace)->pipelines().end(),
                                        [](const PipelineEntity &p) { return p.draft.name == u"Orders"; });
        QVERIFY(found != (*workspace)->pipelines().end());
        QCOMPARE((*workspace)->undoText({EntityKind::Pipeline, found->draft.id.value}), u"Import “Orders”"_qs);
    }

    void runsAndImportsGoThroughTheOwnerAndCanBeReadAtOnce()
    {
        m_world->write(u"rows.csv"_qs, manyRows());
        m_world->writePipeline(u"p.json"_qs, kNodes);
        const QStringList run{u"pipeline"_qs, u"run"_qs, u"p.json"_qs, u"--save"_qs, u"--quiet"_qs};
        const QStringList import{u"import"_qs, u"rows.csv"_qs, u"--json"_qs};
        const Answer runAlone = m_world->run(run), importAlone = m_world->run(import);
        QVERIFY(QDir(m_world->path(u"workspace"_qs)).removeRecursively());
        QVERIFY(startDesktop());
        const Answer runThrough = m_world->run(run), importThrough = m_world->run(import);
        QCOMPARE(runThrough.err, QByteArray());
        QCOMPARE(runThrough.code, 0);
        QCOMPARE(runThrough.out, runAlone.out);
        QCOMPARE(importThrough.out, importAlone.out);
        QCOMPARE(importThrough.json()[u"points"].toInt(), kRows);
        // Points that are not sealed yet are read beside the window.
        const Answer last = m_world->run({u"query"_qs, u"v"_qs, u"--format"_qs, u"ndjson"_qs});
        QCOMPARE(last.code, 0);
        QCOMPARE(last.lines().size(), kRows);
        QVERIFY(last.lines().last().contains(u"39999"));
        QCOMPARE(m_world->run({u"export"_qs, u"T"_qs}).lines().size(), kRows + 1);
    }

    void aWrongDefinitionIsRefusedBeforeTheOwnerIsAsked()
    {
        QVERIFY(startDesktop());
        m_world->writePipeline(u"bad.json"_qs, R"({"id": "x", "kind": "source", "type": "no-such-source"})");
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"bad.json"_qs}).code, 78);
    }

    void anOwnerKilledHalfWayLosesAndDoublesNothing()
    {
        m_world->write(u"rows.csv"_qs, manyRows());
        const QStringList import{u"import"_qs, u"rows.csv"_qs, u"--json"_qs};
        int succeeded = 0;
        for (int round = 0; round < 5; ++round) {
            QVERIFY(startDesktop());
            const auto cli = m_world->start(import);
            (void)QTest::qWaitFor([&] { return cli->state() == QProcess::NotRunning; },
                                  QRandomGenerator::global()->bounded(20, 400));
            end(m_desktop);
            QVERIFY(cli->state() == QProcess::NotRunning || cli->waitForFinished(30'000));
            QCOMPARE(cli->exitStatus(), QProcess::NormalExit);
            const int code = cli->exitCode();
            QVERIFY2(code == 0 || code == 69 || code == 1, cli->readAllStandardOutput().constData());
            succeeded += code == 0 ? 1 : 0;
            const auto points = m_world->run({u"status"_qs, u"--json"_qs}).json()[u"points"].toInt();
            if (code == 0)
                QVERIFY2(points >= kRows, qPrintable(QString::number(points)));
        }
        QVERIFY(succeeded >= 1);
        const Answer again = m_world->run(import);
        QCOMPARE(again.code, 0);
        QCOMPARE(m_world->run({u"query"_qs, u"v"_qs, u"--format"_qs, u"ndjson"_qs}).lines().size(), kRows);
    }

    void aCommandKilledHalfWayLeavesTheOwnerFree()
    {
        m_world->write(u"rows.csv"_qs, manyRows());
        m_world->writePipeline(u"p.json"_qs, kNodes);
        const QStringList run{u"pipeline"_qs, u"run"_qs, u"p.json"_qs, u"--save"_qs, u"--quiet"_qs};
        QVERIFY(startDesktop());
        for (int round = 0; round < 8; ++round) {
            const auto cli = m_world->start(run);
            (void)QTest::qWaitFor([&] { return cli->state() == QProcess::NotRunning; },
                                  QRandomGenerator::global()->bounded(5, 250));
            cli->kill();
            QVERIFY(cli->state() == QProcess::NotRunning || cli->waitForFinished());
        }
        const Answer after = m_world->run(run);
        QCOMPARE(after.err, QByteArray());
        QCOMPARE(after.code, 0);
        QCOMPARE(m_desktop.state(), QProcess::Running);
        // Whole runs or none.
        const QJsonArray tables = m_world->run({u"status"_qs, u"--json"_qs}).json()[u"tables"].toArray();
        qint64 rows = 0;
        for (const QJsonValue &table : tables)
            rows += table[u"table"].toString() == u"T" ? table[u"rows"].toInteger() : 0;
        QVERIFY2(rows >= kRows && rows % kRows == 0, qPrintable(QString::number(rows)));
    }

    void garbageOnTheSocketHurtsNobody()
    {
        m_world->write(u"rows.csv"_qs, "a\n1\n");
        m_world->writePipeline(u"p.json"_qs, kNodes);
        QVERIFY(startDesktop());
        const OwnerServer named(m_world->path(u"workspace"_qs), [](OwnerPeer *, const OwnerMessage &) {});
        for (const QByteArray &junk : {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray(100'000, '\xff'),
                                       QByteArray("DAS1\x04\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff", 16),
                                       QByteArray("DAS1\xff\xff\xff\xff\0\0\0\0\0\0\0\0", 16), QByteArray("DA")}) {
            QLocalSocket socket;
            socket.connectToServer(named.socketName());
            QVERIFY(socket.waitForConnected(5'000));
            socket.write(junk);
            socket.waitForBytesWritten(2'000);
        }
        const auto client = OwnerClient::connect(m_world->path(u"workspace"_qs), std::chrono::seconds(5));
        QVERIFY(client != nullptr);
        const auto refused =
            client->ask({QCborMap{{u"ask"_qs, u"run.commit"_qs},
                                  {u"pipeline"_qs, QUuid::createUuid().toString(QUuid::WithoutBraces)}},
                         QByteArray(1'000, '\x07')},
                        std::chrono::seconds(20));
        QCOMPARE(codeOf(refused), u"value.invalid"_qs);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        QCOMPARE(m_desktop.state(), QProcess::Running);
    }

private:
    static QString desktopProgram() { return qEnvironmentVariable("DASH_BIN") + u"/dash-desktop"_qs; }
    // Up and answering.
    bool startDesktop()
    {
        m_desktop.setProcessChannelMode(QProcess::MergedChannels);
        m_desktop.start(desktopProgram(), {u"--workspace"_qs, m_world->path(u"workspace"_qs)});
        return QTest::qWaitFor(
            [this] {
                const auto client = OwnerClient::connect(m_world->path(u"workspace"_qs), std::chrono::seconds(1));
                return client && client->ask({QCborMap{{u"ask"_qs, u"run.end"_qs},
                                                       {u"pipeline"_qs, u"00000001-0007-0007-0102-030405060708"_qs}},
                                              {}},
                                             std::chrono::seconds(20));
            },
            25'000);
    }
    static void end(QProcess &process)
    {
        process.kill();
        process.waitForFinished(5'000);
    }
    std::unique_ptr<CliWorld> m_world;
    QProcess m_desktop;
};

DASH_TEST(TstCliOwner)
#include "tst_cli_owner.moc"
