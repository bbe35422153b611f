#include "core/engine/sources/webhook_signature.h"

#include <QList>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace dash {

namespace {

// In the same time wherever they differ.
bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
    return difference == 0;
}

QByteArray hmac(const WebhookSignature &rule, const QByteArray &signedText)
{
    return QMessageAuthenticationCode::hash(signedText, rule.key, QCryptographicHash::Sha256);
}

SignatureVerdict refused(const char *why)
{
    return {QString::fromLatin1(why), {}};
}

bool isNear(const QByteArray &seconds, const WebhookSignature &rule, UtcMs now)
{
    bool number = false;
    const qint64 at = seconds.toLongLong(&number);
    constexpr qint64 kFarthest = 100'000'000'000;
    return number && at > 0 && at < kFarthest && std::abs(at * 1'000 - toMs(now)) <= rule.tolerance.count();
}

SignatureVerdict checkStandard(const WebhookSignature &rule, const ReceivedRequest &request, UtcMs now)
{
    const QByteArray id = request.field("webhook-id");
    const QByteArray time = request.field("webhook-timestamp");
    const QByteArray expected = hmac(rule, id + '.' + time + '.' + request.body).toBase64();
    bool fits = false; // during the change of a secret there are several
    for (const QByteArray &entry : request.field("webhook-signature").split(' '))
        fits = (entry.startsWith("v1,") && sameBytes(entry.mid(3), expected)) || fits;
    if (!fits)
        return refused("The signature does not fit.");
    return isNear(time, rule, now) ? SignatureVerdict{{}, expected} : refused("The signed time is too far from now.");
}

SignatureVerdict checkStripe(const WebhookSignature &rule, const ReceivedRequest &request, UtcMs now)
{
    QByteArray time;
    std::vector<QByteArray> given;
    for (const QByteArray &entry : request.field(rule.header).split(',')) {
        const QByteArray part = entry.trimmed();
        if (part.startsWith("t="))
            time = part.mid(2);
        else if (part.startsWith("v1="))
            given.push_back(part.mid(3).toLower());
    }
    const QByteArray expected = hmac(rule, time + '.' + request.body).toHex();
    bool fits = false;
    for (const QByteArray &entry : given)
        fits = sameBytes(entry, expected) || fits;
    if (!fits)
        return refused("The signature does not fit.");
    return isNear(time, rule, now) ? SignatureVerdict{{}, expected} : refused("The signed time is too far from now.");
}

} // namespace

QByteArray webhookKey(WebhookSignature::Kind kind, const QByteArray &secret)
{
    const QByteArray trimmed = secret.trimmed();
    const QByteArray prefix("whsec_");
    if (kind == WebhookSignature::Kind::Standard && trimmed.startsWith(prefix))
        return QByteArray::fromBase64(trimmed.mid(prefix.size()));
    return trimmed;
}

bool carriesSignature(const WebhookSignature &rule, const ReceivedRequest &head)
{
    switch (rule.kind) {
    case WebhookSignature::Kind::None:
        return true;
    case WebhookSignature::Kind::Standard:
        return !head.field("webhook-id").isEmpty() && !head.field("webhook-timestamp").isEmpty() &&
               !head.field("webhook-signature").isEmpty();
    default:
        return !head.field(rule.header).isEmpty();
    }
}

SignatureVerdict checkSignature(const WebhookSignature &rule, const ReceivedRequest &request, UtcMs now)
{
    if (!carriesSignature(rule, request))
        return refused("The signature is missing.");
    const auto fits = [](bool yes) { return yes ? SignatureVerdict{} : refused("The signature does not fit."); };
    switch (rule.kind) {
    case WebhookSignature::Kind::None:
        return {};
    case WebhookSignature::Kind::Standard:
        return checkStandard(rule, request, now);
    case WebhookSignature::Kind::Stripe:
        return checkStripe(rule, request, now);
    case WebhookSignature::Kind::Hex: {
        const QByteArray given = request.field(rule.header).toLower();
        return fits(sameBytes(given.startsWith("sha256=") ? given.mid(7) : given, hmac(rule, request.body).toHex()));
    }
    case WebhookSignature::Kind::Base64:
        return fits(sameBytes(request.field(rule.header), hmac(rule, request.body).toBase64()));
    }
    return refused("The signature is missing.");
}

} // namespace dash
