// The endpoints of the record of what was done.
#pragma once

namespace countersign {

class AuditService;
class RouteTable;

/// `audit` must outlive the table.
void bindAudit(RouteTable &routes, const AuditService &audit);

} // namespace countersign
