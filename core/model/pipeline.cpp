#include "core/model/pipeline.h"

#include "core/model/json_text.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace dash {

namespace {

constexpr qsizetype kMaxNodes = 500;

Failure wrongField(const QString &step, const QString &field, const QString &reason)
{
    return fail(ErrorCode::DefinitionField, {{QLatin1StringView("step"), step},
                                             {QLatin1StringView("field"), field},
                                             {QLatin1StringView("reason"), reason}});
}

QLatin1StringView kindName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Source:
        return QLatin1StringView("source");
    case NodeKind::Step:
        return QLatin1StringView("step");
    case NodeKind::Output:
        return QLatin1StringView("output");
    }
    return QLatin1StringView();
}

std::optional<NodeKind> kindFromName(QStringView name)
{
    for (const NodeKind kind : {NodeKind::Source, NodeKind::Step, NodeKind::Output}) {
        if (name == kindName(kind))
            return kind;
    }
    return std::nullopt;
}

// Reads typed members of one JSON object and refuses what it does not know.
class ObjectReader {
public:
    ObjectReader(QJsonObject object, QString where)
        : m_object(std::move(object))
        , m_where(std::move(where))
    {
    }

    Result<QString> text(const QString &key, const QString &fallback = {})
    {
        const QJsonValue value = take(key);
        if (value.isUndefined() || value.isNull())
            return fallback;
        if (!value.isString())
            return wrongField(m_where, key, QStringLiteral("is a text in quotes."));
        return value.toString();
    }

    Result<bool> flag(const QString &key, bool fallback)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return fallback;
        if (!value.isBool())
            return wrongField(m_where, key, QStringLiteral("is true or false."));
        return value.toBool();
    }

    Result<qint64> integer(const QString &key, qint64 fallback, qint64 minimum)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return fallback;
        if (!value.isDouble() || value.toInteger(minimum - 1) < minimum)
            return wrongField(m_where, key, QStringLiteral("is a whole number from %1.").arg(minimum));
        return value.toInteger();
    }

    Result<Millis> duration(const QString &key, Millis fallback)
    {
        const Result<QString> raw = text(key);
        if (!raw)
            return fail(raw.error());
        if (raw->isEmpty())
            return fallback;
        if (const auto parsed = parseDuration(*raw))
            return *parsed;
        return wrongField(m_where, key, QStringLiteral("“%1” is not a duration such as 30s, 5m or 1h30m.").arg(*raw));
    }

    Result<QJsonObject> object(const QString &key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return QJsonObject();
        if (!value.isObject())
            return wrongField(m_where, key, QStringLiteral("is an object in { }."));
        return value.toObject();
    }

    Result<QStringList> texts(const QString &key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return QStringList();
        if (value.isString())
            return QStringList{value.toString()};
        QStringList out;
        for (const auto &entry : value.toArray()) {
            if (!entry.isString())
                return wrongField(m_where, key, QStringLiteral("is a list of texts."));
            out.append(entry.toString());
        }
        if (!value.isArray())
            return wrongField(m_where, key, QStringLiteral("is a list of texts."));
        return out;
    }

    QJsonValue take(const QString &key) { return m_object.take(key); }

    // What nobody asked for is a mistake worth telling.
    Result<> end() const
    {
        if (m_object.isEmpty())
            return {};
        return fail(ErrorCode::DefinitionUnknownField,
                    {{QLatin1StringView("step"), m_where},
                     {QLatin1StringView("field"), m_object.keys().first()},
                     {QLatin1StringView("reason"), QStringLiteral("Remove it or check its spelling.")}});
    }

private:
    QJsonObject m_object;
    QString m_where;
};

