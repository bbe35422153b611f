#include "core/data/commit_codec.h"

#include <cstring>
#include <type_traits>

namespace dash {

namespace {

constexpr std::uint8_t kVersion = 1;

// One description of a struct serves both directions: its fields are constant while they are written.
template <class Io, class T>
using Of = std::conditional_t<Io::kReads, T, const T>;

template <class T>
constexpr bool kIsNumber = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
public:
    static constexpr bool kReads = false;

    QByteArray take() { return std::move(m_out); }

    template <class... Values>
    void operator()(const Values &...values)
    {
        (put(values), ...);
    }
    template <class Items, class Each>
    void list(const Items &items, Each each)
    {
        put(static_cast<std::uint64_t>(items.size()));
        for (const auto &item : items)
            each(item);
    }
    template <class Map>
    void map(const Map &items)
    {
        list(items, [this](const auto &entry) { (*this)(entry.first, entry.second); });
    }

private:
    template <class Number>
    requires kIsNumber<Number>
    void put(const Number &value) { m_out.append(reinterpret_cast<const char *>(&value), sizeof value); }
    template <class Value>
    requires std::is_trivially_copyable_v<Value>
    void put(const std::vector<Value> &all) { raw(all.data(), all.size() * sizeof(Value)); }
    template <class Tag>
    void put(const Id<Tag> &id)
    {
        put(id.bytes());
    }
    void put(const QByteArray &value) { raw(value.constData(), static_cast<std::size_t>(value.size())); }
    void put(const QString &value) { put(value.toUtf8()); }
    void put(const std::string &value) { raw(value.data(), value.size()); }
    void raw(const void *data, std::size_t bytes)
    {
        put(static_cast<std::uint64_t>(bytes));
        m_out.append(static_cast<const char *>(data), static_cast<qsizetype>(bytes));
    }

    QByteArray m_out;
};

// Reading past the end gives empty values and a reader that is not ok.
class Reader {
public:
    static constexpr bool kReads = true;

    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.isEmpty(); }
    void require(bool holds) { m_ok = m_ok && holds; }

    template <class... Values>
    void operator()(Values &...values)
    {
        (take(values), ...);
    }
    template <class Items, class Each>
    void list(Items &items, Each each)
    {
        std::uint64_t count = 0;
        take(count);
        for (std::uint64_t i = 0; i < count && m_ok; ++i)
            each(items.emplace_back());
    }
    template <class Map>
    void map(Map &items)
    {
        std::uint64_t count = 0;
        take(count);
        for (std::uint64_t i = 0; i < count && m_ok; ++i) {
            typename Map::key_type key;
            take(key);
            take(items[key]);
        }
    }

private:
    template <class Number>
    requires kIsNumber<Number>
    void take(Number &value)
    {
        if (!has(sizeof value))
            return;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.sliced(sizeof value);
    }
    template <class Value>
    requires std::is_trivially_copyable_v<Value>
    void take(std::vector<Value> &out)
    {
        const QByteArrayView view = raw();
        require(static_cast<std::size_t>(view.size()) % sizeof(Value) == 0);
        if (!m_ok || view.isEmpty())
            return;
        out.resize(static_cast<std::size_t>(view.size()) / sizeof(Value));
        std::memcpy(out.data(), view.data(), static_cast<std::size_t>(view.size()));
    }
    template <class Tag>
    void take(Id<Tag> &id)
    {
        id = Id<Tag>::fromBytes(raw().toByteArray());
    }
    void take(QByteArray &value) { value = raw().toByteArray(); }
    void take(QString &value) { value = QString::fromUtf8(raw()); }
    void take(std::string &value)
    {
        const QByteArrayView view = raw();
        value.assign(view.data(), static_cast<std::size_t>(view.size()));
    }
    QByteArrayView raw()
    {
        std::uint64_t size = 0;
        take(size);
        if (!has(size))
            return {};
        const QByteArrayView out = m_rest.first(static_cast<qsizetype>(size));
        m_rest = m_rest.sliced(static_cast<qsizetype>(size));
        return out;
    }
    bool has(std::uint64_t size)
    {
        require(size <= static_cast<std::uint64_t>(m_rest.size()));
        return m_ok;
    }

    QByteArrayView m_rest;
    bool m_ok = true;
};

bool isScale(int scale)
{
    return scale >= 0 && scale <= 38;
}

bool fits(const Column &column, std::size_t rows)
{
    if (column.type > ColumnType::Json || !isScale(column.scale) || column.size() != rows ||
        !(column.valid.empty() || column.valid.size() == rows))
        return false;
    std::uint32_t last = 0;
    for (const std::uint32_t end : column.ends) {
        if (end < last || end > column.bytes.size())
            return false;
        last = end;
    }
    return true;
}

