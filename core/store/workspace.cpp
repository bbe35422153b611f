#include "core/store/workspace.h"

#include "core/base/log.h"
#include "core/store/core_db.h"

#include <QDir>
#include <QPointer>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace dash {

namespace {

constexpr Millis kMergeWindow{2'000};
constexpr std::chrono::seconds kRetryAfter{2};

// One accepted change on its way to the disk. `written` runs on the workspace's thread once it is durable.
struct Write {
    std::function<Result<>(CoreDb &)> apply;
    std::function<void()> written;
};

// The thread that owns core.db. Takes all waiting writes into one transaction, so that a burst costs one fsync.
class Writer {
public:
    Writer(std::unique_ptr<CoreDb> db, std::function<void(std::vector<Write>)> durable,
           std::function<void(Error)> failed)
        : m_db(std::move(db))
        , m_durable(std::move(durable))
        , m_failed(std::move(failed))
        , m_thread([this] { run(); })
    {
    }

    ~Writer()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

    void post(Write write)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(write));
        }
        m_wake.notify_all();
    }

private:
    void run()
    {
        for (;;) {
            std::vector<Write> batch;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
                if (m_waiting.empty())
                    return;
                batch.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
                m_waiting.clear();
            }
            if (!commitUntilDurable(batch))
                return;
            m_durable(std::move(batch));
        }
    }

    // Tries for ever (a full disk may become free) unless the program ends. False: given up.
    bool commitUntilDurable(const std::vector<Write> &batch)
    {
        for (;;) {
            const auto done = commit(batch);
            if (done)
                return true;
            if (!isOfTheDisk(done.error().code)) {
                // A change that does not fit what is stored: the others must not wait for it.
                if (batch.size() == 1)
                    return leaveOut(done.error());
                return std::all_of(batch.begin(), batch.end(),
                                   [this](const Write &write) { return commitUntilDurable({write}); });
            }
            qCWarning(logStore).noquote() << "not saved:" << errorCodeText(done.error().code) << done.error().detail;
            m_failed(done.error());
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, kRetryAfter, [this] { return m_stopping; }))
                return false;
        }
    }

    static bool isOfTheDisk(ErrorCode code)
    {
        return code == ErrorCode::DatabaseFull || code == ErrorCode::DatabaseIo || code == ErrorCode::DatabaseBusy ||
               code == ErrorCode::DatabaseReadOnly || code == ErrorCode::DatabaseOpen;
    }

    bool leaveOut(const Error &error)
    {
        qCWarning(logStore).noquote() << "left out:" << errorCodeText(error.code) << error.detail;
        m_failed(error);
        return true;
    }

    Result<> commit(const std::vector<Write> &batch)
    {
        auto transaction = Transaction::begin(m_db->database());
        if (!transaction)
            return fail(transaction.error());
        for (const Write &write : batch) {
            if (const auto applied = write.apply(*m_db); !applied)
                return applied;
        }
        return transaction->commit();
    }

    std::unique_ptr<CoreDb> m_db;
    std::function<void(std::vector<Write>)> m_durable;
    std::function<void(Error)> m_failed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Write> m_waiting;
    bool m_stopping = false;
    std::thread m_thread; // last: starts when everything above is there
};

bool sameRef(const HistoryStep &step, const EntityRef &ref)
{
    return step.ref == ref;
}

} // namespace

struct Workspace::Impl {
    const Clock &clock;
    RandomSource &random;
    Workspace *owner = nullptr;
    std::vector<PipelineEntity> pipelines;
    std::vector<DashboardEntity> dashboards;
    std::map<QString, QJsonValue> settings;
    std::vector<HistoryStep> history; // labels only, in order of seq
    std::map<QUuid, std::pair<EntityRef, StoredEntity>> removed;
    std::map<QUuid, int> edits; // accepted edits per entity: a late answer of an undo must not cover a newer edit
    qint64 nextSeq = 1;
    int unsaved = 0;
    std::unique_ptr<Writer> writer;

    Impl(const Clock &c, RandomSource &r)
        : clock(c)
        , random(r)
    {
    }

