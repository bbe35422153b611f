#pragma once
// A lock between processes (and within one) that ends with its holder, however that one ends: an operating-system lock
// on a file without contents, so that a power cut leaves nothing stale behind.

#include "core/base/error.h"

#include <QString>

#include <memory>

namespace dash {

class FileLock {
public:
    // Does not wait. Errors: DatabaseBusy when somebody holds it, DatabaseOpen when the file cannot be made.
    static Result<std::unique_ptr<FileLock>> take(const QString &path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    FileLock() = default;
    void *m_handle = nullptr;
};

} // namespace dash
