#include "core/engine/formats/detect.h"
#include "core/engine/formats/formats.h"
#include "core/engine/parameters.h"
#include "tests/engine/engine_world.h"

#include <QJsonDocument>

using namespace dash;
using dash::test::decode;
using dash::test::Decoded;

class TstCsvFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDialects_data();
    void readsDialects();
    void givesTheSameRowsForPortionsOfAnySize();
    void rejectsRaggedRowsAndOddValuesWithTheReason();
    void widensWholeNumbersBehindTheSample();
    void choosesTheOrderOfDates_data();
    void choosesTheOrderOfDates();
    void placesLocalTimesByTheirZone();
    void settingsWinOverGuesses();
    void refusesTooManyColumns();
    void detectsDocuments_data();
    void detectsDocuments();
    void readsUnitsFromHeads();
    void guessesTimeNumbersAndLabels();
    void rowsOfOneTimeAreToldApart();
};

void TstCsvFormat::readsDialects_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("types");
    QTest::addColumn<QString>("lastRow");
    const auto row = [](const char *name, const QByteArray &document, const char *names, const char *types,
                        const QByteArray &last) {
        QTest::newRow(name) << document << QString::fromUtf8(names) << types << QString::fromUtf8(last);
    };
    row("comma", "a,b\n1,2\n3,4\n", "a|b", "int64 int64", R"({"a":3,"b":4})");
    row("no line end at the end", "a,b\n1,2", "a|b", "int64 int64", R"({"a":1,"b":2})");
    row("crlf", "a,b\r\n1,x\r\n", "a|b", "int64 text", R"({"a":1,"b":"x"})");
    row("old mac", "a,b\r1,x\r2,y\r", "a|b", "int64 text", R"({"a":2,"b":"y"})");
    row("semicolon and comma", "Tag;Wert\n01.02.2026;1.234,50\n28.02.2026;-7,25\n", "Tag|Wert", "instant double",
        R"({"Tag":"2026-02-28T00:00:00Z","Wert":-7.25})");
    row("tab", "a\tb\n1\tx y\n", "a|b", "int64 text", R"({"a":1,"b":"x y"})");
    row("bar", "a|b\n1|2.5\n", "a|b", "int64 double", R"({"a":1,"b":2.5})");
    row("quotes", "a,b\n\"x, \"\"y\"\"\",\"line\nbreak\"\n", "a|b", "text text",
        R"({"a":"x, \"y\"","b":"line\nbreak"})");
    row("quote in a bare cell", "a,b\n5\" pipe,2\n", "a|b", "text int64", R"({"a":"5\" pipe","b":2})");
    row("text behind a quote", "a,b\n\"x\"y,2\n", "a|b", "text int64", R"({"a":"xy","b":2})");
    row("no header", "1,2\n3,4\n", "column 1|column 2", "int64 int64", R"({"column 1":3,"column 2":4})");
    row("names twice and empty", "a,a,\n1,2,3\n", "a|a 2|column 3", "int64 int64 int64",
        R"({"a":1,"a 2":2,"column 3":3})");
    row("blank lines", "a,b\n\n1,2\n\n", "a|b", "int64 int64", R"({"a":1,"b":2})");
    row("sep line", "sep=;\na;b\n1;2\n", "a|b", "int64 int64", R"({"a":1,"b":2})");
    row("lines of a bank before the table",
        "Kontoauszug\nIBAN;DE12\n\nTag;Betrag;Text\n01.03.2026;1,00;a\n02.03.2026;2,50;b\n03.03.2026;2,75;c\n",
        "Tag|Betrag|Text", "instant double text", R"({"Tag":"2026-03-03T00:00:00Z","Betrag":2.75,"Text":"c"})");
    row("empty words", "a,b\n1,x\nNA,y\n,z\n", "a|b", "int64 text", R"({"a":null,"b":"z"})");
    row("codes stay text", "zip,phone\n01234,+49170\n99999,+49171\n", "zip|phone", "text text",
        R"({"zip":"99999","phone":"+49171"})");
    row("true and false", "a,b\ntrue,1\nfalse,2\n", "a|b", "bool int64", R"({"a":false,"b":2})");
    row("currency", "a,b\nx,$1\ny,\"$1,234\"\n", "a|b", "text int64", R"({"a":"y","b":1234})");
    row("accounting", "a,b\nx,(12.50)\ny,3.5-\n", "a|b", "text double", R"({"a":"y","b":-3.5})");
    row("swiss thousands", "a;b\nx;1'234.50\ny;2'000.75\n", "a|b", "text double", R"({"a":"y","b":2000.75})");
    row("epoch", "time,v\n1767225600,1\n1767225660,2\n", "time|v", "instant int64",
        R"({"time":"2026-01-01T00:01:00Z","v":2})");
    row("epoch millis", "ts,v\n1767225600123,1\n", "ts|v", "instant int64",
        R"({"ts":"2026-01-01T00:00:00.123Z","v":1})");
    row("iso", "t,v\n2026-01-01T00:00:00.5+02:00,1\n", "t|v", "instant int64",
        R"({"t":"2025-12-31T22:00:00.500Z","v":1})");
    row("twelve hours", "t,v\n12/31/2026 1:05 PM,1\n", "t|v", "instant int64", R"({"t":"2026-12-31T13:05:00Z","v":1})");
    row("utf-8 mark",
        "\xEF\xBB\xBF"
        "a,b\n1,\xC3\xA4\n",
        "a|b", "int64 text", "{\"a\":1,\"b\":\"\xC3\xA4\"}");
    row("windows-1252",
        "a,b\n1,\x80 Gr\xFC\xDF"
        "e\n",
        "a|b", "int64 text", QString::fromUtf8(R"({"a":1,"b":"€ Grüße"})").toUtf8());
    const QString text = QStringLiteral("a;b\n1;ü\n");
    row("utf-16 without mark", QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), "a|b",
        "int64 text", QString::fromUtf8(R"({"a":1,"b":"ü"})").toUtf8());
}

