#include "app/charts/chart_bars.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

void paintOneBar(QPainter *painter, const QRectF &bar, bool rounded)
{
    if (!rounded || bar.width() < 4 || bar.height() < 2) {
        painter->drawRect(bar);
        return;
    }
    QPainterPath path;
    path.moveTo(bar.bottomLeft());
    path.lineTo(bar.left(), bar.top() + 1.5);
    path.quadTo(bar.topLeft(), QPointF(bar.left() + 1.5, bar.top()));
    path.lineTo(bar.right() - 1.5, bar.top());
    path.quadTo(bar.topRight(), QPointF(bar.right(), bar.top() + 1.5));
    path.lineTo(bar.bottomRight());
    path.closeSubpath();
    painter->drawPath(path);
}

} // namespace

void paintBars(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const Tokens &tokens)
{
    const bool stacked = isStacked(content.spec);
    std::vector<const Trace *> shown;
    for (const Trace &trace : content.traces) {
        if (!trace.hidden && !trace.previous)
            shown.push_back(&trace);
    }
    painter->setPen(Qt::NoPen);
    for (std::size_t s = 0; s < shown.size(); ++s) {
        const Trace &trace = *shown[s];
        painter->setBrush(traceColor(trace, tokens));
        for (std::size_t i = 0; i < trace.time.size(); ++i) {
            if (!std::isfinite(trace.value[i]) || trace.to[i] <= trace.from[i])
                continue;
            double left = layout.x(static_cast<double>(trace.from[i]));
            double right = layout.x(static_cast<double>(trace.to[i]));
            if (right < layout.plot.left() || left > layout.plot.right())
                continue;
            const double gap = std::min(6.0, (right - left) * 0.26);
            left += gap / 2;
            right -= gap / 2;
            if (!stacked && shown.size() > 1) {
                const double part = (right - left) / static_cast<double>(shown.size());
                left += part * static_cast<double>(s);
                right = left + part;
            } else if (stacked && layout.second) { // two stacks, each on its axis
                const double middle = (left + right) / 2;
                (trace.axis == 0 ? right : left) = middle;
            }
            const double zero = std::clamp(0.0, layout.values[static_cast<std::size_t>(trace.axis)].low,
                                           layout.values[static_cast<std::size_t>(trace.axis)].high);
            const auto yOf = [&](double v) {
                return std::clamp(layout.y(v, trace.axis), layout.plot.top() - 4, layout.plot.bottom() + 4);
            };
            const double top = yOf(trace.value[i]);
            const double bottom = yOf(trace.base.empty() ? zero : trace.base[i]);
            if (trace.value[i] != (trace.base.empty() ? zero : trace.base[i]))
                paintOneBar(painter, QRectF(QPointF(left, top), QPointF(right, bottom)).normalized(),
                            s + 1 == shown.size() || !stacked);
        }
    }
}

} // namespace dash
