// Policies from a draft to retirement, and the stop switch: what decides without a person is decided by two persons.
#pragma once

#include "core/api/PolicyDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class PolicyService {
public:
    /// `context` must outlive the service.
    explicit PolicyService(const ServiceContext &context) : m_context(context) {}

    Result<Page<api::PolicyInfo>> list(const Actor &actor, const api::PolicyQuery &query) const;
    Result<api::PolicyInfo> get(const Actor &actor, PolicyId id) const;

    /// A draft. Invalid (`invalid_policy`) for rules that contradict each other.
    Result<api::PolicyInfo> create(const Actor &actor, const api::PolicyCreate &request) const;

    /// What the policy would have done with the cases of a period, the newest 1,000,000 at most. A draft is simulated by
    /// it and may be approved; on any other policy it only looks.
    Result<api::SimulationReport> simulate(const Actor &actor, PolicyId id,
                                           const api::SimulationRequest &request) const;

    /// Conflict (`bad_transition`) unless it is simulated, Forbidden (`four_eyes`) for who made it, (`step_up_required`).
    Result<api::PolicyInfo> approve(const Actor &actor, PolicyId id) const;

    /// In force from now on; the one before is retired. Conflict (`bad_transition`) unless it is approved, Forbidden
    /// (`step_up_required`).
    Result<api::PolicyInfo> activate(const Actor &actor, PolicyId id) const;

    Result<api::AutomationInfo> automation(const Actor &actor) const;
    /// What is routed from now on follows the switch; what was decided stays. Forbidden (`step_up_required`).
    Result<api::AutomationInfo> setAutomation(const Actor &actor, const api::AutomationChange &change) const;

private:
    using Move = std::function<Result<bool>(UnitOfWork &, const api::PolicyInfo &)>;
    Result<api::PolicyInfo> move(const Actor &actor, PolicyId id, PolicyState to, const Move &move) const;

    const ServiceContext &m_context;
};

} // namespace countersign
