// Aggregates rows over keys and time buckets.
#include "core/base/zone.h"
#include "core/engine/steps/entries.h"
#include "core/engine/steps/group_cell.h"
#include "core/engine/steps/numbers.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace dash {

namespace {

using Aggregate = GroupAggregate;
using Cell = GroupCell;
using What = GroupWhat;

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMaxGroups = 2'000'000;
constexpr std::size_t kMaxCarried = 200'000;

class Group final : public Step {
public:
    struct Settings {
        QStringList by;
        QString time;
        std::optional<TimeBucket> bucket;
        std::shared_ptr<const Zone> zone;
        std::vector<Aggregate> aggregates;
        bool carry = false;
        std::string signature; // what carried sums are sums of
    };
    Group(Settings settings, StepContext context)
        : m_settings(std::move(settings))
        , m_context(std::move(context))
    {
        if (m_settings.carry)
            restore();
    }

    // The columns are few; the cells grow by what the aggregates keep.
    std::size_t memoryBytes() const override
    {
        std::size_t bytes = mapBytes(m_index, m_cellBytes);
        for (const Column &key : m_keys)
            bytes += key.memoryBytes();
        return bytes + m_groups.size() * (sizeof(std::vector<Cell>) + m_settings.aggregates.size() * sizeof(Cell));
    }

    Result<Batch> process(Batch batch, Rejects &rejects) override
    {
        if (batch.rows == 0)
            return Batch{};
        std::vector<const Column *> keys;
        for (const QString &name : m_settings.by) {
            auto column = fieldOf(batch, name, m_context.name, m_seen);
            if (!column)
                return fail(column.error());
            keys.push_back(*column);
        }
        std::vector<const Column *> inputs;
        for (const Aggregate &aggregate : m_settings.aggregates) {
            auto column = aggregate.field.isEmpty() ? Result<const Column *>(nullptr)
                                                    : fieldOf(batch, aggregate.field, m_context.name, m_seen);
            if (!column)
                return fail(column.error());
            if (auto ok = checkInput(aggregate, *column); !ok)
                return fail(ok.error());
            inputs.push_back(*column);
        }
        Column bucketColumn(ColumnType::Instant);
        if (m_settings.bucket) {
            auto ok = buckets(batch, bucketColumn, rejects);
            if (!ok)
                return fail(ok.error());
            keys.insert(keys.begin(), &bucketColumn);
        }
        m_seen.note(batch);
        auto fed = feedRows(batch, keys, inputs);
        if (!fed)
            return fail(fed.error());
        return Batch{};
    }

    Result<Batch> finish(Rejects &rejects) override
    {
        Batch out;
        if (m_settings.carry) {
            if (auto ok = carryOn(); !ok)
                return fail(ok.error());
        }
        out.rows = m_groups.size();
        if (m_groups.empty())
            return out;
        std::vector<std::uint32_t> order(m_groups.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<std::uint32_t>(i);
        for (std::size_t k = 0; k < m_keys.size(); ++k) {
            const bool isBucket = m_settings.bucket && k == 0;
            const QString name =
                isBucket ? m_settings.time : m_settings.by[static_cast<qsizetype>(k - (m_settings.bucket ? 1 : 0))];
            out.set(name, std::make_shared<Column>(m_keys[k]));
        }
        std::vector<std::uint8_t> good(m_groups.size(), 1);
        for (std::size_t a = 0; a < m_settings.aggregates.size(); ++a) {
            auto column = std::make_shared<Column>();
            fill(a, *column, good);
            out.set(m_settings.aggregates[a].name, std::move(column));
            if (auto ok = m_context.budget.check(); !ok)
                return fail(ok.error());
        }
        for (std::size_t row = 0; row < good.size(); ++row) {
            if (m_changed[row] == 0)
                good[row] = 0; // carried, and nothing new came: what was given stays
            else if (good[row] == 0)
                rejectRow(rejects, out, row, m_context.name, QStringLiteral("a sum"),
                          QStringLiteral("is too large for a whole number or decimal"));
        }
        m_groups.clear();
        m_cellBytes = 0;
        out = filterRows(out, good);
        if (!m_settings.bucket)
            return out;
        // Series want their times in order; groups of one bucket stay in the order they came.
        order.resize(out.rows);
        const Column &times = *out.fields.front().column;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return times.ints[a] < times.ints[b]; });
        return takeRows(out, order);
    }

private:
    Result<> checkInput(const Aggregate &aggregate, const Column *column) const
    {
        const bool needsNumber = aggregate.what == What::Sum || aggregate.what == What::Average ||
                                 aggregate.what == What::Median || aggregate.what == What::Percentile;
        const bool allNull = column != nullptr && !column->valid.empty() &&
                             std::find(column->valid.begin(), column->valid.end(), 1) == column->valid.end();
        if (!needsNumber || column == nullptr || isNumberColumn(*column) || allNull)
            return {};
        return fail(ErrorCode::DefinitionField,
                    {{QLatin1StringView("step"), m_context.name},
                     {QLatin1StringView("field"), aggregate.field},
                     {QLatin1StringView("reason"),
                      QStringLiteral("holds %1; a number is needed. Type it with Choose fields first.")
                          .arg(columnTypeName(column->type))}});
    }

