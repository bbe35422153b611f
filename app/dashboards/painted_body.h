#pragma once
// The body of widgets that are only drawn: stat, gauge, table, text. Scrolls where the content is longer.

#include <QWidget>

namespace dash {

class WidgetCard;

class PaintedBody : public QWidget {
    Q_OBJECT
public:
    explicit PaintedBody(WidgetCard &card);
    void contentChanged();
    int paints() const { return m_paints; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    double contentHeight() const;
    void scrollTo(double y);
    WidgetCard &m_card;
    double m_scroll = 0;
    double m_height = 0;
    int m_paints = 0;
};

} // namespace dash
