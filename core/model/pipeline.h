#pragma once
// A pipeline definition as plain data: a small directed graph of sources, steps and named outputs. The file format is
// JSON, described by resources/schema/pipeline.schema.json; files of any released version open for ever.

#include "core/base/error.h"
#include "core/base/id.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dash {

inline constexpr int kPipelineFormat = 1;
inline constexpr qsizetype kMaxDefinitionBytes = 4 * 1024 * 1024;

enum class NodeKind { Source, Step, Output };

struct Node {
    QString id; // unique in the pipeline, [a-z0-9_-]{1,40}; what `from` names
    NodeKind kind = NodeKind::Step;
    QString type;          // registered name: "http", "filter", "series", "file", …
    QString name;          // what people call it; empty = the type's own name
    QStringList from;      // ids it reads; empty = the node before it in the list
    bool disabled = false; // rows pass it by
    QJsonObject config;    // declared parameters of the type

    friend bool operator==(const Node &, const Node &) = default;
};

struct Schedule {
    enum class Kind { Manual, Interval, Cron, Continuous };
    Kind kind = Kind::Manual;
    Millis interval{0}; // Interval
    QString cron;       // Cron: five fields
    QString zone;       // IANA name; empty = the system's

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

// What one run may use before it is stopped. Zero = the built-in default.
struct RunLimits {
    Millis time{30'000};
    qint64 rows = 50'000'000;
    qint64 bytes = 1'073'741'824;

    friend bool operator==(const RunLimits &, const RunLimits &) = default;
};

struct Pipeline {
    PipelineId id; // null in a file that was never saved
    QString name;
    QString description;
    bool enabled = true;
    bool staysOnThisComputer = false;
    Schedule schedule;
    RunLimits limits;
    std::vector<Node> nodes; // in the order of the file; sources, steps and outputs may be mixed

    const Node *node(QStringView nodeId) const;
    // The ids a node reads: `from`, or the node before it. Empty for sources.
    QStringList inputsOf(const Node &node) const;

    friend bool operator==(const Pipeline &, const Pipeline &) = default;
};

// Reads and checks the shape only (unknown types and settings are the engine's to judge). Errors name the step, the
// field and what to do; JSON errors have line and column.
Result<Pipeline> parsePipeline(const QByteArray &json);
Result<Pipeline> pipelineFromJson(const QJsonObject &object);
QJsonObject pipelineToJson(const Pipeline &pipeline);
// Indented, keys in a fixed order people can read and diff.
QByteArray pipelineText(const Pipeline &pipeline);

// "1500ms", "30s", "5m", "2h", "1d" and sums such as "1h30m"; nothing when it is not a duration.
std::optional<Millis> parseDuration(QStringView text);
QString durationText(Millis duration);

} // namespace dash
