#pragma once
// core.db: what people make (pipelines, dashboards, settings) with the whole history of edits, so that undo survives a
// restart. Small and precious: every edit is one transaction, durable (fsync) before "Saved" is said.
// All writing and reading happens on one thread owned here; the calls below never block, results come back as a call
// on the thread of `receiver`. The last loaded state is also kept in memory for reading at any time on the GUI thread.

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/model/dashboard.h"
#include "core/model/pipeline.h"

#include <QJsonValue>
#include <QObject>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace dash {

// A pipeline as kept: the draft being edited, and the version that runs.
struct PipelineEntity {
    Pipeline draft;
    std::optional<Pipeline> running; // what was last applied; nothing before the first Apply
    int runningVersion = 0;          // 1, 2, 3 …
    qint64 appliedAt = 0;
    qint64 position = 0; // order in lists
    friend bool operator==(const PipelineEntity &, const PipelineEntity &) = default;
};

struct DashboardEntity {
    Dashboard dashboard;
    qint64 position = 0;
    friend bool operator==(const DashboardEntity &, const DashboardEntity &) = default;
};

enum class EntityKind { Pipeline = 10, Dashboard = 20 };

struct EntityRef {
    EntityKind kind;
    QUuid id;
    friend bool operator==(const EntityRef &, const EntityRef &) = default;
};

// One step of history, named for people ("Move widget").
struct EditLabel {
    QString text;     // shown after "Undo"
    QString mergeKey; // edits with the same non-empty key within 2 s are one step (typing, dragging)
};

struct PipelineVersion {
    int version = 0;
    qint64 appliedAt = 0;
    Pipeline pipeline;
};

class Workspace : public QObject {
    Q_OBJECT
public:
    // Opens or creates folder/core.db. Blocks (before the window is up). Errors: DatabaseTooNew, DatabaseCorrupt, …
    static Result<std::unique_ptr<Workspace>> open(const QString &folder, const Clock &clock, RandomSource &random);
    ~Workspace() override; // everything accepted is durable afterwards

    // ---- reading: GUI thread, from memory
    const std::vector<PipelineEntity> &pipelines() const;
    const std::vector<DashboardEntity> &dashboards() const;
    const PipelineEntity *pipeline(PipelineId id) const;
    const DashboardEntity *dashboard(DashboardId id) const;
    QJsonValue setting(const QString &key, const QJsonValue &fallback = {}) const;

    // ---- editing: visible in memory at once, durable when saved() follows. Creating is putting a new id.
    void putPipeline(const Pipeline &draft, const EditLabel &label);
    void applyPipeline(PipelineId id, const EditLabel &label = {}); // draft becomes the running version; undoable
    void setPipelineEnabled(PipelineId id, bool enabled,
                            const EditLabel &label = {}); // draft and running version alike
    void removePipeline(PipelineId id, const EditLabel &label);
    void putDashboard(const Dashboard &dashboard, const EditLabel &label);
    void removeDashboard(DashboardId id, const EditLabel &label);
    void setSetting(const QString &key, const QJsonValue &value); // not undoable: device state and preferences

    // ---- history, per entity; survives restarts
    QString undoText(const EntityRef &entity) const; // empty when there is nothing to undo
    QString redoText(const EntityRef &entity) const;
    void undo(const EntityRef &entity);
    void redo(const EntityRef &entity);
    // Removed entities can be brought back: newest first.
    std::vector<std::pair<EntityRef, QString>> removed() const;
    void restore(const EntityRef &entity);
    void pipelineVersions(PipelineId id, QObject *receiver, std::function<void(std::vector<PipelineVersion>)> done);

    // Edits accepted but not yet durable.
    int unsaved() const;

Q_SIGNALS:
    void pipelineChanged(dash::PipelineId id);   // also created, removed
    void dashboardChanged(dash::DashboardId id); // also created, removed
    void settingChanged(const QString &key);
    void saved();                              // unsaved() has become 0
    void saveFailed(const dash::Error &error); // kept in memory and tried again; nothing is lost while Dash runs

private:
    struct Impl;
    explicit Workspace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace dash
