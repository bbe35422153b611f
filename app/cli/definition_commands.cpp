// pipeline list, import, export: the definitions kept in a workspace.
#include "app/cli/run_world.h"
#include "app/cli/workspace_access.h"
#include "app/cli/workspace_writer.h"

#include "core/engine/host.h"
#include "core/model/json_text.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

namespace dash::cli {

namespace {

QString scheduleText(const Schedule &schedule)
{
    switch (schedule.kind) {
    case Schedule::Kind::Manual:
        return u"when asked"_qs;
    case Schedule::Kind::Interval:
        return u"every "_qs + durationText(schedule.interval);
    case Schedule::Kind::Cron:
        return u"cron "_qs + schedule.cron;
    case Schedule::Kind::Continuous:
        return u"all the time"_qs;
    }
    return {};
}

const char *outcomeText(RunRecord::Outcome outcome)
{
    switch (outcome) {
    case RunRecord::Outcome::Succeeded:
        return "succeeded";
    case RunRecord::Outcome::Failed:
        return "failed";
    case RunRecord::Outcome::Stopped:
        break;
    }
    return "stopped";
}

QJsonObject pipelineJson(const KeptPipeline &kept, const PointsSnapshot *points)
{
    const Pipeline &draft = kept.entity.draft;
    QJsonObject object{{QLatin1StringView("id"), draft.id.text()}, {QLatin1StringView("name"), draft.name}};
    if (!kept.unreadable.isEmpty()) {
        object.insert(QLatin1StringView("unreadable"), kept.unreadable);
        return object;
    }
    object.insert(QLatin1StringView("enabled"), draft.enabled);
    object.insert(QLatin1StringView("schedule"), scheduleText(draft.schedule));
    object.insert(QLatin1StringView("version"), kept.entity.runningVersion);
    object.insert(QLatin1StringView("draft_differs"), kept.entity.running != draft);
    if (points) {
        const auto runs = points->runs(draft.id, 1);
        if (runs && !runs->empty()) {
            const RunRecord &run = runs->front();
            object.insert(QLatin1StringView("last_run"),
                          QJsonObject{{QLatin1StringView("at"), isoUtc(run.finishedAt)},
                                      {QLatin1StringView("outcome"), QString::fromLatin1(outcomeText(run.outcome))},
                                      {QLatin1StringView("rows_in"), run.rowsIn},
                                      {QLatin1StringView("rejected"), run.rejected}});
        }
    }
    return object;
}

Result<> listPipelines(const Arguments &arguments)
{
    const SystemClock clock;
    const auto core = readCore(arguments);
    if (!core)
        return fail(core.error());
    const auto kept = keptPipelines(**core);
    if (!kept)
        return fail(kept.error());
    // The last runs are told where there is data; a workspace without any is fine too.
    const auto points = readPoints(arguments, clock);
    std::unique_ptr<PointsSnapshot> snapshot;
    if (points)
        if (auto opened = (*points)->snapshot())
            snapshot = std::move(*opened);
    QJsonArray all;
    for (const KeptPipeline &one : *kept)
        all.append(pipelineJson(one, snapshot.get()));
    if (arguments.has("--json")) {
        printJson(QJsonObject{{QLatin1StringView("pipelines"), all}});
        return {};
    }
    for (const auto &value : all) {
        const QJsonObject entry = value.toObject();
        const QJsonObject run = entry.value(QLatin1StringView("last_run")).toObject();
        QStringList facts;
        if (entry.contains(QLatin1StringView("unreadable"))) {
            facts << entry.value(QLatin1StringView("unreadable")).toString();
        } else {
            const int version = entry.value(QLatin1StringView("version")).toInt();
            facts << (version > 0 ? u"version %1"_qs.arg(version) : u"draft"_qs)
                  << entry.value(QLatin1StringView("schedule")).toString();
            if (!entry.value(QLatin1StringView("enabled")).toBool())
                facts << u"paused"_qs;
            if (!run.isEmpty())
                facts << u"%1 at %2"_qs.arg(run.value(QLatin1StringView("outcome")).toString(),
                                            run.value(QLatin1StringView("at")).toString());
        }
        print(u"%1  %2  %3"_qs.arg(entry.value(QLatin1StringView("id")).toString(),
                                   entry.value(QLatin1StringView("name")).toString(), facts.join(u", "_qs)));
    }
    return {};
}

// A pipeline file, or a template with a pipeline inside.
Result<Pipeline> readDefinition(const QString &path)
{
    const auto bytes = readFile(path, kMaxDefinitionBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto object = readObject(*bytes, kMaxDefinitionBytes);
    if (object && object->value(QLatin1StringView("pipeline")).isObject())
        return pipelineFromJson(object->value(QLatin1StringView("pipeline")).toObject());
    return parsePipeline(*bytes);
}

// A file's relative paths count from its own folder; the workspace has another.
void anchorPaths(Pipeline &pipeline, const QString &folder)
{
    constexpr QLatin1StringView kPath("path");
    for (Node &node : pipeline.nodes) {
        const QString path = node.config.value(kPath).toString();
        if (node.type == u"file" && !path.isEmpty())
            node.config.insert(kPath, QDir::cleanPath(QDir(folder).absoluteFilePath(path)));
    }
}

Result<> importPipelines(const Arguments &arguments)
{
    const SystemClock clock;
    const Registry registry = builtinRegistry();
    std::vector<Pipeline> pipelines;
    for (const QString &path : arguments.positional) {
        auto pipeline = readDefinition(path);
        if (!pipeline)
            return fail(pipeline.error());
        if (auto problems = checkPipeline(*pipeline, registry); !problems.empty() && !arguments.has("--draft"))
            return fail(problems.front());
        if (pipeline->id.isNull())
            pipeline->id = idOfFile(path);
        anchorPaths(*pipeline, QFileInfo(path).absolutePath());
        pipelines.push_back(std::move(*pipeline));
    }
    const auto workspace = WorkspaceWriter::open(arguments, clock);
    if (!workspace)
        return fail(workspace.error());
    QJsonArray all;
    for (const Pipeline &pipeline : pipelines) {
        const Keep keep = arguments.has("--draft") ? Keep::Draft : Keep::Running;
        const auto version = (*workspace)->putPipeline(pipeline, keep, u"Import “%1”"_qs.arg(pipeline.name));
        if (!version)
            return fail(version.error());
        all.append(QJsonObject{{QLatin1StringView("id"), pipeline.id.text()},
                               {QLatin1StringView("name"), pipeline.name},
                               {QLatin1StringView("version"), *version}});
        if (!arguments.has("--json"))
            print(pipeline.id.text() + u"  "_qs + pipeline.name);
    }
    if (arguments.has("--json"))
        printJson(QJsonObject{{QLatin1StringView("imported"), all}});
    return {};
}

Result<> exportPipeline(const Arguments &arguments)
{
    const auto core = readCore(arguments);
    if (!core)
        return fail(core.error());
    const auto kept = keptPipelines(**core);
    if (!kept)
        return fail(kept.error());
    const QString &wanted = arguments.positional[0];
    std::vector<const KeptPipeline *> found;
    for (const KeptPipeline &one : *kept)
        if (one.entity.draft.id.text() == wanted || one.entity.draft.name == wanted)
            found.push_back(&one);
    if (found.empty())
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), u"Pipeline"_qs}, {QLatin1StringView("name"), wanted}});
    if (found.size() > 1)
        return usageError(u"Several pipelines are called “%1”. Name one by its id (pipeline list)."_qs.arg(wanted));
    if (!found[0]->unreadable.isEmpty())
        return fail(ErrorCode::InvalidValue, {{QLatin1StringView("value"), wanted},
                                              {QLatin1StringView("field"), u"pipeline"_qs},
                                              {QLatin1StringView("reason"), found[0]->unreadable}});
    const PipelineEntity &entity = found[0]->entity;
    const QByteArray text = pipelineText(entity.running && !arguments.has("--draft") ? *entity.running : entity.draft);
    if (!arguments.has("--out")) {
        std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
        return {};
    }
    return writeFile(arguments.value("--out"), text);
}

} // namespace

std::vector<Command> definitionCommands()
{
    return {
        {"pipeline list", "", 0, 0, "The pipelines of the workspace and their last runs", {}, exitCode(listPipelines)},
        {"pipeline import",
         "FILE…",
         1,
         1'000,
         "Put definitions into the workspace and let them run; a known one gets a new version",
         {{"--draft", "", "As drafts, which do not run", false}},
         exitCode(importPipelines)},
        {"pipeline export",
         "NAME",
         1,
         1,
         "The definition of a pipeline, by name or id, as a file",
         {{"--draft", "", "The draft instead of the version that runs", false},
          {"--out", "FILE", "Where to; standard output unless said", false}},
         exitCode(exportPipeline)},
    };
}

} // namespace dash::cli
