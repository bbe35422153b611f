#include "core/engine/expression/call.h"
#include "core/engine/path/utf8.h"

#include <algorithm>

namespace dash {

namespace {

using Args = std::vector<Vec>;

constexpr std::size_t kMaxResult = 16 * 1024 * 1024;

Result<> texts(Call &call, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < std::min(to, call.count()); ++i) {
        if (auto ok = call.needText(i); !ok)
            return ok;
    }
    return {};
}

template <class Fn>
Result<Vec> textMap(Evaluation &e, const ExpressionNode &node, Args &args, std::size_t textCount, ColumnType type,
                    Fn fn)
{
    Call call{e, node, args};
    auto ok = texts(call, 0, textCount);
    for (std::size_t i = textCount; ok && i < args.size(); ++i)
        ok = call.needWhole(i);
    if (!ok)
        return fail(ok.error());
    for (const Vec &v : args) {
        if (!v.typed)
            return nullVec();
    }
    return call.map(type, [&](std::size_t row, Column &out) { fn(call, row, out); });
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Result<Vec> upper(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 1, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        std::string text(call[0].text(row));
        if (isAscii(text))
            std::transform(text.begin(), text.end(), text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        else
            text = qtText(text).toUpper().toStdString();
        out.appendText(text);
    });
}

Result<Vec> lower(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 1, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        std::string text(call[0].text(row));
        if (isAscii(text))
            std::transform(text.begin(), text.end(), text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        else
            text = qtText(text).toLower().toStdString();
        out.appendText(text);
    });
}

Result<Vec> trim(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 1, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        if (!isAscii(text)) {
            out.appendText(qtText(text).trimmed().toStdString());
            return;
        }
        const std::size_t first = text.find_first_not_of(" \t\r\n\f\v");
        const std::size_t last = text.find_last_not_of(" \t\r\n\f\v");
        out.appendText(first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1));
    });
}

// Byte position of character n, or the end.
std::size_t characterAt(std::string_view text, std::int64_t n)
{
    std::size_t at = 0;
    for (; n > 0 && at < text.size(); --n)
        (void)decodeUtf8(text, at);
    return at;
}

Result<Vec> left(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 1, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        out.appendText(text.substr(0, characterAt(text, call[1].column->ints[call[1].at(row)])));
    });
}

Result<Vec> right(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 1, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        const auto all = static_cast<std::int64_t>(utf8Length(text));
        const std::int64_t n = std::clamp<std::int64_t>(call[1].column->ints[call[1].at(row)], 0, all);
        out.appendText(text.substr(characterAt(text, all - n)));
    });
}

Result<Vec> mid(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 1, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        const std::int64_t start = std::max<std::int64_t>(1, call[1].column->ints[call[1].at(row)]);
        const std::string_view rest = text.substr(characterAt(text, start - 1));
        out.appendText(call.count() < 3 ? rest
                                        : rest.substr(0, characterAt(rest, call[2].column->ints[call[2].at(row)])));
    });
}

Result<Vec> replace(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 3, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        const std::string_view what = call[1].text(row);
        const std::string_view with = call[2].text(row);
        if (what.empty()) {
            out.appendText(text);
            return;
        }
        std::string result;
        std::size_t at = 0;
        for (std::size_t hit = text.find(what); hit != std::string_view::npos && result.size() < kMaxResult;
             hit = text.find(what, at)) {
            result.append(text.substr(at, hit - at)).append(with);
            at = hit + what.size();
        }
        if (result.size() >= kMaxResult)
            call.failed(row, out, QStringLiteral("The text would be longer than 16 MB."));
        else
            out.appendText(result.append(text.substr(at)));
    });
}

Result<Vec> contains(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 2, ColumnType::Bool, [](Call &call, std::size_t row, Column &out) {
        out.appendBool(call[0].text(row).find(call[1].text(row)) != std::string_view::npos);
    });
}

Result<Vec> startsWith(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 2, ColumnType::Bool, [](Call &call, std::size_t row, Column &out) {
        out.appendBool(call[0].text(row).substr(0, call[1].text(row).size()) == call[1].text(row));
    });
}

Result<Vec> endsWith(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 2, ColumnType::Bool, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        const std::string_view end = call[1].text(row);
        out.appendBool(text.size() >= end.size() && text.substr(text.size() - end.size()) == end);
    });
}

