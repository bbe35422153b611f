// pipeline validate, run, test: definitions from files, without a window.
#include "app/cli/run_world.h"
#include "app/cli/workspace_writer.h"

#include "core/engine/host.h"
#include "core/engine/http_client.h"
#include "core/engine/row_text.h"
#include "core/model/json_text.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace dash::cli {

namespace {

constexpr qint64 kInputBytes = 2'000'000'000;

QJsonObject problemJson(const Error &error)
{
    return QJsonObject{{QLatin1StringView("code"), QString(errorCodeText(error.code))},
                       {QLatin1StringView("step"), error.arg(QLatin1StringView("step"))},
                       {QLatin1StringView("node"), error.arg(QLatin1StringView("node"))},
                       {QLatin1StringView("field"), error.arg(QLatin1StringView("field"))},
                       {QLatin1StringView("sentence"), errorSentence(error)}};
}

int reportProblems(const std::vector<Error> &problems, const Arguments &arguments)
{
    QJsonArray all;
    for (const Error &error : problems) {
        all.append(problemJson(error));
        if (!arguments.has("--json"))
            std::fprintf(stderr, "%s (%s)\n", qPrintable(errorSentence(error)), errorCodeText(error.code).data());
    }
    if (arguments.has("--json"))
        printJson(QJsonObject{{QLatin1StringView("valid"), problems.empty()}, {QLatin1StringView("problems"), all}});
    return problems.empty() ? Ok : BadDefinition;
}

int validate(const Arguments &arguments)
{
    const auto pipeline = readPipeline(arguments.positional[0]);
    if (!pipeline)
        return report(pipeline.error(), arguments);
    const auto problems = checkPipeline(*pipeline, builtinRegistry());
    if (problems.empty() && !arguments.has("--json"))
        print(u"%1 is valid."_qs.arg(arguments.positional[0]));
    return reportProblems(problems, arguments);
}

// --input FILE feeds the first source, --input NODE=FILE a named one.
Result<std::optional<GivenInputs>> givenInputs(const Arguments &arguments, const Pipeline &pipeline)
{
    if (!arguments.has("--input"))
        return std::optional<GivenInputs>();
    GivenInputs inputs;
    for (const QString &entry : arguments.values("--input")) {
        const qsizetype equals = entry.indexOf(u'=');
        const Node *node = equals > 0 ? pipeline.node(entry.left(equals)) : nullptr;
        const QString path = node ? entry.mid(equals + 1) : entry;
        for (std::size_t i = 0; !node && i < pipeline.nodes.size(); ++i)
            if (pipeline.nodes[i].kind == NodeKind::Source)
                node = &pipeline.nodes[i];
        if (!node || node->kind != NodeKind::Source)
            return fail(ErrorCode::Usage,
                        {{QLatin1StringView("reason"),
                          u"--input needs a source to feed; the pipeline has none of that name."_qs}});
        auto bytes = readFile(path, kInputBytes);
        if (!bytes)
            return fail(bytes.error());
        inputs.documents[node->id].push_back(GivenDocument{std::move(*bytes), QFileInfo(path).fileName(), {}});
    }
    return std::optional(std::move(inputs));
}

QJsonObject outcomeJson(const RunOutcome &outcome, const Pipeline &pipeline, const CollectedRows &rows)
{
    QJsonObject outputs;
    for (const Node &node : pipeline.nodes) {
        if (node.kind != NodeKind::Output || node.disabled)
            continue;
        QJsonArray all;
        for (const QString &row : rows.of(node.id))
            all.append(QJsonDocument::fromJson(row.toUtf8()).object());
        outputs.insert(node.id, all);
    }
    QJsonArray rejected;
    for (const RejectedRow &row : rows.refused)
        rejected.append(QJsonObject{{QLatin1StringView("node"), row.node},
                                    {QLatin1StringView("code"), QString::fromLatin1(row.code)},
                                    {QLatin1StringView("reason"), row.reason},
                                    {QLatin1StringView("record"), QString::fromUtf8(row.record)}});
    QJsonObject object{
        {QLatin1StringView("outcome"), outcome.error ? QStringLiteral("failed") : QStringLiteral("succeeded")},
        {QLatin1StringView("rows_in"), outcome.record.rowsIn},
        {QLatin1StringView("outputs"), outputs},
        {QLatin1StringView("rejected"), rejected},
        {QLatin1StringView("rejected_count"), outcome.record.rejected}};
    if (outcome.error)
        object.insert(QLatin1StringView("error"), problemJson(*outcome.error));
    return object;
}

void printOutcome(const RunOutcome &outcome, const Pipeline &pipeline, const CollectedRows &rows)
{
    for (const Node &node : pipeline.nodes) {
        if (node.kind != NodeKind::Output || node.disabled)
            continue;
        const QStringList lines = rows.of(node.id);
        print(u"%1: %2 rows"_qs.arg(node.id).arg(lines.size()));
        for (const QString &line : lines)
            print(line);
    }
    if (outcome.record.rejected > 0)
        print(u"rejected: %1 rows"_qs.arg(outcome.record.rejected));
    for (const RejectedRow &row : rows.refused)
        print(u"%1  %2  %3"_qs.arg(row.node, row.reason, QString::fromUtf8(row.record)));
}

enum class Shown { Rows, Counts }; // rows are kept in memory to be shown

struct Run {
    const Pipeline &pipeline;
    const Registry &registry;
    const Clock &clock;
    SecretSource &secrets;
    QString folder;
    const GivenInputs *given = nullptr;
    WorkspaceWriter *workspace = nullptr; // --save
    Shown shown = Shown::Rows;
};

RunOutcome execute(const Run &run, CollectedRows &rows)
{
    SystemRandom random;
    NetworkHttpClient http;
    const RunLimits &limits = run.pipeline.limits;
    Budget budget(run.clock, limits.time, limits.rows, limits.bytes, {});
    RunContext context{run.clock, random, http, run.secrets, budget};
    context.folder = run.folder;
    RunJob job{run.pipeline, run.registry, context, RunId::create(run.clock.now(), random)};
    job.given = run.given;
    job.observer = run.shown == Shown::Rows ? &rows : nullptr;
    if (run.workspace) {
        budget.pauseClock();
        const auto begun = run.workspace->beginRun(run.pipeline.id);
        budget.resumeClock();
        if (!begun)
            return RunOutcome{{}, begun.error(), {}, {}};
        auto state = run.workspace->state(run.pipeline.id);
        if (!state)
            return RunOutcome{{}, state.error(), {}, {}};
        context.state = std::move(*state);
        job.shapes = run.workspace->shapes(run.pipeline.id);
        job.commit = [&](RunCommit commit) {
            budget.pauseClock();
            auto counts = run.workspace->commit(std::move(commit));
            budget.resumeClock();
            return counts;
        };
    }
    return runPipeline(std::move(job));
}

int runFile(const Arguments &arguments)
{
    auto pipeline = readPipeline(arguments.positional[0]);
    if (!pipeline)
        return report(pipeline.error(), arguments);
    const Registry registry = builtinRegistry();
    if (const auto problems = checkPipeline(*pipeline, registry); !problems.empty())
        return reportProblems(problems, arguments);
    std::optional<UtcMs> now;
    if (arguments.has("--now")) {
        const auto parsed = parseIso(arguments.value("--now"));
        if (!parsed)
            return report(Error{ErrorCode::Usage,
                                {{QLatin1StringView("reason"), u"--now is a time such as 2026-01-31T12:00:00Z."_qs}},
                                {}},
                          arguments);
        now = fromMs(*parsed);
    }
    const ShiftedClock clock(now);
    auto secrets = CommandSecrets::fromArguments(arguments);
    if (!secrets)
        return report(secrets.error(), arguments);
    const auto given = givenInputs(arguments, *pipeline);
    if (!given)
        return report(given.error(), arguments);
    std::unique_ptr<WorkspaceWriter> workspace;
    if (arguments.has("--save")) {
        auto opened = WorkspaceWriter::open(arguments, clock);
        if (!opened)
            return report(opened.error(), arguments);
        workspace = std::move(*opened);
        if (pipeline->id.isNull())
            pipeline->id = idOfFile(arguments.positional[0]);
    }
    CollectedRows rows;
    const QString folder =
        arguments.positional[0] == u"-" ? QDir::currentPath() : QFileInfo(arguments.positional[0]).absolutePath();
    const RunOutcome outcome = execute(Run{*pipeline, registry, clock, *secrets, folder, *given ? &**given : nullptr,
                                           workspace.get(), arguments.has("--quiet") ? Shown::Counts : Shown::Rows},
                                       rows);
    if (arguments.has("--json"))
        printJson(outcomeJson(outcome, *pipeline, rows));
    else if (arguments.has("--quiet"))
        print(u"%1 rows read, %2 rejected"_qs.arg(outcome.record.rowsIn).arg(outcome.record.rejected));
    else
        printOutcome(outcome, *pipeline, rows);
    if (!outcome.error)
        return Ok;
    return arguments.has("--json") ? exitOf(outcome.error->code) : report(*outcome.error, arguments);
}

// ---- tests in a pipeline file: rows of each source in, rows of nodes out

QStringList sortedKeys(const QJsonArray &rows)
{
    QStringList out;
    for (const auto &row : rows)
        out.append(QString::fromUtf8(QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact)));
    return out;
}

