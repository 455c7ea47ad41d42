// A PostgreSQL database, reached through one connection per thread.
#pragma once

#include "core/base/Result.h"
#include "server/db/DatabaseSettings.h"

namespace countersign {

class Connection;

/// May be shared by all threads. Destroy it after the threads that used it.
class Database {
public:
    explicit Database(DatabaseSettings settings);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    const DatabaseSettings &settings() const { return m_settings; }

    /// The open connection of the calling thread. Unavailable when PostgreSQL cannot be reached.
    Result<Connection *> connection();

    /// Closes the calling thread's connection, if it has one. Threads that end do so by themselves.
    void closeThreadConnection();

private:
    struct PerThread;
    const DatabaseSettings m_settings;
    const quint64 m_serial;
};

} // namespace countersign
