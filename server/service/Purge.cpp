#include "server/service/Purge.h"

#include "server/repo/IdempotencyRepo.h"

namespace countersign {

namespace {

constexpr std::chrono::days kSessionsAreKept{30};

} // namespace

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

Result<int> purgeSessions(const ServiceContext &context)
{
    Query purge = Query::alone(context.database, "sessions/purge");
    if (auto done = purge.bind("before", context.clock.now() - kSessionsAreKept).exec(); !done)
        return done.error();
    return purge.affectedRows();
}

} // namespace countersign
