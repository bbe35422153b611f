#include "tests/points/points_kit.h"

#include <QRandomGenerator>

#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

using namespace dash;
using namespace dash::test;
using namespace Qt::StringLiterals;
using Mode = TableWrite::Mode;

class TstTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeComesBackExactly();
    void doublesComeBackBitForBit();
    void decimalsKeepEveryDigit();
    void appendedRowsStayInOrderOfArrival();
    void upsertChangesTheRowWithTheKeyAndKeepsItsPlace();
    void upsertLeavesColumnsItDoesNotBring();
    void upsertOfTheSameRowsChangesNothing();
    void theLastRowOfAKeyWinsWithinABatch();
    void decimalKeysMeetWhateverTheirPlaces();
    void aRowWithoutItsKeyIsRefused();
    void replaceLeavesOnlyTheNewRows();
    void newColumnsAreNullInOldRows();
    void wholeNumbersWidenAndTextIsRefused();
    void anEmptyColumnTakesItsTypeFromTheFirstValue();
    void aChangedKeyKeepsTheNewestRows();
    void theOldestRowsLeaveAtTheRowCap();
    void theOldestRowsLeaveAtTheByteCap();
    void bytesAreThoseOfTheRowsThatAreThere();
    void rowNumbersAreNeverUsedAgain();
    void pagesMatchASortedCopy_data();
    void pagesMatchASortedCopy();
    void sortingPutsRowsWithoutValueLast_data();
    void sortingPutsRowsWithoutValueLast();
    void aLargeTableIsSortedByAnIndexOnceAsked();
    void decimalsTooWideForAnIntegerSortByValue();
    void unknownTablesAndColumnsAreSaid();
    void tablesSurviveReopening();
    void tooManyColumnsAreRefused();
    void randomWritesMatchAMap();
    void erasedTablesAreGone();

private:
    static TableInfo info(const PointsWorld &world, const QString &output = u"t"_s)
    {
        const auto found = world.snapshot()->table(TableName{pipeline(1), output});
        return succeeded(found, "table") ? *found : TableInfo();
    }
};

void TstTables::everyTypeComesBackExactly()
{
    PointsWorld world;
    const auto flags = std::make_shared<Column>(ColumnType::Bool);
    flags->appendBool(true);
    flags->appendNull();
    flags->appendBool(false);
    const qint64 big = (qint64{1} << 53) + 1;
    Batch rows = batch({{u"flag"_s, flags},
                        {u"count"_s, ints({big, std::nullopt, std::numeric_limits<qint64>::min()})},
                        {u"when"_s, ints({0, 1'767'225'600'123, std::nullopt}, ColumnType::Instant)},
                        {u"text"_s, texts({"Grüße 🌍", "", std::nullopt})},
                        {u"json"_s, texts({R"({"a":[1,2]})", std::nullopt, "null"}, ColumnType::Json)},
                        {u"price"_s, decimals({"12.50", "-0.01", "99999999999999999999.999999"})}});
    rows.fields[1].unit = u"ms"_s;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, rows));
    world.reopen();
    const auto back = world.snapshot()->rows(TableName{pipeline(1), u"t"_s}, {QString(), Qt::AscendingOrder}, 0, 10);
    QVERIFY_RESULT(back);
    QCOMPARE(back->rows, rows.rows);
    QCOMPARE(back->fields.size(), rows.fields.size());
    for (std::size_t field = 0; field < rows.fields.size(); ++field) {
        QCOMPARE(back->fields[field].name, rows.fields[field].name);
        QCOMPARE(back->fields[field].unit, rows.fields[field].unit);
        QCOMPARE(back->fields[field].column->type, rows.fields[field].column->type);
        for (std::size_t row = 0; row < rows.rows; ++row) {
            QCOMPARE(back->fields[field].column->isNull(row), rows.fields[field].column->isNull(row));
            QCOMPARE(cellText(*back->fields[field].column, row), cellText(*rows.fields[field].column, row));
        }
    }
}

