// A real dash-desktop, killed again and again while it is given edits and points over its local socket: everything it
// said was kept is there, nothing is torn, undo goes on working.
#include "core/data/commit_codec.h"
#include "core/db/database.h"
#include "core/store/owner_channel.h"
#include "core/store/workspace.h"
#include "tests/points/points_kit.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <csignal>
#include <thread>
#endif

using namespace dash;
using namespace dash::test;
using namespace std::chrono_literals;

namespace {

constexpr int kKills = 50;
constexpr int kAtLeast = 12; // on a machine too slow for all of them
constexpr qint64 kLongest = 50'000;

// Edit n and point n of the driver.
Pipeline edited(int n)
{
    Pipeline made;
    made.id = pipeline(1);
    made.name = u"Edit %1"_qs.arg(n);
    made.description = QString(n % 50, u'x');
    return made;
}

RunCommit pointCommit(int n)
{
    RunCommit commit;
    commit.pipeline = pipeline(2);
    SeriesInfo info;
    info.key.name = "n";
    info.type = ValueType::Int64;
    commit.series.emplace_back(info.key, info);
    PointBlock block;
    block.times = {1'767'225'600'000 + n};
    block.ints = {n};
    commit.points.push_back(block);
    TableWrite write;
    write.table = TableName{pipeline(2), u"rows"_qs};
    write.rows = batch({{u"n"_qs, ints({n})}});
    commit.tables.push_back(write);
    return commit;
}

} // namespace

