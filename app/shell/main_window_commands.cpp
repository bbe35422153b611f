// What the window can be told: shortcuts, the palette's places and commands, the menu at its head.

#include "app/settings/preferences.h"
#include "app/shell/main_window.h"
#include "app/shell/shortcuts.h"
#include "app/theme/icon.h"
#include "app/theme/paint.h"
#include "app/theme/theme.h"
#include "app/widgets/button.h"
#include "core/store/workspace.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>

namespace dash {

std::vector<PaletteEntry> MainWindow::places() const
{
    std::vector<PaletteEntry> out;
    const Location here = current();
    const auto add = [&](const Location &to, const QString &text, const QString &note, const QString &icon) {
        PaletteEntry row;
        row.text = text;
        row.note = note;
        row.icon = icon;
        row.here = to.section == here.section && to.id == here.id;
        row.run = [self = QPointer(const_cast<MainWindow *>(this)), to] {
            if (self)
                self->go(to);
        };
        out.push_back(std::move(row));
    };
    if (const WindowPage *page = entry(QStringLiteral("dashboards"))) {
        for (const DashboardEntity &entity : m_workspace.dashboards())
            add({page->section, entity.dashboard.id.text(), {}}, entity.dashboard.name, tr("Dashboard"), page->icon);
    }
    if (const WindowPage *page = entry(QStringLiteral("pipelines"))) {
        for (const PipelineEntity &entity : m_workspace.pipelines())
            add({page->section, entity.draft.id.text(), {}}, entity.draft.name, tr("Pipeline"), page->icon);
    }
    for (const WindowPage &page : m_entries)
        add(resolved({page.section, {}, {}}), page.label, tr("Section"), page.icon);
    return out;
}

std::vector<PaletteEntry> MainWindow::commands()
{
    std::vector<PaletteEntry> out;
    const auto add = [&](const QString &text, const QString &icon, const QString &keys, std::function<void()> call) {
        PaletteEntry row;
        row.group = PaletteEntry::Group::Do;
        row.text = text;
        row.icon = icon;
        row.keys = keys;
        row.run = std::move(call);
        out.push_back(std::move(row));
    };
    if (Page *page = currentPage()) {
        for (QAction *action : page->paletteActions()) {
            if (!action->isEnabled())
                continue;
            add(action->text().remove(u'&'),
                action->icon().name().isEmpty() ? QStringLiteral("play") : action->icon().name(),
                keysText(action->shortcut()), [action = QPointer(action)] {
                    if (action)
                        action->trigger();
                });
        }
    }
    if (m_feeds.commands) {
        for (PaletteEntry &entry : m_feeds.commands())
            out.push_back(std::move(entry));
    }
    static const std::map<QString, QString> kIcons = {{QStringLiteral("open"), QStringLiteral("file")},
                                                      {QStringLiteral("rail"), QStringLiteral("select")},
                                                      {QStringLiteral("settings"), QStringLiteral("settings")},
                                                      {QStringLiteral("help"), QStringLiteral("info")},
                                                      {QStringLiteral("fullscreen"), QStringLiteral("fullscreen")},
                                                      {QStringLiteral("look"), QStringLiteral("moon")},
                                                      {QStringLiteral("close"), QStringLiteral("close")}};
    for (const Shortcut &shortcut : windowShortcuts()) {
        const QString id = QLatin1StringView(shortcut.id);
        const auto icon = kIcons.find(id);
        if (icon != kIcons.end())
            add(shortcutText(shortcut.label), icon->second, keysText(shortcut.keys.first()), [this, id] { run(id); });
    }
    return out;
}

void MainWindow::bindShortcuts()
{
    for (const Shortcut &shortcut : windowShortcuts()) {
        for (const QKeySequence &keys : shortcut.keys) {
            auto *bound = new QShortcut(keys, this);
            connect(bound, &QShortcut::activated, this,
                    [this, id = QString(QLatin1StringView(shortcut.id))] { run(id); });
        }
    }
}

void MainWindow::run(const QString &id)
{
    if (id == u"palette") {
        openPalette({});
    } else if (id == u"commands") {
        openPalette(QStringLiteral(">"));
    } else if (id == u"back" || id == u"forward") {
        const bool back = id == u"back";
        if (back ? m_history.canBack() : m_history.canForward())
            visit(back ? m_history.back() : m_history.forward());
    } else if (id == u"rail") {
        m_railChosen = true;
        m_railNarrow = !m_rail->isNarrow();
        place();
        m_saveSession.start();
    } else if (id == u"open") {
        go(Location{QStringLiteral("data"), {}, QStringLiteral("choose")});
    } else if (id == u"settings" || id == u"help") {
        go(Location{id, {}, {}});
    } else if (id == u"fullscreen") {
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    } else if (id == u"look") {
        ThemeChoice choice = m_theme.choice();
        choice.mode = tokensOf(this).dark() ? ThemeChoice::Mode::Light : ThemeChoice::Mode::Dark;
        m_theme.setChoice(choice);
        writeThemeChoice(m_workspace, choice);
    } else if (id == u"close") {
        close();
    } else if (id.startsWith(u"section")) {
        int wanted = id.mid(7).toInt();
        for (const WindowPage &page : m_entries) {
            if (page.place == PageEntry::Place::Main && --wanted == 0)
                go(Location{page.section, {}, {}});
        }
    }
}

void MainWindow::openMenu(QWidget *anchor)
{
    if (!m_menu) {
        m_menu = new QMenu(this);
        m_menu->addAction(icon(u"search"), tr("Find anything"), this, [this] { run(QStringLiteral("palette")); });
        m_menu->addAction(icon(u"file"), tr("Open a file…"), this, [this] { run(QStringLiteral("open")); });
        m_menu->addAction(icon(u"settings"), tr("Settings"), this, [this] { run(QStringLiteral("settings")); });
        m_menu->addAction(icon(u"info"), tr("Help"), this, [this] { run(QStringLiteral("help")); });
        m_menu->addSeparator();
        m_menu->addAction(icon(u"close"), tr("Close Dash"), this, [this] { run(QStringLiteral("close")); });
    }
    popupBelow(m_menu, anchor);
}

} // namespace dash