void TstTables::doublesComeBackBitForBit()
{
    PointsWorld world;
    double payload = std::nan("");
    std::uint64_t bits = 0;
    std::memcpy(&bits, &payload, 8);
    bits |= 0x1234;
    std::memcpy(&payload, &bits, 8);
    const std::vector<double> values{0.1,
                                     -0.0,
                                     3.0,
                                     payload,
                                     std::numeric_limits<double>::infinity(),
                                     -std::numeric_limits<double>::infinity(),
                                     std::numeric_limits<double>::denorm_min(),
                                     1e308};
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, doubles(values)}})));
    const auto back = world.snapshot()->rows(TableName{pipeline(1), u"t"_s}, {QString(), Qt::AscendingOrder}, 0, 10);
    QVERIFY_RESULT(back);
    QVERIFY(back->fields[0].column->valid.empty());
    QCOMPARE(std::memcmp(back->fields[0].column->doubles.data(), values.data(), values.size() * 8), 0);
}

void TstTables::decimalsKeepEveryDigit()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, decimals({"1.10", "2.25"})}})));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, decimals({"0.0001"})}})));
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Append, batch({{u"v"_s, decimals({"12345678901234567890123456789.12"})}})));
    QCOMPARE(world.column(u"t"_s, u"v"_s),
             (QStringList{u"1.1000"_s, u"2.2500"_s, u"0.0001"_s, u"12345678901234567890123456789.1200"_s}));
}

void TstTables::appendedRowsStayInOrderOfArrival()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({3, 1})}})));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({2, 3})}})));
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"3"_s, u"1"_s, u"2"_s, u"3"_s}));
    const auto newest = world.snapshot()->rows(TableName{pipeline(1), u"t"_s}, {}, 1, 2);
    QVERIFY_RESULT(newest);
    QCOMPARE(newest->fields[0].column->ints, (std::vector<std::int64_t>{2, 1}));
}

void TstTables::upsertChangesTheRowWithTheKeyAndKeepsItsPlace()
{
    PointsWorld world;
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, texts({"a", "b"})}, {u"v"_s, ints({1, 2})}}), {u"id"_s}));
    const auto counts =
        world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, texts({"a", "c"})}, {u"v"_s, ints({10, 3})}}), {u"id"_s});
    QVERIFY_RESULT(counts);
    QCOMPARE(counts->tableRows, 2);
    QCOMPARE(world.column(u"t"_s, u"id"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"10"_s, u"2"_s, u"3"_s}));
    QCOMPARE(info(world).rows, 3);
    QCOMPARE(info(world).key, QStringList{u"id"_s});
}

void TstTables::upsertLeavesColumnsItDoesNotBring()
{
    PointsWorld world;
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints({1})}, {u"name"_s, texts({"Ada"})}}), {u"id"_s}));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints({1})}, {u"age"_s, ints({36})}}), {u"id"_s}));
    QCOMPARE(world.column(u"t"_s, u"name"_s), QStringList{u"Ada"_s});
    QCOMPARE(world.column(u"t"_s, u"age"_s), QStringList{u"36"_s});
}

void TstTables::upsertOfTheSameRowsChangesNothing()
{
    PointsWorld world;
    const Batch rows =
        batch({{u"id"_s, ints({1, 2})}, {u"v"_s, doubles({0.5, std::nan("")})}, {u"s"_s, texts({"x", std::nullopt})}});
    std::atomic<int> signalled = 0; // told on the writer thread, after the commit has returned
    connect(
        world.db.get(), &PointsDb::changed, world.db.get(), [&] { ++signalled; }, Qt::DirectConnection);
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert, rows, {u"id"_s}));
    QTRY_COMPARE(signalled.load(), 1);
    const qint64 revision = info(world).revision;
    const auto counts = world.write(u"t"_s, Mode::Upsert, rows, {u"id"_s});
    QVERIFY_RESULT(counts);
    QCOMPARE(counts->tableRows, 0);
    QCOMPARE(info(world).revision, revision);
    world.reopen();
    QCOMPARE(signalled.load(), 1);
}

