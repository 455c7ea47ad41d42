// Receivers of webhooks and the log of what was sent to them, on the wire.
#pragma once

#include "core/api/PageDtos.h"
#include "core/notify/NoticeId.h"
#include "core/notify/WebhookEvents.h"
#include "core/notify/WebhookRules.h"

namespace countersign {

enum class DeliveryState { Waiting, Delivered, Failed };

template <>
inline constexpr auto enumTexts<DeliveryState> = std::array{
    EnumText{DeliveryState::Waiting, "waiting"},
    EnumText{DeliveryState::Delivered, "delivered"},
    EnumText{DeliveryState::Failed, "failed"},
};

} // namespace countersign

namespace countersign::api {

struct WebhookInfo {
    WebhookId id;
    QString url;
    QList<WebhookEvent> events;
    bool enabled = true;
    std::optional<QString> disabledReason; ///< a stable code
    std::optional<Instant> oldSecretUntil;
    int failures = 0; ///< attempts in a row
    std::optional<Instant> failingSince;
    Instant createdAt;
    int version = 1;
};

struct WebhookCreate {
    QString url;
    QList<WebhookEvent> events;
};

struct WebhookCreated {
    WebhookId id;
    QString secret;
    Instant createdAt;
    int version = 1;
};

struct WebhookPatch {
    std::optional<QString> url;
    std::optional<QList<WebhookEvent>> events;
    std::optional<bool> enabled;
};

struct WebhookSecret {
    QString secret;
    Instant oldSecretUntil;
    int version = 1;
};

struct DeliveryInfo {
    DeliveryId id;
    WebhookEvent event = WebhookEvent::Test;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    std::optional<int> statusCode;
    std::optional<QString> failure; ///< of the last attempt, a stable code
    std::optional<int> durationMs;
    Instant createdAt;
    std::optional<Instant> lastAttemptAt;
};

struct DeliveryQuery {
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

} // namespace countersign::api

namespace countersign {

inline constexpr Rule kWebhookUrlRule = rule::text(1, kMaxWebhookUrl);
inline constexpr Rule kWebhookEventsRule = rule::items(1, int(enumTexts<WebhookEvent>.size()));

template <>
inline constexpr auto fieldsOf<api::WebhookInfo> =
    record("WebhookInfo", field("id", &api::WebhookInfo::id), field("url", &api::WebhookInfo::url),
           field("events", &api::WebhookInfo::events), field("enabled", &api::WebhookInfo::enabled),
           field("disabled_reason", &api::WebhookInfo::disabledReason, "by_administrator, failing or gone"),
           field("old_secret_until", &api::WebhookInfo::oldSecretUntil, "until then messages carry two signatures"),
           field("failures", &api::WebhookInfo::failures, "attempts in a row"),
           field("failing_since", &api::WebhookInfo::failingSince), field("created_at", &api::WebhookInfo::createdAt),
           field("version", &api::WebhookInfo::version));

template <>
inline constexpr auto fieldsOf<api::WebhookCreate> =
    record("WebhookCreate", field("url", &api::WebhookCreate::url, kWebhookUrlRule, "https://"),
           field("events", &api::WebhookCreate::events, kWebhookEventsRule));

template <>
inline constexpr auto fieldsOf<api::WebhookCreated> = record("WebhookCreated", field("id", &api::WebhookCreated::id),
                                                             field("secret", &api::WebhookCreated::secret,
                                                                   "verifies signatures; shown here and never again"),
                                                             field("created_at", &api::WebhookCreated::createdAt),
                                                             field("version", &api::WebhookCreated::version));

template <>
inline constexpr auto fieldsOf<api::WebhookPatch> = record(
    "WebhookPatch", field("url", &api::WebhookPatch::url, kWebhookUrlRule),
    field("events", &api::WebhookPatch::events, kWebhookEventsRule), field("enabled", &api::WebhookPatch::enabled));

template <>
inline constexpr auto fieldsOf<api::WebhookSecret> =
    record("WebhookSecret", field("secret", &api::WebhookSecret::secret, "shown here and never again"),
           field("old_secret_until", &api::WebhookSecret::oldSecretUntil, "until then messages carry two signatures"),
           field("version", &api::WebhookSecret::version));

template <>
inline constexpr auto fieldsOf<api::DeliveryInfo> =
    record("DeliveryInfo", field("id", &api::DeliveryInfo::id, "the header webhook-id"),
           field("event", &api::DeliveryInfo::event), field("state", &api::DeliveryInfo::state),
           field("attempts", &api::DeliveryInfo::attempts),
           field("status_code", &api::DeliveryInfo::statusCode, "of the last answer"),
           field("failure", &api::DeliveryInfo::failure, "of the last attempt, a stable code"),
           field("duration_ms", &api::DeliveryInfo::durationMs), field("created_at", &api::DeliveryInfo::createdAt),
           field("last_attempt_at", &api::DeliveryInfo::lastAttemptAt));

template <>
inline constexpr auto fieldsOf<api::DeliveryQuery> =
    record("DeliveryQuery", field("page", &api::DeliveryQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
           field("page_size", &api::DeliveryQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
           field("cursor", &api::DeliveryQuery::cursor, rule::text(1, 500)));

} // namespace countersign
