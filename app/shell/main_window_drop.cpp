// Files dropped on the window, wherever they land: the first one is charted on the data page, or becomes a pipeline
// where it holds the definition of one.

#include "app/shell/drop_veil.h"
#include "app/shell/main_window.h"
#include "core/model/pipeline.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>

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

// A definition that Dash exported, told from data that is JSON by what only a definition has.
bool holdsPipeline(const QString &path)
{
    QFile file(path);
    if (file.size() > kMaxDefinitionBytes || !file.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return object.value(QLatin1StringView("format")).isDouble() && object.value(QLatin1StringView("nodes")).isArray();
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

void MainWindow::openFile(const QString &path)
{
    const Location chart{QStringLiteral("data"), {}, u"file:" + path};
    if (QFileInfo(path).suffix().compare(QLatin1StringView("json"), Qt::CaseInsensitive) != 0)
        return go(chart);
    QThreadPool::globalInstance()->start([self = QPointer<MainWindow>(this), path, chart] {
        const bool definition = holdsPipeline(path);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [=] {
                if (self)
                    self->go(definition ? Location{QStringLiteral("pipelines"), {}, u"import:" + path} : chart);
            },
            Qt::QueuedConnection);
    });
}

void MainWindow::openFiles(const QStringList &files)
{
    openFile(files.first());
    if (files.size() < 2)
        return;
    // Nothing is read that nobody looks at: the others wait for a click.
    const QStringList rest = files.mid(1);
    toast(tr("“%1” is open. %n more were dropped.", nullptr, int(rest.size())).arg(QFileInfo(files.first()).fileName()),
          tr("Open the next one"), [this, rest] { openFiles(rest); });
}

} // namespace dash
