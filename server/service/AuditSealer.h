// Chains the entries of a tenant after they were committed, so that those who write them never wait for each other.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Any number of daemons may seal; one at a time does for a tenant. Entries are chosen because they are not in the chain, not
/// by their time or id: one that is committed late is chained late, never passed over.
class AuditSealer {
public:
    explicit AuditSealer(const ServiceContext &context) : m_context(context) {}

    /// Chains what is committed by now and answers how many entries that was: 0 when nothing was left or another daemon is
    /// at it.
    Result<int> seal(TenantId tenant) const;

    Result<QList<TenantId>> tenants() const;

private:
    Result<int> sealBatch(UnitOfWork &unit) const;

    const ServiceContext &m_context;
};

} // namespace countersign
