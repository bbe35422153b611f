#include "app/dashboards/dashboard_schema.h"

#include "app/dashboards/widget_type.h"

#include <QJsonArray>

namespace dash {

namespace {

using namespace Qt::StringLiterals;

QJsonObject described(QJsonObject schema, const char *text)
{
    schema.insert("description"_L1, QString::fromUtf8(text));
    return schema;
}

QJsonObject ofType(const char *type)
{
    return {{u"type"_qs, QString::fromLatin1(type)}};
}

QJsonObject text(const char *description)
{
    return described(ofType("string"), description);
}

QJsonObject reference(const char *name)
{
    return {{u"$ref"_qs, QString(u"#/$defs/"_qs + QString::fromLatin1(name))}};
}

QJsonObject oneOf(const QJsonArray &values, const char *description)
{
    return described({{u"enum"_qs, values}}, description);
}

QJsonObject closed(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject schema{{u"type"_qs, u"object"_qs}, {u"additionalProperties"_qs, false}, {u"properties"_qs, properties}};
    if (!required.isEmpty())
        schema.insert("required"_L1, QJsonArray::fromStringList(required));
    return schema;
}

QJsonObject parameterSchema(const Parameter &parameter)
{
    QJsonObject schema;
    switch (parameter.kind) {
    case ParameterKind::Choice: {
        QJsonArray values;
        for (const ParameterChoice &choice : parameter.choices)
            values.append(choice.value);
        schema.insert("enum"_L1, values);
        break;
    }
    case ParameterKind::Toggle:
        schema = ofType("boolean");
        break;
    case ParameterKind::Number:
        schema = ofType("number");
        break;
    case ParameterKind::Integer:
        schema = ofType("integer");
        break;
    default:
        schema = ofType("string");
    }
    schema.insert("title"_L1, QString::fromUtf8(parameter.label));
    if (parameter.help && *parameter.help)
        schema.insert("description"_L1, QString::fromUtf8(parameter.help));
    if (!parameter.defaultValue.isNull() && !parameter.defaultValue.isUndefined())
        schema.insert("default"_L1, parameter.defaultValue);
    return schema;
}

QJsonObject querySchema()
{
    QJsonArray aggregates, combines;
    for (int i = static_cast<int>(Aggregate::Average); i <= static_cast<int>(Aggregate::Last); ++i)
        aggregates.append(QString(aggregateName(static_cast<Aggregate>(i))));
    for (int i = static_cast<int>(Combine::ByUnit); i <= static_cast<int>(Combine::First); ++i)
        combines.append(QString(combineName(static_cast<Combine>(i))));
    QJsonObject labels = described(ofType("object"), "Only series with all of these labels.");
    labels.insert("additionalProperties"_L1, ofType("string"));
    QJsonObject color = described(ofType("integer"), "One of the ten colours; 0 for the series' own.");
    color.insert("minimum"_L1, 0);
    color.insert("maximum"_L1, 10);
    return closed(
        {{u"series"_qs, text("Name of the series.")},
         {u"pipeline"_qs, text("Id of the pipeline that makes them; any without it.")},
         {u"table"_qs, text("Instead of a series: rows of this table, \"pipeline/output\".")},
         {u"labels"_qs, labels},
         {u"aggregate"_qs, oneOf(aggregates, "What is shown of an interval; average without it.")},
         {u"combine"_qs, oneOf(combines, "How several series become the one number of a stat or gauge; by_unit without "
                                         "it: what adds up is added, shares and levels are averaged.")},
         {u"legend"_qs, text("Name in the legend; {label} stands for a label's value.")},
         {u"hidden"_qs, described(ofType("boolean"), "Read, not drawn.")},
         {u"scale"_qs, described(ofType("number"), "Shown value = stored value × scale.")},
         {u"every"_qs, reference("duration")},
         {u"color"_qs, color},
         {u"unit"_qs, text("Where it is not the widget's: on a second axis.")}},
        {});
}

QJsonObject thresholdSchema()
{
    return closed({{u"value"_qs, ofType("number")},
                   {u"level"_qs, oneOf({u"goal"_qs, u"warn"_qs, u"error"_qs}, "warn without it.")},
                   {u"label"_qs, ofType("string")}},
                  {u"value"_qs});
}

QJsonObject widgetSchema()
{
    QJsonObject cells = described(ofType("array"), "x, y, width and height inside 12 columns.");
    cells.insert("items"_L1, QJsonObject{{u"type"_qs, u"integer"_qs}, {u"minimum"_qs, 0}});
    cells.insert("minItems"_L1, 4);
    cells.insert("maxItems"_L1, 4);
    QJsonObject queries = ofType("array");
    queries.insert("items"_L1, reference("query"));
    QJsonObject thresholds = ofType("array");
    thresholds.insert("items"_L1, reference("threshold"));
    QJsonArray types, rules;
    for (const WidgetType &type : widgetTypes()) {
        types.append(type.id);
        QJsonObject properties;
        for (const Parameter &parameter : type.parameters)
            properties.insert(parameter.name, parameterSchema(parameter));
        rules.append(QJsonObject{
            {u"if"_qs, QJsonObject{{u"properties"_qs, QJsonObject{{u"type"_qs, QJsonObject{{u"const"_qs, type.id}}}}}}},
            {u"then"_qs, QJsonObject{{u"properties"_qs,
                                      QJsonObject{{u"options"_qs, QJsonObject{{u"properties"_qs, properties}}}}}}}});
    }
    QJsonObject decimals = described(ofType("integer"), "Places behind the point; -1: three significant digits.");
    decimals.insert("minimum"_L1, -1);
    QJsonObject schema = closed({{u"id"_qs, text("A UUID; left out for a new widget.")},
                                 {u"type"_qs, oneOf(types, "How it is drawn.")},
                                 {u"title"_qs, ofType("string")},
                                 {u"scope"_qs, text("Words beside the title; the unit without them.")},
                                 {u"unit"_qs, ofType("string")},
                                 {u"decimals"_qs, decimals},
                                 {u"cells"_qs, cells},
                                 {u"queries"_qs, queries},
                                 {u"thresholds"_qs, thresholds},
                                 {u"options"_qs, ofType("object")}},
                                {u"type"_qs, u"cells"_qs});
    schema.insert("allOf"_L1, rules);
    return schema;
}

} // namespace

QJsonObject dashboardSchema()
{
    const QJsonObject relative = closed({{u"last"_qs, reference("duration")}}, {u"last"_qs});
    const QJsonObject instant{{u"type"_qs, u"string"_qs}, {u"format"_qs, u"date-time"_qs}};
    const QJsonObject absolute = closed({{u"from"_qs, instant}, {u"to"_qs, instant}}, {u"from"_qs, u"to"_qs});
    QJsonObject widgets = ofType("array");
    widgets.insert("items"_L1, reference("widget"));
    widgets.insert("maxItems"_L1, 200);
    QJsonObject duration = text("Such as 30s, 5m, 1h30m, 1d.");
    duration.insert("pattern"_L1, u"^([0-9]+ *(ms|s|m|h|d|w) *)+$"_qs);
    QJsonObject schema =
        closed({{u"$schema"_qs, text("Where this description is.")},
                {u"format"_qs, described({{u"const"_qs, kDashboardFormat}}, "Version of this format.")},
                {u"id"_qs, text("A UUID; left out for a new dashboard.")},
                {u"name"_qs, ofType("string")},
                {u"window"_qs, described({{u"anyOf"_qs, QJsonArray{relative, absolute}}}, "The time shown.")},
                {u"compare_previous"_qs, described(ofType("boolean"), "With the period before behind it.")},
                {u"widgets"_qs, widgets}},
               {});
    schema.insert("$schema"_L1, u"https://json-schema.org/draft/2020-12/schema"_qs);
    schema.insert("title"_L1, u"Dash dashboard"_qs);
    schema.insert("$defs"_L1, QJsonObject{{u"duration"_qs, duration},
                                          {u"query"_qs, querySchema()},
                                          {u"threshold"_qs, thresholdSchema()},
                                          {u"widget"_qs, widgetSchema()}});
    return schema;
}

} // namespace dash
