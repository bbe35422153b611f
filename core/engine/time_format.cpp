#include "core/engine/time_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>

namespace dash {

namespace {

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kWeekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
// What "auto" tries, the commoner first; day-first before month-first.
constexpr std::array kGuesses{"yyyy-MM-dd HH:mm:ss",
                              "yyyy-MM-dd HH:mm",
                              "yyyy/MM/dd HH:mm:ss",
                              "yyyy/MM/dd HH:mm",
                              "yyyy/MM/dd",
                              "dd.MM.yyyy HH:mm:ss",
                              "dd.MM.yyyy HH:mm",
                              "dd.MM.yyyy",
                              "d.M.yy",
                              "dd/MM/yyyy HH:mm:ss",
                              "dd/MM/yyyy HH:mm",
                              "dd/MM/yyyy",
                              "MM/dd/yyyy HH:mm:ss",
                              "MM/dd/yyyy HH:mm",
                              "MM/dd/yyyy hh:mm:ss a",
                              "MM/dd/yyyy hh:mm a",
                              "MM/dd/yyyy",
                              "dd-MM-yyyy HH:mm:ss",
                              "dd-MM-yyyy HH:mm",
                              "dd-MM-yyyy",
                              "EEE, dd MMM yyyy HH:mm:ss XXX",
                              "dd MMM yyyy HH:mm:ss",
                              "dd MMM yyyy",
                              "MMM d, yyyy",
                              "MMM d, yyyy HH:mm",
                              "dd/MMM/yyyy:HH:mm:ss XXX",
                              "yyyyMMdd'T'HHmmssXXX",
                              "yyyyMMddHHmmss",
                              "yyyyMMdd"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool sameLetters(std::string_view text, std::string_view name)
{
    return text.size() == name.size() &&
           std::equal(text.begin(), text.end(), name.begin(), [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

// A whole number of `least` to `most` digits.
bool readDigits(std::string_view text, std::size_t &at, int least, int most, int &value)
{
    int count = 0;
    value = 0;
    while (count < most && at < text.size() && isDigit(text[at])) {
        value = value * 10 + (text[at++] - '0');
        ++count;
    }
    return count >= least;
}

template <std::size_t N>
bool readName(std::string_view text, std::size_t &at, const std::array<const char *, N> &names, bool shortened,
              int &index)
{
    for (std::size_t i = 0; i < N; ++i) {
        const std::string_view name = shortened ? std::string_view(names[i]).substr(0, 3) : std::string_view(names[i]);
        if (sameLetters(text.substr(at, name.size()), name)) {
            at += name.size();
            index = static_cast<int>(i);
            return true;
        }
    }
    return false;
}

bool readOffset(std::string_view text, std::size_t &at, TimeFormat::Parts &parts)
{
    parts.hasOffset = true;
    parts.offsetMinutes = 0;
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        ++at;
        return true;
    }
    for (const std::string_view name : {std::string_view("GMT"), std::string_view("UTC")}) {
        if (text.substr(at, 3) == name) {
            at += 3;
            return true;
        }
    }
    if (at >= text.size() || (text[at] != '+' && text[at] != '-'))
        return false;
    const int sign = text[at++] == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (!readDigits(text, at, 2, 2, hours))
        return false;
    if (at < text.size() && text[at] == ':')
        ++at;
    if (at < text.size() && isDigit(text[at]) && !readDigits(text, at, 2, 2, minutes))
        return false;
    parts.offsetMinutes = sign * (hours * 60 + minutes);
    return hours <= 18 && minutes < 60;
}

bool readFraction(std::string_view text, std::size_t &at, int &milliseconds)
{
    int digits = 0;
    milliseconds = 0;
    while (at < text.size() && isDigit(text[at])) {
        if (digits < 3)
            milliseconds = milliseconds * 10 + (text[at] - '0');
        ++digits;
        ++at;
    }
    for (int i = digits; i < 3; ++i)
        milliseconds *= 10;
    return digits > 0;
}

void explain(QString *reason, const QString &text)
{
    if (reason != nullptr)
        *reason = text;
}

QString cut(std::string_view text)
{
    const QString all = QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 120)));
    return all.size() > 40 ? QString(all.left(39) + u'…') : all;
}

bool checkParts(TimeFormat::Parts &parts, QString *reason)
{
    if (parts.month < 1 || parts.month > 12) {
        explain(reason, QStringLiteral("there is no month %1").arg(parts.month));
        return false;
    }
    const auto last =
        (std::chrono::year(parts.year) / std::chrono::month(static_cast<unsigned>(parts.month)) / std::chrono::last)
            .day();
    if (parts.year < 1 || parts.day < 1) {
        explain(reason, QStringLiteral("not a date"));
        return false;
    }
    if (static_cast<unsigned>(parts.day) > static_cast<unsigned>(last)) {
        const QString month = QString::fromLatin1(kMonths[static_cast<std::size_t>(parts.month - 1)]);
        explain(reason,
                QStringLiteral("%1 %2 has %3 days").arg(month).arg(parts.year).arg(static_cast<unsigned>(last)));
        return false;
    }
    if (parts.hour == 24 && parts.minute == 0 && parts.second == 0)
        return true;
    if (parts.hour > 23 || parts.minute > 59 || parts.second > 60) {
        explain(reason, QStringLiteral("there is no such time of day"));
        return false;
    }
    parts.second = std::min(parts.second, 59); // a leap second counts as the one before it
    return true;
}

std::string padded(int value, int digits)
{
    std::string text = std::to_string(value);
    return text.size() < static_cast<std::size_t>(digits)
               ? std::string(static_cast<std::size_t>(digits) - text.size(), '0') + text
               : text;
}

// "%d.%m.%Y" → "dd.MM.yyyy"
QString fromPercent(const QString &form)
{
    static constexpr std::array<std::pair<char16_t, const char *>, 17> kNames{{{u'Y', "yyyy"},
                                                                               {u'y', "yy"},
                                                                               {u'm', "MM"},
                                                                               {u'd', "dd"},
                                                                               {u'e', "d"},
                                                                               {u'H', "HH"},
                                                                               {u'I', "hh"},
                                                                               {u'M', "mm"},
                                                                               {u'S', "ss"},
                                                                               {u'f', "SSS"},
                                                                               {u'p', "a"},
                                                                               {u'b', "MMM"},
                                                                               {u'B', "MMMM"},
                                                                               {u'a', "EEE"},
                                                                               {u'z', "XXX"},
                                                                               {u'F', "yyyy-MM-dd"},
                                                                               {u'T', "HH:mm:ss"}}};
    QString out;
    for (qsizetype i = 0; i < form.size(); ++i) {
        if (form[i] != u'%' || i + 1 >= form.size()) {
            out += form[i].isLetter() ? QString(u'\'' + QString(form[i]) + u'\'') : QString(form[i]);
            continue;
        }
        ++i;
        const auto it = std::find_if(kNames.begin(), kNames.end(), [&](const auto &n) { return n.first == form[i]; });
        out += it == kNames.end() ? QString(form[i]) : QString::fromLatin1(it->second);
    }
    return out;
}

} // namespace

Result<TimeFormat> TimeFormat::compile(const QString &given)
{
    const QString form = given.contains(u'%') ? fromPercent(given) : given;
    TimeFormat out;
    const auto literal = [&out](const QString &text) {
        if (!out.m_items.empty() && out.m_items.back().part == Part::Literal)
            out.m_items.back().literal += text.toStdString();
        else
            out.m_items.push_back({Part::Literal, 0, text.toStdString()});
    };
    for (qsizetype i = 0; i < form.size();) {
        const QChar c = form[i];
        if (c == u'\'') {
            const qsizetype end = form.indexOf(u'\'', i + 1);
            literal(end < 0 ? form.mid(i + 1) : end == i + 1 ? QStringLiteral("'") : form.mid(i + 1, end - i - 1));
            i = end < 0 ? form.size() : end + 1;
            continue;
        }
        qsizetype run = 1;
        while (i + run < form.size() && form[i + run] == c)
            ++run;
        const int digits = static_cast<int>(run);
        static constexpr std::array<std::pair<char16_t, Part>, 8> kSimple{{{u'd', Part::Day},
                                                                           {u'H', Part::Hour24},
                                                                           {u'h', Part::Hour12},
                                                                           {u'm', Part::Minute},
                                                                           {u's', Part::Second},
                                                                           {u'S', Part::Fraction},
                                                                           {u'a', Part::AmPm},
                                                                           {u'E', Part::Weekday}}};
        const auto simple = std::find_if(kSimple.begin(), kSimple.end(), [&](const auto &s) { return s.first == c; });
        if (c == u'y')
            out.m_items.push_back({run <= 2 ? Part::Year2 : Part::Year4, digits, {}});
        else if (c == u'M')
            out.m_items.push_back({run >= 4 ? Part::MonthLong : run == 3 ? Part::MonthShort : Part::Month, digits, {}});
        else if (c == u'X' || c == u'Z' || c == u'z')
            out.m_items.push_back({Part::Offset, digits, {}});
        else if (simple != kSimple.end())
            out.m_items.push_back({simple->second, digits, {}});
        else if (c.isLetter())
            literal(form.mid(i, run)); // such as the T between date and time
        else
            literal(form.mid(i, run));
        i += run;
    }
    const bool any = std::any_of(out.m_items.begin(), out.m_items.end(),
                                 [](const Item &item) { return item.part != Part::Literal; });
    if (!any || out.m_items.size() > 60)
        return fail(ErrorCode::InvalidValue,
                    {{QLatin1StringView("value"), given},
                     {QLatin1StringView("field"), QStringLiteral("a form of time")},
                     {QLatin1StringView("reason"), QStringLiteral("write it like dd.MM.yyyy HH:mm.")}});
    return out;
}

bool TimeFormat::readItem(const Item &item, std::string_view text, std::size_t &at, Parts &parts, int &amPm) const
{
    int index = 0;
    switch (item.part) {
    case Part::Literal:
        if (text.substr(at, item.literal.size()) != item.literal)
            return false;
        at += item.literal.size();
        return true;
    case Part::Year4:
        return readDigits(text, at, 4, 4, parts.year);
    case Part::Year2:
        if (!readDigits(text, at, 2, 2, parts.year))
            return false;
        parts.year += parts.year < 70 ? 2000 : 1900;
        return true;
    case Part::Month:
        return readDigits(text, at, item.digits >= 2 ? 2 : 1, 2, parts.month);
    case Part::MonthShort:
    case Part::MonthLong:
        if (!readName(text, at, kMonths, item.part == Part::MonthShort, index))
            return false;
        parts.month = index + 1;
        return true;
    case Part::Day:
        return readDigits(text, at, item.digits >= 2 ? 2 : 1, 2, parts.day);
    case Part::Weekday:
        return readName(text, at, kWeekdays, item.digits < 4, index);
    case Part::Hour24:
    case Part::Hour12:
        return readDigits(text, at, item.digits >= 2 ? 2 : 1, 2, parts.hour);
    case Part::Minute:
        return readDigits(text, at, item.digits >= 2 ? 2 : 1, 2, parts.minute);
    case Part::Second:
        return readDigits(text, at, item.digits >= 2 ? 2 : 1, 2, parts.second);
    case Part::Fraction:
        return readFraction(text, at, parts.millisecond);
    case Part::AmPm:
        amPm = sameLetters(text.substr(at, 2), "am") ? 1 : sameLetters(text.substr(at, 2), "pm") ? 2 : 0;
        at += 2;
        return amPm != 0;
    case Part::Offset:
        return readOffset(text, at, parts);
    }
    return false;
}

bool TimeFormat::read(std::string_view text, Parts &parts, QString *reason) const
{
    parts = Parts{};
    std::size_t at = 0;
    int amPm = 0;
    for (const Item &item : m_items) {
        if (!readItem(item, text, at, parts, amPm)) {
            explain(reason, QStringLiteral("form not known: “%1”").arg(cut(text)));
            return false;
        }
    }
    if (at != text.size()) {
        explain(reason, QStringLiteral("form not known: “%1”").arg(cut(text)));
        return false;
    }
    if (amPm != 0) {
        if (parts.hour < 1 || parts.hour > 12) {
            explain(reason, QStringLiteral("there is no such time of day"));
            return false;
        }
        parts.hour = parts.hour % 12 + (amPm == 2 ? 12 : 0);
    }
    return checkParts(parts, reason);
}

std::string TimeFormat::write(qint64 utc, const Zone &zone) const
{
    constexpr qint64 kDay = 86'400'000;
    const qint64 offset = zone.offsetAt(utc);
    const qint64 local = utc + offset;
    const qint64 days = local / kDay - (local % kDay < 0 ? 1 : 0);
    const auto time = static_cast<int>(local - days * kDay);
    const std::chrono::sys_days date{std::chrono::days(days)};
    const std::chrono::year_month_day ymd(date);
    const int hour = time / 3'600'000;
    const auto month = static_cast<unsigned>(ymd.month());
    const unsigned weekday = std::chrono::weekday(date).iso_encoding() - 1;
    std::string out;
    for (const Item &item : m_items) {
        switch (item.part) {
        case Part::Literal:
            out += item.literal;
            break;
        case Part::Year4:
            out += padded(static_cast<int>(ymd.year()), 4);
            break;
        case Part::Year2:
            out += padded(static_cast<int>(ymd.year()) % 100, 2);
            break;
        case Part::Month:
            out += padded(static_cast<int>(month), item.digits);
            break;
        case Part::MonthShort:
            out += std::string_view(kMonths[month - 1]).substr(0, 3);
            break;
        case Part::MonthLong:
            out += kMonths[month - 1];
            break;
        case Part::Day:
            out += padded(static_cast<int>(static_cast<unsigned>(ymd.day())), item.digits);
            break;
        case Part::Weekday:
            out += item.digits < 4 ? std::string_view(kWeekdays[weekday]).substr(0, 3)
                                   : std::string_view(kWeekdays[weekday]);
            break;
        case Part::Hour24:
            out += padded(hour, item.digits);
            break;
        case Part::Hour12:
            out += padded(hour % 12 == 0 ? 12 : hour % 12, item.digits);
            break;
        case Part::Minute:
            out += padded(time / 60'000 % 60, item.digits);
            break;
        case Part::Second:
            out += padded(time / 1'000 % 60, item.digits);
            break;
        case Part::Fraction:
            out += padded(time % 1'000, 3);
            break;
        case Part::AmPm:
            out += hour < 12 ? "AM" : "PM";
            break;
        case Part::Offset: {
            const auto minutes = static_cast<int>(std::abs(offset) / 60'000);
            out += offset == 0 ? std::string("Z")
                               : (offset < 0 ? '-' : '+') + padded(minutes / 60, 2) + ':' + padded(minutes % 60, 2);
            break;
        }
        }
    }
    return out;
}

bool readIsoParts(std::string_view text, TimeFormat::Parts &parts, QString *reason)
{
    parts = TimeFormat::Parts{};
    std::size_t at = 0;
    const auto take = [&](char c) { return at < text.size() && text[at] == c && ++at > 0; };
    const bool date = readDigits(text, at, 4, 4, parts.year) && take('-') && readDigits(text, at, 2, 2, parts.month) &&
                      take('-') && readDigits(text, at, 2, 2, parts.day);
    bool known = date;
    if (date && at < text.size()) {
        known = (take('T') || take(' ') || take('t')) && readDigits(text, at, 2, 2, parts.hour) && take(':') &&
                readDigits(text, at, 2, 2, parts.minute);
        if (known && take(':'))
            known = readDigits(text, at, 2, 2, parts.second) &&
                    ((!take('.') && !take(',')) || readFraction(text, at, parts.millisecond));
        if (known && at < text.size() && text[at] == ' ')
            ++at;
        if (known && at < text.size())
            known = readOffset(text, at, parts);
    }
    if (!known || at != text.size()) {
        explain(reason, QStringLiteral("form not known: “%1”").arg(cut(text)));
        return false;
    }
    return checkParts(parts, reason);
}

Result<TimeReader> TimeReader::create(const QString &form, std::shared_ptr<const Zone> zone, LocalChoice choice)
{
    TimeReader out;
    out.m_form = form;
    out.m_zone = std::move(zone);
    out.m_choice = choice;
    static constexpr std::array<std::pair<const char *, qint64>, 4> kEpochs{
        {{"epoch_s", -1'000}, {"epoch_ms", 1}, {"epoch_us", 1'000}, {"epoch_ns", 1'000'000}}};
    for (const auto &[name, perMs] : kEpochs) {
        if (form == QLatin1StringView(name)) {
            out.m_kind = Kind::Epoch;
            out.m_perMs = perMs;
            return out;
        }
    }
    if (form == QLatin1StringView("iso"))
        return out;
    QStringList forms{form == QLatin1StringView("rfc2822") ? QStringLiteral("EEE, dd MMM yyyy HH:mm:ss XXX") : form};
    out.m_kind = Kind::Form;
    if (form == QLatin1StringView("auto") || form.isEmpty()) {
        out.m_kind = Kind::Auto;
        forms.clear();
        for (const char *guess : kGuesses)
            forms.push_back(QString::fromLatin1(guess));
    }
    for (const QString &one : forms) {
        auto compiled = TimeFormat::compile(one);
        if (!compiled)
            return tl::unexpected<Error>(compiled.error());
        out.m_formats.push_back(std::move(*compiled));
        out.m_names.push_back(one);
    }
    return out;
}

void TimeReader::learn(const std::vector<std::string_view> &samples)
{
    if (m_kind != Kind::Auto || samples.empty())
        return;
    TimeFormat::Parts parts;
    std::size_t best = 0;
    std::size_t bestAt = m_formats.size();
    const auto iso = static_cast<std::size_t>(std::count_if(
        samples.begin(), samples.end(), [&](std::string_view s) { return readIsoParts(s, parts, nullptr); }));
    for (std::size_t i = 0; i < m_formats.size(); ++i) {
        const auto fits = static_cast<std::size_t>(std::count_if(
            samples.begin(), samples.end(), [&](std::string_view s) { return m_formats[i].read(s, parts, nullptr); }));
        if (fits > best) {
            best = fits;
            bestAt = i;
        }
    }
    if (iso >= best && iso > 0) {
        m_form = QStringLiteral("iso");
        m_kind = Kind::Iso;
    } else if (bestAt < m_formats.size()) {
        // The form that fits best comes first, the others stay for texts it does not fit, but never the one with day
        // and month the other way round.
        m_form = m_names[bestAt];
        const TimeFormat chosen = m_formats[bestAt];
        m_formats = {chosen};
        m_names = {m_form};
        m_kind = Kind::Form;
    }
}

std::optional<qint64> TimeReader::instant(const TimeFormat::Parts &p, QString *reason) const
{
    const auto days =
        std::chrono::sys_days(std::chrono::year(p.year) / std::chrono::month(static_cast<unsigned>(p.month)) /
                              std::chrono::day(static_cast<unsigned>(p.day)));
    const qint64 local = days.time_since_epoch().count() * qint64{86'400'000} +
                         ((p.hour * 60 + p.minute) * qint64{60} + p.second) * 1'000 + p.millisecond;
    std::optional<qint64> utc;
    if (p.hasOffset) {
        utc = local - p.offsetMinutes * qint64{60'000};
    } else {
        utc = m_zone->fromLocal(local, m_choice);
        if (!utc) {
            explain(reason, QStringLiteral("this local time happens twice or not at all in %1").arg(m_zone->name()));
            return std::nullopt;
        }
    }
    if (*utc < kMinInstant || *utc >= kMaxInstant) {
        explain(reason, QStringLiteral("the time is outside the years 1 to 9999"));
        return std::nullopt;
    }
    return utc;
}

std::optional<qint64> TimeReader::read(std::string_view text, QString *reason) const
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    if (text.empty()) {
        explain(reason, QStringLiteral("is empty, a time is needed"));
        return std::nullopt;
    }
    TimeFormat::Parts parts;
    if (m_kind == Kind::Epoch || (m_kind == Kind::Auto && text.size() != 8 && text.size() != 14 &&
                                  text.find_first_not_of("-.0123456789") == std::string_view::npos &&
                                  text.find_first_of(".-", 1) == std::string_view::npos)) {
        std::int64_t whole = 0;
        const char *end = text.data() + text.size();
        if (const auto r = std::from_chars(text.data(), end, whole); r.ptr == end && r.ec == std::errc())
            return readNumber(whole, reason);
        double number = 0;
        if (const auto r = std::from_chars(text.data(), end, number); r.ptr == end && r.ec == std::errc())
            return readNumber(number, reason);
        explain(reason, QStringLiteral("“%1” is not a number").arg(cut(text)));
        return std::nullopt;
    }
    if (m_kind == Kind::Iso)
        return readIsoParts(text, parts, reason) ? instant(parts, reason) : std::nullopt;
    if (m_kind == Kind::Form)
        return m_formats.front().read(text, parts, reason) ? instant(parts, reason) : std::nullopt;
    if (readIsoParts(text, parts, reason))
        return instant(parts, reason);
    for (const TimeFormat &format : m_formats) {
        if (format.read(text, parts, nullptr))
            return instant(parts, reason);
    }
    return std::nullopt;
}

std::optional<qint64> TimeReader::readNumber(std::int64_t number, QString *reason) const
{
    qint64 perMs = m_perMs;
    if (m_kind != Kind::Epoch) { // by size: seconds until the year 5138, then ms, µs, ns
        const auto size = static_cast<double>(number < 0 ? -static_cast<double>(number) : static_cast<double>(number));
        perMs = size < 1e11 ? -1'000 : size < 1e14 ? 1 : size < 1e17 ? 1'000 : 1'000'000;
    }
    std::int64_t ms = 0;
    const bool fits = perMs > 0 || !__builtin_mul_overflow(number, -perMs, &ms);
    if (perMs > 0)
        ms = number / perMs - (number % perMs < 0 ? 1 : 0);
    if (!fits || ms < kMinInstant || ms >= kMaxInstant) {
        explain(reason, QStringLiteral("the time is outside the years 1 to 9999"));
        return std::nullopt;
    }
    return ms;
}

std::optional<qint64> TimeReader::readNumber(double number, QString *reason) const
{
    const double size = std::abs(number);
    const double factor = m_kind == Kind::Epoch
                              ? (m_perMs < 0 ? static_cast<double>(-m_perMs) : 1.0 / static_cast<double>(m_perMs))
                          : size < 1e11 ? 1e3
                          : size < 1e14 ? 1
                          : size < 1e17 ? 1e-3
                                        : 1e-6;
    const double ms = std::floor(number * factor + 1e-6);
    if (!std::isfinite(ms) || ms < static_cast<double>(kMinInstant) || ms >= static_cast<double>(kMaxInstant)) {
        explain(reason, QStringLiteral("the time is outside the years 1 to 9999"));
        return std::nullopt;
    }
    return static_cast<qint64>(ms);
}

} // namespace dash
