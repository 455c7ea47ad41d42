// Documents of an application in the database: what was asked for, what came in, and what is in it.
#pragma once

#include "core/api/DocumentDtos.h"
#include "server/db/Transaction.h"
#include "server/repo/SealedColumns.h"

namespace countersign {

/// A request that is still open; the row is locked until the transaction ends.
struct OpenDocumentRequest {
    DocumentRequestId id;
    Instant dueAt;
};

/// A line of a checklist that somebody changes; the row is locked until the transaction ends.
struct LockedDocumentItem {
    DocumentItemId id;
    DocumentRequestId request;
    DocumentKind kind = DocumentKind::Other;
    DocumentItemStatus status = DocumentItemStatus::Requested;
    int version = 0;
    bool isOpen = false; ///< the request is
};

/// What is to be stored of a request beside its own fields.
struct NewDocumentRequest {
    ApplicationId application;
    QueueId entry;
    api::DocumentRequest request;
    Instant dueAt; ///< the first instant at which it is late
};

struct NewDocument {
    ApplicationId application;
    api::DocumentInfo info;
    QByteArray content;
};

/// A document with what is in it; nothing when the applicant was erased.
struct StoredDocument {
    api::DocumentInfo info;
    std::optional<QByteArray> content;
};

class DocumentRepo {
public:
    DocumentRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Sealed with `key`, that of the applicant, here and below.
    Result<void> insertRequest(const NewDocumentRequest &request, const SecretKey &key);
    Result<std::optional<OpenDocumentRequest>> lockOpenRequest(ApplicationId application);
    Result<void> closeRequest(ApplicationId application, DocumentRequestOutcome outcome, Instant now); ///< when one is open
    Result<int> outstanding(DocumentRequestId request);
    /// Applications whose documents are late, the longest first.
    Result<QList<ApplicationId>> overdue(int limit, Instant now);

    Result<std::optional<LockedDocumentItem>> lockItem(ApplicationId application, DocumentItemId id);
    Result<void> setItem(DocumentItemId id, DocumentItemStatus status, std::optional<UserId> by, Instant now);

    Result<void> insert(const NewDocument &document, const SecretKey &key);
    Result<int> count(ApplicationId application);
    Result<void> setScan(DocumentId id, DocumentScan scan, Instant now);

    Result<QList<api::DocumentRequest>> requestsOf(ApplicationId application, const KeyRing &keys);
    Result<QList<api::DocumentInfo>> listOf(ApplicationId application, const KeyRing &keys);
    Result<std::optional<StoredDocument>> read(ApplicationId application, DocumentId id, const KeyRing &keys);

    /// Who brought the application and is told what it waits for.
    Result<std::optional<UserId>> whomToTell(ApplicationId application);

    Result<void> forget(PersonId person); ///< his key is gone already

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
