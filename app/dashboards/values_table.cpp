#include "app/dashboards/values_table.h"

#include "app/dashboards/widget_type.h"
#include "app/theme/metrics.h"
#include "app/theme/numbers.h"

#include <QDateTime>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace dash {

ValuesModel::ValuesModel(const Widget &widget, WidgetDataPtr data, TimeRange visible, QObject *parent)
    : QAbstractTableModel(parent)
    , m_data(std::move(data))
    , m_spec(chartSpecOf(widget))
{
    if (m_data->rows.rows > 0)
        return;
    ChartSpec plain = m_spec;
    plain.stack = StackMode::Off;
    plain.top = 0;
    plain.fitUnits = false;
    SeriesSlots slots;
    m_traces = buildTraces(*m_data, plain, slots, {});
    for (const Trace &trace : m_traces) {
        for (const qint64 time : trace.time) {
            if (visible.contains(time))
                m_times.push_back(time);
        }
    }
    std::sort(m_times.begin(), m_times.end(), std::greater<>());
    m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
}

int ValuesModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_data->rows.rows > 0 ? m_data->rows.rows : m_times.size());
}

int ValuesModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_data->rows.rows > 0 ? m_data->rows.fields.size() : m_traces.size() + 1);
}

QVariant ValuesModel::data(const QModelIndex &index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(column == 0 ? Qt::AlignLeading | Qt::AlignVCenter : Qt::AlignTrailing | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (m_data->rows.rows > 0)
        return QString::fromStdString(cellText(*m_data->rows.fields[column].column, row));
    const qint64 time = m_times[row];
    if (column == 0)
        return QDateTime::fromMSecsSinceEpoch(time, m_zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    const Trace &trace = m_traces[column - 1];
    const auto found = std::lower_bound(trace.time.begin(), trace.time.end(), time);
    if (found == trace.time.end() || *found != time)
        return {};
    const auto i = static_cast<std::size_t>(found - trace.time.begin());
    if (const auto exact = trace.exactOwn(i))
        return exactNumber(*exact);
    const double value = trace.own[i];
    return std::isfinite(value) ? fullNumber(value) : QStringLiteral("NaN");
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    if (m_data->rows.rows > 0)
        return m_data->rows.fields[static_cast<std::size_t>(section)].name;
    if (section == 0)
        return tr("Time");
    const Trace &trace = m_traces[static_cast<std::size_t>(section - 1)];
    const QString unit = trace.unit.isEmpty() ? m_spec.unit : trace.unit;
    const QString name = trace.previous ? tr("%1, before").arg(trace.name) : trace.name;
    return unit.isEmpty() ? name : name + QStringLiteral(" (") + unit + u')';
}

ValuesTable::ValuesTable(const Widget &widget, WidgetDataPtr shown, TimeRange visible, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("valuesTable"));
    setWindowTitle(tr("%1 as a table").arg(widget.title));
    resize(640, 480);
    auto *view = new QTableView(this);
    view->setModel(new ValuesModel(widget, std::move(shown), visible, view));
    view->setAccessibleName(windowTitle());
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(metrics().row);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->resizeSection(0, 190);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
}

} // namespace dash
