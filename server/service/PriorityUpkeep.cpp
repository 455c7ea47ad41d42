#include "server/service/PriorityUpkeep.h"

#include "server/repo/PriorityRepo.h"
#include "server/repo/TenantRepo.h"

namespace countersign {

namespace {

/// At most so many in one transaction.
constexpr int kBatch = 500;

/// How many were looked at; fewer than kBatch: there are no more.
Result<int> recalculateBatch(UnitOfWork &unit)
{
    PriorityRepo priorities(unit.transaction(), unit.tenant());
    const auto due = priorities.lockDue(kBatch, unit.now());
    if (!due)
        return due.error();
    if (due->isEmpty())
        return 0;
    const auto working = TenantRepo(unit.transaction()).workingTime(unit.tenant());
    if (!working)
        return working.error();
    QList<NewPriority> changed;
    for (const EntryToPrioritise &entry : *due) {
        const Duration left = working->between(unit.now(), entry.slaDeadline);
        changed.append({entry.id, calculatePriority({entry.flagged, entry.amount, left, entry.releases}),
                        nextPriorityStep(unit.now(), entry.slaDeadline, *working)});
    }
    if (auto done = priorities.set(changed, unit.now()); !done)
        return done.error();
    return int(changed.size());
}

Result<int> recalculateTenant(const ServiceContext &context, TenantId tenant)
{
    for (int all = 0;;) {
        const auto batch = UnitOfWork::run<int>(context, Actor::system(tenant), recalculateBatch);
        if (!batch)
            return batch;
        all += *batch;
        if (*batch < kBatch)
            return all;
    }
}

} // namespace

Result<int> recalculatePriorities(const ServiceContext &context)
{
    Query tenants = Query::alone(context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    int all = 0;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto done = recalculateTenant(context, tenants.get<TenantId>("id"));
        if (done)
            all += *done;
        else
            failure = done.error(); // the others have their deadlines all the same
    }
    return failure ? Result<int>(*failure) : Result<int>(all);
}

} // namespace countersign
