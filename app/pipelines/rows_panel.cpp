#include "app/pipelines/rows_panel.h"

#include "app/pipelines/cell_text.h"
#include "app/pipelines/graph_edit.h"
#include "app/pipelines/graph_layout.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/row_difference.h"
#include "app/pipelines/text_view.h"
#include "app/pipelines/value_step.h"
#include "app/pipelines/words.h"
#include "app/theme/icon.h"
#include "app/theme/numbers.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kHeadHeight = 44;
constexpr qsizetype kValueShown = 28;

template <class Entries, class Wanted>
int indexOf(const Entries &entries, Wanted wanted)
{
    const auto at = std::find_if(entries.begin(), entries.end(), wanted);
    return at == entries.end() ? -1 : int(at - entries.begin());
}

QString quoted(const QString &value)
{
    const QString text = value.size() > kValueShown ? QString(value.left(kValueShown - 1) + u'…') : value;
    return u'“' + text + u'”';
}

} // namespace

RowsPanel::RowsPanel(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_tabs(new Tabs(this))
    , m_wait(new WaitLine(this))
    , m_stack(new QStackedWidget(this))
    , m_rows(new RowsTable)
    , m_rejected(new RowsTable)
    , m_runs(new RowsTable)
    , m_text(new TextView)
{
    setObjectName(QStringLiteral("rowsPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    column->addWidget(m_wait);
    m_wait->setFixedHeight(2);
    m_search = new TextInput(this);
    m_search->setIconName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Show only rows that contain"));
    m_search->setAccessibleName(tr("Show only rows that contain"));
    m_search->setObjectName(QStringLiteral("rowSearch"));
    m_search->hide();
    column->addWidget(m_search);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_rows);
    buildRejected();
    buildRuns();
    m_stack->addWidget(m_text);

    connect(m_tabs, &Tabs::changed, this, [this](int index) { showTab(Tab(index)); });
    connect(m_search, &QLineEdit::textChanged, m_rows, &RowsTable::setSearch);
    connect(m_rows, &RowsTable::cellActivated, this, &RowsPanel::showValueMenu);
    connect(&m_draft, &Draft::previewStarted, this, &RowsPanel::markStale);
    connect(&m_draft, &Draft::previewed, this, [this] {
        takeRows();
        showRejected({});
    });
    connect(&m_draft, &Draft::changed, this, [this] {
        m_text->setPipeline(m_draft.pipeline());
        showHead();
    });
    connect(&m_draft, &Draft::statusChanged, this, &RowsPanel::showHead);
    connect(m_text, &TextView::edited, this,
            [this](const Pipeline &pipeline) { m_draft.put(pipeline, tr("Edit text"), QStringLiteral("text")); });
    connect(&m_draft.context().host, &PipelineHost::runFinished, this, [this](PipelineId id) {
        if (id == m_draft.id())
            readStored();
    });
    m_text->setPipeline(m_draft.pipeline());
    readStored();
    showTab(Tab::Rows);
}

void RowsPanel::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(kHeadHeight);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(4);
    m_tabs->setItems({tr("Rows"), tr("Rejected"), tr("Runs"), tr("Text")});
    m_tabs->setObjectName(QStringLiteral("rowTabs"));
    m_tabs->setAccessibleName(tr("Under the step"));
    m_facts = new TextLabel({}, FontRole::Small, &Tokens::secondary);
    m_facts->setObjectName(QStringLiteral("rowFacts"));
    m_pin = new IconButton(QStringLiteral("pin"), tr("Keep these rows in view"), head);
    m_pin->setCheckable(true);
    m_find = new IconButton(QStringLiteral("filter"), tr("Show only rows that contain words"), head);
    m_find->setCheckable(true);
    m_full = new IconButton(QStringLiteral("fullscreen"), tr("Rows in full size"), head);
    m_openNode = new Button(tr("Open step"), Button::Kind::Quiet, head);
    m_again = new Button(QStringLiteral("play"), tr("Run rows again"), Button::Kind::Default, head);
    m_again->setObjectName(QStringLiteral("runAgain"));
    m_delete = new IconButton(QStringLiteral("trash"), tr("Delete the rejected rows"), head);
    m_delete->setObjectName(QStringLiteral("deleteRejected"));
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_facts);
    row->addSpacing(8);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_openNode, m_again, m_delete, m_pin, m_find, m_full})
        row->addWidget(tool);
    static_cast<QVBoxLayout *>(layout())->addWidget(head);
    connect(m_pin, &IconButton::toggled, this, [this](bool on) {
        m_pinned = on ? m_node : QString();
        takeRows();
    });
    connect(m_find, &IconButton::toggled, this, [this](bool on) {
        m_search->setVisible(on);
        if (on)
            m_search->setFocus(Qt::ShortcutFocusReason);
        else
            m_search->clear();
    });
    connect(m_full, &IconButton::clicked, this, &RowsPanel::fullSizeWanted);
    connect(m_again, &Button::clicked, this, &RowsPanel::runAgain);
    connect(m_delete, &IconButton::clicked, this, &RowsPanel::deleteRejected);
    connect(m_openNode, &Button::clicked, this, [this] {
        const std::size_t at = std::size_t(std::max(0, m_rejected->currentRow()));
        if (at < m_rejectedRows.node.size())
            Q_EMIT nodeWanted(m_rejectedRows.node[at]);
    });
}

