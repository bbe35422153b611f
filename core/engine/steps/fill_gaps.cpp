// Puts a row where an expected time has none: minutes, hours or local days between the rows of each key.
#include "core/engine/steps/entries.h"
#include "core/engine/steps/numbers.h"

#include <algorithm>
#include <unordered_map>

namespace dash {

namespace {

constexpr std::size_t kMaxRows = 5'000'000;
constexpr std::int32_t kNone = -1;

enum class Fill { Previous, Linear, Zero, Empty };

// One row that comes out: a row that was there, or a new one between two of them.
struct Slot {
    qint64 at = 0;
    std::int32_t row = kNone;
    std::int32_t before = kNone; // the key's rows around a new one
    std::int32_t after = kNone;
    std::int32_t like = kNone; // a row with the same key
};

class FillGaps final : public Step {
public:
    struct Settings {
        QString time;
        TimeBucket every;
        std::shared_ptr<const Zone> zone;
        QStringList by;
        QStringList fields;
        Fill fill = Fill::Previous;
        bool sameRange = false;
    };
    FillGaps(Settings settings, StepContext context)
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
        auto time = timeField(all, m_settings.time, m_context.name, m_seen);
        if (!time)
            return fail(time.error());
        auto by = fieldsOf(all, m_settings.by, m_context.name, m_seen);
        if (!by)
            return fail(by.error());
        for (const QString &name : m_settings.fields) {
            if (auto known = fieldOf(all, name, m_context.name, m_seen); !known)
                return fail(known.error());
        }
        m_rowBytes = all.memoryBytes() / all.rows + sizeof(Slot);
        m_inputBytes = all.memoryBytes();
        auto slots = slotsOf(all, **time, *by, rejects);
        if (!slots)
            return fail(slots.error());
        Batch out;
        out.rows = slots->size();
        for (const Field &field : all.fields) {
            auto column = filled(field, *slots, **time);
            if (!column)
                return fail(column.error());
            out.set(field.name, std::move(*column), field.unit);
        }
        return out;
    }

private:
    Result<std::vector<Slot>> slotsOf(const Batch &all, const Column &time, const std::vector<const Column *> &by,
                                      Rejects &rejects)
    {
        std::unordered_map<std::string, std::size_t> index;
        std::vector<std::vector<std::int32_t>> groups;
        RowKey key(by);
        for (std::size_t row = 0; row < all.rows; ++row) {
            if (time.isNull(row)) {
                rejectRow(rejects, all, row, m_context.name, m_settings.time,
                          QStringLiteral("is empty, a time is needed"));
                continue;
            }
            const auto [it, isNew] = index.try_emplace(key.at(row), groups.size());
            if (isNew)
                groups.emplace_back();
            groups[it->second].push_back(static_cast<std::int32_t>(row));
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
        }
        std::optional<qint64> first;
        std::optional<qint64> last;
        for (std::vector<std::int32_t> &group : groups) {
            std::stable_sort(group.begin(), group.end(),
                             [&](std::int32_t a, std::int32_t b) { return timeOf(time, a) < timeOf(time, b); });
            if (m_settings.sameRange) {
                first = std::min(first.value_or(timeOf(time, group.front())), timeOf(time, group.front()));
                last = std::max(last.value_or(timeOf(time, group.back())), timeOf(time, group.back()));
            }
        }
        std::vector<Slot> out;
        for (const std::vector<std::int32_t> &group : groups) {
            if (auto ok = groupSlots(group, time, first, last, out); !ok)
                return fail(ok.error());
        }
        std::stable_sort(out.begin(), out.end(), [](const Slot &a, const Slot &b) { return a.at < b.at; });
        return out;
    }

    static qint64 timeOf(const Column &time, std::int32_t row) { return time.ints[static_cast<std::size_t>(row)]; }

