// Asking for documents: the case waits for them with its analyst, and its service clock stands still.
#pragma once

#include "core/api/DocumentDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class DocumentRequests {
public:
    explicit DocumentRequests(const ServiceContext &context) : m_context(context) {}

    /// For the analyst who works on the case, or with decision:approve_override for everybody. Invalid when the last day is
    /// past or more than 180 days away; otherwise as the actions of QueueService. Who brought the application is told.
    Result<api::QueueItem> request(const Actor &actor, QueueId id, const api::RequestDocuments &request,
                                   std::optional<int> version) const;

    /// With the last line the case is in review again. Conflict (`stale_version`, `document_request_closed`).
    Result<api::DocumentItem> changeItem(const Actor &actor, ApplicationId application, DocumentItemId id,
                                         const api::DocumentItemPatch &patch, int version) const;

    /// Of every tenant: cases whose documents are late are in review again, and their analysts are told. Each once: what
    /// was late is closed in the same transaction. Answers how many.
    Result<int> endOverdue() const;

private:
    Result<int> endOverdueOf(TenantId tenant) const;

    const ServiceContext &m_context;
};

} // namespace countersign
