#pragma once
// One aggregate of one group: what it counts, how rows are fed to it, how it is kept between runs.

#include "core/engine/steps/support.h"

#include <set>

namespace dash {

enum class GroupWhat { Count, Sum, Average, Min, Max, First, Last, CountDistinct, Median, Percentile };

struct GroupAggregate {
    GroupWhat what = GroupWhat::Count;
    QString field;
    QString name;
    double percent = 50;
};

// One aggregate of one group. Sums of whole numbers and decimals are exact and carry 128 bits.
struct GroupCell {
    std::int64_t count = 0;
    Decimal exact;
    double floating = 0;
    double lost = 0; // what Neumaier's summation keeps aside
    bool overflow = false;
    Column kept;                // one row: min, max, first, last
    std::vector<double> values; // median, percentile
    std::set<std::string> seen; // count distinct
};

// Counts the row in; a null column is a count of rows. Bytes that the cell now keeps more.
std::size_t feedCell(const GroupAggregate &aggregate, GroupCell &cell, const Column *column, std::size_t row);
std::size_t cellBytes(const GroupCell &cell); // kept beside the cell itself
// Linear between the two nearest ranks, as spreadsheets do.
double percentileOf(std::vector<double> values, double percent);

void writeCell(StateWriter &state, const GroupCell &cell);
GroupCell readCell(StateReader &state);
// One value of a column with its type; reading gives a column of one row.
void writeValue(StateWriter &state, const Column &column, std::size_t row);
Column readValue(StateReader &state);

} // namespace dash
