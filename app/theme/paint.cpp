#include "app/theme/paint.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainterPath>
#include <QPixmap>
#include <QPixmapCache>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dash {

void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
              qreal width, Qt::PenStyle line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool edged = border.isValid() && width > 0;
    const qreal inset = edged ? width / 2 : 0;
    const QRectF box = rect.adjusted(inset, inset, -inset, -inset);
    const qreal r = std::min({std::max(0.0, radius - inset), box.width() / 2, box.height() / 2});
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (edged) {
        QPen pen(border, width);
        if (line == Qt::DashLine)
            pen.setDashPattern({3 / width, 2 / width});
        else
            pen.setStyle(line);
        painter->setPen(pen);
    } else {
        painter->setPen(Qt::NoPen);
    }
    painter->drawRoundedRect(box, r, r);
    painter->restore();
}

QPainterPath joinedPath(const QRectF &rect, qreal radius, Corner round, Qt::LayoutDirection direction)
{
    const bool start = int(round) & int(Corner::Start), end = int(round) & int(Corner::End);
    const bool left = direction == Qt::RightToLeft ? end : start;
    const bool right = direction == Qt::RightToLeft ? start : end;
    const qreal l = left ? radius : 0, r = right ? radius : 0;
    QPainterPath path;
    path.moveTo(rect.left() + l, rect.top());
    path.lineTo(rect.right() - r, rect.top());
    if (r > 0)
        path.arcTo(rect.right() - 2 * r, rect.top(), 2 * r, 2 * r, 90, -90);
    path.lineTo(rect.right(), rect.bottom() - r);
    if (r > 0)
        path.arcTo(rect.right() - 2 * r, rect.bottom() - 2 * r, 2 * r, 2 * r, 0, -90);
    path.lineTo(rect.left() + l, rect.bottom());
    if (l > 0)
        path.arcTo(rect.left(), rect.bottom() - 2 * l, 2 * l, 2 * l, 270, -90);
    path.lineTo(rect.left(), rect.top() + l);
    if (l > 0)
        path.arcTo(rect.left(), rect.top(), 2 * l, 2 * l, 180, -90);
    path.closeSubpath();
    return path;
}

namespace {

// Three box blurs over a column or row approximate a Gaussian.
void blurLine(std::vector<int> &line, int radius)
{
    std::vector<int> out(line.size());
    const int n = int(line.size());
    for (int pass = 0; pass < 3; ++pass) {
        int sum = 0;
        for (int i = -radius; i < n; ++i) {
            const int add = i + radius, drop = i - radius - 1;
            sum += add < n ? line[std::size_t(add)] : 0;
            sum -= drop >= 0 ? line[std::size_t(drop)] : 0;
            if (i >= 0)
                out[std::size_t(i)] = sum / (2 * radius + 1);
        }
        line.swap(out);
    }
}

constexpr int kShadowDown = 8;

// A small shadow image whose nine parts are stretched around any rectangle.
QPixmap shadowPatch(int side, qreal radius, qreal ratio, int alpha)
{
    const QString key = QStringLiteral("dash/shadow/%1/%2/%3/%4").arg(side).arg(radius).arg(ratio).arg(alpha);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int px = int(std::ceil(side * ratio));
    QImage image(px, px, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(ratio, ratio);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        const qreal m = kShadowMargin;
        painter.drawRoundedRect(QRectF(m, m, side - 2 * m, side - 2 * m), radius, radius);
    }
    const int blur = std::max(1, qRound(8 * ratio));
    std::vector<int> line(std::size_t(px), 0);
    std::vector<std::vector<int>> cells(std::size_t(px), line);
    for (int y = 0; y < px; ++y) {
        for (int x = 0; x < px; ++x)
            line[std::size_t(x)] = qAlpha(image.pixel(x, y));
        blurLine(line, blur);
        cells[std::size_t(y)] = line;
    }
    for (int x = 0; x < px; ++x) {
        for (int y = 0; y < px; ++y)
            line[std::size_t(y)] = cells[std::size_t(y)][std::size_t(x)];
        blurLine(line, blur);
        for (int y = 0; y < px; ++y)
            image.setPixel(x, y, qRgba(0, 0, 0, line[std::size_t(y)] * alpha / 255));
    }
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

void paintShadow(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    if (tokens.shadowAlpha == 0)
        return;
    const qreal ratio = painter->device()->devicePixelRatioF();
    const int corner = kShadowMargin + int(radius) + kShadowMargin;
    const int side = 2 * corner + 2;
    const QPixmap patch = shadowPatch(side, radius, ratio, tokens.shadowAlpha);
    const QRectF outer =
        rect.adjusted(-kShadowMargin, -kShadowMargin, kShadowMargin, kShadowMargin).translated(0, kShadowDown);
    const qreal cx = std::min<qreal>(corner, outer.width() / 2), cy = std::min<qreal>(corner, outer.height() / 2);
    const qreal xs[] = {outer.left(), outer.left() + cx, outer.right() - cx, outer.right()};
    const qreal ys[] = {outer.top(), outer.top() + cy, outer.bottom() - cy, outer.bottom()};
    const qreal px = patch.width(), py = patch.height();
    const qreal sx[] = {0, cx * ratio, px - cx * ratio, px};
    const qreal sy[] = {0, cy * ratio, py - cy * ratio, py};
    for (int j = 0; j < 3; ++j) {
        for (int i = 0; i < 3; ++i) {
            const QRectF to(QPointF(xs[i], ys[j]), QPointF(xs[i + 1], ys[j + 1]));
            const QRectF from(QPointF(sx[i], sy[j]), QPointF(sx[i + 1], sy[j + 1]));
            if (!to.isEmpty() && !from.isEmpty())
                painter->drawPixmap(to, patch, from);
        }
    }
}

qreal paintText(QPainter *painter, const QRectF &rect, const QString &text, FontRole role, const QColor &color,
                Qt::Alignment alignment)
{
    painter->setFont(roleFont(role));
    painter->setPen(color);
    const QFontMetricsF metrics(painter->font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width() + 0.5);
    painter->drawText(rect, int(QStyle::visualAlignment(painter->layoutDirection(), alignment)) | Qt::TextSingleLine,
                      shown);
    return metrics.horizontalAdvance(shown);
}

qreal textWidth(const QString &text, FontRole role)
{
    return QFontMetricsF(roleFont(role)).horizontalAdvance(text);
}

QRectF mirrored(const QRectF &rect, const QRectF &bounds, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return rect;
    return QRectF(bounds.left() + bounds.right() - rect.right(), rect.top(), rect.width(), rect.height());
}

void paintMark(QPainter *painter, const QPointF &center, Mark mark, const QColor &color, qreal size)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (mark) {
    case Mark::Dot:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(center, size / 2, size / 2);
        break;
    case Mark::Ring:
        painter->setPen(QPen(color, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(center, size / 2 - 1, size / 2 - 1);
        break;
    case Mark::Diamond:
        painter->setPen(QPen(color, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(color);
        painter->translate(center);
        painter->rotate(45);
        painter->drawRect(QRectF(-size * 0.42, -size * 0.42, size * 0.84, size * 0.84));
        break;
    }
    painter->restore();
}

} // namespace dash
