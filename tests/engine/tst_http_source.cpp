// HTTP polling against a real server: what is sent, what is remembered over runs, what stops it.

#include "core/engine/formats/formats.h"
#include "core/engine/http_client.h"
#include "core/engine/parameters.h"
#include "core/engine/sources/sources.h"
#include "tests/engine/engine_world.h"
#include "tests/engine/http_fixture.h"
#include "tests/engine/source_world.h"

#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace dash;
using namespace dash::test;

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

QJsonObject secret(const char *name)
{
    return setting({{"secret", word(name)}});
}

// A source that keeps its state over runs, and what the last run gave.
struct Polling {
    NetworkHttpClient http;
    EngineWorld world{&http};
    std::unique_ptr<Source> source;
    std::unique_ptr<Collect> out;
    FormatType format = jsonFormat();
    QJsonObject formatConfig;

    explicit Polling(const QJsonObject &config)
    {
        world.secrets.values[word("k")] = "hunter2\n";
        const SourceType type = httpSource();
        const auto checked =
            checkedConfig(merged(setting({{"timeout", word("10s")}}), config), type.parameters, word("s"));
        if (!checked)
            qFatal("%s", qPrintable(errorSentence(checked.error())));
        source = *type.create(*checked, word("s"));
    }
    // "ok" or the error's code. A run that fails commits nothing.
    QString run()
    {
        out = std::make_unique<Collect>(world.context, format, formatConfig);
        const QString code = test::codeOf(source->read(world.context, *out));
        if (code == u"ok")
            world.commit();
        else
            world.context.newState.clear();
        return code;
    }
};

FixtureAnswer ok(const QByteArray &body, const QList<QByteArray> &headers = {})
{
    return FixtureAnswer{200, body, headers, -1, false};
}

} // namespace

class TstHttpSource : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void sendsMethodHeadersAndBody();
    void takesTheCursorOverRuns_data();
    void takesTheCursorOverRuns();
    void cursorOverRunsWithoutAFlag();
    void pagesUntilOneIsEmptyWhenNobodyKnowsTheirSize_data();
    void pagesUntilOneIsEmptyWhenNobodyKnowsTheirSize();
    void refusedRecordsDoNotEndPaging();
    void greatestValueOfALongDocument();
    void endlessPagingIsStopped_data();
    void endlessPagingIsStopped();
    void lastModifiedWithoutETag();
    void validatorsOfAFailedRunAreForgotten();
    void pollHints_data();
    void pollHints();
    void redirectsChangeMethodsAsBrowsersDo();
    void basicSignInStaysWithItsHost();
    void readsCompressedAnswers();
    void wrongLengthsAreNoticed();
    void certificatesAreChecked();
    void samplesAskOnce();
};

void TstHttpSource::signsIn_data()
{
    QTest::addColumn<QJsonObject>("config");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("query");
    QTest::newRow("bearer") << setting({{"auth", word("bearer")}, {"token", secret("k")}})
                            << QByteArray("authorization") << QByteArray("Bearer hunter2") << QString();
    QTest::newRow("basic") << setting({{"auth", word("basic")}, {"user", word("me")}, {"password", secret("k")}})
                           << QByteArray("authorization") << "Basic " + QByteArray("me:hunter2").toBase64()
                           << QString();
    QTest::newRow("basic without a password")
        << setting({{"auth", word("basic")}, {"user", word("me")}}) << QByteArray("authorization")
        << "Basic " + QByteArray("me:").toBase64() << QString();
    QTest::newRow("key in a header") << setting(
                                            {{"auth", word("key")}, {"key_name", word("X-Key")}, {"key", secret("k")}})
                                     << QByteArray("x-key") << QByteArray("hunter2") << QString();
    QTest::newRow("key in the address")
        << setting({{"auth", word("key")}, {"key_name", word("key")}, {"key_in", word("query")}, {"key", secret("k")}})
        << QByteArray("x-key") << QByteArray() << word("hunter2");
    QTest::newRow("secret header") << setting({{"headers", setting({{"X-Key", secret("k")}})}}) << QByteArray("x-key")
                                   << QByteArray("hunter2") << QString();
    QTest::newRow("secret in the query") << setting({{"query", setting({{"key", secret("k")}})}}) << QByteArray("x-key")
                                         << QByteArray() << word("hunter2");
}

