// How receivers of webhooks know who speaks: the signature of Standard Webhooks (symmetric, `v1`).
#pragma once

#include "core/base/Instant.h"

#include <QByteArray>
#include <QList>

namespace countersign {

struct SignedMessage {
    QByteArray id;
    Instant time;
    QByteArray body;
};

/// `v1,` and the base64 of HMAC-SHA256 over `id.seconds.body`.
QByteArray webhookSignature(const QByteArray &secret, const SignedMessage &message);
/// One signature for each secret, apart by spaces: while secrets change, a receiver may know either.
QByteArray webhookSignatures(const QList<QByteArray> &secrets, const SignedMessage &message);

/// Seconds since 1970, as the header `webhook-timestamp` says it.
QByteArray webhookTimestamp(Instant time);

/// `whsec_` and base64, as receivers' libraries take it.
QByteArray webhookSecretText(const QByteArray &secret);

} // namespace countersign
