#include "app/widgets/popup.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/system_look.h"

#include <QGuiApplication>
#include <QHideEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace dash {

Popup::Popup(QWidget *parent)
    : QWidget(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_shadow(hasCompositor())
{
    setAttribute(Qt::WA_TranslucentBackground, m_shadow);
    auto *outer = new QVBoxLayout(this);
    const int m = margin() + 5;
    outer->setContentsMargins(m, m, m, m);
    outer->setSpacing(0);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    outer->addLayout(m_body);
}

int Popup::margin() const
{
    return m_shadow ? kShadowMargin + 8 : 0;
}

void Popup::openBelow(QWidget *anchor, int width)
{
    setLayoutDirection(anchor->layoutDirection());
    const int m = margin();
    setMinimumWidth(width + 2 * m);
    adjustSize();
    const QSize inner = size() - QSize(2 * m, 2 * m);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    QPoint at = anchor->mapToGlobal(QPoint(rtl ? anchor->width() - inner.width() : 0, anchor->height() + 4));
    const QRect screen = anchor->screen()->availableGeometry();
    if (at.y() + inner.height() > screen.bottom())
        at.setY(std::max(screen.top(), anchor->mapToGlobal(QPoint()).y() - inner.height() - 4));
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - inner.width())));
    move(at - QPoint(m, m));
    show();
}

void Popup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const int m = margin();
    const QRectF box = QRectF(rect()).adjusted(m, m, -m, -m);
    if (m_shadow)
        paintShadow(&painter, box, metrics().radiusCard, t);
    else
        painter.fillRect(rect(), t.raised);
    paintBox(&painter, box, m_shadow ? metrics().radiusCard : 0, t.raised, t.borderStrong);
}

void Popup::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT closed();
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace dash
