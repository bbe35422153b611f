#pragma once
// Cells moved into a column or series of another type, only where nothing is lost.

#include "core/data/series/series_store.h"
#include "core/model/batch.h"

namespace dash {

// Appends cell `row` of `from` to `to`; false (nothing appended) when the value does not fit to's type. Nulls fit all.
bool appendConverted(Column &to, const Column &from, std::size_t row);

// Appends the cell's value to the block of a series of this type and scale; false when it does not fit. Not for nulls.
bool appendPoint(PointBlock &block, ValueType type, int scale, const Column &from, std::size_t row);

// The type a new series gets from a column; a Decimal's scale is the column's.
ValueType valueTypeOf(ColumnType type);
ColumnType columnTypeOf(ValueType type);
QLatin1StringView valueTypeName(ValueType type);
std::optional<ValueType> valueTypeFromName(QStringView name);

// The time a cell stands for: instants, ISO 8601 text, whole numbers as Unix seconds (below 10^11) or milliseconds.
std::optional<qint64> instantOf(const Column &column, std::size_t row);

} // namespace dash
