#include "tests/engine/steps/rows.h"

using namespace dash;
using namespace dash::test;

class TstStepsBasic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filterKeepsWhatHolds();
    void filterRejectsRowsItCannotJudge();
    void deriveSeesEarlierFields();
    void deriveOnErrorDoesWhatWasChosen();
    void aMissingSettingNamesStepAndField();
    void selectTakesPathsTypesAndNames();
    void selectKeepsOthersInPlace();
    void parseTimeFindsTheForm();
    void parseTimeSaysWhyNot();
    void parseTimeAtClockChanges();
};

void TstStepsBasic::filterKeepsWhatHolds()
{
    StepRun run("filter", R"({"where":"status = 'paid' and cents > 5"})");
    QCOMPARE(run.all(rows(
                 {R"({"cents":7,"status":"paid"})", R"({"cents":3,"status":"paid"})", R"({"cents":9,"status":null})"})),
             QStringLiteral(R"({"cents":7,"status":"paid"})"));
    QVERIFY(run.rejects.empty());
}

void TstStepsBasic::filterRejectsRowsItCannotJudge()
{
    StepRun run("filter", R"({"where":"10 / n > 1"})");
    QCOMPARE(run.all(rows({R"({"n":0})", R"({"n":2})"})), QStringLiteral(R"({"n":2})"));
    QCOMPARE(run.rejected(), QStringLiteral("Step: 10 / n > 1 Division by zero. <- {\"n\":0}"));
}

void TstStepsBasic::deriveSeesEarlierFields()
{
    StepRun run(
        "derive",
        R"({"fields":[{"name":"net","value":"(cents - fees) / 100","unit":"EUR"},{"name":"margin","value":"100 * net / cents","type":"decimal2"},{"name":"is_large","value":"net > 15"}]})");
    const auto out = run.process(rows({R"({"cents":2557,"fees":73})", R"({"cents":100,"fees":1})"}));
    QVERIFY_RESULT(out);
    QCOMPARE(shown(*out),
             QStringLiteral("{\"cents\":2557,\"fees\":73,\"net\":24.84,\"margin\":0.97,\"is_large\":true}\n{\"cents\":"
                            "100,\"fees\":1,\"net\":0.99,\"margin\":0.99,\"is_large\":false}"));
    QCOMPARE(out->fields[2].unit, QStringLiteral("EUR"));
}

void TstStepsBasic::deriveOnErrorDoesWhatWasChosen()
{
    const Batch input = rows({R"({"n":0})", R"({"n":2})"});
    StepRun reject("derive", R"({"fields":[{"name":"x","value":"10 / n"}]})");
    QCOMPARE(reject.all(input), QStringLiteral(R"({"n":2,"x":5})"));
    QCOMPARE(reject.rejected(), QStringLiteral("Step: x Division by zero. <- {\"n\":0}"));
    StepRun empty("derive", R"({"fields":[{"name":"x","value":"10 / n"}],"onError":"null"})");
    QCOMPARE(empty.all(input), QStringLiteral("{\"n\":0,\"x\":null}\n{\"n\":2,\"x\":5}"));
    StepRun stop("derive", R"({"fields":[{"name":"x","value":"10 / n"}],"onError":"stop"})");
    QCOMPARE(stop.all(input), QStringLiteral("record.rejected: Step: x Division by zero."));
    StepRun typed("derive", R"({"fields":[{"name":"x","value":"n / 4","type":"int64"}]})");
    QCOMPARE(typed.all(input), QStringLiteral(R"({"n":0,"x":0})"));
    QCOMPARE(typed.rejected(), QStringLiteral("Step: x “0.5” is not a whole number <- {\"n\":2}"));
}

void TstStepsBasic::aMissingSettingNamesStepAndField()
{
    QCOMPARE(
        StepRun("filter", "{}").all({}),
        QStringLiteral(
            "definition.missing: Step: where is missing. A condition over the fields, such as status = \"paid\"."));
    QCOMPARE(StepRun("filter", R"({"where":"a","onErrr":"null"})").all({}),
             QStringLiteral("definition.unknown_field: Step: there is no setting “onErrr”. Did you mean “onError”?"));
    QCOMPARE(StepRun("derive", R"({"fields":[{"name":"x"}]})").all({}),
             QStringLiteral(
                 "definition.missing: Step: fields[1].value is missing. An expression such as (cents - fees) / 100."));
    QCOMPARE(StepRun("derive", R"({"fields":[{"name":"x","value":"1","type":"decimall2"}]})").all({}),
             QStringLiteral("definition.field: Step: fields[1].type cannot be “decimall2”. Did you mean “decimal2”?"));
}

void TstStepsBasic::selectTakesPathsTypesAndNames()
{
    StepRun run(
        "select",
        R"({"fields":[{"path":"order.customer.name","name":"who"},{"path":"$.order.items[*].price","name":"prices"},{"path":"amount","type":"decimal2"}]})");
    QCOMPARE(
        run.all(rows({R"({"order":{"customer":{"name":"Ada"},"items":[{"price":1},{"price":2.5}]},"amount":"12.5"})",
                      R"({"order":{},"amount":"x"})"})),
        QStringLiteral(R"({"who":"Ada","prices":[1,2.5],"amount":12.50})"));
    QVERIFY(run.rejected().startsWith(QStringLiteral("Step: amount “x” is not a decimal")));
}

