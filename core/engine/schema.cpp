#include "core/engine/host.h"
#include "core/engine/outputs.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dash {

namespace {

QJsonObject described(QJsonObject schema, const char *label, const char *help)
{
    const QString title = QString::fromUtf8(label);
    const QString text = QString::fromUtf8(help);
    if (!title.isEmpty())
        schema.insert(QLatin1StringView("title"), title);
    if (!text.isEmpty())
        schema.insert(QLatin1StringView("description"), text);
    return schema;
}

QJsonObject ofType(QLatin1StringView type)
{
    return QJsonObject{{QLatin1StringView("type"), QString(type)}};
}

QJsonObject anyOf(std::initializer_list<QJsonObject> schemas)
{
    QJsonArray all;
    for (const QJsonObject &schema : schemas)
        all.append(schema);
    return QJsonObject{{QLatin1StringView("anyOf"), all}};
}

QJsonObject reference(const QString &name)
{
    return QJsonObject{{QLatin1StringView("$ref"), QString(u"#/$defs/"_qs + name)}};
}

QJsonObject configSchema(const Parameters &parameters);

QJsonObject numberSchema(const Parameter &parameter, QLatin1StringView type)
{
    QJsonObject schema = ofType(type);
    if (parameter.minimum)
        schema.insert(QLatin1StringView("minimum"), *parameter.minimum);
    if (parameter.maximum)
        schema.insert(QLatin1StringView("maximum"), *parameter.maximum);
    return schema;
}

QJsonObject valueSchema(const Parameter &parameter)
{
    const QJsonObject text = ofType(QLatin1StringView("string"));
    const QJsonObject list{{QLatin1StringView("type"), QStringLiteral("array")}, {QLatin1StringView("items"), text}};
    switch (parameter.kind) {
    case ParameterKind::Integer:
        return numberSchema(parameter, QLatin1StringView("integer"));
    case ParameterKind::Number:
        return numberSchema(parameter, QLatin1StringView("number"));
    case ParameterKind::Toggle:
        return ofType(QLatin1StringView("boolean"));
    case ParameterKind::Choice: {
        QJsonArray values;
        for (const ParameterChoice &choice : parameter.choices)
            values.append(choice.value);
        return QJsonObject{{QLatin1StringView("enum"), values}};
    }
    case ParameterKind::Duration:
        return reference(QStringLiteral("duration"));
    case ParameterKind::Bytes:
        return anyOf({text, ofType(QLatin1StringView("integer"))});
    case ParameterKind::Secret:
        return reference(QStringLiteral("secret"));
    case ParameterKind::Address: {
        QJsonObject schema = text;
        schema.insert(QLatin1StringView("pattern"), QStringLiteral("^[A-Za-z0-9_-]{22,128}$"));
        return schema;
    }
    case ParameterKind::Fields:
        return list;
    case ParameterKind::Labels:
        return QJsonObject{
            {QLatin1StringView("type"), QStringLiteral("object")},
            {QLatin1StringView("additionalProperties"), anyOf({text, reference(QStringLiteral("field"))})}};
    case ParameterKind::TextMap:
        return QJsonObject{
            {QLatin1StringView("type"), QStringLiteral("object")},
            {QLatin1StringView("additionalProperties"), anyOf({text, reference(QStringLiteral("secret"))})}};
    case ParameterKind::List:
        return QJsonObject{{QLatin1StringView("type"), QStringLiteral("array")},
                           {QLatin1StringView("items"), configSchema(parameter.members)}};
    default:
        return text;
    }
}

QJsonObject parameterSchema(const Parameter &parameter)
{
    QJsonObject schema = described(valueSchema(parameter), parameter.label, parameter.help);
    if (!parameter.defaultValue.isUndefined())
        schema.insert(QLatin1StringView("default"), parameter.defaultValue);
    return schema;
}

QJsonObject configSchema(const Parameters &parameters)
{
    QJsonObject properties;
    QJsonArray required;
    for (const Parameter &parameter : parameters) {
        properties.insert(parameter.name, parameterSchema(parameter));
        if (parameter.required && parameter.defaultValue.isUndefined() && parameter.showWhen.isEmpty())
            required.append(parameter.name);
    }
    QJsonObject schema{{QLatin1StringView("type"), QStringLiteral("object")},
                       {QLatin1StringView("properties"), properties},
                       {QLatin1StringView("additionalProperties"), false}};
    if (!required.isEmpty())
        schema.insert(QLatin1StringView("required"), required);
    return schema;
}

// "if this kind and type then config looks like that".
QJsonObject nodeRule(QLatin1StringView kind, const char *type, const Parameters &parameters)
{
    const auto constant = [](const QString &value) { return QJsonObject{{QLatin1StringView("const"), value}}; };
    QJsonObject when{{QLatin1StringView("type"), constant(QString::fromLatin1(type))}};
    QJsonArray given{QStringLiteral("type")};
    // "step" may be left out.
    when.insert(QLatin1StringView("kind"), constant(QString(kind)));
    if (kind != QLatin1StringView("step"))
        given.append(QStringLiteral("kind"));
    const QJsonObject config = configSchema(parameters);
    QJsonObject then{{QLatin1StringView("properties"), QJsonObject{{QLatin1StringView("config"), config}}}};
    if (config.contains(QLatin1StringView("required")))
        then.insert(QLatin1StringView("required"), QJsonArray{QStringLiteral("config")});
    return QJsonObject{{QLatin1StringView("if"),
                        QJsonObject{{QLatin1StringView("properties"), when}, {QLatin1StringView("required"), given}}},
                       {QLatin1StringView("then"), then}};
}

QJsonObject knownType(QLatin1StringView kind, const QStringList &types)
{
    QJsonArray given;
    if (kind != QLatin1StringView("step"))
        given.append(QStringLiteral("kind"));
    const QJsonObject isKind{{QLatin1StringView("kind"), QJsonObject{{QLatin1StringView("const"), QString(kind)}}}};
    const QJsonObject names{
        {QLatin1StringView("type"), QJsonObject{{QLatin1StringView("enum"), QJsonArray::fromStringList(types)}}}};
    return QJsonObject{{QLatin1StringView("if"),
                        QJsonObject{{QLatin1StringView("properties"), isKind}, {QLatin1StringView("required"), given}}},
                       {QLatin1StringView("then"), QJsonObject{{QLatin1StringView("properties"), names}}}};
}

// A source's own parameters, "format", and what any format takes.
Parameters withFormats(const SourceType &source, const Registry &registry)
{
    Parameters all = source.parameters;
    if (!source.usesFormat)
        return all;
    Parameter chosen;
    chosen.name = QStringLiteral("format");
    chosen.kind = ParameterKind::Choice;
    chosen.help = "How the bytes are read. Found out by itself unless chosen.";
    chosen.defaultValue = QStringLiteral("auto");
    chosen.choices.push_back({QStringLiteral("auto"), "Detect"});
    for (const FormatType &format : registry.formats)
        chosen.choices.push_back({QString::fromLatin1(format.type), format.label});
    all.push_back(chosen);
    QStringList taken;
    for (const Parameter &parameter : all)
        taken.append(parameter.name);
    for (const FormatType &format : registry.formats) {
        for (Parameter parameter : format.parameters) {
            if (taken.contains(parameter.name))
                continue;
            taken.append(parameter.name);
            parameter.required = false;
            all.push_back(std::move(parameter));
        }
    }
    return all;
}

QJsonObject nodeSchema(const Registry &registry)
{
    QStringList sources, steps, outputs;
    QJsonArray rules;
    for (const SourceType &type : registry.sources) {
        sources.append(QString::fromLatin1(type.type));
        rules.append(nodeRule(QLatin1StringView("source"), type.type, withFormats(type, registry)));
    }
    for (const StepType &type : registry.steps) {
        steps.append(QString::fromLatin1(type.type));
        rules.append(nodeRule(QLatin1StringView("step"), type.type, type.parameters));
    }
    for (const OutputType &type : runnerOutputs()) {
        outputs.append(QString::fromLatin1(type.type));
        rules.append(nodeRule(QLatin1StringView("output"), type.type, type.parameters));
    }
    for (const SinkType &type : registry.sinks) {
        outputs.append(QString::fromLatin1(type.type));
        rules.append(nodeRule(QLatin1StringView("output"), type.type, type.parameters));
    }
    rules.append(knownType(QLatin1StringView("source"), sources));
    rules.append(knownType(QLatin1StringView("step"), steps));
    rules.append(knownType(QLatin1StringView("output"), outputs));

    const QJsonObject id = reference(QStringLiteral("node_id"));
    const auto text = [](const char *help) { return described(ofType(QLatin1StringView("string")), "", help); };
    const QJsonObject kind{{QLatin1StringView("enum"),
                            QJsonArray{QStringLiteral("source"), QStringLiteral("step"), QStringLiteral("output")}},
                           {QLatin1StringView("default"), QStringLiteral("step")}};
    const QJsonObject from = anyOf(
        {id, QJsonObject{{QLatin1StringView("type"), QStringLiteral("array")}, {QLatin1StringView("items"), id}}});
    return QJsonObject{
        {QLatin1StringView("type"), QStringLiteral("object")},
        {QLatin1StringView("required"), QJsonArray{QStringLiteral("id"), QStringLiteral("type")}},
        {QLatin1StringView("additionalProperties"), false},
        {QLatin1StringView("properties"),
         QJsonObject{
             {QLatin1StringView("id"), described(id, "", "Unique in the pipeline; what “from” names.")},
             {QLatin1StringView("kind"), kind},
             {QLatin1StringView("type"), text("What the node does; see the rules below.")},
             {QLatin1StringView("name"), text("What people call it. Empty: the type's own name.")},
             {QLatin1StringView("from"),
              described(from, "", "The nodes it reads. Left out: the source or step before it.")},
             {QLatin1StringView("disabled"), described(ofType(QLatin1StringView("boolean")), "", "Rows pass it by.")},
             {QLatin1StringView("config"),
              described(ofType(QLatin1StringView("object")), "", "The settings its type declares.")}}},
        {QLatin1StringView("allOf"), rules}};
}

QJsonObject scheduleSchema()
{
    const QJsonObject text = ofType(QLatin1StringView("string"));
    const QJsonObject zone = described(text, "", "IANA time zone such as Europe/Berlin. Left out: the system's.");
    return QJsonObject{
        {QLatin1StringView("type"), QStringLiteral("object")},
        {QLatin1StringView("description"),
         QStringLiteral("When it runs by itself: one of every, cron, continuous. Left out: only by hand.")},
        {QLatin1StringView("additionalProperties"), false},
        {QLatin1StringView("properties"),
         QJsonObject{
             {QLatin1StringView("every"),
              described(reference(QStringLiteral("duration")), "", "Interval, at least 100ms.")},
             {QLatin1StringView("cron"),
              described(text, "",
                        "Minute, hour, day of month, month, day of week; such as “0 6 * * MON-FRI” or “@daily”.")},
             {QLatin1StringView("continuous"),
              described(ofType(QLatin1StringView("boolean")), "", "Runs whenever its sources have something.")},
             {QLatin1StringView("zone"), zone}}}};
}

QJsonObject limitsSchema()
{
    const auto whole = [](qint64 minimum, const char *help) {
        QJsonObject schema = described(ofType(QLatin1StringView("integer")), "", help);
        schema.insert(QLatin1StringView("minimum"), minimum);
        return schema;
    };
    return QJsonObject{
        {QLatin1StringView("type"), QStringLiteral("object")},
        {QLatin1StringView("description"), QStringLiteral("What one run may use before it is stopped.")},
        {QLatin1StringView("additionalProperties"), false},
        {QLatin1StringView("properties"),
         QJsonObject{{QLatin1StringView("time"), described(reference(QStringLiteral("duration")), "",
                                                           "Time of work; waiting for a network does not count.")},
                     {QLatin1StringView("rows"), whole(1, "Rows made by sources and steps.")},
                     {QLatin1StringView("bytes"), whole(1'048'576, "Memory for what the run holds.")}}}};
}

QJsonObject testsSchema()
{
    const QJsonObject row = ofType(QLatin1StringView("object"));
    const QJsonObject rows{{QLatin1StringView("type"), QStringLiteral("array")}, {QLatin1StringView("items"), row}};
    const QJsonObject byNode{{QLatin1StringView("type"), QStringLiteral("object")},
                             {QLatin1StringView("additionalProperties"), rows}};
    const QJsonObject test{
        {QLatin1StringView("type"), QStringLiteral("object")},
        {QLatin1StringView("required"), QJsonArray{QStringLiteral("input"), QStringLiteral("expect")}},
        {QLatin1StringView("additionalProperties"), false},
        {QLatin1StringView("properties"),
         QJsonObject{{QLatin1StringView("name"), ofType(QLatin1StringView("string"))},
                     {QLatin1StringView("now"),
                      described(ofType(QLatin1StringView("string")), "", "The time of the run, ISO 8601.")},
                     {QLatin1StringView("input"), described(byNode, "", "Rows of each source, by its id.")},
                     {QLatin1StringView("expect"),
                      described(byNode, "", "Rows of nodes, by id; “rejected” names the rejected records.")}}}};
    return QJsonObject{{QLatin1StringView("type"), QStringLiteral("array")},
                       {QLatin1StringView("description"), QStringLiteral("Cases for `dash-cli pipeline test`.")},
                       {QLatin1StringView("items"), test}};
}

} // namespace

