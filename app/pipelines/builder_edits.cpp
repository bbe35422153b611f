// What the builder does to the draft when the canvas, a menu or a key asks for it.

#include "app/pipelines/builder_page.h"
#include "app/pipelines/graph_edit.h"
#include "app/pipelines/inspector.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/rows_panel.h"
#include "app/pipelines/step_popup.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/widgets/button.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSaveFile>
#include <QThreadPool>

namespace dash {

namespace {

QString nodeClipFormat()
{
    return QStringLiteral("application/x-dash-node+json");
}

} // namespace

void BuilderPage::obey(const CanvasCommand &command)
{
    using Kind = CanvasCommand::Kind;
    const Node *node = m_draft.pipeline().node(command.node);
    const QString name = node ? nodeTitle(m_context.registry, *node) : QString();
    switch (command.kind) {
    case Kind::AddAfter:
        return openStepPopup(command.node, command.at, false);
    case Kind::Branch:
        return openStepPopup(command.node, command.at, true);
    case Kind::Paste:
        return pasteNode(command.node);
    case Kind::Open:
        return node ? m_inspector->focusFirst() : void();
    default:
        break;
    }
    if (!node)
        return;
    switch (command.kind) {
    case Kind::Move:
        return edit(tr("Move %1").arg(name),
                    [&](Pipeline &pipeline) { moveNode(pipeline, command.node, command.other); });
    case Kind::Connect:
        return edit(tr("Connect %1").arg(name),
                    [&](Pipeline &pipeline) { connectNodes(pipeline, command.node, command.other); });
    case Kind::Disconnect:
        return edit(tr("Disconnect %1").arg(name),
                    [&](Pipeline &pipeline) { disconnectNodes(pipeline, command.node, command.other); });
    case Kind::Disable: {
        Node changed = *node;
        changed.disabled = !changed.disabled;
        return m_draft.setNode(changed, changed.disabled ? tr("Disable %1").arg(name) : tr("Enable %1").arg(name));
    }
    case Kind::Remove: {
        const qsizetype at = m_canvas->graphLayout().order.indexOf(command.node);
        const QString neighbour = m_canvas->graphLayout().order.value(at > 0 ? at - 1 : at + 1);
        edit(tr("Remove %1").arg(name), [&](Pipeline &pipeline) { removeNode(pipeline, command.node); });
        select(m_draft.pipeline().node(neighbour) ? neighbour : QString());
        if (m_context.navigator)
            m_context.navigator->toast(tr("%1 removed").arg(name), tr("Undo"), [draft = QPointer<Draft>(&m_draft)] {
                if (draft)
                    draft->undo();
            });
        return;
    }
    case Kind::Copy:
        return copyNode(command.node);
    case Kind::Duplicate: {
        QString copy;
        Node twin = *node;
        giveOwnAddresses(twin, m_context.registry, m_context.random);
        edit(tr("Duplicate %1").arg(name), [&](Pipeline &pipeline) { copy = addNode(pipeline, twin, command.node); });
        return select(copy);
    }
    default:
        return;
    }
}

void BuilderPage::openStepPopup(const QString &after, const QPoint &at, bool branch)
{
    if (m_popup)
        m_popup->close();
    const bool empty = m_draft.pipeline().nodes.empty();
    const StepPopup::Offer offer = branch  ? StepPopup::Offer::BranchOnly
                                   : empty ? StepPopup::Offer::SourcesFirst
                                           : StepPopup::Offer::All;
    m_popup = new StepPopup(allKinds(m_context.registry), offer, this);
    m_popup->setAttribute(Qt::WA_DeleteOnClose);
    const QString target = after == rejectedNodeId() ? QString() : after;
    connect(m_popup, &StepPopup::chosen, this,
            [this, target, branch](const KindInfo &kind) { insertKind(kind, target, branch); });
    connect(m_popup, &StepPopup::dragged, this, [this](const KindInfo &kind, const QPoint &global) {
        const QPointF local = m_canvas->mapFromGlobal(QPointF(global));
        m_canvas->setGhost(kind.label, local);
        m_canvas->setDropHint(m_canvas->dropTarget(local));
    });
    connect(m_popup, &StepPopup::dropped, this, [this](const KindInfo &kind, const QPoint &global) {
        m_canvas->setDropHint({});
        m_canvas->setGhost({}, {});
        const QPoint local = m_canvas->mapFromGlobal(global);
        if (m_canvas->rect().contains(local))
            insertKind(kind, m_canvas->dropTarget(local), false);
    });
    m_popup->openAt(m_addStep, at);
}

void BuilderPage::insertKind(const KindInfo &kind, const QString &after, bool branch)
{
    QString id;
    Node node = freshNode(kind);
    giveOwnAddresses(node, m_context.registry, m_context.random);
    edit(tr("Add %1").arg(kind.label),
         [&](Pipeline &pipeline) { id = branch ? addBranch(pipeline, node, after) : addNode(pipeline, node, after); });
    select(id);
    if (m_narrow)
        m_rows->showTab(RowsPanel::Tab::Settings);
    m_inspector->focusFirst();
}

void BuilderPage::copyNode(const QString &node)
{
    const Node *found = m_draft.pipeline().node(node);
    if (!found)
        return;
    const QByteArray text = nodeClip(*found);
    auto *clip = new QMimeData;
    clip->setData(nodeClipFormat(), text);
    clip->setText(QString::fromUtf8(text));
    QGuiApplication::clipboard()->setMimeData(clip);
}

void BuilderPage::pasteNode(const QString &after)
{
    const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
    if (!clip)
        return;
    const QByteArray text = clip->hasFormat(nodeClipFormat()) ? clip->data(nodeClipFormat()) : clip->text().toUtf8();
    std::optional<Node> node = nodeFromClip(text);
    if (!node) {
        if (m_context.navigator)
            m_context.navigator->toast(tr("The clipboard holds no step"));
        return;
    }
    giveOwnAddresses(*node, m_context.registry, m_context.random);
    QString id;
    edit(tr("Paste %1").arg(nodeTitle(m_context.registry, *node)),
         [&](Pipeline &pipeline) { id = addNode(pipeline, *node, after); });
    select(id);
}

void BuilderPage::showNodeMenu(QWidget *anchor)
{
    const QString id = m_canvas->selected();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, CanvasCommand::Kind kind) {
        menu->addAction(text, this, [this, kind, id] { obey(CanvasCommand{kind, id, {}, {}}); });
    };
    if (const Node *node = m_draft.pipeline().node(id)) {
        add(tr("Add after"), CanvasCommand::Kind::AddAfter);
        if (node->kind != NodeKind::Output)
            add(tr("Branch here"), CanvasCommand::Kind::Branch);
        add(tr("Duplicate"), CanvasCommand::Kind::Duplicate);
        add(tr("Copy"), CanvasCommand::Kind::Copy);
        add(node->disabled ? tr("Enable") : tr("Disable"), CanvasCommand::Kind::Disable);
        menu->addSeparator();
        add(tr("Remove"), CanvasCommand::Kind::Remove);
    } else {
        menu->addAction(tr("Export definition…"), this, &BuilderPage::exportDefinition);
        menu->addAction(tr("Versions"), this, &BuilderPage::showVersions);
    }
    popupBelow(menu, anchor);
}

