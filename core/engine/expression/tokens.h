#pragma once
// The words of an expression, for the parser and for colouring in the editor.

#include <QString>

#include <vector>

namespace dash {

enum class TokenKind { Field, Number, Text, Function, Keyword, Operator, Error };

// UTF-16 positions, as editors count.
struct ExpressionToken {
    TokenKind kind = TokenKind::Error;
    qsizetype start = 0;
    qsizetype length = 0;
    QString value; // a field's or function's name, a text's content, else the characters; a reason for Error
};

// Never fails: what is not understood is an Error token. Spaces lie between tokens. A name followed by ( is a
// function; names behind a dot belong to the field before it but are tokens of their own.
std::vector<ExpressionToken> expressionTokens(QStringView text);

} // namespace dash
