#include "core/engine/formats/formats.h"
#include "core/engine/formats/json_cursor.h"
#include "tests/engine/engine_world.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace dash;
using dash::test::decode;
using dash::test::Decoded;

class TstJsonFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRecordsWhereverTheyAre_data();
    void readsRecordsWhereverTheyAre();
    void givesTheSameRowsForPortionsOfAnySize();
    void keepsEveryDigitOfNumbers();
    void widensAColumnWithoutLosingDigits();
    void makesTextOfMixedKinds();
    void keepsNestedValuesAsCompactJson();
    void unescapesTexts();
    void rejectsABrokenLineAndGoesOn();
    void rejectsRecordsThatStrictParsersRefuse_data();
    void rejectsRecordsThatStrictParsersRefuse();
    void agreesWithQtOnRandomDocuments();
    void saysWhatIsWrongWithADocument_data();
    void saysWhatIsWrongWithADocument();
    void keepsMemoryBoundedOverSkippedParts();
    void readsUtf16Documents();
    void cutsLongDocumentsIntoBatches();
};

void TstJsonFormats::readsRecordsWhereverTheyAre_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("firstA");
    QTest::newRow("array") << QByteArray(R"([{"a":1},{"a":2}])") << QString() << 2 << "1";
    QTest::newRow("object") << QByteArray(R"({"a":1})") << QString() << 1 << "1";
    QTest::newRow("empty array") << QByteArray("[]") << QString() << 0 << "";
    QTest::newRow("at a path") << QByteArray(R"({"meta":{"n":[1,{"a":9}]},"data":[{"a":1},{"a":2},{"a":3}],"z":"]"})")
                               << "$.data[*]" << 3 << "1";
    QTest::newRow("path ending at the list") << QByteArray(R"({"data":[{"a":5}]})") << "$.data" << 1 << "5";
    QTest::newRow("path to one object") << QByteArray(R"({"data":{"a":6}})") << "$.data" << 1 << "6";
    QTest::newRow("quoted name and position")
        << QByteArray(R"({"x y":[[{"a":1}],[{"a":7},{"a":8}]]})") << "$['x y'][1][*]" << 2 << "7";
    QTest::newRow("any name") << QByteArray(R"({"p":[{"a":1}],"q":[{"a":2}]})") << "$.*[*]" << 2 << "1";
    QTest::newRow("root of an array") << QByteArray(R"([{"a":1}])") << "$" << 1 << "1";
    QTest::newRow("empty list at the path") << QByteArray(R"({"data":[]})") << "$.data[*]" << 0 << "";
    QTest::newRow("escaped name") << QByteArray(R"({"d\u0061ta":[{"a":4}]})") << "$.data[*]" << 1 << "4";
}

void TstJsonFormats::readsRecordsWhereverTheyAre()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, path);
    QFETCH(int, rows);
    QFETCH(QString, firstA);
    for (const qsizetype step : {0, 1, 3, 7}) {
        const Decoded out = decode(jsonFormat(), document, {{QStringLiteral("records"), path}}, step);
        QCOMPARE(out.code(), QStringLiteral("ok"));
        QCOMPARE(static_cast<int>(out.rows.rows), rows);
        if (rows > 0)
            QCOMPARE(out.cell("a", 0), firstA);
    }
}

void TstJsonFormats::givesTheSameRowsForPortionsOfAnySize()
{
    QByteArray document = R"({"skip":{"deep":[["a\"]",{}],"\\"]},"items":[)";
    for (int i = 0; i < 50; ++i)
        document += (i > 0 ? ",\n " : "") + QByteArray(R"({"n":)") + QByteArray::number(i * 7) + R"(,"t":"ä\n\u20ac)" +
                    QByteArray::number(i) + R"(","o":{"x":[1, 2]}})";
    document += R"(],"after":[1,2,3]})";
    const QJsonObject config{{QStringLiteral("records"), QStringLiteral("$.items[*]")}};
    const Decoded whole = decode(jsonFormat(), document, config);
    QCOMPARE(whole.rows.rows, 50U);
    for (qsizetype step = 1; step < 40; ++step) {
        const Decoded cut = decode(jsonFormat(), document, config, step);
        QCOMPARE(cut.code(), QStringLiteral("ok"));
        QCOMPARE(cut.rows.rows, 50U);
        for (std::size_t row = 0; row < 50; ++row)
            QCOMPARE(rowJson(cut.rows, row), rowJson(whole.rows, row));
    }
}

