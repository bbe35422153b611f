#include "core/engine/formats/column_builder.h"

#include "core/engine/formats/json_cursor.h"

#include <cmath>

namespace dash {

namespace {

constexpr std::int64_t kExactInDouble = 1LL << 53;

bool exactInDouble(std::int64_t value)
{
    return value >= -kExactInDouble && value <= kExactInDouble;
}

} // namespace

void truncateColumn(Column &column, std::size_t rows)
{
    if (column.size() <= rows)
        return;
    if (!column.valid.empty())
        column.valid.resize(rows);
    switch (column.type) {
    case ColumnType::Bool:
        column.bools.resize(rows);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        column.ints.resize(rows);
        break;
    case ColumnType::Double:
        column.doubles.resize(rows);
        break;
    case ColumnType::Decimal:
        column.decimals.resize(rows);
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        column.ends.resize(rows);
        column.bytes.resize(rows == 0 ? 0 : column.ends.back());
        break;
    }
}

std::shared_ptr<Column> convertedColumn(const Column &from, ColumnType type)
{
    auto to = std::make_shared<Column>(type);
    const std::size_t rows = from.size();
    to->reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (from.isNull(row)) {
            to->appendNull();
        } else if (type == ColumnType::Text) {
            to->appendText(cellText(from, row));
        } else if (type == ColumnType::Double && from.type == ColumnType::Int64) {
            if (!exactInDouble(from.ints[row]))
                return nullptr;
            to->appendDouble(static_cast<double>(from.ints[row]));
        } else if (type == ColumnType::Decimal && from.type == ColumnType::Int64) {
            if (!to->appendDecimal(Decimal{from.ints[row], 0}))
                return nullptr;
        } else if (type == ColumnType::Decimal && from.type == ColumnType::Double) {
            const std::optional<Decimal> exact = decimalFromDouble(from.doubles[row]);
            if (!exact || !to->appendDecimal(*exact))
                return nullptr;
        } else {
            return nullptr;
        }
    }
    return to;
}

void ColumnBuilder::begin(ColumnType type)
{
    m_typed = true;
    auto column = std::make_shared<Column>(type);
    for (std::size_t i = 0; i < m_rows; ++i)
        column->appendNull();
    m_column = std::move(column);
}

void ColumnBuilder::widenTo(ColumnType type)
{
    std::shared_ptr<Column> wider = convertedColumn(*m_column, type);
    if (!wider)
        wider = convertedColumn(*m_column, ColumnType::Text);
    m_column = std::move(wider);
}

void ColumnBuilder::addNull()
{
    if (m_typed)
        m_column->appendNull();
    ++m_rows;
}

void ColumnBuilder::addNulls(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        addNull();
}

void ColumnBuilder::addBool(bool value)
{
    if (!m_typed)
        begin(ColumnType::Bool);
    if (m_column->type != ColumnType::Bool) {
        addText(value ? "true" : "false");
        return;
    }
    m_column->appendBool(value);
    ++m_rows;
}

void ColumnBuilder::addNumber(const JsonNumber &number)
{
    if (number.integer) {
        if (m_column->type == ColumnType::Int64 && m_typed) {
            m_column->appendInt(number.whole);
            ++m_rows;
            return;
        }
        if (!m_typed) {
            begin(ColumnType::Int64);
            addNumber(number);
            return;
        }
        if (m_column->type == ColumnType::Double && exactInDouble(number.whole)) {
            m_column->appendDouble(static_cast<double>(number.whole));
            ++m_rows;
            return;
        }
        addDecimal(number.token);
        return;
    }
    if (number.wide || m_decimals || (m_typed && m_column->type == ColumnType::Decimal))
        addDecimal(number.token);
    else
        addDouble(number.real, number.token);
}

void ColumnBuilder::addDouble(double value, std::string_view token)
{
    if (!m_typed)
        begin(ColumnType::Double);
    if (m_column->type == ColumnType::Int64)
        widenTo(ColumnType::Double);
    if (m_column->type == ColumnType::Double) {
        m_column->appendDouble(value);
        ++m_rows;
    } else {
        addText(token);
    }
}

void ColumnBuilder::addDecimal(std::string_view token)
{
    const std::optional<Decimal> value = parseDecimal(token);
    if (!m_typed && value)
        begin(ColumnType::Decimal);
    if (value && (m_column->type == ColumnType::Int64 || m_column->type == ColumnType::Double))
        widenTo(ColumnType::Decimal);
    if (value && m_column->type == ColumnType::Decimal && m_column->appendDecimal(*value))
        ++m_rows;
    else
        addText(token);
}

void ColumnBuilder::addText(std::string_view utf8)
{
    if (!m_typed)
        begin(ColumnType::Text);
    if (m_column->type != ColumnType::Text) {
        if (m_column->type == ColumnType::Json)
            m_column->type = ColumnType::Text; // same storage
        else
            widenTo(ColumnType::Text);
    }
    addToken(utf8);
}

void ColumnBuilder::addJson(std::string_view raw)
{
    if (!m_typed)
        begin(ColumnType::Json);
    if (m_column->type == ColumnType::Json)
        addToken(raw);
    else
        addText(raw);
}

void ColumnBuilder::truncate(std::size_t rows)
{
    if (m_typed)
        truncateColumn(*m_column, rows);
    m_rows = std::min(m_rows, rows);
}

ColumnPtr ColumnBuilder::take(std::size_t expectedRows)
{
    const ColumnType type = m_typed ? m_column->type : ColumnType::Text;
    if (!m_typed) {
        begin(ColumnType::Text);
        m_typed = false;
    }
    std::shared_ptr<Column> done = std::move(m_column);
    m_column = std::make_shared<Column>(type, done->scale);
    if (m_typed)
        m_column->reserve(expectedRows);
    m_rows = 0;
    return done;
}

} // namespace dash
