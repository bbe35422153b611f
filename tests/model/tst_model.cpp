#include "tests/support/kit.h"

#include "core/model/batch.h"
#include "core/model/dashboard.h"
#include "core/model/pipeline.h"

#include <QJsonArray>

#include <cmath>

using namespace dash;
using dash::test::codeOf;

class TstModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pipelineTextRoundTrips();
    void inputsDefaultToTheNodeBefore();
    void badPipelinesSayWhere_data();
    void badPipelinesSayWhere();
    void durationsRoundTrip_data();
    void durationsRoundTrip();
    void dashboardTextRoundTrips();
    void badDashboardsSayWhere_data();
    void badDashboardsSayWhere();
    void columnsKeepNullsAndValues();
    void decimalColumnsWidenTheirScale();
    void filteringAndTakingRows();
    void textsOfAnyLengthAreTaken();
    void concatenatingWidensTypes();
    void cellsBecomeExactJson();
};

void TstModel::pipelineTextRoundTrips()
{
    const QByteArray text = R"({"format":1,"name":"Shop","schedule":{"cron":"0 6 * * 1-5","zone":"Europe/Berlin"},
        "limits":{"time":"10s"},"stays_on_this_computer":true,"nodes":[
        {"id":"orders","kind":"source","type":"http","config":{"url":"https://example.test","key":{"secret":"shop"}}},
        {"id":"paid","type":"filter","name":"Paid only","config":{"where":"status = \"paid\""}},
        {"id":"rev","kind":"output","type":"series","from":["paid"],"disabled":true}]})";
    const auto pipeline = parsePipeline(text);
    QVERIFY_RESULT(pipeline);
    QCOMPARE(pipeline->nodes.size(), 3u);
    QCOMPARE(pipeline->limits.time, Millis(10'000));
    const auto again = parsePipeline(pipelineText(*pipeline));
    QVERIFY_RESULT(again);
    QVERIFY(*again == *pipeline);
    QCOMPARE(pipelineText(*again), pipelineText(*pipeline));
}

void TstModel::inputsDefaultToTheNodeBefore()
{
    const auto pipeline =
        parsePipeline(R"({"name":"x","nodes":[{"id":"a","kind":"source","type":"s"},{"id":"b","type":"t"},
        {"id":"o1","kind":"output","type":"table"},{"id":"o2","kind":"output","type":"table"},{"id":"c","type":"t","from":["a"]}]})");
    QVERIFY_RESULT(pipeline);
    QCOMPARE(pipeline->inputsOf(*pipeline->node(u"a")), QStringList());
    QCOMPARE(pipeline->inputsOf(*pipeline->node(u"b")), QStringList{QStringLiteral("a")});
    QCOMPARE(pipeline->inputsOf(*pipeline->node(u"o2")), QStringList{QStringLiteral("b")});
    QCOMPARE(pipeline->inputsOf(*pipeline->node(u"c")), QStringList{QStringLiteral("a")});
}

void TstModel::badPipelinesSayWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const char *code, const char *says) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(code) << QString::fromUtf8(says);
    };
    row("not json", "{\n \"name\": nope }", "definition.syntax", "line 2");
    row("an array", "[]", "definition.syntax", "an object");
    row("empty", "", "definition.syntax", "line 1");
    row("newer", R"({"format":99})", "definition.version", "Update Dash");
    row("unknown key", R"({"nmae":"x"})", "definition.unknown_field", "nmae");
    row("node without id", R"({"nodes":[{"type":"filter"}]})", "definition.field", "node 1: id");
    row("same id twice", R"({"nodes":[{"id":"a","type":"t"},{"id":"a","type":"t"}]})", "definition.field", "twice");
    row("no type", R"({"nodes":[{"id":"a"}]})", "definition.missing", "type");
    row("bad kind", R"({"nodes":[{"id":"a","kind":"sauce","type":"t"}]})", "definition.field",
        "source, step or output");
    row("bad every", R"({"schedule":{"every":"soon"}})", "definition.field", "soon");
    row("too fast", R"({"schedule":{"every":"1ms"}})", "definition.field", "100ms");
    row("two schedules", R"({"schedule":{"every":"1s","cron":"* * * * *"}})", "definition.field", "one of");
    row("name a number", R"({"name":7})", "definition.field", "name");
    row("bad id", R"({"id":"xyz"})", "definition.field", "UUID");
}

