#include "app/dashboards/dashboards_page.h"

#include "app/charts/chart_view.h"
#include "app/dashboards/dashboard_grid.h"
#include "app/dashboards/edit_panel.h"
#include "app/dashboards/first_run_card.h"
#include "app/dashboards/full_chart.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/time_range_control.h"
#include "app/theme/metrics.h"
#include "app/widgets/blocks.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/marks.h"
#include "core/base/log.h"
#include "core/store/workspace.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace dash {

namespace {
constexpr int kPanelWide = 360;
constexpr int kPanelNarrow = 320;
constexpr int kPanelOver = 1'000; // below this width the panel lies over the grid
} // namespace

DashboardsPage::DashboardsPage(AppContext &context, const QString &id, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_id(DashboardId::fromText(id).value_or(DashboardId{}))
    , m_time(context.clock)
    , m_reader(chartSourceOf(context.points))
    , m_scope{m_time, m_reader, {}, 0, {}}
    , m_stack(new QStackedWidget(this))
    , m_main(new QWidget(this))
    , m_scroll(new QScrollArea(m_main))
    , m_canvas(new QWidget)
    , m_column(new QVBoxLayout(m_canvas))
    , m_grid(new DashboardGrid(m_scope, m_canvas))
    , m_empty(new EmptyState(QStringLiteral("dashboards"), tr("No dashboard yet"),
                             tr("A dashboard shows series and tables as charts and numbers"), this))
{
    setObjectName(QStringLiteral("dashboardsPage"));
    if (!dashboard() && !context.workspace.dashboards().empty())
        m_id = context.workspace.dashboards().front().dashboard.id;
    m_scope.provenance = [this](const WidgetQuery &query, const SeriesKey *key) { return provenance(query, key); };
    m_column->setContentsMargins(16 - kGridEdge, 12 - kGridEdge, 16 - kGridEdge, 16 - kGridEdge);
    m_column->setSpacing(metrics().gap - kGridEdge);
    m_column->addWidget(m_grid);
    m_column->addStretch(1);
    m_scroll->setWidget(m_canvas);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // widgets scroll into view
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_canvas->setAutoFillBackground(false);
    m_stack->addWidget(m_main);
    m_stack->addWidget(m_empty);
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(m_stack);
    makeTools();

    auto *create = new Button(QStringLiteral("plus"), tr("New dashboard"), Button::Kind::Primary, m_empty);
    connect(create, &QAbstractButton::clicked, this, &DashboardsPage::newDashboard);
    m_empty->addButton(create);

    connect(m_grid, &DashboardGrid::cardMade, this, &DashboardsPage::wire);
    connect(m_grid, &DashboardGrid::cellsChanged, this, [this](const WidgetCells &cells) {
        Dashboard changed = *dashboard();
        for (Widget &widget : changed.widgets) {
            for (const auto &[widgetId, rect] : cells) {
                if (widgetId == widget.id)
                    widget.cells = rect;
            }
        }
        put(changed, tr("Move widget"), QStringLiteral("move ") + m_grid->selected().text());
    });
    connect(m_grid, &DashboardGrid::widgetChanged, this, [this](const Widget &widget, const QString &what) {
        Dashboard changed = *dashboard();
        for (Widget &old : changed.widgets) {
            if (old.id == widget.id)
                old = widget;
        }
        put(changed, what);
    });
    connect(m_grid, &DashboardGrid::addAsked, this, [this](const QRect &room) {
        Q_UNUSED(room)
        openAddMenu(m_add->isVisible() ? static_cast<QWidget *>(m_add) : this);
    });
    connect(m_grid, &DashboardGrid::removeAsked, this, &DashboardsPage::removeWidget);
    connect(m_grid, &DashboardGrid::duplicateAsked, this, &DashboardsPage::duplicateWidget);
    connect(m_grid, &DashboardGrid::selectionChanged, this, [this](WidgetId selected) {
        if (m_panel)
            m_panel->setWidget(dashboard() ? dashboard()->widget(selected) : nullptr);
        const WidgetCard *card = m_grid->card(selected);
        if (m_panel && card && card->answered())
            m_panel->setData(card->data());
    });

    qRegisterMetaType<PointsDb::Change>();
    connect(&context.points, &PointsDb::changed, this, &DashboardsPage::dataChanged, Qt::QueuedConnection);
    connect(&context.workspace, &Workspace::dashboardChanged, this, [this](DashboardId changed) {
        if (changed == m_id || m_id.isNull())
            reload();
        updateFirstRun();
    });
    connect(&context.workspace, &Workspace::pipelineChanged, this, &DashboardsPage::updateFirstRun);
    connect(&m_time, &TimeView::windowChosen, this, &DashboardsPage::updateBadge);
    m_badgeTimer.setInterval(1'000);
    connect(&m_badgeTimer, &QTimer::timeout, this, &DashboardsPage::updateBadge);
    if (const Dashboard *shownNow = dashboard())
        startTime(shownNow->window);
    reload();
    updateFirstRun();
}

DashboardsPage::~DashboardsPage()
{
    hide(); // the chart that has the focus loses it now, while what it points into is there
}

const Dashboard *DashboardsPage::dashboard() const
{
    const DashboardEntity *entity = m_id.isNull() ? nullptr : m_context.workspace.dashboard(m_id);
    return entity ? &entity->dashboard : nullptr;
}

EntityRef DashboardsPage::entity() const
{
    return {EntityKind::Dashboard, m_id.value};
}

QString DashboardsPage::title() const
{
    if (!m_full.isNull() && dashboard() && dashboard()->widget(m_full))
        return dashboard()->widget(m_full)->title;
    return dashboard() ? dashboard()->name : tr("Dashboards");
}

QString DashboardsPage::parentTitle() const
{
    if (!dashboard())
        return {};
    if (!m_full.isNull())
        return dashboard()->name;
    return m_editing ? tr("Dashboards") : QString();
}

void DashboardsPage::put(const Dashboard &changed, const QString &what, const QString &mergeKey)
{
    m_context.workspace.putDashboard(changed, {what, mergeKey});
}

void DashboardsPage::reload()
{
    const Dashboard *now = dashboard();
    if (!now) {
        if (m_editing)
            setEditing(false);
        m_stack->setCurrentWidget(m_empty);
        updateTools();
        Q_EMIT headChanged();
        return;
    }
    if (m_stack->currentWidget() == m_empty)
        m_stack->setCurrentWidget(m_main);
    if (m_compare != now->comparePrevious) {
        m_compare = now->comparePrevious;
        m_scope.compare = m_compare ? -1 : 0;
        for (WidgetCard *card : m_grid->cards())
            card->refresh();
    }
    if (!(m_time.beginning() == now->window) && !m_time.canGoBack())
        startTime(now->window);
    m_grid->setDashboard(*now);
    if (m_panel)
        m_panel->setWidget(now->widget(m_grid->selected()));
    if (m_fullChart)
        m_fullChart->setDashboard(*now);
    updateTools();
    Q_EMIT headChanged();
}

void DashboardsPage::wire(WidgetCard *card)
{
    connect(card, &WidgetCard::pipelineAsked, this, [this](PipelineId pipeline) {
        if (m_context.navigator)
            m_context.navigator->go({QStringLiteral("pipelines"), pipeline.text(), {}});
    });
    connect(card, &WidgetCard::fullSizeAsked, this, [this](WidgetId id) {
        if (m_context.navigator)
            m_context.navigator->go({QStringLiteral("dashboards"), m_id.text(), id.text()});
        else
            shown(id.text());
    });
    connect(card, &WidgetCard::editAsked, this, [this](WidgetId id) {
        setEditing(true);
        m_grid->select(id);
    });
    connect(card, &WidgetCard::exportAsked, this, [this](WidgetId id, const QString &format) { exportTo(format, id); });
    connect(card, &WidgetCard::tableAsked, this, &DashboardsPage::showTable);
    connect(card, &WidgetCard::duplicateAsked, this, &DashboardsPage::duplicateWidget);
    connect(card, &WidgetCard::removeAsked, this, &DashboardsPage::removeWidget);
    connect(card, &WidgetCard::dataArrived, this, [this, card] {
        for (const DrawnSeries &drawn : card->data()->series)
            m_known.insert(drawn.info.id);
        if (card->data()->error && m_context.navigator)
            m_context.navigator->showError(*card->data()->error);
        if (m_panel && m_grid->selected() == card->widget().id)
            m_panel->setData(card->data());
        if (!m_badgeTimer.isActive() && isVisible())
            m_badgeTimer.start();
        if (m_lateShown != 0)
            updateBadge();
        if (!m_drawn) {
            const std::vector<WidgetCard *> all = m_grid->cards();
            m_drawn = std::all_of(all.begin(), all.end(), [](const WidgetCard *c) { return c->answered(); });
            if (m_drawn)
                orderColors();
            if (m_drawn) // what the start is measured by; the paint comes first
                QTimer::singleShot(1, this, [] { qCDebug(logApp) << "dashboard drawn"; });
        }
    });
}

// Answers arrive in any order, colours are given in that of the widgets: the same in every window, picture and run.
void DashboardsPage::orderColors()
{
    SeriesSlots inOrder;
    for (const Widget &widget : dashboard()->widgets) {
        if (const WidgetCard *card = m_grid->card(widget.id))
            grantWishes(*card->data(), inOrder);
    }
    for (const Widget &widget : dashboard()->widgets) {
        if (const WidgetCard *card = m_grid->card(widget.id))
            buildTraces(*card->data(), chartSpecOf(widget), inOrder, {});
    }
    if (inOrder == m_scope.slots)
        return;
    m_scope.slots = inOrder;
    for (WidgetCard *card : m_grid->cards())
        card->recolor();
}

void DashboardsPage::dataChanged(const PointsDb::Change &change)
{
    bool newSeries = false;
    for (const auto &[id, range] : change.series)
        newSeries = m_known.insert(id).second || newSeries;
    for (WidgetCard *card : m_grid->cards())
        card->dataChanged(change, newSeries);
    if (m_fullChart)
        m_fullChart->dataChanged(change, newSeries);
}

Provenance DashboardsPage::provenance(const WidgetQuery &query, const SeriesKey *key) const
{
    return provenanceOf(m_context, query, key);
}

void DashboardsPage::setEditing(bool editing)
{
    if (m_editing == editing || (editing && !dashboard()))
        return;
    m_editing = editing;
    if (editing && !m_full.isNull())
        shown({});
    if (editing) {
        m_panel = new EditPanel(m_reader, m_scope.slots, m_main);
        m_panel->show();
        connect(m_panel, &EditPanel::changed, this,
                [this](const Widget &widget, const QString &what, const QString &mergeKey) {
                    Dashboard changed = *dashboard();
                    for (Widget &old : changed.widgets) {
                        if (old.id == widget.id)
                            old = widget;
                    }
                    put(changed, what, mergeKey);
                });
        connect(m_panel, &EditPanel::rowsAsked, this, [this] { showTable(m_grid->selected()); });
    } else if (m_panel) {
        m_panel->hide();
        m_panel->deleteLater();
        m_panel = nullptr;
    }
    m_grid->setEditing(editing);
    if (editing && !m_grid->cards().empty())
        m_grid->select(m_grid->cards().front()->widget().id);
    updateFirstRun();
    placePanel();
    updateTools();
    updateBadge();
    Q_EMIT headChanged();
}

void DashboardsPage::addWidget(const QString &type, QSize room)
{
    const WidgetType *kind = widgetType(type);
    if (!kind || !dashboard())
        return;
    Dashboard changed = *dashboard();
    Widget widget;
    widget.id = WidgetId::create(m_context.clock.now(), m_context.random);
    widget.type = type;
    widget.title = type == u"text" ? tr("Note") : tr("New widget");
    widget.cells = freePlace(compactCells(cellsOf(changed.widgets)), room.isValid() ? room : kind->cells);
    changed.widgets.push_back(widget);
    put(changed, tr("Add widget"));
    setEditing(true);
    m_grid->select(widget.id);
    if (const WidgetCard *card = m_grid->card(widget.id))
        m_scroll->ensureWidgetVisible(const_cast<WidgetCard *>(card));
}

void DashboardsPage::duplicateWidget(WidgetId id)
{
    const Dashboard *now = dashboard();
    const Widget *widget = now ? now->widget(id) : nullptr;
    if (!widget)
        return;
    Dashboard changed = *now;
    Widget copy = *widget;
    copy.id = WidgetId::create(m_context.clock.now(), m_context.random);
    copy.cells = freePlace(compactCells(cellsOf(changed.widgets)), widget->cells.size());
    changed.widgets.push_back(copy);
    put(changed, tr("Duplicate widget"));
    m_grid->select(copy.id);
}

void DashboardsPage::removeWidget(WidgetId id)
{
    const Dashboard *now = dashboard();
    const Widget *widget = now ? now->widget(id) : nullptr;
    if (!widget)
        return;
    const QString name = widget->title;
    Dashboard changed = *now;
    std::erase_if(changed.widgets, [&](const Widget &w) { return w.id == id; });
    put(changed, tr("Remove widget"));
    if (m_context.navigator)
        m_context.navigator->toast(tr("“%1” was removed").arg(name), tr("Undo"),
                                   [this, alive = QPointer<DashboardsPage>(this)] {
                                       if (alive)
                                           m_context.workspace.undo(entity());
                                   });
}

void DashboardsPage::shown(const QString &part)
{
    const auto widget = WidgetId::fromText(part);
    const WidgetId full = widget && dashboard() && dashboard()->widget(*widget) ? *widget : WidgetId{};
    m_time.setRunning(true);
    m_badgeTimer.start();
    if (!QApplication::focusWidget()) // its keys work at once
        m_scroll->setFocus(Qt::OtherFocusReason);
    for (WidgetCard *card : m_grid->cards())
        card->refresh();
    if (!(full == m_full)) {
        m_full = full;
        if (m_fullChart) {
            m_fullChart->hide();
            m_fullChart->deleteLater();
            m_fullChart = nullptr;
        }
        if (!m_full.isNull()) {
            setEditing(false);
            m_fullChart = new FullChart(m_scope, *dashboard(), m_full, this);
            connect(m_fullChart, &FullChart::cardMade, this, &DashboardsPage::wire);
            connect(m_fullChart, &FullChart::measuringChanged, this, &DashboardsPage::updateTools);
            for (WidgetCard *card : m_fullChart->cards())
                wire(card);
            m_stack->addWidget(m_fullChart);
            m_stack->setCurrentWidget(m_fullChart);
        } else if (dashboard()) {
            m_stack->setCurrentWidget(m_main);
        }
        updateTools();
        Q_EMIT headChanged();
    }
    updateBadge();
}

void DashboardsPage::hidden()
{
    m_time.setRunning(false);
    m_badgeTimer.stop();
    m_time.point(std::nullopt);
}

void DashboardsPage::setCompare(bool on)
{
    Dashboard changed = *dashboard();
    changed.comparePrevious = on;
    put(changed, on ? tr("Compare with previous period") : tr("Stop comparing"));
}

void DashboardsPage::updateBadge()
{
    qint64 latest = 0;
    qint64 spacing = 0;
    for (const WidgetCard *card : m_grid->cards()) {
        latest = std::max(latest, card->latestTime());
        spacing = std::max(spacing, card->spacing());
    }
    const qint64 now = m_time.now();
    // Late: nothing for three times the usual distance of points, at least ten seconds.
    const bool late = latest > 0 && now - latest > std::max<qint64>(10'000, spacing * 3);
    m_live->setVisible(!m_editing ? latest > 0 && m_full.isNull() : true);
    if (m_editing) {
        m_live->setDot(false);
        m_live->setKind(Badge::Kind::Accent);
        m_live->setText(tr("Editing"));
    } else if (!m_time.follows()) {
        m_live->setDot(false);
        m_live->setKind(Badge::Kind::Neutral);
        m_live->setText(tr("Paused"));
    } else if (late) {
        const qint64 today = floorToInterval(now, 86'400'000, QTimeZone::systemTimeZone());
        m_live->setDot(false);
        m_live->setKind(Badge::Kind::Warn);
        m_live->setText(
            tr("Last data %1")
                .arg(momentText(latest, 60'000,
                                latest >= today ? TimeRange{today, today + 1} : TimeRange{0, kMaxInstant - 1},
                                QTimeZone::systemTimeZone(), locale())));
    } else {
        m_live->setDot(true);
        m_live->setKind(Badge::Kind::Ok);
        m_live->setText(tr("Live"));
    }
    m_lateShown = late ? latest : 0;
}

// The picture of a workspace that has just begun has no past to show.
void DashboardsPage::startTime(const TimeWindow &window)
{
    const Workspace &workspace = m_context.workspace;
    const qint64 filledAt = workspace.setting(QStringLiteral("workspace.filledAt")).toInteger();
    const bool isFirst = workspace.dashboards().size() == 1 && workspace.pipelines().size() <= 1;
    if (isFirst && filledAt > 0 && m_time.now() - filledAt < window.last.count())
        m_time.grow(window, filledAt);
    else
        m_time.start(window);
}

void DashboardsPage::updateFirstRun()
{
    const Workspace &workspace = m_context.workspace;
    const bool wanted = !m_editing && dashboard() && workspace.dashboards().size() == 1 &&
                        workspace.pipelines().size() <= 1 &&
                        !workspace.setting(QStringLiteral("firstRun.dismissed")).toBool(false);
    if (wanted && !m_first) {
        auto *box = new QWidget(m_canvas); // in line with the widgets
        auto *around = new QHBoxLayout(box);
        around->setContentsMargins(kGridEdge, kGridEdge, kGridEdge, 0);
        m_first = new FirstRunCard(box);
        around->addWidget(m_first);
        m_column->insertWidget(0, box);
        connect(m_first, &FirstRunCard::asked, this, [this](const QString &section) {
            if (m_context.navigator)
                m_context.navigator->go({section,
                                         {},
                                         section == u"pipelines" ? QStringLiteral("new")
                                         : section == u"data"    ? QStringLiteral("drop")
                                                                 : QString()});
        });
        connect(m_first, &FirstRunCard::dismissed, this, [this] {
            m_context.workspace.setSetting(QStringLiteral("firstRun.dismissed"), true);
            updateFirstRun();
        });
    } else if (!wanted && m_first) {
        m_first->parentWidget()->hide();
        m_first->parentWidget()->deleteLater();
        m_first = nullptr;
    }
}

void DashboardsPage::placePanel()
{
    const bool over = width() < kPanelOver;
    const int panel = m_panel ? (width() < 1'200 ? kPanelNarrow : kPanelWide) : 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int taken = over ? 0 : panel;
    m_scroll->setGeometry(mirrored ? taken : 0, 0, m_main->width() - taken, m_main->height());
    if (m_panel) {
        m_panel->setGeometry(mirrored ? 0 : m_main->width() - panel, 0, panel, m_main->height());
        m_panel->raise();
    }
}

void DashboardsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_main->resize(size());
    placePanel();
    updateTools();
}

void DashboardsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_full.isNull() && m_context.navigator) {
        m_context.navigator->go({QStringLiteral("dashboards"), m_id.text(), {}});
        return;
    }
    if (event->key() == Qt::Key_Escape && m_editing) {
        setEditing(false);
        return;
    }
    if (event->key() == Qt::Key_W && m_editing) {
        openAddMenu(m_add);
        return;
    }
    if (event->key() == Qt::Key_End) {
        m_time.follow();
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace dash
