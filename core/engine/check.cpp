#include "core/engine/check.h"

#include "core/engine/closest_name.h"
#include "core/engine/host.h"
#include "core/engine/outputs.h"
#include "core/engine/parameters.h"
#include "core/engine/schedule.h"

#include <algorithm>
#include <set>

namespace dash {

namespace {

constexpr QLatin1StringView kStep{"step"};
constexpr QLatin1StringView kNode{"node"};
constexpr QLatin1StringView kField{"field"};
constexpr QLatin1StringView kReason{"reason"};

Parameter formatParameter(const Registry &registry)
{
    Parameter parameter;
    parameter.name = QStringLiteral("format");
    parameter.kind = ParameterKind::Choice;
    parameter.label = QT_TRANSLATE_NOOP("Parameter", "Format");
    parameter.help = QT_TRANSLATE_NOOP("Parameter", "How the bytes are read. Found out by itself unless chosen.");
    parameter.defaultValue = QStringLiteral("auto");
    parameter.choices.push_back({QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "Detect")});
    for (const FormatType &format : registry.formats)
        parameter.choices.push_back({QString::fromLatin1(format.type), format.label});
    return parameter;
}

bool declares(const Parameters &parameters, const QString &name)
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter &p) { return p.name == name; });
}

QStringList knownTypes(NodeKind kind, const Registry &registry)
{
    QStringList names;
    if (kind == NodeKind::Source)
        for (const SourceType &type : registry.sources)
            names.append(QString::fromLatin1(type.type));
    if (kind == NodeKind::Step)
        for (const StepType &type : registry.steps)
            names.append(QString::fromLatin1(type.type));
    if (kind == NodeKind::Output) {
        for (const OutputType &type : runnerOutputs())
            names.append(QString::fromLatin1(type.type));
        for (const SinkType &type : registry.sinks)
            names.append(QString::fromLatin1(type.type));
    }
    return names;
}

bool isKnown(const Node &node, const Registry &registry)
{
    switch (node.kind) {
    case NodeKind::Source:
        return registry.source(node.type) != nullptr;
    case NodeKind::Step:
        return registry.step(node.type) != nullptr;
    case NodeKind::Output:
        return runnerOutput(node.type) != nullptr || registry.sink(node.type) != nullptr;
    }
    return false;
}

class PipelineChecker {
public:
    PipelineChecker(const Pipeline &pipeline, const Registry &registry)
        : m_pipeline(pipeline)
        , m_registry(registry)
    {
    }

    std::vector<Error> problems()
    {
        for (const Node &node : m_pipeline.nodes)
            checkNode(node);
        checkWhole();
        return std::move(m_problems);
    }

private:
    void graph(const Node &node, const QString &reason)
    {
        m_problems.push_back(atNode(Error{ErrorCode::DefinitionGraph, {{kReason, reason}}, {}}, node));
    }

    void checkNode(const Node &node)
    {
        if (!m_ids.insert(node.id).second)
            graph(node, u"the id “%1” is used twice. Give each node its own."_qs.arg(node.id));
        if (!isKnown(node, m_registry)) {
            unknownType(node);
        } else {
            const std::size_t before = m_problems.size();
            for (Error &error : configProblems(node.config, nodeParameters(node, m_registry), nodeName(node)))
                m_problems.push_back(atNode(std::move(error), node));
            if (m_problems.size() == before)
                checkMeaning(node);
        }
        checkInputs(node);
    }

    void unknownType(const Node &node)
    {
        const QStringList known = knownTypes(node.kind, m_registry);
        const QString near = closestName(node.type, known);
        const QString reason =
            near.isEmpty() ? u"Known here: %1."_qs.arg(known.join(u", "_qs)) : u"Did you mean “%1”?"_qs.arg(near);
        m_problems.push_back(atNode(
            Error{ErrorCode::DefinitionUnknownType, {{QLatin1StringView("type"), node.type}, {kReason, reason}}, {}},
            node));
    }

