#include "app/charts/chart_view.h"

#include "app/charts/chart_overlay.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr int kSettleMs = 120;
constexpr std::size_t kMostFineSegments = 20'000;
constexpr double kWheelZoom = 0.85; // per notch

qint64 monotonicMs()
{
    static QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

} // namespace

ChartView::ChartView(TimeView &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_content(std::make_shared<ChartContent>())
    , m_overlay(new ChartOverlay(this))
    , m_follow(new FollowChip(this))
{
    setObjectName(QStringLiteral("chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (m_fast && segmentCount(*m_content) <= kMostFineSegments) {
            m_fast = false;
            m_stale = true;
            update();
        }
    });
    m_glide.setInterval(16);
    connect(&m_glide, &QTimer::timeout, this, &ChartView::glide);
    connect(&m_time, &TimeView::moved, this, &ChartView::onMoved);
    connect(&m_time, &TimeView::windowChosen, this, &ChartView::placeFollow);
    connect(&m_time, &TimeView::pointedChanged, this, &ChartView::onPointed);
    connect(m_follow, &QAbstractButton::clicked, this, [this] { m_time.follow(); });
}

ChartView::~ChartView()
{
    delete m_tip;
}

ChartLook ChartView::look() const
{
    ChartLook look;
    look.locale = locale();
    look.direction = layoutDirection();
    look.values = m_values;
    look.top = m_top;
    look.bottom = m_bottom;
    return look;
}

void ChartView::setMargins(qreal top, qreal bottom)
{
    m_top = top;
    m_bottom = bottom;
    invalidate(Change::Data);
}

void ChartView::setContent(std::shared_ptr<const ChartContent> content)
{
    m_content = std::move(content);
    invalidate(Change::Data);
    onPointed();
}

void ChartView::setMeasuring(bool on)
{
    if (m_measuring == on)
        return;
    m_measuring = on;
    if (!on)
        m_measure.reset();
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    m_overlay->update();
    Q_EMIT measuringChanged(on);
}

void ChartView::setValueRange(std::optional<std::pair<double, double>> values)
{
    m_values = values;
    m_fast = true;
    m_settle.start();
    invalidate(Change::Moved);
}

void ChartView::setArrived(quint64 points)
{
    m_follow->setArrived(points);
    placeFollow();
}

void ChartView::setEditing(bool editing)
{
    m_editing = editing;
    setAttribute(Qt::WA_TransparentForMouseEvents, editing);
}

void ChartView::invalidate(Change change)
{
    if (change == Change::Data) {
        // Data that streams faster than the eye settles is drawn like movement, one fine picture follows.
        const qint64 now = monotonicMs();
        if (now - m_lastChange < kSettleMs) {
            m_fast = true;
            m_settle.start();
        }
        m_lastChange = now;
    }
    if (segmentCount(*m_content) > kMostFineSegments)
        m_fast = true;
    m_stale = true;
    relayout();
    update();
    m_overlay->update();
}

void ChartView::relayout()
{
    const QRectF before = m_layout.plot;
    m_layout = layoutChart(*m_content, QRectF(rect()), m_time.from(), m_time.to(), look());
    if (m_layout.plot.width() != before.width()) {
        m_time.setPixels(m_layout.plot.width());
        Q_EMIT layoutChanged();
    }
}

void ChartView::onMoved()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    const bool byHand = !m_time.follows();
    if (byHand) {
        m_fast = true;
        m_settle.start();
    }
    invalidate(Change::Moved);
    placeFollow();
}

