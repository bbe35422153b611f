#pragma once
// Changes to the graph of a definition, as plain functions: what the canvas, the keyboard and the value menu do. Every
// one keeps what the other nodes read; inputs left to the order of the file stay implicit where that says the same.

#include "core/model/pipeline.h"

namespace dash {

// An id not used in the pipeline, made of the stem ("filter", "filter-2" …).
QString freshNodeId(const Pipeline &pipeline, const QString &stem);
// Ids of the nodes that read `id`, in file order.
QStringList readersOf(const Pipeline &pipeline, QStringView id);
// The last step (or source) of the main line: where "Add step" continues when nothing is selected. Empty without nodes.
QString endOfLine(const Pipeline &pipeline);

// Puts `node` behind `after` and returns its new id. A step moves into every wire that leaves `after`; an output
// becomes one more reader of it; a source starts a line of its own (`after` is not used). Behind an output the node
// goes before it. With an empty `after` the node goes to the end of the line.
QString addNode(Pipeline &pipeline, Node node, const QString &after);
// Puts a step as a branch: it reads `from` and nothing reads it.
QString addBranch(Pipeline &pipeline, Node node, const QString &from);
// Takes a node out; who read it reads what it read.
void removeNode(Pipeline &pipeline, const QString &id);
// Takes the step out of its place and puts it behind `after`. False when that changes nothing or cannot be.
bool moveNode(Pipeline &pipeline, const QString &id, const QString &after);
// `to` reads `from` as well. False for sources, outputs that would be read, circles and wires that exist.
bool connectNodes(Pipeline &pipeline, const QString &from, const QString &to);
// `to` no longer reads `from`. False when that was its only input.
bool disconnectNodes(Pipeline &pipeline, const QString &from, const QString &to);

// One node as text for the clipboard, and back. Nothing when the text holds no node.
QByteArray nodeClip(const Node &node);
std::optional<Node> nodeFromClip(const QByteArray &text);

} // namespace dash