void RowsPanel::buildRejected()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rejected->setObjectName(QStringLiteral("rejectedTable"));
    m_rejected->setAccessibleName(tr("Rejected rows"));
    m_rejected->setPlainHead(true);
    m_rejected->setEmptyText(tr("No row was rejected"), tr("Rows that a step refuses are kept here with the reason."));
    column->addWidget(m_rejected, 1);
    m_rejectedNote = new TextLabel(tr("Nothing is lost: these rows stay here until they pass or you delete them. Mend "
                                      "the step, then run them again."),
                                   FontRole::Small, &Tokens::tertiary);
    m_rejectedNote->setWrap(true);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 12);
    foot->addWidget(m_rejectedNote);
    column->addLayout(foot);
    m_stack->addWidget(page);
}

void RowsPanel::buildRuns()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_runs->setObjectName(QStringLiteral("runsTable"));
    m_runs->setAccessibleName(tr("Runs"));
    m_runs->setPlainHead(true);
    m_runs->setEmptyText(tr("No run yet"), tr("Apply the draft or run it once."));
    column->addWidget(m_runs, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    foot->setSpacing(8);
    m_runNote = new TextLabel(tr("Choose a run to see what its input gives with another definition."), FontRole::Small,
                              &Tokens::tertiary);
    m_runNote->setWrap(true);
    m_runNote->setObjectName(QStringLiteral("runNote"));
    m_replayOld = new Button(QStringLiteral("history"), tr("Replay as it ran"), Button::Kind::Default);
    m_replayNew = new Button(QStringLiteral("play"), tr("Replay with draft"), Button::Kind::Default);
    m_replayOld->setObjectName(QStringLiteral("replayOld"));
    m_replayNew->setObjectName(QStringLiteral("replayNew"));
    foot->addWidget(m_runNote, 1);
    foot->addWidget(m_replayOld);
    foot->addWidget(m_replayNew);
    column->addLayout(foot);
    m_stack->addWidget(page);
    const auto enable = [this](int row) {
        const bool chosen = row >= 0 && row < int(m_runRecords.size());
        m_replayOld->setEnabled(chosen);
        m_replayNew->setEnabled(chosen);
    };
    enable(-1);
    connect(m_runs, &RowsTable::currentRowChanged, this, enable);
    connect(m_replayOld, &Button::clicked, this, [this] { replay(false); });
    connect(m_replayNew, &Button::clicked, this, [this] { replay(true); });
}

void RowsPanel::setSettings(QWidget *settings)
{
    if (settings == m_settings)
        return;
    if (m_settings)
        m_stack->removeWidget(m_settings);
    m_settings = settings;
    if (settings)
        m_stack->addWidget(settings);
    const Tab current = tab();
    QStringList items{tr("Rows"), tr("Rejected"), tr("Runs"), tr("Text")};
    if (settings)
        items.push_back(tr("Settings"));
    m_tabs->setItems(items);
    showTab(!settings && current == Tab::Settings ? Tab::Rows : current);
}

