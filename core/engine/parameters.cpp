#include "core/engine/parameters.h"

#include "core/base/money.h"
#include "core/base/zone.h"
#include "core/engine/closest_name.h"
#include "core/model/pipeline.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace dash {

namespace {

constexpr double kExactInteger = 9'007'199'254'740'992.0;
constexpr qsizetype kMaxEntries = 1'000;
constexpr qsizetype kMaxText = 256 * 1024;

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().size() > 40 ? QString(value.toString().left(39) + u'…') : value.toString();
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Array:
        return QStringLiteral("a list");
    case QJsonValue::Object:
        return QStringLiteral("an object");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("null");
}

QString choicesText(const Parameter &parameter)
{
    QStringList values;
    for (const ParameterChoice &choice : parameter.choices)
        values.push_back(choice.value);
    return values.join(QStringLiteral(", "));
}

// The value of another setting as showWhen sees it.
QString effectiveText(const QString &name, const Parameters &all, const QJsonObject &config)
{
    QJsonValue value = config.value(name);
    if (value.isUndefined()) {
        const auto it = std::find_if(all.begin(), all.end(), [&](const Parameter &p) { return p.name == name; });
        if (it != all.end())
            value = it->defaultValue;
    }
    return value.isUndefined() || value.isNull() ? QString() : shown(value);
}

class Checker {
public:
    Checker(QString step, std::vector<Error> &problems)
        : m_step(std::move(step))
        , m_problems(problems)
    {
    }

    void object(const QJsonObject &config, const Parameters &declared, const QString &prefix)
    {
        for (const Parameter &parameter : declared) {
            if (!parameterApplies(parameter, declared, config))
                continue;
            const QJsonValue value = config.value(parameter.name);
            const QString field = prefix + parameter.name;
            if (isAbsent(value)) {
                if (parameter.required && parameter.defaultValue.isUndefined())
                    missing(field, parameter);
                continue;
            }
            const QString reason = wrong(parameter, value, field);
            if (!reason.isEmpty())
                problem(ErrorCode::DefinitionField, field, reason);
        }
        unknown(config, declared, prefix);
    }

private:
    static bool isAbsent(const QJsonValue &value)
    {
        return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
    }

    void problem(ErrorCode code, const QString &field, const QString &reason)
    {
        m_problems.push_back(Error{code,
                                   {{QLatin1StringView("step"), m_step},
                                    {QLatin1StringView("field"), field},
                                    {QLatin1StringView("reason"), reason}},
                                   {}});
    }

    void missing(const QString &field, const Parameter &parameter)
    {
        const QString help = QString::fromUtf8(parameter.help);
        problem(ErrorCode::DefinitionMissing, field, help.isEmpty() ? QStringLiteral("Enter a value.") : help);
    }

    void unknown(const QJsonObject &config, const Parameters &declared, const QString &prefix)
    {
        QStringList names;
        for (const Parameter &parameter : declared)
            names.push_back(parameter.name);
        for (auto it = config.begin(); it != config.end(); ++it) {
            if (names.contains(it.key()))
                continue;
            const QString near = closestName(it.key(), names);
            const QString reason = !near.isEmpty() ? QStringLiteral("Did you mean “%1”?").arg(near)
                                   : names.isEmpty()
                                       ? QStringLiteral("It takes no settings; remove it.")
                                       : QStringLiteral("It takes %1.").arg(names.join(QStringLiteral(", ")));
            problem(ErrorCode::DefinitionUnknownField, prefix + it.key(), reason);
            if (!near.isEmpty())
                m_problems.back().with(QLatin1StringView("suggestion"), near);
        }
    }

    QString text(const QJsonValue &value) const
    {
        if (!value.isString())
            return QStringLiteral("must be text, not %1.").arg(shown(value));
        return value.toString().size() > kMaxText ? QStringLiteral("is longer than 256 KiB. Shorten it.") : QString();
    }

