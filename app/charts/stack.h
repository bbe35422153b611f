#pragma once

#include "app/charts/traces.h"

#include <vector>

namespace dash {

// All traces of a stack share the columns; each rests on the sum of those below. A series without a value in a column
// where others have one counts as the mean of its neighbours inside a run, else as nothing.
// Only the traces of `axis` take part, without hidden ones and those of the previous period.
void stackUp(std::vector<Trace> &traces, StackMode mode, int axis);

} // namespace dash
