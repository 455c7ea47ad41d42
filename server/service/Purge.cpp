#include "server/service/Purge.h"

#include "server/repo/IdempotencyRepo.h"
#include "server/repo/NoticeRepo.h"
#include "server/repo/WebhookRepo.h"

namespace countersign {

namespace {

constexpr std::chrono::days kSessionsAreKept{30};

Result<int> purgeEachTenant(const ServiceContext &context, const std::function<Result<int>(UnitOfWork &)> &purge)
{
    Query tenants = Query::alone(context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    int purged = 0;
    while (tenants.next()) {
        const auto gone = UnitOfWork::run<int>(context, Actor::system(tenants.get<TenantId>("id")), purge);
        if (!gone)
            return gone.error();
        purged += *gone;
    }
    return purged;
}

} // namespace

Result<int> purgeStoredAnswers(const ServiceContext &context)
{
    return purgeEachTenant(context, [](UnitOfWork &unit) { return IdempotencyRepo(unit.transaction(), unit.tenant()).purge(unit.now()); });
}

Result<int> purgeNotices(const ServiceContext &context)
{
    return purgeEachTenant(context, [](UnitOfWork &unit) -> Result<int> {
        const auto notices = NoticeRepo(unit.transaction(), unit.tenant()).purge(unit.now());
        if (!notices)
            return notices;
        const auto deliveries = DeliveryRepo(unit.transaction(), unit.tenant()).purge(unit.now());
        return deliveries ? Result<int>(*notices + *deliveries) : deliveries;
    });
}

Result<int> purgeSessions(const ServiceContext &context)
{
    Query purge = Query::alone(context.database, "sessions/purge");
    if (auto done = purge.bind("before", context.clock.now() - kSessionsAreKept).exec(); !done)
        return done.error();
    return purge.affectedRows();
}

} // namespace countersign
