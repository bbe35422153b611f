#include "app/dashboards/provenance.h"

#include "app/charts/ticks.h"
#include "core/store/workspace.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dash {

namespace {

QString nodeName(const Node &node, const Registry &registry)
{
    if (!node.name.isEmpty())
        return node.name;
    const char *label = nullptr;
    if (node.kind == NodeKind::Source) {
        if (const SourceType *type = registry.source(node.type))
            label = type->label;
    } else if (node.kind == NodeKind::Step) {
        if (const StepType *type = registry.step(node.type))
            label = type->label;
    }
    return label ? QCoreApplication::translate("Engine", label) : node.type;
}

bool writesSeries(const Node &output, const QString &series)
{
    if (output.type != u"series")
        return false;
    const QString name = output.config.value(QLatin1StringView("name")).toString();
    if (!name.isEmpty() && (series == name || series.startsWith(name + u'.')))
        return true;
    const QJsonArray values = output.config.value(QLatin1StringView("values")).toArray();
    return values.contains(QJsonValue(series));
}

// The output that writes this series ("latency" or "latency.p95" of the output "latency") or table, else the first.
const Node *outputOf(const Pipeline &pipeline, const QString &made, bool table)
{
    const Node *first = nullptr;
    for (const Node &node : pipeline.nodes) {
        if (node.kind != NodeKind::Output)
            continue;
        if (!first)
            first = &node;
        if (table ? node.id == made : writesSeries(node, made))
            return &node;
    }
    return first;
}

// From an output back to the source.
QStringList chainOf(const Pipeline &pipeline, const Node *node, const Registry &registry, QString &icon)
{
    QStringList chain;
    while (node && chain.size() < 8) {
        const QStringList inputs = pipeline.inputsOf(*node);
        node = inputs.isEmpty() ? nullptr : pipeline.node(inputs.front());
        if (!node)
            break;
        chain.prepend(nodeName(*node, registry));
        if (node->kind != NodeKind::Source)
            continue;
        if (const SourceType *type = registry.source(node->type))
            icon = QLatin1StringView(type->icon);
    }
    // A long way is told by its ends.
    if (chain.size() > 3)
        chain = {chain.first(), QStringLiteral("…"), chain.last()};
    return chain;
}

QString scheduleText(const Schedule &schedule)
{
    switch (schedule.kind) {
    case Schedule::Kind::Interval:
        if (schedule.interval == Millis(1'000))
            return QCoreApplication::translate("Provenance", "every second");
        if (schedule.interval == Millis(60'000))
            return QCoreApplication::translate("Provenance", "every minute");
        return QCoreApplication::translate("Provenance", "every %1").arg(spanText(schedule.interval.count()));
    case Schedule::Kind::Cron:
        return schedule.cron;
    case Schedule::Kind::Continuous:
        return QCoreApplication::translate("Provenance", "as it comes");
    case Schedule::Kind::Manual:
        return QCoreApplication::translate("Provenance", "run by hand");
    }
    return {};
}

} // namespace

Provenance provenanceOf(const AppContext &context, const WidgetQuery &query, const SeriesKey *key)
{
    Provenance made;
    made.series = key ? QString::fromStdString(key->name) : query.series.name;
    QString owner = key ? QString::fromStdString(key->owner) : query.series.pipeline;
    if (!query.table.isEmpty()) {
        owner = query.table.section(u'/', 0, 0);
        made.series = query.table.section(u'/', 1);
    }
    const auto id = PipelineId::fromText(owner);
    const PipelineEntity *entity = id ? context.workspace.pipeline(*id) : nullptr;
    if (!entity)
        return made;
    const Pipeline &pipeline = entity->running ? *entity->running : entity->draft;
    made.pipeline = *id;
    made.steps =
        chainOf(pipeline, outputOf(pipeline, made.series, !query.table.isEmpty()), context.registry, made.icon);
    made.schedule = scheduleText(pipeline.schedule);
    return made;
}

} // namespace dash
