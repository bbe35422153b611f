#include "app/dashboards/widget_card.h"

#include "app/charts/chart_view.h"
#include "app/dashboards/painted_body.h"
#include "app/dashboards/provenance_line.h"
#include "app/dashboards/series_table.h"
#include "app/dashboards/widget_head.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/button.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QCursor>
#include <QEnterEvent>
#include <QEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QShowEvent>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace dash {

namespace {
constexpr int kFrame = 16;      // ms: several causes in one frame make one request
constexpr int kLineDelay = 220; // before the provenance line comes
constexpr int kLineHeight = 32;
constexpr int kGrip = 14;
constexpr int kFoot = 4; // the chart's ground is square, the corners of the card are round
} // namespace

WidgetCard::WidgetCard(DashboardScope &scope, Widget widget, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_widget(std::move(widget))
    , m_data(std::make_shared<WidgetData>())
{
    setObjectName(QStringLiteral("widgetCard"));
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &WidgetCard::ask);
    m_tableSoon.setSingleShot(true);
    m_tableSoon.setInterval(120);
    connect(&m_tableSoon, &QTimer::timeout, this, &WidgetCard::updateSeriesTable);
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(kLineDelay);
    connect(&m_hoverTimer, &QTimer::timeout, this, [this] { showLine(true); });
    connect(&m_scope.time, &TimeView::moved, this, &WidgetCard::onMoved);
    connect(&m_scope.time, &TimeView::windowChosen, this, [this] {
        if (m_scope.time.follows())
            m_leftFollowAt = 0;
        else if (m_leftFollowAt == 0)
            m_leftFollowAt = std::max<qint64>(1, latestTime() + 1);
    });
    build();
}

WidgetCard::~WidgetCard() = default;

void WidgetCard::build()
{
    delete m_chart;
    delete m_body;
    m_chart = nullptr;
    m_body = nullptr;
    m_type = widgetType(m_widget.type);
    if (!m_legend) {
        m_legend = new LegendBar(this);
        connect(m_legend, &LegendBar::hiddenToggled, this, &WidgetCard::hideSeries);
        connect(m_legend, &LegendBar::onlyAsked, this, &WidgetCard::showAlone);
        connect(m_legend, &LegendBar::colorChosen, this, &WidgetCard::colorSeries);
    }
    if (!m_menuButton) {
        m_menuButton = new IconButton(QStringLiteral("more"), tr("Widget menu"), this);
        m_menuButton->setObjectName(QStringLiteral("widgetMenu"));
        m_menu = new QMenu(this);
        connect(m_menu, &QMenu::aboutToShow, this, [this] { fillMenu(m_menu); });
        m_menuButton->setMenu(m_menu);
    }
    if (!m_type) {
        setAccessibleName(m_widget.title);
        return;
    }
    if (m_type->body == WidgetType::Body::Chart) {
        m_chart = new ChartView(m_scope.time, this);
        m_chart->setMargins(9, 28 - kFoot); // as in pictures, where 2 are below a chart of 26
        connect(m_chart, &ChartView::layoutChanged, this, &WidgetCard::refresh);
        connect(m_chart, &ChartView::unitChanged, this, &WidgetCard::place); // the head says it
        connect(m_chart, &ChartView::pointed, this, &WidgetCard::updateLegendValues);
        connect(m_chart, &ChartView::tableAsked, this, [this] { Q_EMIT tableAsked(m_widget.id); });
        m_chart->show();
    } else {
        m_body = new PaintedBody(*this);
        m_body->show();
    }
    if (m_chart)
        m_chart->setEditing(m_editing);
    m_legend->setVisible(m_chart != nullptr);
    for (QWidget *of : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_top)}) {
        if (of && !m_chart)
            of->hide();
    }
    setAccessibleName(m_widget.title);
    if (m_line)
        m_line->raise();
    m_menuButton->raise();
    place();
    refresh();
}

void WidgetCard::hideSeries(const QString &key)
{
    // A third unit takes the second axis from those that have it.
    const auto clicked = std::find_if(m_chart->content().traces.begin(), m_chart->content().traces.end(),
                                      [&key](const Trace &t) { return t.key == key; });
    if (clicked != m_chart->content().traces.end() && clicked->noAxis) {
        for (const Trace &trace : m_chart->content().traces) {
            if (trace.axis == 1 && !trace.hidden)
                m_hidden.insert(trace.key);
        }
        m_hidden.remove(key);
        rebuild();
        return;
    }
    if (!m_hidden.remove(key))
        m_hidden.insert(key);
    rebuild();
}