Result<Schedule> readSchedule(const QJsonValue &value)
{
    Schedule schedule;
    if (value.isUndefined())
        return schedule;
    const QString where = QStringLiteral("schedule");
    if (!value.isObject())
        return wrongField(where, QStringLiteral("schedule"),
                          QStringLiteral("is an object such as {\"every\": \"30s\"}."));
    const QJsonObject object = value.toObject();
    ObjectReader reader(object, where);
    const auto every = reader.duration(QStringLiteral("every"), Millis(0));
    const auto cron = reader.text(QStringLiteral("cron"));
    const auto zone = reader.text(QStringLiteral("zone"));
    const auto continuous = reader.flag(QStringLiteral("continuous"), false);
    if (!every)
        return fail(every.error());
    if (!cron)
        return fail(cron.error());
    if (!zone)
        return fail(zone.error());
    if (!continuous)
        return fail(continuous.error());
    if (const auto end = reader.end(); !end)
        return fail(end.error());
    const int given = (every->count() > 0 ? 1 : 0) + (cron->isEmpty() ? 0 : 1) + (*continuous ? 1 : 0);
    if (given > 1)
        return wrongField(where, QStringLiteral("schedule"),
                          QStringLiteral("takes one of every, cron and continuous."));
    if (every->count() > 0 && every->count() < 100)
        return wrongField(where, QStringLiteral("every"), QStringLiteral("is at least 100ms."));
    schedule.interval = *every;
    schedule.cron = *cron;
    schedule.zone = *zone;
    if (every->count() > 0)
        schedule.kind = Schedule::Kind::Interval;
    else if (!cron->isEmpty())
        schedule.kind = Schedule::Kind::Cron;
    else if (*continuous)
        schedule.kind = Schedule::Kind::Continuous;
    return schedule;
}

Result<RunLimits> readLimits(const QJsonObject &object)
{
    RunLimits limits;
    ObjectReader reader(object, QStringLiteral("limits"));
    const auto time = reader.duration(QStringLiteral("time"), limits.time);
    const auto rows = reader.integer(QStringLiteral("rows"), limits.rows, 1);
    const auto bytes = reader.integer(QStringLiteral("bytes"), limits.bytes, 1'048'576);
    if (!time)
        return fail(time.error());
    if (!rows)
        return fail(rows.error());
    if (!bytes)
        return fail(bytes.error());
    if (const auto end = reader.end(); !end)
        return fail(end.error());
    return RunLimits{*time, *rows, *bytes};
}

Result<Node> readNode(const QJsonValue &value, qsizetype index)
{
    const QString place = QStringLiteral("node %1").arg(index + 1);
    if (!value.isObject())
        return wrongField(place, QStringLiteral("nodes"), QStringLiteral("is a list of objects."));
    ObjectReader reader(value.toObject(), value.toObject().value(QLatin1StringView("id")).toString(place));
    Node node;
    const auto id = reader.text(QStringLiteral("id"));
    if (!id)
        return fail(id.error());
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9_-]{1,40}$"));
    if (!idForm.match(*id).hasMatch())
        return wrongField(place, QStringLiteral("id"), QStringLiteral("needs 1 to 40 of a-z, 0-9, _ and -."));
    node.id = *id;
    const auto kind = reader.text(QStringLiteral("kind"), QStringLiteral("step"));
    if (!kind)
        return fail(kind.error());
    const auto knownKind = kindFromName(*kind);
    if (!knownKind)
        return wrongField(node.id, QStringLiteral("kind"), QStringLiteral("is source, step or output."));
    node.kind = *knownKind;
    const auto type = reader.text(QStringLiteral("type"));
    if (!type)
        return fail(type.error());
    if (type->isEmpty())
        return fail(ErrorCode::DefinitionMissing,
                    {{QLatin1StringView("step"), node.id},
                     {QLatin1StringView("field"), QStringLiteral("type")},
                     {QLatin1StringView("reason"), QStringLiteral("Say what the node does, such as \"filter\".")}});
    node.type = *type;
    const auto name = reader.text(QStringLiteral("name"));
    const auto from = reader.texts(QStringLiteral("from"));
    const auto disabled = reader.flag(QStringLiteral("disabled"), false);
    const auto config = reader.object(QStringLiteral("config"));
    if (!name)
        return fail(name.error());
    if (!from)
        return fail(from.error());
    if (!disabled)
        return fail(disabled.error());
    if (!config)
        return fail(config.error());
    if (const auto end = reader.end(); !end)
        return fail(end.error());
    node.name = *name;
    node.from = *from;
    node.disabled = *disabled;
    node.config = *config;
    return node;
}

Result<std::vector<Node>> readNodes(const QJsonValue &value)
{
    const QString where = QStringLiteral("pipeline");
    if (!value.isArray() && !value.isUndefined())
        return wrongField(where, QStringLiteral("nodes"), QStringLiteral("is a list."));
    const QJsonArray array = value.toArray();
    if (array.size() > kMaxNodes)
        return wrongField(where, QStringLiteral("nodes"), QStringLiteral("holds at most %1 nodes.").arg(kMaxNodes));
    std::vector<Node> nodes;
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto node = readNode(array.at(i), i);
        if (!node)
            return fail(node.error());
        const bool twice =
            std::any_of(nodes.begin(), nodes.end(), [&](const Node &other) { return other.id == node->id; });
        if (twice)
            return wrongField(node->id, QStringLiteral("id"), QStringLiteral("is used twice; give each node its own."));
        nodes.push_back(std::move(*node));
    }
    return nodes;
}

