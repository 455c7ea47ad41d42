#include "tests/flow/HttpCaller.h"

#include "core/api/EndpointRows.h"
#include "tests/flow/DaemonProcess.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>

namespace countersign {

namespace {

constexpr int kPatienceMs = 30'000;

/// Whole when as many bytes came as were announced.
HttpAnswer answerIn(const QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const QByteArray head = received.left(end).toLower();
    const qsizetype length = head.indexOf("\r\ncontent-length:");
    const QByteArray body = received.mid(end + 4);
    if (length >= 0 && body.size() != head.mid(length + 17).split('\r').first().trimmed().toLongLong())
        return {};
    return {head.split(' ').value(1).toInt(), body};
}

} // namespace

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(bytes).object();
}

HttpAnswer HttpCaller::post(const QString &path, const QJsonObject &body) const
{
    return call("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

bool HttpCaller::signIn(const char *email)
{
    return signIn(QLatin1String(email), QLatin1String(DaemonProcess::kPassword));
}

bool HttpCaller::signIn(const QString &email, const QString &password)
{
    const QJsonObject body{{QStringLiteral("email"), email}, {QStringLiteral("password"), password}};
    m_token =
        post(QStringLiteral("/auth/login"), body).json().value(QLatin1String("access_token")).toString().toLatin1();
    return !m_token.isEmpty();
}

HttpAnswer HttpCaller::call(const char *method, const QString &path, const QByteArray &body) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(kPatienceMs))
        return {};
    QByteArray request = method + QByteArray(" ") + api::kPrefix + path.toUtf8()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    if (!m_token.isEmpty())
        request += "Authorization: Bearer " + m_token + "\r\n";
    if (!body.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(request + "\r\n" + body);
    QByteArray received;
    while (socket.waitForReadyRead(kPatienceMs))
        received += socket.readAll();
    received += socket.readAll();
    return answerIn(received);
}

} // namespace countersign
