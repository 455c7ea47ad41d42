// The endpoints of applications, queue and decisions.
#pragma once

namespace countersign {

class CaseService;
class DecisionService;
class IntakeService;
class QueueService;
class RouteTable;
class SlaService;

/// The services must outlive the table.
void bindApplications(RouteTable &routes, const IntakeService &intake, const CaseService &cases);
void bindQueue(RouteTable &routes, const QueueService &queue, const SlaService &sla);
void bindDecisions(RouteTable &routes, const DecisionService &decisions);

} // namespace countersign
