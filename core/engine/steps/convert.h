#pragma once
// A column brought to another type, exactly or not at all.

#include "core/engine/steps/support.h"

namespace dash {

struct TargetType {
    ColumnType type = ColumnType::Text;
    int places = -1; // of a decimal; -1: as many as needed
};

// "auto" and "" give nothing; "decimal2" has two places.
std::optional<TargetType> targetTypeFromName(const QString &name);
Parameter typeParameter();

// The column in the new type; rows that do not fit are null there and reported through `wrong(row, reason)`. A decimal
// rounds half away from zero to its places; a whole number is only made of whole numbers.
ColumnPtr converted(const ColumnPtr &column, TargetType target, const std::function<void(std::size_t, QString)> &wrong);

} // namespace dash
