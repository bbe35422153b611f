#include "core/engine/context.h"

#include "core/model/pipeline.h"

#include <QLocale>

namespace dash {

Budget::Budget(const Clock &clock, Millis time, qint64 rows, qint64 bytes, CancelToken cancel)
    : m_clock(clock)
    , m_started(clock.monotonic())
    , m_time(time)
    , m_rowLimit(rows)
    , m_byteLimit(bytes)
    , m_cancel(std::move(cancel))
{
}

void Budget::enter(const QString &stepName)
{
    if (m_step == stepName)
        return;
    m_step = stepName;
    const std::lock_guard lock(m_cancel.m_state->mutex);
    m_cancel.m_state->step = stepName;
}

void Budget::pauseClock()
{
    if (m_pausedAt.count() < 0)
        m_pausedAt = m_clock.monotonic();
    m_cancel.m_state->beat.store(-1, std::memory_order_relaxed);
}

void Budget::resumeClock()
{
    if (m_pausedAt.count() < 0)
        return;
    m_paused += m_clock.monotonic() - m_pausedAt;
    m_pausedAt = std::chrono::nanoseconds{-1};
    m_cancel.m_state->beat.store(m_clock.monotonic().count(), std::memory_order_relaxed);
}

Result<> Budget::check()
{
    if (m_cancel.cancelled())
        return fail(ErrorCode::Cancelled, {{QLatin1StringView("step"), m_step}});
    if (m_rowLimit > 0 && m_rows > m_rowLimit)
        return fail(ErrorCode::RunRowLimit,
                    {{QLatin1StringView("step"), m_step}, {QLatin1StringView("limit"), QString::number(m_rowLimit)}});
    if (m_byteLimit > 0 && m_bytes + m_working > m_byteLimit)
        return fail(ErrorCode::RunByteLimit,
                    {{QLatin1StringView("step"), m_step},
                     {QLatin1StringView("limit"), QLocale::c().formattedDataSize(m_byteLimit)}});
    if (m_pausedAt.count() >= 0)
        return {};
    const std::chrono::nanoseconds now = m_clock.monotonic();
    m_cancel.m_state->beat.store(now.count(), std::memory_order_relaxed);
    if (m_time.count() > 0 && now - m_started - m_paused > m_time)
        return fail(ErrorCode::RunTimeLimit,
                    {{QLatin1StringView("step"), m_step}, {QLatin1StringView("limit"), durationText(m_time)}});
    return {};
}

QByteArray HttpResponse::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers)
        if (QByteArrayView(name) == lowerCaseName)
            return value;
    return {};
}

} // namespace dash