void TstTables::theLastRowOfAKeyWinsWithinABatch()
{
    PointsWorld world;
    for (const Mode mode : {Mode::Upsert, Mode::Replace}) {
        QVERIFY_RESULT(
            world.write(u"t"_s, mode, batch({{u"id"_s, ints({1, 2, 1})}, {u"v"_s, ints({1, 2, 3})}}), {u"id"_s}));
        QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"3"_s, u"2"_s}));
    }
}

void TstTables::decimalKeysMeetWhateverTheirPlaces()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert,
                               batch({{u"id"_s, decimals({"1.5", "1.12345"})}, {u"v"_s, ints({1, 2})}}), {u"id"_s}));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert,
                               batch({{u"id"_s, decimals({"1.500000", "1.1234500"})}, {u"v"_s, ints({3, 4})}}),
                               {u"id"_s}));
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"3"_s, u"4"_s}));
}

void TstTables::aRowWithoutItsKeyIsRefused()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints({7})}, {u"v"_s, ints({7})}}), {u"id"_s}));
    const auto null = world.write(u"t"_s, Mode::Upsert,
                                  batch({{u"id"_s, ints({1, std::nullopt})}, {u"v"_s, ints({1, 2})}}), {u"id"_s});
    QCOMPARE(codeOf(null), u"table.key_missing"_s);
    QCOMPARE(null.error().arg("column"_L1), u"id"_s);
    QCOMPARE(codeOf(world.write(u"t"_s, Mode::Upsert, batch({{u"v"_s, ints({1})}}), {u"id"_s})),
             u"table.key_missing"_s);
    QCOMPARE(world.column(u"t"_s, u"id"_s), QStringList{u"7"_s}); // nothing of the refused ones
}

void TstTables::replaceLeavesOnlyTheNewRows()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Replace, batch({{u"v"_s, ints({1, 2, 3})}})));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Replace, batch({{u"v"_s, ints({4})}})));
    QCOMPARE(world.column(u"t"_s, u"v"_s), QStringList{u"4"_s});
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Replace, batch({{u"v"_s, ints({})}})));
    QCOMPARE(info(world).rows, 0);
    QCOMPARE(info(world).bytes, 0);
}

void TstTables::newColumnsAreNullInOldRows()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"a"_s, ints({1})}})));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"b"_s, texts({"x"})}})));
    QCOMPARE(world.column(u"t"_s, u"a"_s), (QStringList{u"1"_s, u"∅"_s}));
    QCOMPARE(world.column(u"t"_s, u"b"_s), (QStringList{u"∅"_s, u"x"_s}));
}

void TstTables::wholeNumbersWidenAndTextIsRefused()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"d"_s, Mode::Append, batch({{u"v"_s, ints({1})}})));
    QVERIFY_RESULT(world.write(u"d"_s, Mode::Append, batch({{u"v"_s, doubles({1.5})}})));
    QVERIFY_RESULT(world.write(u"d"_s, Mode::Append, batch({{u"v"_s, ints({2})}})));
    QCOMPARE(world.column(u"d"_s, u"v"_s), (QStringList{u"1"_s, u"1.5"_s, u"2"_s}));
    QVERIFY_RESULT(world.write(u"m"_s, Mode::Append, batch({{u"v"_s, ints({1})}})));
    QVERIFY_RESULT(world.write(u"m"_s, Mode::Append, batch({{u"v"_s, decimals({"1.50"})}})));
    QCOMPARE(world.column(u"m"_s, u"v"_s), (QStringList{u"1.0"_s, u"1.5"_s}));
    const auto refused = world.write(u"d"_s, Mode::Append, batch({{u"v"_s, texts({"many"})}}));
    QCOMPARE(codeOf(refused), u"table.column_type"_s);
    QCOMPARE(refused.error().arg("expected"_L1), u"double"_s);
    QCOMPARE(refused.error().arg("found"_L1), u"text"_s);
    QCOMPARE(info(world, u"d"_s).rows, 3);
}

