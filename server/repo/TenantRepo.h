// Tenants in the database.
#pragma once

#include "core/api/TenantDtos.h"
#include "core/queue/WorkingTime.h"
#include "server/db/Transaction.h"

namespace countersign {

class TenantRepo {
public:
    explicit TenantRepo(Transaction &transaction) : m_transaction(transaction) {}

    Result<QList<api::TenantInfo>> list(const api::TenantQuery &query, std::optional<TenantId> after);
    Result<qint64> count(const api::TenantQuery &query);
    Result<std::optional<api::TenantInfo>> get(TenantId id);

    /// The tenant that the transaction is set to: it is there.
    Result<api::TenantInfo> own(TenantId id);
    /// What its service clock counts.
    Result<WorkingTime> workingTime(TenantId id);

    /// The row is locked until the transaction ends: changes of a tenant and of its users' rights come one by one.
    Result<std::optional<api::TenantInfo>> lock(TenantId id);

    /// Conflict (`duplicate_slug`) when the slug is taken.
    Result<void> insert(TenantId id, const api::TenantCreate &tenant, Instant now);
    Result<void> update(const api::TenantInfo &tenant, Instant now);

    /// Whether amounts are kept in its currency. The transaction must be set to that tenant.
    Result<bool> usesCurrency(TenantId id);

private:
    Transaction &m_transaction;
};

} // namespace countersign
