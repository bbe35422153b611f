#include "core/engine/schedule.h"
#include "tests/support/kit.h"

using namespace dash;

class TstSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cronTimes_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("times");
        const auto row = [](const char *name, const char *cron, const char *zone, const char *after,
                            const QStringList &times) {
            QTest::newRow(name) << QString::fromLatin1(cron) << QString::fromLatin1(zone) << QString::fromLatin1(after)
                                << times;
        };
        row("every five minutes", "*/5 * * * *", "UTC", "2026-01-01T00:00:00Z",
            {u"2026-01-01T00:05:00Z"_qs, u"2026-01-01T00:10:00Z"_qs});
        row("weekdays by name", "30 6 * * MON-FRI", "Europe/Berlin", "2026-01-02T12:00:00Z",
            {u"2026-01-05T05:30:00Z"_qs});
        row("list of months", "0 0 1 JAN,JUL *", "UTC", "2026-01-01T00:00:00Z",
            {u"2026-07-01T00:00:00Z"_qs, u"2027-01-01T00:00:00Z"_qs});
        row("either day field", "0 0 13 * FRI", "UTC", "2026-02-07T00:00:00Z",
            {u"2026-02-13T00:00:00Z"_qs, u"2026-02-20T00:00:00Z"_qs});
        row("29 February", "0 12 29 2 *", "UTC", "2026-01-01T00:00:00Z", {u"2028-02-29T12:00:00Z"_qs});
        row("daily", "@daily", "Europe/Berlin", "2026-06-01T00:00:00Z", {u"2026-06-01T22:00:00Z"_qs});
        // 29 March 2026: 02:00 to 03:00 does not exist in Berlin; the run comes at 03:00 (01:00 UTC), once.
        row("time in the gap", "30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z",
            {u"2026-03-29T01:00:00Z"_qs, u"2026-03-30T00:30:00Z"_qs});
        // 25 October 2026: 02:30 comes twice; the first is taken.
        row("time that comes twice", "30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z",
            {u"2026-10-25T00:30:00Z"_qs, u"2026-10-26T01:30:00Z"_qs});
        row("every half hour goes on through the change", "*/30 * * * *", "Europe/Berlin", "2026-10-25T00:00:00Z",
            {u"2026-10-25T00:30:00Z"_qs, u"2026-10-25T01:00:00Z"_qs, u"2026-10-25T01:30:00Z"_qs});
    }
    void cronTimes()
    {
        QFETCH(QString, cron);
        QFETCH(QString, zone);
        QFETCH(QString, after);
        QFETCH(QStringList, times);
        const auto parsed = CronExpression::parse(cron);
        QVERIFY_RESULT(parsed);
        qint64 at = *parseIso(after);
        for (const QString &expected : times) {
            const auto next = parsed->next(at, QTimeZone(zone.toUtf8()));
            QVERIFY(next);
            QCOMPARE(isoUtc(*next), expected);
            at = *next;
        }
    }

    void wrongCronSaysWhichFieldAndWhy_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("reason");
        QTest::newRow("four fields") << u"* * * *"_qs << u"five fields"_qs;
        QTest::newRow("minute 60") << u"60 * * * *"_qs << u"minute: “60” is not from 0 to 59"_qs;
        QTest::newRow("step 0") << u"*/0 * * * *"_qs << u"step"_qs;
        QTest::newRow("unknown name") << u"0 0 * * XYZ"_qs << u"day of week"_qs;
        QTest::newRow("backwards") << u"30-10 * * * *"_qs << u"ends before"_qs;
        QTest::newRow("never") << u"0 0 31 2 *"_qs << u"no day"_qs;
    }
    void wrongCronSaysWhichFieldAndWhy()
    {
        QFETCH(QString, cron);
        QFETCH(QString, reason);
        const auto parsed = CronExpression::parse(cron);
        QVERIFY(!parsed);
        QVERIFY2(errorSentence(parsed.error()).contains(reason), qPrintable(errorSentence(parsed.error())));
    }

    void intervalsAreAlignedAndSpread()
    {
        Schedule schedule;
        schedule.kind = Schedule::Kind::Interval;
        schedule.interval = Millis(60'000);
        SystemRandom random;
        const PipelineId id = PipelineId::create(fromMs(0), random);
        const auto first = nextRun(schedule, 1'000'000, id);
        QVERIFY_RESULT(first);
        QVERIFY(**first > 1'000'000 && **first <= 1'060'000);
        QCOMPARE(**nextRun(schedule, **first, id), **first + 60'000);
        QVERIFY(**first % 60'000 < 6'000); // a tenth at most
    }
};
DASH_TEST(TstSchedule)
#include "tst_schedule.moc"
