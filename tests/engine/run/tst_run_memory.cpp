#include "core/engine/row_text.h"
#include "core/engine/runner.h"
#include "tests/support/kit.h"

using namespace dash;
using namespace dash::test;

// What steps hold counts against the memory of a run.
class TstRunMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStepThatHoldsTooMuchStopsTheRun_data();
    void aStepThatHoldsTooMuchStopsTheRun();
    void whatWasHeldIsForgottenAtTheEnd();
};

namespace {

class NoNetwork final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable);
    }
};

class NoSecrets final : public SecretSource {
public:
    Result<QByteArray> secret(const QString &) override { return fail(ErrorCode::SecretMissing); }
};

constexpr int kBatches = 20;
constexpr int kRows = 5'000; // each

// Rows of 24 hours, every one with a key of its own, a number and a list.
std::vector<Batch> manyRows(const std::string &list)
{
    std::vector<Batch> out;
    for (int b = 0; b < kBatches; ++b) {
        const auto time = std::make_shared<Column>(ColumnType::Instant);
        const auto key = std::make_shared<Column>(ColumnType::Text);
        const auto n = std::make_shared<Column>(ColumnType::Int64);
        const auto values = std::make_shared<Column>(ColumnType::Json);
        for (int row = 0; row < kRows; ++row) {
            const int i = b * kRows + row;
            time->appendInt(1'767'225'600'000 + i * 864LL);
            key->appendText("customer number " + std::to_string(i));
            n->appendInt(i);
            values->appendText(list);
        }
        Batch batch;
        batch.rows = kRows;
        batch.set(QStringLiteral("time"), time);
        batch.set(QStringLiteral("key"), key);
        batch.set(QStringLiteral("n"), n);
        batch.set(QStringLiteral("list"), values);
        out.push_back(std::move(batch));
    }
    return out;
}

// The rows through one step; behind it nothing is kept, so that only what the step holds counts.
RunOutcome run(const QByteArray &step, qint64 bytes, const std::vector<Batch> &rows)
{
    const auto pipeline = parsePipeline(
        QByteArray("{\"name\":\"t\",\"limits\":{\"bytes\":") + QByteArray::number(bytes) +
        "},\"nodes\":[{\"id\":\"in\",\"kind\":\"source\",\"type\":\"sample\"},{\"id\":\"held\",\"name\":\"Holder\"," +
        step + "},{\"id\":\"none\",\"type\":\"filter\",\"config\":{\"where\":\"false\"}}," +
        "{\"id\":\"rows\",\"kind\":\"output\",\"type\":\"table\"}]}");
    if (!pipeline)
        qFatal("%s", qPrintable(errorSentence(pipeline.error())));
    const Registry registry = builtinRegistry();
    const SystemClock clock;
    SystemRandom random;
    NoNetwork network;
    NoSecrets secrets;
    Budget budget(clock, Millis(0), 0, bytes, CancelToken());
    RunContext context{clock, random, network, secrets, budget};
    GivenInputs given;
    given.rows[QStringLiteral("in")] = rows;
    RunJob job{*pipeline, registry, context, RunId::create(clock.now(), random)};
    job.given = &given;
    return runPipeline(std::move(job));
}

} // namespace

void TstRunMemory::aStepThatHoldsTooMuchStopsTheRun_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("list");
    const auto add = [](const char *name, const char *step, int entries = 1) {
        QByteArray list("[0");
        for (int i = 1; i < entries; ++i)
            list += "," + QByteArray::number(i);
        QTest::newRow(name) << QByteArray(step) << list + "]";
    };
    add("dedupe", R"("type":"dedupe","config":{"key":["key"],"remember":1000000})");
    add("dedupe, changed rows", R"("type":"dedupe","config":{"key":["key"],"keep":"changed","remember":1000000})");
    add("group by key", R"("type":"group","config":{"by":["key"],"aggregates":[{"what":"count"}]})");
    add("median",
        R"("type":"group","config":{"aggregates":[{"what":"median","field":"n"},{"what":"percentile","field":"n"}]})");
    add("count distinct", R"("type":"group","config":{"aggregates":[{"what":"count_distinct","field":"key"}]})");
    add("rate", R"("type":"rate","config":{"field":"n","time":"time","by":["key"]})");
    add("cumulative", R"("type":"cumulative","config":{"field":"n","by":["key"]})");
    add("rank", R"("type":"rank","config":{"field":"n"})");
    add("compare", R"("type":"compare","config":{"field":"n","time":"time","back":"day"})");
    add("sort", R"("type":"sort","config":{"by":[{"field":"n"}]})");
    add("fill gaps, kept rows", R"("type":"fill_gaps","config":{"time":"time"})");
    add("fill gaps, new rows",
        R"("type":"fill_gaps","config":{"time":"time","every":"second","by":["key"],"range":"all"})");
    add("explode", R"("type":"explode","config":{"field":"list"})", 60);
    add("unzip", R"("type":"unzip","config":{"path":"list","shape":"table"})", 60);
}

void TstRunMemory::aStepThatHoldsTooMuchStopsTheRun()
{
    QFETCH(QByteArray, step);
    QFETCH(QByteArray, list);
    const std::vector<Batch> rows = manyRows(list.toStdString());
    const RunOutcome stopped = run(step, 1'500'000, rows);
    QVERIFY(stopped.error);
    QVERIFY2(stopped.error->code == ErrorCode::RunByteLimit, qPrintable(errorSentence(*stopped.error)));
    QCOMPARE(stopped.error->arg(QLatin1StringView("node")), QStringLiteral("held"));
    QVERIFY2(errorSentence(*stopped.error).contains(QStringLiteral("Holder")),
             qPrintable(errorSentence(*stopped.error)));
}

void TstRunMemory::whatWasHeldIsForgottenAtTheEnd()
{
    const std::vector<Batch> rows = manyRows("[1]");
    for (const char *step :
         {R"("type":"sort","config":{"by":[{"field":"n"}]})", R"("type":"rank","config":{"field":"n"})",
          R"("type":"group","config":{"by":["key"],"aggregates":[{"what":"count"}]})",
          R"("type":"dedupe","config":{"key":["key"]})"}) {
        const RunOutcome done = run(step, 200'000'000, rows);
        QVERIFY2(!done.error, qPrintable(done.error ? errorSentence(*done.error) : QString()));
        QVERIFY(done.record.rowsOut.at(QStringLiteral("held")) > 0);
    }
}

DASH_TEST(TstRunMemory)
#include "tst_run_memory.moc"
