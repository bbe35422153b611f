#pragma once
// Reads what the builder shows from points.db, on a worker, and hands it back to the thread of `receiver`.

#include "app/pipelines/row_batches.h"

#include <QObject>

namespace dash {

void readRuns(PointsDb &points, PipelineId pipeline, QObject *receiver,
              std::function<void(std::vector<RunRecord>)> done);
void readRejected(PointsDb &points, PipelineId pipeline, QObject *receiver,
                  std::function<void(std::vector<RejectedRecord>)> done);
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
