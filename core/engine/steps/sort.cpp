// Orders the rows of a run, and limits them.
#include "core/engine/steps/entries.h"
#include "core/engine/steps/support.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dash {

namespace {

// -1, 0, 1; empty values and NaN last in either direction.
int order(const Column &c, std::uint32_t a, std::uint32_t b, int direction)
{
    const auto missing = [&c](std::uint32_t row) {
        return c.isNull(row) || (c.type == ColumnType::Double && std::isnan(c.doubles[row]));
    };
    if (missing(a) || missing(b))
        return missing(a) == missing(b) ? 0 : missing(a) ? 1 : -1;
    const auto plain = [&](const auto &x, const auto &y) { return x < y ? -direction : y < x ? direction : 0; };
    switch (c.type) {
    case ColumnType::Int64:
    case ColumnType::Instant:
        return plain(c.ints[a], c.ints[b]);
    case ColumnType::Double:
        return plain(c.doubles[a], c.doubles[b]);
    case ColumnType::Decimal:
        return plain(c.decimals[a], c.decimals[b]); // one scale in a column
    case ColumnType::Bool:
        return plain(c.bools[a], c.bools[b]);
    case ColumnType::Text:
    case ColumnType::Json:
        return plain(c.text(a), c.text(b));
    }
    return 0;
}

class Sort final : public Step {
public:
    Sort(std::vector<std::pair<QString, int>> by, StepContext context)
        : m_by(std::move(by))
        , m_context(std::move(context))
    {
    }

    std::size_t memoryBytes() const override { return m_batches.memoryBytes(); }

    Result<Batch> process(Batch batch, Rejects &) override
    {
        if (batch.rows > 0)
            m_batches.add(std::move(batch));
        return Batch{};
    }

    Result<Batch> finish(Rejects &) override
    {
        if (m_batches.empty())
            return Batch{};
        auto joined = m_batches.join(m_context.budget);
        if (!joined)
            return fail(joined.error());
        const Batch all = std::move(*joined);
        std::vector<std::pair<const Column *, int>> columns;
        for (const auto &[name, direction] : m_by) {
            auto column = fieldOf(all, name, m_context.name, m_seen);
            if (!column)
                return fail(column.error());
            columns.emplace_back(*column, direction);
        }
        std::vector<std::uint32_t> rows(all.rows);
        std::iota(rows.begin(), rows.end(), 0U);
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            for (const auto &[column, direction] : columns) {
                if (const int o = order(*column, a, b, direction); o != 0)
                    return o < 0;
            }
            return false;
        });
        if (auto ok = m_context.budget.check(); !ok)
            return fail(ok.error());
        return takeRows(all, rows);
    }

private:
    std::vector<std::pair<QString, int>> m_by;
    StepContext m_context;
    SeenFields m_seen;
    HeldBatches m_batches;
};

class Limit final : public Step {
public:
    explicit Limit(std::int64_t rows)
        : m_left(static_cast<std::size_t>(rows))
    {
    }
    Result<Batch> process(Batch batch, Rejects &) override
    {
        if (batch.rows > m_left) {
            std::vector<std::uint8_t> keep(batch.rows, 0);
            std::fill_n(keep.begin(), m_left, std::uint8_t{1});
            batch = filterRows(batch, keep);
        }
        m_left -= batch.rows;
        return batch;
    }

private:
    std::size_t m_left;
};

} // namespace

StepType sortStep()
{
    StepType type;
    type.type = "sort";
    type.label = QT_TRANSLATE_NOOP("Engine", "Sort");
    type.icon = "sort";
    type.help = QT_TRANSLATE_NOOP("Engine", "Orders the rows of a run; empty values come last.");
    type.tier = "basic";
    Parameter field;
    field.name = QStringLiteral("field");
    field.kind = ParameterKind::Field;
    field.label = QT_TRANSLATE_NOOP("Parameter", "Field");
    field.required = true;
    Parameter direction;
    direction.name = QStringLiteral("direction");
    direction.kind = ParameterKind::Choice;
    direction.label = QT_TRANSLATE_NOOP("Parameter", "Direction");
    direction.defaultValue = QStringLiteral("up");
    direction.choices = {{QStringLiteral("up"), QT_TRANSLATE_NOOP("Parameter", "Smallest first")},
                         {QStringLiteral("down"), QT_TRANSLATE_NOOP("Parameter", "Largest first")}};
    Parameter by;
    by.name = QStringLiteral("by");
    by.kind = ParameterKind::List;
    by.label = QT_TRANSLATE_NOOP("Parameter", "By");
    by.required = true;
    by.members = {field, direction};
    type.parameters = {by};
    type.fact = [](const QJsonObject &config) {
        QStringList names;
        for (const ConfigReader &entry : ConfigReader(config).list(QLatin1StringView("by")))
            names.push_back(entry.text(QLatin1StringView("field")));
        return names.join(QStringLiteral(", "));
    };
    type.create = [parameters = type.parameters](const QJsonObject &config,
                                                 const StepContext &context) -> Result<std::unique_ptr<Step>> {
        auto checked = checkedConfig(config, parameters, context.name);
        if (!checked)
            return fail(checked.error());
        std::vector<std::pair<QString, int>> fields;
        for (const ConfigReader &entry : ConfigReader(*checked).list(QLatin1StringView("by")))
            fields.emplace_back(entry.text(QLatin1StringView("field")),
                                entry.is(QLatin1StringView("direction"), QLatin1StringView("down")) ? -1 : 1);
        return std::unique_ptr<Step>(std::make_unique<Sort>(std::move(fields), std::move(context)));
    };
    return type;
}

StepType limitStep()
{
    StepType type;
    type.type = "limit";
    type.label = QT_TRANSLATE_NOOP("Engine", "Limit");
    type.icon = "minus";
    type.help = QT_TRANSLATE_NOOP("Engine", "Lets the first rows of a run through.");
    type.tier = "basic";
    Parameter rows;
    rows.name = QStringLiteral("rows");
    rows.kind = ParameterKind::Integer;
    rows.label = QT_TRANSLATE_NOOP("Parameter", "Rows");
    rows.defaultValue = 100;
    rows.minimum = 1;
    rows.maximum = 1e9;
    type.parameters = {rows};
    type.fact = [](const QJsonObject &config) {
        return QStringLiteral("first %1").arg(config.value(QLatin1StringView("rows")).toInteger(100));
    };
    type.create = [parameters = type.parameters](const QJsonObject &config,
                                                 const StepContext &context) -> Result<std::unique_ptr<Step>> {
        auto checked = checkedConfig(config, parameters, context.name);
        if (!checked)
            return fail(checked.error());
        return std::unique_ptr<Step>(
            std::make_unique<Limit>(ConfigReader(*checked).integer(QLatin1StringView("rows"))));
    };
    return type;
}

} // namespace dash
