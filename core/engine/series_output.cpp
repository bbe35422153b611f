#include "core/engine/convert.h"
#include "core/engine/output_columns.h"
#include "core/engine/parameters.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dash {

namespace {

constexpr qsizetype kMaxText = 256;
constexpr QLatin1StringView kStep{"step"};
constexpr QLatin1StringView kField{"field"};
constexpr QLatin1StringView kReason{"reason"};

struct LabelRule {
    std::string name;
    std::string constant;
    QString field; // empty: constant
};

// One series of this run: where its points collect.
struct Slot {
    SeriesKey key;
    ValueType type = ValueType::Double;
    int scale = 0;
    std::string unit;
    PointBlock block;
};

// Rows with the same labels (and name, where rows bring it): told once a row, whatever number of values it has.
struct Group {
    std::string name; // where rows bring it
    std::vector<Label> labels;
};

// The rows given back for previews: all the points written, in order.
struct Echoed {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> slots;
};

class SeriesOutput final : public Output {
public:
    SeriesOutput(const Node &node, const QJsonObject &config, const OutputContext &context)
        : m_context(context)
        , m_owner(context.pipeline.text().toStdString())
        , m_step(node.name.isEmpty() ? node.id : node.name)
    {
        const ConfigReader reader(config);
        m_name = reader.text(QLatin1StringView("name"));
        m_time = reader.text(QLatin1StringView("time"));
        m_unit = reader.text(QLatin1StringView("unit")).toStdString();
        m_byName = reader.is(QLatin1StringView("layout"), QLatin1StringView("names"));
        m_values = reader.texts(QLatin1StringView("values"));
        m_nameField = reader.text(QLatin1StringView("name_field"));
        m_valueField = reader.text(QLatin1StringView("value_field"));
        m_type = valueTypeFromName(reader.text(QLatin1StringView("type")));
        readLabels(config.value(QLatin1StringView("labels")).toObject());
    }

    Result<Batch> write(const Batch &rows, Rejects &rejects) override
    {
        const Column *time = m_time.isEmpty() ? nullptr : rows.column(m_time);
        if (!m_time.isEmpty() && !time) {
            rejectAll(rows, rejects, m_time, QStringLiteral("is not in this row. Choose the time field again."));
            return Batch{};
        }
        const std::vector<const Field *> values = valueFields(rows);
        if (values.empty()) {
            const QString wanted = m_byName ? m_valueField : m_values.join(u", "_qs);
            rejectAll(rows, rejects, wanted.isEmpty() ? QStringLiteral("values") : wanted,
                      wanted.isEmpty()
                          ? QStringLiteral("is empty and no number field arrives. Choose the fields to keep.")
                          : QStringLiteral("is not in this row."));
            return Batch{};
        }
        std::vector<char> refused(rows.rows, 0);
        std::vector<Batch> echo;
        groupRows(rows);
        for (const Field *field : values) {
            const Echoed echoed = writeField(rows, *field, values.size() > 1, time, refused, rejects);
            if (m_context.echo == OutputContext::Echo::Yes)
                echo.push_back(echoBatch(*field, time, echoed));
        }
        return echo.empty() ? Batch{} : concatenate(echo);
    }

    void moveTo(RunCommit &commit) override
    {
        for (Slot &slot : m_slots) {
            if (slot.block.times.empty())
                continue;
            SeriesInfo info;
            info.key = slot.key;
            info.type = slot.type;
            info.scale = slot.scale;
            info.unit = slot.unit;
            slot.block.series = SeriesId(static_cast<std::int64_t>(commit.series.size()));
            commit.series.emplace_back(slot.key, std::move(info));
            commit.points.push_back(std::move(slot.block));
            slot.block = PointBlock{};
        }
        m_bytes = 0;
    }

    std::size_t memoryBytes() const override { return m_bytes; }

private:
    void readLabels(const QJsonObject &labels)
    {
        for (auto it = labels.begin(); it != labels.end(); ++it) {
            LabelRule rule;
            rule.name = it.key().toStdString();
            if (it.value().isObject())
                rule.field = it.value().toObject().value(QLatin1StringView("field")).toString();
            else
                rule.constant = it.value().toVariant().toString().toStdString();
            m_labels.push_back(std::move(rule));
        }
        std::sort(m_labels.begin(), m_labels.end(),
                  [](const LabelRule &a, const LabelRule &b) { return a.name < b.name; });
    }

