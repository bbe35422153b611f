#pragma once
// Every kind of node this build has, in one list: what "Add step" offers, what a node is called and drawn with, and
// which parameters its form has.

#include "core/engine/registry.h"
#include "core/model/pipeline.h"

#include <vector>

namespace dash {

struct KindInfo {
    NodeKind kind = NodeKind::Step;
    QString type;
    QString label; // translated
    QString help;  // translated, one line
    QString icon;
    bool advanced = false; // plan
};

// Sources, steps, outputs, in the registry's order.
std::vector<KindInfo> allKinds(const Registry &registry);
std::optional<KindInfo> kindInfo(const Registry &registry, NodeKind kind, const QString &type);
// What people call the node: its name, else its kind.
QString nodeTitle(const Registry &registry, const Node &node);
// One fact for the canvas: from the kind, or the schedule for sources.
QString nodeFact(const Registry &registry, const Pipeline &pipeline, const Node &node);
QString scheduleText(const Schedule &schedule);
// Declared parameters of a node; a source's include the choice of format and that format's own.
Parameters nodeParameters(const Registry &registry, const Node &node);
// A fresh node of a kind with its required defaults.
Node freshNode(const KindInfo &kind);
// Gives a new or copied node addresses that are its own alone.
void giveOwnAddresses(Node &node, const Registry &registry, RandomSource &random);

} // namespace dash
