#pragma once
// Inside of Receiver: everything here lives on its thread, except ReplyState.

#include "core/engine/receiver/receiver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>

namespace dash {

class ReceiverCore;

// The way to the receiver's thread from answers, which may outlive it.
struct CoreDoor {
    std::mutex mutex;
    ReceiverCore *core = nullptr;
    quint64 closed = 0; // routes so far
    std::condition_variable routeClosed;
    // False, and nothing is called, when the receiver is gone.
    bool post(std::function<void(ReceiverCore &)> work);
};

struct ReplyState {
    std::shared_ptr<CoreDoor> door;
    quint64 connection = 0;
    qint64 since = 0; // receiver's time
    qint64 bytes = 0; // of the body, given back when answered
    bool keepAlive = true;

    std::mutex mutex; // guards the rest
    bool held = false;
    std::optional<ReceiverAnswer> answer;
};

class Connection final : public QObject {
public:
    Connection(ReceiverCore &core, QTcpSocket *socket, quint16 port, quint64 number);
    ~Connection() override;

    void advance(); // takes what has arrived, sends what is answered
    void look(qint64 now);
    bool idle() const { return m_flight.empty() && !m_parser.started(); }
    qint64 idleSince() const { return m_since; }
    void turnAway(const ReceiverAnswer &answer); // as a connection too many

private:
    void takeBytes();
    bool takeHead();
    void takeRequest();
    void refuse(const ReceiverAnswer &answer);
    void sendAnswers();
    void write(const ReceiverAnswer &answer, bool close);
    void linger();
    void release(qint64 bytes);

    ReceiverCore &m_core;
    QTcpSocket *m_socket;
    quint16 m_port;
    quint64 m_number;
    RequestParser m_parser;
    QByteArray m_unread;
    std::deque<std::shared_ptr<ReplyState>> m_flight;
    qint64 m_since = 0;    // when this request's head, its body or the idle time began
    qint64 m_reserved = 0; // bytes set aside for the body being received
    qint64 m_lingered = 0;
    bool m_inBody = false;
    bool m_headMethod = false; // the refused request was HEAD: no body in the answer
    bool m_owesContinue = false;
    bool m_closing = false;   // nothing more is read as a request
    bool m_lingering = false; // the last answer is out
};

class ReceiverCore final : public QObject {
public:
    ReceiverCore(ReceiverLimits limits, std::shared_ptr<CoreDoor> door);
    ~ReceiverCore() override;

    struct Opened {
        quint64 route = 0;
        quint16 port = 0;
        bool pathTaken = false;
        QString problem; // empty: open
    };
    Opened open(ReceiverRoute route);
    void close(quint64 route);
    void answered(quint64 connection);

    const ReceiverRoute *find(quint16 port, const QByteArray &path) const;
    const ReceiverLimits &limits() const { return m_limits; }
    const std::shared_ptr<CoreDoor> &door() const { return m_door; }
    qint64 now() const { return m_time.elapsed(); }
    bool reserve(qint64 bytes);
    void giveBack(qint64 bytes) { m_waitingBytes -= bytes; }
    void gone(quint64 connection);

private:
    struct Port {
        std::vector<std::unique_ptr<QTcpServer>> servers; // of both families
        std::map<QByteArray, quint64> routes;             // by digest of the path
    };
    void accept(quint16 port, QTcpServer &server);
    bool makeRoom();

    ReceiverLimits m_limits;
    std::shared_ptr<CoreDoor> m_door;
    std::map<quint16, Port> m_ports;
    std::map<quint64, std::pair<quint16, ReceiverRoute>> m_routes;
    std::map<quint64, std::unique_ptr<Connection>> m_connections;
    QElapsedTimer m_time;
    QTimer m_look{this};
    quint64 m_next = 1;
    qint64 m_waitingBytes = 0;
};

} // namespace dash
