#pragma once
// One window for each workspace: a second start hands its arguments to the first over the workspace's local socket and
// leaves. What else is asked there goes to the handler.

#include "core/store/owner_channel.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <vector>

namespace dash {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    // True when another window of this workspace took the arguments. Waits at most `patience` ms for its answer.
    bool handOver(const QStringList &arguments, int patience = 2000);
    // From now on this process is the one; to be called by the owner of the workspace. False when the socket could not
    // be made (the window works without it).
    bool listen();
    QString socketName() const { return m_server.socketName(); }
    // Who answers the questions of other programs. While there is nobody, they wait.
    void setHandler(OwnerServer::Handler handler);

Q_SIGNALS:
    void handedOver(const QStringList &arguments);

private:
    void dispatch(OwnerPeer *peer, const OwnerMessage &question);

    QString m_folder;
    OwnerServer m_server;
    bool m_listens = false;
    OwnerServer::Handler m_handler;
    std::vector<std::pair<QPointer<OwnerPeer>, OwnerMessage>> m_early;
};

} // namespace dash
