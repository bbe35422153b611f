#include "app/widgets/choice.h"

#include "app/theme/metrics.h"
#include "app/widgets/marks.h"

#include <QAccessible>
#include <QEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace dash {

namespace {

// Left and right as the eye sees them; -1, +1 or 0.
int arrowStep(const QKeyEvent *event, Qt::LayoutDirection direction)
{
    const int forward = direction == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right:
        return forward;
    case Qt::Key_Left:
        return -forward;
    default:
        return 0;
    }
}

void tellName(QWidget *widget, const QString &value)
{
    widget->setAccessibleDescription(value);
    QAccessibleEvent event(widget, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace

Segmented::Segmented(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Segmented::setItems(const QStringList &items)
{
    m_items = items;
    m_current = std::clamp(m_current, 0, std::max(0, int(items.size()) - 1));
    tellName(this, m_items.value(m_current));
    updateGeometry();
    update();
}

void Segmented::setCurrentIndex(int index)
{
    if (index < 0 || index >= m_items.size())
        return;
    m_current = index;
    tellName(this, m_items.value(m_current));
    update();
}

void Segmented::choose(int index)
{
    if (index < 0 || index >= m_items.size() || index == m_current)
        return;
    setCurrentIndex(index);
    Q_EMIT changed(index);
}

int Segmented::widthOfWords() const
{
    int width = 0;
    for (const QString &item : m_items)
        width += int(std::ceil(textWidth(item, FontRole::SmallMedium)));
    return width;
}

QSize Segmented::sizeHint() const
{
    return {widthOfWords() + 22 * int(m_items.size()) + 4, metrics().control};
}

QSize Segmented::minimumSizeHint() const
{
    return {widthOfWords() + 8 * int(m_items.size()) + 4, metrics().control};
}

QRectF Segmented::itemRect(int index) const
{
    const qreal spare = (width() - 2.0 - widthOfWords()) / double(std::max<qsizetype>(1, m_items.size()));
    qreal x = 1;
    qreal w = 0;
    for (int i = 0; i <= index && i < m_items.size(); ++i) {
        x += w;
        w = std::ceil(textWidth(m_items[i], FontRole::SmallMedium)) + spare;
    }
    return mirrored(QRectF(x, 1, w, height() - 2), rect(), layoutDirection());
}

void Segmented::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintBox(&painter, rect(), metrics().radiusControl, t.track, t.contrast() ? t.border : QColor());
    for (int i = 0; i < m_items.size(); ++i) {
        const QRectF r = itemRect(i).adjusted(1, 1, -1, -1);
        const bool on = i == m_current;
        if (on)
            paintBox(&painter, r, metrics().radiusControl - 1, t.dark() ? t.borderStrong : t.surface,
                     t.contrast() ? t.accent
                     : t.dark()   ? QColor()
                                  : t.borderStrong);
        painter.setFont(roleFont(FontRole::SmallMedium));
        painter.setPen(!isEnabled() ? t.disabled : on || i == m_hover ? t.text : t.secondary);
        painter.drawText(r, Qt::AlignCenter | Qt::TextSingleLine, m_items[i]);
    }
}

void Segmented::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_items.size(); ++i) {
        if (itemRect(i).contains(event->position()))
            choose(i);
    }
}

void Segmented::keyPressEvent(QKeyEvent *event)
{
    if (const int step = arrowStep(event, layoutDirection()))
        choose(m_current + step);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(int(m_items.size()) - 1);
    else
        QWidget::keyPressEvent(event);
}

bool Segmented::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverLeave) {
        int hover = -1;
        if (event->type() == QEvent::HoverMove) {
            for (int i = 0; i < m_items.size(); ++i) {
                if (itemRect(i).contains(static_cast<QHoverEvent *>(event)->position()))
                    hover = i;
            }
        }
        if (hover != m_hover) {
            m_hover = hover;
            update();
        }
    } else if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
    return QWidget::event(event);
}

