#include "app/theme/numbers.h"

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

QString cardNumber(double value, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (decimals < 0) {
        const double size = std::abs(value);
        const int magnitude = size > 0 ? int(std::floor(std::log10(size))) : 0;
        decimals = std::clamp(2 - magnitude, 0, 6);
        // 9.996 rounds to 10.00: one place less
        if (decimals > 0 && decimals < 6 && std::round(size * std::pow(10, decimals)) >= std::pow(10, 3))
            --decimals;
        if (value == std::round(value) && size < 1000)
            decimals = 0;
    }
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
    return withUnit(cardNumber(value, unit == 0 ? 0 : -1, locale), QLatin1StringView(kUnits[unit]));
}

} // namespace dash