    Result<> buckets(Batch &batch, Column &out, Rejects &rejects)
    {
        auto found = timeField(batch, m_settings.time, m_context.name, m_seen);
        if (!found)
            return fail(found.error());
        const Column *time = *found;
        qint64 start = 0;
        qint64 end = 0;
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (time == nullptr || time->isNull(row)) {
                rejectRow(rejects, batch, row, m_context.name, m_settings.time,
                          QStringLiteral("is empty, a time is needed"));
                out.appendNull();
                continue;
            }
            const qint64 at = time->ints[row];
            if (at < start || at >= end) { // neighbours mostly share a bucket
                start = bucketStart(*m_settings.zone, at, *m_settings.bucket);
                end = bucketAfter(*m_settings.zone, start, *m_settings.bucket);
            }
            if (start < m_closedBefore) {
                rejectRow(rejects, batch, row, m_context.name, m_settings.time,
                          QStringLiteral("comes too late: what is before %1 is closed").arg(isoUtc(m_closedBefore)));
                out.appendNull();
                continue;
            }
            out.appendInt(start);
        }
        return {};
    }

    // Buckets that stay open: the newest and the one before it. Earlier ones are closed for good, else a late row would
    // put the sum of itself in place of theirs.
    Result<> carryOn()
    {
        if (m_settings.bucket && !m_keys.empty() && m_keys.front().size() > 0) {
            const std::vector<std::int64_t> &starts = m_keys.front().ints;
            const qint64 newest = *std::max_element(starts.begin(), starts.end());
            m_closedBefore = std::max(m_closedBefore, bucketBefore(*m_settings.zone, newest, *m_settings.bucket));
        }
        StateWriter state(kVersion);
        state.text(m_settings.signature);
        state.number(m_closedBefore);
        std::size_t carried = 0;
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            if (m_settings.bucket && m_keys.front().ints[g] < m_closedBefore)
                continue;
            if (++carried > kMaxCarried)
                return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                     {QLatin1StringView("limit"), QString::number(kMaxCarried)}});
            state.number(static_cast<std::int64_t>(m_keys.size()));
            for (const Column &key : m_keys)
                writeValue(state, key, g);
            for (const Cell &cell : m_groups[g])
                writeCell(state, cell);
            if (atCheck(g)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return ok;
            }
        }
        if (m_context.newState != nullptr)
            *m_context.newState = state.take();
        return {};
    }

    void restore()
    {
        StateReader state(m_context.state, kVersion);
        if (state.text() != m_settings.signature || !state.ok())
            return;
        m_closedBefore = state.number();
        const std::size_t wanted = static_cast<std::size_t>(m_settings.by.size()) + (m_settings.bucket ? 1 : 0);
        while (state.more()) {
            if (state.number() != static_cast<std::int64_t>(wanted))
                return;
            std::vector<Column> values;
            for (std::size_t k = 0; k < wanted; ++k)
                values.push_back(readValue(state));
            std::vector<Cell> cells;
            for (std::size_t a = 0; a < m_settings.aggregates.size(); ++a)
                cells.push_back(readCell(state));
            if (!state.ok() || (m_settings.bucket && values.front().type != ColumnType::Instant))
                return;
            std::vector<const Column *> keys;
            keys.reserve(values.size());
            for (const Column &value : values)
                keys.push_back(&value);
            RowKey key(keys);
            if (!m_index.try_emplace(key.at(0), m_groups.size()).second)
                continue;
            m_cellBytes += textBytes(key.at(0));
            for (const Cell &cell : cells)
                m_cellBytes += cellBytes(cell);
            for (std::size_t k = 0; k < wanted; ++k) {
                if (m_keys.size() <= k)
                    m_keys.emplace_back(values[k].type, values[k].scale);
                appendKey(m_keys[k], &values[k], 0);
            }
            m_groups.push_back(std::move(cells));
            m_changed.push_back(0);
        }
    }

    Result<> feedRows(const Batch &batch, const std::vector<const Column *> &keys,
                      const std::vector<const Column *> &inputs)
    {
        RowKey key(keys);
        if (m_keys.empty()) {
            for (const Column *column : keys)
                m_keys.emplace_back(column == nullptr ? ColumnType::Text : column->type,
                                    column == nullptr ? 0 : column->scale);
        }
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (atCheck(row)) {
                if (auto ok = m_context.budget.check(); !ok)
                    return ok;
            }
            if (m_settings.bucket && keys.front()->isNull(row))
                continue;
            const auto [it, isNew] = m_index.try_emplace(key.at(row), m_groups.size());
            if (isNew) {
                if (m_groups.size() >= kMaxGroups)
                    return fail(ErrorCode::RunRowLimit, {{QLatin1StringView("step"), m_context.name},
                                                         {QLatin1StringView("limit"), QString::number(kMaxGroups)}});
                m_groups.emplace_back(m_settings.aggregates.size());
                m_cellBytes += textBytes(it->first);
                m_changed.push_back(1);
                for (std::size_t k = 0; k < keys.size(); ++k)
                    appendKey(m_keys[k], keys[k], row);
            }
            m_changed[it->second] = 1;
            std::vector<Cell> &cells = m_groups[it->second];
            for (std::size_t a = 0; a < cells.size(); ++a)
                m_cellBytes += feedCell(m_settings.aggregates[a], cells[a], inputs[a], row);
        }
        return {};
    }

    // Batches may know a field as different kinds: whole and other numbers are joined as numbers, anything else as
    // text.
    static void appendKey(Column &to, const Column *from, std::size_t row)
    {
        if (from == nullptr || from->isNull(row)) {
            to.appendNull();
        } else if (to.type == from->type) {
            to.appendFrom(*from, row);
        } else {
            Batch had;
            had.rows = to.size();
            had.set(QStringLiteral("key"), std::make_shared<Column>(std::move(to)));
            Batch added;
            added.rows = 1;
            added.set(QStringLiteral("key"), takeRows(*from, {static_cast<std::uint32_t>(row)}));
            to = had.rows == 0 ? *added.fields.front().column : *concatenate({had, added}).fields.front().column;
        }
    }

    void fill(std::size_t a, Column &out, std::vector<std::uint8_t> &good) const
    {
        const Aggregate &aggregate = m_settings.aggregates[a];
        const auto each = [&](auto one) {
            for (std::size_t g = 0; g < m_groups.size(); ++g)
                one(m_groups[g][a], g);
        };
        switch (aggregate.what) {
        case What::Count:
        case What::CountDistinct:
            out.type = ColumnType::Int64;
            each([&](const Cell &c, std::size_t) {
                out.appendInt(aggregate.what == What::Count ? c.count : static_cast<std::int64_t>(c.seen.size()));
            });
            return;
        case What::Sum:
        case What::Average:
            fillSums(a, out, good);
            return;
        case What::Median:
        case What::Percentile:
            out.type = ColumnType::Double;
            each([&](const Cell &c, std::size_t) {
                c.values.empty()
                    ? out.appendNull()
                    : out.appendDouble(percentileOf(c.values, aggregate.what == What::Median ? 50 : aggregate.percent));
            });
            return;
        case What::Min:
        case What::Max:
        case What::First:
        case What::Last:
            break;
        }
        bool typed = false;
        each([&](const Cell &c, std::size_t) {
            if (c.count > 0 && !typed) {
                typed = true;
                Column fresh(c.kept.type, c.kept.scale);
                for (std::size_t i = 0; i < out.size(); ++i)
                    fresh.appendNull();
                out = std::move(fresh);
            }
            appendKey(out, c.count > 0 ? &c.kept : nullptr, 0);
        });
    }

    // To six places more than the sum has, not than the batches had.
    static std::optional<Decimal> averageOf(const Cell &c)
    {
        int places = c.exact.scale;
        for (Int128 units = c.exact.units; places > 0 && units % 10 == 0; units /= 10)
            --places;
        return divide(c.exact, Decimal{c.count, 0}, std::min(kMaxDecimalScale, places + 6));
    }

    void fillSums(std::size_t a, Column &out, std::vector<std::uint8_t> &good) const
    {
        bool floating = false;
        bool whole = true;
        for (const auto &cells : m_groups) {
            floating = floating || cells[a].floating != 0 || cells[a].lost != 0 || std::isnan(cells[a].floating);
            whole = whole && cells[a].exact.scale == 0;
        }
        const bool average = m_settings.aggregates[a].what == What::Average;
        out.type = floating || (average && whole) ? ColumnType::Double
                   : whole                        ? ColumnType::Int64
                                                  : ColumnType::Decimal;
        for (std::size_t g = 0; g < m_groups.size(); ++g) {
            const Cell &c = m_groups[g][a];
            good[g] = static_cast<std::uint8_t>(good[g] & (c.overflow ? 0 : 1));
            if (c.count == 0 || c.overflow) {
                out.appendNull();
            } else if (out.type == ColumnType::Double) {
                const double sum = summedUp(c.floating, c.lost, toDouble(c.exact));
                out.appendDouble(average ? sum / static_cast<double>(c.count) : sum);
            } else if (out.type == ColumnType::Int64) {
                const auto units = exactUnits(c.exact, 0);
                good[g] = static_cast<std::uint8_t>(good[g] & (units ? 1 : 0));
                out.appendInt(units.value_or(0));
            } else {
                const auto value = average ? averageOf(c) : std::optional(c.exact);
                if (!value || !out.appendDecimal(*value))
                    out.appendNull();
            }
        }
    }

    Settings m_settings;
    StepContext m_context;
    SeenFields m_seen;
    std::unordered_map<std::string, std::size_t> m_index;
    std::vector<std::vector<Cell>> m_groups;
    std::vector<Column> m_keys;
    std::size_t m_cellBytes = 0;         // that keys and cells hold beside themselves
    std::vector<std::uint8_t> m_changed; // groups that got a row in this run
    qint64 m_closedBefore = INT64_MIN;   // start of the oldest open bucket
};

