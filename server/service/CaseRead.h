// One application with everything that belongs to it, as several use cases read it.
#pragma once

#include "core/api/CaseDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Nothing when the tenant has no such application, or the unit's API key has not created it.
Result<std::optional<api::CaseDetail>> readCase(UnitOfWork &unit, ApplicationId id);

} // namespace countersign
