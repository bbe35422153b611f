#include "app/dashboards/series_table.h"

#include "app/theme/metrics.h"
#include "app/theme/numbers.h"
#include "app/theme/paint.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace dash {

namespace {

constexpr int kRow = 24;
constexpr int kHead = 26;
constexpr int kNumber = 84; // width of a column of numbers
constexpr int kLeastName = 132;
enum Column { Name, Last, Lowest, Average, Highest, Change, Columns };
// Which columns stay when there is little room.
constexpr std::array kByWeight{Last, Average, Highest, Lowest, Change};

QString headText(int column)
{
    switch (column) {
    case Name:
        return SeriesTable::tr("Series");
    case Last:
        return SeriesTable::tr("Last");
    case Lowest:
        return SeriesTable::tr("Lowest");
    case Average:
        return SeriesTable::tr("Average");
    case Highest:
        return SeriesTable::tr("Highest");
    default:
        return SeriesTable::tr("Change");
    }
}

std::array<bool, Columns> columnsFor(double width)
{
    std::array<bool, Columns> shown{};
    shown[Name] = true;
    double left = width - kLeastName;
    for (const Column column : kByWeight) {
        left -= kNumber;
        shown[column] = left >= 0 || column == Last;
    }
    return shown;
}

double numberOf(const SeriesRow &row, int column)
{
    switch (column) {
    case Last:
        return row.stats.last;
    case Lowest:
        return row.stats.low;
    case Average:
        return row.stats.average;
    case Highest:
        return row.stats.high;
    default:
        return row.stats.change().value_or(std::nan(""));
    }
}

QString cellText(const SeriesRow &row, int column, const ChartSpec &spec, const QLocale &locale,
                 Qt::LayoutDirection direction)
{
    if (column == Name)
        return row.item.name;
    if (row.stats.count == 0)
        return column == Change ? QString() : QStringLiteral("–");
    const QString unit = row.unit.isEmpty() ? spec.unit : row.unit;
    if (column == Change) {
        const auto percent = row.stats.change();
        if (!percent)
            return {};
        const QString sign = *percent > 0 ? QStringLiteral("+") : QString();
        return withUnit(sign + cardNumber(*percent, -1, locale), QStringLiteral("%"), direction);
    }
    const auto exact = column == Last      ? row.stats.exactLast
                       : column == Lowest  ? row.stats.exactLow
                       : column == Highest ? row.stats.exactHigh
                                           : std::optional<Decimal>();
    return fullValueText(numberOf(row, column), spec, unit, locale, direction, exact);
}

void paintCell(QPainter *painter, const QRectF &box, const SeriesRow &row, int column, const QString &text,
               const Tokens &tokens, bool mirrored)
{
    const QColor ink = row.item.hidden ? tokens.disabled : column == Name ? tokens.text : tokens.secondary;
    if (column != Name) {
        paintText(painter, box.adjusted(4, 0, -8, 0), text, FontRole::Small, ink,
                  (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute);
        return;
    }
    const QRectF mark(mirrored ? box.right() - 12 - 10 : box.left() + 12, box.center().y() - 1.5, 10, 3);
    const QColor color = row.item.hidden ? tokens.disabled : row.item.color;
    if (row.item.dashed) {
        painter->fillRect(QRectF(mark.left(), mark.top(), 4, 3), color);
        painter->fillRect(QRectF(mark.right() - 4, mark.top(), 4, 3), color);
    } else {
        paintBox(painter, mark, 1.5, color);
    }
    const QRectF name = mirrored ? box.adjusted(8, 0, -30, 0) : box.adjusted(30, 0, -8, 0);
    const qreal used = paintText(painter, name, text, FontRole::Small, ink,
                                 (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute);
    if (row.item.hidden)
        painter->fillRect(QRectF(mirrored ? name.right() - used : name.left(), std::round(name.center().y()), used, 1),
                          ink);
}

class SeriesDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace

class SeriesModel final : public QAbstractTableModel {
public:
    explicit SeriesModel(SeriesTable *table)
        : QAbstractTableModel(table)
        , m_table(table)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Vertical)
            return {};
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(section == Name ? Qt::AlignLeading | Qt::AlignVCenter
                                                                     : Qt::AlignTrailing | Qt::AlignVCenter));
        if (role != Qt::DisplayRole)
            return {};
        return section == Name && m_table->m_large ? SeriesTable::tr("In view") : headText(section);
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const SeriesRow &row = m_rows[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole)
            return cellText(row, index.column(), m_spec, m_table->locale(), m_table->layoutDirection());
        if (role == Qt::AccessibleTextRole && index.column() == Name && row.item.hidden)
            return SeriesTable::tr("%1, hidden").arg(row.item.name);
        return {};
    }
    void sort(int column, Qt::SortOrder order) override
    {
        m_column = column;
        m_order = order;
        arrange(m_given);
    }
    void setRows(std::vector<SeriesRow> rows, const ChartSpec &spec, bool mayTurn)
    {
        m_spec = spec;
        const auto same = [](const SeriesRow &a, const SeriesRow &b) { return a.item.key == b.item.key; };
        const bool sameSeries = std::equal(rows.begin(), rows.end(), m_given.begin(), m_given.end(), same);
        m_given = rows;
        if (!sameSeries || mayTurn) {
            arrange(std::move(rows));
            return;
        }
        // Rows do not run away under the pointer: they keep their places until it has gone.
        for (SeriesRow &row : m_rows) {
            const auto found = std::find_if(rows.begin(), rows.end(), [&](const SeriesRow &r) { return same(r, row); });
            row = *found;
        }
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    }
    const std::vector<SeriesRow> &rows() const { return m_rows; }
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

private:
    void arrange(std::vector<SeriesRow> rows)
    {
        if (m_column >= 0) {
            const bool down = m_order == Qt::DescendingOrder;
            std::stable_sort(rows.begin(), rows.end(), [&](const SeriesRow &a, const SeriesRow &b) {
                if (m_column == Name) {
                    const int order = QString::localeAwareCompare(a.item.name, b.item.name);
                    return down ? order > 0 : order < 0;
                }
                const double x = numberOf(a, m_column), y = numberOf(b, m_column);
                const bool noX = a.stats.count == 0 || std::isnan(x), noY = b.stats.count == 0 || std::isnan(y);
                if (noX || noY) // without a number: at the end either way
                    return !noX && noY;
                return down ? x > y : x < y;
            });
        }
        const auto keys = [](const std::vector<SeriesRow> &all) {
            QStringList list;
            for (const SeriesRow &row : all)
                list << row.item.key;
            return list;
        };
        const QStringList before = keys(m_rows);
        const QStringList after = keys(rows);
        if (before == after && !before.isEmpty()) {
            m_rows = std::move(rows);
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
            return;
        }
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList kept = persistentIndexList();
        if (before.size() != after.size()) { // row counts cannot change inside a change of layout
            Q_EMIT layoutChanged();
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        m_rows = std::move(rows);
        for (const QModelIndex &old : kept) {
            const auto row = static_cast<int>(after.indexOf(before[old.row()]));
            changePersistentIndex(old, row < 0 ? QModelIndex() : index(row, old.column()));
        }
        Q_EMIT layoutChanged();
    }

    SeriesTable *m_table;
    std::vector<SeriesRow> m_given; // in the order of the chart
    std::vector<SeriesRow> m_rows;  // as shown
    ChartSpec m_spec;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

namespace {

void SeriesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *table = qobject_cast<const SeriesTable *>(option.widget);
    if (!table)
        return;
    const Tokens &tokens = tokensOf(table);
    const QRectF box(option.rect);
    const bool current = table->hasFocus() && table->currentIndex() == index;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (table->hoveredRow() == index.row())
        painter->fillRect(box, tokens.hover);
    const SeriesRow &row =
        static_cast<const SeriesModel *>(index.model())->rows()[static_cast<std::size_t>(index.row())];
    paintCell(painter, box, row, index.column(), index.data().toString(), tokens,
              table->layoutDirection() == Qt::RightToLeft);
    painter->fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.border);
    if (current)
        paintBox(painter, box.adjusted(1, 1, -1, -2), 4, {}, tokens.accent, 2);
    painter->restore();
}

} // namespace

