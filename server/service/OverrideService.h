// The second signature: decisions against the model that wait for it, and what it does.
#pragma once

#include "core/api/OverrideDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Decision, application, queue entry and record change together, or nothing does. NotFound for decisions of other
/// tenants; Forbidden (`own_decision`) for one's own; Conflict `stale_version` (who did what meanwhile), `not_waiting`.
class OverrideService {
public:
    explicit OverrideService(const ServiceContext &context) : m_context(context) {}

    /// The one that waits longest first; those of the caller are marked.
    Result<Page<api::WaitingOverride>> waiting(const Actor &actor, const api::OverrideQuery &query) const;

    /// The decision is in force from now on. Uses up a step-up token: Forbidden `step_up_required`.
    Result<api::DecisionInfo> approve(const Actor &actor, DecisionId id, const api::OverrideApproval &request,
                                      int version) const;
    /// The case is in progress again with who decided it: as started before, on the same service clock, even past the
    /// workload limit.
    Result<api::DecisionInfo> reject(const Actor &actor, DecisionId id, const api::OverrideRejection &request,
                                     int version) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
