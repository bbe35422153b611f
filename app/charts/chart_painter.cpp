#include "app/charts/chart_painter.h"

#include "app/charts/chart_bars.h"
#include "app/charts/chart_clip.h"
#include "app/charts/chart_columns.h"
#include "app/theme/fonts.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr qreal kLineWidth = 1.5;
constexpr qreal kStackedLineWidth = 1.25;
constexpr std::size_t kDense = 200; // points of an area from which its ground is drawn in columns
constexpr double kHatch = 7;        // between the lines over an unreadable stretch
constexpr qreal kTickSpacing = 78;  // of the labels of time, at least
constexpr qreal kLeastTickGap = 24; // between two of them
constexpr qreal kAreaAlpha = 0.14;
constexpr qreal kStackAlpha = 0.42;
constexpr qreal kEnvelopeAlpha = 0.26;
constexpr qreal kThresholdAlpha = 0.045;

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double v)
    {
        if (std::isfinite(v)) {
            low = std::min(low, v);
            high = std::max(high, v);
        }
    }
    bool empty() const { return !(low <= high); }
};

Extent visibleExtent(const ChartContent &content, double from, double to, int axis)
{
    Extent extent;
    for (const Trace &trace : content.traces) {
        if (trace.hidden || trace.axis != axis || trace.time.empty())
            continue;
        const auto first =
            std::lower_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(std::floor(from)));
        const auto last = std::upper_bound(first, trace.time.end(), static_cast<qint64>(std::ceil(to)));
        // The neighbours outside belong to lines that cross the edge; they count where nothing is inside.
        auto begin = static_cast<std::size_t>(first - trace.time.begin());
        auto end = static_cast<std::size_t>(last - trace.time.begin());
        if (begin == end) {
            begin = begin > 0 ? begin - 1 : 0;
            end = std::min(trace.time.size(), end + 1);
        }
        for (std::size_t i = begin; i < end; ++i) {
            extent.add(trace.value[i]);
            if (trace.many && content.spec.envelope) {
                extent.add(trace.low[i]);
                extent.add(trace.high[i]);
            }
        }
    }
    return extent;
}

ValueTicks axisTicks(const ChartContent &content, const Extent &seen, int axis, int wanted)
{
    const ChartSpec &spec = content.spec;
    Extent extent = seen;
    if (extent.empty()) {
        extent.add(0);
        extent.add(1);
    }
    const bool zero = spec.fromZero || spec.kind != ChartKind::Line || isStacked(spec) ||
                      (extent.low >= 0 && extent.low < extent.high * 0.6);
    if (zero)
        extent.add(0);
    if (axis == 0) {
        for (const Threshold &threshold : spec.thresholds) {
            // A line close by is worth a little room; a far one must not flatten the data.
            if (threshold.value <= extent.high + (extent.high - extent.low) * 0.5 && threshold.value >= extent.low)
                extent.add(threshold.value);
        }
        if (spec.stack == StackMode::Percent && isStacked(spec))
            return valueTicks(0, 100, 4);
        const double low = spec.low.value_or(extent.low);
        const double high = spec.high.value_or(extent.high);
        if (spec.low && spec.high && high > low)
            return valueTicksWithin(low, high, wanted);
        ValueTicks ticks = valueTicks(low, high, wanted);
        if (spec.high && *spec.high > ticks.low)
            return valueTicksWithin(ticks.low, *spec.high, wanted);
        if (spec.low && *spec.low < ticks.high)
            return valueTicksWithin(*spec.low, ticks.high, wanted);
        return ticks;
    }
    return valueTicks(extent.low, extent.high, wanted);
}

QString tickLabel(double value, const ValueTicks &ticks, const ShownUnit &unit, const ChartSpec &spec,
                  const QLocale &locale, Qt::LayoutDirection direction)
{
    const double shown = value * unit.factor;
    int places = 0;
    for (double step = ticks.step * unit.factor; places < 9 && std::abs(step - std::round(step)) > 1e-6 * step;
         step *= 10)
        ++places;
    const bool zero = std::abs(value) < ticks.step * 1e-6;
    const double size = std::max(std::abs(ticks.low), std::abs(ticks.high)) * unit.factor;
    QString number;
    if (!zero && (size >= 1e15 || ticks.step * unit.factor < 1e-9)) {
        // As many digits as tell two ticks apart.
        const int digits = static_cast<int>(std::ceil(std::log10(size / (ticks.step * unit.factor)) - 1e-9)) + 1;
        number = locale.toString(shown, 'g', std::clamp(digits, 2, 17));
        number.replace(u'-', QChar(0x2212));
    } else {
        number = cardNumber(zero ? 0.0 : shown, places, locale);
    }
    return spec.unitOnAxis && !unit.unit.isEmpty() ? withUnit(number, unit.unit, direction) : number;
}

