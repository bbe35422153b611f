#include "core/db/database.h"

#include "core/base/failpoint.h"
#include "core/db/sqlite_connection.h"

#include <string>

namespace dash {

using namespace sqlite;

namespace {

// Prepared statements kept by one connection; beyond this the idle ones are let go.
constexpr std::size_t kCachedStatements = 256;

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

class SqliteBlobReader final : public BlobReader {
public:
    SqliteBlobReader(std::shared_ptr<Connection> connection, const char *table, const char *column)
        : m_connection(std::move(connection))
        , m_table(table)
        , m_column(column)
    {
    }
    ~SqliteBlobReader() override { sqlite3_blob_close(m_blob); }
    Q_DISABLE_COPY_MOVE(SqliteBlobReader)

    Result<qint64> select(qint64 row) override
    {
        const int code = m_blob == nullptr ? sqlite3_blob_open(m_connection->handle, "main", m_table.c_str(),
                                                               m_column.c_str(), row, 0, &m_blob)
                                           : sqlite3_blob_reopen(m_blob, row);
        if (code == SQLITE_OK)
            return sqlite3_blob_bytes(m_blob);
        const Failure failure = code == SQLITE_ERROR // no such row, or no blob in it
                                    ? fail(ErrorCode::NotFound, {{QLatin1StringView("what"), QStringLiteral("Row")},
                                                                 {QLatin1StringView("name"), QString::number(row)}})
                                    : m_connection->failure(code);
        sqlite3_blob_close(std::exchange(m_blob, nullptr)); // of no use after a failure
        return failure;
    }

    Result<> read(qint64 offset, std::span<unsigned char> out) override
    {
        const auto size = static_cast<qint64>(m_blob == nullptr ? 0 : sqlite3_blob_bytes(m_blob));
        if (offset < 0 || offset > size || static_cast<qint64>(out.size()) > size - offset)
            return fail(ErrorCode::DatabaseCorrupt, {{QLatin1StringView("file"), m_connection->path}},
                        QStringLiteral("a blob is shorter than what is asked of it"));
        const int code = sqlite3_blob_read(m_blob, out.data(), static_cast<int>(out.size()), static_cast<int>(offset));
        return code == SQLITE_OK ? Result<>() : m_connection->failure(code);
    }

private:
    std::shared_ptr<Connection> m_connection;
    std::string m_table;
    std::string m_column;
    sqlite3_blob *m_blob = nullptr;
};

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
    std::unique_ptr<BlobReader> blobReader(const char *table, const char *column) override
    {
        return std::make_unique<SqliteBlobReader>(m_connection, table, column);
    }
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
        int code =
            sqlite3_open_v2(path.toUtf8().constData(), &target,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            m_connection->vfs.isEmpty() ? nullptr : m_connection->vfs.constData());
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
        return fail(full ? ErrorCode::DatabaseFull : errorCodeFor(code, nullptr), {{QLatin1StringView("file"), path}},
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
    auto connection =
        writable ? connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options) : connectReadOnly(path, options);
    if (!connection)
        return fail(connection.error());
    const Result<> configured =
        writable ? configureWriter(**connection, options) : (*connection)->execute("PRAGMA query_only=ON");
    if (!configured)
        return fail(configured.error());
    if (const auto tuned = tune(**connection, options); !tuned)
        return fail(tuned.error());
    if (writable)
        startCheckpoints(**connection, options);
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

} // namespace dash
