#include "server/http/handlers/DocumentHandlers.h"

#include "core/api/endpoints/DocumentEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/DocumentRequests.h"
#include "server/service/DocumentService.h"

namespace countersign {

void bindDocuments(RouteTable &routes, const DocumentRequests &requests, const DocumentService &documents)
{
    routes.bind<api::requestDocuments>([&](const Call &call, const api::RequestDocuments &body) -> Result<api::QueueItem> {
        const auto id = call.id<QueueId>();
        return id ? requests.request(call.actor(), *id, body, call.version) : Result<api::QueueItem>(id.error());
    });
    routes.bind<api::updateDocumentItem>(
        [&](const Call &call, const api::DocumentItemPatch &body) -> Result<api::DocumentItem> {
            const auto application = call.id<ApplicationId>();
            const auto item = call.id<DocumentItemId>("item_id");
            if (!application || !item)
                return (application ? item.error() : application.error());
            return requests.changeItem(call.actor(), *application, *item, body, *call.version);
        });
    routes.bind<api::listDocuments>([&](const Call &call) -> Result<api::DocumentFolder> {
        const auto id = call.id<ApplicationId>();
        return id ? documents.folder(call.actor(), *id) : Result<api::DocumentFolder>(id.error());
    });
    routes.bind<api::uploadDocument>([&](const Call &call, const api::FileUpload &file,
                                         const api::DocumentUploadQuery &query) -> Result<api::DocumentInfo> {
        const auto id = call.id<ApplicationId>();
        return id ? documents.upload(call.actor(), *id, file, query) : Result<api::DocumentInfo>(id.error());
    });
    routes.bind<api::downloadDocument>([&](const Call &call) -> Result<api::FileDownload> {
        const auto application = call.id<ApplicationId>();
        const auto document = call.id<DocumentId>("document_id");
        if (!application || !document)
            return (application ? document.error() : application.error());
        return documents.download(call.actor(), *application, *document);
    });
}

} // namespace countersign
