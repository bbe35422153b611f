#include "core/engine/receiver/receiver_core.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace dash {

namespace {

constexpr qint64 kPortion = 64 * 1024;
constexpr qint64 kUnsentBytes = 256 * 1024; // a client that reads no answers is asked nothing more
constexpr qint64 kLingerBytes = 16 * 1024 * 1024;
constexpr qint64 kSendTime = 30'000;

const char *phrase(int status)
{
    static constexpr std::pair<int, const char *> kPhrases[] = {{200, "OK"},
                                                                {202, "Accepted"},
                                                                {400, "Bad Request"},
                                                                {401, "Unauthorized"},
                                                                {404, "Not Found"},
                                                                {405, "Method Not Allowed"},
                                                                {408, "Request Timeout"},
                                                                {413, "Content Too Large"},
                                                                {414, "URI Too Long"},
                                                                {415, "Unsupported Media Type"},
                                                                {417, "Expectation Failed"},
                                                                {422, "Unprocessable Content"},
                                                                {431, "Request Header Fields Too Large"},
                                                                {500, "Internal Server Error"},
                                                                {501, "Not Implemented"},
                                                                {503, "Service Unavailable"},
                                                                {505, "HTTP Version Not Supported"}};
    for (const auto &[known, text] : kPhrases) {
        if (known == status)
            return text;
    }
    return "Answer";
}

ReceiverAnswer busy(const QString &detail)
{
    ReceiverAnswer answer = problemAnswer(503, QStringLiteral("busy"), detail);
    answer.fields.emplace_back("Retry-After", "1");
    return answer;
}

// Paths hold tokens: comparing digests tells nothing of how much of one was right.
QByteArray digest(const QByteArray &path)
{
    return QCryptographicHash::hash(path, QCryptographicHash::Sha256);
}

} // namespace

bool CoreDoor::post(std::function<void(ReceiverCore &)> work)
{
    const std::lock_guard lock(mutex);
    if (!core)
        return false;
    QMetaObject::invokeMethod(
        core, [to = core, work = std::move(work)] { work(*to); }, Qt::QueuedConnection);
    return true;
}

Connection::Connection(ReceiverCore &core, QTcpSocket *socket, quint16 port, quint64 number)
    : m_core(core)
    , m_socket(socket)
    , m_port(port)
    , m_number(number)
    , m_parser(core.limits().request)
    , m_since(core.now())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kPortion);
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { advance(); });
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] { advance(); });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { m_core.gone(m_number); });
}

Connection::~Connection()
{
    m_socket->disconnect(this);
    release(m_reserved);
    for (const auto &reply : m_flight)
        release(reply->bytes);
}

void Connection::release(qint64 bytes)
{
    m_core.giveBack(bytes);
}

void Connection::advance()
{
    sendAnswers();
    takeBytes();
    sendAnswers();
}

void Connection::takeBytes()
{
    while (!m_closing && static_cast<int>(m_flight.size()) < m_core.limits().pipelined &&
           m_socket->bytesToWrite() < kUnsentBytes) {
        if (m_unread.isEmpty())
            m_unread = m_socket->read(kPortion);
        if (m_unread.isEmpty())
            return;
        if (!m_parser.started()) {
            m_since = m_core.now();
            m_inBody = false;
        }
        m_unread.remove(0, m_parser.feed(m_unread));
        if (m_parser.state() == RequestParser::State::Body && !m_inBody && !takeHead())
            return;
        if (m_parser.state() == RequestParser::State::Failed)
            return refuse(problemAnswer(m_parser.status(), QStringLiteral("http.request"),
                                        QString::fromLatin1(m_parser.reason())));
        if (m_parser.state() == RequestParser::State::Complete)
            takeRequest();
    }
    if (m_closing)
        linger();
}

// False when the request is refused.
bool Connection::takeHead()
{
    const ReceivedRequest &head = m_parser.head();
    m_headMethod = head.method == "HEAD";
    std::optional<ReceiverAnswer> refusal;
    const ReceiverRoute *route = m_core.find(m_port, head.path());
    const QByteArray coding = head.field("content-encoding").toLower();
    if (!route) {
        refusal = problemAnswer(404, QStringLiteral("not_found"), QStringLiteral("Nothing is received here."));
    } else if (head.method != "POST") {
        refusal = problemAnswer(405, QStringLiteral("http.method"), QStringLiteral("Send it with POST."));
        refusal->fields.emplace_back("Allow", "POST");
    } else if (!coding.isEmpty() && coding != "identity") {
        refusal = problemAnswer(415, QStringLiteral("http.coding"), QStringLiteral("Send the body uncompressed."));
        refusal->fields.emplace_back("Accept-Encoding", "identity");
    } else {
        refusal = route->admit ? route->admit(head) : std::nullopt;
    }
    if (!refusal && m_parser.state() == RequestParser::State::Body) {
        m_parser.acceptBody(route->bodyBytes);
        if (m_parser.state() == RequestParser::State::Failed)
            return true;
        const qint64 needed = m_parser.declaredLength() < 0 ? route->bodyBytes : m_parser.declaredLength();
        if (m_core.reserve(needed))
            m_reserved = needed;
        else
            refusal = busy(QStringLiteral("Too much is waiting already. Send it again."));
    }
    if (refusal) {
        refuse(*refusal);
        return false;
    }
    m_inBody = true;
    m_since = m_core.now();
    m_owesContinue = m_parser.expectsContinue() && m_parser.state() == RequestParser::State::Body;
    return true;
}

