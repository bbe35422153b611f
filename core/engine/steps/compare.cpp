// Each row beside the row of the same key one period earlier, across runs too.
#include "core/engine/steps/entries.h"
#include "core/engine/steps/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace dash {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMaxKept = 200'000; // values in the state

class Compare final : public Step {
public:
    struct Settings {
        QString field, time, as;
        QStringList by;
        TimeBucket back;
        std::shared_ptr<const Zone> zone;
        bool keepUnmatched = true;
    };
    Compare(Settings settings, StepContext context)
        : m_settings(std::move(settings))
        , m_context(std::move(context))
    {
        StateReader state(m_context.state, kVersion);
        while (state.more()) {
            std::string key = state.text();
            for (std::int64_t left = state.number(); left > 0 && state.ok(); --left) {
                const qint64 at = state.number();
                const Number number = readNumber(state);
                if (state.ok())
                    m_values[key].insert_or_assign(at, number);
            }
        }
    }

    std::size_t memoryBytes() const override { return m_batches.memoryBytes() + m_points * kPointBytes; }

    Result<Batch> process(Batch batch, Rejects &) override
    {
        if (batch.rows > 0)
            m_batches.add(std::move(batch));
        return Batch{};
    }

    Result<Batch> finish(Rejects &rejects) override
    {
        Batch out;
        if (!m_batches.empty()) {
            auto joined = m_batches.join(m_context.budget);
            if (!joined)
                return fail(joined.error());
            Batch all = std::move(*joined);
            auto compared = compare(std::move(all), rejects);
            if (!compared)
                return compared;
            out = std::move(*compared);
        }
        if (m_context.newState != nullptr)
            *m_context.newState = keptValues();
        return out;
    }

private:
    using Values = std::map<qint64, Number>;                                                    // by time
    static constexpr std::size_t kPointBytes = sizeof(Values::value_type) + 6 * sizeof(void *); // of a node

    qint64 earlier(qint64 at, int periods) const
    {
        return addUnits(*m_settings.zone, at, -static_cast<qint64>(m_settings.back.count) * periods,
                        m_settings.back.unit);
    }

    Result<Batch> compare(Batch all, Rejects &rejects)
    {
        auto value = numberField(all, m_settings.field, m_context.name, m_seen);
        if (!value)
            return fail(value.error());
        auto time = timeField(all, m_settings.time, m_context.name, m_seen);
        if (!time)
            return fail(time.error());
        auto by = fieldsOf(all, m_settings.by, m_context.name, m_seen);
        if (!by)
            return fail(by.error());
        RowKey key(*by);
        for (std::size_t row = 0; row < all.rows; ++row) {
            if (auto ok = checkAt(row); !ok)
                return fail(ok.error());
            if (!(*time)->isNull(row) && !(*value)->isNull(row)) {
                const auto at = (*time)->ints[row];
                m_points += m_values[key.at(row)].insert_or_assign(at, cellNumber(**value, row)).second ? 1 : 0;
            }
            if (atCheck(row))
                m_context.budget.setWorkingBytes(all.memoryBytes() + m_points * kPointBytes);
        }
        std::vector<Number> previous(all.rows);
        std::vector<Number> change(all.rows);
        auto percent = std::make_shared<Column>(ColumnType::Double);
        std::vector<std::uint8_t> keep(all.rows, 1);
        for (std::size_t row = 0; row < all.rows; ++row) {
            if (auto ok = checkAt(row); !ok)
                return fail(ok.error());
            const Number now = cellNumber(**value, row);
            if (!(*time)->isNull(row)) {
                const Values &values = m_values[key.at(row)];
                if (const auto it = values.find(earlier((*time)->ints[row], 1)); it != values.end())
                    previous[row] = it->second;
            }
            change[row] = minus(now, previous[row]);
            const double base = previous[row].valid ? previous[row].asDouble() : 0;
            if (change[row].valid && base != 0)
                percent->appendDouble(change[row].asDouble() / std::abs(base) * 100);
            else
                percent->appendNull();
            if (!m_settings.keepUnmatched && !previous[row].valid)
                keep[row] = 0;
        }
        return withColumns(std::move(all), previous, change, std::move(percent), keep, rejects);
    }

    Result<Batch> withColumns(Batch all, const std::vector<Number> &previous, const std::vector<Number> &change,
                              ColumnPtr percent, std::vector<std::uint8_t> &keep, Rejects &rejects)
    {
        const Batch before = all;
        const int index = before.indexOf(m_settings.field);
        const QString unit = index < 0 ? QString() : before.fields[static_cast<std::size_t>(index)].unit;
        const auto wrong = [&](std::size_t row) {
            keep[row] = 0;
            rejectRow(rejects, before, row, m_context.name, m_settings.field,
                      QStringLiteral("makes a difference that is too large for a whole number or decimal"));
        };
        all.set(m_settings.as + QStringLiteral("_previous"), numberColumn(previous, wrong), unit);
        all.set(m_settings.as + QStringLiteral("_change"), numberColumn(change, wrong), unit);
        all.set(m_settings.as + QStringLiteral("_percent"), std::move(percent), QStringLiteral("%"));
        return filterRows(all, keep);
    }

