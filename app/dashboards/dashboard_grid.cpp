#include "app/dashboards/dashboard_grid.h"

#include "app/dashboards/grid_editor.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {
constexpr int kNarrow = 1'000; // below: six columns (a window of 1024)
constexpr int kMedium = 1'180; // below: nothing under three columns wide
} // namespace

GridMetrics gridMetrics(double width, int columns)
{
    GridMetrics m;
    m.gap = metrics().gap;
    m.cellWidth = (width - (columns - 1) * m.gap) / columns;
    return m;
}

DashboardGrid::DashboardGrid(DashboardScope &scope, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
{
    setObjectName(QStringLiteral("dashboardGrid"));
}

DashboardGrid::~DashboardGrid() = default;

void DashboardGrid::setDashboard(const Dashboard &dashboard)
{
    const bool another = !(m_dashboard.id == dashboard.id);
    m_dashboard = dashboard;
    m_cells = compactCells(cellsOf(dashboard.widgets));
    std::map<WidgetId, WidgetCard *> kept;
    for (const Widget &widget : dashboard.widgets) {
        const auto found = m_cards.find(widget.id);
        WidgetCard *card = nullptr;
        if (found != m_cards.end() && !another) {
            card = found->second;
            m_cards.erase(found);
            card->setWidget(widget);
        } else {
            card = new WidgetCard(m_scope, widget, this);
            connect(card, &WidgetCard::changed, this, &DashboardGrid::widgetChanged);
            card->setEditing(m_editing);
            Q_EMIT cardMade(card);
        }
        kept[widget.id] = card;
    }
    for (const auto &[id, card] : m_cards) {
        card->hide();
        card->deleteLater(); // it may be the sender
    }
    const bool glide = !another && !m_cards.empty();
    m_cards = std::move(kept);
    if (!m_cards.contains(m_selected) && !m_selected.isNull())
        select({});
    arrange(glide ? Motion::Glide : Motion::Jump);
    if (m_editor)
        m_editor->raise();
}

void DashboardGrid::setEditing(bool editing)
{
    if (m_editing == editing)
        return;
    m_editing = editing;
    if (editing) {
        m_editor = new GridEditor(this);
        m_editor->setGeometry(rect());
        m_editor->show();
        m_editor->raise();
        m_editor->setFocus(Qt::OtherFocusReason);
    } else {
        m_editor->deleteLater();
        m_editor = nullptr;
        select({});
    }
    for (const auto &[id, card] : m_cards)
        card->setEditing(editing);
    arrange(Motion::Jump);
    update();
}

void DashboardGrid::select(WidgetId id)
{
    if (m_selected == id)
        return;
    m_selected = id;
    if (m_editor)
        m_editor->update();
    Q_EMIT selectionChanged(id);
}

WidgetCard *DashboardGrid::card(WidgetId id) const
{
    const auto found = m_cards.find(id);
    return found == m_cards.end() ? nullptr : found->second;
}

std::vector<WidgetCard *> DashboardGrid::cards() const
{
    std::vector<WidgetCard *> list;
    for (const auto &[id, card] : m_cards)
        list.push_back(card);
    std::sort(list.begin(), list.end(), [](const WidgetCard *a, const WidgetCard *b) {
        const QRect &ra = a->widget().cells;
        const QRect &rb = b->widget().cells;
        return std::pair(ra.y(), ra.x()) < std::pair(rb.y(), rb.x());
    });
    return list;
}

QRect DashboardGrid::cellRect(const QRect &cells) const
{
    const GridMetrics m = gridMetrics(width() - 2 * kGridEdge, m_columns);
    QRectF r = m.rect(cells).translated(kGridEdge, kGridEdge);
    if (layoutDirection() == Qt::RightToLeft)
        r.moveRight(width() - r.left());
    // Neighbouring edges are rounded alike, so gaps stay equal.
    const int left = static_cast<int>(std::lround(r.left()));
    const int right = static_cast<int>(std::lround(r.right()));
    return {left, static_cast<int>(std::lround(r.top())), right - left, static_cast<int>(std::lround(r.height()))};
}

void DashboardGrid::moveWidget(WidgetId id, const QRect &cells, bool final)
{
    const WidgetCells before = cellsOf(m_dashboard.widgets);
    m_cells = moveCells(compactCells(before), id, cells);
    arrange(Motion::Glide);
    if (final) {
        if (m_cells != before)
            Q_EMIT cellsChanged(m_cells);
    }
}

void DashboardGrid::arrange(Motion motion)
{
    // Editing works on the real grid, whatever the width.
    m_columns = !m_editing && width() < kNarrow ? 6 : kGridColumns;
    if (m_editing || width() >= kMedium)
        m_arranged = m_cells;
    else
        m_arranged = arrangeFor(m_cells, m_columns, 3);
    for (const auto &[id, cells] : m_arranged) {
        if (WidgetCard *card = this->card(id))
            placeCard(card, cellRect(cells), motion);
    }
    const int rows = rowsOf(m_arranged) + (m_editing ? 6 : 0);
    const int height =
        std::max(1, static_cast<int>(rows * gridMetrics(width(), m_columns).row - metrics().gap) + 2 * kGridEdge);
    if (minimumHeight() != height)
        setMinimumHeight(height);
    if (m_editor)
        m_editor->update();
    // Tab goes through the widgets as one reads them.
    QWidget *last = nullptr;
    for (WidgetCard *card : cards()) {
        if (last)
            setTabOrder(last, card);
        last = card;
    }
}

void DashboardGrid::placeCard(WidgetCard *card, const QRect &geometry, Motion motion)
{
    auto *running = card->findChild<QPropertyAnimation *>(QStringLiteral("move"), Qt::FindDirectChildrenOnly);
    if (running && running->endValue().toRect() == geometry)
        return;
    delete running;
    if (motion == Motion::Jump || dash::motion().panel == 0 || !card->isVisible() || card->geometry() == geometry) {
        card->setGeometry(geometry);
        card->show();
        return;
    }
    auto *move = new QPropertyAnimation(card, "geometry", card);
    move->setObjectName(QStringLiteral("move"));
    move->setDuration(dash::motion().panel);
    move->setEasingCurve(QEasingCurve::OutCubic);
    move->setEndValue(geometry);
    connect(move, &QAbstractAnimation::finished, this, [this] {
        if (m_editor)
            m_editor->update();
    });
    move->start(QAbstractAnimation::DeleteWhenStopped);
}

void DashboardGrid::paintEvent(QPaintEvent *event)
{
    if (!m_editing)
        return;
    QPainter painter(this);
    const Tokens &tokens = tokensOf(this);
    for (int y = event->rect().top() / 16 * 16; y <= event->rect().bottom(); y += 16) {
        for (int x = event->rect().left() / 16 * 16; x <= event->rect().right(); x += 16)
            painter.fillRect(QRectF(x, y, 1, 1), tokens.borderStrong);
    }
}

void DashboardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_editor)
        m_editor->setGeometry(rect());
    arrange(Motion::Jump);
}

void DashboardGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange)
        arrange(Motion::Jump);
    QWidget::changeEvent(event);
}

} // namespace dash
