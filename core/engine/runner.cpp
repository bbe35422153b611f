#include "core/engine/runner.h"

#include "core/engine/contained.h"
#include "core/engine/parameters.h"
#include "core/engine/source_feed.h"

#include <algorithm>

namespace dash {

namespace {

constexpr std::size_t kKeptRejects = 100'000; // of one run; more are counted only

struct LiveNode {
    const PlanNode *plan = nullptr;
    std::unique_ptr<Step> step;
    QByteArray newState;
    std::unique_ptr<Output> output;
    std::unique_ptr<Sink> sink;
    qint64 rowsOut = 0;
    bool fedBySources = false; // its input rows are a source's records
    const Node &node() const { return *plan->node; }
};

class Run {
public:
    explicit Run(RunJob &job)
        : m_job(job)
        , m_context(job.context)
    {
    }

    RunOutcome execute()
    {
        m_outcome.record.id = m_job.id;
        m_outcome.record.pipeline = m_job.pipeline.id;
        m_outcome.record.startedAt = toMs(m_context.clock.now());
        finish(work());
        return std::move(m_outcome);
    }

private:
    Result<> work()
    {
        try {
            Result<> done = m_context.budget.check(); // a first sign of life
            if (done)
                done = prepare();
            if (done)
                done = readSources();
            return done ? finishNodes() : done;
        } catch (const std::exception &error) { // between the nodes, such as memory that runs out
            return fail(ErrorCode::RunStepFailed, {{QLatin1StringView("step"), m_context.budget.step()},
                                                   {QLatin1StringView("reason"), QString::fromUtf8(error.what())}});
        }
    }
    Result<> prepare();
    Result<> makeNode(LiveNode &live);
    Result<> readSources();
    Result<> readSource(std::size_t index, bool resume);
    Result<> giveDocuments(SourceFeed &feed, const std::vector<GivenDocument> &documents);
    Result<> finishNodes();
    Result<> push(std::size_t index, Batch batch);
    Result<> emitRows(std::size_t index, Batch batch);
    Result<> writeSink(LiveNode &live, const Batch &batch, bool last);
    void takeRejects(const LiveNode &live, Rejects rejects);
    qint64 heldBytes() const; // what goes with the next commit
    Result<> guardMemory(std::size_t passing = 0);
    bool mayCommitInParts() const;
    Result<> commitPart(const Node &source, const SourceFeed &feed);
    RunCommit collect();
    void keepRaw(const QString &node, const GivenDocument &part, bool last);
    void forgetInputs();
    void finish(const Result<> &done);

