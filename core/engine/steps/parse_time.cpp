// Reads times from text and numbers.
#include "core/engine/steps/entries.h"
#include "core/engine/steps/support.h"
#include "core/engine/time_format.h"

namespace dash {

namespace {

// A form is found out from so many texts, or so many rows where fewer of them hold one.
constexpr std::size_t kSamples = 200;
constexpr std::size_t kLookedAt = 10'000;

class ParseTime final : public Step {
public:
    ParseTime(QString field, QString as, TimeReader reader, bool learns, OnError onError, StepContext context)
        : m_field(std::move(field))
        , m_as(std::move(as))
        , m_reader(std::move(reader))
        , m_onError(onError)
        , m_context(std::move(context))
        , m_learned(!learns)
    {
    }

    std::size_t memoryBytes() const override { return m_heldBytes; }

    // Rows wait until there are enough to find the form out: where the first batch ends is chance.
    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        auto found = fieldOf(batch, m_field, m_context.name, m_seen);
        if (!found)
            return fail(found.error());
        m_seen.note(batch);
        const bool isText = *found != nullptr && (*found)->type == ColumnType::Text;
        if (m_learned || (m_held.empty() && !isText))
            return read(std::move(batch), rejects);
        if (isText)
            sample(**found);
        m_heldRows += batch.rows;
        m_heldBytes += batch.memoryBytes();
        m_held.push_back(std::move(batch));
        return m_samples.size() >= kSamples || m_heldRows >= kLookedAt ? readHeld(rejects) : Batch{};
    }

    Result<Batch> finish(Rejects &rejects) override { return m_held.empty() ? Batch{} : readHeld(rejects); }

private:
    Result<Batch> read(Batch batch, Rejects &rejects)
    {
        const Column *column = batch.column(m_field);
        if (column == nullptr)
            return batch;
        if (column->type == ColumnType::Instant) {
            batch.set(m_as, batch.fields[static_cast<std::size_t>(batch.indexOf(m_field))].column);
            return batch;
        }
        auto out = std::make_shared<Column>(ColumnType::Instant);
        out->reserve(batch.rows);
        std::vector<std::uint8_t> keep(batch.rows, 1);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            QString reason;
            const auto at = read(*column, row, reason);
            if (at) {
                out->appendInt(*at);
                continue;
            }
            out->appendNull();
            if (m_onError == OnError::Stop)
                return fail(rowFailure(m_context.name, m_field, reason));
            if (m_onError == OnError::Reject) {
                rejectRow(rejects, batch, row, m_context.name, m_field, reason);
                keep[row] = 0;
            }
        }
        batch.set(m_as, std::move(out));
        return filterRows(batch, keep);
    }

    void sample(const Column &column)
    {
        for (std::size_t row = 0; row < column.size() && m_samples.size() < kSamples && m_heldRows + row < kLookedAt;
             ++row) {
            if (!column.isNull(row) && !column.text(row).empty())
                m_samples.emplace_back(column.text(row));
        }
    }

    Result<Batch> readHeld(Rejects &rejects)
    {
        m_reader.learn(std::vector<std::string_view>(m_samples.begin(), m_samples.end()));
        m_learned = true;
        m_samples = {};
        std::vector<Batch> out;
        for (Batch &batch : std::exchange(m_held, {})) {
            auto done = read(std::move(batch), rejects);
            if (!done)
                return done;
            out.push_back(std::move(*done));
        }
        m_heldBytes = 0;
        return concatenate(out);
    }

    std::optional<qint64> read(const Column &column, std::size_t row, QString &reason) const
    {
        if (column.isNull(row)) {
            reason = QStringLiteral("is empty, a time is needed");
            return std::nullopt;
        }
        switch (column.type) {
        case ColumnType::Int64:
            return m_reader.readNumber(column.ints[row], &reason);
        case ColumnType::Double:
        case ColumnType::Decimal:
            return m_reader.readNumber(numberAt(column, row), &reason);
        case ColumnType::Text:
            return m_reader.read(column.text(row), &reason);
        default:
            reason = QStringLiteral("holds %1, not a time").arg(columnTypeName(column.type));
            return std::nullopt;
        }
    }

