// Stands between the daemon and PostgreSQL's unix socket and spoils a COMMIT when it is told to.
#pragma once

#include "server/db/DatabaseSettings.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <atomic>
#include <list>
#include <thread>

struct pollfd;

namespace countersign {

class CommitProxy {
public:
    enum class Fault {
        None,
        ReplyLost,  ///< PostgreSQL commits, its answer never arrives
        CommitLost, ///< COMMIT never arrives, the transaction is rolled back
        CutAfter,   ///< both ends are closed right behind COMMIT: nobody knows
    };

    explicit CommitProxy(DatabaseSettings real);
    ~CommitProxy();

    DatabaseSettings settings() const; ///< the same database through the proxy
    void spoilNextCommit(Fault fault) { m_fault = fault; }
    int spoiled() const { return m_spoiled; }

private:
    struct Pair {
        int client = -1;
        int server = -1;
        QByteArray unread; ///< of the client's stream, up to the next whole message
        bool startupSeen = false;
        bool swallowsReply = false;
        bool isClosed = false;
    };

    void run();
    void accept();
    void fromClient(Pair &pair);
    void fromServer(Pair &pair);
    bool forwards(Pair &pair, const QByteArray &message);
    static void close(Pair &pair);

    const DatabaseSettings m_real;
    QTemporaryDir m_folder;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    std::list<Pair> m_pairs;
    std::atomic<Fault> m_fault = Fault::None;
    std::atomic<int> m_spoiled = 0;
    std::thread m_thread;
};

} // namespace countersign
