#include "core/engine/host.h"

#include "core/base/log.h"
#include "core/engine/contained.h"
#include "core/engine/host_impl.h"
#if __has_include("core/engine/http_client.h")
#include "core/engine/http_client.h"
#endif
#include "core/engine/parameters.h"
#include "core/engine/schedule.h"

#include <algorithm>

namespace dash {

namespace {

constexpr Millis kFirstBackOff{5'000};
constexpr Millis kLongestBackOff{15 * 60'000};
constexpr std::chrono::seconds kHangGrace{10};
constexpr qint64 kLongestTimer = 60'000; // a wall clock may jump: look again at least this often
constexpr qint64 kContinuousEvery = 1'000;

// No later than what fits a timer, no sooner than now.
int timerWait(qint64 until, qint64 now)
{
    return static_cast<int>(std::clamp<qint64>(until - now, 0, kLongestTimer));
}

qint64 backOff(int failures, RandomSource &random)
{
    const qint64 longest = kLongestBackOff.count();
    const qint64 wait = std::min(longest, qint64(kFirstBackOff.count()) << std::min(failures - 1, 20));
    return wait - wait / 5 + static_cast<qint64>(random.next64() % static_cast<quint64>(wait * 2 / 5 + 1));
}

#if __has_include("core/engine/http_client.h")
std::unique_ptr<HttpClient> builtinHttp()
{
    return std::make_unique<NetworkHttpClient>();
}
#else
// A build without the network client says so instead of ending the thread.
class WithoutNetwork final : public HttpClient {
public:
    Result<HttpResponse> send(const HttpRequest &request, const CancelToken &) override
    {
        return fail(ErrorCode::NetworkUnreachable,
                    {{QLatin1StringView("host"), request.url.host()},
                     {QLatin1StringView("reason"), QStringLiteral("this build has no network")}});
    }
};

std::unique_ptr<HttpClient> builtinHttp()
{
    return std::make_unique<WithoutNetwork>();
}
#endif

PipelineHost::Environment withHttp(PipelineHost::Environment environment)
{
    if (!environment.http)
        environment.http = builtinHttp;
    return environment;
}

} // namespace

void Door::close()
{
    const std::unique_lock lock(m_mutex);
    m_host = nullptr;
}

void Door::post(std::function<void()> work)
{
    const std::shared_lock lock(m_mutex);
    if (m_host)
        QMetaObject::invokeMethod(m_host, std::move(work), Qt::QueuedConnection);
}

bool Door::through(const std::function<void()> &work)
{
    const std::shared_lock lock(m_mutex);
    if (!m_host)
        return false;
    work();
    return true;
}

PipelineHost::Impl::Impl(PipelineHost &owner, PointsDb &db, Environment env, const Registry &known)
    : q(owner)
    , points(db)
    , environment(std::move(env))
    , registry(known)
    , door(std::make_shared<Door>(&owner))
    , pool(environment.threads, environment.http)
    , previewPool(2, environment.http)
    , deliveryPool(3, environment.http)
{
    nextDue.setSingleShot(true);
    nextDelivery.setSingleShot(true);
    watchdog.setInterval(1'000);
    QObject::connect(&nextDue, &QTimer::timeout, &q, [this] { evaluate(); });
    QObject::connect(&nextDelivery, &QTimer::timeout, &q, [this] { pumpDeliveries(); });
    QObject::connect(&watchdog, &QTimer::timeout, &q, [this] { watch(); });
    QObject::connect(
        &points, &PointsDb::changed, &q,
        [this](const PointsDb::Change &change) {
            if (!change.queues.empty())
                pumpDeliveries();
        },
        Qt::QueuedConnection);
}

PipelineHost::Impl::~Impl()
{
    for (const auto &[id, entry] : entries)
        entry->cancel.cancel();
    for (const auto &[id, state] : previews)
        state->cancel.cancel();
    closing.cancel();
    door->close();
}

PipelineHost::PipelineHost(PointsDb &points, Environment environment, const Registry &registry)
{
    qRegisterMetaType<PipelineId>();
    qRegisterMetaType<RunRecord>();
    qRegisterMetaType<PointsDb::Change>();
    m_impl = std::make_unique<Impl>(*this, points, withHttp(std::move(environment)), registry);
    m_impl->pumpDeliveries();
}

PipelineHost::~PipelineHost() = default;

Entry *PipelineHost::Impl::find(PipelineId id)
{
    const auto found = entries.find(id);
    return found == entries.end() || found->second->removed ? nullptr : found->second.get();
}

void PipelineHost::setPipelines(std::vector<Pipeline> running)
{
    m_impl->setPipelines(std::move(running));
}

void PipelineHost::Impl::setPipelines(std::vector<Pipeline> running)
{
    std::set<PipelineId> wanted;
    for (Pipeline &pipeline : running) {
        wanted.insert(pipeline.id);
        std::shared_ptr<Entry> &entry = entries[pipeline.id];
        if (!entry)
            entry = std::make_shared<Entry>();
        else if (!entry->removed && (entry->next ? *entry->next : entry->pipeline) == pipeline)
            continue;
        entry->removed = false;
        if (entry->running) {
            entry->next = std::move(pipeline);
            continue;
        }
        entry->pipeline = std::move(pipeline);
        entry->shapes.reset();
        plan(*entry);
    }
    for (auto it = entries.begin(); it != entries.end();) {
        Entry &entry = *it->second;
        if (wanted.count(it->first) > 0) {
            ++it;
        } else if (entry.running) {
            entry.removed = true;
            entry.cancel.cancel();
            ++it;
        } else {
            it = entries.erase(it);
        }
    }
    evaluate();
    for (const PipelineId &id : std::exchange(runWhenSet, {})) {
        if (Entry *entry = find(id); entry && !entry->running)
            start(*entry);
    }
}

// What a pipeline that is new, changed or unpaused does first: intervals begin at once, cron waits for its time.
void PipelineHost::Impl::plan(Entry &entry)
{
    entry.dueAt = 0;
    entry.sources.reset();
    entry.status.failuresInARow = 0;
    const qint64 now = toMs(environment.clock.now());
    if (entry.pipeline.enabled && !entry.paused) {
        const Schedule::Kind kind = entry.pipeline.schedule.kind;
        if (kind == Schedule::Kind::Continuous)
            startListening(entry);
        if (kind == Schedule::Kind::Interval || kind == Schedule::Kind::Continuous)
            entry.dueAt = now;
        else if (const auto next = nextRun(entry.pipeline.schedule, now, entry.pipeline.id); next && *next)
            entry.dueAt = **next;
    }
    show(entry);
}

void PipelineHost::Impl::show(Entry &entry)
{
    using State = PipelineStatus::State;
    PipelineStatus &status = entry.status;
    status.nextRunAt = entry.dueAt;
    if (entry.running)
        status.state = State::Running;
    else if (entry.paused)
        status.state = State::Paused;
    else if (status.failuresInARow > 0)
        status.state = entry.dueAt > 0 ? State::BackingOff : State::Error;
    else
        status.state = entry.dueAt > 0 || entry.sources ? State::Waiting : State::Idle;
    Q_EMIT q.statusChanged(entry.pipeline.id);
}

void PipelineHost::Impl::evaluate()
{
    const qint64 now = toMs(environment.clock.now());
    std::vector<std::shared_ptr<Entry>> due;
    qint64 earliest = INT64_MAX;
    for (const auto &[id, entry] : entries) {
        if (entry->running || entry->paused || entry->removed || entry->dueAt == 0)
            continue;
        if (entry->dueAt <= now)
            due.push_back(entry);
        else
            earliest = std::min(earliest, entry->dueAt);
    }
    for (const auto &entry : due)
        start(*entry);
    if (earliest == INT64_MAX)
        nextDue.stop();
    else
        nextDue.start(timerWait(earliest, now));
}

void PipelineHost::Impl::start(Entry &entry, RunRequest request)
{
    entry.running = true;
    entry.again = false;
    entry.dueAt = 0;
    entry.cancel = CancelToken();
    const quint64 number = ++entry.run;
    const RunId runId = RunId::create(environment.clock.now(), environment.random);
    const Pipeline pipeline = request.definition ? *request.definition : entry.pipeline;
    const bool ownDefinition = !request.definition;
    const auto job = [door = door, db = &points, env = environment, known = &registry, pipeline, cancel = entry.cancel,
                      number, runId, request = std::move(request), shapes = ownDefinition ? entry.shapes : nullptr,
                      sources = ownDefinition ? entry.sources : nullptr, self = this](HttpClient &http) {
        Budget budget(env.clock, pipeline.limits.time, pipeline.limits.rows, pipeline.limits.bytes, cancel);
        RunContext context{env.clock, env.random, http, env.secrets, budget};
        context.folder = env.folder;
        RunJob run{pipeline, *known, context, runId, {}};
        RunOutcome outcome;
        std::shared_ptr<const GivenInputs> given = request.given;
        const bool open = door->through([&] {
            auto state = db->state(pipeline.id);
            if (state)
                context.state = std::move(*state);
            else
                outcome.error = state.error();
            if (shapes) {
                run.shapes = *shapes;
            } else if (const auto snapshot = db->snapshot()) {
                if (auto stored = storedShapes(**snapshot, pipeline.id))
                    run.shapes = std::move(*stored);
            }
            if (request.makeGiven) {
                auto made = request.makeGiven();
                if (made)
                    given = std::move(*made);
                else
                    outcome.error = made.error();
            }
        });
        if (!open)
            return;
        run.given = given.get();
        run.observer = request.observer.get();
        if (sources)
            for (const auto &[node, source] : *sources)
                run.sources[node] = source.get();
        run.commit = [&](RunCommit commit) {
            Result<CommitCounts> counts = fail(ErrorCode::Cancelled);
            budget.pauseClock();
            door->through([&] {
                // A run that was given up must not come back later and commit.
                if (!cancel.cancelled() || commit.run)
                    counts = db->commit(std::move(commit));
            });
            budget.resumeClock();
            return counts;
        };
        if (!outcome.error)
            outcome = runPipeline(std::move(run));
        if (request.atEnd)
            door->through([&] { request.atEnd(outcome); });
        door->post([self, id = pipeline.id, number, outcome, finished = request.finished] {
            if (finished)
                finished(outcome);
            self->finished(id, number, outcome);
        });
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
    if (entry->removed) {
        entries.erase(found);
        return;
    }
    settle(*entry, outcome);
    if (entry->next) {
        entry->pipeline = std::move(*entry->next);
        entry->next.reset();
        entry->shapes.reset();
        plan(*entry);
    } else {
        show(*entry);
    }
    Q_EMIT q.runFinished(id, entry->status.last ? *entry->status.last : outcome.record);
    evaluate();
}

// When the next run is, from how this one went.
void PipelineHost::Impl::settle(Entry &entry, const RunOutcome &outcome)
{
    const qint64 now = toMs(environment.clock.now());
    RunRecord record = outcome.record;
    record.inputs.clear();
    if (outcome.error && record.errorSentence.isEmpty()) {
        record.outcome = RunRecord::Outcome::Failed;
        record.errorSentence = errorSentence(*outcome.error);
        record.finishedAt = now;
    }
    entry.status.last = std::move(record);
    const bool failed = outcome.error && outcome.error->code != ErrorCode::Cancelled;
    entry.status.failuresInARow = failed ? entry.status.failuresInARow + 1 : 0;
    if (entry.paused || !entry.pipeline.enabled)
        return;
    const Schedule::Kind kind = entry.pipeline.schedule.kind;
    if (const auto next = nextRun(entry.pipeline.schedule, now, entry.pipeline.id); next && *next)
        entry.dueAt = **next;
    else if (kind == Schedule::Kind::Continuous && !entry.sources)
        entry.dueAt = now + kContinuousEvery;
    if (entry.again)
        entry.dueAt = now;
    if (outcome.pollHint)
        entry.hintUntil = now + outcome.pollHint->count();
    if (failed && kind != Schedule::Kind::Manual)
        entry.dueAt = std::max(entry.dueAt, now + backOff(entry.status.failuresInARow, environment.random));
    if (entry.dueAt > 0)
        entry.dueAt = std::max(entry.dueAt, entry.hintUntil);
}

void PipelineHost::Impl::startListening(Entry &entry)
{
    std::vector<Node> nodes;
    for (const Node &node : entry.pipeline.nodes) {
        const SourceType *type = node.kind == NodeKind::Source && !node.disabled ? registry.source(node.type) : nullptr;
        if (type && type->listens)
            nodes.push_back(node);
    }
    if (nodes.empty())
        return;
    auto sources = std::make_shared<ListeningSources>();
    entry.sources = sources;
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
            if (!current || current->sources != sources)
                return; // changed meanwhile; what was made ends here
            *sources = std::move(*made);
            if (error) {
                RunOutcome outcome;
                outcome.record.pipeline = id;
                outcome.error = error;
                self->settle(*current, outcome);
                self->show(*current);
            }
        });
    });
}

void PipelineHost::Impl::ready(PipelineId id)
{
    Entry *entry = find(id);
    if (!entry || entry->paused)
        return;
    const qint64 now = toMs(environment.clock.now());
    if (entry->running)
        entry->again = true;
    else if (entry->status.failuresInARow == 0)
        entry->dueAt = now; // else the retry that is planned takes it along
    evaluate();
}

void PipelineHost::Impl::watch()
{
    bool any = false;
    const std::chrono::nanoseconds now = environment.clock.monotonic();
    std::vector<std::pair<PipelineId, quint64>> hung;
    for (const auto &[id, entry] : entries) {
        if (!entry->running)
            continue;
        any = true;
        if (entry->cancel.silentFor(now) > entry->pipeline.limits.time + kHangGrace)
            hung.emplace_back(id, entry->run);
    }
    for (const auto &[id, run] : hung) {
        Entry &entry = *entries[id];
        qCWarning(logEngine) << "a run does not answer and is given up:" << id.text();
        entry.cancel.cancel();
        pool.giveUp(entry.ticket);
        entry.sources.reset();
        RunOutcome outcome;
        outcome.error = Error{ErrorCode::RunTimeLimit,
                              {{QLatin1StringView("step"), entry.pipeline.name},
                               {QLatin1StringView("limit"), durationText(entry.pipeline.limits.time)}},
                              {}};
        outcome.record.id = RunId::create(environment.clock.now(), environment.random);
        outcome.record.pipeline = id;
        outcome.record.startedAt = outcome.record.finishedAt = toMs(environment.clock.now());
        outcome.record.outcome = RunRecord::Outcome::Failed;
        outcome.record.errorCode = "run.time_limit";
        outcome.record.errorSentence = errorSentence(*outcome.error);
        outcome.record.definition = pipelineText(entry.pipeline);
        RunCommit commit;
        commit.pipeline = id;
        commit.run = outcome.record;
        points.commitAsync(std::move(commit), [](const Result<CommitCounts> &) {});
        finished(id, run, outcome);
    }
    if (!any)
        watchdog.stop();
}

void PipelineHost::runNow(PipelineId id)
{
    Entry *entry = m_impl->find(id);
    if (!entry)
        m_impl->runWhenSet.insert(id);
    else if (entry->running)
        entry->again = true;
    else
        m_impl->start(*entry);
}

void PipelineHost::stop(PipelineId id)
{
    if (Entry *entry = m_impl->find(id); entry && entry->running)
        entry->cancel.cancel();
}

void PipelineHost::setPaused(PipelineId id, bool paused)
{
    Entry *entry = m_impl->find(id);
    if (!entry || entry->paused == paused)
        return;
    entry->paused = paused;
    if (entry->running) {
        m_impl->show(*entry);
        return;
    }
    m_impl->plan(*entry);
    m_impl->evaluate();
}

PipelineStatus PipelineHost::status(PipelineId id) const
{
    const Entry *entry = m_impl->find(id);
    return entry ? entry->status : PipelineStatus{};
}

void PipelineHost::wake()
{
    m_impl->watch();
    m_impl->evaluate();
    m_impl->pumpDeliveries();
}

} // namespace dash
