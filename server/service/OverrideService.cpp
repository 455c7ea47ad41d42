#include "server/service/OverrideService.h"

#include "core/api/DecisionEffect.h"
#include "core/base/Characters.h"
#include "core/decision/FourEyes.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/service/Cursor.h"
#include "server/service/Blindness.h"
#include "server/service/LegalClock.h"
#include "server/service/SecondLookService.h"
#include "server/service/StaleVersion.h"
#include "server/service/StepUpService.h"

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("waiting overrides"), CursorKey::Time};

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such decision."), {}};
}

Error notWaiting(DecisionStatus status)
{
    return {ErrorCode::Conflict,
            QStringLiteral("not_waiting"),
            QStringLiteral("The decision is %1: nobody has to sign it.").arg(toText(status)),
            {}};
}

/// What a second person looks at, locked in the order of everything that changes a case: application, decision, entry.
struct Waiting {
    LockedDecision decision;
    OpenEntry entry;
};

Result<LockedDecision> lockDecision(UnitOfWork &unit, DecisionId id)
{
    DecisionRepo decisions(unit.transaction(), unit.tenant());
    const auto seen = decisions.get(id, unit.keys());
    if (!seen)
        return seen.error();
    if (!*seen)
        return notFound();
    if (auto open = checkNotHidden(unit, (*seen)->applicationId); !open)
        return open.error();
    if (const auto application = ApplicationRepo(unit.transaction(), unit.tenant()).lock((*seen)->applicationId);
        !application)
        return application.error();
    const auto locked = decisions.lock(id);
    if (!locked)
        return locked.error();
    return *locked ? Result<LockedDecision>(**locked) : Result<LockedDecision>(notFound());
}

Result<Waiting> lockWaiting(UnitOfWork &unit, DecisionId id, int version)
{
    const auto decision = lockDecision(unit, id);
    if (!decision)
        return decision.error();
    if (!decision->decidedBy)
        return notWaiting(decision->status); // the policy's own: it never waits
    if (auto allowed = checkCountersigns(unit.actor(), *decision->decidedBy); !allowed)
        return allowed.error();
    if (decision->version != version)
        return staleVersion(unit, decision->applicationId, "decision", decision->version, toText(decision->status));
    if (decision->status != DecisionStatus::PendingApproval)
        return notWaiting(decision->status);
    const auto entry = QueueRepo(unit.transaction(), unit.tenant()).lockOpenOf(decision->applicationId);
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{ErrorCode::Internal,
                     QStringLiteral("no_queue_entry"),
                     QStringLiteral("a waiting decision has no open queue entry"),
                     {}};
    return Waiting{*decision, **entry};
}

/// Where a case goes with the second signature.
struct Verdict {
    const char *action;
    DecisionStatus decision;
    ApplicationStatus application;
    QueueStatus entry;
};

Result<api::DecisionInfo> settle(UnitOfWork &unit, const Waiting &waiting, const Verdict &verdict)
{
    const LockedDecision &decision = waiting.decision;
    const auto version = ApplicationRepo(unit.transaction(), unit.tenant())
                             .setStatus(decision.applicationId, verdict.application, unit.now());
    if (!version)
        return version.error();
    if (auto moved =
            QueueRepo(unit.transaction(), unit.tenant()).setStatus(waiting.entry.id, verdict.entry, unit.now());
        !moved)
        return moved.error();
    unit.audit({"application",
                decision.applicationId.uuid(),
                verdict.action,
                {{QStringLiteral("status"), toText(ApplicationStatus::PendingApproval)},
                 {QStringLiteral("queue_status"), toText(waiting.entry.status)},
                 {QStringLiteral("decision_status"), toText(decision.status)}},
                {{QStringLiteral("status"), toText(verdict.application)},
                 {QStringLiteral("queue_status"), toText(verdict.entry)},
                 {QStringLiteral("decision_status"), toText(verdict.decision)},
                 {QStringLiteral("decision_id"), decision.id.toString()},
                 {QStringLiteral("outcome"), toText(decision.outcome)}}});
    auto settled = DecisionRepo(unit.transaction(), unit.tenant()).get(decision.id, unit.keys());
    if (!settled)
        return settled.error();
    if (!*settled)
        return notFound();
    (*settled)->applicationVersion = *version;
    return std::move(**settled);
}

