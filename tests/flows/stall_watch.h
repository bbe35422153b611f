#pragma once
// How long the window's thread was away at most: a timer of 2 ms that notes the gaps between its ticks, and how much of
// a gap the thread itself worked (the rest it waited, on a busy machine often for its turn).

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

namespace dash::test {

class StallWatch {
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kEvery);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_since.start();
        m_timer.start();
    }
    double longestMs() const { return m_stalls.empty() ? 0 : *std::max_element(m_stalls.begin(), m_stalls.end()); }
    // The stall that only one of `in` ticks exceeds.
    double rareMs(std::size_t in)
    {
        std::sort(m_stalls.begin(), m_stalls.end());
        return m_stalls.empty() ? 0 : m_stalls[m_stalls.size() - 1 - m_stalls.size() / in];
    }
    double longestWorkMs() const { return m_work.empty() ? 0 : *std::max_element(m_work.begin(), m_work.end()); }
    std::size_t ticks() const { return m_stalls.size(); }
    qint64 peakKilobytes() const { return m_peak; }

    // The event loop as the program runs it, until the condition holds; false after `most` ms.
    static bool loopUntil(const std::function<bool()> &condition, int most)
    {
        QEventLoop loop;
        QElapsedTimer since;
        since.start();
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (condition() || since.elapsed() > most)
                loop.quit();
        });
        look.start(20);
        loop.exec();
        return condition();
    }
    static qint64 residentKilobytes()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0; // not on this system
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }

private:
    static constexpr int kEvery = 2;
    static double threadMs()
    {
#ifdef CLOCK_THREAD_CPUTIME_ID
        timespec now{};
        if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0)
            return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
#endif
        return 0;
    }
    void tick()
    {
        const double worked = threadMs();
        m_work.push_back(worked - m_worked);
        m_worked = worked;
        m_stalls.push_back(std::max(0.0, double(m_since.nsecsElapsed()) / 1e6 - kEvery));
        m_since.restart();
        if (m_stalls.size() % 100 == 0)
            m_peak = std::max(m_peak, residentKilobytes());
    }
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_stalls, m_work;
    double m_worked = threadMs();
    qint64 m_peak = 0;
};

} // namespace dash::test
