// The half of QueueService that moves cases between people: give, start, release, take back.
#include "server/service/CaseMove.h"
#include "server/service/QueueService.h"

#include "core/queue/CaseMoves.h"

namespace countersign {

namespace {

Error forbidden(const QString &detail)
{
    return {ErrorCode::Forbidden, QStringLiteral("forbidden"), detail, {}};
}

/// A supervisor may also take a case from one analyst and give it to another.
Result<LockedEntry> lockToGive(CaseMove &move, UnitOfWork &unit, QueueId id, std::optional<int> version, UserId analyst)
{
    const auto entry = move.lock(id, version);
    if (!entry)
        return entry;
    const bool isTaken = isActive(entry->status) && entry->analyst != analyst;
    return isTaken && actsForOthers(unit.actor()) ? entry : move.lockFor(id, QueueStatus::Assigned, version);
}

/// The state that the entry goes back to counts against the workload of who gets it.
Result<void> checkUndo(CaseMove &move, const LockedEntry &entry)
{
    const auto &undo = entry.undo;
    if (!undo->analyst || !isActive(undo->status) || undo->analyst == entry.analyst)
        return {};
    const auto analyst = move.lockAnalyst(*undo->analyst);
    return analyst ? move.checkMayHave(entry, *undo->analyst, *analyst) : Result<void>(analyst.error());
}

} // namespace

Result<api::QueueItem> QueueService::assign(const Actor &actor, QueueId id, const api::AssignCase &request,
                                            std::optional<int> version) const
{
    const std::optional<UserId> analyst = request.analystId ? request.analystId : actor.user;
    if (!analyst)
        return forbidden(QStringLiteral("only a person can take a case"));
    if (analyst != actor.user && !actsForOthers(actor))
        return forbidden(QStringLiteral("giving cases to others needs %1").arg(toText(Permission::DecisionApproveOverride)));
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto facts = move.lockAnalyst(*analyst);
        if (!facts)
            return facts.error();
        const auto entry = lockToGive(move, unit, id, version, *analyst);
        if (!entry)
            return entry.error();
        if (auto may = move.checkMayHave(*entry, *analyst, *facts); !may)
            return may.error();
        if (auto done = move.remember(*entry); !done)
            return done.error();
        if (auto done = move.queue().assign(id, *analyst, unit.now()); !done)
            return done.error();
        if (analyst != actor.user)
            unit.notify({NoticeKind::CaseAssigned, "application", entry->applicationId.uuid(), {*analyst}});
        return move.finish(*entry, "assigned", {{QStringLiteral("queue_status"), toText(QueueStatus::Assigned)},
                                                {QStringLiteral("analyst_id"), analyst->toString()}});
    });
}

Result<api::QueueItem> QueueService::start(const Actor &actor, QueueId id, std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lockFor(id, QueueStatus::InProgress, version);
        if (!entry)
            return entry.error();
        if (entry->analyst != actor.user)
            return queueConflict("not_yours", QStringLiteral("The case is assigned to somebody else."));
        if (entry->status != QueueStatus::Assigned)
            return queueConflict("transition_not_allowed", QStringLiteral("The entry is %1: it is started already.").arg(toText(entry->status)));
        if (auto done = move.remember(*entry); !done)
            return done.error();
        if (auto done = move.queue().start(id, unit.now()); !done)
            return done.error();
        return move.finish(*entry, "started", {{QStringLiteral("queue_status"), toText(QueueStatus::InProgress)}});
    });
}

Result<api::QueueItem> QueueService::release(const Actor &actor, QueueId id, const api::ReleaseCase &request,
                                             std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lockFor(id, QueueStatus::Pending, version);
        if (!entry)
            return entry.error();
        if (auto reaches = move.checkReaches(*entry); !reaches)
            return reaches.error();
        const int releases = entry->releases + 1;
        const auto priority = move.priorityOf(*entry, entry->flagged, releases);
        if (!priority)
            return priority.error();
        if (auto done = move.remember(*entry); !done)
            return done.error();
        const bool escalates = releases >= kReleasesUntilEscalation;
        if (auto done = move.queue().release(id, *priority, escalates, unit.now()); !done)
            return done.error();
        if (escalates && !entry->escalated)
            if (auto told = move.tellSeniors(*entry, NoticeKind::CaseEscalated); !told)
                return told.error();
        return move.finish(*entry, "released", {{QStringLiteral("queue_status"), toText(QueueStatus::Pending)},
                                                {QStringLiteral("analyst_id"), QJsonValue()},
                                                {QStringLiteral("releases"), releases},
                                                {QStringLiteral("release_reason"), request.reason}});
    });
}

Result<api::QueueItem> QueueService::undo(const Actor &actor, QueueId id, std::optional<int> version) const
{
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = move.lock(id, version);
        if (!entry)
            return entry.error();
        const auto &undo = entry->undo;
        if (!undo || undo->by != actor.user || undo->version != entry->version || undo->until < unit.now())
            return queueConflict("nothing_to_undo", QStringLiteral("Only one's own last move is taken back, within ten seconds."));
        if (auto may = checkUndo(move, *entry); !may)
            return may.error();
        if (auto done = move.queue().undo(id, unit.now()); !done)
            return done.error();
        return move.finish(*entry, "undone", {{QStringLiteral("queue_status"), toText(undo->status)},
                                              {QStringLiteral("analyst_id"), undo->analyst ? QJsonValue(undo->analyst->toString()) : QJsonValue()},
                                              {QStringLiteral("releases"), undo->releases}});
    });
}

Result<api::QueueBulkDone> QueueService::moveMany(const Actor &actor, const api::QueueBulk &request) const
{
    if (request.action == api::QueueBulkAction::Release && !request.reason)
        return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("A release has a reason."),
                     {{QStringLiteral("reason"), QStringLiteral("required"), QStringLiteral("is missing")}}};
    api::QueueBulkDone all;
    for (const QueueId id : request.queueIds) {
        const auto moved = request.action == api::QueueBulkAction::Assign ? assign(actor, id, {request.analystId}, {})
                                                                          : release(actor, id, {*request.reason}, {});
        if (!moved && moved.error().code == ErrorCode::Unavailable)
            return moved.error(); // the rest would wait as long; what is done stays done
        all.done += moved ? 1 : 0;
        all.items.append(moved ? api::QueueBulkItem{id, *moved, {}, {}} : api::QueueBulkItem{id, {}, moved.error().reason, moved.error().detail});
    }
    all.refused = int(all.items.size()) - all.done;
    return all;
}

} // namespace countersign
