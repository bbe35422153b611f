// Webhooks against a real receiver: exact bytes, signature, order, retries, refusals, hostile answers, kills.
#include "tests/engine/http_fixture.h"
#include "tests/engine/run/host_world.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QProcess>

using namespace dash;
using namespace dash::test;
using namespace std::chrono_literals;

namespace {

QByteArray logged;
QtMessageHandler before = nullptr;
void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    logged += text.toUtf8() + '\n';
    before(type, context, text);
}

} // namespace

namespace {

using Received = FixtureRequest;

// A receiver of webhooks that keeps what arrives and answers as told, well or badly.
class Receiver {
public:
    // The bytes of the whole answer; empty: none, the connection is closed; "hang": none, and it stays open.
    using Answer = std::function<QByteArray(const Received &, int number)>; // numbered from 1; on the server's thread
    explicit Receiver(Answer answer)
        : m_fixture([answer = std::move(answer), number = 0](const Received &request) mutable {
            FixtureAnswer out;
            out.bytes = answer(request, ++number);
            out.silent = *out.bytes == "hang";
            return out;
        })
    {
    }
    static QByteArray status(int code, const QByteArray &body = {}, const QByteArray &header = {})
    {
        return "HTTP/1.1 " + QByteArray::number(code) +
               " Said\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               (header.isEmpty() ? QByteArray() : header + "\r\n") + "\r\n" + body;
    }
    QByteArray url() const { return m_fixture.url("/hook").toLatin1(); }
    std::vector<Received> all() const { return m_fixture.requests(); }
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
    HttpFixture m_fixture;
};

} // namespace

