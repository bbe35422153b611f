#include "app/charts/ticks.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dash {

namespace {

constexpr qint64 kSecond = 1'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kMonth = 30 * kDay; // nominal; edges follow the calendar
constexpr qint64 kYear = 365 * kDay;

constexpr std::array<qint64, 42> kIntervals = {
    1,           2,           5,           10,           20,           50,           100,          200,
    500,         kSecond,     2 * kSecond, 5 * kSecond,  10 * kSecond, 15 * kSecond, 30 * kSecond, kMinute,
    2 * kMinute, 3 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,        2 * kHour,
    3 * kHour,   6 * kHour,   12 * kHour,  kDay,         2 * kDay,     7 * kDay,     14 * kDay,    kMonth,
    3 * kMonth,  6 * kMonth,  kYear,       2 * kYear,    5 * kYear,    10 * kYear,   20 * kYear,   50 * kYear,
    100 * kYear, 1000 * kYear};

// Steps and sums of what is shown have to stay numbers.
constexpr double kMostValue = 8e307;
constexpr double kLeastSpan = 1e-306;

double niceStep(double rough)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    const double fraction = rough / magnitude;
    for (const double nice : {1.0, 2.0, 2.5, 5.0}) {
        if (fraction <= nice * (1 + 1e-9))
            return nice * magnitude;
    }
    return 10 * magnitude;
}

double nextNiceStep(double step)
{
    return niceStep(step * 1.01);
}

int placesOf(double step)
{
    for (int places = 0; places < 12; ++places) {
        const double scaled = step * std::pow(10.0, places);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            return places;
    }
    return 12;
}

void fillValues(ValueTicks &ticks)
{
    const double first = std::ceil(ticks.low / ticks.step - 1e-6);
    const double last = std::floor(ticks.high / ticks.step + 1e-6);
    for (int i = 0; i < 32 && first + i <= last; ++i)
        ticks.values.push_back((first + i) * ticks.step);
    ticks.decimals = placesOf(ticks.step);
}

QDateTime local(qint64 time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone);
}

qint64 midnight(const QDate &date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch();
}

QDate floorDate(const QDate &date, qint64 interval)
{
    if (interval >= kYear) {
        const int years = static_cast<int>(interval / kYear);
        const int year = date.year() - (((date.year() % years) + years) % years);
        return {std::max(1, year), 1, 1};
    }
    if (interval >= kMonth) {
        const int months = static_cast<int>(interval / kMonth);
        return {date.year(), (date.month() - 1) / months * months + 1, 1};
    }
    const int days = static_cast<int>(interval / kDay);
    // Weeks begin on Monday: Julian day 0 was one.
    const qint64 julian = date.toJulianDay();
    return QDate::fromJulianDay(julian - julian % days);
}

QDate nextDate(const QDate &date, qint64 interval)
{
    if (interval >= kYear)
        return date.addYears(static_cast<int>(interval / kYear));
    if (interval >= kMonth)
        return date.addMonths(static_cast<int>(interval / kMonth));
    return date.addDays(interval / kDay);
}

qint64 nextEdge(qint64 edge, qint64 interval, const QTimeZone &zone)
{
    if (interval >= kDay)
        return midnight(nextDate(local(edge, zone).date(), interval), zone);
    if (interval <= kHour)
        return edge + interval;
    // Several hours: stay on local hours over a clock change.
    const qint64 next = floorToInterval(edge + interval, interval, zone);
    return next > edge ? next : edge + interval;
}

// The locale's short time, with or without seconds.
QString timePattern(const QLocale &locale, bool seconds)
{
    QString pattern = locale.timeFormat(QLocale::ShortFormat);
    if (locale.language() == QLocale::C)
        pattern = QStringLiteral("HH:mm");
    if (seconds && !pattern.contains(u"ss"))
        pattern.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return pattern;
}

} // namespace

