#include "core/engine/sources/file_follow.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace dash {

namespace {

// Changes when any of the files does.
QByteArray fingerprint(const QStringList &files)
{
    QByteArray out;
    for (const QString &name : files) {
        const QFileInfo info(name);
        out += name.toUtf8() + '\0' + QByteArray::number(info.size()) + ' ' +
               QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '\n';
    }
    return out;
}

} // namespace

QJsonObject FilePlace::toJson() const
{
    return {{QStringLiteral("offset"), offset}, {QStringLiteral("hash"), QString::fromLatin1(hash.toHex())}};
}

FilePlace FilePlace::fromJson(const QJsonObject &object)
{
    return {object[QLatin1StringView("offset")].toInteger(),
            QByteArray::fromHex(object[QLatin1StringView("hash")].toString().toLatin1())};
}

QStringList filesAt(const QString &path, const QString &folder)
{
    const QString whole = QDir::isAbsolutePath(path) || folder.isEmpty() ? path : QDir(folder).filePath(path);
    QFileInfo info(whole);
    if (info.isFile())
        return {info.absoluteFilePath()};
    QDir place(info.isDir() ? whole : info.path());
    if (!info.isDir()) {
        if (!info.fileName().contains(u'*') && !info.fileName().contains(u'?') && !info.fileName().contains(u'['))
            return {};
        place.setNameFilters({info.fileName()});
    }
    QStringList out;
    for (const QFileInfo &entry : place.entryInfoList(QDir::Files | QDir::Readable, QDir::Name))
        out.append(entry.absoluteFilePath());
    return out;
}

QByteArray startHash(QFile &file, qint64 offset)
{
    file.seek(0);
    return QCryptographicHash::hash(file.read(std::min<qint64>(offset, 4096)), QCryptographicHash::Sha1);
}

qint64 endOfLastLine(QFile &file, qint64 from)
{
    constexpr qint64 kStep = 64 * 1024;
    for (qint64 end = file.size(); end > from;) {
        const qint64 begin = std::max(from, end - kStep);
        file.seek(begin);
        const QByteArray part = file.read(end - begin);
        const qsizetype newline = part.lastIndexOf('\n');
        if (newline >= 0)
            return begin + newline + 1;
        end = begin;
    }
    return from;
}

FileWatch::FileWatch(QString path, QString folder, std::function<void()> changed)
    : m_path(std::move(path))
    , m_folder(std::move(folder))
    , m_changed(std::move(changed))
    , m_before(fingerprint(filesAt(m_path, m_folder)))
    , m_thread([this] { run(); })
{
}

FileWatch::~FileWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void FileWatch::run()
{
    QByteArray before = m_before;
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::milliseconds(500), [this] { return m_stop; })) {
        lock.unlock();
        QByteArray now = fingerprint(filesAt(m_path, m_folder));
        if (now != before) {
            before = std::move(now);
            m_changed();
        }
        lock.lock();
    }
}

} // namespace dash
