// Webhook: others send rows to an address of this computer. A request is answered 2xx only once its rows are durable,
// by the commit of the run that took it, so what was answered is never lost and what was not may be sent again.

#include "core/engine/parameters.h"
#include "core/engine/sources/http_paging.h"
#include "core/engine/sources/http_parameters.h"
#include "core/engine/sources/sources.h"
#include "core/engine/sources/webhook_inbox.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

namespace dash {

namespace {

constexpr std::size_t kRunRequests = 2'000;
constexpr qint64 kRunBytes = 32 * 1024 * 1024;
constexpr qsizetype kSampleBytes = 64 * 1024;
constexpr qint64 kSampleAge = 10 * 60'000;

QLatin1StringView key(const char *name)
{
    return QLatin1StringView(name);
}

ReceiverAnswer done(const SourceOutput::Taken &taken)
{
    ReceiverAnswer answer;
    answer.body =
        "{\"rows\":" + QByteArray::number(taken.rows) + ",\"rejected\":" + QByteArray::number(taken.rejected) + "}\n";
    return answer;
}

ReceiverAnswer doneBefore()
{
    ReceiverAnswer answer;
    answer.body = "{\"duplicate\":true}\n";
    return answer;
}

ReceiverAnswer notTaken(const Error &error)
{
    ReceiverAnswer answer = problemAnswer(503, QString(errorCodeText(error.code)), errorSentence(error));
    answer.fields.emplace_back("Retry-After", "5");
    return answer;
}

// Types that no format here reads; anything else is told by its content.
bool isForeignType(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArray type = (end < 0 ? contentType : contentType.left(end)).trimmed().toLower();
    for (const char *family : {"multipart/", "image/", "audio/", "video/", "font/", "model/"}) {
        if (type.startsWith(family))
            return true;
    }
    for (const char *foreign :
         {"text/xml", "text/html", "application/xml", "application/pdf", "application/zip", "application/gzip",
          "application/x-protobuf", "application/protobuf", "application/grpc", "application/msgpack",
          "application/x-msgpack", "application/cbor"}) {
        if (type == foreign)
            return true;
    }
    return type.endsWith("+xml");
}

WebhookSignature::Kind signatureKind(const QString &name)
{
    using Kind = WebhookSignature::Kind;
    return name == u"standard" ? Kind::Standard
           : name == u"stripe" ? Kind::Stripe
           : name == u"hex"    ? Kind::Hex
           : name == u"base64" ? Kind::Base64
                               : Kind::None;
}

class WebhookSource final : public Source {
public:
    WebhookSource(std::shared_ptr<Receiver> receiver, const QJsonObject &config, const QString &node)
        : m_receiver(std::move(receiver))
        , m_config(config)
        , m_state(QStringLiteral("cursor/") + node)
        , m_sample(QStringLiteral("sample/") + node)
    {
    }
    ~WebhookSource() override
    {
        WebhookSource::abandon();
        m_taken.clear();
    }
    WebhookSource(const WebhookSource &) = delete;
    WebhookSource &operator=(const WebhookSource &) = delete;

    Result<> listen(RunContext &context, std::function<void()> ready) override
    {
        WebhookSignature signature;
        signature.kind = signatureKind(m_config.text(key("signature")));
        if (signature.kind != WebhookSignature::Kind::None) {
            const Result<QByteArray> secret = context.secrets.secret(m_config.secret(key("signing_secret")));
            if (!secret)
                return fail(secret.error());
            signature.key = webhookKey(signature.kind, *secret);
            signature.header = headerName(signature.kind);
            signature.tolerance = m_config.duration(key("tolerance"));
        }
        m_inbox = std::make_shared<WebhookInbox>(signature, context.clock, std::move(ready));
        ReceiverRoute route;
        route.port = static_cast<quint16>(m_config.integer(key("port")));
        route.path = "/hooks/" + m_config.text(key("token")).toLatin1();
        route.bodyBytes = m_config.bytes(key("max_bytes"));
        route.admit = [signature](const ReceivedRequest &head) -> std::optional<ReceiverAnswer> {
            if (!carriesSignature(signature, head))
                return problemAnswer(401, QStringLiteral("webhook.signature"),
                                     QStringLiteral("The signature is missing."));
            if (isForeignType(head.field("content-type")))
                return problemAnswer(415, QStringLiteral("webhook.type"),
                                     QStringLiteral("Send JSON, NDJSON, CSV or a form."));
            return std::nullopt;
        };
        route.take = [inbox = m_inbox](ReceivedRequest request, ReceiverReply reply) {
            inbox->take(std::move(request), std::move(reply));
        };
        auto listening = m_receiver->listen(route);
        if (!listening)
            return fail(listening.error());
        const std::lock_guard lock(m_mutex);
        m_listening = std::move(*listening);
        return {};
    }

