#include "server/http/HttpServer.h"

namespace countersign {

HttpServer::HttpServer(const HttpServerSettings &settings, const Parts &parts)
    : m_settings(settings),
      m_routes(parts.routes),
      m_health(parts.health),
      m_log(parts.logger, settings.logForm),
      m_pages(parts.health, settings.version),
      m_flow({parts.routes.router(), m_pages, parts.guard, parts.metrics, m_log, parts.clock, parts.refused}, settings.limits,
             settings.corsOrigins),
      m_listener(settings.limits, m_flow)
{
}

Result<> HttpServer::listen()
{
    if (const QStringList missing = m_routes.unbound(); !missing.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("unbound_endpoints"), missing.join(QStringLiteral(", ")), {}};
    return m_listener.listen(m_settings.address, m_settings.port, m_settings.tls);
}

void HttpServer::drain(std::chrono::milliseconds bound)
{
    m_health.setDraining();
    m_listener.drain(bound);
}

} // namespace countersign
