#include "app/pipelines/stored_rows.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace dash {

namespace {

constexpr qint64 kRunsShown = 200;
constexpr qint64 kRejectedShown = 1'000;
constexpr qint64 kDeliveriesShown = 100;

QString rejectedTable()
{
    return QStringLiteral("rejected");
}

// Work on the pool, `done` on the receiver's thread while it lives.
template <class Value>
void onWorker(QObject *receiver, std::function<Value()> work, std::function<void(Value)> done)
{
    QThreadPool::globalInstance()->start(
        [receiver = QPointer<QObject>(receiver), work = std::move(work), done = std::move(done)]() mutable {
            auto value = std::make_shared<Value>(work());
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver, value, done = std::move(done)] {
                    if (receiver)
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
}

QString textAt(const Batch &batch, QStringView name, std::size_t row)
{
    const Column *column = batch.column(name);
    return column && !column->isNull(row) ? QString::fromStdString(cellText(*column, row)) : QString();
}

qint64 numberAt(const Batch &batch, QStringView name, std::size_t row, qint64 fallback)
{
    const Column *column = batch.column(name);
    const bool whole = column && (column->type == ColumnType::Int64 || column->type == ColumnType::Instant);
    return whole && !column->isNull(row) ? column->ints[row] : fallback;
}

} // namespace

void readRuns(PointsDb &points, PipelineId pipeline, QObject *receiver,
              std::function<void(std::vector<RunRecord>)> done)
{
    onWorker<std::vector<RunRecord>>(
        receiver,
        [&points, pipeline] {
            std::vector<RunRecord> runs;
            if (auto snapshot = points.snapshot()) {
                if (auto read = (*snapshot)->runs(pipeline, kRunsShown))
                    runs = std::move(*read);
            }
            return runs;
        },
        std::move(done));
}

void readRejected(PointsDb &points, PipelineId pipeline, QObject *receiver, std::function<void(StoredRejects)> done)
{
    onWorker<StoredRejects>(
        receiver,
        [&points, pipeline] {
            StoredRejects rejects;
            auto snapshot = points.snapshot();
            if (!snapshot)
                return rejects;
            const TableName name{pipeline, rejectedTable()};
            const auto rows = (*snapshot)->rows(name, PointsSnapshot::Order{}, 0, kRejectedShown);
            const auto ids = (*snapshot)->rowIds(name, PointsSnapshot::Order{}, 0, kRejectedShown);
            for (std::size_t row = 0; rows && row < rows->rows; ++row) {
                RejectedRecord record;
                record.at = numberAt(*rows, u"time", row, 0);
                record.node = textAt(*rows, u"node", row);
                record.code = textAt(*rows, u"code", row);
                record.reason = textAt(*rows, u"reason", row);
                record.record = textAt(*rows, u"record", row).toUtf8();
                record.rowId = ids && row < ids->size() ? (*ids)[row] : -1;
                rejects.records.push_back(std::move(record));
            }
            const auto table = (*snapshot)->table(name);
            rejects.all = std::max(qint64(rejects.records.size()), table ? table->rows : 0);
            return rejects;
        },
        std::move(done));
}

void takeRejected(PointsDb &points, PipelineId pipeline, QObject *receiver, std::function<void(Result<Batch>)> done)
{
    onWorker<Result<Batch>>(
        receiver,
        [&points, pipeline]() -> Result<Batch> {
            const TableName name{pipeline, rejectedTable()};
            const PointsSnapshot::Order oldestFirst{{}, Qt::AscendingOrder};
            const auto snapshot = points.snapshot();
            if (!snapshot)
                return fail(snapshot.error());
            const auto table = (*snapshot)->table(name);
            if (!table)
                return fail(table.error());
            auto rows = (*snapshot)->rows(name, oldestFirst, 0, table->rows);
            const auto ids = (*snapshot)->rowIds(name, oldestFirst, 0, table->rows);
            if (!rows || !ids)
                return fail(rows ? ids.error() : rows.error());
            if (const auto erased = points.eraseRejected(pipeline, *ids); !erased)
                return fail(erased.error());
            return rows;
        },
        std::move(done));
}

void putRejectedBack(PointsDb &points, PipelineId pipeline, const Batch &rows, QObject *receiver,
                     std::function<void(Result<>)> done)
{
    RunCommit commit;
    commit.pipeline = pipeline;
    TableWrite write;
    write.table = TableName{pipeline, rejectedTable()};
    write.title = QStringLiteral("Rejected");
    write.maxRows = std::max<qint64>(write.maxRows, qint64(rows.rows));
    write.rows = rows;
    commit.tables.push_back(std::move(write));
    onWorker<Result<>>(
        receiver,
        [&points, commit = std::move(commit)]() mutable -> Result<> {
            const auto counts = points.commit(std::move(commit));
            return counts ? Result<>() : fail(counts.error());
        },
        std::move(done));
}

void readQueue(PointsDb &points, PipelineId pipeline, const QString &output, QObject *receiver,
               std::function<void(SinkQueue)> done)
{
    onWorker<SinkQueue>(
        receiver,
        [&points, pipeline, output] {
            SinkQueue queue;
            auto snapshot = points.snapshot();
            if (!snapshot)
                return queue;
            if (const auto summary = (*snapshot)->queue(pipeline, output))
                queue.summary = *summary;
            if (auto deliveries = (*snapshot)->deliveries(pipeline, output, kDeliveriesShown))
                queue.deliveries = std::move(*deliveries);
            return queue;
        },
        std::move(done));
}

void changePoints(PointsDb &points, std::function<Result<>(PointsDb &)> change, QObject *receiver,
                  std::function<void(Result<>)> done)
{
    onWorker<Result<>>(
        receiver, [&points, change = std::move(change)] { return change(points); }, std::move(done));
}

} // namespace dash
