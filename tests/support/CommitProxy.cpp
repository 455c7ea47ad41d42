#include "tests/support/CommitProxy.h"

#include <QFile>
#include <QtEndian>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <vector>

namespace countersign {

namespace {

constexpr char kCommit[] = "session/commit"; ///< what our connections call the prepared statement

sockaddr_un addressOf(const QString &folder, int port)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(QStringLiteral("%1/.s.PGSQL.%2").arg(folder).arg(port));
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    return address;
}

const sockaddr *plain(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

void sendAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(socket, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes = bytes.sliced(sent);
    }
}

QByteArray received(int socket)
{
    QByteArray bytes(64 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(socket, bytes.data(), std::size_t(bytes.size()), 0);
    return count > 0 ? bytes.first(count) : QByteArray();
}

/// Whether a message of the extended protocol runs COMMIT: Bind with portal and statement as C strings.
bool isCommit(const QByteArray &message)
{
    if (!message.startsWith('B'))
        return false;
    const qsizetype portalEnd = message.indexOf('\0', 5);
    return qstrcmp(message.constData() + portalEnd + 1, kCommit) == 0;
}

} // namespace

CommitProxy::CommitProxy(DatabaseSettings real) : m_real(std::move(real))
{
    // A user that PostgreSQL may run as must not matter here: only this process connects.
    const sockaddr_un address = addressOf(m_folder.path(), m_real.port);
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, plain(address), sizeof address) != 0 || ::listen(m_listener, 64) != 0 || ::pipe(m_wake) != 0)
        qFatal("the proxy cannot listen in %s", qPrintable(m_folder.path()));
    m_thread = std::thread([this] { run(); });
}

CommitProxy::~CommitProxy()
{
    ::close(m_wake[1]);
    m_thread.join();
    ::close(m_wake[0]);
    ::close(m_listener);
    for (Pair &pair : m_pairs)
        close(pair);
}

DatabaseSettings CommitProxy::settings() const
{
    DatabaseSettings through = m_real;
    through.host = m_folder.path();
    return through;
}

void CommitProxy::run()
{
    while (true) {
        std::vector<pollfd> watched{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            watched.push_back({pair.client, POLLIN, 0});
            watched.push_back({pair.server, POLLIN, 0});
        }
        if (::poll(watched.data(), watched.size(), -1) < 0)
            continue;
        if (watched[0].revents != 0)
            return;
        std::size_t next = 2;
        for (Pair &pair : m_pairs) {
            if (watched[next++].revents != 0)
                fromClient(pair);
            if (watched[next++].revents != 0 && !pair.isClosed)
                fromServer(pair);
        }
        m_pairs.remove_if([](const Pair &pair) { return pair.isClosed; });
        if (watched[1].revents != 0)
            accept();
    }
}

void CommitProxy::accept()
{
    Pair pair;
    pair.client = ::accept(m_listener, nullptr, nullptr);
    pair.server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = addressOf(m_real.host, m_real.port);
    if (::connect(pair.server, plain(address), sizeof address) != 0)
        return close(pair);
    m_pairs.push_back(pair);
}

void CommitProxy::close(Pair &pair)
{
    ::close(pair.client);
    ::close(pair.server);
    pair.isClosed = true;
}

void CommitProxy::fromClient(Pair &pair)
{
    const QByteArray bytes = received(pair.client);
    if (bytes.isEmpty())
        return close(pair);
    pair.unread += bytes;
    while (!pair.isClosed) {
        const qsizetype lengthAt = pair.startupSeen ? 1 : 0; // the first message has no type
        if (pair.unread.size() < lengthAt + 4)
            return;
        const qsizetype size = lengthAt + qFromBigEndian<qint32>(pair.unread.constData() + lengthAt);
        if (pair.unread.size() < size)
            return;
        const QByteArray message = pair.unread.first(size);
        pair.unread.remove(0, size);
        if (!pair.startupSeen || forwards(pair, message))
            sendAll(pair.server, message);
        pair.startupSeen = true;
    }
}

bool CommitProxy::forwards(Pair &pair, const QByteArray &message)
{
    if (m_fault == Fault::None || !isCommit(message))
        return true;
    ++m_spoiled;
    switch (m_fault.exchange(Fault::None)) {
    case Fault::CommitLost:
        close(pair);
        return false;
    case Fault::CutAfter:
        sendAll(pair.server, message + pair.unread); // Describe, Execute and Sync travel with it
        close(pair);
        return false;
    default:
        pair.swallowsReply = true;
        return true;
    }
}

void CommitProxy::fromServer(Pair &pair)
{
    const QByteArray bytes = received(pair.server);
    if (bytes.isEmpty() || pair.swallowsReply)
        return close(pair);
    sendAll(pair.client, bytes);
}

} // namespace countersign
