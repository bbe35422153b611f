#pragma once
// One widget on a dashboard: frame, head, body, and the line that says how it was made. Asks for its data itself and
// repaints only when that or the time shown has changed.

#include "app/charts/chart_reader.h"
#include "app/charts/time_view.h"
#include "app/dashboards/widget_type.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QMenu;

namespace dash {

struct HeadRoom;
class ChartView;
class IconButton;
class LegendBar;
class PaintedBody;
class Button;
class ProvenanceLine;
class SeriesTable;

// How the points of a widget came to be.
struct Provenance {
    PipelineId pipeline;
    QStringList steps; // source, then what was done to it
    QString series;
    QString schedule;
    QString icon; // of the source
    bool isEmpty() const { return steps.isEmpty() && series.isEmpty(); }
};

// What the widgets of one dashboard share; outlives them.
struct DashboardScope {
    TimeView &time;
    ChartReader &reader;
    SeriesSlots slots;
    qint64 compare = 0; // 0, or how much earlier the other period is; -1: the span shown
    std::function<Provenance(const WidgetQuery &, const SeriesKey *)> provenance;
};

class WidgetCard : public QWidget {
    Q_OBJECT
public:
    WidgetCard(DashboardScope &scope, Widget widget, QWidget *parent = nullptr);
    ~WidgetCard() override;

    const Widget &widget() const { return m_widget; }
    void setWidget(const Widget &widget);
    void setEditing(bool editing);
    void setFullSize(bool on);    // large head, vertical grid, values in the legend, no menu of its own
    void setShowsValues(bool on); // in the legend, at the crosshair or latest
    void recolor() { rebuild(); } // colours of the scope changed
    void refresh();               // ask again soon; several calls in a frame are one
    // Asks again when the change touches what is shown.
    void dataChanged(const PointsDb::Change &change, bool newSeries);

    // What the legend asks for.
    void hideSeries(const QString &key); // or shows it again
    void showAlone(const QString &key);  // or all again
    void colorSeries(const QString &key, int slot);

    ChartView *chart() const { return m_chart; } // null for the other kinds
    WidgetDataPtr data() const { return m_data; }
    bool answered() const { return m_taken > 0; }        // data() came from the store
    SeriesTable *seriesTable() const { return m_table; } // null until there are many series
    bool waiting() const { return m_soon.isActive() || m_taken != m_serial; }
    const QSet<QString> &hiddenSeries() const { return m_hidden; }
    WidgetScene scene() const;
    qint64 latestTime() const; // newest point, 0 without one
    qint64 spacing() const;    // usual distance of points, 0 unknown

Q_SIGNALS:
    void dataArrived();
    void contentChanged(); // what is drawn: data, hidden series, colours
    void pipelineAsked(dash::PipelineId id);
    void fullSizeAsked(dash::WidgetId id);
    void editAsked(dash::WidgetId id);
    void exportAsked(dash::WidgetId id, const QString &format); // png, svg, csv, pdf
    void tableAsked(dash::WidgetId id);
    void duplicateAsked(dash::WidgetId id);
    void removeAsked(dash::WidgetId id);
    void changed(const dash::Widget &widget, const QString &what); // by its own means: a colour in the legend

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void build();
    void ask();
    void take(const WidgetDataPtr &data);
    void rebuild();
    void place();
    void onMoved();
    void showLine(bool on);
    void fillMenu(QMenu *menu);
    void updateLegendValues();
    void updateSeriesTable();
    int tableHeight() const; // of the legend below the chart; 0 without one
    QRectF headRect() const;
    HeadRoom headRoom() const;

    DashboardScope &m_scope;
    Widget m_widget;
    const WidgetType *m_type = nullptr;
    WidgetDataPtr m_data;
    quint64 m_serial = 0; // of the newest question
    quint64 m_taken = 0;  // of the newest answer
    std::optional<WidgetRequest> m_asked;
    double m_askedSpan = 0;
    QTimer m_soon;
    QElapsedTimer m_sinceAsked;
    QTimer m_hoverTimer;
    QTimer m_tableSoon; // what is visible has moved
    bool m_editing = false;
    bool m_fullSize = false;
    bool m_showsValues = false;
    bool m_hovered = false;
    QSet<QString> m_hidden;
    qint64 m_leftFollowAt = 0;

    ChartView *m_chart = nullptr;
    PaintedBody *m_body = nullptr;
    LegendBar *m_legend = nullptr;
    SeriesTable *m_table = nullptr; // from seven series on
    Button *m_top = nullptr;        // "Top 5 and the rest", and back
    IconButton *m_menuButton = nullptr;
    QMenu *m_menu = nullptr;
    ProvenanceLine *m_line = nullptr;
    friend class PaintedBody;
};

} // namespace dash