void TstJsonFormats::keepsEveryDigitOfNumbers()
{
    const Decoded out = decode(
        ndjsonFormat(),
        R"({"a":9223372036854775807,"b":0.1,"c":18446744073709551616,"d":1234567890.123456789012,"e":-0.0,"f":5e-324,"g":1.7976931348623157e308,"h":-9223372036854775808})");
    QCOMPARE(out.types(), QStringLiteral("int64 double decimal decimal double double double int64"));
    QCOMPARE(out.cell("a", 0), QStringLiteral("9223372036854775807"));
    QCOMPARE(out.cell("b", 0), QStringLiteral("0.1"));
    QCOMPARE(out.cell("c", 0), QStringLiteral("18446744073709551616"));
    QCOMPARE(out.cell("d", 0), QStringLiteral("1234567890.123456789012"));
    QVERIFY(std::signbit(out.rows.column(u"e")->doubles[0]));
    QCOMPARE(out.rows.column(u"f")->doubles[0], 5e-324);
    QCOMPARE(out.rows.column(u"g")->doubles[0], 1.7976931348623157e308);
    QCOMPARE(out.cell("h", 0), QStringLiteral("-9223372036854775808"));
    const Decoded money =
        decode(ndjsonFormat(), "{\"a\":1}\n{\"a\":12.50}\n", {{QStringLiteral("numbers"), QStringLiteral("decimal")}});
    QCOMPARE(money.types(), QStringLiteral("decimal"));
    QCOMPARE(money.cell("a", 1), QStringLiteral("12.50"));
}

void TstJsonFormats::widensAColumnWithoutLosingDigits()
{
    const Decoded plain = decode(ndjsonFormat(), "{\"a\":1}\n{\"a\":null}\n{\"a\":2.5}\n{\"a\":3}");
    QCOMPARE(plain.types(), QStringLiteral("double"));
    QCOMPARE(plain.cell("a", 1), QStringLiteral("(null)"));
    QCOMPARE(plain.cell("a", 3), QStringLiteral("3"));
    // A double would round the first.
    const Decoded wide = decode(ndjsonFormat(), "{\"a\":9007199254740993}\n{\"a\":0.5}");
    QCOMPARE(wide.cell("a", 0), QStringLiteral("9007199254740993"));
    QCOMPARE(wide.cell("a", 1), QStringLiteral("0.5"));
}

void TstJsonFormats::makesTextOfMixedKinds()
{
    const Decoded out = decode(ndjsonFormat(), "{\"a\":1,\"b\":{}}\n{\"a\":\"x\",\"b\":\"cus_1\"}\n{\"a\":true}\n");
    QCOMPARE(out.types(), QStringLiteral("text text"));
    QCOMPARE(out.cell("a", 0), QStringLiteral("1"));
    QCOMPARE(out.cell("a", 2), QStringLiteral("true"));
    QCOMPARE(out.cell("b", 0), QStringLiteral("{}"));
    QCOMPARE(out.cell("b", 2), QStringLiteral("(null)"));
}

void TstJsonFormats::keepsNestedValuesAsCompactJson()
{
    const Decoded out = decode(jsonFormat(), "[{\"o\": { \"x\" : [1 , 2.50 , \"a b\"] , \"y\":null }}]");
    QCOMPARE(out.types(), QStringLiteral("json"));
    QCOMPARE(out.cell("o", 0), QStringLiteral(R"({"x":[1,2.50,"a b"],"y":null})"));
}

