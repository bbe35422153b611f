#include "core/engine/formats/csv_cells.h"

#include "core/engine/formats/json_cursor.h"

#include <QDateTime>

#include <array>
#include <chrono>

namespace dash {

namespace {

constexpr std::array kFormNames{"", "iso", "ymd", "dmy", "mdy", "epoch_s", "epoch_ms"};
constexpr std::array<std::string_view, 5> kSigns{"€", "$", "£", "¥", "%"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Takes one currency or percent sign off an end.
void stripSign(std::string_view &cell, std::string_view &sign)
{
    for (const std::string_view candidate : kSigns) {
        if (cell.size() > candidate.size() && cell.substr(0, candidate.size()) == candidate) {
            sign = cell.substr(0, candidate.size());
            cell = trimmed(cell.substr(candidate.size()));
            return;
        }
        if (cell.size() > candidate.size() && cell.substr(cell.size() - candidate.size()) == candidate) {
            sign = cell.substr(cell.size() - candidate.size());
            cell = trimmed(cell.substr(0, cell.size() - candidate.size()));
            return;
        }
    }
}

// Length of a separator between groups of three digits at `i`: space, apostrophe, no-break spaces, the other mark.
std::size_t groupSeparator(std::string_view cell, std::size_t i, char decimalMark)
{
    if (cell[i] == ' ' || cell[i] == '\'' || cell[i] == (decimalMark == ',' ? '.' : ','))
        return 1;
    const std::string_view rest = cell.substr(i);
    if (rest.substr(0, 2) == "\xC2\xA0")
        return 2;
    if (rest.substr(0, 3) == "\xE2\x80\xAF" || rest.substr(0, 3) == "\xE2\x80\x99")
        return 3;
    return 0;
}

// The whole digits with their groups → plain digits.
bool readWhole(std::string_view cell, std::size_t &i, char decimalMark, std::string &plain)
{
    std::size_t run = 0;
    bool grouped = false;
    std::string_view separator;
    while (i < cell.size()) {
        if (isDigit(cell[i])) {
            plain.push_back(cell[i++]);
            ++run;
            continue;
        }
        if (cell[i] == decimalMark || cell[i] == 'e' || cell[i] == 'E')
            break;
        const std::size_t length = groupSeparator(cell, i, decimalMark);
        if (length == 0 || run == 0 || run > 3 || (grouped && run != 3))
            return false;
        if (grouped && cell.substr(i, length) != separator)
            return false;
        separator = cell.substr(i, length);
        grouped = true;
        run = 0;
        i += length;
    }
    return !grouped || run == 3;
}

bool readTwo(std::string_view text, std::size_t &i, int &out)
{
    if (i + 1 >= text.size() || !isDigit(text[i]) || !isDigit(text[i + 1]))
        return false;
    out = (text[i] - '0') * 10 + (text[i + 1] - '0');
    i += 2;
    return true;
}

// HH:MM[:SS[.fff…]] [AM|PM]
bool readTimeOfDay(std::string_view text, std::size_t &i, CellDate &out)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (i + 1 < text.size() && isDigit(text[i]) && text[i + 1] == ':')
        hour = text[i++] - '0';
    else if (!readTwo(text, i, hour))
        return false;
    if (i >= text.size() || text[i++] != ':' || !readTwo(text, i, minute))
        return false;
    std::int64_t millis = 0;
    if (i < text.size() && text[i] == ':') {
        ++i;
        if (!readTwo(text, i, second))
            return false;
        if (i < text.size() && (text[i] == '.' || text[i] == ',')) {
            ++i;
            int places = 0;
            for (; i < text.size() && isDigit(text[i]); ++i, ++places) {
                if (places < 3)
                    millis = millis * 10 + (text[i] - '0');
            }
            if (places == 0)
                return false;
            for (; places < 3; ++places)
                millis *= 10;
        }
    }
    std::size_t word = i;
    while (word < text.size() && text[word] == ' ')
        ++word;
    if (text.size() - word >= 2 && (text[word + 1] == 'M' || text[word + 1] == 'm') && hour >= 1 && hour <= 12) {
        const char half = text[word];
        if (half == 'P' || half == 'p')
            hour = hour % 12 + 12;
        else if (half == 'A' || half == 'a')
            hour %= 12;
        else
            return false;
        i = word + 2;
    }
    if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute > 0 || second > 0)))
        return false;
    out.timed = true;
    out.millisOfDay = ((hour * 60LL + minute) * 60 + second) * 1000 + millis;
    return true;
}

