#include "app/pipelines/node_look.h"

#include "app/pipelines/graph_layout.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"

#include <QPainter>

namespace dash {

namespace {

constexpr qreal kTile = 28;
constexpr qreal kTextLeft = 45;

QColor tileColor(NodeKind kind, const Tokens &tokens, bool muted)
{
    if (kind == NodeKind::Source)
        return withAlpha(tokens.series[2], muted ? 0.08 : 0.16);
    if (kind == NodeKind::Output)
        return withAlpha(tokens.series[4], muted ? 0.08 : 0.16);
    return muted ? withAlpha(tokens.press, 0.5) : tokens.hover;
}

QColor iconColor(NodeKind kind, const NodeLook &look, const Tokens &tokens)
{
    if (look.state == NodeLook::State::Waiting || look.state == NodeLook::State::Disabled)
        return tokens.secondary;
    if (kind == NodeKind::Source)
        return tokens.series[2];
    if (kind == NodeKind::Output && look.icon != u"warning")
        return tokens.series[4];
    return tokens.secondary;
}

struct Edge {
    QColor color;
    qreal width = 1;
    Qt::PenStyle line = Qt::SolidLine;
};

Edge edgeOf(const NodeLook &look, NodeFocus focus, const Tokens &tokens)
{
    const bool chosen = focus == NodeFocus::Selected || focus == NodeFocus::KeyboardFocus;
    switch (look.state) {
    case NodeLook::State::Error:
        return {tokens.error, 2};
    case NodeLook::State::Rejected:
        return chosen ? Edge{tokens.accent, 2} : Edge{tokens.warnGraphic, 1};
    case NodeLook::State::Waiting:
    case NodeLook::State::Disabled:
        return chosen ? Edge{tokens.accent, 2} : Edge{tokens.borderStrong, 1, Qt::DashLine};
    case NodeLook::State::Idle:
        break;
    }
    if (chosen)
        return {tokens.accent, 2};
    return {focus == NodeFocus::Hovered ? tokens.control : tokens.borderStrong, 1};
}

void paintBadge(QPainter &painter, const QRectF &node, const QString &text, const Tokens &tokens,
                Qt::LayoutDirection direction)
{
    const qreal width = textWidth(text, FontRole::Caption) + 12;
    QRectF box(0, node.top() - 22, width, 18);
    if (direction == Qt::RightToLeft)
        box.moveLeft(node.left());
    else
        box.moveRight(node.right());
    paintBox(&painter, box, 4, tokens.warnTint);
    paintText(&painter, box, text, FontRole::Caption, tokens.warn, Qt::AlignCenter);
}

QColor wireColor(const WireLook &look, const Tokens &tokens)
{
    switch (look.state) {
    case WireLook::State::Running:
        return tokens.accent;
    case WireLook::State::Error:
        return tokens.error;
    case WireLook::State::Rejected:
        return tokens.warnGraphic;
    case WireLook::State::NoRejects:
    case WireLook::State::Waiting:
        return tokens.borderStrong;
    case WireLook::State::Idle:
        break;
    }
    return tokens.control;
}

} // namespace

qreal nodeWidth(const NodeLook &look)
{
    const qreal title = textWidth(look.title, FontRole::BodyBold);
    const qreal fact = textWidth(look.fact, FontRole::Caption);
    return std::ceil(std::max(title, std::min(fact, 120.0)) + kTextLeft + 14);
}

void paintNode(QPainter &painter, const QRectF &rect, const NodeLook &look, NodeKind kind, NodeFocus focus,
               const Tokens &tokens, Qt::LayoutDirection direction)
{
    painter.save();
    const bool muted = look.state == NodeLook::State::Disabled;
    const bool waiting = look.state == NodeLook::State::Waiting;
    if (muted)
        painter.setOpacity(0.55);
    const Edge edge = edgeOf(look, focus, tokens);
    paintBox(&painter, rect, 8, muted || waiting ? tokens.sunken : tokens.raised, edge.color, edge.width, edge.line);
    if (focus == NodeFocus::KeyboardFocus)
        paintBox(&painter, rect.adjusted(-4, -4, 4, 4), 10, {}, tokens.accent, 2);

    const QRectF tile = mirrored(QRectF(rect.left() + 9, rect.center().y() - kTile / 2, kTile, kTile), rect, direction);
    paintBox(&painter, tile, 6, tileColor(kind, tokens, muted || waiting));
    paintIcon(&painter, tile.adjusted(6, 6, -6, -6), look.icon, iconColor(kind, look, tokens), direction);

    const QRectF title(rect.left() + kTextLeft, rect.top() + 10, rect.width() - kTextLeft - 10, 18);
    const QRectF fact = title.translated(0, 18);
    const QRectF titleBox = mirrored(title, rect, direction);
    const QColor titleColor = waiting || muted ? tokens.secondary : tokens.text;
    const qreal used = paintText(&painter, titleBox, look.title, FontRole::BodyBold, titleColor);
    if (muted) {
        const qreal start = direction == Qt::RightToLeft ? titleBox.right() - used : titleBox.left();
        painter.setPen(QPen(tokens.secondary, 1));
        painter.drawLine(QPointF(start, titleBox.center().y() + 1), QPointF(start + used, titleBox.center().y() + 1));
    }
    const QColor factColor = look.state == NodeLook::State::Error ? tokens.error
                             : tokens.contrast()                  ? tokens.text
                                                                  : tokens.tertiary;
    paintText(&painter, mirrored(fact, rect, direction), look.fact, FontRole::Caption, factColor);
    if (!look.badge.isEmpty())
        paintBadge(painter, rect, look.badge, tokens, direction);
    painter.restore();
}

void paintWire(QPainter &painter, const QPolygonF &corners, const WireLook &look, const Tokens &tokens,
               Qt::LayoutDirection direction)
{
    if (corners.size() < 2)
        return;
    QPen pen(wireColor(look, tokens), 1.5);
    pen.setCapStyle(Qt::FlatCap);
    if (look.state == WireLook::State::Error || look.roundDisabled)
        pen.setDashPattern({4 / 1.5, 3 / 1.5});
    else if (look.state == WireLook::State::Rejected || look.state == WireLook::State::NoRejects)
        pen.setDashPattern({2 / 1.5, 3 / 1.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(wirePath(corners));
    if (look.rows.isEmpty())
        return;
    const bool down = look.state == WireLook::State::Rejected;
    const QPointF start = down ? corners[corners.size() - 2] : corners[0];
    const QPointF end = down ? corners.last() : corners[1];
    const qreal width = textWidth(look.rows, FontRole::Caption) + 8;
    QRectF box(0, start.y() - 20, width, 14);
    if (down) {
        box.moveLeft(start.x() < end.x() ? start.x() + 4 : start.x() - width - 4);
    } else {
        // Above the gap between two nodes, however short the first stretch of the wire is.
        const qreal middle = start.x() + (start.x() < end.x() ? 1 : -1) * kNodeGap / 2;
        box.moveLeft(middle - width / 2);
    }
    paintText(&painter, box, look.rows, FontRole::Caption, down ? tokens.warn : tokens.tertiary, Qt::AlignCenter);
    Q_UNUSED(direction)
}

void paintTravel(QPainter &painter, const QPolygonF &corners, qreal at, const Tokens &tokens)
{
    const QPainterPath path = wirePath(corners);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(path.pointAtPercent(std::clamp(at, 0.0, 1.0)), 2.5, 2.5);
}

void paintPort(QPainter &painter, const QPointF &center, bool hot, const Tokens &tokens)
{
    painter.setPen(QPen(hot ? tokens.accent : tokens.control, hot ? 2 : 1));
    painter.setBrush(tokens.raised);
    painter.drawEllipse(center, hot ? 5 : 3.5, hot ? 5 : 3.5);
}

} // namespace dash