std::size_t seriesCount(const ChartContent &content)
{
    return static_cast<std::size_t>(
        std::count_if(content.traces.begin(), content.traces.end(), [](const Trace &t) { return !t.previous; }));
}

std::vector<SeriesRow> seriesRows(const ChartContent &content, const Tokens &tokens, double from, double to)
{
    std::vector<SeriesRow> rows;
    for (const Trace &trace : content.traces) {
        SeriesRow row;
        row.item = {trace.previous ? QString(trace.key + QStringLiteral("\nbefore")) : trace.key,
                    trace.previous ? SeriesTable::tr("%1, before").arg(trace.name) : trace.name,
                    traceColor(trace, tokens),
                    trace.hidden,
                    trace.dashes > 0 || trace.previous,
                    {}};
        row.series = trace.key;
        row.unit = trace.unit;
        row.stats = statsOf(trace, from, to);
        rows.push_back(std::move(row));
    }
    return rows;
}

double seriesTableHeight(std::size_t rows, double room)
{
    const double fit = std::floor((room - kHead) / kRow);
    return fit < 1 ? 0 : kHead + kRow * std::min(static_cast<double>(rows), fit);
}

void paintSeriesTable(QPainter *painter, const QRectF &rect, const std::vector<SeriesRow> &rows, const ChartSpec &spec,
                      const ChartLook &look, const Tokens &tokens)
{
    const bool mirrored = look.direction == Qt::RightToLeft;
    const std::array<bool, Columns> shown = columnsFor(rect.width());
    const auto numbers = static_cast<int>(std::count(shown.begin() + 1, shown.end(), true));
    const double wide = std::min(110.0, std::max<double>(kNumber, (rect.width() - 220) / std::max(1, numbers)));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto boxOf = [&](int column, double y, double height) {
        int before = 0;
        for (int c = 1; c < column; ++c)
            before += shown[static_cast<std::size_t>(c)] ? 1 : 0;
        const double name = rect.width() - numbers * wide;
        const double x = column == Name ? 0 : name + before * wide;
        const double width = column == Name ? name : wide;
        return QRectF(mirrored ? rect.right() - x - width : rect.left() + x, y, width, height);
    };
    const auto fit = static_cast<std::size_t>(std::max(0.0, std::floor((rect.height() - kHead) / kRow + 1e-6)));
    const bool cut = rows.size() > fit;
    for (int c = 0; c < Columns; ++c) {
        if (!shown[static_cast<std::size_t>(c)])
            continue;
        const bool lead = (c == Name) != mirrored;
        paintText(painter, boxOf(c, rect.top(), kHead).adjusted(c == Name ? 12 : 4, 0, c == Name ? -12 : -8, 0),
                  headText(c), FontRole::Small, tokens.tertiary,
                  (lead ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    double y = rect.top() + kHead;
    for (std::size_t r = 0; r < std::min(fit, rows.size()); ++r, y += kRow) {
        painter->fillRect(QRectF(rect.left() + 1, y, rect.width() - 2, 1), tokens.border);
        if (cut && r + 1 == fit) {
            const int more = static_cast<int>(rows.size() - r);
            paintText(painter, boxOf(Name, y, kRow).adjusted(12, 0, -12, 0),
                      SeriesTable::tr("and %Ln more", nullptr, more), FontRole::Small, tokens.tertiary,
                      (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute);
            break;
        }
        for (int c = 0; c < Columns; ++c) {
            if (shown[static_cast<std::size_t>(c)])
                paintCell(painter, boxOf(c, y, kRow), rows[r], c,
                          cellText(rows[r], c, spec, look.locale, look.direction), tokens, mirrored);
        }
    }
    painter->restore();
}

SeriesTable::SeriesTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new SeriesModel(this))
{
    setObjectName(QStringLiteral("seriesTable"));
    setAccessibleName(tr("Series of the chart"));
    setAccessibleDescription(tr("Space hides a series, Return shows it alone, S sorts by the column"));
    setModel(m_model);
    setItemDelegate(new SeriesDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    QHeaderView *head = horizontalHeader();
    head->setFixedHeight(kHead);
    head->setMinimumSectionSize(24);
    head->setSectionsClickable(true);
    head->setHighlightSections(false);
    head->setSortIndicatorShown(true);
    head->setSortIndicatorClearable(true);
    head->setSortIndicator(-1, Qt::DescendingOrder);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(Name, QHeaderView::Stretch);
    setSortingEnabled(true);
}

void SeriesTable::setLarge()
{
    m_large = true;
    verticalHeader()->setDefaultSectionSize(36);
    horizontalHeader()->setFixedHeight(34);
}

void SeriesTable::setShown(std::vector<SeriesRow> rows, const ChartSpec &spec)
{
    m_model->setRows(std::move(rows), spec, !underMouse() && !hasFocus());
}

void SeriesTable::sortBy(int column, Qt::SortOrder order)
{
    sortByColumn(column, order);
}

const SeriesRow *SeriesTable::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_model->rows()[static_cast<std::size_t>(index.row())] : nullptr;
}

void SeriesTable::keyPressEvent(QKeyEvent *event)
{
    const SeriesRow *row = rowAt(currentIndex());
    switch (event->key()) {
    case Qt::Key_Space:
        if (row)
            Q_EMIT hiddenToggled(row->series);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row)
            Q_EMIT onlyAsked(row->series);
        return;
    case Qt::Key_S: {
        const int column = std::max(0, currentIndex().column());
        const bool again = m_model->sortColumn() == column && m_model->sortOrder() == Qt::DescendingOrder;
        sortBy(column, again ? Qt::AscendingOrder : Qt::DescendingOrder);
        scrollTo(currentIndex());
        return;
    }
    default:
        QTableView::keyPressEvent(event);
    }
}

void SeriesTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const SeriesRow *row = rowAt(indexAt(event->position().toPoint()));
    if (row && event->button() == Qt::LeftButton)
        Q_EMIT hiddenToggled(row->series);
}

void SeriesTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const SeriesRow *row = rowAt(indexAt(event->position().toPoint())))
        Q_EMIT onlyAsked(row->series);
}

void SeriesTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(indexAt(event->position().toPoint()).row());
}

bool SeriesTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::HoverLeave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void SeriesTable::setHoveredRow(int row)
{
    if (m_hoveredRow == row)
        return;
    m_hoveredRow = row;
    viewport()->update();
}

void SeriesTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex at = byMouse ? indexAt(event->pos()) : currentIndex();
    const SeriesRow *row = rowAt(at);
    if (!row)
        return;
    const QPoint place = byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(at).bottomLeft());
    const QString key = row->series;
    openLegendMenu(
        this, row->item, place, [this, key] { Q_EMIT hiddenToggled(key); }, [this, key] { Q_EMIT onlyAsked(key); },
        [this, key](int slot) { Q_EMIT colorChosen(key, slot); });
}

void SeriesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void SeriesTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        viewport()->update();
}

void SeriesTable::fitColumns()
{
    const double room = viewport()->width();
    const std::array<bool, Columns> shown = columnsFor(room);
    const auto numbers = static_cast<int>(std::count(shown.begin() + 1, shown.end(), true));
    const int wide = std::min(110, std::max(kNumber, static_cast<int>((room - 220) / std::max(1, numbers))));
    for (int c = 1; c < Columns; ++c) {
        setColumnHidden(c, !shown[static_cast<std::size_t>(c)]);
        horizontalHeader()->resizeSection(c, wide);
    }
}

} // namespace dash
