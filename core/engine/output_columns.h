#pragma once
// The two outputs of the runner, made by makeOutput().

#include "core/engine/outputs.h"

namespace dash {

Result<std::unique_ptr<Output>> makeSeriesOutput(const Node &node, const QJsonObject &config,
                                                 const OutputContext &context);
Result<std::unique_ptr<Output>> makeTableOutput(const Node &node, const QJsonObject &config,
                                                const OutputContext &context);

} // namespace dash
