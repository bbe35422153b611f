// Prometheus targets: one scrape a read, through the OpenMetrics format.

#include "core/engine/parameters.h"
#include "core/engine/sources/http_parameters.h"
#include "core/engine/sources/sources.h"

namespace dash {

namespace {

class PrometheusSource final : public Source {
public:
    explicit PrometheusSource(const QJsonObject &config)
        : m_config(config)
    {
    }

    Result<> read(RunContext &context, SourceOutput &out) override
    {
        HttpRequest request;
        request.url = QUrl(m_config.text(QLatin1StringView("url")));
        request.timeout = std::max(m_config.duration(QLatin1StringView("timeout")), Millis(100));
        request.headers.emplace_back("Accept",
                                     "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5");
        if (const QString name = m_config.secret(QLatin1StringView("token")); !name.isEmpty()) {
            const Result<QByteArray> token = context.secrets.secret(name);
            if (!token)
                return fail(token.error());
            request.headers.emplace_back("Authorization", "Bearer " + token->trimmed());
        }
        context.budget.pauseClock();
        const Result<HttpResponse> response = context.http.send(request, context.budget.cancel());
        context.budget.resumeClock();
        if (!response)
            return fail(response.error());
        if (response->status != 200)
            return fail(ErrorCode::HttpStatus,
                        {{QLatin1StringView("host"), request.url.host()},
                         {QLatin1StringView("status"), QString::number(response->status)},
                         {QLatin1StringView("reason"),
                          QStringLiteral("A metrics address answers 200; most end in /metrics.")}});
        return out.bytes(response->body, true, request.url.path(), "application/openmetrics-text");
    }

private:
    ConfigReader m_config;
};

} // namespace

SourceType prometheusSource()
{
    SourceType type;
    type.type = "prometheus";
    type.label = QT_TRANSLATE_NOOP("Engine", "Prometheus metrics");
    type.icon = "metrics";
    type.help = QT_TRANSLATE_NOOP("Engine", "Reads the metrics page of an exporter or service.");
    Parameter url = declare("url", ParameterKind::Url, QT_TRANSLATE_NOOP("Parameter", "Address"),
                            QT_TRANSLATE_NOOP("Parameter", "Such as http://localhost:9100/metrics"));
    url.required = true;
    Parameter timeout =
        declare("timeout", ParameterKind::Duration, QT_TRANSLATE_NOOP("Parameter", "Time for an answer"));
    timeout.defaultValue = QStringLiteral("10s");
    timeout.advanced = true;
    Parameter token = declare("token", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Bearer token"));
    token.advanced = true;
    type.parameters = {url, token, timeout};
    type.usesFormat = false;
    type.create = [](const QJsonObject &config, const QString &) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<PrometheusSource>(config);
    };
    return type;
}

} // namespace dash
