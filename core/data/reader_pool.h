#pragma once
// Read-only connections handed out to whichever thread asks, and the snapshots over them.

#include "core/data/tables/table_reader.h"

#include <mutex>

namespace dash {

struct WriterStores;

class ReaderPool {
public:
    // What a reader found that only the writer can do: an index that would make a page cheap, damage to set aside.
    struct Wanted {
        QString key;
        std::function<Result<>(WriterStores &)> work;
    };
    using Wants = std::function<void(Wanted)>;
    ReaderPool(QString file, const PointsDb::Options &options);
    void onWanted(Wants wants); // called on readers' threads; empty: nobody is told
    ~ReaderPool();

    // A connection for one thread at a time; it goes back to the pool when dropped, and may outlive the pool.
    class Lease;
    Result<Lease> take() const;
    // Errors of the file: DatabaseTooNew, and those of opening it.
    Result<> check() const;
    Result<std::unique_ptr<PointsSnapshot>> snapshot(const std::shared_ptr<const SeriesStore::Heads> &heads) const;

private:
    struct Shared {
        void want(Wanted wanted);

        std::mutex mutex;
        std::vector<std::unique_ptr<Database>> idle;
        std::size_t kept = 0;
        bool closed = false;
        SortedOrders orders;
        qint64 rowsSortedInMemory = 0;
        Wants wants;
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
    Result<std::vector<qint64>> page(const TableState &table, const PointsSnapshot::Order &order, qint64 offset,
                                     qint64 limit) const;

private:
    std::unique_ptr<Database> m_db;
    std::shared_ptr<Shared> m_shared;
};

} // namespace dash
