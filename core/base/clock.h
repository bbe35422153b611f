#pragma once
// Time and randomness come in from outside, so that tests decide them.

#include "core/base/time.h"

#include <span>

namespace dash {

class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcMs now() const = 0;                          // wall clock, may jump
    virtual std::chrono::nanoseconds monotonic() const = 0; // never goes back; for deadlines and durations
};

class SystemClock final : public Clock {
public:
    UtcMs now() const override;
    std::chrono::nanoseconds monotonic() const override;
};

// A clock that moves only when told. Thread-safe for one mover and many readers is not promised: tests drive it.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcMs start = fromMs(1'767'225'600'000))
        : m_now(start)
    {
    }
    UtcMs now() const override { return m_now; }
    std::chrono::nanoseconds monotonic() const override { return m_monotonic; }
    void advance(Millis by)
    {
        m_now += by;
        m_monotonic += by;
    }
    void jumpTo(UtcMs now) { m_now = now; }

private:
    UtcMs m_now;
    std::chrono::nanoseconds m_monotonic{0};
};

class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<unsigned char> out) = 0; // thread-safe
    quint64 next64();
};

// Cryptographically strong, from the operating system.
class SystemRandom final : public RandomSource {
public:
    void fill(std::span<unsigned char> out) override;
};

} // namespace dash
