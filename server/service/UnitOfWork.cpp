#include "server/service/UnitOfWork.h"

#include "server/db/SqlError.h"
#include "server/repo/AuditRepo.h"
#include "server/service/IdempotencyClaim.h"
#include "server/service/Outbox.h"

namespace countersign {

namespace {

constexpr int kRetries = 3;

QString uuidText(const QUuid &uuid)
{
    return uuid.toString(QUuid::WithoutBraces);
}

QJsonValue orNull(const QJsonObject &object)
{
    return object.isEmpty() ? QJsonValue() : QJsonValue(object);
}

} // namespace

UnitOfWork::UnitOfWork(Transaction &&transaction, const Actor &actor, const ServiceContext &context)
    : m_context(context), m_transaction(std::move(transaction)), m_actor(actor), m_now(context.clock.now())
{
}

void UnitOfWork::enqueue(const JobKind &kind, const QJsonObject &payload, const QString &uniqueKey)
{
    m_jobs.append({&kind, payload, uniqueKey});
}

Result<void> UnitOfWork::runUntyped(const ServiceContext &context, const Actor &actor,
                                    const std::function<Result<void>(UnitOfWork &)> &work)
{
    for (int attempt = 0;; ++attempt) {
        auto transaction = Transaction::begin(context.database, actor.tenant);
        if (!transaction)
            return transaction.error();
        UnitOfWork unit(std::move(*transaction), actor, context);
        Result<void> done = work(unit);
        if (done)
            done = unit.finish();
        if (done) {
            for (const JobDraft &job : unit.m_jobs)
                context.wake(job.kind->queue);
            if (!unit.m_audit.isEmpty())
                context.audited(unit.tenant());
            return done;
        }
        if (!isRetryable(done.error()) || attempt == kRetries)
            return done;
    }
}

Result<void> UnitOfWork::beginClaim(const std::type_info &result)
{
    IdempotencyClaim *claim = m_actor.claim;
    return claim && claim->isFor(result) ? claim->begin(m_transaction, m_actor.tenant, m_now) : Result<void>();
}

Result<void> UnitOfWork::finishClaim(const std::type_info &result, const QJsonValue &answer)
{
    IdempotencyClaim *claim = m_actor.claim;
    return claim && claim->isFor(result) ? claim->finish(m_transaction, m_actor.tenant, m_now, answer) : Result<void>();
}

Result<void> UnitOfWork::finish()
{
    if (auto written = writeAudit(); !written)
        return written;
    if (auto written = writeOutgoing(); !written)
        return written;
    if (auto written = writeJobs(); !written)
        return written;
    return m_transaction.commit();
}

Result<void> UnitOfWork::writeAudit()
{
    if (m_audit.isEmpty())
        return {};
    QJsonArray rows;
    for (const MaskedEntry &entry : m_audit)
        rows.append(QJsonObject{{QStringLiteral("id"), uuidText(makeUuidV7(m_now))},
                                {QStringLiteral("entity_type"), QLatin1String(entry.entityType)},
                                {QStringLiteral("entity_id"), uuidText(entry.entityId)},
                                {QStringLiteral("action"), QLatin1String(entry.action)},
                                {QStringLiteral("old_value"), orNull(entry.oldValue)},
                                {QStringLiteral("new_value"), orNull(entry.newValue)},
                                {QStringLiteral("diff"), orNull(entry.diff)}});
    const AuditActorColumns actor = actorColumnsOf(m_actor);
    Query append = query("audit/append_many");
    append.bind("tenant_id", m_actor.tenant)
        .bind("actor_type", actor.type)
        .bind("actor_id", actor.id)
        .bind("address", m_actor.address.isEmpty() ? std::nullopt : std::optional(m_actor.address))
        .bind("request_id", m_actor.requestId.isNull() ? std::nullopt : std::optional(m_actor.requestId))
        .bind("now", m_now)
        .bind("rows", rows);
    return append.defer();
}

Result<void> UnitOfWork::writeOutgoing()
{
    const auto jobs = Outbox(m_transaction, {tenant(), m_context.sendsMail, m_now}).write(m_notices, m_audit);
    if (!jobs)
        return jobs.error();
    for (const OutgoingJob &job : *jobs)
        enqueue(*job.kind, job.payload);
    return {};
}

Result<void> UnitOfWork::writeJobs()
{
    if (m_jobs.isEmpty())
        return {};
    QJsonArray rows;
    for (const JobDraft &job : m_jobs)
        rows.append(QJsonObject{{QStringLiteral("id"), uuidText(makeUuidV7(m_now))},
                                {QStringLiteral("queue"), toText(job.kind->queue)},
                                {QStringLiteral("kind"), QLatin1String(job.kind->name)},
                                {QStringLiteral("payload"), job.payload},
                                {QStringLiteral("unique_key"), job.uniqueKey.isEmpty() ? QJsonValue() : QJsonValue(job.uniqueKey)},
                                {QStringLiteral("max_attempts"), job.kind->retries + 1}});
    Query enqueueMany = query("job/enqueue_many");
    const std::optional<TenantId> tenant = m_actor.tenant.isNull() ? std::nullopt : std::optional(m_actor.tenant);
    return enqueueMany.bind("tenant_id", tenant).bind("now", m_now).bind("rows", rows).defer();
}

} // namespace countersign
