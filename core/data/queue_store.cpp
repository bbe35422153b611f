#include "core/data/queue_store.h"

#include <set>

namespace dash {

namespace {

// Finished deliveries kept for the eye and for sending again, per sink.
constexpr qint64 kKeptSent = 200;
constexpr qint64 kKeptFailed = 1'000;
// What may wait, per sink; the oldest beyond it count as failed.
constexpr qint64 kMostWaiting = 10'000;
constexpr qint64 kMostWaitingBytes = 256LL * 1024 * 1024;
// No wait is longer: a time beyond it was set by a clock that has been set back since.
constexpr qint64 kLongestWait = 27LL * 3'600'000;

constexpr const char *kColumns =
    "delivery, pipeline, output, payload, meta, created, next_try, tries, state, last_error, finished";

QueuedDelivery deliveryFrom(const Statement &row)
{
    QueuedDelivery delivery;
    delivery.id = DeliveryId::fromBytes(row.bytes(0));
    delivery.pipeline = PipelineId::fromBytes(row.bytes(1));
    delivery.output = row.string(2);
    delivery.payload = row.bytes(3);
    delivery.meta = row.bytes(4);
    delivery.createdAt = row.integer(5);
    delivery.nextTryAt = row.integer(6);
    delivery.tries = static_cast<int>(row.integer(7));
    delivery.state = static_cast<QueuedDelivery::State>(row.integer(8));
    delivery.lastError = row.string(9);
    delivery.finishedAt = row.integer(10);
    return delivery;
}

Result<std::vector<QueuedDelivery>> all(Statement &select)
{
    std::vector<QueuedDelivery> out;
    for (;;) {
        const auto row = select.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return out;
        out.push_back(deliveryFrom(select));
    }
}

} // namespace

Result<> QueueStore::add(const std::vector<QueuedDelivery> &deliveries)
{
    if (deliveries.empty())
        return {};
    auto queue = m_db.prepare("INSERT INTO queues(pipeline, output) VALUES(?, ?) ON CONFLICT DO NOTHING");
    auto add =
        m_db.prepare("INSERT INTO deliveries(" + std::string(kColumns) + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!queue || !add)
        return fail(queue ? add.error() : queue.error());
    for (const QueuedDelivery &delivery : deliveries) {
        queue->bindBlob(1, delivery.pipeline.bytes()).bind(2, delivery.output);
        if (const auto done = queue->run(); !done)
            return done;
        add->bindBlob(1, delivery.id.bytes()).bindBlob(2, delivery.pipeline.bytes()).bind(3, delivery.output);
        add->bindBlob(4, delivery.payload)
            .bindBlob(5, delivery.meta)
            .bind(6, delivery.createdAt)
            .bind(7, delivery.nextTryAt);
        add->bind(8, qint64{delivery.tries})
            .bind(9, static_cast<qint64>(delivery.state))
            .bind(10, delivery.lastError)
            .bind(11, delivery.finishedAt);
        if (const auto done = add->run(); !done)
            return done;
    }
    std::set<std::pair<QByteArray, QString>> touched;
    for (const QueuedDelivery &delivery : deliveries)
        touched.emplace(delivery.pipeline.bytes(), delivery.output);
    for (const auto &[pipeline, output] : touched)
        if (const auto done = cap(pipeline, output, deliveries.back().createdAt); !done)
            return done;
    return {};
}

Result<> QueueStore::cap(const QByteArray &pipeline, const QString &output, qint64 now)
{
    auto waiting = m_db.prepare("SELECT id, length(payload) FROM deliveries WHERE pipeline = ? AND output = ? AND "
                                "state = 0 ORDER BY id DESC");
    auto giveUp = m_db.prepare("UPDATE deliveries SET state = ?1, last_error = ?2, finished = ?3 WHERE pipeline = ?4 "
                               "AND output = ?5 AND state = 0 AND id <= ?6");
    if (!waiting || !giveUp)
        return fail(waiting ? giveUp.error() : waiting.error());
    waiting->bindBlob(1, pipeline).bind(2, output);
    qint64 count = 0, bytes = 0, last = 0;
    for (;;) {
        const auto row = waiting->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        bytes += waiting->integer(1);
        if (++count > kMostWaiting || (bytes > kMostWaitingBytes && count > 1)) {
            last = waiting->integer(0);
            break;
        }
    }
    waiting->reset();
    giveUp->bind(1, static_cast<qint64>(QueuedDelivery::State::Failed));
    giveUp->bind(2, QStringLiteral("The queue was full and this was the oldest in it. Mend the receiver, then send it "
                                   "again."));
    giveUp->bind(3, now).bindBlob(4, pipeline).bind(5, output).bind(6, last);
    if (const auto done = giveUp->run(); !done)
        return done;
    return prune(pipeline, output, QueuedDelivery::State::Failed);
}

// Of what is finished, the newest stay.
Result<> QueueStore::prune(const QByteArray &pipeline, const QString &output, QueuedDelivery::State state)
{
    auto drop = m_db.prepare("DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE pipeline = ?1 AND "
                             "output = ?2 AND state = ?3 ORDER BY id DESC LIMIT 20000 OFFSET ?4)");
    if (!drop)
        return fail(drop.error());
    drop->bindBlob(1, pipeline).bind(2, output).bind(3, static_cast<qint64>(state));
    drop->bind(4, state == QueuedDelivery::State::Failed ? kKeptFailed : kKeptSent);
    return drop->run();
}

Result<PipelineId> QueueStore::changed(Statement &update)
{
    const auto row = update.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), QStringLiteral("Delivery")}, {QLatin1StringView("name"), QString()}});
    const auto pipeline = PipelineId::fromBytes(update.bytes(0));
    update.reset();
    return pipeline;
}

