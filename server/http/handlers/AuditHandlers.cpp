#include "server/http/handlers/AuditHandlers.h"

#include "core/api/endpoints/AuditEndpoints.h"
#include "server/http/RouteTable.h"
#include "server/service/AuditService.h"

namespace countersign {

void bindAudit(RouteTable &routes, const AuditService &audit)
{
    using Items = Result<Page<api::AuditItem>>;
    routes.bind<api::listAudit>([&](const Call &call, const api::AuditQuery &query) { return audit.list(call.actor(), query); });
    routes.bind<api::auditTimeline>([&](const Call &call, const api::AuditTimelineQuery &query) -> Items {
        const auto id = call.id<Id<struct AnyTag>>("entity_id");
        return id ? audit.timeline(call.actor(), call.pathValue("entity_type"), id->uuid(), query) : Items(id.error());
    });
    routes.bind<api::verifyAudit>([&](const Call &call, const api::AuditVerify &body) { return audit.verify(call.actor(), body); });
}

} // namespace countersign
