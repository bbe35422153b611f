#include "core/data/points_writer.h"

#include "core/base/failpoint.h"
#include "core/base/log.h"
#include "core/data/points_schema.h"

#include <algorithm>
#include <future>

namespace dash {

namespace {

constexpr std::size_t kGroupJobs = 64;
constexpr qint64 kLogPagesIdle = 1'000;   // copied into the file when nothing waits
constexpr qint64 kLogPagesForced = 8'000; // and even when something does
constexpr std::size_t kSealPortion = 50'000;
constexpr std::size_t kSealBehind = 500'000; // while a bulk append waits: fewer commits
constexpr qint64 kFreePagesKept = 4'000;     // freed pages are soon used again; beyond this they go back
constexpr qint64 kReclaimPortion = 500;
constexpr auto kIdlePause = std::chrono::milliseconds(20);

void add(PointsDb::Change &to, PointsDb::Change &&from)
{
    const auto append = [](auto &target, auto &source) {
        for (auto &entry : source) {
            if (std::find(target.begin(), target.end(), entry) == target.end())
                target.push_back(std::move(entry));
        }
    };
    to.series.insert(to.series.end(), from.series.begin(), from.series.end());
    append(to.tables, from.tables);
    append(to.runs, from.runs);
    append(to.queues, from.queues);
}

bool isEmpty(const PointsDb::Change &change)
{
    return change.series.empty() && change.tables.empty() && change.runs.empty() && change.queues.empty();
}

} // namespace

Result<WriterStores> WriterStores::open(const QString &file, const PointsDb::Options &options)
{
    DatabaseOptions database;
    database.vfs = options.vfs;
    database.maxPages = options.maxPages;
    database.checkpointPages = 0; // done here, between commits
    auto db = Database::open(file, database);
    if (!db)
        return fail(db.error());
    if (const auto done = migrate(**db, pointsMigrations()); !done)
        return fail(done.error());
    WriterStores stores;
    stores.db = std::move(*db);
    stores.tables = std::make_unique<TableStore>(*stores.db);
    stores.runs = std::make_unique<RunStore>(*stores.db, RunStore::Limits{options.keptInputBytes, options.keptRuns});
    stores.queues = std::make_unique<QueueStore>(*stores.db);
    auto series = SeriesSide::open(*stores.db, options.series);
    if (!series)
        return fail(series.error());
    stores.series = std::move(*series);
    return stores;
}

void WriterStores::rolledBack()
{
    tables->forget();
    runs->forget();
    series->rolledBack();
}

PointsWriter::PointsWriter(WriterStores stores, QString file, PointsDb::Options options, Notify notify)
    : m_stores(std::move(stores))
    , m_file(std::move(file))
    , m_options(std::move(options))
    , m_notify(std::move(notify))
    , m_maxBytes(m_options.maxBytes)
    , m_heads(m_stores->series->heads())
    , m_thread([this] { loop(); })
{
}

PointsWriter::~PointsWriter()
{
    finish();
}

void PointsWriter::finish()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void PointsWriter::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(Waiting{std::move(job), false});
    }
    m_wake.notify_one();
}

Result<CommitCounts> PointsWriter::run(Job job)
{
    std::promise<Result<CommitCounts>> promise;
    auto result = promise.get_future();
    job.done = [&promise](Result<CommitCounts> counts) { promise.set_value(std::move(counts)); };
    post(std::move(job));
    return result.get();
}

void PointsWriter::whenIdle(const QString &key, std::function<Result<>(WriterStores &)> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::any_of(m_whenIdle.begin(), m_whenIdle.end(), [&](const auto &known) { return known.first == key; }))
            return;
        m_whenIdle.emplace_back(key, std::move(work));
    }
    m_wake.notify_one();
}

bool PointsWriter::doWanted()
{
    std::function<Result<>(WriterStores &)> work;
    {
        const std::lock_guard lock(m_mutex);
        if (m_whenIdle.empty())
            return false;
        work = m_whenIdle.front().second;
    }
    // Nobody depends on it: who wants it will ask again.
    (void)transact(work);
    const std::lock_guard lock(m_mutex);
    m_whenIdle.pop_front();
    return true;
}

Result<> PointsWriter::compact()
{
    std::promise<Result<CommitCounts>> promise;
    auto result = promise.get_future();
    Waiting waiting;
    waiting.compacts = true;
    waiting.job.done = [&promise](Result<CommitCounts> counts) { promise.set_value(std::move(counts)); };
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(waiting));
    }
    m_wake.notify_one();
    const auto done = result.get();
    return done ? Result<>() : fail(done.error());
}

