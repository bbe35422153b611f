#pragma once
// The file core.db itself: entities as JSON states, every edit with what was before and after, settings. Synchronous,
// one thread; Workspace calls it on its writer thread, dash-cli directly. Writing functions join the caller's open
// Transaction.

#include "core/db/database.h"
#include "core/store/workspace.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace dash {

inline constexpr qint64 kKeptSteps = 1'000; // of the history, for one entity

// What the history keeps of one step, without the states.
struct HistoryStep {
    qint64 seq = 0;
    EntityRef ref{EntityKind::Pipeline, {}};
    EditLabel label;
    qint64 at = 0;
    bool undone = false;
};

struct StoredEntity {
    EntityRef ref{EntityKind::Pipeline, {}};
    QByteArray state; // JSON
    bool removed = false;
    qint64 removedAt = 0;
};

// The state after an undo or redo; nothing when the entity is gone after it.
using EntityState = std::optional<QByteArray>;

class CoreDb {
public:
    static Result<std::unique_ptr<CoreDb>> open(const QString &path, const DatabaseOptions &options = {});

    Database &database() { return *m_db; }

    Result<std::vector<StoredEntity>> entities();
    Result<std::vector<HistoryStep>> history(); // oldest first
    Result<std::vector<std::pair<QString, QJsonValue>>> settings();

    enum class Merge { NewStep, IntoLast };
    // Writes the new state (nothing = removed) and its step of history; steps that were undone are gone afterwards.
    Result<> put(const HistoryStep &step, const EntityState &state, Merge merge);
    Result<EntityState> undo(const EntityRef &ref); // NotFound when there is nothing to undo
    Result<EntityState> redo(const EntityRef &ref);
    Result<> addVersion(QUuid pipeline, int version, qint64 at, const QByteArray &definition);
    Result<std::vector<PipelineVersion>> versions(QUuid pipeline); // newest first
    Result<> setSetting(const QString &key, const QJsonValue &value);

private:
    explicit CoreDb(std::unique_ptr<Database> db)
        : m_db(std::move(db))
    {
    }
    Result<EntityState> currentState(const EntityRef &ref);
    Result<> writeState(const EntityRef &ref, const EntityState &state, qint64 at);
    Result<EntityState> step(const EntityRef &ref, bool forward);
    Result<> trimHistory(const EntityRef &ref);

    std::unique_ptr<Database> m_db;
};

// States of the two kinds of entity. Reading an unreadable state is an error, never a guess.
QByteArray pipelineState(const PipelineEntity &entity);
Result<PipelineEntity> pipelineFromState(const QByteArray &state);
QByteArray dashboardState(const DashboardEntity &entity);
Result<DashboardEntity> dashboardFromState(const QByteArray &state);

} // namespace dash
