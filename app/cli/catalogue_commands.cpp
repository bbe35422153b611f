// What this build can do: sources, formats, steps, sinks, and the schema of definitions.
#include "app/cli/command.h"

#include "core/engine/expression/expression.h"
#include "core/engine/host.h"
#include "core/engine/outputs.h"

#include <QJsonArray>

namespace dash::cli {

namespace {

QJsonArray parametersJson(const Parameters &parameters)
{
    QJsonArray out;
    for (const Parameter &parameter : parameters) {
        QJsonObject entry{{QLatin1StringView("name"), parameter.name},
                          {QLatin1StringView("label"), QString::fromUtf8(parameter.label)}};
        if (*parameter.help)
            entry.insert(QLatin1StringView("help"), QString::fromUtf8(parameter.help));
        if (parameter.required)
            entry.insert(QLatin1StringView("required"), true);
        if (!parameter.defaultValue.isUndefined())
            entry.insert(QLatin1StringView("default"), parameter.defaultValue);
        if (!parameter.pattern.isEmpty())
            entry.insert(QLatin1StringView("address"), parameter.pattern);
        QJsonArray choices;
        for (const ParameterChoice &choice : parameter.choices)
            choices.append(choice.value);
        if (!choices.isEmpty())
            entry.insert(QLatin1StringView("choices"), choices);
        out.append(entry);
    }
    return out;
}

template <class Type>
void add(QJsonArray &out, const Type &type, const char *help)
{
    out.append(QJsonObject{{QLatin1StringView("type"), QString::fromLatin1(type.type)},
                           {QLatin1StringView("label"), QString::fromUtf8(type.label)},
                           {QLatin1StringView("help"), QString::fromUtf8(help)},
                           {QLatin1StringView("parameters"), parametersJson(type.parameters)}});
}

int show(const Arguments &arguments, const char *what, const QJsonArray &types)
{
    if (arguments.has("--json")) {
        printJson(QJsonObject{{QString::fromLatin1(what), types}});
        return Ok;
    }
    for (const auto &value : types) {
        const QJsonObject type = value.toObject();
        print(u"%1  %2"_qs.arg(type.value(QLatin1StringView("type")).toString(), -14)
                  .arg(type.value(QLatin1StringView("help")).toString()));
        for (const auto &entry : type.value(QLatin1StringView("parameters")).toArray()) {
            const QJsonObject parameter = entry.toObject();
            const QString name = parameter.value(QLatin1StringView("name")).toString() +
                                 (parameter.value(QLatin1StringView("required")).toBool() ? u"*"_qs : QString());
            print(u"    %1  %2"_qs.arg(name, -18).arg(parameter.value(QLatin1StringView("help")).toString()));
        }
    }
    return Ok;
}

int listSources(const Arguments &arguments)
{
    const Registry registry = builtinRegistry();
    QJsonArray types;
    for (const SourceType &type : registry.sources)
        add(types, type, type.help);
    return show(arguments, "sources", types);
}

int listFormats(const Arguments &arguments)
{
    const Registry registry = builtinRegistry();
    QJsonArray types;
    for (const FormatType &type : registry.formats)
        add(types, type, type.label);
    return show(arguments, "formats", types);
}

int listSteps(const Arguments &arguments)
{
    const Registry registry = builtinRegistry();
    QJsonArray types;
    for (const StepType &type : registry.steps)
        add(types, type, type.help);
    return show(arguments, "steps", types);
}

int listSinks(const Arguments &arguments)
{
    const Registry registry = builtinRegistry();
    QJsonArray types;
    for (const OutputType &type : runnerOutputs())
        add(types, type, type.help);
    for (const SinkType &type : registry.sinks)
        add(types, type, type.help);
    return show(arguments, "sinks", types);
}

int listFunctions(const Arguments &arguments)
{
    QJsonArray functions;
    for (const ExpressionFunction &function : expressionFunctions()) {
        functions.append(QJsonObject{{QLatin1StringView("name"), QString::fromUtf8(function.name)},
                                     {QLatin1StringView("signature"), QString::fromUtf8(function.signature)},
                                     {QLatin1StringView("group"), QString::fromUtf8(function.group)},
                                     {QLatin1StringView("help"), QString::fromUtf8(function.help)},
                                     {QLatin1StringView("example"), QString::fromUtf8(function.example)}});
        if (!arguments.has("--json"))
            print(u"%1  %2  %3"_qs.arg(QString::fromUtf8(function.signature), -34)
                      .arg(QString::fromUtf8(function.help), QString::fromUtf8(function.example)));
    }
    if (arguments.has("--json"))
        printJson(QJsonObject{{QLatin1StringView("functions"), functions}});
    return Ok;
}

} // namespace

std::vector<Command> catalogueCommands()
{
    return {
        {"source list", "", 0, 0, "The sources of this build and their settings", {}, listSources},
        {"format list", "", 0, 0, "The formats of this build and their settings", {}, listFormats},
        {"step list", "", 0, 0, "The steps of this build and their settings", {}, listSteps},
        {"sink list", "", 0, 0, "The outputs and sinks of this build and their settings", {}, listSinks},
        {"function list", "", 0, 0, "The functions of expressions", {}, listFunctions},
        {"schema",
         "",
         0,
         0,
         "The JSON Schema of pipeline files",
         {},
         [](const Arguments &) {
             printJson(pipelineSchema(builtinRegistry()));
             return int(Ok);
         }},
    };
}

} // namespace dash::cli
