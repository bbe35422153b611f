#include "core/engine/formats/formats.h"
#include "core/engine/http_client.h"
#include "core/engine/sources/sources.h"
#include "tests/engine/engine_world.h"
#include "tests/engine/http_fixture.h"
#include "tests/engine/source_world.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace dash;
using dash::test::Collect;
using dash::test::EngineWorld;
using dash::test::FixtureAnswer;
using dash::test::FixtureRequest;
using dash::test::HttpFixture;
using dash::test::merged;
using dash::test::setting;

class TstSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryPage_data();
    void readsEveryPage();
    void stopsPagingThatLeadsInCircles();
    void asksOnlyForWhatChanged();
    void continuesAfterTheGreatestValue();
    void sendsCredentialsOnlyToTheirHost();
    void saysWhyAnAnswerIsOfNoUse_data();
    void saysWhyAnAnswerIsOfNoUse();
    void waitsAsLongAsTheServerAsks();
    void stopsAtOnceWhenCancelled();
    void readsARealExporter();
    void followsAFileThroughGrowthAndRotation();
    void readsAFolderInOrder();
    void measuresThisComputer();
    void movesSampleDatesToNow();
};

void TstSources::readsEveryPage_data()
{
    QTest::addColumn<QJsonObject>("config");
    QTest::addColumn<int>("requests");
    QTest::newRow("link header") << setting({{"paging", QStringLiteral("link")}}) << 3;
    QTest::newRow("link in the body") << setting({{"paging", QStringLiteral("link")},
                                                  {"next", QStringLiteral("$.links.next")}})
                                      << 3;
    QTest::newRow("page number") << setting({{"paging", QStringLiteral("page")},
                                             {"page_param", QStringLiteral("page")},
                                             {"first_page", 1},
                                             {"page_size", 2}})
                                 << 3;
    QTest::newRow("offset") << setting({{"paging", QStringLiteral("offset")},
                                        {"page_param", QStringLiteral("offset")},
                                        {"page_size", 2},
                                        {"size_param", QStringLiteral("limit")}})
                            << 3;
    QTest::newRow("cursor in the body") << setting({{"paging", QStringLiteral("cursor")},
                                                    {"page_param", QStringLiteral("after")},
                                                    {"cursor_at", QStringLiteral("$.cursor")}})
                                        << 3;
    QTest::newRow("cursor in a header") << setting({{"paging", QStringLiteral("cursor")},
                                                    {"page_param", QStringLiteral("after")},
                                                    {"cursor_from", QStringLiteral("header")},
                                                    {"cursor_at", QStringLiteral("X-Next")}})
                                        << 3;
    QTest::newRow("last record until has_more is false") << setting({{"paging", QStringLiteral("cursor")},
                                                                     {"page_param", QStringLiteral("after")},
                                                                     {"cursor_from", QStringLiteral("record")},
                                                                     {"cursor_at", QStringLiteral("id")},
                                                                     {"has_more", QStringLiteral("$.has_more")}})
                                                         << 3;
}

void TstSources::readsEveryPage()
{
    QFETCH(QJsonObject, config);
    QFETCH(int, requests);
    // Five records in pages of two, whichever way the page is asked for.
    HttpFixture server([](const FixtureRequest &request) {
        int from = request.query("offset").toInt();
        if (!request.query("page").isEmpty())
            from = (request.query("page").toInt() - 1) * 2;
        if (!request.query("after").isEmpty())
            from = request.query("after").toInt();
        QByteArray rows;
        for (int id = from + 1; id <= std::min(from + 2, 5); ++id)
            rows += (rows.isEmpty() ? "" : ",") + QByteArray("{\"id\":") + QByteArray::number(id) + "}";
        const bool more = from + 2 < 5;
        const QByteArray next = QByteArray::number(from + 2);
        FixtureAnswer answer;
        answer.body = "{\"data\":[" + rows + "],\"has_more\":" + (more ? "true" : "false") +
                      ",\"cursor\":" + (more ? next : QByteArray("null")) +
                      ",\"links\":{\"next\":" + (more ? "\"/?offset=" + next + "\"" : QByteArray("null")) + "}}";
        if (more)
            answer.headers = {"Link: </?offset=0>; rel=\"first\", </?offset=" + next + ">; rel=\"next\"",
                              "X-Next: " + next};
        return answer;
    });
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source =
        httpSource().create(merged(config, setting({{"url", server.url()}, {"max_pages", 10}})), QStringLiteral("s"));
    Collect out(world.context, jsonFormat(), setting({{"records", QStringLiteral("$.data[*]")}}));
    QVERIFY_RESULT((*source)->read(world.context, out));
    QCOMPARE(out.values("id"), QStringLiteral("1,2,3,4,5"));
    QCOMPARE(static_cast<int>(server.requests().size()), requests);
}

