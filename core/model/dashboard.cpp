#include "core/model/dashboard.h"

#include "core/model/json_text.h"
#include "core/model/pipeline.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace dash {

namespace {

constexpr std::array kAggregates{"average", "minimum", "maximum", "sum", "count", "first", "last"};
constexpr std::array kCombines{"by_unit", "sum", "average", "minimum", "maximum", "first"};
constexpr std::array kLevels{"goal", "warn", "error"};
constexpr qsizetype kMaxWidgets = 200;

Failure wrongField(const QString &where, const QString &field, const QString &reason)
{
    return fail(ErrorCode::DefinitionField, {{QLatin1StringView("step"), where},
                                             {QLatin1StringView("field"), field},
                                             {QLatin1StringView("reason"), reason}});
}

template <class Names>
int indexIn(const Names &names, QStringView name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1StringView(names[i]))
            return static_cast<int>(i);
    }
    return -1;
}

Result<WidgetQuery> readQuery(const QJsonObject &object, const QString &where)
{
    WidgetQuery query;
    query.series.name = object.value(QLatin1StringView("series")).toString();
    query.series.pipeline = object.value(QLatin1StringView("pipeline")).toString();
    query.table = object.value(QLatin1StringView("table")).toString();
    const QJsonObject labels = object.value(QLatin1StringView("labels")).toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        query.series.labels.emplace_back(it.key(), it.value().toString());
    const QString aggregate = object.value(QLatin1StringView("aggregate")).toString(QStringLiteral("average"));
    const auto known = aggregateFromName(aggregate);
    if (!known)
        return wrongField(where, QStringLiteral("aggregate"),
                          QStringLiteral("is one of average, minimum, maximum, sum, count, first, last."));
    query.aggregate = *known;
    query.legend = object.value(QLatin1StringView("legend")).toString();
    query.hidden = object.value(QLatin1StringView("hidden")).toBool();
    query.scale = object.value(QLatin1StringView("scale")).toDouble(1);
    if (const QString every = object.value(QLatin1StringView("every")).toString(); !every.isEmpty()) {
        const auto interval = parseDuration(every);
        if (!interval || interval->count() <= 0)
            return wrongField(where, QStringLiteral("every"), QStringLiteral("is a duration such as 1m, 1h or 1d."));
        query.every = *interval;
    }
    query.slot = object.value(QLatin1StringView("color")).toInt();
    if (query.slot < 0 || query.slot > 10)
        return wrongField(where, QStringLiteral("color"), QStringLiteral("is one of the colours 1 to 10."));
    query.unit = object.value(QLatin1StringView("unit")).toString();
    const auto combine =
        combineFromName(object.value(QLatin1StringView("combine")).toString(QStringLiteral("by_unit")));
    if (!combine)
        return wrongField(where, QStringLiteral("combine"),
                          QStringLiteral("is one of by_unit, sum, average, minimum, maximum, first."));
    query.combine = *combine;
    return query;
}

