#include "app/data/data_page.h"

#include "app/charts/chart_source.h"
#include "app/data/cache_fields.h"
#include "app/data/cache_limits.h"
#include "app/data/export_csv.h"
#include "app/data/file_panel.h"
#include "app/data/series_panel.h"
#include "app/data/table_panel.h"
#include "app/pipelines/words.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/combo.h"
#include "app/widgets/field.h"
#include "app/widgets/popup.h"
#include "core/store/workspace.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dash {

namespace {

constexpr int kSideWidth = 216;
constexpr int kNarrow = 860; // below this the list is a combo above

QString safeFileName(QString name)
{
    for (const QChar c : QStringLiteral("/\\:*?\"<>|"))
        name.replace(c, u'_');
    return name;
}

} // namespace

template <class Answer>
void DataPage::work(std::function<Answer()> question, std::function<void(Answer)> done)
{
    m_pool.start([this, question = std::move(question), done = std::move(done)]() mutable {
        auto answer = std::make_shared<Answer>(question());
        QMetaObject::invokeMethod(
            this, [answer, done = std::move(done)] { done(std::move(*answer)); }, Qt::QueuedConnection);
    });
}

DataPage::DataPage(AppContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_reader(chartSourceOf(context.points))
    , m_side(new QWidget(this))
    , m_filter(new TextInput)
    , m_list(new DataList)
    , m_narrow(new Combo)
    , m_stack(new QStackedWidget)
    , m_empty(nullptr)
    , m_file(nullptr)
    , m_series(nullptr)
    , m_table(nullptr)
    , m_choose(new Button(QStringLiteral("upload"), tr("Drop or choose a file"), Button::Kind::Default, this))
    , m_cache(new Button(QStringLiteral("data"), tr("Cache"), Button::Kind::Default, this))
{
    setObjectName(QStringLiteral("data_page"));
    m_pool.setMaxThreadCount(1);
    m_choose->hide();
    m_choose->setObjectName(QStringLiteral("data_choose"));
    m_cache->setObjectName(QStringLiteral("data_cache"));
    m_cache->setChevron(true);
    m_cache->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(8, 12, 8, 8);
    m_filter->setIconName(QStringLiteral("search"));
    m_filter->setPlaceholderText(tr("Filter series and tables"));
    m_filter->setAccessibleName(tr("Filter series and tables"));
    m_filter->setObjectName(QStringLiteral("data_filter"));
    side->addWidget(m_filter);
    side->addWidget(m_list, 1);
    m_side->setFixedWidth(kSideWidth);
    row->addWidget(m_side);
    row->addSpacing(1);
    auto *main = new QVBoxLayout;
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    auto *narrowRow = new QHBoxLayout;
    narrowRow->setContentsMargins(16, 8, 16, 0);
    m_narrow->setAccessibleName(tr("Series and tables"));
    m_narrow->setPlaceholder(tr("Choose series or table"));
    narrowRow->addWidget(m_narrow);
    main->addLayout(narrowRow);
    main->addWidget(m_stack, 1);
    row->addLayout(main, 1);

    m_empty = new EmptyState(QStringLiteral("data"), tr("No data yet"),
                             tr("Drop a CSV, JSON or NDJSON file here, or press [Ctrl+O]"));
    m_empty->setDropTarget(true);
    auto *choose = new Button(QStringLiteral("file"), tr("Choose a file"), Button::Kind::Primary);
    connect(choose, &Button::clicked, this, &DataPage::chooseFile);
    m_empty->addButton(choose);
    m_file = new FilePanel(context, m_reader, this);
    m_series = new SeriesPanel(context, m_reader, this);
    m_table = new TablePanel(context, this);
    for (QWidget *panel : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_file),
                           static_cast<QWidget *>(m_series), static_cast<QWidget *>(m_table)})
        m_stack->addWidget(panel);

    m_soon.setSingleShot(true);
    m_soon.setInterval(1'000);
    connect(&m_soon, &QTimer::timeout, this, &DataPage::refresh);
    connect(m_filter, &QLineEdit::textChanged, m_list->list(), &DataListModel::setFilter);
    connect(m_list, &DataList::chosen, this, &DataPage::show);
    connect(m_narrow, &Combo::changed, this, [this] { show(DataRef::fromPart(m_narrow->value().toString())); });
    connect(m_choose, &Button::clicked, this, &DataPage::chooseFile);
    connect(m_cache, &Button::clicked, this, &DataPage::openCachePopup);
    connect(m_file, &FilePanel::progressed, this,
            [this] { m_list->list()->setFile(m_file->fileName(), m_file->share()); });
    connect(m_series, &SeriesPanel::exportAsked, this, &DataPage::exportSeries);
    connect(m_table, &TablePanel::exportAsked, this, &DataPage::exportTable);
    connect(m_series, &SeriesPanel::removed, this, [this](const SeriesGroup &group) {
        work<Result<>>(
            [&points = m_context.points, group]() -> Result<> {
                for (const SeriesInfo &member : group.members) {
                    if (const auto erased = points.eraseSeries(member.id); !erased)
                        return erased;
                }
                return {};
            },
            [this](const Result<> &done) {
                if (!done)
                    m_context.navigator->showError(done.error());
                m_current = DataRef();
                refresh();
            });
    });
    connect(m_table, &TablePanel::removed, this, [this](const TableInfo &info) {
        work<Result<>>([&points = m_context.points, info] { return points.eraseTable(info.name); },
                       [this](const Result<> &done) {
                           if (!done)
                               m_context.navigator->showError(done.error());
                           m_current = DataRef();
                           refresh();
                       });
    });
    connect(m_table, &TablePanel::rowsAsked, this,
            [this](const TableName &table, const PointsSnapshot::Order &order, qint64 offset, qint64 limit) {
                work<Result<Batch>>(
                    [&points = m_context.points, table, order, offset, limit]() -> Result<Batch> {
                        auto snapshot = points.snapshot();
                        if (!snapshot)
                            return fail(snapshot.error());
                        return (*snapshot)->rows(table, order, offset, limit);
                    },
                    [this](const Result<Batch> &rows) {
                        if (rows)
                            m_table->setRows(*rows);
                        else
                            m_context.navigator->showError(rows.error());
                    });
            });
    connect(&context.points, &PointsDb::changed, this, &DataPage::changed, Qt::QueuedConnection);
}