Result<PipelineId> QueueStore::finish(const DeliveryId &id, QueuedDelivery::State state, const QString &error,
                                      qint64 at)
{
    auto update = m_db.prepare("UPDATE deliveries SET state = ?1, last_error = ?2, finished = ?3, tries = tries + 1 "
                               "WHERE delivery = ?4 RETURNING pipeline, output");
    if (!update)
        return fail(update.error());
    update->bind(1, static_cast<qint64>(state)).bind(2, error).bind(3, at).bindBlob(4, id.bytes());
    const auto row = update->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound,
                    {{QLatin1StringView("what"), QStringLiteral("Delivery")}, {QLatin1StringView("name"), id.text()}});
    const QByteArray pipeline = update->bytes(0);
    const QString output = update->string(1);
    update->reset();
    if (const auto done = prune(pipeline, output, state); !done)
        return fail(done.error());
    return PipelineId::fromBytes(pipeline);
}

Result<PipelineId> QueueStore::retry(const DeliveryId &id, const QString &error, qint64 nextTryAt)
{
    auto update = m_db.prepare(
        "UPDATE deliveries SET tries = tries + 1, last_error = ?, next_try = ? WHERE delivery = ? RETURNING pipeline");
    if (!update)
        return fail(update.error());
    update->bind(1, error).bind(2, nextTryAt).bindBlob(3, id.bytes());
    return changed(*update);
}

Result<PipelineId> QueueStore::resend(const DeliveryId &id)
{
    auto update = m_db.prepare("UPDATE deliveries SET state = 0, tries = 0, next_try = 0, finished = 0, last_error = "
                               "'' WHERE delivery = ? RETURNING pipeline");
    if (!update)
        return fail(update.error());
    update->bindBlob(1, id.bytes());
    return changed(*update);
}

Result<> QueueStore::pause(PipelineId pipeline, const QString &output, bool paused)
{
    auto put = m_db.prepare(
        "INSERT INTO queues(pipeline, output, paused) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET paused = ?3");
    if (!put)
        return fail(put.error());
    put->bindBlob(1, pipeline.bytes()).bind(2, output).bind(3, qint64{paused});
    return put->run();
}

Result<> QueueStore::erase(PipelineId pipeline)
{
    for (const char *sql : {"DELETE FROM deliveries WHERE pipeline = ?", "DELETE FROM queues WHERE pipeline = ?"}) {
        auto drop = m_db.prepare(sql);
        if (!drop)
            return fail(drop.error());
        drop->bindBlob(1, pipeline.bytes());
        if (const auto done = drop->run(); !done)
            return done;
    }
    return {};
}

Result<std::vector<QueuedDelivery>> readDue(Database &db, qint64 now, int limit)
{
    // The first waiting one of each queue, found by the index whatever the queue's length.
    auto select =
        db.prepare("SELECT " + std::string(kColumns) +
                   " FROM deliveries WHERE id IN ("
                   "SELECT (SELECT min(id) FROM deliveries d WHERE d.pipeline = q.pipeline AND d.output = "
                   "q.output AND d.state = 0) "
                   "FROM queues q WHERE q.paused = 0) AND (next_try <= ? OR next_try > ?) ORDER BY next_try, id "
                   "LIMIT ?");
    if (!select)
        return fail(select.error());
    select->bind(1, now).bind(2, now + kLongestWait).bind(3, qint64{limit});
    return all(*select);
}

Result<QueueSummary> readQueue(Database &db, PipelineId pipeline, const QString &output)
{
    auto counts = db.prepare("SELECT state, count(*) FROM deliveries WHERE pipeline = ? AND output = ? GROUP BY state");
    auto next = db.prepare(
        "SELECT next_try FROM deliveries WHERE pipeline = ? AND output = ? AND state = 0 ORDER BY id LIMIT 1");
    auto paused = db.prepare("SELECT paused FROM queues WHERE pipeline = ? AND output = ?");
    if (!counts || !next || !paused)
        return fail(!counts ? counts.error() : !next ? next.error() : paused.error());
    for (Statement *statement : {&*counts, &*next, &*paused})
        statement->bindBlob(1, pipeline.bytes()).bind(2, output);
    QueueSummary summary;
    for (;;) {
        const auto row = counts->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        switch (static_cast<QueuedDelivery::State>(counts->integer(0))) {
        case QueuedDelivery::State::Pending:
            summary.pending = counts->integer(1);
            break;
        case QueuedDelivery::State::Sent:
            summary.sent = counts->integer(1);
            break;
        case QueuedDelivery::State::Failed:
            summary.failed = counts->integer(1);
            break;
        }
    }
    const auto waiting = next->step();
    const auto known = paused->step();
    if (!waiting || !known)
        return fail(waiting ? known.error() : waiting.error());
    if (*waiting)
        summary.nextTryAt = next->integer(0);
    summary.paused = *known && paused->integer(0) != 0;
    return summary;
}

Result<std::vector<QueuedDelivery>> readDeliveries(Database &db, PipelineId pipeline, const QString &output,
                                                   qint64 limit)
{
    auto select = db.prepare("SELECT " + std::string(kColumns) +
                             " FROM deliveries WHERE pipeline = ? AND output = ? "
                             "ORDER BY state <> 0, CASE state WHEN 0 THEN id ELSE -id END LIMIT ?");
    if (!select)
        return fail(select.error());
    select->bindBlob(1, pipeline.bytes()).bind(2, output).bind(3, limit);
    return all(*select);
}

} // namespace dash
