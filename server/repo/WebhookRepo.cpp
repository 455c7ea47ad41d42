#include "server/repo/WebhookRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

namespace {

QStringList textsOf(const QList<WebhookEvent> &events)
{
    QStringList texts;
    for (const WebhookEvent event : events)
        texts.append(toText(event));
    return texts;
}

QList<WebhookEvent> eventsOf(const QStringList &texts)
{
    QList<WebhookEvent> events;
    for (const QString &text : texts)
        if (const auto event = fromText<WebhookEvent>(text))
            events.append(*event);
    return events;
}

Webhook webhookOf(const Query &row)
{
    Webhook webhook;
    api::WebhookInfo &info = webhook.info;
    info.id = row.get<WebhookId>("id");
    info.url = row.get<QString>("url");
    info.events = eventsOf(row.get<QStringList>("events"));
    info.enabled = row.get<bool>("enabled");
    info.disabledReason = row.get<std::optional<QString>>("disabled_reason");
    info.oldSecretUntil = row.get<std::optional<Instant>>("old_secret_until");
    info.failures = row.get<int>("failures");
    info.failingSince = row.get<std::optional<Instant>>("failing_since");
    info.createdAt = row.get<Instant>("created_at");
    info.version = row.get<int>("version");
    webhook.secretGeneration = row.get<int>("secret_generation");
    return webhook;
}

Result<std::optional<Webhook>> oneOf(Query row)
{
    if (auto done = row.exec(); !done)
        return done.error();
    return row.next() ? std::optional(webhookOf(row)) : std::nullopt;
}

api::DeliveryInfo deliveryOf(const Query &row)
{
    return {row.get<DeliveryId>("id"),
            repo::enumOf<WebhookEvent>(row, "event"),
            repo::enumOf<DeliveryState>(row, "state"),
            row.get<int>("attempts"),
            row.get<std::optional<int>>("status_code"),
            row.get<std::optional<QString>>("failure"),
            row.get<std::optional<int>>("duration_ms"),
            row.get<Instant>("created_at"),
            row.get<std::optional<Instant>>("last_attempt_at")};
}

} // namespace

Result<QList<Webhook>> WebhookRepo::all()
{
    Query row = m_transaction.query("webhook/all");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    QList<Webhook> webhooks;
    while (row.next())
        webhooks.append(webhookOf(row));
    return webhooks;
}

Result<std::optional<Webhook>> WebhookRepo::get(WebhookId id)
{
    Query row = m_transaction.query("webhook/get");
    row.bind("tenant_id", m_tenant).bind("id", id);
    return oneOf(std::move(row));
}

Result<std::optional<Webhook>> WebhookRepo::lock(WebhookId id)
{
    Query row = m_transaction.query("webhook/lock");
    row.bind("tenant_id", m_tenant).bind("id", id);
    return oneOf(std::move(row));
}

Result<void> WebhookRepo::insert(const Webhook &webhook, UserId createdBy)
{
    Query insert = m_transaction.query("webhook/insert");
    return insert.bind("tenant_id", m_tenant)
        .bind("id", webhook.info.id)
        .bind("url", webhook.info.url)
        .bind("events", textsOf(webhook.info.events))
        .bind("created_by", createdBy)
        .bind("now", webhook.info.createdAt)
        .exec();
}

Result<void> WebhookRepo::update(const Webhook &webhook)
{
    const api::WebhookInfo &info = webhook.info;
    Query update = m_transaction.query("webhook/update");
    return update.bind("tenant_id", m_tenant)
        .bind("id", info.id)
        .bind("url", info.url)
        .bind("events", textsOf(info.events))
        .bind("enabled", info.enabled)
        .bind("disabled_reason", info.disabledReason)
        .bind("secret_generation", webhook.secretGeneration)
        .bind("old_secret_until", info.oldSecretUntil)
        .bind("failures", info.failures)
        .bind("failing_since", info.failingSince)
        .exec();
}

Result<void> WebhookRepo::remove(WebhookId id)
{
    Query remove = m_transaction.query("webhook/remove");
    return remove.bind("tenant_id", m_tenant).bind("id", id).exec();
}

Result<QList<Subscription>> WebhookRepo::subscriptions()
{
    Query row = m_transaction.query("webhook/subscribed");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    QList<Subscription> subscriptions;
    while (row.next())
        subscriptions.append({row.get<WebhookId>("id"), eventsOf(row.get<QStringList>("events"))});
    return subscriptions;
}

