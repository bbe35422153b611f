#include "core/engine/file_import.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace dash {

namespace {

constexpr qint64 kHeadBytes = 256 * 1024;
constexpr qint64 kPartRows = 250'000; // small enough that a chart shows the first part within a second
constexpr std::chrono::milliseconds kTellEvery{100};
constexpr auto kSourceId = "file";

class CountingOutput final : public SourceOutput {
public:
    CountingOutput(SourceOutput &to, qint64 &bytes)
        : m_to(to)
        , m_bytes(bytes)
    {
    }
    Result<> bytes(QByteArrayView part, bool lastPart, const QString &name, const QByteArray &contentType) override
    {
        m_bytes += part.size();
        return m_to.bytes(part, lastPart, name, contentType);
    }
    Result<> batch(Batch batch) override { return m_to.batch(std::move(batch)); }

private:
    SourceOutput &m_to;
    qint64 &m_bytes;
};

// The real source, with its bytes counted on the way.
class CountedSource final : public Source {
public:
    CountedSource(std::unique_ptr<Source> source, qint64 &bytes)
        : m_source(std::move(source))
        , m_bytes(bytes)
    {
    }
    Result<> read(RunContext &context, SourceOutput &out) override
    {
        CountingOutput counted(out, m_bytes);
        return m_source->read(context, counted);
    }
    void committed() override { m_source->committed(); }

private:
    std::unique_ptr<Source> m_source;
    qint64 &m_bytes;
};

class ProgressObserver final : public RunObserver {
public:
    ProgressObserver(const Clock &clock, qint64 &bytes, const std::function<void(const ImportProgress &)> &tell)
        : m_clock(clock)
        , m_bytes(bytes)
        , m_tell(tell)
    {
    }
    void rows(const Node &node, const Batch &rows) override
    {
        if (node.kind != NodeKind::Source)
            return;
        m_progress.rows += qint64(rows.rows);
        if (m_clock.monotonic() - m_told < kTellEvery)
            return;
        m_told = m_clock.monotonic();
        tell();
    }
    void rejected(const RejectedRow &) override { ++m_progress.rejected; }
    bool wantsStoredRows() const override { return false; }
    void tell()
    {
        m_progress.bytes = m_bytes;
        m_tell(m_progress);
    }

private:
    const Clock &m_clock;
    qint64 &m_bytes;
    const std::function<void(const ImportProgress &)> &m_tell;
    ImportProgress m_progress;
    std::chrono::nanoseconds m_told{0};
};

class NoNetwork final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &request, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable,
                    {{QLatin1StringView("host"), request.url.host()},
                     {QLatin1StringView("reason"), QStringLiteral("an import reads files only")}});
    }
};

class NoSecrets final : public SecretSource {
public:
    Result<QByteArray> secret(const QString &name) override
    {
        return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
    }
};

// A run context over an import's few needs.
struct ImportRun {
    ImportRun(const ImportEnvironment &environment, const RunLimits &limits, CancelToken cancel)
        : budget(environment.clock, limits.time, limits.rows, limits.bytes, std::move(cancel))
        , context{environment.clock, environment.random, network, secrets, budget}
    {
    }
    NoNetwork network;
    NoSecrets secrets;
    Budget budget;
    RunContext context;
};

QJsonArray jsonArray(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

} // namespace

Result<ImportGuess> guessFile(const QString &file, const ImportEnvironment &environment)
{
    ImportRun run(environment, RunLimits(), CancelToken());
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileOpen,
                    {{QLatin1StringView("file"), file}, {QLatin1StringView("reason"), in.errorString()}});
    const QByteArray head = in.read(kHeadBytes);
    const HeadIs extent = in.size() <= head.size() ? HeadIs::Everything : HeadIs::Beginning;
    auto detected =
        detectFormat(environment.registry, run.context, head, extent, QFileInfo(file).fileName(), {}, environment.zone);
    if (!detected)
        return fail(detected.error());
    ImportGuess guess;
    guess.fileBytes = in.size();
    guess.choice.file = QFileInfo(file).absoluteFilePath();
    guess.choice.format = detected->format;
    guess.choice.formatConfig = detected->config;
    guess.choice.timeField = detected->timeField;
    guess.choice.valueFields = detected->numberFields;
    guess.choice.labelFields = detected->labelFields;
    if (guess.choice.timeField.isEmpty() || guess.choice.valueFields.isEmpty())
        guess.choice.keep = ImportChoice::Keep::Table;
    guess.detected = std::move(*detected);
    return guess;
}

