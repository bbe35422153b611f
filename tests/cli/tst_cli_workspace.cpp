// dash-cli with a workspace: what is kept, who owns it, what survives a kill, pictures.
#include "cli_world.h"
#include "core/db/database.h"
#include "core/db/file_lock.h"
#include "tests/support/kit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using dash::test::Answer;
using dash::test::CliWorld;

namespace {

constexpr int kManyRows = 2'500'000;

const QByteArray kFileNodes = R"(
    {"id": "csv", "kind": "source", "type": "file", "config": {"path": "rows.csv", "follow": false}},
    {"id": "n", "kind": "output", "type": "series", "from": ["csv"], "config": {"time": "time", "values": ["n"]}})";

QByteArray manyRows()
{
    QByteArray rows = "time,n\n";
    rows.reserve(kManyRows * 24);
    for (qint64 i = 0; i < kManyRows; ++i)
        rows += QByteArray::number(1'767'225'600'000 + i * 1'000) + ',' + QByteArray::number(i) + '\n';
    return rows;
}

} // namespace

class TstCliWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_world = std::make_unique<CliWorld>(); }

    void importGuessesAndReadingAgainDoublesNothing()
    {
        m_world->write(QStringLiteral("t.csv"), "when;degrees\n2026-01-01 10:00:00;1,5\n2026-01-01 11:00:00;2,25\n");
        for (int round = 0; round < 2; ++round) {
            const Answer answer = m_world->run({u"import"_qs, u"t.csv"_qs, u"--json"_qs});
            QCOMPARE(answer.code, 0);
            QCOMPARE(answer.json()[u"guess"][u"format"].toString(), u"csv"_qs);
            QCOMPARE(answer.json()[u"guess"][u"time"].toString(), u"when"_qs);
            QCOMPARE(answer.json()[u"points"].toInt(), 2);
        }
        const Answer exported = m_world->run({u"export"_qs, u"degrees"_qs});
        QCOMPARE(exported.lines(), (QStringList{u"series,time,value"_qs, u"degrees,2026-01-01T10:00:00Z,1.5"_qs,
                                                u"degrees,2026-01-01T11:00:00Z,2.25"_qs}));
        QCOMPARE(m_world->run({u"query"_qs, u"degrees"_qs, u"--buckets"_qs, u"1"_qs}).lines().size(), 2);
        QCOMPARE(m_world->run({u"query"_qs, u"unknown"_qs}).code, 1);
        QCOMPARE(m_world->run({u"doctor"_qs}).code, 0);
    }

    void doctorNamesWhatIsDamaged()
    {
        m_world->write(QStringLiteral("t.csv"), "when,a,b\n2026-01-01 10:00:00,1,2\n2026-01-01 11:00:00,2,3\n");
        QCOMPARE(m_world->run({u"import"_qs, u"t.csv"_qs}).code, 0);
        const auto damage = [&](const char *sql) {
            const auto db = dash::Database::open(m_world->path(u"workspace/points.db"_qs));
            return db && (*db)->execute(sql);
        };
        QVERIFY(damage("UPDATE series SET name = 'other' WHERE name = 'a'")); // not what its hash says
        const Answer answer = m_world->run({u"doctor"_qs});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.out.contains("1 entries of series are damaged"), answer.out.constData());
        QCOMPARE(m_world->run({u"query"_qs, u"other"_qs}).code, 1);
        QCOMPARE(m_world->run({u"query"_qs, u"b"_qs}).lines().size(), 3); // the other one is untouched
    }

    void decodeAndFunctionsAnswerInJson()
    {
        m_world->write(QStringLiteral("t.csv"), "when,a\n2026-01-01 10:00:00,1\n2026-01-01 11:00:00,2\n");
        m_world->writePipeline(QStringLiteral("p.json"), kFileNodes);
        QCOMPARE(m_world->run({u"import"_qs, u"t.csv"_qs}).code, 0);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        const QJsonObject points =
            m_world->run({u"decode"_qs, u"workspace/points.db"_qs, u"--json"_qs, u"--points"_qs}).json();
        QCOMPARE(points[u"series"].toArray().size(), 1);
        QCOMPARE(points[u"series"][0][u"points"].toInt(), 2);
        const QJsonValue logged = points[u"log"][0][u"blocks"][0][u"values"][1];
        QCOMPARE(logged[u"time"].toString(), u"2026-01-01T11:00:00Z"_qs);
        QCOMPARE(logged[u"value"].toString(), u"2"_qs);
        const QJsonObject core = m_world->run({u"decode"_qs, u"workspace/core.db"_qs, u"--json"_qs}).json();
        QCOMPARE(core[u"entities"][0][u"kind"].toString(), u"pipeline"_qs);
        QVERIFY(!core[u"entities"][0][u"state"].toObject().isEmpty());
        QVERIFY(!core[u"history"].toArray().isEmpty());

        const QJsonArray functions =
            m_world->run({u"function"_qs, u"list"_qs, u"--json"_qs}).json()[u"functions"].toArray();
        QVERIFY(functions.size() >= 40);
        for (const QJsonValue &function : functions) {
            for (const char *part : {"name", "signature", "group", "help", "example"})
                QVERIFY2(!function[QLatin1StringView(part)].toString().isEmpty(),
                         qPrintable(function[u"name"].toString()));
            QVERIFY(function[u"signature"].toString().startsWith(function[u"name"].toString()));
        }
        QCOMPARE(m_world->run({u"function"_qs, u"list"_qs}).lines().size(), functions.size());
    }

    void definitionsGoInAndOut()
    {
        m_world->writePipeline(QStringLiteral("p.json"), kFileNodes);
        for (int round = 0; round < 2; ++round)
            QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        const QJsonArray all = m_world->run({u"pipeline"_qs, u"list"_qs, u"--json"_qs}).json()[u"pipelines"].toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0][u"version"].toInt(), 1);
        const Answer text = m_world->run({u"pipeline"_qs, u"export"_qs, u"Orders"_qs});
        QCOMPARE(text.code, 0);
        m_world->write(QStringLiteral("again.json"), text.out);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"validate"_qs, u"again.json"_qs}).code, 0);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"export"_qs, u"Nobody"_qs}).code, 1);
    }

    void anOwnedWorkspaceIs69AndCanStillBeRead()
    {
        m_world->writePipeline(QStringLiteral("p.json"), kFileNodes);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs}).code, 0);
        const auto owner = dash::FileLock::take(m_world->path(QStringLiteral("workspace/owner.lock")));
        QVERIFY_RESULT(owner);
        const Answer refused = m_world->run({u"pipeline"_qs, u"import"_qs, u"p.json"_qs});
        QCOMPARE(refused.code, 69);
        QVERIFY(refused.err.contains("open in another Dash"));
        QCOMPARE(m_world->run({u"pipeline"_qs, u"list"_qs}).code, 0);
    }

    void aKilledSaveNeitherLosesNorDoublesRows()
    {
        m_world->write(QStringLiteral("rows.csv"), manyRows());
        QByteArray nodes = kFileNodes;
        nodes += R"(, {"id": "t", "kind": "output", "type": "table", "from": ["csv"],
                       "config": {"title": "T", "max_rows": 10000000, "max_bytes": "4GB"}})";
        m_world->write(QStringLiteral("p.json"), R"({"format": 1, "name": "Many", "limits": {"time": "5m"},
            "nodes": [)" + nodes + "]}");
        const QStringList command{u"pipeline"_qs, u"run"_qs, u"p.json"_qs, u"--save"_qs, u"--quiet"_qs};
        const auto killed = m_world->start(command);
        QVERIFY(killed->waitForStarted());
        // Killed while rows are on their way into the file.
        const auto kept = [this] { return m_world->run({u"status"_qs, u"--json"_qs}).json()[u"points"].toInt(); };
        const QString log = m_world->path(QStringLiteral("workspace/points.db-wal"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(log).size() > 5'000'000 || killed->state() == QProcess::NotRunning, 25'000);
        QCOMPARE(killed->state(), QProcess::Running);
        killed->kill();
        QVERIFY(killed->waitForFinished());
        QVERIFY(kept() < kManyRows);
        const Answer again = m_world->run(command);
        QCOMPARE(again.err, QByteArray());
        QCOMPARE(again.code, 0);
        const QJsonObject status = m_world->run({u"status"_qs, u"--json"_qs}).json();
        QCOMPARE(status[u"series"][0][u"points"].toInt(), kManyRows);
        QCOMPARE(status[u"tables"][0][u"rows"].toInt(), kManyRows);
    }

    void aDashboardBecomesAPicture()
    {
        m_world->write(QStringLiteral("cpu.csv"), "time,cpu\n2026-01-01T10:00:00Z,10\n2026-01-01T10:01:00Z,20\n");
        QCOMPARE(m_world->run({u"import"_qs, u"cpu.csv"_qs}).code, 0);
        const QString dashboard = qEnvironmentVariable("DASH_SOURCE") + u"/resources/templates/this-computer.json"_qs;
        const std::vector<std::pair<QString, QByteArray>> starts{
            {u"d.png"_qs, QByteArray("\x89PNG\r\n")}, {u"d.svg"_qs, "<?xml"}, {u"d.pdf"_qs, "%PDF-"}};
        for (const auto &[name, start] : starts) {
            const Answer answer = m_world->run({u"dashboard"_qs, u"render"_qs, dashboard, u"--out"_qs, name,
                                                u"--size"_qs, u"900x600"_qs, u"--now"_qs, u"2026-01-01T10:05:00Z"_qs});
            QCOMPARE(answer.code, 0);
            QFile file(m_world->path(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.startsWith(start));
            QVERIFY(bytes.size() > 2'000);
            if (name.endsWith(u"png")) // width and height of the header
                QCOMPARE(bytes.mid(16, 8), QByteArray::fromHex("0000038400000258"));
        }
        QCOMPARE(m_world->run({u"dashboard"_qs, u"render"_qs, dashboard, u"--out"_qs, u"d.gif"_qs}).code, 2);
        m_world->write(QStringLiteral("x.json"), "[[[");
        QCOMPARE(m_world->run({u"dashboard"_qs, u"render"_qs, u"x.json"_qs, u"--out"_qs, u"d.png"_qs}).code, 78);
    }

private:
    std::unique_ptr<CliWorld> m_world;
};

DASH_TEST(TstCliWorkspace)
#include "tst_cli_workspace.moc"
