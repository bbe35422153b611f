#include "tests/points/points_kit.h"

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;

// State of runs, their history with inputs, and the queues of deliveries.
class TstPointsRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stateIsKeptAndEmptyValuesRemoveIt();
    void aRunKeepsItsDefinitionAndInputs();
    void runsAreListedNewestFirstAndCapped();
    void inputsBeyondTheCapLeaveOldestFirst();
    void anInputLargerThanTheCapIsNotKept();
    void deliveriesAreDueInOrderAndOneOfEachSink();
    void aFailedTryHoldsTheQueueBack();
    void pausedQueuesAreNotDue();
    void finishedDeliveriesAreListedAndCanBeSentAgain();
    void oldSentDeliveriesLeave();
    void unknownDeliveriesAreSaid();
};

void TstPointsRuns::stateIsKeptAndEmptyValuesRemoveIt()
{
    PointsWorld world;
    RunCommit commit;
    commit.pipeline = pipeline(1);
    commit.state = {{u"cursor/a"_s, "17"}, {u"step/b"_s, QByteArray("\0\1\2", 3)}};
    QVERIFY_RESULT(world.db->commit(commit));
    world.reopen();
    QCOMPARE(*world.db->state(pipeline(1)), commit.state);
    QVERIFY(world.db->state(pipeline(2))->empty());
    commit.state = {{u"cursor/a"_s, "18"}, {u"step/b"_s, QByteArray()}};
    QVERIFY_RESULT(world.db->commit(commit));
    QCOMPARE(*world.db->state(pipeline(1)), (std::map<QString, QByteArray>{{u"cursor/a"_s, "18"}}));
}

