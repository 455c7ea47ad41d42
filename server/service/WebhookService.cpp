#include "server/service/WebhookService.h"

#include "core/notify/WebhookSignature.h"
#include "server/repo/WebhookRepo.h"
#include "server/service/Cursor.h"

#include <QUrl>

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("webhook deliveries"), CursorKey::Time};
const QString kByAdministrator = QStringLiteral("by_administrator");

Error notFound(const char *what)
{
    return {ErrorCode::NotFound,
            QStringLiteral("not_found"),
            QStringLiteral("There is no such %1.").arg(QLatin1String(what)),
            {}};
}

QList<FieldError> faultsOf(const QString &url, const QList<WebhookEvent> &events, bool allowsHttp)
{
    QList<FieldError> faults = webhookUrlFaults(url, allowsHttp);
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QString path = QStringLiteral("events[%1]").arg(i);
        if (events[i] == WebhookEvent::Test)
            faults.append(
                {path, QStringLiteral("not_allowed"), QStringLiteral("comes to every receiver that is tested")});
        else if (events.indexOf(events[i]) != i)
            faults.append({path, QStringLiteral("duplicate"), QStringLiteral("is there already")});
    }
    return faults;
}

Error invalid(const QList<FieldError> &faults)
{
    return {ErrorCode::Invalid, QStringLiteral("validation_failed"),
            QStringLiteral("The webhook has wrong fields; see errors."), faults};
}

/// Paths and queries of receivers may hold what only they should know.
QJsonObject recordOf(const Webhook &webhook)
{
    return {{QStringLiteral("host"), QUrl(webhook.info.url).host()},
            {QStringLiteral("events"), Codec<QList<WebhookEvent>>::write(webhook.info.events)},
            {QStringLiteral("enabled"), webhook.info.enabled},
            {QStringLiteral("secret_generation"), webhook.secretGeneration}};
}

QString secretOf(UnitOfWork &unit, const Webhook &webhook)
{
    const QByteArray secret =
        unit.keys().webhookSecret(unit.tenant(), webhook.info.id.uuid(), webhook.secretGeneration);
    return QString::fromLatin1(webhookSecretText(secret));
}

Result<Webhook> lockAt(UnitOfWork &unit, WebhookId id, int version)
{
    const auto webhook = WebhookRepo(unit.transaction(), unit.tenant()).lock(id);
    if (!webhook)
        return webhook.error();
    if (!*webhook)
        return notFound("webhook");
    if ((*webhook)->info.version != version)
        return Error{ErrorCode::Conflict,
                     QStringLiteral("stale_version"),
                     QStringLiteral("The webhook has version %1.").arg((*webhook)->info.version),
                     {}};
    return **webhook;
}

Result<Webhook> read(UnitOfWork &unit, WebhookId id)
{
    const auto webhook = WebhookRepo(unit.transaction(), unit.tenant()).get(id);
    if (!webhook)
        return webhook.error();
    return *webhook ? Result<Webhook>(**webhook) : Result<Webhook>(notFound("webhook"));
}

Result<Webhook> change(UnitOfWork &unit, const Webhook &before, const Webhook &after, const char *action)
{
    if (auto stored = WebhookRepo(unit.transaction(), unit.tenant()).update(after); !stored)
        return stored.error();
    unit.audit({"webhook", after.info.id.uuid(), action, recordOf(before), recordOf(after)});
    return read(unit, after.info.id);
}

void enqueue(UnitOfWork &unit, DeliveryId delivery)
{
    // Who asks several times gets it once; when an attempt waits already, the later one finds it delivered.
    unit.enqueue(kSendWebhook, {{QStringLiteral("delivery_id"), delivery.toString()}}, delivery.toString());
}

Result<api::DeliveryInfo> readDelivery(UnitOfWork &unit, WebhookId webhook, DeliveryId id)
{
    const auto delivery = DeliveryRepo(unit.transaction(), unit.tenant()).get(webhook, id);
    if (!delivery)
        return delivery.error();
    return *delivery ? Result<api::DeliveryInfo>(**delivery) : Result<api::DeliveryInfo>(notFound("delivery"));
}

} // namespace

Result<api::WebhookCreated> WebhookService::create(const Actor &actor, const api::WebhookCreate &request) const
{
    if (!actor.user)
        return Error{
            ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person adds webhooks"), {}};
    if (const auto faults = faultsOf(request.url, request.events, m_allowsHttp); !faults.isEmpty())
        return invalid(faults);
    return UnitOfWork::run<api::WebhookCreated>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::WebhookCreated> {
        WebhookRepo webhooks(unit.transaction(), unit.tenant());
        const auto others = webhooks.all();
        if (!others)
            return others.error();
        if (others->size() >= kMaxWebhooks)
            return Error{ErrorCode::Conflict,
                         QStringLiteral("too_many_webhooks"),
                         QStringLiteral("There are %1 webhooks already.").arg(others->size()),
                         {}};
        Webhook webhook;
        webhook.info.id = WebhookId::make(unit.now());
        webhook.info.url = request.url;
        webhook.info.events = request.events;
        webhook.info.createdAt = unit.now();
        if (auto stored = webhooks.insert(webhook, *actor.user); !stored)
            return stored.error();
        unit.audit({"webhook", webhook.info.id.uuid(), "created", {}, recordOf(webhook)});
        return api::WebhookCreated{webhook.info.id, secretOf(unit, webhook), unit.now(), 1};
    });
}

