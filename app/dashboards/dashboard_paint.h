#pragma once
// A whole dashboard, or one widget, drawn without a window: for pictures, paper and dash-cli.

#include "app/charts/chart_source.h"
#include "app/dashboards/widget_type.h"

#include <map>

namespace dash {

// Data of every widget of a dashboard at one moment.
struct DashboardPicture {
    Dashboard dashboard;
    TimeRange visible;
    qint64 now = 0;
    std::map<WidgetId, WidgetDataPtr> data;
    // What a window shows beyond that: series switched off in legends, colours given so far.
    std::map<WidgetId, QSet<QString>> hidden;
    SeriesSlots slots;
};

// Reads all; blocks, so not on the GUI thread of a window.
DashboardPicture readDashboard(ChartSource &source, const Dashboard &dashboard, qint64 now, double width);

struct PaintStyle {
    const Tokens &tokens;
    QLocale locale;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Detail detail = Detail::Fine;
};

// One widget as a card: frame, head, legend, body.
void paintWidgetCard(QPainter *painter, const QRectF &rect, const Widget &widget, const DashboardPicture &picture,
                     SeriesSlots &slots, const PaintStyle &style);
// The grid at a width; page margin included.
double dashboardHeight(const Dashboard &dashboard, double width);
void paintDashboard(QPainter *painter, const DashboardPicture &picture, double width, const PaintStyle &style);

enum class PictureFormat { Png, Svg, Pdf, Csv };
std::optional<PictureFormat> pictureFormatFromName(QStringView name); // "png" or a file name ending so

struct ExportOptions {
    double width = 1'384; // of the drawing, at 100 %
    double scale = 2;     // pixels per unit in a PNG
    Look look = Look::Light;
    QLocale locale;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

// The finished file. PDF: A4 landscape pages with title, range and date, all of it vector. CSV: every value shown,
// exact.
Result<QByteArray> exportDashboard(const DashboardPicture &picture, PictureFormat format, const ExportOptions &options);
Result<QByteArray> exportWidget(const DashboardPicture &picture, WidgetId widget, PictureFormat format,
                                const ExportOptions &options);

} // namespace dash
