#include "tests/support/kit.h"

#include "app/templates/catalog.h"
#include "core/engine/host.h"
#include "core/engine/registry.h"
#include "core/store/workspace.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace dash;

namespace {

class NoSecrets final : public SecretSource {
public:
    Result<QByteArray> secret(const QString &name) override
    {
        return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
    }
};

} // namespace

class TstTemplates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTemplateIsValid_data();
    void everyTemplateIsValid();
    void everyTemplateShowsItsSample_data();
    void everyTemplateShowsItsSample();
    void everyChartHasASeriesThatIsMade_data();
    void everyChartHasASeriesThatIsMade();
    void openingMakesARunningPipelineAndADashboard();
    void ownSourceTakesTheAnswers();
    void missingAnswersAreNamed();
    void everyTextIsKnownToTheTranslators();
};

namespace {

void templateRows()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : templateIds())
        QTest::newRow(qPrintable(id)) << id;
}

} // namespace

void TstTemplates::everyTemplateIsValid_data()
{
    templateRows();
}

void TstTemplates::everyTemplateIsValid()
{
    QFETCH(QString, id);
    const auto entry = loadTemplate(id);
    QVERIFY_RESULT(entry);
    QVERIFY(!entry->name.isEmpty() && !entry->summary.isEmpty() && !entry->facts.isEmpty());
    const Registry registry = builtinRegistry();
    for (const Error &problem : checkPipeline(entry->pipeline, registry))
        QFAIL(qPrintable(errorSentence(problem)));
    QMap<QString, QString> answers;
    for (const TemplateAsk &ask : entry->asks)
        answers.insert(ask.key, QStringLiteral("https://example.test/x.csv"));
    const auto own = withOwnSource(entry->pipeline, *entry, answers);
    QVERIFY_RESULT(own);
    for (const Error &problem : checkPipeline(*own, registry))
        QFAIL(qPrintable(errorSentence(problem)));
}

void TstTemplates::everyTemplateShowsItsSample_data()
{
    templateRows();
}

