#pragma once
// What the writer knows of the series it has touched, and how to go back when the transaction is rolled back.

#include "core/data/series/catalog.h"
#include "core/data/series/heads.h"

#include <map>
#include <unordered_map>

namespace dash::series {

struct WriterSeries {
    CatalogRow row;
    Head head;
    std::vector<qint64> logRows; // rows of the batch log that hold unsealed points of it
    bool touched = false;        // in this transaction
};

// Rows of the batch log that some series still needs.
struct LogRow {
    std::uint32_t series = 0; // how many
    qint64 bytes = 0;
};

class WriterState {
public:
    explicit WriterState(Database &db)
        : m_db(db)
    {
    }

    // Reads the batch log and rebuilds the heads. Rows that do not decode are left out and added to `damaged`.
    Result<> load(std::vector<qint64> &damaged);

    // The series, read from the catalogue when not yet known; SeriesUnknown when it does not exist.
    Result<WriterSeries *> find(SeriesId id);
    // Call before changing a series: remembers how it was, and which points of it change (none: an empty range).
    void touch(WriterSeries &s, TimeRange range);
    void add(CatalogRow row); // just created in this transaction
    void forget(SeriesId id); // just removed in this transaction

    Result<> nextChange(); // counts series_state.change up
    qint64 change() const { return m_change; }
    void noteLogRow(qint64 row, qint64 bytes);
    void noteUse(WriterSeries &s, qint64 row);
    // Before sealing, after which nobody could tell: where points of a damaged row of the log may be missing.
    Result<> noteLostRows(const WriterSeries &s);
    Result<> releaseLogRows(WriterSeries &s); // its points are sealed or gone; deletes rows nobody needs
    qint64 logBytes() const { return m_logBytes; }
    std::size_t headBytes() const { return m_headBytes; }
    std::uint64_t headAdded() const; // points in no chunk, all series
    void headChanged(std::size_t before, std::size_t after) { m_headBytes = m_headBytes - before + after; } // bytes

    // Series with unsealed points: by the oldest log row that each needs; those with at least n points,
    // the most first.
    std::vector<SeriesId> byAge() const;
    std::vector<SeriesId> withPoints(std::size_t atLeast) const;

    std::optional<SeriesId> cachedKey(const std::string &canonical) const;
    void cacheKey(std::string canonical, SeriesId id);

    // The transaction's end. commit() gives the new version of the heads (empty when nothing changed).
    std::shared_ptr<const HeadVersion> commit(std::vector<std::pair<SeriesId, TimeRange>> &changed);
    void rollBack();

private:
    struct Before {
        bool known = false;                // false: the series was created in this transaction
        std::optional<CatalogRow> removed; // the whole row when it was removed
        std::uint64_t points = 0;
        qint64 first = 0, last = 0, floor = 0, sealedChange = 0;
        std::string unit;
        Head head;
        std::size_t logCount = 0;
        std::optional<std::vector<qint64>> logRows; // when they were released
        TimeRange range{kMaxInstant, kMinInstant};
    };

    Result<bool> replay(qint64 row, std::span<const std::uint8_t> bytes); // false: the row does not decode
    void setLogRow(qint64 row, std::optional<LogRow> value);

    Database &m_db;
    std::unordered_map<std::int64_t, WriterSeries> m_series;
    std::unordered_map<std::string, SeriesId> m_keys;
    std::map<qint64, LogRow> m_log;
    std::vector<qint64> m_lostRows; // of the log, damaged
    qint64 m_logBytes = 0;
    std::size_t m_headBytes = 0;
    qint64 m_change = 0;

    // Undo
    qint64 m_committedChange = 0;
    std::unordered_map<std::int64_t, Before> m_before;
    std::vector<std::pair<qint64, std::optional<LogRow>>> m_logBefore;
    bool m_keysChanged = false;
    std::shared_ptr<const HeadVersion> m_version;
};

} // namespace dash::series
