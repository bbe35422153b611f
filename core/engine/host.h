#pragma once
// Runs the pipelines of a workspace: schedules, triggers, limits, retries, sink queues. Owns its threads; every
// function may be called from the thread that owns the host (the GUI's), none of them blocks, signals arrive on that
// thread.

#include "core/data/points_db.h"
#include "core/engine/context.h"
#include "core/engine/registry.h"
#include "core/engine/rejects.h"
#include "core/model/pipeline.h"

#include <QObject>

#include <functional>
#include <memory>

namespace dash {

struct PipelineStatus {
    enum class State { Idle, Waiting, Running, Paused, BackingOff, Error } state = State::Idle;
    qint64 nextRunAt = 0;          // 0: none planned
    std::optional<RunRecord> last; // without inputs
    int failuresInARow = 0;
    // It failed by itself so often (crashed, hung, broke a limit) that it is not tried again until somebody asks or the
    // definition changes. State is Error.
    bool gaveUp = false;
};

// Rows after every node, for the builder.
struct PreviewNode {
    Batch rows;                // at most RunContext::sampleRows
    std::size_t totalRows = 0; // before that cut
    Rejects rejected;
    std::optional<Error> error; // this node could not work; nodes behind it are absent
    Millis took{0};
};
struct PreviewResult {
    std::map<QString, PreviewNode> nodes; // by node id
    std::optional<Error> error;           // the definition as a whole
};

class PipelineHost : public QObject {
    Q_OBJECT
public:
    struct Environment {
        const Clock &clock;
        RandomSource &random;
        SecretSource &secrets;
        QString folder; // for relative file names
        int threads = 2;
        Millis patience{5'000}; // how long a run that was stopped may take to notice; also at the end of the host
        // A client for every engine thread; none: the built-in one.
        std::function<std::unique_ptr<HttpClient>()> http = {};
    };
    PipelineHost(PointsDb &points, Environment environment, const Registry &registry);
    ~PipelineHost() override; // stops runs, within the patience above; what was committed stays

    // The definitions that should be running; those not enabled run only when asked. Unchanged ones are left alone,
    // changed ones restart after their run ends. A pipeline seen for the first time goes on from its last run in the
    // history: an interval that is not over is waited for, a cron time that was missed is made up for once.
    void setPipelines(std::vector<Pipeline> running);
    // While it runs: once more afterwards, however often it was asked. One not known yet runs when setPipelines() next
    // names it.
    void runNow(PipelineId id);
    void stop(PipelineId id); // the run in progress
    void setPaused(PipelineId id, bool paused);
    PipelineStatus status(PipelineId id) const;
    // For who runs a pipeline outside of this host (dash-cli through the window): `granted` is called once no run of it
    // is in progress, and none begins until release(). A holder that is destroyed has to be released all the same.
    void hold(PipelineId id, QObject *holder, std::function<void()> granted);
    void release(PipelineId id, QObject *holder);
    // Looks at the clock again: after the computer slept or its clock was set. (Tests move their clock and call this.)
    void wake();

    // Rows after every node of a draft, from a kept sample of its sources (fetched once, then reused until a source's
    // own config changes or `refresh`). A newer preview of the same pipeline supersedes an older one, which then never
    // answers. `done` is called on this object's thread while `receiver` lives.
    enum class Sampling { Reuse, Refresh };
    void preview(const Pipeline &draft, Sampling sampling, QObject *receiver,
                 const std::function<void(PreviewResult)> &done);
    // Sets the sample from bytes instead of asking the source (templates, dropped files, tests, kept inputs of a run).
    void setSample(PipelineId id, const QString &sourceNode, QByteArray bytes, const QString &name);
    // Nobody edits the pipeline any more: forgets its sample.
    void dropSample(PipelineId id);

    // Runs the kept inputs of an old run through a definition without committing (difference before "Apply"), or
    // commits it when asked to.
    enum class Commit { No, Yes };
    void replay(RunId run, const Pipeline &definition, Commit commit, QObject *receiver,
                const std::function<void(Result<PreviewResult>)> &done);
    // Runs rejected rows (row ids of the rejected table; empty = all) again through the running definition.
    void rerunRejected(PipelineId id, std::vector<qint64> rows, QObject *receiver,
                       const std::function<void(Result<qint64>)> &done);
    // The exact bytes a sink would send for the current sample.
    void previewDelivery(const Pipeline &draft, const QString &sinkNode, QObject *receiver,
                         std::function<void(Result<Delivery>)> done);

Q_SIGNALS:
    void statusChanged(dash::PipelineId id);
    void runFinished(dash::PipelineId id, const dash::RunRecord &run);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Checks a definition against the registry: types, settings, references, cycles. All problems, in file order.
std::vector<Error> checkPipeline(const Pipeline &pipeline, const Registry &registry);
// The same rules as a JSON Schema (2020-12) document; resources/schema/pipeline.schema.json is this, kept by a test.
QJsonObject pipelineSchema(const Registry &registry);

} // namespace dash