void TstTables::anEmptyColumnTakesItsTypeFromTheFirstValue()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, texts({std::nullopt})}})));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, decimals({"1.25"})}})));
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Append, batch({{u"v"_s, texts({std::nullopt})}}))); // says nothing about the type
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"∅"_s, u"1.25"_s, u"∅"_s}));
    QCOMPARE(info(world).columns.front().second, ColumnType::Decimal);
}

void TstTables::aChangedKeyKeepsTheNewestRows()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append,
                               batch({{u"a"_s, ints({1, 1, 2, std::nullopt})}, {u"b"_s, ints({1, 2, 3, 4})}})));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert, batch({{u"a"_s, ints({2})}, {u"b"_s, ints({30})}}), {u"a"_s}));
    QCOMPARE(world.column(u"t"_s, u"b"_s), (QStringList{u"2"_s, u"30"_s}));
    QCOMPARE(info(world).rows, 2);
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"a"_s, ints({2})}, {u"b"_s, ints({31})}})));
    QCOMPARE(info(world).rows, 3); // appending again knows no key
}

void TstTables::theOldestRowsLeaveAtTheRowCap()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({1, 2, 3})}}), {}, 4));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({4, 5})}}), {}, 4));
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({6, 7, 8, 9, 10, 11})}}), {}, 4));
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"8"_s, u"9"_s, u"10"_s, u"11"_s}));
    QCOMPARE(info(world).rows, 4);
}

