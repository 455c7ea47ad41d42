// Deadlines of queue entries in the database: what the sweep marks, and how well they are kept.
#pragma once

#include "core/api/QueueDtos.h"
#include "core/queue/Sla.h"
#include "server/db/Transaction.h"

namespace countersign {

/// An entry that has just been marked.
struct MarkedEntry {
    QueueId id;
    ApplicationId application;
    std::optional<UserId> analyst;
};

/// An entry whose service clock stands still; the row is locked until the transaction ends.
struct PausedEntry {
    QueueId id;
    UserId analyst;
    Instant pausedAt;
    SlaTimes times; ///< as they were then
};

class SlaRepo {
public:
    SlaRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Marks up to `limit` entries whose warning or deadline has come; each once, however many sweep at a time.
    Result<QList<MarkedEntry>> markWarned(int limit, Instant now);
    Result<QList<MarkedEntry>> markBreached(int limit, Instant now);

    /// The case waits for documents, with the same analyst.
    Result<void> pause(QueueId id, Instant now);
    Result<std::optional<PausedEntry>> lockPaused(ApplicationId application);
    /// Back in progress.
    Result<void> resume(QueueId id, const SlaTimes &times, Instant now);

    /// Of cases completed in [from, to), and of those that are open now.
    Result<api::SlaMetrics> metrics(Instant from, Instant to, Instant now);

private:
    Result<QList<MarkedEntry>> mark(Query update, int limit, Instant now);

    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
