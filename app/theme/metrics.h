#pragma once
// Sizes, device-independent pixels at 100 %, on a grid of 4. Density changes a few of them.

class QWidget;

namespace dash {

enum class Density { Comfortable, Compact };

struct Metrics {
    int control = 28;      // height of buttons and fields
    int controlLarge = 32; // in dialogs, main button of a panel
    int row = 28;          // table and list rows
    int gap = 12;          // between cards, rows of a form
    int padding = 12;      // inside a card
    int pageMargin = 16;
    int topBar = 48;
    int railWide = 216;
    int railNarrow = 56;
    int railItem = 32;
    int railSubItem = 28;
    int widgetHead = 36;
    int banner = 40;
    int chip = 24;
    int badge = 18;
    int meter = 6;
    int header = 28; // of a table
    int inspector = 348;
    // radii
    int radiusBadge = 4;
    int radiusControl = 6;
    int radiusCard = 8;
    int radiusDialog = 10;
};

inline Metrics metricsFor(Density density)
{
    Metrics m;
    if (density == Density::Compact) {
        m.control = 24;
        m.row = 24;
        m.gap = 8;
        m.padding = 8;
    }
    return m;
}

// In force in the application.
const Metrics &metrics();

// Milliseconds of the motions; all 0 when motion is reduced.
struct Motion {
    int hover = 90;
    int popup = 140;
    int panel = 200;
    int breath = 1600; // of a live dot
};
const Motion &motion();

} // namespace dash
