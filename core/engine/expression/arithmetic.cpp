// The loops of the operators. One loop per operator and type; constants have stride 0.
#include "core/base/decimal.h"
#include "core/engine/expression/node.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dash {

namespace {

constexpr int kDivisionPlaces = 6; // places a decimal quotient has beyond its operands

enum class Numbers { Whole, Exact, Floating };

Numbers kindOf(const Vec &v)
{
    return v.type() == ColumnType::Double    ? Numbers::Floating
           : v.type() == ColumnType::Decimal ? Numbers::Exact
                                             : Numbers::Whole;
}

std::size_t rowsOf(const Evaluation &e, const Vec &a, const Vec &b)
{
    return a.constant && b.constant ? 1 : e.rows;
}

// Rows where either side is null; empty when there are none.
std::vector<std::uint8_t> joinedValid(const Vec &a, const Vec &b, std::size_t n)
{
    const auto &va = a.column->valid;
    const auto &vb = b.column->valid;
    if (va.empty() && vb.empty())
        return {};
    std::vector<std::uint8_t> out(n, 1);
    if (!va.empty()) {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = va[a.constant ? 0 : i];
    }
    if (!vb.empty()) {
        for (std::size_t i = 0; i < n; ++i)
            out[i] = static_cast<std::uint8_t>(out[i] & vb[b.constant ? 0 : i]);
    }
    return out;
}

// Rows of `bad` become null with the reason, unless they were null before.
void failWhere(Evaluation &e, const ExpressionNode &node, Column &out, const std::vector<std::uint8_t> &bad,
               bool constant, const QString &reason)
{
    for (std::size_t i = 0; i < bad.size(); ++i) {
        if (bad[i] == 0 || (!out.valid.empty() && out.valid[i] == 0))
            continue;
        if (out.valid.empty())
            out.valid.assign(bad.size(), 1);
        out.valid[i] = 0;
        e.failRow(i, constant, node, reason);
    }
}

const QString &tooLarge()
{
    static const QString text = QStringLiteral("The result is too large for a whole number.");
    return text;
}

const QString &tooLargeDecimal()
{
    static const QString text = QStringLiteral("The result is too large for a decimal of 38 digits.");
    return text;
}

const QString &byZero()
{
    static const QString text = QStringLiteral("Division by zero.");
    return text;
}

template <class Op>
Vec wholeLoop(Evaluation &e, const ExpressionNode &node, const Vec &a, const Vec &b, Op op)
{
    const std::size_t n = rowsOf(e, a, b);
    auto out = std::make_shared<Column>(ColumnType::Int64);
    out->valid = joinedValid(a, b, n);
    out->ints.resize(n);
    const std::int64_t *x = a.column->ints.data();
    const std::int64_t *y = b.column->ints.data();
    const std::size_t sx = a.constant ? 0 : 1;
    const std::size_t sy = b.constant ? 0 : 1;
    std::int64_t *z = out->ints.data();
    bool any = false;
    for (std::size_t i = 0; i < n; ++i)
        any = op(x[i * sx], y[i * sy], z + i) || any;
    if (any) {
        std::vector<std::uint8_t> bad(n);
        for (std::size_t i = 0; i < n; ++i)
            bad[i] = op(x[i * sx], y[i * sy], z + i) ? 1 : 0;
        failWhere(e, node, *out, bad, a.constant && b.constant, tooLarge());
    }
    return Vec{std::move(out), a.constant && b.constant, true, a.steady && b.steady};
}

template <class Op>
Vec floatingLoop(Evaluation &e, const Vec &a, const Vec &b, Op op)
{
    const std::size_t n = rowsOf(e, a, b);
    auto out = std::make_shared<Column>(ColumnType::Double);
    out->valid = joinedValid(a, b, n);
    out->doubles.resize(n);
    const double *x = a.column->doubles.data();
    const double *y = b.column->doubles.data();
    const std::size_t sx = a.constant ? 0 : 1;
    const std::size_t sy = b.constant ? 0 : 1;
    double *z = out->doubles.data();
    for (std::size_t i = 0; i < n; ++i)
        z[i] = op(x[i * sx], y[i * sy]);
    return Vec{std::move(out), a.constant && b.constant, true};
}

// op(x, y, &z) is true when it does not fit.
template <class Op>
Vec exactLoop(Evaluation &e, const ExpressionNode &node, const Vec &a, const Vec &b, int scale, const QString &reason,
              Op op)
{
    const std::size_t n = rowsOf(e, a, b);
    auto out = std::make_shared<Column>(ColumnType::Decimal, scale);
    out->valid = joinedValid(a, b, n);
    out->decimals.resize(n);
    std::vector<std::uint8_t> bad(n);
    bool any = false;
    for (std::size_t i = 0; i < n; ++i) {
        bad[i] = op(a.column->decimals[a.at(i)], b.column->decimals[b.at(i)], &out->decimals[i]) ? 1 : 0;
        any = any || bad[i] != 0;
    }
    if (any)
        failWhere(e, node, *out, bad, a.constant && b.constant, reason);
    return Vec{std::move(out), a.constant && b.constant, true, a.steady && b.steady};
}

void failZeroDivisors(Evaluation &e, const ExpressionNode &node, Vec &result, const Vec &divisor)
{
    const std::size_t n = divisor.constant ? 1 : e.rows;
    bool any = false;
    for (std::size_t i = 0; i < n && !any; ++i)
        any = divisor.column->doubles[i] == 0;
    if (!any)
        return;
    auto out = std::make_shared<Column>(*result.column);
    std::vector<std::uint8_t> bad(out->size());
    for (std::size_t i = 0; i < bad.size(); ++i)
        bad[i] = divisor.column->doubles[divisor.at(i)] == 0 ? 1 : 0;
    failWhere(e, node, *out, bad, result.constant, byZero());
    result.column = std::move(out);
}

Vec floating(Evaluation &e, const ExpressionNode &node, ExpressionOp op, const Vec &first, const Vec &second)
{
    const Vec a = toDoubles(first);
    const Vec b = toDoubles(second);
    switch (op) {
    case ExpressionOp::Add:
        return floatingLoop(e, a, b, [](double x, double y) { return x + y; });
    case ExpressionOp::Subtract:
        return floatingLoop(e, a, b, [](double x, double y) { return x - y; });
    case ExpressionOp::Multiply:
        return floatingLoop(e, a, b, [](double x, double y) { return x * y; });
    case ExpressionOp::Power:
        return floatingLoop(e, a, b, [](double x, double y) { return std::pow(x, y); });
    default:
        break;
    }
    Vec out = op == ExpressionOp::Divide ? floatingLoop(e, a, b, [](double x, double y) { return x / y; })
                                         : floatingLoop(e, a, b, [](double x, double y) { return std::fmod(x, y); });
    failZeroDivisors(e, node, out, b);
    return out;
}

// 10^k → k for a constant; -1 otherwise.
int powerOfTenIn(const Vec &v)
{
    if (!v.constant || v.type() != ColumnType::Int64 || v.column->isNull(0))
        return -1;
    std::int64_t rest = v.column->ints[0];
    int k = 0;
    while (rest >= 10 && rest % 10 == 0 && k < 12) {
        rest /= 10;
        ++k;
    }
    return rest == 1 ? k : -1;
}

// Division by 10^k moves the point: exact, and no division at all.
Vec pointMoved(const Vec &a, int k)
{
    auto out = std::make_shared<Column>(ColumnType::Decimal, a.column->scale + k);
    out->valid = a.column->valid;
    if (a.type() == ColumnType::Decimal)
        out->decimals = a.column->decimals;
    else
        out->decimals.assign(a.column->ints.begin(), a.column->ints.end());
    return Vec{std::move(out), a.constant, true, a.steady};
}

// Decimals whose places came from the batch, row by row with the places that their own values need.
Vec exactByRow(Evaluation &e, const ExpressionNode &node, ExpressionOp op, const Vec &a, const Vec &b)
{
    const std::size_t n = rowsOf(e, a, b);
    const bool constant = a.constant && b.constant;
    const auto operand = [](const Vec &v, std::size_t row) {
        const Decimal value = v.column->decimal(v.at(row));
        return v.steady ? value : withFewestPlaces(value);
    };
    const auto resultOf = [op](const Decimal &x, const Decimal &y) -> std::optional<Decimal> {
        switch (op) {
        case ExpressionOp::Add:
            return add(x, y);
        case ExpressionOp::Subtract:
            return subtract(x, y);
        case ExpressionOp::Multiply:
            return multiply(x, y);
        case ExpressionOp::Modulo: {
            const int scale = std::max(x.scale, y.scale);
            const auto p = rescale(x, scale);
            const auto q = rescale(y, scale);
            if (!p || !q)
                return std::nullopt;
            return Decimal{q->units == -1 ? 0 : p->units % q->units, scale};
        }
        default:
            return divide(x, y, std::min(kMaxDecimalScale, std::max(x.scale, y.scale) + kDivisionPlaces));
        }
    };
    const bool divides = op == ExpressionOp::Divide || op == ExpressionOp::Modulo;
    auto out = std::make_shared<Column>(ColumnType::Decimal);
    out->reserve(n);
    for (std::size_t row = 0; row < n; ++row) {
        if (a.isNull(row) || b.isNull(row)) {
            out->appendNull();
            continue;
        }
        const Decimal x = operand(a, row);
        const Decimal y = operand(b, row);
        const bool noDivisor = divides && y.units == 0;
        const auto value = noDivisor ? std::nullopt : resultOf(x, y);
        if (value && appendUnsteady(*out, *value))
            continue;
        e.failRow(row, constant, node, noDivisor ? byZero() : beyondAllPlaces());
        out->appendNull();
    }
    return Vec{std::move(out), constant, true, false};
}

Vec exactDivide(Evaluation &e, const ExpressionNode &node, const Vec &a, const Vec &b)
{
    const int scale = std::min(kMaxDecimalScale, std::max(a.column->scale, b.column->scale) + kDivisionPlaces);
    const int sa = a.column->scale;
    const int sb = b.column->scale;
    const std::size_t n = rowsOf(e, a, b);
    for (std::size_t i = 0; i < (b.constant ? 1 : n); ++i) {
        if (b.column->decimals[i] == 0 && !b.column->isNull(i))
            return exactLoop(e, node, a, b, scale, byZero(), [=](Int128 x, Int128 y, Int128 *z) {
                const auto q = divide(Decimal{x, sa}, Decimal{y, sb}, scale);
                *z = q ? q->units : 0;
                return !q;
            });
    }
    return exactLoop(e, node, a, b, scale, tooLargeDecimal(), [=](Int128 x, Int128 y, Int128 *z) {
        const auto q = divide(Decimal{x, sa}, Decimal{y, sb}, scale);
        *z = q ? q->units : 0;
        return !q;
    });
}

Vec exact(Evaluation &e, const ExpressionNode &node, ExpressionOp op, const Vec &first, const Vec &second)
{
    const Vec a = toDecimals(e, node, first);
    const Vec b = toDecimals(e, node, second);
    if (!a.steady || !b.steady)
        return exactByRow(e, node, op, a, b);
    const int scale = std::max(a.column->scale, b.column->scale);
    const Int128 fa = powerOfTen(scale - a.column->scale);
    const Int128 fb = powerOfTen(scale - b.column->scale);
    switch (op) {
    case ExpressionOp::Add:
        return exactLoop(e, node, a, b, scale, tooLargeDecimal(), [=](Int128 x, Int128 y, Int128 *z) {
            return __builtin_mul_overflow(x, fa, &x) || __builtin_mul_overflow(y, fb, &y) ||
                   __builtin_add_overflow(x, y, z);
        });
    case ExpressionOp::Subtract:
        return exactLoop(e, node, a, b, scale, tooLargeDecimal(), [=](Int128 x, Int128 y, Int128 *z) {
            return __builtin_mul_overflow(x, fa, &x) || __builtin_mul_overflow(y, fb, &y) ||
                   __builtin_sub_overflow(x, y, z);
        });
    case ExpressionOp::Multiply: {
        const int sa = a.column->scale;
        const int sb = b.column->scale;
        return exactLoop(e, node, a, b, std::min(kMaxDecimalScale, sa + sb), tooLargeDecimal(),
                         [=](Int128 x, Int128 y, Int128 *z) {
                             if (sa + sb <= kMaxDecimalScale)
                                 return __builtin_mul_overflow(x, y, z);
                             const auto product = multiply(Decimal{x, sa}, Decimal{y, sb});
                             *z = product ? product->units : 0;
                             return !product;
                         });
    }
    case ExpressionOp::Modulo:
        return exactLoop(e, node, a, b, scale, byZero(), [=](Int128 x, Int128 y, Int128 *z) {
            if (y == 0 || __builtin_mul_overflow(x, fa, &x) || __builtin_mul_overflow(y, fb, &y))
                return true;
            *z = y == -1 ? 0 : x % y;
            return false;
        });
    default:
        return exactDivide(e, node, a, b);
    }
}

Vec whole(Evaluation &e, const ExpressionNode &node, ExpressionOp op, const Vec &a, const Vec &b)
{
    switch (op) {
    case ExpressionOp::Add:
        return wholeLoop(e, node, a, b, [](std::int64_t x, std::int64_t y, std::int64_t *z) {
            return __builtin_add_overflow(x, y, z);
        });
    case ExpressionOp::Subtract:
        return wholeLoop(e, node, a, b, [](std::int64_t x, std::int64_t y, std::int64_t *z) {
            return __builtin_sub_overflow(x, y, z);
        });
    case ExpressionOp::Multiply:
        return wholeLoop(e, node, a, b, [](std::int64_t x, std::int64_t y, std::int64_t *z) {
            return __builtin_mul_overflow(x, y, z);
        });
    default:
        break;
    }
    auto zero = std::vector<std::uint8_t>(rowsOf(e, a, b));
    for (std::size_t i = 0; i < zero.size(); ++i)
        zero[i] = b.column->ints[b.at(i)] == 0 ? 1 : 0;
    Vec out = wholeLoop(e, node, a, b, [](std::int64_t x, std::int64_t y, std::int64_t *z) {
        *z = y == 0 || y == -1 ? 0 : x % y;
        return false;
    });
    auto column = std::make_shared<Column>(*out.column);
    failWhere(e, node, *column, zero, out.constant, byZero());
    out.column = std::move(column);
    return out;
}

// Time arithmetic: time - time = milliseconds; time ± milliseconds = time.
Result<Vec> timeArithmetic(Evaluation &e, const ExpressionNode &node, Vec a, Vec b)
{
    for (Vec *v : {&a, &b}) {
        if (node.op == ExpressionOp::Subtract && v->typed && v->type() == ColumnType::Text) {
            auto time = toInstants(e, node, *v);
            if (!time)
                return time;
            *v = std::move(*time);
        }
    }
    const bool timeA = a.typed && a.type() == ColumnType::Instant;
    const bool timeB = b.typed && b.type() == ColumnType::Instant;
    const auto isWhole = [](const Vec &v) { return v.typed && v.type() == ColumnType::Int64; };
    const bool difference = timeA && timeB && node.op == ExpressionOp::Subtract;
    const bool moved = (timeA && isWhole(b) && (node.op == ExpressionOp::Add || node.op == ExpressionOp::Subtract)) ||
                       (timeB && isWhole(a) && node.op == ExpressionOp::Add);
    if (!difference && !moved) {
        if (!a.typed || !b.typed)
            return nullVec();
        return typeError(
            node,
            QStringLiteral("A time can take + or - with a span such as 5m, or - with another time; this is %1 and %2.")
                .arg(QString::fromUtf8(typeWord(a)), QString::fromUtf8(typeWord(b))));
    }
    Vec out = whole(e, node, node.op, a, b);
    if (moved) {
        auto column = std::make_shared<Column>(*out.column);
        column->type = ColumnType::Instant;
        std::vector<std::uint8_t> bad(column->ints.size());
        for (std::size_t i = 0; i < bad.size(); ++i)
            bad[i] = column->ints[i] < kMinInstant || column->ints[i] >= kMaxInstant ? 1 : 0;
        failWhere(e, node, *column, bad, out.constant, QStringLiteral("The time is outside the years 1 to 9999."));
        out.column = std::move(column);
    }
    return out;
}

Vec concatenated(Evaluation &e, const Vec &first, const Vec &second)
{
    const Vec a = toTexts(e, first);
    const Vec b = toTexts(e, second);
    const std::size_t n = rowsOf(e, a, b);
    auto out = std::make_shared<Column>(ColumnType::Text);
    out->ends.reserve(n);
    out->bytes.reserve(a.column->bytes.size() + b.column->bytes.size());
    for (std::size_t i = 0; i < n; ++i) {
        // A missing text adds nothing, as in spreadsheets; both missing stays missing.
        if (a.isNull(i) && b.isNull(i)) {
            out->appendNull();
            continue;
        }
        if (!a.isNull(i))
            out->bytes.append(a.text(i));
        out->appendText(b.isNull(i) ? std::string_view() : b.text(i));
    }
    return Vec{std::move(out), a.constant && b.constant, true};
}

bool isText(const Vec &v)
{
    return v.typed && v.type() == ColumnType::Text;
}

const char *opSign(ExpressionOp op)
{
    switch (op) {
    case ExpressionOp::Add:
        return "+";
    case ExpressionOp::Subtract:
        return "-";
    case ExpressionOp::Multiply:
        return "*";
    case ExpressionOp::Divide:
        return "/";
    case ExpressionOp::Modulo:
        return "%";
    case ExpressionOp::Power:
        return "^";
    default:
        return "&";
    }
}

} // namespace

