// Documents of an application, on the wire: what was asked for, and what came in.
#pragma once

#include "core/api/FileDtos.h"
#include "core/api/QueueDtos.h"
#include "core/application/DocumentKind.h"
#include "core/application/DocumentType.h"

namespace countersign::api {

struct DocumentItemCreate {
    DocumentKind kind = DocumentKind::Other;
    QString description;
};

struct RequestDocuments {
    QList<DocumentItemCreate> items;
    QDate dueDate; ///< the last day, in the tenant's time zone
    std::optional<QString> message;
};

/// One line of a checklist.
struct DocumentItem {
    DocumentItemId id;
    DocumentKind kind = DocumentKind::Other;
    QString description;
    DocumentItemStatus status = DocumentItemStatus::Requested;
    std::optional<Person> changedBy; ///< absent also when a file answered it
    std::optional<Instant> changedAt;
    int version = 1;
};

struct DocumentRequest {
    DocumentRequestId id;
    QDate dueDate;
    std::optional<QString> message;
    Person requestedBy;
    Instant requestedAt;
    std::optional<Instant> closedAt;
    std::optional<DocumentRequestOutcome> outcome;
    QList<DocumentItem> items;
};

struct DocumentInfo {
    DocumentId id;
    std::optional<DocumentItemId> itemId; ///< the line it answers
    DocumentKind kind = DocumentKind::Other;
    QString fileName;
    DocumentType mediaType = DocumentType::Pdf;
    qint64 sizeBytes = 0;
    QString sha256; ///< hexadecimal
    DocumentScan scan = DocumentScan::NotScanned;
    Person uploadedBy;
    Instant uploadedAt;
};

struct DocumentFolder {
    QList<DocumentRequest> requests; ///< newest first
    QList<DocumentInfo> documents;   ///< newest first
};

struct DocumentItemPatch {
    DocumentItemStatus status = DocumentItemStatus::Received;
};

struct DocumentUploadQuery {
    std::optional<DocumentItemId> itemId; ///< an open line of a checklist
    std::optional<DocumentKind> kind;     ///< absent: that of the line, or other
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::DocumentItemCreate> = record("DocumentItemCreate",
    field("kind", &api::DocumentItemCreate::kind),
    field("description", &api::DocumentItemCreate::description, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::RequestDocuments> = record("RequestDocuments",
    field("items", &api::RequestDocuments::items, rule::items(1, kMaxDocumentItems)),
    field("due_date", &api::RequestDocuments::dueDate, "the last day, in the tenant's time zone"),
    field("message", &api::RequestDocuments::message, rule::longText(1, 2000), "to whoever gets the documents"));

template <>
inline constexpr auto fieldsOf<api::DocumentItem> = record("DocumentItem",
    field("id", &api::DocumentItem::id),
    field("kind", &api::DocumentItem::kind),
    field("description", &api::DocumentItem::description),
    field("status", &api::DocumentItem::status),
    field("changed_by", &api::DocumentItem::changedBy, "absent also when a file answered it"),
    field("changed_at", &api::DocumentItem::changedAt),
    field("version", &api::DocumentItem::version));

template <>
inline constexpr auto fieldsOf<api::DocumentRequest> = record("DocumentRequest",
    field("id", &api::DocumentRequest::id),
    field("due_date", &api::DocumentRequest::dueDate),
    field("message", &api::DocumentRequest::message, rule::longText(0, 2000)),
    field("requested_by", &api::DocumentRequest::requestedBy),
    field("requested_at", &api::DocumentRequest::requestedAt),
    field("closed_at", &api::DocumentRequest::closedAt),
    field("outcome", &api::DocumentRequest::outcome),
    field("items", &api::DocumentRequest::items));

template <>
inline constexpr auto fieldsOf<api::DocumentInfo> = record("DocumentInfo",
    field("id", &api::DocumentInfo::id),
    field("item_id", &api::DocumentInfo::itemId, "the line of a checklist that it answers"),
    field("kind", &api::DocumentInfo::kind),
    field("file_name", &api::DocumentInfo::fileName),
    field("media_type", &api::DocumentInfo::mediaType, "by its content"),
    field("size_bytes", &api::DocumentInfo::sizeBytes),
    field("sha256", &api::DocumentInfo::sha256, "hexadecimal; empty when the applicant was erased"),
    field("scan", &api::DocumentInfo::scan, "what is quarantined or infected is not given out"),
    field("uploaded_by", &api::DocumentInfo::uploadedBy),
    field("uploaded_at", &api::DocumentInfo::uploadedAt));

template <>
inline constexpr auto fieldsOf<api::DocumentFolder> = record("DocumentFolder",
    field("requests", &api::DocumentFolder::requests, "newest first"),
    field("documents", &api::DocumentFolder::documents, "newest first"));

template <>
inline constexpr auto fieldsOf<api::DocumentItemPatch> = record("DocumentItemPatch",
    field("status", &api::DocumentItemPatch::status));

template <>
inline constexpr auto fieldsOf<api::DocumentUploadQuery> = record("DocumentUploadQuery",
    field("item_id", &api::DocumentUploadQuery::itemId, "an open line of a checklist"),
    field("kind", &api::DocumentUploadQuery::kind, "absent: that of the line, or other"));

} // namespace countersign
