#pragma once
// Everything the engine knows by name. Adding one is a file with a `…Type` function and one line in registry.cpp.

#include "core/engine/format.h"
#include "core/engine/sink.h"
#include "core/engine/source.h"
#include "core/engine/step.h"

#include <vector>

namespace dash {

struct Registry {
    std::vector<SourceType> sources;
    std::vector<FormatType> formats;
    std::vector<StepType> steps;
    std::vector<SinkType> sinks; // "series" and "table" are outputs of the runner itself, see outputs.h

    const SourceType *source(QStringView type) const;
    const FormatType *format(QStringView type) const;
    const StepType *step(QStringView type) const;
    const SinkType *sink(QStringView type) const;
};

// All that this build has.
Registry builtinRegistry();

} // namespace dash
