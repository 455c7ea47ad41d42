// The whole edge on a free port, with a few rows of the endpoint table bound to handlers that need no database.
#pragma once

#include "server/http/HttpServer.h"
#include "tests/support/FakeClock.h"

#include <sstream>

namespace countersign {

class EdgeServer {
public:
    explicit EdgeServer(HttpServerSettings settings = {});

    quint16 port() const { return m_server->port(); }
    FakeClock &clock() { return m_clock; }
    Health &health() { return m_health; }
    HttpServer &server() { return *m_server; }
    std::string log() const { return m_log.str(); }
    bool databaseIsUp = true;
    std::chrono::milliseconds workTime{0}; ///< that a page of the queue takes its worker

    /// An Authorization line with a token of a new user with this role.
    QByteArray authorization(Role role) const;
    Principal principal(Role role) const;

private:
    void bind();

    FakeClock m_clock;
    std::ostringstream m_log;
    AccessTokens m_tokens;
    Database m_nowhere{{}};
    ApiKeys m_keys{m_nowhere, m_clock};
    FakeClock m_still;
    Revocations m_revocations{m_still};
    SessionCheck m_sessions{m_revocations, m_nowhere};
    Guard m_guard{m_tokens, m_keys, m_sessions};
    Metrics m_metrics;
    Health m_health;
    AnswerSeal m_seal{QByteArray(32, 's')};
    RouteTable m_routes{m_seal};
    std::unique_ptr<HttpServer> m_server;
};

} // namespace countersign
