#include "core/data/commit_codec.h"

#include <cstring>
#include <type_traits>

namespace dash {

namespace {

constexpr std::uint8_t kVersion = 1;

class Writer {
public:
    QByteArray take() { return std::move(m_out); }

    template <class Number>
    void number(Number value)
    {
        static_assert(std::is_trivially_copyable_v<Number>);
        m_out.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void raw(const void *data, std::size_t bytes)
    {
        number<std::uint64_t>(bytes);
        m_out.append(static_cast<const char *>(data), static_cast<qsizetype>(bytes));
    }
    void bytes(const QByteArray &value) { raw(value.constData(), static_cast<std::size_t>(value.size())); }
    void text(const QString &value) { bytes(value.toUtf8()); }
    void text(const std::string &value) { raw(value.data(), value.size()); }
    template <class Value>
    void values(const std::vector<Value> &all)
    {
        raw(all.data(), all.size() * sizeof(Value));
    }
    template <class Items, class Each>
    void list(const Items &items, Each each)
    {
        number<std::uint64_t>(items.size());
        for (const auto &item : items)
            each(item);
    }

private:
    QByteArray m_out;
};

// Reading past the end gives empty values and a reader that is not ok.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.isEmpty(); }
    void refuse() { m_ok = false; }

    template <class Number>
    Number number()
    {
        Number value{};
        if (!has(sizeof value))
            return value;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.sliced(sizeof value);
        return value;
    }
    QByteArrayView raw()
    {
        const auto size = number<std::uint64_t>();
        if (!has(size))
            return {};
        const QByteArrayView out = m_rest.first(static_cast<qsizetype>(size));
        m_rest = m_rest.sliced(static_cast<qsizetype>(size));
        return out;
    }
    QByteArray bytes() { return raw().toByteArray(); }
    QString text() { return QString::fromUtf8(raw()); }
    std::string string()
    {
        const QByteArrayView view = raw();
        return std::string(view.data(), static_cast<std::size_t>(view.size()));
    }
    template <class Value>
    void values(std::vector<Value> &out)
    {
        const QByteArrayView view = raw();
        if (static_cast<std::size_t>(view.size()) % sizeof(Value) != 0) {
            refuse();
            return;
        }
        out.resize(static_cast<std::size_t>(view.size()) / sizeof(Value));
        if (!out.empty())
            std::memcpy(out.data(), view.data(), static_cast<std::size_t>(view.size()));
    }
    template <class Each>
    void list(Each each)
    {
        const auto count = number<std::uint64_t>();
        for (std::uint64_t i = 0; i < count && m_ok; ++i)
            each();
    }

private:
    bool has(std::uint64_t size)
    {
        m_ok = m_ok && size <= static_cast<std::uint64_t>(m_rest.size());
        return m_ok;
    }
    QByteArrayView m_rest;
    bool m_ok = true;
};

void write(Writer &out, const Column &column)
{
    out.number(column.type);
    out.number<std::int32_t>(column.scale);
    out.values(column.valid);
    out.values(column.bools);
    out.values(column.ints);
    out.values(column.doubles);
    out.values(column.decimals);
    out.values(column.ends);
    out.text(column.bytes);
}

ColumnPtr readColumn(Reader &in, std::size_t rows)
{
    auto column = std::make_shared<Column>();
    column->type = in.number<ColumnType>();
    column->scale = in.number<std::int32_t>();
    in.values(column->valid);
    in.values(column->bools);
    in.values(column->ints);
    in.values(column->doubles);
    in.values(column->decimals);
    in.values(column->ends);
    column->bytes = in.string();
    const bool known = column->type <= ColumnType::Json && column->scale >= 0 && column->scale <= 38;
    const bool masks = column->valid.empty() || column->valid.size() == rows;
    bool fits = known && masks && column->size() == rows;
    std::uint32_t last = 0;
    for (const std::uint32_t end : column->ends) {
        fits = fits && end >= last && end <= column->bytes.size();
        last = end;
    }
    if (!fits)
        in.refuse();
    return column;
}

void write(Writer &out, const Batch &batch)
{
    out.number<std::uint64_t>(batch.rows);
    out.list(batch.fields, [&](const Field &field) {
        out.text(field.name);
        out.text(field.unit);
        write(out, *field.column);
    });
}

Batch readBatch(Reader &in)
{
    Batch batch;
    batch.rows = in.number<std::uint64_t>();
    in.list([&] {
        QString name = in.text();
        QString unit = in.text();
        batch.set(std::move(name), readColumn(in, batch.rows), std::move(unit));
    });
    return batch;
}

void write(Writer &out, const std::pair<SeriesKey, SeriesInfo> &series)
{
    out.text(series.first.owner);
    out.text(series.first.name);
    out.list(series.first.labels, [&](const Label &label) {
        out.text(label.name);
        out.text(label.value);
    });
    out.number(series.second.type);
    out.number<std::int32_t>(series.second.scale);
    out.text(series.second.unit);
}

std::pair<SeriesKey, SeriesInfo> readSeries(Reader &in)
{
    std::pair<SeriesKey, SeriesInfo> series;
    series.first.owner = in.string();
    series.first.name = in.string();
    in.list([&] {
        Label label;
        label.name = in.string();
        label.value = in.string();
        series.first.labels.push_back(std::move(label));
    });
    series.second.key = series.first;
    series.second.type = in.number<ValueType>();
    series.second.scale = in.number<std::int32_t>();
    series.second.unit = in.string();
    if (series.second.type > ValueType::Text || series.second.scale < 0 || series.second.scale > 38)
        in.refuse();
    return series;
}

void write(Writer &out, const PointBlock &block)
{
    out.number<std::uint64_t>(static_cast<std::uint64_t>(block.series));
    out.values(block.times);
    out.values(block.doubles);
    out.values(block.ints);
    out.list(block.texts, [&](const std::string &text) { out.text(text); });
}

PointBlock readPoints(Reader &in, const RunCommit &commit)
{
    PointBlock block;
    const auto index = in.number<std::uint64_t>();
    block.series = static_cast<SeriesId>(index);
    in.values(block.times);
    in.values(block.doubles);
    in.values(block.ints);
    in.list([&] { block.texts.push_back(in.string()); });
    if (!in.ok() || index >= commit.series.size()) {
        in.refuse();
        return block;
    }
    const ValueType type = commit.series[index].second.type;
    const std::size_t values = type == ValueType::Double ? block.doubles.size()
                               : type == ValueType::Text ? block.texts.size()
                                                         : block.ints.size();
    if (values != block.times.size())
        in.refuse();
    return block;
}

void write(Writer &out, const TableWrite &table)
{
    out.bytes(table.table.pipeline.bytes());
    out.text(table.table.output);
    out.text(table.title);
    out.list(table.key, [&](const QString &name) { out.text(name); });
    out.number(table.mode);
    out.number(table.maxRows);
    out.number(table.maxBytes);
    write(out, table.rows);
}

TableWrite readTable(Reader &in)
{
    TableWrite table;
    table.table.pipeline = PipelineId::fromBytes(in.bytes());
    table.table.output = in.text();
    table.title = in.text();
    in.list([&] { table.key.append(in.text()); });
    table.mode = in.number<TableWrite::Mode>();
    table.maxRows = in.number<qint64>();
    table.maxBytes = in.number<qint64>();
    table.rows = readBatch(in);
    if (table.mode < TableWrite::Mode::Upsert || table.mode > TableWrite::Mode::Replace)
        in.refuse();
    return table;
}

void write(Writer &out, const QueuedDelivery &delivery)
{
    out.bytes(delivery.id.bytes());
    out.text(delivery.output);
    out.bytes(delivery.payload);
    out.bytes(delivery.meta);
    out.number(delivery.createdAt);
    out.number(delivery.nextTryAt);
}

QueuedDelivery readDelivery(Reader &in, PipelineId pipeline)
{
    QueuedDelivery delivery;
    delivery.id = DeliveryId::fromBytes(in.bytes());
    delivery.pipeline = pipeline;
    delivery.output = in.text();
    delivery.payload = in.bytes();
    delivery.meta = in.bytes();
    delivery.createdAt = in.number<qint64>();
    delivery.nextTryAt = in.number<qint64>();
    return delivery;
}

void write(Writer &out, const RunRecord &run)
{
    out.bytes(run.id.bytes());
    out.number(run.startedAt);
    out.number(run.finishedAt);
    out.number(run.outcome);
    out.bytes(run.errorCode);
    out.text(run.errorSentence);
    out.text(run.errorNode);
    out.number(run.rowsIn);
    out.number(run.rejected);
    out.list(run.rowsOut, [&](const auto &entry) {
        out.text(entry.first);
        out.number(entry.second);
    });
    out.bytes(run.definition);
    out.list(run.inputs, [&](const auto &entry) {
        out.text(entry.first);
        out.bytes(entry.second);
    });
}

RunRecord readRun(Reader &in, PipelineId pipeline)
{
    RunRecord run;
    run.pipeline = pipeline;
    run.id = RunId::fromBytes(in.bytes());
    run.startedAt = in.number<qint64>();
    run.finishedAt = in.number<qint64>();
    run.outcome = in.number<RunRecord::Outcome>();
    run.errorCode = in.bytes();
    run.errorSentence = in.text();
    run.errorNode = in.text();
    run.rowsIn = in.number<qint64>();
    run.rejected = in.number<qint64>();
    in.list([&] {
        const QString node = in.text();
        run.rowsOut[node] = in.number<qint64>();
    });
    run.definition = in.bytes();
    in.list([&] {
        QString node = in.text();
        run.inputs.emplace_back(std::move(node), in.bytes());
    });
    if (run.outcome < RunRecord::Outcome::Succeeded || run.outcome > RunRecord::Outcome::Stopped)
        in.refuse();
    return run;
}

} // namespace

QByteArray encodeCommit(const RunCommit &commit)
{
    Writer out;
    out.number(kVersion);
    out.bytes(commit.pipeline.bytes());
    out.list(commit.series, [&](const auto &series) { write(out, series); });
    out.list(commit.points, [&](const PointBlock &block) { write(out, block); });
    out.list(commit.tables, [&](const TableWrite &table) { write(out, table); });
    out.list(commit.rejected, [&](const RejectedRow &row) {
        out.text(row.node);
        out.bytes(row.code);
        out.text(row.reason);
        out.bytes(row.record);
        out.bytes(row.origin);
    });
    out.values(commit.rerun);
    out.list(commit.state, [&](const auto &entry) {
        out.text(entry.first);
        out.bytes(entry.second);
    });
    out.list(commit.deliveries, [&](const QueuedDelivery &delivery) { write(out, delivery); });
    out.number<std::uint8_t>(commit.run ? 1 : 0);
    if (commit.run)
        write(out, *commit.run);
    return out.take();
}

Result<RunCommit> decodeCommit(QByteArrayView bytes)
{
    Reader in(bytes);
    RunCommit commit;
    if (in.number<std::uint8_t>() != kVersion)
        in.refuse();
    commit.pipeline = PipelineId::fromBytes(in.bytes());
    in.list([&] { commit.series.push_back(readSeries(in)); });
    in.list([&] { commit.points.push_back(readPoints(in, commit)); });
    in.list([&] { commit.tables.push_back(readTable(in)); });
    in.list([&] {
        RejectedRow row;
        row.node = in.text();
        row.code = in.bytes();
        row.reason = in.text();
        row.record = in.bytes();
        row.origin = in.bytes();
        commit.rejected.push_back(std::move(row));
    });
    in.values(commit.rerun);
    in.list([&] {
        const QString name = in.text();
        commit.state[name] = in.bytes();
    });
    in.list([&] { commit.deliveries.push_back(readDelivery(in, commit.pipeline)); });
    if (in.number<std::uint8_t>() == 1)
        commit.run = readRun(in, commit.pipeline);
    if (in.ok() && in.atEnd() && !commit.pipeline.isNull())
        return commit;
    return fail(ErrorCode::InvalidValue,
                {{QLatin1StringView("value"), QStringLiteral("the message")},
                 {QLatin1StringView("field"), QStringLiteral("commit")},
                 {QLatin1StringView("reason"), QStringLiteral("both programs have to be of the same version.")}});
}

} // namespace dash
