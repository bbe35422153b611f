#pragma once
// A workspace, a store and a host in a temporary folder, with a few small kinds of nodes whose behaviour tests know.

#include "app/app_context.h"
#include "core/data/points_db.h"
#include "core/engine/host.h"
#include "core/store/workspace.h"
#include "tests/app/fake_navigator.h"

#include <QTemporaryDir>

namespace dash::test {

// "rows": a source of `count` orders. "filter": keeps rows where a field has a text. "group": counts by fields.
// "refuse": rejects every tenth row. "all": has a parameter of every kind and passes rows on.
Registry testRegistry();
Parameters everyKind();
Batch orders(std::size_t count);

struct World {
    explicit World(const QString &folder = {});
    ~World();
    // Closes everything and opens the same folder again.
    void restart();
    AppContext &context() { return *m_context; }
    Workspace &workspace() { return *m_workspace; }
    PipelineHost &host() { return *m_host; }
    FakeNavigator navigator;
    // What the program does when an edit was applied.
    void runWhatIsApplied();
    // rows → refuse? → filter → table, put into the workspace.
    PipelineId putOrders(std::size_t rows = 100);

private:
    void open();
    void close();
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    Registry m_registry;
    std::unique_ptr<SecretSource> m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PointsDb> m_points;
    std::unique_ptr<PipelineHost> m_host;
    std::unique_ptr<AppContext> m_context;
};

Node makeNode(NodeKind kind, const char *type, const QJsonObject &config = {}, const QStringList &from = {},
              const char *id = nullptr);

} // namespace dash::test
