#pragma once
// The time-series store: a log-structured column store inside SQLite (design §4). One writer, any number of readers.
// All times are int64 UTC ms, ranges are half-open. A point is one value of one series at one time: a later write of
// the same time replaces the earlier one.

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/db/database.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dash {

enum class ValueType : std::uint8_t { Double, Int64, Bool, Decimal, Text };

enum class SeriesId : std::int64_t {};

struct Label {
    std::string name;
    std::string value;
    friend bool operator==(const Label &, const Label &) = default;
    friend auto operator<=>(const Label &, const Label &) = default;
};

// Identity of a series: the pipeline that makes it, a name and labels (kept sorted by name; resolve() sorts).
struct SeriesKey {
    std::string owner; // pipeline id text; empty for data without a pipeline
    std::string name;
    std::vector<Label> labels;
    friend bool operator==(const SeriesKey &, const SeriesKey &) = default;
};

struct SeriesInfo {
    SeriesId id{};
    SeriesKey key;
    ValueType type = ValueType::Double;
    int scale = 0; // Decimal: places of the stored int64 units
    std::string unit;
    std::uint64_t points = 0;
    qint64 first = 0; // times of the first and last point; meaningless while points == 0
    qint64 last = 0;
};

// Points of one series; exactly one value vector is used, by the series' type (Bool → ints 0/1, Decimal → ints units).
// Any order, duplicates allowed: within a block the last one of a time wins.
struct PointBlock {
    SeriesId series{};
    std::vector<qint64> times;
    std::vector<double> doubles;
    std::vector<qint64> ints;
    std::vector<std::string> texts;
};

struct AppendCounts {
    std::uint64_t added = 0;       // times that had no point
    std::uint64_t overwritten = 0; // times whose value changed
    std::uint64_t identical = 0;   // times that had exactly this value
    std::uint64_t expired = 0;     // older than what retention has dropped: not stored
};

struct Points { // ascending, unique times; columns as in PointBlock
    ValueType type = ValueType::Double;
    int scale = 0;
    std::vector<qint64> times;
    std::vector<double> doubles;
    std::vector<qint64> ints;
    std::vector<std::string> texts;
};

// n equal buckets of [from, to) as columns; bucket i covers [from + span*i/n, from + span*(i+1)/n).
// Values as double for drawing, and exact int64 sums/extremes for Int64 and Decimal series in the *Units columns
// (sum as 128-bit). count == 0: the other columns hold 0.
struct Buckets {
    std::vector<std::uint64_t> count;
    std::vector<double> min, max, first, last, sum;
    std::vector<qint64> firstTime, lastTime;
    std::vector<qint64> minUnits, maxUnits; // empty for Double series
};

struct SeriesStoreStats {
    std::uint64_t series = 0;
    std::uint64_t points = 0;
    qint64 chunkBytes = 0;
    qint64 logBytes = 0; // batch log not yet sealed
    qint64 fileBytes = 0;
};

struct SeriesStoreOptions {
    std::size_t chunkPoints = 8'192;          // points a sealed chunk aims at
    std::size_t headBytes = 64 * 1024 * 1024; // decoded, unsealed points kept in memory before sealing starts
};

// The writing side. Lives on one thread, over a Database that it does not own and that outlives it. Every change is
// made inside the caller's open Transaction ("join"); the caller then reports its end by committed() or rolledBack().
class SeriesStore {
public:
    static Result<std::unique_ptr<SeriesStore>> open(Database &db, const SeriesStoreOptions &options = {});
    ~SeriesStore();

    // The id of the series with this key, created when new. SeriesType when it exists with another type; for Decimal
    // the scale is fixed by the first call.
    Result<SeriesId> resolve(const SeriesKey &key, ValueType type, int scale = 0, std::string_view unit = {});
    // Appends blocks as one batch-log row. Counts are decided against what is stored. Errors: SeriesType,
    // SeriesTextTooLong, SeriesTime, SeriesUnknown (nothing of the call is kept).
    Result<AppendCounts> append(std::span<const PointBlock> blocks);
    void committed();  // the joined transaction is durable: readers may see it
    void rolledBack(); // it is gone: the head goes back to before

    // Moves unsealed points of the fullest series into chunks, at most `budget` points; true while more is to do.
    Result<bool> seal(std::size_t budget);
    // Drops points older than `before` in the series (or all): whole chunks, and the edge chunk exactly.
    Result<std::uint64_t> retain(qint64 before, const std::vector<SeriesId> &series = {});
    // Removes the points of [from, to), and the series itself when the range is everything.
    Result<std::uint64_t> erase(SeriesId series, TimeRange range);
    Result<SeriesStoreStats> stats();

    // What the last commits changed: series and the time range touched. Called from committed() on the writer thread.
    std::function<void(const std::vector<std::pair<SeriesId, TimeRange>> &)> onChanged;

    // Shared with readers of this process: immutable view of the unsealed heads, safe from any thread.
    struct Heads;
    std::shared_ptr<const Heads> heads() const;

private:
    struct Impl;
    explicit SeriesStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// A consistent view: one read transaction plus the heads that belong to it. Use it on one thread; drop it soon (an open
// snapshot keeps old pages alive). In another process (no heads given) unsealed points are decoded from the batch log.
class SeriesSnapshot {
public:
    static Result<std::unique_ptr<SeriesSnapshot>> open(Database &reader,
                                                        std::shared_ptr<const SeriesStore::Heads> heads = {});
    ~SeriesSnapshot();

    Result<std::vector<SeriesInfo>> list() const;
    // Series of this name (empty = any) holding all given labels, any owner unless given.
    Result<std::vector<SeriesInfo>> find(std::string_view name, const std::vector<Label> &labels,
                                         std::string_view owner = {}) const;
    Result<SeriesInfo> info(SeriesId series) const;
    Result<Points> range(SeriesId series, TimeRange range, std::size_t limit = SIZE_MAX) const;
    Result<std::vector<Buckets>> buckets(std::span<const SeriesId> series, TimeRange range, std::size_t n) const;
    // The newest point before `before`, as a Points of size 0 or 1.
    Result<Points> last(SeriesId series, qint64 before = INT64_MAX) const;

private:
    struct Impl;
    explicit SeriesSnapshot(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace dash
