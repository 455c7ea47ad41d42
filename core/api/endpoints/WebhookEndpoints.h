// Receivers of webhooks.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/WebhookDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<WebhookCreate, WebhookCreated> createWebhook{
    Post, "/admin/webhooks", Permission::ConfigManage, "Add a receiver of events; its secret is shown once",
    201,  kDefaultBodyLimit, Repeat::IsRefused};
inline constexpr Endpoint<Nothing, Page<WebhookInfo>> listWebhooks{Get, "/admin/webhooks", Permission::ConfigManage,
                                                                   "Receivers of events, oldest first"};
inline constexpr Endpoint<Nothing, WebhookInfo> getWebhook{Get, "/admin/webhooks/{id}", Permission::ConfigManage,
                                                           "A receiver of events and how it fares"};
inline constexpr auto updateWebhook =
    Endpoint<WebhookPatch, WebhookInfo>{Patch, "/admin/webhooks/{id}", Permission::ConfigManage,
                                        "Change address or events of a receiver, switch it off or on again"}
        .needingVersion();
inline constexpr auto removeWebhook =
    Endpoint<Nothing, Nothing>{Delete, "/admin/webhooks/{id}", Permission::ConfigManage,
                               "Remove a receiver and its log", 204}
        .needingVersion();
inline constexpr auto rotateWebhookSecret =
    Endpoint<Nothing, WebhookSecret>{Post, "/admin/webhooks/{id}/secret", Permission::ConfigManage,
                                     "Make a new secret; the old one signs as well for 24 hours"}
        .needingVersion();
inline constexpr Endpoint<Nothing, DeliveryInfo> testWebhook{Post, "/admin/webhooks/{id}/test",
                                                             Permission::ConfigManage,
                                                             "Send a message of type test; the log says how it went"};
inline constexpr Endpoint<Nothing, Page<DeliveryInfo>, DeliveryQuery> listDeliveries{
    Get, "/admin/webhooks/{id}/deliveries", Permission::ConfigManage,
    "What was sent in the last 30 days, newest first"};
inline constexpr Endpoint<Nothing, DeliveryInfo> resendDelivery{
    Post, "/admin/webhooks/{id}/deliveries/{delivery_id}/resend", Permission::ConfigManage,
    "Send a message again, under the same webhook-id"};

inline constexpr auto kWebhookEndpoints =
    std::tuple{&createWebhook,       &listWebhooks, &getWebhook,     &updateWebhook, &removeWebhook,
               &rotateWebhookSecret, &testWebhook,  &listDeliveries, &resendDelivery};

} // namespace countersign::api
