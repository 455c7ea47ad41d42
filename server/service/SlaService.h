// The service clock of every case in the queue: warns, marks what is late, and says how well deadlines are kept.
#pragma once

#include "core/api/QueueDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

struct SlaSweep {
    int warned = 0;
    int breached = 0;
};

class SlaService {
public:
    explicit SlaService(const ServiceContext &context) : m_context(context) {}

    /// Tenant by tenant: whoever has a case is told that its deadline approaches, or the senior analysts when nobody has it;
    /// a missed deadline escalates the case and is told to them and to who has it. Each once: mark and notice are one
    /// transaction, so that sweeping again, or in two daemons at a time, tells nothing twice. A case that is both at once,
    /// because nobody swept for hours, is only late.
    Result<SlaSweep> sweep() const;

    /// Invalid (`not_after_from_date`) when the time is empty.
    Result<api::SlaMetrics> metrics(const Actor &actor, const api::SlaMetricsQuery &query) const;

private:
    Result<SlaSweep> sweepTenant(TenantId tenant) const;

    const ServiceContext &m_context;
};

} // namespace countersign
