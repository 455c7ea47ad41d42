// Decisions against the model that nobody has signed in time are brought to the administrators.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Tenant by tenant; answers how many were told. Each once: mark and notice are one transaction. Never to who decided.
Result<int> escalateOverdueOverrides(const ServiceContext &context);

} // namespace countersign
