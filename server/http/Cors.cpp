#include "server/http/Cors.h"

namespace countersign {

std::optional<HttpResponse> Cors::preflight(const HttpRequest &request, const QByteArray &allowedMethods) const
{
    if (request.method != "OPTIONS" || request.header("Origin").isEmpty()
        || request.header("Access-Control-Request-Method").isEmpty())
        return std::nullopt;
    HttpResponse response;
    response.status = 204;
    addTo(response, request);
    if (m_origins.contains(request.header("Origin"))) {
        response.headers.add("Access-Control-Allow-Methods", allowedMethods);
        response.headers.add("Access-Control-Allow-Headers",
                             "Authorization, Content-Type, Idempotency-Key, If-Match, X-File-Name, X-Request-Id, X-Step-Up");
        response.headers.add("Access-Control-Max-Age", "600");
    }
    return response;
}

void Cors::addTo(HttpResponse &response, const HttpRequest &request) const
{
    if (m_origins.isEmpty())
        return;
    response.headers.add("Vary", "Origin");
    const QByteArray origin = request.header("Origin");
    if (!m_origins.contains(origin))
        return;
    response.headers.add("Access-Control-Allow-Origin", origin);
    response.headers.add("Access-Control-Expose-Headers", "Content-Disposition, ETag, Location, Retry-After, X-Request-Id");
}

} // namespace countersign
