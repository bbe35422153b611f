#include "tests/engine/steps/rows.h"

using namespace dash;
using namespace dash::test;

namespace {

// Rows made of JSON have their fields by name; the order of fields is not what these tests are about.
QString byName(const QString &lines)
{
    QStringList out;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts))
        out.push_back(QString::fromUtf8(QJsonDocument::fromJson(line.toUtf8()).toJson(QJsonDocument::Compact)));
    return out.join(u'\n');
}

} // namespace

#define COMPARE_ROWS(actual, expected) QCOMPARE(byName(actual), byName(expected))

// Steps that turn lists into rows and rows into comparable ones.
class TstStepsTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsSideBySideBecomeRows();
    void listsOfTheRowItself();
    void unevenListsFillOrReject();
    void notListsAreRejected();
    void tableWithHeaderPath();
    void tableWithHeaderLine();
    void unevenLinesFillOrReject();
    void gapsAreFilled_data();
    void gapsAreFilled();
    void gapsOfLocalDays();
    void gapsByKeyOverTheSameRange();
    void decimalsBetweenKeepTheirPlaces();
    void tooManyGapsAreRefused();
    void totalsGoOnAcrossRuns();
    void totalsStartAnewAtLocalMidnight();
    void totalsStayExact();
    void topRowsOfEachKey();
    void restOfARankIsOneRow();
    void comparesWithAWeekBefore();
    void comparesAcrossRuns();
    void comparesMonthsInAZone();
    void moneyByCurrency_data();
    void moneyByCurrency();
    void moneyWithAFieldForTheCurrency();
    void groupCarriesOpenBucketsOn();
    void groupRefusesRowsOfClosedBuckets();
    void groupWithoutCarryKeepsNothing();
};

