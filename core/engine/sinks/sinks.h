#pragma once
// The sinks of this build, one function each.

#include "core/engine/sink.h"

namespace dash {

SinkType fileSink();
SinkType webhookSink();

} // namespace dash
