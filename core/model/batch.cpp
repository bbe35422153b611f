#include "core/model/batch.h"

#include "core/base/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace dash {

namespace {

constexpr std::array kTypeNames{"bool", "int64", "double", "decimal", "text", "instant", "json"};

std::string doubleText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    std::array<char, 40> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return std::string(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
}

ColumnType joinedType(ColumnType a, ColumnType b)
{
    if (a == b)
        return a;
    const auto either = [&](ColumnType x, ColumnType y) { return (a == x && b == y) || (a == y && b == x); };
    if (either(ColumnType::Int64, ColumnType::Double) || either(ColumnType::Decimal, ColumnType::Double))
        return ColumnType::Double;
    if (either(ColumnType::Int64, ColumnType::Decimal))
        return ColumnType::Decimal;
    return ColumnType::Text;
}

// A format cannot know the type of a field in which no row has a value: it says text.
bool isEmpty(const Column &column)
{
    return column.type == ColumnType::Text && !column.valid.empty() &&
           std::find(column.valid.begin(), column.valid.end(), 1) == column.valid.end();
}

void appendConverted(Column &to, const Column &from, std::size_t row)
{
    if (from.isNull(row)) {
        to.appendNull();
    } else if (to.type == from.type) {
        to.appendFrom(from, row);
    } else if (to.type == ColumnType::Double) {
        to.appendDouble(from.type == ColumnType::Int64 ? static_cast<double>(from.ints[row])
                                                       : toDouble(from.decimal(row)));
    } else if (to.type == ColumnType::Decimal) {
        if (!to.appendDecimal(Decimal{from.ints[row], 0}))
            to.appendNull();
    } else {
        to.appendText(cellText(from, row));
    }
}

} // namespace

QLatin1StringView columnTypeName(ColumnType type)
{
    return QLatin1StringView(kTypeNames.at(static_cast<std::size_t>(type)));
}

std::optional<ColumnType> columnTypeFromName(QStringView name)
{
    for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
        if (name == QLatin1StringView(kTypeNames[i]))
            return static_cast<ColumnType>(i);
    }
    return std::nullopt;
}

std::size_t Column::size() const
{
    switch (type) {
    case ColumnType::Bool:
        return bools.size();
    case ColumnType::Int64:
    case ColumnType::Instant:
        return ints.size();
    case ColumnType::Double:
        return doubles.size();
    case ColumnType::Decimal:
        return decimals.size();
    case ColumnType::Text:
    case ColumnType::Json:
        return ends.size();
    }
    return 0;
}

void Column::reserve(std::size_t rows)
{
    switch (type) {
    case ColumnType::Bool:
        bools.reserve(rows);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        ints.reserve(rows);
        break;
    case ColumnType::Double:
        doubles.reserve(rows);
        break;
    case ColumnType::Decimal:
        decimals.reserve(rows);
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        ends.reserve(rows);
        bytes.reserve(rows * 8);
        break;
    }
}

void Column::appendNull()
{
    if (valid.empty())
        valid.assign(size(), 1);
    switch (type) {
    case ColumnType::Bool:
        bools.push_back(0);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        ints.push_back(0);
        break;
    case ColumnType::Double:
        doubles.push_back(0);
        break;
    case ColumnType::Decimal:
        decimals.push_back(0);
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        ends.push_back(static_cast<std::uint32_t>(bytes.size()));
        break;
    }
    valid.push_back(0);
}

bool Column::appendDecimal(const Decimal &value)
{
    if (value.scale > scale) {
        const Int128 factor = powerOfTen(value.scale - scale);
        std::vector<Int128> widened = decimals;
        for (Int128 &units : widened) {
            if (__builtin_mul_overflow(units, factor, &units))
                return false;
        }
        decimals = std::move(widened);
        scale = value.scale;
        decimals.push_back(value.units);
    } else {
        Int128 units;
        if (__builtin_mul_overflow(value.units, powerOfTen(scale - value.scale), &units))
            return false;
        decimals.push_back(units);
    }
    markValid();
    return true;
}

void Column::appendFrom(const Column &other, std::size_t row)
{
    if (other.isNull(row)) {
        appendNull();
        return;
    }
    switch (type) {
    case ColumnType::Bool:
        appendBool(other.bools[row] != 0);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        appendInt(other.ints[row]);
        break;
    case ColumnType::Double:
        appendDouble(other.doubles[row]);
        break;
    case ColumnType::Decimal:
        if (!appendDecimal(other.decimal(row)))
            appendNull();
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        appendText(other.text(row));
        break;
    }
}

std::size_t Column::memoryBytes() const
{
    return valid.capacity() + bools.capacity() + ints.capacity() * 8 + doubles.capacity() * 8 +
           decimals.capacity() * 16 + ends.capacity() * 4 + bytes.capacity();
}

int Batch::indexOf(QStringView name) const
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

const Column *Batch::column(QStringView name) const
{
    const int index = indexOf(name);
    return index < 0 ? nullptr : fields[static_cast<std::size_t>(index)].column.get();
}

void Batch::set(QString name, ColumnPtr column, QString unit)
{
    const int index = indexOf(name);
    if (index < 0)
        fields.push_back(Field{std::move(name), std::move(column), std::move(unit)});
    else
        fields[static_cast<std::size_t>(index)] = Field{std::move(name), std::move(column), std::move(unit)};
}

std::size_t Batch::memoryBytes() const
{
    std::size_t sum = 0;
    for (const Field &field : fields)
        sum += field.column->memoryBytes();
    return sum;
}

