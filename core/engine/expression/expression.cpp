#include "core/engine/expression/expression.h"

#include "core/engine/expression/node.h"

#include <algorithm>

namespace dash {

Result<Expression> Expression::compile(QStringView text)
{
    Expression made;
    made.m_text = text.toString();
    auto root = parseExpression(made.m_text, made.m_fields);
    if (!root)
        return tl::unexpected<Error>(root.error());
    made.m_root = *root;
    return made;
}

Result<Expression::Output> Expression::evaluate(const Batch &batch, const Environment &environment) const
{
    Evaluation e{batch, environment, batch.rows, nullptr, {}, {}};
    auto v = e.value(*m_root);
    if (!v)
        return tl::unexpected<Error>(v.error());
    Output out;
    out.errors = std::move(e.errors);
    std::sort(out.errors.begin(), out.errors.end(), [](const RowError &a, const RowError &b) { return a.row < b.row; });
    if (v->constant || !v->typed)
        out.column = takeRows(*v->column, std::vector<std::uint32_t>(batch.rows, 0));
    else
        out.column = v->column;
    if (!out.errors.empty()) { // also where what is around the error made something of a missing value
        auto column = std::make_shared<Column>(*out.column);
        column->valid.resize(batch.rows, 1);
        for (const RowError &error : out.errors)
            column->valid[error.row] = 0;
        out.column = std::move(column);
    }
    return out;
}

Result<Expression::Mask> Expression::evaluateMask(const Batch &batch, const Environment &environment) const
{
    Evaluation e{batch, environment, batch.rows, nullptr, {}, {}};
    auto v = e.value(*m_root);
    if (!v)
        return tl::unexpected<Error>(v.error());
    auto truth = truths(e, *m_root, *v);
    if (!truth)
        return tl::unexpected<Error>(truth.error());
    Mask out;
    out.errors = std::move(e.errors);
    if (v->constant)
        out.keep.assign(batch.rows, truth->front() == kTrue ? 1 : 0);
    else
        out.keep = std::move(*truth);
    for (std::uint8_t &keep : out.keep)
        keep = keep == kTrue ? 1 : 0;
    return out;
}

} // namespace dash
