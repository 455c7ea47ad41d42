// Applications that end without a decision.
#pragma once

#include "core/api/CaseDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class CancellationService {
public:
    explicit CancellationService(const ServiceContext &context) : m_context(context) {}

    /// Application, queue entry and a decision that waits for its second signature end together. NotFound also for what an
    /// integration did not create itself; Conflict `stale_version`, `transition_not_allowed`.
    Result<> cancel(const Actor &actor, ApplicationId id, const api::ApplicationCancel &request, int version) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
