// A case on its way back from waiting for documents, within a unit of work; several use cases end there.
#pragma once

#include "core/application/DocumentKind.h"
#include "server/repo/ApplicationRepo.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Forbidden for integrations and for the system: what people of the bank write and collect about a case is between them.
Result<void> requirePerson(const Actor &actor);

/// Locked, first of all that a change of a case locks. NotFound also for what an integration did not create itself.
Result<LockedApplication> lockApplicationOf(UnitOfWork &unit, ApplicationId id);

/// Closes the open request. When the case waits for it, the case is in review again, with the same analyst, who is told,
/// and what was left of its working time runs on. The application must be locked.
Result<void> endDocumentRequest(UnitOfWork &unit, const LockedApplication &application, DocumentRequestOutcome outcome);

/// The same as `received` when nothing is outstanding any more.
Result<void> endWhenComplete(UnitOfWork &unit, const LockedApplication &application, DocumentRequestId request);

} // namespace countersign
