#include "core/db/sqlite_connection.h"

#include "core/base/log.h"

#include <QFileInfo>
#include <QUrl>

#include <cerrno>

namespace dash::sqlite {

namespace {

constexpr qint64 kJournalLimit = 32 * 1024 * 1024;

// Replaces SQLite's own automatic checkpoint, which uses the same hook.
int logGrown(void *context, sqlite3 *handle, const char *schema, int pages)
{
    auto *connection = static_cast<Connection *>(context);
    connection->logPages = pages;
    if (connection->checkpointPages > 0 && pages >= connection->checkpointPages)
        sqlite3_wal_checkpoint_v2(handle, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return SQLITE_OK;
}

bool meansFull(int systemError)
{
#ifdef EDQUOT
    if (systemError == EDQUOT)
        return true;
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

// Why the file of the connection failed last, its database or its log: a rollback since then hides it elsewhere.
int lastErrorOf(sqlite3 *handle, int whichFile)
{
    sqlite3_file *file = nullptr;
    int systemError = 0;
    if (sqlite3_file_control(handle, "main", whichFile, &file) == SQLITE_OK && file != nullptr &&
        file->pMethods != nullptr)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &systemError);
    return systemError;
}

std::string pragma(const char *name, qint64 value)
{
    return std::string("PRAGMA ") + name + "=" + std::to_string(value);
}

Result<std::shared_ptr<Connection>> connectAs(const QByteArray &name, const QString &path, int flags,
                                              const DatabaseOptions &options)
{
    auto connection = std::make_shared<Connection>();
    connection->path = path;
    connection->vfs = options.vfs.toUtf8();
    const QByteArray &vfs = connection->vfs;
    const int code =
        sqlite3_open_v2(name.constData(), &connection->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        vfs.isEmpty() ? nullptr : vfs.constData());
    if (code != SQLITE_OK)
        return connection->failure(code);
    sqlite3_busy_timeout(connection->handle, static_cast<int>(options.busyTimeout.count()));
    // Until the file has proved sound nothing may be written into it, not even the log that lies beside it.
    sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Reads the header and the whole schema, so that a damaged file is noticed here.
    if (const auto tables = connection->integer("SELECT count(*) FROM sqlite_schema"); !tables)
        return fail(tables.error());
    const auto pages = connection->integer("PRAGMA page_count");
    if (!pages)
        return fail(pages.error());
    if (*pages == 0 && QFileInfo(path).size() > 0) // SQLite would take a few stray bytes for an empty file
        return connection->failure(SQLITE_NOTADB);
    return connection;
}

} // namespace

bool diskIsFull(int code, sqlite3 *handle)
{
    // Growing the log or its index fails as an I/O error even when the reason is a full disk, a quota or a limit on the
    // size of files.
    if ((code & 0xff) == SQLITE_FULL)
        return true;
    if ((code & 0xff) != SQLITE_IOERR || handle == nullptr)
        return false;
    return meansFull(sqlite3_system_errno(handle)) || meansFull(lastErrorOf(handle, SQLITE_FCNTL_FILE_POINTER)) ||
           meansFull(lastErrorOf(handle, SQLITE_FCNTL_JOURNAL_POINTER));
}

ErrorCode errorCodeFor(int code, sqlite3 *handle)
{
    if (diskIsFull(code, handle))
        return ErrorCode::DatabaseFull;
    if (code == SQLITE_IOERR_CORRUPTFS)
        return ErrorCode::DatabaseCorrupt;
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseCorrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::DatabaseBusy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::DatabaseReadOnly;
    case SQLITE_CANTOPEN:
        return ErrorCode::DatabaseOpen;
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
        return ErrorCode::DatabaseIo;
    case SQLITE_CONSTRAINT:
        return ErrorCode::DatabaseConstraint;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal;
    }
}

Failure Connection::failure(int code) const
{
    const ErrorCode known = errorCodeFor(code, handle);
    const QString detail = QStringLiteral("SQLite %1: %2")
                               .arg(code)
                               .arg(handle != nullptr ? QString::fromUtf8(sqlite3_errmsg(handle))
                                                      : QString::fromUtf8(sqlite3_errstr(code)));
    if (known != ErrorCode::Cancelled && known != ErrorCode::DatabaseBusy)
        qCWarning(logDb, "%s: %s", qUtf8Printable(path), qUtf8Printable(detail));
    return fail(known, {{QLatin1StringView("file"), path}}, detail);
}

Failure Connection::failure(FailAction action) const
{
    return fail(action == FailAction::DiskFull ? ErrorCode::DatabaseFull : ErrorCode::DatabaseIo,
                {{QLatin1StringView("file"), path}}, QStringLiteral("failpoint"));
}

Result<StatementHandle> Connection::compile(std::string_view sql, unsigned flags, const char **tail) const
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), flags, &statement, tail);
    if (code != SQLITE_OK)
        return failure(code);
    return StatementHandle(statement);
}

