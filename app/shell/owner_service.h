#pragma once
// What the window does for dash-cli while it owns the workspace: keeps definitions, holds a pipeline's own runs back
// while one of the command line is under way, commits what that run brings. Made once points.db is open.

#include "core/data/points_db.h"
#include "core/engine/host.h"
#include "core/store/owner_channel.h"
#include "core/store/workspace.h"

#include <QPointer>
#include <QThreadPool>

namespace dash {

class OwnerService final : public QObject {
    Q_OBJECT
public:
    OwnerService(Workspace &workspace, PointsDb &points, PipelineHost &host);
    ~OwnerService() override; // what is being committed is committed

    void answer(OwnerPeer *peer, const OwnerMessage &question);

private:
    void putPipeline(OwnerPeer *peer, const OwnerMessage &question);
    void answerOnceSaved(OwnerPeer *peer, PipelineId id);
    void beginRun(OwnerPeer *peer, PipelineId id);
    // Works beside the window; its answer goes to the peer.
    void work(OwnerPeer *peer, std::function<Result<OwnerMessage>()> job);

    Workspace &m_workspace;
    PointsDb &m_points;
    PipelineHost &m_host;
    std::vector<std::pair<QPointer<OwnerPeer>, PipelineId>> m_unsaved;
    QThreadPool m_pool;
};

} // namespace dash
