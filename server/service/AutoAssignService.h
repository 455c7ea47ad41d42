// Cases near their deadline that nobody takes are given to who has room for them.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

class AutoAssignService {
public:
    explicit AutoAssignService(const ServiceContext &context) : m_context(context) {}

    /// How many cases were given, over all tenants: the soonest deadline first, each to the analyst with the fewest active
    /// cases who may have it. Senior analysts get those whose amount no analyst may decide. Giving is that of a person,
    /// with all its rules, so that sweeping again or in two daemons at a time gives nothing twice.
    Result<int> run() const;

private:
    Result<int> runTenant(TenantId tenant) const;

    const ServiceContext &m_context;
};

} // namespace countersign
