// The half of QueueService that offers cases and calls for others: next, stand back, escalate, flag, ask for help.
#include "server/service/CaseMove.h"
#include "server/service/QueueService.h"

#include "core/queue/CaseMoves.h"
#include "server/repo/TenantRepo.h"

namespace countersign {

namespace {

/// Puts a case back that has been offered and not begun.
Result<void> skip(CaseMove &move, UnitOfWork &unit, const api::SkipCase &request)
{
    const auto entry = move.lockFor(request.queueId, QueueStatus::Pending, {});
    if (!entry)
        return entry.error();
    if (entry->analyst != unit.actor().user)
        return queueConflict("not_yours", QStringLiteral("The case is assigned to somebody else."));
    if (entry->status != QueueStatus::Assigned)
        return queueConflict("already_started", QStringLiteral("The review has begun: release the case."));
    if (auto done = move.queue().skip(request.queueId, *unit.actor().user, request.reason, unit.now()); !done)
        return done;
    const auto item = move.finish(*entry, "skipped", {{QStringLiteral("queue_status"), toText(QueueStatus::Pending)},
                                                      {QStringLiteral("analyst_id"), QJsonValue()},
                                                      {QStringLiteral("skip_reason"), toText(request.reason)}});
    return item ? Result<void>() : Result<void>(item.error());
}

} // namespace

Result<api::NextCase> QueueService::next(const Actor &actor, const api::TakeNext &request) const
{
    if (!actor.user)
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person can take a case"), {}};
    return UnitOfWork::run<api::NextCase>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::NextCase> {
        CaseMove move(unit);
        if (request.skip)
            if (auto skipped = skip(move, unit, *request.skip); !skipped)
                return skipped.error();
        const auto facts = move.lockAnalyst(*actor.user);
        if (!facts)
            return facts.error();
        const auto tenant = TenantRepo(unit.transaction()).own(unit.tenant());
        if (!tenant)
            return tenant.error();
        const auto id = move.queue().lockNext({*actor.user, tenant->authorityLimits.of(facts->role), tenant->currency, unit.now() - kSkipTime}, unit.now());
        if (!id)
            return id.error();
        if (!*id)
            return api::NextCase{};
        const auto entry = move.lockFor(**id, QueueStatus::Assigned, {});
        if (!entry)
            return entry.error();
        if (auto done = move.queue().assign(**id, *actor.user, unit.now()); !done)
            return done.error();
        const auto item = move.finish(*entry, "assigned", {{QStringLiteral("queue_status"), toText(QueueStatus::Assigned)},
                                                           {QStringLiteral("analyst_id"), actor.user->toString()}});
        return item ? Result<api::NextCase>(api::NextCase{*item}) : item.error();
    });
}

Result<api::QueueItem> QueueService::recuse(const Actor &actor, QueueId id, const api::RecuseCase &request,
                                            std::optional<int> version) const
{
    if (!actor.user)
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person stands back"), {}};
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lock(id, version);
        if (!entry)
            return entry.error();
        const bool isOwn = entry->analyst == actor.user;
        if (!isOpen(entry->status) || (isOwn && !isActive(entry->status)))
            return queueConflict("transition_not_allowed", QStringLiteral("The entry is %1.").arg(toText(entry->status)));
        if (auto done = move.queue().recuse(entry->applicationId, *actor.user, request.relation, unit.now()); !done)
            return done.error();
        QJsonObject changed{{QStringLiteral("relation"), toText(request.relation)}, {QStringLiteral("recused_id"), actor.user->toString()}};
        if (isOwn) {
            if (auto done = move.queue().giveBack(id, unit.now()); !done)
                return done.error();
            changed.insert(QStringLiteral("queue_status"), toText(QueueStatus::Pending));
            changed.insert(QStringLiteral("analyst_id"), QJsonValue());
        }
        return move.finish(*entry, "recused", changed);
    });
}

Result<api::QueueItem> QueueService::escalate(const Actor &actor, QueueId id, const api::EscalateCase &request,
                                              std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lock(id, version);
        if (!entry)
            return entry.error();
        if (!isOpen(entry->status))
            return queueConflict("transition_not_allowed", QStringLiteral("The entry is %1.").arg(toText(entry->status)));
        if (entry->escalated)
            return queueConflict("already_escalated", QStringLiteral("The senior analysts have been told."));
        if (entry->analyst)
            if (auto reaches = move.checkReaches(*entry); !reaches)
                return reaches.error();
        if (auto done = move.remember(*entry); !done)
            return done.error();
        if (auto done = move.queue().escalate(id, unit.now()); !done)
            return done.error();
        if (auto told = move.tellSeniors(*entry, NoticeKind::CaseEscalated); !told)
            return told.error();
        return move.finish(*entry, "escalated", {{QStringLiteral("escalated"), true}, {QStringLiteral("escalation_reason"), request.reason}});
    });
}

Result<api::QueueItem> QueueService::flag(const Actor &actor, QueueId id, const api::FlagCase &request, std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lock(id, version);
        if (!entry)
            return entry.error();
        if (!isOpen(entry->status))
            return queueConflict("transition_not_allowed", QStringLiteral("The entry is %1.").arg(toText(entry->status)));
        const auto priority = move.priorityOf(*entry, request.flagged, entry->releases);
        if (!priority)
            return priority.error();
        if (auto done = move.remember(*entry); !done)
            return done.error();
        if (auto done = move.queue().setFlag(id, request.flagged, *priority, unit.now()); !done)
            return done.error();
        return move.finish(*entry, "flagged", {{QStringLiteral("flagged"), request.flagged}, {QStringLiteral("flag_reason"), request.reason}});
    });
}

Result<api::QueueItem> QueueService::requestHelp(const Actor &actor, QueueId id, const api::RequestHelp &request,
                                                 std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lock(id, version);
        if (!entry)
            return entry.error();
        if (entry->analyst != actor.user || !isActive(entry->status))
            return queueConflict("not_yours", QStringLiteral("Help is asked for by who works on the case."));
        if (auto done = move.queue().requestHelp(id, unit.now()); !done)
            return done.error();
        if (auto told = move.tellSeniors(*entry, NoticeKind::HelpRequested); !told)
            return told.error();
        return move.finish(*entry, "help_requested", {{QStringLiteral("help_topic"), toText(request.topic)}});
    });
}

Result<api::Workload> QueueService::workload(const Actor &actor) const
{
    return UnitOfWork::run<api::Workload>(m_context, actor, [&](UnitOfWork &unit) {
        return QueueRepo(unit.transaction(), unit.tenant()).workload(unit.now());
    });
}

} // namespace countersign
