#pragma once
// A JSONPath into a row: its first names are a field (the longest dotted name that is one), the rest goes into that
// field's JSON.

#include "core/engine/path/json_path.h"
#include "core/engine/steps/support.h"

namespace dash {

class RowPath {
public:
    static Result<RowPath> compile(const QString &text); // PathSyntax; short forms allowed
    // The values as a column: the field itself, or JSON cells settled to their own type where all rows agree. A path
    // with several results gives a JSON list in each row. Fails with ExpressionUnknownField.
    Result<ColumnPtr> column(const Batch &batch, const QString &step, const SeenFields &seen, Budget &budget) const;
    const QString &text() const { return m_text; }
    QString lastName() const;                  // what a field made by it is called
    QString fieldIn(const Batch &batch) const; // the field it begins in; empty when it begins at the row or has none

private:
    QString m_text;
    std::optional<JsonPath> m_path;
    QStringList m_names;
};

// JSON cells as what they are where all rows agree (text, whole numbers, numbers, yes/no), else unchanged.
ColumnPtr settledColumn(const ColumnPtr &column);

} // namespace dash
