#pragma once
// The stretch of time that all charts of a dashboard show, and the moment pointed at. Moves with the clock while it
// follows; zooming and panning leave it, "Follow" returns. Steps back and forward through where one has been.

#include "core/base/clock.h"
#include "core/model/dashboard.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace dash {

class TimeView : public QObject {
    Q_OBJECT
public:
    explicit TimeView(const Clock &clock, QObject *parent = nullptr);

    double from() const { return m_from; } // UTC ms; fractions while panning
    double to() const { return m_to; }
    TimeRange range() const { return {static_cast<qint64>(m_from), static_cast<qint64>(m_to)}; }
    double span() const { return m_to - m_from; }
    bool follows() const { return m_window.last.count() > 0; }
    bool showsNow() const;
    const TimeWindow &window() const { return m_window; }
    qint64 now() const { return toMs(m_clock.now()); }

    // Where one begins: there is nothing to go back to.
    void start(const TimeWindow &window);
    // As start(), for a window that follows and data that began at `since`: half a minute is shown at first, and from
    // when that is full always so much that data fills at least 90 % of the width, until it is as wide as the window.
    // A choice of time ends that.
    void grow(const TimeWindow &window, qint64 since);
    // What was chosen: while it grows, the window it grows to.
    const TimeWindow &chosen() const { return m_growsSince ? m_beginning : m_window; }
    const TimeWindow &beginning() const { return m_beginning; } // as given to start() or grow()
    // A choice: kept in the list of steps.
    void setWindow(const TimeWindow &window);
    // Ends where now is, as long as it is now; with setLive(false), data that has an end, back to where one began.
    void follow();
    void setLive(bool live) { m_live = live; }
    bool isLive() const { return m_live; }
    bool atBeginning() const { return range() == m_beginning.absolute; } // of what is not live
    // By hand; `t` is the moment that stays under the pointer. Steps within 600 ms are one.
    void zoomAt(double t, double factor);
    void panBy(double ms);
    void setRange(double from, double to);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_steps.size(); }
    void back();
    void forward();

    // Charts say how wide they are; following moves once a pixel, not more often.
    void setPixels(double pixels);
    void setRunning(bool running); // hidden pages stand still

    std::optional<double> pointed() const { return m_pointed; }
    void point(std::optional<double> t);

Q_SIGNALS:
    void moved();        // from() and to() are different
    void windowChosen(); // window(), follows() or the steps changed
    void pointedChanged();

private:
    void apply(double from, double to);
    void remember();
    void leaveFollow();
    void advance();
    void schedule();
    Millis grown() const;

    const Clock &m_clock;
    bool m_live = true;
    TimeWindow m_window;
    TimeWindow m_beginning;
    std::optional<qint64> m_growsSince;
    double m_from = 0;
    double m_to = 1;
    double m_pixels = 1'000;
    bool m_running = true;
    std::optional<double> m_pointed;
    std::vector<TimeWindow> m_steps;
    std::size_t m_at = 0;
    QTimer m_tick;
    QTimer m_settle;
};

} // namespace dash
