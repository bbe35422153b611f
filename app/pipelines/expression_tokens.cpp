#include "app/pipelines/expression_tokens.h"

#include "core/engine/expression/tokens.h"

namespace dash {

std::vector<ExpressionWord> expressionWords(const QString &text)
{
    using Kind = ExpressionWord::Kind;
    std::vector<ExpressionWord> words;
    for (const ExpressionToken &token : expressionTokens(text)) {
        Kind kind = Kind::Operator;
        switch (token.kind) {
        case TokenKind::Field:
            kind = Kind::Field;
            break;
        case TokenKind::Number:
            kind = Kind::Number;
            break;
        case TokenKind::Text:
            kind = Kind::Text;
            break;
        case TokenKind::Function:
            kind = Kind::Function;
            break;
        case TokenKind::Keyword:
            kind = Kind::Word;
            break;
        case TokenKind::Operator:
        case TokenKind::Error:
            break;
        }
        words.push_back({kind, token.start, token.length});
    }
    return words;
}

QString fieldInExpression(const QString &name)
{
    const std::vector<ExpressionToken> tokens = expressionTokens(name);
    if (tokens.size() == 1 && tokens.front().kind == TokenKind::Field && tokens.front().value == name)
        return name;
    QString quoted = name;
    quoted.replace(u'`', QLatin1String("``"));
    return u'`' + quoted + u'`';
}

QString fieldName(QStringView token)
{
    if (token.size() < 2 || (token[0] != u'`' && token[0] != u'['))
        return token.toString();
    QString name = token.mid(1, token.size() - 2).toString();
    if (token[0] == u'`')
        name.replace(QLatin1String("``"), QLatin1String("`"));
    return name;
}

QString textInExpression(const QString &text)
{
    QString out = text;
    out.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    out.replace(u'\n', QLatin1String("\\n")).replace(u'\t', QLatin1String("\\t"));
    return u'"' + out + u'"';
}

} // namespace dash
