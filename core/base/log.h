#pragma once

#include <QLoggingCategory>

// One category per area; "QT_LOGGING_RULES=dash.engine.debug=true" shows one of them. Nothing secret is ever logged.
namespace dash {
Q_DECLARE_LOGGING_CATEGORY(logDb)
Q_DECLARE_LOGGING_CATEGORY(logData)
Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logApp)
} // namespace dash
