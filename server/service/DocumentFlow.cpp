#include "server/service/DocumentFlow.h"

#include "server/repo/DocumentRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/SlaRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/service/LegalClock.h"

namespace countersign {

namespace {

/// What an outcome is in the record and for the analyst.
struct EndRule {
    DocumentRequestOutcome outcome;
    const char *action;
    NoticeKind notice;
};
constexpr std::array kEnds{
    EndRule{DocumentRequestOutcome::Received, "documents_received", NoticeKind::DocumentsReceived},
    EndRule{DocumentRequestOutcome::Overdue, "documents_overdue", NoticeKind::DocumentsOverdue},
};

Result<void> backToReview(UnitOfWork &unit, const LockedApplication &application, const EndRule &rule)
{
    SlaRepo sla(unit.transaction(), unit.tenant());
    const auto entry = sla.lockPaused(application.id);
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{ErrorCode::Internal, QStringLiteral("no_queue_entry"),
                     QStringLiteral("a waiting application has no waiting queue entry"), {}};
    const auto working = TenantRepo(unit.transaction()).workingTime(unit.tenant());
    if (!working)
        return working.error();
    const PausedEntry &paused = **entry;
    if (auto done = sla.resume(paused.id, resumedSla(paused.times, paused.pausedAt, unit.now(), *working), unit.now()); !done)
        return done;
    if (const auto version = ApplicationRepo(unit.transaction(), unit.tenant())
                                 .setStatus(application.id, ApplicationStatus::Review, unit.now());
        !version)
        return version.error();
    unit.audit({"application", application.id.uuid(), rule.action,
                {{QStringLiteral("status"), toText(ApplicationStatus::AwaitingDocuments)},
                 {QStringLiteral("queue_status"), toText(QueueStatus::AwaitingDocuments)}},
                {{QStringLiteral("status"), toText(ApplicationStatus::Review)},
                 {QStringLiteral("queue_status"), toText(QueueStatus::InProgress)}}});
    if (unit.actor().user != paused.analyst)
        unit.notify({rule.notice, "application", application.id.uuid(), {paused.analyst}});
    return rule.outcome == DocumentRequestOutcome::Received ? LegalClock(unit).note(LegalEvent::Completed, {application.id})
                                                            : Result<void>();
}

} // namespace

Result<void> requirePerson(const Actor &actor)
{
    if (actor.user)
        return {};
    return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person may do so"), {}};
}

Result<LockedApplication> lockApplicationOf(UnitOfWork &unit, ApplicationId id)
{
    const auto locked = ApplicationRepo(unit.transaction(), unit.tenant()).lock(id, unit.actor().apiKey);
    if (!locked)
        return locked.error();
    if (!*locked)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
    return **locked;
}

Result<void> endDocumentRequest(UnitOfWork &unit, const LockedApplication &application, DocumentRequestOutcome outcome)
{
    if (auto closed = DocumentRepo(unit.transaction(), unit.tenant()).closeRequest(application.id, outcome, unit.now());
        !closed)
        return closed;
    const auto rule = std::find_if(kEnds.begin(), kEnds.end(), [=](const EndRule &known) { return known.outcome == outcome; });
    if (rule == kEnds.end() || application.status != ApplicationStatus::AwaitingDocuments)
        return {};
    return backToReview(unit, application, *rule);
}

Result<void> endWhenComplete(UnitOfWork &unit, const LockedApplication &application, DocumentRequestId request)
{
    const auto outstanding = DocumentRepo(unit.transaction(), unit.tenant()).outstanding(request);
    if (!outstanding)
        return outstanding.error();
    return *outstanding > 0 ? Result<void>() : endDocumentRequest(unit, application, DocumentRequestOutcome::Received);
}

} // namespace countersign
