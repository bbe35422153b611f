#include "core/store/owner_channel.h"

#include "core/base/log.h"

#include <QCborArray>
#include <QCborValue>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QtEndian>

#include <mutex>
#include <set>
#include <utility>

namespace dash {

namespace {

// A frame: magic, size of the head, size of the body, head, body. Integers little-endian.
constexpr quint32 kMagic = 0x31534144; // "DAS1"
constexpr qsizetype kFixed = 16;
constexpr quint32 kMostHead = 256 * 1024;
constexpr quint64 kMostBody = 512ULL * 1024 * 1024;

QString nameFor(const QString &folder)
{
    const QString real = QFileInfo(folder).canonicalFilePath();
    const QByteArray path = (real.isEmpty() ? QDir(folder).absolutePath() : real).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24);
    const QString file = u"dash-"_qs + QString::fromLatin1(hash);
#ifdef Q_OS_WIN
    return file;
#else
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? file : QString(runtime + u'/' + file);
#endif
}

QByteArray frame(const OwnerMessage &message)
{
    const QByteArray head = QCborValue(message.head).toCbor();
    QByteArray out(kFixed, Qt::Uninitialized);
    qToLittleEndian<quint32>(kMagic, out.data());
    qToLittleEndian<quint32>(static_cast<quint32>(head.size()), out.data() + 4);
    qToLittleEndian<quint64>(static_cast<quint64>(message.body.size()), out.data() + 8);
    return out + head + message.body;
}

enum class Taken { Whole, More, Broken };

// Takes a whole message from the beginning of what has arrived.
Taken takeMessage(QByteArray &arrived, OwnerMessage &message)
{
    if (arrived.size() < kFixed)
        return Taken::More;
    const auto headBytes = qFromLittleEndian<quint32>(arrived.constData() + 4);
    const auto bodyBytes = qFromLittleEndian<quint64>(arrived.constData() + 8);
    if (qFromLittleEndian<quint32>(arrived.constData()) != kMagic || headBytes > kMostHead || bodyBytes > kMostBody)
        return Taken::Broken;
    const qsizetype whole = kFixed + static_cast<qsizetype>(headBytes) + static_cast<qsizetype>(bodyBytes);
    if (arrived.size() < whole) {
        arrived.reserve(whole); // grows once, not at every piece
        return Taken::More;
    }
    QCborParserError problem;
    const QCborValue head = QCborValue::fromCbor(arrived.mid(kFixed, headBytes), &problem);
    if (problem.error != QCborError::NoError || !head.isMap())
        return Taken::Broken;
    message.head = head.toMap();
    const qsizetype before = kFixed + static_cast<qsizetype>(headBytes);
    if (arrived.size() == whole) { // as a rule: what may be large is handed on, not copied
        arrived.remove(0, before);
        message.body = std::exchange(arrived, {});
    } else {
        message.body = arrived.mid(before, static_cast<qsizetype>(bodyBytes));
        arrived.remove(0, whole);
    }
    return Taken::Whole;
}

QCborMap errorMap(const Error &error)
{
    QCborMap args;
    for (const auto &[name, value] : error.args)
        args.insert(QString(name), value);
    return QCborMap{{u"code"_qs, QString(errorCodeText(error.code))}, {u"args"_qs, args}};
}

// Names of arguments live as long as the program; there are a few dozen.
QLatin1StringView lasting(const QString &name)
{
    static std::mutex mutex;
    static std::set<QByteArray> names;
    const std::lock_guard lock(mutex);
    return QLatin1StringView(*names.insert(name.toLatin1().left(40)).first);
}

} // namespace

// ---- asking

OwnerClient::OwnerClient(QString folder)
    : m_folder(std::move(folder))
    , m_socket(std::make_unique<QLocalSocket>())
{
}

OwnerClient::~OwnerClient() = default;