struct Named {
    const char *value;
    const char *label;
    What what;
};
constexpr Named kWhats[] = {{"count", QT_TRANSLATE_NOOP("Parameter", "Count"), What::Count},
                            {"sum", QT_TRANSLATE_NOOP("Parameter", "Sum"), What::Sum},
                            {"average", QT_TRANSLATE_NOOP("Parameter", "Average"), What::Average},
                            {"min", QT_TRANSLATE_NOOP("Parameter", "Smallest"), What::Min},
                            {"max", QT_TRANSLATE_NOOP("Parameter", "Largest"), What::Max},
                            {"first", QT_TRANSLATE_NOOP("Parameter", "First"), What::First},
                            {"last", QT_TRANSLATE_NOOP("Parameter", "Last"), What::Last},
                            {"count_distinct", QT_TRANSLATE_NOOP("Parameter", "Different values"), What::CountDistinct},
                            {"median", QT_TRANSLATE_NOOP("Parameter", "Median"), What::Median},
                            {"percentile", QT_TRANSLATE_NOOP("Parameter", "Percentile"), What::Percentile}};

// Without time nothing ever closes, so what keeps every value would grow without end.
Result<> canCarry(const Group::Settings &settings, const QString &step)
{
    for (const Aggregate &aggregate : settings.aggregates) {
        const bool keepsAll = aggregate.what == What::Median || aggregate.what == What::Percentile ||
                              aggregate.what == What::CountDistinct;
        if (keepsAll && !settings.bucket)
            return fail(ErrorCode::DefinitionField,
                        {{QLatin1StringView("step"), step},
                         {QLatin1StringView("field"), QStringLiteral("carry")},
                         {QLatin1StringView("reason"),
                          QStringLiteral("needs a time to group by: “%1” keeps every value until its span is over.")
                              .arg(aggregate.name)}});
    }
    return {};
}

