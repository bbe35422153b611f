#include "core/engine/path/json_path.h"

#include "core/engine/path/json_path_query.h"
#include "core/engine/path/utf8.h"

#include <charconv>

namespace dash {

namespace {

constexpr std::size_t kMaxResults = 5'000'000;
constexpr std::size_t kMaxSteps = 50'000'000;

using Kind = PathExpression::Kind;
using Comparison = PathExpression::Comparison;
using Function = PathExpression::Function;
using Nodes = std::vector<std::uint32_t>;

// What an operand of a comparison is: nothing, a node of the document, or a value of its own.
struct Operand {
    enum class Kind { Nothing, Node, Literal } kind = Kind::Nothing;
    std::uint32_t node = 0;
    PathLiteral literal;
};

class Evaluator {
public:
    explicit Evaluator(const JsonDocument &document)
        : m_document(document)
    {
    }

    bool tooMuch() const { return m_steps > kMaxSteps; }

    Nodes query(const JsonPath::Query &query, std::uint32_t current)
    {
        Nodes nodes{query.relative ? current : 0};
        for (const PathSegment &segment : query.segments) {
            Nodes next;
            for (const std::uint32_t node : nodes) {
                if (segment.descendant)
                    descend(segment, node, next);
                else
                    select(segment, node, next);
                if (tooMuch() || next.size() > kMaxResults) {
                    m_steps = kMaxSteps + 1;
                    return {};
                }
            }
            nodes = std::move(next);
        }
        return nodes;
    }

private:
    // A node, then its children in order: the flat list is already in that order.
    void descend(const PathSegment &segment, std::uint32_t node, Nodes &out)
    {
        for (std::uint32_t at = node; at < m_document.node(node).next && !tooMuch(); ++at)
            select(segment, at, out);
    }

    void select(const PathSegment &segment, std::uint32_t node, Nodes &out)
    {
        ++m_steps;
        const JsonKind kind = m_document.node(node).kind;
        if (kind != JsonKind::Array && kind != JsonKind::Object)
            return;
        for (const PathSelector &selector : segment.selectors) {
            switch (selector.kind) {
            case PathSelector::Kind::Name:
                if (kind == JsonKind::Object)
                    member(node, selector.name, out);
                break;
            case PathSelector::Kind::Wildcard:
                m_document.forChildren(node, [&](std::uint32_t child) { add(child, out); });
                break;
            case PathSelector::Kind::Index:
                if (kind == JsonKind::Array)
                    slice(node, selector, out);
                break;
            case PathSelector::Kind::Slice:
                if (kind == JsonKind::Array)
                    slice(node, selector, out);
                break;
            case PathSelector::Kind::Filter:
                m_document.forChildren(node, [&](std::uint32_t child) {
                    if (!tooMuch() && test(*selector.filter, child))
                        add(child, out);
                });
                break;
            }
        }
    }

    void add(std::uint32_t node, Nodes &out)
    {
        ++m_steps;
        out.push_back(node);
    }

    void member(std::uint32_t node, const std::string &name, Nodes &out)
    {
        std::uint32_t found = 0;
        m_document.forChildren(node, [&](std::uint32_t child) {
            ++m_steps;
            if (m_document.keyIs(child, name))
                found = child; // of several with one name the last, as JSON readers do
        });
        if (found != 0)
            out.push_back(found);
    }

    void slice(std::uint32_t node, const PathSelector &selector, Nodes &out)
    {
        Nodes children;
        m_document.forChildren(node, [&](std::uint32_t child) { add(child, children); });
        const auto count = static_cast<std::int64_t>(children.size());
        if (selector.kind == PathSelector::Kind::Index) {
            const std::int64_t index = selector.index < 0 ? count + selector.index : selector.index;
            if (index >= 0 && index < count)
                out.push_back(children[static_cast<std::size_t>(index)]);
            return;
        }
        // RFC 9535 §2.3.4.2.2
        const std::int64_t step = selector.step.value_or(1);
        if (step == 0)
            return;
        const auto normal = [count](std::int64_t i) { return i >= 0 ? i : count + i; };
        const std::int64_t start = normal(selector.start.value_or(step > 0 ? 0 : count - 1));
        const std::int64_t end = selector.end ? normal(*selector.end) : step > 0 ? count : -1;
        const bool openEnd = !selector.end && step < 0;
        if (step > 0) {
            const std::int64_t upper = std::min(std::max<std::int64_t>(end, 0), count);
            for (std::int64_t i = std::min(std::max<std::int64_t>(start, 0), count); i < upper; i += step)
                add(children[static_cast<std::size_t>(i)], out);
        } else {
            const std::int64_t lower = openEnd ? -1 : std::min(std::max<std::int64_t>(end, -1), count - 1);
            for (std::int64_t i = std::min(std::max<std::int64_t>(start, -1), count - 1); i > lower; i += step)
                add(children[static_cast<std::size_t>(i)], out);
        }
    }

