#include "core/db/database.h"

#include "tests/support/kit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace dash;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFirst{Migration{1, "start", "CREATE TABLE a(x); INSERT INTO a VALUES(1)"}};
constexpr std::array kSecond{kFirst[0],
                             Migration{2, "b beside a", "CREATE TABLE b(y); INSERT INTO b SELECT x + 1 FROM a"},
                             Migration{3, "c beside b", "CREATE TABLE c(z)"}};
constexpr std::array kBroken{kFirst[0],
                             Migration{2, "half of it fails", "CREATE TABLE b(y); INSERT INTO nowhere VALUES(1)"}};

} // namespace

class TstMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewFileGetsEveryVersionWithoutABackup();
    void anExistingFileIsCopiedBeforeItChanges();
    void upToDateFilesAreLeftAlone();
    void aFailingMigrationLeavesTheOldVersion();
    void severalMigrationsAreAllOrNothing();
    void aFullDiskLeavesTheOldVersion();
    void aCopyThatCannotBeMadeLeavesTheFileAlone();
    void filesOfANewerDashAreRefusedUntouched();
    void filesOfOtherProgramsAreRefused();

private:
    std::unique_ptr<Database> open() const
    {
        auto db = Database::open(m_folder->filePath(u"m.db"_s));
        return db ? std::move(*db) : nullptr;
    }
    QStringList backups() const { return QDir(m_folder->path()).entryList({u"*.bak*"_s}); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstMigrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstMigrations::aNewFileGetsEveryVersionWithoutABackup()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(migrate(*db, kSecond));
    QCOMPARE(*db->executeForInt("PRAGMA user_version"), 3);
    QCOMPARE(*db->executeForInt("SELECT y FROM b"), 2);
    QCOMPARE(backups(), QStringList());
}

void TstMigrations::anExistingFileIsCopiedBeforeItChanges()
{
    {
        auto db = open();
        QVERIFY(db && migrate(*db, kFirst));
        QVERIFY(db->execute("INSERT INTO a VALUES(41)"));
    }
    auto db = open();
    QVERIFY(db);
    QVERIFY(migrate(*db, kSecond));
    QCOMPARE(*db->executeForInt("SELECT max(y) FROM b"), 42);
    QCOMPARE(backups(), QStringList{u"m.db.v1.bak"_s});
    auto backup = Database::open(m_folder->filePath(u"m.db.v1.bak"_s));
    QVERIFY(backup);
    QCOMPARE(*(*backup)->executeForInt("PRAGMA user_version"), 1);
    QCOMPARE(*(*backup)->executeForInt("SELECT max(x) FROM a"), 41);
}

void TstMigrations::upToDateFilesAreLeftAlone()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(migrate(*db, kFirst));
    const qint64 before = *db->executeForInt("PRAGMA data_version");
    QVERIFY(migrate(*db, kFirst));
    QCOMPARE(*db->executeForInt("PRAGMA data_version"), before);
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM a"), 1);
    QCOMPARE(backups(), QStringList());
}

void TstMigrations::aFailingMigrationLeavesTheOldVersion()
{
    auto db = open();
    QVERIFY(db && migrate(*db, kFirst));
    QVERIFY(!migrate(*db, kBroken));
    QCOMPARE(*db->executeForInt("PRAGMA user_version"), 1);
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
    QVERIFY(migrate(*db, kSecond)); // the mended one works, over the backup of the first try
    QCOMPARE(*db->executeForInt("PRAGMA user_version"), 3);
    QCOMPARE(backups(), QStringList{u"m.db.v1.bak"_s});
}

void TstMigrations::severalMigrationsAreAllOrNothing()
{
    constexpr std::array later{kFirst[0], kSecond[1], Migration{3, "fails behind one that works", "CREATE TABLE b(y)"}};
    auto db = open();
    QVERIFY(db && migrate(*db, kFirst));
    QVERIFY(!migrate(*db, later));
    QCOMPARE(*db->executeForInt("PRAGMA user_version"), 1);
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM sqlite_schema"), 1); // an older Dash can still open it
    QCOMPARE(*db->executeForInt("SELECT x FROM a"), 1);
}

void TstMigrations::aFullDiskLeavesTheOldVersion()
{
    constexpr std::array large{kFirst[0], Migration{2, "needs room",
                                                    "CREATE TABLE b(y); INSERT INTO b "
                                                    "VALUES(zeroblob(300000)), (zeroblob(300000))"}};
    {
        auto db = open();
        QVERIFY(db && migrate(*db, kFirst));
    }
    DatabaseOptions options;
    options.maxPages = 50;
    auto tight = Database::open(m_folder->filePath(u"m.db"_s), options);
    QVERIFY(tight);
    const auto full = migrate(**tight, large);
    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::DatabaseFull);
    QCOMPARE(*(*tight)->executeForInt("PRAGMA user_version"), 1);
    QCOMPARE(*(*tight)->executeForInt("SELECT x FROM a"), 1);
    tight->reset();
    auto db = open();
    QVERIFY(db && migrate(*db, large)); // with room again
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM b"), 2);
}

void TstMigrations::aCopyThatCannotBeMadeLeavesTheFileAlone()
{
    auto db = open();
    QVERIFY(db && migrate(*db, kFirst));
    QVERIFY(QDir(m_folder->path()).mkpath(u"m.db.v1.bak.part/x"_s)); // in the way of the copy
    QVERIFY(!migrate(*db, kSecond));
    QCOMPARE(*db->executeForInt("PRAGMA user_version"), 1);
    QVERIFY(QDir(m_folder->filePath(u"m.db.v1.bak.part"_s)).removeRecursively());
    QVERIFY(migrate(*db, kSecond));
    QCOMPARE(backups(), QStringList{u"m.db.v1.bak"_s});
}

void TstMigrations::filesOfANewerDashAreRefusedUntouched()
{
    auto db = open();
    QVERIFY(db && migrate(*db, kSecond));
    const auto refused = migrate(*db, kFirst);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseTooNew);
    QCOMPARE(refused.error().arg("found"_L1), u"3"_s);
    QCOMPARE(refused.error().arg("known"_L1), u"1"_s);
    QCOMPARE(refused.error().arg("file"_L1), m_folder->filePath(u"m.db"_s));
    QCOMPARE(*db->executeForInt("PRAGMA user_version"), 3);
}

void TstMigrations::filesOfOtherProgramsAreRefused()
{
    auto db = open();
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE theirs(a)"));
    const auto refused = migrate(*db, kFirst);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseCorrupt);
    QCOMPARE(*db->executeForInt("SELECT count(*) FROM sqlite_schema"), 1);
}

DASH_TEST(TstMigrations)
#include "tst_migrations.moc"
