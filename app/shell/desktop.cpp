#include "app/shell/desktop.h"

#include "app/settings/preferences.h"
#include "app/shell/single_instance.h"
#include "app/shell/stopped_page.h"
#include "app/templates/catalog.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "core/base/log.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

namespace dash {

namespace {

constexpr int kHealthyAfter = 60'000;
constexpr int kPictureEvery = 250, kPictureAtLeast = 8, kPictureAtMost = 60; // polls

// The file of points under a name of its own, so that a new one takes its place.
Result<> setPointsAside(const QString &folder)
{
    const QString name = folder + QStringLiteral("/points.db");
    const QString aside = folder + QStringLiteral("/points-set-aside-") +
                          QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")) +
                          QStringLiteral(".db");
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile file(name + QLatin1StringView(part));
        if (file.exists() && !file.rename(aside + QLatin1StringView(part)))
            return fail(ErrorCode::FileWrite, {{QLatin1StringView("file"), file.fileName()},
                                               {QLatin1StringView("reason"), file.errorString()}});
    }
    return {};
}

} // namespace

Desktop::Desktop(LaunchOptions options, SingleInstance &instance)
    : m_options(std::move(options))
    , m_instance(instance)
    , m_registry(builtinRegistry())
    , m_secrets(QStringLiteral("dash"))
    , m_marker(m_options.folder)
{
    m_clockSinceStart.start();
    m_healthy.setSingleShot(true);
    m_healthy.setInterval(kHealthyAfter);
    connect(&m_healthy, &QTimer::timeout, this, [this] { m_marker.healthy(); });
    m_picture.setInterval(kPictureEvery);
    connect(&m_picture, &QTimer::timeout, this, &Desktop::takeScreenshot);
    m_reload.setSingleShot(true);
    m_reload.setInterval(0);
    connect(&m_reload, &QTimer::timeout, this, &Desktop::runPipelines);
}

Desktop::~Desktop()
{
    if (m_opening.joinable())
        m_opening.join();
    QCoreApplication::removePostedEvents(this);
    const bool clean = m_window != nullptr;
    m_window.reset();
    m_stopped.reset();
    QThreadPool::globalInstance()->waitForDone(); // pages that have gone may still be reading points
    m_context.reset();
    m_finder.reset();
    m_cacheLimits.reset();
    m_instance.setHandler(nullptr);
    m_service.reset();
    m_host.reset();
    m_points.reset();
    m_workspace.reset();
    if (clean)
        m_marker.end();
}

