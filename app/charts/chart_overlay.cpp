#include "app/charts/chart_overlay.h"

#include "app/charts/chart_view.h"
#include "app/charts/trace_stats.h"
#include "app/theme/fonts.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

void paintDot(QPainter *painter, const QPointF &at, const QColor &color, const Tokens &tokens, bool halo)
{
    if (halo) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(withAlpha(color, 0.25));
        painter->drawEllipse(at, 6, 6);
    }
    painter->setPen(QPen(tokens.surface, 1.5));
    painter->setBrush(color);
    painter->drawEllipse(at, halo ? 3.5 : 4, halo ? 3.5 : 4);
}

void paintTimeLabel(QPainter *painter, const ChartLayout &layout, double x, const QString &text, const Tokens &tokens)
{
    const qreal width = textWidth(text, FontRole::Caption) + 12;
    const qreal left = std::clamp(x - width / 2, layout.area.left() + 1, layout.area.right() - width - 1);
    const QRectF box(left, layout.plot.bottom() + 3, width, 18);
    // The ticks beneath it hide, whole: half a time is a wrong one.
    painter->fillRect(box.adjusted(-4, 1, 4, 3), tokens.surface);
    for (const TimeTick &tick : layout.times) {
        const QRectF label = tickLabelBox(layout, tick);
        if (label.intersects(box.adjusted(-4, 0, 4, 4)))
            painter->fillRect(label.adjusted(-1, 0, 2, 2), tokens.surface);
    }
    paintBox(painter, box, 4, tokens.tip, tokens.contrast() ? tokens.borderStrong : QColor());
    paintText(painter, box, text, FontRole::Caption, tokens.tipText, Qt::AlignCenter);
}

QString signedText(double value, const QString &text)
{
    if (!(value > 0))
        return text;
    // Inside the isolate of right-to-left text, where numbers run left to right.
    QString with = text;
    with.insert(text.startsWith(QChar(0x2066)) ? 1 : 0, u'+');
    return with;
}

void paintMeasure(QPainter *painter, const ChartView &view, std::pair<double, double> range, const Tokens &tokens)
{
    const ChartLayout &layout = view.chartLayout();
    if (range.first > range.second)
        std::swap(range.first, range.second);
    const double left = std::clamp(layout.x(range.first), layout.plot.left(), layout.plot.right());
    const double right = std::clamp(layout.x(range.second), layout.plot.left(), layout.plot.right());
    const QRectF band(QPointF(left, layout.plot.top()), QPointF(right, layout.plot.bottom()));
    painter->fillRect(band, withAlpha(tokens.accent, 0.10));
    for (const double x : {left, right}) {
        painter->fillRect(QRectF(std::round(x), band.top(), 1, band.height()), tokens.accent);
        paintBox(painter, QRectF(std::round(x) - 3.5, band.top(), 8, 14), 2, tokens.accent);
    }
    const auto shown = std::find_if(view.content().traces.begin(), view.content().traces.end(),
                                    [](const Trace &t) { return !t.hidden && !t.previous; });
    const ChartLook look = view.look();
    const auto moment = [&](double t) {
        return momentText(static_cast<qint64>(t), static_cast<qint64>((layout.to - layout.from) / 200),
                          {static_cast<qint64>(layout.from), static_cast<qint64>(layout.to)}, look.zone, look.locale);
    };
    std::vector<std::array<QString, 3>> rows;
    if (shown != view.content().traces.end()) {
        const TraceStats stats = statsOf(*shown, range.first, range.second);
        if (stats.count > 0) {
            const ChartSpec &spec = view.content().spec;
            const QString unit = shown->unit.isEmpty() ? spec.unit : shown->unit;
            const auto value = [&](double v) { return valueText(v, spec, unit, look.locale, look.direction); };
            const double change = stats.last - stats.first;
            const auto percent = stats.change();
            rows.push_back({ChartView::tr("Change"), signedText(change, value(change)),
                            percent ? signedText(*percent, withUnit(cardNumber(*percent, 1, look.locale),
                                                                    QStringLiteral("%"), look.direction))
                                    : QString()});
            rows.push_back({ChartView::tr("Average"), value(stats.average), {}});
            rows.push_back({ChartView::tr("Highest"), value(stats.high), moment(static_cast<double>(stats.highAt))});
        }
    }
    const QString head = spanText(std::llround(range.second - range.first));
    const QString when = moment(range.first) + QStringLiteral(" – ") + moment(range.second);
    qreal width = textWidth(head, FontRole::SmallBold) + 10 + textWidth(when, FontRole::Caption) + 24;
    for (const auto &row : rows)
        width =
            std::max(width, 90 + textWidth(row[1], FontRole::SmallMedium) + textWidth(row[2], FontRole::Caption) + 34);
    const qreal height = 34 + 20 * static_cast<qreal>(rows.size());
    QRectF panel(right + 8, layout.plot.top() + 8, width, height);
    if (panel.right() > layout.plot.right())
        panel.moveRight(std::max(left - 8, layout.plot.left() + width));
    paintBox(painter, panel, 6, tokens.raised, tokens.borderStrong);
    const QRectF inner = panel.adjusted(12, 8, -12, -8);
    const bool mirrored = view.layoutDirection() == Qt::RightToLeft;
    const auto lead = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const auto trail = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const QRectF top(inner.left(), inner.top(), inner.width(), 18);
    paintText(painter, top, head, FontRole::SmallBold, tokens.text, lead);
    paintText(painter, top, when, FontRole::Caption, tokens.tertiary, trail);
    qreal y = inner.top() + 22;
    for (const auto &row : rows) {
        const QRectF line(inner.left(), y, inner.width(), 18);
        const qreal third = 48;
        paintText(painter, line, row[0], FontRole::Small, tokens.secondary, lead);
        paintText(painter, mirrored ? line.adjusted(third, 0, 0, 0) : line.adjusted(0, 0, -third, 0), row[1],
                  FontRole::SmallMedium, tokens.text, trail);
        paintText(painter, line, row[2], FontRole::Caption, tokens.tertiary, trail);
        y += 20;
    }
}

} // namespace