    // What only making the node can tell: expressions, paths, templates.
    void checkMeaning(const Node &node)
    {
        std::optional<Error> error;
        if (const StepType *step = node.kind == NodeKind::Step ? m_registry.step(node.type) : nullptr) {
            const auto config = checkedConfig(node.config, step->parameters, nodeName(node));
            const SystemClock clock;
            Budget budget(clock, Millis(0), 0, 0, {});
            const auto made = config ? step->create(*config, StepContext{clock, budget, {}, nullptr, nodeName(node)})
                                     : Result<std::unique_ptr<Step>>(fail(config.error()));
            if (!made)
                error = made.error();
        } else if (const SinkType *sink = node.kind == NodeKind::Output ? m_registry.sink(node.type) : nullptr) {
            const auto config = checkedConfig(node.config, sink->parameters, nodeName(node));
            const auto made =
                config ? sink->create(*config, node.id) : Result<std::unique_ptr<Sink>>(fail(config.error()));
            if (!made)
                error = made.error();
        }
        if (error)
            m_problems.push_back(atNode(std::move(*error), node));
    }

    void checkInputs(const Node &node)
    {
        if (node.kind == NodeKind::Source) {
            if (!node.from.isEmpty())
                graph(node, u"a source reads from outside; remove “from”."_qs);
            return;
        }
        QStringList ids;
        for (const Node &other : m_pipeline.nodes)
            if (other.id != node.id && other.kind != NodeKind::Output)
                ids.append(other.id);
        const QStringList inputs = m_pipeline.inputsOf(node);
        if (inputs.isEmpty())
            graph(node, u"nothing is connected to it. Put a source before it or name one in “from”."_qs);
        for (const QString &input : inputs) {
            const Node *from = m_pipeline.node(input);
            if (inputs.count(input) > 1)
                graph(node, u"“%1” is named twice in “from”."_qs.arg(input));
            if (input == node.id)
                graph(node, u"it reads from itself."_qs);
            else if (!from)
                graph(node, unknownInput(input, ids));
            else if (from->kind == NodeKind::Output)
                graph(node,
                      u"it reads from the output “%1”; outputs hand nothing on. Read from what comes before it."_qs.arg(
                          input));
        }
    }

    static QString unknownInput(const QString &input, const QStringList &ids)
    {
        const QString near = closestName(input, ids);
        return near.isEmpty() ? u"there is no node “%1” to read from."_qs.arg(input)
                              : u"there is no node “%1” to read from. Did you mean “%2”?"_qs.arg(input, near);
    }

    void checkWhole()
    {
        if (m_problems.empty()) {
            if (const auto plan = planPipeline(m_pipeline); !plan)
                m_problems.push_back(plan.error());
        }
        const auto hasKind = [&](NodeKind kind) {
            return std::any_of(m_pipeline.nodes.begin(), m_pipeline.nodes.end(),
                               [&](const Node &n) { return n.kind == kind; });
        };
        const auto missing = [&](const QString &field, const QString &reason) {
            m_problems.push_back(Error{ErrorCode::DefinitionMissing,
                                       {{kStep, QStringLiteral("pipeline")}, {kField, field}, {kReason, reason}},
                                       {}});
        };
        if (!hasKind(NodeKind::Source))
            missing(QStringLiteral("source"), QStringLiteral("Add a node of kind “source”."));
        if (!hasKind(NodeKind::Output))
            missing(QStringLiteral("output"), QStringLiteral("Add an output, such as “series” or “table”."));
        if (const auto next = nextRun(m_pipeline.schedule, 0, m_pipeline.id); !next)
            m_problems.push_back(next.error());
    }

    const Pipeline &m_pipeline;
    const Registry &m_registry;
    std::vector<Error> m_problems;
    std::set<QString> m_ids;
};

// What a node reads when disabled nodes are passed by.
void enabledInputs(const Pipeline &pipeline, const Node &node, std::set<QString> &seen, QStringList &out)
{
    for (const QString &id : pipeline.inputsOf(node)) {
        const Node *input = pipeline.node(id);
        if (!input || !seen.insert(id).second)
            continue;
        if (!input->disabled)
            out.append(id);
        else if (input->kind == NodeKind::Step)
            enabledInputs(pipeline, *input, seen, out);
    }
}