    bool test(const PathExpression &e, std::uint32_t current)
    {
        ++m_steps;
        switch (e.kind) {
        case Kind::Or:
            return test(*e.operands[0], current) || test(*e.operands[1], current);
        case Kind::And:
            return test(*e.operands[0], current) && test(*e.operands[1], current);
        case Kind::Not:
            return !test(*e.operands[0], current);
        case Kind::Compare:
            return compare(e.comparison, operand(*e.operands[0], current), operand(*e.operands[1], current));
        case Kind::Exists:
            return !query(e.operands[0]->query, current).empty();
        case Kind::Function:
            return pattern(e, current);
        case Kind::Literal:
        case Kind::Query:
            break;
        }
        return false;
    }

    bool pattern(const PathExpression &e, std::uint32_t current)
    {
        const auto text = stringOf(operand(*e.operands[0], current));
        std::shared_ptr<const Regex> regex = e.regex;
        if (!regex && e.operands[1]->kind != Kind::Literal) {
            if (const auto given = stringOf(operand(*e.operands[1], current)))
                regex = pathRegex(*given);
        }
        if (!text || !regex)
            return false;
        m_steps += text->size();
        const auto outcome =
            e.function == Function::Match ? regex->matchesWhole(*text) : regex->matchesSomewhere(*text);
        return outcome == Regex::Outcome::Match;
    }

    Operand operand(const PathExpression &e, std::uint32_t current)
    {
        Operand out;
        if (e.kind == Kind::Literal) {
            out.kind = Operand::Kind::Literal;
            out.literal = e.literal;
        } else if (e.kind == Kind::Query) {
            node(query(e.query, current), out);
        } else if (e.function == Function::Value) {
            node(query(e.operands[0]->query, current), out);
        } else if (e.function == Function::Count) {
            number(query(e.operands[0]->query, current).size(), out);
        } else if (e.function == Function::Length) {
            length(operand(*e.operands[0], current), out);
        }
        return out;
    }

    static void node(const Nodes &nodes, Operand &out)
    {
        if (nodes.size() == 1) {
            out.kind = Operand::Kind::Node;
            out.node = nodes.front();
        }
    }

    static void number(std::size_t value, Operand &out)
    {
        out.kind = Operand::Kind::Literal;
        out.literal.kind = JsonKind::Number;
        out.literal.text = std::to_string(value);
        out.literal.number = static_cast<double>(value);
    }

    void length(const Operand &of, Operand &out)
    {
        if (const auto text = stringOf(of)) {
            number(utf8Length(*text), out);
        } else if (of.kind == Operand::Kind::Node &&
                   (kindOf(of) == JsonKind::Array || kindOf(of) == JsonKind::Object)) {
            std::size_t count = 0;
            m_document.forChildren(of.node, [&count](std::uint32_t) { ++count; });
            number(count, out);
        }
    }

    JsonKind kindOf(const Operand &o) const
    {
        return o.kind == Operand::Kind::Node ? m_document.node(o.node).kind : o.literal.kind;
    }

    std::optional<std::string> stringOf(const Operand &o) const
    {
        if (o.kind == Operand::Kind::Nothing || kindOf(o) != JsonKind::String)
            return std::nullopt;
        return o.kind == Operand::Kind::Node ? m_document.string(o.node) : o.literal.text;
    }

    std::string_view digitsOf(const Operand &o) const
    {
        return o.kind == Operand::Kind::Node ? m_document.raw(o.node) : std::string_view(o.literal.text);
    }

    // -1, 0, 1; whole numbers exactly, others as doubles.
    static int numberOrder(std::string_view a, std::string_view b)
    {
        std::int64_t x = 0;
        std::int64_t y = 0;
        const auto rx = std::from_chars(a.data(), a.data() + a.size(), x);
        const auto ry = std::from_chars(b.data(), b.data() + b.size(), y);
        if (rx.ec == std::errc() && rx.ptr == a.data() + a.size() && ry.ec == std::errc() &&
            ry.ptr == b.data() + b.size())
            return x < y ? -1 : x > y ? 1 : 0;
        double p = 0;
        double q = 0;
        std::from_chars(a.data(), a.data() + a.size(), p);
        std::from_chars(b.data(), b.data() + b.size(), q);
        return p < q ? -1 : p > q ? 1 : 0;
    }

    bool compare(Comparison comparison, const Operand &a, const Operand &b)
    {
        switch (comparison) {
        case Comparison::Equal:
            return equal(a, b);
        case Comparison::NotEqual:
            return !equal(a, b);
        case Comparison::Less:
            return less(a, b);
        case Comparison::LessEqual:
            return less(a, b) || equal(a, b);
        case Comparison::Greater:
            return less(b, a);
        case Comparison::GreaterEqual:
            return less(b, a) || equal(a, b);
        }
        return false;
    }

    bool less(const Operand &a, const Operand &b) const
    {
        if (a.kind == Operand::Kind::Nothing || b.kind == Operand::Kind::Nothing || kindOf(a) != kindOf(b))
            return false;
        if (kindOf(a) == JsonKind::Number)
            return numberOrder(digitsOf(a), digitsOf(b)) < 0;
        return kindOf(a) == JsonKind::String && *stringOf(a) < *stringOf(b);
    }

