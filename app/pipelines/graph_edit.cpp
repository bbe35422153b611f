#include "app/pipelines/graph_edit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace dash {

namespace {

Node *find(Pipeline &pipeline, QStringView id)
{
    const auto it =
        std::find_if(pipeline.nodes.begin(), pipeline.nodes.end(), [&](const Node &node) { return node.id == id; });
    return it == pipeline.nodes.end() ? nullptr : &*it;
}

// Writes down what every node reads, so that nodes can move in the list without changing the graph.
void pinInputs(Pipeline &pipeline)
{
    std::vector<QStringList> inputs;
    for (const Node &node : pipeline.nodes)
        inputs.push_back(node.kind == NodeKind::Source ? QStringList() : pipeline.inputsOf(node));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        pipeline.nodes[i].from = inputs[i];
}

// The opposite: drops inputs that the order of the file says by itself.
void tidyInputs(Pipeline &pipeline)
{
    for (Node &node : pipeline.nodes) {
        if (node.from.isEmpty())
            continue;
        QStringList written;
        written.swap(node.from);
        if (pipeline.inputsOf(node) != written)
            node.from.swap(written);
    }
}

// The place in the file behind a node and behind the outputs that directly read it.
std::size_t placeAfter(const Pipeline &pipeline, QStringView id)
{
    for (std::size_t i = 0; i < pipeline.nodes.size(); ++i) {
        if (pipeline.nodes[i].id == id)
            return i + 1;
    }
    return pipeline.nodes.size();
}

void insertAt(Pipeline &pipeline, std::size_t place, Node node)
{
    pipeline.nodes.insert(pipeline.nodes.begin() + static_cast<std::ptrdiff_t>(place), std::move(node));
}

void replaceInput(Node &node, const QString &old, const QStringList &by)
{
    const qsizetype at = node.from.indexOf(old);
    if (at < 0)
        return;
    node.from.removeAt(at);
    qsizetype place = at;
    for (const QString &id : by) {
        if (!node.from.contains(id))
            node.from.insert(place++, id);
    }
}

bool reaches(const Pipeline &pipeline, const QString &from, const QString &to)
{
    QStringList open{from};
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        if (id == to)
            return true;
        if (seen.contains(id))
            continue;
        seen.insert(id);
        open += readersOf(pipeline, id);
    }
    return false;
}

void placeStep(Pipeline &pipeline, Node node, const QString &after)
{
    const QString id = node.id;
    node.from = {after};
    for (Node &other : pipeline.nodes)
        replaceInput(other, after, {id});
    insertAt(pipeline, placeAfter(pipeline, after), std::move(node));
}

void placeBefore(Pipeline &pipeline, Node node, const QString &before)
{
    Node *target = find(pipeline, before);
    node.from = target->from;
    target->from = {node.id};
    insertAt(pipeline, placeAfter(pipeline, before) - 1, std::move(node));
}

} // namespace

QString freshNodeId(const Pipeline &pipeline, const QString &stem)
{
    QString base;
    for (const QChar c : stem.toLower()) {
        const bool fine = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
        base += fine ? c : QChar(u'-');
    }
    base = base.isEmpty() ? QStringLiteral("step") : base.left(36);
    QString id = base;
    for (int n = 2; pipeline.node(id) || id == u"rejected"; ++n)
        id = base.left(36) + u'-' + QString::number(n);
    return id;
}

QStringList readersOf(const Pipeline &pipeline, QStringView id)
{
    QStringList readers;
    for (const Node &node : pipeline.nodes) {
        if (node.kind != NodeKind::Source && pipeline.inputsOf(node).contains(id))
            readers.push_back(node.id);
    }
    return readers;
}

QString endOfLine(const Pipeline &pipeline)
{
    for (auto it = pipeline.nodes.rbegin(); it != pipeline.nodes.rend(); ++it) {
        if (it->kind == NodeKind::Step)
            return it->id;
    }
    for (auto it = pipeline.nodes.rbegin(); it != pipeline.nodes.rend(); ++it) {
        if (it->kind == NodeKind::Source)
            return it->id;
    }
    return {};
}