void ChartView::onPointed()
{
    m_overlay->update();
    const auto at = m_time.pointed();
    const bool tells = (m_hovered || m_walking) && at && *at >= m_layout.from && *at <= m_layout.to &&
                       m_gesture == Gesture::None && !m_content->traces.empty();
    const std::vector<Reading> rows = tells ? readings(*at) : std::vector<Reading>();
    if (rows.empty()) {
        if (m_tip)
            m_tip->hide();
        return;
    }
    if (!m_tip)
        m_tip = new ChartTip(window());
    const Tokens &colors = tokensOf(this);
    std::vector<ChartTip::Row> lines;
    double total = 0;
    const ChartSpec &spec = m_content->spec;
    const auto text = [&](double value, const Trace &trace) {
        return valueText(value, spec, trace.unit.isEmpty() ? spec.unit : trace.unit, locale(), layoutDirection());
    };
    const Reading *now = nullptr;
    const Reading *earlier = nullptr;
    for (const Reading &reading : rows) {
        const Trace &trace = *reading.trace;
        const QString name = trace.previous ? tr("%1, before").arg(trace.name) : trace.name;
        lines.push_back({traceColor(trace, colors), name, text(reading.value, trace), false});
        if (trace.many && rows.size() <= 4 && spec.envelope)
            lines.push_back(
                {withAlpha(lines.back().color, 0.5), tr("Min to max"),
                 text(trace.low[reading.index], trace) + QStringLiteral(" – ") + text(trace.high[reading.index], trace),
                 false});
        if (!trace.previous) {
            total += reading.value;
            now = &reading;
        } else {
            earlier = &reading;
        }
    }
    if (spec.stack == StackMode::On && spec.kind != ChartKind::Line && rows.size() > 1)
        lines.push_back({{}, tr("Total"), text(total, *rows.front().trace), false});
    if (now && earlier && rows.size() == 2 && earlier->value != 0) {
        const double percent = (now->value - earlier->value) / std::abs(earlier->value) * 100;
        lines.push_back({{},
                         tr("Difference"),
                         (percent > 0 ? QStringLiteral("+") : QString()) +
                             withUnit(cardNumber(percent, -1, locale()), QStringLiteral("%"), layoutDirection()),
                         true});
    }
    const auto resolution = static_cast<qint64>((m_layout.to - m_layout.from) / std::max(1.0, m_layout.plot.width()));
    const ChartLook look = this->look();
    const qint64 today = floorToInterval(m_time.now(), 86'400'000, look.zone);
    const bool thisDay = *at >= static_cast<double>(today) && m_layout.from >= static_cast<double>(today);
    const TimeRange shown = thisDay ? TimeRange{today, today + 1'000} : TimeRange{0, kMaxInstant - 1'000};
    QString title = momentText(static_cast<qint64>(*at), resolution, shown, look.zone, look.locale);
    const QPointF anchor(m_layout.x(*at), m_walking ? m_layout.plot.center().y() : m_last.y());
    m_tip->setLayoutDirection(layoutDirection());
    m_tip->show(title, std::move(lines), mapTo(window(), anchor.toPoint()));
}

std::vector<Reading> ChartView::readings(double t) const
{
    std::vector<Reading> rows;
    for (const Trace &trace : m_content->traces) {
        if (trace.hidden)
            continue;
        if (const auto i = trace.nearest(static_cast<qint64>(std::llround(t))))
            rows.push_back({&trace, *i, trace.own[*i]});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Reading &a, const Reading &b) {
        if (a.trace->previous != b.trace->previous)
            return !a.trace->previous;
        return a.trace->value[a.index] > b.trace->value[b.index];
    });
    return rows;
}