    RunJob &m_job;
    RunContext &m_context;
    RunOutcome m_outcome;
    std::vector<PlanNode> m_plan;
    std::vector<LiveNode> m_nodes;
    std::vector<std::unique_ptr<Source>> m_ownSources;
    std::vector<Source *> m_asked;
    std::vector<RejectedRow> m_rejected;
    std::vector<QueuedDelivery> m_deliveries;
    qint64 m_pendingBytes = 0;
    qint64 m_rowsSinceCommit = 0;
    std::vector<std::pair<QString, QByteArray>> m_inputs;
    qint64 m_inputBytes = 0;
    bool m_newDocument = true;
    bool m_inputsKept = true;
    bool m_parts = false;
};

Result<> Run::prepare()
{
    auto plan = planPipeline(m_job.pipeline);
    if (!plan)
        return fail(plan.error());
    m_plan = std::move(*plan);
    m_nodes.resize(m_plan.size());
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        m_nodes[i].plan = &m_plan[i];
        m_nodes[i].fedBySources = std::all_of(m_plan[i].inputs.begin(), m_plan[i].inputs.end(), [&](int input) {
            return m_plan[static_cast<std::size_t>(input)].node->kind == NodeKind::Source;
        });
        if (auto made = makeNode(m_nodes[i]); !made)
            return made;
    }
    m_parts = mayCommitInParts();
    return {};
}

Result<> Run::makeNode(LiveNode &live)
{
    const Node &node = live.node();
    if (node.kind == NodeKind::Source)
        return {};
    const auto unknown = [&] {
        return fail(
            atNode(Error{ErrorCode::DefinitionUnknownType, {{QLatin1StringView("type"), node.type}}, {}}, node));
    };
    if (node.kind == NodeKind::Step) {
        const StepType *type = m_job.registry.step(node.type);
        if (!type)
            return unknown();
        const auto config = checkedConfig(node.config, type->parameters, nodeName(node));
        if (!config)
            return fail(atNode(config.error(), node));
        QByteArray *keep = m_context.mode == RunMode::Full ? &live.newState : nullptr;
        StepContext context{m_context.clock, m_context.budget, m_context.state[u"step/"_qs + node.id], keep,
                            nodeName(node)};
        auto step = contained(node, [&] { return type->create(*config, std::move(context)); });
        if (!step)
            return fail(step.error());
        live.step = std::move(*step);
        return {};
    }
    if (runnerOutput(node.type)) {
        OutputContext context;
        context.pipeline = m_job.pipeline.id;
        context.now = m_outcome.record.startedAt;
        context.shapes = &m_job.shapes;
        const bool echo = m_job.observer && m_job.observer->wantsStoredRows();
        context.echo = echo ? OutputContext::Echo::Yes : OutputContext::Echo::No;
        auto output = makeOutput(node, context);
        if (!output)
            return fail(atNode(output.error(), node));
        live.output = std::move(*output);
        return {};
    }
    const SinkType *type = m_job.registry.sink(node.type);
    if (!type)
        return unknown();
    const auto config = checkedConfig(node.config, type->parameters, nodeName(node));
    if (!config)
        return fail(atNode(config.error(), node));
    auto sink = contained(node, [&] { return type->create(*config, node.id); });
    if (!sink)
        return fail(sink.error());
    live.sink = std::move(*sink);
    return {};
}

bool Run::mayCommitInParts() const
{
    if (!m_job.commit || m_context.mode != RunMode::Full || m_job.given)
        return false;
    int sources = 0;
    for (const LiveNode &live : m_nodes) {
        const Node &node = live.node();
        if (node.kind == NodeKind::Source) {
            const SourceType *type = m_job.registry.source(node.type);
            if (!type || !type->rereadable || !type->usesFormat || ++sources > 1)
                return false;
        } else if (node.kind == NodeKind::Step) {
            const StepType *type = m_job.registry.step(node.type);
            if (!type->streaming && !(type->streamsWith && type->streamsWith(node.config)))
                return false;
        } else if (node.config.value(QLatin1StringView("mode")).toString() == u"replace") {
            return false;
        }
    }
    return sources == 1;
}

Result<> Run::readSources()
{
    if (m_job.given)
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const auto rows = m_job.given->rows.find(m_nodes[i].node().id);
            if (rows == m_job.given->rows.end())
                continue;
            for (const Batch &batch : rows->second) {
                const bool source = m_nodes[i].node().kind == NodeKind::Source;
                if (auto ok = source ? emitRows(i, batch) : push(i, batch); !ok)
                    return ok;
            }
        }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].node().kind != NodeKind::Source)
            continue;
        auto read = readSource(i, true);
        // The file is not the one that was half read: its rows so far stay, the new one is read from its start.
        if (!read && m_parts && read.error().arg(QLatin1StringView("reason")) == u"resume")
            read = readSource(i, false);
        if (!read)
            return fail(atNode(read.error(), m_nodes[i].node()));
    }
    return {};
}

