#include "app/theme/style.h"

#include "app/theme/fonts.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"

#include <QStyleOption>
#include <QWidget>

namespace dash {

void DashStyle::drawPushButton(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_tokens;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary = button && (button->features & QStyleOptionButton::DefaultButton);
    const bool flat = button && (button->features & QStyleOptionButton::Flat);
    const bool enabled = option->state & State_Enabled;
    const bool over = enabled && (option->state & State_MouseOver);
    const bool held = enabled && (option->state & State_Sunken);
    QColor fill = flat ? QColor(Qt::transparent) : (t.dark() ? t.raised : t.surface);
    QColor border = flat ? QColor() : t.borderStrong;
    if (!enabled)
        fill = t.sunken, border = t.border;
    else if (primary)
        fill = over || held ? t.accentFillHover : t.accentFill, border = QColor();
    else if (held)
        fill = t.press;
    else if (option->state & State_On)
        fill = t.selected;
    else if (over)
        fill = t.hover;
    paintBox(painter, option->rect, m_metrics.radiusControl, fill, border);
}

void DashStyle::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth == 0)
        return; // an editor inside another control
    const bool enabled = option->state & State_Enabled;
    const bool failed = widget && widget->property("dashError").toBool();
    const bool focus = option->state & State_HasFocus;
    const QColor ground = !enabled ? t.sunken : (t.dark() ? t.sunken : t.surface);
    const QColor edge = !enabled ? t.border : failed ? t.error : focus ? t.accent : t.control;
    paintBox(painter, option->rect, m_metrics.radiusControl, ground, edge, enabled && (failed || focus) ? 2 : 1);
}

void DashStyle::drawCheck(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_tokens;
    const QRectF box(option->rect.center().x() - 7, option->rect.center().y() - 7, 16, 16);
    const bool on = option->state & (State_On | State_NoChange);
    const bool enabled = option->state & State_Enabled;
    if (!on) {
        paintBox(painter, box, 4, t.dark() ? t.sunken : t.surface, enabled ? t.control : t.border, 1.5);
        return;
    }
    paintBox(painter, box, 4, enabled ? t.accentFill : t.disabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.onAccentFill, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option->state & State_NoChange)
        painter->drawLine(box.topLeft() + QPointF(4.5, 8), box.topLeft() + QPointF(11.5, 8));
    else
        painter->drawPolyline(QPolygonF(
            {box.topLeft() + QPointF(4, 8.3), box.topLeft() + QPointF(6.8, 11), box.topLeft() + QPointF(12, 5.2)}));
    painter->restore();
}

void DashStyle::drawRadio(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_tokens;
    const QRectF box(option->rect.center().x() - 7, option->rect.center().y() - 7, 16, 16);
    const bool enabled = option->state & State_Enabled;
    if (!(option->state & State_On)) {
        paintBox(painter, box, 8, t.dark() ? t.sunken : t.surface, enabled ? t.control : t.border, 1.5);
        return;
    }
    paintBox(painter, box, 8, enabled ? t.accentFill : t.disabled);
    paintMark(painter, box.center(), Mark::Dot, t.onAccentFill, 6);
}

void DashStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_tokens;
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const bool on = option->state & State_Selected;
    const QRectF r(option->rect);
    paintText(painter, r.adjusted(12, 0, -12, 0), tab->text, FontRole::BodyMedium,
              on || (option->state & State_MouseOver) ? t.text : t.secondary, Qt::AlignCenter);
    if (on)
        painter->fillRect(QRectF(r.left() + 12, r.bottom() - 2, r.width() - 24, 2), t.accent);
}

void DashStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_tokens;
    painter->fillRect(option->rect, option->state & State_MouseOver ? t.hover : t.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.border);
}

void DashStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    paintText(painter, QRectF(option->rect).adjusted(8, 0, -8, 0), header->text, FontRole::Small, m_tokens.tertiary,
              (header->textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
}

void DashStyle::drawMenuItem(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_tokens;
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const QRectF r(option->rect);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRectF(r.left(), r.center().y(), r.width(), 1), t.border);
        return;
    }
    const bool enabled = option->state & State_Enabled;
    if (enabled && (option->state & State_Selected))
        paintBox(painter, r, m_metrics.radiusBadge, t.contrast() ? t.press : t.selected);
    const auto place = [&](const QRectF &at) { return mirrored(at, r, option->direction); };
    const QRectF lead = place(QRectF(r.left() + 8, r.center().y() - 8, 16, 16));
    const QColor quiet = enabled ? t.secondary : t.disabled;
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked)
        paintIcon(painter, lead, u"check", enabled ? t.accentText : t.disabled);
    else if (!item->icon.isNull())
        item->icon.paint(painter, lead.toRect(), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = item->text.split(u'\t');
    QString label = parts.value(0);
    label.remove(u'&');
    const Qt::Alignment start = Qt::AlignLeading | Qt::AlignVCenter;
    const Qt::Alignment end = Qt::AlignTrailing | Qt::AlignVCenter;
    painter->save();
    painter->setLayoutDirection(option->direction);
    paintText(painter, place(r.adjusted(32, 0, -24, 0)), label, FontRole::Body, enabled ? t.text : t.disabled, start);
    if (parts.size() > 1)
        paintText(painter, place(r.adjusted(32, 0, -12, 0)), parts[1], FontRole::Small,
                  enabled ? t.tertiary : t.disabled, end);
    painter->restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, place(QRectF(r.right() - 20, r.center().y() - 6, 12, 12)), u"chevronRight", quiet,
                  option->direction);
}

