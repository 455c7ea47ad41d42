// The HTTP edge as the daemon starts it: listener, flow, pages and log, wired together.
#pragma once

#include "server/http/Health.h"
#include "server/http/HttpListener.h"
#include "server/http/RequestFlow.h"
#include "server/http/RouteTable.h"

namespace countersign {

struct HttpServerSettings {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 8400;
    std::optional<TlsFiles> tls;
    QList<QByteArray> corsOrigins;
    HttpLimits limits;
    QString version;
    LogForm logForm = LogForm::Text;
};

class HttpServer {
public:
    /// Everything must outlive the server. All rows of `routes` must be bound before listen().
    struct Parts {
        const RouteTable &routes;
        const Guard &guard;
        Health &health;
        Metrics &metrics;
        const Clock &clock; ///< the real time, not that of the business
        std::shared_ptr<spdlog::logger> logger;
        RefusalSink refused = {};
    };

    HttpServer(const HttpServerSettings &settings, const Parts &parts);

    /// Internal (`unbound_endpoints`) while a row of the endpoint table has no handler.
    Result<> listen();
    quint16 port() const { return m_listener.port(); }

    /// For SIGHUP.
    Result<> reloadTls() { return m_listener.reloadTls(); }

    /// For SIGTERM: not ready any more, stops accepting, answers what was accepted; then HttpListener::drained.
    void drain(std::chrono::milliseconds bound);

    HttpListener &listener() { return m_listener; }
    /// What answers requests, for a caller in the same process.
    RequestHandler &requests() { return m_flow; }

private:
    const HttpServerSettings m_settings;
    const RouteTable &m_routes;
    Health &m_health;
    AccessLog m_log;
    MemoryPages m_pages;
    RequestFlow m_flow;
    HttpListener m_listener;
};

} // namespace countersign
