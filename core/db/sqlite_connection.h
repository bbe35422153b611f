#pragma once
// One open SQLite file: how it is opened and set up, and what its errors mean. Behind Database; nothing else includes
// it.

#include "core/base/failpoint.h"
#include "core/db/database.h"

#include <sqlite3.h>

#include <string>
#include <unordered_map>

namespace dash::sqlite {

// A full disk, also where SQLite takes it for an I/O error.
bool diskIsFull(int code, sqlite3 *handle);
ErrorCode errorCodeFor(int code, sqlite3 *handle);

struct StatementCloser {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementCloser>;

// One open file with its prepared statements. Statements share it, so that the order of destruction does not matter.
struct Connection {
    sqlite3 *handle = nullptr;
    QString path;
    QByteArray vfs;                                        // empty: the default
    std::unordered_map<std::string, StatementHandle> idle; // one of each text; taken out while it runs
    qint64 logPages = 0;
    qint64 checkpointPages = 1'000; // SQLite's own default

    Connection() = default;
    Q_DISABLE_COPY_MOVE(Connection)
    ~Connection()
    {
        idle.clear();
        sqlite3_close_v2(handle);
    }

    Failure failure(int code) const; // of a call of this connection
    Failure failure(FailAction action) const;

    Result<StatementHandle> compile(std::string_view sql, unsigned flags, const char **tail = nullptr) const;
    Result<> execute(std::string_view sql) const;
    Result<std::string> value(std::string_view sql) const; // first column of the first row; empty without one
    Result<qint64> integer(std::string_view sql) const;    // likewise; 0 without one
};

// Opens the file, reads its header and schema; nothing is written into it or its log.
Result<std::shared_ptr<Connection>> connect(const QString &path, int flags, const DatabaseOptions &options);
// Also from a folder that cannot be written.
Result<std::shared_ptr<Connection>> connectReadOnly(const QString &path, const DatabaseOptions &options);
// Makes a connection the writer: durable, by a write-ahead log, in a file that can give space back.
Result<> configureWriter(Connection &connection, const DatabaseOptions &options);
// From here on the log may be copied into the file.
void startCheckpoints(Connection &connection, const DatabaseOptions &options);
Result<> tune(const Connection &connection, const DatabaseOptions &options);

} // namespace dash::sqlite
