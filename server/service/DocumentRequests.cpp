#include "server/service/DocumentRequests.h"

#include "server/repo/DocumentRepo.h"
#include "server/repo/SlaRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/service/CaseMove.h"
#include "server/service/DocumentFlow.h"
#include "server/service/LegalClock.h"
#include "server/service/StaleVersion.h"
#include "server/service/Transition.h"

#include <QTimeZone>

namespace countersign {

namespace {

constexpr int kMostDays = 180;
/// At most so many of a tenant in one run; the next run finds the others.
constexpr int kBatch = 500;

Error wrongDate(const char *code, const QString &message)
{
    return {ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The request has wrong fields; see errors."),
            {{QStringLiteral("due_date"), QLatin1String(code), message}}};
}

/// The first instant that is later than the last day.
Result<Instant> dueAtOf(UnitOfWork &unit, QDate due)
{
    const auto tenant = TenantRepo(unit.transaction()).own(unit.tenant());
    if (!tenant)
        return tenant.error();
    const QTimeZone zone(tenant->timeZone.toLatin1());
    const QDate today = toDateTime(unit.now()).toTimeZone(zone).date();
    if (due < today)
        return wrongDate("in_the_past", QStringLiteral("must not be in the past"));
    if (due > today.addDays(kMostDays))
        return wrongDate("too_far", QStringLiteral("must be at most %1 days away").arg(kMostDays));
    const qint64 milliseconds = due.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    return Instant(std::chrono::duration_cast<Duration>(std::chrono::milliseconds(milliseconds)));
}

/// The entry of a case that its analyst works on, locked after its application as everywhere.
Result<LockedEntry> lockInProgress(CaseMove &move, UnitOfWork &unit, QueueId id, std::optional<int> version)
{
    const auto seen = move.queue().get(id, unit.now(), unit.keys());
    if (!seen)
        return seen.error();
    if (!*seen)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such queue entry."), {}};
    const auto application = lockApplicationOf(unit, (*seen)->applicationId);
    if (!application)
        return application.error();
    const auto entry = move.lockFor(id, QueueStatus::AwaitingDocuments, version);
    if (!entry)
        return entry;
    if (auto reaches = move.checkReaches(*entry); !reaches)
        return reaches.error();
    if (!mayMove(application->status, ApplicationStatus::AwaitingDocuments))
        return transitionNotAllowed(application->status, ApplicationStatus::AwaitingDocuments);
    return entry;
}

NewDocumentRequest newRequest(const LockedEntry &entry, const api::RequestDocuments &request, const UnitOfWork &unit, Instant dueAt)
{
    NewDocumentRequest made{entry.applicationId, entry.id, {}, dueAt};
    made.request.id = DocumentRequestId::make(unit.now());
    made.request.dueDate = request.dueDate;
    made.request.message = request.message;
    made.request.requestedBy.id = *unit.actor().user;
    made.request.requestedAt = unit.now();
    for (const api::DocumentItemCreate &item : request.items)
        made.request.items.append({DocumentItemId::make(unit.now()), item.kind, item.description, {}, {}, {}, 1});
    return made;
}

Result<void> store(UnitOfWork &unit, const NewDocumentRequest &made)
{
    ApplicationRepo applications(unit.transaction(), unit.tenant());
    const auto key = applications.keyOfApplicant(made.application, unit.keys());
    if (!key)
        return key.error();
    if (auto stored = DocumentRepo(unit.transaction(), unit.tenant()).insertRequest(made, *key); !stored)
        return stored;
    const auto version = applications.setStatus(made.application, ApplicationStatus::AwaitingDocuments, unit.now());
    if (!version)
        return version.error();
    if (auto noted = LegalClock(unit).note(LegalEvent::IncompletenessNoticed, {made.application}); !noted)
        return noted;
    return SlaRepo(unit.transaction(), unit.tenant()).pause(made.entry, unit.now());
}

/// Who brought the application, and the analyst when somebody else asks for him.
Result<void> tell(UnitOfWork &unit, const LockedEntry &entry)
{
    const auto sender = DocumentRepo(unit.transaction(), unit.tenant()).whomToTell(entry.applicationId);
    if (!sender)
        return sender.error();
    QList<UserId> recipients;
    for (const std::optional<UserId> &person : {*sender, entry.analyst})
        if (person && person != unit.actor().user && !recipients.contains(*person))
            recipients.append(*person);
    unit.notify({NoticeKind::DocumentsRequested, "application", entry.applicationId.uuid(), recipients});
    return {};
}

Result<LockedDocumentItem> lockItem(UnitOfWork &unit, ApplicationId application, DocumentItemId id, int version)
{
    const auto locked = DocumentRepo(unit.transaction(), unit.tenant()).lockItem(application, id);
    if (!locked)
        return locked.error();
    if (!*locked)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such line."), {}};
    const LockedDocumentItem &item = **locked;
    if (item.version != version)
        return staleVersion(unit, application, "line", item.version, toText(item.status));
    if (!item.isOpen)
        return queueConflict("document_request_closed", QStringLiteral("The documents are not asked for any more."));
    return item;
}

Result<api::DocumentItem> reread(UnitOfWork &unit, ApplicationId application, DocumentItemId id)
{
    const auto requests = DocumentRepo(unit.transaction(), unit.tenant()).requestsOf(application, unit.keys());
    if (!requests)
        return requests.error();
    for (const api::DocumentRequest &request : *requests)
        for (const api::DocumentItem &item : request.items)
            if (item.id == id)
                return item;
    return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such line."), {}};
}

} // namespace

Result<api::QueueItem> DocumentRequests::request(const Actor &actor, QueueId id, const api::RequestDocuments &request,
                                                 std::optional<int> version) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::QueueItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::QueueItem> {
        CaseMove move(unit);
        const auto entry = lockInProgress(move, unit, id, version);
        if (!entry)
            return entry.error();
        const auto dueAt = dueAtOf(unit, request.dueDate);
        if (!dueAt)
            return dueAt.error();
        const NewDocumentRequest made = newRequest(*entry, request, unit, *dueAt);
        if (auto stored = store(unit, made); !stored)
            return stored.error();
        if (auto told = tell(unit, *entry); !told)
            return told.error();
        return move.finish(*entry, "documents_requested",
                           {{QStringLiteral("status"), toText(ApplicationStatus::AwaitingDocuments)},
                            {QStringLiteral("queue_status"), toText(QueueStatus::AwaitingDocuments)},
                            {QStringLiteral("request_id"), made.request.id.toString()},
                            {QStringLiteral("items"), request.items.size()},
                            {QStringLiteral("due_date"), request.dueDate.toString(Qt::ISODate)}});
    });
}

