#pragma once
// One chart on the screen: paints its content, moves the shared time with hand, wheel and keys, points at a moment.
// The data picture is kept; hovering only repaints the overlay above it.

#include "app/charts/chart_painter.h"
#include "app/charts/time_view.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace dash {

class ChartOverlay;
class ChartTip;
class FollowChip;

// One line of the readout at a moment.
struct Reading {
    const Trace *trace = nullptr;
    std::size_t index = 0;
    double value = 0; // the series' own
};

class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(TimeView &time, QWidget *parent = nullptr);
    ~ChartView() override;

    void setContent(std::shared_ptr<const ChartContent> content);
    const ChartContent &content() const { return *m_content; }
    const ChartLayout &chartLayout() const { return m_layout; }
    ChartLook look() const;
    void setMargins(qreal top, qreal bottom);
    TimeView &time() { return m_time; }

    // Values under a moment, topmost first.
    std::vector<Reading> readings(double t) const;
    QString lostText(double t) const;
    qint64 resolution() const; // ms that tell two moments apart
    // The same as a sentence, for screen readers; of one series when it is given.
    QString readingText(double t, const Trace *alone = nullptr) const;
    // What was last said while walking from point to point or selecting; empty before.
    const QString &said() const { return m_said; }

    void setMeasuring(bool on);
    bool measuring() const { return m_measuring; }
    std::optional<std::pair<double, double>> measured() const { return m_measure; }
    void setValueRange(std::optional<std::pair<double, double>> values);
    std::optional<std::pair<double, double>> valueRange() const { return m_values; }
    void setArrived(quint64 points); // since following ended
    void setEditing(bool editing);   // the grid has the mouse

    // How often data was painted; still while nothing changes.
    int dataPaints() const { return m_dataPaints; }
    bool lastPaintWasFine() const { return m_paintedFine; }
    QSize minimumSizeHint() const override { return {96, 64}; }

Q_SIGNALS:
    void unitChanged();   // of the value axis: MB/s where it was B/s
    void layoutChanged(); // width or axis moved: columns may be asked again
    void pointed(std::optional<double> t);
    void measuringChanged(bool on);
    void tableAsked(); // its twin for those who read instead of looking

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Change { Moved, Data };
    void invalidate(Change change);
    void relayout();
    void repaintCache(Detail detail);
    void onMoved();
    void onPointed();
    void glide();
    enum class Walk { Previous, Next, First, Last, Here };
    void walk(Walk to);
    const Trace *walked() const;
    void stretchSelection(double to);
    bool leaveModes();
    void panValues(double share);
    void zoomValues(double y, double factor);
    void placeFollow();
    bool overValueAxis(const QPointF &pos) const;
    void hover(const QPointF &pos);
    void finishBox();
    void announce(const QString &words);

    TimeView &m_time;
    std::shared_ptr<const ChartContent> m_content;
    ChartLayout m_layout;
    qreal m_top = 9, m_bottom = 26;
    QPixmap m_cache;
    bool m_stale = true;
    bool m_fast = false;
    bool m_paintedFine = false;
    int m_dataPaints = 0;
    qint64 m_lastChange = 0; // monotonic ms of the last data change
    QTimer m_settle;
    std::optional<std::pair<double, double>> m_values;

    enum class Gesture { None, Pan, Box, Measure, MeasureStart, MeasureEnd } m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
    double m_velocity = 0; // px/ms
    qint64 m_lastMoveAt = 0;
    QTimer m_glide;
    std::optional<QRectF> m_box;
    bool m_measuring = false;
    std::optional<std::pair<double, double>> m_measure;
    bool m_hovered = false;
    bool m_walking = false;
    bool m_keyboardFocus = false;
    int m_walkSeries = 0;
    std::optional<std::pair<double, double>> m_selection; // by keyboard: where it began, where it is
    QString m_said;
    QElapsedTimer m_sinceMade;
    bool m_editing = false;
    quint64 m_arrived = 0;

    ChartOverlay *m_overlay;
    FollowChip *m_follow;
    QPointer<ChartTip> m_tip;
    friend class ChartOverlay;
};

} // namespace dash