    static QString outside(const Parameter &p, double number)
    {
        const bool low = p.minimum && number < *p.minimum;
        const bool high = p.maximum && number > *p.maximum;
        if (!low && !high)
            return {};
        const auto say = [](double limit) { return QString::number(limit, 'g', 15); };
        if (p.minimum && p.maximum)
            return QStringLiteral("must be from %1 to %2, not %3.").arg(say(*p.minimum), say(*p.maximum), say(number));
        return low ? QStringLiteral("must be at least %1, not %2.").arg(say(*p.minimum), say(number))
                   : QStringLiteral("must be at most %1, not %2.").arg(say(*p.maximum), say(number));
    }

    static QString number(const Parameter &p, const QJsonValue &value)
    {
        const bool whole = p.kind == ParameterKind::Integer;
        const double d = value.toDouble();
        if (!value.isDouble() || !std::isfinite(d) || (whole && (d != std::floor(d) || std::abs(d) > kExactInteger)))
            return QStringLiteral("must be a %1number, not “%2”.")
                .arg(whole ? QStringLiteral("whole ") : QString(), shown(value));
        return outside(p, d);
    }

    static QString choice(const Parameter &p, const QJsonValue &value)
    {
        const QString chosen = shown(value);
        QStringList values;
        for (const ParameterChoice &c : p.choices)
            values.push_back(c.value);
        if (values.contains(chosen))
            return {};
        const QString near = closestName(chosen, values);
        return near.isEmpty() ? QStringLiteral("cannot be “%1”. Choose one of: %2.").arg(chosen, choicesText(p))
                              : QStringLiteral("cannot be “%1”. Did you mean “%2”?").arg(chosen, near);
    }

    static QString duration(const Parameter &p, const QJsonValue &value)
    {
        const auto parsed = value.isString() ? parseDuration(value.toString()) : std::nullopt;
        if (!parsed)
            return QStringLiteral("must be a time span such as 30s, 5m, 2h or 1d, not “%1”.").arg(shown(value));
        // Limits of a duration are declared in milliseconds.
        const auto ms = static_cast<double>(parsed->count());
        if (p.minimum && ms < *p.minimum)
            return QStringLiteral("must be at least %1.").arg(durationText(Millis(static_cast<qint64>(*p.minimum))));
        if (p.maximum && ms > *p.maximum)
            return QStringLiteral("must be at most %1.").arg(durationText(Millis(static_cast<qint64>(*p.maximum))));
        return {};
    }

    static QString size(const Parameter &p, const QJsonValue &value)
    {
        const auto parsed = value.isString()   ? parseByteSize(value.toString())
                            : value.isDouble() ? std::optional<qint64>(value.toInteger(-1))
                                               : std::nullopt;
        if (!parsed || *parsed < 0)
            return QStringLiteral("must be a size such as 64 KiB or 10 MB, not “%1”.").arg(shown(value));
        return outside(p, static_cast<double>(*parsed));
    }

    static QString addressToken(const QJsonValue &value)
    {
        const QString token = value.toString();
        const bool fits =
            token.size() >= 22 && token.size() <= 128 && std::all_of(token.begin(), token.end(), [](QChar c) {
                return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
                       c == u'_';
            });
        return fits ? QString() : QStringLiteral("must be 22 to 128 random letters, digits, - and _.");
    }

    static QString secret(const QJsonValue &value)
    {
        const QJsonObject object = value.toObject();
        if (object.size() == 1 && !object.value(QLatin1StringView("secret")).toString().isEmpty())
            return {};
        return QStringLiteral("must name a secret, {\"secret\": \"name\"}; the value itself is kept in the keychain.");
    }

    QString textList(const QJsonValue &value) const
    {
        if (!value.isArray())
            return QStringLiteral("must be a list of field names, such as [\"shop\"].");
        const QJsonArray entries = value.toArray();
        if (entries.size() > kMaxEntries)
            return QStringLiteral("has more than 1000 entries.");
        for (const auto &entry : entries) {
            if (!entry.isString() || entry.toString().isEmpty())
                return QStringLiteral("holds %1, which is not a field name.").arg(shown(entry));
        }
        return {};
    }

