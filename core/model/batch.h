#pragma once
// Columnar rows: what flows between the steps of a pipeline and what a table hands out. A batch is immutable once
// shared; steps pass columns on by pointer, so projecting, renaming and filtering by mask copy nothing they keep.

#include "core/base/decimal.h"
#include "core/base/error.h"

#include <QJsonValue>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dash {

enum class ColumnType : std::uint8_t { Bool, Int64, Double, Decimal, Text, Instant, Json };

// "bool", "int64", "double", "decimal", "text", "instant", "json": names used in files and messages.
QLatin1StringView columnTypeName(ColumnType type);
std::optional<ColumnType> columnTypeFromName(QStringView name);

// One typed column. Exactly one value vector is used, chosen by `type`:
//   Bool → bools; Int64, Instant (UTC ms) → ints; Double → doubles; Decimal → decimals (units at `scale`);
//   Text, Json (raw JSON text, UTF-8) → bytes with `ends` (row i is bytes[ends[i-1], ends[i])).
// `valid` is empty when no row is null, else one byte a row (1 = has a value); a null row still occupies its slot.
struct Column {
    ColumnType type = ColumnType::Text;
    int scale = 0;
    std::vector<std::uint8_t> valid;
    std::vector<std::uint8_t> bools;
    std::vector<std::int64_t> ints;
    std::vector<double> doubles;
    std::vector<Int128> decimals;
    std::vector<std::uint32_t> ends;
    std::string bytes;

    Column() = default;
    explicit Column(ColumnType t, int decimalScale = 0)
        : type(t)
        , scale(decimalScale)
    {
    }

    std::size_t size() const;
    bool isNull(std::size_t row) const { return !valid.empty() && valid[row] == 0; }
    std::string_view text(std::size_t row) const
    {
        const std::uint32_t begin = row == 0 ? 0 : ends[row - 1];
        return std::string_view(bytes).substr(begin, ends[row] - begin);
    }
    Decimal decimal(std::size_t row) const { return Decimal{decimals[row], scale}; }

    void reserve(std::size_t rows);
    // Appending: the caller uses the function that fits `type`.
    void appendNull();
    void appendBool(bool value)
    {
        bools.push_back(value ? 1 : 0);
        markValid();
    }
    void appendInt(std::int64_t value)
    {
        ints.push_back(value);
        markValid();
    } // Int64 and Instant
    void appendDouble(double value)
    {
        doubles.push_back(value);
        markValid();
    }
    // Widens the column's scale when the value has more places; false (nothing appended) when that overflows.
    [[nodiscard]] bool appendDecimal(const Decimal &value);
    void appendText(std::string_view value) // Text and Json
    {
        bytes.append(value);
        ends.push_back(static_cast<std::uint32_t>(bytes.size()));
        markValid();
    }
    // Appends row `row` of another column of the same type (and any scale).
    void appendFrom(const Column &other, std::size_t row);
    std::size_t memoryBytes() const;

private:
    void markValid()
    {
        if (!valid.empty())
            valid.push_back(1);
    }
};

using ColumnPtr = std::shared_ptr<const Column>;

struct Field {
    QString name;
    ColumnPtr column;
    QString unit; // "EUR", "ms", "°C"; empty when unknown
};

struct Batch {
    std::vector<Field> fields;
    std::size_t rows = 0;

    // Index of the field, or -1.
    int indexOf(QStringView name) const;
    const Column *column(QStringView name) const;
    // Adds the field or replaces the one of that name in its place.
    void set(QString name, ColumnPtr column, QString unit = {});
    std::size_t memoryBytes() const;
};

// Rows of `batch` for which keep[row] != 0, in order.
Batch filterRows(const Batch &batch, const std::vector<std::uint8_t> &keep);
// Rows in the order given (indices may repeat).
Batch takeRows(const Batch &batch, const std::vector<std::uint32_t> &rows);
ColumnPtr takeRows(const Column &column, const std::vector<std::uint32_t> &rows);
// One after the other. Fields missing on one side are null there; Int64 joins Double or Decimal by widening, any other
// difference in type becomes Text; a Text without any value has no type and takes the others'.
Batch concatenate(const std::vector<Batch> &batches);

// One cell for people and files: int64 beyond 2^53 and decimals as exact text in JSON strings only where QJsonValue
// would lose digits; instants as ISO 8601 UTC; NaN and infinities as "NaN", "Infinity", "-Infinity".
QJsonValue cellToJson(const Column &column, std::size_t row);
// Plain text of a cell (no JSON quoting); empty for null.
std::string cellText(const Column &column, std::size_t row);

} // namespace dash