class TstWebhook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m = std::make_unique<HostWorld>(HostWorld::Network::Real); }
    void cleanup() { m.reset(); }

    void thePreviewIsWhatAReceiverGets_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("requests");
        QTest::newRow("array") << QByteArray("\"body\":\"array\"")
                               << QByteArray("[{\"n\":0},{\"n\":1},{\"n\":2},{\"n\":3},{\"n\":4}]") << 1;
        QTest::newRow("array in batches")
            << QByteArray("\"body\":\"array\",\"batch_rows\":2") << QByteArray("[{\"n\":0},{\"n\":1}]") << 3;
        QTest::newRow("lines") << QByteArray("\"body\":\"lines\",\"batch_rows\":2")
                               << QByteArray("{\"n\":0}\n{\"n\":1}\n") << 3;
        QTest::newRow("single") << QByteArray("\"body\":\"single\"") << QByteArray("{\"n\":0}") << 5;
        QTest::newRow("template")
            << QByteArray("\"body\":\"template\",\"batch_rows\":3,\"template\":"
                          "\"{\\\"text\\\":\\\"Größe {{n}} of {{$count}}\\\",\\\"all\\\":[{{#rows}}{{n}}{{/rows}}]}\"")
            << QByteArray("{\"text\":\"Größe 0 of 3\",\"all\":[0,1,2]}") << 2;
    }
    void thePreviewIsWhatAReceiverGets()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QByteArray, first);
        QFETCH(int, requests);
        const Receiver receiver([](const Received &, int) { return Receiver::status(204); });
        const Pipeline pipeline = hook(receiver.url(), settings);
        QObject asker;
        std::optional<Result<Delivery>> shown;
        m->host->previewDelivery(pipeline, u"out"_qs, &asker, [&](Result<Delivery> d) { shown = std::move(d); });
        QTRY_VERIFY(shown);
        QVERIFY_RESULT(*shown);
        QCOMPARE((*shown)->payload, first);
        run(pipeline);
        QTRY_COMPARE(receiver.count(), requests);
        QCOMPARE(receiver.all().front().body, (*shown)->payload);
        QCOMPARE(receiver.all().front().method, QByteArray("POST"));
        QTRY_COMPARE(queue().sent, requests);
    }

    void requestsAreSignedAsStandardWebhooksDescribe()
    {
        m->secrets.values[u"signing"_qs] = "whsec_" + QByteArray("a very secret key").toBase64();
        m->secrets.values[u"token"_qs] = "t0ken-of-the-shop";
        const Receiver receiver([](const Received &, int) { return Receiver::status(200); });
        run(hook(receiver.url(), "\"token\":{\"secret\":\"token\"},\"signing_secret\":{\"secret\":\"signing\"},"
                                 "\"headers\":{\"X-From\":\"Dash\"}"));
        QTRY_COMPARE(receiver.count(), 1);
        const Received got = receiver.all().front();
        const QByteArray signedText =
            got.headers["webhook-id"] + '.' + got.headers["webhook-timestamp"] + '.' + got.body;
        QCOMPARE(got.headers["webhook-signature"],
                 "v1," + QMessageAuthenticationCode::hash(signedText, "a very secret key", QCryptographicHash::Sha256)
                             .toBase64());
        QCOMPARE(got.headers["authorization"], QByteArray("Bearer t0ken-of-the-shop"));
        QCOMPARE(got.headers["x-from"], QByteArray("Dash"));
        QCOMPARE(got.headers["content-type"], QByteArray("application/json"));
        QCOMPARE(got.headers["webhook-timestamp"], QByteArray::number(toMs(m->clock.now()) / 1'000));
    }

    void aFailedDeliveryIsTriedAgainInItsPlace()
    {
        const Receiver receiver(
            [](const Received &, int number) { return Receiver::status(number <= 2 ? 503 : 200, "busy"); });
        run(hook(receiver.url(), "\"body\":\"single\""));
        QTRY_COMPARE(waitingTries(), 1);
        QVERIFY2(queueError().contains(u"503"), qPrintable(queueError()));
        m->pass(4s); // the first wait is 5 s at least
        QCOMPARE(receiver.count(), 1);
        m->pass(2s);
        QTRY_COMPARE(waitingTries(), 2);
        m->pass(40s);
        QTRY_COMPARE(queue().sent, 5);
        const QByteArrayList ids = receiver.values("webhook-id");
        QCOMPARE(receiver.bodies(), (QByteArrayList{"{\"n\":0}", "{\"n\":0}", "{\"n\":0}", "{\"n\":1}", "{\"n\":2}",
                                                    "{\"n\":3}", "{\"n\":4}"}));
        QCOMPARE(ids[0], ids[1]);
        QCOMPARE(ids[1], ids[2]);
        QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 5);
    }

    void retryAfterIsKept()
    {
        const Receiver receiver([](const Received &, int number) {
            return number == 1 ? Receiver::status(429, {}, "Retry-After: 600") : Receiver::status(200);
        });
        run(hook(receiver.url()));
        QTRY_COMPARE(waitingTries(), 1);
        m->pass(9min);
        QCOMPARE(queue().pending, 1);
        QCOMPARE(receiver.count(), 1);
        m->pass(1min);
        QTRY_COMPARE(queue().sent, 1);
    }

    void whatIsRefusedIsSetAsideAndCanBeSentAgain()
    {
        const Receiver receiver([](const Received &request, int number) {
            return Receiver::status(request.body.contains(":1}") && number < 6 ? 422 : 200, "no such order");
        });
        run(hook(receiver.url(), "\"body\":\"single\""));
        QTRY_COMPARE(queue().sent, 4);
        QCOMPARE(queue().failed, 1);
        const QueuedDelivery refused = deliveries(QueuedDelivery::State::Failed).front();
        QVERIFY2(refused.lastError.contains(u"422") && refused.lastError.contains(u"no such order"),
                 qPrintable(refused.lastError));
        QVERIFY_RESULT(m->points->resend(refused.id));
        QTRY_COMPARE(queue().sent, 5);
        QCOMPARE(receiver.values("webhook-id").last(), refused.id.text().toLatin1());
        QCOMPARE(receiver.bodies().last(), QByteArray("{\"n\":1}"));
    }

    void aBadReceiverHoldsUpOnlyItsOwnQueue_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isTriedAgain");
        QTest::addColumn<QString>("says");
        QTest::newRow("hangs") << QByteArray("hang") << true << u"1s"_qs;
        QTest::newRow("closes") << QByteArray() << true << u"closed"_qs;
        QTest::newRow("garbage") << QByteArray("\x00\x01 what?\r\n\r\n", 12) << true << u"127.0.0.1"_qs;
        QTest::newRow("half an answer") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << true
                                        << u"closed"_qs;
        QTest::newRow("too long an answer")
            << Receiver::status(200, QByteArray(2 << 20, 'x')) << false << u"1.00 MiB"_qs;
        QTest::newRow("moved") << Receiver::status(301, {}, "Location: https://new.example/hook") << false
                               << u"new.example"_qs;
        QTest::newRow("not found") << Receiver::status(404, "<html>\x01no\xff</html>") << false << u"404"_qs;
        QTest::newRow("gone") << Receiver::status(410) << false << u"410"_qs;
    }
    void aBadReceiverHoldsUpOnlyItsOwnQueue()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isTriedAgain);
        QFETCH(QString, says);
        const Receiver bad([&](const Received &, int) { return answer; });
        const Receiver good([](const Received &, int) { return Receiver::status(200); });
        const Pipeline both = HostWorld::pipelineOf(
            1, QByteArray(kNumbersNode) + "," + output("out", bad.url(), "\"timeout\":\"1s\"") + "," +
                   output("fine", good.url(), "\"body\":\"single\",\"from\":0", "\"from\":[\"in\"],"));
        run(both);
        QTRY_COMPARE(queue(u"fine"_qs).sent, 5);
        if (isTriedAgain)
            QTRY_COMPARE(waitingTries(), 1);
        else
            QTRY_COMPARE(queue().failed, 1);
        QVERIFY2(queueError().contains(says), qPrintable(queueError()));
        QCOMPARE(queue().paused, answer.startsWith("HTTP/1.1 410"));
    }

    void manyHangingReceiversLeaveRoomForAGoodOne()
    {
        const Receiver bad([](const Received &, int) { return QByteArray("hang"); });
        const Receiver good([](const Received &, int) { return Receiver::status(200); });
        QByteArray outputs = kNumbersNode;
        for (int i = 0; i < 6; ++i)
            outputs += "," + output("bad" + QByteArray::number(i), bad.url(), "", "\"from\":[\"in\"],");
        run(HostWorld::pipelineOf(1, outputs));
        QTRY_COMPARE(bad.count(), 6);
        m->host->setPipelines({HostWorld::pipelineOf(1, outputs),
                               HostWorld::pipelineOf(2, QByteArray(kNumbersNode) + "," + output("out", good.url()))});
        m->host->runNow(pipeline(2));
        QTRY_COMPARE(good.count(), 1);
    }

    void aPausedQueueWaits()
    {
        const Receiver receiver([](const Received &, int) { return Receiver::status(200); });
        QVERIFY_RESULT(m->points->pauseQueue(pipeline(1), u"out"_qs, true));
        run(hook(receiver.url()));
        m->pass(1h);
        QCOMPARE(queue().pending, 1);
        QVERIFY(queue().paused);
        QVERIFY_RESULT(m->points->pauseQueue(pipeline(1), u"out"_qs, false));
        QTRY_COMPARE(queue().sent, 1);
        QCOMPARE(receiver.count(), 1);
    }

    void aReceiverThatIsDownForDaysDoesNotBlockForEver()
    {
        const Receiver receiver(
            [](const Received &request, int) { return Receiver::status(request.body.contains(":0}") ? 500 : 200); });
        run(hook(receiver.url(), "\"body\":\"single\""));
        for (int tries = 1; tries < 12; ++tries) {
            QTRY_COMPARE(waitingTries(), tries);
            m->pass(27h);
        }
        QTRY_COMPARE(queue().failed, 1);
        QTRY_COMPARE(queue().sent, 4);
        QCOMPARE(receiver.values("webhook-id").mid(0, 12).count(receiver.values("webhook-id").first()), 12);
    }

    void aClockSetBackDoesNotHoldDeliveriesUp()
    {
        const Receiver receiver([](const Received &, int number) { return Receiver::status(number == 1 ? 500 : 200); });
        run(hook(receiver.url()));
        QTRY_COMPARE(waitingTries(), 1);
        m->clock.jump(-Millis(400LL * 86'400'000));
        m->pass(10s);
        QTRY_COMPARE(queue().sent, 1);
    }

    void aFullQueueLetsTheOldestGo()
    {
        std::vector<QueuedDelivery> many;
        for (int i = 1; i <= 10'003; ++i) {
            QueuedDelivery one;
            one.id = deliveryId(i);
            one.pipeline = pipeline(1);
            one.output = u"out"_qs;
            one.payload = QByteArray::number(i);
            many.push_back(one);
        }
        QVERIFY_RESULT(m->points->pauseQueue(pipeline(1), u"out"_qs, true));
        RunCommit commit;
        commit.pipeline = pipeline(1);
        commit.deliveries = many;
        QVERIFY_RESULT(m->points->commit(std::move(commit)));
        QCOMPARE(queue().pending, 10'000);
        QCOMPARE(queue().failed, 3);
        QCOMPARE(deliveries(QueuedDelivery::State::Failed).back().payload, QByteArray("1"));
        QVERIFY(deliveries(QueuedDelivery::State::Failed).back().lastError.contains(u"queue was full"));
    }

    void secretsReachTheReceiverAndNothingElse()
    {
        const QByteArray secret = "s3cr3t-that-must-not-leak";
        m->secrets.values[u"token"_qs] = secret;
        m->secrets.values[u"key"_qs] = "k3y-" + secret;
        before = qInstallMessageHandler(keepLog);
        // The receiver repeats what it got, as debugging servers do.
        const Receiver receiver([](const Received &request, int number) {
            return Receiver::status(number == 1 ? 500 : 400, "you sent " + request.headers["authorization"] + " and " +
                                                                 request.headers["x-key"]);
        });
        run(hook(receiver.url(), "\"token\":{\"secret\":\"token\"},\"headers\":{\"X-Key\":{\"secret\":\"key\"}}"));
        QTRY_COMPARE(waitingTries(), 1);
        m->pass(1min);
        QTRY_COMPARE(queue().failed, 1);
        qInstallMessageHandler(before);
        QCOMPARE(receiver.values("authorization").last(), "Bearer " + secret);
        QCOMPARE(receiver.values("x-key").last(), "k3y-" + secret);
        QVERIFY2(queueError().contains(u"you sent"), qPrintable(queueError()));
        QVERIFY(!queueError().contains(QString::fromLatin1(secret)));
        QVERIFY(!logged.contains(secret));
        for (const char *file : {"points.db", "points.db-wal"}) {
            QFile stored(m->folder.filePath(QString::fromLatin1(file)));
            QVERIFY(stored.open(QIODevice::ReadOnly));
            QVERIFY(!stored.readAll().contains(secret));
        }
    }

    void aMissingSecretIsSaidAndTriedAgain()
    {
        const Receiver receiver([](const Received &, int) { return Receiver::status(200); });
        run(hook(receiver.url(), "\"token\":{\"secret\":\"absent\"}"));
        QTRY_COMPARE(waitingTries(), 1);
        QVERIFY2(queueError().contains(u"absent"), qPrintable(queueError()));
        QCOMPARE(receiver.count(), 0);
    }

    // Killed between the receiver's answer and the note that it was taken: the same id comes again, nothing is lost.
    void aKillBetweenSendingAndMarkingKeepsTheId()
    {
        const Receiver receiver([](const Received &, int) { return Receiver::status(200); });
        const Pipeline pipeline = hook(receiver.url(), "\"body\":\"single\"");
        m->host.reset();
        m->points.reset();
        int killed = 0;
        for (int n = 2; n < 40; ++n) { // the first passing is the run's own commit
            const bool first = n == 2;
            const int place = first ? 2 : 1;
            const auto [wasKilled, out] = child(pipeline, first, u"points.rows:%1:kill"_qs.arg(place));
            killed += wasKilled ? 1 : 0;
            if (out.contains("empty"))
                break;
            if (killed >= 3)
                break;
        }
        const auto [wasKilled, out] = child(pipeline, false, QString());
        QVERIFY(!wasKilled && out.contains("empty"));
        QVERIFY(killed >= 3);
        // Every kill came after a delivery that was taken: it is there twice, under one id.
        const QByteArrayList ids = receiver.values("webhook-id");
        QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 5);
        QHash<QByteArray, QByteArray> bodies;
        QByteArrayList order;
        for (const Received &one : receiver.all()) {
            const QByteArray id = one.headers["webhook-id"];
            QVERIFY(!bodies.contains(id) || bodies[id] == one.body);
            if (!bodies.contains(id))
                order << one.body;
            bodies[id] = one.body;
        }
        QCOMPARE(order, (QByteArrayList{"{\"n\":0}", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}"}));
        QVERIFY(receiver.count() > 5);
    }

private:
    static QByteArray output(const QByteArray &id, const QByteArray &url, QByteArray settings = {},
                             const QByteArray &more = {})
    {
        settings.replace(",\"from\":0", "");
        return "{\"id\":\"" + id + "\",\"kind\":\"output\",\"type\":\"webhook\"," + more + "\"config\":{\"url\":\"" +
               url + "\"" + (settings.isEmpty() ? QByteArray() : "," + settings) + "}}";
    }
    static Pipeline hook(const QByteArray &url, const QByteArray &settings = {})
    {
        return HostWorld::pipelineOf(1, QByteArray(kNumbersNode) + "," + output("out", url, settings));
    }
    void run(const Pipeline &definition)
    {
        m->host->setPipelines({definition});
        m->host->runNow(definition.id);
        QVERIFY(m->waitForRuns(1, 1));
        QCOMPARE(m->history(1).front().errorSentence, QString());
    }
    QueueSummary queue(const QString &name = u"out"_qs) const
    {
        const auto snapshot = m->points->snapshot();
        return (*snapshot)->queue(pipeline(1), name).value();
    }
    std::vector<QueuedDelivery> deliveries(QueuedDelivery::State state) const
    {
        const auto snapshot = m->points->snapshot();
        std::vector<QueuedDelivery> out;
        const auto all = (*snapshot)->deliveries(pipeline(1), u"out"_qs, 100'000);
        for (const QueuedDelivery &one : *all)
            if (one.state == state)
                out.push_back(one);
        return out;
    }
    int waitingTries() const
    {
        const auto waiting = deliveries(QueuedDelivery::State::Pending);
        return waiting.empty() ? -1 : waiting.front().tries;
    }
    QString queueError() const
    {
        const auto snapshot = m->points->snapshot();
        const auto all = (*snapshot)->deliveries(pipeline(1), u"out"_qs, 1).value();
        return all.empty() ? QString() : all.front().lastError;
    }
    std::pair<bool, QByteArray> child(const Pipeline &definition, bool runs, const QString &failpoint) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DASH_PIPELINE"_qs, QString::fromUtf8(pipelineText(definition)));
        if (!failpoint.isEmpty())
            environment.insert(u"DASH_FAIL"_qs, failpoint);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("DASH_BIN") + u"/sink_child"_qs,
                      QStringList{m->folder.path()} + (runs ? QStringList{u"run"_qs} : QStringList()));
        process.waitForFinished(20'000);
        return {process.exitStatus() == QProcess::CrashExit, process.readAllStandardOutput()};
    }
    std::unique_ptr<HostWorld> m;
};

DASH_TEST(TstWebhook)
#include "tst_webhook.moc"
