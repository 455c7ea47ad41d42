#include "server/service/AutoAssignService.h"

#include "server/service/CaseMove.h"

namespace countersign {

namespace {

/// More than these are given in five minutes.
constexpr int kMaxCases = 100;

/// Refusals that only mean: not this person.
bool isAnotherChance(const Error &error)
{
    return error.code == ErrorCode::Invalid || error.code == ErrorCode::Conflict;
}

Result<bool> give(UnitOfWork &unit, QueueId id, UserId analyst)
{
    CaseMove move(unit);
    const auto facts = move.lockAnalyst(analyst);
    if (!facts)
        return facts.error();
    const auto entry = move.lockFor(id, QueueStatus::Assigned, {});
    if (!entry)
        return entry.error();
    if (auto may = move.checkMayHave(*entry, analyst, *facts); !may)
        return may.error();
    if (auto done = move.queue().assign(id, analyst, unit.now()); !done)
        return done.error();
    unit.notify({NoticeKind::CaseAssigned, "application", entry->applicationId.uuid(), {analyst}});
    const auto item = move.finish(*entry, "auto_assigned", {{QStringLiteral("queue_status"), toText(QueueStatus::Assigned)},
                                                            {QStringLiteral("analyst_id"), analyst.toString()}});
    return item ? Result<bool>(true) : item.error();
}

/// Analysts before seniors, and within each who has most room.
void sortByRoom(QList<api::AnalystWorkload> &people)
{
    std::stable_sort(people.begin(), people.end(), [](const api::AnalystWorkload &a, const api::AnalystWorkload &b) {
        const bool seniorA = a.role != Role::Analyst;
        const bool seniorB = b.role != Role::Analyst;
        return seniorA != seniorB ? seniorB : a.free > b.free;
    });
}

} // namespace

Result<int> AutoAssignService::run() const
{
    Query tenants = Query::alone(m_context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    int all = 0;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto given = runTenant(tenants.get<TenantId>("id"));
        if (given)
            all += *given;
        else
            failure = given.error(); // the others have their deadlines all the same
    }
    return failure ? Result<int>(*failure) : Result<int>(all);
}

Result<int> AutoAssignService::runTenant(TenantId tenant) const
{
    struct Plan {
        QList<QueueId> cases;
        QList<api::AnalystWorkload> people;
    };
    const Actor system = Actor::system(tenant);
    auto plan = UnitOfWork::run<Plan>(m_context, system, [](UnitOfWork &unit) -> Result<Plan> {
        QueueRepo queue(unit.transaction(), unit.tenant());
        const auto cases = queue.waitingNearDeadline(kMaxCases, unit.now());
        if (!cases)
            return cases.error();
        if (cases->isEmpty())
            return Plan{};
        const auto workload = queue.workload(unit.now());
        return workload ? Result<Plan>(Plan{*cases, workload->items}) : workload.error();
    });
    if (!plan)
        return plan.error();
    int given = 0;
    for (const QueueId id : plan->cases) {
        sortByRoom(plan->people);
        for (api::AnalystWorkload &person : plan->people) {
            if (person.role == Role::Admin || person.free == 0)
                continue;
            const auto done = UnitOfWork::run<bool>(m_context, system, [&](UnitOfWork &unit) { return give(unit, id, person.analyst.id); });
            if (!done && !isAnotherChance(done.error()))
                return done.error();
            if (!done)
                continue;
            --person.free;
            ++given;
            break;
        }
    }
    return given;
}

} // namespace countersign
