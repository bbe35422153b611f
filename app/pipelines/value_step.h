#pragma once
// A click on a value becomes a step: keep only it, leave it out, group by its column. Works on any filter or grouping
// step the registry declares; a filter already there is extended instead of adding another.

#include "core/engine/registry.h"
#include "core/model/batch.h"
#include "core/model/pipeline.h"

namespace dash {

enum class ValueAction { Keep, LeaveOut, GroupBy };

// The condition that is true for rows with this value.
QString valueCondition(const QString &field, const Column &column, std::size_t row, ValueAction action);
// Changes the pipeline so that rows after `node` obey; returns the id of the step to show, empty when this build has no
// step for it.
QString addValueStep(Pipeline &pipeline, const Registry &registry, const QString &node, const QString &field,
                     const Column &column, std::size_t row, ValueAction action);

} // namespace dash