Result<> Connection::execute(std::string_view sql) const
{
    while (!sql.empty()) {
        const char *tail = nullptr;
        const auto statement = compile(sql, 0, &tail);
        if (!statement)
            return fail(statement.error());
        sql.remove_prefix(static_cast<std::size_t>(tail - sql.data()));
        if (!*statement)
            continue; // white space or a comment
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW)
            code = sqlite3_step(statement->get());
        if (code != SQLITE_DONE)
            return failure(code);
        if (const FailAction action = passFailpoint("db.statement"); action != FailAction::None)
            return failure(action);
    }
    return {};
}

Result<std::string> Connection::value(std::string_view sql) const
{
    const auto statement = compile(sql, 0);
    if (!statement)
        return fail(statement.error());
    const int code = sqlite3_step(statement->get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return failure(code);
    const auto *text = code == SQLITE_ROW ? sqlite3_column_text(statement->get(), 0) : nullptr;
    return std::string(text != nullptr ? reinterpret_cast<const char *>(text) : "");
}

Result<qint64> Connection::integer(std::string_view sql) const
{
    const auto statement = compile(sql, 0);
    if (!statement)
        return fail(statement.error());
    const int code = sqlite3_step(statement->get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return failure(code);
    return code == SQLITE_ROW ? sqlite3_column_int64(statement->get(), 0) : 0;
}

Result<std::shared_ptr<Connection>> connect(const QString &path, int flags, const DatabaseOptions &options)
{
    return connectAs(path.toUtf8(), path, flags, options);
}

Result<std::shared_ptr<Connection>> connectReadOnly(const QString &path, const DatabaseOptions &options)
{
    auto connection = connect(path, SQLITE_OPEN_READONLY, options);
    if (connection || connection.error().code != ErrorCode::DatabaseOpen || !QFileInfo(path).isFile())
        return connection;
    // A folder that cannot be written has no room for the log's index. Without a log nobody is writing: read the bare
    // file as it is.
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return connection;
    const QByteArray uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + "?immutable=1";
    return connectAs(uri, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, options);
}

Result<> configureWriter(Connection &connection, const DatabaseOptions &options)
{
    if (sqlite3_db_readonly(connection.handle, "main") == 1)
        return fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), connection.path}});
    const auto pages = connection.integer("PRAGMA page_count");
    if (!pages)
        return fail(pages.error());
    std::string setup;
    if (*pages == 0) {
        // Both are fixed by the first page, which switching to WAL writes.
        if (options.pageBytes > 0)
            setup += pragma("page_size", options.pageBytes) + ";";
        setup += "PRAGMA auto_vacuum=INCREMENTAL;";
    }
    if (const auto done = connection.execute(setup); !done)
        return done;
    const auto mode = connection.value("PRAGMA journal_mode=WAL");
    if (!mode)
        return fail(mode.error());
    if (*mode != "wal" && *mode != "memory")
        return fail(ErrorCode::DatabaseIo, {{QLatin1StringView("file"), connection.path}},
                    QStringLiteral("no write-ahead log here: %1").arg(QString::fromStdString(*mode)));
    setup = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=FAST;" +
            pragma("journal_size_limit", kJournalLimit) + ";";
    if (options.maxPages > 0)
        setup += pragma("max_page_count", options.maxPages) + ";";
    return connection.execute(setup);
}

void startCheckpoints(Connection &connection, const DatabaseOptions &options)
{
    if (options.checkpointPages >= 0)
        connection.checkpointPages = options.checkpointPages;
    sqlite3_wal_hook(connection.handle, logGrown, &connection);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Result<> tune(const Connection &connection, const DatabaseOptions &options)
{
    return connection.execute("PRAGMA temp_store=MEMORY;" + pragma("cache_size", -options.cacheBytes / 1024) + ";" +
                              pragma("mmap_size", options.mmapBytes));
}

} // namespace dash::sqlite
