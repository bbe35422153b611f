#include "core/data/points_db.h"

#include "core/data/points_schema.h"
#include "core/data/points_writer.h"
#include "core/data/reader_pool.h"
#include "core/db/file_lock.h"

#include <QDir>
#include <QFileInfo>

namespace dash {

namespace {

constexpr qint64 kRejectedRows = 100'000;
constexpr qint64 kRejectedBytes = 64 * 1024 * 1024;

constexpr QLatin1StringView kRejected("rejected");

// The rejected rows as a write to their table.
TableWrite rejectedWrite(PipelineId pipeline, const std::vector<RejectedRow> &rejected, qint64 now)
{
    const auto time = std::make_shared<Column>(ColumnType::Instant);
    const auto node = std::make_shared<Column>(ColumnType::Text);
    const auto code = std::make_shared<Column>(ColumnType::Text);
    const auto reason = std::make_shared<Column>(ColumnType::Text);
    const auto record = std::make_shared<Column>(ColumnType::Json);
    const auto origin = std::make_shared<Column>(ColumnType::Json);
    for (const RejectedRow &row : rejected) {
        time->appendInt(now);
        node->appendText(row.node.toStdString());
        code->appendText(row.code.toStdString());
        reason->appendText(row.reason.toStdString());
        record->appendText(row.record.toStdString());
        if (row.origin.isEmpty())
            origin->appendNull();
        else
            origin->appendText(row.origin.toStdString());
    }
    TableWrite write;
    write.table = TableName{pipeline, kRejected};
    write.title = QStringLiteral("Rejected");
    write.rows.rows = rejected.size();
    write.rows.set(QStringLiteral("time"), time);
    write.rows.set(QStringLiteral("node"), node);
    write.rows.set(QStringLiteral("code"), code);
    write.rows.set(QStringLiteral("reason"), reason);
    write.rows.set(QStringLiteral("record"), record);
    write.rows.set(QStringLiteral("origin"), origin);
    write.maxRows = kRejectedRows;
    write.maxBytes = kRejectedBytes;
    return write;
}

struct PreparedCommit {
    RunCommit commit;
    std::optional<PackedRun> run;
};

Result<> writeRows(const PreparedCommit &prepared, WriterStores &stores, CommitCounts &counts, PointsDb::Change &change)
{
    const RunCommit &commit = prepared.commit;
    counts.tableRows = 0;
    if (!commit.rerun.empty()) {
        const TableName rejected{commit.pipeline, kRejected};
        if (const auto erased = stores.tables->eraseRows(rejected, commit.rerun); !erased)
            return fail(erased.error());
        change.tables.push_back(rejected);
    }
    for (const TableWrite &write : commit.tables) {
        const auto rows = stores.tables->write(write);
        if (!rows)
            return fail(rows.error());
        counts.tableRows += write.table.output == kRejected ? 0 : *rows;
        if (*rows > 0 || write.mode == TableWrite::Mode::Replace)
            change.tables.push_back(write.table);
    }
    if (const auto done = stores.runs->setState(commit.pipeline, commit.state); !done)
        return done;
    if (const auto done = stores.queues->add(commit.deliveries); !done)
        return done;
    if (!commit.deliveries.empty())
        change.queues.push_back(commit.pipeline);
    if (!prepared.run)
        return {};
    change.runs.push_back(commit.pipeline);
    return stores.runs->addRun(*prepared.run);
}

PointsWriter::Job commitJob(RunCommit commit, qint64 now)
{
    auto prepared = std::make_shared<PreparedCommit>();
    if (!commit.rejected.empty())
        commit.tables.push_back(rejectedWrite(commit.pipeline, std::exchange(commit.rejected, {}), now));
    if (commit.run)
        prepared->run = packRun(std::move(*std::exchange(commit.run, {})));
    prepared->commit = std::move(commit);
    PointsWriter::Job job;
    job.rows = [prepared](WriterStores &stores, CommitCounts &counts, PointsDb::Change &change) {
        return writeRows(*prepared, stores, counts, change);
    };
    if (!prepared->commit.series.empty() || !prepared->commit.points.empty()) {
        job.points = [prepared](WriterStores &stores, CommitCounts &counts) -> Result<> {
            auto appended = stores.series->append(prepared->commit);
            if (!appended)
                return fail(appended.error());
            counts.points = *appended;
            return {};
        };
    }
    return job;
}

} // namespace

struct PointsDb::Impl {
    QString file;
    const Clock &clock;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<ReaderPool> readers;
    std::unique_ptr<PointsWriter> writer; // first to go: it finishes what waits

