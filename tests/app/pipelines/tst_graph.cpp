// Changes to the graph, its picture, and the plain functions of the builder.

#include "app/pipelines/column_summary.h"
#include "app/pipelines/expression_tokens.h"
#include "app/pipelines/graph_edit.h"
#include "app/pipelines/graph_layout.h"
#include "app/pipelines/row_batches.h"
#include "app/pipelines/row_difference.h"
#include "app/pipelines/value_step.h"
#include "tests/app/pipelines/builder_world.h"
#include "tests/support/kit.h"

using namespace dash;
using namespace dash::test;

namespace {

Pipeline line()
{
    Pipeline pipeline;
    pipeline.nodes = {makeNode(NodeKind::Source, "rows"), makeNode(NodeKind::Step, "filter"),
                      makeNode(NodeKind::Step, "group"), makeNode(NodeKind::Output, "table")};
    return pipeline;
}

// "rows>filter filter>group group>table": who reads whom.
QString wires(const Pipeline &pipeline)
{
    QStringList out;
    for (const Node &node : pipeline.nodes) {
        for (const QString &input : pipeline.inputsOf(node))
            out.push_back(input + u'>' + node.id);
    }
    out.sort();
    return out.join(u' ');
}

} // namespace

class TstGraph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStepMovesIntoTheWire()
    {
        Pipeline pipeline = line();
        const QString id = addNode(pipeline, makeNode(NodeKind::Step, "refuse"), QStringLiteral("filter"));
        QCOMPARE(wires(pipeline), QStringLiteral("filter>refuse group>table refuse>group rows>filter"));
        QCOMPARE(id, QStringLiteral("refuse"));
    }
    void aStepBehindAnOutputGoesBeforeIt()
    {
        Pipeline pipeline = line();
        addNode(pipeline, makeNode(NodeKind::Step, "refuse"), QStringLiteral("table"));
        QCOMPARE(wires(pipeline), QStringLiteral("filter>group group>refuse refuse>table rows>filter"));
    }
    void anOutputBecomesOneMoreReader()
    {
        Pipeline pipeline = line();
        const QString id = addNode(pipeline, makeNode(NodeKind::Output, "table"), QStringLiteral("filter"));
        QCOMPARE(id, QStringLiteral("table-2"));
        QCOMPARE(wires(pipeline), QStringLiteral("filter>group filter>table-2 group>table rows>filter"));
    }
    void stepsMadeBeforeTheirSourceReadIt()
    {
        Pipeline pipeline;
        addNode(pipeline, makeNode(NodeKind::Step, "filter"), {});
        addNode(pipeline, makeNode(NodeKind::Source, "rows"), {});
        QCOMPARE(wires(pipeline), QStringLiteral("rows>filter"));
    }
    void aRemovedStepIsBridged()
    {
        Pipeline pipeline = line();
        removeNode(pipeline, QStringLiteral("filter"));
        QCOMPARE(wires(pipeline), QStringLiteral("group>table rows>group"));
    }
    void movingKeepsTheLine()
    {
        Pipeline pipeline = line();
        QVERIFY(moveNode(pipeline, QStringLiteral("filter"), QStringLiteral("group")));
        QCOMPARE(wires(pipeline), QStringLiteral("filter>table group>filter rows>group"));
        QVERIFY(!moveNode(pipeline, QStringLiteral("rows"), QStringLiteral("group")));
    }
    void circlesAreRefused()
    {
        Pipeline pipeline = line();
        QVERIFY(!connectNodes(pipeline, QStringLiteral("group"), QStringLiteral("filter")));
        QVERIFY(connectNodes(pipeline, QStringLiteral("rows"), QStringLiteral("group")));
        QVERIFY(!connectNodes(pipeline, QStringLiteral("rows"), QStringLiteral("group")));
        QVERIFY(disconnectNodes(pipeline, QStringLiteral("rows"), QStringLiteral("group")));
        QVERIFY(!disconnectNodes(pipeline, QStringLiteral("filter"), QStringLiteral("group")));
        QCOMPARE(pipeline, line());
    }
    void aClipComesBackAsItWas()
    {
        const Node node = makeNode(NodeKind::Step, "filter", {{QLatin1String("condition"), QStringLiteral("a = 1")}});
        const auto back = nodeFromClip(nodeClip(node));
        QVERIFY(back.has_value());
        QCOMPARE(*back, node);
        QVERIFY(!nodeFromClip("{\"id\":\"x\"}").has_value());
        QVERIFY(!nodeFromClip("hello").has_value());
    }
    void nodesNeverOverlap()
    {
        Pipeline pipeline = line();
        for (int i = 0; i < 12; ++i)
            addBranch(pipeline,
                      makeNode(i % 3 == 0 ? NodeKind::Output : NodeKind::Step, i % 3 == 0 ? "table" : "filter"),
                      i % 2 ? QStringLiteral("filter") : QStringLiteral("rows"));
        const GraphLayout layout = layoutGraph(pipeline, [](const Node &) { return 180.0; });
        QCOMPARE(layout.nodes.size(), pipeline.nodes.size() + 1);
        for (const auto &[a, first] : layout.nodes) {
            for (const auto &[b, second] : layout.nodes)
                QVERIFY2(a == b || !first.intersects(second), qPrintable(a + u' ' + b));
        }
        for (const Wire &wire : layout.wires)
            QVERIFY(wire.rejected || layout.nodes.at(wire.from).right() < layout.nodes.at(wire.to).left());
    }
    void aHostileCircleIsStillDrawn()
    {
        Pipeline pipeline = line();
        pipeline.nodes[1].from = {QStringLiteral("group")};
        pipeline.nodes[2].from = {QStringLiteral("filter"), QStringLiteral("nowhere")};
        QCOMPARE(layoutGraph(pipeline, [](const Node &) { return 0.0; }).nodes.size(), std::size_t(5));
    }
    void headsTellHowValuesSpread()
    {
        Column numbers(ColumnType::Int64);
        for (int i = 0; i < 100; ++i)
            numbers.appendInt(i < 90 ? 1 : 100);
        const ColumnSummary histogram = summarize(numbers);
        QCOMPARE(histogram.kind, ColumnSummary::Kind::Histogram);
        QCOMPARE(histogram.values.front(), 1.0F);
        QVERIFY(qAbs(histogram.values.back() - 1.0F / 9) < 1e-5F);
        const Batch batch = orders(100);
        const ColumnSummary shares = summarize(*batch.column(u"shop"));
        QCOMPARE(shares.kind, ColumnSummary::Kind::Shares);
        QCOMPARE(shares.values, std::vector<float>(4, 0.25F));
        Column wild(ColumnType::Double);
        for (const double value : {double(NAN), double(INFINITY), -double(INFINITY), 1e308, -1e308, 0.0})
            wild.appendDouble(value);
        QCOMPARE(summarize(wild).kind, ColumnSummary::Kind::Histogram);
        QCOMPARE(summarize(Column(ColumnType::Double)).kind, ColumnSummary::Kind::None);
    }
    void everyNameCanBeWrittenInAnExpression()
    {
        for (const QString &name : {QStringLiteral("shop"), QStringLiteral("order id"), QStringLiteral("a`b"),
                                    QStringLiteral("and"), QStringLiteral("9 lives"), QStringLiteral("Größe")}) {
            const QString text = fieldInExpression(name);
            const auto words = expressionWords(text);
            QCOMPARE(words.front().kind, ExpressionWord::Kind::Field);
            QCOMPARE(fieldName(text), name);
        }
    }
    void aValueBecomesACondition()
    {
        const Batch batch = orders(2);
        QCOMPARE(valueCondition(QStringLiteral("shop"), *batch.column(u"shop"), 1, ValueAction::Keep),
                 QStringLiteral("shop = \"Online DE\""));
        QCOMPARE(valueCondition(QStringLiteral("order id"), *batch.column(u"order_id"), 0, ValueAction::LeaveOut),
                 QStringLiteral("`order id` != 1048213"));
        Column none(ColumnType::Text);
        none.appendNull();
        QCOMPARE(valueCondition(QStringLiteral("x"), none, 0, ValueAction::Keep), QStringLiteral("x is null"));
    }
    void differencesAreCountedInRowsAndValues()
    {
        Pipeline pipeline = line();
        PreviewResult before;
        PreviewResult after;
        before.nodes[QStringLiteral("table")].rows = orders(10);
        before.nodes[QStringLiteral("table")].totalRows = 10;
        Batch changed = orders(10);
        auto fees = std::make_shared<Column>(ColumnType::Int64);
        for (std::size_t i = 0; i < 10; ++i)
            fees->appendInt(i < 4 ? -1 : changed.column(u"fees")->ints[i]);
        changed.set(QStringLiteral("fees"), fees);
        changed.set(QStringLiteral("net"), fees);
        after.nodes[QStringLiteral("table")].rows = changed;
        after.nodes[QStringLiteral("table")].totalRows = 12;
        const auto differences = compareRows(before, after, pipeline);
        QCOMPARE(differences.size(), std::size_t(1));
        QCOMPARE(differences[0].rowsAfter - differences[0].rowsBefore, qint64(2));
        QCOMPARE(differences[0].column, QStringLiteral("fees"));
        QCOMPARE(differences[0].changed, qint64(4));
        QCOMPARE(differences[0].added, QStringList{QStringLiteral("net")});
    }
    void rejectedRowsShowTheWrongFieldFirst()
    {
        const RejectedRows rows = rejectedRows({{1'000,
                                                 QStringLiteral("t"),
                                                 {},
                                                 QStringLiteral("t: created is not a time"),
                                                 {},
                                                 "{\"a\":1,\"created\":\"x\"}",
                                                 -1},
                                                {0, QStringLiteral("t"), {}, QStringLiteral("?"), {}, "not json", -1}},
                                               [](const QString &id) { return id.toUpper(); });
        QCOMPARE(rows.rows.rows, std::size_t(2));
        QCOMPARE(rows.wrongColumn[0], QStringLiteral("created"));
        QCOMPARE(rows.rows.fields[3].name, QStringLiteral("created"));
        QCOMPARE(rows.rows.fields[1].column->text(0), std::string_view("T"));
    }
};

DASH_TEST(TstGraph)
#include "tst_graph.moc"