Result<> Run::readSource(std::size_t index, bool resume)
{
    const Node &node = m_nodes[index].node();
    m_context.budget.enter(nodeName(node));
    m_newDocument = true;
    SourceFeed *self = nullptr;
    SourceFeed::Callbacks callbacks;
    callbacks.rows = [&](Batch batch) { return emitRows(index, std::move(batch)); };
    callbacks.rejected = [&](Rejects rejects) { takeRejects(m_nodes[index], std::move(rejects)); };
    if (m_job.commit && m_job.keepInputBytes > 0)
        callbacks.raw = [&](const GivenDocument &part, bool last) { keepRaw(node.id, part, last); };
    if (m_parts)
        callbacks.partDone = [&] {
            const bool full = m_rowsSinceCommit >= m_job.partRows || heldBytes() >= m_job.partBytes;
            return full ? commitPart(node, *self) : Result<>();
        };
    SourceFeed feed(node, m_job.registry, m_context, std::move(callbacks));
    self = &feed;
    if (m_parts) {
        const auto from = resume ? ReadPlace::fromText(m_context.state[u"resume/"_qs + node.id]) : std::nullopt;
        if (from)
            forgetInputs(); // what is read now is not the whole
        feed.resumeFrom(from);
    }
    if (m_job.given) {
        const auto documents = m_job.given->documents.find(node.id);
        if (documents != m_job.given->documents.end())
            return giveDocuments(feed, documents->second);
        if (m_job.given->others == GivenInputs::Others::Silent || m_job.given->rows.count(node.id) > 0)
            return {};
    }
    Source *source = nullptr;
    if (const auto kept = m_job.sources.find(node.id); kept != m_job.sources.end()) {
        source = kept->second;
    } else {
        const SourceType *type = m_job.registry.source(node.type);
        if (!type)
            return fail(
                atNode(Error{ErrorCode::DefinitionUnknownType, {{QLatin1StringView("type"), node.type}}, {}}, node));
        const auto config = sourceConfig(node, *type);
        if (!config)
            return fail(config.error());
        auto made = contained(node, [&] { return type->create(*config, node.id); });
        if (!made)
            return fail(made.error());
        source = made->get();
        m_ownSources.push_back(std::move(*made));
    }
    m_asked.push_back(source);
    const auto read = contained(node, [&] { return source->read(m_context, feed); });
    return feed.enough() ? Result<>() : read;
}

Result<> Run::giveDocuments(SourceFeed &feed, const std::vector<GivenDocument> &documents)
{
    constexpr qsizetype kPortion = 1 << 20;
    for (const GivenDocument &document : documents) {
        for (qsizetype at = 0; at == 0 || at < document.bytes.size(); at += kPortion) {
            const qsizetype size = std::min(kPortion, document.bytes.size() - at);
            const bool last = at + size >= document.bytes.size();
            const auto ok =
                feed.bytes(QByteArrayView(document.bytes).sliced(at, size), last, document.name, document.contentType);
            if (feed.enough())
                return {};
            if (!ok)
                return ok;
        }
    }
    return {};
}

Result<> Run::push(std::size_t index, Batch batch)
{
    LiveNode &live = m_nodes[index];
    const Node &node = live.node();
    m_context.budget.enter(nodeName(node));
    if (auto ok = m_context.budget.check(); !ok)
        return fail(atNode(ok.error(), node));
    Rejects rejects;
    if (live.step) {
        auto made = contained(node, [&] { return live.step->process(std::move(batch), rejects); });
        takeRejects(live, std::move(rejects));
        if (!made)
            return fail(made.error());
        if (auto within = guardMemory(made->memoryBytes()); !within)
            return fail(atNode(within.error(), node));
        return emitRows(index, std::move(*made));
    }
    live.rowsOut += static_cast<qint64>(batch.rows);
    if (live.output) {
        auto stored = contained(node, [&] { return live.output->write(batch, rejects); });
        live.rowsOut -= static_cast<qint64>(std::min(rejects.size(), batch.rows));
        takeRejects(live, std::move(rejects));
        if (!stored)
            return fail(stored.error());
        if (m_job.observer && stored->rows > 0)
            m_job.observer->rows(node, *stored);
        return guardMemory();
    }
    if (m_job.observer && batch.rows > 0)
        m_job.observer->rows(node, batch);
    return writeSink(live, batch, false);
}

