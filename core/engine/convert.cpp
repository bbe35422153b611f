#include "core/engine/convert.h"

#include "core/base/time.h"

#include <charconv>
#include <cmath>

namespace dash {

namespace {

constexpr double kTwo63 = 9'223'372'036'854'775'808.0;
constexpr qint64 kExactDouble = 9'007'199'254'740'992; // 2^53

std::optional<qint64> asInt(const Column &from, std::size_t row)
{
    switch (from.type) {
    case ColumnType::Bool:
        return from.bools[row] != 0 ? 1 : 0;
    case ColumnType::Int64:
    case ColumnType::Instant:
        return from.ints[row];
    case ColumnType::Double: {
        const double value = from.doubles[row];
        const bool whole = std::isfinite(value) && std::trunc(value) == value && value >= -kTwo63 && value < kTwo63;
        return whole ? std::optional(static_cast<qint64>(value)) : std::nullopt;
    }
    case ColumnType::Decimal:
        return exactUnits(from.decimal(row), 0);
    case ColumnType::Text:
    case ColumnType::Json: {
        const std::string_view text = from.text(row);
        qint64 value = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
        return end.ec == std::errc() && end.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }
    }
    return std::nullopt;
}

std::optional<double> asDouble(const Column &from, std::size_t row)
{
    switch (from.type) {
    case ColumnType::Bool:
        return from.bools[row] != 0 ? 1 : 0;
    case ColumnType::Int64:
    case ColumnType::Instant:
        if (from.ints[row] > kExactDouble || from.ints[row] < -kExactDouble)
            return std::nullopt;
        return static_cast<double>(from.ints[row]);
    case ColumnType::Double:
        return from.doubles[row];
    case ColumnType::Decimal:
        return toDouble(from.decimal(row));
    case ColumnType::Text:
    case ColumnType::Json: {
        const std::string_view text = from.text(row);
        double value = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
        return end.ec == std::errc() && end.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }
    }
    return std::nullopt;
}

std::optional<Decimal> asDecimal(const Column &from, std::size_t row)
{
    switch (from.type) {
    case ColumnType::Bool:
    case ColumnType::Instant:
        return std::nullopt;
    case ColumnType::Int64:
        return Decimal{from.ints[row], 0};
    case ColumnType::Double:
        return decimalFromDouble(from.doubles[row]);
    case ColumnType::Decimal:
        return from.decimal(row);
    case ColumnType::Text:
    case ColumnType::Json:
        return parseDecimal(from.text(row));
    }
    return std::nullopt;
}

std::optional<bool> asBool(const Column &from, std::size_t row)
{
    if (from.type == ColumnType::Bool)
        return from.bools[row] != 0;
    if (from.type == ColumnType::Text || from.type == ColumnType::Json) {
        const std::string_view text = from.text(row);
        if (text == "true" || text == "false")
            return text == "true";
        return std::nullopt;
    }
    const auto whole = asInt(from, row);
    return whole && (*whole == 0 || *whole == 1) ? std::optional(*whole == 1) : std::nullopt;
}

} // namespace

bool appendConverted(Column &to, const Column &from, std::size_t row)
{
    if (from.isNull(row)) {
        to.appendNull();
        return true;
    }
    switch (to.type) {
    case ColumnType::Bool:
        if (const auto value = asBool(from, row))
            return to.appendBool(*value), true;
        return false;
    case ColumnType::Int64:
        if (const auto value = from.type == ColumnType::Instant ? std::nullopt : asInt(from, row))
            return to.appendInt(*value), true;
        return false;
    case ColumnType::Double:
        if (const auto value = from.type == ColumnType::Instant ? std::nullopt : asDouble(from, row))
            return to.appendDouble(*value), true;
        return false;
    case ColumnType::Decimal:
        if (const auto value = asDecimal(from, row))
            return to.appendDecimal(*value);
        return false;
    case ColumnType::Instant:
        if (const auto value = instantOf(from, row))
            return to.appendInt(*value), true;
        return false;
    case ColumnType::Text:
        to.appendText(cellText(from, row));
        return true;
    case ColumnType::Json:
        if (from.type == ColumnType::Text || from.type == ColumnType::Instant)
            return false;
        to.appendText(cellText(from, row));
        return true;
    }
    return false;
}

bool appendPoint(PointBlock &block, ValueType type, int scale, const Column &from, std::size_t row)
{
    switch (type) {
    case ValueType::Double:
        if (const auto value = asDouble(from, row))
            return block.doubles.push_back(*value), true;
        return false;
    case ValueType::Int64:
        if (const auto value = asInt(from, row))
            return block.ints.push_back(*value), true;
        return false;
    case ValueType::Bool:
        if (const auto value = asBool(from, row))
            return block.ints.push_back(*value ? 1 : 0), true;
        return false;
    case ValueType::Decimal: {
        const auto value = asDecimal(from, row);
        const auto units = value ? exactUnits(*value, scale) : std::nullopt;
        if (units)
            block.ints.push_back(*units);
        return units.has_value();
    }
    case ValueType::Text:
        block.texts.push_back(cellText(from, row));
        return true;
    }
    return false;
}

ValueType valueTypeOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return ValueType::Bool;
    case ColumnType::Int64:
    case ColumnType::Instant:
        return ValueType::Int64;
    case ColumnType::Double:
        return ValueType::Double;
    case ColumnType::Decimal:
        return ValueType::Decimal;
    case ColumnType::Text:
    case ColumnType::Json:
        break;
    }
    return ValueType::Text;
}

ColumnType columnTypeOf(ValueType type)
{
    switch (type) {
    case ValueType::Double:
        return ColumnType::Double;
    case ValueType::Int64:
        return ColumnType::Int64;
    case ValueType::Bool:
        return ColumnType::Bool;
    case ValueType::Decimal:
        return ColumnType::Decimal;
    case ValueType::Text:
        break;
    }
    return ColumnType::Text;
}

QLatin1StringView valueTypeName(ValueType type)
{
    return columnTypeName(columnTypeOf(type));
}

std::optional<ValueType> valueTypeFromName(QStringView name)
{
    const auto type = columnTypeFromName(name);
    if (!type || *type == ColumnType::Instant || *type == ColumnType::Json)
        return std::nullopt;
    return valueTypeOf(*type);
}

std::optional<qint64> instantOf(const Column &column, std::size_t row)
{
    constexpr qint64 kSecondsBelow = 100'000'000'000;
    std::optional<qint64> at;
    if (column.isNull(row))
        return std::nullopt;
    if (column.type == ColumnType::Instant) {
        at = column.ints[row];
    } else if (column.type == ColumnType::Text) {
        const std::string_view text = column.text(row);
        at = parseIso(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    } else if (column.type == ColumnType::Double || column.type == ColumnType::Decimal) {
        const auto seconds = asDouble(column, row);
        if (seconds && std::fabs(*seconds) < 1e15)
            at = std::llround(std::fabs(*seconds) < double(kSecondsBelow) ? *seconds * 1'000 : *seconds);
    } else if (column.type == ColumnType::Int64) {
        const qint64 number = column.ints[row];
        at = number > -kSecondsBelow && number < kSecondsBelow ? number * 1'000 : number;
    }
    return at && *at >= kMinInstant && *at < kMaxInstant ? at : std::nullopt;
}

} // namespace dash
