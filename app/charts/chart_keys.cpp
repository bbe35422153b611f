// A chart by keyboard alone: from point to point with what they say, and every movement that hand and wheel can make.
#include "app/charts/chart_view.h"

#include "app/charts/chart_overlay.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr double kKeyZoom = 0.7;
constexpr double kKeyPan = 0.1;     // of what is visible
constexpr double kKeySelect = 0.02; // likewise

std::vector<const Trace *> walkable(const ChartContent &content)
{
    std::vector<const Trace *> shown;
    for (const Trace &trace : content.traces) {
        if (!trace.hidden && !trace.previous && !trace.time.empty())
            shown.push_back(&trace);
    }
    return shown;
}

std::ptrdiff_t lastAtOrBefore(const Trace &trace, double t)
{
    return std::upper_bound(trace.time.begin(), trace.time.end(), static_cast<qint64>(std::floor(t))) -
           trace.time.begin() - 1;
}

} // namespace

const Trace *ChartView::walked() const
{
    const std::vector<const Trace *> shown = walkable(*m_content);
    return shown.empty() ? nullptr : shown[static_cast<std::size_t>(m_walkSeries) % shown.size()];
}

// From one point to the next of the series being walked, so that no value is out of reach of the keyboard.
void ChartView::walk(Walk to)
{
    const Trace *trace = walked();
    if (!trace)
        return;
    const auto pointed = m_time.pointed();
    const auto n = static_cast<std::ptrdiff_t>(trace->time.size());
    const auto from =
        std::lower_bound(trace->time.begin(), trace->time.end(), static_cast<qint64>(std::ceil(m_layout.from))) -
        trace->time.begin();
    const std::ptrdiff_t end = lastAtOrBefore(*trace, m_layout.to);
    std::ptrdiff_t i = 0;
    if (to == Walk::First) {
        i = from;
    } else if (to == Walk::Last || !pointed) {
        i = end;
    } else {
        const auto t = static_cast<qint64>(std::llround(*pointed));
        const auto after = std::lower_bound(trace->time.begin(), trace->time.end(), t) - trace->time.begin();
        i = to == Walk::Next       ? lastAtOrBefore(*trace, static_cast<double>(t)) + 1
            : to == Walk::Previous ? after - 1
                                   : std::min(n - 1, after);
    }
    if (i < 0 || i >= n)
        return;
    m_walking = true;
    const auto t = static_cast<double>(trace->time[static_cast<std::size_t>(i)]);
    const double span = m_layout.to - m_layout.from;
    if (t < m_layout.from)
        m_time.panBy(t - m_layout.from - span * kKeyPan);
    else if (t > m_layout.to)
        m_time.panBy(t - m_layout.to + span * kKeyPan);
    m_time.point(t);
    onPointed();
    const bool few = m_content->traces.size() <= 4;
    announce(readingText(t, few ? nullptr : trace));
}

void ChartView::announce(const QString &words)
{
    m_said = words;
    QAccessibleEvent description(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
    QAccessibleValueChangeEvent value(this, words);
    QAccessible::updateAccessibility(&value);
}

// Shift and arrows stretch a selection from the moment pointed at; Return zooms to it.
void ChartView::stretchSelection(double to)
{
    const double end = std::clamp(to, m_layout.from, m_layout.to);
    if (!m_selection) {
        const double start =
            std::clamp(m_time.pointed().value_or((m_layout.from + m_layout.to) / 2), m_layout.from, m_layout.to);
        m_selection = std::pair(start, start + (end - start));
    } else {
        m_selection->second = end;
    }
    const auto [first, last] = std::minmax(m_selection->first, m_selection->second);
    if (m_measuring) {
        m_measure = std::pair(first, last);
    } else {
        m_box =
            QRectF(QPointF(m_layout.x(first), m_layout.plot.top()), QPointF(m_layout.x(last), m_layout.plot.bottom()));
    }
    m_overlay->update();
    const auto resolution = static_cast<qint64>((m_layout.to - m_layout.from) / std::max(1.0, m_layout.plot.width()));
    const auto moment = [&](double t) {
        return momentText(static_cast<qint64>(t), resolution, m_time.range(), look().zone, locale());
    };
    announce(tr("Selected %1 to %2").arg(moment(first), moment(last)));
}

bool ChartView::leaveModes()
{
    if (!m_box && !m_measuring && !m_values && !m_walking && !m_selection)
        return false;
    // One at a time, the innermost first.
    if (m_box || m_selection) {
        m_box.reset();
        m_selection.reset();
        m_gesture = Gesture::None;
    } else if (m_measuring) {
        setMeasuring(false);
    } else if (m_values) {
        setValueRange(std::nullopt);
    } else {
        m_walking = false;
        m_time.point(std::nullopt);
    }
    m_overlay->update();
    onPointed();
    return true;
}

void ChartView::panValues(double share)
{
    const ValueTicks &axis = m_layout.values[0];
    const double by = (axis.high / 2 - axis.low / 2) * 2 * share;
    setValueRange(std::pair(axis.low + by, axis.high + by));
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const double span = m_layout.to - m_layout.from;
    const double center = m_time.pointed().value_or((m_layout.from + m_layout.to) / 2);
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const double reach = m_selection ? m_selection->second : center;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const double way = event->key() == Qt::Key_Left ? -1 : 1; // time runs left to right in every language
        if (shift)
            stretchSelection(reach + way * span * kKeySelect);
        else if (control)
            m_time.panBy(way * span * kKeyPan);
        else
            walk(way < 0 ? Walk::Previous : Walk::Next);
        return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int way = event->key() == Qt::Key_Up ? 1 : -1;
        if (control) {
            panValues(way * kKeyPan);
            return;
        }
        const auto count = static_cast<int>(walkable(*m_content).size());
        if (count > 0)
            m_walkSeries = (m_walkSeries + way + count) % count;
        walk(Walk::Here);
        return;
    }
    case Qt::Key_PageUp:
        m_time.panBy(-span);
        return;
    case Qt::Key_PageDown:
        m_time.panBy(span);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
        const double factor = event->key() == Qt::Key_Minus ? 1 / kKeyZoom : kKeyZoom;
        if (control)
            zoomValues(m_layout.plot.center().y(), factor);
        else
            m_time.zoomAt(center, factor);
        return;
    }
    case Qt::Key_0:
        if (!control)
            break;
        setValueRange(std::nullopt);
        return;
    case Qt::Key_Home:
        if (shift)
            stretchSelection(m_layout.from);
        else
            walk(Walk::First);
        return;
    case Qt::Key_End: {
        if (shift) {
            stretchSelection(m_layout.to);
            return;
        }
        // While walking it goes to the last point there is to see; else, and from there, back to now.
        const Trace *trace = walked();
        const std::ptrdiff_t last = trace ? lastAtOrBefore(*trace, m_layout.to) : -1;
        const bool there = last < 0 || (m_time.pointed() &&
                                        std::llround(*m_time.pointed()) >= trace->time[static_cast<std::size_t>(last)]);
        if (m_walking && !control && !there)
            walk(Walk::Last);
        else
            m_time.follow();
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_selection || m_measuring)
            break;
        m_selection.reset();
        finishBox();
        return;
    case Qt::Key_T:
        Q_EMIT tableAsked();
        return;
    case Qt::Key_M:
        setMeasuring(!m_measuring);
        return;
    case Qt::Key_Escape:
        if (leaveModes())
            return;
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace dash
