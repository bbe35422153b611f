// Hands rows to an HTTP endpoint: JSON as an array, line by line, one by one or through a template; signed as Standard
// Webhooks (standardwebhooks.com, specification 1.0) when a signing secret is given.
#include "core/engine/sinks/sinks.h"

#include "core/engine/parameters.h"
#include "core/engine/row_text.h"
#include "core/engine/sinks/body_template.h"

#include <QByteArrayList>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkRequest>

#include <algorithm>
#include <numeric>

namespace dash {

namespace {

constexpr QLatin1StringView kStep{"step"};
constexpr QLatin1StringView kReason{"reason"};
constexpr qint64 kAnswerBytes = 1 << 20;

enum class BodyKind { Array, Lines, Single, Template };

struct Header {
    QString name;
    QString value; // or the name of a secret
    bool isSecret = false;
};

class Webhook final : public Sink {
public:
    static Result<std::unique_ptr<Sink>> create(const QJsonObject &config, const QString &node)
    {
        const ConfigReader reader(config);
        auto sink = std::make_unique<Webhook>();
        sink->m_node = node;
        sink->m_url = QUrl(reader.text(QLatin1StringView("url")), QUrl::StrictMode);
        sink->m_method = reader.text(QLatin1StringView("method")).toLatin1();
        const QJsonObject headers = config.value(QLatin1StringView("headers")).toObject();
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            const QString secret = it.value().toObject().value(QLatin1StringView("secret")).toString();
            sink->m_headers.push_back({it.key(), secret.isEmpty() ? it.value().toString() : secret, !secret.isEmpty()});
        }
        sink->m_token = reader.secret(QLatin1StringView("token"));
        sink->m_signing = reader.secret(QLatin1StringView("signing_secret"));
        sink->m_batchRows =
            static_cast<std::size_t>(std::max<qint64>(1, reader.integer(QLatin1StringView("batch_rows"))));
        sink->m_batchBytes =
            static_cast<std::size_t>(std::max<qint64>(1, reader.bytes(QLatin1StringView("batch_bytes"))));
        sink->m_timeout = reader.duration(QLatin1StringView("timeout"));
        const QString body = reader.text(QLatin1StringView("body"));
        sink->m_kind = body == u"lines"      ? BodyKind::Lines
                       : body == u"single"   ? BodyKind::Single
                       : body == u"template" ? BodyKind::Template
                                             : BodyKind::Array;
        sink->m_contentType = reader.text(QLatin1StringView("content_type")).toUtf8();
        if (sink->m_contentType.isEmpty())
            sink->m_contentType = sink->m_kind == BodyKind::Lines ? "application/x-ndjson" : "application/json";
        if (const auto ok = sink->checkHeaders(); !ok)
            return fail(ok.error());
        if (sink->m_kind == BodyKind::Single)
            sink->m_batchRows = 1;
        if (sink->m_kind == BodyKind::Template) {
            const auto escape =
                sink->m_contentType.contains("json") ? BodyTemplate::Escape::Json : BodyTemplate::Escape::None;
            auto parsed = BodyTemplate::parse(reader.text(QLatin1StringView("template")), escape, node);
            if (!parsed)
                return fail(parsed.error());
            sink->m_template = std::move(*parsed);
        }
        return std::unique_ptr<Sink>(std::move(sink));
    }

    Result<std::vector<Delivery>> encode(const Batch &rows, bool finish) override
    {
        std::vector<Delivery> out;
        for (std::size_t row = 0; row < rows.rows; ++row)
            addRow(rows, row, out);
        if (m_kind == BodyKind::Template && rows.rows > 0 && !m_pendingRows.empty()) {
            // Rows wait as row numbers of this batch; keep just them.
            m_waiting.push_back(takeRows(rows, std::exchange(m_pendingRows, {})));
        }
        if (finish)
            flush(out);
        return out;
    }