void TstHttpSource::signsIn()
{
    QFETCH(QJsonObject, config);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QString, query);
    HttpFixture server([](const FixtureRequest &) { return ok("[{\"id\":1}]"); });
    Polling polling(merged(config, setting({{"url", server.url("/x?a=b")}})));
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(server.requests()[0].headers.value(header), value);
    QCOMPARE(server.requests()[0].query("key"), query);
    QCOMPARE(server.requests()[0].query("a"), word("b"));
}

void TstHttpSource::sendsMethodHeadersAndBody()
{
    HttpFixture server([](const FixtureRequest &) { return ok("[]"); });
    Polling polling(setting({{"url", server.url("/report")},
                             {"method", word("POST")},
                             {"body", word("{\"until\":\"{now}\"}")},
                             {"headers", setting({{"Accept", word("application/json")}, {"X-At", word("{now}")}})},
                             {"query", setting({{"q", word("a b&c")}})}}));
    QCOMPARE(polling.run(), word("ok"));
    const FixtureRequest request = server.requests()[0];
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("{\"until\":\"2026-01-01T00:00:00Z\"}"));
    QCOMPARE(request.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("x-at"), QByteArray("2026-01-01T00:00:00Z"));
    QCOMPARE(request.query("q"), word("a b&c"));
}

void TstHttpSource::takesTheCursorOverRuns_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("at");
    QTest::newRow("body") << word("body") << word("$.cursor");
    QTest::newRow("header") << word("header") << word("X-Next");
    QTest::newRow("last record") << word("record") << word("id");
}

void TstHttpSource::takesTheCursorOverRuns()
{
    QFETCH(QString, from);
    QFETCH(QString, at);
    // A feed that grows: two records a page, the flag says whether there are more.
    std::atomic<int> newest = 5;
    HttpFixture server([&newest](const FixtureRequest &request) {
        const int after = request.query("after").toInt();
        QByteArray rows;
        int last = after;
        for (int id = after + 1; id <= std::min(after + 2, newest.load()); ++id) {
            rows += (rows.isEmpty() ? "" : ",") + QByteArray("{\"id\":") + QByteArray::number(id) + "}";
            last = id;
        }
        const QByteArray cursor = QByteArray::number(last);
        return ok("{\"data\":[" + rows + "],\"cursor\":\"" + cursor +
                      "\",\"has_more\":" + (last < newest ? "true" : "false") + "}",
                  {"X-Next: " + cursor});
    });
    Polling polling(setting({{"url", server.url()},
                             {"query", setting({{"after", word("{cursor}")}})},
                             {"paging", word("cursor")},
                             {"cursor_from", from},
                             {"cursor_at", at},
                             {"has_more", word("$.has_more")}}));
    polling.formatConfig = setting({{"records", word("$.data[*]")}});
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("1,2,3,4,5"));
    QCOMPARE(server.requests().size(), 3U);
    newest = 8;
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("6,7,8"));
    QCOMPARE(server.requests()[3].query("after"), word("5"));
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), QString());
    newest = 9;
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("9"));
}

void TstHttpSource::cursorOverRunsWithoutAFlag()
{
    // The last page has no cursor: the next run begins with that page's own.
    HttpFixture server([](const FixtureRequest &request) {
        const QString after = request.query("after");
        return after.isEmpty() ? ok("{\"data\":[{\"id\":1}],\"next\":\"p2\"}")
                               : ok("{\"data\":[{\"id\":2}],\"next\":null}");
    });
    Polling polling(setting({{"url", server.url()},
                             {"query", setting({{"after", word("{cursor}")}})},
                             {"paging", word("cursor")},
                             {"cursor_at", word("$.next")}}));
    polling.formatConfig = setting({{"records", word("$.data[*]")}});
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("1,2"));
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("2"));
    QCOMPARE(server.requests()[2].query("after"), word("p2"));
}

