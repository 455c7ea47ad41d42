// The services of documents, notes, corrections and expiry, and what they do by themselves.
#pragma once

#include "server/jobs/JobTable.h"
#include "server/service/DocumentRequests.h"
#include "server/service/DocumentService.h"
#include "server/service/EditService.h"
#include "server/service/ExpiryService.h"
#include "server/service/NoteService.h"

namespace countersign {

class RouteTable;

class DocumentParts {
public:
    /// `context` must outlive the parts.
    DocumentParts(const ServiceContext &context, const ScannerSettings &scanner) : m_context(context), m_scanner(scanner) {}

    void bindJobs(JobTable &jobs) const;
    void bindRoutes(RouteTable &routes) const;

private:
    const ServiceContext &m_context;
    const DocumentScanner m_scanner;
    const DocumentRequests m_requests{m_context};
    const DocumentService m_documents{m_context, m_scanner};
    const EditService m_edits{m_context};
    const ExpiryService m_expiry{m_context};
    const NoteService m_notes{m_context};
};

} // namespace countersign