void WidgetCard::showAlone(const QString &key)
{
    QSet<QString> others;
    for (const Trace &trace : m_chart->content().traces)
        others.insert(trace.key);
    others.remove(key);
    QSet<QString> before = m_hidden; // the first click of two has switched it
    before.remove(key);
    m_hidden = before == others ? QSet<QString>() : others;
    rebuild();
}

// One series for the query: the colour is kept in it. Several: this one alone is recoloured here.
void WidgetCard::colorSeries(const QString &key, int slot)
{
    Widget recolored = m_widget;
    std::size_t of = recolored.queries.size();
    std::size_t series = 0;
    for (const DrawnSeries &drawn : m_data->series) {
        if (seriesKeyText(drawn.info.key) == key)
            of = drawn.query;
    }
    for (const DrawnSeries &drawn : m_data->series)
        series += drawn.query == of ? 1 : 0;
    if (series == 1 && of < recolored.queries.size()) {
        recolored.queries[of].slot = slot;
        Q_EMIT changed(recolored, tr("Change colour"));
    } else {
        m_scope.slots.setColor(key, slot - 1);
        rebuild();
    }
}

// Above six series: the legend is a table below, and the five highest with the rest as one are offered.
void WidgetCard::updateSeriesTable()
{
    const bool on = optionIsOn(m_widget, QLatin1StringView("legend"), true);
    const bool isTop = optionText(m_widget, QLatin1StringView("series")) == u"top5";
    const bool many = m_chart && on && !m_fullSize && seriesCount(m_chart->content()) >= kLegendTableFrom;
    if (many && !m_table) {
        m_table = new SeriesTable(this);
        connect(m_table, &SeriesTable::hiddenToggled, this, &WidgetCard::hideSeries);
        connect(m_table, &SeriesTable::onlyAsked, this, &WidgetCard::showAlone);
        connect(m_table, &SeriesTable::colorChosen, this, &WidgetCard::colorSeries);
    }
    if (m_table && many)
        m_table->setShown(seriesRows(m_chart->content(), tokensOf(this), m_scope.time.from(), m_scope.time.to()),
                          m_chart->content().spec);
    const bool offers = many || (isTop && m_chart && !m_fullSize);
    if (offers && !m_top) {
        m_top = new Button(QString(), Button::Kind::Link, this);
        m_top->setObjectName(QStringLiteral("topSeries"));
        connect(m_top, &QAbstractButton::clicked, this, [this] {
            Widget chosen = m_widget;
            if (optionText(chosen, QLatin1StringView("series")) == u"top5")
                chosen.options.remove(QStringLiteral("series"));
            else
                chosen.options.insert(QStringLiteral("series"), QStringLiteral("top5"));
            Q_EMIT changed(chosen, tr("Change which series are shown"));
        });
    }
    if (m_top && m_chart) {
        m_top->setText(isTop ? tr("All %Ln series", nullptr, static_cast<int>(m_data->series.size()))
                             : tr("Top 5 and the rest"));
        m_top->setVisible(offers && !m_editing);
    }
    if (tableHeight() != (m_table && m_table->isVisibleTo(this) ? m_table->height() : 0) ||
        (m_top && m_top->width() != m_top->sizeHint().width()))
        place();
}

int WidgetCard::tableHeight() const
{
    if (!m_table || !m_chart || m_fullSize || !optionIsOn(m_widget, QLatin1StringView("legend"), true) ||
        seriesCount(m_chart->content()) < kLegendTableFrom)
        return 0;
    const double body = height() - headRect().bottom();
    if (body < 220) // a chart that small is better whole
        return 0;
    return static_cast<int>(seriesTableHeight(m_chart->content().traces.size(), body * 0.45));
}

void WidgetCard::setWidget(const Widget &widget)
{
    if (widget == m_widget)
        return;
    const bool otherKind = widget.type != m_widget.type;
    const bool otherData = otherKind || widget.queries != m_widget.queries || widget.options != m_widget.options;
    m_widget = widget;
    setAccessibleName(m_widget.title);
    if (otherKind)
        build();
    rebuild();
    place();
    update();
    if (otherData)
        refresh();
}