void TstModel::badPipelinesSayWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const auto pipeline = parsePipeline(text);
    QCOMPARE(codeOf(pipeline), code);
    QVERIFY2(errorSentence(pipeline.error()).contains(says), qPrintable(errorSentence(pipeline.error())));
}

void TstModel::durationsRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("ms") << QStringLiteral("500ms") << qint64(500);
    QTest::newRow("mixed") << QStringLiteral("1h30m") << qint64(5'400'000);
    QTest::newRow("day") << QStringLiteral("1d") << qint64(86'400'000);
    QTest::newRow("week") << QStringLiteral("1 w") << qint64(604'800'000);
    QTest::newRow("bare number") << QStringLiteral("5") << qint64(-1);
    QTest::newRow("negative") << QStringLiteral("-5s") << qint64(-1);
    QTest::newRow("overflow") << QStringLiteral("999999999999w") << qint64(-1);
    QTest::newRow("sum overflow") << QStringLiteral("36000d36000d") << qint64(-1);
}

void TstModel::durationsRoundTrip()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto parsed = parseDuration(text);
    QCOMPARE(parsed ? parsed->count() : -1, ms);
    if (parsed)
        QCOMPARE(parseDuration(durationText(*parsed)), parsed);
}

void TstModel::dashboardTextRoundTrips()
{
    const QByteArray text = R"({"name":"Ops","window":{"last":"6h"},"compare_previous":true,"widgets":[
        {"type":"area","title":"CPU","scope":"share","unit":"%","cells":[0,2,8,6],"queries":[{"series":"cpu.time","pipeline":"p1","labels":{"mode":"user"},"aggregate":"maximum","legend":"User","scale":100}],
         "thresholds":[{"value":90,"level":"error","label":"Hot"}],"options":{"stacked":true}}]})";
    const auto dashboard = parseDashboard(text);
    QVERIFY_RESULT(dashboard);
    const auto again = parseDashboard(dashboardText(*dashboard));
    QVERIFY_RESULT(again);
    QVERIFY(*again == *dashboard);
    QCOMPARE(dashboard->widgets[0].queries[0].aggregate, Aggregate::Maximum);
}

void TstModel::badDashboardsSayWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("outside the grid") << QByteArray(R"({"widgets":[{"type":"line","title":"T","cells":[8,0,6,2]}]})")
                                      << QStringLiteral("12 columns");
    QTest::newRow("no type") << QByteArray(R"({"widgets":[{"cells":[0,0,6,2]}]})") << QStringLiteral("widget 1");
    QTest::newRow("window backwards")
        << QByteArray(R"({"window":{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}})")
        << QStringLiteral("in order");
    QTest::newRow("aggregate")
        << QByteArray(R"({"widgets":[{"type":"line","cells":[0,0,6,2],"queries":[{"aggregate":"mean"}]}]})")
        << QStringLiteral("average");
}

void TstModel::badDashboardsSayWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto dashboard = parseDashboard(text);
    QVERIFY(!dashboard);
    QVERIFY2(errorSentence(dashboard.error()).contains(says), qPrintable(errorSentence(dashboard.error())));
}

void TstModel::columnsKeepNullsAndValues()
{
    Column column(ColumnType::Text);
    column.appendText("a");
    column.appendNull();
    column.appendText("");
    QCOMPARE(column.size(), 3u);
    QVERIFY(!column.isNull(0) && column.isNull(1) && !column.isNull(2));
    QCOMPARE(column.text(0), std::string_view("a"));
    QCOMPARE(column.text(2), std::string_view(""));
}

void TstModel::decimalColumnsWidenTheirScale()
{
    Column column(ColumnType::Decimal);
    QVERIFY(column.appendDecimal(*parseDecimal("5")));
    QVERIFY(column.appendDecimal(*parseDecimal("1.25")));
    QCOMPARE(column.scale, 2);
    QCOMPARE(cellText(column, 0), std::string("5.00"));
    QVERIFY(column.appendDecimal(Decimal{powerOfTen(36), 0}));
    QVERIFY(!column.appendDecimal(Decimal{1, 18}));
    QCOMPARE(column.size(), 3u);
    QCOMPARE(cellText(column, 1), std::string("1.25"));
}

