#include "server/service/Purge.h"

#include "server/repo/IdempotencyRepo.h"

namespace countersign {

Result<int> purgeStoredAnswers(const ServiceContext &context)
{
    Query tenants = Query::alone(context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    int purged = 0;
    while (tenants.next()) {
        const auto tenant = tenants.get<TenantId>("id");
        const auto gone = UnitOfWork::run<int>(context, Actor::system(tenant), [tenant](UnitOfWork &unit) {
            return IdempotencyRepo(unit.transaction(), tenant).purge(unit.now());
        });
        if (!gone)
            return gone.error();
        purged += *gone;
    }
    return purged;
}

} // namespace countersign
