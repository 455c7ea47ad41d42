// One daemon's worth of the edge with real sessions: several of them serve one database in one process.
#pragma once

#include "server/auth/RevocationFeed.h"
#include "server/http/HttpServer.h"
#include "tests/server/service/SignInFixture.h"

#include <sstream>

namespace countersign {

class SignInServer {
public:
    /// `bank` must outlive the server.
    explicit SignInServer(SignInFixture &bank);

    quint16 port() const { return m_server->port(); }
    const Revocations &revocations() const { return m_revocations; }
    const Guard &guard() const { return m_guard; }

private:
    std::ostringstream m_log;
    Revocations m_revocations;
    RevocationFeed m_feed;
    SessionCheck m_sessions;
    ApiKeys m_keys;
    Guard m_guard;
    Metrics m_metrics;
    Health m_health;
    AnswerSeal m_seal{QByteArray(32, 's')};
    RouteTable m_routes{m_seal};
    std::unique_ptr<HttpServer> m_server;
};

} // namespace countersign