void TstJsonFormats::unescapesTexts()
{
    const Decoded out = decode(ndjsonFormat(), R"({"a":"\u00e4\ud83d\ude00\n\"\\\/","k\u0065y":1,"b":"\ud800x"})");
    QCOMPARE(out.cell("a", 0), QString::fromUtf8("ä😀\n\"\\/"));
    QCOMPARE(out.names(), QStringLiteral("a|key|b"));
    QCOMPARE(out.cell("b", 0), QString(QChar(0xFFFD)) + QStringLiteral("x"));
}

void TstJsonFormats::rejectsABrokenLineAndGoesOn()
{
    const Decoded out =
        decode(ndjsonFormat(), "{\"a\":1}\n{\"a\":2,\"phantom\":3\n\n{\"a\":3}\r\n{\"a\":4} x\n{\"a\":5}");
    QCOMPARE(out.code(), QStringLiteral("ok"));
    QCOMPARE(out.rows.rows, 3U);
    QCOMPARE(out.names(), QStringLiteral("a"));
    QCOMPARE(out.cell("a", 1), QStringLiteral("3"));
    QCOMPARE(out.rejects.size(), 2U);
    QCOMPARE(out.rejects[0].reason.arg(QLatin1StringView("line")), QStringLiteral("2"));
    QCOMPARE(out.rejects[1].reason.arg(QLatin1StringView("line")), QStringLiteral("5"));
    QCOMPARE(QJsonDocument::fromJson(out.rejects[1].record).object()[QStringLiteral("text")].toString(),
             QStringLiteral("{\"a\":4} x"));
}

void TstJsonFormats::rejectsRecordsThatStrictParsersRefuse_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *bad : {"{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":tru}",
                            "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":[1,]}", "{\"a\":1,}",
                            "{a:1}", "{\"a\" 1}", "{\"a\":{\"b\":nul}}", "{\"a\":NaN}", "{\"a\":1e999}", "{\"a\":[1}}"})
        QTest::newRow(bad) << QByteArray(bad);
}

void TstJsonFormats::rejectsRecordsThatStrictParsersRefuse()
{
    QFETCH(QByteArray, line);
    const Decoded out = decode(ndjsonFormat(), line + "\n{\"good\":1}\n");
    QCOMPARE(out.rejects.size(), 1U);
    QCOMPARE(out.rows.rows, 1U);
    QCOMPARE(out.names(), QStringLiteral("good"));
}

void TstJsonFormats::agreesWithQtOnRandomDocuments()
{
    // Random edits of valid records: whatever Qt's parser takes as an object, this takes with the same members, and
    // what this takes, Qt takes.
    quint64 state = 88172645463325252ULL;
    const auto random = [&state](int below) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return static_cast<int>(state % static_cast<quint64>(below));
    };
    const QByteArray seed = R"({"qr":12.5,"xs":[true,null,{"c":"x\ty\u00e4"}],"yh":-3e2,"zj":"","wk":false})";
    const QByteArray alphabet = "{}[]\",:\\tfn0123456789.eE+-aub \t";
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray record = seed;
        for (int edits = random(3); edits >= 0; --edits) {
            const int at = random(static_cast<int>(record.size()));
            if (random(3) == 0)
                record.remove(at, 1);
            else
                record[at] = alphabet[random(static_cast<int>(alphabet.size()))];
        }
        const QJsonDocument theirs = QJsonDocument::fromJson(record);
        const Decoded ours = decode(ndjsonFormat(), record);
        const bool oursGood = ours.rejects.empty() && ours.rows.rows == 1;
        if (!oursGood)
            continue;
        ++accepted;
        QVERIFY2(theirs.isObject(), record.constData());
        for (const Field &field : ours.rows.fields) {
            const QJsonValue value = theirs.object().value(field.name);
            if (field.column->type == ColumnType::Double)
                QCOMPARE(field.column->doubles[0], value.toDouble());
        }
    }
    QVERIFY(accepted > 1'000);
}

