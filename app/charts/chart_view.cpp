#include "app/charts/chart_view.h"

#include "app/charts/chart_accessible.h"
#include "app/charts/chart_overlay.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QAccessible>
#include <QDateTime>
#include <QEvent>
#include <QFocusEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr int kSettleMs = 120;
constexpr std::size_t kMostFineSegments = 20'000;

// "167 – 235 ms": a unit that both have is said once.
QString rangeOf(const QString &low, const QString &high)
{
    const QString dash = QStringLiteral(" – ");
    const qsizetype unit = low.lastIndexOf(QChar::Nbsp);
    if (unit > 0 && low.back() != QChar(0x2069) && high.endsWith(QStringView(low).mid(unit)))
        return low.left(unit) + dash + high;
    return low + dash + high;
}

} // namespace

ChartView::ChartView(TimeView &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_content(std::make_shared<ChartContent>())
    , m_overlay(new ChartOverlay(this))
    , m_follow(new FollowChip(this))
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(chartAccessible);
        return true;
    }();
    m_sinceMade.start();
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
        const qint64 now = m_sinceMade.elapsed();
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
    const QString unit = m_layout.units[0].unit;
    m_layout = layoutChart(*m_content, QRectF(rect()), m_time.from(), m_time.to(), look());
    if (m_layout.plot.width() != before.width()) {
        m_time.setPixels(m_layout.plot.width());
        Q_EMIT layoutChanged();
    }
    if (m_layout.units[0].unit != unit)
        Q_EMIT unitChanged();
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
    const QString lost = tells ? lostText(*at) : QString();
    if (rows.empty() && lost.isEmpty()) {
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
    const auto text = [&](double value, const Trace &trace, const std::optional<Decimal> &exact) {
        return fullValueText(value, spec, trace.unit.isEmpty() ? spec.unit : trace.unit, locale(), layoutDirection(),
                             exact);
    };
    std::optional<Decimal> exactTotal = Decimal{};
    constexpr std::size_t kMostRows = 14;
    const Reading *now = nullptr;
    const Reading *earlier = nullptr;
    for (const Reading &reading : rows) {
        const Trace &trace = *reading.trace;
        const QString name = trace.previous ? tr("%1, before").arg(trace.name) : trace.name;
        const std::optional<Decimal> exact = trace.exactOwn(reading.index);
        if (rows.size() <= kMostRows || lines.size() + 2 < kMostRows)
            lines.push_back({traceColor(trace, colors), name, text(reading.value, trace, exact), false});
        if (trace.many && rows.size() <= 4 && spec.envelope) {
            const QString low = text(trace.low[reading.index], trace, trace.exactLow(reading.index));
            const QString high = text(trace.high[reading.index], trace, trace.exactHigh(reading.index));
            lines.push_back({withAlpha(lines.back().color, 0.5), tr("Min to max"), rangeOf(low, high), false});
        }
        if (!trace.previous) {
            total += reading.value;
            exactTotal = exactTotal && exact ? add(*exactTotal, *exact) : std::nullopt;
            now = &reading;
        } else {
            earlier = &reading;
        }
    }
    if (rows.size() > lines.size() && rows.size() > kMostRows) {
        const int more = static_cast<int>(rows.size() - lines.size());
        lines.push_back({{}, tr("and %Ln more", nullptr, more), {}, false});
    }
    const bool oneAxis = std::all_of(rows.begin(), rows.end(), [&rows](const Reading &r) {
        return r.trace->previous || r.trace->axis == rows.front().trace->axis;
    });
    if (spec.stack == StackMode::On && spec.kind != ChartKind::Line && rows.size() > 1 && oneAxis)
        lines.push_back({{}, tr("Total"), text(total, *rows.front().trace, exactTotal), false});
    if (now && earlier && rows.size() == 2 && earlier->value != 0) {
        const double percent = (now->value - earlier->value) / std::abs(earlier->value) * 100;
        lines.push_back({{},
                         tr("Difference"),
                         withUnit((percent > 0 ? QStringLiteral("+") : QString()) + cardNumber(percent, -1, locale()),
                                  QStringLiteral("%"), layoutDirection()),
                         true});
    }
    const qint64 resolution = this->resolution();
    if (!lost.isEmpty())
        lines.push_back({{}, lost, {}, true});
    const ChartLook look = this->look();
    const qint64 today = floorToInterval(m_time.now(), 86'400'000, look.zone);
    const bool thisDay = *at >= static_cast<double>(today) && m_layout.from >= static_cast<double>(today);
    const auto yearOf = [&look](double t) {
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(t), look.zone).date().year();
    };
    // The day unless it is today, the year unless it is this one.
    const bool thisYear = yearOf(*at) == yearOf(static_cast<double>(today));
    const TimeRange shown = thisDay    ? TimeRange{today, today + 1'000}
                            : thisYear ? TimeRange{today - 3 * 86'400'000, today}
                                       : TimeRange{0, kMaxInstant - 1'000};
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
    // Of a stack, and where two lie on each other, the one that is painted later is on top.
    const bool stacked = isStacked(m_content->spec);
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(rows.begin(), rows.end(), [stacked](const Reading &a, const Reading &b) {
        if (a.trace->previous != b.trace->previous)
            return !a.trace->previous;
        return !stacked && a.trace->value[a.index] > b.trace->value[b.index];
    });
    return rows;
}

QString ChartView::readingText(double t, const Trace *alone) const
{
    QStringList parts;
    for (const Reading &reading : readings(t)) {
        const Trace &trace = *reading.trace;
        if (alone && &trace != alone)
            continue;
        parts << tr("%1 %2").arg(trace.previous ? tr("%1, before").arg(trace.name) : trace.name,
                                 fullValueText(reading.value, m_content->spec,
                                               trace.unit.isEmpty() ? m_content->spec.unit : trace.unit, locale(),
                                               layoutDirection(), trace.exactOwn(reading.index)));
    }
    const qint64 resolution = this->resolution();
    if (const QString lost = alone ? QString() : lostText(t); !lost.isEmpty())
        parts << lost;
    return momentText(static_cast<qint64>(t), resolution, m_time.range(), look().zone, locale()) +
           QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

// What of the moment was stored and cannot be read; empty for nothing.
QString ChartView::lostText(double t) const
{
    bool any = false;
    quint64 points = 0;
    bool known = true;
    for (const Trace &trace : m_content->traces) {
        const SeriesGap *gap = trace.hidden || trace.previous ? nullptr : trace.gapAt(static_cast<qint64>(t));
        if (!gap)
            continue;
        any = true;
        known = known && gap->points > 0;
        points += gap->points;
    }
    if (!any)
        return {};
    if (!known)
        return tr("Points here cannot be read: the file is damaged");
    return tr("%Ln point(s) here cannot be read: the file is damaged", nullptr,
              static_cast<int>(std::min<quint64>(points, 2'000'000'000)));
}

// How exactly a moment is said: to the pixel, but no finer than points that come once a second or less often.
qint64 ChartView::resolution() const
{
    const auto pixel = static_cast<qint64>((m_layout.to - m_layout.from) / std::max(1.0, m_layout.plot.width()));
    qint64 spacing = std::numeric_limits<qint64>::max();
    for (const Trace &trace : m_content->traces) {
        if (!trace.hidden && trace.time.size() > 1)
            spacing = std::min(spacing, trace.spacing);
    }
    // Points of a clock that trembles a little are once a second as well.
    return spacing != std::numeric_limits<qint64>::max() && spacing >= 900 ? std::max<qint64>(pixel, 1'000) : pixel;
}

void ChartView::placeFollow()
{
    const bool there = m_time.isLive() ? m_time.follows() || m_time.showsNow() : m_time.atBeginning();
    const bool wanted = !there && !m_editing && width() > 180 && height() > 120;
    m_follow->setLive(m_time.isLive());
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

} // namespace dash
