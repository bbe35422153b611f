// Precedence climbing: or < and < not < comparison < ?? < & < + - < * / % < ^ < unary < postfix.
#include "core/base/decimal.h"
#include "core/engine/closest_name.h"
#include "core/engine/expression/node.h"
#include "core/engine/expression/tokens.h"
#include "core/model/pipeline.h"

#include <charconv>

namespace dash {

namespace {

constexpr qsizetype kMaxText = 16'384;
constexpr int kMaxDepth = 100;
constexpr std::size_t kMaxNodes = 5'000;
constexpr std::size_t kMaxArguments = 200;
constexpr int kMaxHeight = 400; // of the tree, which evaluation walks recursively

using Kind = ExpressionNode::Kind;
using NodePtr = std::shared_ptr<ExpressionNode>;

class Parser {
public:
    Parser(QStringView text, QStringList &fields)
        : m_text(text)
        , m_tokens(expressionTokens(text))
        , m_fields(fields)
    {
    }

    Result<ExpressionNodePtr> parse()
    {
        if (m_tokens.empty())
            return fail(
                wrongAt(0, 0, QStringLiteral("The expression is empty. Write a value, such as a field's name.")));
        NodePtr root = either(0);
        if (root && m_at < m_tokens.size())
            unexpected();
        if (m_failed)
            return fail(m_error);
        return ExpressionNodePtr(root);
    }

private:
    static Error wrongAt(qsizetype start, qsizetype length, const QString &reason)
    {
        return Error{ErrorCode::ExpressionSyntax,
                     {{QLatin1StringView("position"), QString::number(start + 1)},
                      {QLatin1StringView("reason"), reason},
                      {QLatin1StringView("length"), QString::number(std::max<qsizetype>(1, length))}},
                     {}};
    }
    NodePtr wrong(const QString &reason)
    {
        if (m_failed)
            return nullptr;
        m_failed = true;
        const bool inside = m_at < m_tokens.size();
        if (inside && m_tokens[m_at].kind == TokenKind::Error)
            m_error = wrongAt(m_tokens[m_at].start, m_tokens[m_at].length, m_tokens[m_at].value);
        else
            m_error =
                wrongAt(inside ? m_tokens[m_at].start : m_text.size(), inside ? m_tokens[m_at].length : 1, reason);
        return nullptr;
    }
    NodePtr unexpected()
    {
        const ExpressionToken &token = m_tokens[m_at];
        if (token.value == QLatin1StringView("||") || token.value == QLatin1StringView("&&"))
            return wrong(QStringLiteral("Write “%1” instead of “%2”.")
                             .arg(token.value == QLatin1StringView("||") ? QStringLiteral("or") : QStringLiteral("and"),
                                  token.value));
        return wrong(QStringLiteral("An operator such as + or “and” is missing before “%1”.")
                         .arg(m_text.mid(token.start, std::min<qsizetype>(token.length, 20))));
    }

