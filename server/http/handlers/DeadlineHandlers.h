// The endpoints of legal deadlines.
#pragma once

namespace countersign {

class DeadlineService;
class RouteTable;

/// The service must outlive the table.
void bindDeadlines(RouteTable &routes, const DeadlineService &deadlines);

} // namespace countersign