void TstStepsTables::listsSideBySideBecomeRows()
{
    StepRun run("unzip", R"({"path":"$.hourly"})");
    COMPARE_ROWS(
        run.all(rows(
            {R"({"place":"Berlin","hourly":{"time":["2026-01-01T00:00","2026-01-01T01:00"],"rain":[0,0.5],"code":[3,4],"wet":[false,true],"unit":"mm"}})",
             R"({"place":"Rome","hourly":{"time":["2026-01-01T00:00"],"rain":[null],"code":[5],"sun":[7]}})"})),
        QStringLiteral(
            R"({"place":"Berlin","time":"2026-01-01T00:00","rain":0,"code":3,"wet":false,"unit":"mm","sun":null}
{"place":"Berlin","time":"2026-01-01T01:00","rain":0.5,"code":4,"wet":true,"unit":"mm","sun":null}
{"place":"Rome","time":"2026-01-01T00:00","rain":null,"code":5,"wet":null,"unit":null,"sun":7})"));
    QCOMPARE(run.rejects.size(), std::size_t{0});
    StepRun typed("unzip", R"({"path":"hourly"})");
    const auto out =
        typed.process(rows({R"({"hourly":{"a":[1,9007199254740993],"b":[1,2.5],"c":["x",null],"d":[true,false]}})"}));
    QVERIFY_RESULT(out);
    QCOMPARE(out->column(u"a")->type, ColumnType::Int64);
    QCOMPARE(out->column(u"a")->ints[1], 9007199254740993LL);
    QCOMPARE(out->column(u"b")->type, ColumnType::Double);
    QCOMPARE(out->column(u"c")->type, ColumnType::Text);
    QCOMPARE(out->column(u"d")->type, ColumnType::Bool);
}

void TstStepsTables::listsOfTheRowItself()
{
    StepRun run("unzip", R"({"path":"$"})");
    QCOMPARE(run.all(rows({R"({"station":7,"t":[1,2],"v":[10,20]})"})), QStringLiteral(R"({"station":7,"t":1,"v":10}
{"station":7,"t":2,"v":20})"));
    StepRun mixed("unzip", R"({"path":"$","prefix":"p_"})");
    COMPARE_ROWS(mixed.all(rows({R"({"id":1,"v":[1,2],"w":[3,4]})", R"({"id":2,"v":7,"w":[5]})"})),
                 QStringLiteral(R"({"id":1,"p_v":1,"p_w":3}
{"id":1,"p_v":2,"p_w":4}
{"id":2,"p_v":7,"p_w":5})"));
    StepRun prefixed("unzip", R"({"path":"$.data","prefix":"d_"})");
    QCOMPARE(prefixed.all(rows({R"({"t":"now","data":{"t":[1]}})"})), QStringLiteral(R"({"t":"now","d_t":1})"));
}

void TstStepsTables::unevenListsFillOrReject()
{
    const Batch uneven = rows({R"({"h":{"t":[1,2],"v":[5]}})", R"({"h":{"t":[3],"v":[6]}})"});
    StepRun fill("unzip", R"({"path":"h"})");
    QCOMPARE(fill.all(uneven), QStringLiteral(R"({"t":1,"v":5}
{"t":2,"v":null}
{"t":3,"v":6})"));
    StepRun reject("unzip", R"({"path":"h","uneven":"reject"})");
    QCOMPARE(reject.all(uneven), QStringLiteral(R"({"t":3,"v":6})"));
    QVERIFY2(reject.rejected().contains(u"lists of different length: 2 with “t”, 1 with “v”"),
             qPrintable(reject.rejected()));
}

void TstStepsTables::notListsAreRejected()
{
    StepRun run("unzip", R"({"path":"h"})");
    QCOMPARE(run.all(rows({R"({"h":{"a":1}})", R"({"h":null})", R"({"h":{"a":[2]}})"})), QStringLiteral(R"({"a":2})"));
    QCOMPARE(run.rejects.size(), std::size_t{1});
    StepRun wrong("unzip", R"({"path":"hourli"})");
    QVERIFY(wrong.all(rows({R"({"hourly":{"a":[1]}})"})).contains(u"Did you mean “hourly”?"));
}

void TstStepsTables::tableWithHeaderPath()
{
    StepRun run("unzip", R"({"path":"$.rows","shape":"table","header":"$.columns"})");
    QCOMPARE(
        run.all(rows(
            {R"({"site":"a","columns":["day","n","n",{"name":"share"}],"rows":[["mon",1,2,0.5],["tue",3,4,0.25]]})"})),
        QStringLiteral(R"({"site":"a","day":"mon","n":1,"n_2":2,"share":0.5}
{"site":"a","day":"tue","n":3,"n_2":4,"share":0.25})"));
}

void TstStepsTables::tableWithHeaderLine()
{
    StepRun run("unzip", R"({"path":"values","shape":"table"})");
    QCOMPARE(run.all(rows({R"({"values":[["day","n"],["mon",1],["tue",2]]})"})), QStringLiteral(R"({"day":"mon","n":1}
{"day":"tue","n":2})"));
}

void TstStepsTables::unevenLinesFillOrReject()
{
    const Batch table = rows({R"({"values":[["day","n"],["mon"],["tue",2,3],["wed",4]]})"});
    StepRun fill("unzip", R"({"path":"values","shape":"table"})");
    QCOMPARE(fill.all(table), QStringLiteral(R"({"day":"mon","n":null,"column_3":null}
{"day":"tue","n":2,"column_3":3}
{"day":"wed","n":4,"column_3":null})"));
    StepRun reject("unzip", R"({"path":"values","shape":"table","uneven":"reject"})");
    QCOMPARE(reject.all(table), QStringLiteral(R"({"day":"wed","n":4})"));
    QCOMPARE(reject.rejects.size(), std::size_t{2});
    QCOMPARE(reject.rejects.front().record, QByteArray(R"({"line":["mon"]})"));
}

void TstStepsTables::gapsAreFilled_data()
{
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::newRow("previous") << u"previous"_qs << QStringLiteral(R"("n":1,"s":"x")")
                              << QStringLiteral(R"("n":1,"s":"x")");
    QTest::newRow("linear") << u"linear"_qs << QStringLiteral(R"("n":2,"s":null)")
                            << QStringLiteral(R"("n":3,"s":null)");
    QTest::newRow("zero") << u"zero"_qs << QStringLiteral(R"("n":0,"s":null)") << QStringLiteral(R"("n":0,"s":null)");
    QTest::newRow("empty") << u"empty"_qs << QStringLiteral(R"("n":null,"s":null)")
                           << QStringLiteral(R"("n":null,"s":null)");
}

void TstStepsTables::gapsAreFilled()
{
    QFETCH(QString, with);
    QFETCH(QString, one);
    QFETCH(QString, two);
    const QByteArray config = R"({"time":"t","every":"hour","with":")" + with.toUtf8() + R"("})";
    StepRun run("fill_gaps", config.constData());
    COMPARE_ROWS(run.all(rows({R"({"t":"2026-01-01T13:00:00Z","n":4,"s":"y"})",
                               R"({"t":"2026-01-01T10:00:00Z","n":1,"s":"x"})"})),
                 QStringLiteral(R"({"t":"2026-01-01T10:00:00Z","n":1,"s":"x"}
{"t":"2026-01-01T11:00:00Z",%1}
{"t":"2026-01-01T12:00:00Z",%2}
{"t":"2026-01-01T13:00:00Z","n":4,"s":"y"})")
                     .arg(one, two));
}

void TstStepsTables::gapsOfLocalDays()
{
    // Berlin puts its clock forward on 29 March 2026: midnight moves from 23:00 to 22:00 UTC.
    StepRun run("fill_gaps", R"({"time":"t","every":"day","zone":"Europe/Berlin","with":"zero"})");
    COMPARE_ROWS(run.all(rows({R"({"t":"2026-03-27T23:00:00Z","n":1})", R"({"t":"2026-03-30T22:00:00Z","n":2})"})),
                 QStringLiteral(R"({"t":"2026-03-27T23:00:00Z","n":1}
{"t":"2026-03-28T23:00:00Z","n":0}
{"t":"2026-03-29T22:00:00Z","n":0}
{"t":"2026-03-30T22:00:00Z","n":2})"));
}

void TstStepsTables::gapsByKeyOverTheSameRange()
{
    const Batch sales =
        rows({R"({"t":"2026-01-01T00:00:00Z","k":"a","n":1})", R"({"t":"2026-01-03T00:00:00Z","k":"a","n":2})",
              R"({"t":"2026-01-02T00:00:00Z","k":"b","n":5})"});
    StepRun each("fill_gaps", R"({"time":"t","every":"day","by":["k"],"with":"previous"})");
    COMPARE_ROWS(each.all(sales), QStringLiteral(R"({"t":"2026-01-01T00:00:00Z","k":"a","n":1}
{"t":"2026-01-02T00:00:00Z","k":"a","n":1}
{"t":"2026-01-02T00:00:00Z","k":"b","n":5}
{"t":"2026-01-03T00:00:00Z","k":"a","n":2})"));
    StepRun all("fill_gaps", R"({"time":"t","every":"day","by":["k"],"with":"previous","range":"all"})");
    COMPARE_ROWS(all.all(sales), QStringLiteral(R"({"t":"2026-01-01T00:00:00Z","k":"a","n":1}
{"t":"2026-01-01T00:00:00Z","k":"b","n":null}
{"t":"2026-01-02T00:00:00Z","k":"a","n":1}
{"t":"2026-01-02T00:00:00Z","k":"b","n":5}
{"t":"2026-01-03T00:00:00Z","k":"a","n":2}
{"t":"2026-01-03T00:00:00Z","k":"b","n":5})"));
}

void TstStepsTables::decimalsBetweenKeepTheirPlaces()
{
    Batch batch = rows({R"({"t":"2026-01-01T00:00:00Z"})", R"({"t":"2026-01-01T03:00:00Z"})"});
    batch.set(QStringLiteral("m"), decimals({"10.00", "11.00"}));
    StepRun run("fill_gaps", R"({"time":"t","every":"hour","with":"linear"})");
    QCOMPARE(run.all(batch), QStringLiteral(R"({"t":"2026-01-01T00:00:00Z","m":10.00}
{"t":"2026-01-01T01:00:00Z","m":10.33}
{"t":"2026-01-01T02:00:00Z","m":10.67}
{"t":"2026-01-01T03:00:00Z","m":11.00})"));
}

void TstStepsTables::tooManyGapsAreRefused()
{
    StepRun run("fill_gaps", R"({"time":"t","every":"1s","with":"empty"})");
    const QString text =
        run.all(rows({R"({"t":"1970-01-01T00:00:00Z","n":1})", R"({"t":"2026-01-01T00:00:00Z","n":1})"}));
    QVERIFY2(text.startsWith(errorCodeText(ErrorCode::RunRowLimit)), qPrintable(text.left(200)));
}

void TstStepsTables::totalsGoOnAcrossRuns()
{
    const char *config = R"({"field":"n","by":["k"]})";
    StepRun first("cumulative", config);
    QCOMPARE(
        first.all(rows({R"({"k":"a","n":1})", R"({"k":"b","n":10})", R"({"k":"a","n":null})", R"({"k":"a","n":2})"})),
        QStringLiteral(R"({"k":"a","n":1,"total":1}
{"k":"b","n":10,"total":10}
{"k":"a","n":null,"total":1}
{"k":"a","n":2,"total":3})"));
    StepRun second("cumulative", config, first.newState);
    QCOMPARE(second.all(rows({R"({"k":"a","n":4})", R"({"k":"b","n":0.5})"})),
             QStringLiteral(R"({"k":"a","n":4,"total":7}
{"k":"b","n":0.5,"total":10.5})"));
}

void TstStepsTables::totalsStartAnewAtLocalMidnight()
{
    const char *config = R"({"field":"n","reset":"day","time":"t","zone":"Europe/Berlin"})";
    StepRun run("cumulative", config);
    COMPARE_ROWS(run.all(rows({R"({"t":"2026-01-01T22:59:00Z","n":1})", R"({"t":"2026-01-01T23:00:00Z","n":2})",
                               R"({"t":"2026-01-01T22:00:00Z","n":9})"})),
                 QStringLiteral(R"({"t":"2026-01-01T22:59:00Z","n":1,"total":1}
{"t":"2026-01-01T23:00:00Z","n":2,"total":2})"));
    QCOMPARE(run.rejects.size(), std::size_t{1});
    StepRun next("cumulative", config, run.newState);
    COMPARE_ROWS(next.all(rows({R"({"t":"2026-01-02T10:00:00Z","n":3})", R"({"t":"2026-01-02T23:30:00Z","n":4})"})),
                 QStringLiteral(R"({"t":"2026-01-02T10:00:00Z","n":3,"total":5}
{"t":"2026-01-02T23:30:00Z","n":4,"total":4})"));
}

void TstStepsTables::totalsStayExact()
{
    Batch batch;
    batch.rows = 3;
    batch.set(QStringLiteral("m"), decimals({"0.10", "0.20", "90071992547409930.01"}));
    StepRun run("cumulative", R"({"field":"m"})");
    QCOMPARE(run.all(batch), QStringLiteral(R"({"m":0.10,"total":0.10}
{"m":0.20,"total":0.30}
{"m":90071992547409930.01,"total":90071992547409930.31})"));
    StepRun large("cumulative", R"({"field":"n"})");
    QCOMPARE(large.all(rows({R"({"n":9223372036854775807})", R"({"n":1})"})),
             QStringLiteral(R"({"n":9223372036854775807,"total":9223372036854775807})"));
    QCOMPARE(large.rejects.size(), std::size_t{1});
}

void TstStepsTables::topRowsOfEachKey()
{
    StepRun run("rank", R"({"field":"n","top":2,"by":["k"]})");
    QCOMPARE(run.all(rows({R"({"k":"a","n":1})", R"({"k":"a","n":3})", R"({"k":"b","n":7})", R"({"k":"a","n":2})"})),
             QStringLiteral(R"({"k":"a","n":3,"rank":1}
{"k":"a","n":2,"rank":2}
{"k":"b","n":7,"rank":1})"));
    StepRun ties("rank", R"({"field":"n","top":0,"order":"smallest","as":"place"})");
    QCOMPARE(ties.all(rows({R"({"n":2})", R"({"n":1})", R"({"n":null})", R"({"n":1})"})),
             QStringLiteral(R"({"n":1,"place":1}
{"n":1,"place":1}
{"n":2,"place":3}
{"n":null,"place":null})"));
}

void TstStepsTables::restOfARankIsOneRow()
{
    StepRun run("rank", R"({"field":"n","top":1,"rest":"together","nameField":"product","sums":["orders"]})");
    COMPARE_ROWS(run.all(rows({R"({"product":"tea","n":5,"orders":2,"note":"x"})",
                               R"({"product":"cup","n":9,"orders":1,"note":"y"})",
                               R"({"product":"pot","n":1,"orders":4,"note":"z"})"})),
                 QStringLiteral(R"({"product":"cup","n":9,"orders":1,"note":"y","rank":1}
{"product":"Other","n":6,"orders":6,"note":null,"rank":null})"));
    StepRun few("rank", R"({"field":"n","top":3,"rest":"together","nameField":"product"})");
    COMPARE_ROWS(few.all(rows({R"({"product":"tea","n":5})"})), QStringLiteral(R"({"product":"tea","n":5,"rank":1})"));
}

void TstStepsTables::comparesWithAWeekBefore()
{
    StepRun run("compare", R"({"field":"n","time":"t","back":"7d","by":["k"]})");
    COMPARE_ROWS(
        run.all(
            rows({R"({"t":"2026-01-08T00:00:00Z","k":"a","n":15})", R"({"t":"2026-01-01T00:00:00Z","k":"a","n":10})",
                  R"({"t":"2026-01-08T00:00:00Z","k":"b","n":1})", R"({"t":"2026-01-15T00:00:00Z","k":"a","n":0})"})),
        QStringLiteral(
            R"({"t":"2026-01-08T00:00:00Z","k":"a","n":15,"n_previous":10,"n_change":5,"n_percent":50}
{"t":"2026-01-01T00:00:00Z","k":"a","n":10,"n_previous":null,"n_change":null,"n_percent":null}
{"t":"2026-01-08T00:00:00Z","k":"b","n":1,"n_previous":null,"n_change":null,"n_percent":null}
{"t":"2026-01-15T00:00:00Z","k":"a","n":0,"n_previous":15,"n_change":-15,"n_percent":-100})"));
}

void TstStepsTables::comparesAcrossRuns()
{
    const char *config = R"({"field":"n","time":"t","back":"day","as":"d","keepUnmatched":false})";
    StepRun first("compare", config);
    COMPARE_ROWS(first.all(rows({R"({"t":"2026-01-01T00:00:00Z","n":4})"})), QString());
    StepRun second("compare", config, first.newState);
    COMPARE_ROWS(second.all(rows({R"({"t":"2026-01-02T00:00:00Z","n":5})"})),
                 QStringLiteral(R"({"t":"2026-01-02T00:00:00Z","n":5,"d_previous":4,"d_change":1,"d_percent":25})"));
}

void TstStepsTables::comparesMonthsInAZone()
{
    // Local midnights of 1 March and 1 April in Berlin are not a whole number of days apart.
    StepRun run("compare", R"({"field":"m","time":"t","back":"month","zone":"Europe/Berlin","keepUnmatched":false})");
    Batch batch = rows({R"({"t":"2026-02-28T23:00:00Z"})", R"({"t":"2026-03-31T22:00:00Z"})"});
    batch.set(QStringLiteral("m"), decimals({"-8.00", "-6.00"}));
    QCOMPARE(
        run.all(batch),
        QStringLiteral(R"({"t":"2026-03-31T22:00:00Z","m":-6.00,"m_previous":-8.00,"m_change":2.00,"m_percent":25})"));
}

void TstStepsTables::moneyByCurrency_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("out");
    const auto add = [](const char *name, const char *config, const char *row, const char *out) {
        QTest::newRow(name) << QByteArray(config) << QByteArray(row) << QString::fromLatin1(out);
    };
    add("euro", R"({"field":"a","currency":"EUR"})", R"({"a":1250})", R"({"a":12.50})");
    add("negative", R"({"field":"a","currency":"usd"})", R"({"a":-5})", R"({"a":-0.05})");
    add("yen", R"({"field":"a","currency":"JPY"})", R"({"a":1250})", R"({"a":1250})");
    add("dinar", R"({"field":"a","currency":"KWD","as":"b"})", R"({"a":1250})", R"({"a":1250,"b":1.250})");
    add("large", R"({"field":"a","currency":"EUR"})", R"({"a":9007199254740993})", R"({"a":90071992547409.93})");
    add("text", R"({"field":"a","currency":"EUR"})", R"({"a":"199"})", R"({"a":1.99})");
    add("to minor", R"({"field":"a","mode":"to_minor","currency":"EUR"})", R"({"a":0.29})", R"({"a":29})");
    add("text to minor", R"({"field":"a","mode":"to_minor","currency":"KWD"})", R"({"a":"1.25"})", R"({"a":1250})");
    add("too fine", R"({"field":"a","mode":"to_minor","currency":"EUR"})", R"({"a":0.295})", "");
    add("part of a cent", R"({"field":"a","currency":"EUR"})", R"({"a":1.5})", "");
    add("left empty", R"({"field":"a","currency":"EUR","onError":"null"})", R"({"a":1.5})", R"({"a":null})");
}

void TstStepsTables::moneyByCurrency()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, row);
    QFETCH(QString, out);
    StepRun run("money", config.constData());
    QCOMPARE(run.all(rows({row.constData()})), out);
    QCOMPARE(run.rejects.empty(), !out.isEmpty());
}

void TstStepsTables::moneyWithAFieldForTheCurrency()
{
    StepRun run("money", R"({"field":"a","from":"field","currencyField":"c"})");
    QCOMPARE(run.all(rows({R"({"a":1250,"c":"eur"})", R"({"a":1250,"c":"JPY"})", R"({"a":1,"c":"gold"})"})),
             QStringLiteral(R"({"a":12.50,"c":"eur"}
{"a":1250.00,"c":"JPY"})"));
    QVERIFY2(run.rejected().contains(u"“gold” beside it, which is not a currency"), qPrintable(run.rejected()));
    StepRun fixed("money", R"({"field":"a"})");
    QVERIFY(!fixed.made);
}

void TstStepsTables::groupCarriesOpenBucketsOn()
{
    const char *config =
        R"({"by":["k"],"time":"t","every":"hour","carry":true,"aggregates":[{"what":"sum","field":"n","name":"sum"},{"what":"count"},{"what":"average","field":"n","name":"avg"},{"what":"min","field":"n","name":"min"},{"what":"last","field":"s","name":"last"},{"what":"count_distinct","field":"s","name":"kinds"},{"what":"median","field":"n","name":"mid"}]})";
    StepRun first("group", config);
    QCOMPARE(first.all(rows({R"({"t":"2026-01-01T09:10:00Z","k":"a","n":7,"s":"z"})",
                             R"({"t":"2026-01-01T10:10:00Z","k":"a","n":1,"s":"x"})",
                             R"({"t":"2026-01-01T10:20:00Z","k":"a","n":3,"s":"y"})"})),
             QStringLiteral(
                 R"({"t":"2026-01-01T09:00:00Z","k":"a","sum":7,"count":1,"avg":7,"min":7,"last":"z","kinds":1,"mid":7}
{"t":"2026-01-01T10:00:00Z","k":"a","sum":4,"count":2,"avg":2,"min":1,"last":"y","kinds":2,"mid":2})"));
    StepRun second("group", config, first.newState);
    QCOMPARE(
        second.all(rows({R"({"t":"2026-01-01T10:59:00Z","k":"a","n":5,"s":"x"})"})),
        QStringLiteral(
            R"({"t":"2026-01-01T10:00:00Z","k":"a","sum":9,"count":3,"avg":3,"min":1,"last":"x","kinds":2,"mid":3})"));
    // Nothing new: nothing comes out, and what is open stays open.
    StepRun third("group", config, second.newState);
    QCOMPARE(third.all(Batch{}), QString());
    StepRun fourth("group", config, third.newState);
    QCOMPARE(
        fourth.all(rows({R"({"t":"2026-01-01T10:30:00Z","k":"a","n":1,"s":"w"})"})),
        QStringLiteral(
            R"({"t":"2026-01-01T10:00:00Z","k":"a","sum":10,"count":4,"avg":2.5,"min":1,"last":"w","kinds":3,"mid":2})"));
    // Other aggregates: the sums kept belong to another question.
    StepRun changed("group", R"({"by":["k"],"time":"t","every":"hour","carry":true,"aggregates":[{"what":"count"}]})",
                    fourth.newState);
    QCOMPARE(changed.all(rows({R"({"t":"2026-01-01T10:30:00Z","k":"a","n":1,"s":"w"})"})),
             QStringLiteral(R"({"t":"2026-01-01T10:00:00Z","k":"a","count":1})"));
}

void TstStepsTables::groupRefusesRowsOfClosedBuckets()
{
    const char *config = R"({"time":"t","every":"hour","carry":true,"aggregates":[{"what":"count"}]})";
    StepRun first("group", config);
    QCOMPARE(first.all(rows({R"({"t":"2026-01-01T08:30:00Z"})", R"({"t":"2026-01-01T10:30:00Z"})"})),
             QStringLiteral(R"({"t":"2026-01-01T08:00:00Z","count":1}
{"t":"2026-01-01T10:00:00Z","count":1})"));
    StepRun second("group", config, first.newState);
    QCOMPARE(second.all(rows({R"({"t":"2026-01-01T08:45:00Z"})", R"({"t":"2026-01-01T09:45:00Z"})"})),
             QStringLiteral(R"({"t":"2026-01-01T09:00:00Z","count":1})"));
    QVERIFY2(second.rejected().contains(u"what is before 2026-01-01T09:00:00Z is closed"),
             qPrintable(second.rejected()));
    StepRun forever("group", R"({"by":["k"],"carry":true,"aggregates":[{"what":"median","field":"n"}]})");
    QVERIFY(!forever.made);
}

void TstStepsTables::groupWithoutCarryKeepsNothing()
{
    StepRun run("group", R"({"time":"t","every":"hour","aggregates":[{"what":"count"}]})");
    QCOMPARE(run.all(rows({R"({"t":"2026-01-01T10:30:00Z"})"})),
             QStringLiteral(R"({"t":"2026-01-01T10:00:00Z","count":1})"));
    QVERIFY(run.newState.isEmpty());
}

DASH_TEST(TstStepsTables)
#include "tst_steps_tables.moc"