bool readOffset(std::string_view text, std::size_t &i, CellDate &out)
{
    while (i < text.size() && text[i] == ' ')
        ++i;
    if (i == text.size())
        return true;
    const std::string_view rest = text.substr(i);
    if (rest == "Z" || rest == "z" || rest == "UTC" || rest == "GMT") {
        out.offsetSeconds = 0;
        i = text.size();
        return true;
    }
    if (text[i] != '+' && text[i] != '-')
        return false;
    const int direction = text[i++] == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (!readTwo(text, i, hours))
        return false;
    if (i < text.size() && text[i] == ':')
        ++i;
    if (i < text.size() && !readTwo(text, i, minutes))
        return false;
    out.offsetSeconds = direction * (hours * 3600 + minutes * 60);
    return i == text.size() && hours <= 14 && minutes <= 59;
}

} // namespace

DateForm dateFormFromName(QStringView name)
{
    for (std::size_t i = 1; i < kFormNames.size(); ++i) {
        if (name == QLatin1StringView(kFormNames[i]))
            return static_cast<DateForm>(i);
    }
    return DateForm::None;
}

const char *dateFormName(DateForm form)
{
    return kFormNames.at(static_cast<std::size_t>(form));
}

std::string_view trimmed(std::string_view cell)
{
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!cell.empty() && space(cell.front()))
        cell.remove_prefix(1);
    while (!cell.empty() && space(cell.back()))
        cell.remove_suffix(1);
    while (cell.size() >= 2 && cell.substr(cell.size() - 2) == "\xC2\xA0")
        cell.remove_suffix(2);
    return cell;
}

bool isEmptyWord(std::string_view cell)
{
    if (cell.size() > 4)
        return false;
    return cell.empty() || cell == "-" || cell == "NA" || cell == "N/A" || cell == "n/a" || cell == "null" ||
           cell == "NULL" || cell == "NaN" || cell == "nan";
}

bool readNumber(std::string_view cell, char decimalMark, CellNumber &out, std::string *plainOut)
{
    out = CellNumber{};
    if (cell.empty())
        return false;
    JsonNumber number;
    // The common case reads like JSON's numbers.
    if (decimalMark == '.' && (isDigit(cell[0]) || cell[0] == '-')) {
        JsonCursor cursor(cell, 1);
        if (cursor.number(number) && cursor.atEnd()) {
            out.integer = number.integer;
            out.whole = number.whole;
            out.real = number.integer ? static_cast<double>(number.whole) : number.real;
            out.wide = number.wide;
            if (plainOut != nullptr)
                plainOut->assign(cell);
            return true;
        }
    }
    bool negative = false;
    if (cell.front() == '(' && cell.back() == ')') {
        negative = true;
        cell = trimmed(cell.substr(1, cell.size() - 2));
    }
    stripSign(cell, out.sign);
    if (!cell.empty() && (cell.front() == '-' || cell.front() == '+')) {
        negative = negative || cell.front() == '-';
        out.code = cell.front() == '+';
        cell = trimmed(cell.substr(1));
    } else if (cell.substr(0, 3) == "\xE2\x88\x92") { // U+2212 minus
        negative = true;
        cell = trimmed(cell.substr(3));
    } else if (!cell.empty() && cell.back() == '-') {
        negative = true;
        cell = trimmed(cell.substr(0, cell.size() - 1));
    }
    if (out.sign.empty())
        stripSign(cell, out.sign);
    std::string plain = negative ? "-" : "";
    const std::size_t digitsAt = plain.size();
    std::size_t i = 0;
    if (!readWhole(cell, i, decimalMark, plain))
        return false;
    const bool fraction = i < cell.size() && cell[i] == decimalMark;
    if (plain.size() == digitsAt && !fraction)
        return false;
    out.code = out.code || (plain.size() > digitsAt + 1 && plain[digitsAt] == '0');
    while (plain.size() > digitsAt + 1 && plain[digitsAt] == '0')
        plain.erase(digitsAt, 1);
    if (plain.size() == digitsAt)
        plain.push_back('0');
    if (fraction) {
        ++i;
        plain.push_back('.');
        const std::size_t begin = plain.size();
        while (i < cell.size() && isDigit(cell[i]))
            plain.push_back(cell[i++]);
        if (plain.size() == begin)
            return false;
        out.code = false;
    }
    plain.append(cell.substr(i)); // an exponent, or something the next line refuses
    JsonCursor cursor(plain, 1);
    if (!cursor.number(number) || !cursor.atEnd())
        return false;
    out.integer = number.integer;
    out.whole = number.whole;
    out.real = number.integer ? static_cast<double>(number.whole) : number.real;
    out.wide = number.wide;
    if (plainOut != nullptr)
        *plainOut = std::move(plain);
    return true;
}

