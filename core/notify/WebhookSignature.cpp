#include "core/notify/WebhookSignature.h"

#include <QMessageAuthenticationCode>

namespace countersign {

QByteArray webhookTimestamp(Instant time)
{
    return QByteArray::number(qint64(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count()));
}

QByteArray webhookSignature(const QByteArray &secret, const SignedMessage &message)
{
    const QByteArray text = message.id + '.' + webhookTimestamp(message.time) + '.' + message.body;
    return "v1," + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64();
}

QByteArray webhookSignatures(const QList<QByteArray> &secrets, const SignedMessage &message)
{
    QByteArrayList signatures;
    for (const QByteArray &secret : secrets)
        signatures.append(webhookSignature(secret, message));
    return signatures.join(' ');
}

QByteArray webhookSecretText(const QByteArray &secret)
{
    return "whsec_" + secret.toBase64();
}

} // namespace countersign
