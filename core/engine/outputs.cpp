#include "core/engine/outputs.h"

#include "core/engine/convert.h"
#include "core/engine/output_columns.h"
#include "core/engine/parameters.h"

#include <algorithm>

namespace dash {

namespace {

Parameter make(const char *name, ParameterKind kind, const char *label, const char *help)
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.kind = kind;
    parameter.label = label;
    parameter.help = help;
    return parameter;
}

Parameters seriesParameters()
{
    Parameters all;
    all.push_back(make("name", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Name"),
                       QT_TRANSLATE_NOOP("Parameter", "What the series is called. Empty: like its value field.")));
    all.push_back(make("time", ParameterKind::Field, QT_TRANSLATE_NOOP("Parameter", "Time"),
                       QT_TRANSLATE_NOOP("Parameter", "When the value was true. Empty: the time of the run.")));
    Parameter layout = make("layout", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Rows hold"),
                            QT_TRANSLATE_NOOP("Parameter", "One field per series, or a field with the series' name."));
    layout.defaultValue = QStringLiteral("columns");
    layout.choices = {{QStringLiteral("columns"), QT_TRANSLATE_NOOP("Parameter", "A field per series")},
                      {QStringLiteral("names"), QT_TRANSLATE_NOOP("Parameter", "Name and value")}};
    all.push_back(layout);
    Parameter values = make("values", ParameterKind::Fields, QT_TRANSLATE_NOOP("Parameter", "Values"),
                            QT_TRANSLATE_NOOP("Parameter", "Fields to keep. Empty: every number and yes/no field."));
    values.showWhen = QStringLiteral("layout=columns");
    all.push_back(values);
    Parameter nameField = make("name_field", ParameterKind::Field, QT_TRANSLATE_NOOP("Parameter", "Name field"),
                               QT_TRANSLATE_NOOP("Parameter", "The field that holds the series' name."));
    nameField.showWhen = QStringLiteral("layout=names");
    nameField.required = true;
    all.push_back(nameField);
    Parameter valueField = make("value_field", ParameterKind::Field, QT_TRANSLATE_NOOP("Parameter", "Value field"),
                                QT_TRANSLATE_NOOP("Parameter", "The field that holds the value."));
    valueField.showWhen = QStringLiteral("layout=names");
    valueField.required = true;
    all.push_back(valueField);
    all.push_back(make("labels", ParameterKind::Labels, QT_TRANSLATE_NOOP("Parameter", "Labels"),
                       QT_TRANSLATE_NOOP("Parameter", "A series of its own for every combination of labels.")));
    all.push_back(make("unit", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Unit"),
                       QT_TRANSLATE_NOOP("Parameter", "Such as EUR, ms or °C.")));
    Parameter type = make("type", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Kind of value"),
                          QT_TRANSLATE_NOOP("Parameter", "Fixed by the first point unless chosen here."));
    type.defaultValue = QStringLiteral("auto");
    type.advanced = true;
    type.choices = {{QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "As it arrives")},
                    {QStringLiteral("double"), QT_TRANSLATE_NOOP("Parameter", "Number")},
                    {QStringLiteral("int64"), QT_TRANSLATE_NOOP("Parameter", "Whole number")},
                    {QStringLiteral("decimal"), QT_TRANSLATE_NOOP("Parameter", "Exact decimal")},
                    {QStringLiteral("bool"), QT_TRANSLATE_NOOP("Parameter", "Yes or no")},
                    {QStringLiteral("text"), QT_TRANSLATE_NOOP("Parameter", "Text")}};
    all.push_back(type);
    return all;
}

Parameters tableParameters()
{
    Parameters all;
    all.push_back(make("title", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Title"),
                       QT_TRANSLATE_NOOP("Parameter", "What the table is called. Empty: the node's name.")));
    all.push_back(make("columns", ParameterKind::Fields, QT_TRANSLATE_NOOP("Parameter", "Columns"),
                       QT_TRANSLATE_NOOP("Parameter", "Fields to keep. Empty: all.")));
    all.push_back(
        make("key", ParameterKind::Fields, QT_TRANSLATE_NOOP("Parameter", "Key"),
             QT_TRANSLATE_NOOP("Parameter", "Fields that tell rows apart; a row with the same key is updated.")));
    Parameter mode = make("mode", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "New rows"),
                          QT_TRANSLATE_NOOP("Parameter", "What happens to the rows that are already there."));
    mode.defaultValue = QStringLiteral("auto");
    mode.choices = {{QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "Update by key, else add")},
                    {QStringLiteral("append"), QT_TRANSLATE_NOOP("Parameter", "Add")},
                    {QStringLiteral("upsert"), QT_TRANSLATE_NOOP("Parameter", "Update by key")},
                    {QStringLiteral("replace"), QT_TRANSLATE_NOOP("Parameter", "Replace all with every run")}};
    all.push_back(mode);
    Parameter rows = make("max_rows", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "At most rows"),
                          QT_TRANSLATE_NOOP("Parameter", "The oldest rows leave beyond this."));
    rows.defaultValue = 1'000'000;
    rows.minimum = 1;
    rows.maximum = 100'000'000;
    rows.advanced = true;
    all.push_back(rows);
    Parameter bytes = make("max_bytes", ParameterKind::Bytes, QT_TRANSLATE_NOOP("Parameter", "At most size"),
                           QT_TRANSLATE_NOOP("Parameter", "The oldest rows leave beyond this."));
    bytes.defaultValue = QStringLiteral("256 MiB");
    bytes.advanced = true;
    all.push_back(bytes);
    return all;
}

QString seriesFact(const QJsonObject &config)
{
    const QString name = config.value(QLatin1StringView("name")).toString();
    if (!name.isEmpty())
        return name;
    const ConfigReader reader(config);
    if (reader.is(QLatin1StringView("layout"), QLatin1StringView("names")))
        return reader.text(QLatin1StringView("name_field"));
    return reader.texts(QLatin1StringView("values")).join(u", "_qs);
}

QString tableFact(const QJsonObject &config)
{
    const ConfigReader reader(config);
    const QString title = reader.text(QLatin1StringView("title"));
    const QStringList key = reader.texts(QLatin1StringView("key"));
    return title.isEmpty() ? key.join(u", "_qs) : title;
}

} // namespace

const std::vector<OutputType> &runnerOutputs()
{
    static const std::vector<OutputType> all{
        {"series", QT_TRANSLATE_NOOP("Engine", "Series"), "series",
         QT_TRANSLATE_NOOP("Engine", "Keeps values over time, for charts."), seriesParameters(), seriesFact},
        {"table", QT_TRANSLATE_NOOP("Engine", "Table"), "table",
         QT_TRANSLATE_NOOP("Engine", "Keeps rows, for tables and exports."), tableParameters(), tableFact},
    };
    return all;
}

const OutputType *runnerOutput(QStringView type)
{
    const auto &all = runnerOutputs();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const OutputType &t) { return type == QLatin1StringView(t.type); });
    return found == all.end() ? nullptr : &*found;
}

Result<std::unique_ptr<Output>> makeOutput(const Node &node, const OutputContext &context)
{
    const OutputType *type = runnerOutput(node.type);
    if (!type)
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), u"Output"_qs}, {QLatin1StringView("name"), node.type}});
    const QString name = node.name.isEmpty() ? node.id : node.name;
    const auto config = checkedConfig(node.config, type->parameters, name);
    if (!config)
        return fail(config.error());
    return node.type == u"series" ? makeSeriesOutput(node, *config, context) : makeTableOutput(node, *config, context);
}

} // namespace dash
