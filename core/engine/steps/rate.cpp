// Counters to rates or increases, per key, also across runs; a counter that falls started again at zero. Differences of
// whole numbers and decimals are exact, however large the counters are.
#include "core/base/zone.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/numbers.h"

#include <algorithm>
#include <unordered_map>

namespace dash {

namespace {

constexpr std::uint8_t kVersion = 2;
constexpr std::size_t kMaxKeys = 200'000;

class Rate final : public Step {
public:
    struct Settings {
        QString field, time, as;
        QStringList by;
        bool perSecond = true;
    };
    Rate(Settings settings, StepContext context)
        : m_settings(std::move(settings))
        , m_context(std::move(context))
    {
        StateReader state(m_context.state, kVersion);
        while (state.more()) {
            std::string key = state.text();
            Last last;
            last.at = state.number();
            last.value.valid = true;
            last.value.floating = state.number() != 0;
            last.value.exact.units = state.wide();
            last.value.exact.scale = static_cast<int>(std::clamp<std::int64_t>(state.number(), 0, kMaxDecimalScale));
            last.value.real = state.real();
            if (state.ok())
                start(key, last);
        }
    }

    std::size_t memoryBytes() const override { return mapBytes(m_last, m_keyBytes); }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        if (batch.rows == 0)
            return batch;
        auto value = numberField(batch, m_settings.field, m_context.name, m_seen);
        if (!value)
            return fail(value.error());
        auto time = timeField(batch, m_settings.time, m_context.name, m_seen);
        if (!time)
            return fail(time.error());
        std::vector<const Column *> by;
        for (const QString &name : m_settings.by) {
            auto column = fieldOf(batch, name, m_context.name, m_seen);
            if (!column)
                return fail(column.error());
            by.push_back(*column);
        }
        m_seen.note(batch);
        Column none(ColumnType::Int64); // this batch lacks the field
        if (*value == nullptr || *time == nullptr) {
            for (std::size_t row = 0; row < batch.rows; ++row)
                none.appendNull();
        }
        return rates(std::move(batch), *value == nullptr ? none : **value, *time == nullptr ? none : **time, by,
                     rejects);
    }

    Result<Batch> finish(Rejects &) override
    {
        if (m_context.newState != nullptr) {
            StateWriter state(kVersion);
            for (const auto &[key, last] : m_last) {
                state.text(key);
                state.number(last.at);
                state.number(last.value.floating ? 1 : 0);
                state.wide(last.value.exact.units);
                state.number(last.value.exact.scale);
                state.real(last.value.real);
            }
            *m_context.newState = state.take();
        }
        return Batch{};
    }

private:
    struct Last {
        qint64 at = 0;
        Number value;
    };

    std::pair<std::unordered_map<std::string, Last>::iterator, bool> start(const std::string &key, const Last &last)
    {
        const auto done = m_last.try_emplace(key, last);
        m_keyBytes += done.second ? textBytes(key) : 0;
        return done;
    }

    static bool isBelow(const Number &a, const Number &b)
    {
        return a.floating || b.floating ? a.asDouble() < b.asDouble() : a.exact < b.exact;
    }

    // One type for all batches: that of the counter, floating for rates.
    std::shared_ptr<Column> columnOf(const std::vector<Number> &numbers, const Column &counter,
                                     const std::vector<qint64> &spans) const
    {
        const bool floating = m_settings.perSecond ||
                              std::any_of(numbers.begin(), numbers.end(), [](const Number &n) { return n.floating; });
        auto out = std::make_shared<Column>(floating ? ColumnType::Double : counter.type, floating ? 0 : counter.scale);
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            const Number &number = numbers[row];
            if (!number.valid)
                out->appendNull();
            else if (m_settings.perSecond)
                out->appendDouble(number.asDouble() * 1'000.0 / static_cast<double>(spans[row]));
            else if (floating)
                out->appendDouble(number.asDouble());
            else if (out->type == ColumnType::Decimal && out->appendDecimal(number.exact))
                continue;
            else if (const auto whole = exactUnits(number.exact, 0); whole && out->type == ColumnType::Int64)
                out->appendInt(*whole);
            else
                out->appendNull(); // beyond what the counter's own type holds
        }
        return out;
    }

