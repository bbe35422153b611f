#pragma once
// A kind of widget: what it can be told, what it asks of the store and how it is drawn. Adding one is a file with a
// `…WidgetType` function and one line in widget_type.cpp. Drawing is pure, so window, pictures, paper and dash-cli
// show the same.

#include "app/charts/chart_painter.h"
#include "core/model/dashboard.h"
#include "core/model/parameter.h"

#include <QSet>
#include <QSize>

#include <functional>
#include <vector>

class QPainter;

namespace dash {

// What a widget is drawn from and with.
struct WidgetScene {
    const Widget &widget;
    const WidgetData &data;
    double from = 0, to = 1; // visible, UTC ms
    qint64 now = 0;
    SeriesSlots &slots;
    const QSet<QString> &hidden; // keys of series switched off in the legend
    const Tokens &tokens;
    ChartLook look; // zone, locale, direction
    Detail detail = Detail::Fine;
};

// What a request depends on besides the widget.
struct RequestFrame {
    TimeRange visible;
    double width = 400; // pixels of the drawing
    qint64 previousOffset = 0;
    QTimeZone zone = QTimeZone::systemTimeZone();
    double margin = 0.25; // more than is visible, on both sides, so that panning has something to show
};

struct WidgetType {
    QString id;
    const char *label = ""; // QT_TRANSLATE_NOOP("WidgetType", …)
    QString icon;
    Parameters parameters; // keys of Widget::options
    QSize cells{4, 6};     // size of a new one
    bool combines = false; // shows one number for all series of a query
    enum class Body { Chart, Painted, Scrolled } body = Body::Painted;
    std::function<WidgetRequest(const Widget &, const RequestFrame &)> request;
    // Into the room below the head. Body::Chart is drawn through chartContent instead.
    std::function<void(QPainter *, const QRectF &, const WidgetScene &)> paint;
    // Height the whole content takes at a width (Body::Scrolled).
    std::function<double(const WidgetScene &, double width)> height;
    // One sentence for screen readers.
    std::function<QString(const WidgetScene &)> summary;
};

const std::vector<WidgetType> &widgetTypes();
const WidgetType *widgetType(QStringView id);
QString widgetTypeLabel(const WidgetType &type);

// ---- shared by the types
QString optionText(const Widget &widget, QLatin1StringView key, const QString &fallback = {});
bool optionIsOn(const Widget &widget, QLatin1StringView key, bool fallback);
std::optional<double> optionNumber(const Widget &widget, QLatin1StringView key);
ChartSpec chartSpecOf(const Widget &widget);
WidgetRequest chartRequest(const Widget &widget, const RequestFrame &frame);
ChartContent chartContentOf(const Widget &widget, const WidgetData &data, SeriesSlots &slots,
                            const QSet<QString> &hidden);
// Letter of a query: A, B, C …
QString queryLetter(std::size_t index);

WidgetType lineWidgetType();
WidgetType areaWidgetType();
WidgetType barWidgetType();
WidgetType statWidgetType();
WidgetType gaugeWidgetType();
WidgetType tableWidgetType();
WidgetType textWidgetType();

} // namespace dash
