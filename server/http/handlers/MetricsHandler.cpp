#include "server/http/handlers/MetricsHandler.h"

#include "server/http/RouteTable.h"
#include "server/ops/Metrics.h"

namespace countersign {

void bindMetrics(RouteTable &routes, const Metrics &metrics)
{
    HttpRoute route;
    route.path = "/metrics";
    route.handle = [&metrics](const Call &, const HttpRequest &) -> Result<HttpResponse> {
        HttpResponse response;
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        response.body = metrics.toText();
        return response;
    };
    routes.router().add(std::move(route));
}

} // namespace countersign
