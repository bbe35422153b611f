#pragma once
// A node's config checked against the parameters its type declares, and read with types afterwards.

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/model/parameter.h"

#include <QJsonObject>
#include <QStringList>

#include <utility>
#include <vector>

namespace dash {

// True when the parameter's `showWhen` ("auth=bearer", "mode=top|rank") holds in this config, defaults counted.
bool parameterApplies(const Parameter &parameter, const Parameters &all, const QJsonObject &config);

// Everything wrong with a config, in the order of the declaration, unknown settings last. Each error names the step,
// the field and what to do. Settings that do not apply (showWhen) are neither required nor checked.
std::vector<Error> configProblems(const QJsonObject &config, const Parameters &declared, const QString &step);

// The config with defaults filled in, or the first problem.
Result<QJsonObject> checkedConfig(const QJsonObject &config, const Parameters &declared, const QString &step);

// A new value for an Address parameter: 192 random bits.
QString newAddressToken(RandomSource &random);
// The parameter's `pattern` with the config's values put in, defaults counted.
QString addressText(const Parameter &parameter, const Parameters &all, const QJsonObject &config);

// "64 KiB", "10 MB", "512"; nothing when it is not a size.
std::optional<qint64> parseByteSize(QStringView text);

// Typed reading of a checked config: a value that is absent reads as the empty value of its type.
class ConfigReader {
public:
    explicit ConfigReader(QJsonObject checked)
        : m_config(std::move(checked))
    {
    }
    bool has(QLatin1StringView name) const;
    QString text(QLatin1StringView name) const;
    qint64 integer(QLatin1StringView name) const;
    double number(QLatin1StringView name) const;
    bool toggle(QLatin1StringView name) const;
    bool is(QLatin1StringView name, QLatin1StringView choice) const { return text(name) == choice; }
    Millis duration(QLatin1StringView name) const;
    qint64 bytes(QLatin1StringView name) const;
    QString secret(QLatin1StringView name) const;    // the secret's name
    QStringList texts(QLatin1StringView name) const; // Fields
    std::vector<std::pair<QString, QString>> textMap(QLatin1StringView name) const;
    std::vector<ConfigReader> list(QLatin1StringView name) const;
    const QJsonObject &json() const { return m_config; }

private:
    QJsonObject m_config;
};

} // namespace dash