void TstCsvFormat::readsDialects()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, names);
    QFETCH(QString, types);
    QFETCH(QString, lastRow);
    const Decoded out = decode(csvFormat(), document);
    QCOMPARE(out.code(), QStringLiteral("ok"));
    QCOMPARE(out.names(), names);
    QCOMPARE(out.types(), types);
    QVERIFY(out.rows.rows > 0);
    QCOMPARE(QString::fromUtf8(rowJson(out.rows, out.rows.rows - 1)), lastRow);
}

void TstCsvFormat::givesTheSameRowsForPortionsOfAnySize()
{
    QByteArray document = "id;text;amount\r\n";
    for (int i = 0; i < 300; ++i)
        document += QByteArray::number(i) + ";\"semi;colon \"\"" + QByteArray::number(i) + "\"\"\r\nä\";" +
                    QByteArray::number(i) + ",25\r\n";
    const Decoded whole = decode(csvFormat(), document);
    QCOMPARE(whole.rows.rows, 300U);
    for (const qsizetype step : {1, 2, 5, 17, 1000}) {
        const Decoded cut = decode(csvFormat(), document, {}, step);
        QCOMPARE(cut.rows.rows, 300U);
        for (std::size_t i = 0; i < 300; i += 37)
            QCOMPARE(rowJson(cut.rows, i), rowJson(whole.rows, i));
    }
}

void TstCsvFormat::rejectsRaggedRowsAndOddValuesWithTheReason()
{
    QByteArray document = "t,v\n";
    for (int i = 0; i < 1'100; ++i)
        document += "2026-01-01 00:00:0" + QByteArray::number(i % 10) + "," + QByteArray::number(i) + "\n";
    document += "2026-01-02 00:00:00\n2026-01-02,1,2\n2026-01-02,1,\nyesterday,5\n2026-01-03,many\n2026-01-04,\"open\n";
    const Decoded out = decode(csvFormat(), document);
    QCOMPARE(out.code(), QStringLiteral("ok"));
    QCOMPARE(out.types(), QStringLiteral("instant int64"));
    QCOMPARE(out.rows.rows, 1'101U); // the row with one empty cell too many is whole
    QCOMPARE(out.rejects.size(), 5U);
    QStringList reasons;
    for (const Reject &reject : out.rejects)
        reasons.append(reject.reason.arg(QLatin1StringView("line")) + u' ' +
                       reject.reason.arg(QLatin1StringView("reason")));
    const QString all = reasons.join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("1102 the row has 1 cells where the table has 2")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("1103 the row has 3 cells")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("1105 t: “yesterday” is not a time")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("1106 v: “many” is not a number")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("a quote is not closed")), qPrintable(all));
    for (const Reject &reject : out.rejects)
        QVERIFY(QJsonDocument::fromJson(reject.record).isObject());
}

