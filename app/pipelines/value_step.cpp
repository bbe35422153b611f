#include "app/pipelines/value_step.h"

#include "app/pipelines/expression_tokens.h"
#include "app/pipelines/graph_edit.h"

#include <QJsonArray>

namespace dash {

namespace {

const Parameter *firstOf(const StepType &type, ParameterKind kind)
{
    for (const Parameter &parameter : type.parameters) {
        if (parameter.kind == kind)
            return &parameter;
    }
    return nullptr;
}

QString literal(const Column &column, std::size_t row)
{
    const QString text = QString::fromStdString(cellText(column, row));
    switch (column.type) {
    case ColumnType::Bool:
        return column.bools[row] ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Int64:
    case ColumnType::Double:
    case ColumnType::Decimal:
        return text;
    case ColumnType::Instant:
        return QLatin1String("time(") + textInExpression(text) + u')';
    case ColumnType::Text:
    case ColumnType::Json:
        break;
    }
    return textInExpression(text);
}

} // namespace

QString valueCondition(const QString &field, const Column &column, std::size_t row, ValueAction action)
{
    const QString name = fieldInExpression(field);
    const bool keep = action == ValueAction::Keep;
    if (column.isNull(row))
        return name + (keep ? QLatin1String(" is null") : QLatin1String(" is not null"));
    return name + (keep ? QLatin1String(" = ") : QLatin1String(" != ")) + literal(column, row);
}

QString addValueStep(Pipeline &pipeline, const Registry &registry, const QString &node, const QString &field,
                     const Column &column, std::size_t row, ValueAction action)
{
    const StepType *type =
        registry.step(action == ValueAction::GroupBy ? QStringView(u"group") : QStringView(u"filter"));
    const Parameter *parameter =
        type ? firstOf(*type, action == ValueAction::GroupBy ? ParameterKind::Fields : ParameterKind::Expression)
             : nullptr;
    if (!parameter)
        return {};
    const QString wanted = action == ValueAction::GroupBy ? QString() : valueCondition(field, column, row, action);
    // The chosen step itself, when it is of that kind, takes one more condition or key.
    for (Node &own : pipeline.nodes) {
        if (own.id != node || own.kind != NodeKind::Step || own.type != QLatin1StringView(type->type))
            continue;
        if (action == ValueAction::GroupBy)
            break;
        const QString old = own.config.value(parameter->name).toString().trimmed();
        own.config.insert(parameter->name, old.isEmpty() ? wanted : u'(' + old + QLatin1String(") and ") + wanted);
        return own.id;
    }
    Node step;
    step.kind = NodeKind::Step;
    step.type = QString::fromLatin1(type->type);
    step.config.insert(parameter->name,
                       action == ValueAction::GroupBy ? QJsonValue(QJsonArray{field}) : QJsonValue(wanted));
    return addNode(pipeline, step, node);
}

} // namespace dash
