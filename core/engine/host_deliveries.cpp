// Hands over what waits in the sink queues: in order, one at a time for every sink, again and again until it is taken.
#include "core/base/log.h"
#include "core/engine/contained.h"
#include "core/engine/host_impl.h"
#include "core/engine/parameters.h"

#include <algorithm>
#include <array>

namespace dash {

namespace {

constexpr std::array<qint64, 10> kWaits{5'000,     30'000,     120'000,    600'000,    1'800'000,
                                        3'600'000, 10'800'000, 21'600'000, 43'200'000, 86'400'000};
constexpr int kMostTries = 12;
constexpr qint64 kLookAgain = 60'000;
constexpr Millis kDeliveryTime{120'000};

qint64 waitAfter(int tries, const DeliveryResult &result, RandomSource &random)
{
    const qint64 wait = kWaits[std::min<std::size_t>(static_cast<std::size_t>(std::max(0, tries)), kWaits.size() - 1)];
    const qint64 jittered = wait + static_cast<qint64>(random.next64() % static_cast<quint64>(wait / 10 + 1));
    const qint64 asked = result.retryAfter ? std::min<qint64>(result.retryAfter->count(), kWaits.back()) : 0;
    return std::max(jittered, asked);
}

DeliveryResult handOver(const Node &node, const SinkType &type, RunContext &context, const QueuedDelivery &delivery)
{
    DeliveryResult result;
    const auto config = checkedConfig(node.config, type.parameters, nodeName(node));
    const auto sink = config ? contained(node, [&] { return type.create(*config, node.id); })
                             : Result<std::unique_ptr<Sink>>(fail(atNode(config.error(), node)));
    const auto handed =
        sink ? contained(node, [&] { return Result<DeliveryResult>((*sink)->deliver(context, delivery)); })
             : Result<DeliveryResult>(fail(sink.error()));
    if (handed)
        return *handed;
    result.kind = DeliveryResult::Kind::TryAgain;
    result.error = handed.error();
    return result;
}

// What the answer means for the queue. The time of the next try, or 0.
qint64 record(PointsDb &points, const QueuedDelivery &delivery, const DeliveryResult &result, qint64 now,
              RandomSource &random)
{
    const QString sentence = result.error ? errorSentence(*result.error) : QString();
    Result<> kept;
    qint64 again = 0;
    switch (result.kind) {
    case DeliveryResult::Kind::Taken:
        kept = points.finishDelivery(delivery.id, QueuedDelivery::State::Sent, {}, now);
        break;
    case DeliveryResult::Kind::Refused:
        kept = points.finishDelivery(delivery.id, QueuedDelivery::State::Failed, sentence, now);
        // 410 Gone: the receiver wants nothing any more.
        if (kept && result.error && result.error->arg(QLatin1StringView("status")) == u"410")
            kept = points.pauseQueue(delivery.pipeline, delivery.output, true);
        break;
    case DeliveryResult::Kind::TryAgain:
        if (delivery.tries + 1 >= kMostTries) { // two days; what waits behind it has its turn
            kept = points.finishDelivery(delivery.id, QueuedDelivery::State::Failed, sentence, now);
            break;
        }
        again = now + waitAfter(delivery.tries, result, random);
        kept = points.retryDelivery(delivery.id, sentence, again);
        break;
    }
    if (!kept) { // a full disk: it would be sent once more, with the same id
        qCWarning(logEngine) << "the queue could not be updated:" << errorSentence(kept.error());
        return now + kLookAgain;
    }
    return again;
}

} // namespace

const Node *PipelineHost::Impl::sinkNode(const QueuedDelivery &delivery) const
{
    const auto found = entries.find(delivery.pipeline);
    const Node *node = found == entries.end() ? nullptr : found->second->pipeline.node(delivery.output);
    const bool wanted = node && !node->disabled && node->kind == NodeKind::Output && found->second->pipeline.enabled;
    return wanted ? node : nullptr;
}

void PipelineHost::Impl::armDeliveries(qint64 at)
{
    const qint64 now = toMs(environment.clock.now());
    const int wait = static_cast<int>(std::clamp<qint64>(at - now, 0, kLookAgain));
    if (!nextDelivery.isActive() || nextDelivery.remainingTime() > wait)
        nextDelivery.start(wait);
}

void PipelineHost::Impl::pumpDeliveries()
{
    if (polling) {
        pollAgain = true;
        return;
    }
    polling = true;
    if (!watchdog.isActive())
        watchdog.start();
    const qint64 now = toMs(environment.clock.now());
    deliveryPool.run([door = door, db = &points, now, self = this](HttpClient &) {
        std::vector<QueuedDelivery> due;
        const bool open = door->through([&] {
            if (auto found = db->dueDeliveries(now, 64))
                due = std::move(*found);
        });
        if (!open)
            return;
        door->post([self, due = std::move(due)] {
            self->polling = false;
            self->startDeliveries(due);
            if (std::exchange(self->pollAgain, false))
                self->pumpDeliveries();
        });
    });
}

void PipelineHost::Impl::startDeliveries(std::vector<QueuedDelivery> due)
{
    bool anySink = false;
    for (const auto &[id, entry] : entries)
        for (const Node &node : entry->pipeline.nodes)
            anySink = anySink || (node.kind == NodeKind::Output && registry.sink(node.type));
    if (anySink)
        armDeliveries(toMs(environment.clock.now()) + kLookAgain);
    for (QueuedDelivery &delivery : due) {
        const auto queue = std::pair(delivery.pipeline, delivery.output);
        const Node *node = sinkNode(delivery);
        if (!node || !registry.sink(node->type) || !delivering.insert(queue).second)
            continue;
        deliveryPool.run([door = door, db = &points, env = environment, type = registry.sink(node->type), node = *node,
                          delivery = std::move(delivery), queue, cancel = closing, self = this](HttpClient &http) {
            Budget budget(env.clock, kDeliveryTime, 0, 0, cancel);
            RunContext context{env.clock, env.random, http, env.secrets, budget};
            context.folder = env.folder;
            const DeliveryResult result = handOver(node, *type, context, delivery);
            qint64 again = 0;
            const bool open =
                door->through([&] { again = record(*db, delivery, result, toMs(env.clock.now()), env.random); });
            if (!open)
                return;
            door->post([self, queue, again] {
                self->delivering.erase(queue);
                if (again > 0)
                    self->armDeliveries(again);
                else
                    self->pumpDeliveries();
            });
        });
    }
}

} // namespace dash