Result<> Run::writeSink(LiveNode &live, const Batch &batch, bool last)
{
    const Node &node = live.node();
    auto made = contained(node, [&] { return live.sink->encode(batch, last); });
    if (!made)
        return fail(made.error());
    for (Delivery &delivery : *made) {
        QueuedDelivery queued;
        queued.id = DeliveryId::create(m_context.clock.now(), m_context.random);
        queued.pipeline = m_job.pipeline.id;
        queued.output = node.id;
        m_pendingBytes += delivery.payload.size();
        queued.payload = std::move(delivery.payload);
        queued.meta = std::move(delivery.meta);
        queued.createdAt = toMs(m_context.clock.now());
        queued.nextTryAt = queued.createdAt;
        m_deliveries.push_back(std::move(queued));
    }
    return guardMemory();
}

Result<> Run::emitRows(std::size_t index, Batch batch)
{
    if (batch.rows == 0)
        return {};
    LiveNode &live = m_nodes[index];
    const auto rows = static_cast<qint64>(batch.rows);
    live.rowsOut += rows;
    m_context.budget.addRows(rows);
    if (live.node().kind == NodeKind::Source) {
        m_outcome.record.rowsIn += rows;
        m_rowsSinceCommit += rows;
    }
    if (m_job.observer)
        m_job.observer->rows(live.node(), batch);
    const std::vector<int> &next = live.plan->next;
    for (std::size_t i = 0; i + 1 < next.size(); ++i) {
        if (auto ok = push(static_cast<std::size_t>(next[i]), batch); !ok)
            return ok;
    }
    if (!next.empty()) {
        if (auto ok = push(static_cast<std::size_t>(next.back()), std::move(batch)); !ok)
            return ok;
    }
    m_context.budget.enter(nodeName(live.node()));
    return {};
}

void Run::takeRejects(const LiveNode &live, Rejects rejects)
{
    m_outcome.record.rejected += static_cast<qint64>(rejects.size());
    for (Reject &reject : rejects) {
        if (m_rejected.size() >= kKeptRejects)
            return;
        RejectedRow row;
        row.node = live.node().id;
        const Error reason = atNode(std::move(reject.reason), live.node());
        row.code = QByteArray(errorCodeText(reason.code).data(), errorCodeText(reason.code).size());
        row.reason = errorSentence(reason);
        row.record = std::move(reject.record);
        if (live.fedBySources)
            row.origin = row.record;
        m_pendingBytes += row.record.size() * 2 + 200;
        if (m_job.observer)
            m_job.observer->rejected(row);
        m_rejected.push_back(std::move(row));
    }
}

qint64 Run::heldBytes() const
{
    qint64 bytes = m_pendingBytes + m_inputBytes;
    for (const LiveNode &live : m_nodes)
        if (live.output)
            bytes += static_cast<qint64>(live.output->memoryBytes());
    return bytes;
}

// `passing`: of the batch on its way to the next nodes.
Result<> Run::guardMemory(std::size_t passing)
{
    qint64 bytes = heldBytes();
    for (const LiveNode &live : m_nodes)
        if (live.step)
            bytes += static_cast<qint64>(live.step->memoryBytes());
    m_context.budget.setBytes(bytes);
    m_context.budget.setWorkingBytes(passing);
    const auto within = m_context.budget.check();
    m_context.budget.setWorkingBytes(0);
    return within;
}

void Run::keepRaw(const QString &node, const GivenDocument &part, bool last)
{
    if (!m_inputsKept)
        return;
    m_inputBytes += part.bytes.size();
    if (m_inputBytes > m_job.keepInputBytes)
        return forgetInputs();
    if (m_newDocument)
        m_inputs.emplace_back(node, QByteArray());
    m_inputs.back().second.append(part.bytes);
    m_newDocument = last;
}

// All of the input is kept, or none.
void Run::forgetInputs()
{
    m_inputsKept = false;
    m_inputs = {};
    m_inputBytes = 0;
}

Result<> Run::finishNodes()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        LiveNode &live = m_nodes[i];
        m_context.budget.enter(nodeName(live.node()));
        if (live.step) {
            Rejects rejects;
            auto made = contained(live.node(), [&] { return live.step->finish(rejects); });
            takeRejects(live, std::move(rejects));
            if (!made)
                return fail(made.error());
            if (auto within = guardMemory(made->memoryBytes()); !within)
                return fail(atNode(within.error(), live.node()));
            if (auto ok = emitRows(i, std::move(*made)); !ok)
                return ok;
        } else if (live.sink) {
            if (auto ok = writeSink(live, Batch{}, true); !ok)
                return ok;
        }
    }
    return m_context.budget.check();
}

