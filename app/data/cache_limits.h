#pragma once
// Keeps the cache within what a person chose: points older than the retention go, and the oldest go first when the file
// is larger than its cap. Works on a thread of its own every ten minutes and when a choice changes.

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/data/points_db.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace dash {

class Workspace;

struct CacheChoice {
    ByteCount cap{4'000'000'000};
    int retentionDays = 0; // 0: for ever
    friend bool operator==(const CacheChoice &, const CacheChoice &) = default;
};

CacheChoice cacheChoice(const Workspace &workspace);
void setCacheChoice(Workspace &workspace, const CacheChoice &choice);

// One pass; blocking. Bytes given back to the file system.
Result<qint64> applyCacheChoice(PointsDb &points, const CacheChoice &choice, qint64 now);

class CacheLimits : public QObject {
    Q_OBJECT
public:
    CacheLimits(Workspace &workspace, PointsDb &points, const Clock &clock, QObject *parent = nullptr);
    ~CacheLimits() override;
    void applySoon();

private:
    void apply();

    Workspace &m_workspace;
    PointsDb &m_points;
    const Clock &m_clock;
    QTimer m_timer;
    QThreadPool m_pool;
};

} // namespace dash
