// What an administrator may enter as a webhook, and when a receiver that fails is given up.
#pragma once

#include "core/base/Error.h"
#include "core/base/Instant.h"

#include <optional>

namespace countersign {

inline constexpr int kMaxWebhooks = 20;                 ///< of one tenant
inline constexpr int kMaxWebhookUrl = 500;              ///< characters
inline constexpr int kWebhookGoneStatus = 410;          ///< the receiver asks to be left alone
inline constexpr std::chrono::hours kOldSecretLife{24}; ///< both secrets sign while receivers change over
inline constexpr std::chrono::days kDeliveryLife{30};   ///< the log of deliveries

/// https with a host, without a name and password, without a fragment; http as well where the installation allows it. Which
/// addresses are reached is looked at when the connection is made, not here: names may change.
QList<FieldError> webhookUrlFaults(const QString &url, bool allowsHttp);

struct WebhookHealth {
    int failures = 0;                    ///< attempts in a row
    std::optional<Instant> failingSince; ///< the first of them
};

/// Not before a day has passed without one success: a receiver may be rebuilt over a weekend's night.
bool isGivenUp(const WebhookHealth &health, Instant now);

} // namespace countersign
