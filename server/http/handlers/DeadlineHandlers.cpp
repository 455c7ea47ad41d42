#include "server/http/handlers/DeadlineHandlers.h"

#include "core/api/endpoints/DeadlineEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/DeadlineService.h"

namespace countersign {

void bindDeadlines(RouteTable &routes, const DeadlineService &deadlines)
{
    routes.bind<api::listDeadlines>([&](const Call &call) -> Result<api::DeadlineList> {
        const auto id = call.id<ApplicationId>();
        return id ? deadlines.list(call.actor(), *id) : Result<api::DeadlineList>(id.error());
    });
}

} // namespace countersign
