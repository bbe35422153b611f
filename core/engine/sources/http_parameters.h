#pragma once
// Settings of the HTTP source, and the shorthand in which sources declare theirs.

#include "core/model/parameter.h"

namespace dash {

Parameters httpParameters();

// name, kind, label; the rest is set on what comes back.
Parameter declare(const char *name, ParameterKind kind, const char *label, const char *help = "");

} // namespace dash
