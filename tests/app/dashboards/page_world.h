#pragma once
// A dashboard page as the window makes it: over a real workspace and a real store in a temporary folder, at a time that
// tests move.

#include "app/dashboards/dashboard_grid.h"
#include "app/dashboards/dashboards_page.h"
#include "core/data/points_db.h"
#include "core/engine/host.h"
#include "core/store/workspace.h"
#include "tests/app/dashboards/fixture.h"
#include "tests/app/fake_navigator.h"

#include <QTemporaryDir>

namespace dash::test {

class PageWorld {
public:
    PageWorld();
    ~PageWorld();

    // Points of one series, durable and told to the page when this returns.
    void put(const char *name, const std::vector<std::pair<qint64, double>> &points, std::vector<Label> labels = {},
             const char *unit = "");
    void putUnits(const char *name, ValueType type, int scale, const std::vector<std::pair<qint64, qint64>> &points,
                  std::vector<Label> labels = {});
    void putTexts(const char *name, const std::vector<std::pair<qint64, std::string>> &points);
    // Shows it: `window.last` ends at the clock's now, kNow at first.
    DashboardsPage &open(const Dashboard &dashboard, QSize size = {1'384, 900});
    DashboardsPage &page() { return *m_page; }
    Dashboard dashboard() const { return m_workspace->dashboard(m_id)->dashboard; }
    WidgetCard *card(std::size_t index) const; // of the dashboard's widgets
    // Until every card has shown what the store has and nobody reads.
    bool settle();

    ManualClock clock{fromMs(kNow)};
    FakeNavigator navigator;
    PointsDb &points() { return *m_points; }
    Workspace &workspace() { return *m_workspace; }
    QString folder() const { return m_folder.path(); }
    void closePage() { m_page.reset(); }

private:
    void commit(SeriesInfo info, PointBlock block);

    class NoSecrets final : public SecretSource {
    public:
        Result<QByteArray> secret(const QString &name) override
        {
            return fail(ErrorCode::SecretMissing, {{QLatin1StringView("name"), name}});
        }
    };

    QTemporaryDir m_folder;
    SystemRandom m_random;
    NoSecrets m_secrets;
    Registry m_registry;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PointsDb> m_points;
    std::unique_ptr<PipelineHost> m_host;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<DashboardsPage> m_page;
    DashboardId m_id;
};

// One line chart over the whole page, of `series`.
Dashboard oneChart(std::vector<QString> series, const QString &type = QStringLiteral("line"));

} // namespace dash::test
