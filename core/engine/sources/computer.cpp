// This computer: one wide row of rates and levels a read, then one row for each disk.

#include "core/engine/sources/computer_probe.h"
#include "core/engine/sources/sources.h"

#include <QJsonDocument>

#include <algorithm>
#include <thread>

namespace dash {

namespace {

constexpr qint64 kOldestUseful = 120'000; // ms between two readings that still make an honest rate
constexpr auto kFirstPause = std::chrono::milliseconds(150);

struct Counters {
    std::int64_t time = 0;
    ComputerReading reading;
};

QByteArray toText(const Counters &counters)
{
    const ComputerReading &r = counters.reading;
    QByteArray out = "1";
    for (const std::int64_t value : {counters.time, r.cpuUser, r.cpuSystem, r.cpuWait, r.cpuTotal, r.diskRead,
                                     r.diskWritten, r.diskBusyMs, r.networkIn, r.networkOut})
        out += ' ' + QByteArray::number(static_cast<qint64>(value));
    return out;
}

std::optional<Counters> fromText(const QByteArray &text)
{
    const QList<QByteArray> words = text.split(' ');
    if (words.size() != 11 || words[0] != "1")
        return std::nullopt;
    Counters out;
    std::int64_t *const fields[] = {&out.time,
                                    &out.reading.cpuUser,
                                    &out.reading.cpuSystem,
                                    &out.reading.cpuWait,
                                    &out.reading.cpuTotal,
                                    &out.reading.diskRead,
                                    &out.reading.diskWritten,
                                    &out.reading.diskBusyMs,
                                    &out.reading.networkIn,
                                    &out.reading.networkOut};
    for (qsizetype i = 0; i < 10; ++i)
        *fields[i] = words[i + 1].toLongLong();
    return out;
}

// A row set with a column for each name; cells not given stay null.
class Rows {
public:
    void next() { ++m_rows; }
    void put(const char *name, const char *unit, std::optional<double> value)
    {
        Column &column = named(name, unit, ColumnType::Double);
        if (value)
            column.appendDouble(*value);
    }
    void putWhole(const char *name, const char *unit, qint64 value)
    {
        Column &column = named(name, unit, ColumnType::Int64);
        if (value >= 0)
            column.appendInt(value);
    }
    void putText(const char *name, const std::string &value) { named(name, "", ColumnType::Text).appendText(value); }
    void putTime(qint64 ms) { named("time", "", ColumnType::Instant).appendInt(ms); }
    Batch take()
    {
        Batch batch;
        batch.rows = m_rows;
        for (Named &one : m_columns) {
            while (one.column->size() < m_rows)
                one.column->appendNull();
            batch.set(QString::fromLatin1(one.name), one.column, QString::fromLatin1(one.unit));
        }
        return batch;
    }

private:
    struct Named {
        const char *name;
        const char *unit;
        std::shared_ptr<Column> column;
    };
    Column &named(const char *name, const char *unit, ColumnType type)
    {
        auto known = std::find_if(m_columns.begin(), m_columns.end(),
                                  [&](const Named &one) { return std::string_view(one.name) == name; });
        if (known == m_columns.end())
            known = m_columns.insert(m_columns.end(), Named{name, unit, std::make_shared<Column>(type)});
        while (known->column->size() + 1 < m_rows)
            known->column->appendNull();
        return *known->column;
    }

