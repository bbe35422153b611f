#include "app/dashboards/full_chart.h"

#include "app/charts/chart_view.h"
#include "app/dashboards/series_table.h"
#include "app/dashboards/widget_head.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash {

FullChart::FullChart(DashboardScope &scope, const Dashboard &dashboard, WidgetId widget, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_id(widget)
    , m_main(new WidgetCard(scope, *dashboard.widget(widget), this))
    , m_values(new ValuesInView(*m_main, scope, this))
    , m_strip(new OverviewStrip(scope, *dashboard.widget(widget), this))
{
    setObjectName(QStringLiteral("fullChart"));
    m_later.setSingleShot(true);
    m_later.setInterval(2'000);
    connect(&m_later, &QTimer::timeout, m_strip, &OverviewStrip::refresh);
    m_main->setFullSize(true);
    m_main->setObjectName(QStringLiteral("fullCard"));
    if (m_main->chart())
        connect(m_main->chart(), &ChartView::measuringChanged, this, &FullChart::measuringChanged);
    // Two neighbours that are charts: what happened beside it at the same time.
    for (const Widget &other : dashboard.widgets) {
        const WidgetType *type = widgetType(other.type);
        if (m_beside.size() < 2 && !(other.id == widget) && type && type->body == WidgetType::Body::Chart) {
            m_beside.push_back(new WidgetCard(scope, other, this));
            m_beside.back()->setShowsValues(true);
        }
    }
    if (m_main->chart())
        m_main->chart()->setFocus(Qt::OtherFocusReason);
}

std::vector<WidgetCard *> FullChart::cards() const
{
    std::vector<WidgetCard *> all{m_main};
    all.insert(all.end(), m_beside.begin(), m_beside.end());
    return all;
}

void FullChart::setDashboard(const Dashboard &dashboard)
{
    for (WidgetCard *card : cards()) {
        if (const Widget *widget = dashboard.widget(card->widget().id))
            card->setWidget(*widget);
        card->refresh();
    }
}

void FullChart::dataChanged(const PointsDb::Change &change, bool newSeries)
{
    for (WidgetCard *card : cards())
        card->dataChanged(change, newSeries);
    if (!m_later.isActive())
        m_later.start();
}

void FullChart::setMeasuring(bool on)
{
    if (m_main->chart())
        m_main->chart()->setMeasuring(on);
}

bool FullChart::measuring() const
{
    return m_main->chart() && m_main->chart()->measuring();
}

void FullChart::resetValues()
{
    if (m_main->chart())
        m_main->chart()->setValueRange(std::nullopt);
}

void FullChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void FullChart::place()
{
    const int gap = metrics().gap;
    const QRect room = rect().adjusted(16, 12, -16, -16);
    const int foot = std::min(130, room.height() / 5);
    const bool beside = !m_beside.empty() && room.height() > 640;
    const int middle = beside ? 206 : 0;
    const int main = room.height() - foot - gap - (beside ? middle + gap : 0);
    const auto put = [this, &room](QWidget *widget, QRect r) {
        if (layoutDirection() == Qt::RightToLeft)
            r.moveLeft(room.left() + room.right() - r.right());
        widget->setGeometry(r);
        widget->show();
    };
    put(m_main, QRect(room.left(), room.top(), room.width(), main));
    int y = room.top() + main + gap;
    const int half = (room.width() - gap) / 2;
    for (std::size_t i = 0; i < m_beside.size(); ++i) {
        if (!beside) {
            m_beside[i]->hide();
            continue;
        }
        const bool alone = m_beside.size() == 1;
        put(m_beside[i],
            QRect(room.left() + static_cast<int>(i) * (half + gap), y, alone ? room.width() : half, middle));
    }
    if (beside)
        y += middle + gap;
    put(m_values, QRect(room.left(), y, half, foot));
    put(m_strip, QRect(room.left() + half + gap, y, room.width() - half - gap, foot));
}

ValuesInView::ValuesInView(WidgetCard &card, DashboardScope &scope, QWidget *parent)
    : QWidget(parent)
    , m_card(card)
    , m_scope(scope)
    , m_table(new SeriesTable(this))
{
    setObjectName(QStringLiteral("valuesInView"));
    m_table->setLarge();
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &ValuesInView::refresh);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&card, &WidgetCard::contentChanged, this, soon);
    connect(&scope.time, &TimeView::moved, this, soon);
    connect(m_table, &SeriesTable::hiddenToggled, &card, &WidgetCard::hideSeries);
    connect(m_table, &SeriesTable::onlyAsked, &card, &WidgetCard::showAlone);
    connect(m_table, &SeriesTable::colorChosen, &card, &WidgetCard::colorSeries);
}