    std::vector<const Field *> valueFields(const Batch &rows) const
    {
        std::vector<const Field *> out;
        if (m_byName) {
            const int value = rows.indexOf(m_valueField);
            if (value >= 0 && rows.indexOf(m_nameField) >= 0)
                out.push_back(&rows.fields[static_cast<std::size_t>(value)]);
            return out;
        }
        for (const QString &name : m_values)
            if (const int index = rows.indexOf(name); index >= 0)
                out.push_back(&rows.fields[static_cast<std::size_t>(index)]);
        if (!m_values.isEmpty())
            return out;
        for (const Field &field : rows.fields) {
            const ColumnType type = field.column->type;
            const bool value = type == ColumnType::Int64 || type == ColumnType::Double || type == ColumnType::Decimal ||
                               type == ColumnType::Bool;
            const bool label = std::any_of(m_labels.begin(), m_labels.end(),
                                           [&](const LabelRule &r) { return r.field == field.name; });
            if (value && !label && field.name != m_time)
                out.push_back(&field);
        }
        return out;
    }

    void reject(const Batch &rows, std::size_t row, Rejects &rejects, ErrorCode code, ErrorArgs args) const
    {
        Reject entry;
        entry.reason = Error{code, std::move(args), {}};
        entry.reason.with(kStep, m_step);
        entry.record = rowJson(rows, row);
        rejects.push_back(std::move(entry));
    }

    void rejectAll(const Batch &rows, Rejects &rejects, const QString &field, const QString &reason) const
    {
        for (std::size_t row = 0; row < rows.rows; ++row)
            reject(rows, row, rejects, ErrorCode::RecordRejected, {{kField, field}, {kReason, reason}});
    }

    QString seriesName(const QString &field, bool several) const
    {
        if (m_name.isEmpty())
            return field;
        return several ? QString(m_name + u'.' + field) : m_name;
    }

    // m_groupOf[row], and m_groups for those not seen before. Constant labels are in every group.
    void groupRows(const Batch &rows)
    {
        std::vector<const Column *> parts; // null: a field that this batch lacks
        const Column *names = m_byName ? rows.column(m_nameField) : nullptr;
        for (const LabelRule &rule : m_labels)
            if (!rule.field.isEmpty())
                parts.push_back(rows.column(rule.field));
        m_groupOf.assign(rows.rows, 0);
        const bool one = !names && std::all_of(parts.begin(), parts.end(), [](const Column *c) { return !c; });
        for (std::size_t row = 0; row < rows.rows; ++row) {
            if (row > 0 && one) {
                m_groupOf[row] = m_groupOf[0];
                continue;
            }
            m_scratch.clear();
            if (names)
                appendPart(*names, row);
            for (const Column *part : parts) {
                m_scratch += '\x1f';
                if (part)
                    appendPart(*part, row);
                else
                    m_scratch += '\0';
            }
            if (row > 0 && m_scratch == m_lastKey) {
                m_groupOf[row] = m_groupOf[row - 1];
                continue;
            }
            m_lastKey = m_scratch;
            const auto known = m_groupIndex.try_emplace(m_scratch, static_cast<std::uint32_t>(m_groups.size()));
            if (known.second)
                m_groups.push_back(newGroup(rows, row, names));
            m_groupOf[row] = known.first->second;
        }
    }

    void appendPart(const Column &column, std::size_t row)
    {
        if (column.isNull(row))
            m_scratch += '\0';
        else if (column.type == ColumnType::Text)
            m_scratch += column.text(row);
        else
            m_scratch += labelText(column, row);
    }

    // A decimal without the places that only other rows of the batch need: the next batch would name another series.
    static std::string labelText(const Column &column, std::size_t row)
    {
        std::string text = cellText(column, row);
        if (column.type != ColumnType::Decimal || column.scale == 0 || column.isNull(row))
            return text;
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
        return text;
    }