Result<void> WebhookRepo::recordSuccess(WebhookId id)
{
    Query record = m_transaction.query("webhook/record_success");
    return record.bind("tenant_id", m_tenant).bind("id", id).exec();
}

Result<std::optional<WebhookHealth>> WebhookRepo::recordFailure(WebhookId id, Instant now)
{
    Query record = m_transaction.query("webhook/record_failure");
    if (auto done = record.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec(); !done)
        return done.error();
    if (!record.next() || !record.get<bool>("enabled"))
        return std::optional<WebhookHealth>();
    return std::optional(
        WebhookHealth{record.get<int>("failures"), record.get<std::optional<Instant>>("failing_since")});
}

Result<void> WebhookRepo::disable(WebhookId id, const char *reason)
{
    Query disable = m_transaction.query("webhook/disable");
    return disable.bind("tenant_id", m_tenant).bind("id", id).bind("reason", QString::fromLatin1(reason)).exec();
}

Result<void> DeliveryRepo::insertMany(const QList<DeliveryDraft> &deliveries, Instant now)
{
    QJsonArray rows;
    for (const DeliveryDraft &delivery : deliveries)
        rows.append(QJsonObject{{QStringLiteral("id"), delivery.id.toString()},
                                {QStringLiteral("webhook_id"), delivery.webhook.toString()},
                                {QStringLiteral("event"), toText(delivery.event)},
                                {QStringLiteral("body"), QString::fromUtf8(delivery.body)}});
    if (rows.isEmpty())
        return {};
    Query insert = m_transaction.query("webhook_delivery/insert_many");
    return insert.bind("tenant_id", m_tenant).bind("rows", rows).bind("now", now).exec();
}

Result<QList<api::DeliveryInfo>> DeliveryRepo::list(WebhookId webhook, const api::DeliveryQuery &query,
                                                    const std::optional<PageStart> &start)
{
    Query page = m_transaction.query("webhook_delivery/list");
    page.bind("tenant_id", m_tenant)
        .bind("webhook_id", webhook)
        .bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::DeliveryInfo> deliveries;
    while (page.next())
        deliveries.append(deliveryOf(page));
    return deliveries;
}

Result<qint64> DeliveryRepo::count(WebhookId webhook, int cap)
{
    Query counted = m_transaction.query("webhook_delivery/count");
    if (auto done = counted.bind("tenant_id", m_tenant).bind("webhook_id", webhook).bind("cap", cap).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<std::optional<api::DeliveryInfo>> DeliveryRepo::get(WebhookId webhook, DeliveryId id)
{
    Query row = m_transaction.query("webhook_delivery/get");
    if (auto done = row.bind("tenant_id", m_tenant).bind("webhook_id", webhook).bind("id", id).exec(); !done)
        return done.error();
    return row.next() ? std::optional(deliveryOf(row)) : std::nullopt;
}

Result<void> DeliveryRepo::sendAgain(DeliveryId id)
{
    Query update = m_transaction.query("webhook_delivery/send_again");
    return update.bind("tenant_id", m_tenant).bind("id", id).exec();
}

Result<std::optional<WaitingDelivery>> DeliveryRepo::waiting(DeliveryId id)
{
    Query row = m_transaction.query("webhook_delivery/to_send");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<WaitingDelivery>();
    return std::optional(WaitingDelivery{row.get<WebhookId>("webhook_id"), repo::enumOf<WebhookEvent>(row, "event"),
                                         row.get<QString>("body").toUtf8(), row.get<QString>("url"),
                                         row.get<bool>("enabled"), row.get<int>("secret_generation"),
                                         row.get<std::optional<Instant>>("old_secret_until")});
}

Result<void> DeliveryRepo::record(DeliveryId id, const DeliveryAttempt &attempt, Instant now)
{
    Query record = m_transaction.query("webhook_delivery/record");
    return record.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("state", toText(attempt.state))
        .bind("status_code", attempt.statusCode)
        .bind("failure", attempt.failure)
        .bind("duration_ms", attempt.durationMs)
        .bind("now", now)
        .exec();
}

Result<int> DeliveryRepo::purge(Instant now)
{
    Query purge = m_transaction.query("webhook_delivery/purge");
    if (auto done = purge.bind("tenant_id", m_tenant).bind("before", now - kDeliveryLife).exec(); !done)
        return done.error();
    return purge.affectedRows();
}

} // namespace countersign