    static QString map(const Parameter &p, const QJsonValue &value)
    {
        if (!value.isObject())
            return QStringLiteral("must be an object of names and values.");
        const QJsonObject object = value.toObject();
        if (object.size() > kMaxEntries)
            return QStringLiteral("has more than 1000 entries.");
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonValue entry = it.value();
            const QJsonObject inner = entry.toObject();
            const bool named =
                inner.size() == 1 &&
                ((p.kind == ParameterKind::Labels && inner.value(QLatin1StringView("field")).isString()) ||
                 (p.kind == ParameterKind::TextMap && inner.value(QLatin1StringView("secret")).isString()));
            if (it.key().isEmpty() || (!entry.isString() && !named))
                return QStringLiteral("has a value for “%1” that is not text.").arg(it.key());
        }
        return {};
    }

    QString list(const Parameter &p, const QJsonValue &value, const QString &field)
    {
        if (!value.isArray())
            return QStringLiteral("must be a list of entries.");
        const QJsonArray entries = value.toArray();
        if (entries.size() > kMaxEntries)
            return QStringLiteral("has more than 1000 entries.");
        if (p.required && entries.isEmpty())
            return QStringLiteral("needs at least one entry.");
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const QString name = QStringLiteral("%1[%2]").arg(field).arg(i + 1);
            if (!entries[i].isObject())
                problem(ErrorCode::DefinitionField, name,
                        QStringLiteral("must be an object, not %1.").arg(shown(entries[i])));
            else
                object(entries[i].toObject(), p.members, name + u'.');
        }
        return {};
    }

    QString wrong(const Parameter &p, const QJsonValue &value, const QString &field)
    {
        switch (p.kind) {
        case ParameterKind::Text:
        case ParameterKind::LongText:
        case ParameterKind::FilePath:
        case ParameterKind::FolderPath:
        case ParameterKind::Field:
        case ParameterKind::Path:
        case ParameterKind::Expression:
            return text(value);
        case ParameterKind::Integer:
        case ParameterKind::Number:
            return number(p, value);
        case ParameterKind::Toggle:
            return value.isBool() ? QString() : QStringLiteral("must be true or false, not “%1”.").arg(shown(value));
        case ParameterKind::Choice:
            return choice(p, value);
        case ParameterKind::Duration:
            return duration(p, value);
        case ParameterKind::Bytes:
            return size(p, value);
        case ParameterKind::Url: {
            const QUrl url(value.toString(), QUrl::StrictMode);
            const bool fits = value.isString() && url.isValid() && !url.host().isEmpty() &&
                              (url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https"));
            return fits ? QString()
                        : QStringLiteral("must be an address such as https://example.com/data, not “%1”.")
                              .arg(shown(value));
        }
        case ParameterKind::Secret:
            return secret(value);
        case ParameterKind::Fields:
            return textList(value);
        case ParameterKind::Zone:
            // Whatever the system knows, "Etc/UTC" too, which no list of zones has.
            return !value.toString().isEmpty() && Zone::load(value.toString())
                       ? QString()
                       : QStringLiteral("“%1” is not a time zone such as Europe/Berlin.").arg(shown(value));
        case ParameterKind::Labels:
        case ParameterKind::TextMap:
            return map(p, value);
        case ParameterKind::List:
            return list(p, value, field);
        case ParameterKind::Currency:
            return value.isString() && currencyDigits(value.toString())
                       ? QString()
                       : QStringLiteral("“%1” is not a currency such as EUR or USD.").arg(shown(value));
        case ParameterKind::Address:
            return addressToken(value);
        }
        return {};
    }

    QString m_step;
    std::vector<Error> &m_problems;
};

QJsonObject withDefaults(QJsonObject config, const Parameters &declared)
{
    for (const Parameter &parameter : declared) {
        const QJsonValue value = config.value(parameter.name);
        const bool absent = value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
        if (absent && !parameter.defaultValue.isUndefined() && parameterApplies(parameter, declared, config))
            config.insert(parameter.name, parameter.defaultValue);
        if (parameter.kind == ParameterKind::List && value.isArray()) {
            QJsonArray entries;
            for (const auto &entry : value.toArray())
                entries.append(withDefaults(entry.toObject(), parameter.members));
            config.insert(parameter.name, entries);
        }
    }
    return config;
}

} // namespace

