#include "server/http/handlers/AuthHandlers.h"

#include "core/api/endpoints/AuthEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/AccountService.h"
#include "server/service/StepUpService.h"
#include "server/service/SecondFactorService.h"
#include "server/service/SignInService.h"

namespace countersign {

void bindAuth(RouteTable &routes, const SignInService &signIn)
{
    routes.bind<api::login>([&](const Call &call, const api::LoginRequest &body) { return signIn.signIn(call.visitor(), body); });
    routes.bind<api::refresh>([&](const Call &call, const api::RefreshRequest &body) { return signIn.refresh(call.visitor(), body); });
    routes.bind<api::logout>([&](const Call &call, const api::RefreshRequest &body) { return signIn.signOut(call.visitor(), body); });
}

void bindAccount(RouteTable &routes, const AccountService &accounts)
{
    routes.bind<api::logoutAll>([&](const Call &call) { return accounts.endAllSessions(call.actor()); });
    routes.bind<api::me>([&](const Call &call) { return accounts.describe(call.actor()); });
    routes.bind<api::listSessions>([&](const Call &call) { return accounts.sessions(call.actor()); });
    routes.bind<api::endSession>([&](const Call &call) -> Result<> {
        const auto id = call.id<SessionId>();
        return id ? accounts.endSession(call.actor(), *id) : Result<>(id.error());
    });
    routes.bind<api::changePassword>(
        [&](const Call &call, const api::PasswordChange &body) { return accounts.changePassword(call.actor(), body); });
}

void bindSecondFactor(RouteTable &routes, const SecondFactorService &factors)
{
    routes.bind<api::beginTotp>([&](const Call &call, const api::TotpBegin &body) { return factors.begin(call.actor(), body); });
    routes.bind<api::confirmTotp>([&](const Call &call, const api::TotpConfirm &body) { return factors.confirm(call.actor(), body); });
    routes.bind<api::removeTotp>([&](const Call &call, const api::TotpRemove &body) { return factors.remove(call.actor(), body); });
}

void bindStepUp(RouteTable &routes, const StepUpService &stepUps)
{
    routes.bind<api::stepUp>([&](const Call &call, const api::StepUpRequest &body) { return stepUps.stepUp(call.actor(), body); });
}

} // namespace countersign
