#pragma once
// A real receiver of webhooks on a loopback port: keeps every byte that arrives and answers as told, well or badly.

#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>
#include <mutex>

namespace dash::test {

struct Received {
    QByteArray method, path;
    QHash<QByteArray, QByteArray> headers; // names lower case
    QByteArray body;
};

class Receiver {
public:
    // The bytes of the whole answer; empty: none, the connection is closed; "hang": none, and it stays open.
    using Answer = std::function<QByteArray(const Received &, int number)>; // numbered from 1; on the server's thread
    explicit Receiver(Answer answer)
        : m_answer(std::move(answer))
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(socket); });
        });
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.listen(QHostAddress::LocalHost); }, Qt::BlockingQueuedConnection);
        m_port = m_server.serverPort();
    }
    ~Receiver()
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
    static QByteArray status(int code, const QByteArray &body = {}, const QByteArray &header = {})
    {
        return "HTTP/1.1 " + QByteArray::number(code) +
               " Said\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               (header.isEmpty() ? QByteArray() : header + "\r\n") + "\r\n" + body;
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port) + "/hook"; }
    std::vector<Received> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }
    int count() const { return static_cast<int>(all().size()); }
    QByteArrayList values(const QByteArray &header) const
    {
        QByteArrayList out;
        for (const Received &one : all())
            out << one.headers.value(header);
        return out;
    }
    QByteArrayList bodies() const
    {
        QByteArrayList out;
        for (const Received &one : all())
            out << one.body;
        return out;
    }

private:
    void serve(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->peek(8 << 20);
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArrayList lines = bytes.left(end).split('\n');
        Received request;
        request.method = lines[0].split(' ').value(0);
        request.path = lines[0].split(' ').value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (bytes.size() < end + 4 + length)
            return;
        request.body = bytes.mid(end + 4, length);
        socket->skip(end + 4 + length);
        int number = 0;
        {
            const std::lock_guard lock(m_mutex);
            m_all.push_back(request);
            number = static_cast<int>(m_all.size());
        }
        const QByteArray answer = m_answer(request, number);
        if (answer == "hang")
            return;
        socket->write(answer);
        socket->disconnectFromHost();
    }

    Answer m_answer;
    QTcpServer m_server;
    QThread m_thread;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<Received> m_all;
};

} // namespace dash::test
