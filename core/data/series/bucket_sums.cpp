#include "core/data/series/bucket_sums.h"

#include "core/data/series/decimal_scale.h"

#include <algorithm>
#include <limits>

namespace dash::series {

BucketSums::BucketSums(ValueType type, int scale, TimeRange range, std::size_t n)
    : m_type(type)
    , m_scale(scale)
    , m_range(range)
    , m_sums(n)
{
}

qint64 BucketSums::edge(std::size_t bucket) const
{
    const auto span = static_cast<std::uint64_t>(m_range.span());
    if (span < (std::uint64_t{1} << 63) / m_sums.size()) // bucket <= size
        return m_range.from + static_cast<qint64>(span * bucket / m_sums.size());
    return m_range.from + static_cast<qint64>(static_cast<Int128>(m_range.span()) * static_cast<Int128>(bucket) /
                                              static_cast<Int128>(m_sums.size()));
}

std::ptrdiff_t BucketSums::bucketOf(qint64 time) const
{
    if (time < m_range.from)
        return -1;
    if (time >= m_range.to)
        return size();
    const auto way = static_cast<std::uint64_t>(time - m_range.from);
    std::size_t bucket = 0;
    if (way < (std::uint64_t{1} << 63) / m_sums.size())
        bucket = static_cast<std::size_t>(way * m_sums.size() / static_cast<std::uint64_t>(m_range.span()));
    else
        bucket =
            static_cast<std::size_t>(static_cast<UInt128>(way) * m_sums.size() / static_cast<UInt128>(m_range.span()));
    // Edges are rounded down to whole milliseconds, so the time may already be behind the next one.
    while (bucket + 1 < m_sums.size() && edge(bucket + 1) <= time)
        ++bucket;
    return static_cast<std::ptrdiff_t>(bucket);
}

template <class Visit>
void BucketSums::forRuns(std::span<const qint64> times, Visit visit) const
{
    std::size_t i =
        static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), m_range.from) - times.begin());
    while (i < times.size() && times[i] < m_range.to) {
        const auto bucket = static_cast<std::size_t>(bucketOf(times[i]));
        const qint64 end = edge(bucket + 1);
        std::size_t j = i + 1;
        // Gallop: runs are short with many buckets and long with few.
        for (std::size_t step = 1; j < times.size() && times[j] < end; j += step, step *= 2) {
            if (j + step >= times.size() || times[j + step] >= end) {
                const auto stop = times.begin() + static_cast<std::ptrdiff_t>(std::min(times.size(), j + step));
                j = static_cast<std::size_t>(
                    std::lower_bound(times.begin() + static_cast<std::ptrdiff_t>(j), stop, end) - times.begin());
                break;
            }
        }
        visit(bucket, i, j);
        i = j;
    }
}

void BucketSums::addPoints(std::span<const qint64> times, std::span<const Word> words)
{
    forRuns(times, [&](std::size_t bucket, std::size_t i, std::size_t j) {
        m_sums[bucket].append(summarize(m_type, times.subspan(i, j - i), words.subspan(i, j - i)), m_type);
    });
}

void BucketSums::addScaled(std::span<const qint64> times, std::span<const std::int64_t> units, int exponent)
{
    forRuns(times, [&](std::size_t bucket, std::size_t i, std::size_t j) {
        m_sums[bucket].append(summarizeScaled(exponent, times.subspan(i, j - i), units.subspan(i, j - i)), m_type);
    });
}

Buckets BucketSums::finish() const
{
    const std::size_t n = m_sums.size();
    Buckets out;
    out.count.resize(n);
    for (auto *column : {&out.min, &out.max, &out.first, &out.last, &out.sum})
        column->resize(n);
    out.firstTime.resize(n);
    out.lastTime.resize(n);
    const bool exact = m_type != ValueType::Double && m_type != ValueType::Text;
    if (exact) {
        for (auto *column : {&out.minUnits, &out.maxUnits, &out.firstUnits, &out.lastUnits})
            column->resize(n);
        out.sumUnits.resize(n);
    }
    const double power = kPowersOfTen[static_cast<std::size_t>(std::min(m_scale, kMaxExponent))] *
                         kPowersOfTen[static_cast<std::size_t>(std::max(0, m_scale - kMaxExponent))];
    for (std::size_t i = 0; i < n; ++i) {
        const Summary &s = m_sums[i];
        if (s.count == 0)
            continue;
        out.count[i] = s.count;
        out.firstTime[i] = s.firstTime;
        out.lastTime[i] = s.lastTime;
        if (exact) {
            out.minUnits[i] = s.minUnits;
            out.maxUnits[i] = s.maxUnits;
            out.firstUnits[i] = static_cast<qint64>(s.first);
            out.lastUnits[i] = static_cast<qint64>(s.last);
            out.sumUnits[i] = s.sumUnits;
            out.min[i] = static_cast<double>(s.minUnits) / power;
            out.max[i] = static_cast<double>(s.maxUnits) / power;
            out.first[i] = static_cast<double>(static_cast<qint64>(s.first)) / power;
            out.last[i] = static_cast<double>(static_cast<qint64>(s.last)) / power;
            out.sum[i] = static_cast<double>(s.sumUnits) / power;
        } else if (m_type == ValueType::Double) {
            const double none = std::numeric_limits<double>::quiet_NaN();
            out.min[i] = s.numbers == 0 ? none : s.min;
            out.max[i] = s.numbers == 0 ? none : s.max;
            out.first[i] = std::bit_cast<double>(s.first);
            out.last[i] = std::bit_cast<double>(s.last);
            out.sum[i] = s.sum;
            if (out.numbers.empty() && s.numbers == s.count)
                continue;
            if (out.numbers.empty())
                out.numbers = out.count; // all were, up to here
            out.numbers[i] = s.numbers;
        }
    }
    return out;
}

} // namespace dash::series
