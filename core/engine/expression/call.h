#pragma once
// What the functions share: arguments of the kind they need, and one loop over rows that keeps nulls and the budget.

#include "core/engine/expression/node.h"

namespace dash {

struct Call {
    Evaluation &e;
    const ExpressionNode &node;
    std::vector<Vec> &args;
    bool constant = allConstant(args);

    std::size_t rows() const { return constant ? 1 : e.rows; }
    std::size_t count() const { return args.size(); }
    const Vec &operator[](std::size_t i) const { return args[i]; }
    // Make argument i what is needed, or say what it is instead.
    Result<> needText(std::size_t i);   // anything but JSON objects and lists becomes text
    Result<> needNumber(std::size_t i); // whole, decimal or floating
    Result<> needDouble(std::size_t i);
    Result<> needWhole(std::size_t i);
    Result<> needTime(std::size_t i);
    bool untyped(std::size_t i) const { return !args[i].typed; }
    // A constant text argument, such as a zone or a unit.
    Result<QString> constantText(std::size_t i, const char *what) const;

    // fn(row, out) appends one value; rows in which any argument is null are null.
    template <class Fn>
    Result<Vec> map(ColumnType type, Fn fn, int scale = 0)
    {
        auto out = std::make_shared<Column>(type, scale);
        const std::size_t n = rows();
        out->reserve(n);
        for (std::size_t row = 0; row < n; ++row) {
            if ((row & 511U) == 0) {
                if (auto ok = e.check(); !ok)
                    return tl::unexpected<Error>(ok.error());
            }
            bool null = false;
            for (const Vec &v : args)
                null = null || v.isNull(row);
            if (null)
                out->appendNull();
            else
                fn(row, *out);
        }
        return Vec{std::move(out), constant, true, allSteady(args)};
    }
    void failed(std::size_t row, Column &out, const QString &reason)
    {
        e.failRow(row, constant, node, reason);
        out.appendNull();
    }
};

// Runs checks in order: the first that fails wins.
template <class... Checks>
Result<> allOf(Checks &&...checks)
{
    Result<> result;
    (void)((result = checks(), result.has_value()) && ...);
    return result;
}

QString qtText(std::string_view text);

} // namespace dash
