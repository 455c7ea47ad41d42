// A client that sends exactly the bytes it is told to, well-formed or not.
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace countersign {

class RawClient {
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void abort() { m_socket.abort(); }

    /// Everything received so far.
    const QByteArray &received();
    /// The status codes of the complete answers received so far, in order.
    QList<int> statuses();
    /// The bodies of the complete answers received so far, in order.
    QList<QByteArray> bodies();

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// `GET path` with a Host and whatever `more` header lines (each with its CR LF).
QByteArray getRequest(const QByteArray &path, const QByteArray &more = {});
QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &more = {});

} // namespace countersign
