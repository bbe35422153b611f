#pragma once
// One thin interface over a SQL database: prepare, bind, step, blob, immediate transaction. The SQLite backend is the
// only one so far; nothing above core/db names it. A Database and its statements belong to one thread at a time.

#include "core/base/error.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dash {

class Statement;
class BlobReader;

struct DatabaseOptions {
    enum class Mode { ReadWrite, ReadOnly };
    Mode mode = Mode::ReadWrite;
    Millis busyTimeout{5'000};
    qint64 cacheBytes = 8 * 1024 * 1024;
    qint64 mmapBytes = 0;
    QString vfs;          // a registered VFS by name (tests inject faults through it); empty = the default
    qint64 maxPages = 0;  // > 0: PRAGMA max_page_count (tests of a full disk)
    qint64 pageBytes = 0; // > 0: page size of a new file (a power of two, 512 … 65536); 0: SQLite's own
    qint64 checkpointPages =
        -1; // the log is copied into the file by the commit that passes this; 0: only by checkpoint()
};

class Database {
public:
    // Opens or creates. A writable file gets auto_vacuum=INCREMENTAL (before WAL and the first table), WAL,
    // synchronous=FULL, foreign_keys=ON, a journal size limit. Errors: DatabaseOpen, DatabaseReadOnly,
    // DatabaseCorrupt, DatabaseIo, DatabaseBusy; {file} names the file.
    static Result<std::unique_ptr<Database>> open(const QString &path, const DatabaseOptions &options = {});
    virtual ~Database() = default;

    virtual Result<Statement> prepare(std::string_view sql) = 0; // kept prepared; the same text gives the cached one
    virtual Result<> execute(std::string_view sql) = 0;          // one or more statements without values
    virtual Result<qint64> executeForInt(std::string_view sql) = 0;
    // Reads blobs of a column in parts. No row is chosen yet: see BlobReader::select().
    virtual std::unique_ptr<BlobReader> blobReader(const char *table, const char *column) = 0;
    virtual qint64 lastInsertId() const = 0;
    virtual qint64 changes() const = 0;
    virtual bool inTransaction() const = 0;
    virtual QString path() const = 0;
    // Makes a running statement of this connection fail with Cancelled. The one function safe from any thread.
    virtual void interrupt() = 0;
    // Gives up to `pages` free pages back to the file system.
    virtual Result<> reclaim(qint64 pages) = 0;
    // Copies the write-ahead log into the file as far as readers allow; true when all of it is there. Truncate also
    // waits for readers (busyTimeout) and empties the log file.
    enum class Checkpoint { Passive, Truncate };
    virtual Result<bool> checkpoint(Checkpoint kind) = 0;
    // A sound, durable copy of what is committed, as a single file on the same VFS.
    virtual Result<> copyTo(const QString &path) = 0;
    // Pages in the write-ahead log after the last commit of this connection.
    virtual qint64 logPages() const = 0;
};

// A prepared statement being run. Moves only; resets itself when destroyed. Parameters count from 1, columns from 0.
class Statement {
public:
    struct Impl;
    explicit Statement(std::unique_ptr<Impl> impl);
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement();

    Statement &bind(int parameter, qint64 value);
    Statement &bind(int parameter, double value);
    Statement &bind(int parameter, std::string_view text);
    Statement &bind(int parameter, const QString &text);
    Statement &bindBlob(int parameter, std::span<const unsigned char> bytes); // must outlive the step
    Statement &bindBlob(int parameter, const QByteArray &bytes);
    Statement &bindNull(int parameter);

    Result<bool> step(); // true while there is a row
    Result<> run();      // steps to the end and resets, for statements without rows
    void reset();

    enum class Kind { Null, Integer, Real, Text, Blob };
    Kind kind(int column) const; // of the stored value, whatever the column was declared as
    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;               // valid until the next step
    std::span<const unsigned char> blob(int column) const; // valid until the next step
    QString string(int column) const;
    QByteArray bytes(int column) const;

private:
    std::unique_ptr<Impl> m_impl;
};

// Parts of blobs, without fetching the rest of them. Use it inside a transaction, which it must not outlive.
class BlobReader {
public:
    virtual ~BlobReader() = default;
    // Moves to the blob of the row with this integer key; its size in bytes. NotFound when there is none.
    virtual Result<qint64> select(qint64 row) = 0;
    // Fills `out` from byte `offset` on. Beyond the end it is DatabaseCorrupt.
    virtual Result<> read(qint64 offset, std::span<unsigned char> out) = 0;
};

// BEGIN IMMEDIATE … COMMIT; rolls back when destroyed uncommitted. Transactions do not nest.
class Transaction {
public:
    static Result<Transaction> begin(Database &db);
    Transaction(Transaction &&) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(Database &db)
        : m_db(&db)
    {
    }
    Database *m_db = nullptr;
};

struct Migration {
    int version;        // 1, 2, 3 …: stored in user_version in the same transaction
    const char *reason; // logged
    const char *sql;    // never edited once shipped
};

// Brings the schema up to the last migration, all or nothing: after an error (a full disk, say) the file is as it was.
// A copy ("file.v3.bak") is made before an existing file changes, and kept. Errors: DatabaseTooNew for files of a newer
// Dash, those of copyTo().
Result<> migrate(Database &db, std::span<const Migration> migrations);

} // namespace dash
