#include "app/pipelines/graph_layout.h"

#include "app/pipelines/graph_edit.h"

#include <QLineF>
#include <QSet>

#include <algorithm>

namespace dash {

namespace {

constexpr qreal kRejectedDrop = 144;

struct Place {
    int column = 0;
    int lane = 0;
};

// Longest path from a source; nodes in a circle (a hostile file) stop at the number of nodes.
std::map<QString, int> columnsOf(const Pipeline &pipeline)
{
    std::map<QString, int> columns;
    for (const Node &node : pipeline.nodes)
        columns[node.id] = node.kind == NodeKind::Source ? 0 : 1;
    const int limit = static_cast<int>(pipeline.nodes.size());
    bool moved = true;
    for (int pass = 0; moved && pass < limit; ++pass) {
        moved = false;
        for (const Node &node : pipeline.nodes) {
            if (node.kind == NodeKind::Source)
                continue;
            for (const QString &input : pipeline.inputsOf(node)) {
                const auto at = columns.find(input);
                if (at != columns.end() && columns[node.id] <= at->second && at->second + 1 <= limit) {
                    columns[node.id] = at->second + 1;
                    moved = true;
                }
            }
        }
    }
    // Outputs stand together at the end.
    int last = 0;
    for (const auto &[id, column] : columns)
        last = std::max(last, column);
    for (const Node &node : pipeline.nodes) {
        if (node.kind == NodeKind::Output)
            columns[node.id] = last;
    }
    return columns;
}

// Lanes: a reader keeps the lane of what it reads when no node or wire is in the way, else it takes the next one.
class Lanes {
public:
    int take(int wanted, int fromColumn, int toColumn)
    {
        for (int lane = wanted;; ++lane) {
            if (isFree(lane, fromColumn, toColumn)) {
                m_taken[lane].emplace_back(fromColumn, toColumn);
                return lane;
            }
        }
    }

private:
    bool isFree(int lane, int from, int to) const
    {
        const auto it = m_taken.find(lane);
        if (it == m_taken.end())
            return true;
        return std::none_of(it->second.begin(), it->second.end(),
                            [&](const auto &span) { return from <= span.second && span.first <= to; });
    }
    std::map<int, std::vector<std::pair<int, int>>> m_taken;
};

std::map<QString, Place> placesOf(const Pipeline &pipeline)
{
    const std::map<QString, int> columns = columnsOf(pipeline);
    std::vector<const Node *> nodes;
    for (const Node &node : pipeline.nodes)
        nodes.push_back(&node);
    // Steps before outputs, so that the main line keeps its lane and side outputs go below.
    const auto rank = [&](const Node *node) { return std::pair(columns.at(node->id), node->kind == NodeKind::Output); };
    std::stable_sort(nodes.begin(), nodes.end(), [&](const Node *a, const Node *b) { return rank(a) < rank(b); });
    std::map<QString, Place> places;
    Lanes lanes;
    for (const Node *node : nodes) {
        const int column = columns.at(node->id);
        int wanted = 0;
        int from = column;
        const QStringList inputs = node->kind == NodeKind::Source ? QStringList() : pipeline.inputsOf(*node);
        for (const QString &input : inputs) {
            if (const auto at = places.find(input); at != places.end() && at->second.column < column) {
                wanted = at->second.lane;
                from = at->second.column + 1;
                break;
            }
        }
        places[node->id] = Place{column, lanes.take(wanted, from, column)};
    }
    return places;
}

QPolygonF route(const QRectF &from, const QRectF &to)
{
    const QPointF start(from.right(), from.center().y());
    const QPointF end(to.left(), to.center().y());
    if (qFuzzyCompare(start.y(), end.y()))
        return {start, end};
    const qreal turn = end.x() > start.x() ? start.x() + kNodeGap / 2 : end.x() - kNodeGap / 2;
    return {start, QPointF(turn, start.y()), QPointF(turn, end.y()), end};
}

// The rejected table hangs below the step that refused rows, one column on.
void placeRejected(GraphLayout &layout, const std::map<QString, Place> &places, const Pipeline &pipeline,
                   const QString &rejecting)
{
    QString from = rejecting;
    for (auto it = pipeline.nodes.begin(); from.isEmpty() && it != pipeline.nodes.end(); ++it) {
        if (it->kind == NodeKind::Step)
            from = it->id;
    }
    const auto at = layout.nodes.find(from);
    if (at == layout.nodes.end() || pipeline.node(from)->kind == NodeKind::Output)
        return;
    const QRectF &step = at->second;
    QRectF box(step.right() + kNodeGap, step.top() + kRejectedDrop, kNodeWidth, kNodeHeight);
    for (const auto &[id, rect] : layout.nodes) {
        if (rect.adjusted(-8, -20, 8, 20).intersects(box))
            box.moveTop(std::max(box.top(), rect.bottom() + 36));
    }
    for (const auto &[id, place] : places) {
        const QRectF &rect = layout.nodes.at(id);
        if (rect.adjusted(-kNodeGap, -20, kNodeGap, 20).intersects(box))
            box.moveTop(rect.bottom() + 36);
    }
    layout.nodes[rejectedNodeId()] = box;
    const QPointF start(step.center().x(), step.bottom());
    layout.wires.push_back(
        Wire{from, rejectedNodeId(),
             QPolygonF{start, QPointF(start.x(), box.center().y()), QPointF(box.left(), box.center().y())}, true});
}

} // namespace

GraphLayout layoutGraph(const Pipeline &pipeline, const std::function<qreal(const Node &)> &width,
                        const QString &rejecting)
{
    GraphLayout layout;
    const std::map<QString, Place> places = placesOf(pipeline);
    std::map<int, qreal> widths;
    for (const Node &node : pipeline.nodes) {
        qreal &column = widths[places.at(node.id).column];
        column = std::max(column, std::clamp(width(node), kNodeWidth, kNodeMaxWidth));
    }
    std::map<int, qreal> lefts;
    qreal left = 0;
    for (const auto &[column, columnWidth] : widths) {
        lefts[column] = left;
        left += columnWidth + kNodeGap;
    }
    std::vector<std::pair<std::pair<int, int>, QString>> reading;
    for (const Node &node : pipeline.nodes) {
        const Place place = places.at(node.id);
        layout.nodes[node.id] = QRectF(lefts[place.column], place.lane * kLanePitch, widths[place.column], kNodeHeight);
        reading.push_back({{place.lane, place.column}, node.id});
    }
    std::sort(reading.begin(), reading.end());
    for (const auto &entry : reading)
        layout.order.push_back(entry.second);
    for (const Node &node : pipeline.nodes) {
        if (node.kind == NodeKind::Source)
            continue;
        for (const QString &input : pipeline.inputsOf(node)) {
            if (const auto from = layout.nodes.find(input); from != layout.nodes.end())
                layout.wires.push_back(Wire{input, node.id, route(from->second, layout.nodes[node.id]), false});
        }
    }
    placeRejected(layout, places, pipeline, rejecting);
    for (const auto &[id, rect] : layout.nodes)
        layout.bounds = layout.bounds.united(rect);
    return layout;
}

QPainterPath wirePath(const QPolygonF &corners, qreal radius)
{
    QPainterPath path;
    if (corners.isEmpty())
        return path;
    path.moveTo(corners.first());
    for (qsizetype i = 1; i + 1 < corners.size(); ++i) {
        const QLineF in(corners[i], corners[i - 1]);
        const QLineF out(corners[i], corners[i + 1]);
        const qreal r = std::min({radius, in.length() / 2, out.length() / 2});
        path.lineTo(in.length() > 0 ? in.pointAt(r / in.length()) : corners[i]);
        path.quadTo(corners[i], out.length() > 0 ? out.pointAt(r / out.length()) : corners[i]);
    }
    path.lineTo(corners.last());
    return path;
}

} // namespace dash
