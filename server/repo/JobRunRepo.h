// Jobs that run under a lease, and who leads the periodic ones, in the database.
#pragma once

#include "core/jobs/JobKinds.h"
#include "server/db/Transaction.h"

namespace countersign {

/// A job that this process runs.
struct JobRun {
    JobId id;
    std::optional<TenantId> tenant;
    QString kind;
    QJsonObject payload;
    int attempts = 0; ///< this one included
    int maxAttempts = 0;
};

/// A job whose process has gone: it waits again, or has died of it.
struct RescuedJob {
    JobQueue queue = JobQueue::Default;
    bool isDead = false;
};

/// `owner` names the process that holds the leases. What another has taken over meanwhile is left alone.
class JobRunRepo {
public:
    JobRunRepo(Transaction &transaction, const QString &owner) : m_transaction(transaction), m_owner(owner) {}

    /// The oldest due jobs of a queue, unless it is paused.
    Result<QList<JobRun>> claim(JobQueue queue, int limit, Instant until, Instant now);
    Result<void> finish(const QList<JobId> &ids);
    Result<void> retryLater(JobId id, Instant runAt, const QString &reason); ///< reason: an error's stable code
    Result<void> bury(JobId id, const QString &reason, Instant now);
    Result<void> giveBack(const QList<JobId> &ids); ///< not begun
    Result<void> extend(const QList<JobId> &ids, Instant until);
    /// Of every process.
    Result<QList<RescuedJob>> rescue(Instant now);

    /// Whether this process leads until then.
    Result<bool> lead(const char *name, Instant until, Instant now);
    /// Whether nobody has begun the task for this time or a later one.
    Result<bool> beginTime(const JobKind &kind, Instant time);

private:
    Transaction &m_transaction;
    const QString m_owner;
};

} // namespace countersign