void Connection::takeRequest()
{
    if (!m_inBody && !takeHead()) // it has no body
        return;
    ReceivedRequest request = m_parser.take();
    const ReceiverRoute *route = m_core.find(m_port, request.path());
    m_owesContinue = false;
    m_since = m_core.now();
    if (!route) // closed while the body came
        return refuse(problemAnswer(404, QStringLiteral("not_found"), QStringLiteral("Nothing is received here.")));
    auto reply = std::make_shared<ReplyState>();
    reply->door = m_core.door();
    reply->connection = m_number;
    reply->since = m_core.now();
    reply->keepAlive = request.keepAlive;
    reply->bytes = request.body.size();
    release(m_reserved - reply->bytes);
    m_reserved = 0;
    if (!request.keepAlive)
        m_closing = true;
    m_flight.push_back(reply);
    route->take(std::move(request), ReceiverReply(reply));
}

// Answers after those that are owed, then closes: where the next request begins is not known or not worth reading for.
void Connection::refuse(const ReceiverAnswer &answer)
{
    auto reply = std::make_shared<ReplyState>();
    reply->since = m_core.now();
    reply->keepAlive = false;
    reply->answer = answer;
    if (m_headMethod)
        reply->answer->body.clear();
    m_flight.push_back(std::move(reply));
    release(std::exchange(m_reserved, 0));
    m_closing = true;
    m_unread.clear();
    sendAnswers();
}

void Connection::turnAway(const ReceiverAnswer &answer)
{
    refuse(answer);
}

