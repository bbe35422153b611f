#pragma once
// The page of one dashboard: looking, editing, one widget at full size.

#include "app/app_context.h"
#include "app/charts/chart_reader.h"
#include "app/charts/time_view.h"
#include "app/dashboards/dashboard_paint.h"
#include "app/dashboards/widget_card.h"
#include "app/shell/page.h"
#include "core/store/workspace.h"

#include <set>

class QBoxLayout;
class QScrollArea;
class QStackedWidget;

namespace dash {

class Badge;
class Button;
class DashboardGrid;
class EditPanel;
class EmptyState;
class FirstRunCard;
class FullChart;
class IconButton;
class TextLabel;
class TimeRangeControl;

class DashboardsPage : public Page {
    Q_OBJECT
public:
    // `id` as text; empty or unknown: the first one there is.
    DashboardsPage(AppContext &context, const QString &id, QWidget *parent = nullptr);
    ~DashboardsPage() override;

    QString title() const override;
    QString parentTitle() const override;
    QList<QWidget *> badges() override;
    QList<QWidget *> tools() override;
    QList<QAction *> paletteActions() override;
    void shown(const QString &part) override; // the id of a widget: at full size
    void hidden() override;

    DashboardGrid *grid() const { return m_grid; }
    TimeView &time() { return m_time; }
    void setEditing(bool editing);
    bool editing() const { return m_editing; }
    void addWidget(const QString &type, QSize room = {});
    void duplicateWidget(WidgetId id);
    void removeWidget(WidgetId id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Dashboard *dashboard() const;
    EntityRef entity() const;
    void put(const Dashboard &changed, const QString &what, const QString &mergeKey = {});
    void reload();
    void makeTools();
    void updateTools();
    void updateBadge();
    void startTime(const TimeWindow &window);
    void updateFirstRun();
    void dataChanged(const PointsDb::Change &change);
    Provenance provenance(const WidgetQuery &query, const SeriesKey *key) const;
    void wire(WidgetCard *card);
    void setCompare(bool on);
    void openAddMenu(QWidget *anchor);
    void openMoreMenu();
    void rename();
    void newDashboard();
    void duplicateDashboard();
    void exportTo(const QString &format, WidgetId widget);
    void exportShown(const QString &path, WidgetId widget, const Dashboard &shownNow);
    void write(const QString &path, const DashboardPicture &picture, WidgetId widget);
    void showTable(WidgetId id);
    void orderColors();
    void placePanel();

    AppContext &m_context;
    DashboardId m_id;
    TimeView m_time;
    ChartReader m_reader;
    DashboardScope m_scope;
    bool m_editing = false;
    bool m_compare = false;
    std::set<SeriesId> m_known;
    WidgetId m_full;
    qint64 m_lateShown = 0;
    bool m_drawn = false; // every widget has shown what the store has

    QStackedWidget *m_stack;
    QWidget *m_main;
    QScrollArea *m_scroll;
    QWidget *m_canvas;
    QBoxLayout *m_column;
    DashboardGrid *m_grid;
    FirstRunCard *m_first = nullptr;
    EditPanel *m_panel = nullptr;
    FullChart *m_fullChart = nullptr;
    EmptyState *m_empty;
    QTimer m_badgeTimer;

    Badge *m_live;
    TextLabel *m_hint;
    TimeRangeControl *m_range;
    Button *m_compareButton;
    Button *m_edit;
    Button *m_done;
    Button *m_add;
    Button *m_measure;
    IconButton *m_undo;
    IconButton *m_redo;
    IconButton *m_export;
    IconButton *m_more;
    IconButton *m_zoomReset;
    IconButton *m_close;
};

} // namespace dash
