#include "app/widgets/marks.h"

#include "app/theme/icon.h"
#include "app/theme/metrics.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace dash {

namespace {

struct BadgeColors {
    QColor ground, ink, edge;
};

BadgeColors colorsOf(Badge::Kind kind, const Tokens &t)
{
    const QColor edge = t.contrast() ? t.border : QColor();
    switch (kind) {
    case Badge::Kind::Ok:
        return {t.okTint, t.ok, edge};
    case Badge::Kind::Warn:
        return {t.warnTint, t.warn, edge};
    case Badge::Kind::Error:
        return {t.errorTint, t.error, edge};
    case Badge::Kind::Accent:
        return {t.accentTint, t.accentText, edge};
    case Badge::Kind::Outlined:
        return {QColor(), t.secondary, t.borderStrong};
    case Badge::Kind::Neutral:
        break;
    }
    return {t.dark() ? t.press : t.hover, t.secondary, edge};
}

} // namespace

Badge::Badge(const QString &text, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_kind(kind)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Badge::setDot(bool dot)
{
    m_dot = dot;
    updateGeometry();
    update();
}

qreal Badge::widthOf(const QString &text)
{
    return std::ceil(textWidth(text, FontRole::CaptionBold)) + 12;
}

QSize Badge::sizeHint() const
{
    if (m_dot)
        return {int(std::ceil(textWidth(m_text, FontRole::SmallMedium))) + 30, metrics().badge + 2};
    return {int(widthOf(m_text)), metrics().badge};
}

void Badge::paint(QPainter *painter, const QRectF &rect, const QString &text, Kind kind, const Tokens &tokens)
{
    const BadgeColors colors = colorsOf(kind, tokens);
    paintBox(painter, rect, 4, colors.ground, colors.edge);
    QFont medium = roleFont(FontRole::CaptionBold);
    medium.setWeight(roleFont(FontRole::SmallMedium).weight());
    painter->setFont(medium);
    painter->setPen(colors.ink);
    painter->drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    if (!m_dot) {
        paint(&painter, rect(), m_text, m_kind, t);
        return;
    }
    const BadgeColors colors = colorsOf(m_kind, t);
    const QRectF r(rect());
    paintBox(&painter, r, r.height() / 2, colors.ground, colors.edge);
    painter.setLayoutDirection(layoutDirection());
    const QRectF dot = mirrored(QRectF(8, r.center().y() - 3, 6, 6), r, layoutDirection());
    paintMark(&painter, dot.center(), Mark::Dot, colors.ink, 6);
    paintText(&painter, mirrored(r.adjusted(20, 0, -8, 0), r, layoutDirection()), m_text, FontRole::SmallMedium,
              colors.ink);
}

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Chip::setDotColor(const QColor &color)
{
    m_dot = color;
    updateGeometry();
    update();
}

void Chip::setEnd(End end)
{
    m_end = end;
    updateGeometry();
    update();
}

void Chip::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Chip::setMono(bool mono)
{
    m_mono = mono;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    qreal width = 20 + textWidth(text(), m_mono ? FontRole::Mono : FontRole::SmallMedium);
    if (!m_icon.isEmpty())
        width += 20;
    if (m_dot.isValid())
        width += 14;
    if (m_end != End::None)
        width += 18;
    return {int(std::ceil(width)) + 1, metrics().chip};
}

QRectF Chip::crossRect() const
{
    const QRectF r(rect());
    return mirrored(QRectF(r.width() - 24, 0, 24, r.height()), r, layoutDirection());
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF r(rect());
    QColor fill = t.dark() ? t.raised : t.surface, edge = t.borderStrong, ink = t.text;
    Qt::PenStyle line = Qt::SolidLine;
    if (m_kind == Kind::Accent)
        fill = t.accentTint, edge = t.contrast() ? t.accent : QColor(), ink = t.accentText;
    else if (m_kind == Kind::Filled)
        fill = underMouse() ? t.accentFillHover : t.accentFill, edge = QColor(), ink = t.onAccentFill;
    else if (m_kind == Kind::Dashed)
        fill = Qt::transparent, ink = t.tertiary, line = Qt::DashLine;
    if (m_kind != Kind::Filled && isEnabled() && (underMouse() || isDown()))
        fill = m_kind == Kind::Accent ? t.selected : isDown() ? t.press : t.hover;
    if (!isEnabled())
        ink = t.disabled;
    paintBox(&painter, r, r.height() / 2, fill, edge, 1, line);
    const auto place = [&](qreal x, qreal w, qreal h) {
        return mirrored(QRectF(x, r.center().y() - h / 2, w, h), r, layoutDirection());
    };
    qreal x = 10;
    if (!m_icon.isEmpty()) {
        paintIcon(&painter, place(x - 2, 14, 14), m_icon, ink, layoutDirection());
        x += 18;
    }
    if (m_dot.isValid()) {
        paintMark(&painter, place(x, 8, 8).center(), Mark::Dot, m_dot);
        x += 14;
    }
    const qreal end = m_end == End::None ? 10 : 26;
    paintText(&painter, place(x, r.width() - x - end + 2, r.height()), text(),
              m_mono ? FontRole::Mono : FontRole::SmallMedium, ink);
    if (m_end != End::None) {
        const QColor quiet = m_kind == Kind::Outlined ? t.secondary : ink;
        paintIcon(&painter, place(r.width() - 22, 12, 12), m_end == End::Cross ? u"close" : u"chevronDown", quiet);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_end == End::Cross && event->button() == Qt::LeftButton && crossRect().contains(event->position())) {
        setDown(false);
        Q_EMIT removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_end == End::Cross && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

KeyCap::KeyCap(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setAccessibleName(key);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

qreal KeyCap::widthOf(const QString &key)
{
    return std::max<qreal>(18, std::ceil(textWidth(key, FontRole::Caption)) + 10);
}

QSize KeyCap::sizeHint() const
{
    return {int(widthOf(m_key)), 18};
}

void KeyCap::paint(QPainter *painter, const QRectF &rect, const QString &key, const Tokens &tokens)
{
    paintBox(painter, rect, 4, tokens.hover, tokens.borderStrong);
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(tokens.secondary);
    painter->drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, key);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_key, tokensOf(this));
}

IconTile::IconTile(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_icon(iconName)
{
    setFixedSize(36, 36);
}

void IconTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokensOf(this);
    paintBox(&painter, rect(), 6, colors.accentTint);
    paintIcon(&painter, QRectF(rect()).adjusted(8, 8, -8, -8), m_icon, colors.accentText, layoutDirection());
}

Meter::Meter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Meter::setTitle(const QString &title)
{
    m_title = title;
    describe();
}

void Meter::setNumber(const QString &number)
{
    m_number = number;
    describe();
}

void Meter::setNote(const QString &note)
{
    m_note = note;
    updateGeometry();
    describe();
}

void Meter::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    describe();
}

void Meter::setRefused(bool refused)
{
    m_refused = refused;
    update();
}

void Meter::describe()
{
    setAccessibleName(m_title);
    setAccessibleDescription(m_number + u' ' + m_note);
    update();
}

QSize Meter::sizeHint() const
{
    return {160, m_note.isEmpty() ? 30 : 50};
}

void Meter::paintTrack(QPainter *painter, const QRectF &rect, double share, const QColor &fill, const Tokens &tokens,
                       Qt::LayoutDirection direction)
{
    paintBox(painter, rect, rect.height() / 2, tokens.track, tokens.contrast() ? tokens.border : QColor());
    if (share <= 0)
        return;
    const QRectF part(rect.left(), rect.top(), std::max(rect.height(), rect.width() * std::min(share, 1.0)),
                      rect.height());
    paintBox(painter, mirrored(part, rect, direction), rect.height() / 2, fill);
}

void Meter::setProgress(bool on)
{
    m_progress = on;
    update();
}

void Meter::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(this);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF head(0, 0, width(), 20);
    const QRectF number = mirrored(QRectF(width() / 2.0, 0, width() / 2.0, 20), head, layoutDirection());
    paintText(&painter, head, m_title, FontRole::Small, t.secondary);
    paintText(&painter, number, m_number, FontRole::SmallMedium, t.text, Qt::AlignTrailing | Qt::AlignVCenter);
    const QColor fill = m_refused ? t.error : m_share >= 0.8 && !m_progress ? t.warnGraphic : t.accent;
    paintTrack(&painter, QRectF(0, 22, width(), metrics().meter), m_share, fill, t, layoutDirection());
    if (!m_note.isEmpty())
        paintText(&painter, QRectF(0, 32, width(), 18), m_note, FontRole::Small, t.tertiary);
}

WaitLine::WaitLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(2);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    m_frame.setInterval(16);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_on = true;
        if (motion().popup > 0)
            m_frame.start();
        update();
    });
    connect(&m_frame, &QTimer::timeout, this, [this] {
        m_at += 0.012;
        if (m_at > 1.3)
            m_at = -0.3;
        if (isVisible())
            update();
    });
}

void WaitLine::start()
{
    if (!m_on && !m_delay.isActive())
        m_delay.start();
}

void WaitLine::stop()
{
    m_delay.stop();
    m_frame.stop();
    m_on = false;
    update();
}

void WaitLine::paintEvent(QPaintEvent *)
{
    if (!m_on)
        return;
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    if (motion().popup == 0) {
        painter.fillRect(rect(), t.accent);
        return;
    }
    painter.fillRect(QRectF(m_at * width(), 0, width() * 0.3, 2), t.accent);
}

} // namespace dash