RowsPanel::Tab RowsPanel::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void RowsPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
    m_stack->setCurrentIndex(std::min(int(tab), m_stack->count() - 1));
    if (tab == Tab::Text)
        m_text->showNode(m_node);
    showHead();
}

void RowsPanel::setNode(const QString &node)
{
    if (node == rejectedNodeId()) {
        m_rejectedByNode = tab() != Tab::Rejected;
        return showTab(Tab::Rejected);
    }
    if (m_rejectedByNode && tab() == Tab::Rejected && !node.isEmpty())
        showTab(Tab::Rows); // as it was before the table of refused rows was chosen
    m_rejectedByNode = false;
    m_node = node;
    takeRows();
}

QString RowsPanel::shownNode() const
{
    if (!m_pinned.isEmpty() && m_draft.pipeline().node(m_pinned))
        return m_pinned;
    if (m_draft.pipeline().node(m_node))
        return m_node;
    return endOfLine(m_draft.pipeline());
}

void RowsPanel::markStale()
{
    m_rows->setStale(true);
    m_wait->start();
}

void RowsPanel::takeRows()
{
    m_wait->stop();
    const PreviewResult *preview = m_draft.preview();
    const QString id = shownNode();
    if (!preview || id.isEmpty()) {
        m_rows->setRows({});
        return showHead();
    }
    const auto it = preview->nodes.find(id);
    const Node *node = m_draft.pipeline().node(id);
    QSet<QString> known;
    for (const Field &field : m_draft.arriving(id).fields)
        known.insert(field.name);
    const bool step = node && node->kind == NodeKind::Step && !known.isEmpty();
    if (m_draft.isWaiting(id)) {
        const bool applied = m_draft.entity() && m_draft.entity()->running && !m_draft.differsFromRunning();
        m_rows->setEmptyText(tr("Nothing has been received yet"),
                             applied ? tr("Send something to the address, or paste an example.")
                                     : tr("Paste an example, or apply the draft and send something to the address."));
    } else {
        m_rows->setEmptyText(tr("No rows here yet"), tr("They appear as soon as the source delivers."));
    }
    if (it != preview->nodes.end() && !it->second.error) {
        m_rows->setRows(it->second.rows, known, step);
    } else if (step) {
        // The step cannot work: what arrives is still there to mend it with.
        m_rows->setRows(m_draft.arriving(id));
    } else {
        m_rows->setRows({});
    }
    showHead();
}

void RowsPanel::showHead()
{
    const QString id = shownNode();
    const Node *node = m_draft.pipeline().node(id);
    const QString title = node ? nodeTitle(m_draft.context().registry, *node) : QString();
    m_tabs->setItemText(0, title.isEmpty() ? tr("Rows") : tr("Rows after %1").arg(title));
    const qint64 refused = std::max(m_storedRejected, qint64(m_rejectedRows.rows.rows));
    m_tabs->setCount(1, refused > 0 ? wholeNumber(refused) : QString(), true);
    const Tab current = tab();
    m_pin->setVisible(current == Tab::Rows);
    m_find->setVisible(current == Tab::Rows);
    m_full->setVisible(current != Tab::Settings);
    m_facts->setVisible(current == Tab::Rows);
    m_again->setVisible(current == Tab::Rejected && m_storedRejected > 0);
    m_delete->setVisible(current == Tab::Rejected && m_storedRejected > 0);
    m_openNode->setVisible(current == Tab::Rejected && refused > 0);
    m_again->setText(tr("Run %1 again").arg(rowsText(m_storedRejected)));
    if (current == Tab::Rejected && m_rejectedRows.rows.rows > 0) {
        const int row = std::clamp(m_rejected->currentRow(), 0, int(m_rejectedRows.rows.rows) - 1);
        const Node *from = m_draft.pipeline().node(m_rejectedRows.node[std::size_t(row)]);
        m_openNode->setText(from ? tr("Open %1").arg(nodeTitle(m_draft.context().registry, *from)) : tr("Open step"));
    }
    QString facts;
    if (const PreviewResult *preview = m_draft.preview()) {
        const auto it = preview->nodes.find(id);
        if (it != preview->nodes.end() && !it->second.error) {
            const QString all = rowsText(qint64(it->second.totalRows));
            facts =
                tr("%1 of %2 · %3 ms").arg(wholeNumber(qint64(m_rows->rows().rows)), all).arg(it->second.took.count());
        }
    }
    m_facts->setText(facts);
    m_facts->setMinimumWidth(qCeil(textWidth(facts, FontRole::Small)) + 2);
}

