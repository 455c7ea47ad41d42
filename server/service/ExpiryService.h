// Applications that end because nobody has decided them: told first, then ended.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

struct ExpirySweep {
    int told = 0;
    int expired = 0;
};

class ExpiryService {
public:
    explicit ExpiryService(const ServiceContext &context) : m_context(context) {}

    /// Tenant by tenant: who has the case is told some days before that it will end, or the senior analysts when nobody has
    /// it; it ends when its time is over and the notice is as old as the tenant wants it. Each once: mark and notice, status
    /// and entry are one transaction.
    Result<ExpirySweep> sweep() const;

private:
    Result<ExpirySweep> sweepTenant(TenantId tenant) const;

    const ServiceContext &m_context;
};

} // namespace countersign
