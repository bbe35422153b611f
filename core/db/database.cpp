#include "core/db/database.h"

#include "core/base/failpoint.h"
#include "core/base/log.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>
#include <limits>
#include <string>
#include <unordered_map>

namespace dash {

namespace {

// Prepared statements kept by one connection; beyond this the idle ones are let go.
constexpr std::size_t kCachedStatements = 256;
constexpr qint64 kJournalLimit = 32 * 1024 * 1024;

bool diskIsFull(int code, sqlite3 *handle)
{
    // Growing the shared-memory file of the log fails as an I/O error even when the reason is a full disk.
    return (code & 0xff) == SQLITE_FULL ||
           ((code & 0xff) == SQLITE_IOERR && handle != nullptr && sqlite3_system_errno(handle) == ENOSPC);
}

ErrorCode codeFor(int code, sqlite3 *handle)
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

struct StatementCloser {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementCloser>;

// One open file with its prepared statements. Statements share it, so that the order of destruction does not matter.
struct Connection {
    sqlite3 *handle = nullptr;
    QString path;
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

    Failure failure(int code) const
    {
        const ErrorCode known = codeFor(code, handle);
        const QString detail = QStringLiteral("SQLite %1: %2")
                                   .arg(code)
                                   .arg(handle != nullptr ? QString::fromUtf8(sqlite3_errmsg(handle))
                                                          : QString::fromUtf8(sqlite3_errstr(code)));
        if (known != ErrorCode::Cancelled && known != ErrorCode::DatabaseBusy)
            qCWarning(logDb, "%s: %s", qUtf8Printable(path), qUtf8Printable(detail));
        return fail(known, {{QLatin1StringView("file"), path}}, detail);
    }

    Failure failure(FailAction action) const
    {
        return fail(action == FailAction::DiskFull ? ErrorCode::DatabaseFull : ErrorCode::DatabaseIo,
                    {{QLatin1StringView("file"), path}}, QStringLiteral("failpoint"));
    }

    Result<StatementHandle> compile(std::string_view sql, unsigned flags, const char **tail = nullptr) const
    {
        sqlite3_stmt *statement = nullptr;
        const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), flags, &statement, tail);
        if (code != SQLITE_OK)
            return failure(code);
        return StatementHandle(statement);
    }

    Result<> execute(std::string_view sql) const
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

    Result<std::string> value(std::string_view sql) const
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

