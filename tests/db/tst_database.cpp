#include "core/db/database.h"

#include "tests/support/kit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace dash;
using namespace Qt::StringLiterals;

class TstDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewFileIsSetUpForDurabilityAndGivingSpaceBack();
    void pageSizeIsChosenWhenTheFileIsMade();
    void valuesComeBackBitForBit();
    void emptyTextAndBlobAreNotNull();
    void preparingTheSameTextTwiceAtOnceWorks();
    void aStatementMayOutliveItsDatabase();
    void anUncommittedTransactionLeavesNothing();
    void transactionsDoNotNest();
    void twoWritersWaitForEachOther();
    void aBadStatementIsAnErrorAndNotTheEnd();
    void bindingAnUnknownParameterFails();
    void aConstraintHasItsOwnCode();
    void partsOfABlobAreReadAlone();
    void interruptStopsALongStatement();
    void readOnlyNeverWrites();
    void readOnlyDoesNotCreate();
    void aReaderKeepsItsViewWhileOthersWrite();
    void aFolderThatIsMissingCannotBeOpened();
    void garbageIsRefusedAndLeftAsItWas_data();
    void garbageIsRefusedAndLeftAsItWas();
    void flippedBytesAreFoundOrHarmless();
    void aFullFileSaysSoAndWorksAgainAfterwards();
    void spaceComesBackToTheFileSystem();
    void checkpointEmptiesTheLog();
    void copyIsACompleteDatabase();

private:
    QString file(const QString &name = u"test.db"_s) const { return m_folder->filePath(name); }
    std::unique_ptr<Database> open(const DatabaseOptions &options = {})
    {
        auto db = Database::open(file(), options);
        return db ? std::move(*db) : nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

template <class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

// A file with an index, text and blobs over several hundred pages.
void fill(Database &db, int rows)
{
    QVERIFY(db.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c BLOB); CREATE INDEX t_b ON t(b)"));
    auto transaction = Transaction::begin(db);
    QVERIFY(transaction);
    auto insert = db.prepare("INSERT INTO t(b, c) VALUES(?, ?)");
    QVERIFY(insert);
    for (int i = 0; i < rows; ++i) {
        insert->bind(1, u"row %1"_s.arg(i)).bindBlob(2, QByteArray(200 + i % 700, static_cast<char>(i)));
        QVERIFY(insert->run());
    }
    QVERIFY(transaction->commit());
}

} // namespace

void TstDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstDatabase::aNewFileIsSetUpForDurabilityAndGivingSpaceBack()
{
    {
        auto db = open();
        QVERIFY(db);
        QCOMPARE(*db->executeForInt("PRAGMA synchronous"), 2);
        QCOMPARE(*db->executeForInt("PRAGMA foreign_keys"), 1);
        QCOMPARE(*db->executeForInt("PRAGMA busy_timeout"), 5'000);
        QVERIFY(*db->executeForInt("PRAGMA journal_size_limit") > 0);
        QVERIFY(db->execute("CREATE TABLE t(a)"));
        QVERIFY(QFile::exists(file() + u"-wal"_s));
    }
    auto db = open(); // what lies in the file, not in the connection
    QVERIFY(db);
    QCOMPARE(*db->executeForInt("PRAGMA auto_vacuum"), 2);
    auto mode = db->prepare("PRAGMA journal_mode");
    QVERIFY(mode);
    QVERIFY(*mode->step());
    QCOMPARE(mode->string(0), u"wal"_s);
}

void TstDatabase::pageSizeIsChosenWhenTheFileIsMade()
{
    DatabaseOptions options;
    options.pageBytes = 8192;
    {
        auto db = open(options);
        QVERIFY(db);
        QVERIFY(db->execute("CREATE TABLE t(a)"));
    }
    options.pageBytes = 1024;
    auto db = open(options);
    QVERIFY(db);
    QCOMPARE(*db->executeForInt("PRAGMA page_size"), 8192);
}

void TstDatabase::valuesComeBackBitForBit()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE t(i, r, s, b, n)"));
    const QString text = u"Grüße 🌍 \"'"_s;
    const QByteArray blob("\0\x01\xff zero", 8);
    auto insert = db->prepare("INSERT INTO t VALUES(?, ?, ?, ?, ?)");
    QVERIFY(insert);
    for (const qint64 i : {std::numeric_limits<qint64>::min(), qint64{-1}, qint64{0}, (qint64{1} << 53) + 1,
                           std::numeric_limits<qint64>::max()}) {
        for (const double r :
             {0.1, -0.0, std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::infinity()}) {
            QVERIFY(db->execute("DELETE FROM t"));
            insert->bind(1, i).bind(2, r).bind(3, text).bindBlob(4, blob).bindNull(5);
            QVERIFY(insert->run());
            auto select = db->prepare("SELECT * FROM t");
            QVERIFY(select);
            QVERIFY(*select->step());
            QCOMPARE(select->integer(0), i);
            QVERIFY(select->real(1) == r && std::signbit(select->real(1)) == std::signbit(r));
            QCOMPARE(select->string(2), text);
            QCOMPARE(select->bytes(3), blob);
            QVERIFY(select->isNull(4));
            QVERIFY(!*select->step());
        }
    }
}