Result<Vec> splitPart(Evaluation &e, const ExpressionNode &node, Args &args)
{
    return textMap(e, node, args, 2, ColumnType::Text, [](Call &call, std::size_t row, Column &out) {
        const std::string_view text = call[0].text(row);
        const std::string_view by = call[1].text(row);
        std::vector<std::string_view> parts;
        std::size_t at = 0;
        for (std::size_t hit = by.empty() ? std::string_view::npos : text.find(by); hit != std::string_view::npos;
             hit = text.find(by, at)) {
            parts.push_back(text.substr(at, hit - at));
            at = hit + by.size();
        }
        parts.push_back(text.substr(at));
        const std::int64_t wanted = call[2].column->ints[call[2].at(row)];
        const auto count = static_cast<std::int64_t>(parts.size());
        const std::int64_t index = wanted < 0 ? count + wanted : wanted - 1;
        if (wanted == 0 || index < 0 || index >= count)
            out.appendNull();
        else
            out.appendText(parts[static_cast<std::size_t>(index)]);
    });
}

Result<Vec> concat(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    for (Vec &v : args)
        v = toTexts(e, v);
    auto out = std::make_shared<Column>(ColumnType::Text);
    for (std::size_t row = 0; row < call.rows(); ++row) {
        std::string text;
        for (const Vec &v : args) {
            if (!v.isNull(row))
                text.append(v.text(row));
        }
        out->appendText(text);
    }
    return Vec{std::move(out), call.constant, true};
}

Result<Vec> text(Evaluation &e, const ExpressionNode &, Args &args)
{
    return args[0].typed ? toTexts(e, args[0]) : args[0];
}

// The pattern of a row: compiled with the expression when constant, else once per different text in a row.
class Patterns {
public:
    Patterns(Call &call)
        : m_call(call)
    {
    }
    const Regex *at(std::size_t row, Column &out)
    {
        if (m_call.node.regex)
            return m_call.node.regex.get();
        const std::string_view pattern = m_call[1].text(row);
        if (!m_have || pattern != m_pattern) {
            m_pattern = std::string(pattern);
            auto compiled = Regex::compile(pattern);
            m_have = compiled.has_value();
            if (!m_have) {
                m_call.failed(row, out,
                              QStringLiteral("The pattern is wrong at its character %1: %2")
                                  .arg(compiled.error().arg(QLatin1StringView("position")),
                                       compiled.error().arg(QLatin1StringView("reason"))));
                return nullptr;
            }
            m_regex = std::move(*compiled);
        }
        return &m_regex;
    }

private:
    Call &m_call;
    std::string m_pattern;
    Regex m_regex;
    bool m_have = false;
};

const QString &tooCostly()
{
    static const QString reason = QStringLiteral("The pattern takes too long on this text.");
    return reason;
}

Result<Vec> regexMatch(Evaluation &e, const ExpressionNode &node, Args &args)
{
    std::optional<Patterns> patterns;
    return textMap(e, node, args, 2, ColumnType::Bool, [&](Call &call, std::size_t row, Column &out) {
        if (!patterns)
            patterns.emplace(call);
        const Regex *regex = patterns->at(row, out);
        if (regex == nullptr)
            return;
        const auto outcome = regex->matchesSomewhere(call[0].text(row));
        if (outcome == Regex::Outcome::TooCostly)
            call.failed(row, out, tooCostly());
        else
            out.appendBool(outcome == Regex::Outcome::Match);
    });
}

Result<Vec> regexExtract(Evaluation &e, const ExpressionNode &node, Args &args)
{
    std::optional<Patterns> patterns;
    return textMap(e, node, args, 2, ColumnType::Text, [&](Call &call, std::size_t row, Column &out) {
        if (!patterns)
            patterns.emplace(call);
        const Regex *regex = patterns->at(row, out);
        if (regex == nullptr)
            return;
        std::vector<std::string_view> captures;
        const auto outcome = regex->find(call[0].text(row), captures);
        const std::int64_t group = call.count() > 2      ? call[2].column->ints[call[2].at(row)]
                                   : regex->groups() > 0 ? 1
                                                         : 0;
        if (outcome == Regex::Outcome::TooCostly)
            call.failed(row, out, tooCostly());
        else if (outcome == Regex::Outcome::NoMatch || group < 0 ||
                 group >= static_cast<std::int64_t>(captures.size()) ||
                 captures[static_cast<std::size_t>(group)].data() == nullptr)
            out.appendNull();
        else
            out.appendText(captures[static_cast<std::size_t>(group)]);
    });
}