Result<Page<api::WebhookInfo>> WebhookService::list(const Actor &actor) const
{
    return UnitOfWork::run<Page<api::WebhookInfo>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::WebhookInfo>> {
            const auto webhooks = WebhookRepo(unit.transaction(), unit.tenant()).all();
            if (!webhooks)
                return webhooks.error();
            Page<api::WebhookInfo> page{{}, webhooks->size(), true, 1, kMaxPageSize, {}};
            for (const Webhook &webhook : *webhooks)
                page.items.append(webhook.info);
            return page;
        });
}

Result<api::WebhookInfo> WebhookService::get(const Actor &actor, WebhookId id) const
{
    return UnitOfWork::run<api::WebhookInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::WebhookInfo> {
        const auto webhook = read(unit, id);
        return webhook ? Result<api::WebhookInfo>(webhook->info) : webhook.error();
    });
}

Result<api::WebhookInfo> WebhookService::update(const Actor &actor, WebhookId id, const api::WebhookPatch &request,
                                                int version) const
{
    return UnitOfWork::run<api::WebhookInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::WebhookInfo> {
        const auto before = lockAt(unit, id, version);
        if (!before)
            return before.error();
        Webhook after = *before;
        after.info.url = request.url.value_or(after.info.url);
        after.info.events = request.events.value_or(after.info.events);
        after.info.enabled = request.enabled.value_or(after.info.enabled);
        if (const auto faults = faultsOf(after.info.url, after.info.events, m_allowsHttp); !faults.isEmpty())
            return invalid(faults);
        if (after.info.enabled != before->info.enabled)
            after.info.disabledReason = after.info.enabled ? std::nullopt : std::optional(kByAdministrator);
        if (after.info.enabled && !before->info.enabled) {
            after.info.failures = 0;
            after.info.failingSince.reset();
        }
        const auto changed = change(unit, *before, after, "changed");
        return changed ? Result<api::WebhookInfo>(changed->info) : changed.error();
    });
}

Result<void> WebhookService::remove(const Actor &actor, WebhookId id, int version) const
{
    const auto removed = UnitOfWork::run<bool>(m_context, actor, [&](UnitOfWork &unit) -> Result<bool> {
        const auto before = lockAt(unit, id, version);
        if (!before)
            return before.error();
        if (auto done = WebhookRepo(unit.transaction(), unit.tenant()).remove(id); !done)
            return done.error();
        unit.audit({"webhook", id.uuid(), "removed", recordOf(*before), {}});
        return true;
    });
    return removed ? Result<void>() : Result<void>(removed.error());
}

Result<api::WebhookSecret> WebhookService::rotateSecret(const Actor &actor, WebhookId id, int version) const
{
    return UnitOfWork::run<api::WebhookSecret>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::WebhookSecret> {
        const auto before = lockAt(unit, id, version);
        if (!before)
            return before.error();
        Webhook after = *before;
        ++after.secretGeneration;
        after.info.oldSecretUntil = unit.now() + kOldSecretLife;
        const auto changed = change(unit, *before, after, "secret_rotated");
        if (!changed)
            return changed.error();
        return api::WebhookSecret{secretOf(unit, *changed), *after.info.oldSecretUntil, changed->info.version};
    });
}

Result<api::DeliveryInfo> WebhookService::sendTest(const Actor &actor, WebhookId id) const
{
    return UnitOfWork::run<api::DeliveryInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DeliveryInfo> {
        const auto webhook = read(unit, id);
        if (!webhook)
            return webhook.error();
        const WebhookMessage message{WebhookEvent::Test, {{QStringLiteral("webhook_id"), id.toString()}}};
        const DeliveryDraft draft{DeliveryId::make(unit.now()), id, message.event, webhookBody(message, unit.now())};
        if (auto stored = DeliveryRepo(unit.transaction(), unit.tenant()).insertMany({draft}, unit.now()); !stored)
            return stored.error();
        enqueue(unit, draft.id);
        return readDelivery(unit, id, draft.id);
    });
}

Result<Page<api::DeliveryInfo>> WebhookService::deliveries(const Actor &actor, WebhookId id,
                                                           const api::DeliveryQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::DeliveryInfo>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::DeliveryInfo>> {
            if (const auto webhook = read(unit, id); !webhook)
                return webhook.error();
            DeliveryRepo deliveries(unit.transaction(), unit.tenant());
            auto items = deliveries.list(id, query, start->start);
            if (!items)
                return items.error();
            const auto total = deliveries.count(id, kCountCap + 1);
            if (!total)
                return total.error();
            Page<api::DeliveryInfo> page{std::move(*items),   std::min<qint64>(*total, kCountCap),
                                         *total <= kCountCap, query.page,
                                         query.pageSize,      {}};
            if (page.items.size() == query.pageSize)
                page.nextCursor =
                    makeCursor(kOrder, toIso(page.items.last().createdAt), page.items.last().id.uuid(), unit.now());
            return page;
        });
}

Result<api::DeliveryInfo> WebhookService::resend(const Actor &actor, WebhookId id, DeliveryId delivery) const
{
    return UnitOfWork::run<api::DeliveryInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DeliveryInfo> {
        if (const auto before = readDelivery(unit, id, delivery); !before)
            return before.error();
        if (auto done = DeliveryRepo(unit.transaction(), unit.tenant()).sendAgain(delivery); !done)
            return done.error();
        enqueue(unit, delivery);
        return readDelivery(unit, id, delivery);
    });
}

} // namespace countersign
