#include "core/engine/host.h"

#include "core/engine/host_impl.h"
#include "core/engine/http_client.h"
#include "core/engine/parameters.h"
#include "core/engine/schedule.h"

#include <algorithm>

namespace dash {

namespace {

constexpr qint64 kLongestTimer = 60'000;           // a wall clock may jump: look again at least this often
constexpr qint64 kJump = 2'000;                    // less is the clock being tuned
constexpr qint64 kSameCronDay = 3LL * 60 * 60'000; // set back by less, a cron time that has run does not run again
constexpr int kRunsAtOnce = 16;
constexpr int kPreviewsAtOnce = 8;
constexpr int kDeliveriesAtOnce = 24;

// No later than what fits a timer, no sooner than now.
int timerWait(qint64 until, qint64 now)
{
    return static_cast<int>(std::clamp<qint64>(until - now, 0, kLongestTimer));
}

std::unique_ptr<HttpClient> builtinHttp()
{
    return std::make_unique<NetworkHttpClient>();
}

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
    , pool(environment.threads, kRunsAtOnce, environment.http)
    , previewPool(2, kPreviewsAtOnce, environment.http)
    , deliveryPool(3, kDeliveriesAtOnce, environment.http)
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
    const auto until = std::chrono::steady_clock::now() + environment.patience;
    pool.stop(until);
    previewPool.stop(until);
    deliveryPool.stop(until);
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
    std::vector<PipelineId> unknown;
    for (Pipeline &pipeline : running) {
        wanted.insert(pipeline.id);
        std::shared_ptr<Entry> &entry = entries[pipeline.id];
        if (!entry) {
            entry = std::make_shared<Entry>();
            entry->pipeline = std::move(pipeline);
            unknown.push_back(entry->pipeline.id);
            continue;
        }
        if (!entry->removed && (entry->next ? *entry->next : entry->pipeline) == pipeline)
            continue;
        entry->removed = false;
        if (entry->running) {
            entry->next = std::move(pipeline);
            continue;
        }
        entry->pipeline = std::move(pipeline);
        if (entry->pastKnown)
            plan(*entry);
    }
    for (auto it = entries.begin(); it != entries.end();) {
        Entry &entry = *it->second;
        if (wanted.count(it->first) > 0) {
            ++it;
        } else if (entry.running) {
            entry.removed = true;
            askToStop(entry);
            ++it;
        } else {
            it = entries.erase(it);
        }
    }
    readPast(std::move(unknown));
    evaluate();
    for (const PipelineId &id : std::exchange(runWhenSet, {})) {
        if (find(id))
            q.runNow(id);
    }
}

// The last runs of pipelines seen for the first time, from the history.
void PipelineHost::Impl::readPast(std::vector<PipelineId> ids)
{
    if (ids.empty())
        return;
    pool.run([door = door, db = &points, ids = std::move(ids), self = this](HttpClient &) {
        std::map<PipelineId, std::optional<RunRecord>> last;
        door->through([&] {
            const auto snapshot = db->snapshot();
            for (const PipelineId id : ids) {
                const auto runs = snapshot ? (*snapshot)->runs(id, 1) : fail(snapshot.error());
                last[id] = runs && !runs->empty() ? std::optional(runs->front()) : std::nullopt;
            }
        });
        door->post([self, last = std::move(last)] {
            for (const auto &[id, run] : last)
                self->takePast(id, run);
            self->evaluate();
        });
    });
}

void PipelineHost::Impl::takePast(PipelineId id, const std::optional<RunRecord> &last)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    const bool first = !std::exchange(entry->pastKnown, true);
    if (last && (!entry->status.last || entry->status.last->finishedAt <= last->finishedAt))
        entry->status.last = last;
    if (!first || entry->running)
        return;
    plan(*entry);
    const qint64 now = toMs(environment.clock.now());
    const Schedule &schedule = entry->pipeline.schedule;
    const bool planned = schedule.kind == Schedule::Kind::Interval || schedule.kind == Schedule::Kind::Cron;
    if (!planned || entry->dueAt == 0 || !last || last->startedAt > now)
        return;
    // An interval goes on where it was, what was missed is made up for once, what failed is tried again.
    if (const auto next = nextRun(schedule, last->startedAt, id); next && *next)
        entry->dueAt = last->outcome == RunRecord::Outcome::Failed ? now : std::max(**next, now);
    show(*entry);
}

