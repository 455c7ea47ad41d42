// The endpoints of decisions, their second signatures and their conditions.
#pragma once

namespace countersign {

class ConditionService;
class DecisionReader;
class DecisionService;
class OverrideService;
class RouteTable;

/// The services must outlive the table.
void bindDecisions(RouteTable &routes, const DecisionService &decisions);
void bindDecisionRecords(RouteTable &routes, const DecisionReader &reader, const ConditionService &conditions);
void bindOverrides(RouteTable &routes, const OverrideService &overrides);

} // namespace countersign
