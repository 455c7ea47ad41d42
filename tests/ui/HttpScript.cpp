#include "tests/ui/HttpScript.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrl>

namespace countersign {

QByteArray httpAnswer(int status, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " X\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

HttpScript::HttpScript()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    listen(QHostAddress::LocalHost);
}

QUrl HttpScript::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort()));
}

void HttpScript::read(QTcpSocket *socket)
{
    QByteArray &request = m_requests[socket];
    request += socket->readAll();
    const qsizetype headEnd = request.indexOf("\r\n\r\n");
    static const QRegularExpression length(QStringLiteral("\r\nContent-Length: (\\d+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression key(QStringLiteral("\r\nIdempotency-Key: ([^\r]+)"),
                                        QRegularExpression::CaseInsensitiveOption);
    const QString head = QString::fromLatin1(request.left(headEnd));
    if (headEnd < 0 || request.size() < headEnd + 4 + length.match(head).captured(1).toInt())
        return;
    const QByteArray line = request.left(request.indexOf('\r'));
    heads.append(request.mid(line.size() + 2, headEnd - line.size() - 2));
    request.clear();
    lines.append(line);
    keys.append(key.match(head).captured(1).toLatin1());
    socket->write(answerTo(line));
}

QByteArray HttpScript::answerTo(const QByteArray &line)
{
    for (const Route &route : routes)
        if (line.startsWith(route.begin))
            return route.answer;
    return answers.isEmpty() ? otherwise : answers.takeFirst();
}

} // namespace countersign