void ValuesInView::refresh()
{
    if (!m_card.chart())
        return;
    std::vector<SeriesRow> rows =
        seriesRows(m_card.chart()->content(), tokensOf(this), m_scope.time.from(), m_scope.time.to());
    QStringList spoken;
    for (const SeriesRow &row : rows)
        spoken << row.item.name;
    m_table->setShown(std::move(rows), m_card.chart()->content().spec);
    if (accessibleDescription() != spoken.join(u';'))
        setAccessibleDescription(spoken.join(u';'));
}

void ValuesInView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    paintBox(&painter, QRectF(rect()), metrics().radiusCard, tokens.surface, tokens.border);
}

void ValuesInView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setGeometry(rect().adjusted(4, 4, -4, -4));
}

OverviewStrip::OverviewStrip(DashboardScope &scope, const Widget &widget, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_widget(widget)
{
    setObjectName(QStringLiteral("overview"));
    setAccessibleName(tr("All of time: arrows move the window"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        WidgetRequest request;
        request.queries = m_widget.queries;
        request.wantsAllTime = true;
        request.columns.n = static_cast<std::size_t>(std::max(16.0, plot().width()));
        request.seriesLimit = 3;
        m_scope.reader.request(this, std::move(request), [this](const WidgetDataPtr &answer) {
            m_data = answer;
            update();
        });
    });
    connect(&scope.time, &TimeView::moved, this, qOverload<>(&QWidget::update));
    m_soon.start();
}

void OverviewStrip::refresh()
{
    m_soon.start();
}

QRectF OverviewStrip::plot() const
{
    return QRectF(rect()).adjusted(12, 38, -12, -26);
}

double OverviewStrip::timeAt(double x) const
{
    if (!m_data || m_data->series.empty() || !m_data->series.front().columns.grid)
        return 0;
    const TimeRange all = m_data->series.front().columns.grid->range;
    return static_cast<double>(all.from) + (x - plot().left()) / plot().width() * static_cast<double>(all.span());
}

QRectF OverviewStrip::window() const
{
    if (!m_data || m_data->series.empty() || !m_data->series.front().columns.grid)
        return {};
    const TimeRange all = m_data->series.front().columns.grid->range;
    const QRectF room = plot();
    const auto x = [&](double t) {
        return room.left() +
               std::clamp((t - static_cast<double>(all.from)) / static_cast<double>(all.span()), 0.0, 1.0) *
                   room.width();
    };
    const double left = std::min(x(m_scope.time.from()), room.right() - 3);
    return QRectF(left, room.top() - 4, std::max(3.0, x(m_scope.time.to()) - left), room.height() + 8);
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    paintBox(&painter, QRectF(rect()), metrics().radiusCard, tokens.surface, tokens.border);
    if (!m_data || m_data->series.empty() || !m_data->series.front().columns.grid)
        return;
    ChartContent content;
    content.spec = chartSpecOf(m_widget);
    content.spec.thresholds.clear();
    content.spec.kind = ChartKind::Line;
    content.spec.stack = StackMode::Off;
    content.spec.top = 0;
    SeriesSlots slots = m_scope.slots;
    content.traces = buildTraces(*m_data, content.spec, slots, {});
    const TimeRange all = m_data->series.front().columns.grid->range;
    ChartLook look;
    look.locale = locale();
    look.direction = layoutDirection();
    look.side = look.end = 12;
    ChartLayout layout =
        layoutChart(content, QRectF(rect()), static_cast<double>(all.from), static_cast<double>(all.to), look);
    layout.plot = plot();
    layout.times = timeTicks(all, layout.plot.width(), 78, look.zone, look.locale);
    const QRectF head = QRectF(rect()).adjusted(12, 0, -12, 0);
    HeadRoom room{0, 0};
    Widget words;
    words.title = spanText(all.span());
    paintHead(&painter, QRectF(head.left(), 0, head.width(), 32), words, {}, room, tokens, layoutDirection());
    const double used = textWidth(words.title, FontRole::BodyBold) + 10;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    paintText(&painter,
              mirrored ? QRectF(head.left(), 0, head.width() - used, 32)
                       : QRectF(head.left() + used, 0, head.width() - used, 32),
              tr("drag the window or its edges"), FontRole::Small, tokens.tertiary,
              (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute);
    paintData(&painter, content, layout, tokens, segmentCount(content) < 6'000 ? Detail::Fine : Detail::Fast);
    painter.fillRect(QRectF(layout.plot.left(), layout.plot.bottom(), layout.plot.width(), 1), tokens.axis);
    double last = -1e9;
    for (const TimeTick &tick : layout.times) {
        const FontRole role = tick.coarse ? FontRole::CaptionBold : FontRole::Caption;
        const double wide = textWidth(tick.label, role);
        const double left = layout.x(static_cast<double>(tick.time)) - wide / 2;
        if (left < last + 8 || left < 4 || left + wide > width() - 4)
            continue;
        paintText(&painter, QRectF(left, layout.plot.bottom() + 4, wide + 1, 16), tick.label, role,
                  tick.coarse ? tokens.secondary : tokens.tertiary,
                  Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        last = left + wide;
    }
    const QRectF box = window();
    paintBox(&painter, box, 2, withAlpha(tokens.accent, 0.12), tokens.accent, 1.5);
    for (const double x : {box.left(), box.right()})
        paintBox(&painter, QRectF(x - 3, box.center().y() - 8, 6, 16), 2, tokens.accent);
    if (hasFocus())
        paintBox(&painter, box.adjusted(-3, -3, 3, 3), 4, {}, tokens.accent, 1);
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    const QRectF box = window();
    if (std::abs(x - box.left()) <= 6 && box.width() > 14)
        m_grip = Grip::Start;
    else if (std::abs(x - box.right()) <= 6 && box.width() > 14)
        m_grip = Grip::End;
    else
        m_grip = Grip::All;
    m_pressed = x;
    m_before = {m_scope.time.from(), m_scope.time.to()};
    if (m_grip == Grip::All && !box.adjusted(-6, 0, 6, 0).contains(event->position())) {
        // Beside it: the window comes here.
        const double half = (m_before.second - m_before.first) / 2;
        const double t = timeAt(x);
        m_before = {t - half, t + half};
        m_scope.time.setRange(m_before.first, m_before.second);
    }
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_grip == Grip::None) {
        const QRectF box = window();
        const bool edge = box.width() > 14 && (std::abs(x - box.left()) <= 6 || std::abs(x - box.right()) <= 6);
        setCursor(edge ? Qt::SizeHorCursor : box.contains(event->position()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    const double delta = timeAt(x) - timeAt(m_pressed);
    double from = m_before.first + (m_grip == Grip::End ? 0 : delta);
    double to = m_before.second + (m_grip == Grip::Start ? 0 : delta);
    if (to - from < 10)
        return;
    m_scope.time.setRange(from, to);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void OverviewStrip::keyPressEvent(QKeyEvent *event)
{
    const double span = m_scope.time.span();
    if (event->key() == Qt::Key_Left)
        m_scope.time.panBy(-span / 4);
    else if (event->key() == Qt::Key_Right)
        m_scope.time.panBy(span / 4);
    else
        QWidget::keyPressEvent(event);
}

void OverviewStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

} // namespace dash
