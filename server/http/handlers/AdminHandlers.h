// The endpoints of users and tenants.
#pragma once

namespace countersign {

class RouteTable;
class TenantService;
class UserService;

/// The services must outlive the table.
void bindUsers(RouteTable &routes, const UserService &users);
void bindTenants(RouteTable &routes, const TenantService &tenants);

} // namespace countersign
