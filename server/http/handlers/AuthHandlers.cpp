#include "server/http/handlers/AuthHandlers.h"

#include "server/auth/SignIn.h"
#include "server/http/RouteTable.h"

namespace countersign {

void bindAuth(RouteTable &routes, SignIn &signIn)
{
    routes.bind<api::login>([&](const Call &, const api::LoginRequest &body) { return signIn.signIn(body); });
    routes.bind<api::refresh>([&](const Call &, const api::RefreshRequest &body) { return signIn.refresh(body); });
    routes.bind<api::logout>([&](const Call &, const api::RefreshRequest &body) { return signIn.signOut(body); });
    routes.bind<api::me>([&](const Call &call) { return signIn.describe(call.principal); });
}

} // namespace countersign
