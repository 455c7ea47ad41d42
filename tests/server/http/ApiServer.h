// The API as it is, on a free port: real handlers, services and database.
#pragma once

#include "ServiceFixture.h"

#include "server/http/HttpServer.h"
#include "server/service/ApiKeyService.h"
#include "server/service/CaseService.h"
#include "server/service/DocumentRequests.h"
#include "server/service/DocumentService.h"
#include "tests/server/http/RawClient.h"

namespace countersign {

/// One request's answer.
struct HttpAnswer {
    int status = 0; ///< 0: none came
    QByteArray head;
    QByteArray body;

    QByteArray header(const QByteArray &name) const;
    QJsonObject json() const;
    QString code() const { return json().value(QLatin1String("code")).toString(); }
};

class ApiServer {
public:
    /// `database` is where requests go: that of the bank, or a way to it.
    ApiServer(ServiceFixture &bank, Database &database);
    ~ApiServer();

    QByteArray bearer(const Actor &actor) const; ///< an Authorization line
    ApiKeys &keys() { return m_keys; }

    /// Sends each request on a connection of its own, all at once, and waits for all answers.
    QList<HttpAnswer> sendAll(const QByteArrayList &requests) const;
    HttpAnswer send(const QByteArray &request) const { return sendAll({request}).first(); }

private:
    ServiceFixture &m_bank;
    ServiceContext m_context;
    IntakeService m_intake{m_context};
    CaseService m_cases{m_context};
    DecisionService m_decisions{m_context};
    DocumentScanner m_scanner;
    DocumentRequests m_documentRequests{m_context};
    DocumentService m_documents{m_context, m_scanner};
    ApiKeyService m_keyAdministration{m_context};
    AccessTokens m_tokens;
    ApiKeys m_keys;
    FakeClock m_still;
    Revocations m_revocations{m_still};
    SessionCheck m_sessions{m_revocations, m_context.database};
    Guard m_guard{m_tokens, m_keys, m_sessions};
    AnswerSeal m_seal{QByteArray(32, 's')};
    RouteTable m_routes{m_seal};
    Health m_health;
    std::unique_ptr<HttpServer> m_server;
};

QByteArray jsonPost(const QByteArray &path, const QJsonObject &body, const QByteArray &headers);

} // namespace countersign
