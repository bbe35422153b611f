#include "core/base/zone.h"
#include "tests/engine/steps/rows.h"

using namespace dash;
using namespace dash::test;

class TstStepsRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groupsByKeysAndHours();
    void daysBeginAtLocalMidnight_data();
    void daysBeginAtLocalMidnight();
    void sumsStayExact();
    void medianAndPercentile();
    void explodeKeepsParents();
    void explodeOfAnObjectGivesKeys();
    void dedupeSurvivesARestart();
    void dedupeLetsChangesThrough();
    void dedupeForgetsByCountAndAge();
    void rateSeesAResetAndGoesOnAcrossRuns();
    void increasesOfLargeCountersAreExact();
    void sortPutsEmptyLast();
    void limitCountsOverBatches();
    void everyStepIsDescribed();
};

void TstStepsRows::groupsByKeysAndHours()
{
    StepRun run(
        "group",
        R"({"by":["shop"],"time":"t","every":"hour","aggregates":[{"what":"sum","field":"n","name":"total"},{"what":"count"},{"what":"average","field":"n"},{"what":"min","field":"n"},{"what":"max","field":"n"},{"what":"first","field":"n"},{"what":"last","field":"n"},{"what":"count_distinct","field":"n"}]})");
    QCOMPARE(
        run.all(rows({R"({"t":"2026-01-01T11:59:59Z","shop":"a","n":5})",
                      R"({"t":"2026-01-01T10:00:00Z","shop":"a","n":3})",
                      R"({"t":"2026-01-01T11:00:00Z","shop":"b","n":null})",
                      R"({"t":"2026-01-01T11:30:00Z","shop":"a","n":2})"})),
        QStringLiteral(
            R"({"t":"2026-01-01T10:00:00Z","shop":"a","total":3,"count":1,"average_n":3,"min_n":3,"max_n":3,"first_n":3,"last_n":3,"count_distinct_n":1}
{"t":"2026-01-01T11:00:00Z","shop":"a","total":7,"count":2,"average_n":3.5,"min_n":2,"max_n":5,"first_n":5,"last_n":2,"count_distinct_n":2}
{"t":"2026-01-01T11:00:00Z","shop":"b","total":null,"count":1,"average_n":null,"min_n":null,"max_n":null,"first_n":null,"last_n":null,"count_distinct_n":0})"));
}

void TstStepsRows::daysBeginAtLocalMidnight_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("minutes");
    const auto row = [](const char *zone, const char *inside, const char *start, int minutes) {
        QTest::addRow("%s %s", zone, inside)
            << QString::fromLatin1(zone) << QString::fromLatin1(inside) << QString::fromLatin1(start) << minutes;
    };
    row("Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", 23 * 60);
    row("Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", 25 * 60);
    row("America/New_York", "2026-03-08T12:00:00Z", "2026-03-08T05:00:00Z", 23 * 60);
    row("America/New_York", "2026-11-01T12:00:00Z", "2026-11-01T04:00:00Z", 25 * 60);
    row("Australia/Lord_Howe", "2026-04-04T14:00:00Z", "2026-04-04T13:00:00Z", 24 * 60 + 30);
    row("Australia/Lord_Howe", "2026-10-03T16:00:00Z", "2026-10-03T13:30:00Z", 23 * 60 + 30);
    // In Cairo the clock goes from 23:59 to 01:00: the day begins at one.
    row("Africa/Cairo", "2026-04-24T12:00:00Z", "2026-04-23T22:00:00Z", 23 * 60);
    row("Africa/Cairo", "2026-10-29T12:00:00Z", "2026-10-28T21:00:00Z", 25 * 60);
    row("UTC", "2026-03-29T23:59:59Z", "2026-03-29T00:00:00Z", 24 * 60);
}