void Connection::sendAnswers()
{
    while (!m_flight.empty()) {
        const std::shared_ptr<ReplyState> reply = m_flight.front();
        std::optional<ReceiverAnswer> answer;
        {
            const std::lock_guard lock(reply->mutex);
            answer = reply->answer;
        }
        if (!answer)
            return;
        m_flight.pop_front();
        release(reply->bytes);
        const bool last = !reply->keepAlive || (m_closing && m_flight.empty());
        write(*answer, last);
        if (last)
            return linger();
        if (m_flight.empty() && !m_parser.started())
            m_since = m_core.now();
    }
    if (m_owesContinue) {
        m_owesContinue = false;
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void Connection::write(const ReceiverAnswer &answer, bool close)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + phrase(answer.status) + "\r\nDate: ";
    text += QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
    text += "\r\nContent-Length: " + QByteArray::number(answer.body.size());
    if (!answer.body.isEmpty())
        text += "\r\nContent-Type: " + answer.contentType;
    for (const auto &[name, value] : answer.fields)
        text += "\r\n" + name + ": " + value;
    text += close ? "\r\nConnection: close" : "";
    text += "\r\nCache-Control: no-store\r\n\r\n" + answer.body;
    m_socket->write(text);
}

// What still comes is thrown away for a while: closing with bytes unread would reset the connection, and the client
// might lose the answer.
void Connection::linger()
{
    if (!m_flight.empty())
        return;
    if (!m_lingering) {
        m_lingering = true;
        m_since = m_core.now();
    }
    m_closing = true;
    while (m_socket->bytesAvailable() > 0)
        m_lingered += m_socket->read(kPortion).size();
    const bool sent = m_socket->bytesToWrite() == 0;
    if (sent && (m_lingered > kLingerBytes || m_socket->state() != QAbstractSocket::ConnectedState))
        m_socket->abort();
}

void Connection::look(qint64 now)
{
    const ReceiverLimits &limits = m_core.limits();
    const qint64 passed = now - m_since;
    if (m_lingering) {
        if (passed > (m_socket->bytesToWrite() > 0 ? kSendTime : limits.linger.count()))
            m_socket->abort();
        return;
    }
    for (const auto &reply : m_flight) {
        if (now - reply->since <= limits.answer.count())
            continue;
        const std::lock_guard lock(reply->mutex);
        if (!reply->held && !reply->answer)
            reply->answer = busy(QStringLiteral("It was not taken in time. Send it again."));
    }
    if (!m_closing && m_parser.started()) {
        const bool slowHead = !m_inBody && passed > limits.head.count();
        const qint64 wanted = (passed - limits.grace.count()) * limits.bodyRate / 1'000;
        const bool slowBody = m_inBody && wanted > m_parser.head().body.size();
        if (slowHead || slowBody)
            refuse(problemAnswer(408, QStringLiteral("http.slow"), QStringLiteral("The request came too slowly.")));
    } else if (idle() && passed > limits.idle.count()) {
        m_socket->abort();
        return;
    }
    sendAnswers();
}

ReceiverCore::ReceiverCore(ReceiverLimits limits, std::shared_ptr<CoreDoor> door)
    : m_limits(limits)
    , m_door(std::move(door))
{
    m_time.start();
    m_look.setInterval(250);
    connect(&m_look, &QTimer::timeout, this, [this] {
        std::vector<quint64> all; // a look may end a connection
        for (const auto &[number, connection] : m_connections)
            all.push_back(number);
        for (const quint64 number : all) {
            if (const auto found = m_connections.find(number); found != m_connections.end())
                found->second->look(now());
        }
        if (m_connections.empty())
            m_look.stop();
    });
}

ReceiverCore::~ReceiverCore()
{
    {
        const std::lock_guard lock(m_door->mutex);
        m_door->core = nullptr;
    }
    m_connections.clear();
}

namespace {

// The port on 127.0.0.1 and, where this computer has IPv6, on ::1: a sender that says "localhost" may come by either,
// and must not reach another program by one of them. Empty with a problem.
std::vector<std::unique_ptr<QTcpServer>> openPort(quint16 port, QString &problem)
{
    constexpr int kTries = 20; // a free port of one family may be taken in the other
    for (int tries = 0; tries < (port == 0 ? kTries : 1); ++tries) {
        std::vector<std::unique_ptr<QTcpServer>> servers;
        servers.push_back(std::make_unique<QTcpServer>());
        if (!servers.front()->listen(QHostAddress::LocalHost, port)) {
            problem = servers.front()->errorString();
            return {};
        }
        auto six = std::make_unique<QTcpServer>();
        if (six->listen(QHostAddress::LocalHostIPv6, servers.front()->serverPort())) {
            servers.push_back(std::move(six));
        } else if (six->serverError() == QAbstractSocket::AddressInUseError) {
            problem = six->errorString();
            continue;
        }
        problem.clear();
        return servers;
    }
    return {};
}

} // namespace

ReceiverCore::Opened ReceiverCore::open(ReceiverRoute route)
{
    Opened opened;
    auto port = route.port == 0 ? m_ports.end() : m_ports.find(route.port);
    if (port == m_ports.end()) {
        auto servers = openPort(route.port, opened.problem);
        if (servers.empty())
            return opened;
        const quint16 number = servers.front()->serverPort();
        for (const auto &server : servers) {
            QTcpServer *waiting = server.get();
            connect(waiting, &QTcpServer::newConnection, this, [this, number, waiting] { accept(number, *waiting); });
        }
        port = m_ports.emplace(number, Port{std::move(servers), {}}).first;
    }
    opened.port = port->first;
    opened.route = m_next++;
    if (!port->second.routes.emplace(digest(route.path), opened.route).second) {
        opened.pathTaken = true;
        return opened;
    }
    m_routes.emplace(opened.route, std::make_pair(opened.port, std::move(route)));
    return opened;
}

void ReceiverCore::close(quint64 route)
{
    const auto found = m_routes.find(route);
    if (found == m_routes.end())
        return;
    const auto port = m_ports.find(found->second.first);
    port->second.routes.erase(digest(found->second.second.path));
    if (port->second.routes.empty())
        m_ports.erase(port);
    m_routes.erase(found);
}

const ReceiverRoute *ReceiverCore::find(quint16 port, const QByteArray &path) const
{
    const auto known = m_ports.find(port);
    if (known == m_ports.end())
        return nullptr;
    const auto route = known->second.routes.find(digest(path));
    return route == known->second.routes.end() ? nullptr : &m_routes.at(route->second).second;
}

bool ReceiverCore::reserve(qint64 bytes)
{
    if (m_waitingBytes + bytes > m_limits.waitingBytes)
        return false;
    m_waitingBytes += bytes;
    return true;
}

void ReceiverCore::accept(quint16 port, QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        const bool room = static_cast<int>(m_connections.size()) < m_limits.connections || makeRoom();
        const quint64 number = m_next++;
        auto made = std::make_unique<Connection>(*this, socket, port, number);
        Connection &connection = *made;
        // As many again may linger with a refusal; what is above that is simply closed.
        if (!room && static_cast<int>(m_connections.size()) >= 2 * m_limits.connections)
            continue;
        m_connections.emplace(number, std::move(made));
        if (!m_look.isActive())
            m_look.start();
        if (room)
            connection.advance();
        else
            connection.turnAway(busy(QStringLiteral("There are too many connections.")));
    }
}

// The connection that has been idle the longest goes for a new one.
bool ReceiverCore::makeRoom()
{
    const Connection *longest = nullptr;
    quint64 number = 0;
    for (const auto &[id, connection] : m_connections) {
        if (connection->idle() && (!longest || connection->idleSince() < longest->idleSince())) {
            longest = connection.get();
            number = id;
        }
    }
    if (longest)
        m_connections.erase(number);
    return longest != nullptr;
}

void ReceiverCore::gone(quint64 connection)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return;
    found->second.release()->deleteLater(); // it may be what is calling
    m_connections.erase(found);
}

void ReceiverCore::answered(quint64 connection)
{
    if (const auto found = m_connections.find(connection); found != m_connections.end())
        found->second->advance();
}

} // namespace dash
