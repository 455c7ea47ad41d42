// Keeps the stored priority of open cases what the table of priorities says while their deadlines come nearer.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Tenant by tenant; answers how many entries were looked at. Each only when a step of its deadline has passed. A second run
/// finds nothing to do.
Result<int> recalculatePriorities(const ServiceContext &context);

} // namespace countersign
