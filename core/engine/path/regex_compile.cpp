// From a pattern to instructions.
#include "core/engine/path/regex.h"

#include "core/engine/path/utf8.h"

#include <QChar>

#include <algorithm>
#include <memory>
#include <optional>

namespace dash {

namespace {

constexpr std::size_t kMaxPattern = 2'000;
constexpr std::size_t kMaxProgram = 4'000;
constexpr int kMaxDepth = 60;
constexpr int kMaxGroups = 20;
constexpr std::uint32_t kMaxRepeat = 1'000;

char32_t folded(char32_t c)
{
    return QChar::toCaseFolded(c);
}

std::uint32_t categoryBits(std::string_view name)
{
    struct Row {
        std::string_view name;
        QChar::Category category;
    };
    static constexpr Row kRows[] = {{"Mn", QChar::Mark_NonSpacing},
                                    {"Mc", QChar::Mark_SpacingCombining},
                                    {"Me", QChar::Mark_Enclosing},
                                    {"Nd", QChar::Number_DecimalDigit},
                                    {"Nl", QChar::Number_Letter},
                                    {"No", QChar::Number_Other},
                                    {"Zs", QChar::Separator_Space},
                                    {"Zl", QChar::Separator_Line},
                                    {"Zp", QChar::Separator_Paragraph},
                                    {"Cc", QChar::Other_Control},
                                    {"Cf", QChar::Other_Format},
                                    {"Cs", QChar::Other_Surrogate},
                                    {"Co", QChar::Other_PrivateUse},
                                    {"Cn", QChar::Other_NotAssigned},
                                    {"Lu", QChar::Letter_Uppercase},
                                    {"Ll", QChar::Letter_Lowercase},
                                    {"Lt", QChar::Letter_Titlecase},
                                    {"Lm", QChar::Letter_Modifier},
                                    {"Lo", QChar::Letter_Other},
                                    {"Pc", QChar::Punctuation_Connector},
                                    {"Pd", QChar::Punctuation_Dash},
                                    {"Ps", QChar::Punctuation_Open},
                                    {"Pe", QChar::Punctuation_Close},
                                    {"Pi", QChar::Punctuation_InitialQuote},
                                    {"Pf", QChar::Punctuation_FinalQuote},
                                    {"Po", QChar::Punctuation_Other},
                                    {"Sm", QChar::Symbol_Math},
                                    {"Sc", QChar::Symbol_Currency},
                                    {"Sk", QChar::Symbol_Modifier},
                                    {"So", QChar::Symbol_Other}};
    std::uint32_t bits = 0;
    for (const Row &row : kRows) {
        if (row.name == name || (name.size() == 1 && row.name[0] == name[0]))
            bits |= 1U << static_cast<unsigned>(row.category);
    }
    return bits;
}

} // namespace

bool Regex::Set::computed(char32_t c, bool foldCase) const
{
    const auto in = [&](char32_t x) {
        return std::any_of(ranges.begin(), ranges.end(), [&](const Range &r) { return x >= r.from && x <= r.to; });
    };
    bool inside = in(c);
    if (!inside && foldCase)
        inside = in(folded(c)) || in(QChar::toUpper(c)) || in(QChar::toLower(c));
    if (!inside && (categories | notCategories) != 0) {
        const std::uint32_t bit = 1U << static_cast<unsigned>(QChar::category(c));
        inside = (categories & bit) != 0 || (notCategories != 0 && (notCategories & bit) == 0);
    }
    return inside != negated;
}

bool Regex::Set::holds(char32_t c) const
{
    return ascii[c];
}

// Recursive descent straight to instructions. A repeated piece is compiled again for each copy.
class RegexCompiler {
public:
    RegexCompiler(std::string_view pattern, Regex::Dialect dialect)
        : m_pattern(pattern)
        , m_dialect(dialect)
    {
    }