// What a pipeline that is new, changed or unpaused does first: intervals begin at once, cron waits for its time.
void PipelineHost::Impl::plan(Entry &entry)
{
    entry.dueAt = 0;
    entry.sources.reset();
    entry.beginsToListen.reset();
    entry.status.failuresInARow = 0;
    entry.status.gaveUp = false;
    const qint64 now = toMs(environment.clock.now());
    if (entry.pipeline.enabled && !entry.paused) {
        const Schedule::Kind kind = entry.pipeline.schedule.kind;
        if (kind == Schedule::Kind::Interval || kind == Schedule::Kind::Continuous)
            entry.dueAt = now;
        else if (const auto next = nextRun(entry.pipeline.schedule, now, entry.pipeline.id); next && *next)
            entry.dueAt = **next;
        if (isPushed(entry))
            startListening(entry);
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

// The wall clock against the steady one: set forward, or after a sleep, what is due comes by itself, once. Set back,
// what waits would wait for too long.
void PipelineHost::Impl::noticeClock()
{
    const qint64 wall = toMs(environment.clock.now());
    const std::chrono::nanoseconds steady = environment.clock.monotonic();
    if (seenMonotonic.count() >= 0) {
        const qint64 passed = std::chrono::duration_cast<Millis>(steady - seenMonotonic).count();
        const qint64 jump = wall - seenWall - passed;
        if (jump < -kJump)
            for (const auto &[id, entry] : entries)
                setBack(*entry, jump, wall);
    }
    seenWall = wall;
    seenMonotonic = steady;
}

void PipelineHost::Impl::setBack(Entry &entry, qint64 by, qint64 now)
{
    if (entry.hintUntil > 0)
        entry.hintUntil += by;
    if (entry.running || entry.dueAt == 0)
        return;
    const Schedule &schedule = entry.pipeline.schedule;
    if (entry.status.failuresInARow > 0 || schedule.kind == Schedule::Kind::Continuous) {
        entry.dueAt += by; // a wait, not a time of day
    } else if (schedule.kind == Schedule::Kind::Interval || by < -kSameCronDay) {
        if (const auto next = nextRun(schedule, now, entry.pipeline.id); next && *next)
            entry.dueAt = std::max(std::min(entry.dueAt, **next), entry.hintUntil);
    }
    show(entry);
}

void PipelineHost::Impl::evaluate()
{
    noticeClock();
    const qint64 now = toMs(environment.clock.now());
    std::vector<std::shared_ptr<Entry>> due;
    qint64 earliest = INT64_MAX;
    for (const auto &[id, entry] : entries) {
        const bool busy = entry->running || entry->beginsToListen || isHeld(id);
        if (busy || entry->paused || entry->removed || entry->dueAt == 0)
            continue;
        if (entry->dueAt <= now)
            due.push_back(entry);
        else
            earliest = std::min(earliest, entry->dueAt);
    }
    for (const auto &entry : due)
        if (!entry->running && !entry->removed && entry->dueAt > 0) // who hears of one start may change another
            start(*entry);
    if (earliest == INT64_MAX)
        nextDue.stop();
    else
        nextDue.start(timerWait(earliest, now));
}

bool PipelineHost::Impl::isHeld(PipelineId id) const
{
    const auto found = holds.find(id);
    return found != holds.end() && !found->second.empty();
}

// Lets the first who waits have the pipeline, once no run of it is in progress.
void PipelineHost::Impl::grant(PipelineId id)
{
    const auto found = holds.find(id);
    if (found == holds.end())
        return;
    while (!found->second.empty() && !found->second.front().holder)
        found->second.pop_front();
    if (found->second.empty()) {
        holds.erase(found);
        return;
    }
    const Entry *entry = find(id);
    if (!found->second.front().granted || (entry && entry->running))
        return;
    const auto granted = std::exchange(found->second.front().granted, nullptr);
    granted();
}

void PipelineHost::hold(PipelineId id, QObject *holder, std::function<void()> granted)
{
    m_impl->holds[id].push_back({holder, std::move(granted)});
    connect(holder, &QObject::destroyed, this, [this, id, holder] { release(id, holder); });
    m_impl->grant(id);
}

void PipelineHost::release(PipelineId id, QObject *holder)
{
    const auto found = m_impl->holds.find(id);
    if (found == m_impl->holds.end())
        return;
    auto &queue = found->second;
    const auto held = std::find_if(queue.begin(), queue.end(), [&](const Hold &hold) {
        return hold.holder == holder || hold.holder.isNull(); // a destroyed one is null already
    });
    if (held == queue.end())
        return;
    queue.erase(held);
    m_impl->grant(id);
    m_impl->readPast({id});
    m_impl->evaluate();
}

void PipelineHost::runNow(PipelineId id)
{
    Entry *entry = m_impl->find(id);
    if (!entry)
        m_impl->runWhenSet.insert(id);
    else if (entry->running || m_impl->isHeld(id))
        entry->again = true;
    else
        m_impl->start(*entry);
}

void PipelineHost::stop(PipelineId id)
{
    Entry *entry = m_impl->find(id);
    if (!entry || !entry->running)
        return;
    entry->again = false;
    m_impl->askToStop(*entry);
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
    if (entry->pastKnown)
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
