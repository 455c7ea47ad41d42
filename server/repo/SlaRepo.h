// Deadlines of queue entries in the database: what the sweep marks, and how well they are kept.
#pragma once

#include "core/api/QueueDtos.h"
#include "server/db/Transaction.h"

namespace countersign {

/// An entry that has just been marked.
struct MarkedEntry {
    QueueId id;
    ApplicationId application;
    std::optional<UserId> analyst;
};

class SlaRepo {
public:
    SlaRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Marks up to `limit` entries whose warning or deadline has come; each once, however many sweep at a time.
    Result<QList<MarkedEntry>> markWarned(int limit, Instant now);
    Result<QList<MarkedEntry>> markBreached(int limit, Instant now);

    /// Of cases completed in [from, to), and of those that are open now.
    Result<api::SlaMetrics> metrics(Instant from, Instant to, Instant now);

private:
    Result<QList<MarkedEntry>> mark(Query update, int limit, Instant now);

    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
