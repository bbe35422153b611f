#include "app/charts/chart_columns.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dash {

void fillColumns(QPainter *painter, const std::vector<QRectF> &columns, const QRectF &visible, const QColor &color)
{
    const QTransform toDevice = painter->deviceTransform();
    const bool pixels = painter->paintEngine() && painter->paintEngine()->type() == QPaintEngine::Raster &&
                        toDevice.type() <= QTransform::TxScale && toDevice.m11() == toDevice.m22() &&
                        toDevice.m11() > 0;
    if (!pixels) {
        for (const QRectF &column : columns)
            painter->fillRect(column & visible, color);
        return;
    }
    const double scale = toDevice.m11();
    // Whole device pixels; at fractional ratios every column reaches to where the next begins.
    const auto deviceOf = [&](const QRectF &r) {
        const QRectF mapped = toDevice.mapRect(r & visible);
        const QPoint from(static_cast<int>(std::lround(mapped.left())), static_cast<int>(std::floor(mapped.top())));
        const QPoint to(static_cast<int>(std::lround(mapped.right())), static_cast<int>(std::ceil(mapped.bottom())));
        return QRect(from, QSize(std::max(1, to.x() - from.x()), std::max(1, to.y() - from.y())));
    };
    QRect bounds;
    for (const QRectF &column : columns) {
        if (column.intersects(visible))
            bounds |= deviceOf(column);
    }
    if (bounds.isEmpty())
        return;
    QImage picture(bounds.size(), QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return;
    picture.fill(0);
    const QRgb ink = qPremultiply(color.rgba());
    auto *bits = reinterpret_cast<QRgb *>(picture.bits());
    const auto stride = static_cast<std::ptrdiff_t>(picture.bytesPerLine() / 4);
    for (const QRectF &column : columns) {
        if (!column.intersects(visible))
            continue;
        const QRect r = deviceOf(column).translated(-bounds.topLeft());
        for (int y = r.top(); y <= r.bottom(); ++y)
            std::fill_n(bits + y * stride + r.left(), r.width(), ink);
    }
    picture.setDevicePixelRatio(scale);
    const QPointF at((bounds.left() - toDevice.dx()) / scale, (bounds.top() - toDevice.dy()) / scale);
    painter->drawImage(at, picture);
}

} // namespace dash
