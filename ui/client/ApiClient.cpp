#include "ui/client/ApiClient.h"

#include "core/api/EndpointRows.h"
#include "ui/client/Problem.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace countersign {

namespace {

constexpr int kTimeoutMs = 20'000;

} // namespace

ApiClient::ApiClient(QUrl server, QObject *parent) : QObject(parent), m_server(std::move(server))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a token is never carried elsewhere
}

ApiClient::~ApiClient() = default;

void ApiClient::send(Request request, QObject *context, Answer answer)
{
    Waiting waiting{std::move(request), context, std::move(answer)};
    if (m_refreshing && waiting.request.needsToken) {
        m_waiting.append(std::move(waiting));
        return;
    }
    QUrl url = m_server;
    url.setPath(QLatin1String(api::kPrefix) + waiting.request.path);
    url.setQuery(waiting.request.query);
    QNetworkRequest message(url);
    message.setTransferTimeout(kTimeoutMs);
    message.setRawHeader("Accept", "application/json");
    if (!waiting.request.body.isEmpty())
        message.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (waiting.request.needsToken && !m_token.isEmpty())
        message.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    if (waiting.request.version)
        message.setRawHeader("If-Match", '"' + QByteArray::number(*waiting.request.version) + '"');
    QNetworkReply *reply = m_network.sendCustomRequest(message, waiting.request.verb, waiting.request.body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, waiting = std::move(waiting)] { receive(reply, waiting); });
}

void ApiClient::receive(QNetworkReply *reply, const Waiting &sent)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply->readAll();
    setReachable(status != 0);
    if (status == 401 && sent.request.needsToken && m_refresher) {
        m_waiting.append(sent);
        if (!m_refreshing) {
            m_refreshing = true;
            m_refresher();
        }
        return;
    }
    if (!sent.context)
        return;
    if (status >= 200 && status < 300)
        sent.answer(body);
    else
        sent.answer(errorOfAnswer(status, body, reply->errorString()));
}

void ApiClient::resume(const QString &token)
{
    m_token = token;
    m_refreshing = false;
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &call : waiting)
        send(call.request, call.context, call.answer);
}

void ApiClient::giveUp(const Error &error)
{
    m_refreshing = false;
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &call : waiting)
        if (call.context)
            call.answer(error);
}

void ApiClient::setReachable(bool reachable)
{
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    Q_EMIT reachableChanged(reachable);
}

} // namespace countersign