Batch filterRows(const Batch &batch, const std::vector<std::uint8_t> &keep)
{
    std::vector<std::uint32_t> rows;
    rows.reserve(batch.rows);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (keep[row] != 0)
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows.size() == batch.rows ? batch : takeRows(batch, rows);
}

// Short texts are copied as 16 bytes whatever their length: what is too much is overwritten by the next. Calling
// memcpy for each costs twice as much.
static void takeTexts(Column &out, const Column &column, const std::vector<std::uint32_t> &rows)
{
    constexpr std::size_t kBlock = 16;
    std::size_t total = 0;
    out.ends.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        total += column.ends[row] - (row == 0 ? 0 : column.ends[row - 1]);
        out.ends[i] = static_cast<std::uint32_t>(total);
    }
    out.bytes.resize(total + kBlock);
    char *to = out.bytes.data();
    const char *const from = column.bytes.data();
    const std::size_t safe = column.bytes.size() < kBlock ? 0 : column.bytes.size() - kBlock + 1;
    for (const std::uint32_t row : rows) {
        const std::size_t begin = row == 0 ? 0 : column.ends[row - 1];
        const std::size_t size = column.ends[row] - begin;
        if (size <= kBlock && begin < safe)
            std::memcpy(to, from + begin, kBlock);
        else
            std::memcpy(to, from + begin, size);
        to += size;
    }
    out.bytes.resize(total);
}

ColumnPtr takeRows(const Column &column, const std::vector<std::uint32_t> &rows)
{
    auto out = std::make_shared<Column>(column.type, column.scale);
    const auto gather = [&rows](auto &to, const auto &from) {
        to.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            to[i] = from[rows[i]];
    };
    if (!column.valid.empty())
        gather(out->valid, column.valid);
    switch (column.type) {
    case ColumnType::Bool:
        gather(out->bools, column.bools);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        gather(out->ints, column.ints);
        break;
    case ColumnType::Double:
        gather(out->doubles, column.doubles);
        break;
    case ColumnType::Decimal:
        gather(out->decimals, column.decimals);
        break;
    case ColumnType::Text:
    case ColumnType::Json: {
        takeTexts(*out, column, rows);
        break;
    }
    }
    return out;
}

Batch takeRows(const Batch &batch, const std::vector<std::uint32_t> &rows)
{
    Batch out;
    out.rows = rows.size();
    out.fields.reserve(batch.fields.size());
    for (const Field &field : batch.fields)
        out.fields.push_back(Field{field.name, takeRows(*field.column, rows), field.unit});
    return out;
}

Batch concatenate(const std::vector<Batch> &batches)
{
    if (batches.size() == 1)
        return batches.front();
    struct Plan {
        QString name;
        QString unit;
        ColumnType type;
        bool typed; // some row has a value
    };
    std::vector<Plan> plans;
    std::size_t rows = 0;
    for (const Batch &batch : batches) {
        rows += batch.rows;
        for (const Field &field : batch.fields) {
            const auto known =
                std::find_if(plans.begin(), plans.end(), [&](const Plan &plan) { return plan.name == field.name; });
            const bool typed = batch.rows > 0 && !isEmpty(*field.column);
            if (known == plans.end())
                plans.push_back(Plan{field.name, field.unit, field.column->type, typed});
            else if (typed)
                *known = Plan{field.name, known->unit,
                              known->typed ? joinedType(known->type, field.column->type) : field.column->type, true};
        }
    }
    Batch out;
    out.rows = rows;
    for (const Plan &plan : plans) {
        auto column = std::make_shared<Column>(plan.type);
        column->reserve(rows);
        for (const Batch &batch : batches) {
            const Column *from = batch.column(plan.name);
            for (std::size_t row = 0; row < batch.rows; ++row) {
                if (from == nullptr)
                    column->appendNull();
                else
                    appendConverted(*column, *from, row);
            }
        }
        out.fields.push_back(Field{plan.name, std::move(column), plan.unit});
    }
    return out;
}

std::string cellText(const Column &column, std::size_t row)
{
    if (column.isNull(row))
        return {};
    switch (column.type) {
    case ColumnType::Bool:
        return column.bools[row] != 0 ? "true" : "false";
    case ColumnType::Int64:
        return std::to_string(column.ints[row]);
    case ColumnType::Double:
        return doubleText(column.doubles[row]);
    case ColumnType::Decimal:
        return decimalText(column.decimal(row));
    case ColumnType::Instant:
        return isoUtc(column.ints[row]).toStdString();
    case ColumnType::Text:
    case ColumnType::Json:
        return std::string(column.text(row));
    }
    return {};
}

QJsonValue cellToJson(const Column &column, std::size_t row)
{
    if (column.isNull(row))
        return QJsonValue::Null;
    switch (column.type) {
    case ColumnType::Bool:
        return column.bools[row] != 0;
    case ColumnType::Int64:
        return QJsonValue(static_cast<qint64>(column.ints[row]));
    case ColumnType::Double:
        if (!std::isfinite(column.doubles[row]))
            return QString::fromStdString(doubleText(column.doubles[row]));
        return column.doubles[row];
    case ColumnType::Json: {
        const std::string_view raw = column.text(row);
        const QByteArray wrapped = "[" + QByteArray(raw.data(), static_cast<qsizetype>(raw.size())) + "]";
        const QJsonDocument document = QJsonDocument::fromJson(wrapped);
        if (document.isArray() && document.array().size() == 1)
            return document.array().at(0);
        return QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
    }
    case ColumnType::Decimal:
    case ColumnType::Instant:
    case ColumnType::Text:
        return QString::fromStdString(cellText(column, row));
    }
    return QJsonValue::Null;
}

} // namespace dash
