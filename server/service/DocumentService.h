// Files of an application: received, scanned, listed and given out.
#pragma once

#include "core/api/DocumentDtos.h"
#include "server/repo/ApplicationRepo.h"
#include "server/service/DocumentScanner.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

class DocumentService {
public:
    DocumentService(const ServiceContext &context, const DocumentScanner &scanner) : m_context(context), m_scanner(scanner) {}

    /// A file for an open line of a checklist marks it as received, as soon as it is known to be clean. UnsupportedMedia
    /// (`unsupported_document`, `document_type_mismatch`) by the content, whatever its name; Conflict (`documents_closed`)
    /// when the application has ended, `too_many_documents`, `document_request_closed`.
    Result<api::DocumentInfo> upload(const Actor &actor, ApplicationId application, const api::FileUpload &file,
                                     const api::DocumentUploadQuery &query) const;

    Result<api::DocumentFolder> folder(const Actor &actor, ApplicationId application) const;

    /// Recorded, or not given out. Conflict (`document_quarantined`, `document_infected`, `person_erased`).
    Result<api::FileDownload> download(const Actor &actor, ApplicationId application, DocumentId id) const;

    /// The work of kScanDocument.
    Result<void> scan(const Actor &system, ApplicationId application, DocumentId id) const;

private:
    Result<std::optional<QByteArray>> unscannedContent(const Actor &system, ApplicationId application, DocumentId id) const;

    const ServiceContext &m_context;
    const DocumentScanner &m_scanner;
};

} // namespace countersign