    Result<> load(CoreDb &db);
    void post(std::function<Result<>(CoreDb &)> apply, std::function<void()> written = {});
    void put(const EntityRef &ref, const EntityState &state, const EditLabel &label);
    void trim(const EntityRef &ref);
    void replay(const EntityRef &ref, bool forward);
    void accept(const EntityRef &ref, const EntityState &state);
    void announce(const EntityRef &ref) const;
    EntityState stateOf(const EntityRef &ref) const;
    PipelineEntity *pipeline(QUuid id);
    DashboardEntity *dashboard(QUuid id);
    qint64 now() const { return toMs(clock.now()); }
};

Result<> Workspace::Impl::load(CoreDb &db)
{
    auto entities = db.entities();
    if (!entities)
        return fail(entities.error());
    for (const StoredEntity &stored : *entities) {
        if (stored.removed) {
            removed[stored.ref.id] = {stored.ref, stored};
        } else if (stored.ref.kind == EntityKind::Pipeline) {
            auto entity = pipelineFromState(stored.state);
            if (!entity)
                return fail(entity.error());
            pipelines.push_back(std::move(*entity));
        } else if (stored.ref.kind == EntityKind::Dashboard) {
            auto entity = dashboardFromState(stored.state);
            if (!entity)
                return fail(entity.error());
            dashboards.push_back(std::move(*entity));
        }
    }
    const auto byPosition = [](const auto &a, const auto &b) { return a.position < b.position; };
    std::sort(pipelines.begin(), pipelines.end(), byPosition);
    std::sort(dashboards.begin(), dashboards.end(), byPosition);
    auto steps = db.history();
    if (!steps)
        return fail(steps.error());
    history = std::move(*steps);
    nextSeq = history.empty() ? 1 : history.back().seq + 1;
    const auto stored = db.settings();
    if (!stored)
        return fail(stored.error());
    for (const auto &[key, value] : *stored)
        settings[key] = value;
    return {};
}

void Workspace::Impl::post(std::function<Result<>(CoreDb &)> apply, std::function<void()> written)
{
    ++unsaved;
    writer->post(Write{std::move(apply), std::move(written)});
}

PipelineEntity *Workspace::Impl::pipeline(QUuid id)
{
    const auto it =
        std::find_if(pipelines.begin(), pipelines.end(), [&](const auto &entry) { return entry.draft.id.value == id; });
    return it == pipelines.end() ? nullptr : &*it;
}

DashboardEntity *Workspace::Impl::dashboard(QUuid id)
{
    const auto it = std::find_if(dashboards.begin(), dashboards.end(),
                                 [&](const auto &entry) { return entry.dashboard.id.value == id; });
    return it == dashboards.end() ? nullptr : &*it;
}

EntityState Workspace::Impl::stateOf(const EntityRef &ref) const
{
    auto *self = const_cast<Impl *>(this);
    if (ref.kind == EntityKind::Pipeline) {
        const PipelineEntity *entity = self->pipeline(ref.id);
        return entity == nullptr ? EntityState() : EntityState(pipelineState(*entity));
    }
    const DashboardEntity *entity = self->dashboard(ref.id);
    return entity == nullptr ? EntityState() : EntityState(dashboardState(*entity));
}

// Brings the memory to a state that came from the history.
void Workspace::Impl::accept(const EntityRef &ref, const EntityState &state)
{
    const auto drop = [&](auto &list, auto idOf) {
        list.erase(std::remove_if(list.begin(), list.end(), [&](const auto &entry) { return idOf(entry) == ref.id; }),
                   list.end());
    };
    const auto pipelineOf = [](const PipelineEntity &entry) { return entry.draft.id.value; };
    const auto dashboardOf = [](const DashboardEntity &entry) { return entry.dashboard.id.value; };
    const auto insert = [](auto &list, auto entity, auto idOf) {
        const auto same =
            std::find_if(list.begin(), list.end(), [&](const auto &entry) { return idOf(entry) == idOf(entity); });
        if (same != list.end()) {
            *same = std::move(entity);
            return;
        }
        const auto at =
            std::find_if(list.begin(), list.end(), [&](const auto &entry) { return entry.position > entity.position; });
        list.insert(at, std::move(entity));
    };
    if (!state) {
        const EntityState old = stateOf(ref);
        if (old)
            removed[ref.id] = {ref, StoredEntity{ref, *old, true, now()}};
        ref.kind == EntityKind::Pipeline ? drop(pipelines, pipelineOf) : drop(dashboards, dashboardOf);
        return;
    }
    removed.erase(ref.id);
    if (ref.kind == EntityKind::Pipeline) {
        if (auto entity = pipelineFromState(*state))
            insert(pipelines, std::move(*entity), pipelineOf);
    } else if (auto entity = dashboardFromState(*state)) {
        insert(dashboards, std::move(*entity), dashboardOf);
    }
}

