// A request as the receiver of webhooks in tests/support/servers has reported it.
#pragma once

#include "core/notify/WebhookSignature.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace countersign {

struct ReceivedRequest {
    QJsonObject report;

    QString body() const { return report.value(QLatin1String("body")).toString(); }
    QJsonObject json() const { return QJsonDocument::fromJson(body().toUtf8()).object(); }
    QString type() const { return json().value(QLatin1String("type")).toString(); }
    QString member(const char *name) const
    {
        return json().value(QLatin1String("data"))[QLatin1String(name)].toString();
    }
    QString header(const char *name) const
    {
        return report.value(QLatin1String("headers")).toObject().value(QLatin1String(name)).toString();
    }
    /// As a receiver's library does it: of the headers, the body and the secret that was shown.
    QString expectedSignature(const QString &secret) const
    {
        const QByteArray key = QByteArray::fromBase64(secret.mid(6).toLatin1());
        const Instant time(std::chrono::seconds(header("webhook-timestamp").toLongLong()));
        return QString::fromLatin1(webhookSignature(key, {header("webhook-id").toLatin1(), time, body().toUtf8()}));
    }
};

} // namespace countersign
