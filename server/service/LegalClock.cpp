#include "server/service/LegalClock.h"

#include "server/repo/TenantRepo.h"

namespace countersign {

namespace {

api::DeadlineInfo infoOf(const LegalDeadline &deadline, const QTimeZone &zone, Instant now)
{
    api::DeadlineInfo info{deadline.kind,
                           deadline.pack,
                           deadline.packVersion,
                           deadline.startedAt,
                           deadline.dueOn,
                           deadline.dueAt,
                           deadline.state,
                           deadline.isMissedAt(now),
                           {},
                           deadline.endedAt};
    if (deadline.state == DeadlineState::Running)
        info.daysLeft = daysLeft(deadline, zone, now);
    return info;
}

} // namespace

Result<void> LegalClock::note(LegalEvent event, const QList<ApplicationId> &applications)
{
    if (applications.isEmpty())
        return {};
    const auto tenant = TenantRepo(m_unit.transaction()).own(m_unit.tenant());
    if (!tenant)
        return tenant.error();
    DeadlineRepo deadlines(m_unit.transaction(), m_unit.tenant());
    const auto current = deadlines.of(applications);
    if (!current)
        return current.error();
    const QTimeZone zone(tenant->timeZone.toLatin1());
    DeadlinesByApplication changed;
    for (const ApplicationId application : applications)
        if (auto changes =
                changedBy(event, m_unit.now(), rulePackInForce(tenant->rulePack), zone, current->value(application));
            !changes.isEmpty())
            changed.insert(application, changes);
    return deadlines.put(changed);
}

Result<api::DeadlineList> LegalClock::listOf(ApplicationId application)
{
    const auto found = DeadlineRepo(m_unit.transaction(), m_unit.tenant()).of({application});
    if (!found)
        return found.error();
    const QList<LegalDeadline> deadlines = found->value(application);
    api::DeadlineList list{{}, countersign::owesNotice(deadlines), m_unit.now()};
    if (deadlines.isEmpty())
        return list;
    const auto tenant = TenantRepo(m_unit.transaction()).own(m_unit.tenant());
    if (!tenant)
        return tenant.error();
    const QTimeZone zone(tenant->timeZone.toLatin1());
    for (const LegalDeadline &deadline : deadlines)
        list.items.append(infoOf(deadline, zone, m_unit.now()));
    return list;
}

Result<bool> LegalClock::owesNotice(ApplicationId application)
{
    const auto found = DeadlineRepo(m_unit.transaction(), m_unit.tenant()).of({application});
    return found ? Result<bool>(countersign::owesNotice(found->value(application))) : found.error();
}

} // namespace countersign
