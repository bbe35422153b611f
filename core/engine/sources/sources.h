#pragma once
// The sources of this build, one function each; registry.cpp lists them.

#include "core/engine/source.h"

namespace dash {

SourceType computerSource();
SourceType httpSource();
SourceType webhookSource();
SourceType prometheusSource();
SourceType fileSource();
SourceType sampleSource();

} // namespace dash