    Result<Regex> compile()
    {
        if (m_pattern.size() > kMaxPattern)
            return problem("the pattern is longer than 2000 bytes.");
        if (m_dialect == Regex::Dialect::Usual && m_pattern.substr(0, 4) == "(?i)") {
            m_regex.m_foldCase = true;
            m_at = 4;
        }
        emit(Regex::Op::Save, 0);
        if (!alternatives(0))
            return tl::unexpected<Error>(m_error);
        if (m_at < m_pattern.size())
            return problem("a closing bracket without an opening one.");
        emit(Regex::Op::Save, 1);
        emit(Regex::Op::Match);
        m_regex.m_groups = m_groups;
        for (Regex::Set &set : m_regex.m_sets) {
            for (char32_t c = 0; c < 128; ++c)
                set.ascii[c] = set.computed(c, m_regex.m_foldCase);
        }
        return std::move(m_regex);
    }

private:
    using Op = Regex::Op;

    Failure problem(const char *reason)
    {
        m_error = Error{ErrorCode::ExpressionSyntax,
                        {{QLatin1StringView("position"), QString::number(m_at + 1)},
                         {QLatin1StringView("reason"), QString::fromUtf8(reason)}},
                        {}};
        return fail(m_error);
    }
    bool wrong(const char *reason)
    {
        (void)problem(reason);
        return false;
    }
    bool more() const { return m_at < m_pattern.size(); }
    char peek() const { return m_pattern[m_at]; }
    bool take(char c)
    {
        if (!more() || peek() != c)
            return false;
        ++m_at;
        return true;
    }
    std::uint32_t here() const { return static_cast<std::uint32_t>(m_regex.m_program.size()); }
    std::uint32_t emit(Op op, std::uint32_t x = 0, std::uint32_t y = 0)
    {
        m_regex.m_program.push_back({op, x, y});
        return here() - 1;
    }
    bool tooLarge()
    {
        return here() > kMaxProgram && !wrong("the pattern is too large when its repetitions are written out.");
    }

    bool alternatives(int depth)
    {
        if (depth > kMaxDepth)
            return wrong("brackets are nested too deeply.");
        std::vector<std::uint32_t> ends;
        for (;;) {
            const std::uint32_t split = emit(Op::Split);
            m_regex.m_program[split].x = here();
            if (!sequence(depth))
                return false;
            if (!take('|')) {
                m_regex.m_program[split].y = m_regex.m_program[split].x;
                break;
            }
            ends.push_back(emit(Op::Jump));
            m_regex.m_program[split].y = here();
        }
        for (const std::uint32_t end : ends)
            m_regex.m_program[end].x = here();
        return !tooLarge();
    }

    bool sequence(int depth)
    {
        while (more() && peek() != '|' && peek() != ')') {
            if (!repeated(depth))
                return false;
        }
        return true;
    }

    struct Count {
        std::uint32_t least = 1;
        std::uint32_t most = 1; // ~0: any number
        bool lazy = false;
    };

    bool repeated(int depth)
    {
        const std::size_t atomAt = m_at;
        const int groupsBefore = m_groups;
        const std::uint32_t begin = here();
        if (!atom(depth))
            return false;
        const auto count = quantifier();
        if (!count)
            return false;
        if (count->least == 1 && count->most == 1)
            return true;
        const std::size_t after = m_at;
        const auto again = [&] {
            m_at = atomAt;
            m_groups = groupsBefore;
            return atom(depth) && !tooLarge();
        };
        m_regex.m_program.resize(begin);
        for (std::uint32_t i = 0; i < count->least; ++i) {
            if (!again())
                return false;
        }
        if (count->most == ~0U) {
            const std::uint32_t split = emit(Op::Split);
            if (!again())
                return false;
            emit(Op::Jump, split);
            branch(split, split + 1, here(), count->lazy);
        } else {
            std::vector<std::uint32_t> splits;
            for (std::uint32_t i = count->least; i < count->most; ++i) {
                splits.push_back(emit(Op::Split));
                if (!again())
                    return false;
            }
            for (const std::uint32_t split : splits)
                branch(split, split + 1, here(), count->lazy);
        }
        if (count->most == 0) { // the groups inside still count
            const std::uint32_t keep = here();
            if (!again())
                return false;
            m_regex.m_program.resize(keep);
        }
        m_at = after;
        return true;
    }

    void branch(std::uint32_t split, std::uint32_t inside, std::uint32_t past, bool lazy)
    {
        m_regex.m_program[split].x = lazy ? past : inside;
        m_regex.m_program[split].y = lazy ? inside : past;
    }

