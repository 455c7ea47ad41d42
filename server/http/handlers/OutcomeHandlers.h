// The endpoint of loan outcomes.
#pragma once

namespace countersign {

class OutcomeService;
class RouteTable;

/// The service must outlive the table.
void bindOutcomes(RouteTable &routes, const OutcomeService &outcomes);

} // namespace countersign