Pipeline importPipeline(PipelineId id, const ImportChoice &choice, FileReading reading)
{
    Pipeline pipeline;
    pipeline.id = id;
    pipeline.name = QFileInfo(choice.file).completeBaseName();
    pipeline.staysOnThisComputer = true;
    pipeline.limits.time = Millis(4 * 3'600'000); // a file of many gigabytes is work, not a runaway
    pipeline.limits.rows = 4'000'000'000;
    Node source;
    source.id = QString::fromLatin1(kSourceId);
    source.kind = NodeKind::Source;
    source.type = QStringLiteral("file");
    source.config = choice.formatConfig;
    source.config.insert(QLatin1StringView("path"), choice.file);
    source.config.insert(QLatin1StringView("format"), choice.format);
    source.config.insert(QLatin1StringView("follow"), reading == FileReading::Watched);
    pipeline.nodes.push_back(source);
    if (reading == FileReading::Watched) {
        pipeline.schedule.kind = Schedule::Kind::Interval;
        pipeline.schedule.interval = Millis(5'000);
    }
    Node output;
    output.kind = NodeKind::Output;
    if (choice.keep == ImportChoice::Keep::Series) {
        output.id = QStringLiteral("series");
        output.type = QStringLiteral("series");
        QJsonObject labels;
        for (const QString &label : choice.labelFields)
            labels.insert(label, QJsonObject{{QLatin1StringView("field"), label}});
        output.config = QJsonObject{{QLatin1StringView("time"), choice.timeField},
                                    {QLatin1StringView("values"), jsonArray(choice.valueFields)},
                                    {QLatin1StringView("labels"), labels}};
    } else {
        output.id = QStringLiteral("rows");
        output.type = QStringLiteral("table");
        output.config = QJsonObject{{QLatin1StringView("title"), pipeline.name}};
    }
    pipeline.nodes.push_back(output);
    return pipeline;
}

RunOutcome importFile(const Pipeline &pipeline, const ImportEnvironment &environment, PointsDb &points,
                      const CancelToken &cancel, const std::function<void(const ImportProgress &)> &progress)
{
    const CommitFunction commit = [&points](RunCommit rows) { return points.commit(std::move(rows)); };
    return importFile(pipeline, environment, commit, cancel, progress);
}

RunOutcome importFile(const Pipeline &pipeline, const ImportEnvironment &environment, CommitFunction commit,
                      const CancelToken &cancel, const std::function<void(const ImportProgress &)> &progress)
{
    RunOutcome failed;
    const auto refuse = [&failed](const Error &error) {
        failed.error = error;
        failed.record.outcome = RunRecord::Outcome::Failed;
        return failed;
    };
    const Node *node = pipeline.node(QString::fromLatin1(kSourceId));
    const SourceType *type = node == nullptr ? nullptr : environment.registry.source(node->type);
    if (type == nullptr)
        return refuse(
            Error{ErrorCode::DefinitionUnknownType, {{QLatin1StringView("type"), QStringLiteral("file")}}, {}});
    const auto config = sourceConfig(*node, *type);
    if (!config)
        return refuse(config.error());
    auto source = type->create(*config, node->id);
    if (!source)
        return refuse(source.error());
    ImportRun run(environment, pipeline.limits, cancel);
    qint64 bytes = 0;
    CountedSource counted(std::move(*source), bytes);
    ProgressObserver observer(environment.clock, bytes, progress);
    RunJob job{pipeline,    environment.registry,
               run.context, RunId::create(environment.clock.now(), environment.random),
               {},          nullptr,
               {},          nullptr,
               {},          0,
               kPartRows};
    job.sources[node->id] = &counted;
    job.observer = &observer;
    job.commit = std::move(commit);
    RunOutcome outcome = runPipeline(std::move(job));
    observer.tell();
    return outcome;
}

} // namespace dash
