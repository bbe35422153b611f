#pragma once
// Read-only connections handed out to whichever thread asks, and the snapshots over them.

#include "core/data/tables/table_reader.h"

#include <mutex>

namespace dash {

class ReaderPool {
public:
    ReaderPool(QString file, const PointsDb::Options &options);
    ~ReaderPool();

    // A connection for one thread at a time; it goes back to the pool when dropped, and may outlive the pool.
    class Lease;
    Result<Lease> take() const;
    // Errors of the file: DatabaseTooNew, and those of opening it.
    Result<> check() const;
    Result<std::unique_ptr<PointsSnapshot>> snapshot(std::shared_ptr<const SeriesStore::Heads> heads) const;

private:
    struct Shared {
        std::mutex mutex;
        std::vector<std::unique_ptr<Database>> idle;
        std::size_t kept = 0;
        bool closed = false;
        SortedOrders orders;
    };
    QString m_file;
    QString m_vfs;
    std::shared_ptr<Shared> m_shared;
};

class ReaderPool::Lease {
public:
    Lease(std::unique_ptr<Database> db, std::shared_ptr<Shared> shared)
        : m_db(std::move(db))
        , m_shared(std::move(shared))
    {
    }
    Lease(Lease &&) noexcept = default;
    Lease &operator=(Lease &&) = delete;
    ~Lease();
    Database &operator*() const { return *m_db; }
    SortedOrders &orders() const { return m_shared->orders; }

private:
    std::unique_ptr<Database> m_db;
    std::shared_ptr<Shared> m_shared;
};

} // namespace dash
