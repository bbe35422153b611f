#pragma once
// Where commands that change a workspace send their changes: to the Dash that has it open, over its local socket, or,
// when there is none, into the files, under the owner's lock. The commands do not know which. An owner that goes away
// half-way is succeeded by this process; what it had done already is not done twice.

#include "app/cli/workspace_access.h"

#include "core/engine/runner.h"

namespace dash::cli {

class WorkspaceWriter {
public:
    virtual ~WorkspaceWriter() = default;
    // Errors: WorkspaceInUse (owned by somebody who does not answer), WorkspaceRefused, DatabaseReadOnly.
    static Result<std::unique_ptr<WorkspaceWriter>> open(const Arguments &arguments, const Clock &clock);

    // Durable when it returns; the version that runs (0: none).
    virtual Result<int> putPipeline(const Pipeline &pipeline, Keep keep, const QString &label) = 0;
    // From here to the end of this object no other run of the pipeline begins; waits for one in progress. RunBusy when
    // that takes too long.
    virtual Result<> beginRun(PipelineId pipeline) = 0;
    virtual Result<CommitCounts> commit(RunCommit commit) = 0;
    virtual Result<> erasePipeline(PipelineId pipeline) = 0;
    virtual Result<std::map<QString, QByteArray>> state(PipelineId pipeline) = 0;
    virtual StoredShapes shapes(PipelineId pipeline) = 0;
};

} // namespace dash::cli
