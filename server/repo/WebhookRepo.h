// Receivers of webhooks and what was sent to them, in the database.
#pragma once

#include "core/api/WebhookDtos.h"
#include "server/db/Transaction.h"
#include "server/repo/ApplicationRepo.h"

namespace countersign {

/// A receiver with what only the sender needs to know.
struct Webhook {
    api::WebhookInfo info;
    int secretGeneration = 1;
};

struct Subscription {
    WebhookId webhook;
    QList<WebhookEvent> events;
};

struct DeliveryDraft {
    DeliveryId id;
    WebhookId webhook;
    WebhookEvent event;
    QByteArray body;
};

struct WaitingDelivery {
    WebhookId webhook;
    WebhookEvent event = WebhookEvent::Test;
    QByteArray body;
    QString url;
    bool enabled = true;
    int secretGeneration = 1;
    std::optional<Instant> oldSecretUntil;
};

/// How one attempt went.
struct DeliveryAttempt {
    DeliveryState state = DeliveryState::Waiting; ///< of the delivery from now on
    std::optional<int> statusCode;
    std::optional<QString> failure; ///< a stable code
    std::optional<int> durationMs;
};

class WebhookRepo {
public:
    WebhookRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<QList<Webhook>> all();
    Result<std::optional<Webhook>> get(WebhookId id);
    Result<std::optional<Webhook>> lock(WebhookId id); ///< until the transaction ends
    Result<void> insert(const Webhook &webhook, UserId createdBy);
    Result<void> update(const Webhook &webhook);
    Result<void> remove(WebhookId id); ///< with its log

    /// Of those that are switched on; none of them can be removed until the transaction ends.
    Result<QList<Subscription>> subscriptions();
    Result<void> recordSuccess(WebhookId id);
    /// Nothing when it was switched off, or removed, meanwhile.
    Result<std::optional<WebhookHealth>> recordFailure(WebhookId id, Instant now);
    Result<void> disable(WebhookId id, const char *reason);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

class DeliveryRepo {
public:
    DeliveryRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insertMany(const QList<DeliveryDraft> &deliveries, Instant now);
    Result<QList<api::DeliveryInfo>> list(WebhookId webhook, const api::DeliveryQuery &query,
                                          const std::optional<PageStart> &start);
    Result<qint64> count(WebhookId webhook, int cap);
    Result<std::optional<api::DeliveryInfo>> get(WebhookId webhook, DeliveryId id);
    Result<void> sendAgain(DeliveryId id);
    Result<std::optional<WaitingDelivery>> waiting(DeliveryId id); ///< nothing when it is gone or was delivered
    Result<void> record(DeliveryId id, const DeliveryAttempt &attempt, Instant now);
    Result<int> purge(Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
