#pragma once
// The compiled form of a JSONPath, shared by its parser and its evaluation.

#include "core/engine/path/json_path.h"
#include "core/engine/path/regex.h"

#include <optional>
#include <string>
#include <vector>

namespace dash {

struct PathExpression;
using PathExpressionPtr = std::shared_ptr<const PathExpression>;

struct PathSelector {
    enum class Kind { Name, Wildcard, Index, Slice, Filter } kind = Kind::Wildcard;
    std::string name;
    std::int64_t index = 0;
    std::optional<std::int64_t> start, end, step;
    PathExpressionPtr filter;
};

struct PathSegment {
    bool descendant = false;
    std::vector<PathSelector> selectors;
};

struct JsonPath::Query {
    bool relative = false; // starts at @
    std::vector<PathSegment> segments;
    bool singular() const;
};

struct PathLiteral {
    JsonKind kind = JsonKind::Null;
    std::string text; // of a string; the digits of a number
    double number = 0;
};

// A node of a filter: logical operators, comparisons, tests and the operands of comparisons.
struct PathExpression {
    enum class Kind { Or, And, Not, Compare, Exists, Literal, Query, Function } kind = Kind::Literal;
    enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual } comparison = Comparison::Equal;
    enum class Function { Length, Count, Match, Search, Value } function = Function::Length;
    std::vector<PathExpressionPtr> operands;
    PathLiteral literal;
    JsonPath::Query query;
    std::shared_ptr<const Regex> regex; // of match/search with a constant pattern

    bool isLogical() const // tests by itself
    {
        return kind != Kind::Literal && kind != Kind::Query &&
               (kind != Kind::Function || function == Function::Match || function == Function::Search);
    }
};

Result<JsonPath::Query> parsePathQuery(QStringView text);
// I-Regexp, or nothing when the pattern is not one.
std::shared_ptr<const Regex> pathRegex(std::string_view pattern);

} // namespace dash