struct TestResult {
    QString name;
    QStringList differences;
};

TestResult runTest(const QJsonObject &test, const QString &name, const Pipeline &pipeline, const Registry &registry,
                   SecretSource &secrets, const QString &folder)
{
    TestResult result{test.value(QLatin1StringView("name")).toString(name), {}};
    GivenInputs given;
    given.others = GivenInputs::Others::Silent;
    const QJsonObject input = test.value(QLatin1StringView("input")).toObject();
    for (auto it = input.begin(); it != input.end(); ++it) {
        if (!pipeline.node(it.key()))
            result.differences.append(u"input: there is no node “%1”"_qs.arg(it.key()));
        std::vector<QByteArray> rows;
        for (const auto &row : it.value().toArray())
            rows.push_back(QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact));
        given.rows[it.key()].push_back(batchFromJsonRows(rows));
    }
    const auto now = parseIso(test.value(QLatin1StringView("now")).toString());
    const ShiftedClock clock(now ? std::optional(fromMs(*now)) : std::nullopt);
    CollectedRows rows;
    const RunOutcome outcome = execute(Run{pipeline, registry, clock, secrets, folder, &given, nullptr}, rows);
    if (outcome.error)
        result.differences.append(errorSentence(*outcome.error));
    const QJsonObject expect = test.value(QLatin1StringView("expect")).toObject();
    for (auto it = expect.begin(); it != expect.end(); ++it) {
        QJsonArray found;
        if (it.key() == u"rejected") {
            for (const RejectedRow &row : rows.refused)
                found.append(QJsonDocument::fromJson(row.record).object());
        } else {
            for (const QString &row : rows.of(it.key()))
                found.append(QJsonDocument::fromJson(row.toUtf8()).object());
        }
        const QStringList wanted = sortedKeys(it.value().toArray());
        const QStringList got = sortedKeys(found);
        for (qsizetype i = 0; i < std::max(wanted.size(), got.size()); ++i)
            if (wanted.value(i) != got.value(i))
                result.differences.append(u"%1, row %2: expected %3, got %4"_qs.arg(it.key()).arg(i + 1).arg(
                    wanted.value(i, u"nothing"_qs), got.value(i, u"nothing"_qs)));
    }
    return result;
}

