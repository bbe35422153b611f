#include "core/engine/expression/tokens.h"

#include <algorithm>
#include <array>

namespace dash {

namespace {

constexpr std::array kKeywords{"and",  "or",   "not",   "in",   "between", "like", "ilike", "is",
                               "null", "true", "false", "case", "when",    "then", "else",  "end"};

bool startsName(QChar c)
{
    return c.isLetter() || c == u'_' || c.isHighSurrogate();
}

bool continuesName(QChar c)
{
    return startsName(c) || c.isDigit() || c.isLowSurrogate() || c.isMark();
}

class Scanner {
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    std::vector<ExpressionToken> scan()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace())
                ++m_at;
            else if (c.isDigit() || (c == u'.' && at(1).isDigit() && !afterOperand()))
                number();
            else if (startsName(c))
                name();
            else if (c == u'"' || c == u'\'')
                quoted(c, TokenKind::Text, "A text is not closed; add the other quote.");
            else if (c == u'`')
                quoted(c, TokenKind::Field, "A field name is not closed; add the other `.");
            else if (c == u'[' && !afterOperand())
                bracketed();
            else
                operatorToken();
        }
        return std::move(m_tokens);
    }

private:
    QChar at(qsizetype ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

    bool afterOperand() const
    {
        if (m_tokens.empty())
            return false;
        const ExpressionToken &last = m_tokens.back();
        return last.kind == TokenKind::Field ||
               (last.kind == TokenKind::Operator &&
                (last.value == QLatin1StringView(")") || last.value == QLatin1StringView("]")));
    }

    bool afterDot() const
    {
        return !m_tokens.empty() && m_tokens.back().kind == TokenKind::Operator &&
               m_tokens.back().value == QLatin1StringView(".");
    }

    void add(TokenKind kind, qsizetype start, QString value)
    {
        m_tokens.push_back({kind, start, m_at - start, std::move(value)});
    }

    void number()
    {
        const qsizetype start = m_at;
        while (at(0).isDigit() || at(0) == u'_')
            ++m_at;
        if (at(0) == u'.' && at(1).isDigit()) {
            ++m_at;
            while (at(0).isDigit())
                ++m_at;
        }
        if ((at(0) == u'e' || at(0) == u'E') &&
            (at(1).isDigit() || ((at(1) == u'+' || at(1) == u'-') && at(2).isDigit()))) {
            m_at += 2;
            while (at(0).isDigit())
                ++m_at;
        }
        while (continuesName(at(0))) // "5m" is a time span; "5x" the parser refuses
            ++m_at;
        add(TokenKind::Number, start, m_text.mid(start, m_at - start).toString().remove(u'_'));
    }

    void name()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && continuesName(m_text[m_at]))
            ++m_at;
        const QString word = m_text.mid(start, m_at - start).toString();
        if (afterDot()) {
            add(TokenKind::Field, start, word);
            return;
        }
        const QString lower = word.toLower();
        const bool keyword = std::any_of(kKeywords.begin(), kKeywords.end(),
                                         [&](const char *k) { return lower == QLatin1StringView(k); });
        if (keyword) {
            add(TokenKind::Keyword, start, lower);
            return;
        }
        qsizetype next = m_at;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        const bool call = next < m_text.size() && m_text[next] == u'(';
        add(call ? TokenKind::Function : TokenKind::Field, start, call ? lower : word);
    }

    void quoted(QChar quote, TokenKind kind, const char *unclosed)
    {
        const qsizetype start = m_at++;
        QString value;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == quote) {
                ++m_at;
                if (at(0) != quote) {
                    add(kind, start, value);
                    return;
                }
                value += quote; // written twice: the quote itself
                ++m_at;
            } else if (c == u'\\' && quote != u'`' && m_at + 1 < m_text.size() &&
                       QStringView(u"\\\"'nt").contains(at(1))) {
                value += at(1) == u'n' ? QChar(u'\n') : at(1) == u't' ? QChar(u'\t') : at(1);
                m_at += 2;
            } else {
                value += c;
                ++m_at;
            }
        }
        add(TokenKind::Error, start, QString::fromUtf8(unclosed));
    }

    void bracketed()
    {
        const qsizetype start = m_at;
        const qsizetype end = m_text.indexOf(u']', m_at);
        if (end < 0) {
            m_at = m_text.size();
            add(TokenKind::Error, start, QStringLiteral("A field name is not closed; add the ]."));
            return;
        }
        m_at = end + 1;
        add(TokenKind::Field, start, m_text.mid(start + 1, end - start - 1).toString());
    }

    void operatorToken()
    {
        static constexpr std::array kTwo{"<=", ">=", "<>", "!=", "==", "||", "&&", "??"};
        const qsizetype start = m_at;
        const QStringView two = m_text.mid(m_at, 2);
        for (const char *op : kTwo) {
            if (two == QLatin1StringView(op)) {
                m_at += 2;
                add(TokenKind::Operator, start, QString::fromLatin1(op));
                return;
            }
        }
        const QChar c = m_text[m_at++];
        static constexpr std::array<std::pair<char16_t, const char *>, 6> kSigns{
            {{u'−', "-"}, {u'×', "*"}, {u'÷', "/"}, {u'≤', "<="}, {u'≥', ">="}, {u'≠', "!="}}};
        for (const auto &[sign, op] : kSigns) {
            if (c == sign) {
                add(TokenKind::Operator, start, QString::fromLatin1(op));
                return;
            }
        }
        if (QStringView(u"+-*/%^&=<>!(),.[]$").contains(c))
            add(TokenKind::Operator, start, QString(c));
        else
            add(TokenKind::Error, start, QStringLiteral("“%1” has no meaning here.").arg(c));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<ExpressionToken> m_tokens;
};

} // namespace

std::vector<ExpressionToken> expressionTokens(QStringView text)
{
    return Scanner(text).scan();
}

} // namespace dash
