#include "server/http/handlers/PolicyHandlers.h"

#include "core/api/endpoints/PolicyEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/PolicyService.h"

namespace countersign {

void bindPolicies(RouteTable &routes, const PolicyService &policies)
{
    using Info = Result<api::PolicyInfo>;
    routes.bind<api::listPolicies>(
        [&](const Call &call, const api::PolicyQuery &query) { return policies.list(call.actor(), query); });
    routes.bind<api::createPolicy>(
        [&](const Call &call, const api::PolicyCreate &body) { return policies.create(call.actor(), body); });
    routes.bind<api::getPolicy>([&](const Call &call) -> Info {
        const auto id = call.id<PolicyId>();
        return id ? policies.get(call.actor(), *id) : Info(id.error());
    });
    routes.bind<api::simulatePolicy>(
        [&](const Call &call, const api::SimulationRequest &body) -> Result<api::SimulationReport> {
            const auto id = call.id<PolicyId>();
            return id ? policies.simulate(call.actor(), *id, body) : Result<api::SimulationReport>(id.error());
        });
    routes.bind<api::approvePolicy>([&](const Call &call) -> Info {
        const auto id = call.id<PolicyId>();
        return id ? policies.approve(call.actor(), *id) : Info(id.error());
    });
    routes.bind<api::activatePolicy>([&](const Call &call) -> Info {
        const auto id = call.id<PolicyId>();
        return id ? policies.activate(call.actor(), *id) : Info(id.error());
    });
    routes.bind<api::getAutomation>([&](const Call &call) { return policies.automation(call.actor()); });
    routes.bind<api::setAutomation>([&](const Call &call, const api::AutomationChange &body) {
        return policies.setAutomation(call.actor(), body);
    });
}

} // namespace countersign
