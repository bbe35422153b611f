#include "app/dashboards/grid_layout.h"

#include <algorithm>

namespace dash {

namespace {

QRect insideColumns(QRect cells, int columns)
{
    cells.setWidth(std::clamp(cells.width(), std::min(kLeastCells.width(), columns), columns));
    cells.setHeight(std::clamp(cells.height(), kLeastCells.height(), 1'000));
    cells.moveLeft(std::clamp(cells.x(), 0, columns - cells.width()));
    cells.moveTop(std::max(0, cells.y()));
    return cells;
}

bool overlapsAny(const QRect &cells, const WidgetCells &placed)
{
    return std::any_of(placed.begin(), placed.end(), [&](const auto &other) { return other.second.intersects(cells); });
}

bool before(const QRect &a, const QRect &b)
{
    return a.y() != b.y() ? a.y() < b.y() : a.x() < b.x();
}

// Where rearranging has left room beside or below that was not there before, its neighbours share it.
void fillRows(WidgetCells &placed, const WidgetCells &before, int columns)
{
    const auto wasFull = [&before](const QRect &own) {
        return std::any_of(before.begin(), before.end(), [&own](const auto &other) {
            return other.second.right() == kGridColumns - 1 && other.second.top() <= own.bottom() &&
                   other.second.bottom() >= own.top();
        });
    };
    for (std::size_t i = 0; i < placed.size(); ++i) {
        // The run of equals that ends here: side by side, as high, nothing behind it.
        const QRect last = placed[i].second;
        const QRect behind(last.right() + 1, last.y(), columns - 1 - last.right(), last.height());
        if (behind.width() <= 0 || overlapsAny(behind, placed) || !wasFull(before[i].second))
            continue;
        std::vector<std::size_t> run{i};
        for (std::size_t j = i; j-- > 0;) {
            const QRect &left = placed[j].second;
            const QRect &next = placed[run.back()].second;
            if (left.top() != next.top() || left.height() != next.height() || left.right() + 1 != next.left())
                break;
            run.push_back(j);
        }
        std::reverse(run.begin(), run.end());
        int x = placed[run.front()].second.left();
        for (std::size_t k = 0; k < run.size(); ++k) {
            const int left = static_cast<int>(run.size() - k);
            QRect &cells = placed[run[k]].second;
            // Equal widths where they are equal now, the rest in proportion.
            int width = (columns - x) / left;
            if (std::adjacent_find(run.begin(), run.end(), [&](std::size_t a, std::size_t b) {
                    return before[a].second.width() != before[b].second.width();
                }) != run.end())
                width = left == 1 ? columns - x : cells.width();
            cells = QRect(x, cells.y(), width, cells.height());
            x += width;
        }
    }
    // Neighbours end together where only a row or two are missing.
    for (auto &[id, cells] : placed) {
        int bottom = cells.bottom();
        for (const auto &[other, beside] : placed) {
            if (beside.top() <= cells.bottom())
                bottom = std::max(bottom, beside.bottom());
        }
        const QRect below(cells.left(), cells.bottom() + 1, cells.width(), bottom - cells.bottom());
        if (below.height() > 0 && below.height() <= 2 && !overlapsAny(below, placed))
            cells.setBottom(bottom);
    }
}

} // namespace

WidgetCells cellsOf(const std::vector<Widget> &widgets)
{
    WidgetCells all;
    all.reserve(widgets.size());
    for (const Widget &widget : widgets)
        all.emplace_back(widget.id, widget.cells);
    return all;
}

WidgetCells compactCells(WidgetCells all, int columns, WidgetId first)
{
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        all[i].second = insideColumns(all[i].second, columns);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const QRect &ra = all[a].second;
        const QRect &rb = all[b].second;
        if (ra.y() == rb.y() && ra.intersects(rb) && !first.isNull())
            return all[a].first == first && !(all[b].first == first);
        return before(ra, rb);
    });
    WidgetCells placed;
    for (const std::size_t i : order) {
        QRect cells = all[i].second;
        while (overlapsAny(cells, placed))
            cells.moveTop(cells.y() + 1);
        while (cells.y() > 0 && !overlapsAny(cells.translated(0, -1), placed))
            cells.moveTop(cells.y() - 1);
        all[i].second = cells;
        placed.push_back(all[i]);
    }
    return all;
}

WidgetCells moveCells(WidgetCells all, WidgetId id, QRect cells, int columns)
{
    cells = insideColumns(cells, columns);
    for (auto &[other, rect] : all) {
        if (other == id)
            rect = cells;
    }
    // The moved one keeps its place; whatever it covers starts below it.
    for (auto &[other, rect] : all) {
        if (!(other == id) && rect.intersects(cells) && rect.y() >= cells.y() - rect.height() / 2)
            rect.moveTop(std::max(rect.y(), cells.y()));
    }
    return compactCells(std::move(all), columns, id);
}

QRect freePlace(const WidgetCells &all, QSize size, int columns)
{
    QRect cells(QPoint(0, 0), size);
    for (int y = 0;; ++y) {
        for (int x = 0; x + size.width() <= columns; ++x) {
            cells.moveTo(x, y);
            if (!overlapsAny(cells, all))
                return cells;
        }
    }
}

WidgetCells arrangeFor(const WidgetCells &all, int columns, int least)
{
    WidgetCells ordered = all;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return before(a.second, b.second); });
    // Rows fill from the start: each widget goes beside the one before it while it fits, else below; never above it.
    WidgetCells placed;
    int top = 0;
    for (const auto &[id, rect] : ordered) {
        int width = (rect.width() * columns + kGridColumns - 1) / kGridColumns;
        width = std::clamp(width, std::min(least, columns), columns);
        QRect cells(0, 0, width, rect.height());
        bool done = false;
        for (int y = top; !done; ++y) {
            for (int x = 0; x + width <= columns && !done; ++x) {
                cells.moveTo(x, y);
                done = !overlapsAny(cells, placed);
            }
        }
        top = cells.y();
        placed.emplace_back(id, cells);
    }
    fillRows(placed, ordered, columns);
    return placed;
}

int rowsOf(const WidgetCells &all)
{
    int rows = 0;
    for (const auto &entry : all)
        rows = std::max(rows, entry.second.bottom() + 1);
    return rows;
}

} // namespace dash