    QString m_field;
    QString m_as;
    TimeReader m_reader;
    OnError m_onError;
    StepContext m_context;
    SeenFields m_seen;
    bool m_learned;
    std::vector<std::string> m_samples;
    std::vector<Batch> m_held;
    std::size_t m_heldRows = 0;
    std::size_t m_heldBytes = 0;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader settings(*checked);
    auto zone = Zone::load(settings.text(QLatin1StringView("zone")));
    if (!zone)
        return fail(zone.error().with(QLatin1StringView("step"), context.name));
    const QString ambiguous = settings.text(QLatin1StringView("ambiguous"));
    const LocalChoice choice = ambiguous == QLatin1StringView("later")    ? LocalChoice::Later
                               : ambiguous == QLatin1StringView("reject") ? LocalChoice::Reject
                                                                          : LocalChoice::Earlier;
    const QString form = settings.is(QLatin1StringView("format"), QLatin1StringView("custom"))
                             ? settings.text(QLatin1StringView("pattern"))
                             : settings.text(QLatin1StringView("format"));
    auto reader = TimeReader::create(form, *zone, choice);
    if (!reader)
        return fail(reader.error().with(QLatin1StringView("step"), context.name));
    const QString field = settings.text(QLatin1StringView("field"));
    const QString as = settings.text(QLatin1StringView("as"));
    return std::unique_ptr<Step>(std::make_unique<ParseTime>(field, as.isEmpty() ? field : as, std::move(*reader),
                                                             form == QLatin1StringView("auto"), onErrorOf(settings),
                                                             std::move(context)));
}

Parameter formatParameter()
{
    Parameter format;
    format.name = QStringLiteral("format");
    format.kind = ParameterKind::Choice;
    format.label = QT_TRANSLATE_NOOP("Parameter", "Form");
    format.defaultValue = QStringLiteral("auto");
    format.choices = {{QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "Find out")},
                      {QStringLiteral("iso"), QT_TRANSLATE_NOOP("Parameter", "ISO 8601")},
                      {QStringLiteral("epoch_s"), QT_TRANSLATE_NOOP("Parameter", "Seconds since 1970")},
                      {QStringLiteral("epoch_ms"), QT_TRANSLATE_NOOP("Parameter", "Milliseconds since 1970")},
                      {QStringLiteral("epoch_us"), QT_TRANSLATE_NOOP("Parameter", "Microseconds since 1970")},
                      {QStringLiteral("epoch_ns"), QT_TRANSLATE_NOOP("Parameter", "Nanoseconds since 1970")},
                      {QStringLiteral("rfc2822"), QT_TRANSLATE_NOOP("Parameter", "Mail and HTTP dates")},
                      {QStringLiteral("custom"), QT_TRANSLATE_NOOP("Parameter", "Own form")}};
    return format;
}

} // namespace

StepType parseTimeStep()
{
    StepType type;
    type.type = "parse_time";
    type.label = QT_TRANSLATE_NOOP("Engine", "Parse time");
    type.icon = "parseTime";
    type.help = QT_TRANSLATE_NOOP("Engine", "Reads a time from text or a number.");
    type.tier = "basic";
    // A form that is found out comes from the first rows, which a run that goes on later does not see.
    type.streamsWith = [](const QJsonObject &config) {
        const QString form = config.value(QLatin1StringView("format")).toString();
        return !form.isEmpty() && form != u"auto";
    };
    Parameter field;
    field.name = QStringLiteral("field");
    field.kind = ParameterKind::Field;
    field.label = QT_TRANSLATE_NOOP("Parameter", "Field");
    field.required = true;
    Parameter pattern;
    pattern.name = QStringLiteral("pattern");
    pattern.label = QT_TRANSLATE_NOOP("Parameter", "Own form");
    pattern.help = QT_TRANSLATE_NOOP("Parameter", "Such as dd.MM.yyyy HH:mm or %d.%m.%Y %H:%M.");
    pattern.required = true;
    pattern.showWhen = QStringLiteral("format=custom");
    Parameter zone;
    zone.name = QStringLiteral("zone");
    zone.kind = ParameterKind::Zone;
    zone.label = QT_TRANSLATE_NOOP("Parameter", "Time zone");
    zone.help = QT_TRANSLATE_NOOP("Parameter", "For times that carry no zone of their own.");
    zone.defaultValue = QStringLiteral("UTC");
    Parameter ambiguous;
    ambiguous.name = QStringLiteral("ambiguous");
    ambiguous.kind = ParameterKind::Choice;
    ambiguous.label = QT_TRANSLATE_NOOP("Parameter", "When the clock changes");
    ambiguous.help = QT_TRANSLATE_NOOP("Parameter", "A local time that happens twice, or not at all.");
    ambiguous.defaultValue = QStringLiteral("earlier");
    ambiguous.advanced = true;
    ambiguous.choices = {{QStringLiteral("earlier"), QT_TRANSLATE_NOOP("Parameter", "The earlier one")},
                         {QStringLiteral("later"), QT_TRANSLATE_NOOP("Parameter", "The later one")},
                         {QStringLiteral("reject"), QT_TRANSLATE_NOOP("Parameter", "Reject")}};
    Parameter as;
    as.name = QStringLiteral("as");
    as.label = QT_TRANSLATE_NOOP("Parameter", "Into field");
    as.help = QT_TRANSLATE_NOOP("Parameter", "Empty: replaces the field.");
    as.advanced = true;
    type.parameters = {field, formatParameter(), pattern, zone, ambiguous, as, onErrorParameter()};
    type.fact = [](const QJsonObject &config) { return config.value(QLatin1StringView("field")).toString(); };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
