#include "app/pipelines/pipeline_settings.h"

#include "core/engine/parameters.h"

namespace dash {

namespace {

Parameter make(const char *name, ParameterKind kind, const char *label, const char *help = "")
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.kind = kind;
    parameter.label = label;
    parameter.help = help;
    return parameter;
}

QString scheduleWord(Schedule::Kind kind)
{
    switch (kind) {
    case Schedule::Kind::Manual:
        return QStringLiteral("manual");
    case Schedule::Kind::Interval:
        return QStringLiteral("interval");
    case Schedule::Kind::Cron:
        return QStringLiteral("cron");
    case Schedule::Kind::Continuous:
        return QStringLiteral("continuous");
    }
    return {};
}

std::optional<Schedule::Kind> scheduleFromWord(const QString &word)
{
    for (const auto kind :
         {Schedule::Kind::Manual, Schedule::Kind::Interval, Schedule::Kind::Cron, Schedule::Kind::Continuous}) {
        if (scheduleWord(kind) == word)
            return kind;
    }
    return std::nullopt;
}

} // namespace

Parameters pipelineParameters()
{
    const RunLimits defaults;
    Parameters out;
    out.push_back(make("name", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Name")));
    out.push_back(make("description", ParameterKind::LongText, QT_TRANSLATE_NOOP("Parameter", "Description")));
    Parameter schedule = make("schedule", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Runs"));
    schedule.choices = {{QStringLiteral("manual"), QT_TRANSLATE_NOOP("Parameter", "By hand")},
                        {QStringLiteral("interval"), QT_TRANSLATE_NOOP("Parameter", "At an interval")},
                        {QStringLiteral("cron"), QT_TRANSLATE_NOOP("Parameter", "At set times")},
                        {QStringLiteral("continuous"), QT_TRANSLATE_NOOP("Parameter", "As data comes")}};
    schedule.defaultValue = QStringLiteral("manual");
    out.push_back(schedule);
    Parameter every = make("every", ParameterKind::Duration, QT_TRANSLATE_NOOP("Parameter", "Every"),
                           QT_TRANSLATE_NOOP("Parameter", "Such as 30s, 5m, 1h or 1d."));
    every.showWhen = QStringLiteral("schedule=interval");
    every.required = true;
    every.minimum = 100;
    out.push_back(every);
    Parameter cron =
        make("cron", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Times"),
             QT_TRANSLATE_NOOP("Parameter", "Minute, hour, day, month, weekday: 0 6 * * 1-5 is 6:00 on workdays."));
    cron.showWhen = QStringLiteral("schedule=cron");
    cron.required = true;
    out.push_back(cron);
    Parameter zone = make("zone", ParameterKind::Zone, QT_TRANSLATE_NOOP("Parameter", "Time zone"),
                          QT_TRANSLATE_NOOP("Parameter", "Empty: the zone of this computer."));
    zone.showWhen = QStringLiteral("schedule=cron");
    out.push_back(zone);
    Parameter stays = make("stays", ParameterKind::Toggle, QT_TRANSLATE_NOOP("Parameter", "Stays on this computer"),
                           QT_TRANSLATE_NOOP("Parameter", "Neither rows nor the definition are ever uploaded."));
    stays.defaultValue = false;
    out.push_back(stays);
    Parameter time =
        make("limit_time", ParameterKind::Duration, QT_TRANSLATE_NOOP("Parameter", "Longest run"),
             QT_TRANSLATE_NOOP("Parameter", "Work beyond this is stopped; waiting for a network does not count."));
    time.defaultValue = durationText(defaults.time);
    time.advanced = true;
    out.push_back(time);
    Parameter rows = make("limit_rows", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "Most rows in a run"));
    rows.defaultValue = defaults.rows;
    rows.minimum = 1;
    rows.advanced = true;
    out.push_back(rows);
    Parameter bytes = make("limit_bytes", ParameterKind::Bytes, QT_TRANSLATE_NOOP("Parameter", "Most memory of a run"));
    bytes.defaultValue = QStringLiteral("1 GiB");
    bytes.advanced = true;
    out.push_back(bytes);
    return out;
}

QJsonObject pipelineSettings(const Pipeline &pipeline)
{
    const RunLimits defaults;
    QJsonObject out{{QLatin1String("name"), pipeline.name},
                    {QLatin1String("schedule"), scheduleWord(pipeline.schedule.kind)}};
    if (!pipeline.description.isEmpty())
        out.insert(QLatin1String("description"), pipeline.description);
    if (pipeline.schedule.interval.count() > 0)
        out.insert(QLatin1String("every"), durationText(pipeline.schedule.interval));
    if (!pipeline.schedule.cron.isEmpty())
        out.insert(QLatin1String("cron"), pipeline.schedule.cron);
    if (!pipeline.schedule.zone.isEmpty())
        out.insert(QLatin1String("zone"), pipeline.schedule.zone);
    if (pipeline.staysOnThisComputer)
        out.insert(QLatin1String("stays"), true);
    if (pipeline.limits.time != defaults.time)
        out.insert(QLatin1String("limit_time"), durationText(pipeline.limits.time));
    if (pipeline.limits.rows != defaults.rows)
        out.insert(QLatin1String("limit_rows"), pipeline.limits.rows);
    if (pipeline.limits.bytes != defaults.bytes)
        out.insert(QLatin1String("limit_bytes"), QString::number(pipeline.limits.bytes));
    return out;
}

std::map<QString, Error> takePipelineSettings(Pipeline &pipeline, const QJsonObject &settings)
{
    std::map<QString, Error> problems;
    for (const Error &error : configProblems(settings, pipelineParameters(), pipeline.name))
        problems.insert({error.arg(QLatin1StringView("field")), error});
    const RunLimits defaults;
    const auto fine = [&](const char *name) { return !problems.contains(QString::fromLatin1(name)); };
    const auto text = [&](const char *name) { return settings.value(QLatin1String(name)).toString(); };
    pipeline.name = text("name");
    pipeline.description = text("description");
    pipeline.staysOnThisComputer = settings.value(QLatin1String("stays")).toBool();
    pipeline.schedule.kind = scheduleFromWord(text("schedule")).value_or(Schedule::Kind::Manual);
    if (fine("every"))
        pipeline.schedule.interval = parseDuration(text("every")).value_or(pipeline.schedule.interval);
    if (fine("zone"))
        pipeline.schedule.zone = text("zone");
    pipeline.schedule.cron = text("cron");
    if (fine("limit_time"))
        pipeline.limits.time = parseDuration(text("limit_time")).value_or(defaults.time);
    if (fine("limit_rows"))
        pipeline.limits.rows = settings.value(QLatin1String("limit_rows")).toInteger(defaults.rows);
    if (fine("limit_bytes"))
        pipeline.limits.bytes = parseByteSize(text("limit_bytes")).value_or(defaults.bytes);
    return problems;
}

} // namespace dash
