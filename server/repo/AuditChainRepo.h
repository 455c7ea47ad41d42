// The chain of a tenant's entries in the database.
#pragma once

#include "core/audit/ChainedEntry.h"
#include "server/db/Transaction.h"

namespace countersign {

/// Where the sealer stands; transactions by their number in the database cluster.
struct SealHead {
    qint64 sequence = 0;
    QByteArray hash;          ///< empty: nothing is sealed
    qint64 settledBefore = 0; ///< every entry of an older transaction is in the chain
    qint64 runningFrom = 0;   ///< every older transaction is over
    qint64 unbornFrom = 0;    ///< this one and later ones have not begun
};

struct UnsealedEntry {
    ChainedEntry entry;
    qint64 transaction = 0;
};

struct ChainMark {
    qint64 sequence = 0;
    QByteArray hash;
};

class AuditChainRepo {
public:
    AuditChainRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// False: somebody else seals this tenant now. Holds until the transaction ends.
    Result<bool> lock();
    Result<SealHead> head();
    /// Of transactions from `from` to before `to`, in the order they are sealed in.
    Result<QList<UnsealedEntry>> unsealed(qint64 from, qint64 to, int limit);
    Result<void> append(qint64 first, const QList<QUuid> &entries, const QList<QByteArray> &hashes);
    Result<void> settle(qint64 before);

    Result<QList<ChainMark>> hashes(qint64 after, int limit);
    Result<QList<ChainRow>> page(qint64 after, int limit);
    /// The oldest entry from before `before` that is not in the chain.
    Result<std::optional<QUuid>> oldestUnsealed(Instant before);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
