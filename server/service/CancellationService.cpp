#include "server/service/CancellationService.h"

#include "server/repo/ApplicationRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/service/Blindness.h"
#include "server/service/DocumentFlow.h"
#include "server/service/LegalClock.h"
#include "server/service/StaleVersion.h"
#include "server/service/Transition.h"

namespace countersign {

namespace {

Result<LockedApplication> lockApplication(UnitOfWork &unit, ApplicationId id, int version)
{
    const auto locked = ApplicationRepo(unit.transaction(), unit.tenant()).lock(id, unit.actor().apiKey);
    if (!locked)
        return locked.error();
    if (!*locked)
        return Error{
            ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
    const LockedApplication &application = **locked;
    if (application.version != version)
        return staleVersion(unit, id, "application", application.version, toText(application.status));
    if (!mayMove(application.status, ApplicationStatus::Cancelled))
        return transitionNotAllowed(application.status, ApplicationStatus::Cancelled);
    return application;
}

/// The open entry leaves the queue; before scoring there is none.
Result<void> cancelEntry(UnitOfWork &unit, ApplicationId application)
{
    QueueRepo queue(unit.transaction(), unit.tenant());
    const auto entry = queue.lockOpenOf(application);
    if (!entry)
        return entry.error();
    return *entry ? queue.setStatus((*entry)->id, QueueStatus::Cancelled, unit.now()) : Result<void>();
}

} // namespace

Result<> CancellationService::cancel(const Actor &actor, ApplicationId id, const api::ApplicationCancel &request,
                                     int version) const
{
    const auto done = UnitOfWork::run<bool>(m_context, actor, [&](UnitOfWork &unit) -> Result<bool> {
        if (auto open = checkNotHidden(unit, id); !open)
            return open.error();
        const auto application = lockApplication(unit, id, version);
        if (!application)
            return application.error();
        if (auto withdrawn = DecisionRepo(unit.transaction(), unit.tenant()).withdrawWaiting(id, unit.now());
            !withdrawn)
            return withdrawn.error();
        if (auto left = cancelEntry(unit, id); !left)
            return left.error();
        if (auto closed = endDocumentRequest(unit, *application, DocumentRequestOutcome::Withdrawn); !closed)
            return closed.error();
        if (auto cancelled = ApplicationRepo(unit.transaction(), unit.tenant()).cancel(id, request.reason, unit.now());
            !cancelled)
            return cancelled.error();
        if (auto noted = LegalClock(unit).note(LegalEvent::Closed, {id}); !noted)
            return noted.error();
        unit.audit({"application",
                    id.uuid(),
                    "cancelled",
                    {{QStringLiteral("status"), toText(application->status)}},
                    {{QStringLiteral("status"), toText(ApplicationStatus::Cancelled)},
                     {QStringLiteral("reason"), toText(request.reason)}}});
        return true;
    });
    return done ? Result<>() : Result<>(done.error());
}

} // namespace countersign
