#include "core/engine/host.h"
#include "core/engine/preview.h"
#include "core/engine/row_text.h"
#include "core/engine/runner.h"
#include "core/engine/sinks/body_template.h"
#include "core/engine/sinks/sinks.h"
#include "tests/engine/run/tiny_steps.h"
#include "tests/support/kit.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace dash;
using namespace dash::test;

namespace {

// A pipeline, its kept state, and all that its runs committed.
struct World {
    Registry registry = tinyRegistry();
    ManualClock clock;
    SystemRandom random;
    NoHttp http;
    NoSecrets secrets;
    std::map<QString, QByteArray> state;
    std::vector<RunCommit> commits;
    CancelToken cancel;
    bool keepsWorking = true; // false: the next commit fails, as a kill between two commits would look
    int commitsLeft = INT_MAX;

    RunOutcome run(const QByteArray &json, qint64 partRows = 1'000'000, const GivenInputs *given = nullptr,
                   const Clock *other = nullptr)
    {
        const auto pipeline = parsePipeline(json);
        if (!pipeline)
            qFatal("%s", qPrintable(errorSentence(pipeline.error())));
        const Clock &time = other ? *other : clock;
        Budget budget(time, pipeline->limits.time, pipeline->limits.rows, pipeline->limits.bytes, cancel);
        RunContext context{time, random, http, secrets, budget};
        context.state = state;
        RunJob job{*pipeline, registry, context, RunId::create(clock.now(), random)};
        job.given = given;
        job.partRows = partRows;
        job.commit = [this](RunCommit commit) -> Result<CommitCounts> {
            if (--commitsLeft < 0)
                return fail(ErrorCode::DatabaseIo);
            for (const auto &[key, value] : commit.state) {
                if (value.isEmpty())
                    state.erase(key);
                else
                    state[key] = value;
            }
            commits.push_back(std::move(commit));
            return CommitCounts{};
        };
        return runPipeline(std::move(job));
    }

    QStringList tableRows() const
    {
        QStringList rows;
        for (const RunCommit &commit : commits)
            for (const TableWrite &table : commit.tables)
                for (std::size_t row = 0; row < table.rows.rows; ++row)
                    rows.append(QString::fromUtf8(rowJson(table.rows, row)));
        return rows;
    }
};

QByteArray pipelineOf(const QByteArray &nodes, const char *more = "")
{
    return QByteArray("{\"name\":\"t\",\"nodes\":[") + nodes + "]" + more + "}";
}

constexpr char kNumbers[] = "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"numbers\",\"config\":{\"count\":25}}";
constexpr char kTable[] = "{\"id\":\"rows\",\"kind\":\"output\",\"type\":\"table\"}";

} // namespace

class TstRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsGoThroughStepsAndAreCommittedOnce()
    {
        World world;
        const auto outcome =
            world.run(pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"twice\",\"type\":\"double\"}," + kTable)));
        QVERIFY(!outcome.error);
        QCOMPARE(world.commits.size(), 1U);
        QCOMPARE(world.tableRows().size(), 25);
        QCOMPARE(world.tableRows().last(), QStringLiteral("{\"n\":48}"));
        QCOMPARE(outcome.record.rowsIn, 25);
        QCOMPARE(outcome.record.rowsOut.at(QStringLiteral("twice")), 25);
        QCOMPARE(world.state.at(QStringLiteral("cursor/in")), QByteArray("25"));
    }

    void branchesAndSeveralSourcesMeet()
    {
        World world;
        const auto outcome = world.run(
            pipelineOf("{\"id\":\"a\",\"kind\":\"source\",\"type\":\"numbers\",\"config\":{\"count\":3}},{\"id\":\"b\","
                       "\"kind\":\"source\",\"type\":\"numbers\",\"config\":{\"count\":2}},{\"id\":\"twice\",\"type\":"
                       "\"double\",\"from\":\"a\"},{\"id\":\"all\",\"kind\":\"output\",\"type\":\"table\",\"from\":["
                       "\"twice\",\"b\"]},{\"id\":\"only\",\"kind\":\"output\",\"type\":\"table\",\"from\":\"a\"}"));
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.record.rowsOut.at(QStringLiteral("all")), 5);
        QCOMPARE(outcome.record.rowsOut.at(QStringLiteral("only")), 3);
    }

    void disabledStepIsPassedBy()
    {
        World world;
        const auto outcome = world.run(
            pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"bang\",\"type\":\"throw\",\"disabled\":true}," + kTable)));
        QVERIFY(!outcome.error);
        QCOMPARE(world.tableRows().size(), 25);
    }

    void refusedRowsAreKeptWithReasonAndRecord()
    {
        World world;
        const auto outcome =
            world.run(pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"odd\",\"type\":\"odd\"}," + kTable)));
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.record.rejected, 13);
        const auto &rejected = world.commits.at(0).rejected;
        QCOMPARE(rejected.size(), 13U);
        QCOMPARE(rejected[1].record, QByteArray("{\"n\":2}"));
        QCOMPARE(rejected[1].origin, QByteArray("{\"n\":2}"));
        QCOMPARE(rejected[1].node, QStringLiteral("odd"));
        QCOMPARE(rejected[1].code, QByteArray("record.rejected"));
        QCOMPARE(rejected[1].reason, QStringLiteral("odd: n is even."));
        QCOMPARE(world.tableRows().size(), 12);
    }

    void stateOfStepsLastsFromRunToRun()
    {
        World world;
        const QByteArray json = pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"sum\",\"type\":\"sum\"}," + kTable));
        world.run(json);
        world.run(json);
        QCOMPARE(world.tableRows(), (QStringList{QStringLiteral("{\"n\":300}"), QStringLiteral("{\"n\":1225}")}));
    }

    void exceptionOfAStepIsAnErrorOfThatStepAndNothingIsKept()
    {
        World world;
        const auto outcome =
            world.run(pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"bang\",\"type\":\"throw\"}," + kTable)));
        QVERIFY(outcome.error);
        QCOMPARE(errorCodeText(outcome.error->code), QLatin1StringView("run.step_failed"));
        QCOMPARE(errorSentence(*outcome.error), QStringLiteral("bang failed: the sky fell"));
        QCOMPARE(outcome.record.errorNode, QStringLiteral("bang"));
        QVERIFY(world.tableRows().isEmpty());
        QVERIFY(world.state.empty());
        QVERIFY(world.commits.at(0).run->outcome == RunRecord::Outcome::Failed);
    }

    void endlessStepStopsAtItsTimeLimit()
    {
        World world;
        SystemClock real;
        const auto outcome =
            world.run(pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"loop\",\"type\":\"endless\"}," + kTable),
                                 ",\"limits\":{\"time\":\"50ms\"}"),
                      1'000'000, nullptr, &real);
        QVERIFY(outcome.error);
        QCOMPARE(errorCodeText(outcome.error->code), QLatin1StringView("run.time_limit"));
        QCOMPARE(outcome.error->arg(QLatin1StringView("step")), QStringLiteral("loop"));
    }

    void tooManyRowsStopTheRun()
    {
        World world;
        const auto outcome = world.run(pipelineOf((QByteArray(kNumbers) + "," + kTable), ",\"limits\":{\"rows\":20}"));
        QVERIFY(outcome.error);
        QCOMPARE(errorCodeText(outcome.error->code), QLatin1StringView("run.row_limit"));
        QVERIFY(world.tableRows().isEmpty());
    }

    void cancelledRunKeepsNothing()
    {
        World world;
        world.cancel.cancel();
        const auto outcome = world.run(pipelineOf((QByteArray(kNumbers) + "," + kTable)));
        QVERIFY(outcome.record.outcome == RunRecord::Outcome::Stopped);
        QVERIFY(world.tableRows().isEmpty());
    }

    void longRunCommitsInPartsAndGoesOnWhereItStopped()
    {
        QByteArray text;
        for (int i = 0; i < 100; ++i)
            text += "line " + QByteArray::number(i) + (i % 10 == 3 ? "\\nbad\\n" : "\\n");
        const QByteArray json =
            pipelineOf(("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"document\",\"config\":{\"text\":\"" + text +
                        "\"}}," + kTable));
        World whole;
        QVERIFY(!whole.run(json).error);
        QCOMPARE(whole.tableRows().size(), 100);
        for (int cut = 0; cut < 10; ++cut) {
            World world;
            world.commitsLeft = cut;
            const auto broken = world.run(json, 10);
            world.commitsLeft = INT_MAX;
            if (broken.error)
                QVERIFY(!world.run(json, 10).error);
            QCOMPARE(world.tableRows(), whole.tableRows());
            std::size_t rejected = 0;
            for (const RunCommit &commit : world.commits)
                rejected += commit.rejected.size();
            QCOMPARE(rejected, 10U);
            QVERIFY(world.state.count(QStringLiteral("resume/in")) == 0);
        }
    }

    void halfReadFileThatChangedIsReadFromItsStart()
    {
        const auto json = [](const QByteArray &text) {
            return pipelineOf(("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"document\",\"config\":{\"text\":\"" +
                               text + "\"}}," + kTable));
        };
        World world;
        world.commitsLeft = 1;
        QVERIFY(world.run(json(QByteArray("aaaa\\n").repeated(40)), 10).error);
        const qsizetype before = world.tableRows().size();
        QVERIFY(before > 0);
        world.commitsLeft = INT_MAX;
        QVERIFY(!world.run(json(QByteArray("bbbb\\n").repeated(40)), 10).error);
        QCOMPARE(world.tableRows().size(), before + 40);
    }

    void everyRowFindsItsSeries()
    {
        // Labels that are missing, empty, numbers or longer than one batch, against a plain map.
        using Key = std::pair<std::string, std::vector<Label>>;
        std::map<Key, std::vector<std::pair<qint64, qint64>>> expected;
        const auto pipeline = parsePipeline(
            pipelineOf(QByteArray(kNumbers) + ",{\"id\":\"s\",\"kind\":\"output\",\"type\":\"series\",\"config\":{"
                                              "\"time\":\"at\",\"values\":[\"a\",\"b\"],\"labels\":{\"env\":\"live\","
                                              "\"shop\":{\"field\":\"shop\"},\"till\":{\"field\":\"till\"}}}}"));
        QVERIFY_RESULT(pipeline);
        const auto output = makeOutput(pipeline->nodes[1], OutputContext{});
        QVERIFY_RESULT(output);
        std::uint32_t seed = 7;
        const auto next = [&seed](std::uint32_t below) {
            return (seed = seed * 1'664'525 + 1'013'904'223) / 65'536 % below;
        };
        qint64 at = 0;
        for (int turn = 0; turn < 20; ++turn) {
            Batch batch;
            batch.rows = 50;
            auto times = std::make_shared<Column>(ColumnType::Instant);
            auto shops = std::make_shared<Column>(ColumnType::Text);
            auto tills = std::make_shared<Column>(ColumnType::Int64);
            std::vector<std::shared_ptr<Column>> values{std::make_shared<Column>(ColumnType::Int64),
                                                        std::make_shared<Column>(ColumnType::Int64)};
            const bool withTill = turn % 4 != 3; // a batch may lack a field
            for (std::size_t row = 0; row < batch.rows; ++row) {
                std::vector<Label> labels{{"env", "live"}};
                times->appendInt(++at);
                switch (const std::uint32_t shop = next(4)) {
                case 0:
                    shops->appendNull();
                    break;
                case 1:
                    shops->appendText("");
                    labels.push_back({"shop", ""});
                    break;
                default:
                    shops->appendText("shop " + std::to_string(shop));
                    labels.push_back({"shop", "shop " + std::to_string(shop)});
                }
                const std::uint32_t till = next(3);
                if (till == 0)
                    tills->appendNull();
                else
                    tills->appendInt(till);
                if (till > 0 && withTill)
                    labels.push_back({"till", std::to_string(till)});
                for (std::size_t v = 0; v < 2; ++v) {
                    if (next(5) == 0) {
                        values[v]->appendNull();
                        continue;
                    }
                    values[v]->appendInt(at * 10 + qint64(v));
                    expected[{v == 0 ? "a" : "b", labels}].emplace_back(at, at * 10 + qint64(v));
                }
            }
            batch.set(QStringLiteral("at"), times);
            batch.set(QStringLiteral("shop"), shops);
            if (withTill)
                batch.set(QStringLiteral("till"), tills);
            batch.set(QStringLiteral("a"), values[0]);
            batch.set(QStringLiteral("b"), values[1]);
            Rejects rejects;
            QVERIFY_RESULT((*output)->write(batch, rejects));
            QCOMPARE(rejects.size(), 0U);
        }
        RunCommit commit;
        (*output)->moveTo(commit);
        std::map<Key, std::vector<std::pair<qint64, qint64>>> found;
        for (const PointBlock &block : commit.points) {
            const SeriesKey &key = commit.series[static_cast<std::size_t>(block.series)].first;
            for (std::size_t i = 0; i < block.times.size(); ++i)
                found[{key.name, key.labels}].emplace_back(block.times[i], block.ints[i]);
        }
        QCOMPARE(found.size(), expected.size());
        QVERIFY(found == expected);
    }

    void seriesTakeTypesLabelsAndTimes()
    {
        World world;
        GivenInputs given;
        given.rows[QStringLiteral("in")].push_back(batchFromText());
        const auto outcome = world.run(
            pipelineOf(
                "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"numbers\",\"config\":{\"count\":1}},{\"id\":\"s\","
                "\"kind\":\"output\",\"type\":\"series\",\"config\":{\"time\":\"at\",\"values\":[\"amount\"],\"name\":"
                "\"sales\",\"labels\":{\"shop\":{\"field\":\"shop\"},\"env\":\"live\"},\"unit\":\"EUR\"}}"),
            1'000'000, &given);
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(errorSentence(*outcome.error)) : "");
        const RunCommit &commit = world.commits.at(0);
        QCOMPARE(commit.series.size(), 2U);
        QCOMPARE(commit.series[0].first.name, std::string("sales"));
        QCOMPARE(commit.series[0].first.labels, (std::vector<Label>{{"env", "live"}, {"shop", "A"}}));
        QVERIFY(commit.series[0].second.type == ValueType::Decimal);
        QCOMPARE(commit.series[0].second.scale, 2);
        QCOMPARE(commit.points[0].ints, (std::vector<qint64>{1250, 300}));
        QCOMPARE(commit.points[1].ints, (std::vector<qint64>{7}));
        QCOMPARE(outcome.record.rejected, 1); // the row without a time
        QCOMPARE(commit.rejected[0].node, QStringLiteral("s"));
    }

    void valueOfAnotherTypeIsWidenedOrRefused()
    {
        World world;
        GivenInputs given;
        Batch rows;
        auto column = std::make_shared<Column>(ColumnType::Double);
        column->appendDouble(3.0);
        column->appendDouble(3.5);
        rows.rows = 2;
        rows.set(QStringLiteral("n"), column);
        StoredShapes shapes;
        shapes.series[{"n", {}}] = {ValueType::Int64, 0};
        OutputContext context;
        context.shapes = &shapes;
        const auto pipeline = parsePipeline(pipelineOf("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"numbers\"},{"
                                                       "\"id\":\"s\",\"kind\":\"output\",\"type\":\"series\"}"));
        QVERIFY_RESULT(pipeline);
        const auto output = makeOutput(pipeline->nodes[1], context);
        QVERIFY_RESULT(output);
        Rejects rejects;
        QVERIFY_RESULT((*output)->write(rows, rejects));
        QCOMPARE(rejects.size(), 1U);
        QCOMPARE(errorCodeText(rejects[0].reason.code), QLatin1StringView("series.type"));
        RunCommit commit;
        (*output)->moveTo(commit);
        QCOMPARE(commit.points.at(0).ints, (std::vector<qint64>{3}));
    }

    void aDecimalLabelIsTheSameInEveryBatch()
    {
        const auto pipeline = parsePipeline(
            pipelineOf(QByteArray(kNumbers) + ",{\"id\":\"s\",\"kind\":\"output\",\"type\":\"series\",\"config\":{"
                                              "\"time\":\"at\",\"labels\":{\"size\":{\"field\":\"size\"}}}}"));
        QVERIFY_RESULT(pipeline);
        const auto output = makeOutput(pipeline->nodes[1], OutputContext{});
        QVERIFY_RESULT(output);
        for (const int places : {0, 1, 3}) {
            Batch rows;
            rows.rows = 2;
            auto at = std::make_shared<Column>(ColumnType::Instant);
            auto size = std::make_shared<Column>(ColumnType::Decimal, places);
            auto n = std::make_shared<Column>(ColumnType::Int64);
            for (const int tens : {1, 2}) {
                at->appendInt(places * 10 + tens);
                size->decimals.push_back(powerOfTen(places) * tens * 10);
                n->appendInt(places);
            }
            rows.set(QStringLiteral("at"), at);
            rows.set(QStringLiteral("size"), size);
            rows.set(QStringLiteral("n"), n);
            Rejects rejects;
            QVERIFY_RESULT((*output)->write(rows, rejects));
            QVERIFY(rejects.empty());
        }
        RunCommit commit;
        (*output)->moveTo(commit);
        QCOMPARE(commit.series.size(), 2U);
        QCOMPARE(commit.series[0].first.labels, (std::vector<Label>{{"size", "10"}}));
        QCOMPARE(commit.series[1].first.labels, (std::vector<Label>{{"size", "20"}}));
        QCOMPARE(commit.points[0].ints, (std::vector<qint64>{0, 1, 3}));
    }

    void previewShowsRowsUnderEveryNodeAndKeepsWhatDidNotChange()
    {
        World world;
        Budget budget(world.clock, Millis(0), 0, 0, {});
        RunContext context{world.clock, world.random, world.http, world.secrets, budget};
        context.mode = RunMode::Sample;
        Previewer previewer(world.registry);
        const auto draft = [](const char *step) {
            return *parsePipeline(
                pipelineOf((QByteArray(kNumbers) + ",{\"id\":\"step\",\"type\":\"" + step + "\"}," + kTable)));
        };
        const PreviewResult first = previewer.preview(draft("double"), context, PipelineHost::Sampling::Reuse);
        QCOMPARE(first.nodes.size(), 3U);
        QCOMPARE(first.nodes.at(QStringLiteral("step")).rows.column(u"n")->ints[24], 48);
        const PreviewResult second = previewer.preview(draft("odd"), context, PipelineHost::Sampling::Reuse);
        QCOMPARE(second.nodes.at(QStringLiteral("step")).totalRows, 12U);
        QCOMPARE(second.nodes.at(QStringLiteral("step")).rejected.size(), 13U);
        // The source was not asked again: its rows are the same columns.
        QCOMPARE(second.nodes.at(QStringLiteral("in")).rows.fields[0].column.get(),
                 first.nodes.at(QStringLiteral("in")).rows.fields[0].column.get());
        const PreviewResult broken = previewer.preview(draft("throw"), context, PipelineHost::Sampling::Reuse);
        QVERIFY(broken.nodes.at(QStringLiteral("step")).error);
        QVERIFY(broken.nodes.count(QStringLiteral("rows")) == 0);
    }

    void definitionProblemsNameStepFieldAndRemedy()
    {
        const Registry registry = tinyRegistry();
        const auto problems = [&](const QByteArray &nodes) {
            QStringList sentences;
            const auto pipeline = parsePipeline(pipelineOf(nodes));
            for (const Error &error : checkPipeline(pipeline.value_or(Pipeline{}), registry))
                sentences.append(errorSentence(error));
            return sentences.join(u'\n');
        };
        QCOMPARE(problems((QByteArray(kNumbers) + "," + kTable)), QString());
        QVERIFY(problems((QByteArray(kNumbers) + ",{\"id\":\"x\",\"type\":\"dubble\"}," + kTable))
                    .contains(u"Did you mean “double”?"));
        QVERIFY(problems("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"numbers\",\"config\":{\"cuont\":3}},{\"id\":"
                         "\"o\",\"kind\":\"output\",\"type\":\"table\"}")
                    .contains(u"Did you mean “count”?"));
        QVERIFY(problems((QByteArray(kNumbers) + ",{\"id\":\"x\",\"type\":\"double\",\"from\":\"im\"}," + kTable))
                    .contains(u"Did you mean “in”?"));
        QVERIFY(problems((QByteArray(kNumbers) +
                          ",{\"id\":\"a\",\"type\":\"double\",\"from\":\"b\"},{\"id\":\"b\",\"type\":\"double\","
                          "\"from\":\"a\"}," +
                          kTable))
                    .contains(u"circle"));
        QVERIFY(problems("{\"id\":\"o\",\"kind\":\"output\",\"type\":\"table\"}").contains(u"nothing is connected"));
        QVERIFY(problems(kNumbers).contains(u"Add an output"));
    }

    void schemaFileIsWhatTheRegistrySays()
    {
        const QString path = qEnvironmentVariable("DASH_SOURCE") + u"/resources/schema/pipeline.schema.json"_qs;
        const QByteArray now = QJsonDocument(pipelineSchema(builtinRegistry())).toJson();
        if (qEnvironmentVariableIsSet("DASH_WRITE_SCHEMA")) {
            QDir().mkpath(QFileInfo(path).absolutePath());
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(now);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == now,
                 "run tst_run TstRunner schemaFileIsWhatTheRegistrySays with DASH_WRITE_SCHEMA=1");
    }

    void templateEscapesAndRepeats()
    {
        Batch rows = batchFromJsonRows({"{\"name\":\"a\\\"b\",\"n\":1}", "{\"name\":null,\"n\":2}"});
        const auto render = [&](const QString &text) {
            const auto parsed = BodyTemplate::parse(text, BodyTemplate::Escape::Json, QStringLiteral("hook"));
            return parsed ? QString::fromStdString(parsed->render(rows)) : errorSentence(parsed.error());
        };
        QCOMPARE(render(QStringLiteral("{\"t\":\"Hi {{name}}\",\"n\":{{n}},\"v\":{{name}}}")),
                 QStringLiteral("{\"t\":\"Hi a\\\"b\",\"n\":1,\"v\":\"a\\\"b\"}"));
        QCOMPARE(render(QStringLiteral("{{$count}}[{{#rows}}{{n}}:{{name}}{{/rows}}]")),
                 QStringLiteral("2[1:\"a\\\"b\",2:null]"));
        QVERIFY(render(QStringLiteral("x{{#rows}}")).contains(u"not closed"));
        QVERIFY(render(QStringLiteral("abc{{n")).contains(u"character 4"));
    }

    void fileSinkWritesOnceEvenWhenTriedTwice()
    {
        QTemporaryDir folder;
        World world;
        Budget budget(world.clock, Millis(0), 0, 0, {});
        RunContext context{world.clock, world.random, world.http, world.secrets, budget};
        context.folder = folder.path();
        const auto sink = fileSink().create(QJsonObject{{QStringLiteral("path"), QStringLiteral("out/{date}.csv")},
                                                        {QStringLiteral("format"), QStringLiteral("csv")},
                                                        {QStringLiteral("zone"), QStringLiteral("UTC")}},
                                            QStringLiteral("f"));
        QVERIFY_RESULT(sink);
        QFile file(folder.filePath(QStringLiteral("out/2026-01-01.csv")));
        const auto deliver = [&](const QByteArray &row) {
            auto made = (*sink)->encode(batchFromJsonRows({row}), true);
            QueuedDelivery delivery;
            delivery.id = DeliveryId::create(world.clock.now(), world.random);
            delivery.payload = made->at(0).payload;
            delivery.meta = made->at(0).meta;
            delivery.createdAt = toMs(world.clock.now());
            return delivery;
        };
        const QueuedDelivery first = deliver("{\"a\":1,\"b\":\"x, y\"}");
        const QueuedDelivery second = deliver("{\"a\":2,\"b\":\"z\"}");
        QVERIFY((*sink)->deliver(context, first).kind == DeliveryResult::Kind::Taken);
        QVERIFY((*sink)->deliver(context, second).kind == DeliveryResult::Kind::Taken);
        QVERIFY(file.resize(file.size() - 2)); // the process died in the middle of the second
        QVERIFY((*sink)->deliver(context, second).kind == DeliveryResult::Kind::Taken);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("a,b\r\n1,\"x, y\"\r\n2,z\r\n"));
        QVERIFY((*sink)->deliver(context, deliver("{\"other\":1}")).kind == DeliveryResult::Kind::Taken);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("out/2026-01-01.1.csv"))));
    }

private:
    static Batch batchFromText()
    {
        Batch batch;
        auto at = std::make_shared<Column>(ColumnType::Instant);
        auto amount = std::make_shared<Column>(ColumnType::Decimal, 2);
        auto shop = std::make_shared<Column>(ColumnType::Text);
        const char *amounts[] = {"12.50", "3.00", "0.07", "1.00"};
        const char *shops[] = {"A", "A", "B", "A"};
        for (int i = 0; i < 4; ++i) {
            if (i == 3)
                at->appendNull();
            else
                at->appendInt(1'000 * i);
            const bool fits = amount->appendDecimal(*parseDecimal(amounts[i]));
            Q_ASSERT(fits);
            shop->appendText(shops[i]);
        }
        batch.rows = 4;
        batch.set(QStringLiteral("at"), at);
        batch.set(QStringLiteral("amount"), amount);
        batch.set(QStringLiteral("shop"), shop);
        return batch;
    }
};
DASH_TEST(TstRunner)
#include "tst_runner.moc"