void TstTables::theOldestRowsLeaveAtTheByteCap()
{
    PointsWorld world;
    for (int i = 0; i < 50; ++i)
        QVERIFY_RESULT(
            world.write(u"t"_s, Mode::Append, batch({{u"v"_s, texts({std::string(1'000, 'x')})}}), {}, 0, 10'500));
    QVERIFY(info(world).bytes <= 10'500);
    QCOMPARE(info(world).rows, 10);
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Append, batch({{u"v"_s, texts({std::string(50'000, 'x')})}}), {}, 0, 10'500));
    QCOMPARE(info(world).rows, 0); // larger than the table may be
    QCOMPARE(info(world).bytes, 0);
}

void TstTables::bytesAreThoseOfTheRowsThatAreThere()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(
        u"t"_s, Mode::Upsert,
        batch({{u"id"_s, ints({1, 2})}, {u"s"_s, texts({"12345", "1"})}, {u"x"_s, texts({"abc", "d"})}}), {u"id"_s}));
    const qint64 both = info(world).bytes;
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints({2})}, {u"s"_s, texts({"1234567"})}}), {u"id"_s}));
    QCOMPARE(info(world).bytes, both + 6);
}

void TstTables::rowNumbersAreNeverUsedAgain()
{
    PointsWorld world;
    RunCommit commit;
    commit.pipeline = pipeline(1);
    for (int i = 0; i < 3; ++i)
        commit.rejected.push_back(RejectedRow{u"filter"_s, "record.rejected", u"price is text"_s, "{\"i\":1}",
                                              i == 0 ? QByteArray() : QByteArray("[1]")});
    QVERIFY_RESULT(world.db->commit(commit));
    const TableName name{pipeline(1), u"rejected"_s};
    const auto ids = world.snapshot()->rowIds(name, {}, 0, 10);
    QVERIFY_RESULT(ids);
    QCOMPARE(*ids, (std::vector<qint64>{3, 2, 1}));
    QCOMPARE(*world.db->eraseRejected(pipeline(1), {3, 2, 99}), 2);
    QVERIFY_RESULT(world.db->commit(commit));
    QCOMPARE(*world.snapshot()->rowIds(name, {}, 0, 10), (std::vector<qint64>{6, 5, 4, 1}));
    QCOMPARE(world.column(u"rejected"_s, u"origin"_s).first(), u"∅"_s);
    QCOMPARE(world.column(u"rejected"_s, u"reason"_s).first(), u"price is text"_s);
    QCOMPARE(*world.db->eraseRejected(pipeline(9), {1}), 0);
}

void TstTables::pagesMatchASortedCopy_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<qint64>("inMemory");
    for (const char *name : {"i", "d", "s", "m", "b", ""}) {
        QTest::addRow("%s in memory", *name == '\0' ? "arrival" : name) << QString::fromLatin1(name) << qint64{20'000};
        QTest::addRow("%s by SQL", *name == '\0' ? "arrival" : name) << QString::fromLatin1(name) << qint64{0};
    }
}

void TstTables::pagesMatchASortedCopy()
{
    QFETCH(QString, column);
    QFETCH(qint64, inMemory);
    PointsDb::Options options;
    options.rowsSortedInMemory = inMemory;
    PointsWorld world(options);
    QRandomGenerator random(42);
    std::vector<std::optional<qint64>> i;
    std::vector<double> d;
    std::vector<std::optional<std::string>> s;
    std::vector<std::string> m;
    const auto b = std::make_shared<Column>(ColumnType::Bool);
    constexpr int kRows = 1'000;
    for (int row = 0; row < kRows; ++row) {
        const qint64 value = static_cast<qint64>(random.bounded(200)) - 100;
        i.push_back(value * 1'000'000'007);
        d.push_back(static_cast<double>(value) / 7);
        s.push_back(
            std::string(static_cast<std::size_t>(random.bounded(4)), static_cast<char>('a' + random.bounded(26))));
        m.push_back(decimalText(Decimal{value, row % 3}));
        b->appendBool(value > 0);
    }
    const Batch rows =
        batch({{u"i"_s, ints(i)}, {u"d"_s, doubles(d)}, {u"s"_s, texts(s)}, {u"m"_s, decimals(m)}, {u"b"_s, b}});
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, rows));

    std::vector<std::uint32_t> expected(kRows);
    for (std::uint32_t row = 0; row < kRows; ++row)
        expected[row] = row;
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t x, std::uint32_t y) {
        if (column == u"i")
            return *i[x] < *i[y];
        if (column == u"d")
            return d[x] < d[y];
        if (column == u"s")
            return *s[x] < *s[y];
        if (column == u"m")
            return rows.column(u"m")->decimals[x] < rows.column(u"m")->decimals[y];
        return column == u"b" && b->bools[x] < b->bools[y];
    });
    const auto snapshot = world.snapshot();
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        for (const qint64 offset : {0, 1, 499, 990, 1'000, 5'000}) {
            const auto page = snapshot->rowIds(TableName{pipeline(1), u"t"_s}, {column, order}, offset, 20);
            QVERIFY_RESULT(page);
            std::vector<qint64> wanted;
            for (qint64 at = offset; at < std::min<qint64>(kRows, offset + 20); ++at)
                wanted.push_back(expected[static_cast<std::size_t>(order == Qt::AscendingOrder ? at : kRows - 1 - at)] +
                                 1);
            QCOMPARE(*page, wanted);
        }
    }
}

void TstTables::sortingPutsRowsWithoutValueLast_data()
{
    QTest::addColumn<qint64>("inMemory");
    QTest::newRow("in memory") << qint64{20'000};
    QTest::newRow("by SQL") << qint64{0};
}

void TstTables::sortingPutsRowsWithoutValueLast()
{
    QFETCH(qint64, inMemory);
    PointsDb::Options options;
    options.rowsSortedInMemory = inMemory;
    PointsWorld world(options);
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({std::nullopt, 5, std::nullopt, 3})}})));
    const TableName name{pipeline(1), u"t"_s};
    QCOMPARE(*world.snapshot()->rowIds(name, {u"v"_s, Qt::AscendingOrder}, 0, 9), (std::vector<qint64>{4, 2, 1, 3}));
    QCOMPARE(*world.snapshot()->rowIds(name, {u"v"_s, Qt::DescendingOrder}, 0, 9), (std::vector<qint64>{2, 4, 1, 3}));
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({4})}}))); // a kept order is not used for newer rows
    QCOMPARE(*world.snapshot()->rowIds(name, {u"v"_s, Qt::AscendingOrder}, 0, 9), (std::vector<qint64>{4, 5, 2, 1, 3}));
    for (qint64 offset = 0; offset < 6; ++offset) {
        const std::vector<qint64> whole{4, 5, 2, 1, 3};
        const auto from = whole.begin() + std::min<qint64>(5, offset);
        const std::vector<qint64> wanted(from, std::min(from + 2, whole.end()));
        QCOMPARE(*world.snapshot()->rowIds(name, {u"v"_s, Qt::AscendingOrder}, offset, 2), wanted);
    }
}

