#include "app/theme/numbers.h"

#include <QGuiApplication>

#include <cmath>

namespace dash {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNarrowSpace(0x202f);

// "−" for a hyphen, and a narrow space where the locale groups by a space.
QString polished(QString text, const QLocale &locale)
{
    if (text.startsWith(u'-'))
        text[0] = kMinus;
    const QString group = locale.groupSeparator();
    if (group == QStringView(u"\u00a0") || group == u" ")
        text.replace(group, QString(kNarrowSpace));
    return text;
}

} // namespace

int cardPlaces(double value)
{
    const double size = std::abs(value);
    if (!std::isfinite(value) || (value == std::round(value) && size < 1000))
        return 0;
    const int magnitude = size > 0 ? int(std::floor(std::log10(size))) : 0;
    const int places = std::clamp(2 - magnitude, 0, 6);
    // 9.996 rounds to 10.00: one place less
    return places > 0 && places < 6 && std::round(size * std::pow(10, places)) >= std::pow(10, 3) ? places - 1 : places;
}

QString cardNumber(double value, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    // What nobody reads as a row of digits is written with its power of ten.
    const double size = std::abs(value);
    if (size >= 1e16 || (decimals < 0 && size != 0 && size < 1e-6))
        return polished(locale.toString(value, 'g', 3), locale);
    if (decimals < 0)
        decimals = cardPlaces(value);
    return polished(locale.toString(value, 'f', decimals), locale);
}

QString fullNumber(double value, const QLocale &locale)
{
    if (std::isnan(value) || std::isinf(value))
        return cardNumber(value, 0, locale);
    const double size = std::abs(value);
    if (size != 0 && (size >= 1e16 || size < 1e-6))
        return polished(locale.toString(value, 'g', QLocale::FloatingPointShortest), locale);
    return polished(locale.toString(value, 'f', QLocale::FloatingPointShortest), locale);
}

QString exactNumber(const Decimal &value, int places, const QLocale &locale)
{
    Decimal shown = value;
    if (places >= 0) {
        if (const auto rounded = rescale(value, std::min(places, kMaxDecimalScale)))
            shown = *rounded;
    }
    QString text = decimalString(shown);
    const bool negative = text.startsWith(u'-');
    if (negative)
        text.remove(0, 1);
    const qsizetype point = text.indexOf(u'.');
    const QString whole = point < 0 ? text : text.left(point);
    QString out;
    bool fits = false;
    if (const qint64 small = whole.toLongLong(&fits); fits) {
        out = locale.toString(small); // groups as the locale does
    } else {
        for (qsizetype i = 0; i < whole.size(); ++i) {
            if (i > 0 && (whole.size() - i) % 3 == 0)
                out += locale.groupSeparator();
            out += QChar(static_cast<char16_t>(locale.zeroDigit().at(0).unicode() + whole[i].digitValue()));
        }
    }
    if (point >= 0) {
        out += locale.decimalPoint();
        for (const QChar digit : text.mid(point + 1))
            out += QChar(static_cast<char16_t>(locale.zeroDigit().at(0).unicode() + digit.digitValue()));
    }
    return polished((negative ? QStringLiteral("-") : QString()) + out, locale);
}

QString wholeNumber(qint64 value, const QLocale &locale)
{
    return polished(locale.toString(value), locale);
}

QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

QString withUnit(const QString &number, const QString &unit, Qt::LayoutDirection direction)
{
    const QString text = unit.isEmpty() ? number : QString(number + QChar(0x00a0) + unit);
    return direction == Qt::RightToLeft ? isolated(text) : text;
}

QString byteText(qint64 bytes, const QLocale &locale)
{
    static constexpr const char *kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    double value = double(bytes);
    int unit = 0;
    while (std::abs(value) >= 999.5 && unit < 5) {
        value /= 1000;
        ++unit;
    }
    return withUnit(cardNumber(value, unit == 0 ? 0 : -1, locale), QLatin1StringView(kUnits[unit]),
                    QGuiApplication::layoutDirection());
}

} // namespace dash
