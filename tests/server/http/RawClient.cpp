#include "tests/server/http/RawClient.h"

#include <QHostAddress>

namespace countersign {

namespace {

struct Parsed {
    QList<int> statuses;
    QList<QByteArray> bodies;
};

Parsed parse(QByteArray stream)
{
    Parsed parsed;
    while (stream.startsWith("HTTP/1.1 ")) {
        const qsizetype end = stream.indexOf("\r\n\r\n");
        if (end < 0)
            break;
        const QByteArray head = stream.left(end + 2);
        const int status = head.mid(9, 3).toInt();
        const QByteArray marker = "\r\nContent-Length: ";
        const qsizetype at = head.indexOf(marker);
        const qsizetype length = at < 0 ? 0 : head.mid(at + marker.size(), head.indexOf("\r\n", at + 2) - at - marker.size()).toInt();
        if (stream.size() < end + 4 + length)
            break;
        if (status != 100) {
            parsed.statuses << status;
            parsed.bodies << stream.mid(end + 4, length);
        }
        stream.remove(0, end + 4 + length);
    }
    if (!stream.isEmpty() && !stream.startsWith("HTTP/1.1 "))
        parsed.statuses << -1; // bytes that are no answer
    return parsed;
}

} // namespace

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.waitForConnected(5000);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

const QByteArray &RawClient::received()
{
    m_received += m_socket.readAll();
    return m_received;
}

QList<int> RawClient::statuses()
{
    return parse(received()).statuses;
}

QList<QByteArray> RawClient::bodies()
{
    return parse(received()).bodies;
}

QByteArray getRequest(const QByteArray &path, const QByteArray &more)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &more)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + more + "\r\n" + body;
}

} // namespace countersign
