#include "app/pipelines/builder_page.h"

#include "app/pipelines/graph_edit.h"
#include "app/pipelines/inspector.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/rows_panel.h"
#include "app/pipelines/step_popup.h"
#include "app/pipelines/text_view.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMenu>
#include <QMimeData>
#include <QResizeEvent>
#include <QSaveFile>
#include <QSplitter>
#include <QThreadPool>

namespace dash {

namespace {

constexpr int kNarrow = 900; // beside the rail: the inspector becomes a tab
constexpr int kInspector = 348;

QString nodeClipFormat()
{
    return QStringLiteral("application/x-dash-node+json");
}

} // namespace

BuilderPage::BuilderPage(AppContext &context, PipelineId id, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_draft(context, id)
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_lines(new QSplitter(Qt::Vertical))
    , m_canvas(new Canvas)
    , m_rows(new RowsPanel(m_draft))
    , m_inspector(new Inspector(m_draft))
{
    setObjectName(QStringLiteral("builderPage"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_columns);
    m_lines->addWidget(m_canvas);
    m_lines->addWidget(m_rows);
    m_lines->setChildrenCollapsible(false);
    m_lines->setStretchFactor(1, 1);
    m_columns->addWidget(m_lines);
    m_columns->addWidget(m_inspector);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(0, 1);
    buildCanvasTools();
    buildTopBar();
    buildActions();

    connect(m_canvas, &Canvas::commanded, this, &BuilderPage::obey);
    connect(m_canvas, &Canvas::selectionChanged, this, &BuilderPage::select);
    connect(m_canvas, &Canvas::zoomChanged, this,
            [this](qreal zoom) { m_zoomText->setText(tr("%1 %").arg(qRound(zoom * 100))); });
    connect(m_rows, &RowsPanel::nodeWanted, this, [this](const QString &node) {
        select(node);
        m_rows->showTab(RowsPanel::Tab::Rows);
    });
    connect(m_rows, &RowsPanel::fullSizeWanted, this, &BuilderPage::toggleFullRows);
    connect(m_inspector, &Inspector::menuWanted, this, &BuilderPage::showNodeMenu);
    connect(m_inspector, &Inspector::changesWanted, this, &BuilderPage::showChanges);
    connect(&m_draft, &Draft::changed, this, [this] {
        if (!m_draft.exists()) { // deleted elsewhere
            if (m_context.navigator && isVisible())
                m_context.navigator->go(Location{QStringLiteral("pipelines"), {}, {}});
            return;
        }
        refreshGraph();
        refreshHead();
    });
    connect(&m_draft, &Draft::previewed, this, [this] {
        refreshGraph();
        refreshHead();
    });
    connect(&m_draft, &Draft::statusChanged, this, [this] {
        refreshGraph();
        refreshHead();
    });
    connect(&context.host, &PipelineHost::runFinished, this, [this](PipelineId run) {
        if (run == m_draft.id())
            m_canvas->pulse();
    });
    refreshGraph();
    refreshHead();
    m_draft.refreshRows(PipelineHost::Sampling::Reuse);
}

BuilderPage::~BuilderPage() = default;

QString BuilderPage::title() const
{
    const QString name = m_draft.pipeline().name;
    return name.isEmpty() ? tr("Untitled pipeline") : name;
}

QString BuilderPage::parentTitle() const
{
    return tr("Pipelines");
}

QList<QWidget *> BuilderPage::badges()
{
    return {m_state, m_draftBadge};
}

QList<QWidget *> BuilderPage::tools()
{
    return {m_where, m_versions, m_code, m_runOnce, m_pause, m_more};
}

void BuilderPage::shown(const QString &part)
{
    qApp->installEventFilter(this);
    if (!part.isEmpty() && m_draft.pipeline().node(part))
        select(part);
    else if (m_canvas->selected().isEmpty())
        m_canvas->setFocus(Qt::OtherFocusReason);
}

void BuilderPage::hidden()
{
    qApp->removeEventFilter(this);
    if (m_popup)
        m_popup->close();
}

void BuilderPage::buildCanvasTools()
{
    m_canvasTools = new QWidget(m_canvas);
    auto *tools = new QHBoxLayout(m_canvasTools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(6);
    m_addStep = new Button(QStringLiteral("plus"), tr("Add step"), Button::Kind::Default, m_canvasTools);
    m_addStep->setObjectName(QStringLiteral("addStep"));
    m_undo = new IconButton(QStringLiteral("undo"), tr("Undo"), m_canvasTools);
    m_redo = new IconButton(QStringLiteral("redo"), tr("Redo"), m_canvasTools);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    for (IconButton *button : {m_undo, m_redo})
        button->setFramed(true);
    tools->addWidget(m_addStep);
    tools->addWidget(m_undo);
    tools->addWidget(m_redo);
    connect(m_addStep, &Button::clicked, this, [this] { openStepPopup(m_canvas->selected(), {}, false); });
    connect(m_undo, &IconButton::clicked, &m_draft, &Draft::undo);
    connect(m_redo, &IconButton::clicked, &m_draft, &Draft::redo);
    m_lastRun = new Badge({}, Badge::Kind::Ok, m_canvas);
    m_lastRun->setObjectName(QStringLiteral("lastRun"));

    m_legend = new QWidget(m_canvas);
    auto *keys = new QHBoxLayout(m_legend);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setSpacing(5);
    const std::pair<QString, QString> legend[] = {
        {tr("Tab"), tr("next step")}, {tr("A"), tr("add after")}, {tr("D"), tr("disable")}, {tr("Del"), tr("remove")}};
    for (const auto &[key, what] : legend) {
        keys->addWidget(new KeyCap(key, m_legend));
        keys->addWidget(new TextLabel(what, FontRole::Caption, &Tokens::tertiary));
        keys->addSpacing(4);
    }
    m_legend->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_zoomBox = new QWidget(m_canvas);
    auto *zoom = new QHBoxLayout(m_zoomBox);
    zoom->setContentsMargins(0, 0, 0, 0);
    zoom->setSpacing(0);
    auto *out = new IconButton(QStringLiteral("minus"), tr("Zoom out"), m_zoomBox);
    auto *in = new IconButton(QStringLiteral("plus"), tr("Zoom in"), m_zoomBox);
    auto *fit = new IconButton(QStringLiteral("fit"), tr("Show all steps"), m_zoomBox);
    out->setJoined(Corner::Start);
    in->setJoined(Corner::None);
    fit->setJoined(Corner::End);
    m_zoomText = new TextLabel(tr("%1 %").arg(100), FontRole::Small, &Tokens::secondary);
    m_zoomText->setAlignment(Qt::AlignCenter);
    m_zoomText->setFixedWidth(52);
    zoom->addWidget(out);
    zoom->addWidget(m_zoomText);
    zoom->addWidget(in);
    zoom->addWidget(fit);
    connect(out, &IconButton::clicked, this, [this] { m_canvas->setZoom(m_canvas->zoom() / 1.1); });
    connect(in, &IconButton::clicked, this, [this] { m_canvas->setZoom(m_canvas->zoom() * 1.1); });
    connect(fit, &IconButton::clicked, m_canvas, &Canvas::fit);
    m_canvas->installEventFilter(this);
}

void BuilderPage::buildTopBar()
{
    m_state = new Badge(tr("Running"), Badge::Kind::Ok, this);
    m_draftBadge = new Badge(tr("Draft"), Badge::Kind::Accent, this);
    m_where = new Button(QStringLiteral("computer"), tr("Runs on this computer"), Button::Kind::Default, this);
    m_where->setObjectName(QStringLiteral("where"));
    auto *where = new QMenu(m_where);
    QAction *stays = where->addAction(tr("Stays on this computer"));
    stays->setCheckable(true);
    connect(where, &QMenu::aboutToShow, this,
            [this, stays] { stays->setChecked(m_draft.pipeline().staysOnThisComputer); });
    connect(stays, &QAction::triggered, this, [this](bool on) {
        edit(tr("Stays on this computer"), [on](Pipeline &pipeline) { pipeline.staysOnThisComputer = on; });
    });
    m_where->setMenu(where);
    m_versions = new IconButton(QStringLiteral("history"), tr("Versions"), this);
    m_versions->setFramed(true);
    m_code = new IconButton(QStringLiteral("code"), tr("Definition as text"), this);
    m_code->setFramed(true);
    m_runOnce = new Button(QStringLiteral("play"), tr("Run once"), Button::Kind::Default, this);
    m_runOnce->setObjectName(QStringLiteral("runOnce"));
    m_pause = new Button(QStringLiteral("pause"), tr("Pause"), Button::Kind::Default, this);
    m_pause->setObjectName(QStringLiteral("pause"));
    m_more = new IconButton(QStringLiteral("more"), tr("More"), this);
    connect(m_versions, &IconButton::clicked, this, &BuilderPage::showVersions);
    connect(m_code, &IconButton::clicked, this, [this] {
        m_rows->showTab(RowsPanel::Tab::Text);
        m_rows->textView()->editor()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_runOnce, &Button::clicked, this, [this] { m_context.host.runNow(m_draft.id()); });
    connect(m_pause, &Button::clicked, this, [this] {
        const bool paused = m_context.host.status(m_draft.id()).state == PipelineStatus::State::Paused;
        m_context.host.setPaused(m_draft.id(), !paused);
        refreshHead();
    });
    connect(m_more, &IconButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Fetch a new sample"), this,
                        [this] { m_draft.refreshRows(PipelineHost::Sampling::Refresh); });
        menu->addAction(tr("Export definition…"), this, &BuilderPage::exportDefinition);
        menu->addAction(tr("Pipeline settings"), this, [this] {
            select({});
            m_inspector->focusFirst();
        });
        popupBelow(menu, m_more);
    });
}

QAction *BuilderPage::addAction(const QString &text, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(action);
    connect(action, &QAction::triggered, this, std::move(act));
    m_actions.push_back(action);
    return action;
}

void BuilderPage::buildActions()
{
    addAction(tr("Add step"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
              [this] { openStepPopup(m_canvas->selected(), {}, false); });
    addAction(tr("Apply draft"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (auto *apply = m_inspector->findChild<Button *>(QStringLiteral("apply")); apply && apply->isEnabled())
            apply->click();
    });
    addAction(tr("Undo"), QKeySequence::Undo, [this] { m_draft.undo(); });
    addAction(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_draft.redo(); });
    addAction(tr("Run once"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_context.host.runNow(m_draft.id()); });
    addAction(tr("Show rows"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] { m_rows->showTab(RowsPanel::Tab::Rows); });
    addAction(tr("Show rejected rows"), QKeySequence(Qt::CTRL | Qt::Key_2),
              [this] { m_rows->showTab(RowsPanel::Tab::Rejected); });
    addAction(tr("Show runs"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] { m_rows->showTab(RowsPanel::Tab::Runs); });
    addAction(tr("Show definition as text"), QKeySequence(Qt::CTRL | Qt::Key_4),
              [this] { m_rows->showTab(RowsPanel::Tab::Text); });
    addAction(tr("Versions"), {}, [this] { showVersions(); });
    addAction(tr("Export definition…"), {}, [this] { exportDefinition(); });
}

// Every keystroke is a step of the draft's history, so Ctrl+Z in a field undoes there, not in the field alone.
bool BuilderPage::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(object);
        const bool undoes = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
        if (undoes && widget && isAncestorOf(widget) && !m_rows->textView()->hasUnreadText()) {
            event->ignore();
            return true;
        }
    }
    return Page::eventFilter(object, event);
}

bool BuilderPage::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        placeOverlays();
    return Page::event(event);
}