void RowsPanel::readStored()
{
    readRuns(m_draft.context().points, m_draft.id(), this, [this](std::vector<RunRecord> runs) {
        const int chosen = m_runs->currentRow();
        const std::optional<RunId> kept = chosen >= 0 && chosen < int(m_runRecords.size())
                                              ? std::optional(m_runRecords[std::size_t(chosen)].id)
                                              : std::nullopt;
        m_runRecords = std::move(runs);
        m_runs->setRows(runRows(m_runRecords));
        m_runs->moveCurrent(indexOf(m_runRecords, [&](const RunRecord &run) { return run.id == kept; }));
    });
    readRejected(m_draft.context().points, m_draft.id(), this, [this](const StoredRejects &rejects) {
        m_storedRejected = rejects.all;
        m_draft.setRejectedRows(m_storedRejected);
        showRejected(rejects.records);
    });
}

// What the running version refused; before its first run, what the draft refuses of the sample.
void RowsPanel::showRejected(const std::vector<RejectedRecord> &stored)
{
    std::vector<RejectedRecord> records = stored;
    if (records.empty() && m_storedRejected > 0)
        return;
    if (records.empty() && m_draft.preview()) {
        for (const auto &[id, node] : m_draft.preview()->nodes) {
            for (const Reject &reject : node.rejected)
                records.push_back({0, id, errorCodeText(reject.reason.code), errorSentence(reject.reason),
                                   reject.reason.arg(QLatin1StringView("field")), reject.record, -1});
        }
    }
    const Pipeline &pipeline = m_draft.pipeline();
    const int chosen = std::max(0, m_rejected->currentRow());
    const std::optional<qint64> kept = chosen < int(m_rejectedRows.rowIds.size())
                                           ? std::optional(m_rejectedRows.rowIds[std::size_t(chosen)])
                                           : std::nullopt;
    m_rejectedRows = rejectedRows(records, [&](const QString &id) {
        const Node *node = pipeline.node(id);
        return node ? nodeTitle(m_draft.context().registry, *node) : id;
    });
    m_rejected->setRows(m_rejectedRows.rows);
    m_rejected->setWrongCells(m_rejectedRows.wrongColumn);
    m_rejectedNote->setVisible(m_rejectedRows.rows.rows > 0);
    const int now = indexOf(m_rejectedRows.rowIds, [&](qint64 id) { return id == kept; });
    if (now >= 0)
        m_rejected->moveCurrent(now);
    else if (m_rejectedRows.rows.rows > 0)
        m_rejected->setCurrent(0, 0);
    showHead();
}

