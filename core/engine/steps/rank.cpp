// Places by a number within each key: the first N kept, the rest dropped or put together.
#include "core/engine/steps/entries.h"
#include "core/engine/steps/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace dash {

namespace {

class Rank final : public Step {
public:
    enum class Rest { Drop, Together };
    struct Settings {
        QString field, as, nameField, restName;
        QStringList by, sums;
        std::size_t top = 10; // 0: all
        bool ascending = false;
        Rest rest = Rest::Drop;
    };
    Rank(Settings settings, StepContext context)
        : m_settings(std::move(settings))
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

    Result<Batch> finish(Rejects &rejects) override
    {
        if (m_batches.empty())
            return Batch{};
        auto joined = m_batches.join(m_context.budget);
        if (!joined)
            return fail(joined.error());
        const Batch all = std::move(*joined);
        auto value = numberField(all, m_settings.field, m_context.name, m_seen);
        if (!value)
            return fail(value.error());
        auto by = fieldsOf(all, m_settings.by, m_context.name, m_seen);
        if (!by)
            return fail(by.error());
        auto kept = places(all, **value, *by);
        if (!kept)
            return fail(kept.error());
        Batch out = takeRows(all, m_rows);
        out.rows = m_rows.size();
        auto rank = std::make_shared<Column>(ColumnType::Int64);
        for (const std::int64_t place : m_places)
            place == 0 ? rank->appendNull() : rank->appendInt(place);
        if (m_settings.rest == Rest::Together) {
            if (auto ok = putTogether(all, out, rejects); !ok)
                return fail(ok.error());
        }
        out.set(m_settings.as, std::move(rank));
        return out;
    }

private:
    // m_rows: the rows that come out, one of the rest standing for all of it; m_places: their rank, 0 for the rest.
    Result<> places(const Batch &all, const Column &value, const std::vector<const Column *> &by)
    {
        std::unordered_map<std::string, std::size_t> index;
        std::vector<std::vector<std::uint32_t>> groups;
        RowKey key(by);
        for (std::uint32_t row = 0; row < all.rows; ++row) {
            const auto [it, isNew] = index.try_emplace(key.at(row), groups.size());
            if (isNew)
                groups.emplace_back();
            groups[it->second].push_back(row);
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return ok;
            }
        }
        const auto better = [&](std::uint32_t a, std::uint32_t b) { return before(value, a, b); };
        for (std::vector<std::uint32_t> &group : groups) {
            std::stable_sort(group.begin(), group.end(), better);
            std::int64_t place = 1;
            const std::size_t count = m_settings.top == 0 ? group.size() : std::min(group.size(), m_settings.top);
            for (std::size_t i = 0; i < count; ++i) {
                if (i > 0 && better(group[i - 1], group[i])) // equal numbers share a place: 1, 1, 3
                    place = static_cast<std::int64_t>(i) + 1;
                m_rows.push_back(group[i]);
                m_places.push_back(missing(value, group[i]) ? 0 : place);
            }
            if (m_settings.rest == Rest::Together && count < group.size()) {
                m_rest.emplace_back(
                    m_rows.size(),
                    std::vector<std::uint32_t>(group.begin() + static_cast<std::ptrdiff_t>(count), group.end()));
                m_rows.push_back(group[count]);
                m_places.push_back(0);
            }
            if (auto ok = m_context.budget.check(); !ok)
                return ok;
        }
        return {};
    }

    static bool missing(const Column &value, std::uint32_t row)
    {
        return value.isNull(row) || (value.type == ColumnType::Double && std::isnan(value.doubles[row]));
    }

    bool before(const Column &value, std::uint32_t a, std::uint32_t b) const
    {
        if (missing(value, a) || missing(value, b))
            return !missing(value, a);
        const std::uint32_t x = m_settings.ascending ? a : b;
        const std::uint32_t y = m_settings.ascending ? b : a;
        switch (value.type) {
        case ColumnType::Int64:
            return value.ints[x] < value.ints[y];
        case ColumnType::Decimal:
            return value.decimals[x] < value.decimals[y]; // one scale in a column
        case ColumnType::Double:
            return value.doubles[x] < value.doubles[y];
        default:
            return false;
        }
    }

    // In the rows that stand for the rest: sums of the number and of the chosen fields, the name, the keys; else empty.
    Result<> putTogether(const Batch &all, Batch &out, Rejects &rejects)
    {
        std::vector<std::uint8_t> isRest(out.rows, 0);
        for (const auto &[at, rows] : m_rest)
            isRest[at] = 1;
        if (!m_settings.nameField.isEmpty() && all.indexOf(m_settings.nameField) < 0)
            return fail(unknownField(all, m_settings.nameField, m_context.name));
        for (const QString &name : m_settings.sums) {
            if (auto known = numberField(all, name, m_context.name, m_seen); !known)
                return fail(known.error());
        }
        const Batch kept = out;
        for (const Field &field : kept.fields) {
            if (m_settings.by.contains(field.name))
                continue;
            const bool isSum = field.name == m_settings.field || m_settings.sums.contains(field.name);
            ColumnPtr column = isSum ? summed(*all.column(field.name), *field.column, kept, field.name, rejects)
                                     : blanked(*field.column, isRest, field.name == m_settings.nameField);
            out.set(field.name, std::move(column), field.unit);
            if (auto ok = m_context.budget.check(); !ok)
                return ok;
        }
        return {};
    }

