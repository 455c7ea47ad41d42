// A client for threads of their own: a plain socket that waits, leaves politely or resets, and keeps nothing.
#pragma once

#include <QByteArray>

#include <optional>

namespace countersign {

class BlockingClient {
public:
    explicit BlockingClient(quint16 port);
    ~BlockingClient(); ///< closes, as a process that ends does
    BlockingClient(const BlockingClient &) = delete;
    BlockingClient &operator=(const BlockingClient &) = delete;

    bool isConnected() const { return m_isConnected; }
    int descriptor() const { return m_descriptor; }

    /// False when the server has left, or does not read for five seconds.
    bool send(const QByteArray &bytes);
    /// One byte or as many as fit into `most`; none when the server has left.
    QByteArray receive(qsizetype most);
    /// The status of the next answer, its body read and dropped; nothing when the server has left before its end.
    std::optional<int> answer();
    /// The header of the last answer.
    const QByteArray &head() const { return m_head; }

    /// Closes with RST: what was on its way is lost on both sides.
    void reset();

private:
    void close();

    int m_descriptor = -1;
    bool m_isConnected = false;
    QByteArray m_input;
    QByteArray m_head;
};

} // namespace countersign
