#pragma once
// Series and tables as CSV (RFC 4180, UTF-8): streamed in portions, so that size does not matter.

#include "app/data/catalogue.h"

#include <QString>

namespace dash {

// Rows written. The file is replaced only when all of it is there. Errors: FileWrite, and those of reading.
Result<qint64> exportSeriesCsv(const PointsSnapshot &snapshot, const SeriesGroup &group, const QString &path);
Result<qint64> exportTableCsv(const PointsSnapshot &snapshot, const TableInfo &info, const QString &path);

} // namespace dash