QString ChartView::readingText(double t) const
{
    QStringList parts;
    for (const Reading &reading : readings(t)) {
        const Trace &trace = *reading.trace;
        parts << tr("%1 %2").arg(trace.previous ? tr("%1, before").arg(trace.name) : trace.name,
                                 valueText(reading.value, m_content->spec,
                                           trace.unit.isEmpty() ? m_content->spec.unit : trace.unit, locale(),
                                           layoutDirection()));
    }
    const auto resolution = static_cast<qint64>((m_layout.to - m_layout.from) / std::max(1.0, m_layout.plot.width()));
    return momentText(static_cast<qint64>(t), resolution, m_time.range(), look().zone, locale()) +
           QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

void ChartView::placeFollow()
{
    const bool wanted = !m_time.follows() && !m_time.showsNow() && !m_editing && width() > 180 && height() > 120;
    if (wanted) {
        m_follow->resize(m_follow->sizeHint());
        const int y = static_cast<int>(m_layout.plot.bottom()) - m_follow->height() - 8;
        const int x = layoutDirection() == Qt::RightToLeft
                          ? static_cast<int>(m_layout.plot.left()) + 4
                          : static_cast<int>(m_layout.plot.right()) - m_follow->width() - 4;
        m_follow->move(x, y);
        m_follow->raise();
    }
    m_follow->setVisible(wanted);
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale)
        relayout();
    if (event->type() == QEvent::Hide && m_tip)
        m_tip->hide();
    if (event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        m_keyboardFocus =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
        update();
    }
    if (event->type() == QEvent::FocusOut) {
        m_keyboardFocus = false;
        update();
    }
    if (event->type() == QEvent::FocusOut && m_walking) {
        m_walking = false;
        m_time.point(std::nullopt);
        onPointed();
    }
    return QWidget::event(event);
}

void ChartView::paintEvent(QPaintEvent *event)
{
    const qreal ratio = devicePixelRatioF();
    if (m_cache.size() != size() * ratio || m_cache.devicePixelRatio() != ratio) {
        m_cache = QPixmap(size() * ratio);
        m_cache.setDevicePixelRatio(ratio);
        m_stale = true;
    }
    if (m_stale)
        repaintCache(m_fast ? Detail::Fast : Detail::Fine);
    QPainter painter(this);
    const QRect dirty = event->rect();
    painter.drawPixmap(QRectF(dirty), m_cache, QRectF(QPointF(dirty.topLeft()) * ratio, QSizeF(dirty.size()) * ratio));
    if (m_keyboardFocus)
        paintBox(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), 6, {}, tokensOf(this).accent, 2);
}

void ChartView::repaintCache(Detail detail)
{
    const Tokens &tokens = tokensOf(this);
    m_cache.fill(tokens.surface);
    QPainter painter(&m_cache);
    paintChart(&painter, *m_content, m_layout, look(), tokens, detail);
    m_stale = false;
    m_paintedFine = detail == Detail::Fine;
    ++m_dataPaints;
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_overlay->setGeometry(rect());
    m_stale = true;
    relayout();
    placeFollow();
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange ||
        event->type() == QEvent::LocaleChange) {
        m_stale = true;
        relayout();
        update();
    }
    QWidget::changeEvent(event);
}

bool ChartView::overValueAxis(const QPointF &pos) const
{
    return m_layout.axisAtRight ? pos.x() > m_layout.plot.right() : pos.x() < m_layout.plot.left();
}

