#include "app/daemon/DaemonSettings.h"

#include "app/Version.h"

#include <QUrl>

namespace countersign {

namespace {

using Faults = QList<FieldError>;

void fault(Faults &faults, const char *key, const QString &message)
{
    faults.append({QLatin1String(key), QStringLiteral("bad_value"), message});
}

void readListen(const QString &text, HttpServerSettings &http, Faults &faults)
{
    const QUrl url(QStringLiteral("http://") + text);
    QHostAddress address(url.host());
    if (url.host() == QLatin1String("localhost"))
        address = QHostAddress(QHostAddress::LocalHost);
    if (!url.isValid() || address.isNull() || url.port() < 0 || !url.path().isEmpty())
        return fault(faults, "http.listen", QStringLiteral("'%1' is no address and port such as 127.0.0.1:8400").arg(text));
    http.address = address;
    http.port = quint16(url.port());
}

void readTls(const Settings &settings, HttpServerSettings &http, Faults &faults)
{
    const QString certificate = settings.text("http.tls_certificate");
    const QString key = settings.text("http.tls_key");
    if (certificate.isEmpty() != key.isEmpty())
        fault(faults, "http.tls_certificate", QStringLiteral("needs tls_key beside it, and the other way round"));
    else if (!certificate.isEmpty())
        http.tls = TlsFiles{certificate, key};
}

HttpLimits limitsOf(const Settings &settings)
{
    HttpLimits limits;
    limits.workers = int(settings.integer("http.workers"));
    limits.queuedRequests = int(settings.integer("http.queue"));
    limits.connections = int(settings.integer("http.connections"));
    limits.connectionsPerAddress = int(settings.integer("http.connections_per_address"));
    limits.principalRate = double(settings.integer("http.requests_per_second"));
    limits.principalBurst = 2 * limits.principalRate;
    return limits;
}

DatabaseSettings databaseOf(const Settings &settings)
{
    DatabaseSettings database;
    database.host = settings.text("database.host");
    database.port = int(settings.integer("database.port"));
    database.database = settings.text("database.name");
    database.user = settings.text("database.user");
    database.password = settings.text("database.password");
    database.sslMode = settings.text("database.ssl_mode");
    database.statementTimeoutSeconds = int(settings.integer("database.statement_timeout_seconds"));
    return database;
}

} // namespace

Result<DaemonSettings> DaemonSettings::from(const Settings &settings)
{
    Faults faults;
    DaemonSettings daemon;
    daemon.privateDir = settings.text("database.private_dir");
    daemon.database = databaseOf(settings);
    if (daemon.privateDir.isEmpty() && daemon.database.host.isEmpty())
        fault(faults, "database.host", QStringLiteral("is missing: name a server, or try with --private DIR"));
    if (!daemon.privateDir.isEmpty() && !daemon.database.host.isEmpty())
        fault(faults, "database.host", QStringLiteral("and private_dir exclude each other"));
    readListen(settings.text("http.listen"), daemon.http, faults);
    readTls(settings, daemon.http, faults);
    for (const QString &origin : settings.list("http.cors_origins"))
        daemon.http.corsOrigins.append(origin.toLatin1());
    daemon.http.limits = limitsOf(settings);
    daemon.http.version = QLatin1String(kVersion);
    daemon.http.logForm = settings.text("logging.format") == QLatin1String("json") ? LogForm::Json : LogForm::Text;
    daemon.drainTime = std::chrono::seconds(settings.integer("http.drain_seconds"));
    daemon.tokenLifetime = std::chrono::minutes(settings.integer("auth.access_token_minutes"));
    daemon.sessions.idle = std::chrono::minutes(settings.integer("auth.session_idle_minutes"));
    daemon.sessions.absolute = std::chrono::hours(settings.integer("auth.session_hours"));
    daemon.keyFile = settings.text("auth.key_file");
    daemon.codeKeyFile = settings.text("auth.code_key_file");
    if (daemon.keyFile.isEmpty() && daemon.privateDir.isEmpty())
        fault(faults, "auth.key_file", QStringLiteral("is missing: 32 random bytes, the same file for all daemons of one database"));
    daemon.auditKeyFile = settings.text("audit.key_file");
    daemon.checkpointFolder = settings.text("audit.checkpoint_dir");
    daemon.scanner = {settings.list("documents.scanner"), std::chrono::seconds(settings.integer("documents.scan_seconds"))};
    daemon.privacyKeyFile = settings.text("privacy.key_file");
    daemon.purgeInterval = std::chrono::hours(settings.integer("privacy.purge_hours"));
    if (daemon.privacyKeyFile.isEmpty() && daemon.privateDir.isEmpty())
        fault(faults, "privacy.key_file", QStringLiteral("is missing: make one with countersignctl privacy new-file, the same for all daemons of one database"));
    daemon.modelFolder = settings.text("scoring.model");
    daemon.scoring.threads = int(settings.integer("scoring.threads"));
    daemon.scoring.batchSize = int(settings.integer("scoring.batch"));
    daemon.jobs.threads = int(settings.integer("jobs.threads"));
    daemon.notify = NotifySettings::from(settings, faults);
    daemon.logLevel = settings.text("logging.level");
    if (!QStringList{QStringLiteral("trace"), QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warn"), QStringLiteral("error")}
             .contains(daemon.logLevel))
        fault(faults, "logging.level", QStringLiteral("must be trace, debug, info, warn or error"));
    const QString format = settings.text("logging.format");
    if (format != QLatin1String("json") && format != QLatin1String("text"))
        fault(faults, "logging.format", QStringLiteral("must be text or json"));
    daemon.clockLag = std::chrono::minutes(settings.integer("demo.clock_lag_minutes"));
    daemon.clockCatchUp = std::chrono::seconds(settings.integer("demo.clock_catch_up_seconds"));
    if (!faults.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("bad_configuration"), QStringLiteral("the configuration has faults"), faults};
    return daemon;
}

} // namespace countersign