void TstTables::aLargeTableIsSortedByAnIndexOnceAsked()
{
    PointsDb::Options options;
    options.rowsSortedInMemory = 100;
    PointsWorld world(options);
    const TableName name{pipeline(1), u"t"_s};
    QRandomGenerator random(3);
    const auto write = [&] {
        std::vector<std::optional<qint64>> a, b;
        std::vector<std::optional<std::string>> c;
        for (int row = 0; row < 300; ++row) {
            a.emplace_back(random.bounded(1'000));
            b.emplace_back(row);
            c.emplace_back("t" + std::to_string(random.bounded(1'000)));
        }
        QVERIFY_RESULT(world.write(
            u"t"_s, Mode::Append,
            batch({{u"a"_s, ints(a)}, {u"b"_s, ints(b)}, {u"c"_s, texts(c)}, {u"d"_s, ints(b)}, {u"e"_s, ints(a)}})));
    };
    const auto indexes = [&] {
        const auto reader = openReadOnly(world.folder.filePath(u"points.db"_s));
        auto select = (*reader)->prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'o1%'");
        QStringList names;
        while (*select->step())
            names << select->string(0);
        return names;
    };
    const auto first = [&](const QString &column) {
        const auto page = world.snapshot()->rows(name, {column, Qt::DescendingOrder}, 0, 50);
        std::vector<qint64> values;
        for (std::size_t row = 0; row < page->rows; ++row)
            values.push_back(page->column(column)->ints[row]);
        return values;
    };
    write();
    QVERIFY(indexes().isEmpty());
    const auto before = first(u"a"_s);
    QVERIFY(std::is_sorted(before.rbegin(), before.rend()));
    QTRY_COMPARE(indexes(), QStringList{u"o1_0"_s});
    QCOMPARE(first(u"a"_s), before);
    write(); // rows that come later are in it
    const auto after = first(u"a"_s);
    QVERIFY(std::is_sorted(after.rbegin(), after.rend()) && after != before);
    // The oldest leaves when there are too many.
    (void)first(u"b"_s);
    QTRY_COMPARE(indexes().size(), 2);
    QVERIFY_RESULT(world.snapshot()->rows(name, {u"c"_s, Qt::AscendingOrder}, 0, 5));
    QTRY_COMPARE(indexes().size(), 3);
    (void)first(u"d"_s);
    QTRY_COMPARE(indexes(), (QStringList{u"o1_1"_s, u"o1_2"_s, u"o1_3"_s}));
    QVERIFY_RESULT(world.db->eraseTable(name));
    QVERIFY(indexes().isEmpty());
}

void TstTables::decimalsTooWideForAnIntegerSortByValue()
{
    PointsDb::Options options;
    options.rowsSortedInMemory = 0;
    PointsWorld world(options);
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Append,
                    batch({{u"m"_s, decimals({"-99999999999999999999", "1.5", "99999999999999999999", "-2", "0"})}})));
    QCOMPARE(*world.snapshot()->rowIds(TableName{pipeline(1), u"t"_s}, {u"m"_s, Qt::AscendingOrder}, 0, 9),
             (std::vector<qint64>{1, 4, 5, 2, 3}));
}

void TstTables::unknownTablesAndColumnsAreSaid()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({1})}})));
    const auto snapshot = world.snapshot();
    QCOMPARE(codeOf(snapshot->table(TableName{pipeline(1), u"no"_s})), u"table.unknown"_s);
    QCOMPARE(codeOf(snapshot->rows(TableName{pipeline(2), u"t"_s}, {}, 0, 1)), u"table.unknown"_s);
    QCOMPARE(codeOf(snapshot->rows(TableName{pipeline(1), u"t"_s}, {u"w"_s, Qt::AscendingOrder}, 0, 1)),
             u"not_found"_s);
    QCOMPARE(snapshot->tables()->size(), std::size_t{1});
}

