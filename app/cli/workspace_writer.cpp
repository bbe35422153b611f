#include "app/cli/workspace_writer.h"

#include "core/data/commit_codec.h"
#include "core/store/owner_channel.h"

#include <QDir>

#include <thread>

namespace dash::cli {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kConnects = 2s;
constexpr std::chrono::milliseconds kAnswers = 30s;  // an owner that starts, a disk that is slow
constexpr std::chrono::milliseconds kRunEnds = 60s;  // of the owner's own run of the same pipeline
constexpr std::chrono::milliseconds kCommits = 300s; // a million rows on a slow disk

StoredShapes shapesIn(const PointsDb &points, PipelineId pipeline)
{
    const auto snapshot = points.snapshot();
    return snapshot ? storedShapes(**snapshot, pipeline).value_or(StoredShapes{}) : StoredShapes{};
}

// Under the owner's lock.
class LocalWriter final : public WorkspaceWriter {
public:
    LocalWriter(WorkspaceLock lock, const Clock &clock)
        : m_lock(std::move(lock))
        , m_clock(clock)
    {
    }
    Result<int> putPipeline(const Pipeline &pipeline, Keep keep, const QString &label) override
    {
        const auto core = writeCore(m_lock);
        return core ? cli::putPipeline(**core, pipeline, keep, label, m_clock) : fail(core.error());
    }
    Result<> beginRun(PipelineId) override { return openPoints(); }
    Result<CommitCounts> commit(RunCommit commit) override
    {
        if (const auto opened = openPoints(); !opened)
            return fail(opened.error());
        return m_points->commit(std::move(commit));
    }
    Result<> erasePipeline(PipelineId pipeline) override
    {
        const auto opened = openPoints();
        return opened ? m_points->erasePipeline(pipeline) : opened;
    }
    Result<std::map<QString, QByteArray>> state(PipelineId pipeline) override
    {
        if (const auto opened = openPoints(); !opened)
            return fail(opened.error());
        return m_points->state(pipeline);
    }
    StoredShapes shapes(PipelineId pipeline) override
    {
        return openPoints() ? shapesIn(*m_points, pipeline) : StoredShapes{};
    }
    // Whether a commit that nobody confirmed is there: its run in the history, or its place in a long read.
    Result<bool> has(const RunCommit &commit)
    {
        if (const auto opened = openPoints(); !opened)
            return fail(opened.error());
        if (commit.run) {
            const auto snapshot = m_points->snapshot();
            if (!snapshot)
                return fail(snapshot.error());
            return (*snapshot)->run(commit.run->id).has_value();
        }
        const auto kept = m_points->state(commit.pipeline);
        if (!kept)
            return fail(kept.error());
        for (const auto &[name, value] : commit.state) {
            const auto found = kept->find(name);
            if (found == kept->end() || found->second != value)
                return false;
        }
        return !commit.state.empty();
    }

private:
    Result<> openPoints()
    {
        if (m_points)
            return {};
        auto opened = PointsDb::open(m_lock.folder, {}, m_clock);
        if (!opened)
            return fail(opened.error());
        m_points = std::move(*opened);
        return {};
    }

