#pragma once
// The pipeline being edited: the draft as the workspace holds it, changed at every keystroke, with its rows. One per
// opened pipeline; owned by the page. Everything on the GUI thread.

#include "app/app_context.h"
#include "app/pipelines/graph_state.h"
#include "core/engine/host.h"
#include "core/store/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

namespace dash {

class Draft : public QObject {
    Q_OBJECT
public:
    Draft(AppContext &context, PipelineId id, QObject *parent = nullptr);

    bool exists() const;
    PipelineId id() const { return m_id; }
    const Pipeline &pipeline() const;
    const PipelineEntity *entity() const;
    bool differsFromRunning() const; // or was never applied

    // One step of history. `merge` joins keystrokes in the same place.
    void put(const Pipeline &changed, const QString &label, const QString &merge = {});
    void setConfig(const QString &node, const QJsonObject &config, const QString &field);
    void setNode(const Node &node, const QString &label, const QString &merge = {});
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();
    void apply();
    void discard(); // back to what runs

    // Rows after every node; the newest wanted one wins.
    void refreshRows(PipelineHost::Sampling sampling);
    const PreviewResult *preview() const { return m_hasPreview ? &m_preview : nullptr; }
    bool previewPending() const { return m_pending; }
    Millis lastLatency() const { return m_latency; } // edit → rows
    // Rows that arrive at a node (of its first input), from the last preview that had them.
    Batch arriving(const QString &node) const;
    GraphFacts facts() const;
    // A source that listens and has heard nothing: no error, it waits.
    bool isWaiting(const QString &node) const { return m_waiting.contains(node); }
    const std::vector<Error> &problems() const { return m_problems; }
    void setRejectedRows(qint64 rows);

    AppContext &context() const { return m_context; }

Q_SIGNALS:
    void changed(); // the definition
    void previewStarted();
    void previewed();     // new rows
    void statusChanged(); // running, last run, paused

private:
    void reload();
    void takePreview(PreviewResult result);

    AppContext &m_context;
    PipelineId m_id;
    Pipeline m_pipeline;
    std::vector<Error> m_problems;
    PreviewResult m_preview;
    std::map<QString, Batch> m_lastRows; // by node: kept while an error hides newer ones
    QSet<QString> m_waiting;
    bool m_hasPreview = false;
    bool m_pending = false;
    QElapsedTimer m_asked;
    Millis m_latency{0};
    qint64 m_rejectedRows = 0;
};

// Pauses or continues what runs; an undoable edit, so it outlasts the window.
enum class Pause { Off, On };
void setPause(Workspace &workspace, PipelineId id, Pause pause);

} // namespace dash
