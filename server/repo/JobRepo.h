// Jobs in the database.
#pragma once

#include "core/jobs/JobKinds.h"
#include "server/db/Transaction.h"

namespace countersign {

struct ClaimedJob {
    JobId id;
    TenantId tenant;
    ApplicationId application;
    int attempts = 0; ///< that have failed
    int maxAttempts = 0;
};

class JobRepo {
public:
    explicit JobRepo(Transaction &transaction) : m_transaction(transaction) {}

    /// The oldest due jobs of a kind, all of one tenant, locked until the transaction ends. Jobs that others have
    /// locked are passed over.
    Result<QList<ClaimedJob>> claimBatch(const JobKind &kind, int limit, Instant now);
    /// One due job, locked; nothing when it is gone, in other hands or put off.
    Result<std::optional<ClaimedJob>> claimOne(JobId id, Instant now);

    Result<void> finish(const QList<ClaimedJob> &jobs);
    Result<void> retryLater(JobId id, Instant runAt, const QString &reason); ///< reason: an error's stable code
    Result<void> bury(JobId id, const QString &reason, Instant now);

private:
    Transaction &m_transaction;
};

} // namespace countersign
