#pragma once
// A TCP client that sends what it is told, byte for byte, and reads answers by their Content-Length. Asynchronous: the
// test's event loop drives it.

#include <QTcpSocket>
#include <QtTest/QtTest>

namespace dash::test {

struct PeerAnswer {
    int status = 0;
    QByteArray head;
    QByteArray body;
};

class HttpPeer {
public:
    explicit HttpPeer(quint16 port, QHostAddress::SpecialAddress address = QHostAddress::LocalHost)
    {
        m_socket.connectToHost(QHostAddress(address), port);
        m_socket.waitForConnected(5'000);
    }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    // Byte by byte, each in a packet of its own where the system plays along.
    void sendTorn(const QByteArray &bytes)
    {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char byte : bytes) {
            m_socket.write(&byte, 1);
            m_socket.flush();
        }
    }
    // All answers there are; 100 Continue counts as one.
    const std::vector<PeerAnswer> &answers()
    {
        m_bytes += m_socket.readAll();
        while (true) {
            const qsizetype end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0)
                break;
            PeerAnswer answer;
            answer.head = m_bytes.left(end);
            answer.status = answer.head.mid(9, 3).toInt();
            const qsizetype at = answer.head.indexOf("Content-Length: ");
            const qsizetype length =
                at < 0 ? 0 : answer.head.mid(at + 16, answer.head.indexOf('\r', at) - at - 16).toLongLong();
            if (m_bytes.size() < end + 4 + length)
                break;
            answer.body = m_bytes.mid(end + 4, length);
            m_bytes.remove(0, end + 4 + length);
            m_answers.push_back(answer);
        }
        return m_answers;
    }
    bool wait(std::size_t count, int ms = 10'000)
    {
        return QTest::qWaitFor([&] { return answers().size() >= count; }, ms);
    }
    // The status of the only answer, 0 when none comes.
    int status(int ms = 10'000) { return wait(1, ms) ? m_answers[0].status : 0; }
    bool closed(int ms = 10'000)
    {
        return QTest::qWaitFor([&] { return answers(), m_socket.state() == QAbstractSocket::UnconnectedState; }, ms);
    }
    bool connected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void hangUp() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_bytes;
    std::vector<PeerAnswer> m_answers;
};

inline QByteArray postText(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + fields + "\r\n" + body;
}

} // namespace dash::test
