#include "server/http/handlers/NoticeHandlers.h"

#include "core/api/endpoints/NoticeEndpoints.h"
#include "core/api/endpoints/WebhookEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/NoticeService.h"
#include "server/service/WebhookService.h"

namespace countersign {

void bindNotices(RouteTable &routes, const NoticeService &notices)
{
    routes.bind<api::listNotices>(
        [&](const Call &call, const api::NoticeQuery &query) { return notices.list(call.actor(), query); });
    routes.bind<api::readNotice>([&](const Call &call) -> Result<> {
        const auto id = call.id<NoticeId>();
        return id ? notices.read(call.actor(), *id) : Result<>(id.error());
    });
    routes.bind<api::readNotices>(
        [&](const Call &call, const api::NoticesRead &body) { return notices.readAll(call.actor(), body); });
    routes.bind<api::getNoticePreferences>([&](const Call &call) { return notices.preferences(call.actor()); });
    routes.bind<api::setNoticePreferences>([&](const Call &call, const api::NoticePreferencesUpdate &body) {
        return notices.setPreferences(call.actor(), body);
    });
}

void bindWebhooks(RouteTable &routes, const WebhookService &webhooks)
{
    routes.bind<api::createWebhook>(
        [&](const Call &call, const api::WebhookCreate &body) { return webhooks.create(call.actor(), body); });
    routes.bind<api::listWebhooks>([&](const Call &call) { return webhooks.list(call.actor()); });
    routes.bind<api::getWebhook>([&](const Call &call) -> Result<api::WebhookInfo> {
        const auto id = call.id<WebhookId>();
        return id ? webhooks.get(call.actor(), *id) : Result<api::WebhookInfo>(id.error());
    });
    routes.bind<api::updateWebhook>([&](const Call &call, const api::WebhookPatch &body) -> Result<api::WebhookInfo> {
        const auto id = call.id<WebhookId>();
        return id ? webhooks.update(call.actor(), *id, body, *call.version) : Result<api::WebhookInfo>(id.error());
    });
    routes.bind<api::removeWebhook>([&](const Call &call) -> Result<> {
        const auto id = call.id<WebhookId>();
        return id ? webhooks.remove(call.actor(), *id, *call.version) : Result<>(id.error());
    });
    routes.bind<api::rotateWebhookSecret>([&](const Call &call) -> Result<api::WebhookSecret> {
        const auto id = call.id<WebhookId>();
        return id ? webhooks.rotateSecret(call.actor(), *id, *call.version) : Result<api::WebhookSecret>(id.error());
    });
    routes.bind<api::testWebhook>([&](const Call &call) -> Result<api::DeliveryInfo> {
        const auto id = call.id<WebhookId>();
        return id ? webhooks.sendTest(call.actor(), *id) : Result<api::DeliveryInfo>(id.error());
    });
    using Deliveries = Result<Page<api::DeliveryInfo>>;
    routes.bind<api::listDeliveries>([&](const Call &call, const api::DeliveryQuery &query) -> Deliveries {
        const auto id = call.id<WebhookId>();
        return id ? webhooks.deliveries(call.actor(), *id, query) : Deliveries(id.error());
    });
    routes.bind<api::resendDelivery>([&](const Call &call) -> Result<api::DeliveryInfo> {
        const auto id = call.id<WebhookId>();
        if (!id)
            return id.error();
        const auto delivery = call.id<DeliveryId>("delivery_id");
        return delivery ? webhooks.resend(call.actor(), *id, *delivery) : Result<api::DeliveryInfo>(delivery.error());
    });
}

} // namespace countersign
