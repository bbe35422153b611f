#include "core/engine/steps/group_cell.h"

#include <algorithm>
#include <cmath>

namespace dash {

namespace {

constexpr std::size_t kSeenBytes = sizeof(std::string) + 6 * sizeof(void *); // of a node

// What is not a number is neither small nor large: any number goes before it.
bool isNan(const Column &column, std::size_t row)
{
    return column.type == ColumnType::Double && std::isnan(column.doubles[row]);
}

bool lessCell(const Column &a, std::size_t i, const Column &b, std::size_t j)
{
    if (a.type != b.type) { // of two batches, which knew the field as another kind
        if (!isNumberColumn(a) || !isNumberColumn(b))
            return cellText(a, i) < cellText(b, j);
        if (a.type == ColumnType::Double || b.type == ColumnType::Double)
            return numberAt(a, i) < numberAt(b, j);
        const auto exact = [](const Column &c, std::size_t row) {
            return c.type == ColumnType::Decimal ? c.decimal(row) : Decimal{c.ints[row], 0};
        };
        return exact(a, i) < exact(b, j);
    }
    if (a.type == ColumnType::Int64 || a.type == ColumnType::Instant)
        return a.ints[i] < b.ints[j];
    if (a.type == ColumnType::Double)
        return a.doubles[i] < b.doubles[j];
    if (a.type == ColumnType::Decimal)
        return a.decimal(i) < b.decimal(j);
    if (a.type == ColumnType::Bool)
        return a.bools[i] < b.bools[j];
    return a.text(i) < b.text(j);
}

void keep(Column &kept, const Column &from, std::size_t row)
{
    kept = Column(from.type, from.scale);
    kept.appendFrom(from, row);
}

void addNumber(GroupCell &cell, const Column &column, std::size_t row)
{
    if (column.type == ColumnType::Double) {
        const double x = column.doubles[row];
        const double sum = cell.floating + x;
        cell.lost += std::abs(cell.floating) >= std::abs(x) ? (cell.floating - sum) + x : (x - sum) + cell.floating;
        cell.floating = sum;
        return;
    }
    const auto sum =
        add(cell.exact, column.type == ColumnType::Decimal ? column.decimal(row) : Decimal{column.ints[row], 0});
    if (sum)
        cell.exact = *sum;
    else
        cell.overflow = true;
}

} // namespace

std::size_t feedCell(const GroupAggregate &aggregate, GroupCell &cell, const Column *column, std::size_t row)
{
    if (column == nullptr) {
        if (aggregate.what == GroupWhat::Count && aggregate.field.isEmpty())
            ++cell.count;
        return 0;
    }
    if (column->isNull(row))
        return 0;
    ++cell.count;
    switch (aggregate.what) {
    case GroupWhat::Count:
        break;
    case GroupWhat::Sum:
    case GroupWhat::Average:
        addNumber(cell, *column, row);
        break;
    case GroupWhat::Min:
    case GroupWhat::Max: {
        const bool better =
            cell.count == 1 || (isNan(cell.kept, 0) && !isNan(*column, row)) ||
            (aggregate.what == GroupWhat::Min ? lessCell(*column, row, cell.kept, 0)
                                              : !isNan(*column, row) && lessCell(cell.kept, 0, *column, row));
        if (better)
            keep(cell.kept, *column, row);
        break;
    }
    case GroupWhat::First:
        if (cell.count == 1)
            keep(cell.kept, *column, row);
        break;
    case GroupWhat::Last:
        keep(cell.kept, *column, row);
        break;
    case GroupWhat::CountDistinct: {
        RowKey key({column});
        const auto [at, isNew] = cell.seen.insert(key.at(row));
        return isNew ? kSeenBytes + textBytes(*at) : 0;
    }
    case GroupWhat::Median:
    case GroupWhat::Percentile:
        if (isNumberColumn(*column))
            cell.values.push_back(numberAt(*column, row));
        return sizeof(double);
    }
    return 0;
}

std::size_t cellBytes(const GroupCell &cell)
{
    std::size_t bytes = cell.values.size() * sizeof(double);
    for (const std::string &text : cell.seen)
        bytes += kSeenBytes + textBytes(text);
    return bytes;
}

double percentileOf(std::vector<double> values, double percent)
{
    const double at = percent / 100.0 * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(low), values.end());
    const double below = values[low];
    if (low + 1 >= values.size())
        return below;
    const double above = *std::min_element(values.begin() + static_cast<std::ptrdiff_t>(low) + 1, values.end());
    return below + (above - below) * (at - static_cast<double>(low));
}

void writeValue(StateWriter &state, const Column &column, std::size_t row)
{
    state.number(static_cast<std::int64_t>(column.type));
    state.number(column.scale);
    const bool isNull = column.isNull(row);
    state.number(isNull ? 0 : 1);
    if (isNull)
        return;
    switch (column.type) {
    case ColumnType::Bool:
        state.number(column.bools[row]);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        state.number(column.ints[row]);
        break;
    case ColumnType::Double:
        state.real(column.doubles[row]);
        break;
    case ColumnType::Decimal:
        state.wide(column.decimals[row]);
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        state.text(column.text(row));
        break;
    }
}

Column readValue(StateReader &state)
{
    const auto type = std::clamp<std::int64_t>(state.number(), 0, static_cast<std::int64_t>(ColumnType::Json));
    const auto scale = std::clamp<std::int64_t>(state.number(), 0, kMaxDecimalScale);
    Column out(static_cast<ColumnType>(type), static_cast<int>(scale));
    if (state.number() == 0) {
        out.appendNull();
        return out;
    }
    switch (out.type) {
    case ColumnType::Bool:
        out.appendBool(state.number() != 0);
        break;
    case ColumnType::Int64:
    case ColumnType::Instant:
        out.appendInt(state.number());
        break;
    case ColumnType::Double:
        out.appendDouble(state.real());
        break;
    case ColumnType::Decimal:
        if (!out.appendDecimal(Decimal{state.wide(), out.scale}))
            out.appendNull();
        break;
    case ColumnType::Text:
    case ColumnType::Json:
        out.appendText(state.text());
        break;
    }
    return out;
}

void writeCell(StateWriter &state, const GroupCell &cell)
{
    state.number(cell.count);
    state.wide(cell.exact.units);
    state.number(cell.exact.scale);
    state.real(cell.floating);
    state.real(cell.lost);
    state.number(cell.overflow ? 1 : 0);
    state.number(cell.kept.size() > 0 ? 1 : 0);
    if (cell.kept.size() > 0)
        writeValue(state, cell.kept, 0);
    state.number(static_cast<std::int64_t>(cell.values.size()));
    for (const double value : cell.values)
        state.real(value);
    state.number(static_cast<std::int64_t>(cell.seen.size()));
    for (const std::string &key : cell.seen)
        state.text(key);
}

GroupCell readCell(StateReader &state)
{
    GroupCell cell;
    cell.count = state.number();
    cell.exact.units = state.wide();
    cell.exact.scale = static_cast<int>(std::clamp<std::int64_t>(state.number(), 0, kMaxDecimalScale));
    cell.floating = state.real();
    cell.lost = state.real();
    cell.overflow = state.number() != 0;
    if (state.number() != 0)
        cell.kept = readValue(state);
    for (std::int64_t left = state.number(); left > 0 && state.ok(); --left)
        cell.values.push_back(state.real());
    for (std::int64_t left = state.number(); left > 0 && state.ok(); --left)
        cell.seen.insert(state.text());
    return cell;
}

} // namespace dash
