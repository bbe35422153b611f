#include "tests/bench/peer_victoria.h"

#include "tests/bench/bench.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <charconv>
#include <thread>

namespace dash::bench {

namespace {

constexpr std::size_t kBlocksPerBatch = 20;
constexpr std::size_t kConnections = 2;
constexpr int kPatienceMs = 60'000;

// One connection that asks and waits for the answer, as a batching agent does.
class Connection {
public:
    explicit Connection(quint16 port) { m_socket.connectToHost(QStringLiteral("127.0.0.1"), port); }
    // The status, 0 without an answer.
    int ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        if (!m_socket.waitForConnected(kPatienceMs))
            return 0;
        m_socket.write(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " +
                       QByteArray::number(body.size()) + "\r\n\r\n");
        m_socket.write(body);
        QByteArray answer;
        qsizetype head = -1;
        while ((head = answer.indexOf("\r\n\r\n")) < 0) {
            if (!m_socket.waitForReadyRead(kPatienceMs))
                return 0;
            answer += m_socket.readAll();
        }
        const QByteArray lower = answer.left(head).toLower();
        const qsizetype at = lower.indexOf("content-length:");
        const qsizetype size =
            at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        const bool chunked = lower.contains("transfer-encoding: chunked");
        while (chunked ? !answer.endsWith("0\r\n\r\n") : answer.size() < head + 4 + size) {
            if (!m_socket.waitForReadyRead(kPatienceMs))
                return 0;
            answer += m_socket.readAll();
        }
        m_answer = answer;
        return answer.mid(9, 3).toInt();
    }
    const QByteArray &answer() const { return m_answer; } // the last one, with its head

private:
    QByteArray m_answer;
    QTcpSocket m_socket;
};

QByteArray lines(const std::vector<PointBlock> &blocks, std::size_t from)
{
    QByteArray out;
    std::array<char, 32> number{};
    for (std::size_t b = from; b < std::min(blocks.size(), from + kBlocksPerBatch); ++b) {
        const PointBlock &block = blocks[b];
        const QByteArray name = "sensor,device=d" + QByteArray::number(static_cast<qint64>(block.series)) + " value=";
        for (std::size_t i = 0; i < block.times.size(); ++i) {
            const auto end = std::to_chars(number.data(), number.data() + number.size(), block.doubles[i]).ptr;
            out += name + QByteArrayView(number.data(), end - number.data()) + ' ' +
                   QByteArray::number(block.times[i]) + '\n';
        }
    }
    return out;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool isUp(quint16 port)
{
    for (int tries = 0; tries < 200; ++tries) {
        if (Connection(port).ask("GET", "/health") == 200)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

// A forced merge goes on after its request; stopping the server in the middle of it loses what is not on the disk yet.
bool merged(Connection &connection)
{
    int quiet = 0;
    for (int tries = 0; tries < 300 && quiet < 5; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (connection.ask("GET", "/metrics") != 200)
            return false;
        quiet = connection.answer().contains("\nvm_active_force_merges 0\n") ? quiet + 1 : 0;
    }
    return quiet == 5;
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

std::optional<PeerFigures> measureVictoriaMetrics(const std::vector<PointBlock> &blocks, qint64 from, qint64 to)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("victoria-metrics"));
    if (program.isEmpty()) {
        std::printf("skipped: victoria-metrics missing\n");
        return std::nullopt;
    }
    std::vector<QByteArray> batches;
    std::size_t points = 0;
    for (const PointBlock &block : blocks)
        points += block.times.size();
    for (std::size_t at = 0; at < blocks.size(); at += kBlocksPerBatch)
        batches.push_back(lines(blocks, at));
    const QTemporaryDir folder;
    const quint16 port = freePort();
    QProcess server;
    server.setStandardOutputFile(QProcess::nullDevice());
    server.setStandardErrorFile(QProcess::nullDevice());
    server.start(program, {QStringLiteral("-storageDataPath=") + folder.path(), QStringLiteral("-retentionPeriod=100y"),
                           QStringLiteral("-httpListenAddr=127.0.0.1:%1").arg(port)});
    if (!server.waitForStarted() || !isUp(port)) {
        std::printf("skipped: victoria-metrics does not start\n");
        server.kill();
        server.waitForFinished();
        return std::nullopt;
    }
    PeerFigures out;
    std::array<bool, kConnections> fine{};
    std::vector<std::thread> threads;
    const Stopwatch ingest;
    for (std::size_t c = 0; c < kConnections; ++c) {
        threads.emplace_back([&, c] {
            Connection connection(port);
            bool all = true;
            for (std::size_t b = c; b < batches.size() && all; b += kConnections)
                all = connection.ask("POST", "/write?precision=ms", batches[b]) == 204;
            fine[c] = all;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    out.millionsPerSecond = static_cast<double>(points) / ingest.seconds() / 1e6;
    Connection connection(port);
    bool all = std::all_of(fine.begin(), fine.end(), [](bool f) { return f; });
    all = all && connection.ask("GET", "/internal/force_flush") == 200;
    std::vector<double> queries;
    const qint64 step = (to - from) / 1'000'000; // seconds
    for (int s = 1; s <= 5 && all; ++s) {
        const QByteArray query = "/api/v1/query_range?nocache=1&query=max_over_time(sensor_value%7Bdevice%3D%22d" +
                                 QByteArray::number(s) + "%22%7D%5B" + QByteArray::number(step) +
                                 "s%5D)&start=" + QByteArray::number(from / 1'000 + step) +
                                 "&end=" + QByteArray::number(to / 1'000) + "&step=" + QByteArray::number(step) + "s";
        const Stopwatch watch;
        all = connection.ask("GET", query) == 200;
        queries.push_back(watch.seconds() * 1e3);
    }
    all = all && connection.ask("GET", "/internal/force_merge") == 200 && merged(connection);
    server.terminate();
    if (!server.waitForFinished(kPatienceMs))
        server.kill();
    if (!all) {
        std::printf("skipped: victoria-metrics refused a request\n");
        return std::nullopt;
    }
    std::nth_element(queries.begin(), queries.begin() + 2, queries.end());
    out.queryMs = queries[2];
    out.bytesPerPoint = static_cast<double>(bytesIn(folder.path())) / static_cast<double>(points);
    if (out.bytesPerPoint < 0.5) { // it answered for all points and did not keep them: no figure to stand beside ours
        std::printf("skipped: victoria-metrics kept %.0f bytes of %zu points\n",
                    out.bytesPerPoint * static_cast<double>(points), points);
        return std::nullopt;
    }
    return out;
}

} // namespace dash::bench
