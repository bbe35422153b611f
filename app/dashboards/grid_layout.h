#pragma once
// Where widgets stand: pure rules of the grid.

#include "core/model/dashboard.h"

#include <QRect>
#include <QSize>

#include <utility>
#include <vector>

namespace dash {

using WidgetCells = std::vector<std::pair<WidgetId, QRect>>;

inline constexpr QSize kLeastCells{2, 2};

WidgetCells cellsOf(const std::vector<Widget> &widgets);
// `id` goes to `cells` (kept inside the columns); others make way downwards, then everything moves up as far as it can.
WidgetCells moveCells(WidgetCells all, WidgetId id, QRect cells, int columns = kGridColumns);
// Everything up, in reading order; nothing overlaps afterwards.
WidgetCells compactCells(WidgetCells all, int columns = kGridColumns, WidgetId first = {});
// The first free place for a new widget of that size, looking row by row.
QRect freePlace(const WidgetCells &all, QSize size, int columns = kGridColumns);
// For a narrower window: `columns` instead of 12, nothing under `least` wide, in reading order.
WidgetCells arrangeFor(const WidgetCells &all, int columns, int least);
int rowsOf(const WidgetCells &all);

} // namespace dash
