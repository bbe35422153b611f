#include "app/dashboards/draw_as_picker.h"

#include "app/dashboards/widget_type.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dash {

DrawAsPicker::DrawAsPicker(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(52);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("drawAs"));
    setAccessibleName(tr("Draw as"));
}

void DrawAsPicker::setCurrent(const QString &type)
{
    m_current = type;
    const WidgetType *kind = widgetType(type);
    setAccessibleDescription(kind ? widgetTypeLabel(*kind) : type);
    update();
}

QRectF DrawAsPicker::tile(int index) const
{
    const double wide = width() / static_cast<double>(widgetTypes().size());
    return {layoutDirection() == Qt::RightToLeft ? width() - (index + 1) * wide : index * wide, 0, wide,
            static_cast<double>(height())};
}

void DrawAsPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    int i = 0;
    for (const WidgetType &type : widgetTypes()) {
        const QRectF box = tile(i++);
        const bool chosenOne = type.id == m_current;
        if (chosenOne)
            paintBox(&painter, box.adjusted(1, 0, -1, 0), 6, tokens.selected);
        const QColor ink = chosenOne ? tokens.accentText : tokens.secondary;
        paintIcon(&painter, QRectF(box.center().x() - 10, 8, 20, 20), type.icon, ink);
        paintText(&painter, QRectF(box.left(), 30, box.width(), 16), widgetTypeLabel(type), FontRole::Caption, ink,
                  Qt::AlignCenter);
    }
}

void DrawAsPicker::mousePressEvent(QMouseEvent *event)
{
    int i = 0;
    for (const WidgetType &type : widgetTypes()) {
        if (tile(i++).contains(event->position()) && type.id != m_current)
            Q_EMIT chosen(type.id);
    }
}

void DrawAsPicker::keyPressEvent(QKeyEvent *event)
{
    const auto &types = widgetTypes();
    const auto at =
        std::find_if(types.begin(), types.end(), [this](const WidgetType &type) { return type.id == m_current; });
    if (at == types.end() || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool forward = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
    if (forward && at + 1 != types.end())
        Q_EMIT chosen((at + 1)->id);
    if (!forward && at != types.begin())
        Q_EMIT chosen((at - 1)->id);
}

} // namespace dash