bool parameterApplies(const Parameter &parameter, const Parameters &all, const QJsonObject &config)
{
    if (parameter.showWhen.isEmpty())
        return true;
    const qsizetype split = parameter.showWhen.indexOf(u'=');
    if (split < 0)
        return true;
    const QString actual = effectiveText(parameter.showWhen.left(split), all, config);
    const QStringList wanted = parameter.showWhen.mid(split + 1).split(u'|');
    return wanted.contains(actual);
}

std::vector<Error> configProblems(const QJsonObject &config, const Parameters &declared, const QString &step)
{
    std::vector<Error> problems;
    Checker(step, problems).object(config, declared, {});
    return problems;
}

Result<QJsonObject> checkedConfig(const QJsonObject &config, const Parameters &declared, const QString &step)
{
    const std::vector<Error> problems = configProblems(config, declared, step);
    if (!problems.empty())
        return fail(problems.front());
    return withDefaults(config, declared);
}

QString newAddressToken(RandomSource &random)
{
    std::array<unsigned char, 24> bytes{};
    random.fill(bytes);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size())
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString addressText(const Parameter &parameter, const Parameters &all, const QJsonObject &config)
{
    QString text = parameter.pattern;
    for (const Parameter &other : all)
        text.replace(u'{' + other.name + u'}', effectiveText(other.name, all, config));
    return text;
}

std::optional<qint64> parseByteSize(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype digits = 0;
    while (digits < trimmed.size() && ((trimmed[digits] >= u'0' && trimmed[digits] <= u'9') || trimmed[digits] == u'.'))
        ++digits;
    bool ok = false;
    const double number = trimmed.first(digits).toDouble(&ok);
    if (!ok)
        return std::nullopt;
    const QString unit = trimmed.mid(digits).trimmed().toString().toLower();
    struct Unit {
        const char *name;
        double factor;
    };
    constexpr Unit kUnits[] = {{"", 1},
                               {"b", 1},
                               {"kb", 1e3},
                               {"mb", 1e6},
                               {"gb", 1e9},
                               {"kib", 1024},
                               {"mib", 1024.0 * 1024},
                               {"gib", 1024.0 * 1024 * 1024}};
    for (const Unit &known : kUnits) {
        if (unit == QLatin1StringView(known.name)) {
            const double size = number * known.factor;
            return size < kExactInteger ? std::optional(static_cast<qint64>(size)) : std::nullopt;
        }
    }
    return std::nullopt;
}

bool ConfigReader::has(QLatin1StringView name) const
{
    const QJsonValue value = m_config.value(name);
    return !value.isUndefined() && !value.isNull() && !(value.isString() && value.toString().isEmpty());
}

QString ConfigReader::text(QLatin1StringView name) const
{
    return m_config.value(name).toString();
}

qint64 ConfigReader::integer(QLatin1StringView name) const
{
    return static_cast<qint64>(m_config.value(name).toDouble());
}

double ConfigReader::number(QLatin1StringView name) const
{
    return m_config.value(name).toDouble();
}

bool ConfigReader::toggle(QLatin1StringView name) const
{
    return m_config.value(name).toBool();
}

Millis ConfigReader::duration(QLatin1StringView name) const
{
    return parseDuration(text(name)).value_or(Millis(0));
}

qint64 ConfigReader::bytes(QLatin1StringView name) const
{
    const QJsonValue value = m_config.value(name);
    return value.isDouble() ? value.toInteger() : parseByteSize(value.toString()).value_or(0);
}

QString ConfigReader::secret(QLatin1StringView name) const
{
    return m_config.value(name).toObject().value(QLatin1StringView("secret")).toString();
}

QStringList ConfigReader::texts(QLatin1StringView name) const
{
    QStringList out;
    for (const auto &value : m_config.value(name).toArray())
        out.push_back(value.toString());
    return out;
}

std::vector<std::pair<QString, QString>> ConfigReader::textMap(QLatin1StringView name) const
{
    std::vector<std::pair<QString, QString>> out;
    const QJsonObject object = m_config.value(name).toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        out.emplace_back(it.key(), it.value().toString());
    return out;
}

std::vector<ConfigReader> ConfigReader::list(QLatin1StringView name) const
{
    std::vector<ConfigReader> out;
    for (const auto &value : m_config.value(name).toArray())
        out.emplace_back(value.toObject());
    return out;
}

} // namespace dash
