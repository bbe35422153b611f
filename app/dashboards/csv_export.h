#pragma once
// What a widget shows as CSV (RFC 4180): exact values, ISO times in UTC.

#include "app/dashboards/dashboard_paint.h"

namespace dash {

// One row for each time shown; a column for each series, with lowest and highest where a row stands for several points.
Result<QByteArray> widgetCsv(const Widget &widget, const WidgetData &data, TimeRange visible);
// All widgets one below the other: widget, series, time, value.
Result<QByteArray> dashboardCsv(const DashboardPicture &picture);

} // namespace dash
