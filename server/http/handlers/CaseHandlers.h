// The endpoints of applications, queue and persons.
#pragma once

namespace countersign {

class CancellationService;
class CaseService;
class EditService;
class IntakeService;
class NoteService;
class PersonService;
class QueueService;
class RouteTable;
class SlaService;

/// The services must outlive the table.
void bindApplications(RouteTable &routes, const IntakeService &intake, const CaseService &cases);
void bindQueue(RouteTable &routes, const QueueService &queue, const SlaService &sla);
void bindCancellation(RouteTable &routes, const CancellationService &cancellation);
void bindEditing(RouteTable &routes, const EditService &edits, const NoteService &notes);
void bindPersons(RouteTable &routes, const PersonService &persons);

} // namespace countersign
