#pragma once
// Icons of resources/icons, drawn per size, ratio and colour, cached. Names as in the look ("zoom-in") or as the file
// is called ("zoomIn"). Directional ones mirror in right-to-left.

#include "app/theme/tokens.h"

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace dash {

// Follows the look: the colour is read when it is painted. Disabled and selected states have their own colours.
QIcon icon(QStringView name, ColorRole role = &Tokens::secondary);

// Paints one into a rectangle with a given colour.
void paintIcon(QPainter *painter, const QRectF &rect, QStringView name, const QColor &color,
               Qt::LayoutDirection direction = Qt::LeftToRight);

bool hasIcon(QStringView name);
QStringList iconNames(); // as files are called, sorted

} // namespace dash