std::string signatureOf(const Group::Settings &settings, const ConfigReader &reader)
{
    QStringList parts{settings.by.join(u'\n'), settings.time, reader.text(QLatin1StringView("every")),
                      reader.text(QLatin1StringView("zone"))};
    for (const Aggregate &aggregate : settings.aggregates)
        parts += {QString::number(static_cast<int>(aggregate.what)), aggregate.field};
    return parts.join(u'\v').toStdString();
}

Result<std::unique_ptr<Step>> create(const Parameters &parameters, const QJsonObject &config, StepContext context)
{
    auto checked = checkedConfig(config, parameters, context.name);
    if (!checked)
        return fail(checked.error());
    const ConfigReader reader(*checked);
    Group::Settings settings;
    settings.by = reader.texts(QLatin1StringView("by"));
    settings.time = reader.text(QLatin1StringView("time"));
    if (!settings.time.isEmpty()) {
        settings.bucket = parseTimeBucket(reader.text(QLatin1StringView("every")));
        if (!settings.bucket)
            return fail(ErrorCode::DefinitionField,
                        {{QLatin1StringView("step"), context.name},
                         {QLatin1StringView("field"), QStringLiteral("every")},
                         {QLatin1StringView("reason"),
                          QStringLiteral("must be a span such as 15m, hour, day, week or month, not “%1”.")
                              .arg(reader.text(QLatin1StringView("every")))}});
    }
    auto zone = Zone::load(reader.text(QLatin1StringView("zone")));
    if (!zone)
        return fail(zone.error().with(QLatin1StringView("step"), context.name));
    settings.zone = *zone;
    for (const ConfigReader &entry : reader.list(QLatin1StringView("aggregates"))) {
        Aggregate aggregate;
        const QString what = entry.text(QLatin1StringView("what"));
        for (const Named &named : kWhats) {
            if (what == QLatin1StringView(named.value))
                aggregate.what = named.what;
        }
        aggregate.field = entry.text(QLatin1StringView("field"));
        if (aggregate.field.isEmpty() && aggregate.what != What::Count)
            return fail(ErrorCode::DefinitionMissing,
                        {{QLatin1StringView("step"), context.name},
                         {QLatin1StringView("field"), QStringLiteral("aggregates.field")},
                         {QLatin1StringView("reason"), QStringLiteral("Choose the field for “%1”.").arg(what)}});
        aggregate.percent = entry.has(QLatin1StringView("percent")) ? entry.number(QLatin1StringView("percent")) : 95;
        const QString name = entry.text(QLatin1StringView("name"));
        aggregate.name = !name.isEmpty()             ? name
                         : aggregate.field.isEmpty() ? what
                                                     : QString(what + u'_' + aggregate.field);
        settings.aggregates.push_back(std::move(aggregate));
    }
    settings.carry = reader.toggle(QLatin1StringView("carry"));
    if (settings.carry) {
        if (auto ok = canCarry(settings, context.name); !ok)
            return fail(ok.error());
        settings.signature = signatureOf(settings, reader);
    }
    return std::unique_ptr<Step>(std::make_unique<Group>(std::move(settings), std::move(context)));
}