    bool isOp(const char *op, std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].kind == TokenKind::Operator &&
               m_tokens[m_at + ahead].value == QLatin1StringView(op);
    }
    bool isWord(const char *word, std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].kind == TokenKind::Keyword &&
               m_tokens[m_at + ahead].value == QLatin1StringView(word);
    }
    bool takeOp(const char *op)
    {
        if (!isOp(op))
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(const char *word)
    {
        if (!isWord(word))
            return false;
        ++m_at;
        return true;
    }
    bool needOp(const char *op, const char *reason)
    {
        return takeOp(op) || wrong(QString::fromUtf8(reason)) != nullptr;
    }
    bool needWord(const char *word)
    {
        return takeWord(word) || wrong(QStringLiteral("“%1” is missing here.").arg(QLatin1StringView(word))) != nullptr;
    }

    NodePtr make(Kind kind, std::size_t firstToken, std::vector<ExpressionNodePtr> operands = {})
    {
        if (++m_nodes > kMaxNodes)
            return wrong(QStringLiteral("The expression is too long. Split it over several fields."));
        for (const ExpressionNodePtr &operand : operands) {
            if (!operand)
                return nullptr;
        }
        auto node = std::make_shared<ExpressionNode>();
        node->kind = kind;
        if (firstToken < m_tokens.size()) {
            node->start = m_tokens[firstToken].start;
            const ExpressionToken &last = m_tokens[std::max(firstToken, m_at == 0 ? 0 : m_at - 1)];
            node->length = last.start + last.length - node->start;
        }
        for (const ExpressionNodePtr &operand : operands)
            node->height = std::max(node->height, operand->height + 1);
        if (node->height > kMaxHeight)
            return wrong(QStringLiteral("The expression is nested too deeply. Split it over several fields."));
        node->operands = std::move(operands);
        return node;
    }

    NodePtr either(int depth)
    {
        if (depth > kMaxDepth)
            return wrong(QStringLiteral("The expression is nested too deeply. Split it over several fields."));
        const std::size_t first = m_at;
        NodePtr left = both(depth);
        while (left && takeWord("or"))
            left = make(Kind::Or, first, {left, both(depth)});
        return left;
    }

    NodePtr both(int depth)
    {
        const std::size_t first = m_at;
        NodePtr left = inverse(depth);
        while (left && (isWord("and") || isOp("&&"))) {
            ++m_at;
            left = make(Kind::And, first, {left, inverse(depth)});
        }
        return left;
    }

    NodePtr inverse(int depth)
    {
        const std::size_t first = m_at;
        if (!takeWord("not") && !takeOp("!"))
            return comparison(depth);
        if (depth > kMaxDepth)
            return wrong(QStringLiteral("The expression is nested too deeply."));
        return make(Kind::Not, first, {inverse(depth + 1)});
    }

    NodePtr comparison(int depth)
    {
        const std::size_t first = m_at;
        NodePtr left = fallback(depth);
        if (!left)
            return nullptr;
        static constexpr std::pair<const char *, ExpressionOp> kOps[] = {
            {"=", ExpressionOp::Equal},         {"==", ExpressionOp::Equal},     {"!=", ExpressionOp::NotEqual},
            {"<>", ExpressionOp::NotEqual},     {"<=", ExpressionOp::LessEqual}, {"<", ExpressionOp::Less},
            {">=", ExpressionOp::GreaterEqual}, {">", ExpressionOp::Greater}};
        for (const auto &[text, op] : kOps) {
            if (!takeOp(text))
                continue;
            NodePtr node = make(Kind::Binary, first, {left, fallback(depth)});
            if (node)
                node->op = op;
            for (const auto &again : kOps) {
                if (node && isOp(again.first))
                    return wrong(QStringLiteral("Two comparisons in a row. Join them by “and”: a < b and b < c."));
            }
            return node;
        }
        return wordComparison(first, left, depth);
    }

    NodePtr wordComparison(std::size_t first, const NodePtr &left, int depth)
    {
        if (takeWord("is")) {
            const bool negated = takeWord("not");
            if (!needWord("null"))
                return nullptr;
            return flagged(make(Kind::IsNull, first, {left}), negated);
        }
        const bool negated =
            isWord("not") && (isWord("in", 1) || isWord("between", 1) || isWord("like", 1) || isWord("ilike", 1));
        if (negated)
            ++m_at;
        if (takeWord("in"))
            return flagged(list(first, left, depth), negated);
        if (takeWord("between")) {
            NodePtr low = fallback(depth);
            if (!low || !needWord("and"))
                return nullptr;
            return flagged(make(Kind::Between, first, {left, low, fallback(depth)}), negated);
        }
        if (isWord("like") || isWord("ilike")) {
            const bool fold = m_tokens[m_at++].value == QLatin1StringView("ilike");
            NodePtr node = flagged(make(Kind::Like, first, {left, fallback(depth)}), negated);
            if (node)
                node->foldCase = fold;
            return node;
        }
        return left;
    }

    static NodePtr flagged(NodePtr node, bool negated)
    {
        if (node)
            node->negated = negated;
        return node;
    }

    NodePtr list(std::size_t first, const NodePtr &left, int depth)
    {
        if (!needOp("(", "A list in brackets is needed here: in (\"a\", \"b\")."))
            return nullptr;
        std::vector<ExpressionNodePtr> operands{left};
        do {
            operands.push_back(either(depth + 1));
            if (!operands.back())
                return nullptr;
        } while (takeOp(","));
        if (!needOp(")", "The list is not closed; add a )."))
            return nullptr;
        return make(Kind::In, first, std::move(operands));
    }

    NodePtr fallback(int depth)
    {
        const std::size_t first = m_at;
        NodePtr left = joined(depth);
        while (left && takeOp("??"))
            left = make(Kind::Coalesce, first, {left, joined(depth)});
        return left;
    }

    NodePtr binary(std::size_t first, NodePtr left, NodePtr right, ExpressionOp op)
    {
        NodePtr node = make(Kind::Binary, first, {std::move(left), std::move(right)});
        if (node)
            node->op = op;
        return node;
    }

    NodePtr joined(int depth)
    {
        const std::size_t first = m_at;
        NodePtr left = sum(depth);
        while (left && (isOp("&") || isOp("||"))) {
            ++m_at;
            left = binary(first, left, sum(depth), ExpressionOp::Concat);
        }
        return left;
    }

    NodePtr sum(int depth)
    {
        const std::size_t first = m_at;
        NodePtr left = product(depth);
        while (left && (isOp("+") || isOp("-"))) {
            const ExpressionOp op = isOp("+") ? ExpressionOp::Add : ExpressionOp::Subtract;
            ++m_at;
            left = binary(first, left, product(depth), op);
        }
        return left;
    }

    NodePtr product(int depth)
    {
        const std::size_t first = m_at;
        NodePtr left = sign(depth);
        while (left && (isOp("*") || isOp("/") || isOp("%"))) {
            const ExpressionOp op = isOp("*")   ? ExpressionOp::Multiply
                                    : isOp("/") ? ExpressionOp::Divide
                                                : ExpressionOp::Modulo;
            ++m_at;
            left = binary(first, left, sign(depth), op);
        }
        return left;
    }

    NodePtr sign(int depth)
    {
        const std::size_t first = m_at;
        if (depth > kMaxDepth)
            return wrong(QStringLiteral("The expression is nested too deeply. Split it over several fields."));
        if (takeOp("-"))
            return make(Kind::Negate, first, {sign(depth + 1)});
        if (takeOp("+"))
            return sign(depth + 1);
        NodePtr left = postfix(depth);
        if (left && takeOp("^"))
            return binary(first, left, sign(depth + 1), ExpressionOp::Power);
        return left;
    }

    NodePtr postfix(int depth)
    {
        const std::size_t first = m_at;
        NodePtr node = primary(depth);
        while (node && (isOp(".") || isOp("["))) {
            PathPiece piece;
            if (!pathPiece(piece))
                return nullptr;
            if (node->kind == Kind::Field && (node->names.size() == 1 + static_cast<qsizetype>(node->pieces.size())) &&
                !piece.isIndex)
                node->names.push_back(QString::fromStdString(piece.name));
            if (node->kind != Kind::Field && node->kind != Kind::Access)
                node = make(Kind::Access, first, {node});
            if (!node)
                return nullptr;
            node->pieces.push_back(std::move(piece));
            node->length = m_tokens[m_at - 1].start + m_tokens[m_at - 1].length - node->start;
        }
        return node;
    }

    bool pathPiece(PathPiece &piece)
    {
        if (takeOp(".")) {
            if (m_at >= m_tokens.size() ||
                (m_tokens[m_at].kind != TokenKind::Field && m_tokens[m_at].kind != TokenKind::Function))
                return wrong(QStringLiteral("The name of a part is missing after the dot.")) != nullptr;
            piece.name = m_tokens[m_at].kind == TokenKind::Field
                             ? m_tokens[m_at].value.toStdString()
                             : m_text.mid(m_tokens[m_at].start, m_tokens[m_at].length).toString().toStdString();
            ++m_at;
            return true;
        }
        ++m_at;
        const bool minus = takeOp("-");
        if (m_at < m_tokens.size() && m_tokens[m_at].kind == TokenKind::Number) {
            bool ok = false;
            piece.index = m_tokens[m_at++].value.toInt(&ok) * (minus ? -1 : 1);
            piece.isIndex = true;
            if (!ok) {
                --m_at;
                return wrong(QStringLiteral("A whole number is needed between the brackets.")) != nullptr;
            }
        } else if (!minus && m_at < m_tokens.size() && m_tokens[m_at].kind == TokenKind::Text) {
            piece.name = m_tokens[m_at++].value.toStdString();
        } else {
            return wrong(QStringLiteral("A position or a name in quotes is needed between the brackets: items[0].")) !=
                   nullptr;
        }
        return needOp("]", "A bracket is not closed; add a ].");
    }

    NodePtr primary(int depth)
    {
        if (m_at >= m_tokens.size())
            return wrong(QStringLiteral("The expression ends too early; a value is missing."));
        const std::size_t first = m_at;
        const ExpressionToken token = m_tokens[m_at];
        switch (token.kind) {
        case TokenKind::Number:
            return number(token);
        case TokenKind::Text: {
            auto column = std::make_shared<Column>(ColumnType::Text);
            column->appendText(token.value.toStdString());
            return literal(std::move(column));
        }
        case TokenKind::Field:
            return field(token);
        case TokenKind::Function:
            return call(token, depth);
        case TokenKind::Keyword:
            return keyword(token, depth);
        case TokenKind::Operator:
            break;
        case TokenKind::Error:
            return wrong(token.value);
        }
        if (takeOp("(")) {
            NodePtr inside = either(depth + 1);
            if (!inside || !needOp(")", "A bracket is not closed; add a )."))
                return nullptr;
            return inside;
        }
        if (takeOp("$")) { // $.shop, as paths are written
            if (isOp(".") && m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].kind == TokenKind::Field) {
                ++m_at;
                return field(m_tokens[m_at]);
            }
            return wrong(QStringLiteral("A field is missing after $: $.shop."));
        }
        m_at = first;
        return wrong(QStringLiteral("A value is missing before “%1”.").arg(token.value));
    }