Result<api::DocumentItem> DocumentRequests::changeItem(const Actor &actor, ApplicationId application, DocumentItemId id,
                                                       const api::DocumentItemPatch &patch, int version) const
{
    if (auto person = requirePerson(actor); !person)
        return person.error();
    return UnitOfWork::run<api::DocumentItem>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DocumentItem> {
        const auto locked = lockApplicationOf(unit, application);
        if (!locked)
            return locked.error();
        const auto item = lockItem(unit, application, id, version);
        if (!item)
            return item.error();
        if (item->status == patch.status)
            return reread(unit, application, id);
        if (auto done = DocumentRepo(unit.transaction(), unit.tenant()).setItem(id, patch.status, actor.user, unit.now()); !done)
            return done.error();
        const auto recordOf = [&](DocumentItemStatus status) {
            return QJsonObject{{QStringLiteral("item_id"), id.toString()}, {QStringLiteral("item_status"), toText(status)}};
        };
        unit.audit({"application", application.uuid(), "document_item_changed", recordOf(item->status), recordOf(patch.status)});
        if (auto ended = endWhenComplete(unit, *locked, item->request); !ended)
            return ended.error();
        return reread(unit, application, id);
    });
}

Result<int> DocumentRequests::endOverdue() const
{
    Query tenants = Query::alone(m_context.database, "tenant/all_ids");
    if (auto found = tenants.exec(); !found)
        return found.error();
    int all = 0;
    std::optional<Error> failure;
    while (tenants.next()) {
        const auto ended = endOverdueOf(tenants.get<TenantId>("id"));
        if (ended)
            all += *ended;
        else
            failure = ended.error(); // the others have their dates all the same
    }
    return failure ? Result<int>(*failure) : Result<int>(all);
}

Result<int> DocumentRequests::endOverdueOf(TenantId tenant) const
{
    const Actor system = Actor::system(tenant);
    const auto late = UnitOfWork::run<QList<ApplicationId>>(m_context, system, [](UnitOfWork &unit) {
        return DocumentRepo(unit.transaction(), unit.tenant()).overdue(kBatch, unit.now());
    });
    if (!late)
        return late.error();
    int ended = 0;
    std::optional<Error> failure;
    for (const ApplicationId id : *late) {
        const auto one = UnitOfWork::run<bool>(m_context, system, [id](UnitOfWork &unit) -> Result<bool> {
            const auto application = lockApplicationOf(unit, id);
            if (!application)
                return application.error();
            // Somebody may have been faster.
            const auto request = DocumentRepo(unit.transaction(), unit.tenant()).lockOpenRequest(id);
            if (!request)
                return request.error();
            if (!*request || (*request)->dueAt > unit.now())
                return false;
            const auto done = endDocumentRequest(unit, *application, DocumentRequestOutcome::Overdue);
            return done ? Result<bool>(true) : done.error();
        });
        if (one)
            ended += *one ? 1 : 0;
        else
            failure = one.error(); // no case waits for another
    }
    return failure ? Result<int>(*failure) : Result<int>(ended);
}

} // namespace countersign