void TstDatabase::emptyTextAndBlobAreNotNull()
{
    auto db = open();
    QVERIFY(db);
    auto select = db->prepare("SELECT ?, ?, ?, ?");
    QVERIFY(select);
    select->bind(1, std::string_view())
        .bind(2, QString())
        .bindBlob(3, QByteArray())
        .bindBlob(4, std::span<const unsigned char>());
    QVERIFY(*select->step());
    for (int column = 0; column < 4; ++column)
        QVERIFY(!select->isNull(column));
}

void TstDatabase::preparingTheSameTextTwiceAtOnceWorks()
{
    auto db = open();
    QVERIFY(db);
    const char *sql = "WITH n(i) AS (VALUES(1),(2),(3)) SELECT i FROM n WHERE i > ?";
    auto outer = db->prepare(sql);
    QVERIFY(outer);
    outer->bind(1, qint64{0});
    int pairs = 0;
    while (*outer->step()) {
        auto inner = db->prepare(sql);
        QVERIFY(inner);
        inner->bind(1, outer->integer(0));
        while (*inner->step())
            ++pairs;
    }
    QCOMPARE(pairs, 3);
    auto again = db->prepare(sql); // a kept statement forgets its old values
    QVERIFY(again);
    QVERIFY(!*again->step());
}

void TstDatabase::aStatementMayOutliveItsDatabase()
{
    auto db = open();
    QVERIFY(db);
    auto select = db->prepare("SELECT 7");
    QVERIFY(select);
    db.reset();
    QVERIFY(*select->step());
    QCOMPARE(select->integer(0), 7);
}

void TstDatabase::anUncommittedTransactionLeavesNothing()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE t(a)"));
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        QVERIFY(db->inTransaction());
        QVERIFY(db->execute("INSERT INTO t VALUES(1)"));
    }
    QVERIFY(!db->inTransaction());
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM t"), 0);
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        QVERIFY(db->execute("INSERT INTO t VALUES(1)"));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM t"), 1);
}

void TstDatabase::transactionsDoNotNest()
{
    auto db = open();
    QVERIFY(db);
    auto outer = Transaction::begin(*db);
    QVERIFY(outer);
    QVERIFY(!Transaction::begin(*db));
    QVERIFY(db->inTransaction());
}

void TstDatabase::twoWritersWaitForEachOther()
{
    DatabaseOptions impatient;
    impatient.busyTimeout = Millis{20};
    auto first = open();
    auto second = open(impatient);
    QVERIFY(first && second);
    auto transaction = Transaction::begin(*first);
    QVERIFY(transaction);
    const auto refused = Transaction::begin(*second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(refused.error().arg("file"_L1), file());
    QVERIFY(transaction->commit());
    QVERIFY(Transaction::begin(*second));
}

void TstDatabase::aBadStatementIsAnErrorAndNotTheEnd()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(!db->prepare("SELEKT 1"));
    QVERIFY(!db->execute("CREATE TABLE t(a); SELEKT 1"));
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM t"), 0); // what stood before it was done
    QVERIFY(db->execute("  -- only a comment\n ; ; "));
}

void TstDatabase::bindingAnUnknownParameterFails()
{
    auto db = open();
    QVERIFY(db);
    auto select = db->prepare("SELECT ?");
    QVERIFY(select);
    select->bind(2, qint64{1});
    QVERIFY(!select->step());
    select->reset();
    select->bind(1, qint64{1});
    QVERIFY(*select->step());
}

void TstDatabase::aConstraintHasItsOwnCode()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE p(a INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(a))"));
    QCOMPARE(codeOf(db->execute("INSERT INTO c VALUES(5)")), ErrorCode::DatabaseConstraint);
}

