#include "app/theme/style.h"

#include "app/theme/fonts.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"
#include "app/theme/system_look.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace dash {

namespace {

const DashStyle *current()
{
    if (!qobject_cast<const QApplication *>(QCoreApplication::instance()))
        return nullptr;
    return qobject_cast<const DashStyle *>(QApplication::style());
}

constexpr int kScrollBar = 12;

} // namespace

const Metrics &metrics()
{
    static const Metrics plain;
    const DashStyle *style = current();
    return style ? style->metrics() : plain;
}

const Motion &motion()
{
    static const Motion plain;
    const DashStyle *style = current();
    return style ? style->motion() : plain;
}

DashStyle::DashStyle(const Tokens &tokens, const Metrics &metrics, const Motion &motion)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion")))
    , m_tokens(tokens)
    , m_metrics(metrics)
    , m_motion(motion)
{
    setObjectName(QStringLiteral("dash"));
}

void DashStyle::polish(QPalette &palette)
{
    palette = paletteFor(m_tokens);
}

void DashStyle::polish(QWidget *widget)
{
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
        qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget) || qobject_cast<QSlider *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget) ||
        qobject_cast<QSplitterHandle *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *menu = qobject_cast<QMenu *>(widget)) {
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setWindowFlag(Qt::NoDropShadowWindowHint);
        menu->setAttribute(Qt::WA_TranslucentBackground, hasCompositor());
    }
    QProxyStyle::polish(widget);
}

void DashStyle::unpolish(QWidget *widget)
{
    QProxyStyle::unpolish(widget);
}

void DashStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    switch (element) {
    case PE_FrameFocusRect: // one ring for all, see FocusRing
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameButtonTool:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelButtonCommand:
        drawPushButton(option, painter);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        drawField(option, painter, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        drawItemGround(option, painter);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        if (element == PE_PanelMenu)
            paintBox(painter, option->rect, hasCompositor() ? m_metrics.radiusCard : 0, t.raised, t.borderStrong);
        return;
    case PE_PanelTipLabel:
        paintBox(painter, option->rect, 0, t.tip);
        return;
    case PE_Frame:
        paintBox(painter, option->rect, m_metrics.radiusControl, {}, t.border);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QRectF box(option->rect.center().x() - 6, option->rect.center().y() - 6, 12, 12);
            paintIcon(painter, box, option->state & State_Open ? u"chevronDown" : u"chevronRight", t.tertiary,
                      option->direction);
        }
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            if (header->sortIndicator != QStyleOptionHeader::None)
                paintIcon(painter, option->rect,
                          header->sortIndicator == QStyleOptionHeader::SortUp ? u"arrowUp" : u"arrowDown", t.tertiary);
        }
        return;
    case PE_IndicatorArrowDown:
        paintIcon(painter, option->rect, u"chevronDown", t.secondary);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DashStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    switch (element) {
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        drawTab(option, painter);
        return;
    case CE_HeaderSection:
        drawHeader(option, painter);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.border);
        return;
    case CE_MenuItem:
        drawMenuItem(option, painter);
        return;
    case CE_MenuEmptyArea:
    case CE_ShapedFrame:
        if (element == CE_ShapedFrame)
            if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
                if (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine) {
                    const bool flat = frame->frameShape == QFrame::HLine;
                    const QPoint c = option->rect.center();
                    painter->fillRect(flat ? QRect(option->rect.left(), c.y(), option->rect.width(), 1)
                                           : QRect(c.x(), option->rect.top(), 1, option->rect.height()),
                                      t.border);
                    return;
                }
                if (frame->frameShape == QFrame::StyledPanel) {
                    paintBox(painter, option->rect, m_metrics.radiusControl, {}, t.border);
                    return;
                }
            }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool columns = option->state & State_Horizontal;
        const QColor line = option->state & (State_MouseOver | State_Sunken) ? t.accent : t.border;
        painter->fillRect(columns ? QRect(r.center().x(), r.top(), 1, r.height())
                                  : QRect(r.left(), r.center().y(), r.width(), 1),
                          line);
        return;
    }
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        drawProgress(option, painter);
        return;
    case CE_FocusFrame:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void DashStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_ScrollBar:
        drawScrollBar(option, painter);
        return;
    case CC_Slider:
        drawSlider(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ToolButton:
        drawToolButton(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect DashStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const QRect r = option->rect;
        return visualRect(option->direction, r, r.adjusted(8, 1, -8, -1));
    }
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect DashStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool flat = bar->orientation == Qt::Horizontal;
        const int length = flat ? bar->rect.width() : bar->rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int handle =
            range > 0 ? std::max(32, int(qint64(length) * bar->pageStep / (range + bar->pageStep))) : length;
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  std::max(0, length - handle), bar->upsideDown);
        const auto along = [&](int from, int size) {
            return flat ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return along(start, std::min(handle, length));
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, std::max(0, length - start - handle));
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(8, 1, -26, -1));
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - 23, r.center().y() - 7, 14, 14));
        if (part == SC_ComboBoxListBoxPopup)
            return r;
    }
    if (control == CC_SpinBox) {
        const QRect r = option->rect;
        const int half = r.height() / 2;
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, r, r.adjusted(1, 1, -20, -1));
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, r, QRect(r.right() - 19, r.top() + 1, 18, half - 1));
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, r, QRect(r.right() - 19, r.top() + half, 18, half - 1));
        if (part == SC_SpinBoxFrame)
            return r;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize DashStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox:
        return {size.width() + 16, m_metrics.control};
    case CT_ComboBox:
        return {size.width() + 36, m_metrics.control};
    case CT_PushButton:
        return {size.width() + 22, m_metrics.control};
    case CT_ToolButton:
        return size.expandedTo({m_metrics.control, m_metrics.control});
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return {qRound(textWidth(tab->text, FontRole::BodyMedium)) + 24, 40};
        break;
    case CT_HeaderSection:
        return {size.width() + 8, m_metrics.header};
    case CT_ItemViewItem:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), m_metrics.row};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {size.width(), 9};
            const QStringList parts = item->text.split(u'\t');
            const qreal shortcut = parts.size() > 1 ? textWidth(parts[1], FontRole::Small) + 24 : 0;
            return {qRound(textWidth(parts[0], FontRole::Body) + shortcut) + 64, m_metrics.row};
        }
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int DashStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuHMargin:
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_MenuVMargin:
        return 0;
    case PM_MenuPanelWidth:
        return 5;
    case PM_SplitterWidth:
        return 7;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return m_metrics.padding;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_HeaderMarkSize:
        return 12;
    case PM_TreeViewIndentation:
        return 16;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DashStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
        return 1;
    case SH_Widget_Animation_Duration:
        return m_motion.popup;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon DashStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
        return icon(u"close");
    case SP_MessageBoxWarning:
        return icon(u"warning", &Tokens::warnGraphic);
    case SP_MessageBoxCritical:
        return icon(u"error", &Tokens::error);
    case SP_MessageBoxInformation:
        return icon(u"info", &Tokens::accent);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace dash
