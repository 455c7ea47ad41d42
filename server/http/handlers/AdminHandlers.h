// The endpoints of users and tenants.
#pragma once

namespace countersign {

class RouteTable;
class JobService;
class TenantService;
class UserService;

/// The services must outlive the table.
void bindUsers(RouteTable &routes, const UserService &users);
void bindJobs(RouteTable &routes, const JobService &jobs);
void bindTenants(RouteTable &routes, const TenantService &tenants);

} // namespace countersign
