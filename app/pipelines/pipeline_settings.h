#pragma once
// The settings of a pipeline as a whole, declared as parameters, so that the same form edits them.

#include "core/model/parameter.h"
#include "core/model/pipeline.h"

#include <map>

namespace dash {

Parameters pipelineParameters();
QJsonObject pipelineSettings(const Pipeline &pipeline);
// Puts the settings that can be read into the pipeline; tells what is wrong with the others, by name.
std::map<QString, Error> takePipelineSettings(Pipeline &pipeline, const QJsonObject &settings);

} // namespace dash
