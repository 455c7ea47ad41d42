#include "server/auth/SessionEnd.h"

#include "server/auth/Sessions.h"

namespace countersign {

Result<void> endSessionsOf(Transaction &transaction, TenantId tenant, UserId user, Instant now)
{
    const auto ended = Sessions(transaction).endAll({tenant, user, {}, {}}, now);
    return ended ? Result<void>() : Result<void>(ended.error());
}

Result<void> endSessionsOf(Transaction &transaction, TenantId tenant, Instant now)
{
    return transaction.query("sessions/end_of_tenant").bind("tenant_id", tenant).bind("now", now).exec();
}

} // namespace countersign
