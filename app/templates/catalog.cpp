#include "app/templates/catalog.h"

#include "core/model/json_text.h"
#include "core/store/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

namespace dash {

namespace {

TemplateAsk::Kind askKind(const QString &name)
{
    if (name == u"url")
        return TemplateAsk::Kind::Url;
    if (name == u"secret")
        return TemplateAsk::Kind::Secret;
    return name == u"file" ? TemplateAsk::Kind::File : TemplateAsk::Kind::Text;
}

QJsonValue filled(const QJsonValue &value, const QMap<QString, QString> &answers)
{
    if (value.isString()) {
        QString text = value.toString();
        for (auto it = answers.begin(); it != answers.end(); ++it)
            text.replace(u'{' + it.key() + u'}', it.value());
        return text;
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const auto &entry : value.toArray())
            out.append(filled(entry, answers));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), filled(it.value(), answers));
    return out;
}

Result<Schedule> scheduleOf(const QJsonObject &object)
{
    auto parsed = pipelineFromJson(QJsonObject{{QLatin1StringView("schedule"), object}});
    if (!parsed)
        return fail(parsed.error());
    return parsed->schedule;
}

// What of a widget is shown as words; charts and stats translate legends, "beside" and "context" as they draw them.
QStringList widgetTexts(const Widget &widget)
{
    static const QRegularExpression onlyLabel(QStringLiteral("^\\{[^}]*\\}$"));
    QStringList texts{widget.title, widget.scope, widget.options.value(QLatin1StringView("beside")).toString(),
                      widget.options.value(QLatin1StringView("context")).toString()};
    for (const WidgetQuery &query : widget.queries)
        texts << query.legend;
    texts.removeIf([](const QString &text) { return onlyLabel.match(text).hasMatch(); });
    return texts;
}

// "{cores}" is how many processor cores this computer has.
QString withCores(QString text)
{
    const QString cores = QStringLiteral("{cores}");
    const int count = std::max(1, QThread::idealThreadCount());
    if (text.contains(cores))
        text.replace(cores, QCoreApplication::translate("Template", "%n core(s)", nullptr, count));
    return text;
}

} // namespace

const std::vector<QString> &templateIds()
{
    static const std::vector<QString> ids{QStringLiteral("shop-revenue"),  QStringLiteral("stripe-charges"),
                                          QStringLiteral("saas-metrics"),  QStringLiteral("servers"),
                                          QStringLiteral("iot-sensors"),   QStringLiteral("weather"),
                                          QStringLiteral("bank-statement")};
    return ids;
}

Result<Template> loadTemplate(const QString &id)
{
    QFile file(QStringLiteral(":/templates/%1.json").arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), QStringLiteral("The template")}, {QLatin1StringView("name"), id}});
    const auto object = readObject(file.readAll(), kMaxDefinitionBytes);
    if (!object)
        return fail(object.error());
    Template entry;
    entry.id = id;
    entry.category = object->value(QLatin1StringView("category")).toString();
    entry.icon = object->value(QLatin1StringView("icon")).toString();
    entry.name = object->value(QLatin1StringView("name")).toString();
    entry.summary = object->value(QLatin1StringView("summary")).toString();
    for (const auto &fact : object->value(QLatin1StringView("facts")).toArray())
        entry.facts.append(fact.toString());
    auto pipeline = pipelineFromJson(object->value(QLatin1StringView("pipeline")).toObject());
    if (!pipeline)
        return fail(pipeline.error());
    entry.pipeline = std::move(*pipeline);
    auto dashboard = dashboardFromJson(object->value(QLatin1StringView("dashboard")).toObject());
    if (!dashboard)
        return fail(dashboard.error());
    entry.dashboard = std::move(*dashboard);
    const QJsonObject own = object->value(QLatin1StringView("own")).toObject();
    entry.ownSource = own.value(QLatin1StringView("source")).toObject();
    entry.ownNodes = own.value(QLatin1StringView("nodes")).toArray();
    const auto schedule = scheduleOf(own.value(QLatin1StringView("schedule")).toObject());
    if (!schedule)
        return fail(schedule.error());
    entry.ownSchedule = *schedule;
    for (const auto &value : own.value(QLatin1StringView("asks")).toArray()) {
        const QJsonObject ask = value.toObject();
        entry.asks.push_back(TemplateAsk{
            ask.value(QLatin1StringView("key")).toString(), ask.value(QLatin1StringView("label")).toString(),
            ask.value(QLatin1StringView("example")).toString(), ask.value(QLatin1StringView("help")).toString(),
            askKind(ask.value(QLatin1StringView("kind")).toString()),
            ask.value(QLatin1StringView("secret")).toString()});
    }
    return entry;
}

