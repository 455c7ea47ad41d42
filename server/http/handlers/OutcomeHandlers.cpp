#include "server/http/handlers/OutcomeHandlers.h"

#include "core/api/endpoints/OutcomeEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/OutcomeService.h"

namespace countersign {

void bindOutcomes(RouteTable &routes, const OutcomeService &outcomes)
{
    routes.bind<api::recordOutcomes>(
        [&](const Call &call, const api::OutcomeBatch &body) { return outcomes.record(call.actor(), body); });
}

} // namespace countersign
