// Policies and the stop switch over HTTP.
#pragma once

namespace countersign {

class PolicyService;
class RouteTable;

/// `policies` must outlive the routes.
void bindPolicies(RouteTable &routes, const PolicyService &policies);

} // namespace countersign
