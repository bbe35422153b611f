#include "app/pipelines/draft_summary.h"

#include "app/pipelines/kinds.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QVBoxLayout>

namespace dash {

namespace {
constexpr int kPauseMs = 250;
constexpr int kMostLines = 4;
} // namespace

DraftSummary::DraftSummary(Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_card(new Card(this))
    , m_secondary(new Button(tr("See changes"), Button::Kind::Quiet, this))
    , m_apply(new Button(tr("Apply"), Button::Kind::Primary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *cardRow = new QHBoxLayout;
    cardRow->setContentsMargins(16, 8, 16, 12);
    m_card->setGround(&Tokens::sunken);
    m_lines = m_card->column();
    m_lines->setSpacing(6);
    cardRow->addWidget(m_card);
    column->addLayout(cardRow);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    column->addWidget(line);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 12);
    m_secondary->setObjectName(QStringLiteral("seeChanges"));
    m_apply->setObjectName(QStringLiteral("apply"));
    m_apply->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return)
                        .toString(QKeySequence::NativeText)
                        .replace(QLatin1String("Return"), QStringLiteral("↵"))
                        .replace(u'+', u' '));
    m_apply->setLarge(true);
    m_secondary->setLarge(true);
    buttons->addWidget(m_secondary);
    buttons->addStretch();
    buttons->addWidget(m_apply);
    column->addLayout(buttons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DraftSummary::compare);
    connect(m_apply, &Button::clicked, this, &DraftSummary::apply);
    connect(m_secondary, &Button::clicked, this, [this] {
        if (hasError())
            m_draft.discard();
        else
            Q_EMIT changesWanted();
    });
    connect(&m_draft, &Draft::changed, this, [this] {
        refresh();
        m_pause.start();
    });
    connect(&m_draft, &Draft::previewed, this, &DraftSummary::refresh);
    connect(&m_draft, &Draft::statusChanged, this, [this] {
        refresh();
        m_pause.start();
    });
    refresh();
    m_pause.start();
}

bool DraftSummary::hasError() const
{
    if (!m_draft.problems().empty())
        return true;
    const PreviewResult *preview = m_draft.preview();
    if (!preview)
        return false;
    if (preview->error)
        return true;
    return std::any_of(preview->nodes.begin(), preview->nodes.end(),
                       [](const auto &entry) { return entry.second.error.has_value(); });
}

bool DraftSummary::canApply() const
{
    return m_draft.exists() && m_draft.differsFromRunning() && !hasError();
}

void DraftSummary::apply()
{
    if (canApply())
        m_draft.apply();
}

void DraftSummary::addLine(const QString &name, const QString &value)
{
    auto *row = new QWidget(m_card);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *label = new TextLabel(name, FontRole::Small, &Tokens::secondary);
    line->addWidget(label, 1);
    line->addWidget(new TextLabel(value, FontRole::Small, &Tokens::text));
    m_lines->addWidget(row);
    row->show();
}

// Everything the card says, so that it is made again only when it says something else: a running pipeline tells its
// state every second.
QString DraftSummary::content() const
{
    const PipelineEntity *entity = m_draft.entity();
    QStringList parts{QString::number(m_draft.differsFromRunning()), QString::number(hasError()),
                      QString::number(entity && entity->running ? entity->runningVersion : -1)};
    for (const RowDifference &difference : m_differences) {
        const Node *node = m_draft.pipeline().node(difference.node);
        parts << (node ? nodeTitle(m_draft.context().registry, *node) : QString())
              << QString::number(difference.rowsBefore) << QString::number(difference.rowsAfter) << difference.column
              << QString::number(difference.changed) << difference.added << difference.removed;
    }
    return parts.join(u'\n');
}

