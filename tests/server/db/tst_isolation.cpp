#include "server/db/Transaction.h"
#include "tests/server/db/Seed.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <memory>

using namespace countersign;

namespace {

/// System tables: no personal data, reached only by sign-in, jobs and the migrator; or what points at a tenant before
/// one is known. Everything else with a tenant_id is a tenant's table.
const QStringList kSystemTables{QStringLiteral("jobs"), QStringLiteral("sessions"), QStringLiteral("api_keys")};

TenantId tenant(const QString &text)
{
    return *TenantId::parse(text);
}

} // namespace

class TestIsolation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTenantTableIsLocked();
    void viewsAskWhoLooks();
    void theDaemonHasNoPowerOverTheSchema();
    void onlyThreeFunctionsLookPastThePolicy();
    void plan_1_3_4_tenantIsolationEnforced_data();
    void plan_1_3_4_tenantIsolationEnforced();
    void noTenantSeesNothing();
    void rowsOfAnotherTenantCannotBeWritten();
    void protectedAttributesAreWrittenAndNeverRead();
    void aStatementAloneBringsItsTenant();
    void theTenantEndsWithTheTransaction();
    void searchRefusesAnotherTenant();
    void signInFindsOneUserOfOneTenant();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_superuser;
    std::unique_ptr<SqlConsole> m_daemon;
};

void TestIsolation::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_superuser = std::make_unique<SqlConsole>(m_database->superuserSettings());
    m_daemon = std::make_unique<SqlConsole>(m_database->daemonSettings());
    seed::fill(*m_superuser, 100);
}

void TestIsolation::everyTenantTableIsLocked()
{
    const auto tables = m_superuser->column(QStringLiteral(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1"));
    QVERIFY(tables.size() >= 13);
    for (const QVariant &name : tables) {
        if (kSystemTables.contains(name.toString()))
            continue;
        const auto locks = m_superuser->row(
            QStringLiteral("SELECT relrowsecurity, relforcerowsecurity, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND "
                           "p.polname = 'tenant_isolation' AND p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL) "
                           "FROM pg_class c WHERE oid = 'public.%1'::regclass").arg(name.toString()));
        QVERIFY2(locks[0].toBool() && locks[1].toBool() && locks[2].toInt() == 1, qPrintable(name.toString()));
        // Keys lead with the tenant, so that no row can point at another tenant's.
        const auto loose = m_superuser->column(
            QStringLiteral("SELECT conname FROM pg_constraint k WHERE conrelid = 'public.%1'::regclass AND contype IN ('p', 'u', 'f') "
                           "AND k.conkey[1] <> (SELECT attnum FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'tenant_id')")
                .arg(name.toString()));
        QVERIFY2(loose.isEmpty(), qPrintable(name.toString() + QLatin1Char(' ') + loose.value(0).toString()));
    }
    const auto policies = m_superuser->column(QStringLiteral(
        "SELECT p.polrelid::regclass || ' ' || p.polname FROM pg_policy p WHERE p.polname <> 'tenant_isolation' ORDER BY 1"));
    QCOMPARE(policies, (QList<QVariant>{QStringLiteral("applications lookup"), QStringLiteral("protected_attributes lookup"), QStringLiteral("users lookup")}));
}

void TestIsolation::viewsAskWhoLooks()
{
    const auto views = m_superuser->column(QStringLiteral("SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace"));
    QCOMPARE(views.size(), 3);
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace "
                                               "AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)")).toInt(), 0);
}

void TestIsolation::theDaemonHasNoPowerOverTheSchema()
{
    const auto role = m_superuser->row(QStringLiteral("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = 'countersign_daemon'"));
    for (const QVariant &power : role)
        QCOMPARE(power.toBool(), false);
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM pg_class WHERE relowner = 'countersign_daemon'::regrole")).toInt(), 0);
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM pg_proc WHERE proowner = 'countersign_daemon'::regrole")).toInt(), 0);
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM pg_auth_members WHERE member = 'countersign_daemon'::regrole")).toInt(), 0);
    QCOMPARE(m_daemon->failureOf(QStringLiteral("CREATE TABLE mine (id integer)")), QStringLiteral("42501"));
    QCOMPARE(m_daemon->failureOf(QStringLiteral("SET ROLE countersign_owner")), QStringLiteral("42501"));
    QCOMPARE(m_daemon->failureOf(QStringLiteral("ALTER TABLE users DISABLE ROW LEVEL SECURITY")), QStringLiteral("42501"));
}

