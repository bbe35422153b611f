#include "app/shell/owner_service.h"

#include "core/data/commit_codec.h"

namespace dash {

namespace {

QString textOf(const OwnerMessage &question, const char *name)
{
    return question.head.value(QLatin1StringView(name)).toString();
}

OwnerMessage done(QCborMap head = {})
{
    head.insert(QLatin1StringView("ok"), true);
    return {std::move(head), {}};
}

} // namespace

OwnerService::OwnerService(Workspace &workspace, PointsDb &points, PipelineHost &host)
    : m_workspace(workspace)
    , m_points(points)
    , m_host(host)
{
    m_pool.setMaxThreadCount(2);
    connect(&workspace, &Workspace::saved, this, [this] {
        for (const auto &[peer, id] : std::exchange(m_unsaved, {}))
            if (peer)
                answerOnceSaved(peer, id);
    });
    connect(&workspace, &Workspace::saveFailed, this, [this](const Error &error) {
        for (const auto &[peer, id] : std::exchange(m_unsaved, {}))
            if (peer)
                peer->refuse(error);
    });
}

OwnerService::~OwnerService()
{
    m_pool.waitForDone();
}

void OwnerService::answer(OwnerPeer *peer, const OwnerMessage &question)
{
    const QString what = textOf(question, "ask");
    if (what == u"pipeline.put")
        return putPipeline(peer, question);
    const auto id = PipelineId::fromText(textOf(question, "pipeline"));
    if (!id)
        return peer->refuse(Error{ErrorCode::Usage,
                                  {{QLatin1StringView("reason"), QStringLiteral("dash-cli and dash-desktop are of "
                                                                                "different versions.")}},
                                  {}});
    if (what == u"run.begin")
        return beginRun(peer, *id);
    if (what == u"run.end") {
        m_host.release(*id, peer);
        return peer->answer(done());
    }
    if (what == u"pipeline.erase")
        return work(peer, [this, id = *id]() -> Result<OwnerMessage> {
            const auto erased = m_points.erasePipeline(id);
            return erased ? Result<OwnerMessage>(done()) : fail(erased.error());
        });
    if (what == u"run.commit")
        return work(peer, [this, id = *id, bytes = question.body]() -> Result<OwnerMessage> {
            auto commit = decodeCommit(bytes);
            if (!commit)
                return fail(commit.error());
            if (commit->pipeline != id)
                return fail(ErrorCode::Internal);
            const auto counts = m_points.commit(std::move(*commit));
            if (!counts)
                return fail(counts.error());
            return done({{QLatin1StringView("added"), qint64(counts->points.added)},
                         {QLatin1StringView("overwritten"), qint64(counts->points.overwritten)},
                         {QLatin1StringView("identical"), qint64(counts->points.identical)},
                         {QLatin1StringView("expired"), qint64(counts->points.expired)},
                         {QLatin1StringView("table_rows"), counts->tableRows}});
        });
    peer->refuse(Error{ErrorCode::Usage,
                       {{QLatin1StringView("reason"), QStringLiteral("this Dash does not know what was asked.")}},
                       {}});
}

void OwnerService::putPipeline(OwnerPeer *peer, const OwnerMessage &question)
{
    const auto pipeline = parsePipeline(question.body);
    if (!pipeline)
        return peer->refuse(pipeline.error());
    if (pipeline->id.isNull())
        return peer->refuse(Error{ErrorCode::Internal, {}, {}});
    const EditLabel label{textOf(question, "label"), {}};
    m_workspace.putPipeline(*pipeline, label);
    if (!question.head.value(QLatin1StringView("draft")).toBool())
        m_workspace.applyPipeline(pipeline->id, label);
    answerOnceSaved(peer, pipeline->id);
}

void OwnerService::answerOnceSaved(OwnerPeer *peer, PipelineId id)
{
    if (m_workspace.unsaved() > 0) {
        m_unsaved.emplace_back(peer, id);
        return;
    }
    const PipelineEntity *entity = m_workspace.pipeline(id);
    peer->answer(done({{QLatin1StringView("version"), entity ? entity->runningVersion : 0}}));
}

void OwnerService::beginRun(OwnerPeer *peer, PipelineId id)
{
    m_host.hold(id, peer, [peer = QPointer<OwnerPeer>(peer)] {
        if (peer)
            peer->answer(done());
    });
}

void OwnerService::work(OwnerPeer *peer, std::function<Result<OwnerMessage>()> job)
{
    m_pool.start([this, peer = QPointer<OwnerPeer>(peer), job = std::move(job)] {
        auto result = std::make_shared<Result<OwnerMessage>>(job());
        QMetaObject::invokeMethod(
            this,
            [peer, result] {
                if (!peer)
                    return;
                if (*result)
                    peer->answer(**result);
                else
                    peer->refuse(result->error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace dash