ValueTicks valueTicks(double low, double high, int wanted)
{
    ValueTicks ticks;
    low = std::clamp(low, -kMostValue, kMostValue);
    high = std::clamp(high, -kMostValue, kMostValue);
    if (!(high - low > kLeastSpan)) {
        const bool zero = std::abs(low) < 100 * kLeastSpan; // a tenth of it would be no span
        const double pad = zero ? 1 : std::abs(low) * 0.1;
        high = low + pad;
        low = zero ? 0 : low - pad;
    }
    wanted = std::clamp(wanted, 2, 6);
    ticks.step = niceStep(high / wanted - low / wanted);
    for (int i = 0; i < 4; ++i) {
        ticks.low = std::floor(low / ticks.step + 1e-9) * ticks.step;
        ticks.high = std::ceil(high / ticks.step - 1e-9) * ticks.step;
        if (ticks.high / ticks.step - ticks.low / ticks.step <= wanted + 0.5)
            break;
        ticks.step = nextNiceStep(ticks.step);
    }
    fillValues(ticks);
    return ticks;
}

ValueTicks valueTicksWithin(double low, double high, int wanted)
{
    low = std::clamp(low, -kMostValue, kMostValue);
    high = std::clamp(high, -kMostValue, kMostValue);
    if (!(high - low > kLeastSpan))
        return valueTicks(low, high, wanted);
    ValueTicks ticks;
    const int parts = std::clamp(wanted, 2, 6);
    ticks.step = niceStep(high / parts - low / parts);
    ticks.low = low;
    ticks.high = high;
    fillValues(ticks);
    return ticks;
}

qint64 roundInterval(qint64 span, int most)
{
    for (const qint64 interval : kIntervals) {
        if (span <= interval * most)
            return interval;
    }
    return kIntervals.back();
}

qint64 floorToInterval(qint64 time, qint64 interval, const QTimeZone &zone)
{
    const QDateTime at = local(time, zone);
    if (interval >= kDay)
        return midnight(floorDate(at.date(), interval), zone);
    const qint64 offset = static_cast<qint64>(at.offsetFromUtc()) * 1000;
    const qint64 shifted = time + offset;
    qint64 floored = shifted - ((shifted % interval) + interval) % interval;
    return floored - offset;
}

std::vector<qint64> intervalEdges(TimeRange range, qint64 interval, const QTimeZone &zone)
{
    std::vector<qint64> edges;
    qint64 edge = floorToInterval(range.from, interval, zone);
    edges.push_back(edge);
    while (edge < range.to && edges.size() < 20'000) {
        edge = nextEdge(edge, interval, zone);
        edges.push_back(edge);
    }
    return edges;
}

