// The part of the window that comes back after a restart.

#include "app/shell/main_window.h"
#include "core/store/workspace.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QScreen>

namespace dash {

namespace {

const QString kSession = QStringLiteral("window.session");
const QSize kFirstSize(1280, 800);

// Inside one of the screens that are there now, not larger than it.
QRect clamped(QRect wanted, const QList<QScreen *> &screens)
{
    const QScreen *best = screens.value(0);
    if (!best)
        return wanted;
    for (const QScreen *screen : screens) {
        const QRect part = screen->availableGeometry().intersected(wanted);
        const QRect most = best->availableGeometry().intersected(wanted);
        if (part.width() * part.height() > most.width() * most.height())
            best = screen;
    }
    const QRect room = best->availableGeometry();
    wanted.setSize(wanted.size().boundedTo(room.size()).expandedTo({320, 240}));
    wanted.moveLeft(std::clamp(wanted.left(), room.left(), std::max(room.left(), room.right() + 1 - wanted.width())));
    wanted.moveTop(std::clamp(wanted.top(), room.top(), std::max(room.top(), room.bottom() + 1 - wanted.height())));
    return wanted;
}

} // namespace

void MainWindow::restoreSession()
{
    m_restored = true;
    const QJsonObject session = m_workspace.setting(kSession).toObject();
    const QJsonArray frame = session.value(u"geometry").toArray();
    const QList<QScreen *> screens = QGuiApplication::screens();
    if (frame.size() == 4) {
        const QRect kept(frame[0].toInt(), frame[1].toInt(), frame[2].toInt(), frame[3].toInt());
        setGeometry(clamped(kept, screens));
    } else {
        const QRect room = screens.value(0) ? screens.first()->availableGeometry() : QRect(QPoint(), kFirstSize);
        resize(kFirstSize.boundedTo(room.size()));
        move(room.center() - rect().center());
    }
    if (session.value(u"maximized").toBool())
        setWindowState(windowState() | Qt::WindowMaximized);
    if (session.contains(u"railNarrow")) {
        m_railChosen = true;
        m_railNarrow = session.value(u"railNarrow").toBool();
    }
    for (const auto &section : session.value(u"folded").toArray())
        m_rail->setFolded(section.toString(), true);
    const QJsonObject place = session.value(u"location").toObject();
    if (place.contains(u"section") && !m_wanted)
        m_wanted = Location{place.value(u"section").toString(), place.value(u"id").toString(),
                            place.value(u"part").toString()};
}

void MainWindow::saveSession()
{
    if (!m_restored)
        return;
    const QRect frame = isMaximized() || isFullScreen() ? normalGeometry() : geometry();
    const Location here = current();
    QJsonObject session{{QStringLiteral("geometry"), QJsonArray{frame.x(), frame.y(), frame.width(), frame.height()}},
                        {QStringLiteral("maximized"), isMaximized()},
                        {QStringLiteral("folded"), QJsonArray::fromStringList(m_rail->folded())},
                        {QStringLiteral("location"), QJsonObject{{QStringLiteral("section"), here.section},
                                                                 {QStringLiteral("id"), here.id},
                                                                 {QStringLiteral("part"), here.part}}}};
    if (m_railChosen)
        session[QStringLiteral("railNarrow")] = m_railNarrow;
    if (m_workspace.setting(kSession).toObject() != session)
        m_workspace.setSetting(kSession, session);
}

void MainWindow::handOver(const QStringList &arguments)
{
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    for (const QString &argument : arguments) {
        if (argument.startsWith(u"--open="))
            go(Location{QStringLiteral("data"), {}, u"file:" + argument.mid(7)});
        if (!argument.startsWith(u"--go="))
            continue;
        const QStringList parts = argument.mid(5).split(u'/');
        go(Location{parts.value(0), parts.value(1), parts.value(2)});
    }
}

} // namespace dash
