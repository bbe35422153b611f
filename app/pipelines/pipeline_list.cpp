#include "app/pipelines/pipeline_list.h"

#include "app/pipelines/draft.h"
#include "app/pipelines/kinds.h"
#include "app/pipelines/pipeline_row.h"
#include "app/pipelines/words.h"
#include "app/theme/paint.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/choice.h"

#include <QAction>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeySequence>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

namespace dash {

namespace {

// Names of the columns above the rows.
class ListHead : public QWidget {
public:
    explicit ListHead(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(28);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        const QRectF all = rect();
        const PipelineRow::Columns at = PipelineRow::columns(width());
        const auto label = [&](qreal left, qreal right, const QString &text) {
            paintText(&painter, mirrored(QRectF(left, 0, right - left - 8, height()), all, layoutDirection()), text,
                      FontRole::Small, tokens.tertiary);
        };
        label(at.name, at.state, PipelineListPage::tr("Name"));
        label(at.state, at.last, PipelineListPage::tr("State"));
        label(at.last, at.rows, PipelineListPage::tr("Last run"));
        label(at.rows, at.next, PipelineListPage::tr("Rows"));
        label(at.next, at.rejected, PipelineListPage::tr("Next run"));
        label(at.rejected, at.end, PipelineListPage::tr("Rejected"));
        painter.fillRect(QRectF(0, height() - 1, width(), 1), tokens.border);
    }
};

} // namespace

PipelineListPage::PipelineListPage(AppContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_new(new Button(QStringLiteral("plus"), tr("New pipeline"), Button::Kind::Primary, this))
    , m_import(new Button(QStringLiteral("upload"), tr("Import file"), Button::Kind::Default, this))
    , m_empty(new EmptyState(QStringLiteral("pipelines"), tr("No pipelines yet"),
                             tr("Press [N] for a new one, or drop a definition here"), this))
{
    setObjectName(QStringLiteral("pipelineList"));
    setAcceptDrops(true);
    m_new->setObjectName(QStringLiteral("newPipeline"));
    m_import->setObjectName(QStringLiteral("importPipeline"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    auto *card = new Card(this);
    card->setPadding(0);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(1, 1, 1, 1);
    cardColumn->setSpacing(0);
    m_head = new ListHead(card);
    cardColumn->addWidget(m_head);
    auto *area = new QScrollArea(card);
    area->setFocusPolicy(Qt::NoFocus); // rows scroll into view
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_empty, 1);
    m_column->addStretch(0);
    area->setWidget(body);
    body->setAutoFillBackground(false); // the area switches it on
    cardColumn->addWidget(area, 1);
    outer->addWidget(card);
    m_empty->setDropTarget(true);

    const auto action = [this](const QString &text, const QKeySequence &keys, std::function<void()> act) {
        auto *made = new QAction(text, this);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(made);
        connect(made, &QAction::triggered, this, std::move(act));
        m_actions.push_back(made);
    };
    action(tr("New pipeline"), QKeySequence(Qt::Key_N), [this] { begin(); });
    action(tr("Import pipeline file"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { askForFile(); });
    connect(m_new, &Button::clicked, this, &PipelineListPage::begin);
    connect(m_import, &Button::clicked, this, &PipelineListPage::askForFile);
    connect(&context.workspace, &Workspace::pipelineChanged, this, &PipelineListPage::refresh);
    connect(&context.host, &PipelineHost::statusChanged, this, &PipelineListPage::refresh);
    refresh();
}

QList<QWidget *> PipelineListPage::tools()
{
    return {m_import, m_new};
}

void PipelineListPage::shown(const QString &part)
{
    refresh();
    if (part.startsWith(u"import:"))
        return importFile(part.mid(7));
    if (part == u"new" && m_context.navigator) {
        // The window is still on its way here.
        QMetaObject::invokeMethod(this, &PipelineListPage::begin, Qt::QueuedConnection);
        return;
    }
    if (!m_rows.empty())
        m_rows.front()->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void PipelineListPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this).window);
}

void PipelineListPage::rebuild()
{
    for (PipelineRow *row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const PipelineId &id : m_shown) {
        auto *row = new PipelineRow(m_empty->parentWidget());
        m_rows.push_back(row);
        m_column->insertWidget(int(m_rows.size()) - 1, row);
        connect(row, &PipelineRow::clicked, this, [this, id] { Q_EMIT openWanted(id); });
        connect(row->enabledSwitch(), &Switch::clicked, this,
                [this, id](bool on) { setPause(m_context.workspace, id, on ? Pause::Off : Pause::On); });
        connect(row->menuButton(), &IconButton::clicked, this, [this, id, row] { showMenu(id, row->menuButton()); });
        row->show();
    }
    m_empty->setVisible(m_rows.empty());
    m_head->setVisible(!m_rows.empty());
}

void PipelineListPage::refresh()
{
    const std::vector<PipelineEntity> &all = m_context.workspace.pipelines();
    std::vector<PipelineId> ids;
    ids.reserve(all.size());
    for (const PipelineEntity &entity : all)
        ids.push_back(entity.draft.id);
    if (ids != m_shown || m_rows.size() != ids.size()) {
        m_shown = ids;
        rebuild();
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        m_rows[i]->setEntity(all[i], m_context.host.status(all[i].draft.id));
}

QString PipelineListPage::freshName(const QString &stem) const
{
    const auto taken = [this](const QString &name) {
        const auto &all = m_context.workspace.pipelines();
        return std::any_of(all.begin(), all.end(),
                           [&](const PipelineEntity &entity) { return entity.draft.name == name; });
    };
    QString name = stem;
    for (int n = 2; taken(name); ++n)
        name = stem + u' ' + QString::number(n);
    return name;
}

// A new pipeline, open, with the choice of its source before one's eyes.
void PipelineListPage::begin()
{
    const PipelineId id = create();
    if (m_context.navigator)
        m_context.navigator->go(Location{QStringLiteral("pipelines"), id.text(), QStringLiteral("add")});
}

PipelineId PipelineListPage::create()
{
    Pipeline pipeline;
    pipeline.id = PipelineId::create(m_context.clock.now(), m_context.random);
    pipeline.name = freshName(tr("New pipeline"));
    m_context.workspace.putPipeline(pipeline, EditLabel{tr("New pipeline"), {}});
    return pipeline.id;
}

Result<PipelineId> PipelineListPage::import(const QByteArray &json, const QString &fileName)
{
    Result<Pipeline> pipeline = parsePipeline(json);
    if (!pipeline)
        return fail(pipeline.error());
    // A file that came from here makes a second pipeline, never replaces one.
    pipeline->id = PipelineId::create(m_context.clock.now(), m_context.random);
    pipeline->name = freshName(pipeline->name.isEmpty() ? fileName : pipeline->name);
    m_context.workspace.putPipeline(*pipeline, EditLabel{tr("Import pipeline"), {}});
    return pipeline->id;
}

void PipelineListPage::importFile(const QString &path)
{
    QThreadPool::globalInstance()->start([path, page = QPointer<PipelineListPage>(this)] {
        QFile file(path);
        const bool open = file.open(QIODevice::ReadOnly);
        const QByteArray json = open ? file.read(kMaxDefinitionBytes + 1) : QByteArray();
        const QString reason = file.errorString();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [=] {
                if (!page)
                    return;
                Result<PipelineId> id = page->import(json, QFileInfo(path).completeBaseName());
                if (!open)
                    id = fail(ErrorCode::FileOpen,
                              {{QLatin1StringView("file"), path}, {QLatin1StringView("reason"), reason}});
                if (id)
                    Q_EMIT page->openWanted(*id);
                else if (page->m_context.navigator)
                    page->m_context.navigator->showError(id.error());
            },
            Qt::QueuedConnection);
    });
}

void PipelineListPage::askForFile()
{
    auto *dialog = new QFileDialog(window(), tr("Import pipeline file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pipeline definitions (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &PipelineListPage::importFile);
    dialog->open();
}

PipelineId PipelineListPage::duplicate(PipelineId id)
{
    const PipelineEntity *entity = m_context.workspace.pipeline(id);
    if (!entity)
        return {};
    Pipeline copy = entity->draft;
    copy.id = PipelineId::create(m_context.clock.now(), m_context.random);
    copy.name = freshName(tr("%1 copy").arg(copy.name));
    for (Node &node : copy.nodes)
        giveOwnAddresses(node, m_context.registry, m_context.random);
    m_context.workspace.putPipeline(copy, EditLabel{tr("Duplicate pipeline"), {}});
    return copy.id;
}

void PipelineListPage::remove(PipelineId id)
{
    const PipelineEntity *entity = m_context.workspace.pipeline(id);
    if (!entity)
        return;
    const QString name = entity->draft.name;
    m_context.workspace.removePipeline(id, EditLabel{tr("Delete %1").arg(name), {}});
    if (m_context.navigator)
        m_context.navigator->toast(tr("%1 deleted").arg(name), tr("Undo"),
                                   [page = QPointer<PipelineListPage>(this), id] {
                                       if (page)
                                           page->m_context.workspace.restore(EntityRef{EntityKind::Pipeline, id.value});
                                   });
}

void PipelineListPage::showMenu(PipelineId id, QWidget *anchor)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, id] { Q_EMIT openWanted(id); });
    menu->addAction(tr("Duplicate"), this, [this, id] { duplicate(id); });
    menu->addAction(tr("Run once"), this, [this, id] { m_context.host.runNow(id); })
        ->setEnabled(m_context.workspace.pipeline(id) && m_context.workspace.pipeline(id)->running);
    menu->addSeparator();
    menu->addAction(tr("Delete"), this, [this, id] { remove(id); });
    popupBelow(menu, anchor);
}

void PipelineListPage::dragEnterEvent(QDragEnterEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile() && url.fileName().endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
            event->acceptProposedAction();
    }
}

void PipelineListPage::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            importFile(url.toLocalFile());
    }
}

} // namespace dash
