#include "app/pipelines/stored_rows.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace dash {

namespace {

constexpr qint64 kRunsShown = 200;
constexpr qint64 kRejectedShown = 1'000;
constexpr qint64 kDeliveriesShown = 100;

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

void readRejected(PointsDb &points, PipelineId pipeline, QObject *receiver,
                  std::function<void(std::vector<RejectedRecord>)> done)
{
    onWorker<std::vector<RejectedRecord>>(
        receiver,
        [&points, pipeline] {
            std::vector<RejectedRecord> records;
            auto snapshot = points.snapshot();
            if (!snapshot)
                return records;
            const TableName name{pipeline, QStringLiteral("rejected")};
            const auto rows = (*snapshot)->rows(name, PointsSnapshot::Order{}, 0, kRejectedShown);
            for (std::size_t row = 0; rows && row < rows->rows; ++row) {
                RejectedRecord record;
                record.at = numberAt(*rows, u"time", row, 0);
                record.node = textAt(*rows, u"node", row);
                record.reason = textAt(*rows, u"reason", row);
                record.field = textAt(*rows, u"field", row);
                record.record = textAt(*rows, u"record", row).toUtf8();
                record.rowId = numberAt(*rows, u"id", row, -1);
                records.push_back(std::move(record));
            }
            return records;
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
