#include "app/widgets/focus_ring.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QTextEdit>

namespace dash {

namespace {

constexpr int kGap = 2, kWidth = 2;

class Overlay final : public QWidget {
public:
    explicit Overlay(QWidget *window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("focusRing"));
    }
    qreal radius = 6;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(&painter, rect(), radius + kGap, {}, tokensOf(this).accent, kWidth);
    }
};

bool showsOwnFocus(const QWidget *widget)
{
    return widget->property("dashOwnFocus").toBool() || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QAbstractScrollArea *>(widget);
}

} // namespace

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    clear();
}

bool FocusRing::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        auto *widget = qobject_cast<QWidget *>(object);
        if (!widget || !widget->isVisible())
            break;
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        const bool keyboard =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
        // A popup or window that closes gives focus back: the ring returns where it was.
        const bool back =
            (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason) && widget == m_target;
        if ((keyboard || back) && !showsOwnFocus(widget))
            showOn(widget);
        else if (widget != m_target || !back)
            clear();
        break;
    }
    case QEvent::FocusOut:
        if (object == m_target) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                clear();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_target && object->isWidgetType() && object != m_overlay &&
            (object == m_target || static_cast<QWidget *>(object)->isAncestorOf(m_target)))
            follow();
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::showOn(QWidget *widget)
{
    m_target = widget;
    if (m_overlay && m_overlay->window() != widget->window())
        delete m_overlay;
    if (!m_overlay)
        m_overlay = new Overlay(widget->window());
    follow();
}

void FocusRing::follow()
{
    if (!m_target || !m_overlay)
        return;
    if (!m_target->isVisible()) {
        m_overlay->hide();
        return;
    }
    const int inset = m_target->property("focusInset").toInt();
    const QVariant radius = m_target->property("focusRadius");
    auto *overlay = static_cast<Overlay *>(m_overlay.data());
    overlay->radius = radius.isValid() ? radius.toReal() : metrics().radiusControl;
    const QRect inner = m_target->rect().adjusted(0, inset, 0, -inset);
    const int grow = kGap + kWidth;
    const QRect at(m_target->mapTo(m_target->window(), inner.topLeft()), inner.size());
    overlay->setGeometry(at.adjusted(-grow, -grow, grow, grow));
    // Inside a scrolled area only as much of it shows as of the widget's surroundings.
    for (QWidget *parent = m_target->parentWidget(); parent && !parent->isWindow(); parent = parent->parentWidget()) {
        if (!qobject_cast<QAbstractScrollArea *>(parent->parentWidget()))
            continue;
        const QRect seen(parent->mapTo(parent->window(), QPoint()), parent->size());
        const QRect part = overlay->geometry().intersected(seen);
        overlay->setMask(part.translated(-overlay->pos()));
        if (part.isEmpty()) {
            overlay->hide();
            return;
        }
        overlay->raise();
        overlay->show();
        return;
    }
    overlay->clearMask();
    overlay->raise();
    overlay->show();
}

void FocusRing::clear()
{
    m_target.clear();
    delete m_overlay;
}

} // namespace dash