// Runs of points joined by lines.
template <class Function>
void forEachRun(const Trace &trace, double from, double to, Function function)
{
    const std::size_t n = trace.time.size();
    if (n == 0)
        return;
    std::size_t begin = static_cast<std::size_t>(
        std::lower_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(std::floor(from))) -
        trace.time.begin());
    std::size_t end = static_cast<std::size_t>(
        std::upper_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(std::ceil(to))) -
        trace.time.begin());
    begin = begin > 0 ? begin - 1 : 0;
    end = std::min(n, end + 1);
    std::size_t start = begin;
    for (std::size_t i = begin; i <= end; ++i) {
        if (i == end || (i > start && trace.breaks[i])) {
            if (std::isfinite(trace.value[start]))
                function(start, i);
            start = i;
        }
    }
}

QPolygonF linePoints(const Trace &trace, const ChartLayout &layout, std::size_t begin, std::size_t end)
{
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(end - begin) + 2);
    for (std::size_t i = begin; i < end; ++i)
        points << QPointF(layout.x(static_cast<double>(trace.time[i])), layout.y(trace.value[i], trace.axis));
    return points;
}

QPen linePen(const Trace &trace, const ChartSpec &spec, const Tokens &tokens, Detail detail)
{
    const bool stacked = isStacked(spec) && !trace.previous;
    const qreal width = tokens.contrast() ? 2 : trace.previous || stacked ? kStackedLineWidth : kLineWidth;
    QPen pen(traceColor(trace, tokens), detail == Detail::Fast ? 0 : width);
    pen.setJoinStyle(Qt::BevelJoin);
    pen.setCapStyle(Qt::FlatCap);
    if (trace.previous)
        pen.setDashPattern({3, 3});
    else if (const QList<qreal> dashes = seriesDashes(trace.slot + 10 * trace.dashes); !dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

// The ground under a dense line, a device pixel's column at a time: its outline is hidden by the line on top of it.
void paintDenseArea(QPainter *painter, const Trace &trace, const ChartLayout &layout, std::size_t begin,
                    std::size_t end, double floor, const QColor &color)
{
    const double step = 1 / std::max(0.25, painter->deviceTransform().m11());
    const QRectF seen = layout.plot.adjusted(-2, -4, 4, 2);
    const auto xOf = [&](std::size_t i) { return layout.x(static_cast<double>(trace.time[i])); };
    const auto yOf = [&](double v) { return std::clamp(layout.y(v, trace.axis), seen.top(), seen.bottom()); };
    const double first = std::max(seen.left(), xOf(begin));
    const double last = std::min(seen.right(), xOf(end - 1));
    std::vector<QRectF> columns;
    std::size_t i = begin;
    for (double x = std::floor(first / step) * step; x < last; x += step) {
        const double middle = std::clamp(x + step / 2, first, last);
        while (i + 2 < end && xOf(i + 1) <= middle)
            ++i;
        const double span = xOf(i + 1) - xOf(i);
        const double share = span > 0 ? std::clamp((middle - xOf(i)) / span, 0.0, 1.0) : 0;
        const double y = yOf(trace.value[i] + (trace.value[i + 1] - trace.value[i]) * share);
        const double base =
            yOf(trace.base.empty() ? floor : trace.base[i] + (trace.base[i + 1] - trace.base[i]) * share);
        if (std::abs(y - base) > 0.25)
            columns.emplace_back(x, std::min(y, base), step, std::abs(y - base));
    }
    fillColumns(painter, columns, seen, color);
}

void paintArea(QPainter *painter, const Trace &trace, const ChartLayout &layout, const ChartSpec &spec,
               const Tokens &tokens, Detail detail)
{
    const bool stacked = !trace.base.empty();
    const double floor = std::clamp(0.0, layout.values[static_cast<std::size_t>(trace.axis)].low,
                                    layout.values[static_cast<std::size_t>(trace.axis)].high);
    painter->setPen(Qt::NoPen);
    painter->setBrush(withAlpha(traceColor(trace, tokens), isStacked(spec) ? kStackAlpha : kAreaAlpha));
    forEachRun(trace, layout.from, layout.to, [&](std::size_t begin, std::size_t end) {
        if (end - begin < 2)
            return;
        if (end - begin > kDense && detail != Detail::Vector) {
            paintDenseArea(painter, trace, layout, begin, end, floor, painter->brush().color());
            return;
        }
        QPolygonF shape = linePoints(trace, layout, begin, end);
        if (stacked) {
            for (std::size_t i = end; i-- > begin;)
                shape << QPointF(layout.x(static_cast<double>(trace.time[i])), layout.y(trace.base[i], trace.axis));
        } else {
            shape << QPointF(shape.last().x(), layout.y(floor, trace.axis))
                  << QPointF(shape.first().x(), layout.y(floor, trace.axis));
        }
        drawShape(painter, guardRoom(layout.plot), shape);
    });
}

// Columns of about a pixel are filled to whole pixels, so that no extreme is ever lost between two of them.
void paintEnvelope(QPainter *painter, const Trace &trace, const ChartLayout &layout, const Tokens &tokens,
                   Detail detail)
{
    const QColor color = withAlpha(traceColor(trace, tokens), tokens.contrast() ? 0.4 : kEnvelopeAlpha);
    const double perMs = layout.plot.width() / (layout.to - layout.from);
    const QRectF room = guardRoom(layout.plot);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    std::vector<QRectF> columns;
    // Infinite values reach to the edge.
    const auto yOf = [&](double v) {
        return std::clamp(layout.y(v, trace.axis), layout.plot.top() - 4, layout.plot.bottom() + 4);
    };
    forEachRun(trace, layout.from, layout.to, [&](std::size_t begin, std::size_t end) {
        const bool narrow = static_cast<double>(trace.to[begin] - trace.from[begin]) * perMs <= 2.5;
        if (detail == Detail::Vector || !narrow) {
            if (end - begin < 2)
                return;
            QPolygonF shape;
            for (std::size_t i = begin; i < end; ++i)
                shape << QPointF(layout.x(static_cast<double>(trace.time[i])), yOf(trace.high[i]));
            for (std::size_t i = end; i-- > begin;)
                shape << QPointF(layout.x(static_cast<double>(trace.time[i])), yOf(trace.low[i]));
            drawShape(painter, room, shape);
            return;
        }
        // Columns that share a pixel are one: each stays where it belongs, and none is painted twice.
        QRectF pixel;
        const auto flush = [&] {
            if (pixel.width() > 0)
                columns.push_back(pixel);
        };
        for (std::size_t i = begin; i < end; ++i) {
            const double left = std::floor(layout.x(static_cast<double>(trace.from[i])));
            if (left < room.left() || left > room.right())
                continue;
            const double right = std::max(left + 1, std::floor(layout.x(static_cast<double>(trace.to[i]))));
            const double top = std::floor(yOf(trace.high[i]));
            const double bottom = std::max(top + 1, std::ceil(yOf(trace.low[i])));
            const QRectF column(left, top, right - left, bottom - top);
            if (pixel.width() > 0 && left < pixel.right()) {
                pixel |= column;
                continue;
            }
            flush();
            pixel = column;
        }
        flush();
    });
    if (!columns.empty())
        fillColumns(painter, columns, layout.plot.adjusted(-2, -4, 4, 2), color);
}

void paintLine(QPainter *painter, const Trace &trace, const ChartLayout &layout, const ChartSpec &spec,
               const Tokens &tokens, Detail detail)
{
    const QColor color = traceColor(trace, tokens);
    painter->setBrush(Qt::NoBrush);
    const QPen pen = linePen(trace, spec, tokens, detail);
    forEachRun(trace, layout.from, layout.to, [&](std::size_t begin, std::size_t end) {
        if (end - begin == 1) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color);
            painter->drawEllipse(
                QPointF(layout.x(static_cast<double>(trace.time[begin])), layout.y(trace.value[begin], trace.axis)), 2,
                2);
            painter->setBrush(Qt::NoBrush);
            return;
        }
        painter->setPen(pen);
        drawLine(painter, guardRoom(layout.plot), linePoints(trace, layout, begin, end));
    });
}

