#include "tests/server/http/ApiServer.h"

#include "server/http/handlers/ApiKeyHandlers.h"
#include "server/http/handlers/CaseHandlers.h"
#include "server/http/handlers/DecisionHandlers.h"
#include "server/http/handlers/DocumentHandlers.h"

#include <QJsonDocument>
#include <QTest>

#include <spdlog/logger.h>
#include <spdlog/sinks/null_sink.h>

namespace countersign {

namespace {

TokenSettings tokenSettings()
{
    TokenSettings settings;
    settings.keys = {{"test", QByteArray(32, 'k')}};
    return settings;
}

HttpAnswer answerOf(RawClient &client)
{
    const QByteArray &received = client.received();
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    return {client.statuses().value(0), received.left(headEnd + 2), client.bodies().value(0)};
}

} // namespace

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    const qsizetype from = at + name.size() + 4;
    return at < 0 ? QByteArray() : head.mid(from, head.indexOf("\r\n", from) - from);
}

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

ApiServer::ApiServer(ServiceFixture &bank, Database &database)
    : m_bank(bank), m_context{database, bank.clock, bank.metrics, bank.keys},
      m_tokens(*AccessTokens::make(tokenSettings(), bank.clock)),
      m_keys(database, bank.clock), m_health({QStringLiteral("test")}, {}, bank.clock)
{
    m_revocations.replaceAll({}); // it hears, and nothing was revoked
    bindApplications(m_routes, m_intake, m_cases);
    bindDecisions(m_routes, m_decisions);
    bindDocuments(m_routes, m_documentRequests, m_documents);
    bindApiKeys(m_routes, m_keyAdministration);
    const auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::null_sink_mt>());
    m_server = std::make_unique<HttpServer>(
        HttpServerSettings{}, HttpServer::Parts{m_routes, m_guard, m_health, bank.metrics, bank.clock, logger});
    if (auto listening = m_server->listener().listen(QHostAddress::LocalHost, 0, {}); !listening)
        qFatal("%s", qPrintable(listening.error().detail));
}

ApiServer::~ApiServer() = default;

QByteArray ApiServer::bearer(const Actor &actor) const
{
    Principal principal;
    principal.userId = *actor.user;
    principal.tenantId = actor.tenant;
    principal.sessionId = SessionId::make(m_bank.clock.now());
    principal.permissions = actor.permissions;
    return "Authorization: Bearer " + m_tokens.issue(principal) + "\r\n";
}

QList<HttpAnswer> ApiServer::sendAll(const QByteArrayList &requests) const
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (qsizetype i = 0; i < requests.size(); ++i)
        clients.push_back(std::make_unique<RawClient>(m_server->port()));
    for (qsizetype i = 0; i < requests.size(); ++i)
        clients[std::size_t(i)]->send(requests[i]);
    QList<HttpAnswer> answers;
    for (const auto &client : clients) {
        if (!QTest::qWaitFor([&] { return !client->statuses().isEmpty(); }, 30'000))
            qWarning("no answer within 30 s");
        answers.append(answerOf(*client));
    }
    return answers;
}

QByteArray jsonPost(const QByteArray &path, const QJsonObject &body, const QByteArray &headers)
{
    return postRequest(path, QJsonDocument(body).toJson(QJsonDocument::Compact),
                       "Content-Type: application/json\r\n" + headers);
}

} // namespace countersign