// Versions, newest first; choosing one makes it the draft, which is one undoable step.
void BuilderPage::showVersions()
{
    m_context.workspace.pipelineVersions(m_draft.id(), this, [this](const std::vector<PipelineVersion> &versions) {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("versionMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const PipelineVersion &version : versions) {
            const QString text =
                tr("Restore version %1, applied %2").arg(version.version).arg(clockTime(version.appliedAt));
            menu->addAction(text, this, [this, version] {
                Pipeline restored = version.pipeline;
                restored.id = m_draft.id();
                m_draft.put(restored, tr("Restore version %1").arg(version.version));
            });
        }
        if (versions.empty())
            menu->addAction(tr("Nothing was applied yet"))->setEnabled(false);
        popupBelow(menu, m_versions);
    });
}

// Which steps differ from the running version, each one click away.
void BuilderPage::showChanges()
{
    const PipelineEntity *entity = m_draft.entity();
    if (!entity || !entity->running)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("changesMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Pipeline &draft = m_draft.pipeline();
    const auto jump = [this](const QString &id) { return [this, id] { select(id); }; };
    for (const Node &node : draft.nodes) {
        const Node *old = entity->running->node(node.id);
        const QString name = nodeTitle(m_context.registry, node);
        if (!old)
            menu->addAction(tr("Added: %1").arg(name), this, jump(node.id));
        else if (!(*old == node))
            menu->addAction(tr("Changed: %1").arg(name), this, jump(node.id));
    }
    for (const Node &node : entity->running->nodes) {
        if (!draft.node(node.id))
            menu->addAction(tr("Removed: %1").arg(nodeTitle(m_context.registry, node)))->setEnabled(false);
    }
    if (!(draft.schedule == entity->running->schedule) || !(draft.limits == entity->running->limits) ||
        draft.name != entity->running->name)
        menu->addAction(tr("Changed: pipeline settings"), this, jump({}));
    menu->addSeparator();
    menu->addAction(tr("Discard draft"), &m_draft, &Draft::discard);
    popupBelow(menu, m_inspector->findChild<Button *>(QStringLiteral("seeChanges")));
}

void BuilderPage::exportDefinition()
{
    auto *dialog = new QFileDialog(window(), tr("Export definition"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(title() + QLatin1String(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QThreadPool::globalInstance()->start([path, text = pipelineText(m_draft.pipeline()),
                                              page = QPointer<BuilderPage>(this)] {
            QSaveFile file(path);
            const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
            const QString reason = file.errorString();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [page, written, path, reason] {
                    if (!page || !page->m_context.navigator)
                        return;
                    if (written)
                        return page->m_context.navigator->toast(BuilderPage::tr("Definition exported"));
                    Error error;
                    error.code = ErrorCode::FileWrite;
                    error.with(QLatin1StringView("file"), path).with(QLatin1StringView("reason"), reason);
                    page->m_context.navigator->showError(error);
                },
                Qt::QueuedConnection);
        });
    });
    dialog->open();
}

} // namespace dash
