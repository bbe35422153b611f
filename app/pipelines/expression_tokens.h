#pragma once
// Splits an expression for colouring and completion. Forgiving: half-typed text is coloured too. What is right is the
// engine's to judge.

#include <QString>

#include <vector>

namespace dash {

struct ExpressionWord {
    enum class Kind { Field, Function, Number, Text, Word, Operator } kind = Kind::Operator;
    qsizetype start = 0;
    qsizetype length = 0;
};

std::vector<ExpressionWord> expressionWords(const QString &text);
// The name as it is written in an expression: plain, or quoted where it has other characters.
QString fieldInExpression(const QString &name);
// The name of a Field token.
QString fieldName(QStringView token);
// A text as a literal: "it's" with quotes and escapes.
QString textInExpression(const QString &text);

} // namespace dash