void ChartView::hover(const QPointF &pos)
{
    const bool inside = m_layout.plot.adjusted(-2, -4, 2, 24).contains(pos);
    m_hovered = inside;
    if (!inside) {
        m_time.point(std::nullopt);
        onPointed();
        return;
    }
    m_walking = false;
    // The moment of a point that is there, when one is near; so that charts beside agree on it.
    const double t = m_layout.timeAt(std::clamp(pos.x(), m_layout.plot.left(), m_layout.plot.right()));
    const auto before = m_time.pointed();
    m_time.point(t);
    if (before == m_time.pointed())
        onPointed();
    Q_EMIT pointed(t);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    m_glide.stop();
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressed = m_last = event->position();
    m_velocity = 0;
    m_lastMoveAt = monotonicMs();
    const QPointF pos = event->position();
    if (!m_layout.plot.adjusted(-4, -2, 4, 26).contains(pos))
        return;
    if (event->modifiers() & Qt::ShiftModifier) {
        m_gesture = Gesture::Box;
        m_box = QRectF(pos, QSizeF());
    } else if (m_measuring) {
        m_gesture = Gesture::Measure;
        if (m_measure) {
            if (std::abs(m_layout.x(m_measure->first) - pos.x()) < 7)
                m_gesture = Gesture::MeasureStart;
            else if (std::abs(m_layout.x(m_measure->second) - pos.x()) < 7)
                m_gesture = Gesture::MeasureEnd;
        }
        if (m_gesture == Gesture::Measure)
            m_measure = std::pair(m_layout.timeAt(pos.x()), m_layout.timeAt(pos.x()));
    } else {
        m_gesture = Gesture::Pan;
    }
    if (m_tip)
        m_tip->hide();
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF pos = event->position();
    switch (m_gesture) {
    case Gesture::None:
        m_last = pos;
        hover(pos);
        return;
    case Gesture::Pan: {
        const double dx = pos.x() - m_last.x();
        const qint64 now = monotonicMs();
        const auto elapsed = static_cast<double>(std::max<qint64>(1, now - m_lastMoveAt));
        m_velocity = 0.7 * m_velocity + 0.3 * dx / elapsed;
        m_lastMoveAt = now;
        if (std::abs(pos.x() - m_pressed.x()) > 2 || !m_time.follows())
            m_time.panBy(-dx * (m_layout.to - m_layout.from) / m_layout.plot.width());
        if (m_values && std::abs(pos.y() - m_last.y()) > 0) {
            const double dv = (pos.y() - m_last.y()) * (m_values->second - m_values->first) / m_layout.plot.height();
            setValueRange(std::pair(m_values->first + dv, m_values->second + dv));
        }
        break;
    }
    case Gesture::Box:
        m_box = QRectF(m_pressed, pos).normalized() & m_layout.plot;
        break;
    case Gesture::Measure:
    case Gesture::MeasureEnd:
        m_measure->second = m_layout.timeAt(std::clamp(pos.x(), m_layout.plot.left(), m_layout.plot.right()));
        break;
    case Gesture::MeasureStart:
        m_measure->first = m_layout.timeAt(std::clamp(pos.x(), m_layout.plot.left(), m_layout.plot.right()));
        break;
    }
    m_last = pos;
    m_overlay->update();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture == Gesture::Box)
        finishBox();
    if (gesture == Gesture::Measure && m_measure &&
        std::abs(m_layout.x(m_measure->first) - m_layout.x(m_measure->second)) < 3)
        m_measure.reset();
    if (gesture == Gesture::Pan && monotonicMs() - m_lastMoveAt < 60 && std::abs(m_velocity) > 0.15 &&
        motion().panel > 0)
        m_glide.start();
    m_overlay->update();
    hover(event->position());
}

void ChartView::finishBox()
{
    const QRectF box = m_box.value_or(QRectF());
    m_box.reset();
    if (box.width() < 4)
        return;
    const double from = m_layout.timeAt(box.left());
    const double to = m_layout.timeAt(box.right());
    if (box.height() > 12 && box.height() < m_layout.plot.height() * 0.9)
        setValueRange(std::pair(m_layout.valueAt(box.bottom()), m_layout.valueAt(box.top())));
    m_time.setRange(from, to);
}

void ChartView::glide()
{
    m_velocity *= 0.94;
    if (std::abs(m_velocity) < 0.02) {
        m_glide.stop();
        return;
    }
    m_time.panBy(-m_velocity * 16 * (m_layout.to - m_layout.from) / m_layout.plot.width());
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_values)
        setValueRange(std::nullopt);
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    m_glide.stop();
    const QPointF pos = event->position();
    const double notches = event->angleDelta().y() / 120.0;
    const double sideways = event->angleDelta().x() / 120.0;
    if (std::abs(sideways) > std::abs(notches)) {
        m_time.panBy(-sideways * 0.08 * (m_layout.to - m_layout.from));
    } else if ((event->modifiers() & Qt::ControlModifier) || overValueAxis(pos)) {
        zoomValues(pos.y(), std::pow(kWheelZoom, notches));
    } else {
        const double t = m_layout.timeAt(std::clamp(pos.x(), m_layout.plot.left(), m_layout.plot.right()));
        m_time.zoomAt(t, std::pow(kWheelZoom, notches));
    }
    event->accept();
}