    bool equal(const Operand &a, const Operand &b)
    {
        if (a.kind == Operand::Kind::Nothing || b.kind == Operand::Kind::Nothing)
            return a.kind == b.kind;
        if (kindOf(a) != kindOf(b))
            return false;
        if (kindOf(a) == JsonKind::Number)
            return numberOrder(digitsOf(a), digitsOf(b)) == 0;
        if (kindOf(a) == JsonKind::String)
            return *stringOf(a) == *stringOf(b);
        if (a.kind == Operand::Kind::Node && b.kind == Operand::Kind::Node)
            return equalNodes(a.node, b.node);
        return true; // null, true, false
    }

    bool equalNodes(std::uint32_t a, std::uint32_t b)
    {
        ++m_steps;
        if (a == b)
            return true;
        const JsonKind kind = m_document.node(a).kind;
        if (kind != m_document.node(b).kind || tooMuch())
            return false;
        if (kind == JsonKind::Number)
            return numberOrder(m_document.raw(a), m_document.raw(b)) == 0;
        if (kind == JsonKind::String)
            return m_document.string(a) == m_document.string(b);
        if (kind != JsonKind::Array && kind != JsonKind::Object)
            return true;
        Nodes left;
        Nodes right;
        m_document.forChildren(a, [&](std::uint32_t child) { left.push_back(child); });
        m_document.forChildren(b, [&](std::uint32_t child) { right.push_back(child); });
        if (left.size() != right.size())
            return false;
        for (std::size_t i = 0; i < left.size(); ++i) {
            std::uint32_t other = right[i];
            if (kind == JsonKind::Object) {
                Nodes found;
                member(b, m_document.key(left[i]), found);
                if (found.empty())
                    return false;
                other = found.front();
            }
            if (!equalNodes(left[i], other))
                return false;
        }
        return true;
    }

    const JsonDocument &m_document;
    std::size_t m_steps = 0;
};

} // namespace

bool JsonPath::Query::singular() const
{
    for (const PathSegment &segment : segments) {
        if (segment.descendant || segment.selectors.size() != 1 ||
            (segment.selectors[0].kind != PathSelector::Kind::Name &&
             segment.selectors[0].kind != PathSelector::Kind::Index))
            return false;
    }
    return true;
}

Result<JsonPath> JsonPath::compile(QStringView text)
{
    auto query = parsePathQuery(text);
    if (!query)
        return fail(query.error());
    JsonPath path;
    path.m_text = text.toString();
    path.m_query = std::make_shared<const Query>(std::move(*query));
    return path;
}

Result<JsonPath> JsonPath::compileShort(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(u'$'))
        return compile(trimmed);
    const bool dotted = trimmed.startsWith(u'.') || trimmed.startsWith(u'[') || trimmed.isEmpty();
    const QString full = QString(dotted ? QStringLiteral("$") : QStringLiteral("$.")) + trimmed.toString();
    return compile(full);
}

Result<std::vector<std::uint32_t>> JsonPath::evaluate(const JsonDocument &document) const
{
    Evaluator evaluator(document);
    auto nodes = evaluator.query(*m_query, 0);
    if (evaluator.tooMuch())
        return fail(
            ErrorCode::PathSyntax,
            {{QLatin1StringView("position"), QStringLiteral("1")},
             {QLatin1StringView("reason"), QStringLiteral("the path asks for too much of this document. Narrow it.")}});
    return nodes;
}

Result<std::vector<std::string>> JsonPath::evaluateText(std::string_view json) const
{
    auto document = JsonDocument::parse(json);
    if (!document)
        return fail(document.error());
    auto nodes = evaluate(*document);
    if (!nodes)
        return fail(nodes.error());
    std::vector<std::string> out;
    for (const std::uint32_t node : *nodes)
        out.emplace_back(document->raw(node));
    return out;
}

bool JsonPath::isSingular() const
{
    return m_query->singular();
}

bool JsonPath::isRoot() const
{
    return m_query->segments.empty();
}

std::vector<std::string> JsonPath::leadingNames() const
{
    std::vector<std::string> names;
    for (const PathSegment &segment : m_query->segments) {
        if (segment.descendant || segment.selectors.size() != 1 ||
            segment.selectors[0].kind != PathSelector::Kind::Name)
            break;
        names.push_back(segment.selectors[0].name);
    }
    return names;
}

JsonPath JsonPath::withoutFirst(std::size_t n) const
{
    Query rest = *m_query;
    rest.segments.erase(rest.segments.begin(),
                        rest.segments.begin() + static_cast<std::ptrdiff_t>(std::min(n, rest.segments.size())));
    JsonPath path;
    path.m_text = m_text;
    path.m_query = std::make_shared<const Query>(std::move(rest));
    return path;
}

} // namespace dash
