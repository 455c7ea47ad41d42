// The legal deadlines of applications: shown, and told of in time.
#pragma once

#include "core/api/DeadlineDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

struct DeadlineSweep {
    int approaching = 0;
    int missed = 0;
};

class DeadlineService {
public:
    explicit DeadlineService(const ServiceContext &context) : m_context(context) {}

    /// NotFound also for applications of other tenants.
    Result<api::DeadlineList> list(const Actor &actor, ApplicationId application) const;

    /// Tenant by tenant: 7, 3 and 1 days before a last day, and when it is over, the case is escalated and told to the senior
    /// analysts and to who has it. Each once: step and notice are one transaction, so that sweeping again, or in two daemons
    /// at a time, tells nothing twice. Of steps that were missed only the tightest is told.
    Result<DeadlineSweep> sweep() const;

private:
    Result<DeadlineSweep> sweepTenant(TenantId tenant) const;

    const ServiceContext &m_context;
};

} // namespace countersign
