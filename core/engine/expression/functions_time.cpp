#include "core/engine/context.h"
#include "core/engine/expression/call.h"
#include "core/engine/time_format.h"

#include <chrono>

namespace dash {

namespace {

using Args = std::vector<Vec>;
using ZonePtr = std::shared_ptr<const Zone>;

// The zone argument, or UTC.
Result<ZonePtr> zoneOf(const Call &call, std::size_t i)
{
    if (call.count() <= i)
        return Zone::utc();
    auto name = call.constantText(i, "A time zone such as \"Europe/Berlin\"");
    if (!name)
        return fail(name.error());
    auto zone = Zone::load(*name);
    if (!zone)
        return typeError(*call.node.operands[i],
                         QStringLiteral("“%1” is not a time zone such as Europe/Berlin.").arg(*name));
    return *zone;
}

Result<Vec> dateTrunc(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    auto name = call.constantText(0, "A unit such as \"day\"");
    if (!name)
        return fail(name.error());
    const auto bucket = parseTimeBucket(*name);
    if (!bucket)
        return typeError(*node.operands[0],
                         QStringLiteral("“%1” is not a unit such as hour, day, week, month or 15m.").arg(*name));
    auto zone = zoneOf(call, 2);
    if (!zone)
        return fail(zone.error());
    if (auto ok = call.needTime(1); !ok)
        return fail(ok.error());
    if (!args[1].typed)
        return args[1];
    return call.map(ColumnType::Instant, [&](std::size_t row, Column &out) {
        out.appendInt(bucketStart(**zone, args[1].column->ints[args[1].at(row)], *bucket));
    });
}

struct Calendar {
    std::chrono::year_month_day date;
    unsigned weekday; // Monday = 1
    int ofDay;        // ms
};

Calendar calendarOf(const Zone &zone, qint64 utc)
{
    constexpr qint64 kDay = 86'400'000;
    const qint64 local = zone.toLocal(utc);
    const qint64 days = local / kDay - (local % kDay < 0 ? 1 : 0);
    const std::chrono::sys_days date{std::chrono::days(days)};
    return {std::chrono::year_month_day(date), std::chrono::weekday(date).iso_encoding(),
            static_cast<int>(local - days * kDay)};
}

template <class Fn>
Result<Vec> part(Evaluation &e, const ExpressionNode &node, Args &args, Fn fn)
{
    Call call{e, node, args};
    auto zone = zoneOf(call, 1);
    if (!zone)
        return fail(zone.error());
    if (auto ok = call.needTime(0); !ok)
        return fail(ok.error());
    if (!args[0].typed)
        return args[0];
    return call.map(ColumnType::Int64, [&](std::size_t row, Column &out) {
        out.appendInt(fn(calendarOf(**zone, args[0].column->ints[args[0].at(row)])));
    });
}

Result<Vec> yearOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return static_cast<int>(c.date.year()); });
}
Result<Vec> monthOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return static_cast<unsigned>(c.date.month()); });
}
Result<Vec> dayOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return static_cast<unsigned>(c.date.day()); });
}
Result<Vec> hourOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return c.ofDay / 3'600'000; });
}
Result<Vec> minuteOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return c.ofDay / 60'000 % 60; });
}
Result<Vec> secondOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return c.ofDay / 1'000 % 60; });
}
Result<Vec> weekdayOf(Evaluation &e, const ExpressionNode &n, Args &a)
{
    return part(e, n, a, [](const Calendar &c) { return c.weekday; });
}

Result<Vec> now(Evaluation &e, const ExpressionNode &, Args &)
{
    auto out = std::make_shared<Column>(ColumnType::Instant);
    out->appendInt(e.environment.clock != nullptr ? toMs(e.environment.clock->now()) : 0);
    return Vec{std::move(out), true, true};
}

Result<TimeUnit> unitOf(const Call &call, std::size_t i)
{
    auto name = call.constantText(i, "A unit such as \"day\"");
    if (!name)
        return fail(name.error());
    const auto unit = parseTimeUnit(*name);
    if (!unit)
        return typeError(
            *call.node.operands[i],
            QStringLiteral("“%1” is not a unit: second, minute, hour, day, week, month, quarter, year.").arg(*name));
    return *unit;
}