void paintThreshold(QPainter *painter, const Threshold &threshold, const ChartContent &content,
                    const ChartLayout &layout, const ChartLook &look, const Tokens &tokens)
{
    const double y = layout.y(threshold.value);
    if (y < layout.plot.top() - 0.5 || y > layout.plot.bottom() + 0.5)
        return;
    const bool goal = threshold.level == Threshold::Level::Goal;
    const QColor color = goal                                        ? tokens.secondary
                         : threshold.level == Threshold::Level::Warn ? tokens.warn
                                                                     : tokens.error;
    QPen pen(color, 1);
    pen.setDashPattern({5, 3});
    pen.setCapStyle(Qt::FlatCap);
    painter->setPen(pen);
    const double line = std::floor(y) + 0.5;
    painter->drawLine(QPointF(layout.plot.left(), line), QPointF(layout.plot.right(), line));
    const ShownUnit &unit = layout.units[0];
    QString text = withUnit(cardNumber(threshold.value * unit.factor, content.spec.decimals, look.locale), unit.unit,
                            look.direction);
    if (!threshold.label.isEmpty())
        text = threshold.label + QStringLiteral(", ") + text;
    const qreal width = textWidth(text, FontRole::Caption) + 8;
    qreal top = line - 15;
    if (top < layout.plot.top())
        top = line + 2;
    const QRectF box(layout.plot.right() - width, top, width, 13);
    painter->fillRect(box, withAlpha(tokens.surface, 0.85));
    paintText(painter, box.adjusted(4, 0, -4, 0), text, FontRole::Caption, color,
              Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute);
}

