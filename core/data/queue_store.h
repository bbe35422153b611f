#pragma once
// Deliveries of sinks waiting in order. The writing functions live on the writer thread inside its transaction.

#include "core/data/points_db.h"

namespace dash {

class QueueStore {
public:
    explicit QueueStore(Database &db)
        : m_db(db)
    {
    }

    Result<> add(const std::vector<QueuedDelivery> &deliveries);
    // These answer the delivery's pipeline, for the notification. NotFound for ids that are gone.
    Result<PipelineId> finish(const DeliveryId &id, QueuedDelivery::State state, const QString &error, qint64 at);
    Result<PipelineId> retry(const DeliveryId &id, const QString &error, qint64 nextTryAt);
    Result<PipelineId> resend(const DeliveryId &id);
    Result<> pause(PipelineId pipeline, const QString &output, bool paused);
    Result<> erase(PipelineId pipeline);

private:
    Result<PipelineId> changed(Statement &update);
    Result<> cap(const QByteArray &pipeline, const QString &output, qint64 now);
    Result<> prune(const QByteArray &pipeline, const QString &output, QueuedDelivery::State state);

    Database &m_db;
};

Result<std::vector<QueuedDelivery>> readDue(Database &db, qint64 now, int limit);
Result<QueueSummary> readQueue(Database &db, PipelineId pipeline, const QString &output);
// Waiting ones first in order, then finished ones, newest first.
Result<std::vector<QueuedDelivery>> readDeliveries(Database &db, PipelineId pipeline, const QString &output,
                                                   qint64 limit);

} // namespace dash
