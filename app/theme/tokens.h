#pragma once
// Every colour of Dash by name. Painters and the style read these; no hex anywhere else. One instance per look.

#include <QColor>
#include <QPalette>

#include <array>
#include <span>

class QWidget;

namespace dash {

enum class Look { Light, Dark, ContrastLight, ContrastDark };

struct Tokens {
    Look look = Look::Light;
    // grounds
    QColor window, rail, surface, sunken, raised, hover, press, selected;
    // edges
    QColor border, borderStrong, control;
    // text, and what is drawn like text
    QColor text, secondary, tertiary, disabled;
    QColor accent, accentFill, accentFillHover, onAccentFill, accentText, accentTint;
    // state
    QColor ok, okTint, warn, warnGraphic, warnTint, error, errorTint;
    // charts, meters
    QColor grid, axis, track, tip, tipText, tipQuiet;
    QColor scrim;
    int shadowAlpha = 0; // of black, 0–255

    std::array<QColor, 10> series;    // slots in the order they are given; [9] is for "previous", "other" and goals
    std::array<QColor, 7> sequential; // low → high
    std::array<QColor, 7> diverging;

    bool dark() const { return look == Look::Dark || look == Look::ContrastDark; }
    bool contrast() const { return look == Look::ContrastLight || look == Look::ContrastDark; }
};

// A colour's role is the member that holds it, such as &Tokens::secondary: it stays right when the look changes.
using ColorRole = QColor Tokens::*;

const Tokens &tokensFor(Look look);
// The look in force for a widget (its style's), for painting. Without our style: light.
const Tokens &tokensOf(const QWidget *widget);
// The look in force in the application.
const Tokens &tokens();

QPalette paletteFor(const Tokens &tokens);

// Colour at t (0 … 1) between the stops of a scale, interpolated in OKLab.
QColor scaleColor(std::span<const QColor> stops, double t);
QColor mixOklab(const QColor &a, const QColor &b, double t);
QColor withAlpha(QColor color, double alpha);

// WCAG 2.2 contrast ratio of two opaque colours, 1 … 21.
double contrastRatio(const QColor &a, const QColor &b);
// Euclidean distance in OKLab.
double oklabDistance(const QColor &a, const QColor &b);

// Line pattern of the n-th series (0-based): colours repeat after ten, with dashes. Empty = solid.
QList<qreal> seriesDashes(int index);

} // namespace dash