    std::optional<Count> quantifier()
    {
        Count count;
        if (take('*')) {
            count = {0, ~0U, false};
        } else if (take('+')) {
            count = {1, ~0U, false};
        } else if (take('?')) {
            count = {0, 1, false};
        } else if (take('{')) {
            const auto least = number();
            if (!least)
                return std::nullopt;
            count.least = count.most = *least;
            if (take(',')) {
                count.most = ~0U;
                if (more() && peek() != '}') {
                    const auto most = number();
                    if (!most)
                        return std::nullopt;
                    count.most = *most;
                }
            }
            if (!take('}') || count.most < count.least) {
                wrong("a repetition is written {2}, {2,} or {2,5}.");
                return std::nullopt;
            }
        } else {
            return count;
        }
        if (take('?'))
            count.lazy = true;
        if (more() && (peek() == '*' || peek() == '+' || peek() == '?')) {
            wrong("a repetition of a repetition; put the inner one in brackets.");
            return std::nullopt;
        }
        return count;
    }

    std::optional<std::uint32_t> number()
    {
        std::uint32_t n = 0;
        const std::size_t begin = m_at;
        while (more() && peek() >= '0' && peek() <= '9' && n <= kMaxRepeat)
            n = n * 10 + static_cast<std::uint32_t>(m_pattern[m_at++] - '0');
        if (m_at == begin || n > kMaxRepeat) {
            wrong("a repetition count is a whole number up to 1000.");
            return std::nullopt;
        }
        return n;
    }

    bool atom(int depth)
    {
        const char c = peek();
        switch (c) {
        case '(':
            return group(depth);
        case '[':
            return bracket();
        case '.':
            ++m_at;
            emit(Op::AnyButLine);
            return true;
        case '^':
        case '$':
            if (m_dialect == Regex::Dialect::IRegexp)
                break;
            ++m_at;
            emit(c == '^' ? Op::Begin : Op::End);
            return true;
        case '*':
        case '+':
        case '?':
        case '{':
            return wrong("there is nothing to repeat here.");
        case ']':
        case '}':
            return wrong("this bracket needs a backslash before it.");
        case '\\':
            return escape();
        default:
            break;
        }
        character(decodeUtf8(m_pattern, m_at));
        return true;
    }

    void character(char32_t c) { emit(Op::Char, m_regex.m_foldCase ? folded(c) : c); }

    bool group(int depth)
    {
        ++m_at;
        int number = -1;
        if (m_pattern.substr(m_at, 2) == "?:")
            m_at += 2;
        else if (more() && peek() == '?')
            return wrong("only (?: …) groups are known; look-around is not.");
        else if (++m_groups > kMaxGroups)
            return wrong("there are more than 20 groups.");
        else
            number = m_groups;
        if (number > 0)
            emit(Op::Save, static_cast<std::uint32_t>(number * 2));
        if (!alternatives(depth + 1))
            return false;
        if (!take(')'))
            return wrong("a bracket is not closed.");
        if (number > 0)
            emit(Op::Save, static_cast<std::uint32_t>(number * 2 + 1));
        return true;
    }

    // One escape that stands for a set (\d \w \s \p{…} and their negations), added to `set`.
    bool classEscape(Regex::Set &set)
    {
        const char c = peek();
        const auto add = [&](std::initializer_list<Regex::Range> ranges) {
            ++m_at;
            set.ranges.insert(set.ranges.end(), ranges);
            return true;
        };
        constexpr char32_t kLast = 0x10FFFF;
        switch (c) {
        case 'd':
            return add({{U'0', U'9'}});
        case 'D':
            return add({{0, U'0' - 1}, {U'9' + 1, kLast}});
        case 'w':
            return add({{U'a', U'z'}, {U'A', U'Z'}, {U'0', U'9'}, {U'_', U'_'}});
        case 'W':
            return add(
                {{0, U'0' - 1}, {U'9' + 1, U'A' - 1}, {U'Z' + 1, U'_' - 1}, {U'_' + 1, U'a' - 1}, {U'z' + 1, kLast}});
        case 's':
            return add({{U' ', U' '}, {U'\t', U'\r'}});
        case 'S':
            return add({{0, U'\t' - 1}, {U'\r' + 1, U' ' - 1}, {U' ' + 1, kLast}});
        case 'p':
        case 'P':
            return property(set, c == 'P');
        default:
            return false;
        }
    }

