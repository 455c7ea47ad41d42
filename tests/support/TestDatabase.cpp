#include "tests/support/TestDatabase.h"

#include "tests/support/SqlConsole.h"
#include "tests/support/TestCluster.h"

#include <QUuid>

namespace countersign {

namespace {

DatabaseSettings on(DatabaseSettings settings, const QString &database)
{
    settings.database = database;
    return settings;
}

} // namespace

TestDatabase::TestDatabase() : m_name(QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128))
{
    const TestCluster &server = TestCluster::instance();
    SqlConsole admin(server.cluster().superuserSettings());
    admin.run(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2 OWNER countersign_owner").arg(m_name, server.templateDatabase()));
    m_daemon = std::make_unique<Database>(on(server.cluster().daemonSettings(), m_name));
    m_owner = std::make_unique<Database>(on(server.cluster().ownerSettings(), m_name));
}

TestDatabase::~TestDatabase()
{
    m_daemon.reset();
    m_owner.reset();
    SqlConsole admin(TestCluster::instance().cluster().superuserSettings());
    admin.run(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name));
}

DatabaseSettings TestDatabase::superuserSettings() const
{
    return on(TestCluster::instance().cluster().superuserSettings(), m_name);
}

} // namespace countersign
