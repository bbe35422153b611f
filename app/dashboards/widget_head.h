#pragma once
// The upper 36 px of a widget: title, unit or scope, legend. One painter for window, pictures and paper; in the window
// the legend is a small control of its own.

#include "app/dashboards/widget_type.h"

#include <QWidget>

#include <functional>

namespace dash {

struct LegendItem {
    QString key;
    QString name;
    QColor color;
    bool hidden = false;
    bool dashed = false;
    QString value; // at the crosshair or latest; empty = not shown
};

std::vector<LegendItem> legendItems(const ChartContent &content, const Tokens &tokens);
// Rectangles of the items that fit, laid out to end at the trailing edge of `room`; the last one is "+3" when some do
// not.
struct LegendLayout {
    std::vector<QRectF> items;
    std::size_t left = 0; // not shown
    QRectF more;
};
LegendLayout layoutLegend(const std::vector<LegendItem> &items, const QRectF &room, Qt::LayoutDirection direction);
void paintLegend(QPainter *painter, const std::vector<LegendItem> &items, const LegendLayout &layout,
                 const Tokens &tokens, Qt::LayoutDirection direction, int hovered = -1);

struct HeadRoom {
    double start = 12; // taken at the leading edge (grip)
    double end = 12;   // taken at the trailing edge (menu)
};
// What title and unit leave for the legend.
QRectF legendRoom(const QRectF &head, const Widget &widget, const QString &unit, const HeadRoom &room,
                  Qt::LayoutDirection direction);
void paintHead(QPainter *painter, const QRectF &head, const Widget &widget, const QString &unit, const HeadRoom &room,
               const Tokens &tokens, Qt::LayoutDirection direction);
// Unit as the axis shows it (MB/s where the store has B/s), when the head is to name it.
QString headUnit(const Widget &widget, const ChartLayout *layout);

// What can be done with a series of a legend; `color` gets a slot, 1 … 10.
void openLegendMenu(QWidget *owner, const LegendItem &item, const QPoint &global, const std::function<void()> &hide,
                    const std::function<void()> &alone, const std::function<void(int)> &color);

class LegendBar : public QWidget {
    Q_OBJECT
public:
    explicit LegendBar(QWidget *parent);
    void setItems(std::vector<LegendItem> items);
    const std::vector<LegendItem> &items() const { return m_items; }
    double wantedWidth() const;

Q_SIGNALS:
    void hiddenToggled(const QString &key);         // click
    void onlyAsked(const QString &key);             // double click
    void colorChosen(const QString &key, int slot); // 1 … 10

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int itemAt(const QPointF &pos) const;
    void openMenu(int index, const QPoint &global);
    void openRest();
    std::vector<LegendItem> m_items;
    LegendLayout m_layout;
    int m_hovered = -1;
};

} // namespace dash