void ChartView::zoomValues(double y, double factor)
{
    const ValueTicks &axis = m_layout.values[0];
    const double at = m_layout.valueAt(std::clamp(y, m_layout.plot.top(), m_layout.plot.bottom()));
    const double low = at - (at - axis.low) * factor;
    const double high = at + (axis.high - at) * factor;
    if (high - low > std::abs(at) * 1e-9 && high - low < 1e300)
        setValueRange(std::pair(low, high));
}

void ChartView::leaveEvent(QEvent *)
{
    m_hovered = false;
    if (!m_walking)
        m_time.point(std::nullopt);
    onPointed();
}

// From one stored point to the next of the series being walked, so that no value is out of reach of the keyboard.
void ChartView::walk(int direction)
{
    std::vector<const Trace *> shown;
    for (const Trace &trace : m_content->traces) {
        if (!trace.hidden && !trace.previous && !trace.time.empty())
            shown.push_back(&trace);
    }
    if (shown.empty())
        return;
    const Trace &trace = *shown[static_cast<std::size_t>(m_walkSeries) % shown.size()];
    const auto pointed = m_time.pointed();
    const auto n = static_cast<std::ptrdiff_t>(trace.time.size());
    std::ptrdiff_t i = 0;
    if (!pointed) {
        const auto end = std::upper_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(m_layout.to));
        i = std::max<std::ptrdiff_t>(0, end - trace.time.begin() - 1);
    } else {
        const auto t = static_cast<qint64>(std::llround(*pointed));
        if (direction > 0)
            i = std::upper_bound(trace.time.begin(), trace.time.end(), t) - trace.time.begin();
        else
            i = std::lower_bound(trace.time.begin(), trace.time.end(), t) - trace.time.begin() - 1;
        if (direction == 0)
            i = std::min(n - 1, std::lower_bound(trace.time.begin(), trace.time.end(), t) - trace.time.begin());
    }
    if (i < 0 || i >= n)
        return;
    m_walking = true;
    const auto t = static_cast<double>(trace.time[static_cast<std::size_t>(i)]);
    if (t < m_layout.from)
        m_time.panBy(t - m_layout.from - (m_layout.to - m_layout.from) * 0.1);
    else if (t > m_layout.to)
        m_time.panBy(t - m_layout.to + (m_layout.to - m_layout.from) * 0.1);
    m_time.point(t);
    onPointed();
    announce();
}

void ChartView::announce()
{
    const auto at = m_time.pointed();
    setAccessibleDescription(at ? readingText(*at) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const double span = m_layout.to - m_layout.from;
    const double center = m_time.pointed().value_or((m_layout.from + m_layout.to) / 2);
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        control ? m_time.panBy(-span * 0.1) : walk(-1);
        return;
    case Qt::Key_Right:
        control ? m_time.panBy(span * 0.1) : walk(1);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_walkSeries = std::max(0, m_walkSeries + (event->key() == Qt::Key_Up ? 1 : -1));
        walk(0);
        return;
    case Qt::Key_PageUp:
        m_time.panBy(-span);
        return;
    case Qt::Key_PageDown:
        m_time.panBy(span);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_time.zoomAt(center, 0.7);
        return;
    case Qt::Key_Minus:
        m_time.zoomAt(center, 1 / 0.7);
        return;
    case Qt::Key_End:
        m_time.follow();
        return;
    case Qt::Key_M:
        setMeasuring(!m_measuring);
        return;
    case Qt::Key_Escape:
        if (m_box || m_measuring || m_values || m_walking) {
            m_box.reset();
            m_gesture = Gesture::None;
            setMeasuring(false);
            if (m_values)
                setValueRange(std::nullopt);
            m_walking = false;
            m_time.point(std::nullopt);
            onPointed();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace dash