void paintBadSide(QPainter *painter, const Threshold &threshold, const ChartContent &content, const ChartLayout &layout,
                  const Tokens &tokens)
{
    if (threshold.level == Threshold::Level::Goal)
        return;
    const double y = std::clamp(layout.y(threshold.value), layout.plot.top(), layout.plot.bottom());
    QRectF side = layout.plot;
    if (content.spec.moreIsBetter)
        side.setTop(y);
    else
        side.setBottom(y);
    painter->fillRect(
        side, withAlpha(threshold.level == Threshold::Level::Warn ? tokens.warn : tokens.error, kThresholdAlpha));
}

// Where stored points cannot be read: hatched over the height of the plot, said in the tooltip.
void paintGaps(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const Tokens &tokens)
{
    std::vector<std::pair<double, double>> stretches;
    for (const Trace &trace : content.traces) {
        if (trace.hidden || trace.previous)
            continue;
        for (const SeriesGap &gap : trace.gaps) {
            const double left = std::max(layout.plot.left(), layout.x(static_cast<double>(gap.from)));
            const double right = std::min(layout.plot.right(), layout.x(static_cast<double>(gap.to)));
            if (right >= layout.plot.left() && left <= layout.plot.right())
                stretches.emplace_back(left, std::max(right, left + 3));
        }
    }
    std::sort(stretches.begin(), stretches.end());
    painter->save();
    double done = -1e9;
    for (auto [left, right] : stretches) {
        left = std::max(left, done); // series that lose the same stretch hatch it once
        if (right <= left)
            continue;
        done = right;
        const QRectF box(left, layout.plot.top(), right - left, layout.plot.height());
        painter->fillRect(box, withAlpha(tokens.warn, 0.06));
        painter->save();
        painter->setClipRect(box, Qt::IntersectClip);
        painter->setPen(QPen(withAlpha(tokens.warnGraphic, 0.55), 1));
        // On a grid of the plot, so that neighbours go on where one ends.
        const double first = std::floor((box.left() - box.height()) / kHatch) * kHatch;
        for (double x = first; x < box.right(); x += kHatch)
            painter->drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        painter->restore();
    }
    painter->restore();
}

bool drawsAnything(const ChartContent &content, const ChartLayout &layout)
{
    bool any = false;
    for (const Trace &trace : content.traces) {
        if (trace.hidden)
            continue;
        forEachRun(trace, layout.from, layout.to, [&](std::size_t begin, std::size_t end) {
            any = any || (static_cast<double>(trace.time[end - 1]) >= layout.from &&
                          static_cast<double>(trace.time[begin]) <= layout.to);
        });
    }
    return any;
}

} // namespace

QColor traceColor(const Trace &trace, const Tokens &tokens)
{
    return tokens.series[static_cast<std::size_t>(trace.previous ? 9 : trace.slot)];
}