void WidgetCard::setEditing(bool editing)
{
    m_editing = editing;
    showLine(false);
    if (m_chart) {
        m_chart->setEditing(editing);
        updateSeriesTable(); // its offer goes while editing, the legend takes the room
    }
    place();
    update();
}

void WidgetCard::setFullSize(bool on)
{
    m_fullSize = m_showsValues = on;
    m_menuButton->setVisible(!on);
    rebuild();
    place();
}

void WidgetCard::setShowsValues(bool on)
{
    m_showsValues = on;
    updateLegendValues();
}

void WidgetCard::refresh()
{
    if (m_soon.isActive())
        return;
    // At once after a pause, at most once a frame while causes keep coming.
    const qint64 since = m_sinceAsked.isValid() ? m_sinceAsked.elapsed() : kFrame;
    m_soon.start(static_cast<int>(std::clamp<qint64>(kFrame - since, 0, kFrame)));
}

void WidgetCard::dataChanged(const PointsDb::Change &change, bool newSeries)
{
    if (newSeries) {
        refresh();
        return;
    }
    const TimeRange loaded = m_data->request.columns.range;
    for (const auto &[id, range] : change.series) {
        for (const DrawnSeries &drawn : m_data->series) {
            const bool late = range.to > m_data->request.visibleEnd || range.to > drawn.info.last;
            if (drawn.info.id == id &&
                (late || (range.from < loaded.to && range.to > loaded.from) || m_leftFollowAt > 0)) {
                refresh();
                return;
            }
        }
    }
    for (const TableName &name : change.tables) {
        for (const WidgetQuery &query : m_widget.queries) {
            if (!query.table.isEmpty() && query.table == tableNameText(name)) {
                refresh();
                return;
            }
        }
    }
}

WidgetScene WidgetCard::scene() const
{
    ChartLook look;
    look.locale = locale();
    look.direction = layoutDirection();
    return {
        m_widget,       *m_data, m_scope.time.from(), m_scope.time.to(), m_scope.time.now(), m_scope.slots, m_hidden,
        tokensOf(this), look,    Detail::Fine};
}

qint64 WidgetCard::latestTime() const
{
    qint64 latest = 0;
    for (const DrawnSeries &drawn : m_data->series)
        latest = std::max(
            {latest, drawn.info.points > 0 ? drawn.info.last : 0, drawn.last.times.empty() ? 0 : drawn.last.times[0]});
    return latest;
}

qint64 WidgetCard::spacing() const
{
    qint64 spacing = 0;
    if (m_chart) {
        for (const Trace &trace : m_chart->content().traces)
            spacing = std::max(spacing, trace.spacing);
    }
    return spacing;
}

void WidgetCard::ask()
{
    if (!m_type || (m_widget.queries.empty() && m_type->id != u"text"))
        m_asked.reset();
    if (!m_type || !isVisible())
        return;
    RequestFrame frame;
    frame.visible = m_scope.time.range();
    if (frame.visible.span() < 1)
        frame.visible.to = frame.visible.from + 1;
    frame.width = m_chart ? std::max(16.0, m_chart->chartLayout().plot.width()) : width();
    frame.previousOffset = m_scope.compare < 0 ? frame.visible.span() : m_scope.compare;
    WidgetRequest request = m_type->request(m_widget, frame);
    request.countFrom = m_chart && m_leftFollowAt > 0 ? m_leftFollowAt : 0;
    m_sinceAsked.start();
    m_asked = request;
    m_askedSpan = m_scope.time.span();
    m_scope.reader.request(this, std::move(request), [this, serial = ++m_serial](const WidgetDataPtr &data) {
        m_taken = serial;
        take(data);
    });
}

void WidgetCard::take(const WidgetDataPtr &data)
{
    m_data = data;
    rebuild();
    if (m_chart)
        m_chart->setArrived(data->arrived);
    Q_EMIT dataArrived();
}

void WidgetCard::rebuild()
{
    if (!m_type)
        return;
    if (m_chart) {
        auto content = std::make_shared<ChartContent>(chartContentOf(m_widget, *m_data, m_scope.slots, m_hidden));
        content->spec.verticalGrid = m_fullSize;
        m_chart->setContent(std::move(content));
        updateLegendValues();
        updateSeriesTable();
        m_chart->setAccessibleName(m_widget.title);
    } else if (m_body) {
        m_body->contentChanged();
    }
    const QString summary = m_type->summary ? m_type->summary(scene()) : QString();
    setAccessibleDescription(summary);
    if (m_chart)
        m_chart->setAccessibleDescription(summary);
    Q_EMIT contentChanged();
}