void TstModel::filteringAndTakingRows()
{
    auto numbers = std::make_shared<Column>(ColumnType::Int64);
    auto words = std::make_shared<Column>(ColumnType::Text);
    for (int i = 0; i < 5; ++i) {
        numbers->appendInt(i);
        i == 3 ? words->appendNull() : words->appendText(std::to_string(i * 11));
    }
    const Batch batch{{{QStringLiteral("n"), numbers, {}}, {QStringLiteral("w"), words, {}}}, 5};
    const Batch kept = filterRows(batch, {1, 0, 0, 1, 1});
    QCOMPARE(kept.rows, 3u);
    QCOMPARE(kept.column(u"n")->ints, (std::vector<std::int64_t>{0, 3, 4}));
    QVERIFY(kept.column(u"w")->isNull(1));
    QCOMPARE(kept.column(u"w")->text(2), std::string_view("44"));
    QCOMPARE(takeRows(batch, {4, 4, 0}).column(u"w")->text(1), std::string_view("44"));
}

void TstModel::concatenatingWidensTypes()
{
    const auto column = [](ColumnType type) { return std::make_shared<Column>(type); };
    auto a = column(ColumnType::Int64);
    a->appendInt(7);
    auto b = column(ColumnType::Double);
    b->appendDouble(0.5);
    auto c = column(ColumnType::Text);
    c->appendText("x");
    const Batch joined = concatenate({Batch{{{QStringLiteral("v"), a, {}}}, 1},
                                      Batch{{{QStringLiteral("v"), b, {}}, {QStringLiteral("t"), c, {}}}, 1}});
    QCOMPARE(joined.rows, 2u);
    QCOMPARE(joined.column(u"v")->type, ColumnType::Double);
    QCOMPARE(joined.column(u"v")->doubles, (std::vector<double>{7, 0.5}));
    QVERIFY(joined.column(u"t")->isNull(0));
    // A field in which no row has a value comes as text: that is no type to join with.
    auto none = column(ColumnType::Text);
    none->appendNull();
    for (const bool first : {true, false}) {
        const Batch empty{{{QStringLiteral("v"), none, {}}}, 1};
        const Batch seven{{{QStringLiteral("v"), a, {}}}, 1};
        const Batch both = concatenate(first ? std::vector{empty, seven} : std::vector{seven, empty});
        QCOMPARE(both.column(u"v")->type, ColumnType::Int64);
        QVERIFY(both.column(u"v")->isNull(first ? 0 : 1));
        QCOMPARE(both.column(u"v")->ints[first ? 1 : 0], std::int64_t(7));
    }
}

void TstModel::textsOfAnyLengthAreTaken()
{
    // Every length around the block that short texts are copied in, at the beginning, inside and at the end.
    std::uint32_t seed = 1;
    const auto next = [&seed](std::uint32_t below) { return (seed = seed * 1'664'525 + 1'013'904'223) % below; };
    for (int turn = 0; turn < 200; ++turn) {
        Column column(ColumnType::Text);
        std::vector<std::string> texts;
        for (std::uint32_t i = next(12); i > 0; --i) {
            texts.emplace_back(next(40), static_cast<char>('a' + next(26)));
            column.appendText(texts.back());
        }
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = texts.empty() ? 0 : next(20); i > 0; --i)
            rows.push_back(next(static_cast<std::uint32_t>(texts.size())));
        const ColumnPtr taken = takeRows(column, rows);
        QCOMPARE(taken->size(), rows.size());
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(taken->text(i), std::string_view(texts[rows[i]]));
            bytes += texts[rows[i]].size();
        }
        QCOMPARE(taken->bytes.size(), bytes);
    }
}

void TstModel::cellsBecomeExactJson()
{
    Column big(ColumnType::Int64);
    big.appendInt(9'007'199'254'740'993);
    QCOMPARE(cellToJson(big, 0).toInteger(), qint64(9'007'199'254'740'993));
    Column odd(ColumnType::Double);
    odd.appendDouble(std::nan(""));
    odd.appendDouble(0.1);
    QCOMPARE(cellToJson(odd, 0).toString(), QStringLiteral("NaN"));
    QCOMPARE(cellToJson(odd, 1).toDouble(), 0.1);
    Column json(ColumnType::Json);
    json.appendText(R"([1,{"a":null}])");
    QVERIFY(cellToJson(json, 0).isArray());
}

DASH_TEST(TstModel)
#include "tst_model.moc"