int testFile(const Arguments &arguments)
{
    const auto bytes = readFile(arguments.positional[0], kMaxDefinitionBytes);
    if (!bytes)
        return report(bytes.error(), arguments);
    const auto pipeline = parsePipeline(*bytes);
    if (!pipeline)
        return report(pipeline.error(), arguments);
    const Registry registry = builtinRegistry();
    if (const auto problems = checkPipeline(*pipeline, registry); !problems.empty())
        return reportProblems(problems, arguments);
    auto secrets = CommandSecrets::fromArguments(arguments);
    if (!secrets)
        return report(secrets.error(), arguments);
    const QJsonArray tests = QJsonDocument::fromJson(*bytes).object().value(QLatin1StringView("tests")).toArray();
    const QString folder = QFileInfo(arguments.positional[0]).absolutePath();
    QJsonArray results;
    int failed = 0;
    for (qsizetype i = 0; i < tests.size(); ++i) {
        const TestResult result =
            runTest(tests[i].toObject(), u"test %1"_qs.arg(i + 1), *pipeline, registry, *secrets, folder);
        failed += result.differences.isEmpty() ? 0 : 1;
        results.append(QJsonObject{{QLatin1StringView("name"), result.name},
                                   {QLatin1StringView("passed"), result.differences.isEmpty()},
                                   {QLatin1StringView("differences"), QJsonArray::fromStringList(result.differences)}});
        if (arguments.has("--json"))
            continue;
        print((result.differences.isEmpty() ? u"ok    "_qs : u"FAIL  "_qs) + result.name);
        for (const QString &difference : result.differences)
            print(u"      "_qs + difference);
    }
    if (arguments.has("--json"))
        printJson(QJsonObject{{QLatin1StringView("tests"), results}, {QLatin1StringView("failed"), failed}});
    else
        print(u"%1 of %2 passed"_qs.arg(tests.size() - failed).arg(tests.size()));
    return failed == 0 ? Ok : Failed;
}

} // namespace

std::vector<Command> pipelineCommands()
{
    const Option secret{"--secret", "NAME=@FILE", "A secret from a file (or NAME=VALUE); else DASH_SECRET_NAME", true};
    return {
        {"pipeline validate",
         "FILE",
         1,
         1,
         "Check a definition; every problem names the step, the field and what to do",
         {},
         validate},
        {"pipeline run",
         "FILE",
         1,
         1,
         "Run once; prints the rows of every output and the rejected rows",
         {{"--input", "[NODE=]FILE", "Feed the source with this file instead of asking it", true},
          {"--now", "ISO", "The time of the run", false},
          secret,
          {"--save", "", "Keep the result in the workspace", false},
          {"--quiet", "", "Counts only, no rows: for large files", false}},
         runFile},
        {"pipeline test", "FILE", 1, 1, "Run the cases in the file's “tests”", {secret}, testFile},
    };
}

} // namespace dash::cli
