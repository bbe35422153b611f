// RFC 9535, §2, as a recursive descent parser.
#include "core/engine/path/json_path_query.h"
#include "core/engine/path/utf8.h"

#include <charconv>

namespace dash {

namespace {

constexpr std::size_t kMaxText = 8'192;
constexpr int kMaxDepth = 50;
constexpr std::size_t kMaxParts = 2'000;
constexpr std::int64_t kMaxInteger = 9'007'199'254'740'991;

using Kind = PathExpression::Kind;
using Comparison = PathExpression::Comparison;
using Function = PathExpression::Function;

bool startsName(char32_t c)
{
    return c == U'_' || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0x80;
}

class Parser {
public:
    explicit Parser(QStringView text)
        : m_utf8(text.toString().toStdString())
        , m_text(m_utf8)
    {
    }

    Result<JsonPath::Query> parse()
    {
        JsonPath::Query query;
        if (m_text.size() > kMaxText)
            wrong("the path is longer than 8192 bytes.");
        else if (!take('$'))
            wrong("a path begins with $.");
        else if (segments(query, 0) && m_at < m_text.size())
            wrong("a dot or a bracket is expected here.");
        if (m_failed)
            return fail(m_error);
        return query;
    }

private:
    bool wrong(const char *reason)
    {
        if (m_failed)
            return false;
        m_failed = true;
        const QString before = QString::fromUtf8(m_text.data(), static_cast<qsizetype>(std::min(m_at, m_text.size())));
        m_error = Error{ErrorCode::PathSyntax,
                        {{QLatin1StringView("position"), QString::number(before.size() + 1)},
                         {QLatin1StringView("reason"), QString::fromUtf8(reason)}},
                        {}};
        return false;
    }
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool take(std::string_view word)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }
    void blank()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }

    bool segments(JsonPath::Query &query, int depth)
    {
        for (;;) {
            const std::size_t before = m_at;
            blank();
            if (peek() != '.' && peek() != '[') {
                m_at = before; // blanks belong to what follows
                return true;
            }
            if (++m_parts > kMaxParts)
                return wrong("the path has too many parts.");
            PathSegment segment;
            if (!this->segment(segment, depth))
                return false;
            query.segments.push_back(std::move(segment));
        }
    }

    bool segment(PathSegment &segment, int depth)
    {
        segment.descendant = take("..");
        if (peek() == '[')
            return bracket(segment, depth);
        if (!segment.descendant)
            take('.');
        PathSelector selector;
        if (!take('*')) {
            selector.kind = PathSelector::Kind::Name;
            if (!shortName(selector.name))
                return false;
        }
        segment.selectors.push_back(std::move(selector));
        return true;
    }

