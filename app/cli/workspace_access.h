#pragma once
// The workspace a command works on: where it is, who owns it, its files.

#include "app/cli/command.h"

#include "core/data/points_db.h"
#include "core/db/file_lock.h"
#include "core/store/core_db.h"

namespace dash::cli {

// --workspace, else DASH_WORKSPACE, else the folder that the window opens by itself.
QString workspaceFolder(const Arguments &arguments);

// Held while a command writes. The window holds the same lock as long as it is open.
struct WorkspaceLock {
    QString folder;
    std::unique_ptr<FileLock> lock;
};
// Makes the folder when it is missing. Errors: WorkspaceInUse, WorkspaceRefused, DatabaseReadOnly.
Result<WorkspaceLock> lockWorkspace(const Arguments &arguments);

// Read-only, beside a window. Errors: NotFound when there is no workspace, and those of opening.
Result<std::unique_ptr<PointsDb>> readPoints(const Arguments &arguments, const Clock &clock);
Result<std::unique_ptr<CoreDb>> readCore(const Arguments &arguments);
Result<std::unique_ptr<CoreDb>> writeCore(const WorkspaceLock &workspace);

struct KeptPipeline {
    PipelineEntity entity;
    QString unreadable; // sentence; the entity then has its id only
};
Result<std::vector<KeptPipeline>> keptPipelines(CoreDb &db);

enum class Keep { Draft, Running };
// Writes the definition as one undoable step; Running also makes it the version that runs. Tells the version that runs
// (0: none). The same definition again changes nothing.
Result<int> putPipeline(CoreDb &db, const Pipeline &pipeline, Keep keep, const QString &label, const Clock &clock);

// A file that was never saved is the same pipeline each time: its id comes from its place.
PipelineId idOfFile(const QString &path);

// name{label=value,…}
QString seriesText(const SeriesKey &key);

// `work` with its errors printed and turned into exit codes.
std::function<int(const Arguments &)> exitCode(Result<> (*work)(const Arguments &));
Failure usageError(const QString &reason);

} // namespace dash::cli
