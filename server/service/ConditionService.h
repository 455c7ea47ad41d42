// What becomes of the conditions of an approval.
#pragma once

#include "core/api/DecisionDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class ConditionService {
public:
    explicit ConditionService(const ServiceContext &context) : m_context(context) {}

    /// Status, due date and note; what the patch leaves out stays. NotFound also for a condition of another decision;
    /// Conflict `stale_version`, `transition_not_allowed`, `not_in_force` (the decision waits, or was rejected); Forbidden
    /// for waiving without decision:approve_override; Invalid for a due date in the past.
    Result<api::ConditionInfo> change(const Actor &actor, DecisionId decision, ConditionId id,
                                      const api::ConditionPatch &patch, int version) const;

private:
    const ServiceContext &m_context;
};

} // namespace countersign
