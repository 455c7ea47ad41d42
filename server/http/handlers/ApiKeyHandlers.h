// The endpoints that administer the keys of integrations.
#pragma once

namespace countersign {

class ApiKeyService;
class RouteTable;

/// `keys` must outlive the table.
void bindApiKeys(RouteTable &routes, const ApiKeyService &keys);

} // namespace countersign
