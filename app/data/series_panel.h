#pragma once
// One series name in full: its chart, its newest points, export, and removal.

#include "app/app_context.h"
#include "app/charts/chart_reader.h"
#include "app/charts/time_view.h"
#include "app/dashboards/widget_card.h"
#include "app/data/catalogue.h"

#include <QWidget>

namespace dash {

class Button;
class RowsTable;
class Segmented;
class TextLabel;

class SeriesPanel : public QWidget {
    Q_OBJECT
public:
    SeriesPanel(AppContext &context, ChartReader &reader, QWidget *parent);
    ~SeriesPanel() override;

    void show(const SeriesGroup &group);
    void dataChanged(const PointsDb::Change &change);

Q_SIGNALS:
    void exportAsked(const dash::SeriesGroup &group);
    void removed(const dash::SeriesGroup &group);

private:
    void ask();
    void updateHead();
    void remove();
    Widget widgetFor(const QString &type) const;

    AppContext &m_context;
    ChartReader &m_reader;
    SeriesGroup m_group;
    TimeView m_time;
    DashboardScope m_scope;
    WidgetCard *m_card = nullptr;
    QWidget *m_chartRoom;
    Segmented *m_kind;
    TextLabel *m_name, *m_facts, *m_rowsNote;
    RowsTable *m_rows;
};

// The newest `limit` points of all members: time, labels, value; newest first.
Batch newestPoints(ChartSource &source, const SeriesGroup &group, std::size_t limit);

} // namespace dash