void TstCsvFormat::widensWholeNumbersBehindTheSample()
{
    QByteArray document = "v\n";
    for (int i = 0; i < 20'000; ++i)
        document += QByteArray::number(i) + "\n";
    document += "0.5\n";
    const Decoded out = decode(csvFormat(), document);
    QCOMPARE(out.rejects.size(), 0U);
    QCOMPARE(out.rows.rows, 20'001U);
    QCOMPARE(out.types(), QStringLiteral("double"));
    QCOMPARE(out.cell("v", 20'000), QStringLiteral("0.5"));
}

void TstCsvFormat::choosesTheOrderOfDates_data()
{
    QTest::addColumn<QByteArray>("dates");
    QTest::addColumn<QString>("first");
    QTest::newRow("a day above twelve") << QByteArray("d,v\n01/02/2026,1\n13/02/2026,2\n") << "2026-02-01T00:00:00Z";
    QTest::newRow("a month above twelve") << QByteArray("d,v\n01/02/2026,1\n01/13/2026,2\n") << "2026-01-02T00:00:00Z";
    QTest::newRow("order of time: months")
        << QByteArray("d;v\n01/11/2026;1\n01/12/2026;2\n02/01/2026;3\n02/02/2026;3\n") << "2026-01-11T00:00:00Z";
    QTest::newRow("order of time: days")
        << QByteArray("d,v\n10/01/2026,1\n11/01/2026,2\n12/01/2026,3\n01/02/2026,4\n02/02/2026,5\n")
        << "2026-01-10T00:00:00Z";
    QTest::newRow("points mean days first") << QByteArray("d,v\n01.02.2026,1\n") << "2026-02-01T00:00:00Z";
    QTest::newRow("undecided in a comma file") << QByteArray("d,v\n01/02/2026,1\n") << "2026-01-02T00:00:00Z";
    QTest::newRow("undecided in a semicolon file") << QByteArray("d;v\n01/02/2026;1\n") << "2026-02-01T00:00:00Z";
    QTest::newRow("year first") << QByteArray("d,v\n2026/02/01,1\n") << "2026-02-01T00:00:00Z";
    QTest::newRow("two digits") << QByteArray("d,v\n31.12.99,1\n") << "1999-12-31T00:00:00Z";
}

void TstCsvFormat::choosesTheOrderOfDates()
{
    QFETCH(QByteArray, dates);
    QFETCH(QString, first);
    const Decoded out = decode(csvFormat(), dates);
    QCOMPARE(out.rejects.size(), 0U);
    QCOMPARE(out.cell("d", 0), first);
}

void TstCsvFormat::placesLocalTimesByTheirZone()
{
    // Berlin: 02:30 on 29 March 2026 does not exist, on 25 October it comes twice (the first counts).
    const QByteArray document = "t,v\n2026-01-01 12:00,1\n2026-03-29 01:59,2\n2026-03-29 02:30,3\n2026-03-29 03:00,4\n"
                                "2026-07-01 12:00,5\n2026-10-25 02:30,6\n2026-10-25 03:00,7\n";
    const Decoded out = decode(csvFormat(), document, {{QStringLiteral("zone"), QStringLiteral("Europe/Berlin")}});
    const QStringList expected{QStringLiteral("2026-01-01T11:00:00Z"), QStringLiteral("2026-03-29T00:59:00Z"),
                               QStringLiteral("2026-03-29T01:30:00Z"), QStringLiteral("2026-03-29T01:00:00Z"),
                               QStringLiteral("2026-07-01T10:00:00Z"), QStringLiteral("2026-10-25T00:30:00Z"),
                               QStringLiteral("2026-10-25T02:00:00Z")};
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(out.cell("t", static_cast<std::size_t>(i)), expected[i]);
    QCOMPARE(decode(csvFormat(), document, {{QStringLiteral("zone"), QStringLiteral("Mars/Base")}}).code(),
             QStringLiteral("time.zone_unknown"));
    // What a system is often set to is a zone as well, though no list of zones has it.
    for (const char *name : {"UTC", "Etc/UTC", "Europe/Berlin", "Etc/GMT+5"}) {
        const QJsonObject config{{QStringLiteral("zone"), QString::fromLatin1(name)}};
        QVERIFY2(configProblems(config, csvFormat().parameters, {}).empty(), name);
    }
    QVERIFY(
        !configProblems({{QStringLiteral("zone"), QStringLiteral("Mars/Base")}}, csvFormat().parameters, {}).empty());
}

void TstCsvFormat::settingsWinOverGuesses()
{
    const QByteArray document = "01/02/2026;1,5\n03/02/2026;2,5\n";
    const Decoded out = decode(csvFormat(), document,
                               {{QStringLiteral("header"), QStringLiteral("no")},
                                {QStringLiteral("dates"), QStringLiteral("mdy")},
                                {QStringLiteral("numbers"), QStringLiteral("decimal")}});
    QCOMPARE(out.types(), QStringLiteral("instant decimal"));
    QCOMPARE(out.cell("column 1", 0), QStringLiteral("2026-01-02T00:00:00Z"));
    const Decoded header = decode(csvFormat(), "1,2\n3,4\n", {{QStringLiteral("header"), QStringLiteral("yes")}});
    QCOMPARE(header.names(), QStringLiteral("1|2"));
    const Decoded bar = decode(csvFormat(), "a,b|c\n1,2|3\n", {{QStringLiteral("delimiter"), QStringLiteral("|")}});
    QCOMPARE(bar.names(), QStringLiteral("a,b|c"));
    QCOMPARE(bar.rows.fields.size(), 2U);
    const Decoded wrong = decode(csvFormat(), "a\n\xFF\n", {{QStringLiteral("encoding"), QStringLiteral("utf-8")}});
    QCOMPARE(wrong.code(), QStringLiteral("format.encoding"));
}

void TstCsvFormat::refusesTooManyColumns()
{
    const QByteArray wide = QByteArray("a,").repeated(5'000) + "a\n";
    QCOMPARE(decode(csvFormat(), wide + wide).code(), QStringLiteral("format.too_many_columns"));
}

void TstCsvFormat::detectsDocuments_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("csv") << QByteArray("a,b\n1,2\n") << "data.txt"
                         << "csv";
    QTest::newRow("semicolons") << QByteArray("a;b\n1;2\n") << "export"
                                << "csv";
    QTest::newRow("tsv") << QByteArray("a\tb\n1\t2\n") << "export"
                         << "tsv";
    QTest::newRow("json list") << QByteArray("[{\"a\":1}]") << "x"
                               << "json";
    QTest::newRow("json object") << QByteArray("{\"a\":1,\n\"b\":2}") << "x.json"
                                 << "json";
    QTest::newRow("ndjson") << QByteArray("{\"a\":1}\n{\"a\":2}\n") << "x.json"
                            << "ndjson";
    QTest::newRow("ndjson by name") << QByteArray("{\"a\":1}\n") << "x.ndjson"
                                    << "ndjson";
    QTest::newRow("openmetrics") << QByteArray("# HELP up x\n# TYPE up gauge\nup 1\n") << "metrics"
                                 << "openmetrics";
}

void TstCsvFormat::detectsDocuments()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, name);
    QFETCH(QString, format);
    test::EngineWorld world;
    const Result<Detected> found = detectFormat(builtinRegistry(), world.context, head, HeadIs::Everything, name, {});
    QVERIFY_RESULT(found);
    QCOMPARE(found->format, format);
    QVERIFY(found->sample.rows > 0);
    const Result<Detected> picture =
        detectFormat(builtinRegistry(), world.context, QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18),
                     HeadIs::Beginning, QStringLiteral("p.png"), {});
    QCOMPARE(test::codeOf(picture), QStringLiteral("format.syntax"));
}

void TstCsvFormat::readsUnitsFromHeads()
{
    test::EngineWorld world;
    const QByteArray csv = "time,Power (kW),temp [C],energy_kWh,Total (net),sensor A,volume (m³),n (),price (EUR)\n"
                           "2026-01-01 00:00,1.5,20,3,4,5,6,7,8.50\n2026-01-01 01:00,2.5,21,4,5,6,7,8,9.50\n";
    const Result<Detected> found =
        detectFormat(builtinRegistry(), world.context, csv, HeadIs::Everything, QStringLiteral("a.csv"), {});
    QVERIFY_RESULT(found);
    QStringList units;
    for (const DetectedField &field : found->fields)
        units << field.unit;
    const QStringList expected{
        {}, QStringLiteral("kW"), QStringLiteral("°C"), QStringLiteral("kWh"), {}, {}, QStringLiteral("m³"),
        {}, QStringLiteral("EUR")};
    QCOMPARE(units, expected);
}

void TstCsvFormat::guessesTimeNumbersAndLabels()
{
    test::EngineWorld world;
    QByteArray csv = "id;Zeit;Sensor;Wert\n";
    QByteArray json = "{\"page\":1,\"data\":[";
    for (int i = 0; i < 40; ++i) {
        csv += QByteArray::number(i) + ";" + QByteArray::number(i % 27 + 1).rightJustified(2, '0') + ".01.2026;s" +
               QByteArray::number(i % 3) + ";" + QByteArray::number(i) + ",5\n";
        json += (i > 0 ? "," : "") + QByteArray("{\"created\":") + QByteArray::number(1'767'225'600 + i) +
                ",\"status\":\"" + (i % 2 ? "ok" : "bad") + "\",\"amount\":" + QByteArray::number(i) + "}";
    }
    const Result<Detected> table =
        detectFormat(builtinRegistry(), world.context, csv, HeadIs::Everything, QStringLiteral("a.csv"), {});
    QVERIFY_RESULT(table);
    QCOMPARE(table->timeField, QStringLiteral("Zeit"));
    QCOMPARE(table->timeFormat, QStringLiteral("instant"));
    QCOMPARE(table->numberFields, QStringList{QStringLiteral("Wert")});
    QCOMPARE(table->labelFields, QStringList{QStringLiteral("Sensor")});
    // The head of a longer document: cut in the middle of a record.
    const Result<Detected> answer =
        detectFormat(builtinRegistry(), world.context, json, HeadIs::Beginning, QString(), "application/json");
    QVERIFY_RESULT(answer);
    QCOMPARE(answer->format, QStringLiteral("json"));
    QCOMPARE(answer->config[QStringLiteral("records")].toString(), QStringLiteral("$.data[*]"));
    QCOMPARE(answer->sample.rows, 40U);
    QCOMPARE(answer->timeField, QStringLiteral("created"));
    QCOMPARE(answer->timeFormat, QStringLiteral("epoch_s"));
    QCOMPARE(answer->labelFields, QStringList{QStringLiteral("status")});
    QCOMPARE(answer->numberFields, QStringList{QStringLiteral("amount")});
}

void TstCsvFormat::rowsOfOneTimeAreToldApart()
{
    test::EngineWorld world;
    const auto labelsOf = [&](const QByteArray &csv) {
        const auto found =
            detectFormat(builtinRegistry(), world.context, csv, HeadIs::Beginning, QStringLiteral("a.csv"), {});
        return found ? found->labelFields : QStringList{errorSentence(found.error())};
    };
    // A thousand hosts at each time: too many names for a label by itself, but without it each would replace the last.
    QByteArray hosts = "time,host,load\n";
    QByteArray numbered = "time,device_id,load\n";
    QByteArray alone = "time,note,load\n";
    for (int i = 0; i < 3'000; ++i) {
        const QByteArray time = QByteArray::number(1'767'225'600 + i / 1'000);
        hosts += time + ",host-" + QByteArray::number(i % 1'000) + "," + QByteArray::number(i) + ".5\n";
        numbered += time + "," + QByteArray::number(i % 1'000) + "," + QByteArray::number(i) + ".5\n";
        alone += QByteArray::number(1'767'225'600 + i) + ",note " + QByteArray::number(i % 1'000) + "," +
                 QByteArray::number(i) + ".5\n";
    }
    QCOMPARE(labelsOf(hosts), QStringList{QStringLiteral("host")});
    QCOMPARE(labelsOf(numbered), QStringList{QStringLiteral("device_id")});
    QCOMPARE(labelsOf(alone), QStringList()); // every row has a time of its own
}

DASH_TEST(TstCsvFormat)
#include "tst_csv_format.moc"
