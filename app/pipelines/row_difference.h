#pragma once
// What a change of a definition does to the rows: two results of the same inputs, compared output by output. Pure.

#include "core/engine/host.h"

#include <vector>

namespace dash {

struct RowDifference {
    QString node; // output's id
    qint64 rowsBefore = 0;
    qint64 rowsAfter = 0;
    QString column;      // with the most changed values; empty: none changed
    qint64 changed = 0;  // values that differ in that column, of rows both have
    QStringList added;   // columns only after
    QStringList removed; // columns only before
};

// Outputs of `pipeline` in file order; a node missing on one side counts as no rows.
std::vector<RowDifference> compareRows(const PreviewResult &before, const PreviewResult &after,
                                       const Pipeline &pipeline);

} // namespace dash
