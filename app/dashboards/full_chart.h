#pragma once
// One widget as large as the page: with measuring, its neighbours on the same time, values in view and all of time
// below.

#include "app/dashboards/widget_card.h"

namespace dash {

class OverviewStrip;
class SeriesTable;
class ValuesInView;

class FullChart : public QWidget {
    Q_OBJECT
public:
    FullChart(DashboardScope &scope, const Dashboard &dashboard, WidgetId widget, QWidget *parent = nullptr);
    void setDashboard(const Dashboard &dashboard);
    void dataChanged(const PointsDb::Change &change, bool newSeries);
    std::vector<WidgetCard *> cards() const; // the large one first
    void setMeasuring(bool on);
    bool measuring() const;
    void resetValues();

Q_SIGNALS:
    void cardMade(dash::WidgetCard *card);
    void measuringChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    DashboardScope &m_scope;
    WidgetId m_id;
    WidgetCard *m_main;
    std::vector<WidgetCard *> m_beside;
    ValuesInView *m_values;
    OverviewStrip *m_strip;
    QTimer m_later; // all of time changes slowly
};

// Last, lowest, average, highest and change of every series of a card, over what is visible.
class ValuesInView : public QWidget {
    Q_OBJECT
public:
    ValuesInView(WidgetCard &card, DashboardScope &scope, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    WidgetCard &m_card;
    DashboardScope &m_scope;
    SeriesTable *m_table;
    QTimer m_soon;
};

// Everything stored, small, with a window over what the charts show: drag it or its edges.
class OverviewStrip : public QWidget {
    Q_OBJECT
public:
    OverviewStrip(DashboardScope &scope, const Widget &widget, QWidget *parent);
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRectF plot() const;
    QRectF window() const;
    double timeAt(double x) const;
    DashboardScope &m_scope;
    Widget m_widget;
    WidgetDataPtr m_data;
    QTimer m_soon;
    enum class Grip { None, Start, End, All } m_grip = Grip::None;
    double m_pressed = 0;
    std::pair<double, double> m_before;
};

} // namespace dash