std::vector<TimeTick> timeTicks(TimeRange range, double width, double minSpacing, const QTimeZone &zone,
                                const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    if (range.span() <= 0 || width <= 0)
        return ticks;
    const qint64 interval = roundInterval(range.span(), std::max(1, static_cast<int>(width / minSpacing)));
    const QString pattern = timePattern(locale, interval < kMinute);
    std::optional<qint64> last;
    for (const qint64 edge : intervalEdges(range, interval, zone)) {
        if (edge < range.from || edge > range.to)
            continue;
        // The hour that comes twice in autumn is named once.
        if (last && edge - *last < interval / 2)
            continue;
        last = edge;
        const QDateTime at = local(edge, zone);
        TimeTick tick{edge, {}, false};
        if (interval >= kYear) {
            tick.label = QString::number(at.date().year());
        } else if (interval >= kMonth) {
            tick.coarse = at.date().month() == 1 || ticks.empty();
            tick.label = tick.coarse ? locale.toString(at.date(), QStringLiteral("MMM yyyy"))
                                     : locale.standaloneMonthName(at.date().month(), QLocale::ShortFormat);
        } else if (interval >= kDay) {
            tick.coarse = ticks.empty() || at.date().day() == 1;
            tick.label =
                locale.toString(at.date(), interval >= 7 * kDay ? QStringLiteral("d MMM") : QStringLiteral("ddd d"));
        } else if (at.time() == QTime(0, 0)) {
            tick.coarse = true;
            tick.label = locale.toString(at.date(), QStringLiteral("ddd d"));
        } else {
            tick.label = locale.toString(at.time(), pattern);
            if (interval < kSecond)
                tick.label =
                    QString::number(static_cast<double>(at.time().msecsSinceStartOfDay() % 60'000) / 1000.0, 'f', 3);
        }
        ticks.push_back(tick);
    }
    return ticks;
}

QString momentText(qint64 time, qint64 resolution, TimeRange range, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime at = local(time, zone);
    const bool oneDay = local(range.from, zone).date() == local(range.to - 1, zone).date();
    const QString day = locale.toString(at.date(), range.span() > 300 * kDay ? QStringLiteral("ddd d MMM yyyy")
                                                                             : QStringLiteral("ddd d MMM"));
    if (resolution >= kDay)
        return day;
    QString clock = locale.toString(at.time(), timePattern(locale, resolution < kMinute));
    if (resolution < kSecond)
        clock += u'.' + QString::number(at.time().msec()).rightJustified(3, u'0');
    return oneDay ? clock : day + QStringLiteral(", ") + clock;
}

QString rangeText(TimeRange range, const QTimeZone &zone, const QLocale &locale, qint64 now)
{
    const QDateTime from = local(range.from, zone);
    const QDateTime to = local(range.to, zone);
    const bool seconds = range.span() < 5 * kMinute;
    const QString pattern = timePattern(locale, seconds);
    const QString dash = QStringLiteral(" – ");
    if (from.date() == to.date()) {
        const QString day = from.date() == local(now, zone).date()
                                ? QCoreApplication::translate("TimeRange", "Today")
                                : locale.toString(from.date(), from.date().year() == local(now, zone).date().year()
                                                                   ? QStringLiteral("d MMM")
                                                                   : QStringLiteral("d MMM yyyy"));
        return day + u' ' + locale.toString(from.time(), pattern) + dash + locale.toString(to.time(), pattern);
    }
    const QString date = from.date().year() == to.date().year() && to.date().year() == local(now, zone).date().year()
                             ? QStringLiteral("d MMM")
                             : QStringLiteral("d MMM yyyy");
    if (from.time() == QTime(0, 0) && to.time() == QTime(0, 0))
        return locale.toString(from.date(), date) + dash + locale.toString(to.date().addDays(-1), date);
    return locale.toString(from.date(), date) + u' ' + locale.toString(from.time(), pattern) + dash +
           locale.toString(to.date(), date) + u' ' + locale.toString(to.time(), pattern);
}

QString spanText(qint64 span)
{
    const auto part = [](qint64 first, const char *firstUnit, qint64 second, const char *secondUnit) {
        const QString head = QString::number(first) + u' ' + QCoreApplication::translate("TimeRange", firstUnit);
        return second == 0 ? head
                           : head + u' ' + QString::number(second) + u' ' +
                                 QCoreApplication::translate("TimeRange", secondUnit);
    };
    if (span < kSecond)
        return part(span, QT_TRANSLATE_NOOP("TimeRange", "ms"), 0, "");
    if (span < kMinute)
        return part(span / kSecond, QT_TRANSLATE_NOOP("TimeRange", "s"), span % kSecond, "ms");
    if (span < kHour)
        return part(span / kMinute, QT_TRANSLATE_NOOP("TimeRange", "min"), span % kMinute / kSecond, "s");
    if (span < kDay)
        return part(span / kHour, QT_TRANSLATE_NOOP("TimeRange", "h"), span % kHour / kMinute, "min");
    return part(span / kDay, QT_TRANSLATE_NOOP("TimeRange", "d"), span % kDay / kHour, "h");
}

} // namespace dash