    bool property(Regex::Set &set, bool inverse)
    {
        const std::size_t end = m_pattern.find('}', m_at);
        if (m_at + 1 >= m_pattern.size() || m_pattern[m_at + 1] != '{' || end == std::string_view::npos)
            return wrong("a property is written \\p{L} or \\p{Lu}.");
        const std::uint32_t bits = categoryBits(m_pattern.substr(m_at + 2, end - m_at - 2));
        if (bits == 0)
            return wrong("this property is not known; write \\p{L}, \\p{Lu}, \\p{Nd} or another general category.");
        (inverse ? set.notCategories : set.categories) |= bits;
        m_at = end + 1;
        return true;
    }

    // A single escaped character; nothing (with an error) when it is not one.
    std::optional<char32_t> escapedCharacter()
    {
        const char c = peek();
        constexpr std::string_view kPlain = R"(()*+-.?[\]^{|}$/"',:;=<>!@#%&~` )";
        if (kPlain.find(c) != std::string_view::npos) {
            ++m_at;
            return static_cast<unsigned char>(c);
        }
        if (c == 'n' || c == 'r' || c == 't') {
            ++m_at;
            return c == 'n' ? U'\n' : c == 'r' ? U'\r' : U'\t';
        }
        wrong("this escape is not known.");
        return std::nullopt;
    }

    void emitSet(Regex::Set set)
    {
        m_regex.m_sets.push_back(std::move(set));
        emit(Op::Set, static_cast<std::uint32_t>(m_regex.m_sets.size() - 1));
    }

    bool escape()
    {
        ++m_at;
        if (!more())
            return wrong("a backslash at the end stands for nothing.");
        if (m_dialect == Regex::Dialect::Usual && (peek() == 'b' || peek() == 'B')) {
            emit(m_pattern[m_at++] == 'b' ? Op::Boundary : Op::NotBoundary);
            return true;
        }
        Regex::Set set;
        if (classEscape(set)) {
            emitSet(std::move(set));
            return true;
        }
        if (!m_error.args.empty())
            return false;
        const auto c = escapedCharacter();
        if (c)
            character(*c);
        return c.has_value();
    }

    bool bracket()
    {
        ++m_at;
        Regex::Set set;
        set.negated = take('^');
        bool first = true;
        for (;; first = false) {
            if (!more())
                return wrong("a [ is not closed.");
            if (!first && take(']'))
                break;
            bool single = true;
            const auto from = bracketCharacter(set, single);
            if (!from)
                return false;
            if (!single)
                continue;
            char32_t to = *from;
            if (m_at + 1 < m_pattern.size() && peek() == '-' && m_pattern[m_at + 1] != ']') {
                ++m_at;
                const auto end = bracketCharacter(set, single);
                if (!end)
                    return false;
                if (!single || *end < *from)
                    return wrong("a range goes from a smaller to a larger character.");
                to = *end;
            }
            set.ranges.push_back({*from, to});
        }
        emitSet(std::move(set));
        return true;
    }

    std::optional<char32_t> bracketCharacter(Regex::Set &set, bool &single)
    {
        if (!more()) {
            wrong("a [ is not closed.");
            return std::nullopt;
        }
        if (peek() != '\\')
            return decodeUtf8(m_pattern, m_at);
        ++m_at;
        if (!more()) {
            wrong("a [ is not closed.");
            return std::nullopt;
        }
        if (classEscape(set)) {
            single = false;
            return U'\0';
        }
        if (!m_error.args.empty())
            return std::nullopt;
        return escapedCharacter();
    }

    std::string_view m_pattern;
    Regex::Dialect m_dialect;
    std::size_t m_at = 0;
    int m_groups = 0;
    Regex m_regex;
    Error m_error;
};

Result<Regex> Regex::compile(std::string_view utf8Pattern, Dialect dialect)
{
    return RegexCompiler(utf8Pattern, dialect).compile();
}

} // namespace dash
