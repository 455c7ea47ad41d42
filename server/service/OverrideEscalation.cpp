#include "server/service/OverrideEscalation.h"

#include "server/repo/DecisionRepo.h"
#include "server/repo/UserRepo.h"

namespace countersign {

namespace {

/// At most so many in one transaction.
constexpr int kBatch = 500;

/// How many were told; fewer than kBatch: there are no more.
Result<int> tellBatch(UnitOfWork &unit)
{
    const auto overdue = DecisionRepo(unit.transaction(), unit.tenant()).takeOverdue(kBatch, unit.now());
    if (!overdue)
        return overdue.error();
    if (overdue->isEmpty())
        return 0;
    const auto administrators = UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::UserManage);
    if (!administrators)
        return administrators.error();
    for (const OverdueDecision &decision : *overdue) {
        QList<UserId> recipients = *administrators;
        recipients.removeAll(decision.decidedBy);
        unit.audit({"application",
                    decision.application.uuid(),
                    "override_overdue",
                    {},
                    {{QStringLiteral("decision_id"), decision.id.toString()}}});
        unit.notify({NoticeKind::OverrideOverdue, "application", decision.application.uuid(), recipients});
    }
    return int(overdue->size());
}

Result<int> tellTenant(const ServiceContext &context, TenantId tenant)
{
    for (int all = 0;;) {
        const auto batch = UnitOfWork::run<int>(context, Actor::system(tenant), tellBatch);
        if (!batch)
            return batch;
        all += *batch;
        if (*batch < kBatch)
            return all;
    }
}

} // namespace

Result<int> escalateOverdueOverrides(const ServiceContext &context)
{
    Query tenants = Query::alone(context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    int all = 0;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto told = tellTenant(context, tenants.get<TenantId>("id"));
        if (told)
            all += *told;
        else
            failure = told.error(); // the others are told all the same
    }
    return failure ? Result<int>(*failure) : Result<int>(all);
}

} // namespace countersign