    Result<> read(RunContext &context, SourceOutput &out) override
    {
        if (context.mode == RunMode::Sample)
            return readSample(context, out);
        if (!m_inbox) // a single run, as the command line makes: nobody listens
            return {};
        if (!m_deliveriesLoaded)
            m_deliveries.load(context.state, m_state);
        m_deliveriesLoaded = true;
        for (WaitingRequest &waiting : m_inbox->next(kRunRequests, kRunBytes)) {
            const std::lock_guard lock(m_mutex);
            m_owed.push_back(waiting.reply);
            m_taken.push_back({std::move(waiting), {}});
        }
        for (Open &open : m_taken) {
            if (Result<> handed = handOn(context, out, open); !handed)
                return handed;
        }
        m_deliveries.save(context.newState, m_state);
        return {};
    }

    void committed() override
    {
        for (const Open &open : m_taken)
            open.waiting.reply.send(open.answer);
        settled();
    }

    void failed(const Error &error) override
    {
        m_deliveriesLoaded = false; // what is committed counts
        for (const Open &open : m_taken)
            open.waiting.reply.send(notTaken(error));
        settled();
    }

    void abandon() override
    {
        const std::lock_guard lock(m_mutex);
        m_listening.reset();
        for (const ReceiverReply &reply : m_owed)
            reply.send(notTaken(Error{ErrorCode::Cancelled, {}, {}}));
        m_owed.clear();
        if (m_inbox)
            m_inbox->close();
    }

private:
    struct Open {
        WaitingRequest waiting;
        ReceiverAnswer answer; // once its rows are durable
    };

    QByteArray headerName(WebhookSignature::Kind kind) const
    {
        const QByteArray own = m_config.text(key("signature_header")).trimmed().toLower().toLatin1();
        if (!own.isEmpty())
            return own;
        return kind == WebhookSignature::Kind::Stripe ? "stripe-signature"
               : kind == WebhookSignature::Kind::Hex  ? "x-hub-signature-256"
                                                      : "x-shopify-hmac-sha256";
    }

    QByteArray deliveryId(const ReceivedRequest &request) const
    {
        const QString where = m_config.text(key("delivery_id")).trimmed();
        if (where.startsWith(u'$'))
            return bodyValue(request.body, where).value_or(QString()).toUtf8();
        return request.field(where.toLower().toLatin1());
    }

    Result<> handOn(RunContext &context, SourceOutput &out, Open &open)
    {
        const ReceivedRequest &request = open.waiting.request;
        const QByteArray id = deliveryId(request);
        const bool known = (!id.isEmpty() && m_deliveries.contains("id:" + id)) ||
                           (!open.waiting.proof.isEmpty() && m_deliveries.contains("proof:" + open.waiting.proof));
        if (known) {
            open.answer = doneBefore();
            return {};
        }
        const QByteArray type = request.field("content-type");
        const auto taken = out.document(request.body, QStringLiteral("request"), type);
        if (!taken)
            return fail(taken.error());
        if (taken->refused) {
            open.answer =
                problemAnswer(422, QString(errorCodeText(taken->refused->code)), errorSentence(*taken->refused));
            return {};
        }
        open.answer = done(*taken);
        if (!id.isEmpty())
            m_deliveries.add("id:" + id);
        if (!open.waiting.proof.isEmpty())
            m_deliveries.add("proof:" + open.waiting.proof);
        keepSample(context, request.body, type);
        return {};
    }

    // "time type\nbody": what previews show.
    void keepSample(RunContext &context, const QByteArray &body, const QByteArray &type) const
    {
        const auto kept = context.state.find(m_sample);
        const qint64 now = toMs(context.clock.now());
        const qint64 before =
            kept == context.state.end() ? 0 : kept->second.left(kept->second.indexOf(' ')).toLongLong();
        if (body.size() <= kSampleBytes && !body.trimmed().isEmpty() && now - before > kSampleAge)
            context.newState[m_sample] = QByteArray::number(now) + ' ' + type + '\n' + body;
    }

    Result<> readSample(RunContext &context, SourceOutput &out) const
    {
        const QByteArray example = m_config.text(key("example")).toUtf8();
        if (!example.trimmed().isEmpty())
            return out.bytes(example, true, QStringLiteral("request"), {});
        const auto kept = context.state.find(m_sample);
        if (kept == context.state.end())
            return fail(ErrorCode::NothingReceived);
        const qsizetype line = kept->second.indexOf('\n');
        const QByteArray head = kept->second.left(line);
        return out.bytes(kept->second.mid(line + 1), true, QStringLiteral("request"), head.mid(head.indexOf(' ') + 1));
    }

    void settled()
    {
        m_taken.clear();
        const std::lock_guard lock(m_mutex);
        m_owed.clear();
        if (m_inbox)
            m_inbox->askAgain();
    }

