#include "app/pipelines/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace dash {

FlowLayout::FlowLayout(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, Placing::Move);
}

int FlowLayout::place(const QRect &rect, Placing placing) const
{
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    int line = 0;
    for (QLayoutItem *item : m_items) {
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(1, rect.width()), item->sizeHint().height()));
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += line + m_gap;
            line = 0;
        }
        if (placing == Placing::Move) {
            const QRect box(rect.topLeft() + QPoint(x, y), size);
            item->setGeometry(QStyle::visualRect(direction, rect, box));
        }
        x += size.width() + m_gap;
        line = std::max(line, size.height());
    }
    return y + line;
}

} // namespace dash
