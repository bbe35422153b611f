#pragma once
// The legend as a table, from seven series on: what each does over what is visible. Sorted by a click on a head or by
// S; Space hides a series, Return shows it alone, the menu has its colours. Pictures and paper draw the same rows.

#include "app/charts/trace_stats.h"
#include "app/dashboards/widget_head.h"

#include <QTableView>

namespace dash {

inline constexpr std::size_t kLegendTableFrom = 7; // series

struct SeriesRow {
    LegendItem item; // `value` is not used; the key tells rows apart
    QString series;  // whose row it is: the period before has one as well
    QString unit;
    TraceStats stats;
};
// One for each series, and for the period before where it is drawn; in the order of the chart.
std::vector<SeriesRow> seriesRows(const ChartContent &content, const Tokens &tokens, double from, double to);
// Series alone, without what else is drawn of them.
std::size_t seriesCount(const ChartContent &content);

// Height of head and rows, at most `room`, ending at a whole row.
double seriesTableHeight(std::size_t rows, double room);
void paintSeriesTable(QPainter *painter, const QRectF &rect, const std::vector<SeriesRow> &rows, const ChartSpec &spec,
                      const ChartLook &look, const Tokens &tokens);

class SeriesModel;

class SeriesTable : public QTableView {
    Q_OBJECT
public:
    explicit SeriesTable(QWidget *parent = nullptr);
    // Rows of 36 under a head of 34, named "In view": below a full-size chart.
    void setLarge();
    void setShown(std::vector<SeriesRow> rows, const ChartSpec &spec);
    // By the user's choice: 0 name, 1 last, 2 lowest, 3 average, 4 highest, 5 change.
    void sortBy(int column, Qt::SortOrder order);

    int hoveredRow() const { return m_hoveredRow; } // -1 for none

Q_SIGNALS:
    void hiddenToggled(const QString &key);
    void onlyAsked(const QString &key);
    void colorChosen(const QString &key, int slot); // 1 … 10

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void setHoveredRow(int row);
    const SeriesRow *rowAt(const QModelIndex &index) const;
    friend class SeriesModel;
    SeriesModel *m_model;
    bool m_large = false;
    int m_hoveredRow = -1;
};

} // namespace dash
