#include "tests/server/http/BlockingClient.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace countersign {

namespace {

qsizetype lengthOf(const QByteArray &head)
{
    const QByteArray marker = "\r\nContent-Length: ";
    const qsizetype at = head.indexOf(marker);
    return at < 0 ? 0 : head.mid(at + marker.size(), head.indexOf("\r\n", at + 2) - at - marker.size()).toLongLong();
}

} // namespace

BlockingClient::BlockingClient(quint16 port) : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{5, 0};
    const int noDelay = 1;
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_isConnected = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

BlockingClient::~BlockingClient()
{
    close();
}

void BlockingClient::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_isConnected = false;
}

void BlockingClient::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

bool BlockingClient::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto written =
            ::send(m_descriptor, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (written <= 0)
            return false;
        sent += written;
    }
    return true;
}

QByteArray BlockingClient::receive(qsizetype most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const auto got = ::recv(m_descriptor, bytes.data(), std::size_t(most), 0);
    bytes.truncate(std::max<qsizetype>(got, 0));
    return bytes;
}

std::optional<int> BlockingClient::answer()
{
    constexpr qsizetype kAtOnce = 64 * 1024;
    for (;;) {
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        const qsizetype whole = end < 0 ? 0 : end + 4 + lengthOf(m_input.left(end + 2));
        if (end >= 0 && m_input.size() >= whole) {
            m_head = m_input.left(end + 2);
            m_input.remove(0, whole);
            return m_head.mid(9, 3).toInt();
        }
        const QByteArray more = receive(kAtOnce);
        if (more.isEmpty())
            return std::nullopt;
        m_input += more;
    }
}

} // namespace countersign
