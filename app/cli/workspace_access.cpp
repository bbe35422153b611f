#include "app/cli/workspace_access.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace dash::cli {

namespace {

QString coreFile(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("core.db"));
}

Failure noWorkspace(const QString &folder)
{
    return fail(ErrorCode::NotFound,
                {{QLatin1StringView("what"), u"Workspace"_qs}, {QLatin1StringView("name"), folder}});
}

} // namespace

QString workspaceFolder(const Arguments &arguments)
{
    QString folder = arguments.value("--workspace", qEnvironmentVariable("DASH_WORKSPACE"));
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/dash"_qs;
    return QDir(folder).absolutePath();
}

Result<WorkspaceLock> lockWorkspace(const Arguments &arguments)
{
    WorkspaceLock workspace{workspaceFolder(arguments), {}};
    if (!QDir().mkpath(workspace.folder))
        return fail(ErrorCode::WorkspaceRefused, {{QLatin1StringView("folder"), workspace.folder},
                                                  {QLatin1StringView("reason"), u"it could not be created."_qs}});
    auto lock = FileLock::take(QDir(workspace.folder).filePath(QStringLiteral("owner.lock")));
    if (!lock && lock.error().code == ErrorCode::DatabaseBusy)
        return fail(ErrorCode::WorkspaceInUse, {{QLatin1StringView("folder"), workspace.folder}});
    if (!lock)
        return fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), workspace.folder}});
    workspace.lock = std::move(*lock);
    return workspace;
}

Result<std::unique_ptr<PointsDb>> readPoints(const Arguments &arguments, const Clock &clock)
{
    const QString folder = workspaceFolder(arguments);
    if (!QFileInfo::exists(QDir(folder).filePath(QStringLiteral("points.db"))))
        return noWorkspace(folder);
    PointsDb::Options options;
    options.mode = PointsDb::Options::Mode::ReadOnly;
    return PointsDb::open(folder, options, clock);
}

Result<std::unique_ptr<CoreDb>> readCore(const Arguments &arguments)
{
    const QString folder = workspaceFolder(arguments);
    if (!QFileInfo::exists(coreFile(folder)))
        return noWorkspace(folder);
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    return CoreDb::open(coreFile(folder), options);
}

Result<std::unique_ptr<CoreDb>> writeCore(const WorkspaceLock &workspace)
{
    return CoreDb::open(coreFile(workspace.folder));
}

Result<std::vector<KeptPipeline>> keptPipelines(CoreDb &db)
{
    const auto entities = db.entities();
    if (!entities)
        return fail(entities.error());
    std::vector<KeptPipeline> out;
    for (const StoredEntity &stored : *entities) {
        if (stored.removed || stored.ref.kind != EntityKind::Pipeline)
            continue;
        auto entity = pipelineFromState(stored.state);
        KeptPipeline kept;
        if (entity)
            kept.entity = std::move(*entity);
        else
            kept.unreadable = errorSentence(entity.error());
        kept.entity.draft.id = PipelineId{stored.ref.id};
        out.push_back(std::move(kept));
    }
    std::stable_sort(out.begin(), out.end(), [](const KeptPipeline &a, const KeptPipeline &b) {
        return a.entity.position < b.entity.position;
    });
    return out;
}

Result<int> putPipeline(CoreDb &db, const Pipeline &pipeline, Keep keep, const QString &label, const Clock &clock)
{
    auto transaction = Transaction::begin(db.database());
    if (!transaction)
        return fail(transaction.error());
    const auto kept = keptPipelines(db);
    if (!kept)
        return fail(kept.error());
    const auto history = db.history();
    if (!history)
        return fail(history.error());
    PipelineEntity entity;
    entity.position = kept->empty() ? 0 : kept->back().entity.position + 1;
    for (const KeptPipeline &one : *kept)
        if (one.entity.draft.id == pipeline.id)
            entity = one.entity;
    const PipelineEntity before = entity;
    entity.draft = pipeline;
    const qint64 now = toMs(clock.now());
    const bool applies = keep == Keep::Running && entity.running != pipeline;
    if (applies) {
        entity.running = pipeline;
        entity.runningVersion += 1;
        entity.appliedAt = now;
    }
    if (entity == before)
        return entity.runningVersion;
    if (applies) {
        const auto version = db.addVersion(pipeline.id.value, entity.runningVersion, now, pipelineText(pipeline));
        if (!version)
            return fail(version.error());
    }
    const qint64 seq = history->empty() ? 1 : history->back().seq + 1;
    const HistoryStep step{seq, {EntityKind::Pipeline, pipeline.id.value}, {label, {}}, now, false};
    if (const auto put = db.put(step, pipelineState(entity), CoreDb::Merge::NewStep); !put)
        return fail(put.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return entity.runningVersion;
}

PipelineId idOfFile(const QString &path)
{
    const QUuid space = QUuid::fromString(u"6f0a1c9e-5d5b-4c35-9c39-0d6f5a2b7a11"_qs);
    return PipelineId{QUuid::createUuidV5(space, QFileInfo(path).canonicalFilePath())};
}

QString seriesText(const SeriesKey &key)
{
    QString text = QString::fromStdString(key.name);
    if (key.labels.empty())
        return text;
    QStringList labels;
    for (const Label &label : key.labels)
        labels.append(QString::fromStdString(label.name) + u'=' + QString::fromStdString(label.value));
    return text + u'{' + labels.join(u',') + u'}';
}

std::function<int(const Arguments &)> exitCode(Result<> (*work)(const Arguments &))
{
    return [work](const Arguments &arguments) {
        const Result<> done = work(arguments);
        return done ? int(Ok) : report(done.error(), arguments);
    };
}

Failure usageError(const QString &reason)
{
    return fail(ErrorCode::Usage, {{QLatin1StringView("reason"), reason}});
}

} // namespace dash::cli
