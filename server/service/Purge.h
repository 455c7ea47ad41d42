// Deletes what is kept for a time only.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Answers to requests with an Idempotency-Key, after 24 hours, tenant by tenant; how many. Harmless when several daemons
/// do it at a time.
Result<int> purgeStoredAnswers(const ServiceContext &context);

} // namespace countersign
