#pragma once
// The parsed form of an expression and what its evaluation passes around. Internal to this folder.

#include "core/engine/expression/expression.h"
#include "core/engine/path/regex.h"

#include <variant>

namespace dash {

enum class ExpressionOp {
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Concat,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
};

struct Evaluation;
struct Vec;
struct ExpressionNode;
using ExpressionNodePtr = std::shared_ptr<const ExpressionNode>;

// A function's implementation: its arguments are evaluated already.
using FunctionBody = Result<Vec> (*)(Evaluation &, const ExpressionNode &, std::vector<Vec> &);

struct FunctionEntry {
    ExpressionFunction about;
    int least = 0;
    int most = 0; // -1: any number
    FunctionBody body = nullptr;
};
const FunctionEntry *findFunction(QStringView lowerName);
QStringList functionNames();
// A constant pattern of a regex function is compiled with the expression, so that its mistakes show at once.
Result<> compileConstantRegex(ExpressionNode &node);

struct PathPiece {
    std::string name; // a member, when not an index
    std::int64_t index = 0;
    bool isIndex = false;
};

struct ExpressionNode {
    enum class Kind {
        Literal,
        Field,
        Negate,
        Not,
        And,
        Or,
        Binary,
        In,
        Between,
        Like,
        IsNull,
        Coalesce,
        If,
        Function,
        Access,
    };
    Kind kind = Kind::Literal;
    qsizetype start = 0;
    qsizetype length = 0;
    int height = 1;
    ExpressionOp op = ExpressionOp::Add;
    bool negated = false;          // not in, is not null …
    bool foldCase = false;         // ilike
    bool typed = true;             // Literal: false for a bare null
    ColumnPtr literal;             // Literal: one row
    QStringList names;             // Field: leading names; names[0] is the field
    std::vector<PathPiece> pieces; // Field and Access: the path behind; Field: first pieces repeat names[1…]
    const FunctionEntry *function = nullptr;
    std::shared_ptr<const Regex> regex; // Like and regex functions with a constant pattern
    std::vector<ExpressionNodePtr> operands;
};

Result<ExpressionNodePtr> parseExpression(QStringView text, QStringList &fields);

// A column of values; `constant`: one row stands for all. `typed` false: all null, of no type yet. `steady` false:
// which kind of number this is, or how many places it has, came from the values of the batch (text read as a decimal,
// numbers out of JSON); nothing of one row may hang on that. A field's places are its column's.
struct Vec {
    ColumnPtr column;
    bool constant = false;
    bool typed = true;
    bool steady = true;
    ColumnType type() const { return column->type; }
    std::size_t at(std::size_t row) const { return constant ? 0 : row; }
    bool isNull(std::size_t row) const { return column->isNull(at(row)); }
    std::string_view text(std::size_t row) const { return column->text(at(row)); }
};

struct Evaluation {
    const Batch &batch;
    const Expression::Environment &environment;
    std::size_t rows;
    const std::uint8_t *active = nullptr; // rows that count; null: all
    std::vector<std::uint8_t> failed;     // per row, once one failed
    std::vector<RowError> errors;

    Result<Vec> value(const ExpressionNode &node);
    // The row has no value because … (a whole sentence). A constant's error is every row's.
    void failRow(std::size_t row, bool constant, const ExpressionNode &node, const QString &reason);
    Result<> check() const;
};

// Rows a result over these operands has: one when all are constant.
inline bool allConstant(const std::vector<Vec> &args)
{
    for (const Vec &v : args) {
        if (!v.constant)
            return false;
    }
    return true;
}

inline bool allSteady(const std::vector<Vec> &args)
{
    for (const Vec &v : args) {
        if (!v.steady)
            return false;
    }
    return true;
}

// The same value with as few places as it needs.
Decimal withFewestPlaces(Decimal value);
// Appends to a column that is not steady what fits there whatever the other rows are: 20 digits before the point and 18
// behind it. False, and nothing appended, for more, with beyondAllPlaces() as the reason.
[[nodiscard]] bool appendUnsteady(Column &out, const Decimal &value);
QString beyondAllPlaces();

// Truth has three values: false, true and unknown (null). One a row, or one for all when `given` is constant; fails
// when it is not yes/no.
constexpr std::uint8_t kFalse = 0;
constexpr std::uint8_t kTrue = 1;
constexpr std::uint8_t kUnknown = 2;
Result<std::vector<std::uint8_t>> truths(Evaluation &e, const ExpressionNode &node, const Vec &given);

Failure typeError(const ExpressionNode &node, const QString &reason);
const char *typeWord(const Vec &v); // "text", "a number", "yes/no" …
Vec nullVec();                      // untyped
Vec settled(Evaluation &e, Vec v);  // JSON values as what they are, when all are of one kind
bool isNumeric(const Vec &v);       // or untyped

Result<Vec> arithmetic(Evaluation &e, const ExpressionNode &node, Vec a, Vec b);
Result<Vec> negate(Evaluation &e, const ExpressionNode &node, const Vec &a);
Result<Vec> compare(Evaluation &e, const ExpressionNode &node, ExpressionOp op, Vec a, Vec b);
// Values of several branches in one column: choice[row] tells the branch (255: null).
Result<Vec> choose(Evaluation &e, const ExpressionNode &node, std::vector<Vec> branches,
                   const std::vector<std::uint8_t> &choice);

// Conversions used by functions. Numbers as doubles; anything as text (decimals with the places the expression gives
// them, else with as few as they need); texts and instants as instants.
Vec toDoubles(const Vec &v);
Vec toTexts(Evaluation &e, const Vec &v);
Result<Vec> toInstants(Evaluation &e, const ExpressionNode &node, const Vec &v);
Vec toDecimals(Evaluation &e, const ExpressionNode &node, const Vec &v);

const std::vector<FunctionEntry> &numberFunctions();
const std::vector<FunctionEntry> &textFunctions();
const std::vector<FunctionEntry> &timeFunctions();
const std::vector<FunctionEntry> &logicFunctions();

} // namespace dash
