#include "core/engine/expression/call.h"

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

const std::vector<FunctionEntry> &entries()
{
    static const std::vector<FunctionEntry> all = [] {
        std::vector<FunctionEntry> out;
        for (const auto *group : {&logicFunctions(), &numberFunctions(), &textFunctions(), &timeFunctions()})
            out.insert(out.end(), group->begin(), group->end());
        return out;
    }();
    return all;
}

} // namespace

const std::vector<ExpressionFunction> &expressionFunctions()
{
    static const std::vector<ExpressionFunction> all = [] {
        std::vector<ExpressionFunction> out;
        for (const FunctionEntry &entry : entries())
            out.push_back(entry.about);
        return out;
    }();
    return all;
}

const FunctionEntry *findFunction(QStringView lowerName)
{
    // Names people bring from elsewhere.
    static constexpr std::pair<const char *, const char *> kAliases[] = {{"substr", "mid"},
                                                                         {"substring", "mid"},
                                                                         {"len", "length"},
                                                                         {"ucase", "upper"},
                                                                         {"lcase", "lower"},
                                                                         {"ifnull", "coalesce"},
                                                                         {"nvl", "coalesce"},
                                                                         {"iif", "if"},
                                                                         {"isnull", "is_null"},
                                                                         {"power", "pow"},
                                                                         {"ceiling", "ceil"},
                                                                         {"int", "floor"},
                                                                         {"ln", "log"},
                                                                         {"value", "number"},
                                                                         {"to_number", "number"},
                                                                         {"tonumber", "number"},
                                                                         {"to_text", "text"},
                                                                         {"str", "text"},
                                                                         {"string", "text"},
                                                                         {"todate", "parse_time"},
                                                                         {"to_date", "parse_time"},
                                                                         {"strptime", "parse_time"},
                                                                         {"strftime", "format_time"},
                                                                         {"date_format", "format_time"},
                                                                         {"date_add", "dateadd"},
                                                                         {"date_diff", "datediff"},
                                                                         {"starts_with", "startswith"},
                                                                         {"ends_with", "endswith"},
                                                                         {"substitute", "replace"},
                                                                         {"concatenate", "concat"}};
    for (const auto &[alias, name] : kAliases) {
        if (lowerName == QLatin1StringView(alias))
            return findFunction(QString::fromLatin1(name));
    }
    const auto &all = entries();
    const auto it = std::find_if(all.begin(), all.end(), [&](const FunctionEntry &entry) {
        return lowerName == QLatin1StringView(entry.about.name);
    });
    return it == all.end() ? nullptr : &*it;
}

QStringList functionNames()
{
    QStringList names;
    for (const FunctionEntry &entry : entries())
        names.push_back(QString::fromLatin1(entry.about.name));
    return names;
}

Result<> compileConstantRegex(ExpressionNode &node)
{
    if (!QLatin1StringView(node.function->about.name).startsWith(QLatin1StringView("regex_")))
        return {};
    const ExpressionNode &pattern = *node.operands[1];
    if (pattern.kind != ExpressionNode::Kind::Literal || !pattern.typed || pattern.literal->type != ColumnType::Text)
        return {};
    auto regex = Regex::compile(pattern.literal->text(0));
    if (!regex)
        return fail(ErrorCode::ExpressionSyntax,
                    {{QLatin1StringView("position"), QString::number(pattern.start + 1)},
                     {QLatin1StringView("reason"), QStringLiteral("The pattern is wrong at its character %1: %2")
                                                       .arg(regex.error().arg(QLatin1StringView("position")),
                                                            regex.error().arg(QLatin1StringView("reason")))},
                     {QLatin1StringView("length"), QString::number(std::max<qsizetype>(1, pattern.length))}});
    node.regex = std::make_shared<const Regex>(std::move(*regex));
    return {};
}

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<> Call::needText(std::size_t i)
{
    if (args[i].typed)
        args[i] = toTexts(e, args[i]);
    return {};
}

Result<> Call::needNumber(std::size_t i)
{
    args[i] = settled(e, std::move(args[i]));
    if (isNumeric(args[i]))
        return {};
    const QString hint = args[i].type() == ColumnType::Text ? QStringLiteral(" Read it with number().") : QString();
    return typeError(*node.operands[i], QStringLiteral("%1 needs a number here; this is %2.%3")
                                            .arg(QLatin1StringView(node.function->about.name),
                                                 QString::fromUtf8(typeWord(args[i])), hint));
}

Result<> Call::needDouble(std::size_t i)
{
    auto ok = needNumber(i);
    if (ok && args[i].typed)
        args[i] = toDoubles(args[i]);
    return ok;
}

Result<> Call::needWhole(std::size_t i)
{
    auto ok = needNumber(i);
    if (!ok || !args[i].typed || args[i].type() == ColumnType::Int64)
        return ok;
    const Vec numbers = toDoubles(args[i]);
    auto out = std::make_shared<Column>(ColumnType::Int64);
    constexpr double kMost = 9e15; // beyond it is beyond any use, but never becomes a small number
    for (std::size_t row = 0; row < numbers.column->size(); ++row) {
        const double d = numbers.column->doubles[row];
        if (numbers.column->isNull(row) || std::isnan(d))
            out->appendNull();
        else
            out->appendInt(static_cast<std::int64_t>(std::clamp(d, -kMost, kMost)));
    }
    args[i] = Vec{std::move(out), args[i].constant, true};
    return {};
}

Result<> Call::needTime(std::size_t i)
{
    auto v = toInstants(e, *node.operands[i], args[i]);
    if (!v)
        return tl::unexpected<Error>(v.error());
    args[i] = std::move(*v);
    return {};
}

Result<QString> Call::constantText(std::size_t i, const char *what) const
{
    if (!args[i].constant || !args[i].typed || args[i].type() != ColumnType::Text)
        return typeError(*node.operands[i],
                         QStringLiteral("%1 is written here as text in quotes.").arg(QString::fromUtf8(what)));
    return qtText(args[i].text(0));
}

} // namespace dash
