#include "server/db/Listener.h"

#include "server/db/Connection.h"
#include "server/db/Query.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace countersign {

namespace {

using Steady = std::chrono::steady_clock;

Error lostConnection()
{
    return {ErrorCode::Unavailable,
            QStringLiteral("database_unavailable"),
            QStringLiteral("the listening connection was lost"),
            {}};
}

} // namespace

Listener::Listener(Database &database, Hooks hooks, const ListenerTiming &timing)
    : m_database(database), m_hooks(std::move(hooks)), m_timing(timing),
      m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_wake < 0)
        qFatal("no event descriptor for a listener");
}

Listener::~Listener()
{
    stop();
    ::close(m_wake);
}

void Listener::start()
{
    m_thread = std::thread([this] { run(); });
}

void Listener::stop()
{
    if (!m_thread.joinable())
        return;
    m_isStopping = true;
    ::eventfd_write(m_wake, 1);
    m_thread.join();
}

void Listener::run()
{
    auto pause = m_timing.firstPause;
    while (!m_isStopping) {
        const Result<void> subscribed = subscribe();
        Result<void> heard = subscribed;
        while (heard && !m_isStopping)
            heard = hear();
        if (heard)
            break;
        m_hooks.onLost(heard.error());
        pause = subscribed ? m_timing.firstPause : std::min(2 * pause, m_timing.longestPause);
        waitFor(-1, pause);
    }
    m_database.closeThreadConnection();
}

Result<void> Listener::subscribe()
{
    Query listen = Query::alone(m_database, m_hooks.listen);
    if (auto done = listen.exec(); !done)
        return done;
    const auto connection = m_database.connection();
    if (!connection)
        return connection.error();
    m_opening = (*connection)->opening();
    // What is announced between LISTEN and the scan comes twice and does no harm.
    return m_hooks.scan();
}

/// One beat: notices until it is time to ask, then a scan.
Result<void> Listener::hear()
{
    const auto until = Steady::now() + m_timing.beat;
    while (!m_isStopping) {
        const auto connection = m_database.connection();
        if (!connection)
            return connection.error();
        // A connection that was opened anew does not listen.
        if ((*connection)->opening() != m_opening)
            return lostConnection();
        while (const auto notice = (*connection)->takeNotice())
            m_hooks.onNotice(*notice);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Steady::now());
        if (left.count() <= 0)
            break;
        waitFor((*connection)->socket(), left);
    }
    return m_isStopping ? Result<void>() : m_hooks.scan();
}

void Listener::waitFor(int socket, std::chrono::milliseconds time)
{
    pollfd watched[] = {{m_wake, POLLIN, 0}, {socket, POLLIN, 0}};
    ::poll(watched, 2, int(time.count()));
}

} // namespace countersign