    WorkspaceLock m_lock;
    const Clock &m_clock;
    std::unique_ptr<PointsDb> m_points;
};

// Through the Dash that owns the workspace.
class OwnerWriter final : public WorkspaceWriter {
public:
    OwnerWriter(std::unique_ptr<OwnerClient> owner, const Arguments &arguments, const Clock &clock)
        : m_owner(std::move(owner))
        , m_arguments(arguments)
        , m_clock(clock)
    {
    }
    Result<int> putPipeline(const Pipeline &pipeline, Keep keep, const QString &label) override
    {
        if (m_successor)
            return m_successor->putPipeline(pipeline, keep, label);
        const auto answer =
            ask("pipeline.put", pipeline.id,
                {{QLatin1StringView("label"), label}, {QLatin1StringView("draft"), keep == Keep::Draft}},
                pipelineText(pipeline), kAnswers);
        if (answer)
            return static_cast<int>(answer->head.value(QLatin1StringView("version")).toInteger());
        // The same definition again changes nothing.
        return succeed() ? m_successor->putPipeline(pipeline, keep, label) : Result<int>(fail(answer.error()));
    }
    Result<> beginRun(PipelineId pipeline) override
    {
        if (m_successor)
            return m_successor->beginRun(pipeline);
        const auto answer = ask("run.begin", pipeline, {}, {}, kRunEnds);
        if (answer)
            return {};
        if (succeed())
            return m_successor->beginRun(pipeline);
        return answer.error().code == ErrorCode::WorkspaceInUse ? fail(ErrorCode::RunBusy) : fail(answer.error());
    }
    Result<CommitCounts> commit(RunCommit commit) override
    {
        if (m_successor)
            return m_successor->commit(std::move(commit));
        const auto answer = ask("run.commit", commit.pipeline, {}, encodeCommit(commit), kCommits);
        if (answer) {
            const auto number = [&](const char *name) {
                return static_cast<std::uint64_t>(answer->head.value(QLatin1StringView(name)).toInteger());
            };
            CommitCounts counts;
            counts.points = {number("added"), number("overwritten"), number("identical"), number("expired")};
            counts.tableRows = static_cast<qint64>(number("table_rows"));
            return counts;
        }
        if (!succeed())
            return fail(answer.error());
        const auto there = m_successor->has(commit);
        if (!there)
            return fail(there.error());
        return *there ? Result<CommitCounts>(countsOf(commit)) : m_successor->commit(std::move(commit));
    }
    Result<> erasePipeline(PipelineId pipeline) override
    {
        if (m_successor)
            return m_successor->erasePipeline(pipeline);
        const auto answer = ask("pipeline.erase", pipeline, {}, {}, kCommits);
        if (answer)
            return {};
        return succeed() ? m_successor->erasePipeline(pipeline) : Result<>(fail(answer.error()));
    }
    Result<std::map<QString, QByteArray>> state(PipelineId pipeline) override
    {
        if (m_successor)
            return m_successor->state(pipeline);
        const auto points = readPoints(m_arguments, m_clock);
        return points ? (*points)->state(pipeline) : fail(points.error());
    }
    StoredShapes shapes(PipelineId pipeline) override
    {
        if (m_successor)
            return m_successor->shapes(pipeline);
        const auto points = readPoints(m_arguments, m_clock);
        return points ? shapesIn(**points, pipeline) : StoredShapes{};
    }

private:
    Result<OwnerMessage> ask(const char *what, PipelineId pipeline, QCborMap head, QByteArray body,
                             std::chrono::milliseconds patience)
    {
        head.insert(QLatin1StringView("ask"), QString::fromLatin1(what));
        head.insert(QLatin1StringView("pipeline"), pipeline.text());
        return m_owner->ask({std::move(head), std::move(body)}, patience);
    }
    // The owner is gone and nobody has taken its place: this process does.
    bool succeed()
    {
        if (!m_owner->isGone())
            return false;
        auto lock = lockWorkspace(m_arguments);
        if (lock)
            m_successor = std::make_unique<LocalWriter>(std::move(*lock), m_clock);
        return m_successor != nullptr;
    }
    // What a commit brought when its answer was lost.
    static CommitCounts countsOf(const RunCommit &commit)
    {
        CommitCounts counts;
        for (const PointBlock &block : commit.points)
            counts.points.added += block.times.size();
        for (const TableWrite &table : commit.tables)
            counts.tableRows += static_cast<qint64>(table.rows.rows);
        return counts;
    }

    std::unique_ptr<OwnerClient> m_owner;
    const Arguments &m_arguments;
    const Clock &m_clock;
    std::unique_ptr<LocalWriter> m_successor;
};

} // namespace

Result<std::unique_ptr<WorkspaceWriter>> WorkspaceWriter::open(const Arguments &arguments, const Clock &clock)
{
    // An owner may just be starting or ending: what is asked first decides, and is asked again a few times.
    constexpr int kLooks = 10;
    for (int look = 1;; ++look) {
        auto lock = lockWorkspace(arguments);
        if (lock)
            return std::unique_ptr<WorkspaceWriter>(new LocalWriter(std::move(*lock), clock));
        if (lock.error().code != ErrorCode::WorkspaceInUse)
            return fail(lock.error());
        if (auto owner = OwnerClient::connect(workspaceFolder(arguments), kConnects))
            return std::unique_ptr<WorkspaceWriter>(new OwnerWriter(std::move(owner), arguments, clock));
        if (look == kLooks)
            return fail(lock.error());
        std::this_thread::sleep_for(50ms);
    }
}

} // namespace dash::cli