    NodePtr literal(ColumnPtr column)
    {
        ++m_at;
        NodePtr node = make(Kind::Literal, m_at - 1);
        if (node)
            node->literal = std::move(column);
        return node;
    }

    NodePtr number(const ExpressionToken &token)
    {
        const std::string text = token.value.toStdString();
        std::int64_t whole = 0;
        const auto end = text.data() + text.size();
        if (const auto read = std::from_chars(text.data(), end, whole); read.ptr == end && read.ec == std::errc()) {
            auto column = std::make_shared<Column>(ColumnType::Int64);
            column->appendInt(whole);
            return literal(std::move(column));
        }
        if (text.find_first_not_of("0123456789.") == std::string::npos) {
            if (const auto exact = parseDecimal(text)) {
                auto column = std::make_shared<Column>(ColumnType::Decimal, exact->scale);
                column->decimals.push_back(exact->units);
                return literal(std::move(column));
            }
        }
        double value = 0;
        if (const auto read = std::from_chars(text.data(), end, value); read.ptr == end && read.ec == std::errc()) {
            auto column = std::make_shared<Column>(ColumnType::Double);
            column->appendDouble(value);
            return literal(std::move(column));
        }
        if (const auto span = parseDuration(token.value)) { // 5m: milliseconds
            auto column = std::make_shared<Column>(ColumnType::Int64);
            column->appendInt(span->count());
            return literal(std::move(column));
        }
        return wrong(QStringLiteral("“%1” is not a number.").arg(token.value));
    }

