#include "core/base/time.h"

#include <QDateTime>
#include <QTimeZone>

namespace dash {

QString isoUtc(qint64 ms)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return at.toString(ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

std::optional<qint64> parseIso(QStringView text)
{
    QDateTime at = QDateTime::fromString(text.trimmed().toString(), Qt::ISODateWithMs);
    if (!at.isValid())
        return std::nullopt;
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    const qint64 ms = at.toMSecsSinceEpoch();
    if (ms < kMinInstant || ms >= kMaxInstant)
        return std::nullopt;
    return ms;
}

} // namespace dash
