// What a person must not see while he decides a case again: its score, its first decision, and all that tells of them.
#pragma once

#include "core/api/CaseDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// The application whose outcome the actor must not learn now; nobody looks at more than one at a time.
Result<std::optional<ApplicationId>> hiddenFrom(UnitOfWork &unit);

/// For what answers with the state of a case, or refuses by it: NotFound for a case that is hidden.
Result<void> checkNotHidden(UnitOfWork &unit, ApplicationId application);

/// Only what the applicant has said. What is not named here stays out, so that a new field tells nothing by itself.
api::CaseDetail blinded(const api::CaseDetail &detail);

/// Another case of the same person must not tell of it either.
api::CaseDetail without(std::optional<ApplicationId> hidden, api::CaseDetail detail);

} // namespace countersign