QJsonObject pipelineSchema(const Registry &registry)
{
    const auto text = [](const char *help) { return described(ofType(QLatin1StringView("string")), "", help); };
    const auto flag = [](const char *help, const QJsonValue &preset) {
        QJsonObject schema = described(ofType(QLatin1StringView("boolean")), "", help);
        schema.insert(QLatin1StringView("default"), preset);
        return schema;
    };
    QJsonObject format = described(ofType(QLatin1StringView("integer")), "", "Version of this file format.");
    format.insert(QLatin1StringView("minimum"), 1);
    format.insert(QLatin1StringView("maximum"), kPipelineFormat);
    QJsonObject secret{
        {QLatin1StringView("type"), QStringLiteral("object")},
        {QLatin1StringView("description"), QStringLiteral("A secret by its name; the value never is in a file.")},
        {QLatin1StringView("required"), QJsonArray{QStringLiteral("secret")}},
        {QLatin1StringView("additionalProperties"), false},
        {QLatin1StringView("properties"),
         QJsonObject{{QLatin1StringView("secret"), ofType(QLatin1StringView("string"))}}}};
    QJsonObject field = secret;
    field.insert(QLatin1StringView("description"), QStringLiteral("The value of a field of the row."));
    field.insert(QLatin1StringView("required"), QJsonArray{QStringLiteral("field")});
    field.insert(QLatin1StringView("properties"),
                 QJsonObject{{QLatin1StringView("field"), ofType(QLatin1StringView("string"))}});
    QJsonObject duration = text("Such as 500ms, 30s, 5m, 1h30m, 1d.");
    duration.insert(QLatin1StringView("pattern"), QStringLiteral("^([0-9]+ *(ms|s|m|h|d|w) *)+$"));
    QJsonObject nodeId = ofType(QLatin1StringView("string"));
    nodeId.insert(QLatin1StringView("pattern"), QStringLiteral("^[a-z0-9_-]{1,40}$"));

    return QJsonObject{
        {QLatin1StringView("$schema"), QStringLiteral("https://json-schema.org/draft/2020-12/schema")},
        {QLatin1StringView("title"), QStringLiteral("Dash pipeline")},
        {QLatin1StringView("description"),
         QStringLiteral("A directed graph of sources, steps and outputs. Made from what this version of Dash knows.")},
        {QLatin1StringView("type"), QStringLiteral("object")},
        {QLatin1StringView("required"), QJsonArray{QStringLiteral("nodes")}},
        {QLatin1StringView("additionalProperties"), false},
        {QLatin1StringView("properties"),
         QJsonObject{
             {QLatin1StringView("$schema"), text("Where this description is.")},
             {QLatin1StringView("format"), format},
             {QLatin1StringView("id"), text("UUID; left out in a file that was never saved.")},
             {QLatin1StringView("name"), text("What people call the pipeline.")},
             {QLatin1StringView("description"), text("What it is for.")},
             {QLatin1StringView("enabled"), flag("Runs by its schedule.", true)},
             {QLatin1StringView("stays_on_this_computer"),
              flag("Neither rows nor the definition are ever uploaded.", false)},
             {QLatin1StringView("schedule"), scheduleSchema()},
             {QLatin1StringView("limits"), limitsSchema()},
             {QLatin1StringView("nodes"), QJsonObject{{QLatin1StringView("type"), QStringLiteral("array")},
                                                      {QLatin1StringView("maxItems"), 500},
                                                      {QLatin1StringView("items"), reference(QStringLiteral("node"))}}},
             {QLatin1StringView("tests"), testsSchema()}}},
        {QLatin1StringView("$defs"), QJsonObject{{QLatin1StringView("node"), nodeSchema(registry)},
                                                 {QLatin1StringView("node_id"), nodeId},
                                                 {QLatin1StringView("duration"), duration},
                                                 {QLatin1StringView("secret"), secret},
                                                 {QLatin1StringView("field"), field}}}};
}

} // namespace dash
