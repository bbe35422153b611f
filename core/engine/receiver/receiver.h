#pragma once
// Receives HTTP requests on loopback ports, within limits, and hands each to the route its path names. Routes that name
// the same port share it. Answers may come from any thread and much later; those of one connection are sent in the
// order of its requests. Works on one thread of its own, begun with the first route.
//
// Refused without asking the route: what RequestParser refuses, an unknown path (404), a method other than POST (405),
// a content coding (415), a body above the route's limit (413), a head or body that comes too slowly (408), more
// connections or waiting bytes than the limits (503). Refusals are problem+json (RFC 9457) and close the connection
// when the rest of the request is not read.

#include "core/base/error.h"
#include "core/engine/receiver/request_parser.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace dash {

struct ReceiverLimits {
    RequestLimits request = {};
    int connections = 64;
    int pipelined = 16;                       // requests of one connection that wait for their answers
    qint64 waitingBytes = 64 * 1024 * 1024;   // of all bodies being received or waiting for an answer
    std::chrono::milliseconds head{5'000};    // from the first byte of a request to the end of its head
    std::chrono::milliseconds idle{60'000};   // a connection without a request
    std::chrono::milliseconds grace{5'000};   // after which a body must have come at bodyRate
    qint64 bodyRate = 1024;                   // bytes a second
    std::chrono::milliseconds answer{30'000}; // a request that nobody holds is answered 503
    std::chrono::milliseconds linger{2'000};  // after a refusal, for the client to read it
};

struct ReceiverAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> fields = {}; // more header fields
};

// {"type":"about:blank","title":…,"status":…,"code":…,"detail":…}
ReceiverAnswer problemAnswer(int status, const QString &code, const QString &detail);

struct ReplyState;

// The answer owed to one request. Copies are the same answer. Any thread.
class ReceiverReply {
public:
    explicit ReceiverReply(std::shared_ptr<ReplyState> state)
        : m_state(std::move(state))
    {
    }
    // From now on the answer may take any time. False when the request has been answered: it waited too long.
    bool hold() const;
    bool answered() const;
    void send(ReceiverAnswer answer) const; // the first one counts

private:
    std::shared_ptr<ReplyState> m_state;
};

struct ReceiverRoute {
    quint16 port = 0; // 0: any free one
    QByteArray path;  // the whole path, without a query
    qint64 bodyBytes = 1024 * 1024;
    // On the receiver's thread, when the head is known and before the body is: an answer refuses the request.
    std::function<std::optional<ReceiverAnswer>(const ReceivedRequest &head)> admit;
    // On the receiver's thread. Must not block; must send an answer some time.
    std::function<void(ReceivedRequest request, ReceiverReply reply)> take;
};

class Receiver {
public:
    explicit Receiver(ReceiverLimits limits = {});
    ~Receiver();
    Receiver(const Receiver &) = delete;
    Receiver &operator=(const Receiver &) = delete;

    // An open route. Its end closes it; `take` may be under way then and is not called again once the end is noticed.
    class Listening {
    public:
        virtual ~Listening() = default;
        virtual quint16 port() const = 0;
    };
    // Blocks until the port is open. Fails with ListenFailed when it is taken or the path is another route's.
    Result<std::unique_ptr<Listening>> listen(const ReceiverRoute &route);

private:
    struct Inside;
    std::shared_ptr<Inside> m_inside;
};

} // namespace dash
