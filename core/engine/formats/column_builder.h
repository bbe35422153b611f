#pragma once
// A column whose type follows its values: nothing, then int64, double, decimal, bool, text or json, widened when a
// later value does not fit. Widening keeps every digit: numbers that no common number type holds exactly become text.

#include "core/model/batch.h"

#include <string_view>

namespace dash {

struct JsonNumber;

class ColumnBuilder {
public:
    // "all numbers with a fraction are decimals" when asked for
    explicit ColumnBuilder(bool decimals)
        : m_decimals(decimals)
    {
    }

    std::size_t rows() const { return m_rows; }
    void addNull();
    void addNulls(std::size_t count);
    void addBool(bool value);
    void addNumber(const JsonNumber &number);
    void addText(std::string_view utf8);
    void addJson(std::string_view raw);
    void truncate(std::size_t rows);
    // The column so far; the next one starts empty with the same type.
    ColumnPtr take(std::size_t expectedRows);

private:
    void begin(ColumnType type);
    void widenTo(ColumnType type);
    void addDouble(double value, std::string_view token);
    void addDecimal(std::string_view token);
    void addToken(std::string_view token) // as text
    {
        m_column->appendText(token);
        ++m_rows;
    }

    bool m_decimals;
    bool m_typed = false;
    std::size_t m_rows = 0;
    std::shared_ptr<Column> m_column = std::make_shared<Column>();
};

// Cuts a column down to its first rows.
void truncateColumn(Column &column, std::size_t rows);
// The column with another type, when every value has an exact twin there; null when one has not.
std::shared_ptr<Column> convertedColumn(const Column &from, ColumnType type);

} // namespace dash
