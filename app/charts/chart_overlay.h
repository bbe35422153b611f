#pragma once
// What floats above a chart's data: crosshair, dots, live ends, box and measure band, tooltip, the way back to now.

#include <QAbstractButton>
#include <QWidget>

namespace dash {

class ChartView;

class ChartOverlay : public QWidget {
    Q_OBJECT
public:
    explicit ChartOverlay(ChartView *view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChartView *m_view;
};

// The dark box beside the crosshair; lives in the window so that it may leave its chart, never the window.
class ChartTip : public QWidget {
    Q_OBJECT
public:
    explicit ChartTip(QWidget *window);
    struct Row {
        QColor color; // invalid: no mark
        QString name;
        QString value;
        bool strong = false; // difference: in warn
    };
    void show(const QString &title, std::vector<Row> rows, const QPoint &anchor);
    const std::vector<Row> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    std::vector<Row> m_rows;
};

class FollowChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit FollowChip(QWidget *parent);
    void setArrived(quint64 points);
    void setLive(bool live); // else it leads back to all there is
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString label() const;
    quint64 m_arrived = 0;
    bool m_live = true;
};

} // namespace dash
