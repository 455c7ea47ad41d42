#include "tests/support/TestCluster.h"

#include "server/db/Migrator.h"
#include "server/db/Sql.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>

namespace countersign {

namespace {

QString folder()
{
    return QStringLiteral(COUNTERSIGN_TEST_CLUSTER);
}

/// A name that changes with every migration, so that an old template is never taken for the new one.
QString templateName()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(sql::statement("cluster/hand_over_schema").text);
    for (const Migration &migration : embeddedMigrations())
        hash.addData(migration.checksum().toLatin1());
    return QStringLiteral("template_") + QString::fromLatin1(hash.result().toHex().left(16));
}

} // namespace

TestCluster &TestCluster::instance()
{
    static TestCluster cluster;
    return cluster;
}

TestCluster::TestCluster() : m_cluster(folder(), Durability::ForTests), m_template(templateName())
{
    QDir().mkpath(folder());
    m_use.emplace(folder() + QStringLiteral("/users.lock"));
    QLockFile preparing(folder() + QStringLiteral("/template.lock"));
    preparing.lock();
    if (auto started = m_cluster.start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
    makeTemplate();
}

TestCluster::~TestCluster()
{
    const bool keep = qEnvironmentVariableIsSet("COUNTERSIGN_KEEP_TEST_CLUSTER");
    if (!keep && m_use->isLast())
        (void)m_cluster.stop();
}

bool TestCluster::stop()
{
    return PrivateCluster(folder(), Durability::ForTests).stop().ok();
}

void TestCluster::makeTemplate()
{
    SqlConsole admin(m_cluster.superuserSettings());
    if (!m_cluster.wasAdopted()) {
        const auto left = admin.column(QStringLiteral("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'"));
        for (const QVariant &name : left)
            admin.run(QStringLiteral("DROP DATABASE \"%1\" WITH (FORCE)").arg(name.toString()));
    }
    if (!admin.column(QStringLiteral("SELECT 1 FROM pg_database WHERE datname = '%1'").arg(m_template)).isEmpty())
        return;
    const QString fresh = m_template + QStringLiteral("_new");
    admin.run(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(fresh));
    admin.run(QStringLiteral("CREATE DATABASE %1 OWNER countersign_owner").arg(fresh));
    {
        DatabaseSettings settings = m_cluster.ownerSettings();
        settings.database = fresh;
        DatabaseSettings superuser = m_cluster.superuserSettings();
        superuser.database = fresh;
        SqlConsole(superuser).run(QStringLiteral("ALTER SCHEMA public OWNER TO countersign_owner"));
        Database owner(settings);
        const FakeClock clock;
        if (auto migrated = Migrator(owner, clock).up(); !migrated)
            qFatal("the template database cannot be migrated: %s", qPrintable(migrated.error().detail));
    }
    admin.run(QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(fresh, m_template));
}

} // namespace countersign
