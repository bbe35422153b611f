#pragma once
// One stored table: its rows a page at a time, sorted by any column, searched, exported.

#include "app/app_context.h"
#include "app/charts/chart_reader.h"
#include "app/data/catalogue.h"

#include <QTimer>
#include <QWidget>

namespace dash {

class Combo;
class IconButton;
class RowsTable;
class TextInput;
class TextLabel;

class TablePanel : public QWidget {
    Q_OBJECT
public:
    TablePanel(AppContext &context, QWidget *parent);

    void show(const TableInfo &info);
    void dataChanged(const PointsDb::Change &change);

Q_SIGNALS:
    void exportAsked(const dash::TableInfo &info);
    void removed(const dash::TableInfo &info);
    void rowsAsked(const dash::TableName &table, const dash::PointsSnapshot::Order &order, qint64 offset, qint64 limit);

public:
    void setRows(const Batch &rows);
    static constexpr qint64 kPage = 5'000;

private:
    void ask();
    void remove();

    AppContext &m_context;
    TableInfo m_info;
    qint64 m_offset = 0;
    TextLabel *m_name, *m_facts, *m_page;
    Combo *m_sort;
    IconButton *m_direction, *m_before, *m_after;
    bool m_descending = true;
    TextInput *m_search;
    RowsTable *m_rows;
    QTimer m_soon;
};

} // namespace dash
