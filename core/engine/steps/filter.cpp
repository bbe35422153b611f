// Keeps the rows for which a condition holds.
#include "core/engine/expression/expression.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/support.h"

namespace dash {

namespace {

class Filter final : public Step {
public:
    Filter(Expression condition, OnError onError, StepContext context)
        : m_condition(std::move(condition))
        , m_onError(onError)
        , m_context(std::move(context))
    {
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        Expression::Environment environment{&m_context.clock, &m_context.budget, {}, m_seen.names()};
        auto mask = m_condition.evaluateMask(batch, environment);
        if (!mask)
            return fail(Error(mask.error()).with(QLatin1StringView("step"), m_context.name));
        m_seen.note(batch);
        for (const RowError &error : mask->errors) {
            const QString reason = error.error.arg(QLatin1StringView("reason"));
            if (m_onError == OnError::Stop)
                return fail(rowFailure(m_context.name, m_condition.text(), reason));
            if (m_onError == OnError::Reject)
                rejectRow(rejects, batch, error.row, m_context.name, m_condition.text(), reason);
            mask->keep[error.row] = 0;
        }
        return filterRows(batch, mask->keep);
    }

private:
    Expression m_condition;
    OnError m_onError;
    StepContext m_context;
    SeenFields m_seen;
};

} // namespace

StepType filterStep()
{
    StepType type;
    type.type = "filter";
    type.label = QT_TRANSLATE_NOOP("Engine", "Filter");
    type.icon = "filter";
    type.help = QT_TRANSLATE_NOOP("Engine", "Keeps the rows for which a condition holds.");
    type.tier = "basic";
    type.streaming = true;
    Parameter where;
    where.name = QStringLiteral("where");
    where.kind = ParameterKind::Expression;
    where.label = QT_TRANSLATE_NOOP("Parameter", "Keep rows where");
    where.help = QT_TRANSLATE_NOOP("Parameter", "A condition over the fields, such as status = \"paid\".");
    where.required = true;
    Parameter onError = onErrorParameter();
    onError.choices[1].label = QT_TRANSLATE_NOOP("Parameter", "Leave the row out");
    type.parameters = {where, onError};
    type.fact = [](const QJsonObject &config) {
        return config.value(QLatin1StringView("where")).toString().simplified();
    };
    type.create = [parameters = type.parameters](const QJsonObject &config,
                                                 StepContext context) -> Result<std::unique_ptr<Step>> {
        auto checked = checkedConfig(config, parameters, context.name);
        if (!checked)
            return fail(checked.error());
        const ConfigReader reader(*checked);
        auto condition = Expression::compile(reader.text(QLatin1StringView("where")));
        if (!condition)
            return fail(condition.error()
                            .with(QLatin1StringView("step"), context.name)
                            .with(QLatin1StringView("setting"), QStringLiteral("where")));
        return std::unique_ptr<Step>(
            std::make_unique<Filter>(std::move(*condition), onErrorOf(reader), std::move(context)));
    };
    return type;
}

} // namespace dash