class TstAppKills : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingThatWasKeptIsLost()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs SIGKILL");
#else
        const QString program = qEnvironmentVariable("DASH_BIN") + u"/dash-desktop"_qs;
        if (!QFile::exists(program))
            QSKIP("skipped: dash-desktop missing");
        QElapsedTimer since;
        since.start();
        int kills = 0;
        for (; kills < kKills && (since.elapsed() < kLongest || kills < kAtLeast); ++kills) {
            QProcess desktop;
            desktop.setProcessChannelMode(QProcess::MergedChannels);
            desktop.start(program, {u"--workspace"_qs, m_folder.path()});
            QVERIFY(desktop.waitForStarted(10'000));
            auto client = answering();
            QVERIFY2(client, desktop.readAll().constData());
            const auto pid = static_cast<pid_t>(desktop.processId());
            std::thread killer([pid, wait = QRandomGenerator::global()->bounded(1, 250)] {
                std::this_thread::sleep_for(std::chrono::milliseconds(wait));
                ::kill(pid, SIGKILL);
            });
            drive(*client);
            killer.join();
            QVERIFY(desktop.waitForFinished(10'000));
            QCOMPARE(desktop.exitStatus(), QProcess::CrashExit);
            verify();
            if (QTest::currentTestFailed())
                return;
        }
        qInfo() << kills << "kills," << m_editKept << "edits and" << m_pointKept << "points acknowledged, in"
                << since.elapsed() << "ms";
        QVERIFY(m_editKept > kills && m_pointKept > kills);
        undoGoesOn();
#endif
    }

    void whenAskedToEndItEndsAsByHand()
    {
#ifndef Q_OS_UNIX
        QSKIP("needs signals");
#else
        const QString program = qEnvironmentVariable("DASH_BIN") + u"/dash-desktop"_qs;
        if (!QFile::exists(program))
            QSKIP("skipped: dash-desktop missing");
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
            QProcess desktop;
            desktop.setProcessChannelMode(QProcess::MergedChannels);
            desktop.start(program, {u"--workspace"_qs, m_folder.path()});
            QVERIFY(answering());
            QTRY_VERIFY(QFile::exists(m_folder.filePath(u"running"_qs)));
            ::kill(static_cast<pid_t>(desktop.processId()), signal);
            QVERIFY(desktop.waitForFinished(10'000));
            QCOMPARE(desktop.exitStatus(), QProcess::NormalExit);
            QCOMPARE(desktop.exitCode(), 0);
            QVERIFY(!QFile::exists(m_folder.filePath(u"running"_qs))); // no crash
        }
#endif
    }

private:
    std::unique_ptr<OwnerClient> answering() const
    {
        const OwnerMessage ping{QCborMap{{u"ask"_qs, u"run.end"_qs}, {u"pipeline"_qs, pipeline(9).text()}}, {}};
        for (QElapsedTimer since; !since.isValid() || since.elapsed() < 30'000;) {
            if (!since.isValid())
                since.start();
            auto client = OwnerClient::connect(m_folder.path(), 500ms);
            if (client && client->ask(ping, 20s))
                return client;
        }
        return nullptr;
    }
    // Edits and commits as fast as they are acknowledged, until the owner is gone.
    void drive(OwnerClient &client)
    {
        for (;;) {
            m_editSent = m_editKept + 1;
            const auto edit = client.ask({QCborMap{{u"ask"_qs, u"pipeline.put"_qs},
                                                   {u"label"_qs, u"Edit %1"_qs.arg(m_editSent)},
                                                   {u"draft"_qs, m_editSent % 3 != 0}},
                                          pipelineText(edited(m_editSent))},
                                         30s);
            if (!edit)
                return;
            m_editKept = m_editSent;
            m_pointSent = m_pointKept + 1;
            const auto point =
                client.ask({QCborMap{{u"ask"_qs, u"run.commit"_qs}, {u"pipeline"_qs, pipeline(2).text()}},
                            encodeCommit(pointCommit(m_pointSent))},
                           30s);
            if (!point)
                return;
            m_pointKept = m_pointSent;
        }
    }
    void verify()
    {
        for (const char *name : {"core.db", "points.db"}) {
            const auto db = Database::open(m_folder.filePath(QString::fromLatin1(name)));
            QVERIFY_RESULT(db);
            auto check = (*db)->prepare("PRAGMA integrity_check");
            QVERIFY_RESULT(check);
            QVERIFY(check->step().value_or(false));
            QCOMPARE(check->string(0), u"ok"_qs);
        }
        {
            const auto workspace = Workspace::open(m_folder.path(), m_clock, m_random);
            QVERIFY_RESULT(workspace);
            const PipelineEntity *entity = (*workspace)->pipeline(pipeline(1));
            const int found = entity ? entity->draft.name.mid(5).toInt() : 0;
            QVERIFY2(found == m_editKept || found == m_editSent,
                     qPrintable(u"%1 found, %2 kept, %3 sent"_qs.arg(found).arg(m_editKept).arg(m_editSent)));
            m_editKept = found; // what was on its way may have arrived
        }
        const auto points = PointsDb::open(m_folder.path(), {}, m_clock);
        QVERIFY_RESULT(points);
        const auto snapshot = (*points)->snapshot();
        QVERIFY_RESULT(snapshot);
        const auto series = (*snapshot)->series().find("n", {});
        QVERIFY_RESULT(series);
        const int stored = series->empty() ? 0 : static_cast<int>(series->front().points);
        const auto table = (*snapshot)->table(TableName{pipeline(2), u"rows"_qs});
        const int rows = table ? static_cast<int>(table->rows) : 0;
        QCOMPARE(stored, rows); // one transaction
        QVERIFY2(stored == m_pointKept || stored == m_pointSent,
                 qPrintable(u"%1 found, %2 kept, %3 sent"_qs.arg(stored).arg(m_pointKept).arg(m_pointSent)));
        m_pointKept = stored;
    }
    void undoGoesOn()
    {
        const auto workspace = Workspace::open(m_folder.path(), m_clock, m_random);
        QVERIFY_RESULT(workspace);
        const EntityRef ref{EntityKind::Pipeline, pipeline(1).value};
        const auto name = [&] { return (*workspace)->pipeline(pipeline(1))->draft.name; };
        QCOMPARE(name(), u"Edit %1"_qs.arg(m_editKept));
        for (int step = 0; step < 40 && name() == u"Edit %1"_qs.arg(m_editKept); ++step) {
            (*workspace)->undo(ref);
            QTRY_COMPARE((*workspace)->unsaved(), 0);
        }
        QCOMPARE(name(), u"Edit %1"_qs.arg(m_editKept - 1));
        (*workspace)->redo(ref);
        QTRY_COMPARE((*workspace)->unsaved(), 0);
        QCOMPARE(name(), u"Edit %1"_qs.arg(m_editKept));
    }

    QTemporaryDir m_folder;
    const SystemClock m_clock;
    SystemRandom m_random;
    int m_editKept = 0, m_editSent = 0, m_pointKept = 0, m_pointSent = 0;
};

DASH_TEST(TstAppKills)
#include "tst_app_kills.moc"