Result<Vec> arithmetic(Evaluation &e, const ExpressionNode &node, Vec a, Vec b)
{
    a = settled(e, std::move(a));
    b = settled(e, std::move(b));
    if (node.op == ExpressionOp::Concat)
        return concatenated(e, a, b);
    if (node.op == ExpressionOp::Add && (isText(a) || isText(b)) && (isText(a) || !a.typed) && (isText(b) || !b.typed))
        return concatenated(e, a, b);
    if ((a.typed && a.type() == ColumnType::Instant) || (b.typed && b.type() == ColumnType::Instant))
        return timeArithmetic(e, node, std::move(a), std::move(b));
    for (const Vec *v : {&a, &b}) {
        if (isNumeric(*v))
            continue;
        const ExpressionNode &at = node.operands.size() == 2 ? *node.operands[v == &a ? 0 : 1] : node;
        const QString hint =
            isText(*v) ? (node.op == ExpressionOp::Add ? QStringLiteral(" Join texts with & or read it with number().")
                                                       : QStringLiteral(" Read it with number()."))
                       : QString();
        return typeError(at, QStringLiteral("“%1” needs numbers; this is %2.%3")
                                 .arg(QLatin1StringView(opSign(node.op)), QString::fromUtf8(typeWord(*v)), hint));
    }
    if (!a.typed || !b.typed)
        return nullVec();
    if (node.op == ExpressionOp::Power || kindOf(a) == Numbers::Floating || kindOf(b) == Numbers::Floating)
        return floating(e, node, node.op, a, b);
    if (node.op == ExpressionOp::Divide) {
        const int k = powerOfTenIn(b);
        if (k >= 0 && a.column->scale + k <= kMaxDecimalScale)
            return pointMoved(a, k);
        if (kindOf(a) == Numbers::Whole && kindOf(b) == Numbers::Whole)
            return floating(e, node, node.op, a, b);
    }
    if (kindOf(a) == Numbers::Whole && kindOf(b) == Numbers::Whole)
        return whole(e, node, node.op, a, b);
    return exact(e, node, node.op, a, b);
}

Result<Vec> negate(Evaluation &e, const ExpressionNode &node, const Vec &given)
{
    const Vec a = settled(e, given);
    if (!isNumeric(a))
        return typeError(node, QStringLiteral("“-” needs a number; this is %1.").arg(QString::fromUtf8(typeWord(a))));
    if (!a.typed)
        return a;
    auto zero = std::make_shared<Column>(a.type() == ColumnType::Decimal ? ColumnType::Int64 : a.type());
    if (a.type() == ColumnType::Double) {
        auto out = std::make_shared<Column>(*a.column);
        for (double &d : out->doubles)
            d = -d;
        return Vec{std::move(out), a.constant, true};
    }
    zero->appendInt(0);
    const Vec nought{std::move(zero), true, true};
    return a.type() == ColumnType::Int64 ? whole(e, node, ExpressionOp::Subtract, nought, a)
                                         : exact(e, node, ExpressionOp::Subtract, nought, a);
}

} // namespace dash
