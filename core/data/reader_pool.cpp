#include "core/data/reader_pool.h"

#include "core/data/points_schema.h"
#include "core/data/points_writer.h"
#include "core/data/queue_store.h"
#include "core/data/run_store.h"

namespace dash {

namespace {

// Members in this order: the series' view goes before the connection it reads from.
class TableSnapshot final : public PointsSnapshot {
public:
    TableSnapshot(ReaderPool::Lease lease, std::unique_ptr<SeriesSnapshot> series)
        : m_lease(std::move(lease))
        , m_series(std::move(series))
    {
    }
    ~TableSnapshot() override = default;

    const SeriesSnapshot &series() const override { return *m_series; }

    Result<std::vector<TableInfo>> tables() const override
    {
        const auto states = loadTables(*m_lease);
        if (!states)
            return fail(states.error());
        std::vector<TableInfo> out;
        for (const TableState &state : *states)
            out.push_back(state.info());
        return out;
    }

    Result<TableInfo> table(const TableName &name) const override
    {
        const auto state = load(name);
        return state ? Result<TableInfo>(state->info()) : fail(state.error());
    }

    Result<Batch> rows(const TableName &name, const Order &order, qint64 offset, qint64 limit) const override
    {
        const auto state = load(name);
        if (!state)
            return fail(state.error());
        const auto page = m_lease.page(*state, order, offset, limit);
        return page ? fetchRows(*m_lease, *state, *page) : fail(page.error());
    }

    Result<std::vector<qint64>> rowIds(const TableName &name, const Order &order, qint64 offset,
                                       qint64 limit) const override
    {
        const auto state = load(name);
        return state ? m_lease.page(*state, order, offset, limit) : fail(state.error());
    }

    Result<std::vector<RunRecord>> runs(PipelineId pipeline, qint64 limit) const override
    {
        return readRuns(*m_lease, pipeline, limit);
    }
    Result<RunRecord> run(RunId id) const override { return readRun(*m_lease, id); }
    Result<QueueSummary> queue(PipelineId pipeline, const QString &output) const override
    {
        return readQueue(*m_lease, pipeline, output);
    }
    Result<std::vector<QueuedDelivery>> deliveries(PipelineId pipeline, const QString &output,
                                                   qint64 limit) const override
    {
        return readDeliveries(*m_lease, pipeline, output, limit);
    }

private:
    Result<TableState> load(const TableName &name) const
    {
        auto state = loadTable(*m_lease, name);
        if (!state)
            return fail(state.error());
        if (!*state)
            return fail(ErrorCode::TableUnknown, {{QLatin1StringView("table"), name.output}});
        return std::move(**state);
    }

    ReaderPool::Lease m_lease;
    std::unique_ptr<SeriesSnapshot> m_series;
};

} // namespace

ReaderPool::ReaderPool(QString file, const PointsDb::Options &options)
    : m_file(std::move(file))
    , m_vfs(options.vfs)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->kept = static_cast<std::size_t>(std::max(1, options.readers));
    m_shared->rowsSortedInMemory = options.rowsSortedInMemory;
}

void ReaderPool::onWanted(Wants wants)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->wants = std::move(wants);
}

void ReaderPool::Shared::want(Wanted wanted)
{
    const std::lock_guard lock(mutex);
    if (wants)
        wants(std::move(wanted));
}

ReaderPool::~ReaderPool()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->closed = true;
    m_shared->wants = {};
    m_shared->idle.clear();
}

ReaderPool::Lease::~Lease()
{
    if (!m_db)
        return;
    if (m_db->inTransaction())
        (void)m_db->execute("ROLLBACK");
    const std::lock_guard lock(m_shared->mutex);
    if (!m_shared->closed && m_shared->idle.size() < m_shared->kept)
        m_shared->idle.push_back(std::move(m_db));
}

Result<std::vector<qint64>> ReaderPool::Lease::page(const TableState &table, const PointsSnapshot::Order &order,
                                                    qint64 offset, qint64 limit) const
{
    auto page = pageOfRows(*m_db, table, order, offset, limit, m_shared->orders, m_shared->rowsSortedInMemory);
    if (!page)
        return fail(page.error());
    if (page->wantsIndex) {
        m_shared->want({u"order "_qs + table.name.pipeline.text() + u' ' + table.name.output + u' ' + order.column,
                        [name = table.name, column = order.column](WriterStores &stores) {
                            return stores.tables->addOrderIndex(name, column);
                        }});
    }
    return std::move(page->rows);
}

Result<ReaderPool::Lease> ReaderPool::take() const
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (!m_shared->idle.empty()) {
            auto db = std::move(m_shared->idle.back());
            m_shared->idle.pop_back();
            return Lease(std::move(db), m_shared);
        }
    }
    DatabaseOptions options;
    options.mode = DatabaseOptions::Mode::ReadOnly;
    options.vfs = m_vfs;
    auto db = Database::open(m_file, options);
    if (!db)
        return fail(db.error());
    return Lease(std::move(*db), m_shared);
}

Result<> ReaderPool::check() const
{
    const auto reader = take();
    if (!reader)
        return fail(reader.error());
    const auto version = (**reader).executeForInt("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    const int known = pointsMigrations().back().version;
    if (*version > known)
        return fail(ErrorCode::DatabaseTooNew, {{QLatin1StringView("file"), m_file},
                                                {QLatin1StringView("found"), QString::number(*version)},
                                                {QLatin1StringView("known"), QString::number(known)}});
    if (*version < known) // only an owner may bring it up to date
        return fail(ErrorCode::WorkspaceRefused,
                    {{QLatin1StringView("folder"), m_file},
                     {QLatin1StringView("reason"),
                      QStringLiteral("it was last used by an older Dash. Open it once in Dash.")}});
    return {};
}

Result<std::unique_ptr<PointsSnapshot>>
ReaderPool::snapshot(const std::shared_ptr<const SeriesStore::Heads> &heads) const
{
    auto lease = take();
    if (!lease)
        return fail(lease.error());
    if (const auto begun = (**lease).execute("BEGIN"); !begun)
        return fail(begun.error());
    auto series = SeriesSnapshot::open(**lease, heads);
    if (!series)
        return fail(series.error());
    (*series)->onDamage = [shared = m_shared](SeriesId id, TimeRange range) {
        shared->want({u"damage %1 %2"_qs.arg(static_cast<qint64>(id)).arg(range.from),
                      [id, range](WriterStores &stores) { return stores.series->setDamagedAside(id, range); }});
    };
    return std::make_unique<TableSnapshot>(std::move(*lease), std::move(*series));
}

} // namespace dash