Result<Widget> readWidget(const QJsonValue &value, qsizetype index)
{
    const QJsonObject object = value.toObject();
    const QString title = object.value(QLatin1StringView("title")).toString();
    const QString where = title.isEmpty() ? QStringLiteral("widget %1").arg(index + 1) : title;
    if (!value.isObject())
        return wrongField(where, QStringLiteral("widgets"), QStringLiteral("is a list of objects."));
    Widget widget;
    const QString id = object.value(QLatin1StringView("id")).toString();
    if (!id.isEmpty()) {
        const auto parsed = WidgetId::fromText(id);
        if (!parsed)
            return wrongField(where, QStringLiteral("id"), QStringLiteral("is a UUID; leave it out for a new widget."));
        widget.id = *parsed;
    }
    widget.type = object.value(QLatin1StringView("type")).toString();
    if (widget.type.isEmpty())
        return wrongField(where, QStringLiteral("type"),
                          QStringLiteral("is missing; say line, area, bar, stat, gauge, table or text."));
    widget.title = title;
    widget.scope = object.value(QLatin1StringView("scope")).toString();
    widget.unit = object.value(QLatin1StringView("unit")).toString();
    widget.decimals = object.value(QLatin1StringView("decimals")).toInt(-1);
    const QJsonArray cells = object.value(QLatin1StringView("cells")).toArray();
    const auto cell = [&](qsizetype i) { return cells.at(i).toInt(-1); };
    if (cells.size() != 4 || cell(0) < 0 || cell(1) < 0 || cell(2) < 1 || cell(3) < 1 ||
        cell(0) + cell(2) > kGridColumns || cell(1) > 100'000 || cell(3) > 1'000)
        return wrongField(where, QStringLiteral("cells"),
                          QStringLiteral("is [x, y, width, height] inside 12 columns."));
    widget.cells = QRect(cell(0), cell(1), cell(2), cell(3));
    for (const auto &entry : object.value(QLatin1StringView("queries")).toArray()) {
        auto query = readQuery(entry.toObject(), where);
        if (!query)
            return fail(query.error());
        widget.queries.push_back(std::move(*query));
    }
    for (const auto &entry : object.value(QLatin1StringView("thresholds")).toArray()) {
        const QJsonObject threshold = entry.toObject();
        const int level =
            indexIn(kLevels, threshold.value(QLatin1StringView("level")).toString(QStringLiteral("warn")));
        if (level < 0 || !threshold.value(QLatin1StringView("value")).isDouble())
            return wrongField(where, QStringLiteral("thresholds"),
                              QStringLiteral("needs a number as value and goal, warn or error as level."));
        widget.thresholds.push_back(Threshold{threshold.value(QLatin1StringView("value")).toDouble(),
                                              static_cast<Threshold::Level>(level),
                                              threshold.value(QLatin1StringView("label")).toString()});
    }
    widget.options = object.value(QLatin1StringView("options")).toObject();
    return widget;
}

QJsonObject queryToJson(const WidgetQuery &query)
{
    QJsonObject out;
    if (!query.series.name.isEmpty())
        out.insert(QLatin1StringView("series"), query.series.name);
    if (!query.series.pipeline.isEmpty())
        out.insert(QLatin1StringView("pipeline"), query.series.pipeline);
    if (!query.table.isEmpty())
        out.insert(QLatin1StringView("table"), query.table);
    if (!query.series.labels.empty()) {
        QJsonObject labels;
        for (const auto &[name, value] : query.series.labels)
            labels.insert(name, value);
        out.insert(QLatin1StringView("labels"), labels);
    }
    if (query.aggregate != Aggregate::Average)
        out.insert(QLatin1StringView("aggregate"), QString(aggregateName(query.aggregate)));
    if (!query.legend.isEmpty())
        out.insert(QLatin1StringView("legend"), query.legend);
    if (query.hidden)
        out.insert(QLatin1StringView("hidden"), true);
    if (query.scale != 1)
        out.insert(QLatin1StringView("scale"), query.scale);
    if (query.every.count() > 0)
        out.insert(QLatin1StringView("every"), durationText(query.every));
    if (query.slot > 0)
        out.insert(QLatin1StringView("color"), query.slot);
    if (!query.unit.isEmpty())
        out.insert(QLatin1StringView("unit"), query.unit);
    if (query.combine != Combine::ByUnit)
        out.insert(QLatin1StringView("combine"), QString(combineName(query.combine)));
    return out;
}

