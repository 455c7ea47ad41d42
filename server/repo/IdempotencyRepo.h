// Requests that had their effect, by their Idempotency-Key.
#pragma once

#include "server/db/Transaction.h"

namespace countersign {

/// What an earlier request left behind.
struct DoneRequest {
    QByteArray contentHash;
    std::optional<QByteArray> answer; ///< sealed; nothing where it carried a secret
};

class IdempotencyRepo {
public:
    IdempotencyRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Takes the turn for `id` (32 bytes) until the transaction ends and answers what was done; Conflict
    /// (`idempotency_in_flight`) when nothing was and another transaction has the turn.
    Result<std::optional<DoneRequest>> takeTurn(const QByteArray &id, Instant now);

    /// Conflict (`idempotency_in_flight`) when another transaction was faster after all.
    Result<void> insert(const QByteArray &id, const DoneRequest &done, Instant now);

    Result<int> purge(Instant now); ///< how many were older than 24 hours

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
