#pragma once
// The one thread that writes points.db. What waits is committed together, in one transaction with one fsync; a job that
// fails is taken out and the others go on. When nothing waits it seals, copies the log into the file and gives space
// back, in small portions; between groups too once what is unsealed has grown beyond its limits, so that a bulk append
// waits for sealing and memory stays bounded.

#include "core/data/queue_store.h"
#include "core/data/run_store.h"
#include "core/data/series_side.h"
#include "core/data/tables/table_store.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dash {

// The stores over one writable connection; made again after an I/O error, when the connection cannot be trusted.
struct WriterStores {
    std::unique_ptr<Database> db;
    std::unique_ptr<TableStore> tables;
    std::unique_ptr<RunStore> runs;
    std::unique_ptr<QueueStore> queues;
    std::unique_ptr<SeriesSide> series;

    static Result<WriterStores> open(const QString &file, const PointsDb::Options &options);
    void rolledBack();
};

class PointsWriter {
public:
    // When another job of the group fails, all is rolled back and the rest runs again: what a job changes besides the
    // database must come out the same.
    struct Job {
        std::function<Result<>(WriterStores &, CommitCounts &, PointsDb::Change &)> rows;
        std::function<Result<>(WriterStores &, CommitCounts &)> points; // runs after rows; either may be empty
        std::function<void(Result<CommitCounts>)> done;                 // on the writer thread
    };
    using Notify = std::function<void(const PointsDb::Change &)>;

    PointsWriter(WriterStores stores, QString file, PointsDb::Options options, Notify notify);
    ~PointsWriter();
    void finish(); // does what waits, then stops; the connection stays open until the writer goes

    void post(Job job);
    Result<CommitCounts> run(Job job); // posts and waits; not on the writer thread
    // Does `work` in a transaction of its own when nothing else waits; only once when asked again before it is done.
    void whenIdle(const QString &key, std::function<Result<>(WriterStores &)> work);
    void setMaxBytes(qint64 bytes);
    // Seals everything and gives all free pages back; waits.
    Result<> compact();
    std::shared_ptr<const SeriesStore::Heads> heads() const;

private:
    struct Waiting {
        Job job;
        bool compacts = false;
    };
    void loop();
    void runGroup(std::vector<Job> jobs);
    Result<> tryGroup(std::vector<Job> &jobs);
    Result<> attempt(std::vector<Job> &jobs, std::vector<CommitCounts> &counts, PointsDb::Change &change,
                     std::optional<std::size_t> &failed);
    Result<> runJob(Job &job, CommitCounts &counts, PointsDb::Change &change);
    Result<> ensureOpen();
    void lost(); // the connection is not to be trusted any more
    Result<> transact(const std::function<Result<>(WriterStores &)> &work);
    Result<bool> seal(std::size_t points); // one portion; true when there is more
    void keepPace();                       // seals until what is unsealed is within its limits
    bool idleWork();                       // one portion; true when there is more
    bool doWanted();                       // true when there was something
    bool shrink();                         // one portion; true when there is more
    Result<> compactNow();

    std::optional<WriterStores> m_stores;
    const QString m_file;
    const PointsDb::Options m_options;
    const Notify m_notify;
    std::atomic<qint64> m_maxBytes;
    mutable std::mutex m_headsMutex;
    std::shared_ptr<const SeriesStore::Heads> m_heads;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting;
    std::deque<std::pair<QString, std::function<Result<>(WriterStores &)>>> m_whenIdle;
    bool m_stopping = false;
    std::thread m_thread; // last: starts when everything else is there
};

} // namespace dash