    DeliveryResult deliver(RunContext &context, const QueuedDelivery &delivery) override;

private:
    Result<> checkHeaders() const
    {
        for (const auto &[name, value, secret] : m_headers) {
            const bool bad = name.isEmpty() || name.contains(u'\n') || name.contains(u':') || name.contains(u' ') ||
                             value.contains(u'\n') || value.contains(u'\r');
            if (bad)
                return fail(ErrorCode::DefinitionField,
                            {{kStep, m_node},
                             {QLatin1StringView("field"), u"headers"_qs},
                             {kReason, u"holds “%1”, which is not a header."_qs.arg(name)}});
        }
        return {};
    }

    void addRow(const Batch &rows, std::size_t row, std::vector<Delivery> &out)
    {
        std::string text;
        appendRowJson(text, rows, row);
        if (m_rows > 0 && (m_rows >= m_batchRows || m_bytes + text.size() + 2 > m_batchBytes))
            flush(out, &rows);
        m_bytes += text.size() + 1;
        ++m_rows;
        if (m_kind == BodyKind::Template) {
            m_pendingRows.push_back(static_cast<std::uint32_t>(row));
        } else {
            if (m_kind == BodyKind::Array)
                m_body += m_body.empty() ? '[' : ',';
            m_body += text;
            if (m_kind == BodyKind::Lines)
                m_body += '\n';
        }
        if (m_rows >= m_batchRows)
            flush(out, &rows);
    }

    void flush(std::vector<Delivery> &out, const Batch *rows = nullptr)
    {
        if (m_rows == 0)
            return;
        if (m_kind == BodyKind::Template) {
            if (rows && !m_pendingRows.empty())
                m_waiting.push_back(takeRows(*rows, std::exchange(m_pendingRows, {})));
            m_body = m_template.render(concatenate(std::exchange(m_waiting, {})));
        } else if (m_kind == BodyKind::Array) {
            m_body += ']';
        }
        Delivery delivery;
        delivery.payload = QByteArray(m_body.data(), static_cast<qsizetype>(m_body.size()));
        delivery.meta =
            QJsonDocument(QJsonObject{{QLatin1StringView("rows"), qint64(m_rows)},
                                      {QLatin1StringView("content_type"), QString::fromUtf8(m_contentType)}})
                .toJson(QJsonDocument::Compact);
        out.push_back(std::move(delivery));
        m_body.clear();
        m_rows = 0;
        m_bytes = 0;
    }

    // A request, and the secrets in it: whatever comes back may repeat them.
    struct Prepared {
        HttpRequest request;
        QByteArrayList secrets;
    };
    Result<Prepared> prepare(RunContext &context, const QueuedDelivery &delivery) const;
    DeliveryResult judge(const HttpResponse &response, const Clock &clock, const QByteArrayList &secrets) const;

