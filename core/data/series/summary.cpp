#include "core/data/series/chunk.h"

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
