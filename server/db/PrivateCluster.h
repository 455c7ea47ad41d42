// A PostgreSQL of one's own: made, started, adopted after a crash and stopped, reachable through a unix socket alone.
#pragma once

#include "core/base/Result.h"
#include "server/db/DatabaseSettings.h"
#include "server/db/UnprivilegedUser.h"

#include <optional>

namespace countersign {

enum class Durability {
    Full,   ///< survives a power cut
    ForTests ///< fsync off: survives everything but that
};

/// Lives in one folder: data/, run/ (unless that path is too long for a socket) and start.log. The server runs on when this
/// object or its process ends, however it ends; the next one adopts it. Every failure is Unavailable `private_cluster` or
/// Conflict `cluster_version`, with one line that says what to do.
class PrivateCluster {
public:
    explicit PrivateCluster(QString folder, Durability durability = Durability::Full);

    /// Makes the cluster when there is none, starts or adopts the server, makes roles and database. About 3 s from nothing,
    /// 0.2 s otherwise.
    Result<void> start();
    /// What start() would stumble over, found without making or starting anything.
    Result<void> check();
    /// Ends running work and stops the server; succeeds when none runs.
    Result<void> stop();

    bool wasAdopted() const { return m_adopted; } ///< start() found it running
    qint64 serverPid() const;                     ///< 0: not running

    DatabaseSettings daemonSettings() const; ///< countersign_daemon: bound by row-level security
    DatabaseSettings ownerSettings() const;  ///< countersign_owner: for migrations
    DatabaseSettings superuserSettings() const; ///< for administration; the database `postgres`

private:
    QString dataFolder() const;
    QString socketFolder() const;
    QString startLog() const;
    QByteArray newestLog() const;
    void removeStaleLocks() const;
    Error cannotBeMade() const;
    Result<void> prepare();
    Result<void> findPrograms();
    Result<void> checkFolder() const;
    Result<void> makeCluster();
    Result<void> writeSettings();
    Result<void> startServer();
    Result<void> bootstrap();
    Result<void> waitUntilReady();
    Result<ProgramOutcome> control(const QStringList &arguments);
    DatabaseSettings settingsFor(const char *user, const char *database) const;

    const QString m_folder;
    const Durability m_durability;
    std::optional<UnprivilegedUser> m_user;
    QString m_programs; ///< folder of initdb, pg_ctl and postgres
    bool m_adopted = false;
};

} // namespace countersign