    NodePtr field(const ExpressionToken &token)
    {
        ++m_at;
        NodePtr node = make(Kind::Field, m_at - 1);
        if (!node)
            return nullptr;
        node->names.push_back(token.value);
        if (!m_fields.contains(token.value))
            m_fields.push_back(token.value);
        return node;
    }

    NodePtr keyword(const ExpressionToken &token, int depth)
    {
        if (token.value == QLatin1StringView("true") || token.value == QLatin1StringView("false")) {
            auto column = std::make_shared<Column>(ColumnType::Bool);
            column->appendBool(token.value == QLatin1StringView("true"));
            return literal(std::move(column));
        }
        if (token.value == QLatin1StringView("null")) {
            NodePtr node = literal(nullVec().column);
            if (node)
                node->typed = false;
            return node;
        }
        if (token.value == QLatin1StringView("case"))
            return cases(depth);
        return wrong(
            QStringLiteral("A value is missing before “%1”. A field of that name is written `%1`.").arg(token.value));
    }

    // case [x] when a then b … [else c] end, as nested choices: operands are condition, value, …, otherwise.
    NodePtr cases(int depth)
    {
        const std::size_t first = m_at++;
        NodePtr subject;
        if (!isWord("when")) {
            subject = either(depth + 1);
            if (!subject)
                return nullptr;
        }
        std::vector<ExpressionNodePtr> operands;
        while (takeWord("when")) {
            const std::size_t at = m_at;
            NodePtr condition = either(depth + 1);
            if (condition && subject)
                condition = binary(at, subject, condition, ExpressionOp::Equal);
            if (!condition || !needWord("then"))
                return nullptr;
            operands.push_back(condition);
            operands.push_back(either(depth + 1));
            if (!operands.back())
                return nullptr;
        }
        if (operands.size() > kMaxArguments)
            return wrong(QStringLiteral("There are more than 100 cases. Split them over several fields."));
        if (operands.empty())
            return wrong(QStringLiteral("“when” is missing: case when a > 1 then \"x\" else \"y\" end."));
        if (takeWord("else")) {
            operands.push_back(either(depth + 1));
            if (!operands.back())
                return nullptr;
        }
        if (!needWord("end"))
            return nullptr;
        return make(Kind::If, first, std::move(operands));
    }