    Result<Batch> rates(Batch batch, const Column &value, const Column &time, const std::vector<const Column *> &by,
                        Rejects &rejects)
    {
        RowKey key(by);
        std::vector<Number> increases(batch.rows);
        std::vector<qint64> spans(batch.rows, 1);
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            if (value.isNull(row) || time.isNull(row))
                continue;
            const Number now = cellNumber(value, row);
            const qint64 at = time.ints[row];
            const auto [it, isNew] = start(key.at(row), Last{at, now});
            const qint64 span = at - it->second.at;
            if (isNew || span == 0) { // the first point of a key only starts it; the same time twice says nothing new
                keep[row] = 0;
                if (m_last.size() > kMaxKeys)
                    return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                         {QLatin1StringView("limit"), QString::number(kMaxKeys)}});
                continue;
            }
            if (span < 0) {
                keep[row] = 0;
                rejectRow(rejects, batch, row, m_context.name, m_settings.time,
                          QStringLiteral("is earlier than a point already used; sort by time first"));
                continue;
            }
            increases[row] = isBelow(now, it->second.value) ? now : minus(now, it->second.value);
            spans[row] = span;
            it->second = {at, now};
        }
        batch.set(m_settings.as, columnOf(increases, value, spans));
        return filterRows(batch, keep);
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    std::unordered_map<std::string, Last> m_last;
    std::size_t m_keyBytes = 0;
};

} // namespace

StepType rateStep()
{
    StepType type;
    type.type = "rate";
    type.label = QT_TRANSLATE_NOOP("Engine", "Rate");
    type.icon = "rate";
    type.help = QT_TRANSLATE_NOOP("Engine", "How fast a counter grows; a restart of the counter is seen.");
    type.tier = "basic";
    Parameter field;
    field.name = QStringLiteral("field");
    field.kind = ParameterKind::Field;
    field.label = QT_TRANSLATE_NOOP("Parameter", "Counter");
    field.required = true;
    Parameter time;
    time.name = QStringLiteral("time");
    time.kind = ParameterKind::Field;
    time.label = QT_TRANSLATE_NOOP("Parameter", "Time");
    time.required = true;
    Parameter by;
    by.name = QStringLiteral("by");
    by.kind = ParameterKind::Fields;
    by.label = QT_TRANSLATE_NOOP("Parameter", "For each");
    Parameter mode;
    mode.name = QStringLiteral("mode");
    mode.kind = ParameterKind::Choice;
    mode.label = QT_TRANSLATE_NOOP("Parameter", "Give");
    mode.defaultValue = QStringLiteral("rate");
    mode.choices = {{QStringLiteral("rate"), QT_TRANSLATE_NOOP("Parameter", "Growth a second")},
                    {QStringLiteral("increase"), QT_TRANSLATE_NOOP("Parameter", "Growth since the last point")}};
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Into field");
    as.defaultValue = QStringLiteral("rate");
    type.parameters = {field, time, by, mode, as};
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("field")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config,
                                                 StepContext context) -> Result<std::unique_ptr<Step>> {
        auto checked = checkedConfig(config, parameters, context.name);
        if (!checked)
            return fail(checked.error());
        const ConfigReader reader(*checked);
        Rate::Settings settings{reader.text(QLatin1StringView("field")), reader.text(QLatin1StringView("time")),
                                reader.text(QLatin1StringView("as")), reader.texts(QLatin1StringView("by")),
                                reader.is(QLatin1StringView("mode"), QLatin1StringView("rate"))};
        return std::unique_ptr<Step>(std::make_unique<Rate>(std::move(settings), std::move(context)));
    };
    return type;
}

} // namespace dash
