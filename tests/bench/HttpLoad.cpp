#include "HttpLoad.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace countersign::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// A blocking connection that is made again when the server has closed it.
class Connection {
public:
    explicit Connection(quint16 port) : m_port(port) {}
    ~Connection() { close(); }
    Q_DISABLE_COPY_MOVE(Connection)

    HttpAnswer exchange(const QByteArray &request)
    {
        if (m_socket < 0 && !open())
            return {};
        HttpAnswer answer;
        if (!write(request) || !read(answer)) {
            close();
            return {};
        }
        return answer;
    }

private:
    bool open()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const timeval patience{30, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            return true;
        close();
        return false;
    }
    void close()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
        m_buffer.clear();
    }
    bool write(const QByteArray &bytes) const
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t count =
                ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }
    bool more()
    {
        char chunk[16384];
        const ssize_t count = ::recv(m_socket, chunk, sizeof chunk, 0);
        if (count > 0)
            m_buffer.append(chunk, count);
        return count > 0;
    }
    bool read(HttpAnswer &answer)
    {
        qsizetype end = -1;
        while ((end = m_buffer.indexOf("\r\n\r\n")) < 0)
            if (!more())
                return false;
        const QByteArray head = m_buffer.left(end + 2).toLower();
        const qsizetype length = head.indexOf("\r\ncontent-length:");
        const qsizetype from = length < 0 ? 0 : length + 17;
        const qsizetype size = length < 0 ? 0 : head.mid(from, head.indexOf('\r', from) - from).trimmed().toLongLong();
        while (m_buffer.size() < end + 4 + size)
            if (!more())
                return false;
        answer.status = head.mid(9, 3).toInt();
        answer.body = m_buffer.mid(end + 4, size);
        m_buffer.remove(0, end + 4 + size);
        if (head.contains("\r\nconnection: close"))
            close();
        return true;
    }

    const quint16 m_port;
    int m_socket = -1;
    QByteArray m_buffer;
};

struct Tally {
    std::vector<double> milliseconds;
    int failed = 0;
    int lastFailure = 0;
};

LoadResult sum(const std::vector<Tally> &tallies, double seconds)
{
    LoadResult result;
    std::vector<double> all;
    for (const Tally &tally : tallies) {
        all.insert(all.end(), tally.milliseconds.begin(), tally.milliseconds.end());
        result.failed += tally.failed;
        result.lastFailure = tally.failed > 0 ? tally.lastFailure : result.lastFailure;
    }
    std::sort(all.begin(), all.end());
    result.answered = int(all.size());
    result.perSecond = double(all.size()) / seconds;
    if (!all.empty()) {
        result.p50Ms = all[all.size() / 2];
        result.p99Ms = all[all.size() * 99 / 100];
    }
    return result;
}

} // namespace

QByteArray getRequest(const QByteArray &path, const QByteArray &token)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") + "\r\n";
}

QByteArray postRequest(const QByteArray &path, const QByteArray &token, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n")
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

HttpAnswer exchange(quint16 port, const QByteArray &request)
{
    return Connection(port).exchange(request);
}

LoadResult load(const LoadPlan &plan, const std::function<QByteArray(int)> &request)
{
    std::atomic<int> next = 0;
    std::vector<Tally> tallies(std::size_t(plan.connections));
    std::vector<std::thread> threads;
    const auto began = SteadyClock::now();
    for (Tally &tally : tallies)
        threads.emplace_back([&] {
            Connection connection(plan.port);
            while (SteadyClock::now() - began < plan.time) {
                const int number = next++;
                if (number >= plan.requests)
                    return;
                const QByteArray bytes = request(number);
                const auto sent = SteadyClock::now();
                const int status = connection.exchange(bytes).status;
                if (status >= 200 && status <= 299) {
                    tally.milliseconds.push_back(
                        std::chrono::duration<double, std::milli>(SteadyClock::now() - sent).count());
                } else {
                    ++tally.failed;
                    tally.lastFailure = status;
                }
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    return sum(tallies, std::chrono::duration<double>(SteadyClock::now() - began).count());
}

} // namespace countersign::bench