    Result<> groupSlots(const std::vector<std::int32_t> &group, const Column &time, std::optional<qint64> first,
                        std::optional<qint64> last, std::vector<Slot> &out)
    {
        const auto start = [&](qint64 at) { return bucketStart(*m_settings.zone, at, m_settings.every); };
        if (first) {
            if (auto ok = fillBetween(start(*first), start(timeOf(time, group.front())),
                                      {0, kNone, kNone, group.front(), group.front()}, out);
                !ok)
                return ok;
        }
        for (std::size_t i = 0; i < group.size(); ++i) {
            const qint64 at = timeOf(time, group[i]);
            out.push_back({at, group[i], kNone, kNone, group[i]});
            if (i + 1 == group.size())
                break;
            const qint64 from = bucketAfter(*m_settings.zone, start(at), m_settings.every);
            if (auto ok = fillBetween(from, start(timeOf(time, group[i + 1])),
                                      {0, kNone, group[i], group[i + 1], group[i]}, out);
                !ok)
                return ok;
        }
        if (last) {
            const qint64 from = bucketAfter(*m_settings.zone, start(timeOf(time, group.back())), m_settings.every);
            const qint64 upTo = bucketAfter(*m_settings.zone, start(*last), m_settings.every);
            return fillBetween(from, upTo, {0, kNone, group.back(), kNone, group.back()}, out);
        }
        return m_context.budget.check();
    }

    // New rows at every start of an interval in [from, upTo).
    Result<> fillBetween(qint64 from, qint64 upTo, Slot slot, std::vector<Slot> &out)
    {
        for (qint64 at = from; at < upTo; at = bucketAfter(*m_settings.zone, at, m_settings.every)) {
            if (out.size() >= kMaxRows)
                return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                     {QLatin1StringView("limit"), QString::number(kMaxRows)}});
            slot.at = at;
            out.push_back(slot);
            if (atCheck(out.size())) {
                m_context.budget.setWorkingBytes(m_inputBytes + out.size() * m_rowBytes);
                if (auto ok = m_context.budget.check(); !ok)
                    return ok;
            }
        }
        return {};
    }

    Fill fillOf(const Field &field) const
    {
        const bool chosen = m_settings.fields.isEmpty() || m_settings.fields.contains(field.name);
        const bool numbersOnly = m_settings.fill == Fill::Linear || m_settings.fill == Fill::Zero;
        return !chosen || (numbersOnly && !isNumberColumn(*field.column)) ? Fill::Empty : m_settings.fill;
    }

    Result<ColumnPtr> filled(const Field &field, const std::vector<Slot> &slots, const Column &time)
    {
        const Column &from = *field.column;
        const bool isTime = field.name == m_settings.time;
        const bool isKey = m_settings.by.contains(field.name);
        const Fill fill = fillOf(field);
        const bool toReal = !isTime && !isKey && fill == Fill::Linear && from.type == ColumnType::Int64;
        auto out = std::make_shared<Column>(toReal ? ColumnType::Double : from.type, from.scale);
        out->reserve(slots.size());
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (atCheck(i)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return fail(ok.error());
            }
            const Slot &slot = slots[i];
            if (isTime)
                out->appendInt(slot.at);
            else if (isKey)
                out->appendFrom(from, static_cast<std::size_t>(slot.like));
            else if (slot.row != kNone)
                copy(*out, from, slot.row, toReal);
            else
                appendNew(*out, from, slot, fill, time);
        }
        return ColumnPtr(out);
    }

    static void copy(Column &out, const Column &from, std::int32_t row, bool toReal)
    {
        const auto at = static_cast<std::size_t>(row);
        if (!toReal)
            out.appendFrom(from, at);
        else if (from.isNull(at))
            out.appendNull();
        else
            out.appendDouble(static_cast<double>(from.ints[at]));
    }

    static void appendNew(Column &out, const Column &from, const Slot &slot, Fill fill, const Column &time)
    {
        if (fill == Fill::Previous && slot.before != kNone) {
            out.appendFrom(from, static_cast<std::size_t>(slot.before));
        } else if (fill == Fill::Zero) {
            if (out.type == ColumnType::Int64)
                out.appendInt(0);
            else if (out.type == ColumnType::Double)
                out.appendDouble(0);
            else if (!out.appendDecimal(Decimal{0, out.scale}))
                out.appendNull();
        } else if (fill == Fill::Linear && slot.before != kNone && slot.after != kNone) {
            appendBetween(out, from, slot, time);
        } else {
            out.appendNull();
        }
    }

    // On the straight line between the rows around; a decimal keeps its places.
    static void appendBetween(Column &out, const Column &from, const Slot &slot, const Column &time)
    {
        const auto before = static_cast<std::size_t>(slot.before);
        const auto after = static_cast<std::size_t>(slot.after);
        if (from.isNull(before) || from.isNull(after)) {
            out.appendNull();
            return;
        }
        const qint64 span = time.ints[after] - time.ints[before];
        const qint64 part = slot.at - time.ints[before];
        if (from.type != ColumnType::Decimal) {
            const double a = numberAt(from, before);
            const double b = numberAt(from, after);
            out.appendDouble(a + (b - a) * (static_cast<double>(part) / static_cast<double>(span)));
            return;
        }
        const Decimal a = from.decimal(before);
        const auto difference = subtract(from.decimal(after), a);
        const auto scaled = difference ? multiply(*difference, Decimal{part, 0}) : std::nullopt;
        const auto share = scaled ? divide(*scaled, Decimal{span, 0}, from.scale) : std::nullopt;
        const auto value = share ? add(a, *share) : std::nullopt;
        if (!value || !out.appendDecimal(*value))
            out.appendNull();
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    HeldBatches m_batches;
    std::size_t m_rowBytes = 0; // about, of a row that is made
    std::size_t m_inputBytes = 0;
};

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    FillGaps::Settings settings;
    settings.time = reader.text(QLatin1StringView("time"));
    auto every = bucketOf(reader, QLatin1StringView("every"), context.name);
    if (!every)
        return fail(every.error());
    settings.every = *every;
    auto zone = zoneOf(reader, context.name);
    if (!zone)
        return fail(zone.error());
    settings.zone = *zone;
    settings.by = reader.texts(QLatin1StringView("by"));
    settings.fields = reader.texts(QLatin1StringView("fields"));
    const QString with = reader.text(QLatin1StringView("with"));
    settings.fill = with == QLatin1StringView("linear")  ? Fill::Linear
                    : with == QLatin1StringView("zero")  ? Fill::Zero
                    : with == QLatin1StringView("empty") ? Fill::Empty
                                                         : Fill::Previous;
    settings.sameRange = reader.is(QLatin1StringView("range"), QLatin1StringView("all"));
    return std::unique_ptr<Step>(std::make_unique<FillGaps>(std::move(settings), std::move(context)));
}

} // namespace

