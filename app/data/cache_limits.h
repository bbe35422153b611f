#pragma once
// Keeps the cache within what a person chose. The store itself keeps to the cap; points older than the retention are
// removed on a thread of its own, every ten minutes and when the choice changes.

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/data/points_db.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace dash {

class Workspace;

inline constexpr const char *kCacheCapKey = "cache.cap_bytes";
inline constexpr const char *kCacheDaysKey = "cache.retention_days"; // 0: for ever

struct CacheChoice {
    ByteCount cap{4'000'000'000};
    int retentionDays = 0; // 0: for ever
    friend bool operator==(const CacheChoice &, const CacheChoice &) = default;
};

CacheChoice cacheChoice(const Workspace &workspace);
void setCacheChoice(Workspace &workspace, const CacheChoice &choice);

class CacheLimits : public QObject {
    Q_OBJECT
public:
    CacheLimits(Workspace &workspace, PointsDb &points, const Clock &clock, QObject *parent = nullptr);
    ~CacheLimits() override;

private:
    void retain();

    Workspace &m_workspace;
    PointsDb &m_points;
    const Clock &m_clock;
    QTimer m_timer;
    QThreadPool m_pool;
};

} // namespace dash
