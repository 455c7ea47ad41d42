#include "server/http/handlers/SecondLookHandlers.h"

#include "core/api/endpoints/SecondLookEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/SecondLookService.h"

namespace countersign {

void bindSecondLooks(RouteTable &routes, const SecondLookService &looks)
{
    using Look = Result<api::SecondLookInfo>;
    routes.bind<api::listSecondLooks>(
        [&](const Call &call, const api::SecondLookQuery &query) { return looks.list(call.actor(), query); });
    routes.bind<api::nextSecondLook>([&](const Call &call) { return looks.next(call.actor()); });
    routes.bind<api::decideSecondLook>([&](const Call &call, const api::SecondDecision &body) -> Look {
        const auto id = call.id<SecondLookId>();
        return id ? looks.decide(call.actor(), *id, body, *call.version) : Look(id.error());
    });
    routes.bind<api::releaseSecondLook>([&](const Call &call) -> Result<> {
        const auto id = call.id<SecondLookId>();
        return id ? looks.release(call.actor(), *id, *call.version) : Result<>(id.error());
    });
    routes.bind<api::settleSecondLook>([&](const Call &call, const api::SecondDecision &body) -> Look {
        const auto id = call.id<SecondLookId>();
        return id ? looks.settle(call.actor(), *id, body, *call.version) : Look(id.error());
    });
    routes.bind<api::agreement>(
        [&](const Call &call, const api::AgreementQuery &query) { return looks.agreement(call.actor(), query); });
}

} // namespace countersign