void TestIsolation::onlyThreeFunctionsLookPastThePolicy()
{
    const auto definers = m_superuser->column(QStringLiteral(
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace ORDER BY 1"));
    QCOMPARE(definers, (QList<QVariant>{QStringLiteral("find_user_for_sign_in"), QStringLiteral("protected_attributes_of"), QStringLiteral("search_applications")}));
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace AND "
                                               "(proowner <> 'countersign_lookup'::regrole OR proconfig IS NULL)")).toInt(), 0);
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT rolcanlogin OR rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'countersign_lookup'")).toBool(), false);
}

/// Every table and view with a tenant that the daemon may read, so that a new one is among them by itself.
void TestIsolation::plan_1_3_4_tenantIsolationEnforced_data()
{
    QTest::addColumn<QString>("table");
    const auto tables = m_superuser->column(QStringLiteral(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND has_table_privilege('countersign_daemon', c.oid, 'SELECT') ORDER BY 1"));
    for (const QVariant &table : tables)
        if (!kSystemTables.contains(table.toString()))
            QTest::newRow(qPrintable(table.toString())) << table.toString();
    QVERIFY(tables.size() >= 14);
}

void TestIsolation::plan_1_3_4_tenantIsolationEnforced()
{
    QFETCH(QString, table);
    static const QStringList seeded{"applications", "persons", "scoring_results", "analyst_queues", "decisions", "audit_logs", "users", "v_daily_decision_summary", "v_queue_metrics"};
    m_daemon->run(QStringLiteral("BEGIN"));
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', true)").arg(seed::kOtherTenant));
    const auto count = [&](const QString &whose) {
        return m_daemon->value(QStringLiteral("SELECT count(*) FROM %1 WHERE tenant_id = '%2'").arg(table, whose)).toInt();
    };
    const bool hasOwnRows = count(seed::kOtherTenant) > 0;
    QVERIFY(hasOwnRows || !seeded.contains(table));
    QCOMPARE(count(seed::kTenant), 0);
    QCOMPARE(m_daemon->value(QStringLiteral("SELECT count(DISTINCT tenant_id) FROM %1").arg(table)).toInt(), hasOwnRows ? 1 : 0);
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

void TestIsolation::noTenantSeesNothing()
{
    QCOMPARE(m_daemon->value(QStringLiteral("SELECT count(*) FROM applications")).toInt(), 0);
    SqlConsole owner(m_database->ownerSettings());
    QCOMPARE(owner.value(QStringLiteral("SELECT count(*) FROM applications")).toInt(), 0);
}

void TestIsolation::rowsOfAnotherTenantCannotBeWritten()
{
    const QString id = QStringLiteral("00000000-0000-7000-8000-0000000000f1");
    m_daemon->run(QStringLiteral("BEGIN"));
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', true)").arg(seed::kOtherTenant));
    QCOMPARE(m_daemon->value(QStringLiteral("WITH u AS (UPDATE applications SET source = 'web' WHERE tenant_id = '%1' RETURNING 1) SELECT count(*) FROM u").arg(seed::kTenant)).toInt(), 0);
    QCOMPARE(m_daemon->failureOf(seed::insertApplication(seed::kTenant, id, QStringLiteral("X"))), QStringLiteral("42501"));
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

void TestIsolation::protectedAttributesAreWrittenAndNeverRead()
{
    m_daemon->run(QStringLiteral("BEGIN"));
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', true)").arg(seed::kTenant));
    m_daemon->run(QStringLiteral("INSERT INTO protected_attributes SELECT '%1', md5('%1' || 1)::uuid, 'married', 'f', '2026-11-24Z'").arg(seed::kTenant));
    QCOMPARE(m_daemon->failureOf(QStringLiteral("SELECT sex FROM protected_attributes")), QStringLiteral("42501"));
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

/// The promise behind statements that are a whole transaction: the policy sees the tenant that travels with them. (Setting
/// it inside the statement, in a WITH, is no substitute: the planner chooses what runs first.)
void TestIsolation::aStatementAloneBringsItsTenant()
{
    const auto count = [&](const QString &asked, const QString &set) {
        Query query = Query::alone(m_database->daemon(), set.isEmpty() ? TenantId() : tenant(set), "application/count");
        query.bind("tenant_id", tenant(asked)).bind("cap", 1000).bind("scored_only", false);
        return query.exec().ok() && query.next() ? query.get<int>("total") : -1;
    };
    for (int round = 0; round < 10; ++round) { // past the point where PostgreSQL may settle on one plan for all values
        QCOMPARE(count(seed::kTenant, seed::kTenant), 100);
        QCOMPARE(count(seed::kOtherTenant, seed::kOtherTenant), 10);
        QCOMPARE(count(seed::kTenant, seed::kOtherTenant), 0);
        QCOMPARE(count(seed::kTenant, QString()), 0);
    }
}

void TestIsolation::theTenantEndsWithTheTransaction()
{
    auto first = Transaction::begin(m_database->daemon(), tenant(seed::kTenant));
    QVERIFY(first.ok());
    Query count = first->query("application/count");
    count.bind("tenant_id", tenant(seed::kTenant)).bind("cap", 1000).bind("scored_only", false);
    QVERIFY(count.exec().ok() && count.next());
    QCOMPARE(count.get<qint64>("total"), 100);
    QVERIFY(first->setTenant(tenant(seed::kOtherTenant)).ok());
    QVERIFY(count.exec().ok() && count.next());
    QCOMPARE(count.get<qint64>("total"), 0);
    QVERIFY(first->commit().ok());

    Query alone = Query::alone(m_database->daemon(), "application/count");
    alone.bind("tenant_id", tenant(seed::kTenant)).bind("cap", 1000).bind("scored_only", false);
    QVERIFY(alone.exec().ok() && alone.next());
    QCOMPARE(alone.get<qint64>("total"), 0);
}

void TestIsolation::searchRefusesAnotherTenant()
{
    m_daemon->run(QStringLiteral("BEGIN"));
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', true)").arg(seed::kTenant));
    const QString search = QStringLiteral("SELECT count(*) FROM search_applications('%1', '%2', 1000)");
    QCOMPARE(m_daemon->value(search.arg(seed::kTenant, QStringLiteral("person 1"))).toInt(), 12);
    QCOMPARE(m_daemon->value(search.arg(seed::kTenant, QStringLiteral("pe"))).toInt(), 0);
    QCOMPARE(m_daemon->value(search.arg(seed::kTenant, QStringLiteral("%%%"))).toInt(), 0);
    QCOMPARE(m_daemon->failureOf(search.arg(seed::kOtherTenant, QStringLiteral("person 1"))), QStringLiteral("42501"));
    m_daemon->run(QStringLiteral("ROLLBACK"));
    QCOMPARE(m_daemon->failureOf(search.arg(seed::kTenant, QStringLiteral("person 1"))), QStringLiteral("42501"));
}

void TestIsolation::signInFindsOneUserOfOneTenant()
{
    const QString find = QStringLiteral("SELECT count(*) FROM find_user_for_sign_in('%1', %2)");
    QCOMPARE(m_daemon->value(find.arg(QStringLiteral("ANA@alpha.example"), QStringLiteral("'alpha'"))).toInt(), 1);
    QCOMPARE(m_daemon->value(find.arg(QStringLiteral("ana@alpha.example"), QStringLiteral("'gamma'"))).toInt(), 0);
    QCOMPARE(m_daemon->value(find.arg(QStringLiteral("ana@alpha.example"), QStringLiteral("NULL"))).toInt(), 2);
    QCOMPARE(m_daemon->value(find.arg(QStringLiteral("nobody@alpha.example"), QStringLiteral("NULL"))).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