RunCommit Run::collect()
{
    RunCommit commit;
    commit.pipeline = m_job.pipeline.id;
    for (LiveNode &live : m_nodes)
        if (live.output)
            live.output->moveTo(commit);
    commit.rejected = std::exchange(m_rejected, {});
    commit.rerun = std::move(m_job.rerun);
    commit.deliveries = std::exchange(m_deliveries, {});
    m_pendingBytes = 0;
    m_rowsSinceCommit = 0;
    return commit;
}

// A run that commits in parts has changed what all of them changed.
static void addCounts(CommitCounts &sum, const CommitCounts &part)
{
    sum.points.added += part.points.added;
    sum.points.overwritten += part.points.overwritten;
    sum.points.identical += part.points.identical;
    sum.points.expired += part.points.expired;
    sum.tableRows += part.tableRows;
}

Result<> Run::commitPart(const Node &source, const SourceFeed &feed)
{
    for (LiveNode &live : m_nodes)
        if (live.sink)
            if (auto ok = writeSink(live, Batch{}, true); !ok)
                return ok;
    forgetInputs();
    RunCommit commit = collect();
    const QByteArray place = feed.place().toText();
    commit.state[u"resume/"_qs + source.id] = place;
    m_context.state[u"resume/"_qs + source.id] = place;
    m_context.budget.pauseClock();
    const auto counts = m_job.commit(std::move(commit));
    m_context.budget.resumeClock();
    if (!counts)
        return fail(counts.error());
    addCounts(m_outcome.counts, *counts);
    return guardMemory();
}

void Run::finish(const Result<> &done)
{
    RunRecord &record = m_outcome.record;
    record.finishedAt = toMs(m_context.clock.now());
    for (const LiveNode &live : m_nodes)
        if (live.plan)
            record.rowsOut[live.node().id] = live.rowsOut;
    record.definition = pipelineText(m_job.pipeline);
    record.inputs = std::move(m_inputs);
    m_outcome.pollHint = m_context.pollHint;
    if (done) {
        record.outcome = RunRecord::Outcome::Succeeded;
    } else {
        const Error &error = done.error();
        record.outcome = error.code == ErrorCode::Cancelled ? RunRecord::Outcome::Stopped : RunRecord::Outcome::Failed;
        const QLatin1StringView code = errorCodeText(error.code);
        record.errorCode = QByteArray(code.data(), code.size());
        record.errorSentence = errorSentence(error);
        record.errorNode = error.arg(QLatin1StringView("node"));
        m_outcome.error = error;
    }
    if (!m_job.commit)
        return;
    const auto tellSources = [this](const Error *error) {
        for (Source *source : m_asked) {
            if (error)
                source->failed(*error);
            else
                source->committed();
        }
    };
    RunCommit commit;
    commit.pipeline = m_job.pipeline.id;
    if (done) {
        commit = collect();
        commit.state = m_context.newState;
        for (LiveNode &live : m_nodes) {
            if (live.step && !live.newState.isNull())
                commit.state[u"step/"_qs + live.node().id] = std::move(live.newState);
            if (m_parts && live.node().kind == NodeKind::Source &&
                m_context.state.count(u"resume/"_qs + live.node().id) > 0)
                commit.state[u"resume/"_qs + live.node().id] = QByteArray();
        }
    }
    commit.run = record;
    const auto counts = m_job.commit(std::move(commit));
    if (!counts) {
        m_outcome.error = counts.error();
        record.outcome = RunRecord::Outcome::Failed;
        record.errorSentence = errorSentence(counts.error());
        return tellSources(&counts.error());
    }
    addCounts(m_outcome.counts, *counts);
    tellSources(done ? nullptr : &done.error());
}

} // namespace

RunOutcome runPipeline(RunJob job)
{
    return Run(job).execute();
}

} // namespace dash