void TstTables::tablesSurviveReopening()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints({1})}, {u"v"_s, texts({"a"})}}), {u"id"_s}));
    world.reopen();
    QVERIFY_RESULT(
        world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints({1, 2})}, {u"v"_s, texts({"b", "c"})}}), {u"id"_s}));
    QCOMPARE(world.column(u"t"_s, u"v"_s), (QStringList{u"b"_s, u"c"_s}));
}

void TstTables::tooManyColumnsAreRefused()
{
    PointsWorld world;
    Batch rows;
    rows.rows = 1;
    for (int i = 0; i < 1'001; ++i)
        rows.set(u"c%1"_s.arg(i), ints({i}));
    QCOMPARE(codeOf(world.write(u"t"_s, Mode::Append, rows)), u"format.too_many_columns"_s);
    QCOMPARE(codeOf(world.snapshot()->table(TableName{pipeline(1), u"t"_s})), u"table.unknown"_s);
    rows.fields.pop_back();
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, rows));
}

void TstTables::randomWritesMatchAMap()
{
    PointsWorld world;
    QRandomGenerator random(3);
    std::map<qint64, std::pair<qint64, std::string>> oracle; // id → place, value
    qint64 place = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<std::optional<qint64>> ids;
        std::vector<std::optional<std::string>> values;
        const auto before = oracle;
        for (int i = 0; i < 20; ++i) {
            const qint64 id = random.bounded(100);
            const std::string value = std::to_string(random.bounded(1'000));
            ids.emplace_back(id);
            values.emplace_back(value);
            const auto [it, isNew] = oracle.try_emplace(id, place, value);
            place += isNew ? 1 : 0;
            it->second.second = value;
        }
        const bool bad = round % 7 == 3;
        if (bad) {
            ids.emplace_back(std::nullopt);
            values.emplace_back("x");
        }
        const auto written =
            world.write(u"t"_s, Mode::Upsert, batch({{u"id"_s, ints(ids)}, {u"v"_s, texts(values)}}), {u"id"_s}, 40);
        QCOMPARE(written.has_value(), !bad);
        if (bad) { // nothing of a refused write stays
            oracle = before;
            continue;
        }
        while (oracle.size() > 40)
            oracle.erase(std::min_element(oracle.begin(), oracle.end(), [](const auto &x, const auto &y) {
                return x.second.first < y.second.first;
            }));
        std::map<qint64, QString> found;
        const QStringList keys = world.column(u"t"_s, u"id"_s);
        const QStringList cells = world.column(u"t"_s, u"v"_s);
        for (qsizetype i = 0; i < keys.size(); ++i)
            found[keys[i].toLongLong()] = cells[i];
        std::map<qint64, QString> wanted;
        for (const auto &[id, entry] : oracle)
            wanted[id] = QString::fromStdString(entry.second);
        QCOMPARE(found, wanted);
    }
}

void TstTables::erasedTablesAreGone()
{
    PointsWorld world;
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, ints({1})}})));
    QVERIFY_RESULT(world.db->eraseTable(TableName{pipeline(1), u"t"_s}));
    QVERIFY_RESULT(world.db->eraseTable(TableName{pipeline(1), u"t"_s}));
    QVERIFY(world.snapshot()->tables()->empty());
    QVERIFY_RESULT(world.write(u"t"_s, Mode::Append, batch({{u"v"_s, texts({"new type"})}})));
    QCOMPARE(world.column(u"t"_s, u"v"_s), QStringList{u"new type"_s});
}

DASH_TEST(TstTables)
#include "tst_tables.moc"
