#include "app/pipelines/draft.h"

#include "app/pipelines/kinds.h"

namespace dash {

Draft::Draft(AppContext &context, PipelineId id, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_id(id)
{
    connect(&context.workspace, &Workspace::pipelineChanged, this, [this](PipelineId changedId) {
        if (changedId == m_id)
            reload();
    });
    connect(&context.host, &PipelineHost::statusChanged, this, [this](PipelineId changedId) {
        if (changedId == m_id)
            Q_EMIT statusChanged();
    });
    connect(&context.host, &PipelineHost::runFinished, this, [this](PipelineId ran) {
        if (ran == m_id && !m_waiting.isEmpty()) // it heard something
            refreshRows(PipelineHost::Sampling::Refresh);
    });
    if (const PipelineEntity *kept = entity())
        m_pipeline = kept->draft;
    m_problems = checkPipeline(m_pipeline, context.registry);
}

bool Draft::exists() const
{
    return entity() != nullptr;
}

const Pipeline &Draft::pipeline() const
{
    return m_pipeline;
}

const PipelineEntity *Draft::entity() const
{
    return m_context.workspace.pipeline(m_id);
}

bool Draft::differsFromRunning() const
{
    const PipelineEntity *kept = entity();
    return kept && (!kept->running || !(*kept->running == kept->draft));
}

void Draft::put(const Pipeline &changedPipeline, const QString &label, const QString &merge)
{
    if (changedPipeline == m_pipeline)
        return;
    m_context.workspace.putPipeline(changedPipeline, EditLabel{label, merge});
}

void Draft::setNode(const Node &node, const QString &label, const QString &merge)
{
    Pipeline next = m_pipeline;
    for (Node &other : next.nodes) {
        if (other.id == node.id)
            other = node;
    }
    put(next, label, merge);
}

void Draft::setConfig(const QString &node, const QJsonObject &config, const QString &field)
{
    const Node *found = m_pipeline.node(node);
    if (!found)
        return;
    Node next = *found;
    next.config = config;
    setNode(next, tr("Change %1").arg(nodeTitle(m_context.registry, *found)), node + u'/' + field);
}

bool Draft::canUndo() const
{
    return !m_context.workspace.undoText({EntityKind::Pipeline, m_id.value}).isEmpty();
}
bool Draft::canRedo() const
{
    return !m_context.workspace.redoText({EntityKind::Pipeline, m_id.value}).isEmpty();
}
void Draft::undo()
{
    m_context.workspace.undo({EntityKind::Pipeline, m_id.value});
}
void Draft::redo()
{
    m_context.workspace.redo({EntityKind::Pipeline, m_id.value});
}
void Draft::apply()
{
    m_context.workspace.applyPipeline(m_id);
}

void Draft::discard()
{
    if (const PipelineEntity *kept = entity(); kept && kept->running)
        put(*kept->running, tr("Discard draft"));
}

void Draft::reload()
{
    const PipelineEntity *kept = entity();
    if (!kept) {
        Q_EMIT changed();
        return;
    }
    const bool same = kept->draft == m_pipeline;
    m_pipeline = kept->draft;
    if (!same)
        m_problems = checkPipeline(m_pipeline, m_context.registry);
    Q_EMIT changed();
    if (!same)
        refreshRows(PipelineHost::Sampling::Reuse);
}

void Draft::refreshRows(PipelineHost::Sampling sampling)
{
    m_pending = true;
    m_asked.restart();
    Q_EMIT previewStarted();
    m_context.host.preview(m_pipeline, sampling, this,
                           [this](PreviewResult result) { takePreview(std::move(result)); });
}

void Draft::takePreview(PreviewResult result)
{
    m_pending = false;
    m_latency = Millis(m_asked.elapsed());
    m_preview = std::move(result);
    m_hasPreview = true;
    m_waiting.clear();
    for (auto &[id, node] : m_preview.nodes) {
        if (node.error && node.error->code == ErrorCode::NothingReceived) {
            node.error.reset();
            m_waiting.insert(id);
        }
    }
    if (m_preview.error && m_preview.error->code == ErrorCode::NothingReceived)
        m_preview.error.reset();
    for (const auto &[id, node] : m_preview.nodes) {
        if (!node.error)
            m_lastRows[id] = node.rows;
    }
    Q_EMIT previewed();
}

Batch Draft::arriving(const QString &node) const
{
    const Node *found = m_pipeline.node(node);
    if (!found || found->kind == NodeKind::Source)
        return {};
    for (const QString &input : m_pipeline.inputsOf(*found)) {
        const auto it = m_lastRows.find(input);
        if (it != m_lastRows.end())
            return it->second;
    }
    return {};
}

GraphFacts Draft::facts() const
{
    GraphFacts facts;
    facts.preview = preview();
    facts.problems = m_problems;
    facts.status = m_context.host.status(m_id);
    facts.rejectedRows = m_rejectedRows;
    facts.waiting = m_waiting;
    const PipelineEntity *kept = entity();
    facts.running =
        kept && kept->running && kept->running->enabled && facts.status.state != PipelineStatus::State::Error;
    return facts;
}

void Draft::setRejectedRows(qint64 rows)
{
    if (rows == m_rejectedRows)
        return;
    m_rejectedRows = rows;
    Q_EMIT statusChanged();
}

void setPause(Workspace &workspace, PipelineId id, Pause pause)
{
    const PipelineEntity *entity = workspace.pipeline(id);
    const QString name = entity ? entity->draft.name : QString();
    const bool on = pause == Pause::On;
    workspace.setPipelineEnabled(
        id, !on, EditLabel{on ? Draft::tr("Pause %1").arg(name) : Draft::tr("Continue %1").arg(name), {}});
}

} // namespace dash
