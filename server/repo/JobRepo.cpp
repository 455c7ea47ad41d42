#include "server/repo/JobRepo.h"

namespace countersign {

namespace {

ClaimedJob jobOf(const Query &row)
{
    return {row.get<JobId>("id"), row.get<TenantId>("tenant_id"), row.get<ApplicationId>("application_id"),
            row.get<int>("attempts"), row.get<int>("max_attempts")};
}

} // namespace

Result<QList<ClaimedJob>> JobRepo::claimBatch(const JobKind &kind, int limit, Instant now)
{
    Query claim = m_transaction.query("job/claim_batch");
    claim.bind("queue", toText(kind.queue)).bind("kind", QString::fromLatin1(kind.name)).bind("limit", limit).bind("now", now);
    if (auto done = claim.exec(); !done)
        return done.error();
    QList<ClaimedJob> jobs;
    while (claim.next())
        jobs.append(jobOf(claim));
    return jobs;
}

Result<std::optional<ClaimedJob>> JobRepo::claimOne(JobId id, Instant now)
{
    Query claim = m_transaction.query("job/lock_one");
    if (auto done = claim.bind("id", id).bind("now", now).exec(); !done)
        return done.error();
    return claim.next() ? std::optional(jobOf(claim)) : std::nullopt;
}

Result<void> JobRepo::finish(const QList<ClaimedJob> &jobs)
{
    QStringList ids;
    for (const ClaimedJob &job : jobs)
        ids.append(job.id.toString());
    Query remove = m_transaction.query("job/finish_many");
    return remove.bind("ids", ids).exec();
}

Result<void> JobRepo::retryLater(JobId id, Instant runAt, const QString &reason)
{
    Query update = m_transaction.query("job/retry_later");
    return update.bind("id", id).bind("run_at", runAt).bind("last_error", reason).exec();
}

Result<void> JobRepo::bury(JobId id, const QString &reason, Instant now)
{
    Query update = m_transaction.query("job/bury");
    return update.bind("id", id).bind("last_error", reason).bind("now", now).exec();
}

} // namespace countersign