QJsonObject widgetToJson(const Widget &widget)
{
    QJsonObject out{{QLatin1StringView("type"), widget.type},
                    {QLatin1StringView("cells"),
                     QJsonArray{widget.cells.x(), widget.cells.y(), widget.cells.width(), widget.cells.height()}}};
    if (!widget.id.isNull())
        out.insert(QLatin1StringView("id"), widget.id.text());
    const auto text = [&out](const char *key, const QString &value) {
        if (!value.isEmpty())
            out.insert(QLatin1StringView(key), value);
    };
    text("title", widget.title);
    text("scope", widget.scope);
    text("unit", widget.unit);
    if (widget.decimals >= 0)
        out.insert(QLatin1StringView("decimals"), widget.decimals);
    QJsonArray queries;
    for (const WidgetQuery &query : widget.queries)
        queries.append(queryToJson(query));
    if (!queries.isEmpty())
        out.insert(QLatin1StringView("queries"), queries);
    QJsonArray thresholds;
    for (const Threshold &threshold : widget.thresholds) {
        QJsonObject entry{
            {QLatin1StringView("value"), threshold.value},
            {QLatin1StringView("level"), QLatin1StringView(kLevels.at(static_cast<size_t>(threshold.level)))}};
        if (!threshold.label.isEmpty())
            entry.insert(QLatin1StringView("label"), threshold.label);
        thresholds.append(entry);
    }
    if (!thresholds.isEmpty())
        out.insert(QLatin1StringView("thresholds"), thresholds);
    if (!widget.options.isEmpty())
        out.insert(QLatin1StringView("options"), widget.options);
    return out;
}

Result<TimeWindow> readWindow(const QJsonValue &value)
{
    TimeWindow window;
    if (value.isUndefined())
        return window;
    const QString where = QStringLiteral("window");
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1StringView("last"))) {
        const auto last = parseDuration(object.value(QLatin1StringView("last")).toString());
        if (!last || last->count() <= 0)
            return wrongField(where, QStringLiteral("last"), QStringLiteral("is a duration such as 15m or 7d."));
        window.last = *last;
        return window;
    }
    const auto from = parseIso(object.value(QLatin1StringView("from")).toString());
    const auto to = parseIso(object.value(QLatin1StringView("to")).toString());
    if (!from || !to || *from >= *to)
        return wrongField(where, QStringLiteral("window"),
                          QStringLiteral("needs last, or from and to as ISO times in order."));
    window.last = Millis(0);
    window.absolute = TimeRange{*from, *to};
    return window;
}

} // namespace

QLatin1StringView aggregateName(Aggregate aggregate)
{
    return QLatin1StringView(kAggregates.at(static_cast<size_t>(aggregate)));
}

std::optional<Aggregate> aggregateFromName(QStringView name)
{
    const int index = indexIn(kAggregates, name);
    return index < 0 ? std::nullopt : std::optional(static_cast<Aggregate>(index));
}

QLatin1StringView combineName(Combine combine)
{
    return QLatin1StringView(kCombines.at(static_cast<size_t>(combine)));
}

std::optional<Combine> combineFromName(QStringView name)
{
    const int index = indexIn(kCombines, name);
    return index < 0 ? std::nullopt : std::optional(static_cast<Combine>(index));
}

Combine combineFor(Combine chosen, Aggregate aggregate, QStringView unit)
{
    if (chosen != Combine::ByUnit)
        return chosen;
    switch (aggregate) {
    case Aggregate::Minimum:
        return Combine::Minimum;
    case Aggregate::Maximum:
        return Combine::Maximum;
    case Aggregate::Sum:
    case Aggregate::Count:
        return Combine::Sum;
    case Aggregate::Average:
    case Aggregate::First:
    case Aggregate::Last:
        break;
    }
    static const QStringList levels{
        QStringLiteral("%"),    QStringLiteral("‰"),    QStringLiteral("°C"),    QStringLiteral("°F"),
        QStringLiteral("°"),    QStringLiteral("K"),    QStringLiteral("V"),     QStringLiteral("mV"),
        QStringLiteral("kV"),   QStringLiteral("Hz"),   QStringLiteral("kHz"),   QStringLiteral("MHz"),
        QStringLiteral("GHz"),  QStringLiteral("ns"),   QStringLiteral("µs"),    QStringLiteral("ms"),
        QStringLiteral("s"),    QStringLiteral("min"),  QStringLiteral("h"),     QStringLiteral("d"),
        QStringLiteral("Pa"),   QStringLiteral("hPa"),  QStringLiteral("kPa"),   QStringLiteral("bar"),
        QStringLiteral("mbar"), QStringLiteral("psi"),  QStringLiteral("dB"),    QStringLiteral("dBm"),
        QStringLiteral("ppm"),  QStringLiteral("ppb"),  QStringLiteral("pH"),    QStringLiteral("lx"),
        QStringLiteral("m/s"),  QStringLiteral("km/h"), QStringLiteral("µg/m³"), QStringLiteral("g/m³"),
        QStringLiteral("rpm"),  QStringLiteral("x")};
    return levels.contains(unit.trimmed()) ? Combine::Average : Combine::Sum;
}

