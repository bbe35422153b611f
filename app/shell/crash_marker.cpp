#include "app/shell/crash_marker.h"

#include <QFile>

namespace dash {

CrashMarker::CrashMarker(const QString &folder)
    : m_file(folder + QStringLiteral("/running"))
{
}

int CrashMarker::begin()
{
    QFile marker(m_file);
    int crashes = 0;
    if (marker.open(QIODevice::ReadOnly)) {
        crashes = qBound(0, marker.read(16).trimmed().toInt(), 1000) + 1;
        marker.close();
    }
    write(crashes);
    return crashes;
}

void CrashMarker::healthy()
{
    write(0);
}

void CrashMarker::end()
{
    QFile::remove(m_file);
}

void CrashMarker::write(int crashes)
{
    QFile marker(m_file);
    if (marker.open(QIODevice::WriteOnly | QIODevice::Truncate))
        marker.write(QByteArray::number(crashes));
}

} // namespace dash
