// Accepts connections within the limits, gives finished requests to the workers and their answers back.
#pragma once

#include "core/base/Result.h"
#include "server/http/HttpConnection.h"
#include "server/http/ConnectionCounts.h"
#include "server/http/TlsFiles.h"
#include "server/http/WorkerPool.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <mutex>
#include <unordered_map>

QT_FORWARD_DECLARE_CLASS(QTcpServer)

namespace countersign {

class HttpListener final : public QObject, private ConnectionOwner {
    Q_OBJECT

public:
    /// `handler` must outlive the listener.
    HttpListener(const HttpLimits &limits, RequestHandler &handler, QObject *parent = nullptr);
    ~HttpListener() override; ///< waits for the workers

    /// Port 0 takes a free one. Unavailable (`port_busy`) or Invalid with the cause in the detail.
    Result<> listen(const QHostAddress &address, quint16 port, const std::optional<TlsFiles> &tls = {});
    quint16 port() const;

    /// Reads the certificate again for the connections to come; on failure the old one stays.
    Result<> reloadTls();

    /// Stops accepting, answers what was accepted, closes; `drained` when done or when `bound` is over.
    void drain(std::chrono::milliseconds bound);

    int connectionCount() const { return m_counts.total(); }
    int waitingRequests() const { return m_pool.waiting(); }

Q_SIGNALS:
    void drained();

private:
    class Acceptor;
    struct Client {
        std::unique_ptr<HttpConnection> connection;
        quint64 addressKey = 0;
        bool isAuthenticated = false;
    };

    struct Finished {
        quint64 connectionId = 0;
        qint64 heldBody = 0; ///< bytes that may be given back now, whether or not the client is still there
        Answer answer;
    };

    void accept(qintptr descriptor);
    void turnAway(QAbstractSocket *socket, const Error &error);
    void sweep();
    void deliverAnswers();
    void forget(quint64 connectionId);
    void finishDraining();

    RequestHandler &handler() override { return m_handler; }
    const HttpLimits &limits() const override { return m_limits; }
    std::chrono::microseconds uptime() const override;
    bool isDraining() const override { return m_isDraining; }
    bool submit(quint64 connectionId, HttpRequest request) override;
    bool holdBodyBytes(qint64 count) override;
    void onAuthenticated(quint64 connectionId) override;
    void onClosed(quint64 connectionId) override;

    const HttpLimits m_limits;
    RequestHandler &m_handler;
    QElapsedTimer m_uptime;
    ConnectionCounts m_counts;
    std::unique_ptr<Acceptor> m_acceptor;
    std::optional<TlsFiles> m_tlsFiles;
    QTimer m_sweep;
    std::unordered_map<quint64, Client> m_clients;
    quint64 m_lastId = 0; ///< ids are never used twice, so a late answer cannot reach another client
    qint64 m_bodyBytes = 0;
    bool m_isDraining = false;
    std::mutex m_answersMutex;
    std::vector<Finished> m_answers;
    WorkerPool m_pool; ///< last: its threads end before anything they use
};

} // namespace countersign
