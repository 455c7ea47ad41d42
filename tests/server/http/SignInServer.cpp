#include "tests/server/http/SignInServer.h"

#include "server/http/handlers/AuthHandlers.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

namespace countersign {

SignInServer::SignInServer(SignInFixture &bank)
    : m_revocations(bank.clock), m_feed(bank.database.daemon(), m_revocations),
      m_sessions(m_revocations, bank.database.daemon()), m_keys(bank.database.daemon(), bank.clock),
      m_guard(bank.tokens, m_keys, m_sessions),
      m_health({QStringLiteral("1.2.3")}, {}, bank.clock)
{
    bindAuth(m_routes, bank.signIn);
    bindAccount(m_routes, bank.accounts);
    bindStepUp(m_routes, bank.stepUps);
    HttpServerSettings settings;
    settings.limits.workers = 2;
    auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(m_log));
    m_server = std::make_unique<HttpServer>(
        settings, HttpServer::Parts{m_routes, m_guard, m_health, m_metrics, bank.clock, logger});
    if (const auto listening = m_server->listener().listen(QHostAddress::LocalHost, 0, {}); !listening)
        qFatal("%s", qPrintable(listening.error().detail));
    m_feed.start();
}

} // namespace countersign
