#pragma once
// Seam for steps: pure kernels over column batches. A step is one file under steps/ and one line in registry.cpp.

#include "core/engine/context.h"
#include "core/engine/rejects.h"
#include "core/model/batch.h"
#include "core/model/parameter.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace dash {

class Step {
public:
    virtual ~Step() = default;
    // Takes the next rows and gives what can be given already. Rows it must refuse go to `rejects`.
    virtual Result<Batch> process(Batch batch, Rejects &rejects) = 0;
    // No more rows in this run: gives what was held back (groups, ranks).
    virtual Result<Batch> finish(Rejects &rejects);
    // Memory kept from one batch to the next, roughly: it counts against the run's limit. Called after every batch, so
    // it must not look at everything that is kept. What process() and finish() need besides while they work they tell
    // by Budget::setWorkingBytes().
    virtual std::size_t memoryBytes() const { return 0; }
};

struct StepContext {
    const Clock &clock;
    Budget &budget;
    QByteArray state;     // "step/<node>" of the last committed run
    QByteArray *newState; // what to keep with this run; null in previews
    QString name;         // the step's name, for errors
};

struct StepType {
    const char *type; // "filter"
    const char *label;
    const char *icon;
    const char *help;
    const char *tier; // "basic" or "advanced" (plans)
    Parameters parameters;
    // One short fact for the node on the canvas ("status = \"paid\""), from its config.
    std::function<QString(const QJsonObject &config)> fact;
    // Checks the config beyond its declared parameters (expressions, paths) and makes the step.
    std::function<Result<std::unique_ptr<Step>>(const QJsonObject &config, StepContext context)> create;
    // True when every row is given at once and nothing is kept between batches: a very long run over a file may then
    // commit in parts.
    bool streaming = false;
    std::function<bool(const QJsonObject &config)> streamsWith = {}; // true only with these settings
};

} // namespace dash
