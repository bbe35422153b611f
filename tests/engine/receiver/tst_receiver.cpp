#include "core/engine/receiver/receiver.h"
#include "tests/engine/receiver/http_peer.h"
#include "tests/support/kit.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>

#include <atomic>

using namespace dash;
using namespace dash::test;

namespace {

constexpr char kPath[] = "/hooks/path";

// A receiver whose route answers with the body it got, at once or when told.
struct World {
    explicit World(ReceiverLimits limits = {}, qint64 bodyBytes = 1'000'000)
        : receiver(quick(limits))
    {
        ReceiverRoute route;
        route.path = kPath;
        route.bodyBytes = bodyBytes;
        route.take = [this](ReceivedRequest request, ReceiverReply reply) {
            ReceiverAnswer answer;
            answer.body = request.body;
            answer.contentType = "text/plain";
            const std::lock_guard lock(mutex);
            if (keep)
                kept.emplace_back(reply, answer);
            ++taken;
            if (!keep)
                reply.send(answer);
        };
        auto opened = receiver.listen(std::move(route));
        if (!opened)
            qFatal("%s", qPrintable(errorSentence(opened.error())));
        listening = std::move(*opened);
    }
    static ReceiverLimits quick(ReceiverLimits limits)
    {
        limits.linger = std::chrono::milliseconds(100);
        return limits;
    }
    quint16 port() const { return listening->port(); }

    std::size_t keptNow()
    {
        const std::lock_guard lock(mutex);
        return kept.size();
    }
    // What was kept until now; what comes from here on is answered at once.
    std::vector<std::pair<ReceiverReply, ReceiverAnswer>> takeKept()
    {
        const std::lock_guard lock(mutex);
        keep = false;
        return std::exchange(kept, {});
    }

    std::mutex mutex;
    std::atomic<bool> keep = false;
    std::vector<std::pair<ReceiverReply, ReceiverAnswer>> kept;
    std::atomic<int> taken = 0;
    Receiver receiver;
    std::unique_ptr<Receiver::Listening> listening;
};

ReceiverLimits shortLimits()
{
    ReceiverLimits limits;
    limits.head = std::chrono::milliseconds(300);
    limits.grace = std::chrono::milliseconds(300);
    limits.idle = std::chrono::milliseconds(300);
    limits.answer = std::chrono::milliseconds(300);
    return limits;
}

} // namespace

class TstReceiver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersTornRequests();
    void answersPipelinedRequestsInOrder();
    void refusesBeforeTheBody_data();
    void refusesBeforeTheBody();
    void answersSurviveBodiesNobodyReads();
    void continuesWhenAsked();
    void slowHeadsAndBodiesEnd();
    void idleConnectionsEnd();
    void requestsNobodyTakesAreAnswered();
    void tooManyConnectionsAreTurnedAway();
    void theIdlestConnectionMakesRoom();
    void waitingBytesAreLimited();
    void everyHostileByteIsSurvived();
    void routesShareAPortAndKeepApart();
    void sendersComeByEitherFamily();
    void bodiesThatEndTooSoonAreDropped();
    void garbageBehindARequestIsRefusedAfterItsAnswer_data();
    void garbageBehindARequestIsRefusedAfterItsAnswer();
    void aTakenPortIsSaid();
    void clientsMayGoAnyTime();
    void curlIsAnswered();
};

void TstReceiver::answersTornRequests()
{
    World world;
    HttpPeer peer(world.port());
    peer.sendTorn(postText(kPath, "hello"));
    QCOMPARE(peer.status(), 200);
    QCOMPARE(peer.answers()[0].body, QByteArray("hello"));
    QVERIFY(peer.connected());
    const QByteArray chunked = QByteArray("POST ") + kPath +
                               "?a=b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                               "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    for (qsizetype cut = 1; cut < chunked.size(); ++cut) {
        HttpPeer other(world.port());
        other.send(chunked.left(cut));
        other.send(chunked.mid(cut));
        QCOMPARE(other.status(), 200);
        QCOMPARE(other.answers()[0].body, QByteArray("hello"));
        QVERIFY(other.answers()[0].head.contains("Connection: close"));
    }
}

void TstReceiver::answersPipelinedRequestsInOrder()
{
    World world;
    world.keep = true;
    HttpPeer peer(world.port());
    QByteArray all;
    for (int i = 0; i < 40; ++i) // more than may wait at once
        all += postText(kPath, QByteArray::number(i));
    peer.send(all);
    QTRY_COMPARE(world.taken.load(), 16);
    {
        const std::lock_guard lock(world.mutex);
        std::reverse(world.kept.begin(), world.kept.end());
        for (const auto &[reply, answer] : world.kept)
            reply.send(answer);
        world.kept.clear();
        world.keep = false;
    }
    QVERIFY(peer.wait(40));
    for (int i = 0; i < 40; ++i)
        QCOMPARE(peer.answers()[static_cast<std::size_t>(i)].body, QByteArray::number(i));
    QVERIFY(peer.connected());
}

