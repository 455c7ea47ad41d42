// Deletes what is kept for a time only.
#pragma once

#include "server/service/UnitOfWork.h"

namespace countersign {

/// Answers to requests with an Idempotency-Key, after 24 hours, tenant by tenant; how many. Harmless when several daemons
/// do it at a time.
Result<int> purgeStoredAnswers(const ServiceContext &context);

/// Sessions that ended or ran out a month ago; how many. The context's clock must be the real one, as for every session.
Result<int> purgeSessions(const ServiceContext &context);
/// Notices that were read after 30 days, all after 90; mails to applicants after 90; what was sent to webhooks after 30.
Result<int> purgeNotices(const ServiceContext &context);

} // namespace countersign
