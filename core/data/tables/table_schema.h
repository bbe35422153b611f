#pragma once
// How a Dash table lies in SQL: one SQL table "t<id>" with a column "row" (the row's lasting number, in order of
// arrival), a column "n" (its bytes for the cap) and one column "c<i>" for each Dash column in order of appearance.
//
// A cell is NULL, or by its Dash column's type:
//   Bool, Int64, Instant → INTEGER;  Text, Json → TEXT;
//   Double → REAL (or INTEGER from before an Int64 column became Double; NaN, which SQL knows not, as 8 bytes);
//   Decimal → INTEGER units at the column's scale when they fit, else 17 bytes: scale, then the units big-endian.

#include "core/data/points_db.h"

#include <vector>

namespace dash {

struct TableColumn {
    QString name;
    ColumnType type = ColumnType::Text;
    int scale = 0;      // Decimal: of the INTEGER form
    bool fixed = false; // has held a value, so that the type stays
    QString unit;
};

struct TableState {
    qint64 id = 0;
    TableName name;
    QString title;
    QStringList key;    // as last written
    QStringList unique; // the key its index was made for; empty: none
    std::vector<TableColumn> columns;
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 nextRow = 1;
    qint64 revision = 0;

    int indexOf(QStringView column) const;
    std::string sqlName() const { return "t" + std::to_string(id); }
    TableInfo info() const;
};

// The registry row of a table; nothing when there is no such table.
Result<std::optional<TableState>> loadTable(Database &db, const TableName &name);
Result<std::vector<TableState>> loadTables(Database &db);
QByteArray columnsText(const std::vector<TableColumn> &columns);

// An index that gives pages in the order of one column; a table has a few of them at most.
std::string orderIndexName(const TableState &table, int column);
// How SQL compares the column's cells as Dash does.
const char *orderCollation(ColumnType type);

void bindCell(Statement &statement, int parameter, const Column &column, std::size_t row, const TableColumn &meta);
void readCell(const Statement &statement, int at, const TableColumn &meta, Column &out);

} // namespace dash
