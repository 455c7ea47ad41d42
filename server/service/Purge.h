// Deletes what is kept for a time only.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Answers to requests with an Idempotency-Key, after 24 hours, tenant by tenant; how many. Harmless when several daemons
/// do it at a time.
Result<int> purgeStoredAnswers(const ServiceContext &context);

/// Sessions that ended or ran out a month ago; how many. The context's clock must be the real one, as for every session.
Result<int> purgeSessions(const ServiceContext &context);

} // namespace countersign