void TstHttpSource::pagesUntilOneIsEmptyWhenNobodyKnowsTheirSize_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("config");
    QTest::addColumn<int>("requests");
    QTest::newRow("page") << word("page") << QJsonObject() << 4;
    QTest::newRow("offset") << word("offset") << QJsonObject() << 4;
    QTest::newRow("page of a known size") << word("page") << setting({{"page_size", 3}}) << 3;
    QTest::newRow("offset of a known size") << word("offset") << setting({{"page_size", 3}}) << 3;
}

void TstHttpSource::pagesUntilOneIsEmptyWhenNobodyKnowsTheirSize()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, config);
    QFETCH(int, requests);
    // Seven records, three a page.
    HttpFixture server([](const FixtureRequest &request) {
        const int from =
            request.query("page").isEmpty() ? request.query("offset").toInt() : (request.query("page").toInt() - 1) * 3;
        QByteArray rows;
        for (int id = from + 1; id <= std::min(from + 3, 7); ++id)
            rows += "{\"id\":" + QByteArray::number(id) + "}\n";
        return ok(rows);
    });
    Polling polling(
        merged(config, setting({{"url", server.url()}, {"paging", kind}, {"page_param", kind}, {"first_page", 1}})));
    polling.format = ndjsonFormat();
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("1,2,3,4,5,6,7"));
    QCOMPARE(static_cast<int>(server.requests().size()), requests);
}

void TstHttpSource::refusedRecordsDoNotEndPaging()
{
    HttpFixture server([](const FixtureRequest &request) {
        return request.query("page") == u"1" ? ok("{\"id\":1}\n{\"id\":\n") : ok("{\"id\":3}\n");
    });
    Polling polling(setting({{"url", server.url()},
                             {"paging", word("page")},
                             {"page_param", word("page")},
                             {"first_page", 1},
                             {"page_size", 2}}));
    polling.format = ndjsonFormat();
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("1,3"));
    QCOMPARE(polling.out->rejects.size(), 1U);
}

void TstHttpSource::greatestValueOfALongDocument()
{
    QByteArray rows; // several batches, the newest record first
    for (int i = 40'000; i > 0; --i)
        rows += "{\"id\":" + QByteArray::number(i) + "}\n";
    HttpFixture server([&rows](const FixtureRequest &) { return ok(rows); });
    Polling polling(setting({{"url", server.url()}, {"query", setting({{"since", word("{last.id}")}})}}));
    polling.format = ndjsonFormat();
    QCOMPARE(polling.run(), word("ok"));
    QVERIFY(polling.out->batches.size() > 1);
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(server.requests()[1].query("since"), word("40000"));
}

void TstHttpSource::endlessPagingIsStopped_data()
{
    QTest::addColumn<QJsonObject>("config");
    QTest::newRow("link") << setting({{"paging", word("link")}, {"next", word("$.next")}});
    QTest::newRow("cursor") << setting(
        {{"paging", word("cursor")}, {"page_param", word("c")}, {"cursor_at", word("$.c")}});
    QTest::newRow("page") << setting({{"paging", word("page")}, {"page_param", word("p")}, {"first_page", 1}});
    QTest::newRow("offset") << setting({{"paging", word("offset")}, {"page_param", word("o")}});
}

void TstHttpSource::endlessPagingIsStopped()
{
    QFETCH(QJsonObject, config);
    std::atomic<int> asked = 0;
    HttpFixture server([&asked](const FixtureRequest &) {
        const QByteArray n = QByteArray::number(++asked);
        return ok("{\"data\":[{\"id\":" + n + "}],\"c\":\"" + n + "\",\"next\":\"/?n=" + n + "\"}");
    });
    Polling polling(merged(config, setting({{"url", server.url()}, {"max_pages", 7}})));
    polling.formatConfig = setting({{"records", word("$.data[*]")}});
    QCOMPARE(polling.run(), word("http.paging"));
    QCOMPARE(asked.load(), 7);
    QVERIFY(polling.world.context.newState.empty());
}

void TstHttpSource::lastModifiedWithoutETag()
{
    const QByteArray time = "Wed, 31 Dec 2025 10:00:00 GMT";
    HttpFixture server([&time](const FixtureRequest &request) {
        if (request.headers.value("if-modified-since") == time)
            return FixtureAnswer{304, {}, {}, -1, false};
        return ok("[{\"id\":1}]", {"Last-Modified: " + time});
    });
    Polling polling(setting({{"url", server.url()}, {"conditional", true}}));
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), QString());
    QCOMPARE(polling.run(), word("ok")); // a 304 keeps what is remembered
    QCOMPARE(server.requests()[2].headers.value("if-modified-since"), time);
    Polling always(setting({{"url", server.url()}, {"conditional", false}}));
    QCOMPARE(always.run(), word("ok"));
    QCOMPARE(always.run(), word("ok"));
    QCOMPARE(always.out->values("id"), word("1"));
}

