// A running total per key that goes on across runs, and starts anew where a day, week, month or year does.
#include "core/engine/steps/entries.h"
#include "core/engine/steps/numbers.h"

#include <unordered_map>

namespace dash {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMaxKeys = 200'000;

class Cumulative final : public Step {
public:
    struct Settings {
        QString field, time, as;
        QStringList by;
        std::optional<TimeBucket> reset;
        std::shared_ptr<const Zone> zone;
    };
    Cumulative(Settings settings, StepContext context)
        : m_settings(std::move(settings))
        , m_context(std::move(context))
    {
        StateReader state(m_context.state, kVersion);
        while (state.more()) {
            std::string key = state.text();
            Open open;
            open.start = state.number();
            open.end = state.number();
            open.total = RunningTotal::read(state);
            if (state.ok() && m_open.insert_or_assign(key, open).second)
                m_keyBytes += textBytes(key);
        }
    }

    std::size_t memoryBytes() const override { return mapBytes(m_open, m_keyBytes); }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        if (batch.rows == 0)
            return batch;
        auto value = numberField(batch, m_settings.field, m_context.name, m_seen);
        if (!value)
            return fail(value.error());
        const Column *time = nullptr;
        if (m_settings.reset) {
            auto found = timeField(batch, m_settings.time, m_context.name, m_seen);
            if (!found)
                return fail(found.error());
            time = *found;
        }
        auto by = fieldsOf(batch, m_settings.by, m_context.name, m_seen);
        if (!by)
            return fail(by.error());
        m_seen.note(batch);
        return totals(std::move(batch), *value, time, *by, rejects);
    }

    Result<Batch> finish(Rejects &) override
    {
        if (m_context.newState != nullptr) {
            StateWriter state(kVersion);
            for (const auto &[key, open] : m_open) {
                state.text(key);
                state.number(open.start);
                state.number(open.end);
                open.total.write(state);
            }
            *m_context.newState = state.take();
        }
        return Batch{};
    }

private:
    struct Open {
        qint64 start = 0; // of the period the total belongs to
        qint64 end = 0;
        RunningTotal total;
    };

    // Empty, or why the row cannot be counted.
    QString enterPeriod(Open &open, bool isNew, const Column *time, std::size_t row) const
    {
        if (!m_settings.reset)
            return {};
        if (time == nullptr || time->isNull(row))
            return QStringLiteral("is empty, a time is needed");
        const qint64 at = time->ints[row];
        if (!isNew && at < open.start)
            return QStringLiteral("is earlier than a period already begun; sort by time first");
        if (isNew || at >= open.end) {
            open.start = bucketStart(*m_settings.zone, at, *m_settings.reset);
            open.end = bucketAfter(*m_settings.zone, open.start, *m_settings.reset);
            open.total = {};
        }
        return {};
    }

    Result<Batch> totals(Batch batch, const Column *value, const Column *time, const std::vector<const Column *> &by,
                         Rejects &rejects)
    {
        RowKey key(by);
        std::vector<Number> numbers(batch.rows);
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            const std::string &name = key.at(row);
            const auto known = m_open.find(name);
            Open open = known == m_open.end() ? Open{} : known->second;
            if (const QString reason = enterPeriod(open, known == m_open.end(), time, row); !reason.isEmpty()) {
                rejectRow(rejects, batch, row, m_context.name, m_settings.time, reason);
                keep[row] = 0;
                continue;
            }
            if (value != nullptr)
                open.total.add(cellNumber(*value, row));
            numbers[row] = open.total.value();
            if (m_open.insert_or_assign(name, open).second)
                m_keyBytes += textBytes(name);
            if (m_open.size() > kMaxKeys)
                return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                     {QLatin1StringView("limit"), QString::number(kMaxKeys)}});
        }
        const Batch before = batch;
        batch.set(m_settings.as, numberColumn(numbers, [&](std::size_t row) {
                      keep[row] = 0;
                      rejectRow(rejects, before, row, m_context.name, m_settings.field,
                                QStringLiteral("makes a total that is too large for a whole number or decimal"));
                  }));
        return filterRows(batch, keep);
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    std::unordered_map<std::string, Open> m_open;
    std::size_t m_keyBytes = 0;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    Cumulative::Settings settings;
    settings.field = reader.text(QLatin1StringView("field"));
    settings.time = reader.text(QLatin1StringView("time"));
    settings.as = reader.text(QLatin1StringView("as"));
    settings.by = reader.texts(QLatin1StringView("by"));
    if (!reader.is(QLatin1StringView("reset"), QLatin1StringView("never"))) {
        auto bucket = bucketOf(reader, QLatin1StringView("reset"), context.name);
        if (!bucket)
            return fail(bucket.error());
        settings.reset = *bucket;
    }
    auto zone = zoneOf(reader, context.name);
    if (!zone)
        return fail(zone.error());
    settings.zone = *zone;
    return std::unique_ptr<Step>(std::make_unique<Cumulative>(std::move(settings), std::move(context)));
}

} // namespace

StepType cumulativeStep()
{
    StepType type;
    type.type = "cumulative";
    type.label = QT_TRANSLATE_NOOP("Engine", "Running total");
    type.icon = "number";
    type.help = QT_TRANSLATE_NOOP("Engine", "Adds up row by row for each key, on and on across runs.");
    type.tier = "basic";
    Parameter reset;
    reset.name = QStringLiteral("reset");
    reset.kind = ParameterKind::Choice;
    reset.label = QT_TRANSLATE_NOOP("Parameter", "Start anew");
    reset.defaultValue = QStringLiteral("never");
    reset.choices = {{QStringLiteral("never"), QT_TRANSLATE_NOOP("Parameter", "Never")},
                     {QStringLiteral("day"), QT_TRANSLATE_NOOP("Parameter", "Every day")},
                     {QStringLiteral("week"), QT_TRANSLATE_NOOP("Parameter", "Every week")},
                     {QStringLiteral("month"), QT_TRANSLATE_NOOP("Parameter", "Every month")},
                     {QStringLiteral("year"), QT_TRANSLATE_NOOP("Parameter", "Every year")}};
    const QString whenReset = QStringLiteral("reset=day|week|month|year");
    Parameter time = fieldParameter("time", QT_TRANSLATE_NOOP("Parameter", "Time"), true);
    time.help = QT_TRANSLATE_NOOP("Parameter", "Rows must come in the order of this time.");
    time.showWhen = whenReset;
    Parameter zone = zoneParameter();
    zone.showWhen = whenReset;
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Into field");
    as.defaultValue = QStringLiteral("total");
    type.parameters = {fieldParameter("field", QT_TRANSLATE_NOOP("Parameter", "Number"), true),
                       fieldsParameter("by", QT_TRANSLATE_NOOP("Parameter", "For each")),
                       reset,
                       time,
                       zone,
                       as};
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("field")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
