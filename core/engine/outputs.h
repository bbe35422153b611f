#pragma once
// The outputs the runner fills by itself: "series" and "table". (Outputs that leave Dash are sinks, see sink.h.)
// Rows that do not fit what is already stored are rejected one by one; a run never fails because of a value.

#include "core/data/points_db.h"
#include "core/engine/rejects.h"
#include "core/model/batch.h"
#include "core/model/parameter.h"
#include "core/model/pipeline.h"

#include <QJsonObject>

#include <functional>
#include <map>
#include <memory>

namespace dash {

struct OutputType {
    const char *type; // "series" or "table"
    const char *label;
    const char *icon;
    const char *help;
    Parameters parameters;
    std::function<QString(const QJsonObject &config)> fact;
};

const std::vector<OutputType> &runnerOutputs();
const OutputType *runnerOutput(QStringView type);

// What the store already holds for a pipeline, so that a value of another type is turned into the stored type where
// that loses nothing, and rejected where it would. Empty in runs without a store.
struct StoredShapes {
    std::map<std::pair<std::string, std::vector<Label>>, std::pair<ValueType, int>>
        series;                                                            // name, labels → type, scale
    std::map<QString, std::vector<std::pair<QString, ColumnType>>> tables; // output id → columns
};
Result<StoredShapes> storedShapes(const PointsSnapshot &snapshot, PipelineId pipeline);

// Collects what one output adds to a commit. Rows of `write` that do not fit go to `rejects`; the rows that do are
// also given back, if asked for, as they will be read later (series: time, name, labels, value; table: its columns).
class Output {
public:
    virtual ~Output() = default;
    virtual Result<Batch> write(const Batch &rows, Rejects &rejects) = 0;
    // Moves everything collected into the commit; the output then starts empty again.
    virtual void moveTo(RunCommit &commit) = 0;
    virtual std::size_t memoryBytes() const = 0;
};

struct OutputContext {
    PipelineId pipeline;
    qint64 now = 0;                              // time of rows without a time field
    StoredShapes *shapes = nullptr;              // outlives the output and learns what the run adds
    enum class Echo { No, Yes } echo = Echo::No; // Yes: write() gives the stored rows back
};

Result<std::unique_ptr<Output>> makeOutput(const Node &node, const OutputContext &context);

} // namespace dash
