#pragma once
// The time-series store: a log-structured column store inside SQLite (design §4). One writer, any number of readers.
// All times are int64 UTC ms, ranges are half-open. A point is one value of one series at one time: a later write of
// the same time replaces the earlier one.

#include "core/base/decimal.h"
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

// Points that were stored and cannot be read: their place in the file is damaged. What was read of it is kept there.
struct SeriesGap {
    qint64 from = 0, to = 0;  // half-open
    std::uint64_t points = 0; // how many it held; 0: not known
    ErrorCode code = ErrorCode::ChunkCorrupt;
    friend bool operator==(const SeriesGap &, const SeriesGap &) = default;
};

struct Points { // ascending, unique times; columns as in PointBlock
    ValueType type = ValueType::Double;
    int scale = 0;
    std::vector<qint64> times;
    std::vector<double> doubles;
    std::vector<qint64> ints;
    std::vector<std::string> texts;
    std::vector<SeriesGap> gaps; // that touch the range asked for, ascending
};

// n equal buckets of [from, to) as columns; bucket i covers [from + span*i/n, from + span*(i+1)/n) in whole ms.
// Values as double for drawing; for Int64, Bool and Decimal series also exactly in the *Units columns. NaN counts as a
// point and may be first or last, but takes no part in min, max and sum: with nothing else min and max are NaN.
// Text series have counts and times only. count == 0: the other columns hold 0.
struct Buckets {
    std::vector<std::uint64_t> count;
    std::vector<std::uint64_t> numbers; // those not NaN, what an average divides by; empty when all are
    std::vector<double> min, max, first, last, sum;
    std::vector<qint64> firstTime, lastTime;
    std::vector<qint64> minUnits, maxUnits, firstUnits, lastUnits; // empty for Double and Text series
    std::vector<Int128> sumUnits;                                  // likewise
    std::vector<SeriesGap> gaps;                                   // that touch the range, ascending
};

struct SeriesStoreStats {
    std::uint64_t series = 0;
    std::uint64_t points = 0;
    qint64 chunkBytes = 0;
    qint64 logBytes = 0; // batch log not yet sealed
    qint64 fileBytes = 0;
    std::uint64_t setAside = 0; // damaged chunks, groups of them and rows of the batch log
};

struct SeriesStoreOptions {
    std::size_t chunkPoints = 16'384; // points a sealed chunk aims at, at most 32'768
    std::size_t headBytes =
        64 * 1024 * 1024;               // memory of decoded, unsealed points before sealing starts; see isBehind()
    qint64 logBytes = 16 * 1024 * 1024; // batch log kept before sealing starts; bounds the time to open
};

// The tables of the series store, version 1 of them. The database's owner runs it as (part of) one of its migrations.
extern const char *const kSeriesSchema;
extern const char *const kSeriesDamageSchema; // version 2: what was set aside
// The same as a list, for a database that holds series only (tests, benchmarks).
std::span<const Migration> seriesMigrations();

// The writing side. Lives on one thread, over a Database that it does not own and that outlives it. Every change is
// made inside the caller's open Transaction ("join"); the caller then reports its end by committed() or rolledBack().
class SeriesStore {
public:
    static Result<std::unique_ptr<SeriesStore>> open(Database &db, const SeriesStoreOptions &options = {});
    ~SeriesStore();

    // The id of the series with this key, created when new. SeriesType when it exists with another type. For Decimal
    // the scale is fixed by the first call: appended units are at info().scale. A new unit replaces the old one.
    Result<SeriesId> resolve(const SeriesKey &key, ValueType type, int scale = 0, std::string_view unit = {});
    Result<SeriesInfo> info(SeriesId series); // as of the last call, committed or not
    // Appends blocks as one batch-log row. Counts are decided against what is stored; of several points with one time
    // in a block only the last is counted. Errors: SeriesType, SeriesTextTooLong, SeriesTime, SeriesUnknown (nothing of
    // the call is kept); a database error asks for a rollback.
    Result<AppendCounts> append(std::span<const PointBlock> blocks);
    void committed();  // the joined transaction is durable: readers may see it
    void rolledBack(); // it is gone: the head goes back to before

    // Moves unsealed points into chunks, whole series at a time, until `budget` points are done; true while more is to
    // do. Due: series with a full chunk's worth, and the oldest ones while head or log are beyond their limits.
    enum class SealScope { Due, Everything };
    Result<bool> seal(std::size_t budget, SealScope scope = SealScope::Due);
    // Appends come faster than sealing: whoever appends should seal before the next ones, or memory grows without end.
    bool isBehind() const;
    // Drops points older than `before` in the series (or all): whole chunks, and the edge chunk exactly.
    Result<std::uint64_t> retain(qint64 before, const std::vector<SeriesId> &series = {});
    // Gives up the oldest points of the series that has most of them, a part at a time; how many. The newest chunk of a
    // series is never given up; 0 when nothing else is left.
    Result<std::uint64_t> shrink();
    // Removes the points of [from, to), and the series itself when the range is everything.
    Result<std::uint64_t> erase(SeriesId series, TimeRange range);
    Result<SeriesStoreStats> stats();
    // Looks at what the series has in the range and sets aside what does not decode; how many. The rest stays readable,
    // the range of what went reads as a gap, its bytes stay in the file. Writing and retention do the same to what they
    // meet.
    Result<std::uint64_t> setDamagedAside(SeriesId series, TimeRange range);

    // What the last commits changed: series and the time range touched. Called from committed() on the writer thread.
    std::function<void(const std::vector<std::pair<SeriesId, TimeRange>> &)> onChanged;

    // Shared with readers of this process: the heads as of the last commits, safe from any thread. The object stays the
    // same for the life of the store (and may outlive it), so it is fetched once and handed to every snapshot.
    struct Heads;
    std::shared_ptr<const Heads> heads() const;

private:
    struct Impl;
    explicit SeriesStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// A consistent view: one read transaction plus the heads that belong to it. Use it on one thread; drop it soon (an open
// snapshot keeps old pages alive). In another process (no heads given) unsealed points are decoded from the batch log.
// When the reader is already inside a transaction that one is used and left open, else the snapshot has its own.
class SeriesSnapshot {
public:
    static Result<std::unique_ptr<SeriesSnapshot>> open(Database &reader,
                                                        const std::shared_ptr<const SeriesStore::Heads> &heads = {});
    ~SeriesSnapshot();

    // Called from range(), buckets() and last() for damage that is not set aside yet; the answer has it as a gap.
    std::function<void(SeriesId, TimeRange)> onDamage;

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
