// dash-cli without a workspace: definitions, runs, exit codes, hostile files.
#include "cli_world.h"
#include "tests/support/kit.h"

#include <QJsonArray>

using dash::test::Answer;
using dash::test::CliWorld;

namespace {

const QByteArray kOrders = R"(
    {"id": "csv", "kind": "source", "type": "file", "config": {"path": "orders.csv"}},
    {"id": "paid", "kind": "step", "type": "filter", "config": {"where": "amount > 10"}},
    {"id": "calc", "kind": "step", "type": "derive",
     "config": {"fields": [{"name": "revenue", "value": "amount * qty"}]}},
    {"id": "revenue", "kind": "output", "type": "series", "from": ["calc"],
     "config": {"time": "time", "values": ["revenue"], "labels": {"shop": {"field": "shop"}}}},
    {"id": "rows", "kind": "output", "type": "table", "from": ["calc"], "config": {"title": "Orders"}})";

const QByteArray kRows = "time,shop,amount,qty\n"
                         "2026-01-01T00:00:00Z,north,20.5,2\n"
                         "2026-01-01T01:00:00Z,south,5,1\n"
                         "2026-01-01T02:00:00Z,south,11,3\n"
                         "yesterday-ish,south,12,3\n";

} // namespace

class TstCli : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        m_world->write(QStringLiteral("orders.csv"), kRows);
        m_world->writePipeline(QStringLiteral("orders.json"), kOrders);
    }

    void runPrintsRowsOfOutputsAndRejectedRowsWithReasons()
    {
        const Answer answer = m_world->run({u"pipeline"_qs, u"run"_qs, u"orders.json"_qs, u"--json"_qs});
        QCOMPARE(answer.code, 0);
        const QJsonObject json = answer.json();
        QCOMPARE(json[u"outcome"].toString(), u"succeeded"_qs);
        QCOMPARE(json[u"rows_in"].toInt(), 4);
        const QJsonArray points = json[u"outputs"][u"revenue"].toArray();
        QCOMPARE(points.size(), 2);
        QCOMPARE(points[0].toObject(), (QJsonObject{{u"series"_qs, u"revenue"_qs},
                                                    {u"shop"_qs, u"north"_qs},
                                                    {u"time"_qs, u"2026-01-01T00:00:00Z"_qs},
                                                    {u"value"_qs, 41}}));
        QCOMPARE(json[u"outputs"][u"rows"].toArray().size(), 3);
        const QJsonArray rejected = json[u"rejected"].toArray();
        QCOMPARE(rejected.size(), 1);
        QVERIFY(!rejected[0][u"reason"].toString().isEmpty());
        QVERIFY(rejected[0][u"record"].toString().contains(u"yesterday-ish"));
    }

    void inputFeedsTheSource()
    {
        m_world->write(QStringLiteral("other.csv"), "time,shop,amount,qty\n2026-02-01T00:00:00Z,west,100,1\n");
        const Answer answer = m_world->run(
            {u"pipeline"_qs, u"run"_qs, u"orders.json"_qs, u"--json"_qs, u"--input"_qs, u"csv=other.csv"_qs});
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.json()[u"outputs"][u"rows"][0][u"shop"].toString(), u"west"_qs);
    }

    void validateNamesStepFieldAndCode()
    {
        m_world->writePipeline(QStringLiteral("bad.json"), QByteArray(kOrders).replace("where", "when"));
        const Answer answer = m_world->run({u"pipeline"_qs, u"validate"_qs, u"bad.json"_qs, u"--json"_qs});
        QCOMPARE(answer.code, 78);
        QCOMPARE(answer.json()[u"valid"].toBool(true), false);
        QCOMPARE(answer.json()[u"problems"][0][u"step"].toString(), u"paid"_qs);
        QCOMPARE(m_world->run({u"pipeline"_qs, u"validate"_qs, u"orders.json"_qs}).code, 0);
    }

    void testsInTheFilePassAndFail()
    {
        const QByteArray definition = R"({"format": 1, "name": "T", "nodes": [)" + kOrders + R"(], "tests": [
            {"name": "small ones leave", "input": {"csv": [{"amount": 1, "qty": 1, "shop": "a"}]}, "expect": {"paid": []}}]})";
        m_world->write(QStringLiteral("t.json"), QByteArray(definition).replace("\"paid\": []", "\"rows\": []"));
        const Answer good = m_world->run({u"pipeline"_qs, u"test"_qs, u"t.json"_qs, u"--json"_qs});
        QCOMPARE(good.code, 0);
        m_world->write(QStringLiteral("t.json"), QByteArray(definition).replace("\"paid\": []", "\"rows\": [{}]"));
        const Answer bad = m_world->run({u"pipeline"_qs, u"test"_qs, u"t.json"_qs, u"--json"_qs});
        QCOMPARE(bad.code, 1);
        QCOMPARE(bad.json()[u"failed"].toInt(), 1);
    }

    void unreachableAddressIs69AndKeepsTheSecret()
    {
        m_world->writePipeline(QStringLiteral("api.json"),
                               QByteArray("{'id': 'api', 'kind': 'source', 'type': 'http', 'config': {"
                                          "'url': 'http://127.0.0.1:1/x', 'auth': 'bearer', 'token': "
                                          "{'secret': 'shop_key'}}}, "
                                          "{'id': 'rows', 'kind': 'output', 'type': 'table', 'config': {}}")
                                   .replace('\'', '"'));
        m_world->setVariable(QStringLiteral("DASH_SECRET_SHOP_KEY"), QStringLiteral("hunter2-hunter2"));
        const Answer answer = m_world->run({u"pipeline"_qs, u"run"_qs, u"api.json"_qs, u"--json"_qs});
        QCOMPARE(answer.code, 69);
        QVERIFY(!answer.out.contains("hunter2") && !answer.err.contains("hunter2"));
    }

    void wrongCommandLinesAre2()
    {
        for (const QStringList &words :
             {QStringList{u"pipelin"_qs, u"run"_qs}, QStringList{u"pipeline"_qs, u"run"_qs},
              QStringList{u"status"_qs, u"--nonsense"_qs}, QStringList{u"query"_qs, u"x"_qs, u"--last"_qs}}) {
            const Answer answer = m_world->run(words);
            QCOMPARE(answer.code, 2);
            QVERIFY(!answer.err.isEmpty());
        }
    }

    void hostileFilesGiveASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << 78;
        QTest::newRow("text") << QByteArray("hello") << 78;
        QTest::newRow("deep arrays") << QByteArray(200'000, '[') << 78;
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(200'000) << 78;
        QTest::newRow("binary") << QByteArray::fromHex("00ff00fe7f454c4602010100deadbeef") << 78;
        QTest::newRow("newer") << QByteArray(R"({"format": 99, "name": "x", "nodes": []})") << 78;
        QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ') << 78;
    }
    void hostileFilesGiveASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        m_world->write(QStringLiteral("x.json"), bytes);
        for (const QString &command : {u"validate"_qs, u"run"_qs, u"test"_qs, u"import"_qs}) {
            const Answer answer = m_world->run({u"pipeline"_qs, command, u"x.json"_qs});
            QCOMPARE(answer.code, code);
            QVERIFY(!answer.err.trimmed().isEmpty());
        }
        QCOMPARE(m_world->run({u"decode"_qs, u"x.json"_qs}).code, 1);
    }

private:
    std::unique_ptr<CliWorld> m_world;
};

DASH_TEST(TstCli)
#include "tst_cli.moc"
