// Documents of an application: asking for them, receiving them, giving them out.
#pragma once

#include "core/api/DocumentDtos.h"
#include "core/api/Endpoint.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr auto requestDocuments = Endpoint<RequestDocuments, QueueItem>{
    Post, "/queue/{id}/request-documents", Permission::DecisionCreate,
    "Ask for documents; the case stays with its analyst and its service clock stands still"}.takingVersion();
inline constexpr Endpoint<Nothing, DocumentFolder> listDocuments{
    Get, "/applications/{id}/documents", Permission::ApplicationView, "What was asked for, and what came in"};
inline constexpr Endpoint<FileUpload, DocumentInfo, DocumentUploadQuery> uploadDocument{
    Post, "/applications/{id}/documents", Permission::DecisionCreate,
    "Store a document (PDF, JPEG, PNG or TIFF, at most 10 MiB); the body is the file", 201, kMaxFile, Repeat::GetsTheAnswer};
inline constexpr Endpoint<Nothing, FileDownload> downloadDocument{
    Get, "/applications/{id}/documents/{document_id}/content", Permission::ApplicationView, "The file of a document"};
inline constexpr auto updateDocumentItem = Endpoint<DocumentItemPatch, DocumentItem>{
    Patch, "/applications/{id}/document-items/{item_id}", Permission::DecisionCreate,
    "Say that a document is here, is not needed, or is wanted after all"}.needingVersion();

inline constexpr auto kDocumentEndpoints = std::tuple{
    &requestDocuments, &listDocuments, &uploadDocument, &downloadDocument, &updateDocumentItem};

} // namespace countersign::api