void RowsPanel::showValueMenu(const CellRef &cell)
{
    const Batch &rows = m_rows->rows();
    const std::size_t row = m_rows->batchRow(cell.row);
    const Field field = rows.fields[std::size_t(cell.column)];
    const QString shown = field.column->isNull(row) ? tr("empty") : cellDisplay(*field.column, row, locale());
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("valueMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addStep = [this, field, row](ValueAction action) {
        Pipeline next = m_draft.pipeline();
        const QString id =
            addValueStep(next, m_draft.context().registry, shownNode(), field.name, *field.column, row, action);
        if (id.isEmpty())
            return;
        m_draft.put(next, action == ValueAction::GroupBy ? tr("Group by %1").arg(field.name)
                                                         : tr("Filter %1").arg(field.name));
        Q_EMIT nodeWanted(id);
    };
    const auto add = [&](const char *iconName, const QString &text, const std::function<void()> &act) {
        QAction *action = menu->addAction(icon(QString::fromLatin1(iconName)), text);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    if (m_draft.context().registry.step(u"filter")) {
        add("filter", tr("Keep only %1").arg(quoted(shown)), [addStep] { addStep(ValueAction::Keep); });
        add("minus", tr("Leave out %1").arg(quoted(shown)), [addStep] { addStep(ValueAction::LeaveOut); });
    }
    if (m_draft.context().registry.step(u"group"))
        add("group", tr("Group by %1").arg(field.name), [addStep] { addStep(ValueAction::GroupBy); });
    const QString path = columnPath(field.name);
    add("copy", tr("Copy path") + u'\t' + path, [path] { QGuiApplication::clipboard()->setText(path); });
    menu->popup(m_rows->viewport()->mapToGlobal(cell.box.bottomLeft() + QPoint(4, 4)));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

void RowsPanel::runAgain()
{
    const qint64 before = m_storedRejected;
    m_again->setEnabled(false);
    m_draft.context().host.rerunRejected(m_draft.id(), {}, this, [this, before](Result<qint64> passed) {
        m_again->setEnabled(true);
        Navigator *navigator = m_draft.context().navigator;
        if (!passed && navigator)
            navigator->showError(passed.error());
        else if (passed && navigator)
            navigator->toast(tr("%1 of %2 passed").arg(wholeNumber(*passed), rowsText(before)));
        m_storedRejected = 0;
        readStored();
    });
}

void RowsPanel::deleteRejected()
{
    AppContext &context = m_draft.context();
    const PipelineId pipeline = m_draft.id();
    m_delete->setEnabled(false);
    takeRejected(context.points, pipeline, this, [this, &context, pipeline](const Result<Batch> &taken) {
        m_delete->setEnabled(true);
        if (!taken) {
            if (context.navigator)
                context.navigator->showError(taken.error());
            return;
        }
        m_storedRejected = 0;
        readStored();
        if (!context.navigator)
            return;
        const auto putBack = [panel = QPointer<RowsPanel>(this), &context, pipeline, rows = *taken] {
            putRejectedBack(context.points, pipeline, rows, context.navigator, [panel, &context](const Result<> &done) {
                if (!done)
                    return context.navigator->showError(done.error());
                if (panel)
                    panel->readStored();
            });
        };
        context.navigator->toast(tr("%1 deleted").arg(rowsText(qint64(taken->rows))), tr("Undo"), putBack);
    });
}

void RowsPanel::replay(bool withDraft)
{
    const int row = m_runs->currentRow();
    if (row < 0 || row >= int(m_runRecords.size()))
        return;
    const RunRecord run = m_runRecords[std::size_t(row)];
    Pipeline definition = m_draft.pipeline();
    if (!withDraft) {
        const Result<Pipeline> old = parsePipeline(run.definition);
        if (!old) {
            m_runNote->setText(sentence(old.error()));
            return;
        }
        definition = *old;
        definition.id = m_draft.id();
    }
    m_runNote->setText(tr("Replaying the input of %1 …").arg(clockTime(run.startedAt)));
    m_draft.context().host.replay(
        run.id, definition, PipelineHost::Commit::No, this,
        [this, run, withDraft](Result<PreviewResult> result) { describeReplay(run, withDraft, std::move(result)); });
}

// Rows of each output beside what the run itself made.
void RowsPanel::describeReplay(const RunRecord &run, bool withDraft, Result<PreviewResult> result)
{
    if (!result) {
        m_runNote->setText(sentence(result.error()));
        return;
    }
    if (result->error) {
        m_runNote->setText(sentence(*result->error));
        return;
    }
    QStringList parts;
    for (const auto &[id, node] : result->nodes) {
        const Node *known = m_draft.pipeline().node(id);
        if (known && known->kind == NodeKind::Output) {
            const auto then = run.rowsOut.find(id);
            const QString before = then == run.rowsOut.end() ? QStringLiteral("–") : wholeNumber(then->second);
            parts.push_back(
                tr("%1: %2 → %3")
                    .arg(nodeTitle(m_draft.context().registry, *known), before, rowsText(qint64(node.totalRows))));
        }
        if (node.error)
            parts.push_back(sentence(*node.error));
    }
    const QString what = withDraft ? tr("With the draft") : tr("As it ran");
    m_runNote->setText(what + u": " + (parts.isEmpty() ? tr("no output has rows") : parts.join(QStringLiteral(" · "))));
}

void RowsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find) && tab() == Tab::Rows) {
        m_find->setChecked(true);
        m_search->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_search->isVisible()) {
        m_find->setChecked(false);
        m_rows->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace dash