DataPage::~DataPage()
{
    m_pool.waitForDone();
    // Panels hold cards that use m_reader: they go first.
    delete m_file;
    delete m_series;
    delete m_table;
}

QList<QWidget *> DataPage::tools()
{
    return {m_choose, m_cache};
}

void DataPage::shown(const QString &part)
{
    m_shown = true;
    refresh();
    if (part.startsWith(u"file:"))
        openFile(part.mid(5));
    else if (part == u"choose" || part == u"drop")
        chooseFile();
    else if (!part.isEmpty())
        show(DataRef::fromPart(part));
}

void DataPage::hidden()
{
    m_shown = false;
}

void DataPage::openFile(const QString &path)
{
    m_current = DataRef{DataRef::Kind::File, {}, {}};
    m_stack->setCurrentWidget(m_file);
    m_file->open(path);
    m_list->select(m_current);
    m_file->setFocus(Qt::OtherFocusReason);
}

void DataPage::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Data (*.csv *.tsv *.txt *.json *.ndjson *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &DataPage::openFile);
    dialog->open();
}

void DataPage::changed(const PointsDb::Change &change)
{
    if (!m_shown)
        return;
    QWidget *current = m_stack->currentWidget();
    if (current == m_file)
        m_file->dataChanged(change);
    else if (current == m_series)
        m_series->dataChanged(change);
    else if (current == m_table)
        m_table->dataChanged(change);
    if (!m_soon.isActive())
        m_soon.start();
}

void DataPage::refresh()
{
    work<Result<DataCatalogue>>(
        [&points = m_context.points]() -> Result<DataCatalogue> {
            auto snapshot = points.snapshot();
            if (!snapshot)
                return fail(snapshot.error());
            auto catalogue = readCatalogue(**snapshot);
            if (catalogue)
                catalogue->fileBytes = points.fileBytes().value_or(0);
            return catalogue;
        },
        [this](const Result<DataCatalogue> &catalogue) {
            if (catalogue)
                take(*catalogue);
            else
                m_context.navigator->showError(catalogue.error());
        });
}

