#pragma once
// Seam for sinks. A sink turns rows into deliveries (exact bytes) inside the run; deliveries wait in a durable queue
// and are handed over later, in order, until the receiver takes them.

#include "core/data/points_db.h"
#include "core/engine/context.h"
#include "core/model/batch.h"
#include "core/model/parameter.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace dash {

struct Delivery {
    QByteArray payload; // the exact bytes
    QByteArray meta;    // the sink's own JSON
};

struct DeliveryResult {
    enum class Kind { Taken, TryAgain, Refused } kind = Kind::Taken;
    std::optional<Error> error;
    std::optional<Millis> retryAfter;
};

class Sink {
public:
    virtual ~Sink() = default;
    // Rows → deliveries, pure. Called for every batch of the run, then once with finish = the end of the run.
    virtual Result<std::vector<Delivery>> encode(const Batch &rows, bool finish) = 0;
    // Hands one delivery over; blocking, on a sink thread. The id is the same on every try.
    virtual DeliveryResult deliver(RunContext &context, const QueuedDelivery &delivery) = 0;
};

struct SinkType {
    const char *type; // "webhook", "file"
    const char *label;
    const char *icon;
    const char *help;
    Parameters parameters;
    std::function<QString(const QJsonObject &config)> fact;
    std::function<Result<std::unique_ptr<Sink>>(const QJsonObject &config, const QString &node)> create;
};

} // namespace dash
