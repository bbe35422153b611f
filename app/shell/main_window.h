#pragma once
// The window: rail, top bar, page, toasts, banners, palette. Knows the workspace for names and saving; everything else
// comes in through functions, so that it stands up before the data is open.

#include "app/app_context.h"
#include "app/shell/history.h"
#include "app/shell/nav_rail.h"
#include "app/shell/page_registry.h"
#include "app/shell/palette.h"
#include "core/base/id.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace dash {

class Banner;
class DropVeil;
class Theme;
class Toast;
class TopBar;
class WaitLine;
class Workspace;

struct WindowFeeds {
    std::function<RailMark(PipelineId)> pipelineMark;
    std::function<void(const SeriesQuery &, QObject *, std::function<void(std::vector<PaletteEntry>)>)> series;
    std::function<std::vector<PaletteEntry>()> commands; // of the application, beside the window's own
};

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    MainWindow(Workspace &workspace, Theme &theme, QString folder);
    ~MainWindow() override;

    Navigator &navigator();
    void setFeeds(WindowFeeds feeds);
    // The pages that can be visited from now on. Goes to where the last session was, or to the first.
    void setPages(std::vector<WindowPage> pages);
    void refreshMark(PipelineId pipeline); // its state changed
    // Instead of a page: data that could not be opened.
    // `newData`, where given, is offered as the way out.
    void showStopped(const Error &error, std::function<void()> again, std::function<void()> newData = {});

    void go(const Location &location);
    Location current() const;
    Page *currentPage() const;
    void toast(const QString &sentence, const QString &actionText, std::function<void()> action);
    Banner *showBanner(int kind, const QString &sentence, const QString &details);
    void openPalette(const QString &query);
    // Geometry, place and rail as they were; clamped to the screens there are.
    void restoreSession();
    void saveSession();
    // Comes to the front, and goes where the arguments of a second start point.
    void handOver(const QStringList &arguments);

Q_SIGNALS:
    void closing();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Guide;
    struct Open {
        QString section, id;
        Page *page;
        qint64 used;
    };
    void bindShortcuts();
    void run(const QString &shortcut);
    void place();
    void placeToasts();
    void visit(const Location &location);
    void showPage(Page *page, const Location &location);
    void leaveNarrowRail(Page *page);
    Page *pageFor(const Location &location);
    void dropPages(const QString &section, const QString &id);
    Location resolved(const Location &location) const;
    void refreshHead();
    void refreshRail(const QString &section);
    void refreshSync();
    void openMenu(QWidget *anchor);
    void setScrim(bool on);
    void openFiles(const QStringList &files);
    void openFile(const QString &path);
    std::vector<PaletteEntry> places() const;
    std::vector<PaletteEntry> commands();
    const WindowPage *entry(const QString &section) const;

    Workspace &m_workspace;
    Theme &m_theme;
    QString m_folder;
    WindowFeeds m_feeds;
    std::unique_ptr<Guide> m_guide;
    std::vector<WindowPage> m_entries;
    std::vector<Open> m_open;
    LocationHistory m_history;
    std::map<QString, QString> m_lastId; // of a section
    qint64 m_visits = 0;

    NavRail *m_rail;
    QWidget *m_body;
    QVBoxLayout *m_bodyColumn;
    TopBar *m_bar;
    WaitLine *m_wait;
    QStackedWidget *m_stack;
    QWidget *m_blank;
    QWidget *m_scrim;
    DropVeil *m_veil;
    CommandPalette *m_palette;
    QMenu *m_menu = nullptr;
    QList<QPointer<Toast>> m_toasts;
    QTimer m_saveSession;
    bool m_railChosen = false;
    bool m_railNarrow = false;
    bool m_restored = false;
    std::optional<Location> m_wanted; // asked for before there were pages
};

} // namespace dash
