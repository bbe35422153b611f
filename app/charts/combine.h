#pragma once
// Several series as one: of values at one moment, and moment by moment. Pure.

#include "app/charts/traces.h"

namespace dash {

// What is not a number takes no part; NaN when nothing is left. `combine` is not ByUnit.
double combineValues(const std::vector<double> &values, Combine combine);
// Exactly; nothing for an average of several and where it needs too many digits.
std::optional<Decimal> combineExactly(const std::vector<Decimal> &values, Combine combine);
// Between points of a run they are joined; a series that has ended or not begun takes no part. `traces` is not empty;
// identity is that of the first.
Trace combinedTrace(const std::vector<Trace> &traces, Combine combine);

} // namespace dash
