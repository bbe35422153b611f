#include "core/db/file_lock.h"

#include <sqlite3.h>

namespace dash {

// SQLite already locks files correctly on every platform; an empty database held in an exclusive transaction is a lock.
Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    std::unique_ptr<FileLock> lock(new FileLock);
    sqlite3 *handle = nullptr;
    int code = sqlite3_open_v2(path.toUtf8().constData(), &handle,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    lock->m_handle = handle;
    if (code == SQLITE_OK)
        code = sqlite3_exec(handle, "PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return lock;
    const ErrorArgs args{{QLatin1StringView("file"), path}};
    return fail(code == SQLITE_BUSY ? ErrorCode::DatabaseBusy : ErrorCode::DatabaseOpen, args,
                QString::fromUtf8(sqlite3_errmsg(handle)));
}

FileLock::~FileLock()
{
    sqlite3_close_v2(static_cast<sqlite3 *>(m_handle));
}

} // namespace dash
