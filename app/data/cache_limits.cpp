#include "app/data/cache_limits.h"

#include "core/base/log.h"
#include "core/store/workspace.h"

namespace dash {

namespace {

constexpr int kEvery = 10 * 60 * 1'000;

const QString kCapKey = QLatin1StringView(kCacheCapKey);
const QString kDaysKey = QLatin1StringView(kCacheDaysKey);

} // namespace

CacheChoice cacheChoice(const Workspace &workspace)
{
    const CacheChoice defaults;
    return {ByteCount{workspace.setting(kCapKey, defaults.cap.value).toInteger(defaults.cap.value)},
            workspace.setting(kDaysKey, defaults.retentionDays).toInt(defaults.retentionDays)};
}

void setCacheChoice(Workspace &workspace, const CacheChoice &choice)
{
    workspace.setSetting(kCapKey, choice.cap.value);
    workspace.setSetting(kDaysKey, choice.retentionDays);
}

CacheLimits::CacheLimits(Workspace &workspace, PointsDb &points, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_points(points)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, &CacheLimits::retain);
    connect(&workspace, &Workspace::settingChanged, this, [this](const QString &key) {
        if (key == kCapKey)
            m_points.setMaxBytes(cacheChoice(m_workspace).cap.value);
        if (key == kDaysKey)
            QTimer::singleShot(0, this, &CacheLimits::retain);
    });
    m_points.setMaxBytes(cacheChoice(m_workspace).cap.value);
    m_timer.start();
}

CacheLimits::~CacheLimits()
{
    m_pool.waitForDone();
}

void CacheLimits::retain()
{
    const int days = cacheChoice(m_workspace).retentionDays;
    if (days <= 0 || m_pool.activeThreadCount() > 0)
        return;
    m_pool.start([&points = m_points, before = toMs(m_clock.now()) - qint64(days) * 86'400'000] {
        const auto gone = points.retainSeries(before);
        const auto freed = gone && *gone > 0 ? points.compact() : Result<qint64>(0);
        if (!gone || !freed) {
            const Error &error = gone ? freed.error() : gone.error();
            qCWarning(logData).noquote() << "retention:" << errorCodeText(error.code) << error.detail;
        }
    });
}

} // namespace dash
