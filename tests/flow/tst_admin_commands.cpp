// What operators do from the command line before anybody can sign in.
#include "app/ctl/AdminCommands.h"
#include "app/ctl/Commands.h"
#include "server/db/PrivateCluster.h"
#include "tests/support/SqlConsole.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;

class TestAdminCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void thePlatformIsMadeWithItsFirstUser();
    void tenantsAndTheirUsersAreMade();
    void wrongArgumentsAreAnsweredWithTheVerbs();

private:
    static QString outcome(const Result<int> &result) { return result ? QString::number(*result) : result.error().reason; }
    QString field(const QString &column, const QString &email)
    {
        return m_sql->value(QStringLiteral("SELECT %1::text FROM users WHERE email = '%2'").arg(column, email)).toString();
    }

    QTemporaryDir m_dir;
    QString m_folder;
    std::unique_ptr<PrivateCluster> m_cluster;
    std::unique_ptr<SqlConsole> m_sql;
};

void TestAdminCommands::initTestCase()
{
    m_folder = m_dir.filePath(QStringLiteral("pg"));
    m_cluster = std::make_unique<PrivateCluster>(m_folder, Durability::ForTests);
    QVERIFY(m_cluster->start());
    QCOMPARE(outcome(findCommand(QStringLiteral("migrate"))->run({QStringLiteral("up"), m_folder})), QStringLiteral("0"));
    DatabaseSettings superuser = m_cluster->superuserSettings();
    superuser.database = m_cluster->daemonSettings().database;
    m_sql = std::make_unique<SqlConsole>(superuser);
}

void TestAdminCommands::cleanupTestCase()
{
    m_sql.reset();
    QVERIFY(m_cluster->stop());
}

void TestAdminCommands::thePlatformIsMadeWithItsFirstUser()
{
    const QStringList arguments{QStringLiteral("bootstrap-platform"), m_folder, QStringLiteral("ops@platform.example"), QStringLiteral("Ops")};
    QCOMPARE(outcome(runTenants(arguments)), QStringLiteral("0"));
    QCOMPARE(field(QStringLiteral("role"), QStringLiteral("ops@platform.example")), QStringLiteral("platform_admin"));
    QCOMPARE(field(QStringLiteral("must_change_password"), QStringLiteral("ops@platform.example")), QStringLiteral("true"));
    QCOMPARE(outcome(runTenants(arguments)), QStringLiteral("duplicate_email"));
}

void TestAdminCommands::tenantsAndTheirUsersAreMade()
{
    QCOMPARE(outcome(runTenants({QStringLiteral("create"), m_folder, QStringLiteral("bank"), QStringLiteral("A bank"), QStringLiteral("EUR"),
                                 QStringLiteral("boss@bank.example"), QStringLiteral("Boss")})),
             QStringLiteral("0"));
    QCOMPARE(field(QStringLiteral("role"), QStringLiteral("boss@bank.example")), QStringLiteral("admin"));
    const auto create = [&](const QString &role) {
        return outcome(runUsers({QStringLiteral("create"), m_folder, QStringLiteral("bank"), QStringLiteral("ana@bank.example"), QStringLiteral("Ana"), role}));
    };
    QCOMPARE(create(QStringLiteral("platform_admin")), QStringLiteral("validation_failed"));
    QCOMPARE(create(QStringLiteral("king")), QStringLiteral("validation_failed"));
    QCOMPARE(create(QStringLiteral("analyst")), QStringLiteral("0"));

    const QString before = field(QStringLiteral("password_hash"), QStringLiteral("ana@bank.example"));
    m_sql->run(QStringLiteral("UPDATE users SET failed_logins = 5, locked_until = '2126-01-01Z' WHERE email = 'ana@bank.example'"));
    const QStringList ana{m_folder, QStringLiteral("bank"), QStringLiteral("Ana@bank.example")};
    QCOMPARE(outcome(runUsers(QStringList{QStringLiteral("unlock")} + ana)), QStringLiteral("0"));
    QCOMPARE(field(QStringLiteral("locked_until"), QStringLiteral("ana@bank.example")), QString());
    QCOMPARE(outcome(runUsers(QStringList{QStringLiteral("reset-password")} + ana)), QStringLiteral("0"));
    QVERIFY(field(QStringLiteral("password_hash"), QStringLiteral("ana@bank.example")) != before);
    QCOMPARE(outcome(runUsers({QStringLiteral("list"), m_folder, QStringLiteral("bank")})), QStringLiteral("0"));
    QCOMPARE(outcome(runUsers({QStringLiteral("list"), m_folder, QStringLiteral("nobody")})), QStringLiteral("not_found"));
    QCOMPARE(outcome(runTenants({QStringLiteral("list"), m_folder})), QStringLiteral("0"));
}

void TestAdminCommands::wrongArgumentsAreAnsweredWithTheVerbs()
{
    for (const QStringList &arguments : {QStringList{}, QStringList{QStringLiteral("list")}, QStringList{QStringLiteral("drop"), m_folder}}) {
        const auto refused = runTenants(arguments);
        QCOMPARE(outcome(refused), QStringLiteral("usage"));
        QVERIFY(refused.error().detail.contains(QStringLiteral("bootstrap-platform")));
    }
}

QTEST_GUILESS_MAIN(TestAdminCommands)
#include "tst_admin_commands.moc"