void Desktop::start()
{
    m_stopped.reset();
    m_theme = std::make_unique<Theme>();
    m_ring = std::make_unique<FocusRing>(nullptr);
    if (!QDir().mkpath(m_options.folder))
        return stop(fail(ErrorCode::WorkspaceRefused, {{QLatin1StringView("folder"), m_options.folder},
                                                       {QLatin1StringView("reason"), tr("it could not be created.")}})
                        .value());
    auto lock = FileLock::take(m_options.folder + QStringLiteral("/owner.lock"));
    if (!lock) {
        // Two that start at the same moment: the other one listens by now.
        const bool busy = lock.error().code == ErrorCode::DatabaseBusy;
        if (busy && m_options.screenshot.isEmpty() && m_instance.handOver(m_options.handOver)) {
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
            return;
        }
        if (busy)
            return stop(fail(ErrorCode::WorkspaceInUse, {{QLatin1StringView("folder"), m_options.folder}}).value());
        return stop(fail(ErrorCode::DatabaseReadOnly, {{QLatin1StringView("file"), m_options.folder}}).value());
    }
    m_lock = std::move(*lock);
    m_instance.listen();      // only who owns the workspace may take the place of a socket left behind
    openPoints(Points::Kept); // beside the window
    auto workspace = Workspace::open(m_options.folder, m_clock, m_random);
    if (!workspace)
        return stop(workspace.error());
    m_workspace = std::move(*workspace);
    ThemeChoice choice = readThemeChoice(*m_workspace);
    if (m_options.theme == u"light")
        choice.mode = ThemeChoice::Mode::Light;
    else if (m_options.theme == u"dark")
        choice.mode = ThemeChoice::Mode::Dark;
    else if (m_options.theme == u"contrast")
        choice.mode = ThemeChoice::Mode::Contrast;
    m_languages.use(m_options.language.isEmpty() ? readLanguage(*m_workspace) : m_options.language);
    m_theme->setChoice(choice);
    fillNewWorkspace();
    buildWindow();
    const int crashes = m_marker.begin();
    m_safe = m_options.safeMode || crashes >= kCrashesForSafeMode;
    afterCrashes(crashes);
    m_healthy.start();
    m_theme->followSystem();
    connect(m_workspace.get(), &Workspace::pipelineChanged, &m_reload, qOverload<>(&QTimer::start));
    connect(m_workspace.get(), &Workspace::settingChanged, this, [this](const QString &key) {
        if (key != QLatin1StringView(kLanguageKey))
            return;
        // The page that asked is still on the stack.
        QMetaObject::invokeMethod(this, &Desktop::restart, Qt::QueuedConnection);
    });
    connect(&m_instance, &SingleInstance::handedOver, this, [this](const QStringList &arguments) {
        if (m_window)
            m_window->handOver(arguments);
        else if (m_stopped)
            m_stopped->activateWindow();
    });
    if (!m_options.screenshot.isEmpty())
        m_picture.start();
}

// A new workspace opens on something real: this computer, live.
void Desktop::fillNewWorkspace()
{
    const QString filledAt = QStringLiteral("workspace.filledAt");
    if (m_workspace->setting(filledAt).isDouble())
        return;
    m_workspace->setSetting(filledAt, static_cast<double>(toMs(m_clock.now())));
    if (!m_workspace->pipelines().empty() || !m_workspace->dashboards().empty())
        return;
    if (const auto computer = loadTemplate(QStringLiteral("this-computer")))
        openTemplate(*m_workspace, *computer, m_clock, m_random);
}

void Desktop::openPoints(Points points)
{
    m_opening = std::thread([this, points, folder = m_options.folder] {
        const Result<> ready = points == Points::New ? setPointsAside(folder) : Result<>();
        auto opened = std::make_shared<Result<std::unique_ptr<PointsDb>>>(ready ? PointsDb::open(folder, {}, m_clock)
                                                                                : fail(ready.error()));
        if (*opened)
            (**opened)->moveToThread(thread());
        QMetaObject::invokeMethod(
            this, [this, opened] { pointsOpened(opened); }, Qt::QueuedConnection);
    });
}

void Desktop::pointsOpened(std::shared_ptr<Result<std::unique_ptr<PointsDb>>> opened)
{
    if (m_opening.joinable())
        m_opening.join();
    if (!m_workspace || !m_window)
        return;
    if (!*opened) {
        const ErrorCode code = opened->error().code;
        std::function<void()> newData;
        if (code == ErrorCode::DatabaseCorrupt || code == ErrorCode::DatabaseTooNew)
            newData = [this] { openPoints(Points::New); };
        m_window->showStopped(
            opened->error(), [this] { openPoints(Points::Kept); }, std::move(newData));
        return;
    }
    m_points = std::move(**opened);
    m_host = std::make_unique<PipelineHost>(
        *m_points, PipelineHost::Environment{m_clock, m_random, m_secrets, m_options.folder, 2}, m_registry);
    m_finder = std::make_unique<SeriesFinder>(*m_points, [this](const Location &to) {
        if (m_window)
            m_window->go(to);
    });
    m_context =
        std::make_unique<AppContext>(AppContext{m_clock, m_random, *m_workspace, *m_points, *m_host, m_secrets,
                                                m_registry, nullptr, &m_secrets, m_theme.get(), m_options.folder});
    connect(m_host.get(), &PipelineHost::statusChanged, this, [this](PipelineId id) {
        if (m_window)
            m_window->refreshMark(id);
    });
    m_cacheLimits = std::make_unique<CacheLimits>(*m_workspace, *m_points, m_clock);
    m_service = std::make_unique<OwnerService>(*m_workspace, *m_points, *m_host);
    m_instance.setHandler([this](OwnerPeer *peer, const OwnerMessage &question) { m_service->answer(peer, question); });
    connectWindow();
    runPipelines();
    showPages();
}