void TstDatabase::partsOfABlobAreReadAlone()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE b(id INTEGER PRIMARY KEY, data BLOB);"
                        "INSERT INTO b VALUES(1, zeroblob(20000) || x'0102030405'), (2, x'0708'), (3, NULL)"));
    QVERIFY(db->execute("BEGIN"));
    {
        const auto reader = db->blobReader("b", "data");
        std::array<unsigned char, 4> bytes{};
        QVERIFY(!reader->read(0, bytes)); // no row chosen
        QCOMPARE(reader->select(1).value_or(-1), 20'005);
        QVERIFY_RESULT(reader->read(20'001, bytes));
        QCOMPARE(bytes, (std::array<unsigned char, 4>{2, 3, 4, 5}));
        QCOMPARE(codeOf(reader->read(20'002, bytes)), ErrorCode::DatabaseCorrupt);
        QCOMPARE(codeOf(reader->read(-1, bytes)), ErrorCode::DatabaseCorrupt);
        QCOMPARE(reader->select(2).value_or(-1), 2);
        QVERIFY(!reader->read(0, bytes));
        QCOMPARE(codeOf(reader->select(9)), ErrorCode::NotFound);
        QCOMPARE(codeOf(reader->select(3)), ErrorCode::NotFound); // no blob
        QCOMPARE(reader->select(2).value_or(-1), 2);              // goes on after a failure
        QVERIFY_RESULT(reader->read(0, std::span(bytes).first(2)));
        QCOMPARE(bytes[1], 8);
    }
    QVERIFY(db->execute("COMMIT"));
}

void TstDatabase::interruptStopsALongStatement()
{
    auto db = open();
    QVERIFY(db);
    auto endless = db->prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
    QVERIFY(endless);
    QVERIFY(*endless->step());
    db->interrupt();
    const auto stopped = endless->step();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(*db->executeForInt("SELECT 3"), 3);
}

void TstDatabase::readOnlyNeverWrites()
{
    auto writer = open();
    QVERIFY(writer);
    fill(*writer, 10);
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    auto reader = open(options);
    QVERIFY(reader);
    QCOMPARE(*reader->executeForInt("SELECT count(*) FROM t"), 10);
    QCOMPARE(codeOf(reader->execute("INSERT INTO t(b) VALUES('x')")), ErrorCode::DatabaseReadOnly);
    QCOMPARE(codeOf(reader->execute("PRAGMA query_only=OFF; DELETE FROM t")), ErrorCode::DatabaseReadOnly);
    QCOMPARE(*writer->executeForInt("SELECT count(*) FROM t"), 10);
}

void TstDatabase::readOnlyDoesNotCreate()
{
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    const auto db = Database::open(file(), options);
    QVERIFY(!db);
    QCOMPARE(db.error().code, ErrorCode::DatabaseOpen);
    QVERIFY(!QFile::exists(file()));
}

void TstDatabase::aReaderKeepsItsViewWhileOthersWrite()
{
    auto writer = open();
    QVERIFY(writer);
    fill(*writer, 10);
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    auto reader = open(options);
    QVERIFY(reader);
    QVERIFY(reader->execute("BEGIN"));
    QCOMPARE(*reader->executeForInt("SELECT count(*) FROM t"), 10);
    QVERIFY(writer->execute("DELETE FROM t WHERE a > 5"));
    QCOMPARE(*reader->executeForInt("SELECT count(*) FROM t"), 10);
    QVERIFY(reader->execute("COMMIT"));
    QCOMPARE(*reader->executeForInt("SELECT count(*) FROM t"), 5);
}

void TstDatabase::aFolderThatIsMissingCannotBeOpened()
{
    const auto db = Database::open(file(u"no/such/folder/x.db"_s));
    QVERIFY(!db);
    QCOMPARE(db.error().code, ErrorCode::DatabaseOpen);
    QVERIFY(errorSentence(db.error()).contains(u"no/such/folder"_s));
    QVERIFY(!Database::open(QString()));
    QVERIFY(!Database::open(u"a"_s + QChar(0) + u"b"_s));
    QVERIFY(!Database::open(m_folder->path())); // a folder in place of a file
}

void TstDatabase::garbageIsRefusedAndLeftAsItWas_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("text") << QByteArray("This is not a database.\n").repeated(400);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\xee');
}

void TstDatabase::garbageIsRefusedAndLeftAsItWas()
{
    QFETCH(QByteArray, bytes);
    write(file(), bytes);
    for (const auto mode : {DatabaseOptions::Mode::ReadWrite, DatabaseOptions::Mode::ReadOnly}) {
        DatabaseOptions options;
        options.mode = mode;
        const auto db = Database::open(file(), options);
        QVERIFY(!db);
        QCOMPARE(db.error().code, ErrorCode::DatabaseCorrupt);
        QCOMPARE(contents(file()), bytes);
    }
}

void TstDatabase::flippedBytesAreFoundOrHarmless()
{
    {
        auto db = open();
        QVERIFY(db);
        fill(*db, 300);
    }
    const QByteArray sound = contents(file());
    QRandomGenerator random(7);
    int refused = 0;
    for (int seed = 0; seed < 300; ++seed) {
        QByteArray bytes = sound;
        const int flips = 1 + seed % 8;
        for (int i = 0; i < flips; ++i) {
            const qsizetype at = seed < 100 ? random.bounded(100) : random.bounded(static_cast<int>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        }
        const QString path = file(u"flip.db"_s);
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1StringView(suffix));
        write(path, bytes);
        auto db = Database::open(path);
        if (!db) {
            ++refused;
            QVERIFY(db.error().code != ErrorCode::Internal || seed < 100);
            QCOMPARE(contents(path), bytes);
            continue;
        }
        // Whatever it answers, it must be an answer.
        auto select = (*db)->prepare("SELECT b, c FROM t ORDER BY b");
        while (select) {
            const auto row = select->step();
            if (!row || !*row)
                break;
            (void)select->string(0);
            (void)select->bytes(1);
        }
    }
    QVERIFY(refused > 10);
}

void TstDatabase::aFullFileSaysSoAndWorksAgainAfterwards()
{
    DatabaseOptions options;
    options.maxPages = 40;
    auto db = open(options);
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE t(a BLOB)"));
    int kept = 0;
    Result<> last;
    while (last) {
        last = db->execute("INSERT INTO t VALUES(randomblob(8000))");
        kept += last ? 1 : 0;
        QVERIFY(kept < 100);
    }
    QCOMPARE(last.error().code, ErrorCode::DatabaseFull);
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM t"), kept);
    QVERIFY(db->execute("DELETE FROM t WHERE rowid <= 3"));
    QVERIFY(db->execute("INSERT INTO t VALUES(randomblob(8000))"));
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM t"), kept - 2);
}

void TstDatabase::spaceComesBackToTheFileSystem()
{
    auto db = open();
    QVERIFY(db);
    fill(*db, 2'000);
    QVERIFY(*db->checkpoint(Database::Checkpoint::Truncate));
    const qint64 before = QFileInfo(file()).size();
    QVERIFY(db->execute("DELETE FROM t WHERE a > 100"));
    QVERIFY(db->reclaim(1'000'000));
    QVERIFY(*db->checkpoint(Database::Checkpoint::Truncate));
    QVERIFY(QFileInfo(file()).size() < before / 4);
    QCOMPARE(*db->executeForInt("PRAGMA freelist_count"), 0);
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM t"), 100);
}

void TstDatabase::checkpointEmptiesTheLog()
{
    DatabaseOptions options;
    options.checkpointPages = 0;
    auto db = open(options);
    QVERIFY(db);
    fill(*db, 3'000);
    QVERIFY(QFileInfo(file() + u"-wal"_s).size() > 1'000'000);
    QVERIFY(*db->checkpoint(Database::Checkpoint::Truncate));
    QCOMPARE(QFileInfo(file() + u"-wal"_s).size(), 0);

    DatabaseOptions readOnly;
    readOnly.mode = DatabaseOptions::Mode::ReadOnly;
    auto reader = open(readOnly);
    QVERIFY(reader);
    QVERIFY(reader->execute("BEGIN"));
    QCOMPARE(*reader->executeForInt("SELECT count(*) FROM t"), 3'000);
    QVERIFY(db->execute("DELETE FROM t WHERE a > 5"));
    QVERIFY(!*db->checkpoint(Database::Checkpoint::Passive)); // the reader still needs the old pages
    reader.reset();
    QVERIFY(*db->checkpoint(Database::Checkpoint::Passive));
}

void TstDatabase::copyIsACompleteDatabase()
{
    auto db = open();
    QVERIFY(db);
    fill(*db, 500);
    QVERIFY(db->copyTo(file(u"copy.db"_s)));
    auto copy = Database::open(file(u"copy.db"_s));
    QVERIFY(copy);
    QCOMPARE(*(*copy)->executeForInt("SELECT count(*) FROM t"), 500);
    QCOMPARE(*(*copy)->executeForInt("PRAGMA auto_vacuum"), 2);
    const auto refused = db->copyTo(file(u"no/such/copy.db"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseOpen);
}

DASH_TEST(TstDatabase)
#include "tst_database.moc"
