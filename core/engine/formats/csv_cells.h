#pragma once
// Cells of spreadsheets and exports as values: numbers with either decimal mark, thousands, currency and percent signs,
// dates in the usual orders. Everything here takes one trimmed cell.

#include "core/base/decimal.h"

#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dash {

enum class DateForm { None, Iso, YearFirst, DayFirst, MonthFirst, EpochSeconds, EpochMillis };

// "iso", "ymd", "dmy", "mdy", "epoch_s", "epoch_ms"; None for anything else.
DateForm dateFormFromName(QStringView name);
const char *dateFormName(DateForm form);

struct CellNumber {
    bool integer = false; // fits int64 and was written without a fraction
    std::int64_t whole = 0;
    double real = 0;
    bool wide = false;     // a double would lose digits
    bool code = false;     // leading zeros or a plus sign: more likely a code than an amount
    std::string_view sign; // "%", "€" … as found
};

// Reads a number with this decimal mark ('.' or ','). `plain` receives it in JSON's spelling when not null.
bool readNumber(std::string_view cell, char decimalMark, CellNumber &out, std::string *plain = nullptr);
// "12,50" or "1.234,5" can only be one thing; +1 for a decimal comma, −1 for a decimal point, 0 when undecided.
int decimalCommaEvidence(std::string_view cell);

// The three numbers of a date as they stand, and the time of day behind them.
struct CellDate {
    int first = 0;
    int second = 0;
    int third = 0;
    char separator = '-';
    bool yearFirst = false;
    bool timed = false;
    std::int64_t millisOfDay = 0;
    std::optional<int> offsetSeconds; // "Z", "+02:00"
};
bool readDate(std::string_view cell, CellDate &out);

bool isEmptyWord(std::string_view cell); // "", NA, N/A, null, -, NaN
std::string_view trimmed(std::string_view cell);

// Local times → UTC, fast for times near each other. A time that a clock change skips counts with the offset before
// it, one that happens twice is the first.
class LocalZone {
public:
    explicit LocalZone(const QTimeZone &zone)
        : m_zone(zone)
    {
    }
    std::int64_t toUtc(std::int64_t localMs);

private:
    QTimeZone m_zone;
    std::int64_t m_from = 1; // local times in [from, to) have this offset
    std::int64_t m_to = 0;
    std::int64_t m_offset = 0;
};

// The instant a cell means in this form, or nothing.
std::optional<std::int64_t> readInstant(std::string_view cell, DateForm form, LocalZone &zone);
std::optional<std::int64_t> dateToLocalMs(const CellDate &date, DateForm form);

} // namespace dash