std::shared_ptr<const SeriesStore::Heads> PointsWriter::heads() const
{
    const std::lock_guard lock(m_headsMutex);
    return m_heads;
}

void PointsWriter::loop()
{
    bool more = true; // idle work left
    for (;;) {
        std::vector<Job> group;
        std::optional<Job> compacts;
        {
            std::unique_lock lock(m_mutex);
            const auto something = [this] { return m_stopping || !m_waiting.empty() || !m_whenIdle.empty(); };
            if (more)
                m_wake.wait_for(lock, kIdlePause, something);
            else
                m_wake.wait(lock, something);
            while (!m_waiting.empty() && !m_waiting.front().compacts && group.size() < kGroupJobs) {
                group.push_back(std::move(m_waiting.front().job));
                m_waiting.pop_front();
            }
            if (group.empty() && !m_waiting.empty()) {
                compacts = std::move(m_waiting.front().job);
                m_waiting.pop_front();
            }
            if (group.empty() && !compacts && m_stopping)
                return;
        }
        if (compacts) {
            const auto done = compactNow();
            compacts->done(done ? Result<CommitCounts>(CommitCounts()) : fail(done.error()));
        } else if (!group.empty()) {
            runGroup(std::move(group));
            more = true;
            keepPace();
            if (m_stores && m_stores->db->logPages() >= kLogPagesForced)
                (void)m_stores->db->checkpoint(Database::Checkpoint::Passive);
        } else {
            more = doWanted() || idleWork();
        }
    }
}

Result<> PointsWriter::ensureOpen()
{
    if (m_stores)
        return {};
    auto stores = WriterStores::open(m_file, m_options);
    if (!stores)
        return fail(stores.error());
    m_stores = std::move(*stores);
    const std::lock_guard lock(m_headsMutex);
    m_heads = m_stores->series->heads();
    return {};
}

void PointsWriter::lost()
{
    qCWarning(logData, "%s: opened again after an I/O error", qUtf8Printable(m_file));
    m_stores.reset();
}

Result<> PointsWriter::runJob(Job &job, CommitCounts &counts, PointsDb::Change &change)
{
    if (job.rows) {
        if (const auto done = job.rows(*m_stores, counts, change); !done)
            return done;
        if (const FailAction action = passFailpoint("points.rows"); action != FailAction::None)
            return fail(action == FailAction::DiskFull ? ErrorCode::DatabaseFull : ErrorCode::DatabaseIo,
                        {{QLatin1StringView("file"), m_file}});
    }
    return job.points ? job.points(*m_stores, counts) : Result<>();
}

// One transaction over all jobs, up to the first that fails (its place goes to `failed`).
Result<> PointsWriter::attempt(std::vector<Job> &jobs, std::vector<CommitCounts> &counts, PointsDb::Change &change,
                               std::optional<std::size_t> &failed)
{
    auto transaction = Transaction::begin(*m_stores->db);
    if (!transaction)
        return fail(transaction.error());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        PointsDb::Change own;
        if (const auto done = runJob(jobs[i], counts[i], own); !done) {
            failed = i;
            return done;
        }
        add(change, std::move(own));
    }
    return transaction->commit();
}

// Jobs that fail by themselves leave `jobs`; the error is that of the commit, and then nothing of `jobs` is kept.
Result<> PointsWriter::tryGroup(std::vector<Job> &jobs)
{
    while (!jobs.empty()) {
        if (const auto open = ensureOpen(); !open)
            return open;
        std::vector<CommitCounts> counts(jobs.size());
        PointsDb::Change change;
        std::optional<std::size_t> failed;
        const auto done = attempt(jobs, counts, change, failed);
        if (done) {
            passFailpoint("points.committed");
            change.series = m_stores->series->committed();
            for (std::size_t i = 0; i < jobs.size(); ++i)
                jobs[i].done(counts[i]);
            if (!isEmpty(change))
                m_notify(change);
            return {};
        }
        m_stores->rolledBack();
        if (done.error().code == ErrorCode::DatabaseIo)
            lost(); // nothing is known about what reached the disk: never tried again on this connection
        if (!failed)
            return done;
        const Job job = std::move(jobs[*failed]);
        jobs.erase(jobs.begin() + static_cast<std::ptrdiff_t>(*failed));
        job.done(fail(done.error()));
    }
    return {};
}

