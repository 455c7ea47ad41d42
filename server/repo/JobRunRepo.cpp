#include "server/repo/JobRunRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

Result<QList<JobRun>> JobRunRepo::claim(JobQueue queue, int limit, Instant until, Instant now)
{
    Query claim = m_transaction.query("job/claim");
    claim.bind("queue", toText(queue)).bind("limit", limit).bind("owner", m_owner).bind("until", until).bind("now", now);
    if (auto done = claim.exec(); !done)
        return done.error();
    QList<JobRun> runs;
    while (claim.next())
        runs.append({claim.get<JobId>("id"), claim.get<std::optional<TenantId>>("tenant_id"), claim.get<QString>("kind"),
                     claim.get<QJsonObject>("payload"), claim.get<int>("attempts"), claim.get<int>("max_attempts")});
    return runs;
}

Result<void> JobRunRepo::finish(const QList<JobId> &ids)
{
    Query remove = m_transaction.query("job/finish_runs");
    return remove.bind("ids", ids).bind("owner", m_owner).exec();
}

Result<void> JobRunRepo::retryLater(JobId id, Instant runAt, const QString &reason)
{
    Query update = m_transaction.query("job/retry_run");
    return update.bind("id", id).bind("run_at", runAt).bind("last_error", reason).bind("owner", m_owner).exec();
}

Result<void> JobRunRepo::bury(JobId id, const QString &reason, Instant now)
{
    Query update = m_transaction.query("job/bury_run");
    return update.bind("id", id).bind("last_error", reason).bind("now", now).bind("owner", m_owner).exec();
}

Result<void> JobRunRepo::giveBack(const QList<JobId> &ids)
{
    Query update = m_transaction.query("job/give_back_runs");
    return update.bind("ids", ids).bind("owner", m_owner).exec();
}

Result<void> JobRunRepo::extend(const QList<JobId> &ids, Instant until)
{
    Query update = m_transaction.query("job/extend_leases");
    return update.bind("ids", ids).bind("until", until).bind("owner", m_owner).exec();
}

Result<QList<RescuedJob>> JobRunRepo::rescue(Instant now)
{
    Query update = m_transaction.query("job/rescue");
    if (auto done = update.bind("now", now).exec(); !done)
        return done.error();
    QList<RescuedJob> rescued;
    while (update.next())
        rescued.append({repo::enumOf<JobQueue>(update, "queue"), update.get<QString>("state") == QLatin1String("dead")});
    return rescued;
}

Result<bool> JobRunRepo::lead(const char *name, Instant until, Instant now)
{
    Query lease = m_transaction.query("job/lead");
    lease.bind("name", QString::fromLatin1(name)).bind("owner", m_owner).bind("until", until).bind("now", now);
    if (auto done = lease.exec(); !done)
        return done.error();
    return lease.next();
}

Result<bool> JobRunRepo::beginTime(const JobKind &kind, Instant time)
{
    Query begin = m_transaction.query("job/begin_time");
    if (auto done = begin.bind("kind", QString::fromLatin1(kind.name)).bind("time", time).exec(); !done)
        return done.error();
    return begin.next();
}

} // namespace countersign