std::optional<Error> findCycle(const Pipeline &pipeline)
{
    std::set<QString> done;
    while (true) {
        const std::size_t before = done.size();
        for (const Node &node : pipeline.nodes) {
            const QStringList inputs = pipeline.inputsOf(node);
            if (std::all_of(inputs.begin(), inputs.end(), [&](const QString &id) { return done.count(id) > 0; }))
                done.insert(node.id);
        }
        if (done.size() != before)
            continue;
        QStringList circle;
        const Node *first = nullptr;
        for (const Node &node : pipeline.nodes)
            if (done.count(node.id) == 0) {
                first = first ? first : &node;
                circle.append(node.id);
            }
        if (!first)
            return std::nullopt;
        return atNode(
            Error{ErrorCode::DefinitionGraph,
                  {{kReason, u"its rows go round in a circle (%1). Change one “from”."_qs.arg(circle.join(u", "_qs))}},
                  {}},
            *first);
    }
}

} // namespace

Parameters nodeParameters(const Node &node, const Registry &registry)
{
    if (node.kind == NodeKind::Step) {
        const StepType *step = registry.step(node.type);
        return step ? step->parameters : Parameters{};
    }
    if (node.kind == NodeKind::Output) {
        if (const OutputType *output = runnerOutput(node.type))
            return output->parameters;
        const SinkType *sink = registry.sink(node.type);
        return sink ? sink->parameters : Parameters{};
    }
    const SourceType *source = registry.source(node.type);
    if (!source)
        return {};
    Parameters all = source->parameters;
    if (!source->usesFormat)
        return all;
    if (!declares(all, QStringLiteral("format")))
        all.push_back(formatParameter(registry));
    const QString chosen = node.config.value(QLatin1StringView("format")).toString();
    if (const FormatType *format = registry.format(chosen)) {
        for (const Parameter &parameter : format->parameters)
            if (!declares(all, parameter.name))
                all.push_back(parameter);
    }
    return all;
}

QString nodeName(const Node &node)
{
    return node.name.isEmpty() ? node.id : node.name;
}

Error atNode(Error error, const Node &node)
{
    if (error.arg(kStep).isEmpty())
        error.with(kStep, nodeName(node));
    if (error.arg(kNode).isEmpty())
        error.with(kNode, node.id);
    return error;
}

Result<std::vector<PlanNode>> planPipeline(const Pipeline &pipeline)
{
    for (const Node &node : pipeline.nodes)
        for (const QString &id : pipeline.inputsOf(node))
            if (!pipeline.node(id))
                return fail(atNode(Error{ErrorCode::DefinitionGraph,
                                         {{kReason, u"there is no node “%1” to read from."_qs.arg(id)}},
                                         {}},
                                   node));
    if (auto cycle = findCycle(pipeline))
        return fail(std::move(*cycle));

    std::map<QString, QStringList> inputs;
    for (const Node &node : pipeline.nodes) {
        std::set<QString> seen;
        if (!node.disabled)
            enabledInputs(pipeline, node, seen, inputs[node.id]);
    }
    std::vector<PlanNode> plan;
    std::map<QString, int> placed;
    while (placed.size() < inputs.size()) {
        for (const Node &node : pipeline.nodes) {
            if (node.disabled || placed.count(node.id) > 0)
                continue;
            const QStringList &reads = inputs[node.id];
            if (!std::all_of(reads.begin(), reads.end(), [&](const QString &id) { return placed.count(id) > 0; }))
                continue;
            PlanNode entry;
            entry.node = &node;
            const int index = static_cast<int>(plan.size());
            for (const QString &id : reads) {
                entry.inputs.push_back(placed[id]);
                plan[static_cast<std::size_t>(placed[id])].next.push_back(index);
            }
            placed[node.id] = index;
            plan.push_back(std::move(entry));
        }
    }
    return plan;
}

std::vector<Error> checkPipeline(const Pipeline &pipeline, const Registry &registry)
{
    return PipelineChecker(pipeline, registry).problems();
}

} // namespace dash
