#include "server/db/Database.h"

#include "server/db/Connection.h"

#include <atomic>
#include <map>

namespace countersign {

/// Each thread keeps its connections by the serial number of their Database and closes them when it ends.
struct Database::PerThread {
    std::map<quint64, std::unique_ptr<Connection>> connections;

    static PerThread &current()
    {
        thread_local PerThread perThread;
        return perThread;
    }
};

namespace {

quint64 nextNumber()
{
    static std::atomic<quint64> number{0};
    return ++number;
}

} // namespace

Database::Database(DatabaseSettings settings) : m_settings(std::move(settings)), m_serial(nextNumber()) {}

Database::~Database()
{
    closeThreadConnection();
}

Result<Connection *> Database::connection()
{
    auto &own = PerThread::current().connections[m_serial];
    if (!own)
        own = std::make_unique<Connection>(m_settings, QStringLiteral("countersign-%1").arg(nextNumber()));
    if (auto open = own->ensureOpen(); !open)
        return open.error();
    return own.get();
}

void Database::closeThreadConnection()
{
    PerThread::current().connections.erase(m_serial);
}

} // namespace countersign
