#pragma once
// Small worlds for tests of points.db.

#include "core/data/points_db.h"

#include "tests/support/kit.h"

#include <QTemporaryDir>

#include <memory>

namespace dash::test {

inline PipelineId pipeline(int n)
{
    return PipelineId{QUuid(static_cast<uint>(n), 7, 7, 1, 2, 3, 4, 5, 6, 7, 8)};
}
inline DeliveryId deliveryId(int n)
{
    return DeliveryId{QUuid(static_cast<uint>(n), 8, 7, 1, 2, 3, 4, 5, 6, 7, 8)};
}
inline RunId runId(int n)
{
    return RunId{QUuid(static_cast<uint>(n), 9, 7, 1, 2, 3, 4, 5, 6, 7, 8)};
}

inline ColumnPtr ints(const std::vector<std::optional<qint64>> &values, ColumnType type = ColumnType::Int64)
{
    const auto column = std::make_shared<Column>(type);
    for (const auto &value : values) {
        if (value)
            column->appendInt(*value);
        else
            column->appendNull();
    }
    return column;
}

inline ColumnPtr doubles(const std::vector<double> &values)
{
    const auto column = std::make_shared<Column>(ColumnType::Double);
    for (const double value : values)
        column->appendDouble(value);
    return column;
}

inline ColumnPtr texts(const std::vector<std::optional<std::string>> &values, ColumnType type = ColumnType::Text)
{
    const auto column = std::make_shared<Column>(type);
    for (const auto &value : values) {
        if (value)
            column->appendText(*value);
        else
            column->appendNull();
    }
    return column;
}

inline ColumnPtr decimals(const std::vector<std::string> &values)
{
    const auto column = std::make_shared<Column>(ColumnType::Decimal);
    for (const std::string &value : values) {
        if (!column->appendDecimal(*parseDecimal(value)))
            column->appendNull();
    }
    return column;
}

inline Batch batch(std::vector<std::pair<QString, ColumnPtr>> columns)
{
    Batch out;
    for (auto &[name, column] : columns) {
        out.rows = column->size();
        out.set(name, column);
    }
    return out;
}

inline Result<std::unique_ptr<Database>> openReadOnly(const QString &path)
{
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    return Database::open(path, options);
}

// A folder with an open points.db; reopen() closes and opens it again.
class PointsWorld {
public:
    explicit PointsWorld(PointsDb::Options options = {})
        : m_options(std::move(options))
    {
        reopen();
    }

    void reopen()
    {
        db.reset();
        auto opened = PointsDb::open(folder.path(), m_options, clock);
        if (succeeded(opened, "PointsDb::open"))
            db = std::move(*opened);
    }
    std::unique_ptr<PointsSnapshot> snapshot() const
    {
        auto snapshot = db->snapshot();
        return succeeded(snapshot, "snapshot") ? std::move(*snapshot) : nullptr;
    }
    // Commits one table write of pipeline 1.
    Result<CommitCounts> write(const QString &output, TableWrite::Mode mode, Batch rows, QStringList key = {},
                               qint64 maxRows = 0, qint64 maxBytes = 0) const
    {
        RunCommit commit;
        commit.pipeline = pipeline(1);
        TableWrite write{
            TableName{pipeline(1), output}, QString(), std::move(key), mode, std::move(rows), maxRows, maxBytes};
        commit.tables.push_back(std::move(write));
        return db->commit(std::move(commit));
    }
    // All cells of one column as text, "∅" for null, by arrival.
    QStringList column(const QString &output, const QString &name) const
    {
        QStringList out;
        const auto rows =
            snapshot()->rows(TableName{pipeline(1), output}, {QString(), Qt::AscendingOrder}, 0, 1'000'000);
        if (!succeeded(rows, "rows"))
            return out;
        const Column *cells = rows->column(name);
        for (std::size_t row = 0; cells != nullptr && row < rows->rows; ++row)
            out.append(cells->isNull(row) ? QStringLiteral("∅") : QString::fromStdString(cellText(*cells, row)));
        return out;
    }

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<PointsDb> db;

private:
    PointsDb::Options m_options;
};

// A delivery, a commit of run `n` at n seconds, and what is due, of pipeline 1.
inline QueuedDelivery delivery(int n, const QString &output = QStringLiteral("hook"))
{
    QueuedDelivery out;
    out.id = deliveryId(n);
    out.pipeline = pipeline(1);
    out.output = output;
    out.payload = "payload " + QByteArray::number(n);
    out.meta = "{}";
    out.createdAt = n;
    return out;
}
inline Result<CommitCounts> queue(const PointsWorld &world, std::vector<QueuedDelivery> deliveries)
{
    RunCommit commit;
    commit.pipeline = pipeline(1);
    commit.deliveries = std::move(deliveries);
    return world.db->commit(std::move(commit));
}
inline RunCommit run(int n, const QByteArray &input = {})
{
    RunCommit commit;
    commit.pipeline = pipeline(1);
    RunRecord record;
    record.id = runId(n);
    record.pipeline = pipeline(1);
    record.startedAt = n * 1'000;
    record.finishedAt = n * 1'000 + 5;
    record.definition = "{\"name\":\"same\"}";
    if (!input.isEmpty())
        record.inputs.emplace_back(QStringLiteral("source"), input);
    commit.run = record;
    return commit;
}
inline QList<int> due(const PointsWorld &world, qint64 now)
{
    QList<int> out;
    const auto found = world.db->dueDeliveries(now, 100);
    if (succeeded(found, "dueDeliveries")) {
        for (const QueuedDelivery &each : *found)
            out.append(static_cast<int>(each.id.value.data1));
    }
    return out;
}

} // namespace dash::test
