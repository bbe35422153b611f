// Line, area and bar: one chart, three ways to draw.
#include "app/dashboards/widget_type.h"

#include "app/theme/numbers.h"
#include "core/model/pipeline.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

using namespace Qt::StringLiterals;

ParameterChoice choice(const char *value, const char *label)
{
    return {QString::fromLatin1(value), label};
}

Parameter choiceParameter(const char *name, const char *label, std::vector<ParameterChoice> choices)
{
    Parameter p;
    p.name = QString::fromLatin1(name);
    p.kind = ParameterKind::Choice;
    p.label = label;
    p.defaultValue = choices.front().value;
    p.choices = std::move(choices);
    return p;
}

Parameter toggle(const char *name, const char *label, bool on)
{
    Parameter p;
    p.name = QString::fromLatin1(name);
    p.kind = ParameterKind::Toggle;
    p.label = label;
    p.defaultValue = on;
    return p;
}

Parameter number(const char *name, const char *label)
{
    Parameter p;
    p.name = QString::fromLatin1(name);
    p.kind = ParameterKind::Number;
    p.label = label;
    return p;
}

Parameters chartParameters(ChartKind kind)
{
    Parameters list;
    if (kind != ChartKind::Line) {
        list.push_back(choiceParameter("stack", QT_TRANSLATE_NOOP("Parameter", "Stack"),
                                       {choice("off", QT_TRANSLATE_NOOP("Parameter", "Off")),
                                        choice("on", QT_TRANSLATE_NOOP("Parameter", "On")),
                                        choice("percent", QT_TRANSLATE_NOOP("Parameter", "100 %"))}));
        if (kind == ChartKind::Bar)
            list.back().defaultValue = u"on"_qs;
    }
    list.push_back(choiceParameter("gaps", QT_TRANSLATE_NOOP("Parameter", "Gaps"),
                                   {choice("auto", QT_TRANSLATE_NOOP("Parameter", "Leave empty")),
                                    choice("5m", QT_TRANSLATE_NOOP("Parameter", "Leave empty over 5 min")),
                                    choice("2h", QT_TRANSLATE_NOOP("Parameter", "Leave empty over 2 h")),
                                    choice("1d", QT_TRANSLATE_NOOP("Parameter", "Leave empty over 1 day")),
                                    choice("connect", QT_TRANSLATE_NOOP("Parameter", "Connect")),
                                    choice("zero", QT_TRANSLATE_NOOP("Parameter", "Show as zero"))}));
    list.push_back(choiceParameter("series", QT_TRANSLATE_NOOP("Parameter", "Series shown"),
                                   {choice("all", QT_TRANSLATE_NOOP("Parameter", "All")),
                                    choice("top5", QT_TRANSLATE_NOOP("Parameter", "Top 5 and the rest"))}));
    list.push_back(choiceParameter("compare", QT_TRANSLATE_NOOP("Parameter", "Compare with"),
                                   {choice("off", QT_TRANSLATE_NOOP("Parameter", "Nothing")),
                                    choice("previous", QT_TRANSLATE_NOOP("Parameter", "Previous period")),
                                    choice("1d", QT_TRANSLATE_NOOP("Parameter", "A day before")),
                                    choice("7d", QT_TRANSLATE_NOOP("Parameter", "A week before"))}));
    if (kind != ChartKind::Bar)
        list.push_back(toggle("envelope", QT_TRANSLATE_NOOP("Parameter", "Lowest and highest"), true));
    list.push_back(toggle("legend", QT_TRANSLATE_NOOP("Parameter", "Legend"), true));
    list.push_back(number("minimum", QT_TRANSLATE_NOOP("Parameter", "Axis from")));
    list.push_back(number("maximum", QT_TRANSLATE_NOOP("Parameter", "Axis to")));
    list.push_back(toggle("more_is_better", QT_TRANSLATE_NOOP("Parameter", "More is better"), false));
    return list;
}

ChartKind kindOf(const Widget &widget)
{
    return widget.type == u"area" ? ChartKind::Area : widget.type == u"bar" ? ChartKind::Bar : ChartKind::Line;
}

QString chartSummary(const WidgetScene &scene)
{
    QStringList parts;
    const std::vector<QString> names = legendNames(scene.data);
    for (std::size_t i = 0; i < scene.data.series.size() && i < 6; ++i) {
        const DrawnSeries &drawn = scene.data.series[i];
        if (drawn.last.times.empty())
            continue;
        const WidgetQuery &query = scene.data.request.queries[drawn.query];
        QString unit = query.unit.isEmpty() ? scene.widget.unit : query.unit;
        if (unit.isEmpty())
            unit = QString::fromStdString(drawn.info.unit);
        parts << names[i] + u' ' +
                     fullValueText(pointValue(drawn.last, 0) * query.scale, chartSpecOf(scene.widget), unit,
                                   scene.look.locale, scene.look.direction,
                                   query.scale == 1.0 ? exactPoint(drawn.last, 0) : std::optional<Decimal>());
    }
    return parts.isEmpty() ? QCoreApplication::translate("WidgetType", "No data in this time")
                           : QCoreApplication::translate("WidgetType", "Chart, latest: %1").arg(parts.join(u", "_qs));
}