ChartLayout layoutChart(const ChartContent &content, const QRectF &area, double from, double to, const ChartLook &look)
{
    ChartLayout layout;
    layout.area = area;
    layout.from = from;
    layout.to = std::max(to, from + 1);
    layout.axisAtRight = look.direction == Qt::RightToLeft;
    const double height = std::max(8.0, area.height() - look.top - look.bottom);
    const int wanted = std::clamp(static_cast<int>(height / 44), 2, 4);
    const ChartSpec &spec = content.spec;
    layout.values[0] = axisTicks(content, visibleExtent(content, from, to, 0), 0, wanted);
    QString firstUnit = spec.unit;
    QString secondUnit;
    for (const Trace &trace : content.traces) {
        if (trace.axis == 0 && !trace.hidden && firstUnit.isEmpty())
            firstUnit = trace.unit;
        if (trace.axis == 1 && !trace.hidden) {
            layout.second = true;
            secondUnit = trace.unit;
        }
    }
    if (layout.second)
        layout.values[1] = axisTicks(content, visibleExtent(content, from, to, 1), 1, wanted);
    if (look.values) { // the second axis moves with the first
        const ValueTicks whole = layout.values[0];
        const double tall = whole.high / 2 - whole.low / 2;
        const auto onSecond = [&](double v) {
            const double share = (v / 2 - whole.low / 2) / tall;
            return layout.values[1].low * (1 - share) + layout.values[1].high * share;
        };
        const auto [low, high] = *look.values;
        if (layout.second)
            layout.values[1] = valueTicksWithin(onSecond(low), onSecond(high), wanted);
        layout.values[0] = valueTicksWithin(low, high, wanted);
    }
    const auto reach = [](const ValueTicks &t) { return std::max(std::abs(t.low), std::abs(t.high)); };
    layout.units[0] = shownUnit(spec.stack == StackMode::Percent && isStacked(spec) ? QStringLiteral("%") : firstUnit,
                                reach(layout.values[0]));
    layout.units[1] = shownUnit(secondUnit, reach(layout.values[1]));

    qreal first = 0;
    for (const double value : layout.values[0].values)
        first = std::max(
            first, textWidth(tickLabel(value, layout.values[0], layout.units[0], spec, look.locale, look.direction),
                             FontRole::Caption));
    qreal second = 0;
    ChartSpec withUnitShown = spec;
    withUnitShown.unitOnAxis = true;
    if (layout.second) {
        for (const double value : layout.values[1].values)
            second = std::max(second, textWidth(tickLabel(value, layout.values[1], layout.units[1], withUnitShown,
                                                          look.locale, look.direction),
                                                FontRole::Caption));
    }
    qreal left = look.side + std::ceil(first) + 8;
    qreal right = layout.second ? look.side + std::ceil(second) + 8 : look.end;
    if (layout.axisAtRight)
        std::swap(left, right);
    layout.plot = QRectF(std::round(area.left() + left), std::round(area.top() + look.top),
                         std::max(8.0, std::floor(area.width() - left - right)), std::floor(height));
    const TimeRange range{static_cast<qint64>(std::ceil(from)), static_cast<qint64>(std::floor(to))};
    layout.times = timeTicks(range, layout.plot.width(), kTickSpacing, look.zone, look.locale);
    qreal widest = 0;
    for (const TimeTick &tick : layout.times)
        widest = std::max(widest, textWidth(tick.label, FontRole::Caption));
    if (widest + kLeastTickGap > kTickSpacing) // "10:53:20 PM"
        layout.times = timeTicks(range, layout.plot.width(), widest + kLeastTickGap, look.zone, look.locale);
    return layout;
}

QRectF tickLabelBox(const ChartLayout &layout, const TimeTick &tick)
{
    const qreal width = textWidth(tick.label, tick.coarse ? FontRole::CaptionBold : FontRole::Caption);
    const qreal x = std::round(layout.x(static_cast<double>(tick.time)));
    const qreal left = std::clamp(x - width / 2, layout.area.left() + 2, layout.area.right() - width - 2);
    return {left, layout.plot.bottom() + 6, width + 1, 16};
}

