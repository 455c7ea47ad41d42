// The checked configuration as each part of the daemon takes it.
#pragma once

#include "app/daemon/NotifySettings.h"
#include "server/auth/AccessTokens.h"
#include "server/auth/Sessions.h"
#include "server/db/DatabaseSettings.h"
#include "server/http/HttpServer.h"
#include "server/jobs/JobWorkers.h"
#include "server/jobs/ScoringWorkers.h"
#include "server/ops/Settings.h"
#include "server/service/DocumentScanner.h"

namespace countersign {

struct DaemonSettings {
    QString privateDir; ///< empty: the database is somebody else's
    DatabaseSettings database;
    HttpServerSettings http;
    std::chrono::milliseconds drainTime{30'000};
    std::chrono::seconds tokenLifetime{600};
    SessionRules sessions;
    QString keyFile;
    QString codeKeyFile; ///< empty outside a private folder: no one-time codes
    QString auditKeyFile;
    QString checkpointFolder;
    QString privacyKeyFile;
    std::chrono::hours purgeInterval{}; ///< of persons whose retention has ended; 0: never by itself
    QString modelFolder; ///< empty: no model
    ScoringWorkerSettings scoring;
    ScannerSettings scanner;
    JobWorkerSettings jobs; ///< of the default queue
    NotifySettings notify;
    QString logLevel;
    Duration clockLag{};
    Duration clockCatchUp{};

    /// Of a private cluster the key file lies beside it.
    QString privacyKeyPath() const
    {
        return privacyKeyFile.isEmpty() ? privateDir + QStringLiteral("/privacy.key") : privacyKeyFile;
    }

    /// Invalid with the faults that only several settings together show.
    static Result<DaemonSettings> from(const Settings &settings);
};

} // namespace countersign
