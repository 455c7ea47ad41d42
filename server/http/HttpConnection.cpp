#include "server/http/HttpConnection.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <sys/socket.h>

namespace countersign {

using std::chrono::microseconds;

namespace {

constexpr qint64 kReadAtOnce = 64 * 1024;
constexpr qint64 kMostUnwritten = 256 * 1024; ///< a client that does not read gets no further answers
constexpr qint64 kMostDiscarded = 16 * 1024 * 1024;
constexpr int kMostInOneTurn = 32;            ///< pipelined requests, before other connections get theirs

qint64 unwritten(const QTcpSocket *socket)
{
    const auto *tls = qobject_cast<const QSslSocket *>(socket);
    return socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

} // namespace

HttpConnection::HttpConnection(quint64 id, QTcpSocket *socket, ConnectionOwner &owner)
    : m_id(id), m_socket(socket), m_owner(owner), m_reader(owner.limits())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadAtOnce);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    setDeadline(m_owner.limits().headTime);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::drop);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HttpConnection::drop);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        m_lastWrite = m_owner.uptime();
        if (m_phase == Phase::Closing)
            finishClosing();
        else
            pump();
    });
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
    releaseBody();
}

void HttpConnection::setDeadline(microseconds fromNow)
{
    m_deadline = m_owner.uptime() + fromNow;
}

void HttpConnection::readMore()
{
    if (m_phase == Phase::Closing) {
        // What the client still sends is read and forgotten: closing with unread bytes would reset the
        // connection and take the answer from the client.
        m_discarded += m_socket->readAll().size();
        if (m_discarded > kMostDiscarded)
            drop();
        return;
    }
    pump();
}

void HttpConnection::pump()
{
    if (m_isPumping || m_isDropped)
        return;
    m_isPumping = true;
    int turns = 0;
    while (m_phase == Phase::Reading && turns < kMostInOneTurn && unwritten(m_socket) < kMostUnwritten && step())
        turns += m_reader.hasStarted() ? 0 : 1;
    m_isPumping = false;
    if (m_isDropped)
        return;
    if (m_socket->bytesToWrite() > 0)
        m_socket->flush();
    if (turns == kMostInOneTurn)
        QMetaObject::invokeMethod(this, [this] { pump(); }, Qt::QueuedConnection);
}

/// One piece of input; false when there is none.
bool HttpConnection::step()
{
    if (m_taken == m_input.size()) {
        m_input = m_socket->read(kReadAtOnce);
        m_taken = 0;
        if (m_input.isEmpty())
            return false;
    }
    if (!m_reader.hasStarted()) {
        m_requestBegan = m_owner.uptime();
        m_deadline = m_requestBegan + m_owner.limits().headTime;
    }
    m_taken += m_reader.feed(QByteArrayView(m_input).sliced(m_taken));
    if (m_reader.state() == RequestReader::State::HeadDone)
        onHead();
    const bool hasBody = m_reader.state() == RequestReader::State::Body || m_reader.state() == RequestReader::State::Complete;
    if (m_phase == Phase::Reading && hasBody)
        trackBody();
    if (m_phase == Phase::Reading && m_reader.state() == RequestReader::State::Refused)
        refuse(m_reader.refusal());
    if (m_phase == Phase::Reading && m_reader.state() == RequestReader::State::Complete)
        onComplete();
    return true;
}

void HttpConnection::onHead()
{
    HttpRequest &head = m_reader.head();
    head.remote = m_socket->peerAddress();
    const HeadVerdict verdict = m_owner.handler().onHead(head, m_reader.declaredBody());
    m_current.method = head.method;
    m_current.id = head.id;
    if (verdict.refusal) {
        const bool bodyFollows = m_reader.declaredBody() != 0;
        m_keepAlive = m_reader.keepAlive() && !bodyFollows;
        if (m_keepAlive)
            m_reader.skipRequest();
        return continueAfter(*verdict.refusal);
    }
    m_reader.acceptBody(verdict.bodyLimit);
    if (m_reader.state() != RequestReader::State::Body)
        return;
    if (m_reader.expectsContinue())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_bodyMark = 0;
    setDeadline(m_owner.limits().bodyTime);
}

