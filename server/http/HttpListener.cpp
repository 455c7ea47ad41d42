#include "server/http/HttpListener.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/resource.h>

namespace countersign {

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr int kBacklog = 1024;

milliseconds sweepInterval(const HttpLimits &limits)
{
    const milliseconds shortest = std::min({limits.headTime, limits.bodyTime, limits.keepAliveTime, limits.lingerTime});
    return std::clamp(shortest / 4, milliseconds(5), milliseconds(250));
}

/// The soft limit of descriptors is often 1,024; the hard one is ours to use.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

/// Hands descriptors over before a TLS handshake begins, so that the limits hold for handshakes too
/// (QSslServer would keep unfinished ones to itself).
class HttpListener::Acceptor final : public QTcpServer {
public:
    explicit Acceptor(HttpListener &listener) : m_listener(listener) {}
    std::optional<QSslConfiguration> tls;

protected:
    void incomingConnection(qintptr descriptor) override { m_listener.accept(descriptor); }

private:
    HttpListener &m_listener;
};

HttpListener::HttpListener(const HttpLimits &limits, RequestHandler &handler, QObject *parent)
    : QObject(parent),
      m_limits(limits),
      m_handler(handler),
      m_counts(m_limits),
      m_acceptor(std::make_unique<Acceptor>(*this)),
      m_pool(limits.workers, limits.queuedRequests)
{
    m_uptime.start();
    m_acceptor->setListenBacklogSize(kBacklog);
    m_sweep.setInterval(sweepInterval(m_limits));
    connect(&m_sweep, &QTimer::timeout, this, &HttpListener::sweep);
}

HttpListener::~HttpListener()
{
    m_acceptor->close();
    m_clients.clear();
}

microseconds HttpListener::uptime() const
{
    return microseconds(m_uptime.nsecsElapsed() / 1000);
}

Result<> HttpListener::listen(const QHostAddress &address, quint16 port, const std::optional<TlsFiles> &tls)
{
    m_tlsFiles = tls;
    if (const Result<> loaded = reloadTls(); !loaded)
        return loaded.error();
    raiseDescriptorLimit();
    if (!m_acceptor->listen(address, port)) {
        const bool isBusy = m_acceptor->serverError() == QAbstractSocket::AddressInUseError;
        return Error{isBusy ? ErrorCode::Unavailable : ErrorCode::Invalid,
                     isBusy ? QStringLiteral("port_busy") : QStringLiteral("cannot_listen"),
                     QStringLiteral("cannot listen on %1 port %2: %3")
                         .arg(address.toString(), QString::number(port), m_acceptor->errorString()), {}};
    }
    m_sweep.start();
    return {};
}

quint16 HttpListener::port() const
{
    return m_acceptor->serverPort();
}

Result<> HttpListener::reloadTls()
{
    if (!m_tlsFiles)
        return {};
    const Result<QSslConfiguration> configuration = readTls(*m_tlsFiles);
    if (!configuration)
        return configuration.error();
    m_acceptor->tls = *configuration;
    return {};
}

void HttpListener::accept(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    if (m_acceptor->tls)
        socket = std::make_unique<QSslSocket>();
    else
        socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    const quint64 key = ConnectionCounts::keyOf(socket->peerAddress());
    if (const Result<> allowed = m_counts.add(key); !allowed)
        return turnAway(socket.get(), allowed.error());
    auto *tls = qobject_cast<QSslSocket *>(socket.get());
    const quint64 id = ++m_lastId;
    ConnectionOwner &self = *this;
    m_clients[id] = Client{std::make_unique<HttpConnection>(id, socket.release(), self), key};
    if (tls) {
        tls->setSslConfiguration(*m_acceptor->tls);
        tls->startServerEncryption();
    }
}

void HttpListener::turnAway(QAbstractSocket *socket, const Error &error)
{
    if (m_acceptor->tls)
        return; // nothing can be said before a handshake, and a handshake is what an attacker wants
    HttpRequest nothing;
    nothing.remote = socket->peerAddress();
    const Answer answer = m_handler.refuse(nothing, error);
    if (const Result<QByteArray> wire = toWire(answer.response, {true, false})) {
        socket->write(*wire);
        static_cast<QTcpSocket *>(socket)->flush();
    }
}

bool HttpListener::submit(quint64 connectionId, HttpRequest request)
{
    auto shared = std::make_shared<HttpRequest>(std::move(request));
    return m_pool.submit([this, connectionId, shared] {
        Answer answer = m_handler.answer(*shared);
        bool isFirst = false;
        {
            const std::lock_guard lock(m_answersMutex);
            isFirst = m_answers.empty();
            m_answers.push_back({connectionId, shared->body.size(), std::move(answer)});
        }
        if (isFirst)
            QMetaObject::invokeMethod(this, [this] { deliverAnswers(); }, Qt::QueuedConnection);
    });
}

void HttpListener::deliverAnswers()
{
    std::vector<Finished> answers;
    {
        const std::lock_guard lock(m_answersMutex);
        answers.swap(m_answers);
    }
    for (const Finished &finished : answers) {
        holdBodyBytes(-finished.heldBody);
        const auto client = m_clients.find(finished.connectionId);
        if (client != m_clients.end())
            client->second.connection->deliver(finished.answer);
    }
}

bool HttpListener::holdBodyBytes(qint64 count)
{
    if (count > 0 && m_bodyBytes + count > m_limits.bufferedBodies)
        return false;
    m_bodyBytes += count;
    return true;
}

void HttpListener::onAuthenticated(quint64 connectionId)
{
    Client &client = m_clients.at(connectionId);
    client.isAuthenticated = true;
    m_counts.authenticate(client.addressKey);
}

void HttpListener::onClosed(quint64 connectionId)
{
    // Its own code is still running.
    QMetaObject::invokeMethod(this, [this, connectionId] { forget(connectionId); }, Qt::QueuedConnection);
}

void HttpListener::forget(quint64 connectionId)
{
    const auto found = m_clients.find(connectionId);
    if (found == m_clients.end())
        return;
    m_counts.remove(found->second.addressKey, found->second.isAuthenticated);
    m_clients.erase(found);
    if (m_isDraining && m_clients.empty())
        finishDraining();
}

void HttpListener::sweep()
{
    for (auto &[id, client] : m_clients)
        client.connection->checkDeadline(); // erases nothing: closing is queued
    // Qt stops accepting for good at the first failure, as when no descriptor was left; from here it tries again.
    if (m_acceptor->isListening())
        m_acceptor->resumeAccepting();
}

void HttpListener::drain(milliseconds bound)
{
    if (m_isDraining)
        return;
    m_isDraining = true;
    m_acceptor->close();
    // A client that had a request on the way when we stopped listening still gets its answer.
    const microseconds idleGrace = std::min<microseconds>(bound / 4, milliseconds(250));
    for (auto &[id, client] : m_clients)
        client.connection->drain(idleGrace);
    QTimer::singleShot(bound, this, &HttpListener::finishDraining);
    if (m_clients.empty())
        QMetaObject::invokeMethod(this, &HttpListener::finishDraining, Qt::QueuedConnection);
}

void HttpListener::finishDraining()
{
    if (!m_sweep.isActive())
        return;
    m_sweep.stop();
    m_clients.clear();
    Q_EMIT drained();
}

} // namespace countersign