QJsonObject scheduleToJson(const Schedule &schedule)
{
    QJsonObject out;
    if (schedule.kind == Schedule::Kind::Interval)
        out.insert(QLatin1StringView("every"), durationText(schedule.interval));
    else if (schedule.kind == Schedule::Kind::Cron)
        out.insert(QLatin1StringView("cron"), schedule.cron);
    else if (schedule.kind == Schedule::Kind::Continuous)
        out.insert(QLatin1StringView("continuous"), true);
    if (!schedule.zone.isEmpty())
        out.insert(QLatin1StringView("zone"), schedule.zone);
    return out;
}

QJsonObject nodeToJson(const Node &node)
{
    QJsonObject out{{QLatin1StringView("id"), node.id},
                    {QLatin1StringView("kind"), QString(kindName(node.kind))},
                    {QLatin1StringView("type"), node.type}};
    if (!node.name.isEmpty())
        out.insert(QLatin1StringView("name"), node.name);
    if (!node.from.isEmpty())
        out.insert(QLatin1StringView("from"), QJsonArray::fromStringList(node.from));
    if (node.disabled)
        out.insert(QLatin1StringView("disabled"), true);
    if (!node.config.isEmpty())
        out.insert(QLatin1StringView("config"), node.config);
    return out;
}

} // namespace

const Node *Pipeline::node(QStringView nodeId) const
{
    const auto it = std::find_if(nodes.begin(), nodes.end(), [&](const Node &entry) { return entry.id == nodeId; });
    return it == nodes.end() ? nullptr : &*it;
}

QStringList Pipeline::inputsOf(const Node &node) const
{
    if (node.kind == NodeKind::Source)
        return {};
    if (!node.from.isEmpty())
        return node.from;
    const auto it = std::find_if(nodes.begin(), nodes.end(), [&](const Node &entry) { return entry.id == node.id; });
    // The node before it that hands rows on: an output passes nothing.
    for (auto before = std::make_reverse_iterator(it); before != nodes.rend(); ++before) {
        if (before->kind != NodeKind::Output)
            return {before->id};
    }
    return {};
}

Result<Pipeline> pipelineFromJson(const QJsonObject &object)
{
    ObjectReader reader(object, QStringLiteral("pipeline"));
    const auto format = reader.integer(QStringLiteral("format"), kPipelineFormat, 1);
    if (!format)
        return fail(format.error());
    if (*format > kPipelineFormat)
        return fail(ErrorCode::DefinitionVersion, {{QLatin1StringView("found"), QString::number(*format)},
                                                   {QLatin1StringView("known"), QString::number(kPipelineFormat)}});
    Pipeline pipeline;
    const auto id = reader.text(QStringLiteral("id"));
    const auto name = reader.text(QStringLiteral("name"));
    const auto description = reader.text(QStringLiteral("description"));
    const auto enabled = reader.flag(QStringLiteral("enabled"), true);
    const auto stays = reader.flag(QStringLiteral("stays_on_this_computer"), false);
    const auto schedule = readSchedule(reader.take(QStringLiteral("schedule")));
    const auto limitsObject = reader.object(QStringLiteral("limits"));
    auto nodes = readNodes(reader.take(QStringLiteral("nodes")));
    reader.take(QStringLiteral("$schema"));
    reader.take(QStringLiteral("tests")); // read by `dash-cli pipeline test`
    for (const auto *text : {&id, &name, &description}) {
        if (!*text)
            return fail(text->error());
    }
    for (const auto *flag : {&enabled, &stays}) {
        if (!*flag)
            return fail(flag->error());
    }
    if (!schedule)
        return fail(schedule.error());
    if (!limitsObject)
        return fail(limitsObject.error());
    const auto limits = readLimits(*limitsObject);
    if (!limits)
        return fail(limits.error());
    if (!nodes)
        return fail(nodes.error());
    if (const auto end = reader.end(); !end)
        return fail(end.error());
    if (!id->isEmpty()) {
        const auto parsed = PipelineId::fromText(*id);
        if (!parsed)
            return wrongField(QStringLiteral("pipeline"), QStringLiteral("id"),
                              QStringLiteral("is a UUID; leave it out for a new pipeline."));
        pipeline.id = *parsed;
    }
    pipeline.name = *name;
    pipeline.description = *description;
    pipeline.enabled = *enabled;
    pipeline.staysOnThisComputer = *stays;
    pipeline.schedule = *schedule;
    pipeline.limits = *limits;
    pipeline.nodes = std::move(*nodes);
    return pipeline;
}

