#include "server/service/DeadlineService.h"

#include "server/repo/ApplicationRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/repo/UserRepo.h"
#include "server/service/Blindness.h"
#include "server/service/LegalClock.h"

namespace countersign {

namespace {

/// At most so many in one transaction.
constexpr int kBatch = 500;

/// One step that is told now.
struct Told {
    ApplicationId application;
    LegalDeadline deadline;
    int step = 0; ///< of kDeadlineSteps
};

struct Batch {
    qsizetype locked = 0;
    QList<Told> told;
};

/// The step that has come of each; stores when the next one does.
Result<Batch> takeSteps(UnitOfWork &unit)
{
    DeadlineRepo deadlines(unit.transaction(), unit.tenant());
    auto due = deadlines.lockDue(kBatch, unit.now());
    if (!due || due->isEmpty())
        return due ? Result<Batch>(Batch{}) : due.error();
    const auto tenant = TenantRepo(unit.transaction()).own(unit.tenant());
    if (!tenant)
        return tenant.error();
    const QTimeZone zone(tenant->timeZone.toLatin1());
    Batch batch;
    for (auto of = due->begin(); of != due->end(); ++of) {
        for (LegalDeadline &deadline : of.value()) {
            ++batch.locked;
            deadline.nextStepAt = nextStepAfter(deadline, zone, unit.now());
            // Nothing has come when the tenant has moved to another time zone since.
            if (const auto step = stepAt(deadline, zone, unit.now()))
                batch.told.append({of.key(), deadline, *step});
        }
    }
    if (auto stored = deadlines.put(*due); !stored)
        return stored.error();
    return batch;
}

/// Records and tells the steps; the cases are escalated.
Result<void> tell(UnitOfWork &unit, const QList<Told> &told)
{
    QList<ApplicationId> applications;
    for (const Told &one : told)
        applications.append(one.application);
    const auto analysts = DeadlineRepo(unit.transaction(), unit.tenant()).escalate(applications, unit.now());
    if (!analysts)
        return analysts.error();
    const auto seniors = UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::DecisionApproveOverride);
    if (!seniors)
        return seniors.error();
    for (const Told &one : told) {
        const bool isMissed = one.step == 0;
        QJsonObject value{{QStringLiteral("deadline"), toText(one.deadline.kind)},
                          {QStringLiteral("due_on"), one.deadline.dueOn.toString(Qt::ISODate)}};
        if (!isMissed)
            value.insert(QStringLiteral("days_left"), one.step);
        unit.audit(
            {"application", one.application.uuid(), isMissed ? "deadline_missed" : "deadline_approaching", {}, value});
        QList<UserId> recipients = *seniors;
        const auto analyst = analysts->value(one.application);
        if (analyst && !recipients.contains(*analyst))
            recipients.append(*analyst);
        unit.notify({isMissed ? NoticeKind::DeadlineMissed : NoticeKind::DeadlineApproaching, "application",
                     one.application.uuid(), recipients});
    }
    return {};
}

Result<Batch> sweepBatch(UnitOfWork &unit)
{
    auto batch = takeSteps(unit);
    if (!batch || batch->told.isEmpty())
        return batch;
    if (auto done = tell(unit, batch->told); !done)
        return done.error();
    return batch;
}

} // namespace

Result<api::DeadlineList> DeadlineService::list(const Actor &actor, ApplicationId application) const
{
    return UnitOfWork::run<api::DeadlineList>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DeadlineList> {
        if (auto open = checkNotHidden(unit, application); !open)
            return open.error();
        const auto found = ApplicationRepo(unit.transaction(), unit.tenant()).brief(application);
        if (!found)
            return found.error();
        if (!*found)
            return Error{
                ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
        return LegalClock(unit).listOf(application);
    });
}

Result<DeadlineSweep> DeadlineService::sweep() const
{
    Query tenants = Query::alone(m_context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    DeadlineSweep all;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto swept = sweepTenant(tenants.get<TenantId>("id"));
        if (!swept) {
            failure = swept.error(); // the others have their deadlines all the same
            continue;
        }
        all.approaching += swept->approaching;
        all.missed += swept->missed;
    }
    return failure ? Result<DeadlineSweep>(*failure) : Result<DeadlineSweep>(all);
}

Result<DeadlineSweep> DeadlineService::sweepTenant(TenantId tenant) const
{
    for (DeadlineSweep all;;) {
        const auto batch =
            UnitOfWork::run<Batch>(m_context, Actor::system(tenant), [](UnitOfWork &unit) { return sweepBatch(unit); });
        if (!batch)
            return batch.error();
        for (const Told &one : batch->told) {
            ++(one.step == 0 ? all.missed : all.approaching);
            m_context.metrics.count(Metric::LegalDeadlines,
                                    {toCString(one.deadline.kind), one.step == 0 ? "missed" : "approaching"});
        }
        if (batch->locked < kBatch)
            return all;
    }
}

} // namespace countersign
