// Hand and wheel on a chart: pan with a glide, zoom on both axes, box zoom, measuring.
#include "app/charts/chart_view.h"

#include "app/charts/chart_overlay.h"
#include "app/theme/metrics.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {
constexpr double kWheelZoom = 0.85; // per notch
} // namespace

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
    m_lastMoveAt = m_sinceMade.elapsed();
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
        const qint64 now = m_sinceMade.elapsed();
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
    if (gesture == Gesture::Pan && m_sinceMade.elapsed() - m_lastMoveAt < 60 && std::abs(m_velocity) > 0.15 &&
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
    // Whoever asked for now meanwhile gets it.
    if (m_time.follows() || std::abs(m_velocity) < 0.02) {
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

} // namespace dash