void TstPointsRuns::aRunKeepsItsDefinitionAndInputs()
{
    PointsWorld world;
    RunCommit commit = run(1, QByteArray("{\"row\":1}\n").repeated(10'000));
    commit.run->outcome = RunRecord::Outcome::Failed;
    commit.run->errorCode = "http.status";
    commit.run->errorSentence = u"shop.example answered 500."_s;
    commit.run->errorNode = u"source"_s;
    commit.run->rowsIn = 10'000;
    commit.run->rejected = 3;
    commit.run->rowsOut = {{u"filter"_s, 9'997}};
    commit.run->inputs.emplace_back(u"second"_s, QByteArray());
    QVERIFY_RESULT(world.db->commit(commit));
    world.reopen();
    const auto record = world.snapshot()->run(runId(1));
    QVERIFY_RESULT(record);
    QCOMPARE(record->pipeline, pipeline(1));
    QCOMPARE(record->outcome, RunRecord::Outcome::Failed);
    QCOMPARE(record->errorCode, commit.run->errorCode);
    QCOMPARE(record->errorSentence, commit.run->errorSentence);
    QCOMPARE(record->errorNode, commit.run->errorNode);
    QCOMPARE(record->rowsIn, 10'000);
    QCOMPARE(record->rejected, 3);
    QCOMPARE(record->rowsOut, commit.run->rowsOut);
    QCOMPARE(record->definition, commit.run->definition);
    QCOMPARE(record->inputs, commit.run->inputs);
    QCOMPARE(codeOf(world.snapshot()->run(runId(2))), u"not_found"_s);
}

void TstPointsRuns::runsAreListedNewestFirstAndCapped()
{
    PointsDb::Options options;
    options.keptRuns = 5;
    PointsWorld world(options);
    for (int i = 1; i <= 12; ++i)
        QVERIFY_RESULT(world.db->commit(run(i, "input")));
    const auto runs = world.snapshot()->runs(pipeline(1), 100);
    QVERIFY_RESULT(runs);
    QCOMPARE(runs->size(), std::size_t{5});
    QCOMPARE(runs->front().id, runId(12));
    QCOMPARE(runs->back().id, runId(8));
    QVERIFY(runs->front().inputs.empty());
    QCOMPARE(world.snapshot()->runs(pipeline(1), 2)->size(), std::size_t{2});
    QCOMPARE(codeOf(world.snapshot()->run(runId(7))), u"not_found"_s);
}

void TstPointsRuns::inputsBeyondTheCapLeaveOldestFirst()
{
    PointsDb::Options options;
    options.keptInputBytes = 10'000;
    PointsWorld world(options);
    QByteArray noise(4'000, Qt::Uninitialized); // does not compress
    quint32 x = 1;
    for (char &c : noise)
        c = static_cast<char>((x = x * 1'664'525 + 1'013'904'223) >> 24);
    for (int i = 1; i <= 5; ++i) {
        QVERIFY_RESULT(world.db->commit(run(i, noise)));
        if (i == 3)
            world.reopen(); // the sum is counted again
    }
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(world.snapshot()->run(runId(i))->inputs.size(), std::size_t(i >= 4 ? 1 : 0));
}

void TstPointsRuns::anInputLargerThanTheCapIsNotKept()
{
    PointsDb::Options options;
    options.keptInputBytes = 100;
    PointsWorld world(options);
    QVERIFY_RESULT(world.db->commit(run(1, "small")));
    QByteArray large;
    for (int i = 0; i < 400; ++i)
        large += QByteArray::number(i * 7'919);
    QVERIFY_RESULT(world.db->commit(run(2, large)));
    QCOMPARE(world.snapshot()->run(runId(1))->inputs.size(), std::size_t{1});
    QCOMPARE(world.snapshot()->run(runId(2))->inputs.size(), std::size_t{0});
}

void TstPointsRuns::deliveriesAreDueInOrderAndOneOfEachSink()
{
    PointsWorld world;
    QVERIFY_RESULT(queue(world, {delivery(5), delivery(3), delivery(4, u"file"_s)}));
    QCOMPARE(due(world, 100), (QList<int>{5, 4}));
    QVERIFY_RESULT(world.db->finishDelivery(deliveryId(5), QueuedDelivery::State::Sent, QString(), 100));
    QCOMPARE(due(world, 100), (QList<int>{3, 4}));
    const auto found = world.db->dueDeliveries(100, 1);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t{1});
    QCOMPARE(found->front().payload, QByteArray("payload 3"));
    QCOMPARE(found->front().meta, QByteArray("{}"));
    QCOMPARE(found->front().createdAt, 3);
}

void TstPointsRuns::aFailedTryHoldsTheQueueBack()
{
    PointsWorld world;
    QVERIFY_RESULT(queue(world, {delivery(1), delivery(2)}));
    QVERIFY_RESULT(world.db->retryDelivery(deliveryId(1), u"answered 503"_s, 5'000));
    world.reopen();
    QCOMPARE(due(world, 4'999), QList<int>()); // the second one waits behind the first
    QCOMPARE(due(world, 5'000), QList<int>{1});
    const auto waiting = world.db->dueDeliveries(5'000, 1);
    QVERIFY_RESULT(waiting);
    QCOMPARE(waiting->front().tries, 1);
    QCOMPARE(waiting->front().lastError, u"answered 503"_s);
    const auto summary = world.snapshot()->queue(pipeline(1), u"hook"_s);
    QVERIFY_RESULT(summary);
    QCOMPARE(summary->pending, 2);
    QCOMPARE(summary->nextTryAt, 5'000);
}

void TstPointsRuns::pausedQueuesAreNotDue()
{
    PointsWorld world;
    QVERIFY_RESULT(world.db->pauseQueue(pipeline(1), u"hook"_s, true)); // before its first delivery
    QVERIFY_RESULT(queue(world, {delivery(1), delivery(2, u"file"_s)}));
    QCOMPARE(due(world, 100), QList<int>{2});
    QVERIFY(world.snapshot()->queue(pipeline(1), u"hook"_s)->paused);
    QVERIFY_RESULT(world.db->pauseQueue(pipeline(1), u"hook"_s, false));
    QCOMPARE(due(world, 100), (QList<int>{1, 2}));
}

void TstPointsRuns::finishedDeliveriesAreListedAndCanBeSentAgain()
{
    PointsWorld world;
    QVERIFY_RESULT(queue(world, {delivery(1), delivery(2), delivery(3)}));
    QVERIFY_RESULT(world.db->finishDelivery(deliveryId(1), QueuedDelivery::State::Sent, QString(), 10));
    QVERIFY_RESULT(world.db->finishDelivery(deliveryId(2), QueuedDelivery::State::Failed, u"answered 410"_s, 20));
    const auto list = world.snapshot()->deliveries(pipeline(1), u"hook"_s, 10);
    QVERIFY_RESULT(list);
    QCOMPARE(list->size(), std::size_t{3});
    QCOMPARE((*list)[0].id, deliveryId(3)); // waiting ones first
    QCOMPARE((*list)[1].id, deliveryId(2));
    QCOMPARE((*list)[1].state, QueuedDelivery::State::Failed);
    QCOMPARE((*list)[1].lastError, u"answered 410"_s);
    QCOMPARE((*list)[1].finishedAt, 20);
    QVERIFY_RESULT(world.db->resend(deliveryId(2)));
    QCOMPARE(due(world, 100), QList<int>{2});
    const auto summary = world.snapshot()->queue(pipeline(1), u"hook"_s);
    QCOMPARE(summary->pending, 2);
    QCOMPARE(summary->sent, 1);
    QCOMPARE(summary->failed, 0);
}

void TstPointsRuns::oldSentDeliveriesLeave()
{
    PointsWorld world;
    std::vector<QueuedDelivery> many;
    for (int i = 1; i <= 230; ++i)
        many.push_back(delivery(i));
    QVERIFY_RESULT(queue(world, many));
    std::atomic<int> left = 230;
    for (int i = 1; i <= 230; ++i)
        QVERIFY_RESULT(world.db->finishDelivery(deliveryId(i), QueuedDelivery::State::Sent, QString(), i));
    QCOMPARE(world.snapshot()->queue(pipeline(1), u"hook"_s)->sent, 200);
    QCOMPARE(codeOf(world.db->resend(deliveryId(1))), u"not_found"_s);
    QVERIFY_RESULT(world.db->resend(deliveryId(230)));
}

void TstPointsRuns::unknownDeliveriesAreSaid()
{
    PointsWorld world;
    QCOMPARE(codeOf(world.db->finishDelivery(deliveryId(1), QueuedDelivery::State::Sent, QString(), 1)),
             u"not_found"_s);
    QCOMPARE(codeOf(world.db->retryDelivery(deliveryId(1), QString(), 1)), u"not_found"_s);
    QCOMPARE(codeOf(world.db->resend(deliveryId(1))), u"not_found"_s);
}

DASH_TEST(TstPointsRuns)
#include "tst_points_runs.moc"
