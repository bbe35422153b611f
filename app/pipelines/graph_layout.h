#pragma once
// Places the nodes of a pipeline on the canvas: sources → steps → outputs from the start side to the end side, one lane
// a branch, the rejected rows below. Coordinates are left to right; the canvas mirrors them where people read so.

#include "core/model/pipeline.h"

#include <QPainterPath>
#include <QRectF>

#include <functional>
#include <map>

namespace dash {

inline constexpr qreal kNodeWidth = 140;
inline constexpr qreal kNodeMaxWidth = 220;
inline constexpr qreal kNodeHeight = 56;
inline constexpr qreal kNodeGap = 34;
inline constexpr qreal kLanePitch = 92;

struct Wire {
    QString from;
    QString to; // "rejected" for the wire of refused rows
    QPolygonF corners;
    bool rejected = false;
};

struct GraphLayout {
    std::map<QString, QRectF> nodes; // by id; "rejected" is the table of refused rows
    std::vector<Wire> wires;
    QStringList order; // reading order: Tab goes through it
    QRectF bounds;
};

inline const QString &rejectedNodeId()
{
    static const QString id = QStringLiteral("rejected");
    return id;
}

// `width` gives the wanted width of a node (140 … 220). `rejecting` is the node whose refused rows go to the rejected
// table; empty takes the first step.
GraphLayout layoutGraph(const Pipeline &pipeline, const std::function<qreal(const Node &)> &width,
                        const QString &rejecting = {});
// The wire's line with rounded corners.
QPainterPath wirePath(const QPolygonF &corners, qreal radius = 6);

} // namespace dash
