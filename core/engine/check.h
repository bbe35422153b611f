#pragma once
// Definitions against the registry: what a node can be told, what is wrong, and the order in which nodes work.

#include "core/engine/registry.h"
#include "core/model/pipeline.h"

#include <vector>

namespace dash {

// All parameters of a node as its form shows them: the type's own, and for sources with a format "format" and the
// chosen format's. Empty for an unknown type.
Parameters nodeParameters(const Node &node, const Registry &registry);

// The name by which errors call a node: its own, else its id.
QString nodeName(const Node &node);

// The error with the node's name ("step") and id ("node") filled in where they are missing.
Error atNode(Error error, const Node &node);

// A node that takes part in a run. Disabled ones are left out, what they read goes to whoever reads them.
struct PlanNode {
    const Node *node = nullptr; // of the pipeline given to planPipeline
    std::vector<int> inputs;    // indices into the plan
    std::vector<int> next;
};

// In an order in which every node comes after all it reads. DefinitionGraph for cycles and unknown references.
Result<std::vector<PlanNode>> planPipeline(const Pipeline &pipeline);

} // namespace dash
