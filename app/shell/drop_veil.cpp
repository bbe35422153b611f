#include "app/shell/drop_veil.h"

#include "app/theme/icon.h"
#include "app/theme/paint.h"

namespace dash {

DropVeil::DropVeil(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("dropVeil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropVeil::setFiles(int files)
{
    m_line = tr("Let go to chart it");
    m_hint = files > 1 ? tr("One file at a time: the first of %n", nullptr, files)
                       : tr("Time, numbers and labels are guessed, each one click to change");
    setAccessibleName(m_line);
}

void DropVeil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokensOf(this);
    QColor ground = colors.surface;
    ground.setAlphaF(0.92F);
    painter.fillRect(rect(), ground);
    const QRectF room = QRectF(rect()).adjusted(16, 16, -16, -16);
    paintBox(&painter, room, 10, colors.accentTint, colors.accent, 2, Qt::DashLine);
    const QPointF middle = room.center();
    paintIcon(&painter, QRectF(middle.x() - 12, middle.y() - 44, 24, 24), u"upload", colors.accentText,
              layoutDirection());
    paintText(&painter, QRectF(room.left() + 16, middle.y() - 10, room.width() - 32, 24), m_line, FontRole::PageTitle,
              colors.text, Qt::AlignCenter);
    paintText(&painter, QRectF(room.left() + 16, middle.y() + 16, room.width() - 32, 20), m_hint, FontRole::Body,
              colors.secondary, Qt::AlignCenter);
}

} // namespace dash
