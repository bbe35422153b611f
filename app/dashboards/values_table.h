#pragma once
// The table twin of a chart: every value it shows, in rows that keyboard and screen reader walk through.

#include "app/charts/traces.h"

#include <QAbstractTableModel>
#include <QDialog>

namespace dash {

class ValuesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    ValuesModel(const Widget &widget, WidgetDataPtr data, TimeRange visible, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    WidgetDataPtr m_data;
    std::vector<Trace> m_traces;
    std::vector<qint64> m_times; // newest first
    ChartSpec m_spec;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

class ValuesTable : public QDialog {
    Q_OBJECT
public:
    ValuesTable(const Widget &widget, WidgetDataPtr shown, TimeRange visible, QWidget *parent);
};

} // namespace dash