const Widget *Dashboard::widget(WidgetId widgetId) const
{
    const auto it =
        std::find_if(widgets.begin(), widgets.end(), [&](const Widget &entry) { return entry.id == widgetId; });
    return it == widgets.end() ? nullptr : &*it;
}

Result<Dashboard> dashboardFromJson(const QJsonObject &object)
{
    const int format = object.value(QLatin1StringView("format")).toInt(kDashboardFormat);
    if (format > kDashboardFormat)
        return fail(ErrorCode::DefinitionVersion, {{QLatin1StringView("found"), QString::number(format)},
                                                   {QLatin1StringView("known"), QString::number(kDashboardFormat)}});
    Dashboard dashboard;
    const QString id = object.value(QLatin1StringView("id")).toString();
    if (!id.isEmpty()) {
        const auto parsed = DashboardId::fromText(id);
        if (!parsed)
            return wrongField(QStringLiteral("dashboard"), QStringLiteral("id"),
                              QStringLiteral("is a UUID; leave it out for a new dashboard."));
        dashboard.id = *parsed;
    }
    dashboard.name = object.value(QLatin1StringView("name")).toString();
    const auto window = readWindow(object.value(QLatin1StringView("window")));
    if (!window)
        return fail(window.error());
    dashboard.window = *window;
    dashboard.comparePrevious = object.value(QLatin1StringView("compare_previous")).toBool();
    const QJsonArray widgets = object.value(QLatin1StringView("widgets")).toArray();
    if (widgets.size() > kMaxWidgets)
        return wrongField(QStringLiteral("dashboard"), QStringLiteral("widgets"),
                          QStringLiteral("holds at most %1 widgets.").arg(kMaxWidgets));
    for (qsizetype i = 0; i < widgets.size(); ++i) {
        auto widget = readWidget(widgets.at(i), i);
        if (!widget)
            return fail(widget.error());
        dashboard.widgets.push_back(std::move(*widget));
    }
    return dashboard;
}

Result<Dashboard> parseDashboard(const QByteArray &json)
{
    const auto object = readObject(json, kMaxDefinitionBytes);
    if (!object)
        return fail(object.error());
    return dashboardFromJson(*object);
}

QJsonObject dashboardToJson(const Dashboard &dashboard)
{
    QJsonObject out{{QLatin1StringView("format"), kDashboardFormat}, {QLatin1StringView("name"), dashboard.name}};
    if (!dashboard.id.isNull())
        out.insert(QLatin1StringView("id"), dashboard.id.text());
    QJsonObject window;
    if (dashboard.window.last.count() > 0) {
        window.insert(QLatin1StringView("last"), durationText(dashboard.window.last));
    } else {
        window.insert(QLatin1StringView("from"), isoUtc(dashboard.window.absolute.from));
        window.insert(QLatin1StringView("to"), isoUtc(dashboard.window.absolute.to));
    }
    out.insert(QLatin1StringView("window"), window);
    if (dashboard.comparePrevious)
        out.insert(QLatin1StringView("compare_previous"), true);
    QJsonArray widgets;
    for (const Widget &widget : dashboard.widgets)
        widgets.append(widgetToJson(widget));
    out.insert(QLatin1StringView("widgets"), widgets);
    return out;
}

QByteArray dashboardText(const Dashboard &dashboard)
{
    static const QStringList order{QStringLiteral("format"),  QStringLiteral("id"),     QStringLiteral("name"),
                                   QStringLiteral("window"),  QStringLiteral("type"),   QStringLiteral("title"),
                                   QStringLiteral("scope"),   QStringLiteral("unit"),   QStringLiteral("cells"),
                                   QStringLiteral("queries"), QStringLiteral("series"), QStringLiteral("labels")};
    return writeObject(dashboardToJson(dashboard), order);
}

} // namespace dash
