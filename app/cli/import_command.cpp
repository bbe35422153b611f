// import FILE: what a file dropped on the window does.
#include "app/cli/workspace_writer.h"

#include "core/engine/file_import.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace dash::cli {

namespace {

bool toTerminal()
{
#ifdef Q_OS_WIN
    return false;
#else
    return ::isatty(2) == 1;
#endif
}

// --time, --values, --labels, --table change what was guessed.
Result<ImportChoice> chosen(const Arguments &arguments, const ImportGuess &guess)
{
    ImportChoice choice = guess.choice;
    QStringList names;
    for (const DetectedField &field : guess.detected.fields)
        names.append(field.name);
    const auto known = [&](const QStringList &fields) -> Result<> {
        for (const QString &field : fields)
            if (!names.contains(field))
                return usageError(u"The file has no field “%1”; it has %2."_qs.arg(field, names.join(u", "_qs)));
        return {};
    };
    if (arguments.has("--time")) {
        choice.timeField = arguments.value("--time");
        choice.keep = ImportChoice::Keep::Series;
    }
    if (arguments.has("--values")) {
        choice.valueFields = arguments.value("--values").split(u',', Qt::SkipEmptyParts);
        choice.keep = ImportChoice::Keep::Series;
    }
    if (arguments.has("--labels"))
        choice.labelFields = arguments.value("--labels").split(u',', Qt::SkipEmptyParts);
    if (arguments.has("--table"))
        choice.keep = ImportChoice::Keep::Table;
    if (choice.keep == ImportChoice::Keep::Table)
        return choice;
    if (choice.timeField.isEmpty() || choice.valueFields.isEmpty())
        return usageError(u"Series need --time FIELD and --values FIELD,…; --table keeps the rows as they are."_qs);
    for (const QStringList &fields : {QStringList{choice.timeField}, choice.valueFields, choice.labelFields})
        if (const auto all = known(fields); !all)
            return fail(all.error());
    return choice;
}

QJsonObject choiceJson(const ImportGuess &guess, const ImportChoice &choice)
{
    QJsonArray fields;
    for (const DetectedField &field : guess.detected.fields) {
        QJsonObject entry{{QLatin1StringView("name"), field.name},
                          {QLatin1StringView("type"), QString(columnTypeName(field.type))}};
        if (!field.unit.isEmpty())
            entry.insert(QLatin1StringView("unit"), field.unit);
        fields.append(entry);
    }
    const bool series = choice.keep == ImportChoice::Keep::Series;
    QJsonObject out{{QLatin1StringView("file"), choice.file},
                    {QLatin1StringView("bytes"), guess.fileBytes},
                    {QLatin1StringView("format"), choice.format},
                    {QLatin1StringView("format_settings"), choice.formatConfig},
                    {QLatin1StringView("certainty"), guess.detected.certainty},
                    {QLatin1StringView("fields"), fields},
                    {QLatin1StringView("keep"), series ? u"series"_qs : u"table"_qs}};
    if (series) {
        out.insert(QLatin1StringView("time"), choice.timeField);
        out.insert(QLatin1StringView("values"), QJsonArray::fromStringList(choice.valueFields));
        out.insert(QLatin1StringView("labels"), QJsonArray::fromStringList(choice.labelFields));
    }
    return out;
}

void printGuess(const ImportGuess &guess, const ImportChoice &choice)
{
    print(u"%1: %2, %3 bytes"_qs.arg(choice.file, choice.format).arg(guess.fileBytes));
    if (choice.keep == ImportChoice::Keep::Series)
        print(u"series from %1 over %2%3"_qs.arg(
            choice.valueFields.join(u", "_qs), choice.timeField,
            choice.labelFields.isEmpty() ? QString() : u", told apart by "_qs + choice.labelFields.join(u", "_qs)));
    else
        print(u"table of %1 columns"_qs.arg(guess.detected.fields.size()));
}

// Reading a file again replaces what the earlier reading left, so that a stopped import can simply be repeated.
Result<RunOutcome> read(const Pipeline &pipeline, const ImportEnvironment &environment, WorkspaceWriter &workspace)
{
    if (const auto begun = workspace.beginRun(pipeline.id); !begun)
        return fail(begun.error());
    if (const auto erased = workspace.erasePipeline(pipeline.id); !erased)
        return fail(erased.error());
    const CommitFunction commit = [&workspace](RunCommit rows) { return workspace.commit(std::move(rows)); };
    const bool shown = toTerminal();
    const RunOutcome outcome =
        importFile(pipeline, environment, commit, CancelToken(), [shown](const ImportProgress &progress) {
            if (shown)
                std::fprintf(stderr, "\r%lld rows, %lld bytes", static_cast<long long>(progress.rows),
                             static_cast<long long>(progress.bytes));
        });
    if (shown)
        std::fputc('\n', stderr);
    return outcome;
}

Result<> importData(const Arguments &arguments)
{
    const SystemClock clock;
    SystemRandom random;
    const Registry registry = builtinRegistry();
    const ImportEnvironment environment{clock, random, registry};
    const QString &path = arguments.positional[0];
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::FileOpen,
                    {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), u"it is a folder."_qs}});
    if (QFileInfo(path).isFile() && QFileInfo(path).size() == 0)
        return fail(ErrorCode::FileOpen,
                    {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), u"it is empty."_qs}});
    const auto guess = guessFile(path, environment);
    if (!guess)
        return fail(guess.error());
    const auto choice = chosen(arguments, *guess);
    if (!choice)
        return fail(choice.error());
    QJsonObject summary = choiceJson(*guess, *choice);
    if (!arguments.has("--json"))
        printGuess(*guess, *choice);
    if (arguments.has("--guess")) {
        if (arguments.has("--json"))
            printJson(QJsonObject{{QLatin1StringView("guess"), summary}});
        return {};
    }
    const auto workspace = WorkspaceWriter::open(arguments, clock);
    if (!workspace)
        return fail(workspace.error());
    const Pipeline pipeline =
        importPipeline(idOfFile(path), *choice, arguments.has("--watch") ? FileReading::Watched : FileReading::Once);
    const auto outcome = read(pipeline, environment, **workspace);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->error)
        return fail(*outcome->error);
    if (arguments.has("--watch")) {
        const auto version = (*workspace)->putPipeline(pipeline, Keep::Running, u"Import “%1”"_qs.arg(pipeline.name));
        if (!version)
            return fail(version.error());
    }
    const RunRecord &record = outcome->record;
    if (!arguments.has("--json")) {
        print(u"%1 rows read, %2 rejected, %3 points and %4 table rows kept"_qs.arg(record.rowsIn)
                  .arg(record.rejected)
                  .arg(outcome->counts.points.added)
                  .arg(outcome->counts.tableRows));
        return {};
    }
    printJson(QJsonObject{{QLatin1StringView("guess"), summary},
                          {QLatin1StringView("pipeline"), pipeline.id.text()},
                          {QLatin1StringView("rows_in"), record.rowsIn},
                          {QLatin1StringView("rejected"), record.rejected},
                          {QLatin1StringView("points"), qint64(outcome->counts.points.added)},
                          {QLatin1StringView("table_rows"), outcome->counts.tableRows}});
    return {};
}

} // namespace

std::vector<Command> importCommands()
{
    return {
        {"import",
         "FILE",
         1,
         1,
         "Read a file into the workspace; format, time, numbers and labels are guessed",
         {{"--guess", "", "Only say what would be done", false},
          {"--time", "FIELD", "The time, instead of the guess", false},
          {"--values", "FIELD,…", "The numbers, instead of the guess", false},
          {"--labels", "FIELD,…", "What tells series apart, instead of the guess", false},
          {"--table", "", "Keep the rows as a table", false},
          {"--watch", "", "Keep as a pipeline that goes on reading what is added", false}},
         exitCode(importData)},
    };
}

} // namespace dash::cli
