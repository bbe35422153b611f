#include "app/pipelines/kinds.h"

#include "app/pipelines/words.h"
#include "app/user_message.h"
#include "core/engine/outputs.h"
#include "core/engine/parameters.h"

#include <QCoreApplication>

namespace dash {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dash", text); // where lupdate files them
}

template <class Type>
KindInfo infoOf(NodeKind kind, const Type &type)
{
    KindInfo info;
    info.kind = kind;
    info.type = QString::fromLatin1(type.type);
    info.label = engineWord(type.label);
    info.help = engineWord(type.help);
    info.icon = QString::fromLatin1(type.icon);
    return info;
}

// The format's choice and the settings of the chosen one, for a source that reads documents.
void appendFormat(Parameters &parameters, const Registry &registry, const Node &node)
{
    const QLatin1StringView key("format");
    const bool declared = std::any_of(parameters.begin(), parameters.end(),
                                      [&](const Parameter &parameter) { return parameter.name == key; });
    if (!declared) {
        Parameter choice;
        choice.name = key;
        choice.kind = ParameterKind::Choice;
        choice.label = QT_TRANSLATE_NOOP("Parameter", "Format");
        choice.choices.push_back({QString(), QT_TRANSLATE_NOOP("Parameter", "Recognised by itself")});
        for (const FormatType &format : registry.formats)
            choice.choices.push_back({QString::fromLatin1(format.type), format.label});
        parameters.push_back(choice);
    }
    if (const FormatType *format = registry.format(node.config.value(key).toString())) {
        for (const Parameter &parameter : format->parameters) {
            const bool taken = std::any_of(parameters.begin(), parameters.end(),
                                           [&](const Parameter &other) { return other.name == parameter.name; });
            if (!taken)
                parameters.push_back(parameter);
        }
    }
}

QString unitText(Millis value)
{
    const qint64 ms = value.count();
    if (ms % 86'400'000 == 0)
        return tr("%1 d").arg(ms / 86'400'000);
    if (ms % 3'600'000 == 0)
        return tr("%1 h").arg(ms / 3'600'000);
    if (ms % 60'000 == 0)
        return tr("%1 min").arg(ms / 60'000);
    if (ms % 1'000 == 0)
        return tr("%1 s").arg(ms / 1'000);
    return tr("%1 ms").arg(ms);
}

} // namespace

std::vector<KindInfo> allKinds(const Registry &registry)
{
    std::vector<KindInfo> kinds;
    for (const SourceType &type : registry.sources)
        kinds.push_back(infoOf(NodeKind::Source, type));
    for (const StepType &type : registry.steps) {
        kinds.push_back(infoOf(NodeKind::Step, type));
        kinds.back().advanced = qstrcmp(type.tier, "advanced") == 0;
    }
    for (const OutputType &type : runnerOutputs())
        kinds.push_back(infoOf(NodeKind::Output, type));
    for (const SinkType &type : registry.sinks)
        kinds.push_back(infoOf(NodeKind::Output, type));
    return kinds;
}

std::optional<KindInfo> kindInfo(const Registry &registry, NodeKind kind, const QString &type)
{
    for (const KindInfo &info : allKinds(registry)) {
        if (info.kind == kind && info.type == type)
            return info;
    }
    return std::nullopt;
}

QString nodeTitle(const Registry &registry, const Node &node)
{
    if (!node.name.isEmpty())
        return node.name;
    const auto info = kindInfo(registry, node.kind, node.type);
    return info ? info->label : node.type;
}

QString scheduleText(const Schedule &schedule)
{
    switch (schedule.kind) {
    case Schedule::Kind::Manual:
        return tr("By hand");
    case Schedule::Kind::Interval:
        return tr("Every %1").arg(unitText(schedule.interval));
    case Schedule::Kind::Cron:
        return schedule.cron;
    case Schedule::Kind::Continuous:
        return tr("As data comes");
    }
    return {};
}

QString nodeFact(const Registry &registry, const Pipeline &pipeline, const Node &node)
{
    switch (node.kind) {
    case NodeKind::Source: {
        const SourceType *source = registry.source(node.type);
        return source && source->listens ? tr("As data comes") : scheduleText(pipeline.schedule);
    }
    case NodeKind::Step: {
        const StepType *step = registry.step(node.type);
        const QString fact = step && step->fact ? step->fact(node.config) : QString();
        return fact.contains(u'=') ? fact : reasonText(fact); // expressions stay as they are typed
    }
    case NodeKind::Output:
        break;
    }
    if (const OutputType *output = runnerOutput(node.type))
        return output->fact ? output->fact(node.config) : engineWord(output->label);
    const SinkType *sink = registry.sink(node.type);
    return sink && sink->fact ? sink->fact(node.config) : QString();
}

Parameters nodeParameters(const Registry &registry, const Node &node)
{
    if (node.kind == NodeKind::Source) {
        const SourceType *source = registry.source(node.type);
        if (!source)
            return {};
        Parameters parameters = source->parameters;
        if (source->usesFormat)
            appendFormat(parameters, registry, node);
        return parameters;
    }
    if (node.kind == NodeKind::Step) {
        const StepType *step = registry.step(node.type);
        return step ? step->parameters : Parameters();
    }
    if (const OutputType *output = runnerOutput(node.type))
        return output->parameters;
    const SinkType *sink = registry.sink(node.type);
    return sink ? sink->parameters : Parameters();
}

Node freshNode(const KindInfo &kind)
{
    Node node;
    node.kind = kind.kind;
    node.type = kind.type;
    return node;
}

void giveOwnAddresses(Node &node, const Registry &registry, RandomSource &random)
{
    for (const Parameter &parameter : nodeParameters(registry, node)) {
        if (parameter.kind == ParameterKind::Address)
            node.config.insert(parameter.name, newAddressToken(random));
    }
}

} // namespace dash
