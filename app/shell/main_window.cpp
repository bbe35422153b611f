#include "app/shell/main_window.h"

#include "app/shell/drop_veil.h"
#include "app/shell/stopped_page.h"
#include "app/shell/top_bar.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/theme.h"
#include "app/user_message.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/marks.h"
#include "core/store/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kNarrowBelow = 1100;
constexpr std::size_t kKeptPages = 8;

class Scrim final : public QWidget {
public:
    explicit Scrim(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("scrim"));
        hide();
    }
    std::function<void()> clicked;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.fillRect(rect(), tokensOf(this).scrim);
    }
    void mousePressEvent(QMouseEvent *) override
    {
        if (clicked)
            clicked();
    }
};

} // namespace

// What pages see of the window.
class MainWindow::Guide final : public Navigator {
public:
    explicit Guide(MainWindow &window)
        : m_window(window)
    {
    }
    void go(const Location &location) override { m_window.go(location); }
    void toast(const QString &sentence, const QString &actionText, std::function<void()> action) override
    {
        m_window.toast(sentence, actionText, std::move(action));
    }
    void showError(const Error &error) override
    {
        m_window.showBanner(int(Banner::Kind::Error), userMessage(error), errorDetails(error));
    }
    void openPalette(const QString &query) override { m_window.openPalette(query); }

private:
    MainWindow &m_window;
};

