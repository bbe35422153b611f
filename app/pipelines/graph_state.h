#pragma once
// What the canvas says about each node and wire, from the definition, the last preview and the last run.

#include "app/pipelines/node_look.h"
#include "core/engine/host.h"

#include <QSet>

namespace dash {

struct GraphFacts {
    const PreviewResult *preview = nullptr;
    std::vector<Error> problems; // of checkPipeline(), by the step's name or id
    PipelineStatus status;
    qint64 rejectedRows = 0; // kept in the rejected table
    bool running = false;    // an applied version is enabled and well
    QSet<QString> waiting;   // sources that have heard nothing yet
};

GraphLook graphLook(const Pipeline &pipeline, const Registry &registry, const GraphFacts &facts);
// The error of a node in the preview, else the first problem of the check that names it.
std::optional<Error> nodeError(const Pipeline &pipeline, const Registry &registry, const GraphFacts &facts,
                               const QString &node);

} // namespace dash
