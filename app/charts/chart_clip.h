#pragma once
// Coordinates far outside are not for a rasteriser: what leaves the room around a plot is cut off exactly. A point a
// year away from a window of a millisecond is fine.

#include <QPolygonF>
#include <QRectF>

class QPainter;

namespace dash {

// The plot and as much around it as the rasteriser takes easily.
inline QRectF guardRoom(const QRectF &plot)
{
    constexpr double kGuard = 2'000;
    return plot.adjusted(-kGuard, -kGuard, kGuard, kGuard);
}

// With the painter's pen and brush.
void drawShape(QPainter *painter, const QRectF &room, const QPolygonF &shape);
void drawLine(QPainter *painter, const QRectF &room, const QPolygonF &points);

} // namespace dash
