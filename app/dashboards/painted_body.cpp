#include "app/dashboards/painted_body.h"

#include "app/dashboards/widget_card.h"
#include "app/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QWheelEvent>

#include <algorithm>

namespace dash {

PaintedBody::PaintedBody(WidgetCard &card)
    : QWidget(&card)
    , m_card(card)
{
    setObjectName(QStringLiteral("widgetBody"));
    setAttribute(Qt::WA_NoSystemBackground);
    if (card.m_type->body == WidgetType::Body::Scrolled)
        setFocusPolicy(Qt::TabFocus);
}

double PaintedBody::contentHeight() const
{
    const WidgetType *type = m_card.m_type;
    return type && type->height ? type->height(m_card.scene(), width()) : 0;
}

void PaintedBody::contentChanged()
{
    m_height = contentHeight();
    setAccessibleName(m_card.widget().title);
    setAccessibleDescription(m_card.m_type->summary ? m_card.m_type->summary(m_card.scene()) : QString());
    scrollTo(m_scroll);
    update();
}

void PaintedBody::scrollTo(double y)
{
    const double most = std::max(0.0, m_height - height() + 8);
    const double to = std::clamp(y, 0.0, most);
    if (to != m_scroll) {
        m_scroll = to;
        update();
    }
}

void PaintedBody::paintEvent(QPaintEvent *)
{
    ++m_paints;
    QPainter painter(this);
    const WidgetScene scene = m_card.scene();
    QRectF room = QRectF(rect());
    if (m_card.m_type->body == WidgetType::Body::Scrolled) {
        painter.setClipRect(room);
        m_card.m_type->paint(&painter, room.adjusted(0, -m_scroll, 0, 0), scene);
        if (m_height > height()) {
            painter.setRenderHint(QPainter::Antialiasing);
            const double share = height() / m_height;
            const double length = std::max(24.0, height() * share);
            const double top = (height() - length) * (m_scroll / std::max(1.0, m_height - height()));
            paintBox(&painter,
                     QRectF(layoutDirection() == Qt::RightToLeft ? 2 : width() - 6, std::min(top, height() - length), 4,
                            length),
                     2, withAlpha(scene.tokens.control, 0.5));
        }
        return;
    }
    m_card.m_type->paint(&painter, room, scene);
}

void PaintedBody::wheelEvent(QWheelEvent *event)
{
    if (m_height <= height()) {
        event->ignore();
        return;
    }
    scrollTo(m_scroll - event->angleDelta().y() / 120.0 * 56);
    event->accept();
}

void PaintedBody::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        scrollTo(m_scroll + 28);
        return;
    case Qt::Key_Up:
        scrollTo(m_scroll - 28);
        return;
    case Qt::Key_PageDown:
        scrollTo(m_scroll + height());
        return;
    case Qt::Key_PageUp:
        scrollTo(m_scroll - height());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PaintedBody::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_height = contentHeight();
    scrollTo(m_scroll);
}

} // namespace dash
