#include "app/pipelines/row_difference.h"

namespace dash {

namespace {

bool sameCell(const Column &a, std::size_t row, const Column &b)
{
    if (a.isNull(row) || b.isNull(row))
        return a.isNull(row) == b.isNull(row);
    return a.type == b.type && cellText(a, row) == cellText(b, row);
}

void compareBatches(const Batch &before, const Batch &after, RowDifference &difference)
{
    const std::size_t rows = std::min(before.rows, after.rows);
    for (const Field &field : after.fields) {
        const Column *old = before.column(field.name);
        if (!old) {
            difference.added.push_back(field.name);
            continue;
        }
        qint64 changed = 0;
        for (std::size_t row = 0; old != field.column.get() && row < rows; ++row)
            changed += sameCell(*old, row, *field.column) ? 0 : 1;
        if (changed > difference.changed) {
            difference.changed = changed;
            difference.column = field.name;
        }
    }
    for (const Field &field : before.fields) {
        if (!after.column(field.name))
            difference.removed.push_back(field.name);
    }
}

} // namespace

std::vector<RowDifference> compareRows(const PreviewResult &before, const PreviewResult &after,
                                       const Pipeline &pipeline)
{
    std::vector<RowDifference> out;
    for (const Node &node : pipeline.nodes) {
        if (node.kind != NodeKind::Output)
            continue;
        RowDifference difference;
        difference.node = node.id;
        const auto old = before.nodes.find(node.id);
        const auto now = after.nodes.find(node.id);
        const Batch none;
        if (old != before.nodes.end())
            difference.rowsBefore = qint64(old->second.totalRows);
        if (now != after.nodes.end())
            difference.rowsAfter = qint64(now->second.totalRows);
        if (old != before.nodes.end() && now != after.nodes.end())
            compareBatches(old->second.rows, now->second.rows, difference);
        out.push_back(std::move(difference));
    }
    return out;
}

} // namespace dash
