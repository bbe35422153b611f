// Runs of the host: begun, watched, ended, given up; and when the next one is.
#include "core/base/log.h"
#include "core/engine/contained.h"
#include "core/engine/host_impl.h"
#include "core/engine/parameters.h"
#include "core/engine/schedule.h"

#include <algorithm>

namespace dash {

namespace {

constexpr Millis kFirstBackOff{5'000};
constexpr Millis kLongestBackOff{15 * 60'000};
constexpr std::chrono::seconds kHangGrace{10};
constexpr qint64 kContinuousEvery = 1'000;
constexpr int kFailuresUntilGivenUp = 8; // by its own fault; about a quarter of an hour of trying

// A fifth to either side, so that what failed together does not come back together.
qint64 backOff(int failures, RandomSource &random)
{
    const qint64 longest = kLongestBackOff.count();
    const qint64 wait = std::min(longest, qint64(kFirstBackOff.count()) << std::min(failures - 1, 20));
    return wait - wait / 5 + static_cast<qint64>(random.next64() % static_cast<quint64>(wait * 2 / 5 + 1));
}

// What a network, a receiver or a person may mend is tried for ever; what the pipeline does by itself is not.
bool isOwnFault(ErrorCode code)
{
    return code == ErrorCode::RunTimeLimit || code == ErrorCode::RunRowLimit || code == ErrorCode::RunByteLimit ||
           code == ErrorCode::RunStepFailed;
}

RunLimits limitsOf(const Pipeline &pipeline)
{
    RunLimits limits = pipeline.limits;
    const RunLimits defaults;
    if (limits.time.count() <= 0)
        limits.time = defaults.time;
    if (limits.rows <= 0)
        limits.rows = defaults.rows;
    if (limits.bytes <= 0)
        limits.bytes = defaults.bytes;
    return limits;
}

} // namespace

void PipelineHost::Impl::start(Entry &entry, RunRequest request)
{
    if (!request.definition && !request.makeGiven && !entry.sources && listens(entry)) {
        startListening(entry);
        entry.dueAt = 1; // comes back here once it listens
        return;
    }
    entry.running = true;
    entry.again = false;
    entry.dueAt = 0;
    entry.cancel = CancelToken();
    entry.gate = std::make_shared<RunGate>();
    entry.stopAskedAt = std::chrono::nanoseconds{-1};
    entry.startedAt = toMs(environment.clock.now());
    entry.runId = RunId::create(environment.clock.now(), environment.random);
    entry.finished = request.finished;
    const quint64 number = ++entry.run;
    const Pipeline pipeline = request.definition ? *request.definition : entry.pipeline;
    const auto job = [door = door, db = &points, env = environment, known = &registry, pipeline, cancel = entry.cancel,
                      gate = entry.gate, number, runId = entry.runId, request = std::move(request),
                      sources = request.definition ? nullptr : entry.sources, self = this](HttpClient &http) {
        const RunLimits limits = limitsOf(pipeline);
        Budget budget(env.clock, limits.time, limits.rows, limits.bytes, cancel);
        RunContext context{env.clock, env.random, http, env.secrets, budget};
        context.folder = env.folder;
        RunJob run{pipeline, *known, context, runId, {}};
        RunOutcome outcome;
        outcome.record.id = runId;
        outcome.record.pipeline = pipeline.id;
        outcome.record.startedAt = toMs(env.clock.now());
        std::shared_ptr<const GivenInputs> given = request.given;
        const auto prepare = [&]() -> Result<> {
            auto state = db->state(pipeline.id);
            if (!state)
                return fail(state.error());
            context.state = std::move(*state);
            if (const auto snapshot = db->snapshot())
                if (auto stored = storedShapes(**snapshot, pipeline.id))
                    run.shapes = std::move(*stored);
            if (!request.makeGiven)
                return {};
            auto made = request.makeGiven();
            if (!made)
                return fail(made.error());
            given = std::move(*made);
            return {};
        };
        Result<> prepared;
        if (!door->through([&] { prepared = prepare(); }))
            return;
        if (!prepared)
            outcome.error = prepared.error();
        run.given = given.get();
        run.observer = request.observer.get();
        if (request.rerun)
            run.rerun = *request.rerun;
        if (sources)
            for (const auto &[node, source] : *sources)
                run.sources[node] = source.get();
        run.commit = [&](RunCommit commit) {
            Result<CommitCounts> counts = fail(ErrorCode::Cancelled);
            if (cancel.cancelled() && !commit.run)
                return counts; // a part; the end of the run is told all the same
            budget.pauseClock();
            door->through([&] {
                if (!gate->beginCommit())
                    return;
                counts = db->commit(std::move(commit));
                gate->endCommit();
            });
            budget.resumeClock();
            return counts;
        };
        if (!outcome.error)
            outcome = runPipeline(std::move(run));
        if (gate->givenUp())
            return;
        door->post([self, id = pipeline.id, number, outcome] { self->finished(id, number, outcome); });
    };
    entry.ticket = pool.run(job);
    if (!watchdog.isActive())
        watchdog.start();
    show(entry);
}

void PipelineHost::Impl::finished(PipelineId id, quint64 run, const RunOutcome &outcome)
{
    const auto found = entries.find(id);
    if (found == entries.end() || found->second->run != run || !found->second->running)
        return; // given up before, or removed
    const std::shared_ptr<Entry> entry = found->second;
    entry->running = false;
    if (const auto answer = std::exchange(entry->finished, nullptr))
        answer(outcome);
    if (entry->removed) {
        entries.erase(id);
        grant(id);
        return;
    }
    settle(*entry, outcome);
    if (entry->paused || entry->status.gaveUp)
        entry->sources.reset(); // nobody would take what comes
    if (entry->next) {
        entry->pipeline = std::move(*entry->next);
        entry->next.reset();
        plan(*entry);
    } else {
        const bool wanted = entry->pipeline.enabled && !entry->paused && !entry->status.gaveUp;
        if (wanted && !entry->sources && isPushed(*entry))
            startListening(*entry); // the run before was given up, and its sources with it
        show(*entry);
    }
    grant(id);
    Q_EMIT q.runFinished(id, entry->status.last ? *entry->status.last : outcome.record);
    // Asked for while it ran, also of one that is paused. A retry that is planned takes it along.
    const bool retries = entry->status.failuresInARow > 0 && entry->dueAt > 0;
    if (!isHeld(id) && std::exchange(entry->again, false) && !entry->running && !entry->removed && !retries)
        start(*entry);
    evaluate();
}

// When the next run is, from how this one went.
void PipelineHost::Impl::settle(Entry &entry, const RunOutcome &outcome)
{
    const qint64 now = toMs(environment.clock.now());
    RunRecord record = outcome.record;
    record.inputs.clear();
    if (outcome.error && record.errorSentence.isEmpty()) {
        const bool stopped = outcome.error->code == ErrorCode::Cancelled;
        const QLatin1StringView code = errorCodeText(outcome.error->code);
        record.outcome = stopped ? RunRecord::Outcome::Stopped : RunRecord::Outcome::Failed;
        record.errorCode = QByteArray(code.data(), code.size());
        record.errorSentence = errorSentence(*outcome.error);
        record.finishedAt = now;
    }
    entry.status.last = std::move(record);
    const bool failed = outcome.error && outcome.error->code != ErrorCode::Cancelled;
    entry.status.failuresInARow = failed ? entry.status.failuresInARow + 1 : 0;
    entry.status.gaveUp =
        failed && isOwnFault(outcome.error->code) && entry.status.failuresInARow >= kFailuresUntilGivenUp;
    entry.dueAt = 0;
    if (entry.paused || !entry.pipeline.enabled || entry.status.gaveUp)
        return;
    const Schedule::Kind kind = entry.pipeline.schedule.kind;
    if (const auto next = nextRun(entry.pipeline.schedule, now, entry.pipeline.id); next && *next)
        entry.dueAt = **next;
    else if (kind == Schedule::Kind::Continuous && (failed || !entry.sources))
        entry.dueAt = now + kContinuousEvery;
    if (outcome.pollHint)
        entry.hintUntil = now + outcome.pollHint->count();
    if (failed && kind != Schedule::Kind::Manual)
        entry.dueAt = std::max(entry.dueAt, now + backOff(entry.status.failuresInARow, environment.random));
    if (entry.dueAt > 0)
        entry.dueAt = std::max(entry.dueAt, entry.hintUntil);
}

std::vector<Node> PipelineHost::Impl::listeners(const Entry &entry) const
{
    std::vector<Node> nodes;
    for (const Node &node : entry.pipeline.nodes) {
        const SourceType *type = node.kind == NodeKind::Source && !node.disabled ? registry.source(node.type) : nullptr;
        const bool continuous = entry.pipeline.schedule.kind == Schedule::Kind::Continuous;
        if (type && type->listens && (continuous || type->pushes))
            nodes.push_back(node);
    }
    return nodes;
}

bool PipelineHost::Impl::listens(const Entry &entry) const
{
    return !listeners(entry).empty();
}

bool PipelineHost::Impl::isPushed(const Entry &entry) const
{
    const std::vector<Node> nodes = listeners(entry);
    return std::any_of(nodes.begin(), nodes.end(),
                       [this](const Node &node) { return registry.source(node.type)->pushes; });
}

// No run begins before the sources listen; they are never changed afterwards, so that runs may share them.
void PipelineHost::Impl::startListening(Entry &entry)
{
    const std::vector<Node> nodes = listeners(entry);
    if (nodes.empty() || entry.beginsToListen)
        return;
    auto sources = std::make_shared<ListeningSources>();
    entry.beginsToListen = sources;
    const PipelineId id = entry.pipeline.id;
    pool.run([door = door, env = environment, known = &registry, nodes, sources, id, self = this,
              cancel = closing](HttpClient &http) {
        Budget budget(env.clock, Millis(0), 0, 0, cancel);
        RunContext context{env.clock, env.random, http, env.secrets, budget};
        context.folder = env.folder;
        auto made = std::make_shared<ListeningSources>();
        std::optional<Error> error;
        for (const Node &node : nodes) {
            const SourceType &type = *known->source(node.type);
            const auto config = sourceConfig(node, type);
            auto source = config ? contained(node, [&] { return type.create(*config, node.id); })
                                 : Result<std::unique_ptr<Source>>(fail(atNode(config.error(), node)));
            const auto listening = source ? contained(node,
                                                      [&] {
                                                          return (*source)->listen(context, [door, id, self] {
                                                              door->post([self, id] { self->ready(id); });
                                                          });
                                                      })
                                          : Result<>(fail(source.error()));
            if (!listening) {
                error = listening.error();
                break;
            }
            (*made)[node.id] = std::move(*source);
        }
        door->post([self, id, sources, made, error] {
            Entry *current = self->find(id);
            if (!current || current->beginsToListen != sources)
                return; // changed meanwhile; what was made ends here
            current->beginsToListen.reset();
            if (!error) {
                *sources = std::move(*made);
                current->sources = sources;
                self->show(*current);
                self->evaluate();
                return;
            }
            RunOutcome outcome;
            outcome.record.pipeline = id;
            outcome.error = error;
            self->settle(*current, outcome);
            if (self->isPushed(*current)) // tried again whatever the schedule: a port or a secret may come back
                current->dueAt = toMs(self->environment.clock.now()) +
                                 backOff(current->status.failuresInARow, self->environment.random);
            self->show(*current);
            self->evaluate();
        });
    });
}

void PipelineHost::Impl::ready(PipelineId id)
{
    Entry *entry = find(id);
    if (!entry || entry->paused)
        return;
    const qint64 now = toMs(environment.clock.now());
    const PipelineStatus &status = entry->status;
    if (entry->running)
        entry->again = true;
    else if (status.failuresInARow == 0 || (entry->dueAt == 0 && !status.gaveUp))
        entry->dueAt = now;
    else if (isPushed(*entry) && status.last) // its sender waits for an answer
        entry->dueAt = std::min(entry->dueAt, std::max(now, status.last->finishedAt + kFirstBackOff.count()));
    evaluate(); // else the retry that is planned takes it along
}

void PipelineHost::Impl::askToStop(Entry &entry)
{
    entry.cancel.cancel();
    if (entry.stopAskedAt.count() < 0)
        entry.stopAskedAt = environment.clock.monotonic();
}

// Once a second while anything runs: gives up what shows no sign of life, or ignores that it should stop.
void PipelineHost::Impl::watch()
{
    bool any = watchPreviews() || polling || !delivering.empty();
    const std::chrono::nanoseconds now = environment.clock.monotonic();
    std::vector<std::shared_ptr<Entry>> lost;
    for (const auto &[id, entry] : entries) {
        if (!entry->running)
            continue;
        any = true;
        const bool hangs = entry->cancel.silentFor(now) > limitsOf(entry->pipeline).time + kHangGrace;
        const bool deaf = entry->stopAskedAt.count() >= 0 && now - entry->stopAskedAt > environment.patience;
        if ((hangs || deaf) && entry->gate->giveUp()) // unless it commits just now
            lost.push_back(entry);
    }
    for (const auto &entry : lost)
        giveUp(*entry);
    pool.relieve();
    previewPool.relieve();
    deliveryPool.relieve();
    if (!any && lost.empty())
        watchdog.stop();
}

void PipelineHost::Impl::giveUp(Entry &entry)
{
    const PipelineId id = entry.pipeline.id;
    qCWarning(logEngine) << "a run does not answer and is given up:" << id.text();
    const bool asked = entry.cancel.cancelled();
    entry.cancel.cancel();
    pool.giveUp(entry.ticket);
    if (entry.sources)
        for (const auto &[node, source] : *entry.sources)
            source->abandon();
    entry.sources.reset();
    RunOutcome outcome;
    outcome.error = asked ? Error{ErrorCode::Cancelled, {}, {}}
                          : Error{ErrorCode::RunTimeLimit,
                                  {{QLatin1StringView("step"), entry.cancel.workingAt()},
                                   {QLatin1StringView("limit"), durationText(limitsOf(entry.pipeline).time)}},
                                  {}};
    RunRecord &record = outcome.record;
    const QLatin1StringView code = errorCodeText(outcome.error->code);
    record.id = entry.runId;
    record.pipeline = id;
    record.startedAt = entry.startedAt;
    record.finishedAt = toMs(environment.clock.now());
    record.outcome = asked ? RunRecord::Outcome::Stopped : RunRecord::Outcome::Failed;
    record.errorCode = QByteArray(code.data(), code.size());
    record.errorSentence = errorSentence(*outcome.error);
    record.definition = pipelineText(entry.pipeline);
    RunCommit commit;
    commit.pipeline = id;
    commit.run = record;
    points.commitAsync(std::move(commit), [](const Result<CommitCounts> &) {});
    finished(id, entry.run, outcome);
}

} // namespace dash