ChartOverlay::ChartOverlay(ChartView *view)
    : QWidget(view)
    , m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void ChartOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    const ChartLayout &layout = m_view->chartLayout();
    const ChartContent &content = m_view->content();
    const ChartLook look = m_view->look();
    if (m_view->m_measure)
        paintMeasure(&painter, *m_view, *m_view->m_measure, tokens);
    if (m_view->m_box) {
        painter.setPen(QPen(tokens.accent, 1));
        painter.setBrush(withAlpha(tokens.accent, 0.10));
        painter.drawRect(m_view->m_box->adjusted(0.5, 0.5, -0.5, -0.5));
    }
    // Live ends.
    if (m_view->m_time.showsNow() && content.spec.kind != ChartKind::Bar) {
        for (const Trace &trace : content.traces) {
            if (trace.hidden || trace.previous || trace.time.empty())
                continue;
            const std::size_t i = trace.time.size() - 1;
            const double x = layout.x(static_cast<double>(trace.time[i]));
            if (!std::isfinite(trace.value[i]) || x < layout.plot.left() || x > layout.plot.right() + 3)
                continue;
            paintDot(&painter, {std::min(x, layout.plot.right()), layout.y(trace.value[i], trace.axis)},
                     traceColor(trace, tokens), tokens, true);
        }
    }
    const auto pointed = m_view->m_time.pointed();
    if (!pointed || *pointed < layout.from || *pointed > layout.to || m_view->m_gesture == ChartView::Gesture::Box)
        return;
    const double x = std::floor(layout.x(*pointed)) + 0.5;
    painter.fillRect(QRectF(x - 0.5, layout.plot.top(), 1, layout.plot.height()), withAlpha(tokens.text, 0.7));
    if (content.spec.kind != ChartKind::Bar) {
        for (const Reading &reading : m_view->readings(*pointed))
            paintDot(&painter,
                     {layout.x(static_cast<double>(reading.trace->time[reading.index])),
                      layout.y(reading.trace->value[reading.index], reading.trace->axis)},
                     traceColor(*reading.trace, tokens), tokens, false);
    }
    if (m_view->m_hovered || m_view->m_walking) {
        const qint64 resolution = m_view->resolution();
        const TimeRange day{floorToInterval(static_cast<qint64>(*pointed), 86'400'000, look.zone), 0};
        paintTimeLabel(&painter, layout, x,
                       momentText(static_cast<qint64>(*pointed), std::min<qint64>(resolution, 86'399'999),
                                  {day.from, day.from + 1'000}, look.zone, look.locale),
                       tokens);
    }
}

ChartTip::ChartTip(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("chartTip"));
    hide();
}