void TstSources::stopsPagingThatLeadsInCircles()
{
    HttpFixture server([](const FixtureRequest &) {
        return FixtureAnswer{200, R"({"data":[{"id":1}],"cursor":"same"})", {}, -1, false};
    });
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source = httpSource().create(setting({{"url", server.url()},
                                               {"paging", QStringLiteral("cursor")},
                                               {"page_param", QStringLiteral("after")},
                                               {"cursor_at", QStringLiteral("$.cursor")},
                                               {"max_pages", 50}}),
                                      QStringLiteral("s"));
    Collect out(world.context, jsonFormat(), setting({{"records", QStringLiteral("$.data[*]")}}));
    QCOMPARE(test::codeOf((*source)->read(world.context, out)), QStringLiteral("http.paging"));
    QCOMPARE(server.requests().size(), 2U);
    QVERIFY(world.context.newState.empty());
}

void TstSources::asksOnlyForWhatChanged()
{
    HttpFixture server([](const FixtureRequest &request) {
        if (request.headers.value("if-none-match") == "\"v1\"")
            return FixtureAnswer{304, {}, {}, -1, false};
        return FixtureAnswer{200, "[{\"id\":1}]", {"ETag: \"v1\""}, -1, false};
    });
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source = httpSource().create(setting({{"url", server.url()}, {"conditional", true}}), QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QVERIFY_RESULT((*source)->read(world.context, out));
    world.commit();
    QVERIFY_RESULT((*source)->read(world.context, out));
    QCOMPARE(out.values("id"), QStringLiteral("1"));
    QCOMPARE(server.requests().size(), 2U);
}

void TstSources::continuesAfterTheGreatestValue()
{
    HttpFixture server([](const FixtureRequest &) {
        return FixtureAnswer{200, R"([{"id":9},{"id":10},{"id":7}])", {}, -1, false};
    });
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source = httpSource().create(
        setting({{"url", server.url()},
                 {"query", setting({{"since", QStringLiteral("{last.id}")}, {"at", QStringLiteral("{now}")}})}}),
        QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QVERIFY_RESULT((*source)->read(world.context, out));
    world.commit();
    QVERIFY_RESULT((*source)->read(world.context, out));
    const auto requests = server.requests();
    QVERIFY(!QUrlQuery(requests[0].url).hasQueryItem(QStringLiteral("since")));
    QCOMPARE(requests[0].query("at"), QStringLiteral("2026-01-01T00:00:00Z"));
    QCOMPARE(requests[1].query("since"), QStringLiteral("10"));
}

void TstSources::sendsCredentialsOnlyToTheirHost()
{
    HttpFixture other([](const FixtureRequest &) { return FixtureAnswer{200, "[{\"id\":1}]", {}, -1, false}; });
    HttpFixture server([&other](const FixtureRequest &request) {
        if (request.url.path() == QStringLiteral("/same"))
            return FixtureAnswer{200, "[{\"id\":2}]", {}, -1, false};
        const QByteArray target =
            request.url.path() == QStringLiteral("/near") ? QByteArray("/same") : other.url("/").toLatin1();
        return FixtureAnswer{302, {}, {"Location: " + target}, -1, false};
    });
    NetworkHttpClient http;
    EngineWorld world(&http);
    world.secrets.values[QStringLiteral("k")] = "hunter2\n";
    const QJsonObject auth = setting({{"auth", QStringLiteral("key")},
                                      {"key_name", QStringLiteral("X-Api-Key")},
                                      {"key", setting({{"secret", QStringLiteral("k")}})}});
    for (const char *path : {"/near", "/far"}) {
        auto source = httpSource().create(merged(auth, setting({{"url", server.url(path)}})), QStringLiteral("s"));
        Collect out(world.context, jsonFormat());
        QVERIFY_RESULT((*source)->read(world.context, out));
    }
    for (const FixtureRequest &request : server.requests())
        QCOMPARE(request.headers.value("x-api-key"), QByteArray("hunter2"));
    QCOMPARE(other.requests().size(), 1U);
    QVERIFY(!other.requests()[0].headers.contains("x-api-key"));
    // A secret nobody set stops the run before anything is sent.
    world.secrets.values.clear();
    auto source = httpSource().create(merged(auth, setting({{"url", server.url("/near")}})), QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QCOMPARE(test::codeOf((*source)->read(world.context, out)), QStringLiteral("secret.missing"));
}

void TstSources::saysWhyAnAnswerIsOfNoUse_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    for (const auto &[path, code] :
         std::initializer_list<std::pair<const char *, const char *>>{{"/404", "http.status"},
                                                                      {"/loop", "network.redirects"},
                                                                      {"/huge", "format.too_large"},
                                                                      {"/bomb", "format.too_large"},
                                                                      {"/cut", "network.unreachable"},
                                                                      {"/silent", "network.timeout"},
                                                                      {"/ftp", "network.tls"}})
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(code);
}

void TstSources::saysWhyAnAnswerIsOfNoUse()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    // 200 KB of zeros in gzip: qCompress makes the deflate stream, the frame is RFC 1952's.
    const QByteArray zeros(200'000, '0');
    const QByteArray deflated = qCompress(zeros).mid(6).chopped(4);
    const QByteArray bomb = QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflated + QByteArray(8, '\0');
    HttpFixture server([&bomb](const FixtureRequest &request) {
        const QString at = request.url.path();
        if (at == QStringLiteral("/loop"))
            return FixtureAnswer{302, {}, {"Location: /loop"}, -1, false};
        if (at == QStringLiteral("/ftp"))
            return FixtureAnswer{302, {}, {"Location: ftp://localhost/x"}, -1, false};
        if (at == QStringLiteral("/huge"))
            return FixtureAnswer{200, QByteArray(200'000, ' '), {}, -1, false};
        if (at == QStringLiteral("/bomb"))
            return FixtureAnswer{200, bomb, {"Content-Encoding: gzip"}, -1, false};
        if (at == QStringLiteral("/cut"))
            return FixtureAnswer{200, "[{\"id\":1}", {}, 5'000, false};
        return FixtureAnswer{404, "no", {}, -1, at == QStringLiteral("/silent")};
    });
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source = httpSource().create(setting({{"url", server.url(path.toLatin1().constData())},
                                               {"timeout", QStringLiteral("700ms")},
                                               {"max_bytes", QStringLiteral("64 KiB")}}),
                                      QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QCOMPARE(test::codeOf((*source)->read(world.context, out)), code);
    QVERIFY(world.context.newState.empty());
}

void TstSources::waitsAsLongAsTheServerAsks()
{
    HttpFixture server([](const FixtureRequest &) { return FixtureAnswer{429, {}, {"Retry-After: 120"}, -1, false}; });
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source = httpSource().create(setting({{"url", server.url()}}), QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QCOMPARE(test::codeOf((*source)->read(world.context, out)), QStringLiteral("http.status"));
    QCOMPARE(world.context.pollHint->count(), 120'000);
}

void TstSources::stopsAtOnceWhenCancelled()
{
    HttpFixture server([](const FixtureRequest &) { return FixtureAnswer{200, {}, {}, -1, true}; });
    NetworkHttpClient http;
    EngineWorld world(&http);
    world.cancel.cancel();
    auto source =
        httpSource().create(setting({{"url", server.url()}, {"timeout", QStringLiteral("30s")}}), QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(test::codeOf((*source)->read(world.context, out)), QStringLiteral("cancelled"));
    QVERIFY(timer.elapsed() < 5'000);
}

void TstSources::readsARealExporter()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("prometheus-node-exporter"));
    if (program.isEmpty())
        QSKIP("skipped: prometheus-node-exporter missing");
    quint16 port = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    QProcess exporter;
    exporter.start(program, {QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port)});
    QVERIFY(exporter.waitForStarted());
    NetworkHttpClient http;
    EngineWorld world(&http);
    auto source = prometheusSource().create(
        setting({{"url", QStringLiteral("http://127.0.0.1:%1/metrics").arg(port)}, {"timeout", QStringLiteral("10s")}}),
        QStringLiteral("s"));
    const auto scraped = [&]() -> std::unique_ptr<Collect> {
        auto out = std::make_unique<Collect>(world.context, openMetricsFormat());
        return (*source)->read(world.context, *out) ? std::move(out) : nullptr;
    };
    std::unique_ptr<Collect> out;
    QTRY_VERIFY_WITH_TIMEOUT((out = scraped()) != nullptr, 20'000);
    QCOMPARE(out->rejects.size(), 0U);
    std::size_t rows = 0;
    for (const Batch &batch : out->batches)
        rows += batch.rows;
    QVERIFY(rows > 200);
    QVERIFY(out->values("name").contains(QStringLiteral("node_memory_MemTotal_bytes")));
    exporter.kill();
    exporter.waitForFinished();
}

void TstSources::followsAFileThroughGrowthAndRotation()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("log.csv"));
    const auto write = [&](QIODevice::OpenMode mode, const QByteArray &text) {
        QFile file(name);
        return file.open(mode) && file.write(text) == text.size();
    };
    EngineWorld world;
    world.context.folder = folder.path();
    auto source =
        fileSource().create(setting({{"path", QStringLiteral("log.csv")}, {"follow", true}}), QStringLiteral("s"));
    const auto read = [&] {
        Collect out(world.context, csvFormat());
        const Result<> done = (*source)->read(world.context, out);
        world.commit();
        return done ? out.values("v") : test::codeOf(done);
    };
    QCOMPARE(read(), QStringLiteral("file.open"));
    QVERIFY(write(QIODevice::WriteOnly, "t,v\na,1\nb,2\nc,"));
    QCOMPARE(read(), QStringLiteral("1,2"));
    QCOMPARE(read(), QString());
    QVERIFY(write(QIODevice::Append, "3\nd,4\n"));
    QCOMPARE(read(), QStringLiteral("3,4"));
    QVERIFY(write(QIODevice::WriteOnly, "t,v\nz,9\n"));
    QCOMPARE(read(), QStringLiteral("9"));
    // Replaced by another and longer file: known by its beginning.
    QVERIFY(write(QIODevice::WriteOnly, "t,v\ny,10\nx,11\nw,12\n"));
    QCOMPARE(read(), QStringLiteral("10,11,12"));
    std::atomic<int> calls = 0;
    QVERIFY_RESULT((*source)->listen(world.context, [&calls] { ++calls; }));
    QVERIFY(write(QIODevice::Append, "v,13\n"));
    QTRY_VERIFY_WITH_TIMEOUT(calls > 0, 10'000);
    QCOMPARE(read(), QStringLiteral("13"));
}

void TstSources::readsAFolderInOrder()
{
    const QTemporaryDir folder;
    for (const char *name : {"b.ndjson", "a.ndjson", "c.txt"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("{\"f\":\"") + name[0] + "\"}\n");
    }
    EngineWorld world;
    auto source =
        fileSource().create(setting({{"path", folder.filePath(QStringLiteral("*.ndjson"))}}), QStringLiteral("s"));
    Collect out(world.context, ndjsonFormat());
    QVERIFY_RESULT((*source)->read(world.context, out));
    QCOMPARE(out.values("f"), QStringLiteral("a,b"));
}

void TstSources::measuresThisComputer()
{
    EngineWorld world;
    auto source = computerSource().create({}, QStringLiteral("s"));
    Collect out(world.context, jsonFormat());
    QVERIFY_RESULT((*source)->read(world.context, out));
    world.commit();
    world.clock.advance(Millis(1'000));
    QVERIFY_RESULT((*source)->read(world.context, out));
    QCOMPARE(out.batches.size(), 2U);
    const Batch &rows = out.batches[1];
    QVERIFY(rows.rows >= 1);
    QCOMPARE(rows.column(u"time")->ints[0], toMs(world.clock.now()));
#ifdef Q_OS_LINUX
    const Column *load = out.batches[0].column(u"cpu"); // the clock of the second reading is not the real one
    const double cpu = load->doubles[0];
    QVERIFY(!load->isNull(0) && cpu >= 0 && cpu <= 100);
    QVERIFY(rows.column(u"memory_used")->ints[0] > 0);
    QVERIFY(rows.column(u"memory_used")->ints[0] <= rows.column(u"memory_total")->ints[0]);
#endif
}

void TstSources::movesSampleDatesToNow()
{
    EngineWorld world;
    auto source = sampleSource().create(
        setting(
            {{"text", QStringLiteral("t,v\n2020-05-01T10:00:00Z,1\n2020-05-01T11:30:00Z,2\n")}, {"until_now", true}}),
        QStringLiteral("s"));
    Collect out(world.context, csvFormat());
    QVERIFY_RESULT((*source)->read(world.context, out));
    QCOMPARE(out.values("t"), QStringLiteral("2025-12-31T22:30:00Z,2026-01-01T00:00:00Z"));
}

DASH_TEST(TstSources)
#include "tst_sources.moc"
