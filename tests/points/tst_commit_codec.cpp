// A commit that travels to another process is the same there; damaged bytes are refused, never read past.
#include "core/data/commit_codec.h"
#include "tests/points/points_kit.h"

#include <QRandomGenerator>

#include <cmath>

using namespace dash;
using namespace dash::test;

namespace {

RunCommit everything()
{
    RunCommit commit;
    commit.pipeline = pipeline(1);
    const auto add = [&](const char *name, ValueType type, int scale, PointBlock block) {
        SeriesInfo info;
        info.key = {"", name, {{"city", "Köln"}, {"host", "a"}}};
        info.type = type;
        info.scale = scale;
        info.unit = "°C";
        commit.series.emplace_back(info.key, info);
        block.series = static_cast<SeriesId>(commit.series.size() - 1);
        commit.points.push_back(std::move(block));
    };
    add("d", ValueType::Double, 0, {{}, {1, 2, 3}, {1.5, std::nan(""), -INFINITY}, {}, {}});
    add("i", ValueType::Int64, 0, {{}, {-1, 0}, {}, {INT64_MIN, INT64_MAX}, {}});
    add("b", ValueType::Bool, 0, {{}, {5}, {}, {1}, {}});
    add("m", ValueType::Decimal, 2, {{}, {5}, {}, {1999}, {}});
    add("t", ValueType::Text, 0, {{}, {5, 6}, {}, {}, {"", "größer"}});
    TableWrite table;
    table.table = TableName{pipeline(1), u"rows"_qs};
    table.title = u"Reihen"_qs;
    table.key = {u"id"_qs};
    table.mode = TableWrite::Mode::Upsert;
    table.maxRows = 7;
    table.rows = batch({{u"id"_qs, ints({1, 2, 3})},
                        {u"at"_qs, ints({1, std::nullopt, 3}, ColumnType::Instant)},
                        {u"x"_qs, doubles({1.0, 2.5, -0.0})},
                        {u"text"_qs, texts({"a", std::nullopt, ""})},
                        {u"sum"_qs, decimals({"1.25", "99999999999999999999.99", "0"})},
                        {u"json"_qs, texts({"{}", "[1]", std::nullopt}, ColumnType::Json)}});
    commit.tables.push_back(table);
    commit.rejected.push_back({u"in"_qs, "record.rejected", u"it is bad"_qs, "{\"a\":1}", "{}"});
    commit.rerun = {3, 5};
    commit.state = {{u"cursor/in"_qs, "17"}, {u"step/x"_qs, QByteArray()}};
    QueuedDelivery delivery;
    delivery.id = deliveryId(4);
    delivery.pipeline = pipeline(1);
    delivery.output = u"out"_qs;
    delivery.payload = QByteArray("\0\xff", 2);
    delivery.meta = "{}";
    delivery.createdAt = delivery.nextTryAt = 12;
    commit.deliveries.push_back(delivery);
    RunRecord run;
    run.id = runId(9);
    run.pipeline = pipeline(1);
    run.startedAt = 1;
    run.finishedAt = 2;
    run.outcome = RunRecord::Outcome::Failed;
    run.errorCode = "run.step_failed";
    run.errorSentence = u"“x” failed."_qs;
    run.errorNode = u"x"_qs;
    run.rowsIn = 3;
    run.rejected = 1;
    run.rowsOut = {{u"rows"_qs, 2}};
    run.definition = "{}";
    run.inputs = {{u"in"_qs, "a,b"}};
    commit.run = run;
    return commit;
}

} // namespace

class TstCommitCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCommitIsTheSameAfterwards()
    {
        const RunCommit commit = everything();
        const QByteArray bytes = encodeCommit(commit);
        const auto back = decodeCommit(bytes);
        QVERIFY_RESULT(back);
        QCOMPARE(encodeCommit(*back), bytes);
        QCOMPARE(back->series.at(0).first, commit.series.at(0).first);
        QVERIFY(std::isnan(back->points.at(0).doubles.at(1)));
        QCOMPARE(back->points.at(4).texts, commit.points.at(4).texts);
        const Batch &rows = back->tables.at(0).rows;
        QCOMPARE(cellText(*rows.column(u"sum"), 1), std::string("99999999999999999999.99"));
        QVERIFY(rows.column(u"at")->isNull(1));
        QCOMPARE(back->run->inputs, commit.run->inputs);
        QCOMPARE(back->rerun, commit.rerun);
        // What was decoded can be stored.
        PointsWorld world;
        QVERIFY_RESULT(world.db->commit(*back));
        QCOMPARE(world.column(u"rows"_qs, u"text"_qs).size(), 3);
    }

    void damagedBytesAreRefused()
    {
        const QByteArray bytes = encodeCommit(everything());
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!decodeCommit(QByteArrayView(bytes).first(length)));
        QVERIFY(!decodeCommit(QByteArray(bytes + 'x')));
        QRandomGenerator random(7);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray damaged = bytes;
            for (int i = random.bounded(1, 4); i > 0; --i)
                damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
            if (const auto back = decodeCommit(damaged))
                for (const TableWrite &table : back->tables) // every cell can be read
                    for (const Field &field : table.rows.fields)
                        for (std::size_t row = 0; row < table.rows.rows; ++row)
                            (void)cellText(*field.column, row);
        }
    }
};

DASH_TEST(TstCommitCodec)
#include "tst_commit_codec.moc"
