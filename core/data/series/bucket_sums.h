#pragma once
// Sorts points and summaries, fed in ascending time, into the buckets of a query.

#include "core/data/series/chunk.h"

namespace dash::series {

class BucketSums {
public:
    BucketSums(ValueType type, int scale, TimeRange range, std::size_t n);

    // Which bucket a time is in: -1 before the range, n behind it.
    std::ptrdiff_t bucketOf(qint64 time) const;
    bool isEmpty(std::ptrdiff_t bucket) const { return m_sums[static_cast<std::size_t>(bucket)].count == 0; }
    std::ptrdiff_t size() const { return static_cast<std::ptrdiff_t>(m_sums.size()); }

    void addPoints(std::span<const qint64> times, std::span<const Word> words);
    // Doubles as units of 10^-exponent, at most kBlockPoints of them.
    void addScaled(std::span<const qint64> times, std::span<const std::int64_t> units, int exponent);
    // A run that lies in one bucket, with everything known of it.
    void addSummary(std::ptrdiff_t bucket, const Summary &summary)
    {
        m_sums[static_cast<std::size_t>(bucket)].append(summary, m_type);
    }
    Buckets finish() const;

private:
    qint64 edge(std::size_t bucket) const;
    // Calls visit(bucket, from, to) for the runs of these ascending times that lie in one bucket each.
    template <class Visit>
    void forRuns(std::span<const qint64> times, Visit visit) const;

    ValueType m_type;
    int m_scale;
    TimeRange m_range;
    std::vector<Summary> m_sums;
};

} // namespace dash::series
