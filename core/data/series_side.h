#pragma once
// What the writer of points.db asks of the series store, inside its own transaction.

#include "core/data/points_db.h"

namespace dash {

class SeriesSide {
public:
    static Result<std::unique_ptr<SeriesSide>> open(Database &db, const SeriesStoreOptions &options);
    ~SeriesSide();

    // Creates the declared series when new and appends; blocks name their series by its place in `series`.
    Result<AppendCounts> append(const RunCommit &commit);
    Result<bool> seal(std::size_t budget, bool everything);
    bool isBehind() const { return m_store->isBehind(); }
    Result<std::uint64_t> retain(qint64 before, const std::vector<SeriesId> &series);
    Result<std::uint64_t> shrink();
    Result<> erase(SeriesId series);
    Result<> setDamagedAside(SeriesId series, TimeRange range);
    Result<> eraseOwner(const QString &owner);
    // The end of the joined transaction; committed() answers what changed since the last one.
    std::vector<std::pair<SeriesId, TimeRange>> committed();
    void rolledBack();
    std::shared_ptr<const SeriesStore::Heads> heads() const;

private:
    explicit SeriesSide(Database &db)
        : m_db(db)
    {
    }
    Database &m_db;
    std::unique_ptr<SeriesStore> m_store;
    std::vector<std::pair<SeriesId, TimeRange>> m_changed;
};

} // namespace dash
