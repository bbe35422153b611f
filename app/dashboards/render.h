#pragma once
// Draws a dashboard file over the data of a workspace: what `dash-cli dashboard render` does. Needs a QApplication.

#include "app/dashboards/dashboard_paint.h"

namespace dash {

class Clock;

// `definition` is a dashboard, or a template with one inside. Reads the workspace's points.db on a read-only
// connection.
Result<QByteArray> renderDashboard(const QByteArray &definition, const QString &workspaceFolder, const Clock &clock,
                                   PictureFormat format, const ExportOptions &options);

} // namespace dash