StepType fillGapsStep()
{
    StepType type;
    type.type = "fill_gaps";
    type.label = QT_TRANSLATE_NOOP("Engine", "Fill gaps");
    type.icon = "gaps";
    type.help = QT_TRANSLATE_NOOP("Engine", "Adds the rows missing between the rows of one run, at every interval.");
    type.tier = "basic";
    Parameter every;
    every.name = QStringLiteral("every");
    every.label = QT_TRANSLATE_NOOP("Parameter", "Every");
    every.help = QT_TRANSLATE_NOOP("Parameter", "minute, 15m, hour, day, week, month, quarter or year.");
    every.defaultValue = QStringLiteral("hour");
    Parameter with;
    with.name = QStringLiteral("with");
    with.kind = ParameterKind::Choice;
    with.label = QT_TRANSLATE_NOOP("Parameter", "Fill with");
    with.defaultValue = QStringLiteral("previous");
    with.choices = {{QStringLiteral("previous"), QT_TRANSLATE_NOOP("Parameter", "The value before")},
                    {QStringLiteral("linear"), QT_TRANSLATE_NOOP("Parameter", "A straight line")},
                    {QStringLiteral("zero"), QT_TRANSLATE_NOOP("Parameter", "Zero")},
                    {QStringLiteral("empty"), QT_TRANSLATE_NOOP("Parameter", "Nothing")}};
    Parameter fields = fieldsParameter("fields", QT_TRANSLATE_NOOP("Parameter", "Fields to fill"));
    fields.help = QT_TRANSLATE_NOOP("Parameter", "Empty: all.");
    Parameter range;
    range.name = QStringLiteral("range");
    range.kind = ParameterKind::Choice;
    range.label = QT_TRANSLATE_NOOP("Parameter", "From first to last");
    range.defaultValue = QStringLiteral("each");
    range.choices = {{QStringLiteral("each"), QT_TRANSLATE_NOOP("Parameter", "Row of the key")},
                     {QStringLiteral("all"), QT_TRANSLATE_NOOP("Parameter", "Row of all keys")}};
    range.advanced = true;
    type.parameters = {fieldParameter("time", QT_TRANSLATE_NOOP("Parameter", "Time"), true),
                       every,
                       zoneParameter(),
                       fieldsParameter("by", QT_TRANSLATE_NOOP("Parameter", "For each")),
                       with,
                       fields,
                       range};
    type.fact = [](const QJsonObject &config) {
        const ConfigReader reader(config);
        return reader.has(QLatin1StringView("every")) ? reader.text(QLatin1StringView("every"))
                                                      : QStringLiteral("hour");
    };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