    std::shared_ptr<Receiver> m_receiver;
    ConfigReader m_config;
    QString m_state;
    QString m_sample;
    std::shared_ptr<WebhookInbox> m_inbox;
    std::unique_ptr<Receiver::Listening> m_listening;
    TakenDeliveries m_deliveries;
    bool m_deliveriesLoaded = false;
    std::vector<Open> m_taken; // by the run under way
    std::mutex m_mutex;        // guards what abandon() ends from another thread
    std::vector<ReceiverReply> m_owed;
};

void addSignature(Parameters &all)
{
    Parameter kind = declare("signature", ParameterKind::Choice, QT_TRANSLATE_NOOP("Parameter", "Signed by the sender"),
                             QT_TRANSLATE_NOOP("Parameter", "Requests with a wrong signature are refused."));
    kind.defaultValue = QStringLiteral("none");
    kind.choices = {{QStringLiteral("none"), QT_TRANSLATE_NOOP("Parameter", "No")},
                    {QStringLiteral("standard"), QT_TRANSLATE_NOOP("Parameter", "Standard Webhooks")},
                    {QStringLiteral("stripe"), QT_TRANSLATE_NOOP("Parameter", "As Stripe does")},
                    {QStringLiteral("hex"), QT_TRANSLATE_NOOP("Parameter", "HMAC-SHA256, hexadecimal (GitHub)")},
                    {QStringLiteral("base64"), QT_TRANSLATE_NOOP("Parameter", "HMAC-SHA256, base64 (Shopify)")}};
    Parameter secret =
        declare("signing_secret", ParameterKind::Secret, QT_TRANSLATE_NOOP("Parameter", "Signing secret"),
                QT_TRANSLATE_NOOP("Parameter", "A changed secret counts when the pipeline starts again."));
    secret.required = true;
    secret.showWhen = QStringLiteral("signature=standard|stripe|hex|base64");
    Parameter header =
        declare("signature_header", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Header of the signature"),
                QT_TRANSLATE_NOOP("Parameter", "Empty: the one Stripe, GitHub or Shopify uses."));
    header.showWhen = QStringLiteral("signature=stripe|hex|base64");
    header.advanced = true;
    Parameter tolerance =
        declare("tolerance", ParameterKind::Duration, QT_TRANSLATE_NOOP("Parameter", "Oldest signed time"),
                QT_TRANSLATE_NOOP("Parameter", "An older request may be a replay and is refused."));
    tolerance.defaultValue = QStringLiteral("5m");
    tolerance.minimum = 1'000;
    tolerance.maximum = 86'400'000;
    tolerance.showWhen = QStringLiteral("signature=standard|stripe");
    tolerance.advanced = true;
    all.insert(all.end(), {kind, secret, header, tolerance});
}

} // namespace

SourceType webhookSource()
{
    SourceType type;
    type.type = "webhook";
    type.label = QT_TRANSLATE_NOOP("Engine", "Webhook");
    type.icon = "webhook";
    type.help = QT_TRANSLATE_NOOP("Engine", "Rows that other programs send to an address of this computer.");
    Parameter token = declare(
        "token", ParameterKind::Address, QT_TRANSLATE_NOOP("Parameter", "Address"),
        QT_TRANSLATE_NOOP("Parameter", "Who knows it can send rows from this computer. Try it: curl --data-binary "
                                       "'{\"value\": 21.5}' ADDRESS"));
    token.required = true;
    token.pattern = QStringLiteral("http://127.0.0.1:{port}/hooks/{token}");
    Parameter example =
        declare("example", ParameterKind::LongText, QT_TRANSLATE_NOOP("Parameter", "Example"),
                QT_TRANSLATE_NOOP("Parameter", "A body as it will come, shown until the first request arrives."));
    Parameter delivery = declare(
        "delivery_id", ParameterKind::Text, QT_TRANSLATE_NOOP("Parameter", "Delivery id"),
        QT_TRANSLATE_NOOP("Parameter", "A header or a path in the body ($.id); the same id is taken once only."));
    delivery.defaultValue = QStringLiteral("webhook-id");
    Parameter port = declare("port", ParameterKind::Integer, QT_TRANSLATE_NOOP("Parameter", "Port"),
                             QT_TRANSLATE_NOOP("Parameter", "Pipelines may share one."));
    port.defaultValue = 4017;
    port.minimum = 1024;
    port.maximum = 65'535;
    port.advanced = true;
    Parameter size =
        declare("max_bytes", ParameterKind::Bytes, QT_TRANSLATE_NOOP("Parameter", "Size of a request at most"));
    size.defaultValue = QStringLiteral("1 MiB");
    size.minimum = 1;
    size.maximum = 16.0 * 1024 * 1024;
    size.advanced = true;
    type.parameters = {token, example};
    addSignature(type.parameters);
    type.parameters.insert(type.parameters.end(), {delivery, port, size});
    type.listens = true;
    type.pushes = true;
    // One receiver for all webhooks of a registry: they may share ports and share its thread.
    type.create = [receiver = std::make_shared<Receiver>()](const QJsonObject &config,
                                                            const QString &node) -> Result<std::unique_ptr<Source>> {
        return std::make_unique<WebhookSource>(receiver, config, node);
    };
    return type;
}

} // namespace dash
