#pragma once
// A real HTTP server on a loopback port and a thread of its own, answering from a function. Small requests only.

#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <mutex>
#include <optional>

namespace dash::test {

struct FixtureRequest {
    QByteArray method;
    QUrl url;
    QMap<QByteArray, QByteArray> headers; // names lower case
    QByteArray body;
    QString query(const char *name) const
    {
        return QUrlQuery(url).queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    }
};

struct FixtureAnswer {
    int status = 200;
    QByteArray body;
    QList<QByteArray> headers;            // "Name: value"
    qint64 claimedLength = -1;            // Content-Length when it should lie
    bool silent = false;                  // never answers
    std::optional<QByteArray> bytes = {}; // the whole answer instead; empty: the connection is closed
};

class HttpFixture {
public:
    using Handler = std::function<FixtureAnswer(const FixtureRequest &)>;
    explicit HttpFixture(Handler handler)
        : m_handler(std::move(handler))
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.listen(QHostAddress::LocalHost); }, Qt::BlockingQueuedConnection);
        m_port = m_server.serverPort();
    }
    ~HttpFixture()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.close();
                qDeleteAll(m_server.findChildren<QTcpSocket *>());
                m_server.moveToThread(nullptr);
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    QString url(const char *path = "/") const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QString::fromLatin1(path));
    }
    quint16 port() const { return m_port; }
    std::vector<FixtureRequest> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(socket); });
    }
    void serve(QTcpSocket *socket)
    {
        const QByteArray all = socket->peek(8 << 20);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        FixtureRequest request;
        const QList<QByteArray> lines = all.left(end).split('\n');
        const QList<QByteArray> first = lines[0].trimmed().split(' ');
        request.method = first[0];
        request.url = QUrl(QString::fromLatin1(first.value(1)));
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (all.size() < end + 4 + length)
            return;
        request.body = all.mid(end + 4, length);
        socket->skip(end + 4 + length);
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        const FixtureAnswer answer = m_handler(request);
        if (answer.silent)
            return;
        if (answer.bytes) {
            socket->write(*answer.bytes);
            socket->disconnectFromHost();
            return;
        }
        QByteArray bytes =
            "HTTP/1.1 " + QByteArray::number(answer.status) + " Said\r\nConnection: close\r\nContent-Length: " +
            QByteArray::number(answer.claimedLength < 0 ? qint64(answer.body.size()) : answer.claimedLength) + "\r\n";
        for (const QByteArray &header : answer.headers)
            bytes += header + "\r\n";
        socket->write(bytes + "\r\n" + answer.body);
        socket->disconnectFromHost();
    }

    Handler m_handler;
    QTcpServer m_server;
    QThread m_thread;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<FixtureRequest> m_requests;
};

} // namespace dash::test