void TstHttpSource::validatorsOfAFailedRunAreForgotten()
{
    std::atomic<bool> broken = true;
    HttpFixture server([&broken](const FixtureRequest &request) {
        if (request.headers.contains("if-none-match"))
            return FixtureAnswer{304, {}, {}, -1, false};
        return ok(broken ? "[{\"id\":" : "[{\"id\":1}]", {"ETag: \"v\""});
    });
    Polling polling(setting({{"url", server.url()}, {"conditional", true}}));
    QCOMPARE(polling.run(), word("format.syntax"));
    broken = false;
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("1"));
}

void TstHttpSource::pollHints_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QJsonObject>("config");
    QTest::addColumn<qint64>("wait"); // -1: none
    const auto row = [](const char *name, int status, const char *header, const QJsonObject &config, qint64 wait) {
        QTest::newRow(name) << status << QByteArray(header) << config << wait;
    };
    row("seconds", 429, "Retry-After: 120", {}, 120'000);
    row("a date", 503, "Retry-After: Thu, 01 Jan 2026 00:02:00 GMT", {}, 120'000);
    row("a date that is over", 503, "Retry-After: Wed, 31 Dec 2025 23:00:00 GMT", {}, 0);
    row("neither", 429, "Retry-After: soon", {}, 30'000);
    row("beyond reason", 429, "Retry-After: 99999999999999", {}, 30'000);
    row("with a good answer", 200, "Retry-After: 60", {}, 60'000);
    row("max-age, wanted", 200, "Cache-Control: public, max-age=90", setting({{"max_age", true}}), 90'000);
    row("max-age, not wanted", 200, "Cache-Control: max-age=90", {}, -1);
    row("own header", 200, "X-Poll-Interval: 45", setting({{"poll_header", word("X-Poll-Interval")}}), 45'000);
    row("nothing", 200, "X: y", {}, -1);
}

void TstHttpSource::pollHints()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QJsonObject, config);
    QFETCH(qint64, wait);
    HttpFixture server([&](const FixtureRequest &) { return FixtureAnswer{status, "[]", {header}, -1, false}; });
    Polling polling(merged(config, setting({{"url", server.url()}})));
    QCOMPARE(polling.run(), status == 200 ? word("ok") : word("http.status"));
    const std::optional<Millis> hint = polling.world.context.pollHint;
    QCOMPARE(hint ? qint64(hint->count()) : qint64(-1), wait);
}

void TstHttpSource::redirectsChangeMethodsAsBrowsersDo()
{
    for (const auto &[status, method] : std::initializer_list<std::pair<int, const char *>>{
             {301, "GET"}, {302, "GET"}, {303, "GET"}, {307, "POST"}, {308, "POST"}}) {
        const int code = status;
        HttpFixture server([code](const FixtureRequest &request) {
            return request.url.path() == u"/to" ? ok("[]") : FixtureAnswer{code, {}, {"Location: /to"}, -1, false};
        });
        Polling polling(setting({{"url", server.url("/from")}, {"method", word("POST")}, {"body", word("x")}}));
        QCOMPARE(polling.run(), word("ok"));
        QCOMPARE(server.requests()[1].method, QByteArray(method));
        QCOMPARE(server.requests()[1].body, QByteArray(method) == "POST" ? QByteArray("x") : QByteArray());
    }
}

void TstHttpSource::basicSignInStaysWithItsHost()
{
    HttpFixture other([](const FixtureRequest &) { return ok("[]"); });
    HttpFixture server([&other](const FixtureRequest &) {
        return FixtureAnswer{302, {}, {"Location: " + other.url("/").toLatin1()}, -1, false};
    });
    for (const QJsonObject &config :
         {setting({{"auth", word("basic")}, {"user", word("me")}, {"password", secret("k")}}),
          setting({{"auth", word("bearer")}, {"token", secret("k")}}),
          setting({{"headers", setting({{"Cookie", word("session=1")}})}})}) {
        Polling polling(merged(config, setting({{"url", server.url()}})));
        QCOMPARE(polling.run(), word("ok"));
    }
    QCOMPARE(other.requests().size(), 3U);
    for (const FixtureRequest &request : other.requests()) {
        QVERIFY(!request.headers.contains("authorization"));
        QVERIFY(!request.headers.contains("cookie"));
    }
}

void TstHttpSource::readsCompressedAnswers()
{
    const QByteArray plain = "[{\"id\":1},{\"id\":2}]";
    // qCompress makes the stream of RFC 1950 behind four bytes of length.
    HttpFixture server(
        [&plain](const FixtureRequest &) { return ok(qCompress(plain).mid(4), {"Content-Encoding: deflate"}); });
    Polling polling(setting({{"url", server.url()}}));
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(polling.out->values("id"), word("1,2"));
}

void TstHttpSource::wrongLengthsAreNoticed()
{
    std::atomic<qint64> claimed = 0;
    const QByteArray body = "[{\"id\":1},{\"id\":2}]";
    HttpFixture server([&](const FixtureRequest &) { return FixtureAnswer{200, body, {}, claimed, false}; });
    Polling polling(setting({{"url", server.url()}}));
    claimed = body.size() + 1;
    QCOMPARE(polling.run(), word("network.unreachable"));
    claimed = 10; // what is cut is no document
    QCOMPARE(polling.run(), word("format.syntax"));
    claimed = body.size();
    QCOMPARE(polling.run(), word("ok"));
}

void TstHttpSource::certificatesAreChecked()
{
    const QString openssl = QStandardPaths::findExecutable(word("openssl"));
    if (openssl.isEmpty())
        QSKIP("skipped: openssl missing");
    const QTemporaryDir folder;
    QProcess process;
    process.start(openssl, {word("req"), word("-x509"), word("-newkey"), word("rsa:2048"), word("-nodes"),
                            word("-days"), word("2"), word("-subj"), word("/CN=localhost"), word("-keyout"),
                            folder.filePath(word("key")), word("-out"), folder.filePath(word("cert"))});
    QVERIFY(process.waitForFinished(30'000));
    QFile keyFile(folder.filePath(word("key")));
    QFile certFile(folder.filePath(word("cert")));
    QVERIFY(keyFile.open(QIODevice::ReadOnly) && certFile.open(QIODevice::ReadOnly));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    tls.setLocalCertificate(QSslCertificate(&certFile));
    QThread thread;
    QSslServer server;
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.moveToThread(&thread);
    thread.start();
    Polling self(setting({{"url", word("https://127.0.0.1:%1/").arg(port)}}));
    const QString refused = self.run();
    QMetaObject::invokeMethod(
        &server, [&] { server.close(), server.moveToThread(nullptr); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    QCOMPARE(refused, word("network.tls"));
}

void TstHttpSource::samplesAskOnce()
{
    HttpFixture server(
        [](const FixtureRequest &) { return ok("{\"data\":[{\"id\":1}],\"next\":\"/?n=2\"}", {"ETag: \"v\""}); });
    Polling polling(setting({{"url", server.url()}, {"paging", word("link")}, {"next", word("$.next")}}));
    polling.formatConfig = setting({{"records", word("$.data[*]")}});
    polling.world.context.mode = RunMode::Sample;
    QCOMPARE(polling.run(), word("ok"));
    QCOMPARE(server.requests().size(), 1U);
    QVERIFY(polling.world.context.state.empty());
}

DASH_TEST(TstHttpSource)
#include "tst_http_source.moc"
