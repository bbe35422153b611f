#pragma once
// How another process of the same person asks the one that owns a workspace: framed messages over a local socket named
// after the workspace's folder, which only its user can open. Nothing here knows what is asked.

#include "core/base/error.h"

#include <QByteArray>
#include <QCborMap>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace dash {

struct OwnerMessage {
    QCborMap head;   // small: what is asked, or answered
    QByteArray body; // bytes beside it
};

// The side that asks; blocking, for programs without a window. One question at a time.
class OwnerClient {
public:
    // Null when nobody listens.
    static std::unique_ptr<OwnerClient> connect(const QString &folder, std::chrono::milliseconds patience);
    ~OwnerClient();

    // An answer whose head has "error" comes as that error. Otherwise WorkspaceInUse (no answer in time), or
    // WorkspaceRefused (the owner went away: isGone()); whether it did what was asked is then not known.
    Result<OwnerMessage> ask(const OwnerMessage &question, std::chrono::milliseconds patience);

    bool isGone() const { return m_gone; }

private:
    explicit OwnerClient(QString folder);
    QString m_folder;
    bool m_gone = false;
    std::unique_ptr<QLocalSocket> m_socket;
};

// One who asks, while connected. Deleted when it goes away.
class OwnerPeer : public QObject {
    Q_OBJECT
public:
    explicit OwnerPeer(QLocalSocket *socket, QObject *parent);
    void answer(const OwnerMessage &message);
    void refuse(const Error &error);

Q_SIGNALS:
    void asked(const dash::OwnerMessage &question);

private:
    void read();
    QLocalSocket *m_socket;
    QByteArray m_waiting;
};

// The side that owns. On the thread it was made on.
class OwnerServer : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void(OwnerPeer *, const OwnerMessage &)>;
    OwnerServer(const QString &folder, Handler handler, QObject *parent = nullptr);
    // False when the socket could not be made. One left behind by a crash is replaced; the caller is the owner.
    bool listen();
    QString socketName() const { return m_name; }

private:
    void take();

    QString m_name;
    Handler m_handler;
    QLocalServer *m_server = nullptr;
};

} // namespace dash
