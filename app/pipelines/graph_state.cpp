#include "app/pipelines/graph_state.h"

#include "app/pipelines/graph_edit.h"
#include "app/pipelines/graph_layout.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QSet>

namespace dash {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dash", text); // where lupdate files them
}

const PreviewNode *previewOf(const GraphFacts &facts, const QString &node)
{
    if (!facts.preview)
        return nullptr;
    const auto it = facts.preview->nodes.find(node);
    return it == facts.preview->nodes.end() ? nullptr : &it->second;
}

// Everything downstream of a node with an error.
QSet<QString> waitingNodes(const Pipeline &pipeline, const QSet<QString> &broken)
{
    QSet<QString> waiting;
    QStringList open(broken.begin(), broken.end());
    while (!open.isEmpty()) {
        for (const QString &reader : readersOf(pipeline, open.takeLast())) {
            if (!waiting.contains(reader) && !broken.contains(reader)) {
                waiting.insert(reader);
                open.push_back(reader);
            }
        }
    }
    return waiting;
}

qint64 rejectedBy(const GraphFacts &facts, const QString &node)
{
    const PreviewNode *preview = previewOf(facts, node);
    return preview ? qint64(preview->rejected.size()) : 0;
}

QString rowsOnWire(const GraphFacts &facts, const QString &from)
{
    if (const PreviewNode *node = previewOf(facts, from))
        return wholeNumber(qint64(node->totalRows));
    if (facts.status.last) {
        const auto it = facts.status.last->rowsOut.find(from);
        if (it != facts.status.last->rowsOut.end())
            return wholeNumber(it->second);
    }
    return {};
}

NodeLook lookOfNode(const Pipeline &pipeline, const Registry &registry, const GraphFacts &facts, const Node &node)
{
    NodeLook look;
    look.title = nodeTitle(registry, node);
    look.fact = nodeFact(registry, pipeline, node);
    if (QGuiApplication::isRightToLeft() && !look.fact.isRightToLeft())
        look.fact = isolated(look.fact); // quotes and operators keep their places
    const auto info = kindInfo(registry, node.kind, node.type);
    look.icon = info ? info->icon : QStringLiteral("warning");
    look.kindName = info ? info->label : node.type;
    if (facts.waiting.contains(node.id))
        look.fact = tr("Waiting for data");
    if (node.disabled) {
        look.state = NodeLook::State::Disabled;
        look.fact = tr("passed by");
    }
    if (const qint64 refused = rejectedBy(facts, node.id); refused > 0 && !node.disabled) {
        look.state = NodeLook::State::Rejected;
        look.badge = tr("%1 rejected").arg(wholeNumber(refused));
    }
    return look;
}

void addRejected(GraphLook &look, const GraphFacts &facts, qint64 refusedNow)
{
    NodeLook node;
    node.title = tr("rejected");
    node.icon = QStringLiteral("warning");
    node.kindName = tr("Table of rows that were refused");
    const qint64 rows = std::max(facts.rejectedRows, refusedNow);
    node.fact = rows > 0 ? tr("Table, %1").arg(rowsText(rows)) : tr("Table, empty");
    node.state = rows > 0 ? NodeLook::State::Rejected : NodeLook::State::Disabled;
    if (rows == 0)
        node.state = NodeLook::State::Waiting;
    look.nodes[rejectedNodeId()] = node;
    WireLook &wire = look.wires[{look.rejecting, rejectedNodeId()}];
    wire.state = rows > 0 ? WireLook::State::Rejected : WireLook::State::NoRejects;
    if (rows > 0)
        wire.rows = wholeNumber(rows);
}

} // namespace

std::optional<Error> nodeError(const Pipeline &pipeline, const Registry &registry, const GraphFacts &facts,
                               const QString &node)
{
    if (const PreviewNode *preview = previewOf(facts, node); preview && preview->error)
        return preview->error;
    const Node *found = pipeline.node(node);
    if (!found || found->disabled)
        return std::nullopt;
    for (const Error &problem : facts.problems) {
        const QString step = problem.arg(QLatin1StringView("step"));
        if (step == node || (!step.isEmpty() && step == nodeTitle(registry, *found)))
            return problem;
    }
    return std::nullopt;
}

GraphLook graphLook(const Pipeline &pipeline, const Registry &registry, const GraphFacts &facts)
{
    GraphLook look;
    QSet<QString> broken;
    qint64 most = 0;
    qint64 all = 0;
    for (const Node &node : pipeline.nodes) {
        NodeLook &nodeLook = look.nodes[node.id] = lookOfNode(pipeline, registry, facts, node);
        if (const auto error = nodeError(pipeline, registry, facts, node.id)) {
            nodeLook.state = NodeLook::State::Error;
            nodeLook.fact = shortProblem(*error);
            broken.insert(node.id);
        }
        const qint64 refused = rejectedBy(facts, node.id);
        all += refused;
        if (node.kind != NodeKind::Output && (look.rejecting.isEmpty() ? node.kind == NodeKind::Step : refused > most))
            look.rejecting = node.id;
        most = std::max(most, refused);
    }
    const QSet<QString> waiting = waitingNodes(pipeline, broken);
    for (const QString &id : waiting)
        look.nodes[id].state = NodeLook::State::Waiting;
    for (const Node &node : pipeline.nodes) {
        if (node.kind == NodeKind::Source)
            continue;
        for (const QString &input : pipeline.inputsOf(node)) {
            WireLook &wire = look.wires[{input, node.id}];
            wire.rows = rowsOnWire(facts, input);
            wire.roundDisabled = node.disabled;
            if (broken.contains(node.id))
                wire.state = WireLook::State::Error;
            else if (waiting.contains(node.id))
                wire.state = WireLook::State::Waiting;
            else if (facts.running && !node.disabled)
                wire.state = WireLook::State::Running;
        }
    }
    if (!look.rejecting.isEmpty())
        addRejected(look, facts, all);
    return look;
}

} // namespace dash
