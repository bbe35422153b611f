#pragma once
// Shapes that many painters share. Rectangles are given by their outer edge; a 1 px border lies inside it.

#include "app/theme/fonts.h"
#include "app/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace dash {

// Rounded box with a border of `width` inside the edge; an invalid colour leaves that part out.
void paintBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {},
              qreal width = 1, Qt::PenStyle line = Qt::SolidLine);
// Only some corners round: for parts of a joined group.
enum class Corner { None = 0, Start = 1, End = 2, All = 3 };
QPainterPath joinedPath(const QRectF &rect, qreal radius, Corner round, Qt::LayoutDirection direction);

// The soft shadow of popups around `rect`: 0 8 24 at the look's strength, from one cached pixmap.
inline constexpr int kShadowMargin = 24;
void paintShadow(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens);

// One line, elided at its end, in a role's font. Returns the width used.
qreal paintText(QPainter *painter, const QRectF &rect, const QString &text, FontRole role, const QColor &color,
                Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter);
qreal textWidth(const QString &text, FontRole role);

// A rectangle given for left-to-right, mirrored inside `bounds` when the direction asks for it.
QRectF mirrored(const QRectF &rect, const QRectF &bounds, Qt::LayoutDirection direction);

// State dot of 8, or ring, or diamond, centred at a point.
enum class Mark { Dot, Ring, Diamond };
void paintMark(QPainter *painter, const QPointF &center, Mark mark, const QColor &color, qreal size = 8);

} // namespace dash
