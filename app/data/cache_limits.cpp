#include "app/data/cache_limits.h"

#include "core/base/log.h"
#include "core/store/workspace.h"

#include <algorithm>

namespace dash {

namespace {

constexpr int kEvery = 10 * 60 * 1'000;
constexpr int kPasses = 40;

const QString kCapKey = QStringLiteral("cache.cap_bytes");
const QString kDaysKey = QStringLiteral("cache.retention_days");

// Times of the oldest and newest point of all series; nothing when there are none.
Result<std::optional<TimeRange>> stored(PointsDb &points)
{
    auto snapshot = points.snapshot();
    if (!snapshot)
        return fail(snapshot.error());
    const auto series = (*snapshot)->series().list();
    if (!series)
        return fail(series.error());
    std::optional<TimeRange> out;
    for (const SeriesInfo &info : *series) {
        if (info.points == 0)
            continue;
        out = out ? TimeRange{std::min(out->from, info.first), std::max(out->to, info.last + 1)}
                  : TimeRange{info.first, info.last + 1};
    }
    return out;
}

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

Result<qint64> applyCacheChoice(PointsDb &points, const CacheChoice &choice, qint64 now)
{
    bool dropped = false;
    if (choice.retentionDays > 0) {
        const auto gone = points.retainSeries(now - qint64(choice.retentionDays) * 86'400'000);
        if (!gone)
            return fail(gone.error());
        dropped = *gone > 0;
    }
    qint64 freed = 0;
    auto size = points.fileBytes();
    if (!size)
        return fail(size.error());
    if (dropped || *size > choice.cap.value) {
        const auto compacted = points.compact();
        if (!compacted)
            return compacted;
        freed += *compacted;
    }
    // The oldest twentieth at a time, until it fits.
    for (int pass = 0; pass < kPasses; ++pass) {
        size = points.fileBytes();
        if (!size)
            return fail(size.error());
        if (*size <= choice.cap.value)
            break;
        const auto range = stored(points);
        if (!range)
            return fail(range.error());
        if (!range->has_value() || (*range)->span() <= 1)
            break;
        const auto gone = points.retainSeries((*range)->from + std::max<qint64>(1, (*range)->span() / 20));
        if (!gone)
            return fail(gone.error());
        const auto compacted = points.compact();
        if (!compacted)
            return compacted;
        freed += *compacted;
    }
    return freed;
}

CacheLimits::CacheLimits(Workspace &workspace, PointsDb &points, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_points(points)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, &CacheLimits::apply);
    connect(&workspace, &Workspace::settingChanged, this, [this](const QString &key) {
        if (key == kCapKey || key == kDaysKey)
            applySoon();
    });
    m_timer.start();
}

CacheLimits::~CacheLimits()
{
    m_pool.waitForDone();
}

void CacheLimits::applySoon()
{
    QTimer::singleShot(0, this, &CacheLimits::apply);
}

void CacheLimits::apply()
{
    if (m_pool.activeThreadCount() > 0)
        return;
    m_pool.start([&points = m_points, choice = cacheChoice(m_workspace), now = toMs(m_clock.now())] {
        if (const auto freed = applyCacheChoice(points, choice, now); !freed)
            qCWarning(logData).noquote() << "cache limits:" << errorCodeText(freed.error().code)
                                         << freed.error().detail;
    });
}

} // namespace dash
