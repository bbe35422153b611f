#include "app/dashboards/grid_editor.h"

#include "app/charts/chart_view.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/marks.h"

#include <QAccessible>
#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dash {

GridEditor::GridEditor(DashboardGrid *grid)
    : QWidget(grid)
    , m_grid(grid)
{
    setObjectName(QStringLiteral("gridEditor"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Dashboard being edited"));
    setProperty("dashOwnFocus", true);
}

QRect GridEditor::selectedCells() const
{
    for (const auto &[id, cells] : m_grid->m_cells) {
        if (id == m_grid->m_selected)
            return cells;
    }
    return {};
}

QRect GridEditor::freeCells() const
{
    return freePlace(m_grid->m_cells, {std::min(5, kGridColumns), 6});
}

WidgetId GridEditor::widgetAt(const QPoint &pos) const
{
    for (const auto &[id, card] : m_grid->m_cards) {
        if (card->geometry().contains(pos))
            return id;
    }
    return {};
}

Qt::Edges GridEditor::edgesAt(const QPoint &pos) const
{
    const WidgetCard *card = m_grid->card(m_grid->m_selected);
    if (!card)
        return {};
    const QRect r = card->geometry();
    if (!r.adjusted(-7, -7, 7, 7).contains(pos))
        return {};
    Qt::Edges edges;
    if (std::abs(pos.x() - r.left()) <= 7)
        edges |= Qt::LeftEdge;
    else if (std::abs(pos.x() - r.right()) <= 7)
        edges |= Qt::RightEdge;
    if (std::abs(pos.y() - r.top()) <= 7)
        edges |= Qt::TopEdge;
    else if (std::abs(pos.y() - r.bottom()) <= 7)
        edges |= Qt::BottomEdge;
    return edges;
}

void GridEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    if (!m_dragging) {
        const QRectF place = m_grid->cellRect(freeCells());
        paintBox(&painter, place, metrics().radiusCard, {}, tokens.borderStrong, 1, Qt::DashLine);
        const QPointF middle = place.center();
        paintIcon(&painter, QRectF(middle.x() - 10, middle.y() - 42, 20, 20), u"plus", tokens.secondary);
        paintText(&painter, QRectF(place.left(), middle.y() - 16, place.width(), 20), tr("Add a widget here"),
                  FontRole::Body, tokens.secondary, Qt::AlignCenter);
        paintText(&painter, QRectF(place.left(), middle.y() + 8, place.width(), 18), tr("or press W to choose one"),
                  FontRole::Small, tokens.tertiary, Qt::AlignCenter);
    }
    const WidgetCard *card = m_grid->card(m_grid->m_selected);
    if (!card)
        return;
    const QRectF r = QRectF(card->geometry()).adjusted(-1, -1, 1, 1);
    if (m_dragging)
        paintBox(&painter, m_grid->cellRect(selectedCells()), metrics().radiusCard, withAlpha(tokens.accent, 0.06),
                 tokens.accent, 1, Qt::DashLine);
    paintBox(&painter, r, metrics().radiusCard, {}, tokens.accent, 2);
    for (const double x : {r.left(), r.center().x(), r.right()}) {
        for (const double y : {r.top(), r.center().y(), r.bottom()}) {
            if (QPointF(x, y) != r.center())
                paintBox(&painter, QRectF(x - 5, y - 5, 10, 10), 2, tokens.surface, tokens.accent, 1.5);
        }
    }
    const QRect cells = selectedCells();
    const QString size = QString::number(cells.width()) + QStringLiteral(" × ") + QString::number(cells.height());
    const double width = textWidth(size, FontRole::CaptionBold) + 14;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF label(mirrored ? r.left() : r.right() - width, r.bottom() + 8, width, 20);
    paintBox(&painter, label, 4, tokens.accentFill);
    paintText(&painter, label, size, FontRole::CaptionBold, tokens.onAccentFill, Qt::AlignCenter);
}

void GridEditor::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const QPoint pos = event->position().toPoint();
    m_edges = edgesAt(pos);
    if (!m_edges) {
        const WidgetId id = widgetAt(pos);
        if (id.isNull()) {
            if (m_grid->cellRect(freeCells()).contains(pos) && event->button() == Qt::LeftButton)
                Q_EMIT m_grid->addAsked(freeCells());
            else
                m_grid->select({});
            return;
        }
        m_grid->select(id);
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_moved = false;
    m_pressed = pos;
    m_startCells = selectedCells();
    if (QWidget *card = m_grid->card(m_grid->m_selected)) {
        card->raise();
        raise();
    }
}

QRect GridEditor::dragged(const QPoint &pos) const
{
    const GridMetrics m = gridMetrics(width() - 2 * kGridEdge, kGridColumns);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int dx =
        static_cast<int>(std::lround((pos.x() - m_pressed.x()) / (m.cellWidth + m.gap))) * (mirrored ? -1 : 1);
    const int dy = static_cast<int>(std::lround((pos.y() - m_pressed.y()) / m.row));
    QRect cells = m_startCells;
    if (!m_edges) {
        cells.translate(dx, dy);
        cells.moveLeft(std::clamp(cells.x(), 0, kGridColumns - cells.width()));
        cells.moveTop(std::max(0, cells.y()));
        return cells;
    }
    const bool start = mirrored ? m_edges.testFlag(Qt::RightEdge) : m_edges.testFlag(Qt::LeftEdge);
    const bool end = mirrored ? m_edges.testFlag(Qt::LeftEdge) : m_edges.testFlag(Qt::RightEdge);
    if (start)
        cells.setLeft(std::clamp(cells.left() + dx, 0, cells.right() - kLeastCells.width() + 1));
    if (end)
        cells.setRight(std::clamp(cells.right() + dx, cells.left() + kLeastCells.width() - 1, kGridColumns - 1));
    if (m_edges & Qt::TopEdge)
        cells.setTop(std::clamp(cells.top() + dy, 0, cells.bottom() - kLeastCells.height() + 1));
    if (m_edges & Qt::BottomEdge)
        cells.setBottom(std::max(cells.bottom() + dy, cells.top() + kLeastCells.height() - 1));
    return cells;
}

void GridEditor::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    if (!m_dragging) {
        const Qt::Edges edges = edgesAt(pos);
        const bool falling = edges == (Qt::LeftEdge | Qt::TopEdge) || edges == (Qt::RightEdge | Qt::BottomEdge);
        if (!edges)
            setCursor(widgetAt(pos).isNull() ? Qt::ArrowCursor : Qt::OpenHandCursor);
        else if (edges == Qt::LeftEdge || edges == Qt::RightEdge)
            setCursor(Qt::SizeHorCursor);
        else if (edges == Qt::TopEdge || edges == Qt::BottomEdge)
            setCursor(Qt::SizeVerCursor);
        else
            setCursor(falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor);
        return;
    }
    if (!m_moved && (pos - m_pressed).manhattanLength() < 4)
        return;
    m_moved = true;
    const QRect cells = dragged(pos);
    if (cells != selectedCells())
        m_grid->moveWidget(m_grid->m_selected, cells, false);
    update();
}

