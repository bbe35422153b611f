#include "app/pipelines/canvas.h"

#include "app/pipelines/canvas_accessible.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QEvent>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QResizeEvent>
#include <QToolTip>

#include <cmath>

namespace dash {

namespace {

constexpr qreal kMargin = 13;
constexpr qreal kTop = 96;
constexpr qreal kPortReach = 11; // targets are at least 24 × 24 with this radius
constexpr qreal kWireReach = 12;
constexpr int kTravelMs = 700;
constexpr qint64 kPulseGapMs = 1'000;

void mirrorLayout(GraphLayout &layout)
{
    for (auto &[id, rect] : layout.nodes)
        rect.moveLeft(-rect.right());
    for (Wire &wire : layout.wires) {
        for (QPointF &corner : wire.corners)
            corner.setX(-corner.x());
    }
    layout.bounds.moveLeft(-layout.bounds.right());
}

qreal distanceTo(const QPolygonF &corners, const QPointF &point)
{
    qreal best = 1e9;
    for (qsizetype i = 0; i + 1 < corners.size(); ++i) {
        const QRectF segment = QRectF(corners[i], corners[i + 1]).normalized();
        const qreal dx = std::max({segment.left() - point.x(), 0.0, point.x() - segment.right()});
        const qreal dy = std::max({segment.top() - point.y(), 0.0, point.y() - segment.bottom()});
        best = std::min(best, std::hypot(dx, dy));
    }
    return best;
}

qint64 nowMs()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

} // namespace

Canvas::Canvas(QWidget *parent)
    : QWidget(parent)
{
    installCanvasAccessibility();
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Pipeline steps"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_travel.setStartValue(0.0);
    m_travel.setEndValue(1.0);
    m_travel.setDuration(kTravelMs);
    connect(&m_travel, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

void Canvas::setGraph(const Pipeline &pipeline, const GraphLook &look)
{
    const bool first = m_pipeline.id != pipeline.id || m_pipeline.nodes.empty();
    m_pipeline = pipeline;
    m_look = look;
    const QRectF before = m_layout.bounds;
    relayout();
    if (!m_selected.isEmpty() && !m_layout.nodes.contains(m_selected))
        choose({}, Qt::OtherFocusReason);
    if (first || !m_placed || (m_followsGraph && m_layout.bounds != before)) {
        centre(kReadableZoom);
        keepVisible(m_selected);
    }
    update();
}

void Canvas::relayout()
{
    m_layout = layoutGraph(
        m_pipeline,
        [this](const Node &node) {
            const auto it = m_look.nodes.find(node.id);
            return it == m_look.nodes.end() ? kNodeWidth : nodeWidth(it->second);
        },
        m_look.rejecting);
    if (layoutDirection() == Qt::RightToLeft)
        mirrorLayout(m_layout);
}

// At 100 % from the start edge when that fits, else as large as fits. It stays so while steps come and go, until
// somebody pans or zooms.
void Canvas::centre(qreal smallest)
{
    m_followsGraph = true;
    m_placed = width() > 0 && !m_layout.nodes.empty();
    const QSizeF room(width() - 2 * kMargin, height() - kTop - 40);
    const QRectF &all = m_layout.bounds;
    const qreal fits = all.isEmpty() ? 1 : std::min(room.width() / all.width(), room.height() / all.height());
    m_zoom = std::clamp(fits, smallest, 1.0);
    const qreal start =
        layoutDirection() == Qt::RightToLeft ? width() - kMargin - all.right() * m_zoom : kMargin - all.left() * m_zoom;
    m_origin = QPointF(std::round(start), std::round(std::min(kTop, height() / 3.0)));
    Q_EMIT zoomChanged(m_zoom);
}

void Canvas::fit()
{
    centre(kMinZoom);
    update();
}

void Canvas::setZoom(qreal zoom)
{
    m_followsGraph = false;
    const QPointF middle = rect().center();
    const QPointF scene = toScene(middle);
    m_zoom = std::clamp(zoom, kMinZoom, kMaxZoom);
    m_origin = middle - scene * m_zoom;
    Q_EMIT zoomChanged(m_zoom);
    update();
}

void Canvas::setSelected(const QString &node)
{
    if (node == m_selected)
        return;
    m_selected = m_layout.nodes.contains(node) ? node : QString();
    setAccessibleDescription(describe(m_selected));
    keepVisible(m_selected);
    update();
}

void Canvas::choose(const QString &node, Qt::FocusReason reason)
{
    m_keyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (node != m_selected) {
        setSelected(node);
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(int(m_layout.order.indexOf(m_selected)));
        QAccessible::updateAccessibility(&focused);
        Q_EMIT selectionChanged(m_selected);
    }
    update();
}

void Canvas::pulse()
{
    const qint64 now = nowMs();
    if (!isVisible() || motion().popup == 0 || now - m_lastPulse < kPulseGapMs)
        return;
    m_lastPulse = now;
    m_travel.stop();
    m_travel.start();
}

QRectF Canvas::nodeRect(const QString &node) const
{
    const auto it = m_layout.nodes.find(node);
    if (it == m_layout.nodes.end())
        return {};
    return {toWidget(it->second.topLeft()), it->second.size() * m_zoom};
}

QPointF Canvas::outPort(const QString &node) const
{
    const QRectF box = nodeRect(node);
    return {layoutDirection() == Qt::RightToLeft ? box.left() : box.right(), box.center().y()};
}

QPointF Canvas::inPort(const QString &node) const
{
    const QRectF box = nodeRect(node);
    return {layoutDirection() == Qt::RightToLeft ? box.right() : box.left(), box.center().y()};
}

NodeKind Canvas::kindOf(const QString &node) const
{
    if (node == rejectedNodeId())
        return NodeKind::Step; // drawn neutral
    const Node *found = m_pipeline.node(node);
    return found ? found->kind : NodeKind::Output;
}

QString Canvas::nodeAt(const QPointF &widget) const
{
    const QPointF scene = toScene(widget);
    for (const auto &[id, box] : m_layout.nodes) {
        if (box.contains(scene))
            return id;
    }
    return {};
}

QString Canvas::portAt(const QPointF &widget) const
{
    for (const Node &node : m_pipeline.nodes) {
        if (node.kind != NodeKind::Output && QLineF(outPort(node.id), widget).length() <= kPortReach)
            return node.id;
    }
    return {};
}

QString Canvas::dropTarget(const QPointF &position) const
{
    if (const QString over = nodeAt(position); !over.isEmpty() && over != rejectedNodeId())
        return over;
    const QPointF scene = toScene(position);
    for (const Wire &wire : m_layout.wires) {
        if (!wire.rejected && distanceTo(wire.corners, scene) <= kWireReach / m_zoom)
            return wire.from;
    }
    return {};
}

void Canvas::finishNodeDrag(const QPointF &position)
{
    const QPointF scene = toScene(position);
    QString target;
    // Over a wire or a node: behind what is there. Its own wires do not count.
    for (const auto &[id, box] : m_layout.nodes) {
        if (id != m_dragNode && id != rejectedNodeId() && box.contains(scene))
            target = id;
    }
    for (const Wire &wire : m_layout.wires) {
        if (target.isEmpty() && !wire.rejected && wire.from != m_dragNode && wire.to != m_dragNode &&
            distanceTo(wire.corners, scene) <= kWireReach / m_zoom)
            target = wire.from;
    }
    if (!target.isEmpty())
        send(CanvasCommand::Kind::Move, m_dragNode, target);
}

void Canvas::setGhost(const QString &name, const QPointF &at)
{
    m_ghost = name;
    m_ghostAt = at;
    update();
}

void Canvas::setDropHint(const QString &node)
{
    if (m_dropHint == node)
        return;
    m_dropHint = node;
    update();
}

QString Canvas::describe(const QString &node) const
{
    const auto it = m_look.nodes.find(node);
    if (it == m_look.nodes.end())
        return {};
    const NodeLook &look = it->second;
    QStringList parts{look.title};
    for (const QString &part : {look.kindName, look.fact, look.badge}) {
        if (!part.isEmpty() && !parts.contains(part))
            parts.push_back(part);
    }
    switch (look.state) {
    case NodeLook::State::Error:
        parts.push_back(tr("has an error"));
        break;
    case NodeLook::State::Waiting:
        parts.push_back(tr("waits behind an error"));
        break;
    case NodeLook::State::Disabled:
        parts.push_back(tr("disabled, rows pass it by"));
        break;
    case NodeLook::State::Idle:
    case NodeLook::State::Rejected:
        break;
    }
    return parts.join(QStringLiteral(", "));
}

void Canvas::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens.sunken);
    constexpr int kDots = 14;
    const QPoint shift(int(m_origin.x()) % kDots, int(m_origin.y()) % kDots);
    painter.setPen(Qt::NoPen);
    for (int y = event->rect().top() / kDots * kDots - kDots + shift.y(); y <= event->rect().bottom(); y += kDots) {
        for (int x = event->rect().left() / kDots * kDots - kDots + shift.x(); x <= event->rect().right(); x += kDots)
            painter.fillRect(x, y, 1, 1, tokens.borderStrong);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_origin);
    painter.scale(m_zoom, m_zoom);
    paintGraph(painter);
    painter.resetTransform();
    paintPorts(painter);
    paintDrag(painter);
}

void Canvas::paintGraph(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(this);
    const bool still = motion().popup == 0;
    for (const Wire &wire : m_layout.wires) {
        const auto it = m_look.wires.find({wire.from, wire.to});
        const WireLook look = it == m_look.wires.end() ? WireLook{} : it->second;
        paintWire(painter, wire.corners, look, tokens, layoutDirection());
        if (look.state != WireLook::State::Running)
            continue;
        if (m_travel.state() == QAbstractAnimation::Running)
            paintTravel(painter, wire.corners, m_travel.currentValue().toReal(), tokens);
        else if (still)
            paintTravel(painter, wire.corners, 0.5, tokens);
    }
    for (const auto &[id, rect] : m_layout.nodes) {
        const auto it = m_look.nodes.find(id);
        if (it == m_look.nodes.end())
            continue;
        NodeFocus focus = id == m_hovered ? NodeFocus::Hovered : NodeFocus::None;
        if (id == m_selected)
            focus = m_keyboard && hasFocus() ? NodeFocus::KeyboardFocus : NodeFocus::Selected;
        const QRectF box =
            m_drag == Drag::Node && id == m_dragNode ? rect.translated((m_at - m_pressed) / m_zoom) : rect;
        paintNode(painter, box, it->second, kindOf(id), focus, tokens, layoutDirection());
        if (id == m_dropHint)
            paintBox(&painter, rect.adjusted(-4, -4, 4, 4), 10, {}, tokens.accent, 2, Qt::DashLine);
    }
}

void Canvas::paintPorts(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(this);
    for (const Node &node : m_pipeline.nodes) {
        if (m_drag == Drag::Node && node.id == m_dragNode)
            continue;
        const auto it = m_look.nodes.find(node.id);
        painter.setOpacity(it != m_look.nodes.end() && it->second.state == NodeLook::State::Disabled ? 0.55 : 1);
        if (node.kind != NodeKind::Source)
            paintPort(painter, inPort(node.id), m_drag == Drag::Wire && m_dropHint == node.id, tokens);
        if (node.kind != NodeKind::Output)
            paintPort(painter, outPort(node.id), m_drag == Drag::Wire ? m_dragNode == node.id : portAt(m_at) == node.id,
                      tokens);
    }
    painter.setOpacity(1);
    if (m_layout.nodes.contains(rejectedNodeId()))
        paintPort(painter, inPort(rejectedNodeId()), false, tokens);
}

void Canvas::paintDrag(QPainter &painter) const
{
    if (!m_ghost.isEmpty()) {
        const QRectF box(m_ghostAt + QPointF(10, 10), QSizeF(textWidth(m_ghost, FontRole::BodyBold) + 24, 32));
        paintBox(&painter, box, metrics().radiusCard, tokensOf(this).raised, tokensOf(this).accent);
        paintText(&painter, box, m_ghost, FontRole::BodyBold, tokensOf(this).text, Qt::AlignCenter);
    }
    if (m_drag != Drag::Wire)
        return;
    painter.setPen(QPen(tokensOf(this).accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    const QPointF start = outPort(m_dragNode);
    const qreal turn = (start.x() + m_at.x()) / 2;
    painter.drawPath(wirePath({start, {turn, start.y()}, {turn, m_at.y()}, m_at}));
}

void Canvas::keepVisible(const QString &node)
{
    const QRectF box = nodeRect(node).adjusted(-kMargin, -kMargin, kMargin, kMargin);
    if (node.isEmpty() || width() < box.width())
        return;
    QPointF shift;
    if (box.left() < 0)
        shift.setX(-box.left());
    else if (box.right() > width())
        shift.setX(width() - box.right());
    if (box.top() < 0)
        shift.setY(-box.top());
    else if (box.bottom() > height())
        shift.setY(height() - box.bottom());
    m_origin += shift;
}

bool Canvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString node = nodeAt(help->pos());
        if (node.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), describe(node), this);
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered.clear();
        update();
    }
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::FocusIn)
        update();
    if (event->type() == QEvent::Hide)
        m_travel.stop();
    return QWidget::event(event);
}

void Canvas::resizeEvent(QResizeEvent *event)
{
    const bool smaller = !m_layout.bounds.isEmpty() && (m_origin.x() + m_layout.bounds.right() * m_zoom > width() ||
                                                        event->oldSize().width() != event->size().width());
    if (!m_placed || (smaller && m_followsGraph)) {
        centre(kReadableZoom);
        keepVisible(m_selected);
    }
    QWidget::resizeEvent(event);
}

void Canvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange) {
        relayout();
        centre(kReadableZoom);
    }
    QWidget::changeEvent(event);
}

void Canvas::send(CanvasCommand::Kind kind, const QString &node, const QString &other, const QPoint &at)
{
    Q_EMIT commanded(CanvasCommand{kind, node, other, at});
}

} // namespace dash