void Workspace::Impl::announce(const EntityRef &ref) const
{
    if (ref.kind == EntityKind::Pipeline)
        Q_EMIT owner->pipelineChanged(PipelineId{ref.id});
    else
        Q_EMIT owner->dashboardChanged(DashboardId{ref.id});
}

void Workspace::Impl::put(const EntityRef &ref, const EntityState &state, const EditLabel &label)
{
    const auto isUndone = [&](const HistoryStep &step) { return sameRef(step, ref) && step.undone; };
    history.erase(std::remove_if(history.begin(), history.end(), isUndone), history.end());
    const auto last =
        std::find_if(history.rbegin(), history.rend(), [&](const HistoryStep &step) { return sameRef(step, ref); });
    const bool merges = last != history.rend() && !label.mergeKey.isEmpty() && last->label.mergeKey == label.mergeKey &&
                        now() - last->at <= kMergeWindow.count();
    if (merges)
        last->at = now();
    else
        history.push_back(HistoryStep{nextSeq++, ref, label, now(), false});
    const HistoryStep step = merges ? *last : history.back();
    trim(ref);
    const auto merge = merges ? CoreDb::Merge::IntoLast : CoreDb::Merge::NewStep;
    ++edits[ref.id];
    post([step, state, merge](CoreDb &db) { return db.put(step, state, merge); });
    announce(ref);
}

// As many steps as the file keeps.
void Workspace::Impl::trim(const EntityRef &ref)
{
    const auto isOf = [&](const HistoryStep &step) { return sameRef(step, ref); };
    auto spare = std::count_if(history.begin(), history.end(), isOf) - kKeptSteps;
    if (spare > 0)
        history.erase(std::remove_if(history.begin(), history.end(),
                                     [&](const HistoryStep &step) { return isOf(step) && spare-- > 0; }),
                      history.end());
}

void Workspace::Impl::replay(const EntityRef &ref, bool forward)
{
    HistoryStep *target = nullptr;
    if (forward) {
        const auto it = std::find_if(history.begin(), history.end(),
                                     [&](const HistoryStep &step) { return sameRef(step, ref) && step.undone; });
        target = it == history.end() ? nullptr : &*it;
    } else {
        const auto it = std::find_if(history.rbegin(), history.rend(),
                                     [&](const HistoryStep &step) { return sameRef(step, ref) && !step.undone; });
        target = it == history.rend() ? nullptr : &*it;
    }
    if (target == nullptr)
        return;
    target->undone = !forward;
    // Typing after an undo is a new step, never part of the one before.
    for (HistoryStep &step : history) {
        if (sameRef(step, ref))
            step.at = 0;
    }
    const int edit = ++edits[ref.id];
    auto found = std::make_shared<EntityState>();
    post(
        [ref, forward, found](CoreDb &db) -> Result<> {
            auto state = forward ? db.redo(ref) : db.undo(ref);
            if (!state)
                return fail(state.error());
            *found = std::move(*state);
            return {};
        },
        [this, ref, edit, found] {
            if (edits[ref.id] != edit)
                return;
            accept(ref, *found);
            announce(ref);
        });
}

