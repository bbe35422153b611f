#pragma once
// The type scale by role. Everything moves with the system's size, shown here for a base of 13 px.

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QPainter;

namespace dash {

enum class FontRole {
    Caption,     // 11: axis, keys, rail counts
    CaptionBold, // 11/600: group heads
    Small,       // 12: tables, help, legend
    SmallMedium, // 12/500: labels, chips
    SmallBold,   // 12/600
    Body,        // 13
    BodyMedium,  // 13/500: buttons, navigation
    BodyBold,    // 13/600: widget titles
    Title,       // 15/600: top bar, panel heads
    Query,       // 16: the palette's field
    PageTitle,   // 20/600: dialogs, meter values
    Figure,      // 26/600
    FigureLarge, // 32/600: on cards at least 200 high
    Mono,        // 12 mono: names of series, fields and paths
};

const QFont &roleFont(FontRole role);
// Line height of a role, from the scale.
int lineHeight(FontRole role);
// To be called when the system's font changed.
void forgetFonts();

// Text whose digits all take the width of the widest one, so that numbers stand still and in columns.
// `flags` are Qt::Alignment; vertical centring is the default.
void drawTabular(QPainter *painter, const QRectF &rect, Qt::Alignment flags, const QString &text);
qreal tabularWidth(const QFont &font, const QString &text);

} // namespace dash
