#include "core/base/decimal.h"
#include "core/engine/expression/call.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dash {

namespace {

using Args = std::vector<Vec>;

Failure error(const Result<> &result)
{
    return fail(result.error());
}

// A floating number rounded as its shortest digits read: 2.675 → 2.68.
double roundedDigits(double value, int places, Rounding rounding)
{
    const auto exact = decimalFromDouble(value);
    const auto rounded = exact ? rescale(*exact, std::clamp(places, 0, kMaxDecimalScale), rounding) : std::nullopt;
    return rounded ? toDouble(*rounded) : value;
}

enum class Toward { Nearest, Down, Up };

std::optional<Int128> roundedUnits(Int128 units, int scale, int places, Toward toward)
{
    if (places >= scale)
        return units;
    if (scale - places > 38)
        return Int128{0};
    const Int128 step = powerOfTen(scale - places);
    Int128 q = units / step;
    const Int128 rest = units % step;
    if (toward == Toward::Down && rest < 0)
        --q;
    else if (toward == Toward::Up && rest > 0)
        ++q;
    else if (toward == Toward::Nearest && (rest < 0 ? -rest : rest) >= step - (rest < 0 ? -rest : rest))
        q += rest < 0 ? -1 : 1;
    Int128 out = 0;
    if (__builtin_mul_overflow(q, step, &out))
        return std::nullopt;
    return out;
}

Result<Vec> roundTo(Evaluation &e, const ExpressionNode &node, Args &args, Toward toward)
{
    Call call{e, node, args};
    auto ok = call.needNumber(0);
    int places = 0;
    if (ok && args.size() > 1) {
        ok = call.needWhole(1);
        if (ok && args[1].typed && !args[1].constant)
            return typeError(*node.operands[1], QStringLiteral("The number of places is written as a number here."));
        if (ok && args[1].typed)
            places = static_cast<int>(std::clamp<std::int64_t>(args[1].column->ints[0], -18, 18));
    }
    if (!ok)
        return error(ok);
    if (!args[0].typed)
        return args[0];
    const Vec v = args[0];
    args.resize(1);
    if (v.type() == ColumnType::Int64 && places >= 0)
        return v;
    if (v.type() == ColumnType::Int64) {
        return call.map(ColumnType::Int64, [&](std::size_t row, Column &out) {
            const auto units = roundedUnits(v.column->ints[v.at(row)], 0, places, toward);
            if (units && *units <= INT64_MAX && *units >= INT64_MIN)
                out.appendInt(static_cast<std::int64_t>(*units));
            else
                call.failed(row, out, QStringLiteral("The result is too large for a whole number."));
        });
    }
    if (v.type() == ColumnType::Decimal) {
        // As many places as asked for; fewer only where every row has fewer, whatever the batch.
        const int scale = v.steady ? std::min(v.column->scale, std::max(places, 0)) : std::max(places, 0);
        auto rounded = call.map(
            ColumnType::Decimal,
            [&](std::size_t row, Column &out) {
                Decimal value = v.column->decimal(v.at(row));
                if (!v.steady)
                    value = withFewestPlaces(value);
                const int kept = std::min(value.scale, scale);
                const auto units = roundedUnits(value.units, value.scale, places, toward);
                if (!units || !out.appendDecimal(Decimal{*units / powerOfTen(value.scale - kept), kept}))
                    call.failed(row, out, QStringLiteral("The result is too large for a decimal."));
            },
            scale);
        if (rounded)
            rounded->steady = true;
        return rounded;
    }
    return call.map(ColumnType::Double, [&](std::size_t row, Column &out) {
        const double d = v.column->doubles[v.at(row)];
        const double factor = std::pow(10.0, places);
        if (toward == Toward::Nearest && places >= 0)
            out.appendDouble(roundedDigits(d, places, Rounding::HalfUp));
        else if (toward == Toward::Nearest)
            out.appendDouble(std::round(d * factor) / factor);
        else
            out.appendDouble(toward == Toward::Down ? std::floor(d * factor) / factor : std::ceil(d * factor) / factor);
    });
}

Result<Vec> roundOf(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return roundTo(e, node, args, Toward::Nearest);
}
Result<Vec> floorOf(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return roundTo(e, node, args, Toward::Down);
}
Result<Vec> ceilOf(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return roundTo(e, node, args, Toward::Up);
}

Result<Vec> absolute(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    if (auto ok = call.needNumber(0); !ok)
        return error(ok);
    const Vec &v = args[0];
    if (!v.typed)
        return v;
    return call.map(
        v.type(),
        [&](std::size_t row, Column &out) {
            const std::size_t i = v.at(row);
            if (v.type() == ColumnType::Double)
                out.appendDouble(std::abs(v.column->doubles[i]));
            else if (v.type() == ColumnType::Decimal)
                (void)out.appendDecimal(Decimal{
                    v.column->decimals[i] < 0 ? -v.column->decimals[i] : v.column->decimals[i], v.column->scale});
            else if (v.column->ints[i] == INT64_MIN)
                call.failed(row, out, QStringLiteral("The result is too large for a whole number."));
            else
                out.appendInt(std::abs(v.column->ints[i]));
        },
        v.column->scale);
}

Result<Vec> signOf(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    if (auto ok = call.needDouble(0); !ok)
        return error(ok);
    if (!args[0].typed)
        return args[0];
    return call.map(ColumnType::Int64, [&](std::size_t row, Column &out) {
        const double d = args[0].column->doubles[args[0].at(row)];
        out.appendInt(d > 0 ? 1 : d < 0 ? -1 : 0);
    });
}

// Smallest or largest of the values that are not null, numbers, texts or times alike.
Result<Vec> extreme(Evaluation &e, const ExpressionNode &node, Args &args, ExpressionOp better)
{
    std::vector<std::uint8_t> choice(e.rows, 255);
    std::vector<Vec> branches;
    for (std::size_t i = 0; i < args.size(); ++i) {
        Vec v = settled(e, args[i]);
        if (i == 0) {
            branches.push_back(std::move(v));
            for (std::size_t row = 0; row < e.rows; ++row)
                choice[row] = branches[0].isNull(row) ? 255 : 0;
            continue;
        }
        auto best = choose(e, node, branches, choice);
        if (!best)
            return best;
        auto wins = compare(e, node, better, v, *best);
        if (!wins)
            return wins;
        for (std::size_t row = 0; row < e.rows; ++row) {
            if (!v.isNull(row) &&
                (choice[row] == 255 || (!wins->isNull(row) && wins->column->bools[wins->at(row)] != 0)))
                choice[row] = static_cast<std::uint8_t>(i);
        }
        branches.push_back(std::move(v));
    }
    return choose(e, node, std::move(branches), choice);
}

Result<Vec> least(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return extreme(e, node, args, ExpressionOp::Less);
}
Result<Vec> greatest(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return extreme(e, node, args, ExpressionOp::Greater);
}

Result<Vec> operatorAs(Evaluation &e, const ExpressionNode &node, Args &args, ExpressionOp op)
{
    ExpressionNode as = node;
    as.op = op;
    return arithmetic(e, as, args[0], args[1]);
}

Result<Vec> modulo(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return operatorAs(e, node, args, ExpressionOp::Modulo);
}
Result<Vec> power(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return operatorAs(e, node, args, ExpressionOp::Power);
}

using Real = double (*)(double);

Result<Vec> real(Evaluation &e, const ExpressionNode &node, Args &args, Real fn, bool (*fits)(double),
                 const char *reason)
{
    Call call{e, node, args};
    if (auto ok = call.needDouble(0); !ok)
        return error(ok);
    if (!args[0].typed)
        return args[0];
    return call.map(ColumnType::Double, [&](std::size_t row, Column &out) {
        const double d = args[0].column->doubles[args[0].at(row)];
        if (fits(d))
            out.appendDouble(fn(d));
        else
            call.failed(row, out, QString::fromUtf8(reason));
    });
}

bool any(double)
{
    return true;
}
bool positive(double d)
{
    return d > 0 || std::isnan(d);
}
bool notNegative(double d)
{
    return d >= 0 || std::isnan(d);
}

Result<Vec> logarithm(Evaluation &e, const ExpressionNode &node, Args &args)
{
    if (args.size() == 1)
        return real(
            e, node, args, [](double d) { return std::log(d); }, positive, "The logarithm needs a number above zero.");
    Call call{e, node, args};
    if (auto ok = allOf([&] { return call.needDouble(0); }, [&] { return call.needDouble(1); }); !ok)
        return error(ok);
    if (!args[0].typed || !args[1].typed)
        return nullVec();
    return call.map(ColumnType::Double, [&](std::size_t row, Column &out) {
        const double d = args[0].column->doubles[args[0].at(row)];
        const double base = args[1].column->doubles[args[1].at(row)];
        if (d > 0 && base > 0 && base != 1)
            out.appendDouble(base == 10 ? std::log10(d) : base == 2 ? std::log2(d) : std::log(d) / std::log(base));
        else
            call.failed(row, out, QStringLiteral("The logarithm needs a number and a base above zero."));
    });
}

Result<Vec> exponential(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return real(
        e, node, args, [](double d) { return std::exp(d); }, any, "");
}

Result<Vec> squareRoot(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return real(
        e, node, args, [](double d) { return std::sqrt(d); }, notNegative,
        "The square root needs a number that is not negative.");
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

Result<Vec> number(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    args[0] = settled(e, std::move(args[0]));
    if (isNumeric(args[0]))
        return args[0];
    if (args[0].type() == ColumnType::Bool || args[0].type() == ColumnType::Instant) {
        return call.map(ColumnType::Int64, [&](std::size_t row, Column &out) {
            const std::size_t i = args[0].at(row);
            out.appendInt(args[0].type() == ColumnType::Bool ? args[0].column->bools[i] : args[0].column->ints[i]);
        });
    }
    // Whole when every text is whole.
    bool whole = true;
    std::int64_t ignored = 0;
    for (std::size_t row = 0; row < call.rows() && whole; ++row) {
        const std::string_view text = args[0].isNull(row) ? std::string_view() : trimmed(args[0].text(row));
        const auto r = std::from_chars(text.data(), text.data() + text.size(), ignored);
        whole = text.empty() || (r.ec == std::errc() && r.ptr == text.data() + text.size());
    }
    auto read = call.map(whole ? ColumnType::Int64 : ColumnType::Double, [&](std::size_t row, Column &out) {
        std::string_view text = trimmed(args[0].text(row));
        if (!text.empty() && text.front() == '+')
            text.remove_prefix(1);
        const char *end = text.data() + text.size();
        std::int64_t n = 0;
        double d = 0;
        if (text.empty()) {
            out.appendNull();
        } else if (whole) {
            std::from_chars(text.data(), end, n);
            out.appendInt(n);
        } else if (const auto r = std::from_chars(text.data(), end, d); r.ec == std::errc() && r.ptr == end) {
            out.appendDouble(d);
        } else {
            call.failed(row, out, QStringLiteral("“%1” is not a number.").arg(qtText(text.substr(0, 40))));
        }
    });
    if (read)
        read->steady = false;
    return read;
}

Result<Vec> decimal(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    int places = -1;
    if (args.size() > 1) {
        if (auto ok = call.needWhole(1); !ok)
            return error(ok);
        if (!args[1].constant || !args[1].typed || args[1].column->ints[0] < 0 ||
            args[1].column->ints[0] > kMaxDecimalScale)
            return typeError(*node.operands[1], QStringLiteral("The number of places is a number from 0 to 18."));
        places = static_cast<int>(args[1].column->ints[0]);
    }
    args[0] = args[0].type() == ColumnType::Json ? toTexts(e, args[0]) : args[0];
    if (!args[0].typed)
        return args[0];
    args.resize(1);
    const Vec v = args[0];
    if (v.type() != ColumnType::Text && !isNumeric(v))
        return typeError(
            node, QStringLiteral("decimal needs a number or text; this is %1.").arg(QString::fromUtf8(typeWord(v))));
    if (places < 0 && v.type() != ColumnType::Text)
        return toDecimals(e, node, v);
    auto made = call.map(
        ColumnType::Decimal,
        [&](std::size_t row, Column &out) {
            const std::size_t i = v.at(row);
            const std::string_view text = v.type() == ColumnType::Text ? trimmed(v.text(row)) : std::string_view();
            if (v.type() == ColumnType::Text && text.empty()) {
                out.appendNull();
                return;
            }
            const auto exact = v.type() == ColumnType::Text      ? parseDecimal(text)
                               : v.type() == ColumnType::Int64   ? Decimal{v.column->ints[i], 0}
                               : v.type() == ColumnType::Decimal ? v.column->decimal(i)
                                                                 : decimalFromDouble(v.column->doubles[i]);
            if (!exact) {
                call.failed(row, out,
                            v.type() == ColumnType::Text
                                ? QStringLiteral("“%1” is not a decimal.").arg(qtText(text.substr(0, 40)))
                                : QStringLiteral("%1 does not fit a decimal of 38 digits and 18 places.")
                                      .arg(v.column->doubles[i]));
                return;
            }
            const auto value = places < 0 ? exact : rescale(*exact, places, Rounding::HalfUp);
            if (!value || !(places < 0 ? appendUnsteady(out, *value) : out.appendDecimal(*value)))
                call.failed(row, out,
                            places < 0 ? beyondAllPlaces() : QStringLiteral("The result is too large for a decimal."));
        },
        std::max(places, 0));
    if (made)
        made->steady = places >= 0;
    return made;
}

} // namespace

const std::vector<FunctionEntry> &numberFunctions()
{
    static const std::vector<FunctionEntry> all{
        {{"round", "round(number, places)",
          QT_TRANSLATE_NOOP("Function", "Rounded half away from zero; without places to a whole number."), "Number",
          "round(2.345, 2) = 2.35"},
         1,
         2,
         roundOf},
        {{"floor", "floor(number)", QT_TRANSLATE_NOOP("Function", "The next smaller whole number."), "Number",
          "floor(-1.5) = -2"},
         1,
         2,
         floorOf},
        {{"ceil", "ceil(number)", QT_TRANSLATE_NOOP("Function", "The next larger whole number."), "Number",
          "ceil(1.2) = 2"},
         1,
         2,
         ceilOf},
        {{"abs", "abs(number)", QT_TRANSLATE_NOOP("Function", "The number without its sign."), "Number", "abs(-3) = 3"},
         1,
         1,
         absolute},
        {{"sign", "sign(number)", QT_TRANSLATE_NOOP("Function", "-1, 0 or 1."), "Number", "sign(-3) = -1"},
         1,
         1,
         signOf},
        {{"min", "min(value, …)", QT_TRANSLATE_NOOP("Function", "The smallest of the values in this row."), "Number",
          "min(3, 1, 2) = 1"},
         1,
         50,
         least},
        {{"max", "max(value, …)", QT_TRANSLATE_NOOP("Function", "The largest of the values in this row."), "Number",
          "max(3, 1, 2) = 3"},
         1,
         50,
         greatest},
        {{"mod", "mod(number, divisor)", QT_TRANSLATE_NOOP("Function", "The remainder; it has the sign of the number."),
          "Number", "mod(7, 3) = 1"},
         2,
         2,
         modulo},
        {{"pow", "pow(number, exponent)", QT_TRANSLATE_NOOP("Function", "The number to the power of the exponent."),
          "Number", "pow(2, 10) = 1024"},
         2,
         2,
         power},
        {{"sqrt", "sqrt(number)", QT_TRANSLATE_NOOP("Function", "The square root."), "Number", "sqrt(9) = 3"},
         1,
         1,
         squareRoot},
        {{"exp", "exp(number)", QT_TRANSLATE_NOOP("Function", "e to the power of the number."), "Number", "exp(0) = 1"},
         1,
         1,
         exponential},
        {{"log", "log(number, base)", QT_TRANSLATE_NOOP("Function", "The logarithm; without a base the natural one."),
          "Number", "log(1000, 10) = 3"},
         1,
         2,
         logarithm},
        {{"number", "number(value)",
          QT_TRANSLATE_NOOP("Function", "Text as a number; yes is 1, a time its milliseconds."), "Number",
          "number(\"12.5\") = 12.5"},
         1,
         1,
         number},
        {{"decimal", "decimal(value, places)",
          QT_TRANSLATE_NOOP("Function", "An exact decimal, such as money; with places rounded to them."), "Number",
          "decimal(\"12.50\", 2) = 12.50"},
         1,
         2,
         decimal},
    };
    return all;
}

} // namespace dash
