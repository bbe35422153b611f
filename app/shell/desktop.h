#pragma once
// The running desktop: opens the workspace, builds the graph of its parts and the window over it. Made by main.

#include "app/app_context.h"
#include "app/data/cache_limits.h"
#include "app/shell/crash_marker.h"
#include "app/shell/languages.h"
#include "app/shell/launch_options.h"
#include "app/shell/main_window.h"
#include "app/shell/owner_service.h"
#include "app/shell/secrets.h"
#include "app/shell/series_finder.h"
#include "app/theme/theme.h"
#include "app/widgets/focus_ring.h"
#include "core/data/points_db.h"
#include "core/db/file_lock.h"
#include "core/engine/host.h"
#include "core/store/workspace.h"

#include <QElapsedTimer>

#include <memory>
#include <thread>

namespace dash {

class SingleInstance;

class Desktop final : public QObject {
    Q_OBJECT
public:
    Desktop(LaunchOptions options, SingleInstance &instance);
    ~Desktop() override;
    void start();

private:
    void fillNewWorkspace();
    enum class Points { Kept, New };
    void openPoints(Points points);
    void pointsOpened(std::shared_ptr<Result<std::unique_ptr<PointsDb>>> opened);
    void buildWindow();
    void connectWindow();
    void showPages();
    void runPipelines();
    void stop(const Error &error);
    void restart();
    void afterCrashes(int crashes);
    void takeScreenshot();
    RailMark markOf(PipelineId id) const;
    std::vector<PaletteEntry> commands();
    void newPipeline();
    void newDashboard();

    LaunchOptions m_options;
    SingleInstance &m_instance;
    QElapsedTimer m_clockSinceStart;
    SystemClock m_clock;
    SystemRandom m_random;
    Registry m_registry;
    KeychainSecrets m_secrets;
    Languages m_languages;
    std::unique_ptr<FileLock> m_lock;
    CrashMarker m_marker;
    bool m_safe = false;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FocusRing> m_ring;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PointsDb> m_points;
    std::unique_ptr<PipelineHost> m_host;
    std::unique_ptr<CacheLimits> m_cacheLimits;
    std::unique_ptr<OwnerService> m_service;
    std::unique_ptr<SeriesFinder> m_finder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_stopped;
    std::thread m_opening;
    QTimer m_healthy, m_picture, m_reload;
    int m_waited = 0;
};

} // namespace dash
