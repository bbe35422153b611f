#pragma once
// Where the reading of a growing file stands, and noticing that it grew.

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QStringList>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace dash {

struct FilePlace {
    qint64 offset = 0; // bytes already read, always behind a line end
    QByteArray hash;   // of the file's beginning, to know another file under the same name

    QJsonObject toJson() const;
    static FilePlace fromJson(const QJsonObject &object);
};

// The files a path, folder or pattern means, by name; a relative path starts at `folder`.
QStringList filesAt(const QString &path, const QString &folder);
// Hash of the first bytes (at most 4 KiB) of what was read up to `offset`.
QByteArray startHash(QFile &file, qint64 offset);
// One past the last line end at or behind `from`; `from` when there is none.
qint64 endOfLastLine(QFile &file, qint64 from);

// Looks twice a second at names, sizes and times, which also works on network folders, and calls `changed` from a
// thread of its own.
class FileWatch {
public:
    FileWatch(QString path, QString folder, std::function<void()> changed);
    ~FileWatch();
    FileWatch(const FileWatch &) = delete;
    FileWatch &operator=(const FileWatch &) = delete;

private:
    void run();

    QString m_path;
    QString m_folder;
    std::function<void()> m_changed;
    QByteArray m_before; // how it looked when the watch began
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace dash
