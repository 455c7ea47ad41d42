// Administers the receivers of webhooks.
#pragma once

#include "core/api/WebhookDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class WebhookService {
public:
    WebhookService(const ServiceContext &context, bool allowsHttp) : m_context(context), m_allowsHttp(allowsHttp) {}

    /// The only answer that carries the first secret. Invalid for an address that is none or not https; Conflict
    /// (`too_many_webhooks`).
    Result<api::WebhookCreated> create(const Actor &actor, const api::WebhookCreate &request) const;
    Result<Page<api::WebhookInfo>> list(const Actor &actor) const;
    Result<api::WebhookInfo> get(const Actor &actor, WebhookId id) const;
    /// Conflict (`stale_version`). What is switched on again begins with a clean sheet.
    Result<api::WebhookInfo> update(const Actor &actor, WebhookId id, const api::WebhookPatch &request,
                                    int version) const;
    Result<void> remove(const Actor &actor, WebhookId id, int version) const;
    /// The old secret signs beside the new one for a day.
    Result<api::WebhookSecret> rotateSecret(const Actor &actor, WebhookId id, int version) const;

    /// Also to a receiver that is switched off.
    Result<api::DeliveryInfo> sendTest(const Actor &actor, WebhookId id) const;
    Result<Page<api::DeliveryInfo>> deliveries(const Actor &actor, WebhookId id, const api::DeliveryQuery &query) const;
    Result<api::DeliveryInfo> resend(const Actor &actor, WebhookId id, DeliveryId delivery) const;

private:
    const ServiceContext &m_context;
    const bool m_allowsHttp;
};

} // namespace countersign
