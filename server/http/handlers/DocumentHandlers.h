// The endpoints of documents.
#pragma once

namespace countersign {

class DocumentRequests;
class DocumentService;
class RouteTable;

/// The services must outlive the table.
void bindDocuments(RouteTable &routes, const DocumentRequests &requests, const DocumentService &documents);

} // namespace countersign
