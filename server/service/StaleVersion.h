// The refusal of a change to what somebody else has changed meanwhile.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Conflict (`stale_version`) that says who changed the application last, what he did and when. `what` has this version
/// and this status now.
Error staleVersion(UnitOfWork &unit, ApplicationId application, const char *what, int version, const QString &status);

} // namespace countersign
