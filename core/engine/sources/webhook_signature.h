#pragma once
// Proof that a received request comes from who knows the signing secret, in the four ways senders sign.

#include "core/base/time.h"
#include "core/engine/receiver/request_parser.h"

#include <QString>

namespace dash {

struct WebhookSignature {
    enum class Kind {
        None,
        Standard, // standardwebhooks.com 1.0: webhook-id, webhook-timestamp, webhook-signature
        Stripe,   // "t=…,v1=…" over "t.body" (docs.stripe.com/webhooks)
        Hex,      // hexadecimal HMAC-SHA256 of the body, "sha256=" before it or not
        Base64,   // the same in base64
    } kind = Kind::None;
    QByteArray header;         // lower case; where Stripe, Hex and Base64 find it
    QByteArray key;            // as HMAC takes it, see webhookKey()
    Millis tolerance{300'000}; // of the signed time, both ways
};

// The bytes of a secret as HMAC takes them: “whsec_…” of Standard Webhooks is base64, any other is its own bytes.
QByteArray webhookKey(WebhookSignature::Kind kind, const QByteArray &secret);
// Whether the fields that carry the signature are there, to refuse before a body is read.
bool carriesSignature(const WebhookSignature &rule, const ReceivedRequest &head);

struct SignatureVerdict {
    QString problem;  // empty: signed by who knows the key
    QByteArray proof; // what was signed with its time, to know a replay by; empty for kinds that sign no time
};
SignatureVerdict checkSignature(const WebhookSignature &rule, const ReceivedRequest &request, UtcMs now);

} // namespace dash