Workspace::Workspace(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    m_impl->owner = this;
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, const Clock &clock, RandomSource &random)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::WorkspaceRefused,
                    {{QLatin1StringView("folder"), folder},
                     {QLatin1StringView("reason"), QStringLiteral("the folder cannot be made.")}});
    auto db = CoreDb::open(QDir(folder).filePath(QStringLiteral("core.db")));
    if (!db)
        return fail(db.error());
    auto impl = std::make_unique<Impl>(clock, random);
    if (const auto loaded = impl->load(**db); !loaded)
        return fail(loaded.error());
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(impl)));
    Workspace *self = workspace.get();
    const auto durable = [self](std::vector<Write> batch) {
        QMetaObject::invokeMethod(
            self,
            [self, batch = std::move(batch)] {
                self->m_impl->unsaved -= static_cast<int>(batch.size());
                for (const Write &write : batch) {
                    if (write.written)
                        write.written();
                }
                if (self->m_impl->unsaved == 0)
                    Q_EMIT self->saved();
            },
            Qt::QueuedConnection);
    };
    const auto failed = [self](const Error &error) {
        QMetaObject::invokeMethod(
            self, [self, error] { Q_EMIT self->saveFailed(error); }, Qt::QueuedConnection);
    };
    self->m_impl->writer = std::make_unique<Writer>(std::move(*db), durable, failed);
    return workspace;
}

const std::vector<PipelineEntity> &Workspace::pipelines() const
{
    return m_impl->pipelines;
}

const std::vector<DashboardEntity> &Workspace::dashboards() const
{
    return m_impl->dashboards;
}

const PipelineEntity *Workspace::pipeline(PipelineId id) const
{
    return m_impl->pipeline(id.value);
}

const DashboardEntity *Workspace::dashboard(DashboardId id) const
{
    return m_impl->dashboard(id.value);
}

QJsonValue Workspace::setting(const QString &key, const QJsonValue &fallback) const
{
    const auto it = m_impl->settings.find(key);
    return it == m_impl->settings.end() ? fallback : it->second;
}

void Workspace::putPipeline(const Pipeline &draft, const EditLabel &label)
{
    PipelineEntity *known = m_impl->pipeline(draft.id.value);
    if (known == nullptr) {
        const qint64 position = m_impl->pipelines.empty() ? 1 : m_impl->pipelines.back().position + 1;
        m_impl->pipelines.push_back(PipelineEntity{draft, std::nullopt, 0, 0, position});
        m_impl->removed.erase(draft.id.value);
        known = &m_impl->pipelines.back();
    } else {
        if (known->draft == draft)
            return;
        known->draft = draft;
    }
    m_impl->put({EntityKind::Pipeline, draft.id.value}, pipelineState(*known), label);
}

void Workspace::applyPipeline(PipelineId id, const EditLabel &label)
{
    PipelineEntity *entity = m_impl->pipeline(id.value);
    if (entity == nullptr || entity->running == entity->draft)
        return;
    entity->running = entity->draft;
    entity->runningVersion += 1;
    entity->appliedAt = m_impl->now();
    const EditLabel named = label.text.isEmpty() ? EditLabel{QStringLiteral("Apply"), {}} : label;
    const QByteArray definition = pipelineText(entity->draft);
    const int version = entity->runningVersion;
    const qint64 at = entity->appliedAt;
    m_impl->post(
        [id, version, at, definition](CoreDb &db) { return db.addVersion(id.value, version, at, definition); });
    m_impl->put({EntityKind::Pipeline, id.value}, pipelineState(*entity), named);
}

void Workspace::setPipelineEnabled(PipelineId id, bool enabled, const EditLabel &label)
{
    PipelineEntity *entity = m_impl->pipeline(id.value);
    if (entity == nullptr ||
        (entity->draft.enabled == enabled && (!entity->running || entity->running->enabled == enabled)))
        return;
    entity->draft.enabled = enabled;
    if (entity->running)
        entity->running->enabled = enabled;
    const QString fallback = enabled ? QStringLiteral("Resume") : QStringLiteral("Pause");
    m_impl->put({EntityKind::Pipeline, id.value}, pipelineState(*entity),
                label.text.isEmpty() ? EditLabel{fallback, {}} : label);
}

void Workspace::removePipeline(PipelineId id, const EditLabel &label)
{
    if (m_impl->pipeline(id.value) == nullptr)
        return;
    m_impl->accept({EntityKind::Pipeline, id.value}, std::nullopt);
    m_impl->put({EntityKind::Pipeline, id.value}, std::nullopt, label);
}

