// One client connection on the event loop: bytes in, one request at a time, answers out in order.
#pragma once

#include "server/http/HttpLimits.h"
#include "server/http/RequestHandler.h"
#include "server/http/RequestReader.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace countersign {

/// What a connection asks of the listener that owns it.
class ConnectionOwner {
public:
    virtual RequestHandler &handler() = 0;
    virtual const HttpLimits &limits() const = 0;
    virtual std::chrono::microseconds uptime() const = 0; ///< monotonic, so that a clock jump cuts nobody off
    virtual bool isDraining() const = 0;
    /// Hands the request, and the bytes held for its body, to a worker; false when the queue is full. The answer
    /// comes by HttpConnection::deliver.
    virtual bool submit(quint64 connectionId, HttpRequest request) = 0;
    /// Counts body bytes held for all connections; false (and nothing counted) past the limit.
    virtual bool holdBodyBytes(qint64 count) = 0;
    virtual void onAuthenticated(quint64 connectionId) = 0;
    virtual void onClosed(quint64 connectionId) = 0;

protected:
    ~ConnectionOwner() = default;
};

class HttpConnection final : public QObject {
public:
    /// Takes the socket.
    HttpConnection(quint64 id, QTcpSocket *socket, ConnectionOwner &owner);
    ~HttpConnection() override;

    void deliver(const Answer &answer);
    void checkDeadline();
    /// No further request after the one that is being read, worked on or answered.
    void drain(std::chrono::microseconds idleGrace);

private:
    enum class Phase { Reading, Working, Closing };

    void readMore();
    void pump();
    bool step();
    void onHead();
    void onComplete();
    void trackBody();
    void refuse(const Error &error);
    void send(const Answer &answer, bool keepAlive);
    void continueAfter(const Answer &answer);
    void beginClosing();
    void finishClosing();
    void drop();
    void releaseBody();
    void setDeadline(std::chrono::microseconds fromNow);

    const quint64 m_id;
    QTcpSocket *const m_socket;
    ConnectionOwner &m_owner;
    RequestReader m_reader;
    Phase m_phase = Phase::Reading;
    bool m_keepAlive = true;
    bool m_isAuthenticated = false;
    bool m_isDropped = false;
    bool m_isPumping = false;
    QByteArray m_input;
    qsizetype m_taken = 0; ///< of m_input
    HttpRequest m_current; ///< method and id of the request that is being answered
    std::chrono::microseconds m_requestBegan{0};
    std::chrono::microseconds m_deadline{0};
    std::chrono::microseconds m_lastWrite{0};
    qint64 m_heldBody = 0;
    qint64 m_bodyMark = 0;
    qint64 m_discarded = 0;
};

} // namespace countersign