void paintAxes(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const ChartLook &look,
               const Tokens &tokens)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Threshold &threshold : content.spec.thresholds)
        paintBadSide(painter, threshold, content, layout, tokens);
    const auto labelBox = [&layout](double y, bool atRight) {
        return atRight ? QRectF(layout.plot.right() + 8, y - 8, layout.area.right() - layout.plot.right() - 8, 16)
                       : QRectF(layout.area.left(), y - 8, layout.plot.left() - layout.area.left() - 8, 16);
    };
    const bool hasData =
        std::any_of(content.traces.begin(), content.traces.end(), [](const Trace &t) { return !t.time.empty(); });
    for (const double value : layout.values[0].values) {
        const double y = std::round(layout.y(value));
        const bool zero = std::abs(value) < layout.values[0].step * 1e-6;
        painter->fillRect(QRectF(layout.plot.left(), y, layout.plot.width(), 1), zero ? tokens.axis : tokens.grid);
        if (hasData)
            paintText(painter, labelBox(y, layout.axisAtRight),
                      tickLabel(value, layout.values[0], layout.units[0], content.spec, look.locale, look.direction),
                      FontRole::Caption, tokens.tertiary,
                      (layout.axisAtRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    if (layout.second) {
        ChartSpec spec = content.spec;
        spec.unitOnAxis = true;
        QColor color = tokens.tertiary;
        int count = 0;
        for (const Trace &trace : content.traces) {
            if (trace.axis == 1 && !trace.previous && ++count == 1)
                color = traceColor(trace, tokens);
        }
        for (const double value : layout.values[1].values)
            paintText(painter, labelBox(std::round(layout.y(value, 1)), !layout.axisAtRight),
                      tickLabel(value, layout.values[1], layout.units[1], spec, look.locale, look.direction),
                      FontRole::Caption, color,
                      (layout.axisAtRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    qreal last = -1e9;
    for (const TimeTick &tick : layout.times) {
        const double x = std::round(layout.x(static_cast<double>(tick.time)));
        if (content.spec.verticalGrid)
            painter->fillRect(QRectF(x, layout.plot.top(), 1, layout.plot.height()), tokens.grid);
        const QRectF box = tickLabelBox(layout, tick);
        if (box.left() < last + 8)
            continue;
        paintText(painter, box, tick.label, tick.coarse ? FontRole::CaptionBold : FontRole::Caption,
                  tick.coarse ? tokens.secondary : tokens.tertiary,
                  Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        last = box.right() - 1;
    }
    painter->restore();
}

void paintData(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const Tokens &tokens,
               Detail detail)
{
    painter->save();
    painter->setClipRect(layout.plot.adjusted(-1, -3, 3, 1), Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing, detail != Detail::Fast);
    const ChartSpec &spec = content.spec;
    paintGaps(painter, content, layout, tokens);
    if (spec.kind == ChartKind::Bar) {
        paintBars(painter, content, layout, tokens);
        for (const Trace &trace : content.traces) {
            if (trace.previous && !trace.hidden)
                paintLine(painter, trace, layout, spec, tokens, detail);
        }
        painter->restore();
        return;
    }
    for (const Trace &trace : content.traces) {
        if (trace.hidden || trace.time.empty())
            continue;
        if (spec.kind == ChartKind::Area && !trace.previous)
            paintArea(painter, trace, layout, spec, tokens, detail);
        if (trace.many && spec.envelope)
            paintEnvelope(painter, trace, layout, tokens, detail);
    }
    for (const bool previous : {true, false}) {
        for (const Trace &trace : content.traces) {
            if (!trace.hidden && trace.previous == previous)
                paintLine(painter, trace, layout, spec, tokens, detail);
        }
    }
    painter->restore();
}

void paintChart(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const ChartLook &look,
                const Tokens &tokens, Detail detail)
{
    paintAxes(painter, content, layout, look, tokens);
    paintData(painter, content, layout, tokens, detail);
    if (!content.note.isEmpty() && !drawsAnything(content, layout))
        paintText(painter, layout.plot, content.note, FontRole::Small, tokens.tertiary, Qt::AlignCenter);
    painter->save();
    for (const Threshold &threshold : content.spec.thresholds)
        paintThreshold(painter, threshold, content, layout, look, tokens);
    painter->restore();
}

std::size_t segmentCount(const ChartContent &content)
{
    std::size_t count = 0;
    for (const Trace &trace : content.traces) {
        if (!trace.hidden)
            count += trace.time.size();
    }
    return count;
}

} // namespace dash
