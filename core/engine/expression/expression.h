#pragma once
// The expression language of filter and derive: typed, null-safe, exact for whole numbers and decimals, evaluated a
// batch at a time in one loop per operator.
//
//   (cents - fees) / 100        status = "paid" and country in ("DE", "AT")        if(total > 150, "large", "small")
//   order.customer.name         items[0].sku         [field with spaces]           now() - created < 5m
//
// Whole number with whole number stays whole (overflow is an error of that row); `/` by 10, 100, … gives an exact
// decimal, by anything else a floating number; a decimal stays a decimal unless it meets a floating number. A null
// makes the result null, except: = and != treat null as a value; and/or are three-valued; ??, coalesce, if and case
// choose. A branch that is not taken causes no error.

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/model/batch.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace dash {

class Budget;
class Zone;

// A row whose value could not be computed; its cell is null.
struct RowError {
    std::uint32_t row = 0;
    Error error;
};

struct ExpressionFunction {
    const char *name;
    const char *signature; // "round(number, places)"
    const char *help;      // English, one sentence, marked with QT_TRANSLATE_NOOP("Function", …)
    const char *group;     // "Number", "Text", "Time", "Logic", "JSON"
    const char *example;   // "round(2.345, 2) = 2.35"
};
// The documented functions, by group.
const std::vector<ExpressionFunction> &expressionFunctions();

class Expression {
public:
    // Parses. Fails with ExpressionSyntax or ExpressionUnknownFunction; both carry position and length (UTF-16,
    // 1-based), the latter a suggestion where one is near.
    static Result<Expression> compile(QStringView text);

    struct Environment {
        const Clock *clock = nullptr; // null: now() is 1970
        Budget *budget = nullptr;     // checked while working, when given
        QString supplier;             // who delivers the fields, for messages: "Orders API"
        QStringList knownFields;      // fields that other batches of this run had: null here, not an error
    };
    struct Output {
        ColumnPtr column; // as many rows as the batch
        std::vector<RowError> errors;
    };
    // Fails with ExpressionUnknownField (field, suggestion, position, length) or ExpressionType (position, length,
    // reason), or as the budget does. On a batch without rows this checks fields and types and tells the type.
    Result<Output> evaluate(const Batch &batch, const Environment &environment) const;

    // 1 where the value is true. Fails also when the value is not yes/no.
    struct Mask {
        std::vector<std::uint8_t> keep;
        std::vector<RowError> errors;
    };
    Result<Mask> evaluateMask(const Batch &batch, const Environment &environment) const;

    const QStringList &fields() const { return m_fields; } // first names of the fields it reads
    const QString &text() const { return m_text; }

private:
    QString m_text;
    QStringList m_fields;
    std::shared_ptr<const struct ExpressionNode> m_root;
};

} // namespace dash