void ChartTip::show(const QString &title, std::vector<Row> rows, const QPoint &anchor)
{
    m_title = title;
    m_rows = std::move(rows);
    qreal width = textWidth(m_title, FontRole::Small);
    for (const Row &row : m_rows)
        width =
            std::max(width, 18 + textWidth(row.name, FontRole::Small) + 24 + textWidth(row.value, FontRole::SmallBold));
    const QSize size(static_cast<int>(std::ceil(width)) + 24 + 2, 16 + 18 + 18 * static_cast<int>(m_rows.size()));
    // 16 beside the pointer, on the other side at the edge, inside the window in any case.
    const QSize room = parentWidget()->size();
    int x = anchor.x() + 16;
    if (x + size.width() > room.width() - 4)
        x = anchor.x() - 16 - size.width();
    x = std::clamp(x, 4, std::max(4, room.width() - size.width() - 4));
    const int y = std::clamp(anchor.y() - size.height() / 2, 4, std::max(4, room.height() - size.height() - 4));
    setGeometry(QRect(QPoint(x, y), size));
    if (!isVisible()) {
        QWidget::show();
        raise();
    }
    update();
}

void ChartTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    paintBox(&painter, rect(), metrics().radiusControl, tokens.tip,
             tokens.dark() || tokens.contrast() ? tokens.borderStrong : QColor());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto lead = (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const auto trail = (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
    const QRectF inner = QRectF(rect()).adjusted(12, 8, -12, -8);
    paintText(&painter, QRectF(inner.left(), inner.top(), inner.width(), 18), m_title, FontRole::Small, tokens.tipQuiet,
              lead);
    qreal y = inner.top() + 18;
    for (const Row &row : m_rows) {
        const QRectF line(inner.left(), y, inner.width(), 18);
        if (row.color.isValid())
            paintBox(&painter, QRectF(mirrored ? line.right() - 8 : line.left(), y + 5, 8, 8), 2, row.color);
        const QColor color = row.strong ? tokensFor(Look::Dark).warn : tokens.tipText;
        paintText(&painter, mirrored ? line.adjusted(0, 0, -16, 0) : line.adjusted(16, 0, 0, 0), row.name,
                  FontRole::Small, color, lead);
        paintText(&painter, line, row.value, FontRole::SmallBold, color, trail);
        y += 18;
    }
}

FollowChip::FollowChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("followChip"));
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Follow: back to now"));
    hide();
}

QString FollowChip::label() const
{
    if (!m_live)
        return tr("Show all");
    return m_arrived == 0
               ? tr("Follow")
               : tr("Follow, +%Ln point(s)", nullptr, static_cast<int>(std::min<quint64>(m_arrived, 2'000'000'000)));
}

void FollowChip::setArrived(quint64 points)
{
    if (m_arrived == points)
        return;
    m_arrived = points;
    setAccessibleDescription(label());
    resize(sizeHint());
    update();
}

void FollowChip::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    setAccessibleName(live ? tr("Follow: back to now") : label());
}

QSize FollowChip::sizeHint() const
{
    return {static_cast<int>(std::ceil(textWidth(label(), FontRole::SmallMedium))) + 44, metrics().chip};
}

void FollowChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    const QRectF box(rect());
    paintBox(&painter, box, box.height() / 2, underMouse() ? tokens.accentFillHover : tokens.accentFill);
    if (hasFocus())
        paintBox(&painter, box.adjusted(2, 2, -2, -2), box.height() / 2 - 2, {}, tokens.onAccentFill, 1.5);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF mark(mirrored ? box.right() - 26 : 10, (box.height() - 16) / 2, 16, 16);
    paintIcon(&painter, mark, m_live ? u"arrowRight" : u"fit", tokens.onAccentFill,
              Qt::LeftToRight); // time runs left to right
    paintText(&painter, mirrored ? box.adjusted(12, 0, -30, 0) : box.adjusted(30, 0, -12, 0), label(),
              FontRole::SmallMedium, tokens.onAccentFill);
}

} // namespace dash