void TstStepsBasic::selectKeepsOthersInPlace()
{
    StepRun run("select", R"({"fields":[{"path":"b","name":"B"}],"others":"keep","drop":["c"]})");
    QCOMPARE(run.all(rows({R"({"a":1,"b":2,"c":3,"d":4})"})), QStringLiteral(R"({"a":1,"B":2,"d":4})"));
    StepRun wrong("select", R"({"fields":[{"path":"statu"}]})");
    QCOMPARE(wrong.all(rows({R"({"status":1})"})),
             QStringLiteral("expression.unknown_field: There is no field “statu” here. Did you mean “status”?"));
}

void TstStepsBasic::parseTimeFindsTheForm()
{
    const auto first = [](const char *json) {
        StepRun run("parse_time", R"({"field":"t","zone":"Europe/Berlin"})");
        return run.all(rows({json}));
    };
    QCOMPARE(first(R"({"t":"2026-11-22 14:30"})"), QStringLiteral(R"({"t":"2026-11-22T13:30:00Z"})"));
    QCOMPARE(first(R"({"t":"22.11.2026 14:30:05"})"), QStringLiteral(R"({"t":"2026-11-22T13:30:05Z"})"));
    QCOMPARE(first(R"({"t":"11/22/2026"})"), QStringLiteral(R"({"t":"2026-11-21T23:00:00Z"})"));
    QCOMPARE(first(R"({"t":"Sun, 22 Nov 2026 14:30:05 GMT"})"), QStringLiteral(R"({"t":"2026-11-22T14:30:05Z"})"));
    QCOMPARE(first(R"({"t":1763800000})"), QStringLiteral(R"({"t":"2025-11-22T08:26:40Z"})"));
    QCOMPARE(first(R"({"t":1763800000123})"), QStringLiteral(R"({"t":"2025-11-22T08:26:40.123Z"})"));
    QCOMPARE(first(R"({"t":"1763800000"})"), QStringLiteral(R"({"t":"2025-11-22T08:26:40Z"})"));
}

void TstStepsBasic::parseTimeSaysWhyNot()
{
    StepRun run("parse_time", R"({"field":"t","format":"custom","pattern":"dd.MM.yyyy HH:mm"})");
    QCOMPARE(run.all(rows({R"({"t":"22.11.2026 14h46"})", R"({"t":"31.11.2026 09:12"})", R"({"t":null})",
                           R"({"t":"22.11.2026 14:46"})"})),
             QStringLiteral(R"({"t":"2026-11-22T14:46:00Z"})"));
    const QStringList lines = run.rejected().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("Step: t form not known: “22.11.2026 14h46”")));
    QVERIFY(lines[1].startsWith(QStringLiteral("Step: t November 2026 has 30 days")));
    QVERIFY(lines[2].startsWith(QStringLiteral("Step: t is empty, a time is needed")));
}

void TstStepsBasic::parseTimeAtClockChanges()
{
    const auto local = [](const char *choice, const char *zone, const char *text) {
        const QByteArray config =
            QByteArray(R"({"field":"t","format":"iso","zone":")") + zone + R"(","ambiguous":")" + choice + "\"}";
        StepRun run("parse_time", config.constData());
        const QByteArray row = QByteArray(R"({"t":")") + text + "\"}";
        const QString out = run.all(rows({row.constData()}));
        return run.rejects.empty() ? out.mid(6, out.size() - 8) : QStringLiteral("rejected");
    };
    QCOMPARE(local("earlier", "Europe/Berlin", "2026-10-25 02:30"), QStringLiteral("2026-10-25T00:30:00Z"));
    QCOMPARE(local("later", "Europe/Berlin", "2026-10-25 02:30"), QStringLiteral("2026-10-25T01:30:00Z"));
    QCOMPARE(local("reject", "Europe/Berlin", "2026-10-25 02:30"), QStringLiteral("rejected"));
    QCOMPARE(local("earlier", "Europe/Berlin", "2026-03-29 02:30"), QStringLiteral("2026-03-29T00:30:00Z"));
    QCOMPARE(local("later", "Europe/Berlin", "2026-03-29 02:30"), QStringLiteral("2026-03-29T01:30:00Z"));
    QCOMPARE(local("reject", "Europe/Berlin", "2026-03-29 02:30"), QStringLiteral("rejected"));
    QCOMPARE(local("reject", "Europe/Berlin", "2026-03-29 03:00"), QStringLiteral("2026-03-29T01:00:00Z"));
    QCOMPARE(local("earlier", "America/New_York", "2026-11-01 01:30"), QStringLiteral("2026-11-01T05:30:00Z"));
    QCOMPARE(local("later", "Australia/Lord_Howe", "2026-04-05 01:45"), QStringLiteral("2026-04-04T15:15:00Z"));
    QCOMPARE(local("earlier", "Australia/Lord_Howe", "2026-04-05 01:45"), QStringLiteral("2026-04-04T14:45:00Z"));
    QCOMPARE(local("reject", "Africa/Cairo", "2026-04-24 00:30"), QStringLiteral("rejected"));
}

DASH_TEST(TstStepsBasic)
#include "tst_steps_basic.moc"