    Group newGroup(const Batch &rows, std::size_t row, const Column *names) const
    {
        Group group;
        if (names && !names->isNull(row))
            group.name = labelText(*names, row);
        for (const LabelRule &rule : m_labels) {
            const Column *column = rule.field.isEmpty() ? nullptr : rows.column(rule.field);
            if (rule.field.isEmpty())
                group.labels.push_back({rule.name, rule.constant});
            else if (column && !column->isNull(row))
                group.labels.push_back({rule.name, labelText(*column, row)});
        }
        return group;
    }

    Slot newSlot(const std::string &name, const Group &group, const Field &value) const
    {
        Slot slot;
        slot.key.owner = m_owner;
        slot.key.name = name;
        slot.key.labels = group.labels;
        slot.unit = m_unit.empty() ? value.unit.toStdString() : m_unit;
        slot.type = m_type.value_or(valueTypeOf(value.column->type));
        slot.scale = slot.type != ValueType::Decimal             ? 0
                     : value.column->type == ColumnType::Decimal ? value.column->scale
                                                                 : 2;
        if (m_context.shapes) {
            const auto shape = m_context.shapes->series.try_emplace({slot.key.name, slot.key.labels},
                                                                    std::pair(slot.type, slot.scale));
            slot.type = shape.first->second.first;
            slot.scale = shape.first->second.second;
        }
        return slot;
    }

    std::size_t slotFor(std::vector<std::int64_t> &known, const std::string &name, std::uint32_t groupNumber,
                        const Field &field)
    {
        const Group &group = m_groups[groupNumber];
        const std::string own = !m_byName          ? name
                                : m_name.isEmpty() ? group.name
                                                   : m_name.toStdString() + "." + group.name;
        // The same labels may come another way: a label that was missing, then empty.
        const auto slot = m_index.try_emplace({own, group.labels}, m_slots.size());
        if (slot.second)
            m_slots.push_back(newSlot(own, group, field));
        known[groupNumber] = static_cast<std::int64_t>(slot.first->second);
        return slot.first->second;
    }

    Echoed writeField(const Batch &rows, const Field &field, bool several, const Column *time,
                      std::vector<char> &refused, Rejects &rejects)
    {
        Echoed echoed;
        const Column &values = *field.column;
        const Column *names = m_byName ? rows.column(m_nameField) : nullptr;
        const std::string name = seriesName(field.name, several).toStdString();
        std::vector<std::int64_t> &known = m_known[name]; // slot by group
        known.resize(m_groups.size(), -1);
        for (std::size_t row = 0; row < rows.rows; ++row) {
            if (refused[row] != 0 || values.isNull(row))
                continue;
            const auto at = !time ? std::optional<qint64>(m_context.now)
                            : time->type == ColumnType::Instant && !time->isNull(row)
                                ? std::optional<qint64>(time->ints[row])
                                : instantOf(*time, row);
            if (!at || (names && names->isNull(row))) {
                refused[row] = 1;
                const QString &missing = at ? m_nameField : m_time;
                reject(rows, row, rejects, ErrorCode::RecordRejected,
                       {{kField, missing},
                        {kReason, at ? QStringLiteral("is empty.")
                                     : QStringLiteral("is not a time. Add a “Parse time” step before this output.")}});
                continue;
            }
            const std::uint32_t group = m_groupOf[row];
            const std::size_t index =
                known[group] >= 0 ? static_cast<std::size_t>(known[group]) : slotFor(known, name, group, field);
            if (!add(m_slots[index], values, row)) {
                refused[row] = 1;
                refuseValue(rows, row, m_slots[index], values, rejects);
                continue;
            }
            m_slots[index].block.times.push_back(*at);
            m_bytes += 16;
            if (m_context.echo == OutputContext::Echo::Yes) {
                echoed.rows.push_back(row);
                echoed.slots.push_back(index);
            }
        }
        return echoed;
    }

    static bool add(Slot &slot, const Column &values, std::size_t row)
    {
        if (slot.type == ValueType::Double && values.type == ColumnType::Double) {
            slot.block.doubles.push_back(values.doubles[row]);
            return true;
        }
        if (slot.type == ValueType::Int64 && values.type == ColumnType::Int64) {
            slot.block.ints.push_back(values.ints[row]);
            return true;
        }
        if (slot.type == ValueType::Text && cellText(values, row).size() > std::size_t(kMaxText))
            return false;
        return appendPoint(slot.block, slot.type, slot.scale, values, row);
    }

