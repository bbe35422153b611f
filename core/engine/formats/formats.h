#pragma once
// The formats of this build, one function each; registry.cpp lists them.

#include "core/engine/format.h"

namespace dash {

FormatType jsonFormat();
FormatType ndjsonFormat();
FormatType csvFormat();
FormatType tsvFormat();
FormatType openMetricsFormat();
FormatType formFormat();

} // namespace dash
