#include "server/http/handlers/ApiKeyHandlers.h"

#include "core/api/endpoints/ApiKeyEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/ApiKeyService.h"

namespace countersign {

void bindApiKeys(RouteTable &routes, const ApiKeyService &keys)
{
    routes.bind<api::createApiKey>(
        [&](const Call &call, const api::ApiKeyCreate &body) { return keys.create(call.actor(), body); });
    routes.bind<api::listApiKeys>(
        [&](const Call &call, const api::ApiKeyQuery &query) { return keys.list(call.actor(), query); });
    routes.bind<api::revokeApiKey>([&](const Call &call) -> Result<> {
        const auto id = call.id<ApiKeyId>();
        return id ? keys.revoke(call.actor(), *id) : Result<>(id.error());
    });
}

} // namespace countersign