    void refuseValue(const Batch &rows, std::size_t row, const Slot &slot, const Column &values, Rejects &rejects) const
    {
        const QString series = QString::fromStdString(slot.key.name);
        if (slot.type == ValueType::Text) {
            reject(rows, row, rejects, ErrorCode::SeriesTextTooLong,
                   {{QLatin1StringView("series"), series},
                    {QLatin1StringView("limit"), QString::number(kMaxText)},
                    {QLatin1StringView("found"), QString::number(cellText(values, row).size())}});
        } else if (slot.type == ValueType::Decimal && values.type != ColumnType::Text &&
                   values.type != ColumnType::Bool) {
            reject(rows, row, rejects, ErrorCode::SeriesDecimalRange,
                   {{QLatin1StringView("value"), QString::fromStdString(cellText(values, row))},
                    {QLatin1StringView("series"), series},
                    {QLatin1StringView("scale"), QString::number(slot.scale)}});
        } else {
            reject(rows, row, rejects, ErrorCode::SeriesType,
                   {{QLatin1StringView("series"), series},
                    {QLatin1StringView("expected"), QString(valueTypeName(slot.type))},
                    {QLatin1StringView("found"), QString::fromStdString(cellText(values, row)).left(40)}});
        }
    }

    // time, series, the labels, value.
    Batch echoBatch(const Field &field, const Column *time, const Echoed &echoed) const
    {
        auto times = std::make_shared<Column>(ColumnType::Instant);
        auto names = std::make_shared<Column>(ColumnType::Text);
        std::vector<std::shared_ptr<Column>> labels;
        for (std::size_t i = 0; i < m_labels.size(); ++i)
            labels.push_back(std::make_shared<Column>(ColumnType::Text));
        const ColumnType type =
            echoed.slots.empty() ? field.column->type : columnTypeOf(m_slots[echoed.slots.front()].type);
        auto values = std::make_shared<Column>(
            type, type == ColumnType::Decimal && !echoed.slots.empty() ? m_slots[echoed.slots.front()].scale : 0);
        for (std::size_t i = 0; i < echoed.rows.size(); ++i) {
            const std::size_t row = echoed.rows[i];
            const Slot &slot = m_slots[echoed.slots[i]];
            times->appendInt(time ? instantOf(*time, row).value_or(0) : m_context.now);
            names->appendText(slot.key.name);
            for (std::size_t l = 0; l < m_labels.size(); ++l) {
                const auto found = std::find_if(slot.key.labels.begin(), slot.key.labels.end(),
                                                [&](const Label &label) { return label.name == m_labels[l].name; });
                if (found == slot.key.labels.end())
                    labels[l]->appendNull();
                else
                    labels[l]->appendText(found->value);
            }
            if (!appendConverted(*values, *field.column, row))
                values->appendNull();
        }
        Batch out;
        out.rows = echoed.rows.size();
        out.set(QStringLiteral("time"), times);
        out.set(QStringLiteral("series"), names);
        for (std::size_t l = 0; l < m_labels.size(); ++l)
            out.set(QString::fromStdString(m_labels[l].name), labels[l]);
        out.set(QStringLiteral("value"), values, QString::fromStdString(m_unit));
        return out;
    }

    OutputContext m_context;
    std::string m_owner;
    QString m_step, m_name, m_time, m_nameField, m_valueField;
    QStringList m_values;
    std::string m_unit;
    bool m_byName = false;
    std::optional<ValueType> m_type;
    std::vector<LabelRule> m_labels;
    std::vector<Slot> m_slots;
    std::map<std::pair<std::string, std::vector<Label>>, std::size_t> m_index;
    std::unordered_map<std::string, std::vector<std::int64_t>> m_known; // by name: slot by group, -1: not met yet
    std::unordered_map<std::string, std::uint32_t> m_groupIndex;
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_groupOf; // of this batch's rows
    std::string m_scratch;
    std::string m_lastKey;
    std::size_t m_bytes = 0;
};

} // namespace

Result<std::unique_ptr<Output>> makeSeriesOutput(const Node &node, const QJsonObject &config,
                                                 const OutputContext &context)
{
    return std::unique_ptr<Output>(new SeriesOutput(node, config, context));
}

} // namespace dash
