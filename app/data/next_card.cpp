#include "app/data/next_card.h"

#include "app/theme/icon.h"
#include "app/theme/paint.h"

namespace dash {

NextCard::NextCard(const QString &iconName, const QString &title, const QString &line, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
    , m_line(line)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(line);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NextCard::setMain(bool main)
{
    m_main = main;
    update();
}

QSize NextCard::sizeHint() const
{
    return {240, 68};
}

void NextCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokensOf(this);
    const QRectF box(rect());
    const bool over = underMouse() && isEnabled();
    const QColor ground = isDown() ? colors.press : m_main ? colors.accentTint : over ? colors.hover : colors.surface;
    paintBox(&painter, box, 8, ground,
             m_main && isEnabled() ? colors.accent
             : over                ? colors.borderStrong
                                   : colors.border,
             m_main ? 2 : 1);
    const QRectF icon = mirrored(QRectF(16, box.center().y() - 8, 16, 16), box, layoutDirection());
    paintIcon(&painter, icon, m_icon, isEnabled() ? colors.accentText : colors.disabled, layoutDirection());
    const bool both = box.height() >= 6 + 20 + 16 + 6; // else the name alone, in the middle
    const QRectF words = mirrored(QRectF(44, 6, box.width() - 56, box.height() - 12), box, layoutDirection());
    const QRectF name = both ? QRectF(words.left(), words.top(), words.width(), 20) : words;
    paintText(&painter, name, text(), FontRole::BodyMedium, isEnabled() ? colors.text : colors.disabled);
    if (!both)
        return;
    painter.setFont(roleFont(FontRole::Small));
    painter.setPen(m_main ? colors.secondary : colors.tertiary);
    const Qt::Alignment start = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(QRectF(words.left(), words.top() + 20, words.width(), words.height() - 20),
                     int(Qt::TextWordWrap | Qt::AlignAbsolute | start | Qt::AlignTop), m_line);
}

} // namespace dash
