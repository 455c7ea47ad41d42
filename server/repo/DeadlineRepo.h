// Legal deadlines in the database.
#pragma once

#include "core/deadline/LegalDeadline.h"
#include "core/base/Id.h"
#include "server/db/Transaction.h"

#include <QHash>

namespace countersign {

using DeadlinesByApplication = QHash<ApplicationId, QList<LegalDeadline>>; ///< each list in the order of time

class DeadlineRepo {
public:
    DeadlineRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<DeadlinesByApplication> of(const QList<ApplicationId> &applications);
    /// Inserts or replaces. Their queue entries show the first that runs.
    Result<void> put(const DeadlinesByApplication &changed);

    /// Up to `limit` whose next step has come, locked with their applications.
    Result<DeadlinesByApplication> lockDue(int limit, Instant now);
    /// Who has each open entry of these, which is escalated from now on; without an entry: not in the answer.
    Result<QHash<ApplicationId, std::optional<UserId>>> escalate(const QList<ApplicationId> &applications, Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