void Desktop::buildWindow()
{
    m_window = std::make_unique<MainWindow>(*m_workspace, *m_theme, m_options.folder);
    m_window->restoreSession();
    if (!m_options.size.isEmpty())
        m_window->resize(m_options.size);
    connect(m_window.get(), &MainWindow::closing, qApp, &QCoreApplication::quit);
    if (!m_options.handOver.isEmpty())
        m_window->handOver(m_options.handOver);
    m_window->show();
    qCDebug(logApp) << "window after" << m_clockSinceStart.elapsed() << "ms";
}

void Desktop::connectWindow()
{
    WindowFeeds feeds;
    feeds.pipelineMark = [this](PipelineId id) { return markOf(id); };
    feeds.series = [this](const SeriesQuery &query, QObject *receiver,
                          std::function<void(std::vector<PaletteEntry>)> done) {
        m_finder->find(query, receiver, std::move(done));
    };
    feeds.commands = [this] { return commands(); };
    m_window->setFeeds(std::move(feeds));
    m_context->navigator = &m_window->navigator();
}

void Desktop::showPages()
{
    std::vector<WindowPage> pages;
    for (const PageEntry &entry : pageEntries()) {
        pages.push_back(
            {entry.section, QCoreApplication::translate("Section", entry.label), QLatin1StringView(entry.icon),
             entry.place,
             [this, make = entry.make](const QString &id, QWidget *parent) { return make(*m_context, id, parent); }});
    }
    m_window->setPages(std::move(pages));
    qCDebug(logApp) << "usable after" << m_clockSinceStart.elapsed() << "ms";
}

void Desktop::runPipelines()
{
    if (!m_host)
        return;
    std::vector<Pipeline> running;
    for (const PipelineEntity &entity : m_workspace->pipelines()) {
        if (entity.running && !m_safe) // paused ones too: they run when asked
            running.push_back(*entity.running);
    }
    m_host->setPipelines(std::move(running));
}

void Desktop::stop(const Error &error)
{
    qCWarning(logApp) << "workspace" << errorCodeText(error.code) << error.detail;
    m_languages.use(m_options.language);
    auto page = std::make_unique<StoppedPage>(error, m_options.folder);
    page->setWindowTitle(QStringLiteral("Dash"));
    page->resize(m_options.size.isEmpty() ? QSize(1024, 640) : m_options.size);
    connect(page.get(), &StoppedPage::againAsked, this,
            [this] { QMetaObject::invokeMethod(this, &Desktop::start, Qt::QueuedConnection); });
    page->show();
    if (m_opening.joinable())
        m_opening.join();
    m_lock.reset();
    m_stopped = std::move(page);
    if (!m_options.screenshot.isEmpty())
        m_picture.start();
}

// Another language: the window is made again in it, at the same place.
void Desktop::restart()
{
    m_window->saveSession();
    m_languages.use(readLanguage(*m_workspace));
    m_options.handOver.clear();
    disconnect(m_window.get(), nullptr, qApp, nullptr);
    const auto old = std::move(m_window);
    buildWindow();
    if (m_context) {
        connectWindow();
        showPages();
    }
}