void TstTemplates::everyTemplateShowsItsSample()
{
    QFETCH(QString, id);
    auto entry = loadTemplate(id);
    QVERIFY_RESULT(entry);
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    NoSecrets secrets;
    auto points = PointsDb::open(folder.path(), {}, clock);
    QVERIFY_RESULT(points);
    const Registry registry = builtinRegistry();
    PipelineHost host(**points, PipelineHost::Environment{clock, random, secrets, folder.path()}, registry);
    entry->pipeline.id = PipelineId::create(clock.now(), random);
    std::optional<PreviewResult> shown;
    host.preview(entry->pipeline, PipelineHost::Sampling::Refresh, this,
                 [&](PreviewResult result) { shown = std::move(result); });
    QTRY_VERIFY_WITH_TIMEOUT(shown.has_value(), 20'000);
    QVERIFY2(!shown->error, shown->error ? qPrintable(errorSentence(*shown->error)) : "");
    for (const Node &node : entry->pipeline.nodes) {
        const auto at = shown->nodes.find(node.id);
        QVERIFY2(at != shown->nodes.end(), qPrintable(node.id));
        QVERIFY2(!at->second.error,
                 at->second.error ? qPrintable(node.id + u": " + errorSentence(*at->second.error)) : "");
        QVERIFY2(at->second.rejected.empty(),
                 at->second.rejected.empty()
                     ? ""
                     : qPrintable(node.id + u": " + errorSentence(at->second.rejected.front().reason)));
        // A source may deliver one document that a step makes rows of.
        QVERIFY2(at->second.rows.rows > (node.kind == NodeKind::Source ? 0U : 10U), qPrintable(node.id));
    }
}

void TstTemplates::everyChartHasASeriesThatIsMade_data()
{
    templateRows();
    QTest::newRow("this-computer") << QStringLiteral("this-computer");
}

void TstTemplates::everyChartHasASeriesThatIsMade()
{
    QFETCH(QString, id);
    const auto entry = loadTemplate(id);
    QVERIFY_RESULT(entry);
    QStringList made;
    QStringList tables;
    bool takesAll = false; // a series output without chosen values keeps every number
    for (const Node &node : entry->pipeline.nodes) {
        takesAll = takesAll || (node.type == u"series" && !node.config.contains(QLatin1StringView("values")));
        for (const QJsonValue &value : node.config.value(QLatin1StringView("values")).toArray())
            made.append(value.toString());
        if (node.type == u"table")
            tables.append(node.id);
    }
    for (const Widget &widget : entry->dashboard.widgets) {
        QVERIFY2(!widget.queries.empty() || widget.type == u"text", qPrintable(widget.title));
        for (const WidgetQuery &query : widget.queries) {
            if (query.table.isEmpty())
                QVERIFY2(takesAll || made.contains(query.series.name),
                         qPrintable(widget.title + u" shows " + query.series.name));
            else
                QVERIFY2(tables.contains(query.table), qPrintable(widget.title + u" shows " + query.table));
        }
    }
}

void TstTemplates::openingMakesARunningPipelineAndADashboard()
{
    QTemporaryDir folder;
    ManualClock clock;
    SystemRandom random;
    auto workspace = Workspace::open(folder.path(), clock, random);
    QVERIFY_RESULT(workspace);
    const auto entry = loadTemplate(QStringLiteral("shop-revenue"));
    QVERIFY_RESULT(entry);
    const OpenedTemplate one = openTemplate(**workspace, *entry, clock, random);
    const OpenedTemplate two = openTemplate(**workspace, *entry, clock, random);
    QVERIFY(!(one.pipeline == two.pipeline));
    const PipelineEntity *pipeline = (*workspace)->pipeline(one.pipeline);
    QVERIFY(pipeline != nullptr && pipeline->running.has_value());
    const DashboardEntity *dashboard = (*workspace)->dashboard(one.dashboard);
    QVERIFY(dashboard != nullptr);
    for (const Widget &widget : dashboard->dashboard.widgets) {
        QVERIFY(!widget.id.isNull());
        for (const WidgetQuery &query : widget.queries) {
            if (query.table.isEmpty())
                QCOMPARE(query.series.pipeline, one.pipeline.text());
            else
                QVERIFY(query.table.startsWith(one.pipeline.text()));
        }
    }
}

void TstTemplates::ownSourceTakesTheAnswers()
{
    const auto entry = loadTemplate(QStringLiteral("shop-revenue"));
    QVERIFY_RESULT(entry);
    const auto own =
        withOwnSource(entry->pipeline, *entry, {{QStringLiteral("shop"), QStringLiteral("a.myshopify.com")}});
    QVERIFY_RESULT(own);
    const auto source = std::find_if(own->nodes.begin(), own->nodes.end(),
                                     [](const Node &node) { return node.kind == NodeKind::Source; });
    QVERIFY(source->config.value(QLatin1StringView("url")).toString().startsWith(u"https://a.myshopify.com/"));
    const QByteArray text = pipelineText(*own);
    QVERIFY(text.contains("shopify_token"));
    QVERIFY(!text.contains("{shop}"));
}

void TstTemplates::missingAnswersAreNamed()
{
    const auto entry = loadTemplate(QStringLiteral("weather"));
    QVERIFY_RESULT(entry);
    const auto own = withOwnSource(entry->pipeline, *entry, {{QStringLiteral("latitude"), QStringLiteral("52")}});
    QVERIFY(!own);
    QCOMPARE(own.error().arg(QLatin1StringView("field")), QStringLiteral("Longitude"));
}

// lupdate reads C++ only: texts of the JSON files stand once more in words.h, and this keeps both alike.
void TstTemplates::everyTextIsKnownToTheTranslators()
{
    QFile file(qEnvironmentVariable("DASH_SOURCE") + QStringLiteral("/app/templates/words.h"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString words = QString::fromUtf8(file.readAll()).simplified(); // however its lines are broken
    std::vector<QString> ids = templateIds();
    ids.push_back(QStringLiteral("this-computer"));
    for (const QString &id : ids) {
        const auto entry = loadTemplate(id);
        QVERIFY_RESULT(entry);
        for (const QString &text : templateTexts(*entry))
            QVERIFY2(words.contains(u"\"Template\", \"" + text + u"\""), qPrintable(id + u": " + text));
    }
}

DASH_TEST(TstTemplates)
#include "tst_templates.moc"
