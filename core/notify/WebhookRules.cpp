#include "core/notify/WebhookRules.h"

#include <QUrl>

namespace countersign {

namespace {

constexpr int kFailuresUntilGivenUp = 10;
constexpr std::chrono::hours kFailingUntilGivenUp{24};

FieldError fault(const char *code, const char *message)
{
    return {QStringLiteral("url"), QLatin1String(code), QLatin1String(message)};
}

} // namespace

QList<FieldError> webhookUrlFaults(const QString &url, bool allowsHttp)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty() || parsed.port(1) < 1)
        return {fault("not_a_url", "must be an address such as https://bank.example/hooks")};
    QList<FieldError> faults;
    if (parsed.scheme() != QLatin1String("https") && !(allowsHttp && parsed.scheme() == QLatin1String("http")))
        faults.append(fault("must_be_https", "must begin with https://"));
    if (!parsed.userInfo().isEmpty())
        faults.append(fault("has_credentials", "must not carry a user or a password: messages are signed"));
    if (parsed.hasFragment())
        faults.append(fault("has_fragment", "must have no fragment"));
    return faults;
}

bool isGivenUp(const WebhookHealth &health, Instant now)
{
    return health.failures >= kFailuresUntilGivenUp && health.failingSince
        && now - *health.failingSince >= kFailingUntilGivenUp;
}

} // namespace countersign
