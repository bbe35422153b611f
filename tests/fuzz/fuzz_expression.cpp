// An expression over rows of every type: it is refused, or gives one value a row. Row by row it gives what it gives for
// all at once.

#include "core/engine/expression/expression.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/fuzz_world.h"

#include <cmath>
#include <cstdlib>
#include <limits>

using namespace dash;
using namespace dash::fuzz;

static const Batch &someRows()
{
    static const Batch rows = [] {
        Batch batch;
        batch.rows = 5;
        const auto add = [&](const char *name, ColumnType type, auto fill) {
            auto column = std::make_shared<Column>(type);
            fill(*column);
            batch.set(QString::fromLatin1(name), column);
        };
        add("b", ColumnType::Bool, [](Column &c) {
            for (const bool value : {true, false, true, false})
                c.appendBool(value);
            c.appendNull();
        });
        add("i", ColumnType::Int64, [](Column &c) {
            c.appendInt(0);
            c.appendInt(-7);
            c.appendInt(std::numeric_limits<std::int64_t>::max());
            c.appendInt(std::numeric_limits<std::int64_t>::min());
            c.appendNull();
        });
        add("d", ColumnType::Double, [](Column &c) {
            for (const double value : {0.0, -1.5, 1e308, std::nan("")})
                c.appendDouble(value);
            c.appendNull();
        });
        add("m", ColumnType::Decimal, [](Column &c) {
            for (const char *value : {"0.00", "-12.345", "99999999999999999999999999", "0.0000000001"})
                (void)c.appendDecimal(*parseDecimal(value));
            c.appendNull();
        });
        add("t", ColumnType::Text, [](Column &c) {
            for (const char *value : {"", "abc", "2026-03-29 02:30", "\xc3\xa4\xf0\x9f\x98\x80"})
                c.appendText(value);
            c.appendNull();
        });
        add("at", ColumnType::Instant, [](Column &c) {
            for (const std::int64_t value : {0LL, 1'774'746'000'000LL, -62'135'596'800'000LL, 253'402'300'799'999LL})
                c.appendInt(value);
            c.appendNull();
        });
        add("j", ColumnType::Json, [](Column &c) {
            for (const char *value : {"{}", "[1,2,{\"a\":null}]", "\"x\"", "-0.1"})
                c.appendText(value);
            c.appendNull();
        });
        return batch;
    }();
    return rows;
}

static void fuzzExpression(Input input)
{
    const auto expression = Expression::compile(
        QString::fromUtf8(reinterpret_cast<const char *>(input.data()), static_cast<qsizetype>(input.size())));
    if (!expression)
        return;
    World world;
    const Expression::Environment environment{&world.clock, &world.budget, {}, {}};
    const Batch &rows = someRows();
    const auto all = expression->evaluate(rows, environment);
    if (!all)
        return;
    if (all->column->size() != rows.rows)
        std::abort();
    for (const RowError &error : all->errors) {
        if (error.row >= rows.rows || !all->column->isNull(error.row))
            std::abort();
    }
    for (std::uint32_t row = 0; row < rows.rows; ++row) {
        const auto one = expression->evaluate(takeRows(rows, {row}), environment);
        if (!one || one->column->size() != 1 || one->column->isNull(0) != all->column->isNull(row))
            std::abort();
        if (all->column->isNull(row))
            continue;
        // A column of decimals has one scale, the widest of its rows: the value must agree, and as text everything
        // else.
        const bool decimals = one->column->type == ColumnType::Decimal && all->column->type == ColumnType::Decimal;
        if (decimals ? one->column->decimal(0) != all->column->decimal(row)
                     : cellText(*one->column, 0) != cellText(*all->column, row))
            std::abort();
    }
}

DASH_FUZZ(expression, fuzzExpression)