    Result<CommitCounts> run(PointsWriter::Job job) const
    {
        if (!writer)
            return fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), file}});
        return writer->run(std::move(job));
    }
    Result<> runRows(std::function<Result<>(WriterStores &, Change &)> work) const
    {
        PointsWriter::Job job;
        job.rows = [work = std::move(work)](WriterStores &stores, CommitCounts &, Change &change) {
            return work(stores, change);
        };
        const auto done = run(std::move(job));
        return done ? Result<>() : fail(done.error());
    }
    Result<> runPoints(std::function<Result<>(WriterStores &)> work) const
    {
        PointsWriter::Job job;
        job.points = [work = std::move(work)](WriterStores &stores, CommitCounts &) { return work(stores); };
        const auto done = run(std::move(job));
        return done ? Result<>() : fail(done.error());
    }
    Result<> changeDelivery(std::function<Result<PipelineId>(QueueStore &)> work) const
    {
        return runRows([work = std::move(work)](WriterStores &stores, Change &change) -> Result<> {
            const auto pipeline = work(*stores.queues);
            if (!pipeline)
                return fail(pipeline.error());
            change.queues.push_back(*pipeline);
            return {};
        });
    }
};

PointsDb::PointsDb(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
PointsDb::~PointsDb()
{
    if (m_impl->readers)
        m_impl->readers->onWanted({}); // snapshots may outlive the writer
    // The writer's connection closes last: only then SQLite copies its log into the file and removes it.
    if (m_impl->writer)
        m_impl->writer->finish();
    m_impl->readers.reset();
}

Result<std::unique_ptr<PointsDb>> PointsDb::open(const QString &folder, const Options &options, const Clock &clock)
{
    qRegisterMetaType<PointsDb::Change>();
    const QString file = QDir(folder).filePath(QStringLiteral("points.db"));
    auto impl = std::make_unique<Impl>(Impl{file, clock, {}, {}, {}});
    std::optional<WriterStores> stores;
    if (options.mode == Options::Mode::Owner) {
        auto lock = FileLock::take(QDir(folder).filePath(QStringLiteral("points.lock")));
        if (!lock && lock.error().code == ErrorCode::DatabaseBusy)
            return fail(ErrorCode::WorkspaceInUse, {{QLatin1StringView("folder"), QDir::toNativeSeparators(folder)}});
        if (!lock)
            return fail(ErrorCode::DatabaseOpen, {{QLatin1StringView("file"), file}}, lock.error().detail);
        impl->lock = std::move(*lock);
        auto opened = WriterStores::open(file, options);
        if (!opened)
            return fail(opened.error());
        stores = std::move(*opened);
    }
    impl->readers = std::make_unique<ReaderPool>(file, options);
    if (const auto usable = impl->readers->check(); !usable)
        return fail(usable.error());
    std::unique_ptr<PointsDb> points(new PointsDb(std::move(impl)));
    if (stores) {
        points->m_impl->writer =
            std::make_unique<PointsWriter>(std::move(*stores), file, options,
                                           [raw = points.get()](const Change &change) { Q_EMIT raw->changed(change); });
        points->m_impl->readers->onWanted([writer = points->m_impl->writer.get()](ReaderPool::Wanted wanted) {
            writer->whenIdle(wanted.key, std::move(wanted.work));
        });
    }
    return points;
}

Result<CommitCounts> PointsDb::commit(RunCommit commit)
{
    if (!m_impl->writer)
        return fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), m_impl->file}});
    return m_impl->writer->run(commitJob(std::move(commit), toMs(m_impl->clock.now())));
}

void PointsDb::commitAsync(RunCommit commit, std::function<void(Result<CommitCounts>)> done)
{
    if (!m_impl->writer) {
        done(fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), m_impl->file}}));
        return;
    }
    PointsWriter::Job job = commitJob(std::move(commit), toMs(m_impl->clock.now()));
    job.done = std::move(done);
    m_impl->writer->post(std::move(job));
}

Result<std::map<QString, QByteArray>> PointsDb::state(PipelineId pipeline)
{
    const auto reader = m_impl->readers->take();
    return reader ? readState(**reader, pipeline) : fail(reader.error());
}

