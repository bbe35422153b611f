// Previews, replays and re-runs: what the builder asks of the host.
#include "core/engine/contained.h"
#include "core/engine/host_impl.h"
#include "core/engine/parameters.h"
#include "core/engine/row_text.h"

#include <QJsonDocument>
#include <QScopeGuard>

#include <algorithm>

namespace dash {

namespace {

constexpr qint64 kPreviewRows = 5'000'000;
constexpr qint64 kPreviewBytes = 512LL * 1024 * 1024;
constexpr Millis kPreviewTime{10'000};
constexpr qint64 kRerunRows = 100'000;

// Rows after every node of a run, as a preview shows them.
class RowsSeen final : public RunObserver {
public:
    explicit RowsSeen(std::size_t limit)
        : m_limit(limit)
    {
    }
    void rows(const Node &node, const Batch &rows) override
    {
        Seen &seen = m_seen[node.id];
        if (seen.kept < m_limit)
            seen.batches.push_back(rows);
        seen.kept += rows.rows;
    }
    void rejected(const RejectedRow &row) override
    {
        Reject reject;
        reject.reason.code = errorCodeFromText(QString::fromLatin1(row.code)).value_or(ErrorCode::RecordRejected);
        reject.reason.args = {{QLatin1StringView("step"), row.node}, {QLatin1StringView("reason"), row.reason}};
        reject.record = row.record;
        m_seen[row.node].rejected.push_back(std::move(reject));
    }
    PreviewResult result(const RunOutcome &outcome) const
    {
        PreviewResult result;
        for (const auto &[id, seen] : m_seen) {
            PreviewNode &node = result.nodes[id];
            std::size_t total = 0;
            node.rows = firstRows(seen.batches, m_limit, total);
            node.totalRows = seen.kept;
            node.rejected = seen.rejected;
        }
        if (outcome.error) {
            const QString at = outcome.error->arg(QLatin1StringView("node"));
            if (at.isEmpty())
                result.error = outcome.error;
            else
                result.nodes[at].error = outcome.error;
        }
        return result;
    }

private:
    struct Seen {
        std::vector<Batch> batches;
        std::size_t kept = 0;
        Rejects rejected;
    };
    std::size_t m_limit;
    std::map<QString, Seen> m_seen;
};

Result<GivenInputs> inputsOfRun(PointsDb &points, RunId id)
{
    const auto snapshot = points.snapshot();
    if (!snapshot)
        return fail(snapshot.error());
    auto record = (*snapshot)->run(id);
    if (!record)
        return fail(record.error());
    if (record->inputs.empty())
        return fail(ErrorCode::NotFound, {{QLatin1StringView("what"), u"The kept input of the run"_qs},
                                          {QLatin1StringView("name"), id.text()}});
    GivenInputs inputs;
    inputs.others = GivenInputs::Others::Silent;
    for (auto &[node, bytes] : record->inputs)
        inputs.documents[node].push_back(GivenDocument{std::move(bytes), {}, {}});
    return inputs;
}

} // namespace

void PreviewState::takePending()
{
    const std::lock_guard lock(pendingMutex);
    for (auto &[node, document] : pending)
        previewer.setSample(node, std::move(document));
    pending.clear();
}

std::shared_ptr<PreviewState> PipelineHost::Impl::previewState(PipelineId id)
{
    std::shared_ptr<PreviewState> &state = previews[id];
    if (!state)
        state = std::make_shared<PreviewState>(registry);
    return state;
}

// False when the preview was superseded meanwhile; else the caller releases it.
bool PreviewState::lockUnless(const CancelToken &cancelled)
{
    while (!idle.try_acquire_for(std::chrono::milliseconds(20)))
        if (cancelled.cancelled())
            return false;
    if (!cancelled.cancelled())
        return true;
    idle.release();
    return false;
}

static void takeSamples(Result<std::map<QString, QByteArray>> state, RunContext &context)
{
    if (!state)
        return;
    for (auto &[key, value] : *state) {
        if (key.startsWith(u"sample/"))
            context.state[key] = std::move(value);
    }
}

// Works on a preview thread; the newest asked for a pipeline is the only one that answers.
void PipelineHost::Impl::runPreview(PipelineId id, QObject *receiver, PreviewWork work, std::function<void(Error)> hung)
{
    const std::shared_ptr<PreviewState> state = previewState(id);
    state->cancel.cancel();
    state->cancel = CancelToken();
    state->hung = [target = QPointer<QObject>(receiver), hung = std::move(hung)](Error error) {
        if (target)
            hung(std::move(error));
    };
    if (!watchdog.isActive())
        watchdog.start();
    state->ticket = previewPool.run([door = door, env = environment, state, cancel = state->cancel,
                                     work = std::move(work), receiver = QPointer<QObject>(receiver)](HttpClient &http) {
        if (!state->lockUnless(cancel))
            return;
        const auto release = qScopeGuard([&state] { state->idle.release(); });
        state->takePending();
        Budget budget(env.clock, kPreviewTime, kPreviewRows, kPreviewBytes, cancel);
        (void)budget.check(); // a first sign of life
        RunContext context{env.clock, env.random, http, env.secrets, budget};
        context.mode = RunMode::Sample;
        context.folder = env.folder;
        std::function<void()> answer = work(*state, context);
        door->post([answer = std::move(answer), state, cancel, receiver] {
            if (cancel.cancelled())
                return;
            state->hung = nullptr;
            if (receiver)
                answer();
        });
    });
}

// Gives up previews that show no sign of life; what they kept of the sample is lost with them. True while any works.
bool PipelineHost::Impl::watchPreviews()
{
    constexpr std::chrono::seconds kGrace{5};
    const std::chrono::nanoseconds now = environment.clock.monotonic();
    bool any = false;
    std::vector<PipelineId> lost;
    for (const auto &[id, state] : previews) {
        any = any || state->hung;
        if (state->hung && state->cancel.silentFor(now) > kPreviewTime + kGrace)
            lost.push_back(id);
    }
    for (const PipelineId id : lost) {
        const std::shared_ptr<PreviewState> state = previews[id];
        previews.erase(id);
        state->cancel.cancel();
        previewPool.giveUp(state->ticket);
        std::exchange(state->hung, nullptr)(Error{ErrorCode::RunTimeLimit,
                                                  {{QLatin1StringView("step"), state->cancel.workingAt()},
                                                   {QLatin1StringView("limit"), durationText(kPreviewTime)}},
                                                  {}});
    }
    return any;
}

void PipelineHost::preview(const Pipeline &draft, Sampling sampling, QObject *receiver,
                           const std::function<void(PreviewResult)> &done)
{
    // What was sent to the pipeline is its sample; other sources can be asked.
    const bool pushed = std::any_of(draft.nodes.begin(), draft.nodes.end(), [this](const Node &node) {
        const SourceType *type = node.kind == NodeKind::Source ? m_impl->registry.source(node.type) : nullptr;
        return type && type->pushes;
    });
    m_impl->runPreview(
        draft.id, receiver,
        [draft, sampling, done, pushed, door = m_impl->door, db = &m_impl->points](PreviewState &state,
                                                                                   RunContext &context) {
            if (pushed)
                door->through([&] { takeSamples(db->state(draft.id), context); });
            auto result = std::make_shared<PreviewResult>(state.previewer.preview(draft, context, sampling));
            return [result, done] { done(std::move(*result)); };
        },
        [done](Error error) {
            PreviewResult result;
            result.error = std::move(error);
            done(std::move(result));
        });
}

void PipelineHost::setSample(PipelineId id, const QString &sourceNode, QByteArray bytes, const QString &name)
{
    const std::shared_ptr<PreviewState> state = m_impl->previewState(id);
    const std::lock_guard lock(state->pendingMutex);
    state->pending.emplace_back(sourceNode, GivenDocument{std::move(bytes), name, {}});
}

void PipelineHost::dropSample(PipelineId id)
{
    const auto found = m_impl->previews.find(id);
    if (found == m_impl->previews.end())
        return;
    found->second->cancel.cancel();
    m_impl->previews.erase(found);
}

void PipelineHost::previewDelivery(const Pipeline &draft, const QString &sinkNode, QObject *receiver,
                                   std::function<void(Result<Delivery>)> done)
{
    // Beside the builder's own previews, not instead of them: it works on the same sample but supersedes nothing.
    const std::shared_ptr<PreviewState> state = m_impl->previewState(draft.id);
    m_impl->previewPool.run([door = m_impl->door, env = m_impl->environment, cancel = m_impl->closing,
                             known = &m_impl->registry, state, draft, sinkNode, done = std::move(done),
                             receiver = QPointer<QObject>(receiver)](HttpClient &http) {
        const auto work = [&]() -> Result<Delivery> {
            if (!state->lockUnless(cancel))
                return fail(ErrorCode::Cancelled);
            const auto release = qScopeGuard([&state] { state->idle.release(); });
            state->takePending();
            Budget budget(env.clock, kPreviewTime, kPreviewRows, kPreviewBytes, cancel);
            RunContext context{env.clock, env.random, http, env.secrets, budget};
            context.mode = RunMode::Sample;
            context.folder = env.folder;
            const PreviewResult result = state->previewer.preview(draft, context, Sampling::Reuse);
            if (result.error)
                return fail(*result.error);
            for (const auto &[id, node] : result.nodes)
                if (node.error)
                    return fail(*node.error);
            const Node *node = draft.node(sinkNode);
            const SinkType *type = node ? known->sink(node->type) : nullptr;
            if (!type)
                return fail(ErrorCode::NotFound,
                            {{QLatin1StringView("what"), u"Output"_qs}, {QLatin1StringView("name"), sinkNode}});
            const auto config = checkedConfig(node->config, type->parameters, nodeName(*node));
            if (!config)
                return fail(atNode(config.error(), *node));
            auto sink = contained(*node, [&] { return type->create(*config, node->id); });
            if (!sink)
                return fail(sink.error());
            for (const Batch &batch : state->previewer.arrivingAt(draft, sinkNode)) {
                auto made = contained(*node, [&] { return (*sink)->encode(batch, false); });
                if (!made)
                    return fail(made.error());
                if (!made->empty())
                    return made->front();
            }
            auto made = contained(*node, [&] { return (*sink)->encode(Batch{}, true); });
            if (!made)
                return fail(made.error());
            return made->empty() ? Delivery{} : made->front();
        };
        auto result = std::make_shared<Result<Delivery>>(work());
        door->post([result, done, receiver] {
            if (receiver)
                done(std::move(*result));
        });
    });
}

void PipelineHost::replay(RunId run, const Pipeline &definition, Commit commit, QObject *receiver,
                          const std::function<void(Result<PreviewResult>)> &done)
{
    const QPointer<QObject> target(receiver);
    if (commit == Commit::Yes) {
        Entry *entry = m_impl->find(definition.id);
        if (!entry || entry->running || m_impl->isHeld(entry->pipeline.id)) {
            const ErrorCode code = entry ? ErrorCode::RunBusy : ErrorCode::NotFound;
            QMetaObject::invokeMethod(
                receiver, [done, code] { done(fail(code)); }, Qt::QueuedConnection);
            return;
        }
        auto seen = std::make_shared<RowsSeen>(1'000);
        RunRequest request;
        request.definition = definition;
        request.observer = seen;
        request.makeGiven = [points = &m_impl->points, run]() -> Result<std::shared_ptr<const GivenInputs>> {
            auto inputs = inputsOfRun(*points, run);
            if (!inputs)
                return fail(inputs.error());
            return std::make_shared<const GivenInputs>(std::move(*inputs));
        };
        request.finished = [seen, target, done](const RunOutcome &outcome) {
            if (target)
                done(seen->result(outcome));
        };
        m_impl->start(*entry, std::move(request));
        return;
    }
    m_impl->previewPool.run([door = m_impl->door, env = m_impl->environment, cancel = m_impl->closing,
                             known = &m_impl->registry, points = &m_impl->points, run, definition, target,
                             done](HttpClient &http) {
        auto result = std::make_shared<Result<PreviewResult>>(fail(ErrorCode::Cancelled));
        Result<GivenInputs> inputs = fail(ErrorCode::Cancelled);
        if (!door->through([&] { inputs = inputsOfRun(*points, run); }))
            return;
        if (!inputs) {
            *result = fail(inputs.error());
        } else {
            Budget budget(env.clock, definition.limits.time, definition.limits.rows, definition.limits.bytes, cancel);
            RunContext context{env.clock, env.random, http, env.secrets, budget};
            context.folder = env.folder;
            RowsSeen seen(static_cast<std::size_t>(context.sampleRows));
            RunJob job{definition, *known, context, run, {}};
            job.given = &*inputs;
            job.observer = &seen;
            *result = seen.result(runPipeline(std::move(job)));
        }
        door->post([result, done, target] {
            if (target)
                done(std::move(*result));
        });
    });
}

namespace {

struct Rerun {
    std::vector<qint64> ids;
    std::shared_ptr<GivenInputs> inputs = std::make_shared<GivenInputs>();
};

// The chosen rejected rows as inputs: rows where they were refused, raw text where the format refused it.
Result<Rerun> rejectedInputs(PointsDb &points, PipelineId id, const std::vector<qint64> &wanted)
{
    const auto snapshot = points.snapshot();
    if (!snapshot)
        return fail(snapshot.error());
    const TableName name{id, QStringLiteral("rejected")};
    PointsSnapshot::Order order;
    order.order = Qt::AscendingOrder;
    const auto rows = (*snapshot)->rows(name, order, 0, kRerunRows);
    if (!rows)
        return fail(rows.error());
    const auto ids = (*snapshot)->rowIds(name, order, 0, kRerunRows);
    if (!ids)
        return fail(ids.error());
    const Column *nodes = rows->column(u"node");
    const Column *records = rows->column(u"record");
    Rerun rerun;
    rerun.inputs->others = GivenInputs::Others::Silent;
    if (!nodes || !records)
        return rerun;
    const std::set<qint64> chosen(wanted.begin(), wanted.end());
    std::map<QString, std::vector<QByteArray>> objects;
    for (std::size_t row = 0; row < rows->rows && row < ids->size(); ++row) {
        if (!chosen.empty() && chosen.count((*ids)[row]) == 0)
            continue;
        rerun.ids.push_back((*ids)[row]);
        const QString node = QString::fromStdString(cellText(*nodes, row));
        const QByteArray record = QByteArray::fromStdString(cellText(*records, row));
        if (QJsonDocument::fromJson(record).isObject())
            objects[node].push_back(record);
        else
            rerun.inputs->documents[node].push_back(GivenDocument{record, {}, {}});
    }
    for (const auto &[node, texts] : objects)
        rerun.inputs->rows[node].push_back(batchFromJsonRows(texts));
    return rerun;
}

} // namespace

void PipelineHost::rerunRejected(PipelineId id, std::vector<qint64> rows, QObject *receiver,
                                 const std::function<void(Result<qint64>)> &done)
{
    Entry *entry = m_impl->find(id);
    if (!entry || entry->running || m_impl->isHeld(entry->pipeline.id)) {
        const ErrorCode code = entry ? ErrorCode::RunBusy : ErrorCode::NotFound;
        QMetaObject::invokeMethod(
            receiver, [done, code] { done(fail(code)); }, Qt::QueuedConnection);
        return;
    }
    auto ids = std::make_shared<std::vector<qint64>>();
    RunRequest request;
    request.rerun = ids;
    request.makeGiven = [points = &m_impl->points, id, rows = std::move(rows),
                         ids]() -> Result<std::shared_ptr<const GivenInputs>> {
        auto rerun = rejectedInputs(*points, id, rows);
        if (!rerun)
            return fail(rerun.error());
        *ids = std::move(rerun->ids);
        return std::shared_ptr<const GivenInputs>(std::move(rerun->inputs));
    };
    request.finished = [ids, target = QPointer<QObject>(receiver), done](const RunOutcome &outcome) {
        if (!target)
            return;
        if (outcome.error)
            done(fail(*outcome.error));
        else
            done(qint64(ids->size()) - outcome.record.rejected);
    };
    m_impl->start(*entry, std::move(request));
}

} // namespace dash
