// The record of what was done, read back.
#pragma once

#include "core/api/CaseDtos.h"
#include "server/db/Transaction.h"

namespace countersign {

class AuditRepo {
public:
    AuditRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// What happened to an application, oldest first; views are left out.
    Result<QList<api::TimelineEntry>> timelineOf(ApplicationId application);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
