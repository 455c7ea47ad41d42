#include "ui/client/ApiClient.h"

#include "core/api/EndpointRows.h"
#include "ui/client/DeviceName.h"
#include "ui/client/Problem.h"

#include <QCryptographicHash>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUuid>

namespace countersign {

namespace {

constexpr int kTimeoutMs = 20'000;

QByteArray contentOf(const QString &path, const QByteArray &body)
{
    return QCryptographicHash::hash(path.toUtf8() + '\0' + body, QCryptographicHash::Blake2b_256);
}

bool changesSomething(const char *verb)
{
    return qstrcmp(verb, "GET") != 0;
}

/// Whether an answer leaves no doubt about what has happened.
bool settles(int status, const Error &error)
{
    return status != 0 && status != 401 && status < 500 && error.reason != QLatin1String("idempotency_in_flight");
}

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
    message.setHeader(QNetworkRequest::UserAgentHeader, userAgentOfThisDevice());
    if (!waiting.request.body.isEmpty())
        message.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (waiting.request.needsToken && !m_token.isEmpty())
        message.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    if (waiting.request.version)
        message.setRawHeader("If-Match", '"' + QByteArray::number(*waiting.request.version) + '"');
    if (!waiting.request.stepUp.isEmpty())
        message.setRawHeader("X-Step-Up", waiting.request.stepUp.toLatin1());
    if (waiting.request.creates)
        message.setRawHeader("Idempotency-Key", keyOf(waiting.request));
    QNetworkReply *reply = m_network.sendCustomRequest(message, waiting.request.verb, waiting.request.body);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, waiting = std::move(waiting)] { receive(reply, waiting); });
}

void ApiClient::receive(QNetworkReply *reply, const Waiting &sent)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply->readAll();
    setReachable(status != 0);
    if (status == 401 && sent.request.needsToken && !sent.request.resent && m_refresher) {
        m_waiting.append(sent);
        m_waiting.last().request.resent = true;
        renew();
        return;
    }
    const bool succeeded = status >= 200 && status < 300;
    Error error = succeeded ? Error() : errorOfAnswer(status, body, reply->errorString());
    if (status == 0 && sent.request.needsToken && changesSomething(sent.request.verb))
        error.reason = QLatin1String(kOutcomeUnknown); // the daemon may have done it before the connection broke
    if (settles(status, error))
        forget(sent.request);
    if (error.reason == QLatin1String("password_change_required"))
        Q_EMIT passwordChangeRequired();
    if (!sent.context)
        return;
    if (succeeded)
        sent.answer(body);
    else
        sent.answer(error);
}

QByteArray ApiClient::keyOf(const Request &request)
{
    QByteArray &key = m_unsettled[contentOf(request.path, request.body)];
    if (key.isEmpty())
        key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return key;
}

void ApiClient::forget(const Request &request)
{
    if (request.creates)
        m_unsettled.remove(contentOf(request.path, request.body));
}

void ApiClient::renew()
{
    if (m_refreshing || !m_refresher)
        return;
    m_refreshing = true;
    m_refresher();
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