void TstStepsRows::daysBeginAtLocalMidnight()
{
    QFETCH(QString, zone);
    QFETCH(QString, inside);
    QFETCH(QString, start);
    QFETCH(int, minutes);
    const auto loaded = Zone::load(zone);
    QVERIFY_RESULT(loaded);
    const TimeBucket day{1, TimeUnit::Day};
    const qint64 at = bucketStart(**loaded, *parseIso(inside), day);
    QCOMPARE(isoUtc(at), start);
    const qint64 next = bucketAfter(**loaded, at, day);
    QCOMPARE((next - at) / 60'000, minutes);
    QCOMPARE(bucketStart(**loaded, next - 1, day), at);
    QCOMPARE(bucketStart(**loaded, next, day), next);
    QCOMPARE(bucketBefore(**loaded, next, day), at);
    // Hours and quarters of an hour fill the day without gap or overlap.
    for (const TimeBucket small : {TimeBucket{1, TimeUnit::Hour}, TimeBucket{15, TimeUnit::Minute}}) {
        qint64 t = at;
        while (t < next) {
            const qint64 after = bucketAfter(**loaded, t, small);
            QVERIFY(after > t);
            QCOMPARE(bucketStart(**loaded, after - 1, small), t);
            t = after;
        }
        QCOMPARE(t, next);
    }
}

void TstStepsRows::sumsStayExact()
{
    Batch batch;
    batch.rows = 3;
    batch.set(QStringLiteral("m"), decimals({"0.10", "0.20", "90071992547409930.01"}));
    StepRun run("group", R"({"aggregates":[{"what":"sum","field":"m"}]})");
    QCOMPARE(run.all(batch), QStringLiteral(R"({"sum_m":90071992547409930.31})"));
    StepRun large("group", R"({"by":["k"],"aggregates":[{"what":"sum","field":"n"}]})");
    QCOMPARE(
        large.all(rows({R"({"k":1,"n":9223372036854775807})", R"({"k":1,"n":1})", R"({"k":2,"n":9007199254740993})"})),
        QStringLiteral(R"({"k":2,"sum_n":9007199254740993})"));
    QCOMPARE(large.rejects.size(), std::size_t{1});
}

void TstStepsRows::medianAndPercentile()
{
    StepRun run(
        "group",
        R"({"aggregates":[{"what":"median","field":"n"},{"what":"percentile","field":"n","percent":90,"name":"p90"}]})");
    QCOMPARE(run.all(rows({R"({"n":4})", R"({"n":1})", R"({"n":3})", R"({"n":2})"})),
             QStringLiteral(R"({"median_n":2.5,"p90":3.7})"));
    StepRun wrong("group", R"({"aggregates":[{"what":"sum","field":"n"}]})");
    QCOMPARE(
        wrong.all(rows({R"({"n":"x"})"})),
        QStringLiteral("definition.field: Step: n holds text; a number is needed. Type it with Choose fields first."));
}

void TstStepsRows::explodeKeepsParents()
{
    const Batch orders = rows({R"({"id":1,"items":[{"sku":"a","n":2},{"sku":"b"}]})", R"({"id":2,"items":[]})",
                               R"({"id":3,"items":[{"sku":"c","n":1}]})"});
    StepRun run("explode", R"({"field":"items","as":"item"})");
    QCOMPARE(run.all(orders), QStringLiteral(R"({"id":1,"item.n":2,"item.sku":"a"}
{"id":1,"item.n":null,"item.sku":"b"}
{"id":3,"item.n":1,"item.sku":"c"})"));
    StepRun kept("explode", R"({"field":"items","as":"item","spread":false,"keepEmpty":true})");
    QCOMPARE(kept.all(orders), QStringLiteral(R"({"id":1,"item":{"n":2,"sku":"a"}}
{"id":1,"item":{"sku":"b"}}
{"id":2,"item":null}
{"id":3,"item":{"n":1,"sku":"c"}})"));
}

void TstStepsRows::explodeOfAnObjectGivesKeys()
{
    StepRun run("explode", R"({"field":"rates","as":"rate"})");
    QCOMPARE(run.all(rows({R"({"base":"EUR","rates":{"GBP":0.8,"USD":1.1}})"})),
             QStringLiteral(R"({"base":"EUR","rate_key":"GBP","rate":0.8}
{"base":"EUR","rate_key":"USD","rate":1.1})"));
}

void TstStepsRows::dedupeSurvivesARestart()
{
    const char *config = R"({"key":["id"]})";
    StepRun first("dedupe", config);
    QCOMPARE(first.all(rows({R"({"id":1,"v":1})", R"({"id":1,"v":2})", R"({"id":2,"v":1})", R"({"id":null,"v":1})"})),
             QStringLiteral("{\"id\":1,\"v\":1}\n{\"id\":2,\"v\":1}"));
    QCOMPARE(first.rejects.size(), std::size_t{1});
    StepRun second("dedupe", config, first.newState);
    QCOMPARE(second.all(rows({R"({"id":2,"v":9})", R"({"id":3,"v":1})"})), QStringLiteral(R"({"id":3,"v":1})"));
    StepRun damaged("dedupe", config, first.newState.left(first.newState.size() - 5));
    QCOMPARE(damaged.all(rows({R"({"id":1,"v":1})"})), QString());
}

void TstStepsRows::dedupeLetsChangesThrough()
{
    const char *config = R"({"key":["id"],"keep":"changed"})";
    StepRun first("dedupe", config);
    QCOMPARE(first.all(rows({R"({"id":1,"v":1})", R"({"id":1,"v":1})", R"({"id":1,"v":2})"})),
             QStringLiteral("{\"id\":1,\"v\":1}\n{\"id\":1,\"v\":2}"));
    StepRun second("dedupe", config, first.newState);
    QCOMPARE(second.all(rows({R"({"id":1,"v":2})", R"({"id":1,"v":3})"})), QStringLiteral(R"({"id":1,"v":3})"));
}

void TstStepsRows::dedupeForgetsByCountAndAge()
{
    StepRun few("dedupe", R"({"key":["id"],"remember":2})");
    few.all(rows({R"({"id":1})", R"({"id":2})", R"({"id":3})"}));
    StepRun after("dedupe", R"({"key":["id"],"remember":2})", few.newState);
    QCOMPARE(after.all(rows({R"({"id":1})", R"({"id":2})", R"({"id":3})"})), QStringLiteral(R"({"id":1})"));
    StepRun aged("dedupe", R"({"key":["id"],"age":"1h"})");
    QVERIFY_RESULT(aged.process(rows({R"({"id":1})"})));
    aged.clock.advance(std::chrono::hours(2));
    QVERIFY_RESULT(aged.finish());
    StepRun fresh("dedupe", R"({"key":["id"],"age":"1h"})", aged.newState);
    QCOMPARE(fresh.all(rows({R"({"id":1})"})), QStringLiteral(R"({"id":1})"));
}

void TstStepsRows::rateSeesAResetAndGoesOnAcrossRuns()
{
    const char *config = R"({"field":"n","time":"t","by":["host"]})";
    StepRun first("rate", config);
    QCOMPARE(
        first.all(rows(
            {R"({"t":"2026-01-01T00:00:00Z","host":"a","n":100})", R"({"t":"2026-01-01T00:00:10Z","host":"a","n":150})",
             R"({"t":"2026-01-01T00:00:10Z","host":"b","n":7})", R"({"t":"2026-01-01T00:00:20Z","host":"a","n":20})"})),
        QStringLiteral(R"({"host":"a","n":150,"t":"2026-01-01T00:00:10Z","rate":5}
{"host":"a","n":20,"t":"2026-01-01T00:00:20Z","rate":2})"));
    StepRun second("rate", config, first.newState);
    QCOMPARE(second.all(rows({R"({"t":"2026-01-01T00:00:30Z","host":"b","n":27})"})),
             QStringLiteral(R"({"host":"b","n":27,"t":"2026-01-01T00:00:30Z","rate":1})"));
    QCOMPARE(second.all(rows({R"({"t":"2026-01-01T00:00:05Z","host":"b","n":27})"})), QString());
    QCOMPARE(second.rejects.size(), std::size_t{1});
}

void TstStepsRows::increasesOfLargeCountersAreExact()
{
    const char *config = R"({"field":"n","time":"t","mode":"increase","as":"grown"})";
    StepRun first("rate", config);
    // Neighbours that a floating number cannot tell apart, and a counter that began again.
    QCOMPARE(first.all(rows({R"({"t":"2026-01-01T00:00:00Z","n":9007199254740992})",
                             R"({"t":"2026-01-01T00:00:01Z","n":9007199254740993})",
                             R"({"t":"2026-01-01T00:00:02Z","n":9223372036854775807})",
                             R"({"t":"2026-01-01T00:00:03Z","n":5})"})),
             QStringLiteral(R"({"n":9007199254740993,"t":"2026-01-01T00:00:01Z","grown":1}
{"n":9223372036854775807,"t":"2026-01-01T00:00:02Z","grown":9214364837600034814}
{"n":5,"t":"2026-01-01T00:00:03Z","grown":5})"));
    StepRun second("rate", config, first.newState);
    const auto next = second.process(rows({R"({"t":"2026-01-01T00:00:04Z","n":9223372036854775806})"}));
    QVERIFY_RESULT(next);
    QCOMPARE(next->column(u"grown")->type, ColumnType::Int64);
    QCOMPARE(next->column(u"grown")->ints[0], 9'223'372'036'854'775'801LL);
    // Across the sign the growth fits no whole number of the counter's kind: empty, never wrapped.
    StepRun wide("rate", config);
    const auto wrapped = wide.process(rows({R"({"t":"2026-01-01T00:00:00Z","n":-9223372036854775807})",
                                            R"({"t":"2026-01-01T00:00:01Z","n":9223372036854775807})"}));
    QVERIFY_RESULT(wrapped);
    QVERIFY(wrapped->column(u"grown")->isNull(0));
    StepRun money("rate", config);
    Batch batch = rows({R"({"t":"2026-01-01T00:00:00Z"})", R"({"t":"2026-01-01T00:00:10Z"})"});
    batch.set(QStringLiteral("n"), decimals({"100000000000000000.01", "100000000000000000.04"}));
    const auto cents = money.process(batch);
    QVERIFY_RESULT(cents);
    QCOMPARE(cents->column(u"grown")->type, ColumnType::Decimal);
    QCOMPARE(QString::fromStdString(cellText(*cents->column(u"grown"), 0)), QStringLiteral("0.03"));
}

void TstStepsRows::sortPutsEmptyLast()
{
    StepRun run("sort", R"({"by":[{"field":"n","direction":"down"},{"field":"s"}]})");
    QCOMPARE(run.all(rows({R"({"n":1,"s":"b"})", R"({"n":null,"s":"x"})", R"({"n":3,"s":"c"})", R"({"n":1,"s":"a"})"})),
             QStringLiteral(
                 "{\"n\":3,\"s\":\"c\"}\n{\"n\":1,\"s\":\"a\"}\n{\"n\":1,\"s\":\"b\"}\n{\"n\":null,\"s\":\"x\"}"));
}

void TstStepsRows::limitCountsOverBatches()
{
    StepRun run("limit", R"({"rows":3})");
    const Batch two = rows({R"({"n":1})", R"({"n":2})"});
    QCOMPARE(run.process(two)->rows, std::size_t{2});
    QCOMPARE(run.process(two)->rows, std::size_t{1});
    QCOMPARE(run.process(two)->rows, std::size_t{0});
}

void TstStepsRows::everyStepIsDescribed()
{
    const Registry registry = builtinRegistry();
    QVERIFY(registry.steps.size() >= 10);
    for (const StepType &type : registry.steps) {
        QVERIFY2(*type.label != '\0' && *type.help != '\0' && *type.icon != '\0' && type.fact && type.create,
                 type.type);
        QCOMPARE(QLatin1StringView(type.tier), QLatin1StringView("basic"));
        const QString icon =
            QStringLiteral("%1/resources/icons/%2.svg")
                .arg(qEnvironmentVariable("DASH_SOURCE", QStringLiteral(".")), QLatin1StringView(type.icon));
        QVERIFY2(QFile::exists(icon), qPrintable(icon));
        type.fact({});
    }
}

DASH_TEST(TstStepsRows)
#include "tst_steps_rows.moc"