void Workspace::putDashboard(const Dashboard &dashboard, const EditLabel &label)
{
    DashboardEntity *known = m_impl->dashboard(dashboard.id.value);
    if (known == nullptr) {
        const qint64 position = m_impl->dashboards.empty() ? 1 : m_impl->dashboards.back().position + 1;
        m_impl->dashboards.push_back(DashboardEntity{dashboard, position});
        m_impl->removed.erase(dashboard.id.value);
        known = &m_impl->dashboards.back();
    } else {
        if (known->dashboard == dashboard)
            return;
        known->dashboard = dashboard;
    }
    m_impl->put({EntityKind::Dashboard, dashboard.id.value}, dashboardState(*known), label);
}

void Workspace::removeDashboard(DashboardId id, const EditLabel &label)
{
    if (m_impl->dashboard(id.value) == nullptr)
        return;
    m_impl->accept({EntityKind::Dashboard, id.value}, std::nullopt);
    m_impl->put({EntityKind::Dashboard, id.value}, std::nullopt, label);
}

void Workspace::setSetting(const QString &key, const QJsonValue &value)
{
    if (setting(key) == value)
        return;
    m_impl->settings[key] = value;
    m_impl->post([key, value](CoreDb &db) { return db.setSetting(key, value); });
    Q_EMIT settingChanged(key);
}

QString Workspace::undoText(const EntityRef &entity) const
{
    const auto &history = m_impl->history;
    const auto it = std::find_if(history.rbegin(), history.rend(),
                                 [&](const HistoryStep &step) { return sameRef(step, entity) && !step.undone; });
    return it == history.rend() ? QString() : it->label.text;
}

QString Workspace::redoText(const EntityRef &entity) const
{
    const auto &history = m_impl->history;
    const auto it = std::find_if(history.begin(), history.end(),
                                 [&](const HistoryStep &step) { return sameRef(step, entity) && step.undone; });
    return it == history.end() ? QString() : it->label.text;
}

void Workspace::undo(const EntityRef &entity)
{
    m_impl->replay(entity, false);
}

void Workspace::redo(const EntityRef &entity)
{
    m_impl->replay(entity, true);
}

std::vector<std::pair<EntityRef, QString>> Workspace::removed() const
{
    std::vector<const StoredEntity *> stored;
    for (const auto &[id, entry] : m_impl->removed)
        stored.push_back(&entry.second);
    std::sort(stored.begin(), stored.end(),
              [](const StoredEntity *a, const StoredEntity *b) { return a->removedAt > b->removedAt; });
    std::vector<std::pair<EntityRef, QString>> out;
    for (const StoredEntity *entry : stored) {
        if (entry->ref.kind == EntityKind::Pipeline) {
            if (const auto entity = pipelineFromState(entry->state))
                out.emplace_back(entry->ref, entity->draft.name);
        } else if (const auto entity = dashboardFromState(entry->state)) {
            out.emplace_back(entry->ref, entity->dashboard.name);
        }
    }
    return out;
}

void Workspace::restore(const EntityRef &entity)
{
    const auto it = m_impl->removed.find(entity.id);
    if (it == m_impl->removed.end())
        return;
    const EntityState state = it->second.second.state;
    m_impl->accept(entity, state);
    m_impl->put(entity, state, EditLabel{QStringLiteral("Restore"), {}});
}

void Workspace::pipelineVersions(PipelineId id, QObject *receiver,
                                 std::function<void(std::vector<PipelineVersion>)> done)
{
    auto found = std::make_shared<std::vector<PipelineVersion>>();
    m_impl->post(
        [id, found](CoreDb &db) -> Result<> {
            // A read: an unreadable version is left out of the list rather than stopping what is written beside it.
            if (auto versions = db.versions(id.value))
                *found = std::move(*versions);
            return {};
        },
        [receiver = QPointer<QObject>(receiver), found, done = std::move(done)] {
            if (receiver)
                done(std::move(*found));
        });
}

int Workspace::unsaved() const
{
    return m_impl->unsaved;
}

} // namespace dash
