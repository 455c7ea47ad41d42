#include "server/http/handlers/DecisionHandlers.h"

#include "core/api/endpoints/DecisionEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/ConditionService.h"
#include "server/service/DecisionReader.h"
#include "server/service/DecisionService.h"
#include "server/service/OverrideService.h"

namespace countersign {

using Decision = Result<api::DecisionInfo>;

void bindDecisions(RouteTable &routes, const DecisionService &decisions)
{
    routes.bind<api::createDecision>(
        [&](const Call &call, const api::DecisionCreate &body) { return decisions.create(call.actor(), body); });
    routes.bind<api::previewDecision>([&](const Call &call, const api::DecisionPreviewRequest &body) {
        return decisions.preview(call.actor(), body);
    });
}

void bindDecisionRecords(RouteTable &routes, const DecisionReader &reader, const ConditionService &conditions)
{
    routes.bind<api::listDecisions>(
        [&](const Call &call, const api::DecisionQuery &query) { return reader.list(call.actor(), query); });
    routes.bind<api::getDecision>([&](const Call &call) -> Decision {
        const auto id = call.id<DecisionId>();
        return id ? reader.get(call.actor(), *id) : Decision(id.error());
    });
    routes.bind<api::updateCondition>(
        [&](const Call &call, const api::ConditionPatch &body) -> Result<api::ConditionInfo> {
            const auto decision = call.id<DecisionId>();
            if (!decision)
                return decision.error();
            const auto id = call.id<ConditionId>("condition_id");
            return id ? conditions.change(call.actor(), *decision, *id, body, *call.version)
                      : Result<api::ConditionInfo>(id.error());
        });
}

void bindOverrides(RouteTable &routes, const OverrideService &overrides)
{
    routes.bind<api::listWaitingOverrides>(
        [&](const Call &call, const api::OverrideQuery &query) { return overrides.waiting(call.actor(), query); });
    routes.bind<api::approveOverride>([&](const Call &call, const api::OverrideApproval &body) -> Decision {
        const auto id = call.id<DecisionId>();
        return id ? overrides.approve(call.actor(), *id, body, *call.version) : Decision(id.error());
    });
    routes.bind<api::rejectOverride>([&](const Call &call, const api::OverrideRejection &body) -> Decision {
        const auto id = call.id<DecisionId>();
        return id ? overrides.reject(call.actor(), *id, body, *call.version) : Decision(id.error());
    });
}

} // namespace countersign
