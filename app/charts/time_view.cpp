#include "app/charts/time_view.h"

#include <algorithm>
#include <cmath>

namespace dash {

namespace {
constexpr double kLeastSpan = 1;                           // ms
constexpr double kMostSpan = 200.0 * 365 * 86'400 * 1'000; // 200 years
constexpr std::size_t kMostSteps = 100;
constexpr qint64 kFirstSpan = 30'000; // of a window that grows
constexpr double kGrowth = 1.1;       // how much wider it becomes when it is full
} // namespace

TimeView::TimeView(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &TimeView::advance);
    m_settle.setSingleShot(true);
    m_settle.setInterval(600);
    connect(&m_settle, &QTimer::timeout, this, &TimeView::remember);
    m_to = static_cast<double>(now());
    m_from = m_to - static_cast<double>(m_window.last.count());
    m_steps.push_back(m_window);
    schedule();
}

bool TimeView::showsNow() const
{
    const auto at = static_cast<double>(now());
    return m_from <= at && m_to >= at - span() * 0.01;
}

void TimeView::setWindow(const TimeWindow &window)
{
    if (m_settle.isActive()) {
        m_settle.stop();
        remember();
    }
    m_growsSince.reset();
    m_window = window;
    if (follows()) {
        const auto end = static_cast<double>(now());
        apply(end - static_cast<double>(window.last.count()), end);
    } else {
        apply(static_cast<double>(window.absolute.from), static_cast<double>(window.absolute.to));
    }
    remember();
    schedule();
    Q_EMIT windowChosen();
}

void TimeView::start(const TimeWindow &window)
{
    m_beginning = window;
    setWindow(window);
    m_settle.stop();
    m_steps = {m_window};
    m_at = 0;
    Q_EMIT windowChosen();
}

void TimeView::grow(const TimeWindow &window, qint64 since)
{
    start(window);
    if (!follows())
        return;
    m_growsSince = since;
    advance();
}

// How wide a growing window is now.
Millis TimeView::grown() const
{
    const auto filled = static_cast<double>(std::max<qint64>(0, now() - *m_growsSince));
    double wide = kFirstSpan;
    if (filled >= wide) // steps that do not depend on when one looks
        wide *= std::pow(kGrowth, std::floor(std::log(filled / wide) / std::log(kGrowth) + 1e-9) + 1);
    return std::min(m_beginning.last, Millis(std::llround(wide)));
}

void TimeView::follow()
{
    if (!m_live) {
        setWindow(m_beginning);
        return;
    }
    TimeWindow window;
    window.last = Millis(std::max<qint64>(1, std::llround(span())));
    setWindow(window);
}

void TimeView::zoomAt(double t, double factor)
{
    m_growsSince.reset();
    const double old = span();
    const double wide = std::clamp(old * factor, kLeastSpan, kMostSpan);
    const auto end = static_cast<double>(now());
    // While following, the right edge is where the hand expects to stay when it points there, or zooms out over now.
    const bool atEnd = follows() && m_to - t < old * 0.03;
    if (follows() && (atEnd || wide > old)) {
        m_window.last = Millis(std::max<qint64>(1, std::llround(wide)));
        m_settle.start();
        apply(end - wide, end);
        schedule();
        Q_EMIT windowChosen();
        return;
    }
    const double share = (t - m_from) / old;
    leaveFollow();
    apply(t - wide * share, t + wide * (1 - share));
}

void TimeView::panBy(double ms)
{
    if (ms == 0)
        return;
    leaveFollow();
    apply(m_from + ms, m_to + ms);
}

void TimeView::setRange(double from, double to)
{
    if (!(to > from))
        return;
    if (to - from < kLeastSpan || to - from > kMostSpan) {
        const double middle = from / 2 + to / 2;
        const double half = std::clamp(to - from, kLeastSpan, kMostSpan) / 2;
        from = middle - half;
        to = middle + half;
    }
    leaveFollow();
    apply(from, to);
}

void TimeView::back()
{
    if (m_settle.isActive()) {
        m_settle.stop();
        remember();
    }
    if (!canGoBack())
        return;
    const std::size_t at = m_at - 1;
    const TimeWindow window = m_steps[at];
    const auto steps = m_steps;
    setWindow(window);
    m_steps = steps;
    m_at = at;
    Q_EMIT windowChosen();
}

void TimeView::forward()
{
    if (!canGoForward())
        return;
    const std::size_t at = m_at + 1;
    const auto steps = m_steps;
    setWindow(steps[at]);
    m_steps = steps;
    m_at = at;
    Q_EMIT windowChosen();
}

void TimeView::setPixels(double pixels)
{
    m_pixels = std::max({100.0, m_pixels, pixels});
}

void TimeView::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    if (running)
        advance();
    else
        m_tick.stop();
}

void TimeView::point(std::optional<double> t)
{
    if (m_pointed == t)
        return;
    m_pointed = t;
    Q_EMIT pointedChanged();
}

void TimeView::apply(double from, double to)
{
    const double span = to - from;
    if (from < static_cast<double>(kMinInstant)) {
        from = static_cast<double>(kMinInstant);
        to = from + span;
    }
    if (to > static_cast<double>(kMaxInstant)) {
        to = static_cast<double>(kMaxInstant);
        from = to - span;
    }
    if (from == m_from && to == m_to)
        return;
    m_from = from;
    m_to = to;
    Q_EMIT moved();
}

void TimeView::leaveFollow()
{
    m_growsSince.reset();
    const bool followed = follows();
    if (followed)
        m_window.last = Millis(0);
    m_settle.start();
    if (followed) {
        m_tick.stop();
        m_window.absolute = range();
        Q_EMIT windowChosen();
    }
}

void TimeView::remember()
{
    if (!follows())
        m_window.absolute = range();
    if (m_at < m_steps.size() && m_steps[m_at] == m_window)
        return;
    m_steps.resize(std::min(m_steps.size(), m_at + 1));
    m_steps.push_back(m_window);
    if (m_steps.size() > kMostSteps)
        m_steps.erase(m_steps.begin());
    m_at = m_steps.size() - 1;
    Q_EMIT windowChosen();
}

void TimeView::advance()
{
    if (follows()) {
        const bool wider = m_growsSince && grown() != m_window.last;
        if (wider) {
            m_window.last = grown();
            m_steps = {m_window};
            m_at = 0;
        }
        const auto end = static_cast<double>(now());
        apply(end - static_cast<double>(m_window.last.count()), end);
        if (wider)
            Q_EMIT windowChosen();
        if (m_growsSince && m_window.last == m_beginning.last)
            m_growsSince.reset();
    }
    schedule();
}

void TimeView::schedule()
{
    if (!m_running || !follows())
        return;
    const double perPixel = static_cast<double>(m_window.last.count()) / m_pixels;
    m_tick.start(std::clamp(static_cast<int>(perPixel), 16, 60'000));
}

} // namespace dash