std::unique_ptr<OwnerClient> OwnerClient::connect(const QString &folder, std::chrono::milliseconds patience)
{
    std::unique_ptr<OwnerClient> client(new OwnerClient(folder));
    client->m_socket->connectToServer(nameFor(folder));
    if (!client->m_socket->waitForConnected(static_cast<int>(patience.count())))
        return nullptr;
    return client;
}

Result<OwnerMessage> OwnerClient::ask(const OwnerMessage &question, std::chrono::milliseconds patience)
{
    const auto gone = [this] {
        m_gone = true;
        return fail(
            ErrorCode::WorkspaceRefused,
            {{QLatin1StringView("folder"), m_folder},
             {QLatin1StringView("reason"), u"the Dash that had it open went away before it answered. Try again."_qs}});
    };
    const auto busy = [this] { return fail(ErrorCode::WorkspaceInUse, {{QLatin1StringView("folder"), m_folder}}); };
    QDeadlineTimer deadline(patience);
    m_socket->write(frame(question));
    while (m_socket->bytesToWrite() > 0) {
        if (!m_socket->waitForBytesWritten(static_cast<int>(deadline.remainingTime())))
            return m_socket->state() == QLocalSocket::ConnectedState ? Result<OwnerMessage>(busy())
                                                                     : Result<OwnerMessage>(gone());
    }
    QByteArray arrived;
    OwnerMessage answer;
    for (;;) {
        arrived += m_socket->readAll();
        const Taken taken = takeMessage(arrived, answer);
        if (taken == Taken::Whole)
            break;
        if (taken == Taken::Broken)
            return gone();
        if (m_socket->state() != QLocalSocket::ConnectedState && m_socket->bytesAvailable() == 0)
            return gone();
        if (!m_socket->waitForReadyRead(static_cast<int>(deadline.remainingTime())) && deadline.hasExpired())
            return busy();
    }
    const QCborValue error = answer.head.value(u"error"_qs);
    if (!error.isMap())
        return answer;
    const auto code = errorCodeFromText(error[u"code"_qs].toString());
    Error out{code.value_or(ErrorCode::Internal), {}, {}};
    const QCborMap args = error[u"args"_qs].toMap();
    for (auto it = args.begin(); it != args.end(); ++it)
        out.args.emplace_back(lasting(it.key().toString()), it.value().toString());
    return tl::make_unexpected(std::move(out));
}

// ---- answering

OwnerPeer::OwnerPeer(QLocalSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    socket->setParent(this);
    connect(socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, &OwnerPeer::read);
}

void OwnerPeer::read()
{
    m_waiting += m_socket->readAll();
    for (;;) {
        OwnerMessage message;
        const Taken taken = takeMessage(m_waiting, message);
        if (taken == Taken::More)
            return;
        if (taken == Taken::Broken) {
            m_waiting.clear();
            m_socket->abort();
            return;
        }
        Q_EMIT asked(message);
    }
}

void OwnerPeer::answer(const OwnerMessage &message)
{
    m_socket->write(frame(message));
    m_socket->flush();
}

void OwnerPeer::refuse(const Error &error)
{
    answer({QCborMap{{u"error"_qs, errorMap(error)}}, {}});
}

OwnerServer::OwnerServer(const QString &folder, Handler handler, QObject *parent)
    : QObject(parent)
    , m_name(nameFor(folder))
    , m_handler(std::move(handler))
{
}

bool OwnerServer::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &OwnerServer::take);
    if (m_server->listen(m_name))
        return true;
    QLocalServer::removeServer(m_name);
    if (m_server->listen(m_name))
        return true;
    qCWarning(logStore) << "no local socket:" << m_server->errorString();
    return false;
}

void OwnerServer::take()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        auto *peer = new OwnerPeer(socket, this);
        connect(peer, &OwnerPeer::asked, this,
                [this, peer](const OwnerMessage &question) { m_handler(peer, question); });
    }
}

} // namespace dash
