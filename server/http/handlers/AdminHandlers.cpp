#include "server/http/handlers/AdminHandlers.h"

#include "core/api/endpoints/JobEndpoints.h"
#include "core/api/endpoints/TenantEndpoints.h"
#include "core/api/endpoints/UserEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/JobService.h"
#include "server/service/TenantService.h"
#include "server/service/UserService.h"

namespace countersign {

void bindUsers(RouteTable &routes, const UserService &users)
{
    using Account = Result<api::UserAccount>;
    routes.bind<api::listUsers>([&](const Call &call, const api::UserQuery &query) { return users.list(call.actor(), query); });
    routes.bind<api::createUser>([&](const Call &call, const api::UserCreate &body) { return users.create(call.actor(), body); });
    routes.bind<api::getUser>([&](const Call &call) -> Account {
        const auto id = call.id<UserId>();
        return id ? users.get(call.actor(), *id) : Account(id.error());
    });
    routes.bind<api::updateUser>([&](const Call &call, const api::UserPatch &body) -> Account {
        const auto id = call.id<UserId>();
        return id ? users.update(call.actor(), *id, body, *call.version) : Account(id.error());
    });
    routes.bind<api::deactivateUser>([&](const Call &call) -> Account {
        const auto id = call.id<UserId>();
        return id ? users.setActive(call.actor(), *id, false, call.version) : Account(id.error());
    });
    routes.bind<api::activateUser>([&](const Call &call) -> Account {
        const auto id = call.id<UserId>();
        return id ? users.setActive(call.actor(), *id, true, call.version) : Account(id.error());
    });
    routes.bind<api::unlockUser>([&](const Call &call) -> Account {
        const auto id = call.id<UserId>();
        return id ? users.unlock(call.actor(), *id, call.version) : Account(id.error());
    });
    routes.bind<api::resetUserPassword>([&](const Call &call) -> Result<api::IssuedPassword> {
        const auto id = call.id<UserId>();
        return id ? users.resetPassword(call.actor(), *id, call.version) : Result<api::IssuedPassword>(id.error());
    });
}

void bindJobs(RouteTable &routes, const JobService &jobs)
{
    routes.bind<api::listJobs>([&](const Call &call, const api::JobQuery &query) { return jobs.list(call.actor(), query); });
    routes.bind<api::redriveJob>([&](const Call &call) -> Result<api::JobInfo> {
        const auto id = call.id<JobId>();
        return id ? jobs.redrive(call.actor(), *id) : Result<api::JobInfo>(id.error());
    });
}

void bindTenants(RouteTable &routes, const TenantService &tenants)
{
    using Tenant = Result<api::TenantInfo>;
    routes.bind<api::listTenants>([&](const Call &call, const api::TenantQuery &query) { return tenants.list(call.actor(), query); });
    routes.bind<api::createTenant>([&](const Call &call, const api::TenantCreate &body) { return tenants.create(call.actor(), body); });
    routes.bind<api::getTenant>([&](const Call &call) -> Tenant {
        const auto id = call.id<TenantId>();
        return id ? tenants.get(call.actor(), *id) : Tenant(id.error());
    });
    routes.bind<api::updateTenant>([&](const Call &call, const api::TenantPatch &body) -> Tenant {
        const auto id = call.id<TenantId>();
        return id ? tenants.update(call.actor(), *id, body, *call.version) : Tenant(id.error());
    });
}

} // namespace countersign
