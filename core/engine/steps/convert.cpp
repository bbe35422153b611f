#include "core/engine/steps/convert.h"

#include "core/engine/path/json_document.h"
#include "core/engine/row_text.h"
#include "core/engine/time_format.h"

#include <charconv>
#include <cmath>

namespace dash {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

bool same(std::string_view text, std::string_view word)
{
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return (a | 0x20) == b; });
}

std::optional<Decimal> exactAt(const Column &column, std::size_t row, const std::string &text)
{
    switch (column.type) {
    case ColumnType::Int64:
        return Decimal{column.ints[row], 0};
    case ColumnType::Decimal:
        return column.decimal(row);
    case ColumnType::Double:
        return decimalFromDouble(column.doubles[row]);
    default:
        return parseDecimal(trimmed(text));
    }
}

// Appends one cell in the target type; false when it does not fit.
bool appendAs(Column &out, TargetType target, const Column &from, std::size_t row, const std::string &text,
              const TimeReader &times)
{
    switch (target.type) {
    case ColumnType::Text:
        out.appendText(text);
        return true;
    case ColumnType::Json: {
        std::string json;
        if (from.type == ColumnType::Text)
            appendJsonString(json, text);
        else
            appendCellJson(json, from, row);
        out.appendText(json);
        return true;
    }
    case ColumnType::Bool: {
        const std::string_view word = trimmed(text);
        const bool yes = same(word, "true") || same(word, "yes") || word == "1" || same(word, "on");
        if (!yes && !same(word, "false") && !same(word, "no") && word != "0" && !same(word, "off"))
            return false;
        out.appendBool(yes);
        return true;
    }
    case ColumnType::Int64: {
        if (from.type == ColumnType::Bool || from.type == ColumnType::Instant) {
            out.appendInt(from.type == ColumnType::Bool ? from.bools[row] : from.ints[row]);
            return true;
        }
        const auto exact = exactAt(from, row, text);
        const auto whole = exact ? exactUnits(*exact, 0) : std::nullopt;
        if (whole)
            out.appendInt(*whole);
        return whole.has_value();
    }
    case ColumnType::Double: {
        if (isNumberColumn(from)) {
            out.appendDouble(numberAt(from, row));
            return true;
        }
        const std::string_view word = trimmed(text);
        double value = 0;
        const char *end = word.data() + word.size();
        const auto read = std::from_chars(word.data() + (!word.empty() && word.front() == '+' ? 1 : 0), end, value);
        if (read.ec != std::errc() || read.ptr != end)
            return false;
        out.appendDouble(value);
        return true;
    }
    case ColumnType::Decimal: {
        auto exact = exactAt(from, row, text);
        if (exact && target.places >= 0)
            exact = rescale(*exact, target.places, Rounding::HalfUp);
        return exact && out.appendDecimal(*exact);
    }
    case ColumnType::Instant: {
        const auto at = from.type == ColumnType::Int64    ? times.readNumber(from.ints[row], nullptr)
                        : from.type == ColumnType::Double ? times.readNumber(from.doubles[row], nullptr)
                                                          : times.read(text, nullptr);
        if (at)
            out.appendInt(*at);
        return at.has_value();
    }
    }
    return false;
}

const char *wordFor(TargetType target)
{
    switch (target.type) {
    case ColumnType::Bool:
        return "yes/no";
    case ColumnType::Int64:
        return "a whole number";
    case ColumnType::Double:
        return "a number";
    case ColumnType::Decimal:
        return "a decimal";
    case ColumnType::Instant:
        return "a time";
    default:
        return "text";
    }
}

} // namespace

std::optional<TargetType> targetTypeFromName(const QString &name)
{
    TargetType target;
    QString base = name;
    if (name.startsWith(QLatin1StringView("decimal")) && name.size() > 7) {
        bool ok = false;
        target.places = QStringView(name).mid(7).toInt(&ok);
        if (!ok || target.places < 0 || target.places > kMaxDecimalScale)
            return std::nullopt;
        base = QStringLiteral("decimal");
    }
    const auto type = columnTypeFromName(base);
    if (!type)
        return std::nullopt;
    target.type = *type;
    return target;
}

Parameter typeParameter()
{
    Parameter p;
    p.name = QStringLiteral("type");
    p.kind = ParameterKind::Choice;
    p.label = QT_TRANSLATE_NOOP("Parameter", "Type");
    p.defaultValue = QStringLiteral("auto");
    p.choices = {{QStringLiteral("auto"), QT_TRANSLATE_NOOP("Parameter", "As it comes")},
                 {QStringLiteral("int64"), QT_TRANSLATE_NOOP("Parameter", "Whole number")},
                 {QStringLiteral("double"), QT_TRANSLATE_NOOP("Parameter", "Number")},
                 {QStringLiteral("decimal"), QT_TRANSLATE_NOOP("Parameter", "Decimal")},
                 {QStringLiteral("decimal0"), QT_TRANSLATE_NOOP("Parameter", "Decimal, no places")},
                 {QStringLiteral("decimal2"), QT_TRANSLATE_NOOP("Parameter", "Decimal, 2 places")},
                 {QStringLiteral("decimal3"), QT_TRANSLATE_NOOP("Parameter", "Decimal, 3 places")},
                 {QStringLiteral("decimal4"), QT_TRANSLATE_NOOP("Parameter", "Decimal, 4 places")},
                 {QStringLiteral("text"), QT_TRANSLATE_NOOP("Parameter", "Text")},
                 {QStringLiteral("bool"), QT_TRANSLATE_NOOP("Parameter", "Yes/no")},
                 {QStringLiteral("instant"), QT_TRANSLATE_NOOP("Parameter", "Time")},
                 {QStringLiteral("json"), QT_TRANSLATE_NOOP("Parameter", "JSON")}};
    return p;
}

ColumnPtr converted(const ColumnPtr &column, TargetType target, const std::function<void(std::size_t, QString)> &wrong)
{
    const bool sameScale = target.places < 0 || column->scale == target.places;
    if (column->type == target.type && (target.type != ColumnType::Decimal || sameScale))
        return column;
    static const Result<TimeReader> times =
        TimeReader::create(QStringLiteral("auto"), Zone::utc(), LocalChoice::Earlier);
    auto out =
        std::make_shared<Column>(target.type, target.type == ColumnType::Decimal ? std::max(0, target.places) : 0);
    const std::size_t rows = column->size();
    out->reserve(rows);
    const bool needsText =
        !isNumberColumn(*column) || target.type == ColumnType::Text || target.type == ColumnType::Bool;
    for (std::size_t row = 0; row < rows; ++row) {
        if (column->isNull(row)) {
            out->appendNull();
            continue;
        }
        std::string text = needsText ? cellText(*column, row) : std::string();
        if (column->type == ColumnType::Json && target.type != ColumnType::Json) {
            const auto kind = jsonKindOf(text);
            if (kind == JsonKind::Null) {
                out->appendNull();
                continue;
            }
            text = jsonUnquoted(text);
        }
        const bool emptyCell = column->type == ColumnType::Text && target.type != ColumnType::Text &&
                               target.type != ColumnType::Json && trimmed(text).empty();
        if (emptyCell) {
            out->appendNull();
        } else if (!appendAs(*out, target, *column, row, text, *times)) {
            const QString shown = QString::fromStdString(text.empty() ? cellText(*column, row) : text).left(40);
            wrong(row, QStringLiteral("“%1” is not %2").arg(shown, QString::fromUtf8(wordFor(target))));
            out->appendNull();
        }
    }
    return out;
}

} // namespace dash