QStringList templateTexts(const Template &entry)
{
    QStringList texts{entry.name, entry.summary};
    texts += entry.facts;
    for (const TemplateAsk &ask : entry.asks)
        texts << ask.label << ask.help;
    for (const Widget &widget : entry.dashboard.widgets)
        texts += widgetTexts(widget);
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

QString templateText(const QString &english)
{
    return english.isEmpty() ? QString() : QCoreApplication::translate("Template", english.toUtf8().constData());
}

OpenedTemplate openTemplate(Workspace &workspace, const Template &entry, const Clock &clock, RandomSource &random)
{
    Pipeline pipeline = entry.pipeline;
    pipeline.id = PipelineId::create(clock.now(), random);
    pipeline.name = templateText(entry.name);
    Dashboard dashboard = entry.dashboard;
    dashboard.id = DashboardId::create(clock.now(), random);
    dashboard.name = templateText(entry.name);
    for (Widget &widget : dashboard.widgets) {
        widget.id = WidgetId::create(clock.now(), random);
        widget.title = templateText(widget.title);
        widget.scope = withCores(templateText(widget.scope));
        if (const QString beside = widget.options.value(QLatin1StringView("beside")).toString();
            beside.contains(QLatin1StringView("{cores}")))
            widget.options.insert(QStringLiteral("beside"), withCores(templateText(beside)));
        for (WidgetQuery &query : widget.queries) {
            // A template names its own tables by output; a dashboard names them by pipeline and output.
            if (query.table.isEmpty())
                query.series.pipeline = pipeline.id.text();
            else if (!query.table.contains(u'/'))
                query.table = pipeline.id.text() + u'/' + query.table;
        }
    }
    const EditLabel label{QCoreApplication::translate("Template", "Open template"), {}};
    workspace.putPipeline(pipeline, label);
    workspace.applyPipeline(pipeline.id, label);
    workspace.putDashboard(dashboard, label);
    return {pipeline.id, dashboard.id};
}

Result<Pipeline> withOwnSource(const Pipeline &sample, const Template &entry, const QMap<QString, QString> &answers)
{
    for (const TemplateAsk &ask : entry.asks) {
        if (ask.kind != TemplateAsk::Kind::Secret && answers.value(ask.key).trimmed().isEmpty())
            return fail(ErrorCode::InvalidValue, {{QLatin1StringView("value"), QString()},
                                                  {QLatin1StringView("field"), templateText(ask.label)},
                                                  {QLatin1StringView("reason"),
                                                   QCoreApplication::translate("Template", "fill it in to go on.")}});
    }
    Pipeline own = sample;
    own.schedule = entry.ownSchedule;
    own.staysOnThisComputer = false;
    if (!entry.ownNodes.isEmpty()) {
        auto nodes = pipelineFromJson(QJsonObject{{QLatin1StringView("nodes"), filled(entry.ownNodes, answers)}});
        if (!nodes)
            return fail(nodes.error());
        own.nodes = std::move(nodes->nodes);
        return own;
    }
    const auto source = std::find_if(own.nodes.begin(), own.nodes.end(),
                                     [](const Node &node) { return node.kind == NodeKind::Source; });
    if (source == own.nodes.end())
        return fail(ErrorCode::Internal, {}, QStringLiteral("template %1 has no source").arg(entry.id));
    source->type = entry.ownSource.value(QLatin1StringView("type")).toString();
    source->name = entry.ownSource.value(QLatin1StringView("name")).toString();
    source->config = filled(entry.ownSource.value(QLatin1StringView("config")), answers).toObject();
    return own;
}

} // namespace dash