Parameter aggregatesParameter()
{
    Parameter what;
    what.name = QStringLiteral("what");
    what.kind = ParameterKind::Choice;
    what.label = QT_TRANSLATE_NOOP("Parameter", "What");
    what.defaultValue = QStringLiteral("count");
    for (const Named &named : kWhats)
        what.choices.push_back({QString::fromLatin1(named.value), named.label});
    Parameter field;
    field.name = QStringLiteral("field");
    field.kind = ParameterKind::Field;
    field.label = QT_TRANSLATE_NOOP("Parameter", "Of field");
    Parameter percent;
    percent.name = QStringLiteral("percent");
    percent.kind = ParameterKind::Number;
    percent.label = QT_TRANSLATE_NOOP("Parameter", "Percentile");
    percent.defaultValue = 95;
    percent.minimum = 0;
    percent.maximum = 100;
    percent.showWhen = QStringLiteral("what=percentile");
    Parameter name;
    name.name = QStringLiteral("name");
    name.label = QT_TRANSLATE_NOOP("Parameter", "Name");
    Parameter list;
    list.name = QStringLiteral("aggregates");
    list.kind = ParameterKind::List;
    list.label = QT_TRANSLATE_NOOP("Parameter", "Compute");
    list.help = QT_TRANSLATE_NOOP("Parameter", "Add at least one, such as the sum of a field.");
    list.required = true;
    list.members = {what, field, percent, name};
    return list;
}

} // namespace

