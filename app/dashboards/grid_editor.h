#pragma once
// Above the grid while editing: selection, handles, size label, drop place. Has the mouse and the keys.

#include "app/dashboards/dashboard_grid.h"

namespace dash {

class GridEditor : public QWidget {
    Q_OBJECT
public:
    explicit GridEditor(DashboardGrid *grid);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    WidgetId widgetAt(const QPoint &pos) const;
    // Edges taken at a point of the selected widget: Qt::LeftEdge etc., none for the middle.
    Qt::Edges edgesAt(const QPoint &pos) const;
    void announce();
    QRect selectedCells() const;
    QRect freeCells() const; // the dashed place at the end
    QRect dragged(const QPoint &pos) const;

    DashboardGrid *m_grid;
    bool m_dragging = false;
    bool m_moved = false;
    Qt::Edges m_edges;
    QPoint m_pressed;
    QRect m_startCells;
};

} // namespace dash