Result<Vec> regexReplace(Evaluation &e, const ExpressionNode &node, Args &args)
{
    std::optional<Patterns> patterns;
    return textMap(e, node, args, 3, ColumnType::Text, [&](Call &call, std::size_t row, Column &out) {
        if (!patterns)
            patterns.emplace(call);
        const Regex *regex = patterns->at(row, out);
        if (regex == nullptr)
            return;
        std::string_view rest = call[0].text(row);
        const std::string_view with = call[2].text(row);
        std::string result;
        std::vector<std::string_view> captures;
        for (int hits = 0; hits < 1'000; ++hits) {
            const auto outcome = regex->find(rest, captures);
            if (outcome == Regex::Outcome::TooCostly) {
                call.failed(row, out, tooCostly());
                return;
            }
            if (outcome == Regex::Outcome::NoMatch || captures[0].empty())
                break;
            const auto before = static_cast<std::size_t>(captures[0].data() - rest.data());
            result.append(rest.substr(0, before)).append(with);
            rest.remove_prefix(before + captures[0].size());
        }
        out.appendText(result.append(rest));
    });
}

} // namespace

const std::vector<FunctionEntry> &textFunctions()
{
    static const std::vector<FunctionEntry> all{
        {{"text", "text(value)", QT_TRANSLATE_NOOP("Function", "Any value as text."), "Text",
          "text(12.50) = \"12.50\""},
         1,
         1,
         text},
        {{"concat", "concat(value, …)",
          QT_TRANSLATE_NOOP("Function", "The values joined to one text; empty ones add nothing."), "Text",
          "concat(first, \" \", last)"},
         1,
         50,
         concat},
        {{"upper", "upper(text)", QT_TRANSLATE_NOOP("Function", "In capital letters."), "Text",
          "upper(\"de\") = \"DE\""},
         1,
         1,
         upper},
        {{"lower", "lower(text)", QT_TRANSLATE_NOOP("Function", "In small letters."), "Text", "lower(\"DE\") = \"de\""},
         1,
         1,
         lower},
        {{"trim", "trim(text)", QT_TRANSLATE_NOOP("Function", "Without spaces at both ends."), "Text",
          "trim(\" a \") = \"a\""},
         1,
         1,
         trim},
        {{"left", "left(text, count)", QT_TRANSLATE_NOOP("Function", "The first characters."), "Text",
          "left(\"Berlin\", 3) = \"Ber\""},
         2,
         2,
         left},
        {{"right", "right(text, count)", QT_TRANSLATE_NOOP("Function", "The last characters."), "Text",
          "right(\"Berlin\", 3) = \"lin\""},
         2,
         2,
         right},
        {{"mid", "mid(text, start, count)",
          QT_TRANSLATE_NOOP("Function", "Characters from a position on, counted from 1."), "Text",
          "mid(\"Berlin\", 2, 3) = \"erl\""},
         2,
         3,
         mid},
        {{"replace", "replace(text, what, with)", QT_TRANSLATE_NOOP("Function", "Every occurrence replaced."), "Text",
          "replace(\"1,5\", \",\", \".\") = \"1.5\""},
         3,
         3,
         replace},
        {{"contains", "contains(text, part)", QT_TRANSLATE_NOOP("Function", "Yes where the part occurs in the text."),
          "Text", "contains(email, \"@\")"},
         2,
         2,
         contains},
        {{"startswith", "startswith(text, part)",
          QT_TRANSLATE_NOOP("Function", "Yes where the text begins with the part."), "Text", "startswith(sku, \"A-\")"},
         2,
         2,
         startsWith},
        {{"endswith", "endswith(text, part)", QT_TRANSLATE_NOOP("Function", "Yes where the text ends with the part."),
          "Text", "endswith(file, \".csv\")"},
         2,
         2,
         endsWith},
        {{"split_part", "split_part(text, separator, number)",
          QT_TRANSLATE_NOOP("Function", "One part of a separated text, counted from 1, from the end with -1."), "Text",
          "split_part(\"a/b/c\", \"/\", 2) = \"b\""},
         3,
         3,
         splitPart},
        {{"regex_match", "regex_match(text, pattern)",
          QT_TRANSLATE_NOOP("Function", "Yes where the pattern occurs in the text."), "Text",
          "regex_match(code, \"^[A-Z]{2}[0-9]+$\")"},
         2,
         2,
         regexMatch},
        {{"regex_extract", "regex_extract(text, pattern, group)",
          QT_TRANSLATE_NOOP("Function", "What the pattern, or a group of it, found."), "Text",
          "regex_extract(\"order 17\", \"[0-9]+\") = \"17\""},
         2,
         3,
         regexExtract},
        {{"regex_replace", "regex_replace(text, pattern, with)",
          QT_TRANSLATE_NOOP("Function", "Every find of the pattern replaced."), "Text",
          "regex_replace(phone, \"[^0-9]\", \"\")"},
         3,
         3,
         regexReplace},
    };
    return all;
}

} // namespace dash