    Result<qint64> integer(std::string_view sql) const
    {
        const auto statement = compile(sql, 0);
        if (!statement)
            return fail(statement.error());
        const int code = sqlite3_step(statement->get());
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            return failure(code);
        return code == SQLITE_ROW ? sqlite3_column_int64(statement->get(), 0) : 0;
    }
};

// Replaces SQLite's own automatic checkpoint, which uses the same hook.
int logGrown(void *context, sqlite3 *handle, const char *schema, int pages)
{
    auto *connection = static_cast<Connection *>(context);
    connection->logPages = pages;
    if (connection->checkpointPages > 0 && pages >= connection->checkpointPages)
        sqlite3_wal_checkpoint_v2(handle, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return SQLITE_OK;
}

std::string pragma(const char *name, qint64 value)
{
    return std::string("PRAGMA ") + name + "=" + std::to_string(value);
}

Result<> configureWriter(const Connection &connection, const DatabaseOptions &options)
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

Result<std::shared_ptr<Connection>> connect(const QString &path, const QByteArray &name, int flags,
                                            const DatabaseOptions &options)
{
    auto connection = std::make_shared<Connection>();
    connection->path = path;
    const QByteArray vfs = options.vfs.toUtf8();
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

Result<std::shared_ptr<Connection>> connectReadOnly(const QString &path, const DatabaseOptions &options)
{
    auto connection = connect(path, path.toUtf8(), SQLITE_OPEN_READONLY, options);
    if (connection || connection.error().code != ErrorCode::DatabaseOpen || !QFileInfo(path).isFile())
        return connection;
    // A folder that cannot be written has no room for the log's index. Without a log nobody is writing: read the bare
    // file as it is.
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return connection;
    const QByteArray uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + "?immutable=1";
    return connect(path, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, options);
}

} // namespace

struct Statement::Impl {
    std::shared_ptr<Connection> connection;
    std::string text; // empty: not from the cache
    StatementHandle statement;
    int bindError = SQLITE_OK;

    void note(int code)
    {
        if (code != SQLITE_OK && bindError == SQLITE_OK)
            bindError = code;
    }

    ~Impl()
    {
        if (!statement || !connection)
            return;
        sqlite3_reset(statement.get());
        sqlite3_clear_bindings(statement.get());
        auto &idle = connection->idle;
        if (idle.size() >= kCachedStatements)
            idle.clear();
        idle.try_emplace(std::move(text), std::move(statement)); // a second one of the same text is let go
    }
};

namespace {

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(std::shared_ptr<Connection> connection)
        : m_connection(std::move(connection))
    {
    }

    Result<Statement> prepare(std::string_view sql) override
    {
        auto impl = std::make_unique<Statement::Impl>();
        impl->connection = m_connection;
        impl->text = std::string(sql);
        if (const auto it = m_connection->idle.find(impl->text); it != m_connection->idle.end()) {
            impl->statement = std::move(it->second);
            m_connection->idle.erase(it);
        } else {
            auto statement = m_connection->compile(sql, SQLITE_PREPARE_PERSISTENT);
            if (!statement)
                return fail(statement.error());
            impl->statement = std::move(*statement);
        }
        return Statement(std::move(impl));
    }

    Result<> execute(std::string_view sql) override { return m_connection->execute(sql); }
    Result<qint64> executeForInt(std::string_view sql) override { return m_connection->integer(sql); }
    qint64 lastInsertId() const override { return sqlite3_last_insert_rowid(m_connection->handle); }
    qint64 changes() const override { return sqlite3_changes64(m_connection->handle); }
    bool inTransaction() const override { return sqlite3_get_autocommit(m_connection->handle) == 0; }
    QString path() const override { return m_connection->path; }
    qint64 logPages() const override { return m_connection->logPages; }
    void interrupt() override { sqlite3_interrupt(m_connection->handle); }

    Result<> reclaim(qint64 pages) override
    {
        return m_connection->execute("PRAGMA incremental_vacuum(" + std::to_string(pages) + ")");
    }

    Result<bool> checkpoint(Checkpoint kind) override
    {
        int frames = 0;
        int copied = 0;
        const int mode = kind == Checkpoint::Passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
        const int code = sqlite3_wal_checkpoint_v2(m_connection->handle, nullptr, mode, &frames, &copied);
        if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
            return false;
        if (code != SQLITE_OK)
            return m_connection->failure(code);
        return frames == copied;
    }

    Result<> copyTo(const QString &path) override
    {
        sqlite3 *target = nullptr;
        int code = sqlite3_open_v2(
            path.toUtf8().constData(), &target,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
        if (code == SQLITE_OK) {
            sqlite3_backup *backup = sqlite3_backup_init(target, "main", m_connection->handle, "main");
            if (backup != nullptr) {
                sqlite3_backup_step(backup, -1);
                sqlite3_backup_finish(backup);
            }
            code = sqlite3_extended_errcode(target);
        }
        const bool full = diskIsFull(code, target);
        const QString detail = QString::fromUtf8(sqlite3_errmsg(target));
        sqlite3_close_v2(target);
        if (code == SQLITE_OK)
            return {};
        return fail(full ? ErrorCode::DatabaseFull : codeFor(code, nullptr), {{QLatin1StringView("file"), path}},
                    detail);
    }

private:
    std::shared_ptr<Connection> m_connection;
};

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const DatabaseOptions &options)
{
    if (path.isEmpty() || path.contains(QChar(0)))
        return fail(ErrorCode::DatabaseOpen, {{QLatin1StringView("file"), path}});
    const bool writable = options.mode == DatabaseOptions::Mode::ReadWrite;
    auto connection = writable ? connect(path, path.toUtf8(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options)
                               : connectReadOnly(path, options);
    if (!connection)
        return fail(connection.error());
    const Result<> configured =
        writable ? configureWriter(**connection, options) : (*connection)->execute("PRAGMA query_only=ON");
    if (!configured)
        return fail(configured.error());
    const auto tuned = (*connection)
                           ->execute("PRAGMA temp_store=MEMORY;" + pragma("cache_size", -options.cacheBytes / 1024) +
                                     ";" + pragma("mmap_size", options.mmapBytes));
    if (!tuned)
        return fail(tuned.error());
    if (writable) {
        if (options.checkpointPages >= 0)
            (*connection)->checkpointPages = options.checkpointPages;
        sqlite3_wal_hook((*connection)->handle, logGrown, connection->get());
        sqlite3_db_config((*connection)->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    }
    return std::make_unique<SqliteDatabase>(std::move(*connection));
}

Statement::Statement(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
Statement::Statement(Statement &&) noexcept = default;
Statement &Statement::operator=(Statement &&) noexcept = default;
Statement::~Statement() = default;

Statement &Statement::bind(int parameter, qint64 value)
{
    m_impl->note(sqlite3_bind_int64(m_impl->statement.get(), parameter, value));
    return *this;
}

Statement &Statement::bind(int parameter, double value)
{
    m_impl->note(sqlite3_bind_double(m_impl->statement.get(), parameter, value));
    return *this;
}

Statement &Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would become NULL instead of the empty text.
    m_impl->note(sqlite3_bind_text64(m_impl->statement.get(), parameter, text.empty() ? "" : text.data(), text.size(),
                                     SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int parameter, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return bind(parameter, std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

Statement &Statement::bindBlob(int parameter, std::span<const unsigned char> bytes)
{
    m_impl->note(bytes.empty() ? sqlite3_bind_zeroblob(m_impl->statement.get(), parameter, 0)
                               : sqlite3_bind_blob64(m_impl->statement.get(), parameter, bytes.data(), bytes.size(),
                                                     SQLITE_STATIC));
    return *this;
}

Statement &Statement::bindBlob(int parameter, const QByteArray &bytes)
{
    m_impl->note(bytes.isEmpty() ? sqlite3_bind_zeroblob(m_impl->statement.get(), parameter, 0)
                                 : sqlite3_bind_blob64(m_impl->statement.get(), parameter, bytes.constData(),
                                                       static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    m_impl->note(sqlite3_bind_null(m_impl->statement.get(), parameter));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_impl->bindError != SQLITE_OK)
        return m_impl->connection->failure(std::exchange(m_impl->bindError, SQLITE_OK));
    const int code = sqlite3_step(m_impl->statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Failure failure = m_impl->connection->failure(code);
    sqlite3_reset(m_impl->statement.get());
    return failure;
}

Result<> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
    }
    sqlite3_reset(m_impl->statement.get());
    if (const FailAction action = passFailpoint("db.statement"); action != FailAction::None)
        return m_impl->connection->failure(action);
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_impl->statement.get());
    sqlite3_clear_bindings(m_impl->statement.get());
    m_impl->bindError = SQLITE_OK;
}

Statement::Kind Statement::kind(int column) const
{
    switch (sqlite3_column_type(m_impl->statement.get(), column)) {
    case SQLITE_INTEGER:
        return Kind::Integer;
    case SQLITE_FLOAT:
        return Kind::Real;
    case SQLITE_TEXT:
        return Kind::Text;
    case SQLITE_BLOB:
        return Kind::Blob;
    default:
        return Kind::Null;
    }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_impl->statement.get(), column) == SQLITE_NULL;
}
qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_impl->statement.get(), column);
}
double Statement::real(int column) const
{
    return sqlite3_column_double(m_impl->statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_impl->statement.get(), column));
    return text == nullptr ? std::string_view()
                           : std::string_view(
                                 text, static_cast<std::size_t>(sqlite3_column_bytes(m_impl->statement.get(), column)));
}

std::span<const unsigned char> Statement::blob(int column) const
{
    const auto *data = static_cast<const unsigned char *>(sqlite3_column_blob(m_impl->statement.get(), column));
    return {data,
            data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(m_impl->statement.get(), column))};
}

QString Statement::string(int column) const
{
    const std::string_view utf8 = text(column);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray Statement::bytes(int column) const
{
    const auto data = blob(column);
    return QByteArray(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
}

Result<Transaction> Transaction::begin(Database &db)
{
    if (const auto begun = db.execute("BEGIN IMMEDIATE"); !begun)
        return fail(begun.error());
    return Transaction(db);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_db(std::exchange(other.m_db, nullptr))
{
}

Transaction::~Transaction()
{
    // An I/O error or a full disk may have rolled back already.
    if (m_db != nullptr && m_db->inTransaction())
        (void)m_db->execute("ROLLBACK");
}

Result<> Transaction::commit()
{
    if (const FailAction action = passFailpoint("db.commit"); action != FailAction::None)
        return fail(action == FailAction::DiskFull ? ErrorCode::DatabaseFull : ErrorCode::DatabaseIo,
                    {{QLatin1StringView("file"), m_db->path()}}, QStringLiteral("failpoint"));
    if (!m_db->inTransaction())
        return fail(ErrorCode::DatabaseIo, {{QLatin1StringView("file"), m_db->path()}},
                    QStringLiteral("the transaction was rolled back by an earlier error"));
    if (const auto done = m_db->execute("COMMIT"); !done)
        return done;
    m_db = nullptr;
    return {};
}

namespace {

Result<> backUp(Database &db, qint64 version)
{
    if (db.path() == u":memory:")
        return {};
    const QString target = QStringLiteral("%1.v%2.bak").arg(db.path()).arg(version);
    const QString partial = target + QStringLiteral(".part");
    QFile::remove(partial);
    if (const auto copied = db.copyTo(partial); !copied) {
        QFile::remove(partial);
        return copied;
    }
    QFile::remove(target); // left by an earlier try from the same version
    if (!QFile::rename(partial, target))
        return fail(ErrorCode::FileWrite,
                    {{QLatin1StringView("file"), target}, {QLatin1StringView("reason"), QString()}});
    return {};
}

Result<> apply(Database &db, const Migration &migration)
{
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return fail(transaction.error());
    if (const auto done = db.execute(migration.sql); !done)
        return done;
    if (const auto done = db.execute("PRAGMA user_version=" + std::to_string(migration.version)); !done)
        return done;
    return transaction->commit();
}

} // namespace

Result<> migrate(Database &db, std::span<const Migration> migrations)
{
    const auto found = db.executeForInt("PRAGMA user_version");
    if (!found)
        return fail(found.error());
    const qint64 known = migrations.empty() ? 0 : migrations.back().version;
    if (*found > known)
        return fail(ErrorCode::DatabaseTooNew, {{QLatin1StringView("file"), db.path()},
                                                {QLatin1StringView("found"), QString::number(*found)},
                                                {QLatin1StringView("known"), QString::number(known)}});
    if (*found == known)
        return {};
    if (*found == 0) {
        const auto tables = db.executeForInt("SELECT count(*) FROM sqlite_schema");
        if (!tables)
            return fail(tables.error());
        if (*tables > 0) // the first version comes with the first table: this file was never ours
            return fail(ErrorCode::DatabaseCorrupt, {{QLatin1StringView("file"), db.path()}},
                        QStringLiteral("foreign schema"));
    } else if (const auto saved = backUp(db, *found); !saved) {
        return saved;
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *found)
            continue;
        qCInfo(logDb, "%s: version %d: %s", qUtf8Printable(db.path()), migration.version, migration.reason);
        if (const auto done = apply(db, migration); !done)
            return done;
    }
    return {};
}

} // namespace dash
