#include "app/widgets/button.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScreen>

namespace dash {

namespace {

constexpr qreal kIcon = 16;

bool isActivation(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

void popupBelow(QMenu *menu, QWidget *anchor)
{
    const QSize size = menu->sizeHint();
    const bool rtl = anchor->layoutDirection() == Qt::RightToLeft;
    QPoint at = anchor->mapToGlobal(QPoint(rtl ? anchor->width() - size.width() : 0, anchor->height() + 4));
    const QRect screen = anchor->screen()->availableGeometry();
    if (at.y() + size.height() > screen.bottom())
        at.setY(anchor->mapToGlobal(QPoint(0, 0)).y() - size.height() - 4);
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
    menu->popup(at);
}

Button::Button(const QString &text, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
}

Button::Button(const QString &iconName, const QString &text, Kind kind, QWidget *parent)
    : Button(text, kind, parent)
{
    m_icon = iconName;
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Button::setTrailingIconName(const QString &name)
{
    m_trailing = name;
    updateGeometry();
    update();
}

void Button::setLarge(bool large)
{
    m_large = large;
    updateGeometry();
}

void Button::setKey(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void Button::setChevron(bool chevron)
{
    m_chevron = chevron;
    updateGeometry();
    update();
}

void Button::setMenu(QMenu *menu)
{
    if (m_menu == menu)
        return;
    if (m_menu)
        m_menu->disconnect(this);
    else
        connect(this, &QAbstractButton::clicked, this, [this] {
            if (m_menu)
                popupBelow(m_menu, this);
        });
    m_menu = menu;
    setChevron(menu != nullptr);
}

void Button::setJoined(Corner round)
{
    m_join = round;
    m_hasJoin = true;
    update();
}

QSize Button::sizeHint() const
{
    qreal width = textWidth(text(), FontRole::BodyMedium);
    if (!m_icon.isEmpty())
        width += kIcon + (text().isEmpty() ? 0 : 6);
    if (!m_trailing.isEmpty())
        width += kIcon + 4;
    if (!m_key.isEmpty())
        width += textWidth(m_key, FontRole::Caption) + 12;
    if (m_chevron)
        width += 18;
    const int side = m_kind == Kind::Link ? 0 : (m_large ? 14 : 10);
    return {int(std::ceil(width)) + 2 * side + 2, m_large ? metrics().controlLarge : metrics().control};
}

void Button::paintGround(QPainter *painter) const
{
    const Tokens &t = tokensOf(this);
    const bool over = isEnabled() && underMouse();
    const bool held = isEnabled() && isDown();
    QColor fill = t.dark() ? t.raised : t.surface;
    QColor border = t.borderStrong;
    switch (m_kind) {
    case Kind::Link:
        return;
    case Kind::Primary:
        fill = over || held ? t.accentFillHover : t.accentFill;
        border = QColor();
        break;
    case Kind::DangerFilled:
        fill = t.dark() ? mixOklab(t.error, QColor(Qt::black), 0.42) : t.error;
        border = QColor();
        break;
    case Kind::Quiet:
        fill = Qt::transparent;
        border = QColor();
        [[fallthrough]];
    default:
        if (held)
            fill = t.press;
        else if (isChecked())
            fill = t.selected;
        else if (over)
            fill = t.hover;
    }
    if (!isEnabled() && m_kind != Kind::Quiet)
        fill = t.sunken, border = t.border;
    if (!m_hasJoin) {
        paintBox(painter, rect(), metrics().radiusControl, fill, border);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, 1));
    painter->setBrush(fill);
    // Joined parts share one edge: each draws over its neighbour's end.
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const qreal shared = int(m_join) & int(Corner::Start) ? 0 : 1;
    const QRectF box = QRectF(rect()).adjusted(rtl ? 0.5 : 0.5 - shared, 0.5, rtl ? shared - 0.5 : -0.5, -0.5);
    painter->drawPath(joinedPath(box, metrics().radiusControl, m_join, layoutDirection()));
    painter->restore();
}

QColor Button::inkColor() const
{
    const Tokens &t = tokensOf(this);
    if (!isEnabled())
        return t.disabled;
    switch (m_kind) {
    case Kind::Primary:
        return t.onAccentFill;
    case Kind::DangerFilled:
        return QColor(Qt::white);
    case Kind::Danger:
        return t.error;
    case Kind::Link:
        return t.accentText;
    default:
        return isChecked() ? t.accentText : t.text;
    }
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintGround(&painter);
    const QColor ink = inkColor();
    const Tokens &t = tokensOf(this);
    const QRectF r(rect());
    const int side = m_kind == Kind::Link ? 0 : (m_large ? 14 : 10);
    qreal content = sizeHint().width() - 2 * side - 2;
    qreal x = std::max<qreal>(side, (width() - content) / 2);
    const auto place = [&](qreal at, qreal w, qreal h) {
        return mirrored(QRectF(at, r.center().y() - h / 2, w, h), r, layoutDirection());
    };
    if (!m_icon.isEmpty()) {
        paintIcon(&painter, place(x, kIcon, kIcon), m_icon, ink, layoutDirection());
        x += kIcon + 6;
    }
    const qreal rest = (m_trailing.isEmpty() ? 0 : kIcon + 4) + (m_chevron ? 18 : 0) +
                       (m_key.isEmpty() ? 0 : textWidth(m_key, FontRole::Caption) + 12);
    const qreal room =
        std::max<qreal>(0, std::min(textWidth(text(), FontRole::BodyMedium) + 1, width() - x - rest - side / 2.0));
    paintText(&painter, place(x, room, r.height()), text(), FontRole::BodyMedium, ink);
    x += room;
    if (m_kind == Kind::Link && isEnabled() && underMouse() && !text().isEmpty()) {
        const QRectF line = place(m_icon.isEmpty() ? 0 : kIcon + 6, room, 1);
        painter.fillRect(line.translated(0, lineHeight(FontRole::Body) / 2.0 - 2), t.accent);
    }
    if (!m_key.isEmpty()) {
        const qreal w = textWidth(m_key, FontRole::Caption) + 2;
        paintText(&painter, place(x + 10, w, r.height()), m_key, FontRole::Caption,
                  isEnabled() && m_kind == Kind::Primary ? withAlpha(ink, 0.85)
                  : isEnabled()                          ? t.tertiary
                                                         : t.disabled);
        x += w + 10;
    }
    if (!m_trailing.isEmpty()) {
        paintIcon(&painter, place(x + 4, kIcon, kIcon), m_trailing, ink, layoutDirection());
        x += kIcon + 4;
    }
    if (m_chevron)
        paintIcon(&painter, place(x + 6, 12, 12), u"chevronDown", ink);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (isActivation(event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool Button::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::StyleChange:
    case QEvent::FontChange:
        updateGeometry();
        [[fallthrough]];
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::PaletteChange:
        update();
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

IconButton::IconButton(const QString &iconName, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
{
    setName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconButton::setIconName(const QString &name)
{
    m_icon = name;
    update();
}

void IconButton::setFramed(bool framed)
{
    m_framed = framed;
    update();
}

void IconButton::setJoined(Corner round)
{
    m_framed = true;
    m_hasJoin = true;
    m_join = round;
    update();
}

void IconButton::setMenu(QMenu *menu)
{
    if (!m_menu)
        connect(this, &QAbstractButton::clicked, this, [this] {
            if (m_menu)
                popupBelow(m_menu, this);
        });
    m_menu = menu;
}

void IconButton::setExtent(int extent)
{
    m_extent = extent;
    updateGeometry();
}

void IconButton::setRole(ColorRole role)
{
    m_role = role;
    update();
}

void IconButton::setName(const QString &name)
{
    setToolTip(name);
    setAccessibleName(name);
}

QSize IconButton::sizeHint() const
{
    const int side = m_extent > 0 ? m_extent : metrics().control;
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    QColor fill = m_framed ? (t.dark() ? t.raised : t.surface) : QColor(Qt::transparent);
    const bool enabled = isEnabled();
    if (enabled && isChecked())
        fill = t.selected;
    else if (enabled && isDown())
        fill = t.press;
    else if (enabled && underMouse())
        fill = t.hover;
    if (m_hasJoin) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.borderStrong, 1));
        painter.setBrush(fill);
        const bool rtl = layoutDirection() == Qt::RightToLeft;
        const qreal shared = int(m_join) & int(Corner::Start) ? 0 : 1;
        const QRectF box = QRectF(rect()).adjusted(rtl ? 0.5 : 0.5 - shared, 0.5, rtl ? shared - 0.5 : -0.5, -0.5);
        painter.drawPath(joinedPath(box, metrics().radiusControl, m_join, layoutDirection()));
    } else {
        paintBox(&painter, rect(), metrics().radiusControl, fill, m_framed ? t.borderStrong : QColor());
    }
    const QColor ink = !enabled ? t.disabled : isChecked() ? t.accentText : t.*m_role;
    const qreal size = width() < 24 ? 12 : 16;
    paintIcon(&painter, QRectF((width() - size) / 2.0, (height() - size) / 2.0, size, size), m_icon, ink,
              layoutDirection());
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    if (isActivation(event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool IconButton::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::StyleChange:
        updateGeometry();
        [[fallthrough]];
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::PaletteChange:
        update();
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

} // namespace dash
