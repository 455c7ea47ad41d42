#include "tests/server/http/AskEdge.h"

#include "tests/server/http/RawClient.h"

#include <QJsonDocument>
#include <QTest>

namespace countersign {

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray Reply::header(const QByteArray &name) const
{
    const QByteArray marker = "\r\n" + name + ": ";
    const qsizetype at = head.indexOf(marker);
    return at < 0 ? QByteArray() : head.mid(at + marker.size(), head.indexOf("\r\n", at + 2) - at - marker.size());
}

Reply ask(const EdgeServer &server, const QByteArray &request)
{
    RawClient client(server.port());
    client.send(request);
    if (!QTest::qWaitFor([&client] { return !client.statuses().isEmpty(); }))
        return {};
    return {client.statuses().first(), client.bodies().first(), client.received()};
}

QByteArray withBody(const QByteArray &line, const QByteArray &body, const QByteArray &more)
{
    return line + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n"
        + body;
}

} // namespace countersign
