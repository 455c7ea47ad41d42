#include "server/http/MemoryPages.h"

#include "core/api/OpenApi.h"
#include "core/json/Json.h"
#include "server/http/DocsPage.h"
#include "server/http/Health.h"

namespace countersign {

namespace {

HttpResponse jsonPage(int status, const QJsonObject &object)
{
    HttpResponse response;
    response.status = status;
    response.body = toJsonBytes(object);
    response.headers.add("Cache-Control", "no-store");
    return response;
}

HttpResponse document(const char *contentType, const QByteArray &body)
{
    HttpResponse response;
    response.contentType = contentType;
    response.body = body;
    response.headers.add("Cache-Control", "max-age=300");
    // The page has no scripts and loads nothing: say so, and let nothing be slipped in.
    response.headers.add("Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
    return response;
}

} // namespace

MemoryPages::MemoryPages(const Health &health, const QString &version)
{
    const QJsonObject openApi = api::openApiDocument(version);
    const HttpResponse contract = document("application/json", toJsonBytes(openApi));
    const HttpResponse docs = document("text/html; charset=utf-8", docsPage(openApi));
    const HttpResponse alive = jsonPage(200, {{QStringLiteral("status"), QStringLiteral("ok")}});
    m_pages.insert("/openapi.json", [contract] { return contract; });
    m_pages.insert("/docs", [docs] { return docs; });
    m_pages.insert("/health/live", [alive] { return alive; });
    m_pages.insert("/health", [&health] { return jsonPage(200, health.report()); });
    m_pages.insert("/health/ready", [&health] { return jsonPage(health.isReady() ? 200 : 503, health.report()); });
}

std::optional<HttpResponse> MemoryPages::find(const HttpRequest &request) const
{
    const auto page = m_pages.constFind(request.path);
    if (page == m_pages.cend() || (request.method != "GET" && request.method != "HEAD"))
        return std::nullopt;
    return (*page)();
}

} // namespace countersign