void GridEditor::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_dragging = false;
    if (m_moved)
        m_grid->moveWidget(m_grid->m_selected, dragged(event->position().toPoint()), true);
    update();
}

void GridEditor::contextMenuEvent(QContextMenuEvent *event)
{
    const WidgetId id = m_grid->m_selected;
    if (id.isNull())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Duplicate widget")), &QAction::triggered, this,
            [this, id] { Q_EMIT m_grid->duplicateAsked(id); });
    connect(menu->addAction(tr("Remove widget")), &QAction::triggered, this,
            [this, id] { Q_EMIT m_grid->removeAsked(id); });
    menu->popup(event->globalPos());
}

void GridEditor::keyPressEvent(QKeyEvent *event)
{
    const std::vector<WidgetCard *> cards = m_grid->cards();
    const WidgetId id = m_grid->m_selected;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {mirrored ? 1 : -1, 0};
        break;
    case Qt::Key_Right:
        step = {mirrored ? -1 : 1, 0};
        break;
    case Qt::Key_Up:
        step = {0, -1};
        break;
    case Qt::Key_Down:
        step = {0, 1};
        break;
    case Qt::Key_N:
    case Qt::Key_P: {
        // Next and previous widget, without leaving the grid by Tab.
        auto at = std::find_if(cards.begin(), cards.end(), [&](const WidgetCard *c) { return c->widget().id == id; });
        const auto n = static_cast<std::ptrdiff_t>(cards.size());
        if (n == 0)
            return;
        const std::ptrdiff_t now = at == cards.end() ? -1 : at - cards.begin();
        const std::ptrdiff_t next = event->key() == Qt::Key_N ? (now + 1) % n : (now <= 0 ? n - 1 : now - 1);
        m_grid->select(cards[static_cast<std::size_t>(next)]->widget().id);
        announce();
        return;
    }
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!id.isNull())
            Q_EMIT m_grid->removeAsked(id);
        return;
    case Qt::Key_D:
        if (!id.isNull() && (event->modifiers() & Qt::ControlModifier)) {
            Q_EMIT m_grid->duplicateAsked(id);
            return;
        }
        break;
    case Qt::Key_W:
        Q_EMIT m_grid->addAsked(freeCells());
        return;
    default:
        break;
    }
    if (step.isNull() || id.isNull()) {
        QWidget::keyPressEvent(event);
        return;
    }
    QRect cells = selectedCells();
    if (event->modifiers() & Qt::ShiftModifier)
        cells.setSize({std::clamp(cells.width() + step.x(), kLeastCells.width(), kGridColumns - cells.x()),
                       std::max(kLeastCells.height(), cells.height() + step.y())});
    else
        cells.translate(step);
    // Moving up must pass the one above, or gravity puts it back.
    if (!(event->modifiers() & Qt::ShiftModifier) && step.y() != 0) {
        for (const auto &[other, rect] : m_grid->m_cells) {
            if (!(other == id) && step.y() < 0 && rect.intersects(cells))
                cells.moveTop(rect.top());
            if (!(other == id) && step.y() > 0 && rect.intersects(cells))
                cells.moveTop(rect.bottom() + 1 - 0);
        }
    }
    m_grid->moveWidget(id, cells, true);
    announce();
}

// Where the selected widget stands and how large it is, for those who do not see the grid.
void GridEditor::announce()
{
    const WidgetCard *card = m_grid->card(m_grid->m_selected);
    const QRect cells = selectedCells();
    setAccessibleDescription(card ? tr("%1: column %2, row %3, %4 × %5 cells")
                                        .arg(card->widget().title)
                                        .arg(cells.x() + 1)
                                        .arg(cells.y() + 1)
                                        .arg(cells.width())
                                        .arg(cells.height())
                                  : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace dash
