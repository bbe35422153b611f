#pragma once
// Reads what the builder shows from points.db, on a worker, and hands it back to the thread of `receiver`.

#include "app/pipelines/row_batches.h"

#include <QObject>

namespace dash {

void readRuns(PointsDb &points, PipelineId pipeline, QObject *receiver,
              std::function<void(std::vector<RunRecord>)> done);
struct StoredRejects {
    std::vector<RejectedRecord> records; // the newest
    qint64 all = 0;
};
void readRejected(PointsDb &points, PipelineId pipeline, QObject *receiver, std::function<void(StoredRejects)> done);
// Takes every refused row of a pipeline out of its table and hands them over, so that they can be put back.
void takeRejected(PointsDb &points, PipelineId pipeline, QObject *receiver, std::function<void(Result<Batch>)> done);
void putRejectedBack(PointsDb &points, PipelineId pipeline, const Batch &rows, QObject *receiver,
                     std::function<void(Result<>)> done);
struct SinkQueue {
    QueueSummary summary;
    std::vector<QueuedDelivery> deliveries;
};
void readQueue(PointsDb &points, PipelineId pipeline, const QString &output, QObject *receiver,
               std::function<void(SinkQueue)> done);
// Runs a change of points.db off the GUI thread.
void changePoints(PointsDb &points, std::function<Result<>(PointsDb &)> change, QObject *receiver,
                  std::function<void(Result<>)> done);

} // namespace dash