Result<std::vector<QueuedDelivery>> PointsDb::dueDeliveries(qint64 now, int limit)
{
    const auto reader = m_impl->readers->take();
    return reader ? readDue(**reader, now, limit) : fail(reader.error());
}

Result<> PointsDb::finishDelivery(const DeliveryId &id, QueuedDelivery::State state, const QString &error, qint64 at)
{
    return m_impl->changeDelivery([=](QueueStore &queues) { return queues.finish(id, state, error, at); });
}

Result<> PointsDb::retryDelivery(const DeliveryId &id, const QString &error, qint64 nextTryAt)
{
    return m_impl->changeDelivery([=](QueueStore &queues) { return queues.retry(id, error, nextTryAt); });
}

Result<> PointsDb::resend(const DeliveryId &id)
{
    return m_impl->changeDelivery([=](QueueStore &queues) { return queues.resend(id); });
}

Result<> PointsDb::pauseQueue(PipelineId pipeline, const QString &output, bool paused)
{
    return m_impl->changeDelivery([=](QueueStore &queues) -> Result<PipelineId> {
        const auto done = queues.pause(pipeline, output, paused);
        return done ? Result<PipelineId>(pipeline) : fail(done.error());
    });
}

Result<std::uint64_t> PointsDb::retainSeries(qint64 before, const std::vector<SeriesId> &series)
{
    auto dropped = std::make_shared<std::uint64_t>(0);
    const auto done = m_impl->runPoints([=](WriterStores &stores) -> Result<> {
        const auto count = stores.series->retain(before, series);
        if (!count)
            return fail(count.error());
        *dropped = *count;
        return {};
    });
    return done ? Result<std::uint64_t>(*dropped) : fail(done.error());
}

Result<> PointsDb::eraseSeries(SeriesId series)
{
    return m_impl->runPoints([=](WriterStores &stores) { return stores.series->erase(series); });
}

Result<> PointsDb::eraseTable(const TableName &table)
{
    return m_impl->runRows([=](WriterStores &stores, Change &change) {
        change.tables.push_back(table);
        return stores.tables->erase(table);
    });
}

Result<> PointsDb::erasePipeline(PipelineId pipeline)
{
    PointsWriter::Job job;
    job.rows = [=](WriterStores &stores, CommitCounts &, Change &change) -> Result<> {
        const auto tables = loadTables(*stores.db);
        if (!tables)
            return fail(tables.error());
        for (const TableState &table : *tables) {
            if (table.name.pipeline != pipeline)
                continue;
            change.tables.push_back(table.name);
            if (const auto done = stores.tables->erase(table.name); !done)
                return done;
        }
        change.runs.push_back(pipeline);
        change.queues.push_back(pipeline);
        if (const auto done = stores.runs->erase(pipeline); !done)
            return done;
        return stores.queues->erase(pipeline);
    };
    job.points = [=](WriterStores &stores, CommitCounts &) { return stores.series->eraseOwner(pipeline.text()); };
    const auto done = m_impl->run(std::move(job));
    return done ? Result<>() : fail(done.error());
}

Result<qint64> PointsDb::eraseRejected(PipelineId pipeline, const std::vector<qint64> &rowIds)
{
    auto dropped = std::make_shared<qint64>(0);
    const auto done = m_impl->runRows([=](WriterStores &stores, Change &change) -> Result<> {
        const TableName table{pipeline, kRejected};
        const auto count = stores.tables->eraseRows(table, rowIds);
        if (!count)
            return fail(count.error());
        *dropped = *count;
        if (*count > 0)
            change.tables.push_back(table);
        return {};
    });
    return done ? Result<qint64>(*dropped) : fail(done.error());
}

Result<qint64> PointsDb::compact()
{
    if (!m_impl->writer)
        return fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), m_impl->file}});
    const auto before = fileBytes();
    if (const auto done = m_impl->writer->compact(); !done)
        return fail(done.error());
    return *before - *fileBytes();
}

Result<qint64> PointsDb::fileBytes() const
{
    return QFileInfo(m_impl->file).size() + QFileInfo(m_impl->file + QStringLiteral("-wal")).size();
}

void PointsDb::setMaxBytes(qint64 bytes)
{
    if (m_impl->writer)
        m_impl->writer->setMaxBytes(bytes);
}

Result<std::unique_ptr<PointsSnapshot>> PointsDb::snapshot() const
{
    return m_impl->readers->snapshot(m_impl->writer ? m_impl->writer->heads() : nullptr);
}

} // namespace dash
