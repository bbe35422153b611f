#pragma once
// Cells as people read them: numbers by the locale with true minus and narrow grouping, local times, yes and no.

#include "core/model/batch.h"

#include <QLocale>

namespace dash {

// Empty for null; the painter shows the word "empty" instead.
QString cellDisplay(const Column &column, std::size_t row, const QLocale &locale);
bool isNumeric(ColumnType type); // right-aligned
QString columnTypeIcon(ColumnType type);
QString columnTypeLabel(ColumnType type); // translated
// JSONPath of a column: $.shop or $['order id'].
QString columnPath(const QString &name);

} // namespace dash
