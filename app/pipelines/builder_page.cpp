#include "app/pipelines/builder_page.h"

#include "app/pipelines/graph_edit.h"
#include "app/pipelines/inspector.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/rows_panel.h"
#include "app/pipelines/step_popup.h"
#include "app/pipelines/text_view.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/user_message.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>

namespace dash {

namespace {

constexpr int kNarrow = 900; // beside the rail: the inspector becomes a tab
constexpr int kInspector = 348;
constexpr int kWords = 1'150; // below, a tool that has an icon shows that alone

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
    connect(m_inspector, &Inspector::focusLost, this, [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
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
    refreshHead(); // the top bar shows what it is given; which badges are meant is known here
    if (part == u"add")
        QMetaObject::invokeMethod(
            this, [this] { openStepPopup({}, {}, false); }, Qt::QueuedConnection);
    else if (!part.isEmpty() && m_draft.pipeline().node(part))
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
    m_begin = new EmptyState(QStringLiteral("pipelines"), tr("Begin with a source"),
                             tr("Press [A], or drag from the list"), m_canvas);
    m_begin->setObjectName(QStringLiteral("beginHere"));
    auto *begin = new Button(QStringLiteral("plus"), tr("Add source"), Button::Kind::Primary);
    begin->setObjectName(QStringLiteral("addSource"));
    m_begin->addButton(begin);
    connect(begin, &Button::clicked, this, [this] { openStepPopup({}, {}, false); });
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
    m_zoomText = new Button(tr("%1 %").arg(100), Button::Kind::Default, m_zoomBox);
    m_zoomText->setObjectName(QStringLiteral("zoomReset"));
    m_zoomText->setToolTip(tr("Show steps in their own size"));
    m_zoomText->setJoined(Corner::None);
    m_zoomText->setFixedWidth(64);
    zoom->addWidget(out);
    zoom->addWidget(m_zoomText);
    zoom->addWidget(in);
    zoom->addWidget(fit);
    connect(out, &IconButton::clicked, this, [this] { m_canvas->setZoom(m_canvas->zoom() / 1.1); });
    connect(in, &IconButton::clicked, this, [this] { m_canvas->setZoom(m_canvas->zoom() * 1.1); });
    connect(fit, &IconButton::clicked, m_canvas, &Canvas::fit);
    connect(m_zoomText, &Button::clicked, this, [this] { m_canvas->setZoom(1); });
    m_canvas->installEventFilter(this);
}

void BuilderPage::buildTopBar()
{
    m_state = new Badge(tr("Running"), Badge::Kind::Ok, this);
    m_draftBadge = new Badge(tr("Draft"), Badge::Kind::Accent, this);
    m_where = new Button(QStringLiteral("computer"), tr("Runs on this computer"), Button::Kind::Default, this);
    m_where->setObjectName(QStringLiteral("where"));
    m_where->setAccessibleName(tr("Runs on this computer"));
    m_where->setToolTip(tr("Runs on this computer"));
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
        const PipelineEntity *entity = m_draft.entity();
        if (entity && entity->running)
            setPause(m_context.workspace, m_draft.id(), entity->running->enabled ? Pause::On : Pause::Off);
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
    addAction(tr("Show rows"), QKeySequence(Qt::ALT | Qt::Key_1), [this] { m_rows->showTab(RowsPanel::Tab::Rows); });
    addAction(tr("Show rejected rows"), QKeySequence(Qt::ALT | Qt::Key_2),
              [this] { m_rows->showTab(RowsPanel::Tab::Rejected); });
    addAction(tr("Show runs"), QKeySequence(Qt::ALT | Qt::Key_3), [this] { m_rows->showTab(RowsPanel::Tab::Runs); });
    addAction(tr("Show definition as text"), QKeySequence(Qt::ALT | Qt::Key_4),
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
    m_begin->setVisible(m_draft.pipeline().nodes.empty());
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
    const bool paused = applied && !entity->running->enabled;
    m_state->setDot(true);
    if (!broken.isEmpty()) {
        m_state->setText(tr("Draft has an error"));
        m_state->setKind(Badge::Kind::Error);
        m_state->setDot(false);
    } else if (!paused &&
               (status.state == PipelineStatus::State::Error || status.state == PipelineStatus::State::BackingOff)) {
        m_state->setText(tr("Failed"));
        m_state->setKind(Badge::Kind::Error);
    } else if (!applied || paused) {
        m_state->setText(!applied ? tr("Not running") : tr("Paused"));
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
                                : tr("Last run %1: %2")
                                      .arg(clockTime(run.finishedAt),
                                           storedMessage(QString::fromLatin1(run.errorCode), run.errorSentence)));
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
    m_begin->setGeometry(area.adjusted(0, 48, 0, -48));
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
    // The words of the switch give way before the name of the pipeline does.
    m_where->setText(width() < kWords ? QString() : tr("Runs on this computer"));
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
