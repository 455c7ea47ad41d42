#include "server/repo/SlaRepo.h"

namespace countersign {

Result<QList<MarkedEntry>> SlaRepo::markWarned(int limit, Instant now)
{
    return mark(m_transaction.query("queue/warn_due"), limit, now);
}

Result<QList<MarkedEntry>> SlaRepo::markBreached(int limit, Instant now)
{
    return mark(m_transaction.query("queue/breach_due"), limit, now);
}

Result<QList<MarkedEntry>> SlaRepo::mark(Query update, int limit, Instant now)
{
    if (auto done = update.bind("tenant_id", m_tenant).bind("limit", limit).bind("now", now).exec(); !done)
        return done.error();
    QList<MarkedEntry> marked;
    while (update.next())
        marked.append({update.get<QueueId>("id"), update.get<ApplicationId>("application_id"), update.get<std::optional<UserId>>("analyst_id")});
    return marked;
}

Result<void> SlaRepo::pause(QueueId id, Instant now)
{
    Query update = m_transaction.query("queue/pause");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec();
}

Result<std::optional<PausedEntry>> SlaRepo::lockPaused(ApplicationId application)
{
    Query row = m_transaction.query("queue/lock_paused");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<PausedEntry>();
    return std::optional(PausedEntry{row.get<QueueId>("id"), row.get<UserId>("analyst_id"), row.get<Instant>("sla_paused_at"),
                                     {row.get<Instant>("sla_warn_at"), row.get<Instant>("sla_deadline")}});
}

Result<void> SlaRepo::resume(QueueId id, const SlaTimes &times, Instant now)
{
    Query update = m_transaction.query("queue/resume");
    return update.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("sla_warn_at", times.warning)
        .bind("sla_deadline", times.deadline)
        .bind("now", now)
        .exec();
}

Result<api::SlaMetrics> SlaRepo::metrics(Instant from, Instant to, Instant now)
{
    api::SlaMetrics metrics;
    metrics.asOf = now;
    Query open = m_transaction.query("queue/sla_open");
    if (auto done = open.bind("tenant_id", m_tenant).bind("now", now).exec(); !done)
        return done.error();
    open.next();
    metrics.open.total = open.get<qint64>("total");
    metrics.open.paused = open.get<qint64>("paused");
    metrics.open.breached = open.get<qint64>("breached");
    metrics.open.approaching = open.get<qint64>("approaching");
    metrics.open.ok = metrics.open.total - metrics.open.paused - metrics.open.breached - metrics.open.approaching;
    metrics.nextDeadline = open.get<std::optional<Instant>>("next_deadline");
    Query completed = m_transaction.query("queue/sla_completed");
    if (auto done = completed.bind("tenant_id", m_tenant).bind("from_date", from).bind("to_date", to).exec(); !done)
        return done.error();
    completed.next();
    metrics.completed.total = completed.get<qint64>("total");
    metrics.completed.withinSla = completed.get<qint64>("within_sla");
    metrics.completed.breached = metrics.completed.total - metrics.completed.withinSla;
    if (metrics.completed.total > 0)
        metrics.slaComplianceRate = double(metrics.completed.withinSla) / double(metrics.completed.total);
    metrics.avgWaitTimeMinutes = completed.get<std::optional<double>>("wait_minutes");
    metrics.avgReviewTimeMinutes = completed.get<std::optional<double>>("review_minutes");
    return metrics;
}

} // namespace countersign
