// Webhooks by HTTP, to nothing but public addresses and those that the operator has named.
#pragma once

#include "core/notify/PublicAddress.h"
#include "server/notify/WebhookSender.h"

#include <chrono>
#include <optional>

namespace countersign {

struct WebhookSettings {
    bool allowsHttp = false;
    QList<Network> allowed; ///< beside the public addresses
    QString caFile;         ///< empty: the system's
    std::chrono::milliseconds timeout{10'000};
};

/// `10.0.0.0/8`, `fd00::/8`, or one address.
std::optional<Network> parseNetwork(const QString &text);

/// The address is looked at when the socket is opened, so that a name which means something else by then is no way in.
/// Redirections are not followed; no proxy is used; what is answered is thrown away, and not read past 64 KiB.
class CurlWebhookSender final : public WebhookSender {
public:
    explicit CurlWebhookSender(WebhookSettings settings) : m_settings(std::move(settings)) {}

    Result<WebhookAnswer> post(const WebhookRequest &request) const override;

private:
    const WebhookSettings m_settings;
};

} // namespace countersign
