#pragma once
// The widgets of a dashboard on their grid. Lays them out for the width there is; in editing, moves and resizes them
// with mouse and keys while others make way.

#include "app/dashboards/grid_layout.h"
#include "app/dashboards/widget_card.h"

#include <QPropertyAnimation>
#include <QWidget>

#include <map>

namespace dash {

class GridEditor;

// Pixels of a grid: cells of 48 with the gap in it, so that three rows are a card of 132.
struct GridMetrics {
    double cellWidth = 100; // without the gap
    double gap = 12;
    double row = 48; // with the gap
    QRectF rect(const QRect &cells) const
    {
        return {cells.x() * (cellWidth + gap), cells.y() * row, cells.width() * cellWidth + (cells.width() - 1) * gap,
                cells.height() * row - gap};
    }
};
GridMetrics gridMetrics(double width, int columns);
// Around the cells of the grid in a window: room for the handles of a widget at the edge.
inline constexpr int kGridEdge = 8;

class DashboardGrid : public QWidget {
    Q_OBJECT
public:
    explicit DashboardGrid(DashboardScope &scope, QWidget *parent = nullptr);
    ~DashboardGrid() override;

    void setDashboard(const Dashboard &dashboard);
    void setEditing(bool editing);
    bool editing() const { return m_editing; }
    void select(WidgetId id);
    WidgetId selected() const { return m_selected; }
    WidgetCard *card(WidgetId id) const;
    std::vector<WidgetCard *> cards() const; // in reading order
    // What is on the screen: cells as arranged for this width, and columns of it.
    const WidgetCells &arranged() const { return m_arranged; }
    int columns() const { return m_columns; }
    // In editing, keys and mouse go through these; also for tests.
    void moveWidget(WidgetId id, const QRect &cells, bool final);
    QRect cellRect(const QRect &cells) const; // pixels

Q_SIGNALS:
    void selectionChanged(dash::WidgetId id);
    void cellsChanged(const dash::WidgetCells &cells); // by hand, to be kept
    void widgetChanged(const dash::Widget &widget, const QString &what);
    void cardMade(dash::WidgetCard *card);
    void addAsked(const QRect &freeCells); // the dashed place was clicked
    void removeAsked(dash::WidgetId id);
    void duplicateAsked(dash::WidgetId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Motion { Jump, Glide };
    void arrange(Motion motion);
    void placeCard(WidgetCard *card, const QRect &geometry, Motion motion);

    DashboardScope &m_scope;
    Dashboard m_dashboard;
    WidgetCells m_cells; // of the model, while dragging as they would be
    WidgetCells m_arranged;
    int m_columns = kGridColumns;
    bool m_editing = false;
    WidgetId m_selected;
    std::map<WidgetId, WidgetCard *> m_cards;
    GridEditor *m_editor = nullptr;
    friend class GridEditor;
};

} // namespace dash