QString addNode(Pipeline &pipeline, Node node, const QString &after)
{
    pinInputs(pipeline);
    node.id = freshNodeId(pipeline, node.id.isEmpty() ? node.type : node.id);
    node.from.clear();
    const QString id = node.id;
    const Node *anchor = pipeline.node(after.isEmpty() ? endOfLine(pipeline) : after);
    if (node.kind == NodeKind::Source) {
        const bool first = std::none_of(pipeline.nodes.begin(), pipeline.nodes.end(),
                                        [](const Node &other) { return other.kind == NodeKind::Source; });
        std::size_t place = 0;
        while (place < pipeline.nodes.size() && pipeline.nodes[place].kind == NodeKind::Source)
            ++place;
        insertAt(pipeline, place, std::move(node));
        // Steps made before their source start reading it.
        for (Node &other : pipeline.nodes) {
            if (first && other.kind != NodeKind::Source && other.from.isEmpty())
                other.from = {id};
        }
    } else if (!anchor) {
        insertAt(pipeline, pipeline.nodes.size(), std::move(node));
    } else if (node.kind == NodeKind::Output) {
        node.from = anchor->kind == NodeKind::Output ? anchor->from : QStringList{anchor->id};
        insertAt(pipeline, pipeline.nodes.size(), std::move(node));
    } else if (anchor->kind == NodeKind::Output) {
        placeBefore(pipeline, std::move(node), QString(anchor->id));
    } else {
        placeStep(pipeline, std::move(node), QString(anchor->id));
    }
    tidyInputs(pipeline);
    return id;
}

QString addBranch(Pipeline &pipeline, Node node, const QString &from)
{
    const Node *anchor = pipeline.node(from);
    if (!anchor || anchor->kind == NodeKind::Output || node.kind == NodeKind::Source)
        return addNode(pipeline, std::move(node), from);
    pinInputs(pipeline);
    node.id = freshNodeId(pipeline, node.id.isEmpty() ? node.type : node.id);
    node.from = {from};
    const QString id = node.id;
    insertAt(pipeline, pipeline.nodes.size(), std::move(node));
    tidyInputs(pipeline);
    return id;
}

void removeNode(Pipeline &pipeline, const QString &id)
{
    pinInputs(pipeline);
    const Node *node = pipeline.node(id);
    if (!node)
        return;
    const QStringList inputs = node->from;
    std::erase_if(pipeline.nodes, [&](const Node &other) { return other.id == id; });
    for (Node &other : pipeline.nodes)
        replaceInput(other, id, inputs);
    tidyInputs(pipeline);
}

bool moveNode(Pipeline &pipeline, const QString &id, const QString &after)
{
    const Node *node = pipeline.node(id);
    const Node *anchor = pipeline.node(after);
    if (!node || !anchor || id == after || node->kind == NodeKind::Source)
        return false;
    const Pipeline before = pipeline;
    Node moved = *node;
    removeNode(pipeline, id);
    pinInputs(pipeline);
    anchor = pipeline.node(after);
    if (moved.kind == NodeKind::Output) {
        moved.from = anchor->kind == NodeKind::Output ? anchor->from : QStringList{after};
        insertAt(pipeline, pipeline.nodes.size(), std::move(moved));
    } else if (anchor->kind == NodeKind::Output) {
        placeBefore(pipeline, std::move(moved), after);
    } else {
        placeStep(pipeline, std::move(moved), after);
    }
    tidyInputs(pipeline);
    return !(pipeline == before);
}

bool connectNodes(Pipeline &pipeline, const QString &from, const QString &to)
{
    const Node *source = pipeline.node(from);
    const Node *target = pipeline.node(to);
    if (!source || !target || source->kind == NodeKind::Output || target->kind == NodeKind::Source)
        return false;
    if (pipeline.inputsOf(*target).contains(from) || reaches(pipeline, to, from))
        return false;
    pinInputs(pipeline);
    find(pipeline, to)->from.push_back(from);
    tidyInputs(pipeline);
    return true;
}

bool disconnectNodes(Pipeline &pipeline, const QString &from, const QString &to)
{
    const Node *target = pipeline.node(to);
    if (!target || target->kind == NodeKind::Source)
        return false;
    const QStringList inputs = pipeline.inputsOf(*target);
    if (!inputs.contains(from) || inputs.size() < 2)
        return false;
    pinInputs(pipeline);
    find(pipeline, to)->from.removeAll(from);
    tidyInputs(pipeline);
    return true;
}

QByteArray nodeClip(const Node &node)
{
    Pipeline holder;
    holder.name = QStringLiteral("clip");
    Node alone = node;
    alone.from.clear();
    holder.nodes.push_back(std::move(alone));
    const QJsonArray nodes = pipelineToJson(holder).value(QLatin1String("nodes")).toArray();
    return QJsonDocument(nodes.first().toObject()).toJson();
}

std::optional<Node> nodeFromClip(const QByteArray &text)
{
    if (text.size() > kMaxDefinitionBytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    // The node is read by the reader of files, so that a clip obeys the same rules.
    QJsonObject holder = pipelineToJson(Pipeline{});
    QJsonObject node = document.object();
    node.remove(QLatin1String("from"));
    holder.insert(QLatin1String("name"), QStringLiteral("clip"));
    holder.insert(QLatin1String("nodes"), QJsonArray{node});
    const Result<Pipeline> pipeline = pipelineFromJson(holder);
    if (!pipeline || pipeline->nodes.size() != 1)
        return std::nullopt;
    return pipeline->nodes.front();
}

} // namespace dash