    QString m_node;
    QUrl m_url;
    QByteArray m_method, m_contentType;
    std::vector<Header> m_headers;
    QString m_token, m_signing;
    Millis m_timeout{30'000};
    BodyKind m_kind = BodyKind::Array;
    BodyTemplate m_template;
    std::size_t m_batchRows = 500;
    std::size_t m_batchBytes = 1 << 20;

    std::string m_body;
    std::vector<std::uint32_t> m_pendingRows; // Template: of the batch being encoded
    std::vector<Batch> m_waiting;             // Template: rows of earlier batches
    std::size_t m_rows = 0;
    std::size_t m_bytes = 0;
};

// The signature of Standard Webhooks: base64(HMAC-SHA256(key, "id.timestamp.body")). Keys "whsec_…" are base64.
QByteArray signature(const QByteArray &secret, const QByteArray &id, const QByteArray &timestamp,
                     const QByteArray &body)
{
    const QByteArray prefix("whsec_");
    const QByteArray key = secret.startsWith(prefix) ? QByteArray::fromBase64(secret.mid(prefix.size())) : secret;
    return "v1," + QMessageAuthenticationCode::hash(id + '.' + timestamp + '.' + body, key, QCryptographicHash::Sha256)
                       .toBase64();
}

Result<Webhook::Prepared> Webhook::prepare(RunContext &context, const QueuedDelivery &delivery) const
{
    Prepared prepared;
    HttpRequest &request = prepared.request;
    request.method = m_method;
    request.url = m_url;
    request.body = delivery.payload;
    request.timeout = m_timeout;
    request.maxBytes = kAnswerBytes;
    request.maxRedirects = -1; // a body is for one receiver
    request.headers.emplace_back("Content-Type", m_contentType);
    const auto secret = [&](const QString &name) -> Result<QByteArray> {
        auto value = context.secrets.secret(name);
        if (!value)
            return fail(value.error());
        prepared.secrets.append(value->trimmed());
        return value->trimmed();
    };
    for (const Header &header : m_headers) {
        const auto value = header.isSecret ? secret(header.value) : Result<QByteArray>(header.value.toUtf8().trimmed());
        if (!value)
            return fail(value.error());
        request.headers.emplace_back(header.name.toUtf8(), *value);
    }
    if (!m_token.isEmpty()) {
        const auto token = secret(m_token);
        if (!token)
            return fail(token.error());
        request.headers.emplace_back("Authorization", "Bearer " + *token);
    }
    const QByteArray id = delivery.id.text().toLatin1();
    const QByteArray timestamp = QByteArray::number(toMs(context.clock.now()) / 1'000);
    request.headers.emplace_back("webhook-id", id);
    request.headers.emplace_back("webhook-timestamp", timestamp);
    if (!m_signing.isEmpty()) {
        const auto key = secret(m_signing);
        if (!key)
            return fail(key.error());
        request.headers.emplace_back("webhook-signature", signature(*key, id, timestamp, delivery.payload));
    }
    return prepared;
}

// The beginning of an answer, for people: one line, nothing that cannot be shown, no secret.
QString shownAnswer(QByteArray body, const QByteArrayList &secrets)
{
    body.truncate(4'096);
    for (const QByteArray &secret : secrets)
        if (!secret.isEmpty())
            body.replace(secret, "…");
    QString text = QString::fromUtf8(body);
    for (QChar &c : text)
        if (!c.isPrint() || c == QChar::ReplacementCharacter)
            c = u' ';
    text = text.simplified();
    return text.size() > 200 ? QString(text.left(199) + u'…') : text;
}

std::optional<Millis> retryAfter(const HttpResponse &response, const Clock &clock)
{
    const QByteArray value = response.header("retry-after").trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return Millis(std::min<qint64>(seconds, 86'400) * 1'000);
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    return Millis(std::max<qint64>(0, date.toMSecsSinceEpoch() - toMs(clock.now())));
}

DeliveryResult Webhook::judge(const HttpResponse &response, const Clock &clock, const QByteArrayList &secrets) const
{
    DeliveryResult result;
    if (response.status >= 200 && response.status < 300)
        return result;
    const bool again =
        response.status == 408 || response.status == 425 || response.status == 429 || response.status >= 500;
    result.kind = again ? DeliveryResult::Kind::TryAgain : DeliveryResult::Kind::Refused;
    if (again)
        result.retryAfter = retryAfter(response, clock);
    QString reason = shownAnswer(response.body, secrets);
    if (response.status >= 300 && response.status < 400) {
        const QUrl target = m_url.resolved(QUrl(QString::fromUtf8(response.header("location"))));
        reason = u"it moved to another address%1. Put that one in."_qs.arg(
            target.host().isEmpty() ? QString() : QString(u" at "_qs + target.host()));
    }
    const QString status = QString::number(response.status);
    result.error = again ? Error{ErrorCode::HttpStatus,
                                 {{QLatin1StringView("host"), m_url.host()},
                                  {QLatin1StringView("status"), status},
                                  {kReason, reason}},
                                 {}}
                         : Error{ErrorCode::SinkRefused,
                                 {{kStep, m_node}, {QLatin1StringView("status"), status}, {kReason, reason}},
                                 {}};
    return result;
}

DeliveryResult Webhook::deliver(RunContext &context, const QueuedDelivery &delivery)
{
    DeliveryResult result;
    const auto made = prepare(context, delivery);
    if (!made) {
        result.kind = DeliveryResult::Kind::TryAgain;
        result.error = made.error();
        result.error->with(kStep, m_node);
        return result;
    }
    const auto response = context.http.send(made->request, context.budget.cancel());
    if (response)
        return judge(*response, context.clock, made->secrets);
    // An answer beyond the cap cannot be judged; trying again would deliver twice without end.
    result.kind = response.error().code == ErrorCode::FormatTooLarge ? DeliveryResult::Kind::Refused
                                                                     : DeliveryResult::Kind::TryAgain;
    result.error = response.error();
    return result;
}

Parameter make(const char *name, ParameterKind kind, const char *label, const char *help)
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.kind = kind;
    parameter.label = label;
    parameter.help = help;
    return parameter;
}

Parameters webhookParameters()
{
    Parameters all;
    all.push_back(make("url", ParameterKind::Url, QT_TRANSLATE_NOOP("Parameter", "Address"),
                       QT_TRANSLATE_NOOP("Parameter", "Where the rows go, such as https://example.com/hook.")));
    all.back().required = true;
    Parameter method = make("method", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Method"), "");
    method.defaultValue = QStringLiteral("POST");
    for (const char *name : {"POST", "PUT", "PATCH"})
        method.choices.push_back({QString::fromLatin1(name), name});
    all.push_back(method);
    Parameter body = make("body", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Body"),
                          QT_TRANSLATE_NOOP("Parameter", "How rows are written."));
    body.defaultValue = QStringLiteral("array");
    body.choices = {{QStringLiteral("array"), QT_TRANSLATE_NOOP("Parameter", "JSON array of rows")},
                    {QStringLiteral("lines"), QT_TRANSLATE_NOOP("Parameter", "A JSON row per line")},
                    {QStringLiteral("single"), QT_TRANSLATE_NOOP("Parameter", "One row per request")},
                    {QStringLiteral("template"), QT_TRANSLATE_NOOP("Parameter", "Template")}};
    all.push_back(body);
    Parameter text =
        make("template", ParameterKind::LongText, QT_TRANSLATE_NOOP("Parameter", "Template"),
             QT_TRANSLATE_NOOP("Parameter",
                               "{{field}} for a value, {{#rows}} … {{/rows}} around what repeats for every row."));
    text.showWhen = QStringLiteral("body=template");
    text.required = true;
    all.push_back(text);
    all.push_back(make("headers", ParameterKind::TextMap, QT_TRANSLATE_NOOP("Parameter", "Headers"), ""));
    all.push_back(make("token", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Bearer token"),
                       QT_TRANSLATE_NOOP("Parameter", "Sent as “Authorization: Bearer …”.")));
    all.push_back(make("signing_secret", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Signing secret"),
                       QT_TRANSLATE_NOOP("Parameter", "Signs every request as Standard Webhooks describe it.")));
    Parameter rows = make("batch_rows", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "Rows per request"), "");
    rows.defaultValue = 500;
    rows.minimum = 1;
    rows.maximum = 100'000;
    rows.advanced = true;
    all.push_back(rows);
    Parameter bytes = make("batch_bytes", ParameterKind::Bytes, QT_TRANSLATE_NOOP("Parameter", "Size per request"), "");
    bytes.defaultValue = QStringLiteral("1 MiB");
    bytes.advanced = true;
    all.push_back(bytes);
    Parameter timeout = make("timeout", ParameterKind::Duration, QT_TRANSLATE_NOOP("Parameter", "Time limit"), "");
    timeout.defaultValue = QStringLiteral("30s");
    timeout.advanced = true;
    all.push_back(timeout);
    Parameter type = make("content_type", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Content type"),
                          QT_TRANSLATE_NOOP("Parameter", "Empty: JSON."));
    type.advanced = true;
    all.push_back(type);
    return all;
}

} // namespace

SinkType webhookSink()
{
    SinkType type;
    type.type = "webhook";
    type.label = QT_TRANSLATE_NOOP("Engine", "Webhook");
    type.icon = "webhook";
    type.help = QT_TRANSLATE_NOOP("Engine", "Sends rows to an HTTP address; tries again until they are taken.");
    type.parameters = webhookParameters();
    type.fact = [](const QJsonObject &config) {
        return QUrl(config.value(QLatin1StringView("url")).toString()).host();
    };
    type.create = Webhook::create;
    return type;
}

} // namespace dash