    bool shortName(std::string &name)
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size()) {
            std::size_t next = m_at;
            const char32_t c = decodeUtf8(m_text, next);
            if (!startsName(c) && (m_at == begin || c < U'0' || c > U'9'))
                break;
            m_at = next;
        }
        name = std::string(m_text.substr(begin, m_at - begin));
        return !name.empty() || wrong("a name is missing here; names with other signs are written ['name'].");
    }

    bool bracket(PathSegment &segment, int depth)
    {
        ++m_at;
        do {
            blank();
            PathSelector one;
            if (++m_parts > kMaxParts || !selector(one, depth))
                return wrong("the path has too many parts.");
            segment.selectors.push_back(std::move(one));
            blank();
        } while (take(','));
        return take(']') || wrong("a bracket is not closed; add a ].");
    }

    bool selector(PathSelector &out, int depth)
    {
        if (peek() == '\'' || peek() == '"') {
            out.kind = PathSelector::Kind::Name;
            return quoted(out.name);
        }
        if (take('*'))
            return true;
        if (take('?')) {
            out.kind = PathSelector::Kind::Filter;
            blank();
            out.filter = either(depth + 1);
            return out.filter != nullptr;
        }
        return indexOrSlice(out);
    }

    bool indexOrSlice(PathSelector &out)
    {
        std::optional<std::int64_t> first;
        if (peek() != ':' && !integer(first))
            return false;
        const std::size_t before = m_at;
        blank();
        if (!take(':')) {
            m_at = before;
            out.kind = PathSelector::Kind::Index;
            out.index = first.value_or(0);
            return first.has_value() || wrong("an index is missing here.");
        }
        out.kind = PathSelector::Kind::Slice;
        out.start = first;
        blank();
        const auto number = [this] { return peek() == '-' || (peek() >= '0' && peek() <= '9'); };
        if (number() && !integer(out.end))
            return false;
        blank();
        if (take(':')) {
            blank();
            if (number() && !integer(out.step))
                return false;
        }
        return true;
    }

    bool integer(std::optional<std::int64_t> &out)
    {
        const std::size_t begin = m_at;
        take('-');
        const std::size_t digits = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        const std::string_view text = m_text.substr(begin, m_at - begin);
        std::int64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool leading =
            m_text[digits < m_text.size() ? digits : 0] == '0' && (m_at - digits > 1 || digits > begin);
        if (m_at == digits || read.ec != std::errc() || leading || value > kMaxInteger || value < -kMaxInteger) {
            m_at = begin;
            return wrong(m_at < m_text.size() && m_at != digits
                             ? "this is not a whole number as paths write them."
                             : "a name in quotes, an index, a slice, * or ?filter is expected here.");
        }
        out = value;
        return true;
    }

    bool quoted(std::string &out)
    {
        const char quote = m_text[m_at++];
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == quote) {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return wrong("a control character stands in the text.");
            if (c != '\\') {
                out.push_back(c);
                ++m_at;
            } else if (!escape(out, quote)) {
                return false;
            }
        }
        return wrong("a text is not closed; add the other quote.");
    }

    bool escape(std::string &out, char quote)
    {
        const char c = peek(1);
        static constexpr std::string_view kFrom = "bfnrt/\\";
        static constexpr std::string_view kTo = "\b\f\n\r\t/\\";
        if (const std::size_t at = kFrom.find(c); at != std::string_view::npos && c != '\0') {
            out.push_back(kTo[at]);
            m_at += 2;
            return true;
        }
        if (c == quote) {
            out.push_back(c);
            m_at += 2;
            return true;
        }
        unsigned code = 0;
        if (c != 'u' || !hex(m_at + 2, code))
            return wrong("this escape is not known.");
        m_at += 6;
        if (code >= 0xDC00 && code < 0xE000)
            return wrong("this is half of a character.");
        if (code >= 0xD800 && code < 0xDC00) {
            unsigned low = 0;
            if (peek() != '\\' || peek(1) != 'u' || !hex(m_at + 2, low) || low < 0xDC00 || low >= 0xE000)
                return wrong("this is half of a character.");
            m_at += 6;
            code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        }
        appendUtf8(out, code);
        return true;
    }

    bool hex(std::size_t at, unsigned &code) const
    {
        const std::string_view digits = m_text.substr(std::min(at, m_text.size()), 4);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        return digits.size() == 4 && read.ec == std::errc() && read.ptr == digits.data() + 4;
    }

    static std::shared_ptr<PathExpression> make(Kind kind, std::vector<PathExpressionPtr> operands = {})
    {
        auto out = std::make_shared<PathExpression>();
        out->kind = kind;
        out->operands = std::move(operands);
        return out;
    }
    PathExpressionPtr none(const char *reason)
    {
        wrong(reason);
        return nullptr;
    }

    PathExpressionPtr either(int depth)
    {
        PathExpressionPtr left = both(depth);
        while (left) {
            blank();
            if (!take("||"))
                break;
            blank();
            PathExpressionPtr right = both(depth);
            left = right ? make(Kind::Or, {left, right}) : nullptr;
        }
        return left;
    }

    PathExpressionPtr both(int depth)
    {
        PathExpressionPtr left = test(depth);
        while (left) {
            blank();
            if (!take("&&"))
                break;
            blank();
            PathExpressionPtr right = test(depth);
            left = right ? make(Kind::And, {left, right}) : nullptr;
        }
        return left;
    }

    PathExpressionPtr test(int depth)
    {
        if (depth > kMaxDepth || ++m_parts > kMaxParts)
            return none("the filter is nested too deeply.");
        if (peek() == '!' && peek(1) != '=') {
            ++m_at;
            blank();
            if (peek() != '(' && peek() != '@' && peek() != '$' && !(peek() >= 'a' && peek() <= 'z'))
                return none("only brackets, a path or a function can be negated.");
            PathExpressionPtr inside = peek() == '(' ? grouped(depth) : asTest(operand(depth));
            return inside ? make(Kind::Not, {inside}) : nullptr;
        }
        if (peek() == '(')
            return grouped(depth);
        PathExpressionPtr left = operand(depth);
        if (!left)
            return nullptr;
        blank();
        static constexpr std::pair<std::string_view, Comparison> kComparisons[] = {
            {"==", Comparison::Equal},        {"!=", Comparison::NotEqual}, {"<=", Comparison::LessEqual},
            {">=", Comparison::GreaterEqual}, {"<", Comparison::Less},      {">", Comparison::Greater}};
        for (const auto &[sign, comparison] : kComparisons) {
            if (!take(sign))
                continue;
            blank();
            PathExpressionPtr right = operand(depth);
            if (!right)
                return nullptr;
            if (!comparable(*left) || !comparable(*right))
                return none("only single values can be compared, not paths with several results.");
            auto out = make(Kind::Compare, {left, right});
            out->comparison = comparison;
            return out;
        }
        return asTest(left);
    }

    PathExpressionPtr grouped(int depth)
    {
        ++m_at;
        blank();
        PathExpressionPtr inside = either(depth + 1);
        blank();
        if (inside && !take(')'))
            return none("a bracket is not closed; add a ).");
        return inside;
    }

    PathExpressionPtr asTest(PathExpressionPtr operand)
    {
        if (!operand || operand->isLogical())
            return operand;
        if (operand->kind == Kind::Query)
            return make(Kind::Exists, {operand});
        return none("a comparison is missing here.");
    }

    static bool comparable(const PathExpression &e)
    {
        if (e.kind == Kind::Query)
            return e.query.singular();
        return e.kind == Kind::Literal || (e.kind == Kind::Function && !e.isLogical());
    }

    PathExpressionPtr operand(int depth)
    {
        const char c = peek();
        if (c == '@' || c == '$') {
            ++m_at;
            auto out = make(Kind::Query);
            out->query.relative = c == '@';
            return segments(out->query, depth + 1) ? out : nullptr;
        }
        auto out = make(Kind::Literal);
        if (c == '\'' || c == '"') {
            out->literal.kind = JsonKind::String;
            return quoted(out->literal.text) ? out : nullptr;
        }
        if (c == '-' || (c >= '0' && c <= '9'))
            return number(out->literal) ? out : nullptr;
        static constexpr std::pair<std::string_view, JsonKind> kWords[] = {
            {"true", JsonKind::True}, {"false", JsonKind::False}, {"null", JsonKind::Null}};
        for (const auto &[word, kind] : kWords) {
            if (take(word)) {
                out->literal.kind = kind;
                return out;
            }
        }
        return function(depth);
    }

    bool number(PathLiteral &out)
    {
        const std::size_t begin = m_at;
        take('-');
        const std::size_t first = m_at;
        const auto digits = [this] {
            const std::size_t from = m_at;
            while (peek() >= '0' && peek() <= '9')
                ++m_at;
            return m_at > from;
        };
        bool ok = digits() && (m_text[first] != '0' || m_at - first == 1);
        if (ok && take('.'))
            ok = digits();
        if (ok && (take('e') || take('E'))) {
            if (!take('+'))
                take('-');
            ok = digits();
        }
        if (!ok)
            return wrong("this is not a number.");
        out.kind = JsonKind::Number;
        out.text = std::string(m_text.substr(begin, m_at - begin));
        const auto read = std::from_chars(out.text.data(), out.text.data() + out.text.size(), out.number);
        return read.ec == std::errc() || wrong("this number is too large or too small.");
    }

    PathExpressionPtr function(int depth)
    {
        static constexpr std::tuple<std::string_view, Function, std::size_t> kFunctions[] = {
            {"length(", Function::Length, 1},
            {"count(", Function::Count, 1},
            {"match(", Function::Match, 2},
            {"search(", Function::Search, 2},
            {"value(", Function::Value, 1}};
        for (const auto &[name, function, count] : kFunctions) {
            if (!take(name))
                continue;
            auto out = make(Kind::Function);
            out->function = function;
            for (std::size_t i = 0; i < count; ++i) {
                blank();
                if (i > 0) {
                    if (!take(','))
                        return none("this function needs two values.");
                    blank();
                }
                PathExpressionPtr argument = operand(depth + 1);
                if (!argument || !fits(*argument, function))
                    return none("this function cannot take that value.");
                out->operands.push_back(std::move(argument));
            }
            blank();
            if (!take(')'))
                return none("the function's bracket is not closed; add a ).");
            if (count == 2 && out->operands[1]->kind == Kind::Literal)
                out->regex = pathRegex(out->operands[1]->literal.text);
            return out;
        }
        return none("a value, a path or one of the functions length, count, match, search and value is expected here.");
    }

    static bool fits(const PathExpression &e, Function function)
    {
        if (function == Function::Count || function == Function::Value)
            return e.kind == Kind::Query;
        return comparable(e);
    }

    std::string m_utf8;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_parts = 0;
    bool m_failed = false;
    Error m_error;
};

} // namespace

Result<JsonPath::Query> parsePathQuery(QStringView text)
{
    return Parser(text).parse();
}

std::shared_ptr<const Regex> pathRegex(std::string_view pattern)
{
    auto regex = Regex::compile(pattern, Regex::Dialect::IRegexp);
    return regex ? std::make_shared<const Regex>(std::move(*regex)) : nullptr;
}

} // namespace dash