Switch::Switch(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("focusInset", 4);
}

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    const QRectF track(0, (height() - 16) / 2.0, 28, 16);
    const bool on = isChecked();
    const QColor ground = !isEnabled() ? t.disabled : on ? t.accentFill : t.control;
    paintBox(&painter, track, 8, ground);
    const bool right = on != (layoutDirection() == Qt::RightToLeft);
    paintMark(&painter, QPointF(right ? track.right() - 8 : track.left() + 8, track.center().y()), Mark::Dot,
              t.contrast() ? t.surface : t.onAccentFill, 12);
}

void Switch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Tabs::Tabs(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Tabs::setItems(const QStringList &items)
{
    m_items.clear();
    for (const QString &item : items)
        m_items.push_back({item, {}, false});
    m_current = std::clamp(m_current, 0, std::max(0, int(m_items.size()) - 1));
    tellName(this, itemText(m_current));
    updateGeometry();
    update();
}

void Tabs::setItemText(int index, const QString &text)
{
    m_items[std::size_t(index)].text = text;
    updateGeometry();
    update();
}

void Tabs::setCount(int index, const QString &count, bool warn)
{
    m_items[std::size_t(index)].count = count;
    m_items[std::size_t(index)].warn = warn;
    updateGeometry();
    update();
}

void Tabs::setCurrentIndex(int index)
{
    if (index < 0 || index >= count())
        return;
    m_current = index;
    tellName(this, itemText(index));
    update();
}

QString Tabs::itemText(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].text : QString();
}

void Tabs::choose(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    setCurrentIndex(index);
    Q_EMIT changed(index);
}

qreal Tabs::itemWidth(const Item &item) const
{
    return std::ceil(textWidth(item.text, FontRole::BodyMedium)) +
           (item.count.isEmpty() ? 0 : Badge::widthOf(item.count) + 6);
}

QSize Tabs::sizeHint() const
{
    qreal width = 0;
    for (const Item &item : m_items)
        width += itemWidth(item) + 20;
    return {int(width), 40};
}

QSize Tabs::minimumSizeHint() const
{
    return {80, 40};
}

QRectF Tabs::itemRect(int index) const
{
    qreal x = 0;
    for (int i = 0; i < index; ++i)
        x += itemWidth(m_items[std::size_t(i)]) + 20;
    return mirrored(QRectF(x, 0, itemWidth(m_items[std::size_t(index)]), height()), rect(), layoutDirection());
}

void Tabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    for (int i = 0; i < count(); ++i) {
        const Item &item = m_items[std::size_t(i)];
        const QRectF r = itemRect(i);
        const bool on = i == m_current;
        paintText(&painter, r, item.text, FontRole::BodyMedium, on || i == m_hover ? t.text : t.secondary);
        if (!item.count.isEmpty()) {
            const qreal w = Badge::widthOf(item.count);
            const QRectF badge(r.right() - w, r.center().y() - 9, w, 18);
            Badge::paint(&painter, mirrored(badge, r, layoutDirection()), item.count,
                         item.warn ? Badge::Kind::Warn : Badge::Kind::Neutral, t);
        }
        if (on)
            painter.fillRect(QRectF(r.left(), height() - 2, r.width(), 2), t.accent);
    }
}

void Tabs::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < count(); ++i) {
        if (itemRect(i).adjusted(-10, 0, 10, 0).contains(event->position()))
            choose(i);
    }
}

void Tabs::keyPressEvent(QKeyEvent *event)
{
    if (const int step = arrowStep(event, layoutDirection()))
        choose(m_current + step);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(count() - 1);
    else
        QWidget::keyPressEvent(event);
}

bool Tabs::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverLeave) {
        int hover = -1;
        if (event->type() == QEvent::HoverMove) {
            for (int i = 0; i < count(); ++i) {
                if (itemRect(i).contains(static_cast<QHoverEvent *>(event)->position()))
                    hover = i;
            }
        }
        if (hover != m_hover) {
            m_hover = hover;
            update();
        }
    } else if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
    return QWidget::event(event);
}

} // namespace dash
