#include "core/engine/host.h"
#include "core/engine/parameters.h"
#include "core/engine/row_text.h"
#include "core/engine/sources/sources.h"
#include "core/engine/sources/webhook_inbox.h"
#include "core/engine/sources/webhook_signature.h"
#include "tests/engine/engine_world.h"
#include "tests/engine/receiver/http_peer.h"

#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

#include <thread>

using namespace dash;
using namespace dash::test;

namespace {

constexpr char kToken[] = "0123456789abcdefghijklmnop";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray hmac(const QByteArray &text, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

// A workspace with one pipeline: webhook → filter v >= 0 → table. Kept over "restarts" of the program.
struct World {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    MapSecrets secrets;
    Registry registry = builtinRegistry();
    std::unique_ptr<PointsDb> points;
    std::unique_ptr<PipelineHost> host;
    Pipeline pipeline;
    quint16 port = freePort();
    std::vector<RunRecord> runs;

    explicit World(const QByteArray &config = {}, const QByteArray &more = {}, const std::vector<StepType> &steps = {})
    {
        registry.steps.insert(registry.steps.end(), steps.begin(), steps.end());
        secrets.values[QStringLiteral("key")] = "s3cret";
        const QByteArray json = QByteArray("{\"name\":\"hook\",\"nodes\":[{\"id\":\"in\",\"kind\":\"source\",") +
                                "\"type\":\"webhook\",\"config\":{\"token\":\"" + kToken +
                                "\",\"port\":" + QByteArray::number(port) + config + "}}," + more +
                                "{\"id\":\"rows\",\"kind\":\"output\",\"type\":\"table\"}]}";
        const auto parsed = parsePipeline(json);
        if (!parsed)
            qFatal("%s", qPrintable(errorSentence(parsed.error())));
        pipeline = *parsed;
        pipeline.id = PipelineId::create(clock.now(), random);
        start();
    }
    void start()
    {
        auto opened = PointsDb::open(folder.path(), {}, clock);
        if (!opened)
            qFatal("%s", qPrintable(errorSentence(opened.error())));
        points = std::move(*opened);
        PipelineHost::Environment environment{clock, random, secrets, folder.path()};
        environment.patience = std::chrono::milliseconds(200);
        host = std::make_unique<PipelineHost>(*points, environment, registry);
        QObject::connect(host.get(), &PipelineHost::runFinished, host.get(),
                         [this](PipelineId, const RunRecord &run) { runs.push_back(run); });
        host->setPipelines({pipeline});
    }
    void stop()
    {
        host.reset();
        points.reset();
    }
    bool listens()
    {
        return QTest::qWaitFor([this] { return HttpPeer(port).connected(); }, 10'000);
    }
    QByteArray path() const { return QByteArray("/hooks/") + kToken; }
    PeerAnswer post(const QByteArray &body, const QByteArray &fields = {})
    {
        HttpPeer peer(port);
        peer.send(postText(path(), body, fields));
        peer.status(20'000);
        return peer.answers().empty() ? PeerAnswer{} : peer.answers()[0];
    }
    // Sent again until the pipeline has settled and takes it, as senders do.
    PeerAnswer postUntilTaken(const QByteArray &body)
    {
        PeerAnswer answer;
        [[maybe_unused]] const bool taken =
            QTest::qWaitFor([&] { return (answer = post(body)).status == 200; }, 20'000);
        return answer;
    }
    QStringList rows() const
    {
        QStringList out;
        const auto snapshot = points->snapshot();
        const auto batch = (*snapshot)->rows(TableName{pipeline.id, QStringLiteral("rows")}, {}, 0, 10'000);
        for (std::size_t row = 0; batch && row < batch->rows; ++row)
            out.append(QString::fromUtf8(rowJson(*batch, row)));
        return out;
    }
};

} // namespace

class TstWebhook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsAreDurableWhenAnswered();
    void readsWhatFormatsRead_data();
    void readsWhatFormatsRead();
    void refusesWhatIsNoRecordAndTakesTheRest();
    void aFailingRunTakesNothingAndSaysSo();
    void duplicatesAreDroppedAcrossRestarts();
    void manyRequestsShareRuns();
    void signaturesAreChecked_data();
    void signaturesAreChecked();
    void replaysWithinTheToleranceAreDropped();
    void pausedAndChangedPipelinesCloseTheirAddress();
    void aTakenPortIsTriedAgain();
    void aHangingRunGivesItsAddressBack();
    void previewShowsWhatCame();
    void tokensAreUnguessable();
    void deliveriesAreForgottenOldestFirst();
    void curlSendsARow();
};

void TstWebhook::rowsAreDurableWhenAnswered()
{
    World world;
    QVERIFY(world.listens());
    const PeerAnswer answer = world.post("{\"v\":21.5}", "Content-Type: application/json\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("{\"rows\":1,\"rejected\":0}\n"));
    QCOMPARE(world.rows(), QStringList{QStringLiteral("{\"v\":21.5}")});
    // Nothing about the token is kept with the run.
    const auto snapshot = world.points->snapshot();
    const auto runs = (*snapshot)->runs(world.pipeline.id, 1);
    QVERIFY_RESULT(runs);
    const auto run = (*snapshot)->run(runs->at(0).id);
    QVERIFY_RESULT(run);
    QCOMPARE(run->inputs.size(), 1U);
    QCOMPARE(run->inputs[0].second, QByteArray("{\"v\":21.5}"));
}

void TstWebhook::readsWhatFormatsRead_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("rows");
    const QStringList two{QStringLiteral("{\"a\":1,\"b\":\"x\"}"), QStringLiteral("{\"a\":2,\"b\":\"y\"}")};
    const auto row = [](const char *name, const char *type, const char *body, int status, const QStringList &rows) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << status << rows;
    };
    row("JSON", "application/json", "[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y\"}]", 200, two);
    row("JSON with a suffix", "application/vnd.some+json; charset=utf-8",
        "[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y\"}]", 200, two);
    row("NDJSON", "application/x-ndjson", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n", 200, two);
    row("CSV", "text/csv", "a,b\n1,x\n2,y\n", 200, two);
    row("form", "application/x-www-form-urlencoded", "a=1&b=x+%C3%A4%26", 200,
        {QStringLiteral("{\"a\":\"1\",\"b\":\"x ä&\"}")});
    row("JSON that curl calls a form", "application/x-www-form-urlencoded", "{\"a\":1,\"b\":\"x\"}", 200, {two[0]});
    row("no type", "", "{\"a\":1,\"b\":\"x\"}", 200, {two[0]});
    row("a form of many parts", "multipart/form-data; boundary=x", "--x--", 415, {});
    row("XML", "application/xml", "<a/>", 415, {});
    row("no JSON", "application/json", "{\"a\":", 422, {});
    row("a form that is none", "application/x-www-form-urlencoded", "a=%ZZ", 422, {});
    row("nothing", "application/json", "", 422, {});
}

void TstWebhook::readsWhatFormatsRead()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(QStringList, rows);
    World world;
    QVERIFY(world.listens());
    const PeerAnswer answer = world.post(body, type.isEmpty() ? type : "Content-Type: " + type + "\r\n");
    QCOMPARE(answer.status, status);
    QStringList stored = world.rows();
    stored.sort();
    rows.sort();
    QCOMPARE(stored, rows);
}

void TstWebhook::refusesWhatIsNoRecordAndTakesTheRest()
{
    World world;
    QVERIFY(world.listens());
    // One line of three is broken: it goes to the rejected rows, durably, and the sender is told.
    const PeerAnswer lines = world.post("{\"v\":1}\n{\"v\":\n{\"v\":3}\n", "Content-Type: application/x-ndjson\r\n");
    QCOMPARE(lines.status, 200);
    QCOMPARE(lines.body, QByteArray("{\"rows\":2,\"rejected\":1}\n"));
    // A broken document between good ones on one connection: only its sender hears of it.
    HttpPeer peer(world.port);
    peer.send(postText(world.path(), "{\"v\":4}") + postText(world.path(), "{\"v\":") +
              postText(world.path(), "{\"v\":5}"));
    QVERIFY(peer.wait(3));
    QCOMPARE(peer.answers()[0].status, 200);
    QCOMPARE(peer.answers()[1].status, 422);
    QVERIFY(peer.answers()[1].body.contains("format.syntax"));
    QCOMPARE(peer.answers()[2].status, 200);
    QCOMPARE(world.rows().size(), 4);
    for (const RunRecord &run : world.runs)
        QCOMPARE(int(run.outcome), int(RunRecord::Outcome::Succeeded));
}

void TstWebhook::aFailingRunTakesNothingAndSaysSo()
{
    // The column's type makes the second request impossible; filter's own row errors would only be rejected.
    World world({}, "{\"id\":\"f\",\"type\":\"filter\",\"config\":{\"where\":\"missing > 1\"}},");
    QVERIFY(world.listens());
    const PeerAnswer answer = world.post("{\"v\":1}");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.head.contains("Retry-After: "));
    QVERIFY2(answer.body.contains("expression.unknown_field"), answer.body.constData());
    QVERIFY(world.rows().isEmpty());
    // A better definition: the same request, sent again, is taken.
    world.pipeline.nodes[1].config.insert(QStringLiteral("where"), QStringLiteral("v > 0"));
    world.host->setPipelines({world.pipeline});
    QVERIFY(world.listens());
    QCOMPARE(world.postUntilTaken("{\"v\":1}").status, 200);
    QCOMPARE(world.rows(), QStringList{QStringLiteral("{\"v\":1}")});
}

void TstWebhook::duplicatesAreDroppedAcrossRestarts()
{
    World world(",\"delivery_id\":\"X-Delivery\"");
    QVERIFY(world.listens());
    QCOMPARE(world.post("{\"v\":1}", "X-Delivery: a\r\n").body, QByteArray("{\"rows\":1,\"rejected\":0}\n"));
    QCOMPARE(world.post("{\"v\":1}", "X-Delivery: a\r\n").body, QByteArray("{\"duplicate\":true}\n"));
    QCOMPARE(world.post("{\"v\":2}", "x-delivery: b\r\n").status, 200);
    QCOMPARE(world.post("{\"v\":3}").status, 200); // without an id each is new
    QCOMPARE(world.post("{\"v\":3}").status, 200);
    world.stop();
    world.start();
    QVERIFY(world.listens());
    QCOMPARE(world.post("{\"v\":1}", "X-Delivery: a\r\n").body, QByteArray("{\"duplicate\":true}\n"));
    QCOMPARE(world.post("{\"v\":2}", "X-Delivery: b\r\n").body, QByteArray("{\"duplicate\":true}\n"));
    QCOMPARE(world.post("{\"v\":4}", "X-Delivery: c\r\n").body, QByteArray("{\"rows\":1,\"rejected\":0}\n"));
    QStringList rows = world.rows();
    rows.sort();
    QCOMPARE(rows.join(u' '), QStringLiteral("{\"v\":1} {\"v\":2} {\"v\":3} {\"v\":3} {\"v\":4}"));
    // An id from the body.
    world.pipeline.nodes[0].config.insert(QStringLiteral("delivery_id"), QStringLiteral("$.id"));
    world.host->setPipelines({world.pipeline});
    QVERIFY(world.listens());
    QCOMPARE(world.postUntilTaken("{\"v\":5,\"id\":\"e1\"}").status, 200);
    QCOMPARE(world.post("{\"v\":5,\"id\":\"e1\"}").body, QByteArray("{\"duplicate\":true}\n"));
}

void TstWebhook::manyRequestsShareRuns()
{
    World world;
    QVERIFY(world.listens());
    std::vector<std::unique_ptr<HttpPeer>> peers;
    constexpr int kPeers = 20;
    constexpr int kEach = 25;
    for (int i = 0; i < kPeers; ++i) {
        peers.push_back(std::make_unique<HttpPeer>(world.port));
        QByteArray all;
        for (int k = 0; k < kEach; ++k)
            all += postText(world.path(), "{\"v\":" + QByteArray::number(i * kEach + k) + "}");
        peers.back()->send(all);
    }
    for (const auto &peer : peers) {
        QVERIFY(peer->wait(kEach, 30'000));
        for (const PeerAnswer &answer : peer->answers())
            QCOMPARE(answer.status, 200);
    }
    QStringList rows = world.rows();
    QCOMPARE(rows.size(), kPeers * kEach);
    rows.removeDuplicates();
    QCOMPARE(rows.size(), kPeers * kEach);
    QVERIFY2(world.runs.size() < kPeers * kEach / 2, qPrintable(QString::number(world.runs.size())));
}

void TstWebhook::signaturesAreChecked_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("fits");
    const QByteArray body = "{\"v\":1}";
    const QByteArray time = QByteArray::number(1'767'225'600); // the manual clock's beginning
    const QByteArray late = QByteArray::number(1'767'225'600 - 301);
    const auto standard = [&](const QByteArray &at, const QByteArray &key, const QByteArray &id = "m1") -> QByteArray {
        return "webhook-id: m1\nwebhook-timestamp: " + at + "\nwebhook-signature: v1,AAAA v1," +
               hmac(id + '.' + at + '.' + body, key).toBase64() + " v1a,x";
    };
    const auto stripe = [&](const QByteArray &at, const QByteArray &key) -> QByteArray {
        return "stripe-signature: t=" + at + ",v1=00,v1=" + hmac(at + '.' + body, key).toHex() + ",v0=1";
    };
    const auto row = [](const char *name, const char *kind, const QByteArray &fields, bool fits) {
        QTest::newRow(name) << QString::fromLatin1(kind) << fields << fits;
    };
    row("standard", "standard", standard(time, "s3cret"), true);
    row("standard, other key", "standard", standard(time, "other"), false);
    row("standard, other id", "standard", standard(time, "s3cret", "m2"), false);
    row("standard, too late", "standard", standard(late, "s3cret"), false);
    row("standard, no time", "standard", standard("", "s3cret"), false);
    row("standard, odd time", "standard", standard("99999999999999999999", "s3cret"), false);
    row("standard, nothing", "standard", "", false);
    row("stripe", "stripe", stripe(time, "s3cret"), true);
    row("stripe, other key", "stripe", stripe(time, "other"), false);
    row("stripe, too late", "stripe", stripe(late, "s3cret"), false);
    row("stripe, no time", "stripe", "stripe-signature: v1=" + hmac("." + body, "s3cret").toHex(), false);
    row("stripe, nothing", "stripe", "", false);
    row("hex", "hex", "x-hub-signature-256: sha256=" + hmac(body, "s3cret").toHex(), true);
    row("hex, bare and upper case", "hex", "x-hub-signature-256: " + hmac(body, "s3cret").toHex().toUpper(), true);
    row("hex, one digit off", "hex", "x-hub-signature-256: sha256=0" + hmac(body, "s3cret").toHex().mid(1), false);
    row("hex, empty", "hex", "x-hub-signature-256: sha256=", false);
    row("base64", "base64", "x-shopify-hmac-sha256: " + hmac(body, "s3cret").toBase64(), true);
    row("base64, other key", "base64", "x-shopify-hmac-sha256: " + hmac(body, "other").toBase64(), false);
}

void TstWebhook::signaturesAreChecked()
{
    QFETCH(const QString, kind);
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, fits);
    ManualClock clock;
    WebhookSignature rule;
    using Kind = WebhookSignature::Kind;
    rule.kind = kind == u"standard" ? Kind::Standard
                : kind == u"stripe" ? Kind::Stripe
                : kind == u"hex"    ? Kind::Hex
                                    : Kind::Base64;
    rule.header = kind == u"stripe" ? "stripe-signature"
                  : kind == u"hex"  ? "x-hub-signature-256"
                                    : "x-shopify-hmac-sha256";
    rule.key = webhookKey(rule.kind,
                          kind == u"standard" ? "whsec_" + QByteArray("s3cret").toBase64() : QByteArray("s3cret\n"));
    ReceivedRequest request;
    request.body = "{\"v\":1}";
    for (const QByteArray &field : fields.split('\n')) {
        const qsizetype colon = field.indexOf(": ");
        if (colon > 0)
            request.fields.emplace_back(field.left(colon), field.mid(colon + 2));
    }
    QCOMPARE(checkSignature(rule, request, clock.now()).problem.isEmpty(), fits);
    request.body = "{\"v\":2}";
    QVERIFY(!checkSignature(rule, request, clock.now()).problem.isEmpty());
}

void TstWebhook::replaysWithinTheToleranceAreDropped()
{
    World world(",\"signature\":\"stripe\",\"signing_secret\":{\"secret\":\"key\"}");
    QVERIFY(world.listens());
    const QByteArray body = "{\"v\":1}";
    const QByteArray time = QByteArray::number(toMs(world.clock.now()) / 1'000);
    const QByteArray signed1 =
        "Stripe-Signature: t=" + time + ",v1=" + hmac(time + '.' + body, "s3cret").toHex() + "\r\n";
    QCOMPARE(world.post(body).status, 401);
    QCOMPARE(world.post("{\"v\":2}", signed1).status, 401);
    QCOMPARE(world.post(body, signed1).body, QByteArray("{\"rows\":1,\"rejected\":0}\n"));
    QCOMPARE(world.post(body, signed1).body, QByteArray("{\"duplicate\":true}\n"));
    QCOMPARE(world.rows().size(), 1);
    // Without its secret the pipeline says so instead of taking anything.
    world.secrets.values.clear();
    world.pipeline.nodes[0].config.insert(QStringLiteral("tolerance"), QStringLiteral("1m"));
    world.host->setPipelines({world.pipeline});
    QTRY_VERIFY(world.host->status(world.pipeline.id).last &&
                world.host->status(world.pipeline.id).last->errorSentence.contains(u"“key” is not set"));
    QTRY_VERIFY(!HttpPeer(world.port).connected());
}

void TstWebhook::pausedAndChangedPipelinesCloseTheirAddress()
{
    World world;
    QVERIFY(world.listens());
    QCOMPARE(world.post("{\"v\":1}").status, 200);
    world.host->setPaused(world.pipeline.id, true);
    QTRY_VERIFY(!HttpPeer(world.port).connected());
    world.host->setPaused(world.pipeline.id, false);
    QVERIFY(world.listens());
    QCOMPARE(world.postUntilTaken("{\"v\":2}").status, 200);
    world.pipeline.nodes[0].config.insert(QStringLiteral("token"), QStringLiteral("another_token_of_22_chars"));
    world.host->setPipelines({world.pipeline});
    QVERIFY(QTest::qWaitFor([&] { return world.post({}).status == 404; }, 10'000));
    world.host->setPipelines({});
    QTRY_VERIFY(!HttpPeer(world.port).connected());
    QCOMPARE(world.rows().size(), 2);
}

void TstWebhook::aTakenPortIsTriedAgain()
{
    World world;
    QVERIFY(world.listens());
    world.stop();
    auto other = std::make_unique<QTcpServer>();
    QVERIFY(QTest::qWaitFor([&] { return other->isListening() || other->listen(QHostAddress::LocalHost, world.port); },
                            10'000));
    world.start();
    QTRY_VERIFY(world.host->status(world.pipeline.id).failuresInARow > 0);
    const PipelineStatus status = world.host->status(world.pipeline.id);
    QVERIFY2(status.last->errorSentence.contains(QString::number(world.port)), qPrintable(status.last->errorSentence));
    QCOMPARE(int(status.state), int(PipelineStatus::State::BackingOff));
    other.reset();
    world.host->runNow(world.pipeline.id);
    QTRY_COMPARE_WITH_TIMEOUT(int(world.host->status(world.pipeline.id).state), int(PipelineStatus::State::Waiting),
                              20'000);
    QCOMPARE(world.post("{\"v\":1}").status, 200);
}

void TstWebhook::aHangingRunGivesItsAddressBack()
{
    // A step that does not come back from its first rows, whatever it is told.
    struct Stuck final : Step {
        std::shared_ptr<std::atomic<int>> stage;
        Result<Batch> process(Batch batch, Rejects &) override
        {
            if (stage->load() == 0) {
                *stage = 1;
                while (*stage < 2)
                    std::this_thread::yield();
            }
            return batch;
        }
    };
    const auto stage = std::make_shared<std::atomic<int>>(0);
    StepType type;
    type.type = "stuck";
    type.label = type.icon = type.help = "";
    type.tier = "basic";
    type.create = [stage](const QJsonObject &, StepContext) -> Result<std::unique_ptr<Step>> {
        auto step = std::make_unique<Stuck>();
        step->stage = stage;
        return std::unique_ptr<Step>(std::move(step));
    };
    World world({}, "{\"id\":\"x\",\"type\":\"stuck\"},", {type});
    QVERIFY(world.listens());
    HttpPeer peer(world.port);
    peer.send(postText(world.path(), "{\"v\":1}"));
    QTRY_COMPARE_WITH_TIMEOUT(stage->load(), 1, 10'000);
    world.host->stop(world.pipeline.id);
    QCOMPARE(peer.status(20'000), 503);
    QCOMPARE(world.postUntilTaken("{\"v\":2}").status, 200); // while the lost thread still holds the old source
    *stage = 2;
    QCOMPARE(world.rows(), QStringList{QStringLiteral("{\"v\":2}")});
}

void TstWebhook::previewShowsWhatCame()
{
    World world;
    QVERIFY(world.listens());
    std::optional<PreviewResult> seen;
    const auto preview = [&] {
        seen.reset();
        world.host->preview(world.pipeline, PipelineHost::Sampling::Reuse, world.host.get(),
                            [&](PreviewResult result) { seen = std::move(result); });
        return QTest::qWaitFor([&] { return seen.has_value(); }, 10'000);
    };
    QVERIFY(preview());
    QCOMPARE(errorCodeText(seen->nodes.at(QStringLiteral("in")).error->code),
             QLatin1StringView("source.nothing_received"));
    QCOMPARE(world.post("{\"v\":7}").status, 200);
    QVERIFY(preview());
    QCOMPARE(seen->nodes.at(QStringLiteral("rows")).rows.column(u"v")->ints[0], 7);
    world.pipeline.nodes[0].config.insert(QStringLiteral("example"), QStringLiteral("{\"v\":8}"));
    QVERIFY(preview());
    QCOMPARE(seen->nodes.at(QStringLiteral("rows")).rows.column(u"v")->ints[0], 8);
}

void TstWebhook::tokensAreUnguessable()
{
    SystemRandom random;
    const QString token = newAddressToken(random);
    QCOMPARE(token.size(), 32);
    QVERIFY(token != newAddressToken(random));
    const Parameters declared = webhookSource().parameters;
    const auto problems = [&](const QString &text) {
        return configProblems({{QStringLiteral("token"), text}}, declared, QStringLiteral("in")).size();
    };
    QCOMPARE(problems(token), 0U);
    QCOMPARE(problems(QStringLiteral("short")), 1U);
    QCOMPARE(problems(QStringLiteral("../../0123456789abcdefghij")), 1U);
    QCOMPARE(problems(QString()), 1U);
    QCOMPARE(addressText(declared[0], declared, {{QStringLiteral("token"), token}}),
             QString(QStringLiteral("http://127.0.0.1:4017/hooks/") + token));
}

void TstWebhook::deliveriesAreForgottenOldestFirst()
{
    std::map<QString, QByteArray> state;
    const QString key = QStringLiteral("cursor/in");
    constexpr int kAll = 10'240 + 512;
    for (int from = 0; from < kAll; from += 97) { // many runs, each of which loads and saves
        TakenDeliveries taken;
        taken.load(state, key);
        std::map<QString, QByteArray> changed;
        for (int i = from; i < std::min(kAll, from + 97); ++i) {
            QVERIFY(!taken.contains(QByteArray::number(i)));
            taken.add(QByteArray::number(i));
        }
        taken.save(changed, key);
        qsizetype bytes = 0;
        for (const auto &[name, value] : changed) {
            bytes += value.size();
            state[name] = value;
        }
        QVERIFY(bytes < 10'000); // not all of them are written again
    }
    TakenDeliveries taken;
    taken.load(state, key);
    for (int i = 0; i < kAll; ++i)
        QCOMPARE(taken.contains(QByteArray::number(i)), i >= 512);
}

void TstWebhook::curlSendsARow()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("the thread sanitizer loses the order of events where a process is started");
#endif
    const QString curl = QStandardPaths::findExecutable(QStringLiteral("curl"));
    if (curl.isEmpty())
        QSKIP("skipped: curl missing");
    World world;
    QVERIFY(world.listens());
    QProcess process;
    process.start(curl,
                  {QStringLiteral("-sS"), QStringLiteral("--data-binary"), QStringLiteral("{\"value\": 21.5}"),
                   QStringLiteral("http://127.0.0.1:%1%2").arg(world.port).arg(QString::fromLatin1(world.path()))});
    QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(), QByteArray("{\"rows\":1,\"rejected\":0}\n"));
    QCOMPARE(world.rows(), QStringList{QStringLiteral("{\"value\":21.5}")});
}

DASH_TEST(TstWebhook)
#include "tst_webhook.moc"
