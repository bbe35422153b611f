#include "app/data/file_panel.h"

#include "app/data/file_chart.h"
#include "app/data/flow_row.h"
#include "app/data/next_card.h"
#include "app/pipelines/rows_table.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/user_message.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "core/store/workspace.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace dash {

namespace {

constexpr std::array kKinds{"line", "area", "bar"};
constexpr int kChartedValues = 3;

// What a worker finds out before a byte is read. A pipe or a device would never answer, so only files are opened.
struct Refusals {
    QString folder, noFile, empty, noText;
};

// Zero bytes stand in no text but UTF-16, where they are all at even or all at odd places.
bool looksBinary(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false; // said by who reads it
    const QByteArray head = file.read(4'096);
    int even = 0, odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (head[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    return even > 0 && odd > 0;
}

Result<ImportGuess> guessOf(const QString &file, const ImportEnvironment &environment, const Refusals &refusals)
{
    const QFileInfo info(file);
    const bool empty = info.isFile() && info.size() == 0;
    const QString reason = info.isDir()                         ? refusals.folder
                           : info.exists() && !info.isFile()    ? refusals.noFile
                           : empty                              ? refusals.empty
                           : info.isFile() && looksBinary(file) ? refusals.noText
                                                                : QString();
    if (!reason.isEmpty())
        return fail(ErrorCode::FileOpen,
                    {{QLatin1StringView("file"), info.fileName()}, {QLatin1StringView("reason"), reason}});
    return guessFile(file, environment);
}

QString encodingName(const QString &name)
{
    return name == u"utf-8" ? QStringLiteral("UTF-8") : name.toUpper();
}

} // namespace

FilePanel::FilePanel(AppContext &context, ChartReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_reader(reader)
    , m_time(context.clock)
    , m_scope{m_time, reader, {}, 0, {}}
{
    m_pool.setMaxThreadCount(1);
    m_time.setLive(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);

    m_head = new Card;
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_name = new TextLabel({}, FontRole::BodyBold);
    m_size = new TextLabel({}, FontRole::Body, &Tokens::tertiary);
    m_state = new TextLabel({}, FontRole::Small, &Tokens::secondary);
    m_state->setObjectName(QStringLiteral("import_state"));
    m_badges = new QHBoxLayout;
    m_badges->setSpacing(6);
    m_stop = new Button(tr("Cancel"));
    m_stop->setObjectName(QStringLiteral("import_cancel"));
    line->addWidget(m_name);
    line->addWidget(m_size);
    line->addLayout(m_badges);
    line->addStretch();
    line->addWidget(m_state);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(8);
    facts->addLayout(line);
    m_meter = new Meter;
    m_meter->setProgress(true);
    facts->addWidget(m_meter);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 12, 12, 12);
    head->setSpacing(14);
    head->addWidget(new IconTile(QStringLiteral("file")), 0, Qt::AlignVCenter);
    head->addLayout(facts, 1);
    head->addWidget(m_stop, 0, Qt::AlignVCenter);
    m_head->setLayout(head);
    column->addWidget(m_head);

    auto *guesses = new QHBoxLayout;
    guesses->setSpacing(8);
    auto *readAs = new TextLabel(tr("We read it as"), FontRole::Body, &Tokens::secondary);
    readAs->setMinimumHeight(24);
    guesses->addWidget(readAs, 0, Qt::AlignTop);
    m_chips = new FlowRow;
    guesses->addWidget(m_chips, 1);
    m_kind = new Segmented;
    m_kind->setItems({tr("Line"), tr("Area"), tr("Bar")});
    m_kind->setAccessibleName(tr("Draw as"));
    guesses->addWidget(m_kind, 0, Qt::AlignTop);
    auto *again = new Button(tr("Start over"), Button::Kind::Quiet);
    again->setObjectName(QStringLiteral("import_again"));
    connect(again, &Button::clicked, this, &FilePanel::startOver);
    guesses->addWidget(again, 0, Qt::AlignTop);
    column->addLayout(guesses);

    m_chartRoom = new QWidget;
    m_chartRoom->setMinimumHeight(160);
    auto *room = new QVBoxLayout(m_chartRoom);
    room->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chartRoom, 5);

    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    auto *rowsCard = new Card;
    rowsCard->column()->setContentsMargins(1, 8, 1, 1);
    auto *rowsHead = new QHBoxLayout;
    rowsHead->setContentsMargins(12, 0, 12, 0);
    rowsHead->addWidget(new TextLabel(tr("First rows"), FontRole::BodyBold));
    rowsHead->addStretch();
    m_rowsNote = new TextLabel({}, FontRole::Small, &Tokens::tertiary);
    rowsHead->addWidget(m_rowsNote);
    rowsCard->column()->addLayout(rowsHead);
    m_rows = new RowsTable;
    m_rows->setPlainHead(true);
    m_rows->setAccessibleName(tr("First rows"));
    rowsCard->column()->addWidget(m_rows, 1);
    below->addWidget(rowsCard, 2);

    m_next = new Card(tr("What next?"));
    auto *next = static_cast<Card *>(m_next)->column();
    next->setSpacing(8);
    auto *keep = nextCard(QStringLiteral("pipelines"), tr("Keep as pipeline"), tr("Watches the file and adds new rows"),
                          [this] { keepAsPipeline(); });
    keep->setObjectName(QStringLiteral("next_keep"));
    keep->setMain(true);
    next->addWidget(keep);
    auto *board = nextCard(QStringLiteral("dashboards"), tr("Put on a dashboard"),
                           tr("A new dashboard with this chart"), [this] { putOnDashboard(); });
    board->setObjectName(QStringLiteral("next_dashboard"));
    next->addWidget(board);
    auto *rows = nextCard(QStringLiteral("table"), tr("Keep the rows only"), tr("Stores a table, no series"),
                          [this] { keepRowsOnly(); });
    rows->setObjectName(QStringLiteral("next_rows"));
    next->addWidget(rows);
    next->addStretch();
    auto *stays = new QHBoxLayout;
    m_stays = new Switch(tr("Stays on this computer"));
    m_stays->setChecked(true);
    stays->addWidget(m_stays);
    stays->addWidget(new TextLabel(tr("Stays on this computer")), 1);
    next->addLayout(stays);
    below->addWidget(m_next, 1);
    column->addLayout(below, 4);

    connect(m_stop, &Button::clicked, this, &FilePanel::cancel);
    connect(m_kind, &Segmented::changed, this, [this] {
        if (m_card != nullptr)
            m_card->setWidget(chartWidget());
    });
}

FilePanel::~FilePanel()
{
    m_cancel.cancel();
    m_pool.waitForDone();
    for (const PipelineId &id : m_applyWhenRead)
        m_context.workspace.applyPipeline(id);
    delete m_card; // uses m_scope
}

NextCard *FilePanel::nextCard(const QString &iconName, const QString &title, const QString &text,
                              std::function<void()> act)
{
    auto *card = new NextCard(iconName, title, text, this);
    connect(card, &QAbstractButton::clicked, this, std::move(act));
    return card;
}

QString FilePanel::fileName() const
{
    return QFileInfo(m_choice.file).fileName();
}

void FilePanel::open(const QString &file)
{
    m_cancel.cancel();
    const int round = ++m_round;
    // The same file again replaces its reading; another one leaves what was read before among the series.
    if (file != m_choice.file) {
        if (m_reading && m_context.navigator)
            m_context.navigator->toast(tr("“%1” is no longer read. What was read is kept.").arg(fileName()));
        m_pipeline = PipelineId();
    }
    m_reading = false;
    delete m_error;
    m_next->setEnabled(false);
    m_stop->setVisible(false);
    m_meter->setShare(0);
    m_choice = ImportChoice();
    m_choice.file = file;
    m_guess = ImportGuess();
    m_progress = ImportProgress();
    m_name->setText(QFileInfo(file).fileName());
    m_size->setText(byteText(QFileInfo(file).size()));
    m_state->setText({});
    m_share = 0;
    m_rows->setRows({});
    m_chips->clear();
    const ImportEnvironment environment{m_context.clock, m_context.random, m_context.registry,
                                        QString::fromUtf8(QTimeZone::systemTimeZoneId())};
    const Refusals refusals{tr("it is a folder. Drop a file from it."), tr("it is a device or a pipe, not a file."),
                            tr("it is empty."), tr("it is not text.")};
    m_pool.start([this, file, environment, round, refusals] {
        auto guess = std::make_shared<Result<ImportGuess>>(guessOf(file, environment, refusals));
        QMetaObject::invokeMethod(
            this, [this, guess, round] { guessed(*guess, round); }, Qt::QueuedConnection);
    });
    Q_EMIT progressed();
}

void FilePanel::guessed(const Result<ImportGuess> &guess, int round)
{
    if (round != m_round)
        return;
    if (!guess) {
        m_share = -1;
        m_guess = ImportGuess();
        rebuildChart();
        showError(guess.error());
        return;
    }
    m_next->setEnabled(true);
    m_guess = *guess;
    m_choice = guess->choice;
    // A chart with dozens of lines says nothing: the first few are drawn, the others are one click away.
    if (m_choice.valueFields.size() > kChartedValues)
        m_choice.valueFields = m_choice.valueFields.mid(0, kChartedValues);
    while (QLayoutItem *item = m_badges->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QJsonObject &config = m_choice.formatConfig;
    QStringList badges;
    if (const QString encoding = config.value(QLatin1StringView("encoding")).toString(); !encoding.isEmpty())
        badges.append(encodingName(encoding));
    const QString delimiter = config.value(QLatin1StringView("delimiter")).toString();
    if (delimiter == u";")
        badges.append(tr("Semicolon"));
    else if (delimiter == u"tab")
        badges.append(tr("Tab"));
    else if (m_choice.format != u"csv")
        badges.append(m_choice.format.toUpper());
    if (config.value(QLatin1StringView("decimal")).toString() == u"comma")
        badges.append(tr("Decimal comma"));
    for (const QString &text : badges)
        m_badges->addWidget(new Badge(text));
    m_rows->setRows(m_guess.detected.sample);
    start();
}

void FilePanel::start()
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    const int round = ++m_round;
    const PipelineId old = m_kept ? PipelineId() : m_pipeline;
    m_kept = false;
    m_pipeline = PipelineId::create(m_context.clock.now(), m_context.random);
    m_progress = ImportProgress();
    m_reading = true;
    m_share = 0;
    m_stop->setVisible(true);
    m_started = m_context.clock.monotonic();
    rebuildChips();
    rebuildChart();
    const ImportEnvironment environment{m_context.clock, m_context.random, m_context.registry,
                                        QString::fromUtf8(QTimeZone::systemTimeZoneId())};
    const Pipeline pipeline = importPipeline(m_pipeline, m_choice, FileReading::Once);
    m_pool.start([this, environment, pipeline, old, round, cancel = m_cancel, &points = m_context.points] {
        if (!old.isNull()) {
            if (const auto erased = points.erasePipeline(old); !erased)
                qWarning("the earlier reading of the file could not be erased");
        }
        const auto tell = [this, round](const ImportProgress &progress) {
            QMetaObject::invokeMethod(
                this, [this, progress, round] { this->progress(progress, round); }, Qt::QueuedConnection);
        };
        auto outcome = std::make_shared<RunOutcome>(importFile(pipeline, environment, points, cancel, tell));
        QMetaObject::invokeMethod(
            this,
            [this, outcome, round, id = pipeline.id] {
                readEnded(id);
                finished(*outcome, round);
            },
            Qt::QueuedConnection);
    });
    Q_EMIT progressed();
}

// A pipeline made of a file that was still being read runs from here: there are never two readers.
void FilePanel::readEnded(PipelineId id)
{
    if (std::erase(m_applyWhenRead, id) > 0)
        m_context.workspace.applyPipeline(id);
}

void FilePanel::cancel()
{
    m_cancel.cancel();
}

void FilePanel::startOver()
{
    if (!m_choice.file.isEmpty())
        open(QString(m_choice.file)); // open() forgets the choice
}

void FilePanel::progress(const ImportProgress &progress, int round)
{
    if (round != m_round)
        return;
    m_progress = progress;
    const double total = double(std::max<qint64>(1, m_guess.fileBytes));
    m_share = std::min(1.0, double(progress.bytes) / total);
    m_meter->setShare(m_share);
    const double seconds = std::chrono::duration<double>(m_context.clock.monotonic() - m_started).count();
    QStringList facts{tr("%1 of %2").arg(byteText(progress.bytes), byteText(m_guess.fileBytes)),
                      rowsText(progress.rows)};
    if (seconds > 0.5) {
        facts.append(tr("%1 rows/s").arg(wholeNumber(qint64(double(progress.rows) / seconds))));
        if (m_share > 0.02 && m_share < 1)
            facts.append(tr("%n s left", nullptr, int(seconds / m_share * (1 - m_share)) + 1));
    }
    m_state->setText(facts.join(QStringLiteral(" · ")));
    m_rowsNote->setText(progress.rejected > 0
                            ? tr("%1, %2 rejected").arg(rowsText(progress.rows), wholeNumber(progress.rejected))
                            : rowsText(progress.rows));
    Q_EMIT progressed();
}

void FilePanel::finished(const RunOutcome &outcome, int round)
{
    if (round != m_round)
        return;
    m_reading = false;
    m_stop->setVisible(false);
    m_share = -1;
    const double seconds = std::chrono::duration<double>(m_context.clock.monotonic() - m_started).count();
    const QString rows = tr("%1 in %2 s").arg(rowsText(m_progress.rows), QLocale().toString(seconds, 'f', 1));
    if (outcome.error && outcome.error->code == ErrorCode::Cancelled)
        m_state->setText(keptText(outcome.counts));
    else if (outcome.error)
        showError(*outcome.error);
    else
        m_state->setText(rows);
    if (!outcome.error)
        m_meter->setShare(1);
    askRange();
    if (m_card != nullptr)
        m_card->refresh();
    Q_EMIT progressed();
}

// Whole parts are kept, the one that was under way is not: only what the store counted is said.
QString FilePanel::keptText(const CommitCounts &counts)
{
    const AppendCounts &points = counts.points;
    m_keptPoints = qint64(points.added) + qint64(points.overwritten) + qint64(points.identical);
    const QString share =
        tr("%1 %").arg(int(100 * double(m_progress.bytes) / double(std::max<qint64>(1, m_guess.fileBytes))));
    const bool rows = m_choice.keep == ImportChoice::Keep::Table;
    const int kept = int(std::min<qint64>(rows ? counts.tableRows : m_keptPoints, INT_MAX));
    if (kept == 0)
        return tr("Stopped at %1. Nothing is kept.").arg(share);
    return rows ? tr("Stopped at %1. %Ln row(s) are kept.", nullptr, kept).arg(share)
                : tr("Stopped at %1. %Ln point(s) are kept.", nullptr, kept).arg(share);
}

bool FilePanel::chartShowsData() const
{
    return m_card != nullptr && m_card->isVisible() && m_card->latestTime() > 0;
}

void FilePanel::showError(const Error &error)
{
    delete m_error;
    m_error = new Banner(Banner::Kind::Error, userMessage(error), this);
    m_error->setObjectName(QStringLiteral("import_error"));
    m_error->setDetails(errorDetails(error));
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_error);
    connect(m_error, &Banner::closed, m_error, &QWidget::deleteLater);
    m_reading = false;
    m_stop->setVisible(false);
    Q_EMIT progressed();
}

void FilePanel::change(ImportChoice choice)
{
    if (choice == m_choice)
        return;
    if (choice.keep == ImportChoice::Keep::Series && (choice.timeField.isEmpty() || choice.valueFields.isEmpty()))
        choice.keep = ImportChoice::Keep::Table;
    else if (!choice.timeField.isEmpty() && !choice.valueFields.isEmpty())
        choice.keep = ImportChoice::Keep::Series;
    m_choice = std::move(choice);
    start();
}

std::vector<WidgetQuery> FilePanel::allQueries() const
{
    std::vector<WidgetQuery> queries;
    QStringList numbers = fieldsOf(true);
    numbers.removeAll(m_choice.timeField);
    for (const QString &field : m_choice.valueFields) {
        WidgetQuery query;
        // One line of a field has the colour of its chip.
        const qsizetype slot = numbers.indexOf(field) + 1;
        if (m_choice.labelFields.isEmpty() && slot > 0 && slot <= 9)
            query.slot = static_cast<int>(slot);
        query.series.name = field;
        query.series.pipeline = m_pipeline.text();
        queries.push_back(query);
    }
    return queries;
}

Widget FilePanel::chartWidget() const
{
    Widget widget;
    widget.id = WidgetId{m_pipeline.value};
    widget.type = QString::fromLatin1(kKinds.at(size_t(m_kind->currentIndex())));
    widget.cells = QRect(0, 0, 12, 6);
    widget.queries = m_drawn;
    const QString what = m_choice.valueFields.join(QStringLiteral(", "));
    widget.title = m_choice.labelFields.isEmpty()
                       ? what
                       : tr("%1 by %2").arg(what, m_choice.labelFields.join(QStringLiteral(", ")));
    if (m_lines > kMostFileLines) // each query is one of them
        widget.scope = tr("%1 of %2 lines").arg(m_drawn.size()).arg(wholeNumber(qint64(m_lines)));
    return widget;
}

void FilePanel::rebuildChart()
{
    delete m_card;
    m_card = nullptr;
    m_drawn.clear();
    m_lines = 0;
    const bool charted = m_choice.keep == ImportChoice::Keep::Series && !m_choice.valueFields.isEmpty();
    m_chartRoom->setVisible(charted);
    m_kind->setVisible(charted);
    if (!charted)
        return;
    m_card = new WidgetCard(m_scope, chartWidget(), m_chartRoom);
    m_chartRoom->layout()->addWidget(m_card);
    m_card->setFullSize(true);
    m_card->show();
}

// What has been read so far decides the time shown and which lines are drawn: all of them where they are few, else the
// first of every value. Looked up beside the window; the labels are known only while the file is read.
void FilePanel::askRange()
{
    m_reader.ask<FileChart>(
        this, [queries = allQueries()](ChartSource &source) { return fileChart(source, queries); },
        [this, pipeline = m_pipeline](const FileChart &chart) {
            if (pipeline != m_pipeline || chart.range.from >= chart.range.to || m_card == nullptr)
                return;
            TimeWindow window;
            window.last = Millis(0);
            window.absolute = {chart.range.from, chart.range.to + std::max<qint64>(1, chart.range.span() / 100)};
            if (m_lines == 0 || m_time.atBeginning()) // what the hand chose stays while more is read
                m_time.start(window);
            m_lines = chart.lines;
            if (m_drawn != chart.queries) {
                m_drawn = chart.queries;
                m_card->setWidget(chartWidget());
            }
            m_card->refresh();
        });
}

void FilePanel::dataChanged(const PointsDb::Change &change)
{
    if (m_card == nullptr || !isVisible())
        return;
    m_card->dataChanged(change, true);
    if (m_reading)
        askRange();
}

void FilePanel::keepAsPipeline()
{
    Pipeline pipeline = importPipeline(m_pipeline, m_choice, FileReading::Watched);
    pipeline.staysOnThisComputer = m_stays->isChecked();
    const EditLabel label{tr("Keep “%1” as pipeline").arg(fileName()), {}};
    m_kept = true;
    m_context.workspace.putPipeline(pipeline, label);
    if (m_reading)
        m_applyWhenRead.push_back(pipeline.id);
    else
        m_context.workspace.applyPipeline(pipeline.id, label);
    m_context.navigator->go({QStringLiteral("pipelines"), pipeline.id.text(), {}});
    m_context.navigator->toast(tr("“%1” is watched from now on").arg(fileName()));
}

void FilePanel::putOnDashboard()
{
    Dashboard dashboard;
    dashboard.id = DashboardId::create(m_context.clock.now(), m_context.random);
    dashboard.name = QFileInfo(m_choice.file).completeBaseName();
    dashboard.window = m_time.window();
    if (m_choice.keep == ImportChoice::Keep::Series) {
        Widget widget = chartWidget();
        widget.id = WidgetId::create(m_context.clock.now(), m_context.random);
        widget.cells = QRect(0, 0, 12, 8);
        if (m_lines > kMostFileLines) { // here a few lines stood for all of them
            widget.queries = allQueries();
            widget.scope.clear();
            if (m_lines > 12)
                widget.options.insert(QStringLiteral("series"), QStringLiteral("top5"));
        }
        dashboard.widgets.push_back(widget);
    } else {
        Widget widget;
        widget.id = WidgetId::create(m_context.clock.now(), m_context.random);
        widget.type = QStringLiteral("table");
        widget.title = dashboard.name;
        widget.cells = QRect(0, 0, 12, 8);
        WidgetQuery query;
        query.table = m_pipeline.text() + QStringLiteral("/rows");
        widget.queries.push_back(query);
        dashboard.widgets.push_back(widget);
    }
    m_kept = true;
    m_context.workspace.putDashboard(dashboard, {tr("Put “%1” on a dashboard").arg(fileName()), {}});
    m_context.navigator->go({QStringLiteral("dashboards"), dashboard.id.text(), {}});
}

void FilePanel::keepRowsOnly()
{
    ImportChoice choice = m_choice;
    choice.keep = ImportChoice::Keep::Table;
    if (choice == m_choice)
        return;
    m_choice = choice;
    start();
}

} // namespace dash