Result<Pipeline> parsePipeline(const QByteArray &json)
{
    const auto object = readObject(json, kMaxDefinitionBytes);
    if (!object)
        return fail(object.error());
    return pipelineFromJson(*object);
}

QJsonObject pipelineToJson(const Pipeline &pipeline)
{
    QJsonObject out{{QLatin1StringView("format"), kPipelineFormat}, {QLatin1StringView("name"), pipeline.name}};
    if (!pipeline.id.isNull())
        out.insert(QLatin1StringView("id"), pipeline.id.text());
    if (!pipeline.description.isEmpty())
        out.insert(QLatin1StringView("description"), pipeline.description);
    if (!pipeline.enabled)
        out.insert(QLatin1StringView("enabled"), false);
    if (pipeline.staysOnThisComputer)
        out.insert(QLatin1StringView("stays_on_this_computer"), true);
    if (const QJsonObject schedule = scheduleToJson(pipeline.schedule); !schedule.isEmpty())
        out.insert(QLatin1StringView("schedule"), schedule);
    const RunLimits defaults;
    QJsonObject limits;
    if (pipeline.limits.time != defaults.time)
        limits.insert(QLatin1StringView("time"), durationText(pipeline.limits.time));
    if (pipeline.limits.rows != defaults.rows)
        limits.insert(QLatin1StringView("rows"), pipeline.limits.rows);
    if (pipeline.limits.bytes != defaults.bytes)
        limits.insert(QLatin1StringView("bytes"), pipeline.limits.bytes);
    if (!limits.isEmpty())
        out.insert(QLatin1StringView("limits"), limits);
    QJsonArray nodes;
    for (const Node &node : pipeline.nodes)
        nodes.append(nodeToJson(node));
    out.insert(QLatin1StringView("nodes"), nodes);
    return out;
}

QByteArray pipelineText(const Pipeline &pipeline)
{
    static const QStringList order{
        QStringLiteral("format"),      QStringLiteral("id"),      QStringLiteral("name"),
        QStringLiteral("description"), QStringLiteral("enabled"), QStringLiteral("stays_on_this_computer"),
        QStringLiteral("schedule"),    QStringLiteral("limits"),  QStringLiteral("nodes"),
        QStringLiteral("kind"),        QStringLiteral("type"),    QStringLiteral("from"),
        QStringLiteral("disabled"),    QStringLiteral("config")};
    return writeObject(pipelineToJson(pipeline), order);
}

std::optional<Millis> parseDuration(QStringView text)
{
    static const QRegularExpression whole(QStringLiteral("^(\\d{1,12}(ms|s|m|h|d|w))+$"));
    static const QRegularExpression part(QStringLiteral("(\\d+)(ms|s|m|h|d|w)"));
    const QString compact = text.toString().remove(u' ').toLower();
    if (!whole.match(compact).hasMatch())
        return std::nullopt;
    constexpr qint64 kLongest = 366LL * 100 * 86'400'000;
    qint64 total = 0;
    auto parts = part.globalMatch(compact);
    while (parts.hasNext()) {
        const QRegularExpressionMatch match = parts.next();
        const QString unit = match.captured(2);
        const qint64 factor = unit == u"ms"  ? 1
                              : unit == u"s" ? 1'000
                              : unit == u"m" ? 60'000
                              : unit == u"h" ? 3'600'000
                              : unit == u"d" ? 86'400'000
                                             : 604'800'000;
        const qint64 count = match.captured(1).toLongLong();
        if (count > kLongest / factor)
            return std::nullopt;
        total += count * factor;
        if (total > kLongest)
            return std::nullopt;
    }
    return Millis(total);
}

QString durationText(Millis duration)
{
    qint64 rest = duration.count();
    if (rest == 0)
        return QStringLiteral("0s");
    QString out;
    const auto take = [&](qint64 factor, QLatin1StringView unit) {
        if (rest >= factor) {
            out += QString::number(rest / factor) + unit;
            rest %= factor;
        }
    };
    take(86'400'000, QLatin1StringView("d"));
    take(3'600'000, QLatin1StringView("h"));
    take(60'000, QLatin1StringView("m"));
    take(1'000, QLatin1StringView("s"));
    take(1, QLatin1StringView("ms"));
    return out;
}

} // namespace dash
