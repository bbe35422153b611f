#pragma once
// A host over a real points.db whose clock is moved by hand, with sources that do as the test says.

#include "core/engine/host.h"
#include "tests/engine/run/tiny_steps.h"
#include "tests/points/points_kit.h"

#include <QSignalSpy>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace dash::test {

// Read by every thread, moved by the test's.
class SteppedClock final : public Clock {
public:
    UtcMs now() const override { return fromMs(m_wall.load()); }
    std::chrono::nanoseconds monotonic() const override { return std::chrono::nanoseconds(m_steady.load()); }
    void advance(Millis by)
    {
        m_wall += by.count();
        m_steady += by.count() * 1'000'000;
    }
    void jump(Millis by) { m_wall += by.count(); } // the wall clock alone: set by hand, or after a sleep
    void setWall(const char *iso) { m_wall = *parseIso(QString::fromLatin1(iso)); }

private:
    std::atomic<qint64> m_wall{1'767'225'600'000};
    std::atomic<qint64> m_steady{0};
};

// Every number is the same: jitter is known.
class ConstantRandom final : public RandomSource {
public:
    std::atomic<unsigned char> byte{0};
    void fill(std::span<unsigned char> out) override
    {
        // Ids come from here too and have to differ.
        if (out.size() != 8) {
            m_system.fill(out);
            return;
        }
        for (unsigned char &one : out)
            one = byte;
    }

private:
    SystemRandom m_system;
};

// What the source "gate" waits for: it begins, says so, and goes on when it is let through. It looks at no budget, as
// code that hangs does.
class Gate {
public:
    void enter(); // by the source
    void open();  // lets all through from now on
    void close();
    void letOne();
    int inside() const { return m_inside; }
    int most() const { return m_most; }
    int entered() const { return m_entered; }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
    int m_passes = 0;
    std::atomic<int> m_inside{0}, m_most{0}, m_entered{0};
};

class HostWorld {
public:
    enum class Network { None, Real };
    explicit HostWorld(Network network = Network::None);
    ~HostWorld();

    static Pipeline pipelineOf(int n, const QByteArray &nodes, const char *more = "");
    void restart(); // ends the host and its database, opens them again
    void openHost();
    PipelineStatus status(int n) const { return host->status(pipeline(n)); }
    std::vector<RunRecord> history(int n) const;
    QStringList rows(int n, const QString &output = QStringLiteral("rows")) const;
    bool waitForRuns(int n, int count) const; // in the history
    // Advances and lets the host look.
    void pass(Millis by)
    {
        clock.advance(by);
        host->wake();
    }

    QTemporaryDir folder;
    SteppedClock clock;
    ConstantRandom random;
    struct Secrets final : SecretSource {
        std::map<QString, QByteArray> values; // set before the host runs anything
        Result<QByteArray> secret(const QString &name) override
        {
            const auto found = values.find(name);
            return found != values.end() ? Result<QByteArray>(found->second)
                                         : fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
        }
    };
    Secrets secrets;
    Gate gate;
    std::shared_ptr<std::atomic<int>> sourceFails = std::make_shared<std::atomic<int>>(0); // "moody": how often still
    Registry registry;
    Network network;
    std::unique_ptr<PointsDb> points;
    std::unique_ptr<PipelineHost> host;
};

inline constexpr char kGateNode[] = "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"gate\"}";
inline constexpr char kNumbersNode[] =
    "{\"id\":\"in\",\"kind\":\"source\",\"type\":\"numbers\",\"config\":{\"count\":5}}";
inline constexpr char kRowsNode[] = "{\"id\":\"rows\",\"kind\":\"output\",\"type\":\"table\"}";

} // namespace dash::test