    Result<> checkAt(std::size_t row) { return atCheck(row) ? m_context.budget.check() : Result<>(); }

    // What later rows can still be compared with: two periods of every key, the newest where that is too much.
    QByteArray keptValues() const
    {
        std::vector<qint64> times;
        for (const auto &[key, values] : m_values) {
            const qint64 from = values.empty() ? 0 : earlier(values.rbegin()->first, 2);
            for (auto it = values.lower_bound(from); it != values.end(); ++it)
                times.push_back(it->first);
        }
        qint64 oldest = INT64_MIN;
        if (times.size() > kMaxKept) {
            const auto nth = times.begin() + static_cast<std::ptrdiff_t>(kMaxKept);
            std::nth_element(times.begin(), nth, times.end(), std::greater<>());
            oldest = *nth + 1;
        }
        StateWriter state(kVersion);
        for (const auto &[key, values] : m_values) {
            if (values.empty())
                continue;
            const auto from = values.lower_bound(std::max(oldest, earlier(values.rbegin()->first, 2)));
            const auto count = std::distance(from, values.end());
            if (count == 0)
                continue;
            state.text(key);
            state.number(count);
            for (auto it = from; it != values.end(); ++it) {
                state.number(it->first);
                writeNumber(state, it->second);
            }
        }
        return state.take();
    }

    static void writeNumber(StateWriter &state, const Number &number)
    {
        state.number(number.floating ? -1 : number.exact.scale);
        if (number.floating)
            state.real(number.real);
        else
            state.wide(number.exact.units);
    }
    static Number readNumber(StateReader &state)
    {
        Number number;
        number.valid = true;
        const std::int64_t scale = state.number();
        number.floating = scale < 0;
        if (number.floating) {
            number.real = state.real();
            return number;
        }
        number.exact.scale = static_cast<int>(std::min<std::int64_t>(scale, kMaxDecimalScale));
        number.exact.units = state.wide();
        return number;
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    HeldBatches m_batches;
    std::size_t m_points = 0; // of m_values
    std::unordered_map<std::string, Values> m_values;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    Compare::Settings settings;
    settings.field = reader.text(QLatin1StringView("field"));
    settings.time = reader.text(QLatin1StringView("time"));
    settings.as = reader.text(QLatin1StringView("as"));
    if (settings.as.isEmpty())
        settings.as = settings.field;
    settings.by = reader.texts(QLatin1StringView("by"));
    auto back = bucketOf(reader, QLatin1StringView("back"), context.name);
    if (!back)
        return fail(back.error());
    settings.back = *back;
    auto zone = zoneOf(reader, context.name);
    if (!zone)
        return fail(zone.error());
    settings.zone = *zone;
    settings.keepUnmatched = reader.toggle(QLatin1StringView("keepUnmatched"));
    return std::unique_ptr<Step>(std::make_unique<Compare>(std::move(settings), std::move(context)));
}

} // namespace

StepType compareStep()
{
    StepType type;
    type.type = "compare";
    type.label = QT_TRANSLATE_NOOP("Engine", "Compare periods");
    type.icon = "compare";
    type.help =
        QT_TRANSLATE_NOOP("Engine", "The value one period earlier, the difference and the percent, for each row.");
    type.tier = "basic";
    Parameter time = fieldParameter("time", QT_TRANSLATE_NOOP("Parameter", "Time"), true);
    time.help =
        QT_TRANSLATE_NOOP("Parameter", "Rows are found by their exact time: group by hour, day or month first.");
    Parameter back;
    back.name = QStringLiteral("back");
    back.label = QT_TRANSLATE_NOOP("Parameter", "With the one before by");
    back.help = QT_TRANSLATE_NOOP("Parameter", "A span such as 15m, hour, day, 7d, month, quarter or year.");
    back.defaultValue = QStringLiteral("week");
    Parameter keepUnmatched;
    keepUnmatched.name = QStringLiteral("keepUnmatched");
    keepUnmatched.kind = ParameterKind::Toggle;
    keepUnmatched.label = QT_TRANSLATE_NOOP("Parameter", "Keep rows with nothing before");
    keepUnmatched.defaultValue = true;
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Name the new fields after");
    as.help = QT_TRANSLATE_NOOP("Parameter", "Makes NAME_previous, NAME_change and NAME_percent. Empty: the number.");
    type.parameters = {
        fieldParameter("field", QT_TRANSLATE_NOOP("Parameter", "Number"), true), time,          back, zoneParameter(),
        fieldsParameter("by", QT_TRANSLATE_NOOP("Parameter", "For each")),       keepUnmatched, as};
    type.fact = [](const QJsonObject &config) {
        const ConfigReader reader(config);
        return reader.has(QLatin1StringView("back")) ? reader.text(QLatin1StringView("back")) : QStringLiteral("week");
    };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