Result<Vec> dateAdd(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    auto unit = unitOf(call, 0);
    if (!unit)
        return fail(unit.error());
    auto zone = zoneOf(call, 3);
    if (!zone)
        return fail(zone.error());
    if (auto ok = allOf([&] { return call.needWhole(1); }, [&] { return call.needTime(2); }); !ok)
        return fail(ok.error());
    if (!args[1].typed || !args[2].typed)
        return nullVec();
    constexpr std::int64_t kMost = 400'000'000'000; // more seconds than there are from the year 1 to 9999
    return call.map(ColumnType::Instant, [&](std::size_t row, Column &out) {
        const std::int64_t n = args[1].column->ints[args[1].at(row)];
        const auto beyond = [n](std::int64_t most) { return n > most || n < -most; };
        const bool large = *unit > TimeUnit::Hour ? beyond(4'000'000) : beyond(kMost);
        const qint64 from = args[2].column->ints[args[2].at(row)];
        const qint64 at =
            large || (*unit >= TimeUnit::Month && beyond(120'000)) ? kMaxInstant : addUnits(**zone, from, n, *unit);
        if (at < kMinInstant || at >= kMaxInstant)
            call.failed(row, out, QStringLiteral("The time is outside the years 1 to 9999."));
        else
            out.appendInt(at);
    });
}

// Whole units from one time to the other, by the local calendar for days and more.
std::int64_t unitsBetween(const Zone &zone, qint64 from, qint64 to, TimeUnit unit)
{
    if (unit <= TimeUnit::Hour)
        return (to - from) / (unit == TimeUnit::Second ? 1'000 : unit == TimeUnit::Minute ? 60'000 : 3'600'000);
    const qint64 sign = to < from ? -1 : 1;
    constexpr qint64 kDay = 86'400'000;
    const qint64 roughly = unit == TimeUnit::Day       ? kDay
                           : unit == TimeUnit::Week    ? 7 * kDay
                           : unit == TimeUnit::Month   ? 31 * kDay
                           : unit == TimeUnit::Quarter ? 92 * kDay
                                                       : 366 * kDay;
    std::int64_t n = std::max<std::int64_t>(0, std::abs(to - from) / roughly - 1);
    while (sign > 0 ? addUnits(zone, from, n + 1, unit) <= to : addUnits(zone, from, -(n + 1), unit) >= to)
        ++n;
    return sign * n;
}

Result<Vec> dateDiff(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    auto unit = unitOf(call, 0);
    if (!unit)
        return fail(unit.error());
    auto zone = zoneOf(call, 3);
    if (!zone)
        return fail(zone.error());
    if (auto ok = allOf([&] { return call.needTime(1); }, [&] { return call.needTime(2); }); !ok)
        return fail(ok.error());
    if (!args[1].typed || !args[2].typed)
        return nullVec();
    return call.map(ColumnType::Int64, [&](std::size_t row, Column &out) {
        out.appendInt(
            unitsBetween(**zone, args[1].column->ints[args[1].at(row)], args[2].column->ints[args[2].at(row)], *unit));
    });
}

Result<Vec> parseTime(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    QString form = QStringLiteral("auto");
    if (args.size() > 1) {
        auto given = call.constantText(1, "A form such as \"dd.MM.yyyy HH:mm\"");
        if (!given)
            return fail(given.error());
        form = *given;
    }
    auto zone = zoneOf(call, 2);
    if (!zone)
        return fail(zone.error());
    auto reader = TimeReader::create(form, *zone, LocalChoice::Earlier);
    if (!reader)
        return typeError(*node.operands[1],
                         QStringLiteral("“%1” is not a form of time such as dd.MM.yyyy HH:mm.").arg(form));
    args[0] = settled(e, std::move(args[0]));
    if (!args[0].typed || args[0].type() == ColumnType::Instant)
        return args[0];
    if (args[0].type() == ColumnType::Decimal)
        args[0] = toDoubles(args[0]);
    const Vec v = args[0];
    if (v.type() == ColumnType::Bool || v.type() == ColumnType::Json)
        return typeError(
            *node.operands[0],
            QStringLiteral("Text or a number is needed here; this is %1.").arg(QString::fromUtf8(typeWord(v))));
    return call.map(ColumnType::Instant, [&](std::size_t row, Column &out) {
        QString reason;
        const auto at = v.type() == ColumnType::Text    ? reader->read(v.text(row), &reason)
                        : v.type() == ColumnType::Int64 ? reader->readNumber(v.column->ints[v.at(row)], &reason)
                                                        : reader->readNumber(v.column->doubles[v.at(row)], &reason);
        if (at)
            out.appendInt(*at);
        else
            call.failed(row, out, QStringLiteral("Not a time: %1.").arg(reason));
    });
}

Result<Vec> formatTime(Evaluation &e, const ExpressionNode &node, Args &args)
{
    Call call{e, node, args};
    auto form = call.constantText(1, "A form such as \"dd.MM.yyyy\"");
    if (!form)
        return fail(form.error());
    auto format = TimeFormat::compile(*form);
    if (!format)
        return typeError(*node.operands[1],
                         QStringLiteral("“%1” is not a form of time such as dd.MM.yyyy HH:mm.").arg(*form));
    auto zone = zoneOf(call, 2);
    if (!zone)
        return fail(zone.error());
    if (auto ok = call.needTime(0); !ok)
        return fail(ok.error());
    if (!args[0].typed)
        return args[0];
    return call.map(ColumnType::Text, [&](std::size_t row, Column &out) {
        out.appendText(format->write(args[0].column->ints[args[0].at(row)], **zone));
    });
}

} // namespace

const std::vector<FunctionEntry> &timeFunctions()
{
    static const std::vector<FunctionEntry> all{
        {{"now", "now()", QT_TRANSLATE_NOOP("Function", "The time of this run."), "Time", "now() - created < 1h"},
         0,
         0,
         now},
        {{"date_trunc", "date_trunc(unit, time, zone)",
          QT_TRANSLATE_NOOP("Function", "Start of the hour, day, week, month … in a time zone."), "Time",
          "date_trunc(\"day\", created, \"Europe/Berlin\")"},
         2,
         3,
         dateTrunc},
        {{"dateadd", "dateadd(unit, count, time, zone)",
          QT_TRANSLATE_NOOP("Function", "The time moved by so many units."), "Time", "dateadd(\"month\", 1, created)"},
         3,
         4,
         dateAdd},
        {{"datediff", "datediff(unit, from, to, zone)", QT_TRANSLATE_NOOP("Function", "Whole units between two times."),
          "Time", "datediff(\"day\", created, paid)"},
         3,
         4,
         dateDiff},
        {{"parse_time", "parse_time(value, form, zone)",
          QT_TRANSLATE_NOOP("Function", "Text or a number read as a time."), "Time",
          "parse_time(\"22.11.2026 14:30\", \"dd.MM.yyyy HH:mm\", \"Europe/Berlin\")"},
         1,
         3,
         parseTime},
        {{"format_time", "format_time(time, form, zone)", QT_TRANSLATE_NOOP("Function", "A time as text."), "Time",
          "format_time(created, \"dd.MM.yyyy\")"},
         2,
         3,
         formatTime},
        {{"year", "year(time, zone)", QT_TRANSLATE_NOOP("Function", "The year."), "Time", "year(created)"},
         1,
         2,
         yearOf},
        {{"month", "month(time, zone)", QT_TRANSLATE_NOOP("Function", "The month, 1 to 12."), "Time", "month(created)"},
         1,
         2,
         monthOf},
        {{"day", "day(time, zone)", QT_TRANSLATE_NOOP("Function", "The day of the month."), "Time", "day(created)"},
         1,
         2,
         dayOf},
        {{"hour", "hour(time, zone)", QT_TRANSLATE_NOOP("Function", "The hour, 0 to 23."), "Time",
          "hour(created, \"Europe/Berlin\")"},
         1,
         2,
         hourOf},
        {{"minute", "minute(time, zone)", QT_TRANSLATE_NOOP("Function", "The minute."), "Time", "minute(created)"},
         1,
         2,
         minuteOf},
        {{"second", "second(time, zone)", QT_TRANSLATE_NOOP("Function", "The second."), "Time", "second(created)"},
         1,
         2,
         secondOf},
        {{"weekday", "weekday(time, zone)", QT_TRANSLATE_NOOP("Function", "The day of the week, Monday is 1."), "Time",
          "weekday(created)"},
         1,
         2,
         weekdayOf},
    };
    return all;
}

} // namespace dash