void HttpConnection::trackBody()
{
    const qint64 soFar = m_reader.bodySoFar();
    if (soFar - m_bodyMark >= m_owner.limits().bodyProgress) {
        m_bodyMark = soFar;
        setDeadline(m_owner.limits().bodyTime);
    }
    if (soFar > m_heldBody) {
        if (!m_owner.holdBodyBytes(soFar - m_heldBody))
            return refuse(Error{ErrorCode::Unavailable, QStringLiteral("overloaded"), {}, {}});
        m_heldBody = soFar;
    }
}

void HttpConnection::onComplete()
{
    m_keepAlive = m_reader.keepAlive();
    HttpRequest request = m_reader.takeRequest();
    if (const std::optional<Answer> ready = m_owner.handler().answerFromMemory(request))
        return continueAfter(*ready);
    m_phase = Phase::Working;
    const HttpRequest head{request.method, request.path, {}, {}, {}, request.remote, request.id};
    if (!m_owner.submit(m_id, std::move(request))) {
        m_phase = Phase::Reading;
        return continueAfter(m_owner.handler().refuse(head, Error{ErrorCode::Unavailable, QStringLiteral("overloaded"), {}, {}}));
    }
    m_heldBody = 0; // gone with the request: this client may leave, its body stays until the work is done
}

void HttpConnection::deliver(const Answer &answer)
{
    if (m_isDropped || m_phase != Phase::Working)
        return;
    m_phase = Phase::Reading;
    continueAfter(answer);
    pump();
}

void HttpConnection::continueAfter(const Answer &answer)
{
    if (answer.authenticated && !m_isAuthenticated) {
        m_isAuthenticated = true;
        m_owner.onAuthenticated(m_id);
    }
    releaseBody();
    setDeadline(m_owner.limits().keepAliveTime);
    send(answer, m_keepAlive && !m_owner.isDraining());
}

void HttpConnection::refuse(const Error &error)
{
    HttpRequest head = m_reader.request();
    head.remote = m_socket->peerAddress();
    m_current.method = head.method;
    m_keepAlive = false;
    const Answer answer = m_owner.handler().refuse(head, error);
    continueAfter(answer);
}

void HttpConnection::send(const Answer &answer, bool keepAlive)
{
    const WireForm form{m_current.method != "HEAD", keepAlive};
    Answer sent = answer;
    Result<QByteArray> wire = toWire(sent.response, form);
    if (!wire) {
        sent = m_owner.handler().refuse(m_current, wire.error());
        wire = toWire(sent.response, form);
    }
    m_lastWrite = m_owner.uptime();
    m_socket->write(*wire);
    Exchange exchange{m_current.method, sent.requestId, sent.route, sent.userId, sent.tenantId};
    exchange.status = sent.response.status;
    exchange.bytes = wire->size();
    exchange.duration = m_owner.uptime() - m_requestBegan;
    m_owner.handler().onAnswered(exchange);
    m_current = {};
    if (!keepAlive)
        beginClosing();
}

void HttpConnection::beginClosing()
{
    m_phase = Phase::Closing;
    setDeadline(m_owner.limits().lingerTime);
    m_input.clear();
    m_taken = 0;
    m_socket->flush();
    finishClosing();
}

void HttpConnection::finishClosing()
{
    if (m_isDropped || unwritten(m_socket) > 0)
        return;
    if (qobject_cast<QSslSocket *>(m_socket))
        m_socket->disconnectFromHost();
    else
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void HttpConnection::checkDeadline()
{
    if (m_isDropped)
        return;
    const microseconds now = m_owner.uptime();
    if (unwritten(m_socket) > 0 && now - m_lastWrite > m_owner.limits().writeTime)
        return drop();
    if (m_phase == Phase::Working || now < m_deadline)
        return;
    if (m_phase == Phase::Reading && m_reader.hasStarted())
        refuse(Error{ErrorCode::Timeout, QStringLiteral("timeout"), QStringLiteral("the request took too long"), {}});
    else if (unwritten(m_socket) == 0)
        drop();
}

void HttpConnection::drain(microseconds idleGrace)
{
    if (m_phase == Phase::Reading && !m_reader.hasStarted())
        m_deadline = std::min(m_deadline, m_owner.uptime() + idleGrace);
}

void HttpConnection::releaseBody()
{
    if (m_heldBody > 0)
        m_owner.holdBodyBytes(-m_heldBody);
    m_heldBody = 0;
}

void HttpConnection::drop()
{
    if (m_isDropped)
        return;
    m_isDropped = true;
    m_phase = Phase::Closing;
    m_owner.onClosed(m_id); // deletes this, later
}

} // namespace countersign
