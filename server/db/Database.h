// A PostgreSQL database, reached through one connection per thread.
#pragma once

#include "core/base/Result.h"
#include "server/db/DatabaseSettings.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace countersign {

/// The connection of one thread with its prepared statements. Never leaves its thread.
class Connection {
public:
    Connection(const DatabaseSettings &settings, const QString &name);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Connects where there is no live connection. Prepared statements of a lost one are forgotten.
    Result<void> ensureOpen();
    /// Forgets the connection, so that the next use makes a new one.
    void drop();

    /// The statement `name`, prepared at its first use on this connection and kept.
    Result<QSqlQuery *> prepared(const char *name);
    /// Runs a fixed text without parameters: BEGIN, COMMIT and the like.
    Result<void> run(const char *text);
    QSqlDatabase handle() const;

    bool inTransaction = false;

private:
    const DatabaseSettings m_settings;
    const QString m_name;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_prepared;
};

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
