#pragma once
// Rows as meters: query A is the part, query B the whole, one meter for each set of labels ("587 of 1 000 GB, 59 %").
// Without B each is a share of the sum of all, in the colour of its series, with the total below.

#include "app/dashboards/widget_type.h"

namespace dash {

void paintMeters(QPainter *painter, const QRectF &rect, const WidgetScene &scene);
double metersHeight(const WidgetScene &scene);
QStringList meterTexts(const WidgetScene &scene); // a sentence each

} // namespace dash
