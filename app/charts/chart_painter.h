#pragma once
// Draws a chart: the same code for the window, for pictures and for paper. Pure: content, layout and colours in.

#include "app/charts/ticks.h"
#include "app/charts/traces.h"
#include "app/theme/tokens.h"

#include <QRectF>

#include <array>

class QPainter;

namespace dash {

// A factor that makes numbers readable ("k", "M", "G" for bytes), and the unit that goes with it.
struct ShownUnit {
    double factor = 1;
    QString unit;
};
ShownUnit shownUnit(const QString &unit, double magnitude);

struct ChartContent {
    ChartSpec spec;
    std::vector<Trace> traces;
    QString note; // said in the middle while there is nothing to draw
};

// How a chart is fitted into a rectangle.
struct ChartLook {
    QTimeZone zone = QTimeZone::systemTimeZone();
    QLocale locale;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    std::optional<std::pair<double, double>> values; // chosen by the reader of the chart (zoom); first axis
    qreal top = 9, bottom = 26, side = 12, end = 20;
};

struct ChartLayout {
    QRectF area;
    QRectF plot;
    double from = 0, to = 1; // UTC ms; fractions while panning
    std::array<ValueTicks, 2> values;
    std::array<ShownUnit, 2> units;
    bool second = false;
    bool axisAtRight = false;
    std::vector<TimeTick> times;

    double x(double time) const { return plot.left() + (time - from) * plot.width() / (to - from); }
    double y(double value, int axis = 0) const
    {
        // Halves: the whole range of double has no difference that is a double.
        const ValueTicks &t = values[static_cast<std::size_t>(axis)];
        return plot.bottom() - (value / 2 - t.low / 2) / (t.high / 2 - t.low / 2) * plot.height();
    }
    double timeAt(double px) const { return from + (px - plot.left()) * (to - from) / plot.width(); }
    double valueAt(double py, int axis = 0) const
    {
        const ValueTicks &t = values[static_cast<std::size_t>(axis)];
        const double share = (plot.bottom() - py) / plot.height();
        return t.low * (1 - share) + t.high * share;
    }
};

// Where the label of a tick of time is painted.
QRectF tickLabelBox(const ChartLayout &layout, const TimeTick &tick);

ChartLayout layoutChart(const ChartContent &content, const QRectF &area, double from, double to, const ChartLook &look);

enum class Detail {
    Fast,   // while something moves: cosmetic lines, no antialiasing
    Fine,   // at rest
    Vector, // for PDF and SVG
};
void paintChart(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const ChartLook &look,
                const Tokens &tokens, Detail detail);
// Grid, axes and labels alone, and data alone: the parts of paintChart.
void paintAxes(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const ChartLook &look,
               const Tokens &tokens);
void paintData(QPainter *painter, const ChartContent &content, const ChartLayout &layout, const Tokens &tokens,
               Detail detail);
// Line pieces that would be painted: what decides whether a fine repaint is affordable.
std::size_t segmentCount(const ChartContent &content);

QColor traceColor(const Trace &trace, const Tokens &tokens);
// A value with unit as cards say it. An exact value is rounded exactly.
QString valueText(double value, const ChartSpec &spec, const QString &unit, const QLocale &locale,
                  Qt::LayoutDirection direction, const std::optional<Decimal> &exact = {});
// The same with every digit that an exact value has: for tooltips and screen readers.
QString fullValueText(double value, const ChartSpec &spec, const QString &unit, const QLocale &locale,
                      Qt::LayoutDirection direction, const std::optional<Decimal> &exact);

} // namespace dash
