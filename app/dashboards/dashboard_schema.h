#pragma once

#include <QJsonObject>

namespace dash {

// The JSON Schema (2020-12) of a dashboard's file, made from the declared parameters of the widget types;
// resources/schema/dashboard.schema.json is this, kept by a test.
QJsonObject dashboardSchema();

} // namespace dash
