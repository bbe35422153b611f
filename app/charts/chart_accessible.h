#pragma once
// What a screen reader is told of a chart: a chart with a name, a summary, the value it stands on, and the actions a
// hand has. Installed once for the application by the first ChartView.

class QString;
class QObject;
class QAccessibleInterface;

namespace dash {

QAccessibleInterface *chartAccessible(const QString &className, QObject *object);

} // namespace dash
