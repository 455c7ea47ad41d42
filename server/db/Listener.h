// Hears what PostgreSQL announces on one channel: a thread with a connection that says at once when it hears nothing.
#pragma once

#include "server/db/Database.h"

#include <QByteArrayView>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace countersign {

struct ListenerTiming {
    std::chrono::milliseconds beat{10'000};    ///< a lost connection can stay silent: ask it so often
    std::chrono::milliseconds firstPause{100}; ///< before connecting again; doubles
    std::chrono::milliseconds longestPause{5'000};
};

class Listener {
public:
    /// All are called on the listener's thread.
    struct Hooks {
        const char *listen;                 ///< the statement that names the channel
        std::function<Result<void>()> scan; ///< after LISTEN and at each beat: reads what notices may have been missed
        std::function<void(QByteArrayView)> onNotice; ///< its payload
        std::function<void(const Error &)> onLost;    ///< from here on nothing is heard until the next scan
    };

    /// `database` must outlive the listener.
    Listener(Database &database, Hooks hooks, const ListenerTiming &timing = {});
    ~Listener();
    Q_DISABLE_COPY_MOVE(Listener)

    void start();
    void stop();

private:
    void run();
    Result<void> subscribe();
    Result<void> hear();
    /// Until there is something to read, the time is over, or stop().
    void waitFor(int socket, std::chrono::milliseconds time);

    Database &m_database;
    const Hooks m_hooks;
    const ListenerTiming m_timing;
    int m_wake = -1;       ///< readable when the thread must end
    quint64 m_opening = 0; ///< of the connection that listens
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace countersign