    std::size_t m_rows = 0;
    std::vector<Named> m_columns;
};

// Per second, or nothing when the counter is missing or began anew.
std::optional<double> rate(qint64 before, qint64 now, double seconds)
{
    if (before < 0 || now < before || seconds <= 0)
        return std::nullopt;
    return static_cast<double>(now - before) / seconds;
}

std::optional<double> share(qint64 before, qint64 now, qint64 totalBefore, qint64 totalNow)
{
    if (before < 0 || now < before || totalNow <= totalBefore)
        return std::nullopt;
    return std::min(100.0, 100.0 * static_cast<double>(now - before) / static_cast<double>(totalNow - totalBefore));
}

Batch rowsOf(const Counters &before, const Counters &now)
{
    const ComputerReading &a = before.reading;
    const ComputerReading &b = now.reading;
    const double seconds = static_cast<double>(now.time - before.time) / 1000.0;
    const auto user = share(a.cpuUser, b.cpuUser, a.cpuTotal, b.cpuTotal);
    const auto system = share(a.cpuSystem, b.cpuSystem, a.cpuTotal, b.cpuTotal);
    Rows rows;
    rows.next();
    rows.putTime(now.time);
    rows.put("cpu", "%", user && system ? std::optional(std::min(100.0, *user + *system)) : std::nullopt);
    rows.put("cpu_user", "%", user);
    rows.put("cpu_system", "%", system);
    rows.put("cpu_iowait", "%", share(a.cpuWait, b.cpuWait, a.cpuTotal, b.cpuTotal));
    rows.put("memory", "%",
             b.memoryTotal > 0
                 ? std::optional(100.0 * static_cast<double>(b.memoryUsed) / static_cast<double>(b.memoryTotal))
                 : std::nullopt);
    rows.putWhole("memory_used", "B", b.memoryUsed);
    rows.putWhole("memory_cached", "B", b.memoryCached);
    rows.putWhole("memory_total", "B", b.memoryTotal);
    rows.put("disk_read", "B/s", rate(a.diskRead, b.diskRead, seconds));
    rows.put("disk_write", "B/s", rate(a.diskWritten, b.diskWritten, seconds));
    const auto busy = rate(a.diskBusyMs, b.diskBusyMs, seconds * 10); // ms a second → percent
    rows.put("disk_busy", "%", busy ? std::optional(std::min(100.0, *busy)) : std::nullopt);
    rows.put("network_in", "B/s", rate(a.networkIn, b.networkIn, seconds));
    rows.put("network_out", "B/s", rate(a.networkOut, b.networkOut, seconds));
    for (const ComputerDisk &disk : b.disks) {
        rows.next();
        rows.putTime(now.time);
        rows.putText("mount", disk.mount);
        rows.putWhole("disk_used", "B", disk.totalBytes - disk.freeBytes);
        rows.putWhole("disk_free", "B", disk.freeBytes);
        rows.putWhole("disk_total", "B", disk.totalBytes);
        rows.put("disk_full", "%",
                 disk.totalBytes > 0 ? std::optional(100.0 * static_cast<double>(disk.totalBytes - disk.freeBytes) /
                                                     static_cast<double>(disk.totalBytes))
                                     : std::nullopt);
    }
    return rows.take();
}

class ComputerSource final : public Source {
public:
    explicit ComputerSource(const QString &node)
        : m_state(QStringLiteral("cursor/") + node)
    {
    }

    Result<> read(RunContext &context, SourceOutput &out) override
    {
        std::optional<Counters> before;
        if (const auto kept = context.state.find(m_state); kept != context.state.end())
            before = fromText(kept->second);
        const qint64 start = toMs(context.clock.now());
        if (!before || before->time >= start || start - before->time > kOldestUseful) {
            // No reading to compare with: take two shortly after each other.
            before = Counters{start, readComputer()};
            context.budget.pauseClock();
            std::this_thread::sleep_for(kFirstPause);
            context.budget.resumeClock();
        }
        Counters now{toMs(context.clock.now()), readComputer()};
        if (now.time <= before->time)
            now.time = before->time + kFirstPause.count();
        if (context.mode == RunMode::Full)
            context.newState[m_state] = toText(now);
        return out.batch(rowsOf(*before, now));
    }

private:
    QString m_state;
};

} // namespace

SourceType computerSource()
{
    SourceType type;
    type.type = "computer";
    type.label = QT_TRANSLATE_NOOP("Engine", "This computer");
    type.icon = "computer";
    type.help = QT_TRANSLATE_NOOP("Engine", "Processor, memory, disks and network of this computer.");
    type.usesFormat = false;
    type.create = [](const QJsonObject &, const QString &node) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<ComputerSource>(node);
    };
    return type;
}

} // namespace dash
