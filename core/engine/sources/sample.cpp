// Sample data: rows kept in the definition or shipped with Dash, moved in time so that the last is now. Templates use
// it until a person brings data of their own; the type's name says what it is.

#include "core/engine/parameters.h"
#include "core/engine/sources/http_parameters.h"
#include "core/engine/sources/sources.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

namespace dash {

namespace {

const QRegularExpression &datePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(\\d{4}-\\d{2}-\\d{2})(?:([T ])(\\d{2}:\\d{2})(:\\d{2})?)?"));
    return pattern;
}

QDateTime dateOf(const QRegularExpressionMatch &match)
{
    const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time =
        match.captured(3).isEmpty()
            ? QTime(0, 0)
            : QTime::fromString(match.captured(3) + match.captured(4),
                                match.captured(4).isEmpty() ? QStringLiteral("hh:mm") : QStringLiteral("hh:mm:ss"));
    return QDateTime(day, time, Qt::UTC);
}

// Every ISO date of the text moved by the same span, written as it was. Whole days only where a date has no time.
QByteArray moved(const QByteArray &bytes, UtcMs now)
{
    const QString text = QString::fromUtf8(bytes);
    QDateTime newest;
    bool timed = false;
    for (auto found = datePattern().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QDateTime at = dateOf(match);
        timed = timed || !match.captured(3).isEmpty();
        if (at.isValid() && (!newest.isValid() || at > newest))
            newest = at;
    }
    if (!newest.isValid())
        return bytes;
    qint64 span = (toMs(now) - newest.toMSecsSinceEpoch()) / 1000;
    if (!timed)
        span = newest.date().daysTo(QDateTime::fromMSecsSinceEpoch(toMs(now), Qt::UTC).date()) * 86'400;
    QString out;
    qsizetype from = 0;
    for (auto found = datePattern().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QDateTime at = dateOf(match);
        out += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (!at.isValid()) {
            out += match.captured(0);
            continue;
        }
        const QDateTime then = at.addSecs(span);
        out += then.toString(QStringLiteral("yyyy-MM-dd"));
        if (!match.captured(3).isEmpty())
            out += match.captured(2) +
                   then.toString(match.captured(4).isEmpty() ? QStringLiteral("hh:mm") : QStringLiteral("hh:mm:ss"));
    }
    return (out + QStringView(text).mid(from)).toUtf8();
}

class SampleSource final : public Source {
public:
    explicit SampleSource(const QJsonObject &config)
        : m_config(config)
    {
    }

    Result<> read(RunContext &context, SourceOutput &out) override
    {
        QByteArray bytes = m_config.text(QLatin1StringView("text")).toUtf8();
        QString name = QStringLiteral("sample");
        if (const QString resource = m_config.text(QLatin1StringView("resource"));
            bytes.isEmpty() && !resource.isEmpty()) {
            QFile file(QStringLiteral(":/") + resource);
            if (resource.contains(QStringLiteral("..")) || !file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::NotFound, {{QLatin1StringView("what"), QStringLiteral("The sample")},
                                                  {QLatin1StringView("name"), resource}});
            bytes = file.readAll();
            name = resource;
        }
        if (m_config.toggle(QLatin1StringView("until_now")))
            bytes = moved(bytes, context.clock.now());
        return out.bytes(bytes, true, name, {});
    }

private:
    ConfigReader m_config;
};

} // namespace

SourceType sampleSource()
{
    SourceType type;
    type.type = "sample";
    type.label = QT_TRANSLATE_NOOP("Engine", "Sample data");
    type.icon = "templates";
    type.help = QT_TRANSLATE_NOOP("Engine", "Made-up rows that show what a pipeline does, until yours replace them.");
    Parameter text = declare("text", ParameterKind::LongText, QT_TRANSLATE_NOOP("Parameter", "Rows"),
                             QT_TRANSLATE_NOOP("Parameter", "As CSV, JSON or NDJSON."));
    Parameter resource = declare("resource", ParameterKind::Text,
                                 QT_TRANSLATE_NOOP("Parameter", "Name of a sample that comes with Dash"));
    resource.advanced = true;
    Parameter untilNow = declare("until_now", ParameterKind::Toggle,
                                 QT_TRANSLATE_NOOP("Parameter", "Move dates so that the last is now"));
    untilNow.defaultValue = true;
    type.parameters = {text, resource, untilNow};
    type.create = [](const QJsonObject &config, const QString &) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<SampleSource>(config);
    };
    return type;
}

} // namespace dash