void Desktop::afterCrashes(int crashes)
{
    if (!m_safe)
        return;
    const QString sentence =
        crashes >= kCrashesForSafeMode
            ? tr("Dash closed unexpectedly %n times in a row, so no pipeline runs now. Nothing saved is lost.", nullptr,
                 crashes)
            : tr("Safe mode: no pipeline runs now.");
    Banner *banner = m_window->showBanner(int(Banner::Kind::Warn), sentence, {});
    Button *again = banner->addButton(tr("Run pipelines again"));
    again->setObjectName(QStringLiteral("leaveSafeMode"));
    connect(again, &QAbstractButton::clicked, this, [this, banner] {
        m_safe = false;
        runPipelines();
        banner->deleteLater();
    });
}

RailMark Desktop::markOf(PipelineId id) const
{
    using Dot = RailMark::Dot;
    using State = PipelineStatus::State;
    RailMark mark{Dot::Off, 0, tr("not running")};
    const PipelineEntity *entity = m_workspace->pipeline(id);
    if (!entity || !entity->running || !m_host || m_safe)
        return mark;
    if (!entity->running->enabled)
        return {Dot::Off, 0, tr("paused")};
    const PipelineStatus status = m_host->status(id);
    switch (status.state) {
    case State::Running:
    case State::Waiting:
        mark = {Dot::Running, 0, tr("running")};
        break;
    case State::Idle:
        mark = {Dot::Running, 0, tr("ready")};
        break;
    case State::BackingOff:
        mark = {Dot::Attention, 0, tr("failed, tried again soon")};
        break;
    case State::Error:
        mark = {Dot::Failed, 0, tr("failed")};
        break;
    case State::Paused:
        mark = {Dot::Off, 0, tr("paused")};
        break;
    }
    if (status.last && status.last->rejected > 0) {
        mark.rejected = status.last->rejected;
        if (mark.dot == Dot::Running)
            mark.dot = Dot::Attention;
    }
    return mark;
}

std::vector<PaletteEntry> Desktop::commands()
{
    std::vector<PaletteEntry> out;
    const auto add = [&](const QString &text, const QString &icon, std::function<void()> call) {
        PaletteEntry entry;
        entry.group = PaletteEntry::Group::Do;
        entry.text = text;
        entry.icon = icon;
        entry.run = std::move(call);
        out.push_back(std::move(entry));
    };
    for (const PageEntry &entry : pageEntries()) {
        if (entry.section == u"dashboards")
            add(tr("New dashboard"), QStringLiteral("dashboards"), [this] { newDashboard(); });
        else if (entry.section == u"pipelines")
            add(tr("New pipeline"), QStringLiteral("pipelines"), [this] { newPipeline(); });
    }
    return out;
}

void Desktop::newPipeline()
{
    Pipeline pipeline;
    pipeline.id = PipelineId::create(m_clock.now(), m_random);
    pipeline.name = tr("New pipeline");
    m_workspace->putPipeline(pipeline, {tr("New pipeline"), {}});
    m_window->go(Location{QStringLiteral("pipelines"), pipeline.id.text(), QStringLiteral("add")});
}

void Desktop::newDashboard()
{
    Dashboard dashboard;
    dashboard.id = DashboardId::create(m_clock.now(), m_random);
    dashboard.name = tr("New dashboard");
    m_workspace->putDashboard(dashboard, {tr("New dashboard"), {}});
    m_window->go(Location{QStringLiteral("dashboards"), dashboard.id.text(), {}});
}

// Saved when what is visible has been painted with its data, or after 15 s as it is.
void Desktop::takeScreenshot()
{
    ++m_waited;
    const Page *page = m_window ? m_window->currentPage() : nullptr;
    const bool ready = m_stopped || (page && page->settled());
    if ((!ready || m_waited < kPictureAtLeast) && m_waited < kPictureAtMost)
        return;
    m_picture.stop();
    QWidget *shown = m_stopped ? m_stopped.get() : static_cast<QWidget *>(m_window.get());
    const bool saved = shown->grab().save(m_options.screenshot);
    QCoreApplication::exit(saved ? 0 : 1);
}

} // namespace dash
