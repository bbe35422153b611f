#include "core/base/log.h"

namespace dash {
Q_LOGGING_CATEGORY(logDb, "dash.db", QtInfoMsg)
Q_LOGGING_CATEGORY(logData, "dash.data", QtInfoMsg)
Q_LOGGING_CATEGORY(logEngine, "dash.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "dash.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "dash.app", QtInfoMsg)
} // namespace dash