void DashStyle::drawItemGround(const QStyleOption *option, QPainter *painter) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (option->state & State_Selected)
        painter->fillRect(option->rect, m_tokens.contrast() ? m_tokens.accentFill : m_tokens.selected);
    else if ((option->state & State_MouseOver) && (option->state & State_Enabled))
        painter->fillRect(option->rect, m_tokens.hover);
    else if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
}

void DashStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const qreal h = m_metrics.meter;
    const QRectF track(option->rect.left(), option->rect.center().y() - h / 2 + 0.5, option->rect.width(), h);
    paintBox(painter, track, h / 2, m_tokens.track);
    const double range = double(bar->maximum) - bar->minimum;
    const double share = range > 0 ? std::clamp((double(bar->progress) - bar->minimum) / range, 0.0, 1.0) : 0;
    if (share > 0) {
        const QRectF fill(track.left(), track.top(), std::max(h, track.width() * share), h);
        paintBox(painter, mirrored(fill, track, option->direction), h / 2, m_tokens.accent);
    }
}

void DashStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    drawField(option, painter, widget);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    paintIcon(painter, arrow, u"chevronDown", option->state & State_Enabled ? m_tokens.secondary : m_tokens.disabled);
}

void DashStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const QRectF handle(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr));
    const bool active = (option->activeSubControls & SC_ScrollBarSlider) || (option->state & State_Sunken);
    const bool over = option->state & State_MouseOver;
    const qreal thick = active || over ? 8 : 6;
    QRectF thumb = handle;
    if (bar->orientation == Qt::Vertical)
        thumb = QRectF(handle.center().x() - thick / 2, handle.top() + 2, thick, handle.height() - 4);
    else
        thumb = QRectF(handle.left() + 2, handle.center().y() - thick / 2, handle.width() - 4, thick);
    paintBox(painter, thumb, thick / 2, active ? m_tokens.control : m_tokens.borderStrong);
}

void DashStyle::drawSlider(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider)
        return;
    const bool flat = slider->orientation == Qt::Horizontal;
    const QRectF r(option->rect);
    const QRectF handle(QProxyStyle::subControlRect(CC_Slider, option, SC_SliderHandle, widget));
    const QRectF track =
        flat ? QRectF(r.left(), r.center().y() - 2, r.width(), 4) : QRectF(r.center().x() - 2, r.top(), 4, r.height());
    paintBox(painter, track, 2, m_tokens.track);
    QRectF filled = track;
    if (flat && slider->upsideDown)
        filled.setLeft(handle.center().x());
    else if (flat)
        filled.setRight(handle.center().x());
    else
        filled.setTop(handle.center().y());
    const bool enabled = option->state & State_Enabled;
    paintBox(painter, filled, 2, enabled ? m_tokens.accent : m_tokens.disabled);
    const QRectF knob(handle.center().x() - 7, handle.center().y() - 7, 14, 14);
    paintBox(painter, knob, 7, m_tokens.dark() ? m_tokens.text : m_tokens.surface,
             enabled ? m_tokens.accent : m_tokens.control, 2);
}

void DashStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    drawField(option, painter, widget);
    const bool enabled = option->state & State_Enabled;
    for (auto [part, name] : {std::pair(SC_SpinBoxUp, u"chevronUp"), std::pair(SC_SpinBoxDown, u"chevronDown")}) {
        const QRectF at(subControlRect(CC_SpinBox, option, part, widget));
        if ((option->activeSubControls & part) && enabled)
            paintBox(painter, at, 3, option->state & State_Sunken ? m_tokens.press : m_tokens.hover);
        paintIcon(painter, QRectF(at.center().x() - 5, at.center().y() - 5, 10, 10), QStringView(name),
                  enabled ? m_tokens.secondary : m_tokens.disabled);
    }
}

void DashStyle::drawToolButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    const bool enabled = option->state & State_Enabled;
    if (enabled && (option->state & State_On))
        paintBox(painter, option->rect, m_metrics.radiusControl, m_tokens.selected);
    else if (enabled && (option->state & State_Sunken))
        paintBox(painter, option->rect, m_metrics.radiusControl, m_tokens.press);
    else if (enabled && (option->state & State_MouseOver))
        paintBox(painter, option->rect, m_metrics.radiusControl, m_tokens.hover);
    QStyleOptionToolButton label = *button;
    label.state &= ~(State_Sunken | State_MouseOver);
    drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

} // namespace dash
