// Calls the daemon as any other program would: over HTTP, one call after the other.
#pragma once

#include "core/api/Endpoint.h"
#include "core/json/Json.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace countersign::demo {

/// Blocks until the answer is there; for programs without a window.
class DemoClient {
public:
    explicit DemoClient(QUrl server);

    /// Signs in and keeps the token for the calls that follow.
    Result<void> signIn(const QString &email, const QString &password);

    /// True when GET /health/ready answers 200.
    bool isReady();

    template <class Req, class Res, class Query>
    Result<Res> post(const Endpoint<Req, Res, Query> &endpoint, const Req &body)
    {
        return read<Res>(send("POST", endpoint.path, {}, writeJson(body)));
    }

    template <class Res, class Query>
    Result<Res> get(const Endpoint<Nothing, Res, Query> &endpoint, const Query &query = {})
    {
        return read<Res>(send("GET", endpoint.path, writeQuery(query), {}));
    }

private:
    Result<QByteArray> send(const char *verb, const char *path, const QUrlQuery &query, const QByteArray &body);
    template <class Res>
    static Result<Res> read(const Result<QByteArray> &answer)
    {
        if (!answer)
            return answer.error();
        return readJson<Res>(*answer);
    }

    const QUrl m_server;
    QNetworkAccessManager m_network;
    QString m_token;
};

} // namespace countersign::demo
