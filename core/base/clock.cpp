#include "core/base/clock.h"

#include <QRandomGenerator>

#include <cstring>

namespace dash {

UtcMs SystemClock::now() const
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

quint64 RandomSource::next64()
{
    unsigned char bytes[8];
    fill(bytes);
    quint64 value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

void SystemRandom::fill(std::span<unsigned char> out)
{
    for (size_t i = 0; i < out.size(); i += 4) {
        const quint32 word = QRandomGenerator::system()->generate();
        std::memcpy(out.data() + i, &word, std::min<size_t>(4, out.size() - i));
    }
}

} // namespace dash
