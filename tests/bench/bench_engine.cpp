// The engine: bytes of every format to rows, and the whole way from a file through steps, beside jq on the same file.

#include "tests/bench/bench.h"

#include "core/base/clock.h"
#include "core/engine/formats/formats.h"
#include "core/engine/runner.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace dash;
using namespace dash::bench;

namespace {

constexpr int kRows = 300'000;

class NoHttp final : public HttpClient {
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

struct World {
    SystemClock clock;
    SystemRandom random;
    NoHttp http;
    NoSecrets secrets;
    Budget budget{clock, Millis(600'000), 1'000'000'000, 8'000'000'000, {}};
    RunContext context{clock, random, http, secrets, budget};
};

// Takes rows and forgets them, as jq's output goes nowhere.
class Nowhere final : public Sink {
public:
    Result<std::vector<Delivery>> encode(const Batch &, bool) override { return std::vector<Delivery>(); }
    DeliveryResult deliver(RunContext &, const QueuedDelivery &) override { return {}; }
};

const char *const kCountries[] = {"DE", "AT", "FR", "US", "GB", "NL"};
const char *const kStates[] = {"paid", "open", "paid", "refunded"};

QByteArray orderTime(int i)
{
    char text[24];
    std::snprintf(text, sizeof text, "2026-%02d-%02dT%02d:%02d:%02dZ", 1 + i / 28'000 % 12, 1 + i / 1'000 % 28,
                  i / 60 % 24, i % 60, i * 7 % 60);
    return text;
}

QByteArray orders(const char *format)
{
    const QByteArray kind(format);
    QByteArray out;
    out.reserve(kRows * 130);
    if (kind == "csv")
        out += "id,time,customer,country,status,cents,rate\n";
    if (kind == "json")
        out += "[";
    char line[256];
    for (int i = 0; i < kRows; ++i) {
        const auto spread = [i](long long by, long long below) { return static_cast<int>(i * by % below); };
        const int customer = spread(7'919, 5'003);
        const int cents = spread(104'729, 99'991);
        const char *country = kCountries[spread(31, 6)];
        const char *state = kStates[spread(17, 4)];
        const double rate = spread(13, 1'000) / 1'000.0;
        const QByteArray time = orderTime(i);
        if (kind == "csv")
            std::snprintf(line, sizeof line, "%d,%s,customer %d,%s,%s,%d,%.3f\n", i, time.constData(), customer,
                          country, state, cents, rate);
        else if (kind == "metrics")
            std::snprintf(line, sizeof line, "http_requests_total{instance=\"server-%d\",status=\"%s\"} %d.5 %d000\n",
                          customer % 50, state, cents, 1'767'225'600 + i);
        else
            std::snprintf(
                line, sizeof line,
                "%s{\"id\":%d,\"time\":\"%s\",\"customer\":\"customer %d\",\"country\":\"%s\",\"status\":\"%s\","
                "\"cents\":%d,\"rate\":%.3f}%s",
                kind == "json" && i > 0 ? "," : "", i, time.constData(), customer, country, state, cents, rate,
                kind == "json" ? "" : "\n");
        out += line;
    }
    if (kind == "json")
        out += "]";
    if (kind == "metrics")
        out += "# EOF\n";
    return out;
}

void benchFormat(const char *name, const FormatType &format, const QByteArray &bytes)
{
    double best = 1e9;
    for (int turn = 0; turn < 3; ++turn) {
        World world;
        QJsonObject config;
        auto decoder = format.create(config, world.context);
        if (!decoder)
            return;
        std::size_t rows = 0;
        Rejects rejects;
        const auto take = [&](Batch batch) -> Result<> {
            rows += batch.rows;
            return {};
        };
        constexpr qsizetype kPortion = 1 << 20;
        const Stopwatch watch;
        for (qsizetype at = 0; at < bytes.size(); at += kPortion) {
            const qsizetype size = std::min(kPortion, bytes.size() - at);
            if (!(*decoder)->decode(QByteArrayView(bytes).sliced(at, size), at + size == bytes.size(), take, rejects))
                return;
        }
        if (rows != kRows || !rejects.empty())
            std::printf("%s: %zu rows, %zu rejected\n", name, rows, rejects.size());
        best = std::min(best, watch.seconds());
    }
    report({name, kRows / best / 1e6, "M rows/s", "",
            QStringLiteral("%1 MB/s").arg(double(bytes.size()) / best / 1e6, 0, 'f', 0)});
}

double jqSeconds(const QString &file)
{
    const QString jq = QStandardPaths::findExecutable(QStringLiteral("jq"));
    if (jq.isEmpty())
        return 0;
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    const Stopwatch watch;
    process.start(jq,
                  {QStringLiteral("-c"),
                   QStringLiteral("select(.status == \"paid\" and .cents > 1000) | .total = .cents * (1 - .rate) / 100 "
                                  "| {id, time, customer, total}"),
                   file});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        return 0;
    return watch.seconds();
}

// What the pipeline must leave of these lines, told without it.
qint64 paidAbove1000(const QByteArray &bytes)
{
    qint64 count = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        const qsizetype at = line.indexOf("\"cents\":");
        const bool paid = line.contains("\"status\":\"paid\"");
        count += paid && line.mid(at + 8, line.indexOf(',', at) - at - 8).toInt() > 1'000 ? 1 : 0;
    }
    return count;
}

void benchPipeline(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("orders.ndjson"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return;
    file.close();
    Registry registry = builtinRegistry();
    SinkType nowhere;
    nowhere.type = "nowhere";
    nowhere.create = [](const QJsonObject &, const QString &) -> Result<std::unique_ptr<Sink>> {
        return std::make_unique<Nowhere>();
    };
    registry.sinks.push_back(nowhere);
    const auto pipeline = parsePipeline(
        "{\"name\":\"bench\",\"nodes\":[{\"id\":\"in\",\"kind\":\"source\",\"type\":\"file\",\"config\":{\"path\":"
        "\"orders.ndjson\"}},{\"id\":\"f\",\"type\":\"filter\",\"config\":{\"where\":\"status = \\\"paid\\\" and cents "
        "> "
        "1000\"}},{\"id\":\"d\",\"type\":\"derive\",\"config\":{\"fields\":[{\"name\":\"total\",\"value\":\"cents * (1 "
        "- "
        "rate) / 100\"}]}},{\"id\":\"s\",\"type\":\"select\",\"config\":{\"fields\":[{\"path\":\"id\"},{\"path\":"
        "\"time\"},{\"path\":\"customer\"},{\"path\":\"total\"}]}},{\"id\":\"o\",\"kind\":\"output\",\"type\":"
        "\"nowhere\"}]}");
    if (!pipeline)
        return;
    const qint64 expected = paidAbove1000(bytes);
    double best = 1e9;
    double peer = 1e9;
    for (int turn = 0; turn < 3; ++turn) {
        World world;
        world.context.folder = folder.path();
        RunJob job{*pipeline, registry, world.context, RunId::create(world.clock.now(), world.random)};
        const Stopwatch watch;
        const RunOutcome outcome = runPipeline(std::move(job));
        best = std::min(best, watch.seconds());
        if (outcome.error || outcome.record.rowsOut.at(QStringLiteral("s")) != expected) {
            std::printf("engine: %s\n",
                        outcome.error ? qUtf8Printable(errorSentence(*outcome.error)) : "rows are missing");
            return;
        }
        if (const double seconds = jqSeconds(name); seconds > 0)
            peer = std::min(peer, seconds);
    }
    report({"engine: NDJSON file, filter, derive, select", kRows / best / 1e6, "M rows/s", "≥ 1.5",
            peer < 1e9
                ? QStringLiteral("jq %1, %2 times").arg(kRows / peer / 1e6, 0, 'f', 3).arg(peer / best, 0, 'f', 1)
                : QStringLiteral("skipped: jq missing")});
}

void benchEngine()
{
    const QByteArray ndjson = orders("ndjson");
    benchPipeline(ndjson);
    benchFormat("engine: NDJSON to rows", ndjsonFormat(), ndjson);
    benchFormat("engine: JSON to rows", jsonFormat(), orders("json"));
    benchFormat("engine: CSV to rows", csvFormat(), orders("csv"));
    benchFormat("engine: OpenMetrics to rows", openMetricsFormat(), orders("metrics"));
}

} // namespace

DASH_BENCH(engine, benchEngine)
