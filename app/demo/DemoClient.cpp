#include "app/demo/DemoClient.h"

#include "core/api/EndpointRows.h"
#include "core/api/endpoints/AuthEndpoints.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace countersign::demo {

namespace {

constexpr int kTimeoutMs = 30'000;

struct StatusRow {
    int status;
    ErrorCode code;
};
constexpr std::array kStatuses{
    StatusRow{401, ErrorCode::Unauthenticated}, StatusRow{403, ErrorCode::Forbidden},
    StatusRow{404, ErrorCode::NotFound},        StatusRow{409, ErrorCode::Conflict},
    StatusRow{422, ErrorCode::Invalid},         StatusRow{429, ErrorCode::TooManyRequests},
    StatusRow{503, ErrorCode::Unavailable},     StatusRow{0, ErrorCode::Unavailable},
};

Error errorOf(int status, const QByteArray &body, const QString &transport)
{
    const auto row = std::find_if(kStatuses.begin(), kStatuses.end(), [status](const StatusRow &r) { return r.status == status; });
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    Error error{row == kStatuses.end() ? ErrorCode::Internal : row->code, problem.value(QLatin1String("code")).toString(),
                problem.value(QLatin1String("detail")).toString(), {}};
    if (error.detail.isEmpty())
        error.detail = status == 0 ? transport : QStringLiteral("HTTP status %1").arg(status);
    return error;
}

} // namespace

DemoClient::DemoClient(QUrl server) : m_server(std::move(server)) {}

Result<void> DemoClient::signIn(const QString &email, const QString &password)
{
    m_token.clear();
    const auto tokens = post(api::login, api::LoginRequest{email, password, {}, {}});
    if (!tokens)
        return tokens.error();
    m_token = tokens->accessToken;
    return {};
}

bool DemoClient::isReady()
{
    QUrl url = m_server;
    url.setPath(QStringLiteral("/health/ready"));
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    reply->deleteLater();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

Result<QByteArray> DemoClient::send(const char *verb, const char *path, const QUrlQuery &query, const QByteArray &body)
{
    QUrl url = m_server;
    url.setPath(QLatin1String(api::kPrefix) + QLatin1String(path));
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(kTimeoutMs);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray answer = reply->readAll();
    if (status < 200 || status > 299)
        return errorOf(status, answer, reply->errorString());
    return answer;
}

} // namespace countersign::demo
