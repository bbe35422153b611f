#include "core/data/series/chunk.h"

#include "core/data/series/decimal_scale.h"

#include <algorithm>
#include <cmath>

namespace dash::series {

namespace {

void addNumber(Summary &s, double v)
{
    if (std::isnan(v))
        return;
    s.min = s.numbers == 0 ? v : std::min(s.min, v);
    s.max = s.numbers == 0 ? v : std::max(s.max, v);
    s.sum += v;
    ++s.numbers;
}

struct Extremes {
    std::int64_t least;
    std::int64_t most;
    std::uint64_t sum; // units are below 2^53; only a damaged file's could wrap
};

inline Extremes findExtremes(const std::int64_t *units, std::size_t n)
{
    Extremes out{units[0], units[0], 0};
    for (std::size_t i = 0; i < n; ++i) {
        out.least = units[i] < out.least ? units[i] : out.least;
        out.most = units[i] > out.most ? units[i] : out.most;
        out.sum += static_cast<std::uint64_t>(units[i]);
    }
    return out;
}

#if defined(__x86_64__) && defined(__GNUC__)
// The oldest x86-64 cannot compare 64-bit integers side by side; the same loop compiled for one that can.
__attribute__((target("avx2"), flatten)) Extremes findExtremesSideBySide(const std::int64_t *units, std::size_t n)
{
    return findExtremes(units, n);
}
#endif

Extremes extremesOf(std::span<const std::int64_t> units)
{
#if defined(__x86_64__) && defined(__GNUC__)
    static const bool sideBySide = __builtin_cpu_supports("avx2") != 0;
    if (sideBySide)
        return findExtremesSideBySide(units.data(), units.size());
#endif
    return findExtremes(units.data(), units.size());
}

void addUnits(Summary &s, std::int64_t v)
{
    s.minUnits = s.numbers == 0 ? v : std::min(s.minUnits, v);
    s.maxUnits = s.numbers == 0 ? v : std::max(s.maxUnits, v);
    s.sumUnits += v;
    ++s.numbers;
}

} // namespace

Summary summarize(ValueType type, std::span<const qint64> times, std::span<const Word> words)
{
    Summary s;
    s.count = words.size();
    if (words.empty())
        return s;
    if (!times.empty()) {
        s.firstTime = times.front();
        s.lastTime = times.back();
    }
    s.first = words.front();
    s.last = words.back();
    if (type == ValueType::Double) {
        for (const Word w : words)
            addNumber(s, std::bit_cast<double>(w));
    } else if (type != ValueType::Text) {
        for (const Word w : words)
            addUnits(s, static_cast<std::int64_t>(w));
    }
    return s;
}

Summary summarizeScaled(int exponent, std::span<const qint64> times, std::span<const std::int64_t> units)
{
    Summary s;
    s.count = s.numbers = units.size();
    s.firstTime = times.front();
    s.lastTime = times.back();
    const Extremes found = extremesOf(units);
    // Dividing by a power of ten keeps the order, so that the extremes stay the extremes.
    s.min = unscaled(found.least, exponent);
    s.max = unscaled(found.most, exponent);
    s.sum = unscaled(static_cast<std::int64_t>(found.sum), exponent);
    s.first = std::bit_cast<Word>(unscaled(units.front(), exponent));
    s.last = std::bit_cast<Word>(unscaled(units.back(), exponent));
    return s;
}

void Summary::append(const Summary &later, ValueType type)
{
    if (later.count == 0)
        return;
    if (count == 0) {
        *this = later;
        return;
    }
    count += later.count;
    lastTime = later.lastTime;
    last = later.last;
    if (later.numbers == 0)
        return;
    if (type == ValueType::Double) {
        min = numbers == 0 ? later.min : std::min(min, later.min);
        max = numbers == 0 ? later.max : std::max(max, later.max);
        sum += later.sum;
    } else {
        minUnits = numbers == 0 ? later.minUnits : std::min(minUnits, later.minUnits);
        maxUnits = numbers == 0 ? later.maxUnits : std::max(maxUnits, later.maxUnits);
        // Unsigned, so that a damaged file's numbers cannot overflow.
        sumUnits = static_cast<Int128>(static_cast<UInt128>(sumUnits) + static_cast<UInt128>(later.sumUnits));
    }
    numbers += later.numbers;
}

} // namespace dash::series