void WidgetCard::updateLegendValues()
{
    if (!m_chart)
        return;
    std::vector<LegendItem> items = legendItems(m_chart->content(), tokensOf(this));
    if (m_showsValues) {
        std::unordered_map<const Trace *, std::size_t> pointed;
        if (const auto at = m_scope.time.pointed()) {
            for (const Reading &reading : m_chart->readings(*at))
                pointed[reading.trace] = reading.index;
        }
        const ChartSpec &spec = m_chart->content().spec;
        std::size_t next = 0; // items are the traces in their order, without those of the period before
        for (const Trace &trace : m_chart->content().traces) {
            if (trace.previous)
                continue;
            const auto found = pointed.find(&trace);
            const bool here = found != pointed.end();
            items[next++].value = valueText(here ? trace.own[found->second] : trace.latest, spec,
                                            trace.unit.isEmpty() ? spec.unit : trace.unit, locale(), layoutDirection(),
                                            here ? trace.exactOwn(found->second) : trace.latestExact);
        }
    }
    m_legend->setItems(std::move(items));
}

void WidgetCard::onMoved()
{
    if (!isVisible())
        return;
    if (m_table && m_table->isVisible() && !m_tableSoon.isActive())
        m_tableSoon.start();
    const TimeRange visible = m_scope.time.range();
    const TimeRange loaded = m_asked ? m_asked->columns.range : TimeRange();
    const bool outside = !m_asked || visible.from < loaded.from || visible.to > loaded.to;
    const bool otherScale = std::abs(m_scope.time.span() - m_askedSpan) > m_askedSpan * 1e-6;
    const bool following = m_scope.time.follows();
    if (otherScale || (outside && (m_chart || !following)) || (!m_chart && !following))
        refresh();
    else if (m_body && following && m_type->id == u"stat")
        m_body->contentChanged();
}

HeadRoom WidgetCard::headRoom() const
{
    return {m_editing ? 12.0 + kGrip : 12.0, m_fullSize ? 12.0 : 40.0};
}

QRectF WidgetCard::headRect() const
{
    return QRectF(0, 0, width(), m_fullSize ? 44 : metrics().widgetHead);
}

void WidgetCard::place()
{
    const QRectF head = headRect();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int button = 28;
    const bool small = !m_chart && m_widget.type == u"stat";
    m_menuButton->setGeometry(mirrored ? 6 : width() - button - 6, 4, button, button);
    m_menuButton->setVisible(!m_fullSize && (!small || m_hovered || m_editing));
    const QRect body(1, static_cast<int>(head.bottom()), width() - 2, height() - static_cast<int>(head.bottom()) - 1);
    const bool line = m_line && m_line->isVisible();
    const int foot = line ? kLineHeight : kFoot;
    const int table = tableHeight();
    if (m_chart)
        m_chart->setGeometry(body.adjusted(0, 0, 0, -foot - table));
    if (m_table) {
        m_table->setVisible(table > 0);
        m_table->setGeometry(body.left(), body.bottom() + 1 - foot - table, body.width(), table);
    }
    if (m_body)
        m_body->setGeometry(body);
    if (m_chart) {
        const QRectF legend = legendRoom(headRect(), m_widget, headUnit(m_widget, &m_chart->chartLayout()), headRoom(),
                                         layoutDirection());
        QRect bar = legend.toRect().adjusted(0, 6, 0, -6);
        if (m_top && m_top->isVisibleTo(this)) {
            const QSize link = m_top->sizeHint();
            const bool room = link.width() <= bar.width();
            m_top->setGeometry(mirrored ? bar.left() : bar.right() + 1 - link.width(),
                               bar.center().y() - link.height() / 2, room ? link.width() : 0, link.height());
            bar = mirrored ? bar.adjusted(link.width() + 12, 0, 0, 0) : bar.adjusted(0, 0, -link.width() - 12, 0);
        }
        m_legend->setVisible(optionIsOn(m_widget, QLatin1StringView("legend"), true) && table == 0 && bar.width() > 0);
        m_legend->setGeometry(bar);
    }
    if (m_line)
        m_line->setGeometry(1, height() - kLineHeight - 1, width() - 2, kLineHeight);
    update();
}

void WidgetCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    paintBox(&painter, QRectF(rect()), metrics().radiusCard, tokens.surface,
             m_hovered ? tokens.borderStrong : tokens.border);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (m_editing) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.tertiary);
        for (int i = 0; i < 6; ++i) {
            const int row = i / 2;
            const double x = 12 + (i % 2) * 4.5;
            painter.drawEllipse(QPointF(mirrored ? width() - x - 1 : x + 1, 13.5 + row * 4.5), 1.1, 1.1);
        }
    }
    paintHead(&painter, headRect(), m_widget, headUnit(m_widget, m_chart ? &m_chart->chartLayout() : nullptr),
              headRoom(), tokens, layoutDirection());
    if (!m_type)
        paintText(&painter, QRectF(rect()).adjusted(12, 36, -12, -12),
                  tr("This version does not know the widget “%1”").arg(m_widget.type), FontRole::Small, tokens.tertiary,
                  Qt::AlignCenter);
}

void WidgetCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void WidgetCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    place();
    refresh();
}

void WidgetCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LocaleChange) {
        rebuild();
        place();
    }
    QWidget::changeEvent(event);
}

void WidgetCard::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_hovered = true;
    if (!m_editing && !m_fullSize)
        m_hoverTimer.start();
    place();
}

void WidgetCard::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = false;
    m_hoverTimer.stop();
    showLine(false);
    place();
}

void WidgetCard::showLine(bool on)
{
    if (!on) {
        if (m_line && m_line->isVisible()) {
            m_line->hide();
            place();
        }
        return;
    }
    if (!m_scope.provenance || m_widget.queries.empty())
        return;
    const SeriesKey *key = m_data->series.empty() ? nullptr : &m_data->series.front().info.key;
    const Provenance made = m_scope.provenance(m_widget.queries.front(), key);
    if (made.isEmpty())
        return;
    if (!m_line) {
        m_line = new ProvenanceLine(this);
        connect(m_line, &ProvenanceLine::pipelineAsked, this, &WidgetCard::pipelineAsked);
    }
    m_line->setProvenance(made);
    m_line->show();
    m_line->raise();
    place();
}

void WidgetCard::fillMenu(QMenu *menu)
{
    menu->clear();
    const auto add = [&](const QString &text, auto slot) {
        connect(menu->addAction(text), &QAction::triggered, this, slot);
    };
    const WidgetId id = m_widget.id;
    if (m_chart)
        add(tr("Full size"), [this, id] { Q_EMIT fullSizeAsked(id); });
    add(tr("Edit widget"), [this, id] { Q_EMIT editAsked(id); });
    if (!m_data->series.empty() || m_data->rows.rows > 0)
        add(tr("Show as table"), [this, id] { Q_EMIT tableAsked(id); });
    if (m_scope.provenance && !m_widget.queries.empty()) {
        const Provenance made = m_scope.provenance(m_widget.queries.front(),
                                                   m_data->series.empty() ? nullptr : &m_data->series.front().info.key);
        if (!made.pipeline.isNull())
            add(tr("Open pipeline"), [this, made] { Q_EMIT pipelineAsked(made.pipeline); });
    }
    QMenu *exports = menu->addMenu(tr("Export"));
    for (const auto &[text, format] : {std::pair(tr("Picture (PNG)"), "png"), std::pair(tr("Drawing (SVG)"), "svg"),
                                       std::pair(tr("Document (PDF)"), "pdf"), std::pair(tr("Values (CSV)"), "csv")})
        connect(exports->addAction(text), &QAction::triggered, this,
                [this, id, format = QString::fromLatin1(format)] { Q_EMIT exportAsked(id, format); });
    menu->addSeparator();
    add(tr("Duplicate widget"), [this, id] { Q_EMIT duplicateAsked(id); });
    add(tr("Remove widget"), [this, id] { Q_EMIT removeAsked(id); });
}

void WidgetCard::contextMenuEvent(QContextMenuEvent *event)
{
    fillMenu(m_menu);
    m_menu->popup(event->globalPos());
}

void WidgetCard::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_chart && !m_fullSize && headRect().contains(QPointF(mapFromGlobal(QCursor::pos()))))
        Q_EMIT fullSizeAsked(m_widget.id);
    else
        QWidget::mouseDoubleClickEvent(event);
}

} // namespace dash
