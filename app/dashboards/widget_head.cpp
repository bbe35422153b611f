#include "app/dashboards/widget_head.h"

#include "app/theme/fonts.h"
#include "app/theme/paint.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr double kMark = 10;
constexpr double kMarkGap = 6;
constexpr double kItemGap = 14;

double itemWidth(const LegendItem &item)
{
    double width = kMark + kMarkGap + textWidth(item.name, FontRole::Small);
    if (!item.value.isEmpty())
        width += 6 + textWidth(item.value, FontRole::SmallMedium);
    return std::ceil(width) + 2;
}

QIcon colorIcon(const QColor &color)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(2, 2, 12, 12), 3, 3);
    return pixmap;
}

} // namespace

std::vector<LegendItem> legendItems(const ChartContent &content, const Tokens &tokens)
{
    std::vector<LegendItem> items;
    for (const Trace &trace : content.traces) {
        if (trace.previous)
            continue;
        items.push_back({trace.key, trace.name, traceColor(trace, tokens), trace.hidden, trace.dashes > 0, {}});
    }
    // One series alone has room for what else is drawn of it; these have no key and cannot be switched off.
    if (items.size() == 1) {
        for (const Trace &trace : content.traces) {
            if (trace.previous)
                items.push_back({{}, LegendBar::tr("Before"), traceColor(trace, tokens), false, true, {}});
            else if (trace.many && content.spec.envelope && content.spec.kind != ChartKind::Bar)
                items.push_back(
                    {{}, LegendBar::tr("Min to max"), withAlpha(traceColor(trace, tokens), 0.5), false, false, {}});
        }
    }
    return items;
}

LegendLayout layoutLegend(const std::vector<LegendItem> &items, const QRectF &room, Qt::LayoutDirection direction)
{
    LegendLayout layout;
    double total = 0;
    std::size_t shown = 0;
    const double moreWidth = textWidth(QStringLiteral("+99"), FontRole::Small) + 8;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const double width = itemWidth(items[i]) + (i > 0 ? kItemGap : 0);
        const double reserve = i + 1 < items.size() ? moreWidth + kItemGap : 0;
        if (total + width + reserve > room.width())
            break;
        total += width;
        ++shown;
    }
    layout.left = items.size() - shown;
    const bool mirrored = direction == Qt::RightToLeft;
    if (layout.left > 0)
        total += moreWidth + (shown > 0 ? kItemGap : 0);
    if (shown == 0 && moreWidth > room.width())
        return layout;
    double x = mirrored ? room.left() + total : room.right() - total;
    const auto place = [&](double width) {
        const QRectF rect(mirrored ? x - width : x, room.top(), width, room.height());
        x += mirrored ? -(width + kItemGap) : width + kItemGap;
        return rect;
    };
    for (std::size_t i = 0; i < shown; ++i)
        layout.items.push_back(place(itemWidth(items[i])));
    if (layout.left > 0)
        layout.more = place(moreWidth);
    return layout;
}

