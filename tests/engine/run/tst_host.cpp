// What the host does with runs: one at a time, hung, crashing, endless, stopped, given up.
#include "tests/engine/run/host_world.h"

#include "core/engine/engine_pool.h"

using namespace dash;
using namespace dash::test;
using namespace std::chrono_literals;
using State = PipelineStatus::State;
using Outcome = RunRecord::Outcome;

class TstHost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m = std::make_unique<HostWorld>(); }
    void cleanup() { m.reset(); }

    void triggersWhileRunningAreOneMoreRun()
    {
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kGateNode))});
        for (int i = 0; i < 5; ++i)
            m->host->runNow(pipeline(1));
        QTRY_COMPARE(m->gate.inside(), 1);
        for (int i = 0; i < 5; ++i)
            m->host->runNow(pipeline(1));
        QCOMPARE(m->status(1).state, State::Running);
        m->gate.letOne();
        QTRY_COMPARE(m->gate.entered(), 2);
        QCOMPARE(m->history(1).size(), 1U);
        m->gate.letOne();
        QVERIFY(m->waitForRuns(1, 2));
        m->pass(1h);
        QCOMPARE(m->gate.entered(), 2);
        QCOMPARE(m->gate.most(), 1);
        QCOMPARE(m->status(1).state, State::Idle);
    }

    void aHungRunIsGivenUpAndOthersGoOn()
    {
        const Pipeline hung = HostWorld::pipelineOf(1, nodes(kGateNode),
                                                    ",\"schedule\":{\"every\":\"1m\"},\"limits\":{\"time\":\"20s\"}");
        const Pipeline good = HostWorld::pipelineOf(2, nodes(kNumbersNode), ",\"schedule\":{\"every\":\"1m\"}");
        m->host->setPipelines({hung, good});
        QTRY_COMPARE(m->gate.inside(), 1);
        QVERIFY(m->waitForRuns(2, 1));
        m->pass(25s); // its limit is over, the grace is not
        QCOMPARE(m->status(1).state, State::Running);
        m->pass(10s);
        QCOMPARE(m->status(1).state, State::BackingOff);
        QTRY_COMPARE(m->history(1).size(), 1U);
        const RunRecord lost = m->history(1).front();
        QCOMPARE(lost.outcome, Outcome::Failed);
        QCOMPARE(lost.errorCode, QByteArray("run.time_limit"));
        QVERIFY2(lost.errorSentence.contains(u"in"), qPrintable(lost.errorSentence));
        for (int i = 2; i <= 4; ++i) {
            m->pass(1min);
            QVERIFY(m->waitForRuns(2, i));
            QCOMPARE(m->history(2).front().outcome, Outcome::Succeeded);
        }
        // It was tried again, and hangs again; the first one comes back now: what it brings is too late.
        QTRY_VERIFY(m->gate.entered() >= 2);
        const std::size_t told = m->history(1).size();
        m->host->setPipelines({good});
        m->gate.open();
        QTRY_COMPARE(m->gate.inside(), 0);
        m->restart(); // all that still wanted to be committed is
        QVERIFY(m->history(1).size() <= told + 1);
        for (const RunRecord &run : m->history(1))
            QVERIFY(run.outcome != Outcome::Succeeded);
        QCOMPARE(m->rows(1), QStringList());
    }

    // More hanging pipelines than threads: the others still run.
    void manyHungRunsLeaveRoomForOthers()
    {
        std::vector<Pipeline> all;
        for (int n = 1; n <= 6; ++n)
            all.push_back(HostWorld::pipelineOf(n, nodes(kGateNode)));
        all.push_back(HostWorld::pipelineOf(9, nodes(kNumbersNode)));
        m->host->setPipelines(all);
        for (int n = 1; n <= 6; ++n)
            m->host->runNow(pipeline(n));
        m->host->runNow(pipeline(9));
        QVERIFY(m->waitForRuns(9, 1));
        QTRY_COMPARE(m->gate.inside(), 6);
        QCOMPARE(m->history(9).front().outcome, Outcome::Succeeded);
    }

    void aBrokenLimitStopsTheRunWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("nodesOf");
        QTest::addColumn<QByteArray>("limits");
        QTest::addColumn<QByteArray>("code");
        const QByteArray endless = "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"endless\"}";
        const QByteArray step = QByteArray(kNumbersNode) + ",{\"id\":\"slow\",\"kind\":\"step\",\"type\":\"endless\"}";
        QTest::newRow("endless pages, rows") << endless << QByteArray("\"rows\":50000") << QByteArray("run.row_limit");
        QTest::newRow("endless pages, memory")
            << endless << QByteArray("\"bytes\":2000000") << QByteArray("run.byte_limit");
        QTest::newRow("a step that throws")
            << QByteArray(kNumbersNode) + ",{\"id\":\"bad\",\"kind\":\"step\",\"type\":\"throw\"}" << QByteArray()
            << QByteArray("run.step_failed");
    }
    void aBrokenLimitStopsTheRunWithItsReason()
    {
        QFETCH(QByteArray, nodesOf);
        QFETCH(QByteArray, limits);
        QFETCH(QByteArray, code);
        m->host->setPipelines(
            {HostWorld::pipelineOf(1, nodes(nodesOf), QByteArray(",\"limits\":{" + limits + "}").constData())});
        m->host->runNow(pipeline(1));
        QVERIFY(m->waitForRuns(1, 1));
        const RunRecord run = m->history(1).front();
        QCOMPARE(run.errorCode, code);
        QTRY_COMPARE(m->status(1).last ? m->status(1).last->errorCode : QByteArray(), code);
        QVERIFY(!run.errorSentence.isEmpty());
        QTRY_COMPARE(m->status(1).state, State::Error); // told just after the commit
        QCOMPARE(m->rows(1), QStringList());
    }

    void aStepWithoutAnEndStopsAtItsTimeLimit()
    {
        const QByteArray slow = QByteArray(kNumbersNode) + ",{\"id\":\"slow\",\"kind\":\"step\",\"type\":\"endless\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(slow), ",\"limits\":{\"time\":\"5s\"}")});
        m->host->runNow(pipeline(1));
        QTRY_COMPARE(m->status(1).state, State::Running);
        const bool ended = QTest::qWaitFor([&] {
            m->pass(1s);
            return m->status(1).state != State::Running;
        });
        QVERIFY(ended);
        QTRY_COMPARE(m->history(1).size(), 1U);
        QCOMPARE(m->history(1).front().errorCode, QByteArray("run.time_limit"));
        QVERIFY(m->history(1).front().errorSentence.contains(u"slow"));
    }

    void failuresAreTriedAgainLaterAndLater()
    {
        m->sourceFails->store(4);
        m->random.byte = 0; // the least wait: four fifths
        const QByteArray moody = "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"moody\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(moody), ",\"schedule\":{\"every\":\"1s\"}")});
        for (int i = 1; i <= 4; ++i) {
            QVERIFY(m->waitForRuns(1, i));
            const PipelineStatus status = m->status(1);
            QCOMPARE(status.state, State::BackingOff);
            QCOMPARE(status.failuresInARow, i);
            const qint64 wait = status.nextRunAt - toMs(m->clock.now());
            QCOMPARE(wait, (5'000LL << (i - 1)) * 4 / 5);
            m->pass(Millis(wait - 1));
            QCOMPARE(m->history(1).size(), std::size_t(i));
            m->pass(1ms);
        }
        QVERIFY(m->waitForRuns(1, 5));
        QCOMPARE(m->status(1).state, State::Waiting);
        QCOMPARE(m->status(1).failuresInARow, 0);
        QCOMPARE(m->rows(1), QStringList{u"{\"n\":7}"_qs});
    }

    void jitterComesFromOutside()
    {
        m->sourceFails->store(1);
        m->random.byte = 1; // 0x0101010101010101
        const QByteArray moody = "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"moody\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(moody), ",\"schedule\":{\"every\":\"1s\"}")});
        QVERIFY(m->waitForRuns(1, 1));
        const qint64 wait = m->status(1).nextRunAt - toMs(m->clock.now());
        QCOMPARE(wait, 4'000 + qint64(0x0101010101010101ULL % 2'001));
    }

    void whatFailsByItselfIsGivenUpUntilSomebodyAsks()
    {
        const QByteArray bad = QByteArray(kNumbersNode) + ",{\"id\":\"bad\",\"kind\":\"step\",\"type\":\"throw\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(bad), ",\"schedule\":{\"every\":\"1s\"}")});
        for (int i = 1; i <= 8; ++i) {
            QVERIFY(m->waitForRuns(1, i));
            m->pass(20min);
        }
        m->pass(24h);
        QCOMPARE(m->history(1).size(), 8U);
        QCOMPARE(m->status(1).state, State::Error);
        QVERIFY(m->status(1).gaveUp);
        QCOMPARE(m->status(1).nextRunAt, 0);
        QVERIFY(m->status(1).last->errorSentence.contains(u"the sky fell"));
        m->host->runNow(pipeline(1));
        QVERIFY(m->waitForRuns(1, 9));
        QVERIFY(m->status(1).gaveUp);
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kNumbersNode), ",\"schedule\":{\"every\":\"1s\"}")});
        QVERIFY(m->waitForRuns(1, 10));
        QCOMPARE(m->status(1).state, State::Waiting);
        QVERIFY(!m->status(1).gaveUp);
    }

    void aNetworkThatIsAwayIsTriedForEver()
    {
        m->sourceFails->store(30);
        const QByteArray moody = "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"moody\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(moody), ",\"schedule\":{\"every\":\"1s\"}")});
        for (int i = 1; i <= 31; ++i) {
            QVERIFY(m->waitForRuns(1, i));
            m->pass(20min);
        }
        const std::vector<RunRecord> runs = m->history(1); // once: the schedule goes on
        QCOMPARE(runs.at(runs.size() - 31).outcome, Outcome::Succeeded);
    }

    void stopEndsARunThatListens()
    {
        const QByteArray slow = QByteArray(kNumbersNode) + ",{\"id\":\"slow\",\"kind\":\"step\",\"type\":\"endless\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(slow))});
        m->host->runNow(pipeline(1));
        QTRY_COMPARE(m->status(1).state, State::Running);
        m->host->stop(pipeline(1));
        QVERIFY(m->waitForRuns(1, 1));
        QCOMPARE(m->history(1).front().outcome, Outcome::Stopped);
        QCOMPARE(m->status(1).state, State::Idle);
    }

    void stopEndsARunThatDoesNotListen()
    {
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kGateNode))});
        m->host->runNow(pipeline(1));
        QTRY_COMPARE(m->gate.inside(), 1);
        m->host->stop(pipeline(1));
        m->pass(2s); // more than the patience
        QVERIFY(m->waitForRuns(1, 1));
        QCOMPARE(m->history(1).front().outcome, Outcome::Stopped);
        QCOMPARE(m->status(1).state, State::Idle);
        m->gate.open();
        m->host->runNow(pipeline(1));
        QVERIFY(m->waitForRuns(1, 2));
        QCOMPARE(m->history(1).front().outcome, Outcome::Succeeded);
        QCOMPARE(m->rows(1).size(), 1);
    }

    void pausedRunsOnlyWhenAsked()
    {
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kNumbersNode), ",\"schedule\":{\"every\":\"1m\"}")});
        QVERIFY(m->waitForRuns(1, 1));
        m->host->setPaused(pipeline(1), true);
        QCOMPARE(m->status(1).state, State::Paused);
        m->pass(1h);
        QCOMPARE(m->history(1).size(), 1U);
        m->host->runNow(pipeline(1));
        QVERIFY(m->waitForRuns(1, 2));
        QCOMPARE(m->status(1).state, State::Paused);
        m->host->setPaused(pipeline(1), false);
        QVERIFY(m->waitForRuns(1, 3));
        QCOMPARE(m->status(1).state, State::Waiting);
    }

    void aDisabledDefinitionRunsOnlyWhenAsked()
    {
        const char *off = ",\"enabled\":false,\"schedule\":{\"every\":\"1m\"}";
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kNumbersNode), off)});
        m->pass(1h);
        m->host->runNow(pipeline(1));
        QVERIFY(m->waitForRuns(1, 1));
        m->pass(1h);
        QCOMPARE(m->history(1).size(), 1U);
        QCOMPARE(m->status(1).state, State::Idle);
    }

    void theEndIsBoundedEvenWithAHungRun()
    {
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kGateNode)), HostWorld::pipelineOf(2, nodes(kGateNode))});
        m->host->runNow(pipeline(1));
        m->host->runNow(pipeline(2));
        QTRY_COMPARE(m->gate.inside(), 2);
        QElapsedTimer took;
        took.start();
        m->host.reset();
        QVERIFY2(took.elapsed() < 4'000, qPrintable(QString::number(took.elapsed())));
        QCOMPARE(EnginePool::leftBehind(), 2);
        m->gate.open();
        QTRY_COMPARE(EnginePool::leftBehind(), 0);
        m->restart();
        QCOMPARE(m->rows(1), QStringList());
    }

    void aHungPreviewAnswersAndTheNextOneWorks()
    {
        QObject receiver;
        std::optional<PreviewResult> answer;
        m->host->preview(HostWorld::pipelineOf(1, nodes(kGateNode)), PipelineHost::Sampling::Reuse, &receiver,
                         [&](PreviewResult result) { answer = std::move(result); });
        QTRY_COMPARE(m->gate.inside(), 1);
        m->pass(30s);
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error->code, ErrorCode::RunTimeLimit);
        answer.reset();
        m->host->preview(HostWorld::pipelineOf(1, nodes(kNumbersNode)), PipelineHost::Sampling::Reuse, &receiver,
                         [&](PreviewResult result) { answer = std::move(result); });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->nodes.at(u"rows"_qs).totalRows, 5U);
        m->gate.open();
    }

    void whoHoldsAPipelineKeepsItsRunsBack()
    {
        m->host->setPipelines({HostWorld::pipelineOf(1, nodes(kGateNode), ",\"schedule\":{\"every\":\"1m\"}")});
        QTRY_COMPARE(m->gate.inside(), 1);
        QObject first;
        auto second = std::make_unique<QObject>();
        QStringList granted;
        m->host->hold(pipeline(1), &first, [&] { granted << u"first"_qs; });
        m->host->hold(pipeline(1), second.get(), [&] { granted << u"second"_qs; });
        QCOMPARE(granted, QStringList());
        m->gate.open();
        QTRY_COMPARE(granted, QStringList{u"first"_qs});
        m->pass(1h);
        m->host->runNow(pipeline(1));
        QCOMPARE(m->gate.entered(), 1);
        m->host->release(pipeline(1), &first);
        QCOMPARE(granted, (QStringList{u"first"_qs, u"second"_qs}));
        QCOMPARE(m->gate.entered(), 1);
        second.reset(); // its owner is gone
        QVERIFY(m->waitForRuns(1, 2));
    }

private:
    static QByteArray nodes(const QByteArray &first) { return first + "," + kRowsNode; }
    std::unique_ptr<HostWorld> m;
};

DASH_TEST(TstHost)
#include "tst_host.moc"
