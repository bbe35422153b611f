#pragma once
// One window for each workspace: a second start hands its arguments to the first over a local socket and leaves.
// The socket lies in the runtime folder, readable by this user only; its name is made from the workspace's folder.

#include <QObject>
#include <QStringList>

#include <memory>

class QLocalServer;

namespace dash {

class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    // True when another window of this workspace took the arguments. Waits at most `patience` ms for its answer.
    bool handOver(const QStringList &arguments, int patience = 2000);
    // From now on this process is the one. False when the socket could not be made (the window works without it).
    bool listen();
    QString socketName() const { return m_name; }

Q_SIGNALS:
    void handedOver(const QStringList &arguments);

private:
    void take();
    QString m_name;
    QLocalServer *m_server = nullptr;
};

} // namespace dash