void DraftSummary::refresh()
{
    const QString now = content();
    if (now == m_content)
        return;
    m_content = now;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const PipelineEntity *entity = m_draft.entity();
    const bool differs = m_draft.differsFromRunning();
    const bool broken = hasError();
    const bool runs = entity && entity->running;
    m_card->setVisible(differs);
    m_apply->setEnabled(canApply());
    m_apply->setToolTip(broken     ? tr("Mend the error first")
                        : !differs ? tr("The draft is what runs")
                                   : tr("Make the draft the running version"));
    m_secondary->setText(broken && runs && differs ? tr("Discard draft") : tr("See changes"));
    m_secondary->setEnabled(differs && runs);
    if (!differs)
        return;
    auto *head = new QWidget(m_card);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    const QString title = broken && runs ? tr("The running version goes on") : tr("Draft, not applied yet");
    row->addWidget(new TextLabel(title, FontRole::SmallBold), 1);
    if (!broken)
        row->addWidget(
            new TextLabel(runs ? tr("version %1 is running").arg(entity->runningVersion) : tr("nothing runs yet"),
                          FontRole::Small, &Tokens::tertiary));
    m_lines->addWidget(head);
    head->show();
    if (broken) {
        auto *text = new TextLabel(
            runs ? tr("Your draft is saved. Version %1 keeps feeding the dashboards until this step works.")
                       .arg(entity->runningVersion)
                 : tr("Your draft is saved. It can be applied as soon as this step works."),
            FontRole::Small, &Tokens::secondary);
        text->setWrap(true);
        m_lines->addWidget(text);
        text->show();
        return;
    }
    int shown = 0;
    for (const RowDifference &difference : m_differences) {
        const Node *node = m_draft.pipeline().node(difference.node);
        if (!node || shown++ >= kMostLines)
            continue;
        addLine(tr("Rows of %1").arg(nodeTitle(m_draft.context().registry, *node)),
                wholeNumber(difference.rowsBefore) + QStringLiteral(" → ") + wholeNumber(difference.rowsAfter));
        if (difference.changed > 0)
            addLine(tr("Changed values"),
                    tr("%1 of %2 in %3")
                        .arg(wholeNumber(difference.changed), wholeNumber(difference.rowsAfter), difference.column));
        if (!difference.added.isEmpty())
            addLine(tr("New fields"), difference.added.join(QStringLiteral(", ")));
        if (!difference.removed.isEmpty())
            addLine(tr("Fields gone"), difference.removed.join(QStringLiteral(", ")));
    }
}

// The input of the last run, through both definitions, without committing.
void DraftSummary::compare()
{
    const PipelineEntity *entity = m_draft.entity();
    const auto last = m_draft.context().host.status(m_draft.id()).last;
    if (!entity || !entity->running || !last || !m_draft.differsFromRunning() || hasError()) {
        m_differences.clear();
        return;
    }
    ++m_round;
    const RunId run = last->id;
    if (m_run == run && m_runningVersion == entity->runningVersion && m_before) {
        takeRunning(run, *m_before);
        return;
    }
    m_run = run;
    m_runningVersion = entity->runningVersion;
    m_before.reset();
    m_draft.context().host.replay(run, *entity->running, PipelineHost::Commit::No, this,
                                  [this, run](Result<PreviewResult> result) { takeRunning(run, std::move(result)); });
}

void DraftSummary::takeRunning(const RunId &run, Result<PreviewResult> result)
{
    if (!result || m_run != run)
        return;
    m_before = std::move(*result);
    const quint64 round = m_round;
    m_draft.context().host.replay(run, m_draft.pipeline(), PipelineHost::Commit::No, this,
                                  [this, run, round](Result<PreviewResult> replayed) {
                                      if (round == m_round)
                                          takeDraft(run, std::move(replayed));
                                  });
}

void DraftSummary::takeDraft(const RunId &run, Result<PreviewResult> result)
{
    if (!result || m_run != run || !m_before)
        return;
    m_differences = compareRows(*m_before, *result, m_draft.pipeline());
    refresh();
}

} // namespace dash
