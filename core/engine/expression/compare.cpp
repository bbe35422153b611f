#include "core/base/decimal.h"
#include "core/engine/expression/node.h"
#include "core/engine/path/json_document.h"

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

// Order of a whole and a floating number without rounding either: -1, 0, 1, 2 = not comparable (NaN).
int orderOf(std::int64_t whole, double number)
{
    if (std::isnan(number))
        return 2;
    if (number >= 9.223372036854775807e18)
        return -1;
    if (number < -9.223372036854775808e18)
        return 1;
    const auto truncated = static_cast<std::int64_t>(number);
    if (whole != truncated)
        return whole < truncated ? -1 : 1;
    const double rest = number - static_cast<double>(truncated);
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

template <class T>
int plainOrder(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int orderOf(double a, double b)
{
    return std::isnan(a) || std::isnan(b) ? 2 : plainOrder(a, b);
}

bool holds(ExpressionOp op, int order)
{
    switch (op) {
    case ExpressionOp::Equal:
        return order == 0;
    case ExpressionOp::NotEqual:
        return order != 0;
    case ExpressionOp::Less:
        return order == -1;
    case ExpressionOp::LessEqual:
        return order == -1 || order == 0;
    case ExpressionOp::Greater:
        return order == 1;
    default:
        return order == 1 || order == 0;
    }
}

// order(i) for rows that are not null. For = and != a null equals a null and nothing else.
template <class Order>
Vec compareLoop(const Evaluation &e, ExpressionOp op, const Vec &a, const Vec &b, Order order)
{
    const bool constant = a.constant && b.constant;
    const std::size_t n = constant ? 1 : e.rows;
    auto out = std::make_shared<Column>(ColumnType::Bool);
    out->bools.resize(n);
    if (a.column->valid.empty() && b.column->valid.empty()) {
        for (std::size_t i = 0; i < n; ++i)
            out->bools[i] = holds(op, order(a.at(i), b.at(i))) ? 1 : 0;
        return Vec{std::move(out), constant, true};
    }
    const bool equality = op == ExpressionOp::Equal || op == ExpressionOp::NotEqual;
    if (!equality)
        out->valid.assign(n, 1);
    for (std::size_t i = 0; i < n; ++i) {
        const bool nullA = a.isNull(i);
        const bool nullB = b.isNull(i);
        if (!nullA && !nullB)
            out->bools[i] = holds(op, order(a.at(i), b.at(i))) ? 1 : 0;
        else if (equality)
            out->bools[i] = (nullA && nullB) == (op == ExpressionOp::Equal) ? 1 : 0;
        else
            out->valid[i] = 0;
    }
    return Vec{std::move(out), constant, true};
}

// One loop per operator for the commonest case, so that it runs as fast as memory.
template <class T>
Vec plainLoop(const Evaluation &e, ExpressionOp op, const Vec &a, const Vec &b, const std::vector<T> &x,
              const std::vector<T> &y)
{
    if (a.column->valid.empty() && b.column->valid.empty()) {
        const bool constant = a.constant && b.constant;
        const std::size_t n = constant ? 1 : e.rows;
        const std::size_t sa = a.constant ? 0 : 1;
        const std::size_t sb = b.constant ? 0 : 1;
        auto out = std::make_shared<Column>(ColumnType::Bool);
        out->bools.resize(n);
        const auto run = [&](auto test) {
            for (std::size_t i = 0; i < n; ++i)
                out->bools[i] = test(x[i * sa], y[i * sb]) ? 1 : 0;
        };
        switch (op) {
        case ExpressionOp::Equal:
            run([](const T &l, const T &r) { return l == r; });
            break;
        case ExpressionOp::NotEqual:
            run([](const T &l, const T &r) { return l != r; });
            break;
        case ExpressionOp::Less:
            run([](const T &l, const T &r) { return l < r; });
            break;
        case ExpressionOp::LessEqual:
            run([](const T &l, const T &r) { return l <= r; });
            break;
        case ExpressionOp::Greater:
            run([](const T &l, const T &r) { return l > r; });
            break;
        default:
            run([](const T &l, const T &r) { return l >= r; });
        }
        return Vec{std::move(out), constant, true};
    }
    return compareLoop(e, op, a, b, [&](std::size_t i, std::size_t j) {
        if constexpr (std::is_same_v<T, double>)
            return orderOf(x[i], y[j]);
        else
            return plainOrder(x[i], y[j]);
    });
}

Vec compareNumbers(const Evaluation &e, ExpressionOp op, const Vec &a, const Vec &b)
{
    const ColumnType ta = a.type();
    const ColumnType tb = b.type();
    if (ta == tb && ta == ColumnType::Int64)
        return plainLoop(e, op, a, b, a.column->ints, b.column->ints);
    if (ta == tb && ta == ColumnType::Double)
        return plainLoop(e, op, a, b, a.column->doubles, b.column->doubles);
    if (ta == ColumnType::Int64 && tb == ColumnType::Double)
        return compareLoop(e, op, a, b, [&](std::size_t i, std::size_t j) {
            return orderOf(a.column->ints[i], b.column->doubles[j]);
        });
    if (ta == ColumnType::Double && tb == ColumnType::Int64)
        return compareLoop(e, op, a, b, [&](std::size_t i, std::size_t j) {
            const int order = orderOf(b.column->ints[j], a.column->doubles[i]);
            return order == 2 ? 2 : -order;
        });
    if (ta == ColumnType::Double || tb == ColumnType::Double) { // the decimal 0.1 is the double nearest to it
        const Vec x = toDoubles(a);
        const Vec y = toDoubles(b);
        return plainLoop(e, op, x, y, x.column->doubles, y.column->doubles);
    }
    const auto exactAt = [](const Column &c, std::size_t i) {
        return c.type == ColumnType::Decimal ? c.decimal(i) : Decimal{c.ints[i], 0};
    };
    return compareLoop(e, op, a, b, [&](std::size_t i, std::size_t j) {
        const auto order = exactAt(*a.column, i) <=> exactAt(*b.column, j);
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    });
}

Vec compareTexts(const Evaluation &e, ExpressionOp op, const Vec &a, const Vec &b)
{
    if (op == ExpressionOp::Equal || op == ExpressionOp::NotEqual) // lengths first
        return compareLoop(
            e, op, a, b, [&](std::size_t i, std::size_t j) { return a.column->text(i) == b.column->text(j) ? 0 : 1; });
    return compareLoop(e, op, a, b, [&](std::size_t i, std::size_t j) {
        const int order = a.column->text(i).compare(b.column->text(j));
        return order < 0 ? -1 : order > 0 ? 1 : 0;
    });
}

bool takes(ColumnType to, ColumnType from)
{
    if (to == from)
        return true;
    const auto numeric = [](ColumnType t) {
        return t == ColumnType::Int64 || t == ColumnType::Double || t == ColumnType::Decimal;
    };
    return numeric(to) && numeric(from);
}

ColumnType joined(ColumnType a, ColumnType b)
{
    if (a == b)
        return a;
    if (a == ColumnType::Double || b == ColumnType::Double)
        return ColumnType::Double;
    return ColumnType::Decimal;
}

// False, and nothing appended, when a decimal does not fit.
bool appendAs(Column &out, bool steady, const Column &from, std::size_t row)
{
    if (from.isNull(row)) {
        out.appendNull();
    } else if (out.type == ColumnType::Decimal) {
        const Decimal value = from.type == ColumnType::Decimal ? from.decimal(row) : Decimal{from.ints[row], 0};
        return steady ? out.appendDecimal(value) : appendUnsteady(out, withFewestPlaces(value));
    } else if (out.type == from.type) {
        out.appendFrom(from, row);
    } else {
        out.appendDouble(from.type == ColumnType::Int64 ? static_cast<double>(from.ints[row])
                                                        : toDouble(from.decimal(row)));
    }
    return true;
}

} // namespace

Result<Vec> compare(Evaluation &e, const ExpressionNode &node, ExpressionOp op, Vec a, Vec b)
{
    a = settled(e, std::move(a));
    b = settled(e, std::move(b));
    if (!a.typed || !b.typed) {
        // Against a bare null: = asks whether the other side is null.
        return compareLoop(e, op, a, b, [](std::size_t, std::size_t) { return 2; });
    }
    if (isNumeric(a) && isNumeric(b))
        return compareNumbers(e, op, a, b);
    const bool timeA = a.type() == ColumnType::Instant;
    const bool timeB = b.type() == ColumnType::Instant;
    if ((timeA && b.type() == ColumnType::Text) || (timeB && a.type() == ColumnType::Text)) {
        auto converted = toInstants(e, node, timeA ? b : a);
        if (!converted)
            return converted;
        (timeA ? b : a) = std::move(*converted);
    }
    if (a.type() == ColumnType::Instant && b.type() == ColumnType::Instant)
        return plainLoop(e, op, a, b, a.column->ints, b.column->ints);
    if (a.type() != b.type()) {
        return typeError(node,
                         QStringLiteral("%1 cannot be compared with %2.%3")
                             .arg(QString::fromUtf8(typeWord(a)), QString::fromUtf8(typeWord(b)),
                                  a.type() == ColumnType::Text || b.type() == ColumnType::Text
                                      ? QStringLiteral(" Read the text with number(), or write the number in quotes.")
                                      : QString()));
    }
    if (a.type() == ColumnType::Bool)
        return plainLoop(e, op, a, b, a.column->bools, b.column->bools);
    return compareTexts(e, op, a, b);
}

Result<Vec> choose(Evaluation &e, const ExpressionNode &node, std::vector<Vec> branches,
                   const std::vector<std::uint8_t> &choice)
{
    const Vec *first = nullptr;
    bool steady = true;
    ColumnType type = ColumnType::Text;
    for (Vec &branch : branches) {
        branch = settled(e, std::move(branch));
        steady = steady && branch.steady;
        if (!branch.typed)
            continue;
        if (first == nullptr) {
            first = &branch;
            type = branch.type();
        } else if (!takes(type, branch.type())) {
            return typeError(node, QStringLiteral("The values to choose from differ in kind: %1 and %2.")
                                       .arg(QString::fromUtf8(typeWord(*first)), QString::fromUtf8(typeWord(branch))));
        } else {
            type = joined(type, branch.type());
        }
    }
    if (first == nullptr)
        return nullVec();
    auto out = std::make_shared<Column>(type);
    for (const Vec &branch : branches) {
        if (steady && branch.typed && branch.type() == ColumnType::Decimal)
            out->scale = std::max(out->scale, branch.column->scale);
    }
    out->reserve(e.rows);
    for (std::size_t row = 0; row < e.rows; ++row) {
        if (choice[row] == 255 || !branches[choice[row]].typed) {
            out->appendNull();
        } else if (!appendAs(*out, steady, *branches[choice[row]].column, branches[choice[row]].at(row))) {
            e.failRow(row, false, node,
                      steady ? QStringLiteral("The value is too large for a decimal.") : beyondAllPlaces());
            out->appendNull();
        }
    }
    return Vec{std::move(out), false, true, steady};
}

Decimal withFewestPlaces(Decimal value)
{
    const auto cut = [&value](auto units) {
        while (value.scale > 0 && units % 10 == 0) {
            units /= 10;
            --value.scale;
        }
        value.units = units;
    };
    if (value.units >= INT64_MIN && value.units <= INT64_MAX) // several times faster
        cut(static_cast<std::int64_t>(value.units));
    else
        cut(value.units);
    return value;
}

bool appendUnsteady(Column &out, const Decimal &value)
{
    return rescale(value, kMaxDecimalScale) && out.appendDecimal(value);
}

QString beyondAllPlaces()
{
    return QStringLiteral("The number has more than 20 digits before the point. Name its places: decimal(value, 2).");
}

Vec toDoubles(const Vec &v)
{
    if (v.type() == ColumnType::Double)
        return v;
    auto out = std::make_shared<Column>(ColumnType::Double);
    out->valid = v.column->valid;
    if (v.type() == ColumnType::Decimal) {
        out->doubles.reserve(v.column->decimals.size());
        // Both operands are exact doubles below 2^53 and 10^18, so the quotient is the nearest double.
        constexpr Int128 kExact = Int128{1} << 53;
        const auto divisor = static_cast<double>(static_cast<std::int64_t>(powerOfTen(v.column->scale)));
        for (std::size_t i = 0; i < v.column->decimals.size(); ++i) {
            const Int128 units = v.column->decimals[i];
            out->doubles.push_back(units < kExact && units > -kExact
                                       ? static_cast<double>(static_cast<std::int64_t>(units)) / divisor
                                       : toDouble(v.column->decimal(i)));
        }
    } else {
        out->doubles.assign(v.column->ints.begin(), v.column->ints.end());
    }
    return Vec{std::move(out), v.constant, true};
}

Vec toTexts(Evaluation &e, const Vec &given)
{
    const Vec v = given.type() == ColumnType::Json ? given : settled(e, given);
    if (v.type() == ColumnType::Text)
        return v;
    auto out = std::make_shared<Column>(ColumnType::Text);
    const std::size_t n = v.column->size();
    out->reserve(n);
    // Cell by cell, so that a text is the same whatever the other rows hold.
    for (std::size_t i = 0; v.type() == ColumnType::Json && i < n; ++i) {
        if (v.column->isNull(i))
            out->appendNull();
        else if (const std::string_view raw = v.column->text(i); jsonKindOf(raw) == JsonKind::String)
            out->appendText(jsonUnquoted(raw));
        else
            out->appendText(raw);
    }
    if (v.type() == ColumnType::Json)
        return Vec{std::move(out), v.constant, true};
    const bool fewest = v.type() == ColumnType::Decimal && !v.steady;
    for (std::size_t i = 0; i < n; ++i) {
        if (v.column->isNull(i))
            out->appendNull();
        else
            out->appendText(fewest ? decimalText(withFewestPlaces(v.column->decimal(i))) : cellText(*v.column, i));
    }
    return Vec{std::move(out), v.constant, true};
}

Vec toDecimals(Evaluation &e, const ExpressionNode &node, const Vec &v)
{
    if (v.type() == ColumnType::Decimal)
        return v;
    auto out = std::make_shared<Column>(ColumnType::Decimal);
    if (v.type() == ColumnType::Int64) {
        out->valid = v.column->valid;
        out->decimals.assign(v.column->ints.begin(), v.column->ints.end());
        return Vec{std::move(out), v.constant, true, v.steady};
    }
    const std::size_t n = v.column->size();
    for (std::size_t i = 0; i < n; ++i) {
        const auto exact = v.column->isNull(i) ? std::nullopt : decimalFromDouble(v.column->doubles[i]);
        if (exact && appendUnsteady(*out, *exact))
            continue;
        if (!v.column->isNull(i))
            e.failRow(i, v.constant, node,
                      exact ? beyondAllPlaces()
                            : QStringLiteral("%1 does not fit a decimal of 38 digits and 18 places.")
                                  .arg(v.column->doubles[i]));
        out->appendNull();
    }
    return Vec{std::move(out), v.constant, true, false};
}

Result<Vec> toInstants(Evaluation &e, const ExpressionNode &node, const Vec &given)
{
    const Vec v = settled(e, given);
    if (!v.typed || v.type() == ColumnType::Instant)
        return v;
    if (v.type() != ColumnType::Text)
        return typeError(node, QStringLiteral("A time is needed here; this is %1. Make it one with parse_time().")
                                   .arg(QString::fromUtf8(typeWord(v))));
    auto out = std::make_shared<Column>(ColumnType::Instant);
    const std::size_t n = v.constant ? 1 : e.rows;
    out->reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (v.column->isNull(i)) {
            out->appendNull();
            continue;
        }
        const std::string_view text = v.column->text(i);
        const QString asText = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        const auto at = asText.size() > 64 ? std::nullopt : parseIso(asText);
        if (at) {
            out->appendInt(*at);
        } else {
            if (v.constant)
                return typeError(
                    node, QStringLiteral("“%1” is not a time such as 2026-11-22T14:30:00Z.").arg(asText.left(40)));
            e.failRow(i, false, node,
                      QStringLiteral("“%1” is not a time such as 2026-11-22T14:30:00Z.").arg(asText.left(40)));
            out->appendNull();
        }
    }
    return Vec{std::move(out), v.constant, true};
}

} // namespace dash
