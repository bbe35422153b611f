#pragma once
// Requests between the receiver's thread, which admits them, and the runs that take them; and the deliveries that were
// taken before.

#include "core/engine/context.h"
#include "core/engine/receiver/receiver.h"
#include "core/engine/sources/webhook_signature.h"

#include <deque>
#include <mutex>
#include <unordered_set>

namespace dash {

struct WaitingRequest {
    ReceivedRequest request;
    ReceiverReply reply;
    QByteArray proof; // of the signature
};

class WebhookInbox {
public:
    WebhookInbox(WebhookSignature signature, const Clock &clock, std::function<void()> ready)
        : m_signature(std::move(signature))
        , m_clock(&clock)
        , m_ready(std::move(ready))
    {
    }
    // Checks the signature, keeps the request and asks for a run; or answers at once.
    void take(ReceivedRequest request, ReceiverReply reply);
    // The next requests whose senders still wait, held: they must be answered.
    std::vector<WaitingRequest> next(std::size_t requests, qint64 bytes);
    bool askAgain(); // for a run, when more are waiting
    // Answers all that wait and takes no more; the clock is not used any longer.
    void close();

private:
    std::mutex m_mutex;
    WebhookSignature m_signature;
    const Clock *m_clock;
    std::function<void()> m_ready;
    std::deque<WaitingRequest> m_waiting;
    bool m_closed = false;
};

// The last 10 240 deliveries, kept as "cursor/<node>" and "cursor/<node>/0" … "/19": a run rewrites the piece it adds
// to, not all of them.
class TakenDeliveries {
public:
    void load(const std::map<QString, QByteArray> &state, const QString &key);
    bool contains(const QByteArray &id) const;
    void add(const QByteArray &id);
    void save(std::map<QString, QByteArray> &newState, const QString &key);

private:
    static quint64 digest(const QByteArray &id);
    static constexpr std::size_t kPieces = 20;
    static constexpr std::size_t kPieceSize = 512;
    std::vector<std::vector<quint64>> m_pieces = std::vector<std::vector<quint64>>(kPieces);
    std::unordered_multiset<quint64> m_known;
    std::size_t m_current = 0;
    std::vector<bool> m_changed = std::vector<bool>(kPieces);
};

} // namespace dash