void PointsWriter::runGroup(std::vector<Job> jobs)
{
    const auto done = tryGroup(jobs);
    if (done)
        return;
    if (done.error().code != ErrorCode::DatabaseFull || jobs.size() == 1) {
        for (const Job &job : jobs)
            job.done(fail(done.error()));
        return;
    }
    for (Job &job : jobs) { // perhaps only one of them is too large
        std::vector<Job> alone;
        alone.push_back(std::move(job));
        runGroup(std::move(alone));
    }
}

Result<> PointsWriter::transact(const std::function<Result<>(WriterStores &)> &work)
{
    if (const auto open = ensureOpen(); !open)
        return open;
    Result<> done;
    {
        auto transaction = Transaction::begin(*m_stores->db);
        if (!transaction)
            return fail(transaction.error());
        done = work(*m_stores);
        if (done)
            done = transaction->commit();
    }
    if (done) {
        PointsDb::Change change;
        change.series = m_stores->series->committed();
        if (!isEmpty(change))
            m_notify(change);
        return done;
    }
    m_stores->rolledBack();
    if (done.error().code == ErrorCode::DatabaseIo)
        lost();
    return done;
}

Result<bool> PointsWriter::seal(std::size_t points)
{
    bool more = false;
    const auto sealed = transact([&](WriterStores &stores) -> Result<> {
        const auto left = stores.series->seal(points, false);
        if (!left)
            return fail(left.error());
        more = *left;
        passFailpoint("points.sealed");
        return {};
    });
    return sealed ? Result<bool>(more) : fail(sealed.error());
}

void PointsWriter::keepPace()
{
    while (m_stores && m_stores->series->isBehind()) {
        if (!seal(kSealBehind).value_or(false))
            return; // tried again after the next commit
        if (m_stores && m_stores->db->logPages() >= kLogPagesForced)
            (void)m_stores->db->checkpoint(Database::Checkpoint::Passive);
    }
}

bool PointsWriter::idleWork()
{
    const auto sealed = seal(kSealPortion);
    if (!sealed)
        return false; // tried again after the next commit
    bool more = *sealed;
    if (m_stores->db->logPages() >= kLogPagesIdle)
        (void)m_stores->db->checkpoint(Database::Checkpoint::Passive);
    if (!more && shrink())
        return true;
    const auto free = m_stores->db->executeForInt("PRAGMA freelist_count");
    if (!more && free && *free > kFreePagesKept) {
        passFailpoint("points.reclaim");
        more = m_stores->db->reclaim(kReclaimPortion).has_value();
    }
    return more;
}

void PointsWriter::setMaxBytes(qint64 bytes)
{
    m_maxBytes = bytes;
    whenIdle(QStringLiteral("size"), [](WriterStores &) { return Result<>(); }); // idle work looks at the size
}

bool PointsWriter::shrink()
{
    const qint64 most = m_maxBytes;
    if (most <= 0 || !m_stores)
        return false;
    Database &db = *m_stores->db;
    const auto pageBytes = db.executeForInt("PRAGMA page_size");
    const auto pages = db.executeForInt("PRAGMA page_count");
    const auto free = db.executeForInt("PRAGMA freelist_count");
    if (!pageBytes || !pages || !free || *pages * *pageBytes <= most)
        return false;
    if (*free > 0) { // given back before anything is given up; the file shrinks with the next checkpoint
        passFailpoint("points.reclaim");
        const bool reclaimed = db.reclaim(kReclaimPortion * 8).has_value();
        (void)db.checkpoint(Database::Checkpoint::Passive);
        return reclaimed;
    }
    std::uint64_t gone = 0;
    const auto done = transact([&](WriterStores &stores) -> Result<> {
        const auto dropped = stores.series->shrink();
        if (!dropped)
            return fail(dropped.error());
        gone = *dropped;
        passFailpoint("points.shrunk");
        return {};
    });
    return done && gone > 0;
}

Result<> PointsWriter::compactNow()
{
    bool more = true;
    while (more) {
        const auto done = transact([&](WriterStores &stores) -> Result<> {
            const auto left = stores.series->seal(kSealPortion, true);
            if (!left)
                return fail(left.error());
            more = *left;
            return {};
        });
        if (!done)
            return done;
    }
    for (;;) {
        const auto free = m_stores->db->executeForInt("PRAGMA freelist_count");
        if (!free)
            return fail(free.error());
        if (*free == 0)
            break;
        if (const auto done = m_stores->db->reclaim(kReclaimPortion * 8); !done)
            return done;
    }
    const auto emptied = m_stores->db->checkpoint(Database::Checkpoint::Truncate);
    return emptied ? Result<>() : fail(emptied.error());
}

} // namespace dash