int decimalCommaEvidence(std::string_view cell)
{
    const std::size_t comma = cell.rfind(',');
    const std::size_t point = cell.rfind('.');
    if (comma == std::string_view::npos && point == std::string_view::npos)
        return 0;
    CellNumber number;
    const bool asComma = readNumber(cell, ',', number);
    const bool asPoint = readNumber(cell, '.', number);
    if (asComma == asPoint)
        return 0;
    return asComma ? 1 : -1;
}

bool readDate(std::string_view cell, CellDate &out)
{
    out = CellDate{};
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> widths{};
    std::size_t i = 0;
    if (cell.size() < 6 || !isDigit(cell[0]))
        return false;
    for (std::size_t part = 0; part < 3; ++part) {
        const std::size_t begin = i;
        while (i < cell.size() && isDigit(cell[i]) && i - begin < 4)
            numbers[part] = numbers[part] * 10 + (cell[i++] - '0');
        widths[part] = i - begin;
        if (widths[part] == 0)
            return false;
        if (part < 2) {
            if (i >= cell.size() || (cell[i] != '-' && cell[i] != '/' && cell[i] != '.') ||
                (part == 1 && cell[i] != out.separator))
                return false;
            out.separator = cell[i++];
        }
    }
    out.first = numbers[0];
    out.second = numbers[1];
    out.third = numbers[2];
    out.yearFirst = widths[0] == 4;
    if (out.yearFirst ? widths[2] > 2 : widths[0] > 2 || (widths[2] != 4 && widths[2] != 2))
        return false;
    if (widths[1] > 2)
        return false;
    if (!out.yearFirst && widths[2] == 2)
        out.third += out.third < 70 ? 2000 : 1900;
    if (i < cell.size() && cell[i] == ',')
        ++i;
    if (i < cell.size()) {
        if (cell[i] != ' ' && cell[i] != 'T' && cell[i] != 't')
            return false;
        ++i;
        while (i < cell.size() && cell[i] == ' ')
            ++i;
        if (i < cell.size() && !readTimeOfDay(cell, i, out))
            return false;
    }
    return readOffset(cell, i, out);
}

std::optional<std::int64_t> dateToLocalMs(const CellDate &date, DateForm form)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (form == DateForm::Iso || form == DateForm::YearFirst) {
        if (!date.yearFirst)
            return std::nullopt;
        year = date.first;
        month = date.second;
        day = date.third;
    } else {
        if (date.yearFirst)
            return std::nullopt;
        year = date.third;
        month = form == DateForm::DayFirst ? date.second : date.first;
        day = form == DateForm::DayFirst ? date.first : date.second;
    }
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
    if (!ymd.ok())
        return std::nullopt;
    return std::chrono::sys_days(ymd).time_since_epoch().count() * 86'400'000LL + date.millisOfDay;
}

std::int64_t LocalZone::toUtc(std::int64_t localMs)
{
    if (localMs >= m_from && localMs < m_to)
        return localMs - m_offset;
    const qint64 guess = localMs - m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(localMs, Qt::UTC)) * 1000LL;
    // The earlier of the offsets around the guess that gives this local time back wins.
    constexpr qint64 kDay = 86'400'000;
    const qint64 before = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(guess - kDay, Qt::UTC)) * 1000LL;
    const qint64 after = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(guess + kDay, Qt::UTC)) * 1000LL;
    if (before == after) {
        m_offset = before;
        m_from = localMs - kDay / 2; // the hours around, which the two probes have covered
        m_to = localMs + kDay / 2;
        return localMs - before;
    }
    m_to = m_from; // near a change: no caching
    for (const qint64 offset : {before, after}) {
        const qint64 utc = localMs - offset;
        if (m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC)) * 1000LL == offset)
            return utc;
    }
    return localMs - before; // skipped by the change
}

std::optional<std::int64_t> readInstant(std::string_view cell, DateForm form, LocalZone &zone)
{
    if (form == DateForm::EpochSeconds || form == DateForm::EpochMillis) {
        CellNumber number;
        if (!readNumber(cell, '.', number))
            return std::nullopt;
        const double scale = form == DateForm::EpochSeconds ? 1000 : 1;
        if (number.integer && (number.whole > 253'402'300'800'000 || number.whole < -62'135'596'800'000))
            return std::nullopt;
        if (number.integer)
            return number.whole * static_cast<std::int64_t>(scale);
        return static_cast<std::int64_t>(number.real * scale + (number.real < 0 ? -0.5 : 0.5));
    }
    CellDate date;
    if (!readDate(cell, date))
        return std::nullopt;
    const std::optional<std::int64_t> local = dateToLocalMs(date, form);
    if (!local)
        return std::nullopt;
    return date.offsetSeconds ? *local - *date.offsetSeconds * 1000LL : zone.toUtc(*local);
}

} // namespace dash