StepType groupStep()
{
    StepType type;
    type.type = "group";
    type.label = QT_TRANSLATE_NOOP("Engine", "Group");
    type.icon = "group";
    type.help = QT_TRANSLATE_NOOP("Engine", "Sums, counts, averages and more over equal fields and spans of time.");
    type.tier = "basic";
    Parameter by;
    by.name = QStringLiteral("by");
    by.kind = ParameterKind::Fields;
    by.label = QT_TRANSLATE_NOOP("Parameter", "By fields");
    Parameter time;
    time.name = QStringLiteral("time");
    time.kind = ParameterKind::Field;
    time.label = QT_TRANSLATE_NOOP("Parameter", "By time of");
    time.help = QT_TRANSLATE_NOOP("Parameter", "Empty: not by time.");
    Parameter every;
    every.name = QStringLiteral("every");
    every.label = QT_TRANSLATE_NOOP("Parameter", "Every");
    every.help = QT_TRANSLATE_NOOP("Parameter", "minute, 15m, hour, day, week, month, quarter or year.");
    every.defaultValue = QStringLiteral("hour");
    Parameter zone;
    zone.name = QStringLiteral("zone");
    zone.kind = ParameterKind::Zone;
    zone.label = QT_TRANSLATE_NOOP("Parameter", "Time zone");
    zone.help = QT_TRANSLATE_NOOP("Parameter", "Where days begin at midnight.");
    zone.defaultValue = QStringLiteral("UTC");
    Parameter carry;
    carry.name = QStringLiteral("carry");
    carry.kind = ParameterKind::Toggle;
    carry.label = QT_TRANSLATE_NOOP("Parameter", "Carry on over runs");
    carry.help = QT_TRANSLATE_NOOP("Parameter", "For sources that deliver only new rows: the newest span of time and "
                                                "the one before go on where the last run stopped.");
    carry.defaultValue = false;
    carry.advanced = true;
    type.parameters = {by, time, every, zone, aggregatesParameter(), carry};
    type.fact = [](const QJsonObject &config) {
        QStringList names;
        for (const ConfigReader &entry : ConfigReader(config).list(QLatin1StringView("aggregates")))
            names.push_back(entry.has(QLatin1StringView("what")) ? entry.text(QLatin1StringView("what"))
                                                                 : QStringLiteral("count"));
        return names.join(QStringLiteral(", "));
    };
    type.create = [parameters = type.parameters](const QJsonObject &config, StepContext context) {
        return create(parameters, config, std::move(context));
    };
    return type;
}

} // namespace dash
