// Files dropped on the window, wherever they land: the first one is charted on the data page.

#include "app/shell/drop_veil.h"
#include "app/shell/main_window.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

namespace dash {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty() || !entry(QStringLiteral("data")))
        return;
    event->acceptProposedAction();
    m_veil->setFiles(int(files.size()));
    m_veil->setGeometry(m_body->geometry());
    m_veil->show();
    m_veil->raise();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_veil->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_veil->hide();
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    m_palette->close();
    openFiles(files);
}

void MainWindow::openFiles(const QStringList &files)
{
    go(Location{QStringLiteral("data"), {}, u"file:" + files.first()});
    if (files.size() < 2)
        return;
    // Nothing is read that nobody looks at: the others wait for a click.
    const QStringList rest = files.mid(1);
    toast(tr("“%1” is open. %n more were dropped.", nullptr, int(rest.size())).arg(QFileInfo(files.first()).fileName()),
          tr("Open the next one"), [this, rest] { openFiles(rest); });
}

} // namespace dash