MainWindow::MainWindow(Workspace &workspace, Theme &theme, QString folder)
    : m_workspace(workspace)
    , m_theme(theme)
    , m_folder(std::move(folder))
    , m_guide(std::make_unique<Guide>(*this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Dash"));
    setMinimumSize(1024, 640);
    m_rail = new NavRail(this);
    m_body = new QWidget(this);
    m_bodyColumn = new QVBoxLayout(m_body);
    m_bodyColumn->setContentsMargins(0, 0, 0, 0);
    m_bodyColumn->setSpacing(0);
    m_bar = new TopBar(m_body);
    m_wait = new WaitLine(m_body);
    m_stack = new QStackedWidget(m_body);
    m_blank = new QWidget;
    m_stack->addWidget(m_blank);
    m_bodyColumn->addWidget(m_bar);
    m_bodyColumn->addWidget(m_wait);
    m_bodyColumn->addWidget(m_stack, 1);
    m_veil = new DropVeil(this);
    setAcceptDrops(true);
    auto *scrim = new Scrim(this);
    m_scrim = scrim;
    m_palette = new CommandPalette(this);
    m_palette->places = [this] { return places(); };
    m_palette->commands = [this] { return commands(); };
    scrim->clicked = [this] { m_palette->close(); };
    connect(m_palette, &CommandPalette::closed, this, [this] {
        setScrim(false);
        if (Page *page = currentPage())
            page->setFocus(Qt::OtherFocusReason);
    });
    connect(m_rail, &NavRail::asked, this, &MainWindow::go);
    connect(m_rail, &NavRail::searchAsked, this, [this] { openPalette({}); });
    connect(m_rail, &NavRail::menuAsked, this, &MainWindow::openMenu);
    connect(m_bar, &TopBar::backAsked, this, [this] { run(QStringLiteral("back")); });
    connect(m_bar, &TopBar::forwardAsked, this, [this] { run(QStringLiteral("forward")); });
    connect(m_bar, &TopBar::parentAsked, this, [this] { go(Location{current().section, {}, {}}); });
    connect(&workspace, &Workspace::pipelineChanged, this, [this](PipelineId id) {
        refreshRail(QStringLiteral("pipelines"));
        if (!m_workspace.pipeline(id))
            dropPages(QStringLiteral("pipelines"), id.text());
        refreshSync();
    });
    connect(&workspace, &Workspace::dashboardChanged, this, [this](DashboardId id) {
        refreshRail(QStringLiteral("dashboards"));
        if (!m_workspace.dashboard(id))
            dropPages(QStringLiteral("dashboards"), id.text());
        refreshSync();
    });
    connect(&workspace, &Workspace::saved, this, [this] { m_rail->setSync(NavRail::Sync::Saved); });
    connect(&workspace, &Workspace::saveFailed, this, [this](const Error &error) {
        m_rail->setSync(NavRail::Sync::Failed);
        m_guide->showError(error);
    });
    const QString name = workspace.setting(QStringLiteral("workspace.name")).toString();
    m_rail->setWorkspaceName(name.isEmpty() ? tr("My workspace") : name, tr("On this computer"));
    m_saveSession.setSingleShot(true);
    m_saveSession.setInterval(800);
    connect(&m_saveSession, &QTimer::timeout, this, &MainWindow::saveSession);
    connect(m_rail, &NavRail::foldedChanged, &m_saveSession, qOverload<>(&QTimer::start));
    bindShortcuts();
    qApp->installEventFilter(this);
    m_wait->start();
}

MainWindow::~MainWindow()
{
    // Pages look at the window's parts while they go.
    for (const Open &open : m_open)
        delete open.page;
}

Navigator &MainWindow::navigator()
{
    return *m_guide;
}

void MainWindow::setFeeds(WindowFeeds feeds)
{
    m_feeds = std::move(feeds);
    m_palette->series = m_feeds.series;
    refreshRail(QStringLiteral("pipelines"));
}

void MainWindow::setPages(std::vector<WindowPage> pages)
{
    m_entries = std::move(pages);
    m_rail->setPages(m_entries);
    refreshRail(QStringLiteral("dashboards"));
    refreshRail(QStringLiteral("pipelines"));
    m_wait->stop();
    if (m_entries.empty())
        return;
    const Location first{m_entries.front().section, {}, {}};
    go(m_wanted && entry(m_wanted->section) ? *m_wanted : first);
    m_wanted.reset();
}

const WindowPage *MainWindow::entry(const QString &section) const
{
    for (const WindowPage &page : m_entries) {
        if (page.section == section)
            return &page;
    }
    return nullptr;
}

Location MainWindow::current() const
{
    return m_history.isEmpty() ? m_wanted.value_or(Location{}) : m_history.current();
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

// Dashboards without an id means what was open last, or the first. The other sections have a page of their own.
Location MainWindow::resolved(const Location &location) const
{
    if (!location.id.isEmpty())
        return location;
    Location to = location;
    const auto last = m_lastId.find(location.section);
    const QString id = last == m_lastId.end() ? QString() : last->second;
    if (location.section == u"dashboards" && !m_workspace.dashboards().empty()) {
        const auto known = DashboardId::fromText(id);
        to.id = known && m_workspace.dashboard(*known) ? id : m_workspace.dashboards().front().dashboard.id.text();
    }
    return to;
}

void MainWindow::go(const Location &asked)
{
    if (!entry(asked.section)) {
        if (m_entries.empty())
            m_wanted = asked;
        return;
    }
    const Location location = resolved(asked);
    // What a part does, such as opening a file, is done once: neither "Back" nor the next start does it again.
    static const QStringList acts{QStringLiteral("choose"), QStringLiteral("drop"), QStringLiteral("new"),
                                  QStringLiteral("add")};
    const bool act =
        location.part.startsWith(u"file:") || location.part.startsWith(u"import:") || acts.contains(location.part);
    m_history.visit(act ? Location{location.section, location.id, {}} : location);
    visit(location);
}

void MainWindow::visit(const Location &location)
{
    Page *page = pageFor(location);
    if (!page)
        return;
    m_lastId[location.section] = location.id;
    showPage(page, location);
    m_rail->setCurrent(location);
    m_bar->setHistory(m_history.canBack(), m_history.canForward());
    m_saveSession.start();
}

Page *MainWindow::pageFor(const Location &location)
{
    for (Open &open : m_open) {
        if (open.section == location.section && open.id == location.id) {
            open.used = ++m_visits;
            return open.page;
        }
    }
    const WindowPage *made = entry(location.section);
    Page *page = made && made->make ? made->make(location.id, m_stack) : nullptr;
    if (!page)
        return nullptr;
    connect(page, &Page::headChanged, this, [this, page] {
        if (page == currentPage())
            refreshHead();
    });
    m_stack->addWidget(page);
    m_open.push_back({location.section, location.id, page, ++m_visits});
    if (m_open.size() > kKeptPages) {
        const auto oldest = std::min_element(m_open.begin(), m_open.end(),
                                             [](const Open &a, const Open &b) { return a.used < b.used; });
        dropPages(oldest->section, oldest->id);
    }
    return page;
}

void MainWindow::showPage(Page *page, const Location &location)
{
    if (Page *before = currentPage(); before && before != page)
        before->hidden();
    m_stack->setCurrentWidget(page);
    refreshHead();
    page->shown(location.part);
    leaveNarrowRail(page);
}

// Where the rail lies over the page, the focus goes on to the page, so that the rail makes way.
void MainWindow::leaveNarrowRail(Page *page)
{
    QWidget *focus = focusWidget();
    if (!m_rail->isNarrow() || !focus || !m_rail->isAncestorOf(focus))
        return;
    QWidget *first = page->nextInFocusChain();
    while (first != page && (!page->isAncestorOf(first) || !first->isVisibleTo(page) || !first->isEnabled() ||
                             (first->focusPolicy() & Qt::TabFocus) != Qt::TabFocus))
        first = first->nextInFocusChain();
    if (first == page)
        focus->clearFocus();
    else
        first->setFocus(Qt::OtherFocusReason);
}

void MainWindow::dropPages(const QString &section, const QString &id)
{
    for (std::size_t i = m_open.size(); i-- > 0;) {
        const Open open = m_open[i];
        if (open.section != section || open.id != id)
            continue;
        const bool here = open.page == m_stack->currentWidget();
        m_open.erase(m_open.begin() + std::ptrdiff_t(i));
        m_history.forget(Location{section, id, {}});
        if (here) {
            m_stack->setCurrentWidget(m_blank);
            m_bar->show(nullptr);
        }
        m_stack->removeWidget(open.page);
        open.page->hide();
        open.page->deleteLater();
        if (here)
            go(Location{section, {}, {}});
    }
}

void MainWindow::refreshHead()
{
    Page *page = currentPage();
    m_bar->show(page);
    setWindowTitle(page ? QString(page->title() + u" – Dash") : QStringLiteral("Dash"));
}

void MainWindow::refreshRail(const QString &section)
{
    std::vector<RailItem> items;
    if (section == u"dashboards") {
        for (const DashboardEntity &entity : m_workspace.dashboards())
            items.push_back({Location{section, entity.dashboard.id.text(), {}}, entity.dashboard.name, {}});
    } else if (section == u"pipelines") {
        for (const PipelineEntity &entity : m_workspace.pipelines())
            items.push_back({Location{section, entity.draft.id.text(), {}}, entity.draft.name,
                             m_feeds.pipelineMark ? m_feeds.pipelineMark(entity.draft.id) : RailMark{}});
    }
    m_rail->setItems(section, std::move(items));
}

void MainWindow::refreshMark(PipelineId pipeline)
{
    if (m_feeds.pipelineMark)
        m_rail->setMark(Location{QStringLiteral("pipelines"), pipeline.text(), {}}, m_feeds.pipelineMark(pipeline));
}

void MainWindow::refreshSync()
{
    if (const int unsaved = m_workspace.unsaved(); unsaved > 0)
        m_rail->setSync(NavRail::Sync::Saving, unsaved);
}

void MainWindow::showStopped(const Error &error, std::function<void()> again, std::function<void()> newData)
{
    m_wait->stop();
    auto *page = new StoppedPage(error, m_folder, m_stack);
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    const auto leave = [this, page](const std::function<void()> &act) {
        m_stack->removeWidget(page);
        page->deleteLater();
        m_wait->start();
        act();
    };
    connect(page, &StoppedPage::againAsked, this, [leave, again = std::move(again)] { leave(again); });
    if (!newData)
        return;
    page->offerNewData();
    connect(page, &StoppedPage::newDataAsked, this, [leave, newData = std::move(newData)] { leave(newData); });
}

void MainWindow::toast(const QString &sentence, const QString &actionText, std::function<void()> action)
{
    m_toasts.removeAll(nullptr);
    while (m_toasts.size() >= 2) {
        if (Toast *oldest = m_toasts.takeFirst())
            oldest->deleteLater();
    }
    auto *toast = new Toast(sentence, actionText, std::move(action), this);
    connect(toast, &Toast::done, this, [this, toast] {
        m_toasts.removeAll(toast);
        toast->hide();
        toast->deleteLater();
        placeToasts();
    });
    m_toasts << toast;
    toast->show();
    placeToasts();
}

void MainWindow::placeToasts()
{
    int bottom = height() - 8;
    for (qsizetype i = m_toasts.size(); i-- > 0;) {
        Toast *toast = m_toasts[i];
        if (!toast)
            continue;
        const QSize size = toast->sizeHint();
        const int start = m_body->x() + 16 - kShadowMargin;
        const bool rtl = layoutDirection() == Qt::RightToLeft;
        const int x = rtl ? m_body->x() + m_body->width() - 16 + kShadowMargin - size.width() : start;
        toast->setGeometry(x, bottom - size.height() + kShadowMargin, size.width(), size.height());
        toast->raise();
        bottom -= size.height() - 2 * kShadowMargin;
    }
}

Banner *MainWindow::showBanner(int kind, const QString &sentence, const QString &details)
{
    for (Banner *banner : m_body->findChildren<Banner *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (banner->accessibleName() == sentence)
            return banner; // said already
    }
    auto *banner = new Banner(Banner::Kind(kind), sentence, m_body);
    banner->setDetails(details);
    connect(banner, &Banner::closed, banner, &QObject::deleteLater);
    m_bodyColumn->insertWidget(0, banner);
    return banner;
}

void MainWindow::openPalette(const QString &query)
{
    setScrim(true);
    m_palette->open(query);
}

void MainWindow::setScrim(bool on)
{
    m_scrim->setGeometry(rect());
    m_scrim->setVisible(on);
    if (on)
        m_scrim->raise();
}

void MainWindow::place()
{
    const bool narrow = m_railChosen ? m_railNarrow : width() < kNarrowBelow;
    m_rail->setNarrow(narrow);
    const int room = narrow ? metrics().railNarrow : metrics().railWide;
    const QRect whole = rect();
    const auto put = [&](QWidget *widget, const QRect &at) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), whole, at));
    };
    put(m_body, QRect(room, 0, width() - room, height()));
    put(m_rail, QRect(0, 0, m_rail->width(), height()));
    if (m_scrim->isVisible())
        m_scrim->setGeometry(whole);
    if (m_palette->isVisible())
        m_palette->setGeometry(m_palette->preferredGeometry(size()));
    placeToasts();
}

void MainWindow::resizeEvent(QResizeEvent *)
{
    place();
    m_saveSession.start();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        place();
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), tokensOf(this).window);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    event->accept();
    Q_EMIT closing();
}

// The scrim stands behind dialogs of this window; the rail is placed again when it opens over the page.
bool MainWindow::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_rail && event->type() == QEvent::Resize)
        place();
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        if (auto *dialog = qobject_cast<QDialog *>(object);
            dialog && dialog->isModal() && dialog->parentWidget() && dialog->parentWidget()->window() == this)
            setScrim(event->type() == QEvent::Show);
    }
    return QWidget::eventFilter(object, event);
}

} // namespace dash