    NodePtr call(const ExpressionToken &token, int depth)
    {
        const std::size_t first = m_at++;
        ++m_at; // the bracket: the tokenizer saw it
        std::vector<ExpressionNodePtr> arguments;
        if (!isOp(")")) {
            do {
                arguments.push_back(either(depth + 1));
                if (!arguments.back())
                    return nullptr;
            } while (takeOp(","));
        }
        if (!needOp(")", "The function's bracket is not closed; add a )."))
            return nullptr;
        if (arguments.size() > kMaxArguments)
            return wrong(QStringLiteral("There are more than 200 values in these brackets."));
        const FunctionEntry *entry = findFunction(token.value);
        if (entry == nullptr)
            return unknownFunction(token);
        const auto count = static_cast<int>(arguments.size());
        if (count < entry->least || (entry->most >= 0 && count > entry->most)) {
            m_at = first;
            return wrong(QStringLiteral("%1 is written %2.")
                             .arg(QLatin1StringView(entry->about.name), QLatin1StringView(entry->about.signature)));
        }
        const Kind kind = token.value == QLatin1StringView("if")         ? Kind::If
                          : token.value == QLatin1StringView("coalesce") ? Kind::Coalesce
                                                                         : Kind::Function;
        NodePtr node = make(kind, first, std::move(arguments));
        if (node)
            node->function = entry;
        if (node) {
            if (const auto compiled = compileConstantRegex(*node); !compiled) {
                m_failed = true;
                m_error = compiled.error();
                return nullptr;
            }
        }
        return node;
    }

    NodePtr unknownFunction(const ExpressionToken &token)
    {
        const QString near = closestName(token.value, functionNames());
        m_failed = true;
        m_error = Error{
            ErrorCode::ExpressionUnknownFunction,
            {{QLatin1StringView("function"), token.value},
             {QLatin1StringView("reason"), near.isEmpty() ? QStringLiteral("The list of functions shows what there is.")
                                                          : QStringLiteral("Did you mean “%1”?").arg(near)},
             {QLatin1StringView("position"), QString::number(token.start + 1)},
             {QLatin1StringView("length"), QString::number(token.length)},
             {QLatin1StringView("suggestion"), near}},
            {}};
        return nullptr;
    }

    QStringView m_text;
    std::vector<ExpressionToken> m_tokens;
    QStringList &m_fields;
    std::size_t m_at = 0;
    std::size_t m_nodes = 0;
    bool m_failed = false;
    Error m_error;
};

} // namespace

Result<ExpressionNodePtr> parseExpression(QStringView text, QStringList &fields)
{
    if (text.size() > kMaxText)
        return fail(
            ErrorCode::ExpressionSyntax,
            {{QLatin1StringView("position"), QString::number(kMaxText)},
             {QLatin1StringView("reason"),
              QStringLiteral("The expression is longer than 16 384 characters. Split it over several fields.")}});
    return Parser(text, fields).parse();
}

} // namespace dash