    ColumnPtr summed(const Column &source, const Column &column, const Batch &out, const QString &name,
                     Rejects &rejects) const
    {
        std::vector<Number> numbers(out.rows);
        for (std::size_t row = 0; row < out.rows; ++row)
            numbers[row] = cellNumber(column, row);
        for (const auto &[at, rows] : m_rest) {
            RunningTotal total;
            for (const std::uint32_t row : rows)
                total.add(cellNumber(source, row));
            numbers[at] = total.value();
        }
        return numberColumn(numbers, [&](std::size_t row) {
            rejectRow(rejects, out, row, m_context.name, name,
                      QStringLiteral("makes a sum that is too large for a whole number or decimal"));
        });
    }

    ColumnPtr blanked(const Column &column, const std::vector<std::uint8_t> &isRest, bool isName) const
    {
        auto out = std::make_shared<Column>(isName ? ColumnType::Text : column.type, isName ? 0 : column.scale);
        const std::string other = m_settings.restName.toStdString();
        for (std::size_t row = 0; row < isRest.size(); ++row) {
            if (isRest[row] != 0)
                isName ? out->appendText(other) : out->appendNull();
            else if (!isName)
                out->appendFrom(column, row);
            else
                column.isNull(row) ? out->appendNull() : out->appendText(cellText(column, row));
        }
        return out;
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    HeldBatches m_batches;
    std::vector<std::uint32_t> m_rows;
    std::vector<std::int64_t> m_places;
    std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> m_rest; // which row of m_rows, of which rows
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    Rank::Settings settings;
    settings.field = reader.text(QLatin1StringView("field"));
    settings.as = reader.text(QLatin1StringView("as"));
    settings.by = reader.texts(QLatin1StringView("by"));
    settings.top = static_cast<std::size_t>(reader.integer(QLatin1StringView("top")));
    settings.ascending = reader.is(QLatin1StringView("order"), QLatin1StringView("smallest"));
    if (reader.is(QLatin1StringView("rest"), QLatin1StringView("together")))
        settings.rest = Rank::Rest::Together;
    settings.nameField = reader.text(QLatin1StringView("nameField"));
    settings.restName = reader.text(QLatin1StringView("restName"));
    settings.sums = reader.texts(QLatin1StringView("sums"));
    return std::unique_ptr<Step>(std::make_unique<Rank>(std::move(settings), std::move(context)));
}

Parameters restParameters()
{
    const QString together = QStringLiteral("rest=together");
    Parameter rest;
    rest.name = QStringLiteral("rest");
    rest.kind = ParameterKind::Choice;
    rest.label = QT_TRANSLATE_NOOP("Parameter", "The rest");
    rest.defaultValue = QStringLiteral("drop");
    rest.choices = {{QStringLiteral("drop"), QT_TRANSLATE_NOOP("Parameter", "Leave out")},
                    {QStringLiteral("together"), QT_TRANSLATE_NOOP("Parameter", "One row for all of it")}};
    Parameter nameField = fieldParameter("nameField", QT_TRANSLATE_NOOP("Parameter", "Field that names it"), true);
    nameField.showWhen = together;
    Parameter restName;
    restName.name = QStringLiteral("restName");
    restName.label = QT_TRANSLATE_NOOP("Parameter", "Its name");
    restName.defaultValue = QStringLiteral("Other");
    restName.showWhen = together;
    Parameter sums = fieldsParameter("sums", QT_TRANSLATE_NOOP("Parameter", "Also add up"));
    sums.help = QT_TRANSLATE_NOOP("Parameter", "The ranked number is added up anyway.");
    sums.showWhen = together;
    return {rest, nameField, restName, sums};
}

} // namespace

StepType rankStep()
{
    StepType type;
    type.type = "rank";
    type.label = QT_TRANSLATE_NOOP("Engine", "Top rows");
    type.icon = "sort";
    type.help = QT_TRANSLATE_NOOP("Engine", "Ranks rows by a number and keeps the first ones of each key.");
    type.tier = "basic";
    Parameter order;
    order.name = QStringLiteral("order");
    order.kind = ParameterKind::Choice;
    order.label = QT_TRANSLATE_NOOP("Parameter", "First comes");
    order.defaultValue = QStringLiteral("largest");
    order.choices = {{QStringLiteral("largest"), QT_TRANSLATE_NOOP("Parameter", "The largest")},
                     {QStringLiteral("smallest"), QT_TRANSLATE_NOOP("Parameter", "The smallest")}};
    Parameter top;
    top.name = QStringLiteral("top");
    top.kind = ParameterKind::Integer;
    top.label = QT_TRANSLATE_NOOP("Parameter", "Keep");
    top.help = QT_TRANSLATE_NOOP("Parameter", "How many rows of each key; 0 keeps all.");
    top.defaultValue = 10;
    top.minimum = 0;
    top.maximum = 1'000'000;
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Rank into field");
    as.defaultValue = QStringLiteral("rank");
    type.parameters = {fieldParameter("field", QT_TRANSLATE_NOOP("Parameter", "Number"), true), order, top,
                       fieldsParameter("by", QT_TRANSLATE_NOOP("Parameter", "For each")), as};
    for (const Parameter &parameter : restParameters())
        type.parameters.push_back(parameter);
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("field")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
