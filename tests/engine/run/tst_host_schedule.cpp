// When the host runs: intervals, cron in a zone, sleeps, clocks that jump, restarts.
#include "tests/engine/run/host_world.h"

using namespace dash;
using namespace dash::test;
using namespace std::chrono_literals;
using State = PipelineStatus::State;

class TstHostSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m = std::make_unique<HostWorld>(); }
    void cleanup() { m.reset(); }

    void anIntervalRunsAtOnceAndThenInItsSlots()
    {
        m->host->setPipelines({every("10m")});
        QVERIFY(m->waitForRuns(1, 1));
        const qint64 next = m->status(1).nextRunAt;
        QVERIFY(next > toMs(m->clock.now()) && next <= toMs(m->clock.now()) + 600'000 + 30'000);
        m->pass(Millis(next - toMs(m->clock.now()) - 1));
        QCOMPARE(m->history(1).size(), 1U);
        m->pass(1ms);
        QVERIFY(m->waitForRuns(1, 2));
        QCOMPARE(m->status(1).nextRunAt, next + 600'000);
    }

    // The computer slept: the steady clock stood still, the wall clock did not.
    void whatWasMissedAsleepIsMadeUpForOnce()
    {
        m->host->setPipelines({every("10m")});
        QVERIFY(m->waitForRuns(1, 1));
        m->clock.jump(8h);
        m->host->wake();
        QVERIFY(m->waitForRuns(1, 2));
        m->pass(1s);
        QCOMPARE(m->history(1).size(), 2U);
        QVERIFY(m->status(1).nextRunAt > toMs(m->clock.now()));
    }

    void aClockSetBackStopsNothing_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::newRow("an hour") << qint64(3'600'000);
        QTest::newRow("a day") << qint64(86'400'000);
        QTest::newRow("ten years") << qint64(3'650LL * 86'400'000);
    }
    void aClockSetBackStopsNothing()
    {
        QFETCH(qint64, by);
        m->host->setPipelines({every("10m")});
        QVERIFY(m->waitForRuns(1, 1));
        m->clock.jump(Millis(-by));
        m->host->wake();
        const qint64 wait = m->status(1).nextRunAt - toMs(m->clock.now());
        QVERIFY2(wait > 0 && wait <= 630'000, qPrintable(QString::number(wait)));
        m->pass(Millis(wait));
        QVERIFY(m->waitForRuns(1, 2));
    }

    void aRetryWaitsAsLongThoughTheClockIsSetBack()
    {
        m->sourceFails->store(1);
        m->random.byte = 0;
        const QByteArray moody = QByteArray("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"moody\"},") + kRowsNode;
        m->host->setPipelines({HostWorld::pipelineOf(1, moody, ",\"schedule\":{\"every\":\"1s\"}")});
        QVERIFY(m->waitForRuns(1, 1));
        m->clock.jump(-5h);
        m->host->wake();
        QCOMPARE(m->status(1).nextRunAt - toMs(m->clock.now()), 4'000);
        m->pass(4s);
        QVERIFY(m->waitForRuns(1, 2));
    }

    void aCronTimeRunsOnceThoughTheClockIsSetBackALittle()
    {
        m->clock.setWall("2026-03-10T05:59:00Z");
        m->host->setPipelines({cron("0 6 * * *", "UTC")});
        settle();
        m->pass(2min);
        QVERIFY(m->waitForRuns(1, 1));
        m->clock.jump(-30min);
        m->host->wake();
        m->pass(1h);
        QCOMPARE(m->history(1).size(), 1U);
        m->clock.jump(-Millis(10LL * 86'400'000)); // that is another day, to be lived again
        m->host->wake();
        QVERIFY(m->status(1).nextRunAt - toMs(m->clock.now()) <= 86'400'000);
    }

    // Days of 23 and 25 hours in Berlin: 29 March and 25 October 2026.
    void aDailyRunComesOnceOnEveryDay_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QStringList>("times");
        QTest::newRow("23 hours") << QByteArray("2026-03-28T12:00:00Z")
                                  << QStringList{u"2026-03-29T01:00:00.000Z"_qs, u"2026-03-30T00:30:00.000Z"_qs};
        QTest::newRow("25 hours") << QByteArray("2026-10-24T12:00:00Z")
                                  << QStringList{u"2026-10-25T00:30:00.000Z"_qs, u"2026-10-26T01:30:00.000Z"_qs};
    }
    void aDailyRunComesOnceOnEveryDay()
    {
        QFETCH(QByteArray, from);
        QFETCH(QStringList, times);
        m->clock.setWall(from.constData());
        m->host->setPipelines({cron("30 2 * * *", "Europe/Berlin")});
        settle();
        std::size_t runs = 0;
        for (int quarter = 0; quarter < 2 * 96; ++quarter) {
            m->pass(15min);
            if (m->status(1).state == State::Running || m->history(1).size() > runs)
                QVERIFY(m->waitForRuns(1, int(++runs)));
        }
        QStringList found;
        for (const RunRecord &run : m->history(1))
            found.prepend(isoUtc(run.startedAt));
        for (QString &time : times)
            time = isoUtc(*parseIso(time));
        QCOMPARE(found, times);
    }

    void aRestartGoesOnWhereItWas()
    {
        m->host->setPipelines({every("1h")});
        QVERIFY(m->waitForRuns(1, 1));
        const qint64 next = m->status(1).nextRunAt;
        m->pass(1s);
        m->restart();
        m->host->setPipelines({every("1h")});
        settle();
        QVERIFY(m->status(1).last);
        QCOMPARE(m->status(1).nextRunAt, next);
        m->clock.advance(24h);
        m->restart();
        m->host->setPipelines({every("1h")});
        QVERIFY(m->waitForRuns(1, 2)); // once, for all that was missed
        m->pass(1s);
        QCOMPARE(m->history(1).size(), 2U);
    }

    void aCronTimeMissedWhileClosedIsMadeUpForOnce()
    {
        m->clock.setWall("2026-05-01T05:59:59Z");
        m->host->setPipelines({cron("0 6 * * *", "UTC")});
        settle();
        m->pass(1s);
        QVERIFY(m->waitForRuns(1, 1));
        m->clock.advance(Millis(3LL * 86'400'000 + 7'200'000));
        m->restart();
        m->host->setPipelines({cron("0 6 * * *", "UTC")});
        QVERIFY(m->waitForRuns(1, 2));
        QCOMPARE(isoUtc(m->status(1).nextRunAt), isoUtc(*parseIso(u"2026-05-05T06:00:00Z"_qs)));
    }

    void whatFailedBeforeARestartIsTriedAgain()
    {
        m->clock.setWall("2026-05-01T05:59:59Z");
        m->sourceFails->store(1);
        const QByteArray moody = QByteArray("{\"id\":\"in\",\"kind\":\"source\",\"type\":\"moody\"},") + kRowsNode;
        const Pipeline daily =
            HostWorld::pipelineOf(1, moody, ",\"schedule\":{\"cron\":\"0 6 * * *\",\"zone\":\"UTC\"}");
        m->host->setPipelines({daily});
        settle();
        m->pass(1s);
        QVERIFY(m->waitForRuns(1, 1));
        QCOMPARE(m->status(1).state, State::BackingOff);
        m->restart();
        m->host->setPipelines({daily});
        QVERIFY(m->waitForRuns(1, 2));
        QCOMPARE(m->history(1).front().outcome, RunRecord::Outcome::Succeeded);
    }

    void aChangedDefinitionTakesOverAfterTheRun()
    {
        const QByteArray gate = QByteArray(kGateNode) + "," + kRowsNode;
        const QByteArray numbers = QByteArray(kNumbersNode) + "," + kRowsNode;
        m->host->setPipelines({HostWorld::pipelineOf(1, gate)});
        m->host->runNow(pipeline(1));
        QTRY_COMPARE(m->gate.inside(), 1);
        m->host->setPipelines({HostWorld::pipelineOf(1, numbers, ",\"schedule\":{\"every\":\"1h\"}")});
        QCOMPARE(m->status(1).state, State::Running);
        QCOMPARE(m->history(1).size(), 0U);
        m->gate.open();
        QVERIFY(m->waitForRuns(1, 2));
        QVERIFY(m->history(1).at(1).definition.contains("gate"));
        QVERIFY(m->history(1).at(0).definition.contains("numbers"));
        QCOMPARE(m->rows(1).size(), 6);
    }

    void aRemovedPipelineStops()
    {
        const QByteArray slow =
            QByteArray(kNumbersNode) + ",{\"id\":\"slow\",\"kind\":\"step\",\"type\":\"endless\"}," + kRowsNode;
        m->host->setPipelines({HostWorld::pipelineOf(1, slow)});
        m->host->runNow(pipeline(1));
        QTRY_COMPARE(m->status(1).state, State::Running);
        m->host->setPipelines({});
        QVERIFY(m->waitForRuns(1, 1));
        QCOMPARE(m->history(1).front().outcome, RunRecord::Outcome::Stopped);
    }

private:
    static Pipeline every(const char *interval)
    {
        const QByteArray more = QByteArray(",\"schedule\":{\"every\":\"") + interval + "\"}";
        return HostWorld::pipelineOf(1, QByteArray(kNumbersNode) + "," + kRowsNode, more.constData());
    }
    static Pipeline cron(const char *expression, const char *zone)
    {
        const QByteArray more = QByteArray(",\"schedule\":{\"cron\":\"") + expression + "\",\"zone\":\"" + zone + "\"}";
        return HostWorld::pipelineOf(1, QByteArray(kNumbersNode) + "," + kRowsNode, more.constData());
    }
    // The host has read what it wants of the history.
    void settle() { QTRY_VERIFY(m->status(1).nextRunAt > 0); }
    std::unique_ptr<HostWorld> m;
};

DASH_TEST(TstHostSchedule)
#include "tst_host_schedule.moc"
