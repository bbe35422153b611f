#include "app/shell/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace dash {

namespace {

constexpr qint64 kMost = 64 * 1024;
constexpr quint32 kMagic = 0x44415348; // "DASH"

QString nameFor(const QString &folder)
{
    const QString real = QFileInfo(folder).canonicalFilePath();
    const QByteArray path = (real.isEmpty() ? QDir(folder).absolutePath() : real).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24);
    const QString file = u"dash-" + QString::fromLatin1(hash);
#ifdef Q_OS_WIN
    return file;
#else
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? file : QString(runtime + u'/' + file);
#endif
}

QByteArray packed(const QStringList &arguments)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kMagic << arguments;
    return bytes;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(nameFor(folder))
{
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QStringList &arguments, int patience)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience / 2))
        return false;
    const QByteArray bytes = packed(arguments);
    QByteArray frame;
    QDataStream out(&frame, QIODevice::WriteOnly);
    out << bytes;
    socket.write(frame);
    if (!socket.waitForBytesWritten(patience))
        return false;
    // Only an answer proves that somebody is there: a crashed process may leave its socket behind.
    return socket.waitForReadyRead(patience) && socket.readAll() == "ok";
}

bool SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
    if (m_server->listen(m_name))
        return true;
    QLocalServer::removeServer(m_name); // left by a crash: nobody answered when we asked
    return m_server->listen(m_name);
}

void SingleInstance::take()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kMost) {
                socket->abort();
                return;
            }
            QDataStream in(socket);
            in.startTransaction();
            QByteArray bytes;
            in >> bytes;
            if (!in.commitTransaction())
                return; // more to come
            QDataStream content(bytes);
            content.setVersion(QDataStream::Qt_6_4);
            quint32 magic = 0;
            QStringList arguments;
            content >> magic;
            if (magic == kMagic)
                content >> arguments;
            if (magic != kMagic || content.status() != QDataStream::Ok) {
                socket->abort();
                return;
            }
            socket->write("ok");
            socket->flush();
            Q_EMIT handedOver(arguments);
        });
    }
}

} // namespace dash