bool fits(const PointBlock &block, const RunCommit &commit)
{
    const auto index = static_cast<std::uint64_t>(block.series);
    if (index >= commit.series.size())
        return false;
    const ValueType type = commit.series[index].second.type;
    const std::size_t values = type == ValueType::Double ? block.doubles.size()
                               : type == ValueType::Text ? block.texts.size()
                                                         : block.ints.size();
    return values == block.times.size();
}

template <class Io>
void fields(Io &io, Of<Io, Column> &column)
{
    io(column.type, column.scale, column.valid, column.bools, column.ints, column.doubles, column.decimals, column.ends,
       column.bytes);
}

template <class Io>
void fields(Io &io, Of<Io, Batch> &batch)
{
    io(batch.rows);
    if constexpr (Io::kReads) {
        std::vector<Field> all;
        io.list(all, [&](Field &field) {
            auto column = std::make_shared<Column>();
            io(field.name, field.unit);
            fields(io, *column);
            io.require(fits(*column, batch.rows));
            field.column = std::move(column);
        });
        for (Field &field : all)
            batch.set(std::move(field.name), std::move(field.column), std::move(field.unit));
    } else {
        io.list(batch.fields, [&](const Field &field) {
            io(field.name, field.unit);
            fields(io, *field.column);
        });
    }
}

template <class Io>
void fields(Io &io, Of<Io, std::pair<SeriesKey, SeriesInfo>> &series)
{
    auto &[key, info] = series;
    io(key.owner, key.name);
    io.list(key.labels, [&](auto &label) { io(label.name, label.value); });
    io(info.type, info.scale, info.unit);
    if constexpr (Io::kReads) {
        info.key = key;
        io.require(info.type <= ValueType::Text && isScale(info.scale));
    }
}

template <class Io>
void fields(Io &io, Of<Io, PointBlock> &block)
{
    io(block.series, block.times, block.doubles, block.ints);
    io.list(block.texts, [&](auto &text) { io(text); });
}

template <class Io>
void fields(Io &io, Of<Io, TableWrite> &table)
{
    io(table.table.pipeline, table.table.output, table.title);
    io.list(table.key, [&](auto &name) { io(name); });
    io(table.mode, table.maxRows, table.maxBytes);
    fields(io, table.rows);
    if constexpr (Io::kReads)
        io.require(table.mode >= TableWrite::Mode::Upsert && table.mode <= TableWrite::Mode::Replace);
}

template <class Io>
void fields(Io &io, Of<Io, QueuedDelivery> &delivery)
{
    io(delivery.id, delivery.output, delivery.payload, delivery.meta, delivery.createdAt, delivery.nextTryAt);
}

template <class Io>
void fields(Io &io, Of<Io, RunRecord> &run)
{
    io(run.id, run.startedAt, run.finishedAt, run.outcome, run.errorCode, run.errorSentence, run.errorNode, run.rowsIn,
       run.rejected);
    io.map(run.rowsOut);
    io(run.definition);
    io.list(run.inputs, [&](auto &input) { io(input.first, input.second); });
    if constexpr (Io::kReads)
        io.require(run.outcome >= RunRecord::Outcome::Succeeded && run.outcome <= RunRecord::Outcome::Stopped);
}

template <class Io>
void fields(Io &io, Of<Io, RunCommit> &commit)
{
    io(commit.pipeline);
    io.list(commit.series, [&](auto &series) { fields(io, series); });
    io.list(commit.points, [&](auto &block) {
        fields(io, block);
        if constexpr (Io::kReads)
            io.require(fits(block, commit));
    });
    io.list(commit.tables, [&](auto &table) { fields(io, table); });
    io.list(commit.rejected, [&](auto &row) { io(row.node, row.code, row.reason, row.record, row.origin); });
    io(commit.rerun);
    io.map(commit.state);
    io.list(commit.deliveries, [&](auto &delivery) { fields(io, delivery); });
    std::uint8_t ran = commit.run ? 1 : 0;
    io(ran);
    if constexpr (Io::kReads) {
        for (QueuedDelivery &delivery : commit.deliveries)
            delivery.pipeline = commit.pipeline;
        if (ran == 1)
            commit.run.emplace().pipeline = commit.pipeline;
    }
    if (commit.run)
        fields(io, *commit.run);
}

} // namespace

QByteArray encodeCommit(const RunCommit &commit)
{
    Writer out;
    out(kVersion);
    fields(out, commit);
    return out.take();
}

Result<RunCommit> decodeCommit(QByteArrayView bytes)
{
    Reader in(bytes);
    std::uint8_t version = 0;
    in(version);
    in.require(version == kVersion);
    RunCommit commit;
    fields(in, commit);
    if (in.ok() && in.atEnd() && !commit.pipeline.isNull())
        return commit;
    return fail(ErrorCode::InvalidValue,
                {{QLatin1StringView("value"), QStringLiteral("the message")},
                 {QLatin1StringView("field"), QStringLiteral("commit")},
                 {QLatin1StringView("reason"), QStringLiteral("both programs have to be of the same version.")}});
}

} // namespace dash
