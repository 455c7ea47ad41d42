#include "server/service/ExpiryService.h"

#include "server/repo/QueueRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/repo/UserRepo.h"
#include "server/service/DocumentFlow.h"
#include "server/service/LegalClock.h"

namespace countersign {

namespace {

/// At most so many of a tenant in one run; the next run finds the others.
constexpr int kBatch = 500;

Result<Duration> noticeTimeOf(UnitOfWork &unit)
{
    const auto tenant = TenantRepo(unit.transaction()).own(unit.tenant());
    return tenant ? Result<Duration>(std::chrono::days(tenant->applicationExpiry.noticeDays)) : tenant.error();
}

/// Who has the case, or the senior analysts.
Result<QList<UserId>> recipientsOf(UnitOfWork &unit, std::optional<UserId> analyst)
{
    if (analyst)
        return QList<UserId>{*analyst};
    return UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::DecisionApproveOverride);
}

Result<int> tell(UnitOfWork &unit)
{
    const auto notice = noticeTimeOf(unit);
    if (!notice)
        return notice.error();
    const auto told = ApplicationRepo(unit.transaction(), unit.tenant()).tellExpiry(kBatch, unit.now() + *notice, unit.now());
    if (!told)
        return told.error();
    for (const ExpiringApplication &application : *told) {
        const auto recipients = recipientsOf(unit, application.analyst);
        if (!recipients)
            return recipients.error();
        unit.audit({"application", application.id.uuid(), "expiry_told", {},
                    {{QStringLiteral("expires_at"), toIso(application.expiresAt)}}});
        unit.notify({NoticeKind::ApplicationExpiring, "application", application.id.uuid(), *recipients});
    }
    return int(told->size());
}

Result<QList<ApplicationId>> dueOf(UnitOfWork &unit)
{
    const auto notice = noticeTimeOf(unit);
    if (!notice)
        return notice.error();
    return ApplicationRepo(unit.transaction(), unit.tenant()).dueToExpire(kBatch, unit.now() - *notice, unit.now());
}

/// False when somebody was faster.
Result<bool> expire(UnitOfWork &unit, ApplicationId id)
{
    const auto application = lockApplicationOf(unit, id);
    if (!application)
        return application.error();
    if (!mayMove(application->status, ApplicationStatus::Expired))
        return false;
    LegalClock clock(unit);
    const auto owes = clock.owesNotice(id);
    if (!owes)
        return owes.error();
    if (*owes)
        return false; // the law wants an answer first
    if (auto noted = clock.note(LegalEvent::Closed, {id}); !noted)
        return noted.error();
    QueueRepo queue(unit.transaction(), unit.tenant());
    const auto entry = queue.lockOpenOf(id);
    if (!entry)
        return entry.error();
    if (*entry)
        if (auto left = queue.setStatus((*entry)->id, QueueStatus::Cancelled, unit.now()); !left)
            return left.error();
    if (auto closed = endDocumentRequest(unit, *application, DocumentRequestOutcome::Withdrawn); !closed)
        return closed.error();
    if (const auto version = ApplicationRepo(unit.transaction(), unit.tenant()).setStatus(id, ApplicationStatus::Expired, unit.now()); !version)
        return version.error();
    const auto recipients = recipientsOf(unit, *entry ? (*entry)->analyst : std::nullopt);
    if (!recipients)
        return recipients.error();
    unit.audit({"application", id.uuid(), "expired", {{QStringLiteral("status"), toText(application->status)}},
                {{QStringLiteral("status"), toText(ApplicationStatus::Expired)}}});
    unit.notify({NoticeKind::ApplicationExpired, "application", id.uuid(), *recipients});
    return true;
}

} // namespace

Result<ExpirySweep> ExpiryService::sweep() const
{
    Query tenants = Query::alone(m_context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    ExpirySweep all;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto swept = sweepTenant(tenants.get<TenantId>("id"));
        if (!swept) {
            failure = swept.error(); // the others have their times all the same
            continue;
        }
        all.told += swept->told;
        all.expired += swept->expired;
    }
    return failure ? Result<ExpirySweep>(*failure) : Result<ExpirySweep>(all);
}

Result<ExpirySweep> ExpiryService::sweepTenant(TenantId tenant) const
{
    const Actor system = Actor::system(tenant);
    const auto told = UnitOfWork::run<int>(m_context, system, [](UnitOfWork &unit) { return tell(unit); });
    if (!told)
        return told.error();
    const auto due = UnitOfWork::run<QList<ApplicationId>>(m_context, system, [](UnitOfWork &unit) { return dueOf(unit); });
    if (!due)
        return due.error();
    ExpirySweep swept{*told, 0};
    std::optional<Error> failure;
    for (const ApplicationId id : *due) {
        const auto ended = UnitOfWork::run<bool>(m_context, system, [id](UnitOfWork &unit) { return expire(unit, id); });
        if (ended)
            swept.expired += *ended ? 1 : 0;
        else
            failure = ended.error(); // no application waits for another
    }
    return failure ? Result<ExpirySweep>(*failure) : Result<ExpirySweep>(swept);
}

} // namespace countersign
