#include "app/charts/chart_clip.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <utility>
#include <vector>

namespace dash {

namespace {

bool within(const QRectF &room, const QPointF &p)
{
    return p.x() >= room.left() && p.x() <= room.right() && p.y() >= room.top() && p.y() <= room.bottom();
}

// Liang and Barsky, 1984: the part of a segment inside `room`; false for none.
bool clipSegment(const QRectF &room, QPointF &a, QPointF &b)
{
    double from = 0, to = 1;
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    for (const auto &[p, q] : {std::pair(-dx, a.x() - room.left()), std::pair(dx, room.right() - a.x()),
                               std::pair(-dy, a.y() - room.top()), std::pair(dy, room.bottom() - a.y())}) {
        if (p == 0) {
            if (q < 0)
                return false;
            continue;
        }
        const double t = q / p;
        if (p < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        if (!(from <= to))
            return false;
    }
    const QPointF start = a;
    if (to < 1)
        b = {start.x() + dx * to, start.y() + dy * to};
    if (from > 0)
        a = {start.x() + dx * from, start.y() + dy * from};
    return true;
}

// Sutherland and Hodgman, 1974: a polygon cut to a rectangle.
QPolygonF clipPolygon(const QRectF &room, const QPolygonF &shape)
{
    QPolygonF now = shape;
    const auto cut = [&now](auto inside, auto cross) {
        QPolygonF next;
        for (qsizetype i = 0; i < now.size(); ++i) {
            const QPointF &a = now[i == 0 ? now.size() - 1 : i - 1];
            const QPointF &b = now[i];
            if (inside(a) != inside(b))
                next << cross(a, b);
            if (inside(b))
                next << b;
        }
        now = std::move(next);
    };
    const auto atX = [](double x) {
        return [x](const QPointF &a, const QPointF &b) {
            return QPointF(x, a.y() + (b.y() - a.y()) * ((x - a.x()) / (b.x() - a.x())));
        };
    };
    const auto atY = [](double y) {
        return [y](const QPointF &a, const QPointF &b) {
            return QPointF(a.x() + (b.x() - a.x()) * ((y - a.y()) / (b.y() - a.y())), y);
        };
    };
    cut([&](const QPointF &p) { return p.x() >= room.left(); }, atX(room.left()));
    cut([&](const QPointF &p) { return p.x() <= room.right(); }, atX(room.right()));
    cut([&](const QPointF &p) { return p.y() >= room.top(); }, atY(room.top()));
    cut([&](const QPointF &p) { return p.y() <= room.bottom(); }, atY(room.bottom()));
    return now;
}

// An antialiased polyline wider than a pixel is one outline that crosses itself at every spike: 50 ms for a noisy
// series. The same pieces one by one take 1.5 ms, and with an opaque pen nobody sees where they overlap.
void drawPieces(QPainter *painter, const QPolygonF &points)
{
    QPen pen = painter->pen();
    const bool raster = painter->paintEngine() && painter->paintEngine()->type() == QPaintEngine::Raster;
    const bool wide = painter->testRenderHint(QPainter::Antialiasing) && pen.widthF() > 1;
    if (!raster || !wide || points.size() < 64) {
        painter->drawPolyline(points);
        return;
    }
    if (pen.style() != Qt::SolidLine || pen.color().alpha() != 255) {
        pen.setWidthF(1); // dashes of a pixel are drawn without an outline
        painter->setPen(pen);
        painter->drawPolyline(points);
        return;
    }
    pen.setCapStyle(Qt::SquareCap); // closes the corners
    painter->setPen(pen);
    std::vector<QLineF> pieces;
    pieces.reserve(static_cast<std::size_t>(points.size()));
    for (qsizetype i = 1; i < points.size(); ++i)
        pieces.emplace_back(points[i - 1], points[i]);
    painter->drawLines(pieces.data(), static_cast<int>(pieces.size()));
}

} // namespace

void drawShape(QPainter *painter, const QRectF &room, const QPolygonF &shape)
{
    if (room.contains(shape.boundingRect()))
        painter->drawPolygon(shape);
    else
        painter->drawPolygon(clipPolygon(room, shape));
}

void drawLine(QPainter *painter, const QRectF &room, const QPolygonF &points)
{
    if (std::all_of(points.begin(), points.end(), [&room](const QPointF &p) { return within(room, p); })) {
        drawPieces(painter, points);
        return;
    }
    QPolygonF piece;
    const auto flush = [&] {
        if (piece.size() > 1)
            drawPieces(painter, piece);
        piece.clear();
    };
    for (qsizetype i = 1; i < points.size(); ++i) {
        QPointF a = points[i - 1], b = points[i];
        if (!clipSegment(room, a, b)) {
            flush();
            continue;
        }
        if (piece.isEmpty() || piece.last() != a) {
            flush();
            piece << a;
        }
        piece << b;
        if (b != points[i])
            flush();
    }
    flush();
}

} // namespace dash
