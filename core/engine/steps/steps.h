#pragma once
// The built-in steps in the order in which people see them. Each is one file with one function, listed in steps.cpp.

#include "core/engine/step.h"

#include <vector>

namespace dash {

std::vector<StepType> builtinSteps();

} // namespace dash