WidgetType chartType(ChartKind kind)
{
    WidgetType type;
    type.cells = {6, 7};
    type.body = WidgetType::Body::Chart;
    type.parameters = chartParameters(kind);
    type.request = chartRequest;
    type.paint = [](QPainter *painter, const QRectF &rect, const WidgetScene &scene) {
        const ChartContent content = chartContentOf(scene.widget, scene.data, scene.slots, scene.hidden);
        const ChartLayout layout = layoutChart(content, rect, scene.from, scene.to, scene.look);
        paintChart(painter, content, layout, scene.look, scene.tokens, scene.detail);
    };
    type.summary = chartSummary;
    return type;
}

// Why a chart may have nothing to draw.
QString noteOf(const Widget &widget, const WidgetData &data)
{
    if (widget.queries.empty())
        return QCoreApplication::translate("WidgetType", "No series chosen yet");
    if (data.request.queries.empty())
        return {}; // not asked yet
    if (data.series.empty())
        return QCoreApplication::translate("WidgetType", "No data yet");
    const bool words = std::all_of(data.series.begin(), data.series.end(),
                                   [](const DrawnSeries &s) { return s.info.type == ValueType::Text; });
    if (words)
        return QCoreApplication::translate("WidgetType", "%1 holds words. Draw it as a stat or a table.")
            .arg(QString::fromStdString(data.series.front().info.key.name));
    return QCoreApplication::translate("WidgetType", "No data in this time");
}

qint64 offsetOf(const Widget &widget, const RequestFrame &frame)
{
    const QString compare = optionText(widget, "compare"_L1, u"off"_qs);
    if (compare == u"previous")
        return frame.visible.span();
    if (const auto fixed = parseDuration(compare); fixed && fixed->count() > 0)
        return fixed->count();
    return frame.previousOffset;
}

} // namespace

ChartSpec chartSpecOf(const Widget &widget)
{
    ChartSpec spec;
    spec.kind = kindOf(widget);
    const QString stack = optionText(widget, "stack"_L1, spec.kind == ChartKind::Bar ? u"on"_qs : u"off"_qs);
    spec.stack = stack == u"on" ? StackMode::On : stack == u"percent" ? StackMode::Percent : StackMode::Off;
    const QString gaps = optionText(widget, "gaps"_L1, u"auto"_qs);
    if (gaps == u"connect") {
        spec.gaps.kind = GapRule::Kind::Connect;
    } else if (gaps == u"zero") {
        spec.gaps.kind = GapRule::Kind::Zero;
    } else if (const auto after = parseDuration(gaps); after && after->count() > 0) {
        spec.gaps = {GapRule::Kind::After, after->count()};
    }
    spec.unit = widget.unit;
    // The head names the unit unless it says something else ("ms, one point a minute" says both).
    spec.unitOnAxis = !widget.scope.isEmpty() && !widget.scope.split(u',').front().split(u' ').contains(widget.unit);
    spec.decimals = widget.decimals;
    spec.low = optionNumber(widget, "minimum"_L1);
    spec.high = optionNumber(widget, "maximum"_L1);
    spec.envelope = optionIsOn(widget, "envelope"_L1, true);
    spec.top = optionText(widget, "series"_L1) == u"top5" ? 5 : 0;
    spec.moreIsBetter = optionIsOn(widget, "more_is_better"_L1, false);
    spec.thresholds = widget.thresholds;
    return spec;
}

WidgetRequest chartRequest(const Widget &widget, const RequestFrame &frame)
{
    WidgetRequest request;
    request.queries = widget.queries;
    request.visibleEnd = frame.visible.to;
    request.previousOffset = offsetOf(widget, frame);
    request.columns = columnsFor(frame.visible, frame.width, frame.margin);
    request.columns.zone = frame.zone;
    qint64 every = 0;
    bool sums = false;
    for (const WidgetQuery &query : widget.queries) {
        every = std::max<qint64>(every, query.every.count());
        sums = sums || query.aggregate == Aggregate::Sum || query.aggregate == Aggregate::Count;
    }
    if (every > 0) {
        // Never more columns than pixels: an interval far finer than that says nothing more.
        while (frame.visible.span() / every > static_cast<qint64>(std::max(50.0, frame.width)) * 2)
            every *= 2;
        request.columns.interval = every;
    } else if (kindOf(widget) == ChartKind::Bar) {
        request.columns.interval = roundInterval(frame.visible.span(), std::max(8, static_cast<int>(frame.width / 5)));
    } else if (sums) {
        request.columns.interval = roundInterval(frame.visible.span(), std::max(8, static_cast<int>(frame.width / 8)));
    }
    return request;
}

ChartContent chartContentOf(const Widget &widget, const WidgetData &data, SeriesSlots &slots,
                            const QSet<QString> &hidden)
{
    ChartContent content;
    content.spec = chartSpecOf(widget);
    content.traces = buildTraces(data, content.spec, slots, hidden);
    content.note = noteOf(widget, data);
    return content;
}

WidgetType lineWidgetType()
{
    WidgetType type = chartType(ChartKind::Line);
    type.id = u"line"_qs;
    type.icon = u"line"_qs;
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Line");
    return type;
}

WidgetType areaWidgetType()
{
    WidgetType type = chartType(ChartKind::Area);
    type.id = u"area"_qs;
    type.icon = u"area"_qs;
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Area");
    return type;
}

WidgetType barWidgetType()
{
    WidgetType type = chartType(ChartKind::Bar);
    type.id = u"bar"_qs;
    type.icon = u"bar"_qs;
    type.label = QT_TRANSLATE_NOOP("WidgetType", "Bar");
    return type;
}

} // namespace dash
