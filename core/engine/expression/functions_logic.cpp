#include "core/engine/context.h"
#include "core/engine/expression/call.h"
#include "core/engine/path/json_document.h"
#include "core/engine/path/utf8.h"

namespace dash {

namespace {

// if() and coalesce() choose before their arguments are evaluated; they never arrive here.
Result<Vec> evaluatedElsewhere(Evaluation &, const ExpressionNode &, std::vector<Vec> &)
{
    return nullVec();
}

Result<Vec> isNullOf(Evaluation &e, const ExpressionNode &node, std::vector<Vec> &args)
{
    const Call call{e, node, args};
    auto out = std::make_shared<Column>(ColumnType::Bool);
    for (std::size_t row = 0; row < call.rows(); ++row)
        out->appendBool(args[0].isNull(row));
    return Vec{std::move(out), call.constant, true};
}

Result<Vec> nullIf(Evaluation &e, const ExpressionNode &node, std::vector<Vec> &args)
{
    auto same = compare(e, node, ExpressionOp::Equal, args[0], args[1]);
    if (!same)
        return same;
    std::vector<std::uint8_t> choice(e.rows);
    for (std::size_t row = 0; row < e.rows; ++row)
        choice[row] = same->column->bools[same->at(row)] != 0 ? 255 : 0;
    return choose(e, node, {args[0]}, choice);
}

Result<> needJson(Call &call, std::size_t i)
{
    if (!call.untyped(i) && call[i].type() != ColumnType::Json && call[i].type() != ColumnType::Text)
        return typeError(*call.node.operands[i],
                         QStringLiteral("JSON is needed here; this is %1.").arg(QString::fromUtf8(typeWord(call[i]))));
    return {};
}

Result<Vec> jsonLength(Evaluation &e, const ExpressionNode &node, std::vector<Vec> &args)
{
    Call call{e, node, args};
    if (!args[0].typed)
        return args[0];
    if (args[0].type() != ColumnType::Json) {
        if (auto ok = call.needText(0); !ok)
            return tl::unexpected<Error>(ok.error());
    }
    const bool json = args[0].type() == ColumnType::Json;
    return call.map(ColumnType::Int64, [&](std::size_t row, Column &out) {
        const std::string_view text = args[0].text(row);
        std::int64_t count = 0;
        if (json && forJsonElements(text, [&](std::string_view) { return ++count > 0; })) {
            out.appendInt(count);
        } else if (json && forJsonMembers(text, [&](std::string_view, std::string_view) { return ++count > 0; })) {
            out.appendInt(count);
        } else {
            out.appendInt(static_cast<std::int64_t>(utf8Length(json ? jsonUnquoted(text) : std::string(text))));
        }
    });
}

Result<Vec> jsonKeys(Evaluation &e, const ExpressionNode &node, std::vector<Vec> &args)
{
    Call call{e, node, args};
    if (auto ok = needJson(call, 0); !ok)
        return tl::unexpected<Error>(ok.error());
    return call.map(ColumnType::Json, [&](std::size_t row, Column &out) {
        std::string keys("[");
        if (!forJsonMembers(args[0].text(row), [&](std::string_view key, std::string_view) {
                keys.append(keys.size() > 1 ? "," : "").append(key);
                return true;
            })) {
            out.appendNull();
            return;
        }
        out.appendText(keys.append("]"));
    });
}

} // namespace

const std::vector<FunctionEntry> &logicFunctions()
{
    static const std::vector<FunctionEntry> all{
        {{"if", "if(condition, then, else)",
          QT_TRANSLATE_NOOP("Function", "One value where the condition holds, the other where it does not."), "Logic",
          "if(total > 150, \"large\", \"small\")"},
         2,
         3,
         evaluatedElsewhere},
        {{"coalesce", "coalesce(value, …)", QT_TRANSLATE_NOOP("Function", "The first value that is not empty."),
          "Logic", "coalesce(nickname, name)"},
         1,
         100,
         evaluatedElsewhere},
        {{"is_null", "is_null(value)", QT_TRANSLATE_NOOP("Function", "Yes where there is no value."), "Logic",
          "is_null(refund)"},
         1,
         1,
         isNullOf},
        {{"nullif", "nullif(value, other)",
          QT_TRANSLATE_NOOP("Function", "The value, but empty where it equals the other."), "Logic",
          "nullif(price, 0)"},
         2,
         2,
         nullIf},
        {{"length", "length(value)",
          QT_TRANSLATE_NOOP("Function", "Characters of a text, entries of a list or an object."), "Text",
          "length(\"Köln\") = 4"},
         1,
         1,
         jsonLength},
        {{"keys", "keys(object)", QT_TRANSLATE_NOOP("Function", "The names in a JSON object, as a list."), "JSON",
          "keys(labels)"},
         1,
         1,
         jsonKeys},
    };
    return all;
}

} // namespace dash
