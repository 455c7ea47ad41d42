// Ends sessions from outside: when an account or a tenant is switched off, or a password is replaced.
#pragma once

#include "server/db/Transaction.h"

namespace countersign {

/// In the caller's transaction. `now` is the real time, as for every session.
Result<void> endSessionsOf(Transaction &transaction, TenantId tenant, UserId user, Instant now);
Result<void> endSessionsOf(Transaction &transaction, TenantId tenant, Instant now);

} // namespace countersign
