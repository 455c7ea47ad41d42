// The endpoints of second looks.
#pragma once

namespace countersign {

class RouteTable;
class SecondLookService;

/// The service must outlive the table.
void bindSecondLooks(RouteTable &routes, const SecondLookService &looks);

} // namespace countersign