void TstReceiver::refusesBeforeTheBody_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    const QByteArray start = QByteArray("POST ") + kPath + " HTTP/1.1\r\nHost: a\r\n";
    const auto row = [](const char *name, const QByteArray &request, int status, const char *field = "") {
        QTest::newRow(name) << request << status << QByteArray(field);
    };
    row("unknown path", "POST /hooks/other HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", 404);
    row("path with more", "POST /hooks/path/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", 404);
    row("encoded path", "POST /hooks/p%61th HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", 404);
    row("GET of an unknown path", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    row("GET", QByteArray("GET ") + kPath + " HTTP/1.1\r\nHost: a\r\n\r\n", 405, "Allow: POST");
    row("OPTIONS", QByteArray("OPTIONS ") + kPath + " HTTP/1.1\r\nHost: a\r\n\r\n", 405, "Allow: POST");
    row("gzip", start + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\n", 415, "Accept-Encoding: identity");
    row("too large", start + "Content-Length: 1000001\r\n\r\n", 413);
    row("too large, asking first", start + "Expect: 100-continue\r\nContent-Length: 1000001\r\n\r\n", 413);
    row("large header", start + "X: " + QByteArray(20'000, 'a') + "\r\n\r\n", 431);
    row("two hosts", start + "Host: b\r\n\r\n", 400);
    row("length and chunks", start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
}

void TstReceiver::refusesBeforeTheBody()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    QFETCH(const QByteArray, field);
    World world;
    HttpPeer peer(world.port());
    peer.send(request);
    QCOMPARE(peer.status(), status);
    QVERIFY(peer.answers()[0].head.contains("Connection: close"));
    QVERIFY(peer.answers()[0].head.contains("application/problem+json"));
    QVERIFY(peer.answers()[0].head.contains(field));
    QVERIFY(peer.answers()[0].body.contains(QByteArray("\"status\":" + QByteArray::number(status))));
    QVERIFY(peer.closed());
    QCOMPARE(peer.answers().size(), 1U);
    QCOMPARE(world.taken.load(), 0);
}

void TstReceiver::answersSurviveBodiesNobodyReads()
{
    World world;
    HttpPeer peer(world.port());
    peer.send(QByteArray("POST ") + kPath + " HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 8; ++i)
        peer.send(QByteArray(1'000'000, 'x'));
    QCOMPARE(peer.status(), 413);
    QVERIFY(peer.closed());
}

void TstReceiver::continuesWhenAsked()
{
    World world;
    HttpPeer peer(world.port());
    peer.send(QByteArray("POST ") + kPath +
              " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(peer.status(), 100);
    peer.send("hello");
    QVERIFY(peer.wait(2));
    QCOMPARE(peer.answers()[1].body, QByteArray("hello"));
}

void TstReceiver::slowHeadsAndBodiesEnd()
{
    World world(shortLimits());
    HttpPeer head(world.port());
    head.send("POST /ho");
    HttpPeer body(world.port());
    body.send(QByteArray("POST ") + kPath + " HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nx");
    QCOMPARE(head.status(), 408);
    QCOMPARE(body.status(), 408);
    QVERIFY(head.closed());
    QVERIFY(body.closed());
    QCOMPARE(world.taken.load(), 0);
}

void TstReceiver::idleConnectionsEnd()
{
    World world(shortLimits());
    HttpPeer fresh(world.port());
    HttpPeer used(world.port());
    used.send(postText(kPath, "x"));
    QCOMPARE(used.status(), 200);
    QVERIFY(fresh.closed());
    QVERIFY(used.closed());
    QVERIFY(fresh.answers().empty());
}

void TstReceiver::requestsNobodyTakesAreAnswered()
{
    World world(shortLimits());
    world.keep = true;
    HttpPeer waiting(world.port());
    waiting.send(postText(kPath, "waits"));
    QTRY_COMPARE(world.taken.load(), 1);
    HttpPeer held(world.port());
    held.send(postText(kPath, "held"));
    QTRY_COMPARE(world.taken.load(), 2);
    QVERIFY(world.kept[1].first.hold());
    QCOMPARE(waiting.status(), 503);
    QVERIFY(waiting.answers()[0].head.contains("Retry-After: "));
    QVERIFY(!world.kept[0].first.hold()); // too late
    QVERIFY(held.answers().empty());
    world.kept[1].first.send(world.kept[1].second);
    QCOMPARE(held.status(), 200);
}

void TstReceiver::tooManyConnectionsAreTurnedAway()
{
    ReceiverLimits limits;
    limits.connections = 3;
    World world(limits);
    world.keep = true;
    std::vector<std::unique_ptr<HttpPeer>> busy;
    for (int i = 0; i < 3; ++i) {
        busy.push_back(std::make_unique<HttpPeer>(world.port()));
        busy.back()->send(postText(kPath, "x"));
    }
    QTRY_COMPARE(world.taken.load(), 3);
    HttpPeer more(world.port());
    QCOMPARE(more.status(), 503);
    QVERIFY(more.closed());
    for (const auto &[reply, answer] : world.kept)
        reply.send(answer);
    for (const auto &peer : busy)
        QCOMPARE(peer->status(), 200);
    // A thousand more at once are turned away or cut, and those inside are not disturbed.
    std::vector<std::unique_ptr<HttpPeer>> crowd;
    for (int i = 0; i < 100; ++i)
        crowd.push_back(std::make_unique<HttpPeer>(world.port()));
    crowd.clear();
    HttpPeer after(world.port());
    after.send(postText(kPath, "x", "Connection: close\r\n"));
    QTRY_COMPARE(world.taken.load(), 4);
}

void TstReceiver::theIdlestConnectionMakesRoom()
{
    ReceiverLimits limits;
    limits.connections = 2;
    World world(limits);
    HttpPeer first(world.port());
    first.send(postText(kPath, "x"));
    QCOMPARE(first.status(), 200);
    HttpPeer second(world.port());
    second.send(postText(kPath, "x"));
    QCOMPARE(second.status(), 200);
    HttpPeer third(world.port());
    third.send(postText(kPath, "x"));
    QCOMPARE(third.status(), 200);
    QVERIFY(first.closed());
    QVERIFY(second.connected());
}

void TstReceiver::waitingBytesAreLimited()
{
    ReceiverLimits limits;
    limits.waitingBytes = 1'000;
    World world(limits);
    world.keep = true;
    HttpPeer first(world.port());
    first.send(postText(kPath, QByteArray(600, 'x')));
    QTRY_COMPARE(world.taken.load(), 1);
    HttpPeer second(world.port());
    second.send(postText(kPath, QByteArray(600, 'x')));
    QCOMPARE(second.status(), 503);
    world.kept[0].first.send(world.kept[0].second);
    QCOMPARE(first.status(), 200);
    world.keep = false;
    HttpPeer third(world.port());
    third.send(postText(kPath, QByteArray(600, 'x')));
    QCOMPARE(third.status(), 200);
}

void TstReceiver::everyHostileByteIsSurvived()
{
    World world;
    const QByteArray good = postText(kPath, "hello", "X-Some: thing\r\n");
    // Every byte replaced by what breaks parsers; the receiver answers something sensible or waits for more.
    const QByteArray evil("\0\r\n \x7f\xff:;/%", 10);
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bytes = good;
        bytes[at] = evil[at % evil.size()];
        HttpPeer peer(world.port());
        peer.send(bytes + "\r\n\r\n\r\n\r\n");
        if (peer.status(20) != 0)
            QVERIFY2(peer.answers()[0].status >= 200 && peer.answers()[0].status < 600, bytes.constData());
        peer.hangUp();
    }
    HttpPeer peer(world.port());
    peer.send(good);
    QCOMPARE(peer.status(), 200);
}

void TstReceiver::routesShareAPortAndKeepApart()
{
    World world;
    ReceiverRoute other;
    other.port = world.port();
    other.path = "/hooks/second";
    other.take = [](ReceivedRequest, ReceiverReply reply) { reply.send({202, "second", "text/plain", {}}); };
    auto listening = world.receiver.listen(other);
    QVERIFY_RESULT(listening);
    QCOMPARE((*listening)->port(), world.port());
    HttpPeer peer(world.port());
    peer.send(postText(kPath, "first") + postText("/hooks/second", "x"));
    QVERIFY(peer.wait(2));
    QCOMPARE(peer.answers()[0].body, QByteArray("first"));
    QCOMPARE(peer.answers()[1].status, 202);
    // The same path twice: refused, unless the first is just closing.
    const auto twice = world.receiver.listen(other);
    QCOMPARE(test::codeOf(twice), QStringLiteral("listen.failed"));
    QVERIFY(errorSentence(twice.error()).contains(u"another pipeline"));
    listening->reset();
    QVERIFY_RESULT(world.receiver.listen(other));
    HttpPeer gone(world.port());
    gone.send(postText("/hooks/second", "x"));
    QCOMPARE(gone.status(), 404); // that one was closed at once
}

void TstReceiver::sendersComeByEitherFamily()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("skipped: IPv6 missing");
    World world;
    for (const auto address : {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
        HttpPeer peer(world.port(), address);
        peer.send(postText(kPath, "hello"));
        QCOMPARE(peer.status(), 200);
    }
    // A port that another program has in one family only is taken: its senders would come to it by chance.
    Receiver receiver;
    ReceiverRoute route;
    route.port = probe.serverPort();
    route.path = kPath;
    QCOMPARE(test::codeOf(receiver.listen(route)), QStringLiteral("listen.failed"));
    probe.close();
    QVERIFY_RESULT(receiver.listen(route));
}

void TstReceiver::bodiesThatEndTooSoonAreDropped()
{
    World world(shortLimits());
    const QByteArray chunked =
        QByteArray("POST ") + kPath + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray body = "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    for (qsizetype cut = 0; cut < body.size(); ++cut) {
        HttpPeer peer(world.port());
        peer.send(chunked + body.left(cut));
        peer.hangUp(); // in the middle of the body
    }
    HttpPeer waits(world.port());
    waits.send(chunked + body.left(body.size() - 2)); // all but the end of the trailer
    QCOMPARE(waits.status(), 408);
    QCOMPARE(world.taken.load(), 0);
    HttpPeer sound(world.port());
    sound.send(chunked + body);
    QCOMPARE(sound.status(), 200);
    QCOMPARE(world.taken.load(), 1);
}

void TstReceiver::garbageBehindARequestIsRefusedAfterItsAnswer_data()
{
    QTest::addColumn<QByteArray>("garbage");
    QTest::newRow("bytes") << QByteArray("\x00\x01\xff\xfe garbage\r\n\r\n", 16);
    QTest::newRow("another protocol") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QTest::newRow("a body longer than said") << QByteArray("and more of the body\r\n\r\n");
    QTest::newRow("a broken chunk") << QByteArray("POST ") + kPath +
                                           " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello";
}

void TstReceiver::garbageBehindARequestIsRefusedAfterItsAnswer()
{
    QFETCH(const QByteArray, garbage);
    World world;
    HttpPeer peer(world.port());
    peer.send(postText(kPath, "first") + postText(kPath, "second") + garbage);
    QVERIFY(peer.wait(3));
    QCOMPARE(peer.answers()[0].body, QByteArray("first"));
    QCOMPARE(peer.answers()[1].body, QByteArray("second"));
    QVERIFY(peer.answers()[2].status >= 400);
    QVERIFY(peer.closed());
    QCOMPARE(peer.answers().size(), 3U);
    QCOMPARE(world.taken.load(), 2);
}

void TstReceiver::aTakenPortIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Receiver receiver;
    ReceiverRoute route;
    route.port = other.serverPort();
    route.path = kPath;
    const auto failed = receiver.listen(route);
    QCOMPARE(test::codeOf(failed), QStringLiteral("listen.failed"));
    const QString sentence = errorSentence(failed.error());
    QVERIFY2(sentence.contains(QString::number(other.serverPort())) && sentence.contains(u"Choose another port"),
             qPrintable(sentence));
    other.close();
    QVERIFY_RESULT(receiver.listen(route));
}

void TstReceiver::clientsMayGoAnyTime()
{
    World world;
    const QByteArray request = postText(kPath, "hello");
    for (qsizetype cut = 0; cut <= request.size(); ++cut) {
        HttpPeer peer(world.port());
        peer.send(request.left(cut));
        peer.hangUp();
    }
    world.keep = true;
    {
        HttpPeer peer(world.port());
        peer.send(request + request);
        QTRY_VERIFY(world.keptNow() >= 2);
    }
    for (const auto &[reply, answer] : world.takeKept())
        reply.send(answer);
    HttpPeer peer(world.port());
    peer.send(request);
    QCOMPARE(peer.status(), 200);
}

void TstReceiver::curlIsAnswered()
{
    const QString curl = QStandardPaths::findExecutable(QStringLiteral("curl"));
    if (curl.isEmpty())
        QSKIP("skipped: curl missing");
    World world({}, 4'000'000);
    QProcess process;
    const QByteArray body = QByteArray(2'000'000, 'x'); // large enough for curl to ask for 100 Continue
    process.start(curl, {QStringLiteral("-s"), QStringLiteral("-S"), QStringLiteral("--data-binary"),
                         QStringLiteral("@-"), QStringLiteral("-w"), QStringLiteral(" %{http_code}"),
                         QStringLiteral("http://127.0.0.1:%1%2").arg(world.port()).arg(QLatin1StringView(kPath))});
    process.write(body);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(), body + " 200");
}

DASH_TEST(TstReceiver)
#include "tst_receiver.moc"