void DataPage::take(const DataCatalogue &catalogue)
{
    m_catalogue = catalogue;
    m_list->list()->setCatalogue(catalogue);
    m_cache->setText(
        tr("Cache %1 of %2").arg(byteText(catalogue.fileBytes), byteText(cacheChoice(m_context.workspace).cap.value)));
    Q_EMIT headChanged();
    std::vector<ComboItem> items;
    for (const SeriesGroup &group : catalogue.series) {
        const DataRef ref{DataRef::Kind::Series, QString::fromStdString(group.owner),
                          QString::fromStdString(group.name)};
        items.push_back({ref.name, ref.part(), QStringLiteral("series"), shortCount(group.points)});
    }
    for (const TableInfo &info : catalogue.tables) {
        const DataRef ref{DataRef::Kind::Table, info.name.pipeline.text(), info.name.output};
        items.push_back({info.title.isEmpty() ? ref.name : info.title, ref.part(), QStringLiteral("table"),
                         shortCount(std::uint64_t(info.rows))});
    }
    m_narrow->setItems(std::move(items));
    if (m_current.kind == DataRef::Kind::File)
        return;
    if (m_current.kind == DataRef::Kind::None) {
        // The first thing there is; an empty page only where there is nothing.
        if (!catalogue.series.empty())
            show({DataRef::Kind::Series, QString::fromStdString(catalogue.series.front().owner),
                  QString::fromStdString(catalogue.series.front().name)});
        else if (!catalogue.tables.empty())
            show({DataRef::Kind::Table, catalogue.tables.front().name.pipeline.text(),
                  catalogue.tables.front().name.output});
        else
            m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_list->select(m_current);
}

void DataPage::show(const DataRef &ref)
{
    m_current = ref;
    if (ref.kind == DataRef::Kind::File) {
        m_stack->setCurrentWidget(m_file);
    } else if (ref.kind == DataRef::Kind::Series) {
        for (const SeriesGroup &group : m_catalogue.series) {
            if (QString::fromStdString(group.owner) == ref.owner && QString::fromStdString(group.name) == ref.name) {
                m_series->show(group);
                m_stack->setCurrentWidget(m_series);
            }
        }
    } else if (ref.kind == DataRef::Kind::Table) {
        for (const TableInfo &info : m_catalogue.tables) {
            if (info.name.pipeline.text() == ref.owner && info.name.output == ref.name) {
                m_table->show(info);
                m_stack->setCurrentWidget(m_table);
            }
        }
    }
    m_list->select(ref);
    m_narrow->setValue(ref.part());
}

void DataPage::openCachePopup()
{
    auto *popup = new Popup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->body()->setContentsMargins(16, 12, 16, 16);
    popup->body()->setSpacing(12);
    popup->body()->addWidget(new TextLabel(tr("What stays in the cache"), FontRole::BodyBold));
    popup->body()->addWidget(new FormField(tr("Keep points"), makeKeepField(m_context.workspace)));
    auto *cap = new FormField(tr("At most on the disk"), makeCapField(m_context.workspace));
    cap->setHelp(tr("The oldest points of the largest series leave first"));
    popup->body()->addWidget(cap);
    connect(&m_context.workspace, &Workspace::settingChanged, popup, [this] { refresh(); });
    popup->openBelow(m_cache, 280);
}

void DataPage::exportTo(const QString &suggested,
                        std::function<Result<qint64>(const QString &path, const PointsSnapshot &)> write)
{
    auto *dialog = new QFileDialog(window(), tr("Export CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(safeFileName(suggested) + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, write = std::move(write)](const QString &path) {
        work<Result<qint64>>(
            [&points = m_context.points, write, path]() -> Result<qint64> {
                auto snapshot = points.snapshot();
                if (!snapshot)
                    return fail(snapshot.error());
                return write(path, **snapshot);
            },
            [this, path](const Result<qint64> &rows) {
                if (rows)
                    m_context.navigator->toast(tr("%1 written to %2").arg(rowsText(*rows), QFileInfo(path).fileName()));
                else
                    m_context.navigator->showError(rows.error());
            });
    });
    dialog->open();
}

void DataPage::exportSeries(const SeriesGroup &group)
{
    exportTo(QString::fromStdString(group.name), [group](const QString &path, const PointsSnapshot &snapshot) {
        return exportSeriesCsv(snapshot, group, path);
    });
}

void DataPage::exportTable(const TableInfo &info)
{
    exportTo(
        info.title.isEmpty() ? info.name.output : info.title,
        [info](const QString &path, const PointsSnapshot &snapshot) { return exportTableCsv(snapshot, info, path); });
}

void DataPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrow;
    m_side->setVisible(!narrow);
    m_narrow->setVisible(narrow);
}

void DataPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = tokensOf(this);
    if (!m_side->isVisible())
        return;
    const QRect side = m_side->geometry();
    painter.fillRect(side, colors.surface);
    const int x = layoutDirection() == Qt::RightToLeft ? side.left() - 1 : side.right() + 1;
    painter.fillRect(QRect(x, 0, 1, height()), colors.border);
}

} // namespace dash
