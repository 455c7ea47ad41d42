#include "LimitCluster.h"

#include "app/SystemClock.h"
#include "server/db/Migrator.h"
#include "server/db/PostgresPrograms.h"
#include "tests/support/SqlConsole.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>

namespace countersign::bench {

namespace {

constexpr char kTenant[] = "00000000-0000-7000-8000-0000000000b1";

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

} // namespace

LimitCluster::LimitCluster(const QString &folder, QByteArray applicant, QByteArray finances)
    : m_cluster(folder), m_applicant(std::move(applicant)), m_finances(std::move(finances))
{
    must(m_cluster.stop());
    QDir(folder).removeRecursively();
    must(m_cluster.start());
    const SystemClock clock;
    Database owner(m_cluster.ownerSettings());
    if (const auto migrated = Migrator(owner, clock).up(); !migrated)
        qFatal("%s", qPrintable(migrated.error().detail));
    DatabaseSettings inside = m_cluster.superuserSettings();
    inside.database = m_cluster.daemonSettings().database;
    SqlConsole(inside).run(QStringLiteral("INSERT INTO tenants (id, slug, name, currency, created_at, updated_at) "
                                          "VALUES ('%1', 'limit', 'Limit', 'RSD', now(), now())")
                               .arg(QLatin1String(kTenant)));
}

LimitCluster::~LimitCluster()
{
    (void)m_cluster.stop();
}

double LimitCluster::perSecond(const char *script, int clients, int seconds) const
{
    const auto programs = findPostgres();
    if (!programs)
        qFatal("%s", qPrintable(programs.error().detail));
    const DatabaseSettings database = m_cluster.daemonSettings();
    QProcess pgbench;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGOPTIONS"), QStringLiteral("-c app.tenant_id=") + QLatin1String(kTenant));
    environment.insert(QStringLiteral("PGCLIENTENCODING"), QStringLiteral("UTF8"));
    pgbench.setProcessEnvironment(environment);
    pgbench.setProcessChannelMode(QProcess::MergedChannels);
    pgbench.start(programs->folder + QStringLiteral("/pgbench"),
                  {QStringLiteral("--no-vacuum"), QStringLiteral("--protocol=prepared"),
                   QStringLiteral("--client=%1").arg(clients), QStringLiteral("--jobs=2"),
                   QStringLiteral("--time=%1").arg(seconds),
                   QStringLiteral("--file=" COUNTERSIGN_BENCH_SOURCES "/") + QLatin1String(script),
                   QStringLiteral("--define=tenant=") + QLatin1String(kTenant),
                   QStringLiteral("--define=applicant=") + QString::fromUtf8(m_applicant),
                   QStringLiteral("--define=finances=") + QString::fromUtf8(m_finances),
                   QStringLiteral("--host=") + database.host, QStringLiteral("--port=%1").arg(database.port),
                   QStringLiteral("--username=") + database.user, database.database});
    pgbench.waitForFinished((seconds + 60) * 1000);
    const QString said = QString::fromUtf8(pgbench.readAll());
    const auto tps = QRegularExpression(QStringLiteral("tps = ([0-9.]+)")).match(said);
    if (!tps.hasMatch())
        qFatal("pgbench: %s", qPrintable(said));
    return tps.captured(1).toDouble();
}

} // namespace countersign::bench
