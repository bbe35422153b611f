#include "core/engine/receiver/request_parser.h"
#include "tests/support/kit.h"

using namespace dash;

namespace {

struct Parsed {
    std::vector<ReceivedRequest> requests;
    int status = 0;
    QByteArray rest; // bytes that were not taken
};

// All requests in these bytes, fed in portions of `step`.
Parsed parse(const QByteArray &bytes, qsizetype step, RequestLimits limits = {}, qint64 bodyLimit = 1'000)
{
    Parsed out;
    RequestParser parser(limits);
    qsizetype at = 0;
    qsizetype end = 0;
    while (parser.state() != RequestParser::State::Failed) {
        if (at == end) {
            if (end == bytes.size())
                break;
            end = std::min(bytes.size(), end + step);
        }
        at += parser.feed(QByteArrayView(bytes).sliced(at, end - at));
        if (parser.state() == RequestParser::State::Body)
            parser.acceptBody(bodyLimit);
        if (parser.state() == RequestParser::State::Complete)
            out.requests.push_back(parser.take());
    }
    out.status = parser.status();
    out.rest = bytes.mid(at);
    return out;
}

QByteArray post(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /hooks/x HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

} // namespace

class TstRequestParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesWellFormedRequestsTornAnywhere_data();
    void takesWellFormedRequestsTornAnywhere();
    void refuses_data();
    void refuses();
    void pipelinedRequestsComeOneByOne();
    void nothingOfABodyIsTakenUnasked();
    void limitsAreExact();
};

void TstRequestParser::takesWellFormedRequestsTornAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &body, bool keepAlive = true) {
        QTest::newRow(name) << bytes << body << keepAlive;
    };
    row("length", post("Content-Length: 5\r\n", "hello"), "hello");
    row("no body", post(""), "");
    row("length zero", post("Content-Length: 0\r\n"), "");
    row("chunks", post("Transfer-Encoding: chunked\r\n", "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"), "hello");
    row("chunks, upper case, leading zeros", post("transfer-encoding: Chunked\r\n", "0000A\r\n0123456789\r\n0\r\n\r\n"),
        "0123456789");
    row("chunk extensions and trailers",
        post("Transfer-Encoding: chunked\r\n", "5;a=b ; c=\"d\"\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n"), "hello");
    row("blank lines before", "\r\n\r\n" + post("Content-Length: 1\r\n", "x"), "x");
    row("close", post("Connection: x, Close\r\nContent-Length: 1\r\n", "x"), "x", false);
    row("version 1.0", "POST /hooks/x HTTP/1.0\r\nContent-Length: 1\r\n\r\nx", "x", false);
    row("absolute address", "POST http://a/hooks/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "x");
    row("body with line ends", post("Content-Length: 4\r\n", "\r\n\r\n"), "\r\n\r\n");
    row("expectation", post("Expect: 100-continue\r\nContent-Length: 1\r\n", "x"), "x");
    row("bytes beyond ASCII in a value", post("X: \xc3\xa4\r\nContent-Length: 1\r\n", "x"), "x");
}

void TstRequestParser::takesWellFormedRequestsTornAnywhere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, keepAlive);
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        const Parsed out = parse(bytes, step);
        QCOMPARE(out.status, 0);
        QCOMPARE(out.requests.size(), 1U);
        QCOMPARE(out.requests[0].body, body);
        QCOMPARE(out.requests[0].path(), QByteArray("/hooks/x"));
        QCOMPARE(out.requests[0].keepAlive, keepAlive);
        QVERIFY(out.rest.isEmpty());
    }
    // Cut short anywhere it is neither complete nor wrong.
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        const Parsed out = parse(bytes.left(cut), 7);
        QCOMPARE(out.status, 0);
        QVERIFY(out.requests.empty());
    }
}

void TstRequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("garbage", QByteArray("\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\r\n", 12), 400);
    row("HTTP/0.9", "GET /\r\n", 400);
    row("no version", "GET / \r\n", 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("HTTP/1.2", "POST / HTTP/1.2\r\n", 505);
    row("lower-case version", "POST / http/1.1\r\n", 400);
    row("two blanks", "POST  / HTTP/1.1\r\n", 400);
    row("blank in the address", "POST /a b HTTP/1.1\r\n", 400);
    row("no path", "POST * HTTP/1.1\r\n", 400);
    row("authority", "CONNECT a:443 HTTP/1.1\r\n", 400);
    row("absolute without a path", "POST http://a HTTP/1.1\r\n", 400);
    row("bytes in the address", "POST /\xc3\xa4 HTTP/1.1\r\n", 400);
    row("NUL in the address", QByteArray("POST /\0 HTTP/1.1\r\n", 18), 400);
    row("odd method", "PO(ST / HTTP/1.1\r\n", 400);
    row("long method", QByteArray(40, 'A') + " / HTTP/1.1\r\n", 501);
    row("bare line feed", "POST / HTTP/1.1\nHost: a\n\n", 400);
    row("bare line feed in fields", "POST / HTTP/1.1\r\nHost: a\n\r\n", 400);
    row("carriage return in a value", post("X: a\rb\r\n"), 400);
    row("NUL in a value", post(QByteArray("X: a\0b\r\n", 8)), 400);
    row("folded field", post("X: a\r\n b\r\n"), 400);
    row("first field folded", "POST / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("blank before the colon", post("X : a\r\n"), 400);
    row("no colon", post("X\r\n"), 400);
    row("no name", post(": a\r\n"), 400);
    row("no host", "POST / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", post("Host: b\r\n"), 400);
    row("list of hosts", "POST / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
    row("host with a path", "POST / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    row("host with a user", "POST / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400);
    row("two lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n"), 400);
    row("list of lengths", post("Content-Length: 1, 1\r\n"), 400);
    row("negative length", post("Content-Length: -1\r\n"), 400);
    row("signed length", post("Content-Length: +1\r\n"), 400);
    row("hexadecimal length", post("Content-Length: 0x1\r\n"), 400);
    row("empty length", post("Content-Length:\r\n"), 400);
    row("length 2^64", post("Content-Length: 18446744073709551616\r\n"), 400);
    row("length above the limit", post("Content-Length: 1001\r\n"), 413);
    row("huge length", post("Content-Length: 999999999999999999\r\n"), 413);
    row("length and chunks", post("Content-Length: 1\r\n" + chunked), 400);
    row("chunks and length", post(chunked + "Content-Length: 1\r\n"), 400);
    row("coding twice", post(chunked + chunked), 400);
    row("coding in HTTP/1.0", "POST / HTTP/1.0\r\n" + chunked + "\r\n", 400);
    row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("identity", post("Transfer-Encoding: identity\r\n"), 501);
    row("chunked and a tab inside", post("Transfer-Encoding: \tchunk\ted\r\n"), 501);
    row("xchunked", post("Transfer-Encoding: xchunked\r\n"), 501);
    row("other expectation", post("Expect: 200-ok\r\n"), 417);
    row("chunk without size", post(chunked, "\r\n"), 400);
    row("chunk of minus one", post(chunked, "-1\r\n"), 400);
    row("chunk in another base", post(chunked, "0x5\r\nhello\r\n"), 400);
    row("chunk longer than said", post(chunked, "3\r\nhello\r\n"), 400);
    row("chunk with a bare line feed", post(chunked, "5\nhello\n"), 400);
    row("chunk above the limit", post(chunked, "3e9\r\n"), 413);
    row("huge chunk", post(chunked, "fffffffffffffff\r\n"), 413);
    row("chunk overflow", post(chunked, "ffffffffffffffffff\r\n"), 400);
    row("long chunk extension", post(chunked, "1;" + QByteArray(300, 'a') + "\r\n"), 400);
    row("folded trailer", post(chunked, "0\r\n a: b\r\n\r\n"), 400);
    row("long trailer", post(chunked, "0\r\na: " + QByteArray(20'000, 'b') + "\r\n\r\n"), 431);
    row("many fields", post(QByteArray("a: b\r\n").repeated(200)), 431);
    row("large header", post("a: " + QByteArray(17'000, 'b') + "\r\n"), 431);
    row("endless field", post("a: " + QByteArray(100'000, 'b')), 431);
    row("long address", "POST /" + QByteArray(3'000, 'a') + " HTTP/1.1\r\n", 414);
    row("endless address", "POST /" + QByteArray(100'000, 'a'), 414);
    row("endless blank lines", QByteArray("\r\n").repeated(10), 400);
}

void TstRequestParser::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(17), bytes.size()}) {
        const Parsed out = parse(bytes, step);
        QCOMPARE(out.status, status);
        QVERIFY(out.requests.empty());
    }
}

void TstRequestParser::pipelinedRequestsComeOneByOne()
{
    const QByteArray all = post("Content-Length: 3\r\n", "one") +
                           post("Transfer-Encoding: chunked\r\n", "3\r\ntwo\r\n0\r\n\r\n") + post("") +
                           post("Content-Length: 4\r\n", "four");
    for (qsizetype step = 1; step <= all.size(); ++step) {
        const Parsed out = parse(all, step);
        QCOMPARE(out.requests.size(), 4U);
        QCOMPARE(out.requests[0].body + '|' + out.requests[1].body + '|' + out.requests[2].body + '|' +
                     out.requests[3].body,
                 QByteArray("one|two||four"));
    }
    // What follows a refused one is never taken for a request.
    const Parsed smuggled =
        parse(post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n") + post(""), 5);
    QCOMPARE(smuggled.status, 400);
    QVERIFY(smuggled.requests.empty());
}

void TstRequestParser::nothingOfABodyIsTakenUnasked()
{
    RequestParser parser;
    const QByteArray bytes = post("Expect: 100-continue\r\nContent-Length: 5\r\n", "hello");
    const qsizetype head = bytes.size() - 5;
    QCOMPARE(parser.feed(bytes), head);
    QCOMPARE(parser.state(), RequestParser::State::Body);
    QVERIFY(parser.expectsContinue());
    QCOMPARE(parser.declaredLength(), 5);
    QCOMPARE(parser.feed(QByteArrayView(bytes).sliced(head)), 0);
    parser.acceptBody(5);
    QCOMPARE(parser.feed(QByteArrayView(bytes).sliced(head)), 5);
    QCOMPARE(parser.state(), RequestParser::State::Complete);
    QCOMPARE(parser.feed(bytes), 0);
    QCOMPARE(parser.take().body, QByteArray("hello"));
    QVERIFY(!parser.started());
}

void TstRequestParser::limitsAreExact()
{
    RequestLimits limits;
    limits.headBytes = 100;
    limits.targetBytes = 10;
    limits.fields = 3;
    const QByteArray line = "POST /123456789 HTTP/1.1\r\n"; // an address of ten bytes
    const auto headOf = [&](qsizetype size) -> QByteArray {
        const QByteArray start = line + "Host: a\r\nX: ";
        return start + QByteArray(size - start.size() - 4, 'x') + "\r\n\r\n";
    };
    QCOMPARE(parse(headOf(100), 1, limits).requests.size(), 1U);
    QCOMPARE(parse(headOf(101), 1, limits).status, 431);
    QCOMPARE(parse("POST /1234567890 HTTP/1.1\r\nHost: a\r\n\r\n", 1, limits).status, 414);
    QCOMPARE(parse(line + "Host: a\r\nb: c\r\nd: e\r\n\r\n", 1, limits).requests.size(), 1U);
    QCOMPARE(parse(line + "Host: a\r\nb: c\r\nd: e\r\nf: g\r\n\r\n", 1, limits).status, 431);
    QCOMPARE(parse(post("Content-Length: 1000\r\n", QByteArray(1'000, 'x')), 100).requests.size(), 1U);
    const QByteArray halves = "1f4\r\n" + QByteArray(500, 'x') + "\r\n";
    QCOMPARE(parse(post("Transfer-Encoding: chunked\r\n", halves + halves + "0\r\n\r\n"), 100).requests.size(), 1U);
    QCOMPARE(parse(post("Transfer-Encoding: chunked\r\n", halves + halves + "1\r\n"), 100).status, 413);
}

DASH_TEST(TstRequestParser)
#include "tst_request_parser.moc"
