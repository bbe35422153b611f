#include "app/pipelines/rows_table.h"

#include "app/pipelines/cell_text.h"
#include "app/theme/icon.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <QAccessible>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLocale>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPointer>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyle>
#include <QThreadPool>
#include <QtMath>

#include <algorithm>

namespace dash {

namespace {

constexpr int kMinColumn = 72;
constexpr int kMaxColumn = 320;
constexpr int kPad = 12;
constexpr std::size_t kMeasuredRows = 60;

int badgeWidth(const QString &text)
{
    return int(textWidth(text, FontRole::Caption)) + 10;
}

} // namespace

RowsTable::RowsTable(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("rowsTable"));
    setAccessibleName(tr("Rows"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setEmptyText(tr("No rows yet"), {});
}

int RowsTable::headHeight() const
{
    return m_plainHead ? metrics().header : 48;
}
int RowsTable::rowHeight() const
{
    return metrics().row;
}

void RowsTable::setRows(const Batch &rows, const QSet<QString> &known, bool marksNew)
{
    const bool sameColumns =
        std::equal(rows.fields.begin(), rows.fields.end(), m_rows.fields.begin(), m_rows.fields.end(),
                   [](const Field &a, const Field &b) { return a.name == b.name && a.column->type == b.column->type; });
    m_rows = rows;
    m_new.clear();
    for (const Field &field : rows.fields) {
        if (marksNew && !known.contains(field.name))
            m_new.insert(field.name);
    }
    m_stale = false;
    m_wrong.clear();
    if (!sameColumns)
        m_summaries.assign(rows.fields.size(), {});
    if (!sameColumns)
        m_widths.clear();
    applySearch();
    measure();
    m_row = std::min(m_row, int(shownRows()) - 1);
    m_column = std::min(m_column, int(rows.fields.size()) - 1);
    startSummaries();
    viewport()->update();
}

void RowsTable::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    viewport()->update();
}

void RowsTable::setWrongCells(std::vector<QString> columnOfRow)
{
    m_wrong = std::move(columnOfRow);
    measure(); // they are drawn in another font
    viewport()->update();
}

void RowsTable::setPlainHead(bool plain)
{
    m_plainHead = plain;
    measure();
}

void RowsTable::setEmptyText(const QString &line, const QString &hint)
{
    m_emptyLine = line;
    m_emptyHint = hint;
    viewport()->update();
}

void RowsTable::setSearch(const QString &words)
{
    m_search = words.trimmed();
    applySearch();
    m_row = std::min(m_row, int(shownRows()) - 1);
    updateBars();
    viewport()->update();
}

void RowsTable::applySearch()
{
    m_filtered = !m_search.isEmpty();
    m_visibleRows.clear();
    if (!m_filtered)
        return;
    const QLocale locale;
    for (std::size_t row = 0; row < m_rows.rows; ++row) {
        for (const Field &field : m_rows.fields) {
            if (cellDisplay(*field.column, row, locale).contains(m_search, Qt::CaseInsensitive)) {
                m_visibleRows.push_back(static_cast<std::uint32_t>(row));
                break;
            }
        }
    }
}

std::size_t RowsTable::batchRow(int shownRow) const
{
    return m_filtered ? m_visibleRows[static_cast<std::size_t>(shownRow)] : static_cast<std::size_t>(shownRow);
}

// Widths from the head and the first rows; they never shrink while the same columns stay, so that nothing jumps.
void RowsTable::measure()
{
    const QLocale locale;
    m_widths.resize(m_rows.fields.size(), kMinColumn);
    for (std::size_t c = 0; c < m_rows.fields.size(); ++c) {
        const Field &field = m_rows.fields[c];
        qreal width = textWidth(field.name, FontRole::SmallMedium) + (m_plainHead ? 4 : 22);
        if (m_new.contains(field.name))
            width += badgeWidth(tr("new")) + 6;
        for (std::size_t row = 0; row < std::min(m_rows.rows, kMeasuredRows); ++row) {
            const bool wrong = row < m_wrong.size() && m_wrong[row] == field.name;
            const FontRole role = wrong || field.column->type == ColumnType::Json ? FontRole::Mono : FontRole::Small;
            width = std::max(width, tabularWidth(roleFont(role), cellDisplay(*field.column, row, locale)));
        }
        m_widths[c] = std::clamp(qCeil(width) + 2 * kPad, m_widths[c], kMaxColumn);
    }
    updateBars();
}

void RowsTable::updateBars()
{
    m_lefts.assign(1, 0);
    int total = 0;
    for (int width : m_widths)
        total += width;
    // Wide windows: columns share the free room, so that no ragged end is left.
    const int count = int(m_widths.size());
    const int free = count > 0 ? std::max(0, viewport()->width() - total) / count : 0;
    const int share = std::min(free, 60);
    for (int width : m_widths)
        m_lefts.push_back(m_lefts.back() + width + share);
    const int height = std::max(0, viewport()->height() - headHeight());
    const int rows = int(std::min<std::size_t>(shownRows(), std::size_t(INT_MAX / 64)));
    verticalScrollBar()->setRange(0, std::max(0, rows * rowHeight() - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(rowHeight());
    horizontalScrollBar()->setRange(0, std::max(0, m_lefts.back() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
}

void RowsTable::startSummaries()
{
    const quint64 round = ++m_summaryRound;
    if (m_plainHead || m_rows.rows == 0)
        return;
    std::vector<ColumnPtr> columns;
    for (const Field &field : m_rows.fields)
        columns.push_back(field.column);
    QThreadPool::globalInstance()->start([columns = std::move(columns), round, self = QPointer<RowsTable>(this)] {
        std::vector<ColumnSummary> summaries;
        for (const ColumnPtr &column : columns)
            summaries.push_back(summarize(*column));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, round, summaries = std::move(summaries)]() mutable {
                if (!self || self->m_summaryRound != round)
                    return;
                self->m_summaries = std::move(summaries);
                self->viewport()->update(0, 0, self->viewport()->width(), self->headHeight());
            },
            Qt::QueuedConnection);
    });
}

int RowsTable::columnLeft(int column) const
{
    const int left = m_lefts[std::size_t(column)] - horizontalScrollBar()->value();
    if (layoutDirection() != Qt::RightToLeft)
        return left;
    return viewport()->width() - left - (m_lefts[std::size_t(column) + 1] - m_lefts[std::size_t(column)]);
}

QRect RowsTable::cellBox(int row, int column) const
{
    const int width = m_lefts[std::size_t(column) + 1] - m_lefts[std::size_t(column)];
    return {columnLeft(column), headHeight() + row * rowHeight() - verticalScrollBar()->value(), width, rowHeight()};
}

CellRef RowsTable::cellAt(const QPoint &at) const
{
    if (at.y() < headHeight())
        return {};
    CellRef cell;
    cell.row = (at.y() - headHeight() + verticalScrollBar()->value()) / rowHeight();
    if (cell.row < 0 || cell.row >= int(shownRows()))
        return {};
    for (int c = 0; c < int(m_widths.size()); ++c) {
        const QRect box = cellBox(cell.row, c);
        if (at.x() >= box.left() && at.x() <= box.right()) {
            cell.column = c;
            cell.box = box;
            return cell;
        }
    }
    return {};
}

void RowsTable::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokens.surface);
    if (m_rows.fields.empty() || shownRows() == 0) {
        paintEmpty(painter);
        if (m_rows.fields.empty())
            return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_stale)
        painter.setOpacity(0.6);
    const int scroll = verticalScrollBar()->value();
    const int first = scroll / rowHeight();
    painter.setClipRect(0, headHeight(), viewport()->width(), viewport()->height());
    for (int row = first; row < int(shownRows()); ++row) {
        const int top = headHeight() + row * rowHeight() - scroll;
        if (top >= viewport()->height())
            break;
        paintRow(painter, row, top);
    }
    painter.setClipping(false);
    painter.setOpacity(1);
    paintHead(painter);
}

void RowsTable::paintHead(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(this);
    const QRect head(0, 0, viewport()->width(), headHeight());
    painter.fillRect(head, tokens.surface);
    for (int c = 0; c < int(m_widths.size()); ++c) {
        const QRectF box(columnLeft(c), 0, m_lefts[std::size_t(c) + 1] - m_lefts[std::size_t(c)], headHeight());
        if (box.right() > 0 && box.left() < viewport()->width())
            paintHeadCell(painter, box, c);
    }
    painter.fillRect(0, headHeight() - 1, viewport()->width(), 1, tokens.border);
}

void RowsTable::paintHeadCell(QPainter &painter, const QRectF &box, int column) const
{
    const Tokens &tokens = tokensOf(this);
    const Field &field = m_rows.fields[std::size_t(column)];
    const bool fresh = m_new.contains(field.name);
    if (fresh)
        painter.fillRect(box, withAlpha(tokens.accent, 0.07));
    const QRectF inner = box.adjusted(kPad, 0, -kPad, 0);
    const bool numeric = isNumeric(field.column->type);
    if (m_plainHead) {
        paintText(&painter, inner, field.name, FontRole::Small, tokens.tertiary,
                  (numeric ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
        return;
    }
    const QString badge = fresh ? tr("new") : QString();
    const qreal badgeRoom = fresh ? badgeWidth(badge) + 6 : 0;
    const qreal name = std::min(textWidth(field.name, FontRole::SmallMedium), inner.width() - 20 - badgeRoom);
    const qreal all = 20 + name + badgeRoom;
    const qreal start = numeric ? inner.width() - all : 0;
    const auto place = [&](qreal left, qreal width) {
        return mirrored(QRectF(inner.left() + left, 8, width, 16), inner, layoutDirection());
    };
    paintIcon(&painter, place(start, 14).adjusted(0, 1, 0, -1), columnTypeIcon(field.column->type), tokens.secondary,
              layoutDirection());
    paintText(&painter, place(start + 20, name + 1), field.name, FontRole::SmallMedium, tokens.text);
    if (fresh) {
        const QRectF at = place(start + 20 + name + 6, badgeRoom - 6);
        paintBox(&painter, at, 4, tokens.accentTint);
        paintText(&painter, at, badge, FontRole::Caption, tokens.accentText, Qt::AlignCenter);
    }
    if (std::size_t(column) < m_summaries.size()) {
        const qreal width = std::min(inner.width(), 96.0);
        const QRectF at = QRectF(numeric ? inner.right() - width : inner.left(), 26, width, 15);
        paintSummary(painter, mirrored(at, inner, layoutDirection()), m_summaries[std::size_t(column)]);
    }
}

void RowsTable::paintSummary(QPainter &painter, const QRectF &box, const ColumnSummary &summary) const
{
    const Tokens &tokens = tokensOf(this);
    const QColor base = tokens.dark() ? tokens.series[4] : tokens.sequential[4];
    if (summary.kind == ColumnSummary::Kind::Histogram) {
        const qreal pitch = box.width() / qreal(summary.values.size());
        for (std::size_t i = 0; i < summary.values.size(); ++i) {
            const qreal height = summary.values[i] > 0 ? std::max(1.0, box.height() * qreal(summary.values[i])) : 0;
            painter.fillRect(QRectF(box.left() + qreal(i) * pitch, box.bottom() - height, pitch - 1, height),
                             withAlpha(base, 0.7));
        }
    } else if (summary.kind == ColumnSummary::Kind::Shares) {
        qreal left = 0;
        qreal alpha = 0.85;
        const QRectF bar(box.left(), box.top() + 4, box.width(), 7);
        for (const float share : summary.values) {
            const qreal width = bar.width() * qreal(share);
            const QRectF part(bar.left() + left, bar.top(), std::max(1.0, width - 1), bar.height());
            painter.fillRect(mirrored(part, bar, layoutDirection()), withAlpha(base, alpha));
            left += width;
            alpha = std::max(0.2, alpha - 0.14);
        }
    }
}

void RowsTable::paintRow(QPainter &painter, int row, int top) const
{
    const Tokens &tokens = tokensOf(this);
    const QLocale locale;
    const std::size_t at = batchRow(row);
    const QRect line(0, top, viewport()->width(), rowHeight());
    if (m_plainHead && row == m_row)
        painter.fillRect(line, tokens.selected);
    else if (row == m_hoverRow)
        painter.fillRect(line, tokens.hover);
    for (int c = 0; c < int(m_widths.size()); ++c) {
        const QRect box = cellBox(row, c);
        if (box.right() < 0 || box.left() > viewport()->width())
            continue;
        const Field &field = m_rows.fields[std::size_t(c)];
        const bool fresh = m_new.contains(field.name);
        const bool wrong = at < m_wrong.size() && m_wrong[at] == field.name;
        if (fresh)
            painter.fillRect(box, withAlpha(tokens.accent, 0.07));
        if (wrong)
            painter.fillRect(box, tokens.errorTint);
        const QRectF inner = QRectF(box).adjusted(kPad, 0, -kPad, 0);
        const bool numeric = isNumeric(field.column->type);
        const Qt::Alignment side = (numeric ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter;
        if (field.column->isNull(at)) {
            QFont italic = roleFont(FontRole::Small);
            italic.setItalic(true);
            painter.setFont(italic);
            painter.setPen(wrong ? tokens.error : tokens.tertiary);
            painter.drawText(inner, int(QStyle::visualAlignment(layoutDirection(), side)), tr("empty"));
        } else if (numeric || field.column->type == ColumnType::Instant) {
            painter.setFont(roleFont(fresh && numeric ? FontRole::SmallMedium : FontRole::Small));
            painter.setPen(wrong ? tokens.error : tokens.text);
            drawTabular(&painter, inner, QStyle::visualAlignment(layoutDirection(), side),
                        cellDisplay(*field.column, at, locale));
        } else {
            const FontRole role = wrong || field.column->type == ColumnType::Json ? FontRole::Mono : FontRole::Small;
            paintText(&painter, inner, cellDisplay(*field.column, at, locale), role, wrong ? tokens.error : tokens.text,
                      side);
        }
        if (!m_plainHead && row == m_row && c == m_column)
            paintBox(&painter, QRectF(box).adjusted(0, 0, 0, -1), 0, {}, tokens.accent, hasFocus() ? 2 : 1);
    }
    painter.fillRect(line.left(), line.bottom(), line.width(), 1, tokens.border);
}

void RowsTable::paintEmpty(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(this);
    const QRectF area = QRectF(viewport()->rect()).adjusted(kPad, m_rows.fields.empty() ? 0 : headHeight(), -kPad, 0);
    const QString line = m_filtered ? tr("No row contains “%1”").arg(m_search) : m_emptyLine;
    const QRectF first(area.left(), area.center().y() - 20, area.width(), 20);
    paintText(&painter, first, line, FontRole::BodyMedium, tokens.text, Qt::AlignCenter);
    paintText(&painter, first.translated(0, 20), m_filtered ? QString() : m_emptyHint, FontRole::Small, tokens.tertiary,
              Qt::AlignCenter);
}

void RowsTable::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void RowsTable::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    viewport()->update();
}

void RowsTable::mouseMoveEvent(QMouseEvent *event)
{
    const CellRef cell = cellAt(event->position().toPoint());
    if (cell.row != m_hoverRow) {
        m_hoverRow = cell.row;
        viewport()->update();
    }
}

void RowsTable::mouseReleaseEvent(QMouseEvent *event)
{
    const CellRef cell = cellAt(event->position().toPoint());
    if (cell.row < 0)
        return;
    setCurrent(cell.row, cell.column);
    Q_EMIT cellActivated(cell);
}

void RowsTable::setCurrent(int row, int column)
{
    const bool moved = row != m_row;
    m_row = std::clamp(row, shownRows() == 0 ? -1 : 0, int(shownRows()) - 1);
    m_column = std::clamp(column, m_widths.empty() ? -1 : 0, int(m_widths.size()) - 1);
    if (m_row >= 0 && m_column >= 0) {
        QScrollBar *down = verticalScrollBar();
        const int top = m_row * rowHeight();
        const int height = viewport()->height() - headHeight();
        if (top < down->value())
            down->setValue(top);
        else if (top + rowHeight() > down->value() + height)
            down->setValue(top + rowHeight() - height);
        QScrollBar *across = horizontalScrollBar();
        if (m_lefts[std::size_t(m_column)] < across->value())
            across->setValue(m_lefts[std::size_t(m_column)]);
        else if (m_lefts[std::size_t(m_column) + 1] > across->value() + viewport()->width())
            across->setValue(m_lefts[std::size_t(m_column) + 1] - viewport()->width());
    }
    announce();
    viewport()->update();
    if (moved)
        Q_EMIT currentRowChanged(m_row);
}

void RowsTable::moveCurrent(int row)
{
    const int moved = row >= 0 && m_row >= 0 ? row - m_row : 0;
    const bool other = row < 0 && m_row >= 0;
    m_row = row < int(shownRows()) ? row : -1;
    QScrollBar *down = verticalScrollBar();
    if (down->value() > 0) // at the top, what is new is seen
        down->setValue(down->value() + moved * rowHeight());
    viewport()->update();
    if (other)
        Q_EMIT currentRowChanged(m_row);
}

void RowsTable::announce()
{
    if (m_row < 0 || m_column < 0)
        return;
    const Field &field = m_rows.fields[std::size_t(m_column)];
    const QString value = cellDisplay(*field.column, batchRow(m_row), QLocale());
    setAccessibleDescription(
        tr("Row %1, %2: %3").arg(m_row + 1).arg(field.name, value.isEmpty() ? tr("empty") : value));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void RowsTable::keyPressEvent(QKeyEvent *event)
{
    if (shownRows() == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    const int across = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const int page = std::max(1, verticalScrollBar()->pageStep() / rowHeight());
    if (event->matches(QKeySequence::Copy) && m_row >= 0 && m_column >= 0) {
        const std::string text = cellText(*m_rows.fields[std::size_t(m_column)].column, batchRow(m_row));
        QGuiApplication::clipboard()->setText(QString::fromStdString(text));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        return setCurrent(m_row + 1, m_column);
    case Qt::Key_Up:
        return setCurrent(m_row - 1, m_column);
    case Qt::Key_Right:
        return setCurrent(m_row, m_column + across);
    case Qt::Key_Left:
        return setCurrent(m_row, m_column - across);
    case Qt::Key_PageDown:
        return setCurrent(m_row + page, m_column);
    case Qt::Key_PageUp:
        return setCurrent(m_row - page, m_column);
    case Qt::Key_Home:
        return event->modifiers() & Qt::ControlModifier ? setCurrent(0, m_column) : setCurrent(m_row, 0);
    case Qt::Key_End:
        return event->modifiers() & Qt::ControlModifier ? setCurrent(int(shownRows()) - 1, m_column)
                                                        : setCurrent(m_row, int(m_widths.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_row >= 0 && m_column >= 0)
            Q_EMIT cellActivated(CellRef{m_row, m_column, cellBox(m_row, m_column)});
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool RowsTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hoverRow >= 0) {
        m_hoverRow = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void RowsTable::focusInEvent(QFocusEvent *event)
{
    if (m_row < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(0, 0);
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RowsTable::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace dash
