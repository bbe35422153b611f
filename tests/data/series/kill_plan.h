#pragma once
// The numbered changes that the killed process makes, and what the store holds after the first n of them.

#include "tests/data/series/series_oracle.h"

namespace dash::test {

inline constexpr int kChanges = 24;
inline constexpr qint64 kKillStart = 1'767'225'600'000;

inline SeriesStoreOptions killOptions()
{
    SeriesStoreOptions options;
    options.chunkPoints = 40;
    return options;
}

inline std::vector<std::pair<qint64, Cell>> killPoints(int n)
{
    std::vector<std::pair<qint64, Cell>> out;
    for (int i = 0; i < 10; ++i)
        out.emplace_back(kKillStart + (n * 10 + i) * 1'000, Cell{static_cast<std::uint64_t>(n), {}});
    if (n > 0)
        out.emplace_back(kKillStart + (n * 7 % (n * 10)) * 1'000, Cell{static_cast<std::uint64_t>(1'000 + n), {}});
    return out;
}

inline qint64 killCut(int n)
{
    return kKillStart + n * 2'500 + 1;
}
inline TimeRange killErased(int n)
{
    return {kKillStart + n * 5'000, kKillStart + n * 5'000 + 3'000};
}

inline Result<> runChange(SeriesStore &store, int n)
{
    const auto id = store.resolve({"", "killed", {{"a", "b"}, {"c", "d"}}}, ValueType::Int64);
    if (!id)
        return fail(id.error());
    const PointBlock block = toBlock(*id, ValueType::Int64, killPoints(n));
    if (const auto done = store.append(std::span(&block, 1)); !done)
        return fail(done.error());
    if (n % 3 == 2) {
        if (const auto done =
                store.seal(SIZE_MAX, n % 2 == 0 ? SeriesStore::SealScope::Everything : SeriesStore::SealScope::Due);
            !done)
            return fail(done.error());
    }
    if (n % 8 == 5) {
        if (const auto done = store.retain(killCut(n)); !done)
            return fail(done.error());
    }
    if (n % 8 == 7) {
        if (const auto done = store.erase(*id, killErased(n)); !done)
            return fail(done.error());
    }
    return {};
}

inline std::map<qint64, Cell> afterChanges(int count)
{
    OracleSeries s{ValueType::Int64, kMinInstant, {}};
    for (int n = 0; n < count; ++n) {
        (void)applyBlock(s, killPoints(n));
        if (n % 8 == 5) {
            s.floor = killCut(n);
            (void)removeRange(s, kMinInstant, s.floor);
        }
        if (n % 8 == 7)
            (void)removeRange(s, killErased(n).from, killErased(n).to);
    }
    return s.points;
}

} // namespace dash::test
