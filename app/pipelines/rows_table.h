#pragma once
// A table of rows straight over a batch: nothing is copied, only the visible cells are made into text, so that a
// hundred thousand rows scroll as ten do. Heads show type, name and how the values are spread, computed on a worker.

#include "app/pipelines/column_summary.h"
#include "core/model/batch.h"

#include <QAbstractScrollArea>
#include <QSet>

namespace dash {

struct CellRef {
    int row = -1;
    int column = -1;
    QRect box; // in viewport coordinates
};

class RowsTable : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit RowsTable(QWidget *parent = nullptr);

    // Columns not named in `known` are tinted and marked "new". Selection and scroll position stay.
    void setRows(const Batch &rows, const QSet<QString> &known = {}, bool marksNew = false);
    const Batch &rows() const { return m_rows; }
    // Old rows, dimmed, until the next setRows().
    void setStale(bool stale);
    bool isStale() const { return m_stale; }
    // Columns whose cells are drawn as wrong (the field that was rejected), per row; empty for none.
    void setWrongCells(std::vector<QString> columnOfRow);
    void setPlainHead(bool plain); // 28 high, names only
    void setEmptyText(const QString &line, const QString &hint);
    // Only rows where some cell contains the words.
    void setSearch(const QString &words);
    std::size_t shownRows() const { return m_filtered ? m_visibleRows.size() : m_rows.rows; }

    void setCurrent(int row, int column);
    // After setRows(): the chosen row is `row` now (-1: it has gone); what is in view stays in view.
    void moveCurrent(int row);
    int currentRow() const { return m_row; }
    int currentColumn() const { return m_column; }
    std::size_t batchRow(int shownRow) const; // index into rows()
    QRect cellBox(int row, int column) const;

Q_SIGNALS:
    void cellActivated(const dash::CellRef &cell); // click, Return or Space on a cell
    void currentRowChanged(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int headHeight() const;
    int rowHeight() const;
    void measure();
    void updateBars();
    void startSummaries();
    void applySearch();
    int columnLeft(int column) const; // viewport x, direction-aware
    CellRef cellAt(const QPoint &at) const;
    void paintHead(QPainter &painter) const;
    void paintHeadCell(QPainter &painter, const QRectF &box, int column) const;
    void paintSummary(QPainter &painter, const QRectF &box, const ColumnSummary &summary) const;
    void paintRow(QPainter &painter, int row, int top) const;
    void paintEmpty(QPainter &painter) const;
    void announce();

    Batch m_rows;
    QSet<QString> m_new;
    std::vector<int> m_widths;
    std::vector<int> m_lefts; // one more than columns
    std::vector<ColumnSummary> m_summaries;
    quint64 m_summaryRound = 0;
    std::vector<QString> m_wrong;
    QString m_search;
    bool m_filtered = false;
    std::vector<std::uint32_t> m_visibleRows;
    bool m_stale = false;
    bool m_plainHead = false;
    QString m_emptyLine;
    QString m_emptyHint;
    int m_row = -1;
    int m_column = -1;
    int m_hoverRow = -1;
};

} // namespace dash