/// The decision is in force: the applicant is told.
Result<void> noteInForce(UnitOfWork &unit, const api::DecisionInfo &decision)
{
    const auto application = ApplicationRepo(unit.transaction(), unit.tenant()).brief(decision.applicationId);
    if (!application)
        return application.error();
    const auto &terms = decision.approvedTerms;
    const bool isCounteroffer = terms && *application && (terms->amount != (*application)->amount || terms->termMonths != (*application)->termMonths);
    const LegalEvent event = isCounteroffer ? LegalEvent::CounterofferOut : LegalEvent::DecisionOut;
    if (auto noted = LegalClock(unit).note(event, {decision.applicationId}); !noted)
        return noted;
    return drawSecondLook(unit, {decision.id, decision.applicationId, decision.decidedBy->id, unit.actor().user,
                                 decision.overrideDirection == OverrideDirection::ModelDeclineAnalystApprove});
}

} // namespace

Result<Page<api::WaitingOverride>> OverrideService::waiting(const Actor &actor, const api::OverrideQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::WaitingOverride>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::WaitingOverride>> {
            DecisionRepo decisions(unit.transaction(), unit.tenant());
            auto items = decisions.waiting(query, actor.user, unit.now(), start->start, unit.keys());
            if (!items)
                return items.error();
            const auto total = decisions.countWaiting(query, unit.now(), kCountCap + 1);
            if (!total)
                return total.error();
            Page<api::WaitingOverride> page{std::move(*items),   std::min<qint64>(*total, kCountCap),
                                            *total <= kCountCap, query.page,
                                            query.pageSize,      {}};
            if (page.items.size() == query.pageSize)
                page.nextCursor =
                    makeCursor(kOrder, toIso(page.items.last().decidedAt), page.items.last().id.uuid(), unit.now());
            return page;
        });
}

Result<api::DecisionInfo> OverrideService::approve(const Actor &actor, DecisionId id,
                                                   const api::OverrideApproval &request, int version) const
{
    return UnitOfWork::run<api::DecisionInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DecisionInfo> {
        const auto waiting = lockWaiting(unit, id, version);
        if (!waiting)
            return waiting.error();
        if (auto proved = StepUpService::require(unit, StepUpAction::OverrideApproval, id.uuid()); !proved)
            return proved.error();
        const SecondSignature signature{*actor.user, unit.now(), request.comment};
        if (auto done = DecisionRepo(unit.transaction(), unit.tenant())
                            .approveOverride(waiting->decision, signature, unit.keys());
            !done)
            return done.error();
        auto settled = settle(unit, *waiting,
                              {"override_approved", DecisionStatus::Final, statusAfter(waiting->decision.outcome),
                               QueueStatus::Completed});
        if (settled)
            if (auto noted = noteInForce(unit, *settled); !noted)
                return noted.error();
        return settled;
    });
}

Result<api::DecisionInfo> OverrideService::reject(const Actor &actor, DecisionId id,
                                                  const api::OverrideRejection &request, int version) const
{
    const QString comment = request.comment.trimmed();
    if (characterCount(comment) < kMinReasoning)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("validation_failed"),
                     QStringLiteral("The rejection has wrong fields; see errors."),
                     {{QStringLiteral("comment"), QStringLiteral("too_short"),
                       QStringLiteral("must have at least 20 characters")}}};
    return UnitOfWork::run<api::DecisionInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DecisionInfo> {
        const auto waiting = lockWaiting(unit, id, version);
        if (!waiting)
            return waiting.error();
        if (auto done = DecisionRepo(unit.transaction(), unit.tenant())
                            .rejectOverride(waiting->decision, {*actor.user, unit.now(), comment}, unit.keys());
            !done)
            return done.error();
        unit.notify({NoticeKind::OverrideRejected,
                     "application",
                     waiting->decision.applicationId.uuid(),
                     {*waiting->decision.decidedBy}});
        return settle(
            unit, *waiting,
            {"override_rejected", DecisionStatus::Rejected, ApplicationStatus::Review, QueueStatus::InProgress});
    });
}

} // namespace countersign
