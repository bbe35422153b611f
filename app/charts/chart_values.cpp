// How charts say a value: unit, factor, digits.
#include "app/charts/chart_painter.h"

#include "app/theme/numbers.h"

#include <QStringList>

#include <cmath>

namespace dash {

ShownUnit shownUnit(const QString &unit, double magnitude)
{
    static const QStringList prefixed{QStringLiteral("B"), QStringLiteral("B/s"), QStringLiteral("bit/s")};
    if (!prefixed.contains(unit))
        return {1, unit};
    const double size = std::abs(magnitude);
    if (size >= 1e12)
        return {1e-12, u'T' + unit};
    if (size >= 1e9)
        return {1e-9, u'G' + unit};
    if (size >= 1e5) // "0.33 MB/s"
        return {1e-6, u'M' + unit};
    if (size >= 1e3)
        return {1e-3, u'k' + unit};
    return {1, unit};
}

QString valueText(double value, const ChartSpec &spec, const QString &unit, const QLocale &locale,
                  Qt::LayoutDirection direction, const std::optional<Decimal> &exact)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    const ShownUnit shown = shownUnit(unit, value);
    const QString number = exact && shown.factor == 1.0
                               ? exactNumber(*exact, spec.decimals >= 0 ? spec.decimals : cardPlaces(value), locale)
                               : cardNumber(value * shown.factor, spec.decimals, locale);
    return shown.unit.isEmpty() ? number : withUnit(number, shown.unit, direction);
}

QString fullValueText(double value, const ChartSpec &spec, const QString &unit, const QLocale &locale,
                      Qt::LayoutDirection direction, const std::optional<Decimal> &exact)
{
    const ShownUnit shown = shownUnit(unit, value);
    if (!exact || shown.factor != 1.0)
        return valueText(value, spec, unit, locale, direction);
    const QString number = exactNumber(*exact, -1, locale);
    return shown.unit.isEmpty() ? number : withUnit(number, shown.unit, direction);
}

} // namespace dash
