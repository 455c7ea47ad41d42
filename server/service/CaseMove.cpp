#include "server/service/CaseMove.h"

#include "core/queue/CaseMoves.h"
#include "server/repo/TenantRepo.h"
#include "server/repo/UserRepo.h"

namespace countersign {

namespace {

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such queue entry."), {}};
}

Error notAllowed(QueueStatus from, QueueStatus to)
{
    QStringList allowed;
    for (const QueueStatus next : nextStatuses(from))
        allowed.append(toText(next));
    return queueConflict("transition_not_allowed", QStringLiteral("The entry is %1 and cannot become %2; it may become: %3.")
                             .arg(toText(from), toText(to), allowed.isEmpty() ? QStringLiteral("nothing") : allowed.join(QLatin1String(", "))));
}

/// The fields of an entry that its moves change, for the record of them.
QJsonObject recordOf(const LockedEntry &entry)
{
    return {{QStringLiteral("queue_id"), entry.id.toString()},
            {QStringLiteral("queue_status"), toText(entry.status)},
            {QStringLiteral("analyst_id"), entry.analyst ? QJsonValue(entry.analyst->toString()) : QJsonValue()},
            {QStringLiteral("releases"), entry.releases}};
}

} // namespace

Error queueConflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

bool actsForOthers(const Actor &actor)
{
    return actor.may(Permission::DecisionApproveOverride);
}

Result<LockedEntry> CaseMove::lock(QueueId id, std::optional<int> version)
{
    const auto locked = m_queue.lock(id);
    if (!locked)
        return locked.error();
    if (!*locked)
        return notFound();
    if (version && *version != (*locked)->version)
        return queueConflict("stale_version", QStringLiteral("The entry has version %1 and is %2.").arg((*locked)->version).arg(toText((*locked)->status)));
    return **locked;
}

Result<LockedEntry> CaseMove::lockFor(QueueId id, QueueStatus to, std::optional<int> version)
{
    const auto entry = lock(id, version);
    if (entry && !mayMove(entry->status, to))
        return notAllowed(entry->status, to);
    return entry;
}

Result<LockedAnalyst> CaseMove::lockAnalyst(UserId analyst)
{
    const auto locked = m_queue.lockAnalyst(analyst);
    if (!locked)
        return locked.error();
    if (!*locked || !(*locked)->mayReview)
        return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The user cannot review cases."),
                     {{QStringLiteral("analyst_id"), QStringLiteral("cannot_review"), QStringLiteral("is not an active analyst")}}};
    if ((*locked)->activeCases >= kMaxActiveCases)
        return queueConflict("workload_full", QStringLiteral("The analyst has %1 active cases already; finish or release one.").arg((*locked)->activeCases));
    return **locked;
}

Result<void> CaseMove::checkMayHave(const LockedEntry &entry, UserId analyst, const LockedAnalyst &facts)
{
    const auto recused = m_queue.isRecused(entry.applicationId, analyst);
    if (!recused)
        return recused.error();
    if (*recused)
        return queueConflict("recused", QStringLiteral("The analyst has stood back from this case."));
    const auto tenant = TenantRepo(m_unit.transaction()).own(m_unit.tenant());
    if (!tenant)
        return tenant.error();
    const auto limit = tenant->authorityLimits.of(facts.role);
    if (limit && entry.amount > *limit)
        return queueConflict("above_authority", QStringLiteral("The amount is above what the analyst may decide."));
    return {};
}

Result<void> CaseMove::checkReaches(const LockedEntry &entry) const
{
    if (entry.analyst == m_unit.actor().user || actsForOthers(m_unit.actor()))
        return {};
    return queueConflict("not_yours", QStringLiteral("The case is assigned to somebody else."));
}

Result<Priority> CaseMove::priorityOf(const LockedEntry &entry, bool flagged, int releases)
{
    const auto working = TenantRepo(m_unit.transaction()).workingTime(m_unit.tenant());
    if (!working)
        return working.error();
    return calculatePriority({flagged, entry.amount, working->between(m_unit.now(), entry.slaDeadline), releases});
}

Result<void> CaseMove::remember(const LockedEntry &entry)
{
    // Nobody takes back what the system did.
    return m_unit.actor().user ? m_queue.remember(entry.id, *m_unit.actor().user, m_unit.now() + kUndoTime) : Result<void>();
}

Result<api::QueueItem> CaseMove::finish(const LockedEntry &entry, const char *action, const QJsonObject &changed)
{
    const QJsonObject before = recordOf(entry);
    QJsonObject after = before;
    for (auto field = changed.begin(); field != changed.end(); ++field)
        after.insert(field.key(), field.value());
    m_unit.audit({"application", entry.applicationId.uuid(), action, before, after});
    const auto item = m_queue.get(entry.id, m_unit.now(), m_unit.keys());
    if (!item)
        return item.error();
    return *item ? Result<api::QueueItem>(**item) : Result<api::QueueItem>(notFound());
}

Result<void> CaseMove::tellSeniors(const LockedEntry &entry, NoticeKind kind)
{
    auto seniors = UserRepo(m_unit.transaction(), m_unit.tenant()).activeWith(Permission::DecisionApproveOverride);
    if (!seniors)
        return seniors.error();
    if (m_unit.actor().user)
        seniors->removeAll(*m_unit.actor().user);
    m_unit.notify({kind, "application", entry.applicationId.uuid(), *seniors});
    return {};
}

} // namespace countersign