void paintLegend(QPainter *painter, const std::vector<LegendItem> &items, const LegendLayout &layout,
                 const Tokens &tokens, Qt::LayoutDirection direction, int hovered)
{
    const bool mirrored = direction == Qt::RightToLeft;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        const LegendItem &item = items[i];
        const QRectF rect = layout.items[i];
        const QColor mark = item.hidden ? tokens.disabled : item.color;
        const QRectF line(mirrored ? rect.right() - kMark : rect.left(), rect.center().y() - 1.5, kMark, 3);
        if (item.dashed) {
            painter->fillRect(QRectF(line.left(), line.top(), 4, 3), mark);
            painter->fillRect(QRectF(line.right() - 4, line.top(), 4, 3), mark);
        } else {
            paintBox(painter, line, 1.5, mark);
        }
        const double nameWidth = textWidth(item.name, FontRole::Small) + 1;
        const QColor ink = item.hidden                      ? tokens.disabled
                           : static_cast<int>(i) == hovered ? tokens.text
                                                            : tokens.secondary;
        const QRectF name(mirrored ? line.left() - kMarkGap - nameWidth : line.right() + kMarkGap, rect.top(),
                          nameWidth, rect.height());
        paintText(painter, name, item.name, FontRole::Small, ink, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        if (item.hidden)
            painter->fillRect(QRectF(name.left(), std::round(name.center().y()), nameWidth, 1), ink);
        if (!item.value.isEmpty()) {
            const double width = textWidth(item.value, FontRole::SmallMedium) + 2;
            paintText(painter,
                      QRectF(mirrored ? name.left() - 6 - width : name.right() + 6, rect.top(), width, rect.height()),
                      item.value, FontRole::SmallMedium, tokens.text,
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        }
    }
    if (layout.left > 0 && layout.more.isValid())
        paintText(painter, layout.more, u'+' + QString::number(layout.left), FontRole::Small, tokens.secondary,
                  Qt::AlignCenter);
    painter->restore();
}

QString headUnit(const Widget &widget, const ChartLayout *layout)
{
    const WidgetType *type = widgetType(widget.type);
    if (!widget.scope.isEmpty())
        return widget.scope;
    if (!type || type->body != WidgetType::Body::Chart)
        return {};
    return layout ? layout->units[0].unit : widget.unit;
}

namespace {

struct HeadWidths {
    double title = 0, unit = 0;
};

HeadWidths headWidths(const QRectF &head, const Widget &widget, const QString &unit, const HeadRoom &room)
{
    HeadWidths widths;
    const double available = std::max(0.0, head.width() - room.start - room.end);
    widths.title = std::min(available, std::ceil(textWidth(widget.title, FontRole::BodyBold)) + 2);
    if (!unit.isEmpty())
        widths.unit =
            std::min(std::max(0.0, available - widths.title - 8), std::ceil(textWidth(unit, FontRole::Small)) + 2);
    return widths;
}

} // namespace

QRectF legendRoom(const QRectF &head, const Widget &widget, const QString &unit, const HeadRoom &room,
                  Qt::LayoutDirection direction)
{
    const HeadWidths widths = headWidths(head, widget, unit, room);
    const double used = widths.title + (widths.unit > 0 ? widths.unit + 8 : 0) + 16;
    const double left = std::max(0.0, head.width() - room.start - room.end - used);
    return direction == Qt::RightToLeft ? QRectF(head.left() + room.end, head.top(), left, head.height())
                                        : QRectF(head.right() - room.end - left, head.top(), left, head.height());
}

void paintHead(QPainter *painter, const QRectF &head, const Widget &widget, const QString &unit, const HeadRoom &room,
               const Tokens &tokens, Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft;
    const auto flags = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const HeadWidths widths = headWidths(head, widget, unit, room);
    const auto at = [&](double offset, double width) {
        return QRectF(mirrored ? head.right() - room.start - offset - width : head.left() + room.start + offset,
                      head.top(), width, head.height());
    };
    paintText(painter, at(0, widths.title), widget.title, FontRole::BodyBold, tokens.text, flags);
    if (widths.unit > 16 || (!unit.isEmpty() && unit.size() < 3))
        paintText(painter, at(widths.title + 8, widths.unit), unit, FontRole::Small, tokens.tertiary, flags);
}

void openLegendMenu(QWidget *owner, const LegendItem &item, const QPoint &global, const std::function<void()> &hide,
                    const std::function<void()> &alone, const std::function<void(int)> &color)
{
    auto *menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(menu->addAction(item.hidden ? LegendBar::tr("Show") : LegendBar::tr("Hide")), &QAction::triggered,
                     owner, hide);
    QObject::connect(menu->addAction(LegendBar::tr("Show alone")), &QAction::triggered, owner, alone);
    menu->addSeparator();
    static const std::array names{
        QT_TRANSLATE_NOOP("dash::LegendBar", "Blue"),   QT_TRANSLATE_NOOP("dash::LegendBar", "Orange"),
        QT_TRANSLATE_NOOP("dash::LegendBar", "Teal"),   QT_TRANSLATE_NOOP("dash::LegendBar", "Pink"),
        QT_TRANSLATE_NOOP("dash::LegendBar", "Violet"), QT_TRANSLATE_NOOP("dash::LegendBar", "Sky"),
        QT_TRANSLATE_NOOP("dash::LegendBar", "Green"),  QT_TRANSLATE_NOOP("dash::LegendBar", "Gold"),
        QT_TRANSLATE_NOOP("dash::LegendBar", "Brick"),  QT_TRANSLATE_NOOP("dash::LegendBar", "Slate")};
    for (std::size_t slot = 0; slot < names.size(); ++slot) {
        QAction *action = menu->addAction(colorIcon(tokensOf(owner).series[slot]), LegendBar::tr(names[slot]));
        QObject::connect(action, &QAction::triggered, owner, [color, slot] { color(static_cast<int>(slot) + 1); });
    }
    menu->popup(global);
}

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Legend"));
    setObjectName(QStringLiteral("legend"));
}

