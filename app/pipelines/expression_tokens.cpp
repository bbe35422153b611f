#include "app/pipelines/expression_tokens.h"

#include <QStringList>

namespace dash {

namespace {

bool startsWord(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$';
}
bool inWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

qsizetype endOfQuoted(const QString &text, qsizetype start)
{
    const QChar quote = text[start];
    qsizetype at = start + 1;
    while (at < text.size() && text[at] != quote)
        at += text[at] == u'\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

qsizetype endOfNumber(const QString &text, qsizetype start)
{
    qsizetype at = start;
    while (at < text.size() && (text[at].isDigit() || text[at] == u'.'))
        ++at;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        qsizetype exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == u'+' || text[exponent] == u'-'))
            ++exponent;
        if (exponent < text.size() && text[exponent].isDigit()) {
            at = exponent;
            while (at < text.size() && text[at].isDigit())
                ++at;
        }
    }
    return at;
}

bool isKeyword(QStringView word)
{
    static const QStringList words{QStringLiteral("and"),  QStringLiteral("or"),    QStringLiteral("not"),
                                   QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null"),
                                   QStringLiteral("in"),   QStringLiteral("is"),    QStringLiteral("between"),
                                   QStringLiteral("like"), QStringLiteral("if"),    QStringLiteral("then"),
                                   QStringLiteral("else"), QStringLiteral("case"),  QStringLiteral("when"),
                                   QStringLiteral("end"),  QStringLiteral("ilike")};
    return words.contains(word, Qt::CaseInsensitive);
}

bool opensCall(const QString &text, qsizetype after)
{
    while (after < text.size() && text[after].isSpace())
        ++after;
    return after < text.size() && text[after] == u'(';
}

} // namespace

std::vector<ExpressionWord> expressionWords(const QString &text)
{
    using Kind = ExpressionWord::Kind;
    std::vector<ExpressionWord> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        Kind kind = Kind::Operator;
        if (c == u'"' || c == u'\'') {
            end = endOfQuoted(text, at);
            kind = Kind::Text;
        } else if (c == u'`') {
            end = endOfQuoted(text, at);
            kind = Kind::Field;
        } else if (c == u'[') {
            const qsizetype close = text.indexOf(u']', at);
            end = close < 0 ? text.size() : close + 1;
            kind = Kind::Field;
        } else if (c.isDigit() || (c == u'.' && end < text.size() && text[end].isDigit())) {
            end = endOfNumber(text, at);
            kind = Kind::Number;
        } else if (startsWord(c)) {
            while (end < text.size() && inWord(text[end]))
                ++end;
            const QStringView word = QStringView(text).mid(at, end - at);
            kind = opensCall(text, end) && !isKeyword(word) ? Kind::Function
                   : isKeyword(word)                        ? Kind::Word
                                                            : Kind::Field;
        }
        tokens.push_back({kind, at, end - at});
        at = end;
    }
    return tokens;
}

QString fieldInExpression(const QString &name)
{
    bool plain = !name.isEmpty() && startsWord(name[0]) && name[0] != u'$' && !isKeyword(name);
    for (const QChar c : name)
        plain = plain && inWord(c) && c != u'$';
    if (plain)
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
