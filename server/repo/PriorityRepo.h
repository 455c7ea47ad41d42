// Priorities that have to be calculated anew, in the database.
#pragma once

#include "core/queue/Priority.h"
#include "server/db/Transaction.h"

namespace countersign {

struct EntryToPrioritise {
    QueueId id;
    bool flagged = false;
    int releases = 0;
    Amount amount;
    Instant slaDeadline;
};

struct NewPriority {
    QueueId id;
    Priority priority;
    std::optional<Instant> dueAt; ///< absent: it stays
};

class PriorityRepo {
public:
    PriorityRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Up to `limit` open entries, locked.
    Result<QList<EntryToPrioritise>> lockDue(int limit, Instant now);
    Result<void> set(const QList<NewPriority> &priorities, Instant now);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