void LegendBar::setItems(std::vector<LegendItem> items)
{
    const auto same = [](const LegendItem &a, const LegendItem &b) {
        return a.key == b.key && a.name == b.name && a.color == b.color && a.hidden == b.hidden && a.value == b.value;
    };
    if (std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(), same))
        return;
    m_items = std::move(items);
    m_layout = layoutLegend(m_items, QRectF(rect()), layoutDirection());
    QStringList words;
    for (const LegendItem &item : m_items)
        words << (item.hidden ? tr("%1, hidden").arg(item.name) : item.name);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

double LegendBar::wantedWidth() const
{
    double width = 0;
    for (const LegendItem &item : m_items)
        width += itemWidth(item) + kItemGap;
    return width;
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLegend(&painter, m_items, m_layout, tokensOf(this), layoutDirection(), m_hovered);
}

void LegendBar::resizeEvent(QResizeEvent *)
{
    m_layout = layoutLegend(m_items, QRectF(rect()), layoutDirection());
}

int LegendBar::itemAt(const QPointF &pos) const
{
    for (std::size_t i = 0; i < m_layout.items.size(); ++i) {
        if (!m_items[i].key.isEmpty() && m_layout.items[i].adjusted(-4, 0, 4, 0).contains(pos))
            return static_cast<int>(i);
    }
    return -1;
}

void LegendBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int index = itemAt(event->position());
    if (index >= 0)
        Q_EMIT hiddenToggled(m_items[static_cast<std::size_t>(index)].key);
    else if (m_layout.left > 0 && m_layout.more.contains(event->position()))
        openRest();
    else
        event->ignore();
}

void LegendBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int index = itemAt(event->position()); index >= 0)
        Q_EMIT onlyAsked(m_items[static_cast<std::size_t>(index)].key);
}

void LegendBar::mouseMoveEvent(QMouseEvent *event)
{
    const int index = itemAt(event->position());
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index != m_hovered) {
        m_hovered = index;
        update();
    }
}

void LegendBar::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void LegendBar::focusInEvent(QFocusEvent *event)
{
    if (m_hovered < 0 && !m_layout.items.empty())
        m_hovered = 0;
    update();
    QWidget::focusInEvent(event);
}

void LegendBar::contextMenuEvent(QContextMenuEvent *event)
{
    const int index = event->reason() == QContextMenuEvent::Mouse ? itemAt(QPointF(event->pos())) : m_hovered;
    if (index >= 0)
        openMenu(index, event->globalPos());
    else
        event->ignore();
}

void LegendBar::keyPressEvent(QKeyEvent *event)
{
    const auto keyed =
        std::count_if(m_items.begin(), m_items.end(), [](const LegendItem &i) { return !i.key.isEmpty(); });
    const int count = std::min(static_cast<int>(m_layout.items.size()), static_cast<int>(keyed));
    if (count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int step = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_hovered = std::clamp(m_hovered + step, 0, count - 1);
        update();
        return;
    case Qt::Key_Space:
        Q_EMIT hiddenToggled(m_items[static_cast<std::size_t>(std::max(0, m_hovered))].key);
        return;
    case Qt::Key_Return:
        Q_EMIT onlyAsked(m_items[static_cast<std::size_t>(std::max(0, m_hovered))].key);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LegendBar::openMenu(int index, const QPoint &global)
{
    const LegendItem item = m_items[static_cast<std::size_t>(index)];
    openLegendMenu(
        this, item, global, [this, item] { Q_EMIT hiddenToggled(item.key); },
        [this, item] { Q_EMIT onlyAsked(item.key); }, [this, item](int slot) { Q_EMIT colorChosen(item.key, slot); });
}

void LegendBar::openRest()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = m_items.size() - m_layout.left; i < m_items.size(); ++i) {
        if (m_items[i].key.isEmpty())
            continue;
        QAction *action = menu->addAction(colorIcon(m_items[i].color), m_items[i].name);
        action->setCheckable(true);
        action->setChecked(!m_items[i].hidden);
        connect(action, &QAction::triggered, this, [this, key = m_items[i].key] { Q_EMIT hiddenToggled(key); });
    }
    menu->popup(mapToGlobal(m_layout.more.bottomLeft().toPoint()));
}

} // namespace dash
