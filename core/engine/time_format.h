#pragma once
// Times as text and numbers: reading by a form, by ISO 8601, as epochs, or by finding the form out; and writing.

#include "core/base/zone.h"

#include <QStringList>

#include <string>
#include <string_view>

namespace dash {

// A form such as "dd.MM.yyyy HH:mm" or "%d.%m.%Y %H:%M". Letters: yyyy yy MMMM MMM MM M dd d EEE HH H hh h mm m ss s
// SSS (a fraction of any length) a (AM/PM) XXX (offset or Z); anything in 'quotes' and all other signs are themselves.
class TimeFormat {
public:
    static Result<TimeFormat> compile(const QString &form); // fails with InvalidValue

    struct Parts {
        int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
        bool hasOffset = false;
        int offsetMinutes = 0;
    };
    // Reads the whole text; on failure the reason is one phrase ("November has 30 days").
    bool read(std::string_view text, Parts &parts, QString *reason) const;
    std::string write(qint64 utc, const Zone &zone) const;

private:
    enum class Part {
        Literal,
        Year4,
        Year2,
        Month,
        MonthShort,
        MonthLong,
        Day,
        Weekday,
        Hour24,
        Hour12,
        Minute,
        Second,
        Fraction,
        AmPm,
        Offset
    };
    struct Item {
        Part part;
        int digits;
        std::string literal;
    };
    bool readItem(const Item &item, std::string_view text, std::size_t &at, Parts &parts, int &amPm) const;
    std::vector<Item> m_items;
};

// "2026-11-22", "2026-11-22T14:30:00.123+01:00", a blank for the T, basic offsets. Fast.
bool readIsoParts(std::string_view text, TimeFormat::Parts &parts, QString *reason);

class TimeReader {
public:
    // form: "auto", "iso", "epoch_s", "epoch_ms", "epoch_us", "epoch_ns", "rfc2822" or a form as above.
    static Result<TimeReader> create(const QString &form, std::shared_ptr<const Zone> zone, LocalChoice choice);

    // Looks at texts to settle "auto" on one form; without a call each text is tried against all.
    void learn(const std::vector<std::string_view> &samples);
    std::optional<qint64> read(std::string_view text, QString *reason) const;
    std::optional<qint64> readNumber(std::int64_t number, QString *reason) const;
    std::optional<qint64> readNumber(double number, QString *reason) const;
    const QString &form() const { return m_form; } // the one settled on

private:
    enum class Kind { Auto, Iso, Epoch, Form };
    std::optional<qint64> instant(const TimeFormat::Parts &parts, QString *reason) const;
    Kind m_kind = Kind::Iso;
    qint64 m_perMs = 1; // epoch units in a millisecond; negative: milliseconds in a unit
    QString m_form;
    std::vector<TimeFormat> m_formats; // one for Form, all candidates for Auto
    std::vector<QString> m_names;
    std::shared_ptr<const Zone> m_zone;
    LocalChoice m_choice = LocalChoice::Earlier;
};

} // namespace dash
