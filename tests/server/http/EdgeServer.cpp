#include "tests/server/http/EdgeServer.h"

#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/AuthEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "server/http/handlers/MetricsHandler.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <poll.h>

namespace countersign {

using namespace std::chrono_literals;

namespace {

TokenSettings tokenSettings()
{
    TokenSettings settings;
    settings.keys = {{"test", QByteArray(32, 'k')}};
    return settings;
}

Error errorNamed(const QString &name)
{
    for (int i = 0; i <= int(ErrorCode::Internal); ++i)
        if (name == QString::number(i))
            return {ErrorCode(i), QStringLiteral("the_reason"), QStringLiteral("the detail\nforged line\x1b[2J"), {{QStringLiteral("a.b"), QStringLiteral("wrong"), QStringLiteral("is wrong")}}};
    return {};
}

} // namespace

EdgeServer::EdgeServer(HttpServerSettings settings)
    : m_tokens(*AccessTokens::make(tokenSettings(), m_clock)),
      m_health({QStringLiteral("1.2.3")},
               {{QStringLiteral("database"), [this]() -> Result<> {
                     if (databaseIsUp)
                         return {};
                     return Error{ErrorCode::Unavailable, QStringLiteral("database_unavailable"), QStringLiteral("secret host"), {}};
                 }},
                {QStringLiteral("model"), []() -> Result<> { return {}; }}},
               m_clock)
{
    m_revocations.replaceAll({}); // it hears, and nothing was revoked
    bind();
    m_health.runChecks();
    settings.version = QStringLiteral("1.2.3");
    settings.limits.workers = 2;
    auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(m_log));
    logger->set_pattern("%v");
    m_server = std::make_unique<HttpServer>(
        settings, HttpServer::Parts{m_routes, m_guard, m_health, m_metrics, m_clock, logger});
    const Result<> listening = m_server->listener().listen(QHostAddress::LocalHost, 0, settings.tls);
    if (!listening)
        qFatal("%s", qPrintable(listening.error().detail));
}

void EdgeServer::bind()
{
    m_routes.bind<api::me>([](const Call &call) -> Result<api::UserInfo> {
        api::UserInfo info;
        info.id = call.principal.userId;
        info.email = QStringLiteral("someone@example.com");
        return info;
    });
    m_routes.bind<api::login>([](const Call &, const api::LoginRequest &) -> Result<api::TokenResponse> {
        throw std::runtime_error("a defect with a secret in it");
    });
    m_routes.bind<api::startCase>([](const Call &call) -> Result<api::QueueItem> {
        return errorNamed(call.pathValue("id"));
    });
    m_routes.bind<api::releaseCase>([](const Call &call, const api::ReleaseCase &) -> Result<api::QueueItem> {
        const auto id = call.id<QueueId>();
        if (!id)
            return id.error();
        const auto version = call.requiredVersion();
        if (!version)
            return version.error();
        api::QueueItem item;
        item.queueId = *id;
        item.version = *version;
        return item;
    });
    m_routes.bind<api::createApplication>([](const Call &, const api::ApplicationCreate &) -> Result<api::ApplicationCreated> {
        return api::ApplicationCreated{ApplicationId(QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1a90")), QStringLiteral("A-1")};
    });
    m_routes.bind<api::listQueue>([this](const Call &, const api::QueueQuery &) -> Result<Page<api::QueueItem>> {
        if (workTime > 0ms)
            ::poll(nullptr, 0, int(workTime.count()));
        return Page<api::QueueItem>{};
    });
    m_routes.bind<api::logout>([](const Call &, const api::RefreshRequest &) -> Result<> { return {}; });
    bindMetrics(m_routes, m_metrics);
}

Principal EdgeServer::principal(Role role) const
{
    Principal principal;
    principal.userId = UserId::make(m_clock.now());
    principal.tenantId = TenantId::make(m_clock.now());
    principal.sessionId = SessionId::make(m_clock.now());
    principal.role = role;
    principal.permissions = permissionsOf(role);
    return principal;
}

QByteArray EdgeServer::authorization(Role role) const
{
    return "Authorization: Bearer " + m_tokens.issue(principal(role)) + "\r\n";
}

} // namespace countersign
