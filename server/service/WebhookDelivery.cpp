#include "server/service/WebhookDelivery.h"

#include "core/notify/WebhookSignature.h"
#include "server/repo/UserRepo.h"

namespace countersign {

namespace {

constexpr char kChannel[] = "webhook"; // of the metric

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

DeliveryAttempt attemptOf(const Result<WebhookAnswer> &answer, const JobRun &job)
{
    DeliveryAttempt attempt;
    if (answer) {
        attempt.statusCode = answer->status;
        attempt.durationMs = answer->milliseconds;
    }
    if (answer && isSuccess(answer->status)) {
        attempt.state = DeliveryState::Delivered;
        return attempt;
    }
    const bool isLast = job.attempts >= job.maxAttempts || attempt.statusCode == kWebhookGoneStatus;
    attempt.state = isLast ? DeliveryState::Failed : DeliveryState::Waiting;
    attempt.failure = answer ? QStringLiteral("status_%1").arg(answer->status) : answer.error().reason;
    return attempt;
}

/// Switched off: nobody is told but who can switch it on again.
Result<void> giveUp(UnitOfWork &unit, WebhookId id, const char *reason)
{
    if (auto done = WebhookRepo(unit.transaction(), unit.tenant()).disable(id, reason); !done)
        return done;
    unit.audit({"webhook",
                id.uuid(),
                "disabled",
                {{QStringLiteral("enabled"), true}},
                {{QStringLiteral("enabled"), false}, {QStringLiteral("reason"), QLatin1String(reason)}}});
    const auto administrators = UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::ConfigManage);
    if (!administrators)
        return administrators.error();
    unit.notify({NoticeKind::WebhookDisabled, "webhook", id.uuid(), *administrators});
    return {};
}

/// A test says nothing about the health of a receiver that nothing else is sent to.
Result<void> recordHealth(UnitOfWork &unit, WebhookId id, const DeliveryAttempt &attempt)
{
    WebhookRepo webhooks(unit.transaction(), unit.tenant());
    if (attempt.state == DeliveryState::Delivered)
        return webhooks.recordSuccess(id);
    const auto health = webhooks.recordFailure(id, unit.now());
    if (!health)
        return health.error();
    const bool isGone = attempt.statusCode == kWebhookGoneStatus;
    if (!*health || !(isGone || isGivenUp(**health, unit.now())))
        return {};
    return giveUp(unit, id, isGone ? "gone" : "failing");
}

} // namespace

Result<void> WebhookDelivery::send(const JobRun &job) const
{
    const TenantId tenant = job.tenant.value_or(TenantId());
    const DeliveryId id(QUuid::fromString(job.payload.value(QLatin1String("delivery_id")).toString()));
    using Waiting = std::optional<WaitingDelivery>;
    const auto waiting = UnitOfWork::run<Waiting>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) {
        return DeliveryRepo(unit.transaction(), unit.tenant()).waiting(id);
    });
    if (!waiting || !*waiting)
        return waiting ? Result<void>() : Result<void>(waiting.error());
    const WaitingDelivery &delivery = **waiting;
    if (!delivery.enabled && delivery.event != WebhookEvent::Test)
        return record(tenant, id, delivery, {DeliveryState::Failed, {}, QStringLiteral("webhook_disabled"), {}});
    const auto answer = m_sender.post(requestOf(tenant, id, delivery));
    const DeliveryAttempt attempt = attemptOf(answer, job);
    m_context.metrics.count(Metric::Deliveries, {kChannel, attempt.failure ? "failed" : "sent"});
    if (auto recorded = record(tenant, id, delivery, attempt); !recorded)
        return recorded;
    if (!attempt.failure || attempt.statusCode == kWebhookGoneStatus)
        return {};
    return Error{ErrorCode::Unavailable, *attempt.failure, QStringLiteral("the receiver did not take the message"), {}};
}

WebhookRequest WebhookDelivery::requestOf(TenantId tenant, DeliveryId id, const WaitingDelivery &delivery) const
{
    const Instant now = m_context.clock.now();
    const auto secret = [&](int generation) {
        return m_context.keys.webhookSecret(tenant, delivery.webhook.uuid(), generation);
    };
    QList<QByteArray> secrets{secret(delivery.secretGeneration)};
    if (delivery.oldSecretUntil && now < *delivery.oldSecretUntil)
        secrets.append(secret(delivery.secretGeneration - 1));
    const SignedMessage message{id.toString().toLatin1(), now, delivery.body};
    return {delivery.url,
            {"webhook-id: " + message.id, "webhook-timestamp: " + webhookTimestamp(now),
             "webhook-signature: " + webhookSignatures(secrets, message)},
            delivery.body};
}

Result<void> WebhookDelivery::record(TenantId tenant, DeliveryId id, const WaitingDelivery &delivery,
                                     const DeliveryAttempt &attempt) const
{
    const auto recorded =
        UnitOfWork::run<bool>(m_context, Actor::system(tenant), [&](UnitOfWork &unit) -> Result<bool> {
            if (auto done = DeliveryRepo(unit.transaction(), unit.tenant()).record(id, attempt, unit.now()); !done)
                return done.error();
            if (delivery.event != WebhookEvent::Test)
                if (auto done = recordHealth(unit, delivery.webhook, attempt); !done)
                    return done.error();
            return true;
        });
    return recorded ? Result<void>() : Result<void>(recorded.error());
}

} // namespace countersign