void TstJsonFormats::saysWhatIsWrongWithADocument_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("cut") << QByteArray("[{\"a\":1},{\"a\":") << QString() << "format.syntax"
                         << "too early";
    QTest::newRow("nothing") << QByteArray("  \n") << QString() << "format.syntax"
                             << "too early";
    QTest::newRow("two documents") << QByteArray("{}\n{}") << QString() << "format.syntax"
                                   << "NDJSON";
    QTest::newRow("an error answer") << QByteArray(R"({"error":{"message":"no"}})") << "$.data[*]"
                                     << "format.syntax"
                                     << "error";
    QTest::newRow("brackets") << QByteArray("[{\"a\":[1}]]") << QString() << "format.syntax"
                              << "brackets";
    QTest::newRow("html") << QByteArray("<html>") << QString() << "format.syntax"
                          << "value";
    QTest::newRow("deep") << QByteArray(5'000, '[') << QString() << "format.too_deep"
                          << "64";
    QTest::newRow("not text") << QByteArray("{\"a\":\"\xC3\xA4\"}") + QByteArray("\xC3\x28") << QString()
                              << "format.encoding"
                              << "utf-8";
    QTest::newRow("path grammar") << QByteArray("[]") << "data"
                                  << "path.syntax"
                                  << "$";
    QTest::newRow("path filter") << QByteArray("[]") << "$.a[?@.x>1]"
                                 << "path.syntax"
                                 << "filter step";
}

void TstJsonFormats::saysWhatIsWrongWithADocument()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, path);
    QFETCH(QString, code);
    QFETCH(QString, words);
    for (const qsizetype step : {0, 1}) {
        const Decoded out = decode(jsonFormat(), document, {{QStringLiteral("records"), path}}, step);
        QCOMPARE(out.code(), code);
        QVERIFY2(errorSentence(*out.error).contains(words), qPrintable(errorSentence(*out.error)));
    }
}

void TstJsonFormats::keepsMemoryBoundedOverSkippedParts()
{
    // 40 MB that nobody asked for, then one record: far beyond what a record may hold.
    test::EngineWorld world;
    auto decoder = jsonFormat().create({{QStringLiteral("records"), QStringLiteral("$.data[*]")}}, world.context);
    QVERIFY_RESULT(decoder);
    std::size_t rows = 0;
    Rejects rejects;
    const auto count = [&](Batch batch) -> Result<> {
        rows += batch.rows;
        return {};
    };
    QVERIFY_RESULT((*decoder)->decode("{\"log\":[", false, count, rejects));
    const QByteArray part = QByteArray("\"some text, {[ \\\" \",").repeated(20'000);
    for (int i = 0; i < 100; ++i)
        QVERIFY_RESULT((*decoder)->decode(part, false, count, rejects));
    QVERIFY_RESULT((*decoder)->decode("0],\"data\":[{\"a\":1}]}", true, count, rejects));
    QCOMPARE(rows, 1U);
}

void TstJsonFormats::readsUtf16Documents()
{
    const QString text = QString::fromUtf8("[{\"name\":\"Zoë 😀\"}]");
    const QByteArray little =
        QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    for (const qsizetype step : {0, 1, 3}) {
        const Decoded out = decode(jsonFormat(), little, {}, step);
        QCOMPARE(out.code(), QStringLiteral("ok"));
        QCOMPARE(out.cell("name", 0), QString::fromUtf8("Zoë 😀"));
    }
}

void TstJsonFormats::cutsLongDocumentsIntoBatches()
{
    QByteArray document;
    for (int i = 0; i < 40'000; ++i)
        document += "{\"i\":" + QByteArray::number(i) + "}\n";
    const Decoded out = decode(ndjsonFormat(), document, {}, 65'536);
    QCOMPARE(out.rows.rows, 40'000U);
    for (const std::size_t rows : out.batchRows)
        QVERIFY(rows <= 16'000);
    QCOMPARE(out.cell("i", 39'999), QStringLiteral("39999"));
}

DASH_TEST(TstJsonFormats)
#include "tst_json_formats.moc"
