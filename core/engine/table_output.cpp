#include "core/engine/convert.h"
#include "core/engine/output_columns.h"
#include "core/engine/parameters.h"

#include <algorithm>

namespace dash {

namespace {

constexpr QLatin1StringView kStep{"step"};

class TableOutput final : public Output {
public:
    TableOutput(const Node &node, const QJsonObject &config, const OutputContext &context)
        : m_context(context)
        , m_id(node.id)
        , m_step(node.name.isEmpty() ? node.id : node.name)
    {
        const ConfigReader reader(config);
        m_title = reader.text(QLatin1StringView("title"));
        if (m_title.isEmpty())
            m_title = m_step;
        m_columns = reader.texts(QLatin1StringView("columns"));
        m_key = reader.texts(QLatin1StringView("key"));
        const QString mode = reader.text(QLatin1StringView("mode"));
        m_mode = mode == u"replace"                     ? TableWrite::Mode::Replace
                 : mode == u"append" || m_key.isEmpty() ? TableWrite::Mode::Append
                                                        : TableWrite::Mode::Upsert;
        m_maxRows = reader.integer(QLatin1StringView("max_rows"));
        m_maxBytes = reader.bytes(QLatin1StringView("max_bytes"));
    }

    Result<Batch> write(const Batch &rows, Rejects &rejects) override
    {
        Batch wanted = projected(rows);
        std::vector<std::uint8_t> keep(rows.rows, 1);
        for (const QString &key : m_key)
            requireKey(rows, key, keep, rejects);
        for (Field &field : wanted.fields)
            field.column = fitted(rows, field, keep, rejects);
        Batch kept =
            std::find(keep.begin(), keep.end(), 0) == keep.end() ? std::move(wanted) : filterRows(wanted, keep);
        if (kept.rows > 0) {
            m_bytes += kept.memoryBytes();
            m_rows.push_back(kept);
        }
        m_seen = true;
        return m_context.echo == OutputContext::Echo::Yes ? kept : Batch{};
    }

    void moveTo(RunCommit &commit) override
    {
        // Replacing with nothing empties the table; that must be said too.
        if (m_rows.empty() && m_mode != TableWrite::Mode::Replace)
            return;
        TableWrite write;
        write.table = TableName{m_context.pipeline, m_id};
        write.title = m_title;
        write.key = m_key;
        write.mode = m_mode;
        write.rows = concatenate(m_rows);
        write.maxRows = m_maxRows;
        write.maxBytes = m_maxBytes;
        commit.tables.push_back(std::move(write));
        m_rows.clear();
        m_bytes = 0;
    }

    std::size_t memoryBytes() const override { return m_bytes; }

private:
    Batch projected(const Batch &rows) const
    {
        if (m_columns.isEmpty())
            return rows;
        Batch out;
        out.rows = rows.rows;
        for (const QString &name : m_columns) {
            const int index = rows.indexOf(name);
            if (index >= 0)
                out.fields.push_back(rows.fields[static_cast<std::size_t>(index)]);
        }
        for (const QString &name : m_key) {
            const int index = rows.indexOf(name);
            if (index >= 0 && out.indexOf(name) < 0)
                out.fields.push_back(rows.fields[static_cast<std::size_t>(index)]);
        }
        return out;
    }

    void refuse(const Batch &rows, std::size_t row, std::vector<std::uint8_t> &keep, Rejects &rejects, ErrorCode code,
                ErrorArgs args) const
    {
        keep[row] = 0;
        Reject entry;
        entry.reason = Error{code, std::move(args), {}};
        entry.reason.with(kStep, m_step);
        entry.record = rowJson(rows, row);
        rejects.push_back(std::move(entry));
    }

    void requireKey(const Batch &rows, const QString &key, std::vector<std::uint8_t> &keep, Rejects &rejects) const
    {
        const Column *column = rows.column(key);
        for (std::size_t row = 0; row < rows.rows; ++row)
            if (keep[row] != 0 && (!column || column->isNull(row)))
                refuse(rows, row, keep, rejects, ErrorCode::TableKeyMissing,
                       {{QLatin1StringView("table"), m_title}, {QLatin1StringView("column"), key}});
    }

    std::optional<ColumnType> storedType(const QString &column) const
    {
        if (!m_context.shapes)
            return std::nullopt;
        const auto table = m_context.shapes->tables.find(m_id);
        if (table == m_context.shapes->tables.end())
            return std::nullopt;
        const auto found =
            std::find_if(table->second.begin(), table->second.end(), [&](const auto &c) { return c.first == column; });
        return found == table->second.end() ? std::nullopt : std::optional(found->second);
    }

    // The column in the type that the table has stored; rows that do not fit leave.
    ColumnPtr fitted(const Batch &rows, const Field &field, std::vector<std::uint8_t> &keep, Rejects &rejects)
    {
        const auto stored = m_mode == TableWrite::Mode::Replace && !m_seen ? std::nullopt : storedType(field.name);
        const Column &from = *field.column;
        if (!stored) {
            const bool allNull =
                !from.valid.empty() && std::find(from.valid.begin(), from.valid.end(), 1) == from.valid.end();
            if (m_context.shapes && !allNull)
                learn(field.name, from.type);
            return field.column;
        }
        if (*stored == from.type)
            return field.column;
        auto to = std::make_shared<Column>(*stored, from.scale);
        for (std::size_t row = 0; row < rows.rows; ++row) {
            if (keep[row] != 0 && appendConverted(*to, from, row))
                continue;
            to->appendNull();
            if (keep[row] != 0)
                refuse(rows, row, keep, rejects, ErrorCode::TableColumnType,
                       {{QLatin1StringView("column"), field.name},
                        {QLatin1StringView("table"), m_title},
                        {QLatin1StringView("expected"), QString(columnTypeName(*stored))},
                        {QLatin1StringView("found"), QString::fromStdString(cellText(from, row)).left(40)}});
        }
        return to;
    }

    void learn(const QString &column, ColumnType type)
    {
        auto &columns = m_context.shapes->tables[m_id];
        const auto found =
            std::find_if(columns.begin(), columns.end(), [&](const auto &c) { return c.first == column; });
        if (found == columns.end())
            columns.emplace_back(column, type);
        else
            found->second = type;
    }

    OutputContext m_context;
    QString m_id, m_step, m_title;
    QStringList m_columns, m_key;
    TableWrite::Mode m_mode = TableWrite::Mode::Append;
    qint64 m_maxRows = 0;
    qint64 m_maxBytes = 0;
    std::vector<Batch> m_rows;
    std::size_t m_bytes = 0;
    bool m_seen = false; // a batch of this run has fixed the columns of a replaced table
};

} // namespace

Result<std::unique_ptr<Output>> makeTableOutput(const Node &node, const QJsonObject &config,
                                                const OutputContext &context)
{
    return std::unique_ptr<Output>(new TableOutput(node, config, context));
}

} // namespace dash