void BuilderPage::refreshGraph()
{
    m_canvas->setGraph(m_draft.pipeline(), graphLook(m_draft.pipeline(), m_context.registry, m_draft.facts()));
    m_undo->setEnabled(m_draft.canUndo());
    m_redo->setEnabled(m_draft.canRedo());
    const EntityRef entity{EntityKind::Pipeline, m_draft.id().value};
    const QString undo = m_context.workspace.undoText(entity);
    const QString redo = m_context.workspace.redoText(entity);
    m_undo->setName(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    m_redo->setName(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
}

void BuilderPage::refreshHead()
{
    const GraphFacts facts = m_draft.facts();
    const PipelineStatus &status = facts.status;
    QString broken;
    for (const Node &node : m_draft.pipeline().nodes) {
        if (broken.isEmpty() && nodeError(m_draft.pipeline(), m_context.registry, facts, node.id))
            broken = nodeTitle(m_context.registry, node);
    }
    const PipelineEntity *entity = m_draft.entity();
    const bool applied = entity && entity->running;
    const bool paused = status.state == PipelineStatus::State::Paused;
    m_state->setDot(true);
    if (!broken.isEmpty()) {
        m_state->setText(tr("Draft has an error"));
        m_state->setKind(Badge::Kind::Error);
        m_state->setDot(false);
    } else if (status.state == PipelineStatus::State::Error || status.state == PipelineStatus::State::BackingOff) {
        m_state->setText(tr("Failed"));
        m_state->setKind(Badge::Kind::Error);
    } else if (!applied || paused || !entity->running->enabled) {
        m_state->setText(!applied ? tr("Not running") : paused ? tr("Paused") : tr("Off"));
        m_state->setKind(Badge::Kind::Neutral);
    } else {
        m_state->setText(tr("Running"));
        m_state->setKind(Badge::Kind::Ok);
    }
    m_draftBadge->setVisible(m_draft.differsFromRunning() && broken.isEmpty());
    m_pause->setText(paused ? tr("Continue") : tr("Pause"));
    m_pause->setIconName(paused ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->setEnabled(applied);
    m_runOnce->setEnabled(applied);
    m_runOnce->setToolTip(applied ? tr("Run the applied version now") : tr("Apply the draft first"));
    if (!broken.isEmpty()) {
        m_lastRun->setKind(Badge::Kind::Error);
        m_lastRun->setText(tr("Stopped at %1").arg(broken));
    } else if (status.last) {
        const RunRecord &run = *status.last;
        const bool fine = run.outcome == RunRecord::Outcome::Succeeded;
        m_lastRun->setKind(fine ? Badge::Kind::Ok : Badge::Kind::Error);
        m_lastRun->setText(fine ? tr("Last run %1, %2, %3 ms")
                                      .arg(clockTime(run.finishedAt), rowsText(run.rowsIn))
                                      .arg(run.finishedAt - run.startedAt)
                                : tr("Last run %1: %2").arg(clockTime(run.finishedAt), run.errorSentence));
    }
    m_lastRun->setVisible(!broken.isEmpty() || status.last.has_value());
    placeOverlays();
    const QString now = m_state->text() + title() + (m_draftBadge->isVisibleTo(this) ? u"d" : u"");
    if (now != m_badgeState) {
        m_badgeState = now;
        Q_EMIT headChanged();
    }
}

void BuilderPage::placeOverlays()
{
    if (!m_canvasTools)
        return;
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QRect area = m_canvas->rect();
    const auto put = [&](QWidget *widget, bool atStart, bool atTop) {
        widget->adjustSize();
        const int x = atStart != rtl ? 12 : area.width() - widget->width() - 12;
        widget->move(x, atTop ? 12 : area.height() - widget->height() - 12);
    };
    put(m_canvasTools, true, true);
    put(m_lastRun, false, true);
    put(m_legend, true, false);
    put(m_zoomBox, false, false);
    const int room = area.width() - m_zoomBox->width() - 36;
    m_legend->setVisible(m_legend->width() < room && area.height() > 150);
    const int badgeRoom = area.width() - m_canvasTools->width() - 36;
    if (m_lastRun->width() > badgeRoom)
        m_lastRun->resize(std::max(40, badgeRoom), m_lastRun->height());
}

void BuilderPage::select(const QString &node)
{
    m_canvas->setSelected(node);
    m_inspector->setNode(node);
    m_rows->setNode(node);
}

void BuilderPage::edit(const QString &label, const std::function<void(Pipeline &)> &change)
{
    Pipeline next = m_draft.pipeline();
    change(next);
    m_draft.put(next, label);
}

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
    connect(m_popup, &StepPopup::dragged, this, [this](const KindInfo &, const QPoint &global) {
        m_canvas->setDropHint(m_canvas->dropTarget(m_canvas->mapFromGlobal(QPointF(global))));
    });
    connect(m_popup, &StepPopup::dropped, this, [this](const KindInfo &kind, const QPoint &global) {
        m_canvas->setDropHint({});
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
    m_context.workspace.pipelineVersions(m_draft.id(), this, [this](std::vector<PipelineVersion> versions) {
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

void BuilderPage::toggleFullRows()
{
    m_fullRows = !m_fullRows;
    m_canvas->setVisible(!m_fullRows);
    if (!m_fullRows)
        placeOverlays();
}

// Sizes of the look: canvas 376, 280 or 200 high; under 900 px beside the rail the inspector is a tab.
void BuilderPage::fitLayout()
{
    const bool narrow = width() < kNarrow;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        if (narrow) {
            m_rows->setSettings(m_inspector);
        } else {
            m_rows->setSettings(nullptr);
            m_columns->addWidget(m_inspector);
            m_inspector->show();
        }
    }
    if (!narrow) {
        const int side = width() >= 1'300 ? kInspector : 320;
        m_columns->setSizes({width() - side, side});
    }
    const int canvas = height() >= 880 ? 376 : height() >= 700 ? 280 : 200;
    m_lines->setSizes({canvas, std::max(120, height() - canvas)});
}

void BuilderPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitLayout();
    placeOverlays();
}

} // namespace dash
