// Computes fields from others. A later field sees the earlier ones.
#include "core/engine/expression/expression.h"
#include "core/engine/steps/convert.h"
#include "core/engine/steps/entries.h"

#include <algorithm>

namespace dash {

namespace {

struct Derived {
    QString name;
    Expression value;
    std::optional<TargetType> type;
    QString unit;
};

class Derive final : public Step {
public:
    Derive(std::vector<Derived> fields, OnError onError, StepContext context)
        : m_fields(std::move(fields))
        , m_onError(onError)
        , m_context(std::move(context))
    {
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        Batch out = batch;
        std::vector<std::uint8_t> keep;
        std::vector<std::pair<std::size_t, std::pair<QString, QString>>> failures; // row, field, reason
        for (const Derived &field : m_fields) {
            Expression::Environment environment{&m_context.clock, &m_context.budget, {}, m_seen.names()};
            auto value = field.value.evaluate(out, environment);
            if (!value)
                return fail(Error(value.error())
                                .with(QLatin1StringView("step"), m_context.name)
                                .with(QLatin1StringView("setting"), field.name));
            for (const RowError &error : value->errors)
                failures.push_back({error.row, {field.name, error.error.arg(QLatin1StringView("reason"))}});
            ColumnPtr column = value->column;
            if (field.type)
                column = converted(column, *field.type, [&](std::size_t row, QString reason) {
                    failures.push_back({row, {field.name, std::move(reason)}});
                });
            out.set(field.name, std::move(column), field.unit);
        }
        m_seen.note(out);
        if (failures.empty() || m_onError == OnError::Null)
            return out;
        if (m_onError == OnError::Stop)
            return fail(rowFailure(m_context.name, failures.front().second.first, failures.front().second.second));
        keep.assign(batch.rows, 1);
        std::stable_sort(failures.begin(), failures.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[row, reason] : failures) {
            if (keep[row] != 0)
                rejectRow(rejects, batch, row, m_context.name, reason.first, reason.second);
            keep[row] = 0;
        }
        return filterRows(out, keep);
    }

private:
    std::vector<Derived> m_fields;
    OnError m_onError;
    StepContext m_context;
    SeenFields m_seen;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    std::vector<Derived> fields;
    for (const ConfigReader &entry : reader.list(QLatin1StringView("fields"))) {
        const QString name = entry.text(QLatin1StringView("name"));
        auto value = Expression::compile(entry.text(QLatin1StringView("value")));
        if (!value)
            return fail(
                value.error().with(QLatin1StringView("step"), context.name).with(QLatin1StringView("setting"), name));
        fields.push_back({name, std::move(*value), targetTypeFromName(entry.text(QLatin1StringView("type"))),
                          entry.text(QLatin1StringView("unit"))});
    }
    return std::unique_ptr<Step>(std::make_unique<Derive>(std::move(fields), onErrorOf(reader), std::move(context)));
}

} // namespace

StepType deriveStep()
{
    StepType type;
    type.type = "derive";
    type.label = QT_TRANSLATE_NOOP("Engine", "Derive fields");
    type.icon = "derive";
    type.help = QT_TRANSLATE_NOOP("Engine", "Computes new fields from those that arrive.");
    type.tier = "basic";
    type.streaming = true;
    Parameter name;
    name.name = QStringLiteral("name");
    name.label = QT_TRANSLATE_NOOP("Parameter", "Name");
    name.help = QT_TRANSLATE_NOOP("Parameter", "A new field, or one to replace.");
    name.required = true;
    Parameter value;
    value.name = QStringLiteral("value");
    value.kind = ParameterKind::Expression;
    value.label = QT_TRANSLATE_NOOP("Parameter", "Value");
    value.help = QT_TRANSLATE_NOOP("Parameter", "An expression such as (cents - fees) / 100.");
    value.required = true;
    Parameter unit;
    unit.name = QStringLiteral("unit");
    unit.label = QT_TRANSLATE_NOOP("Parameter", "Unit");
    Parameter fields;
    fields.name = QStringLiteral("fields");
    fields.kind = ParameterKind::List;
    fields.label = QT_TRANSLATE_NOOP("Parameter", "Fields");
    fields.help = QT_TRANSLATE_NOOP("Parameter", "Add a field with a name and a value.");
    fields.required = true;
    fields.members = {name, value, typeParameter(), unit};
    type.parameters = {fields, onErrorParameter()};
    type.fact = [](const QJsonObject &config) {
        const auto entries = ConfigReader(config).list(QLatin1StringView("fields"));
        if (entries.size() == 1)
            return QString(entries[0].text(QLatin1StringView("name")) + QStringLiteral(" = ") +
                           entries[0].text(QLatin1StringView("value")).simplified());
        return QStringLiteral("%1 fields").arg(entries.size());
    };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
