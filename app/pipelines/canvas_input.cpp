// The hand and the keyboard on the canvas: choosing, dragging, wiring, moving from node to node.

#include "app/pipelines/canvas.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace dash {

void Canvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = m_at = event->position();
    m_pressedOrigin = m_origin;
    const QString port = portAt(m_pressed);
    const QString node = nodeAt(m_pressed);
    if (event->button() == Qt::LeftButton && !port.isEmpty()) {
        m_drag = Drag::Wire;
        m_dragNode = port;
    } else if (event->button() == Qt::LeftButton && !node.isEmpty()) {
        m_dragNode = node;
        choose(node, Qt::MouseFocusReason);
    } else {
        m_drag = Drag::Pan;
    }
    update();
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    m_at = event->position();
    const QString over = nodeAt(m_at);
    if (over != m_hovered) {
        m_hovered = over;
        update();
    }
    const bool far = (m_at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        setCursor(portAt(m_at).isEmpty() ? Qt::ArrowCursor : Qt::CrossCursor);
        update();
        return;
    }
    if (m_drag == Drag::None && far && !m_dragNode.isEmpty() && m_dragNode != rejectedNodeId() &&
        kindOf(m_dragNode) != NodeKind::Source)
        m_drag = Drag::Node;
    if (m_drag == Drag::Pan) {
        m_followsGraph = m_followsGraph && !far;
        m_origin = m_pressedOrigin + (m_at - m_pressed);
    }
    if (m_drag == Drag::Node) {
        const QString target = dropTarget(m_at);
        setDropHint(target == m_dragNode ? QString() : target);
    }
    if (m_drag == Drag::Wire)
        setDropHint(over == m_dragNode || kindOf(over) == NodeKind::Source ? QString() : over);
    if (m_drag != Drag::None)
        update();
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = m_drag;
    m_drag = Drag::None;
    const QPointF position = event->position();
    const bool far = (position - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (drag == Drag::Node)
        finishNodeDrag(position);
    else if (drag == Drag::Wire)
        finishWireDrag(position, event->globalPosition().toPoint());
    else if (drag == Drag::Pan && !far)
        choose({}, Qt::MouseFocusReason);
    m_dragNode.clear();
    setDropHint({});
    update();
}

void Canvas::finishWireDrag(const QPointF &position, const QPoint &global)
{
    const QString over = nodeAt(position);
    if (over == m_dragNode)
        return;
    if (over.isEmpty())
        send(CanvasCommand::Kind::Branch, m_dragNode, {}, global);
    else if (over != rejectedNodeId())
        send(m_pipeline.node(over) && m_pipeline.inputsOf(*m_pipeline.node(over)).contains(m_dragNode)
                 ? CanvasCommand::Kind::Disconnect
                 : CanvasCommand::Kind::Connect,
             m_dragNode, over);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString node = nodeAt(event->position());
    if (node.isEmpty())
        send(CanvasCommand::Kind::AddAfter, m_selected, {}, event->globalPosition().toPoint());
    else
        send(CanvasCommand::Kind::Open, node);
}

void Canvas::wheelEvent(QWheelEvent *event)
{
    m_followsGraph = false;
    if (event->modifiers() & Qt::ControlModifier) {
        const QPointF scene = toScene(event->position());
        m_zoom = std::clamp(m_zoom * std::pow(1.0015, event->angleDelta().y()), kMinZoom, kMaxZoom);
        m_origin = event->position() - scene * m_zoom;
        Q_EMIT zoomChanged(m_zoom);
    } else {
        const QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        m_origin += event->modifiers() & Qt::ShiftModifier ? QPointF(delta.y(), delta.x()) : QPointF(delta);
    }
    event->accept();
    update();
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    using Kind = CanvasCommand::Kind;
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QPoint below =
        mapToGlobal(m_selected.isEmpty() ? QPoint(16, 56) : nodeRect(m_selected).bottomLeft().toPoint());
    if (event->matches(QKeySequence::Copy))
        return send(Kind::Copy, m_selected);
    if (event->matches(QKeySequence::Paste))
        return send(Kind::Paste, m_selected);
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        return send(Kind::Duplicate, m_selected);
    if (!plain)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_A:
        return send(event->modifiers() & Qt::ShiftModifier ? Kind::Branch : Kind::AddAfter, m_selected, {}, below);
    case Qt::Key_D:
        return send(Kind::Disable, m_selected);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return send(Kind::Remove, m_selected);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return send(Kind::Open, m_selected);
    case Qt::Key_Right:
        return step(rtl ? -1 : 1);
    case Qt::Key_Left:
        return step(rtl ? 1 : -1);
    case Qt::Key_Down:
        return stepAcross(1);
    case Qt::Key_Up:
        return stepAcross(-1);
    case Qt::Key_Home:
        if (!m_layout.order.isEmpty())
            choose(m_layout.order.first(), Qt::ShortcutFocusReason);
        return;
    case Qt::Key_End:
        if (!m_layout.order.isEmpty())
            choose(m_layout.order.last(), Qt::ShortcutFocusReason);
        return;
    case Qt::Key_Escape:
        return choose({}, Qt::ShortcutFocusReason);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Plus:
        return setZoom(m_zoom * 1.1);
    case Qt::Key_Minus:
        return setZoom(m_zoom / 1.1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Canvas::step(int direction)
{
    if (m_layout.order.isEmpty())
        return;
    const qsizetype at = m_layout.order.indexOf(m_selected);
    const qsizetype next = at < 0 ? (direction > 0 ? 0 : m_layout.order.size() - 1)
                                  : std::clamp<qsizetype>(at + direction, 0, m_layout.order.size() - 1);
    choose(m_layout.order[next], Qt::TabFocusReason);
}

// To the nearest node of the lanes above or below.
void Canvas::stepAcross(int direction)
{
    const auto from = m_layout.nodes.find(m_selected);
    if (from == m_layout.nodes.end())
        return step(direction);
    QString best;
    qreal nearest = 1e9;
    for (const auto &[id, box] : m_layout.nodes) {
        const QPointF delta = box.center() - from->second.center();
        if (delta.y() * direction <= 1)
            continue;
        const qreal far = std::abs(delta.y()) * 4 + std::abs(delta.x());
        if (far < nearest) {
            nearest = far;
            best = id;
        }
    }
    if (!best.isEmpty())
        choose(best, Qt::TabFocusReason);
}

// Tab goes through the nodes and leaves the canvas at its ends.
bool Canvas::focusNextPrevChild(bool next)
{
    const qsizetype at = m_layout.order.indexOf(m_selected);
    const qsizetype to = at + (next ? 1 : -1);
    if (hasFocus() && to >= 0 && to < m_layout.order.size()) {
        choose(m_layout.order[to], next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

} // namespace dash
