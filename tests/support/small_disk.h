#pragma once
// A real file system of a few megabytes, for tests of full disks; needs the right to mount one.

#include <QProcess>
#include <QTemporaryDir>

namespace dash::test {

class SmallDisk {
public:
    explicit SmallDisk(int megabytes)
    {
        m_there =
            QProcess::execute(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"),
                                                        QStringLiteral("-o"), QStringLiteral("size=%1m").arg(megabytes),
                                                        QStringLiteral("tmpfs"), m_folder.path()}) == 0;
    }
    ~SmallDisk()
    {
        if (m_there)
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_folder.path()});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isThere() const { return m_there; }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    bool m_there = false;
};

} // namespace dash::test
