#pragma once
// Numbers taken out of cells and put back: whole numbers and decimals stay exact, floating ones stay floating. With
// the checks that steps over times and numbers share.

#include "core/base/zone.h"
#include "core/engine/steps/support.h"

#include <functional>

namespace dash {

struct Number {
    bool valid = false; // false: empty
    bool floating = false;
    bool overflow = false; // an exact result that fits no decimal; empty then
    Decimal exact;
    double real = 0;

    double asDouble() const { return floating ? real : toDouble(exact); }
};

Number cellNumber(const Column &column, std::size_t row); // empty for other columns and nulls
// Empty when either is empty.
Number minus(const Number &a, const Number &b);

// sum + lost + more, rounded once: the sum so far with what it lost, and an exact part.
double summedUp(double sum, double lost, double more);

// Adds up: exact as long as exact numbers come; floating ones by Neumaier's summation. Empty numbers change nothing.
class RunningTotal {
public:
    void add(const Number &number);
    Number value() const;
    void write(StateWriter &state) const;
    static RunningTotal read(StateReader &state);

private:
    bool m_any = false;
    bool m_floating = false;
    bool m_overflow = false;
    Decimal m_exact;
    double m_real = 0;
    double m_lost = 0;
};

// A column of the narrowest kind that holds all: whole numbers, decimals, else floating. Rows that overflowed are null
// there and told to `wrong`.
std::shared_ptr<Column> numberColumn(const std::vector<Number> &numbers, const std::function<void(std::size_t)> &wrong);

// Null when the field is missing from this batch only; fails with a sentence when it holds something else.
Result<const Column *> numberField(const Batch &batch, const QString &name, const QString &step,
                                   const SeenFields &seen);
Result<const Column *> timeField(const Batch &batch, const QString &name, const QString &step, const SeenFields &seen);
Result<std::vector<const Column *>> fieldsOf(const Batch &batch, const QStringList &names, const QString &step,
                                             const SeenFields &seen);
Result<std::shared_ptr<const Zone>> zoneOf(const ConfigReader &reader, const QString &step);
Result<TimeBucket> bucketOf(const ConfigReader &reader, QLatin1StringView parameter, const QString &step);

Parameter fieldParameter(const char *name, const char *label, bool required);
Parameter fieldsParameter(const char *name, const char *label);
Parameter zoneParameter();

} // namespace dash
