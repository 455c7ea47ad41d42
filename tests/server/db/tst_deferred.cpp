// What is deferred is in its transaction as if it had been sent at once.
#include "server/db/Transaction.h"
#include "tests/server/db/Seed.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <memory>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const Instant kNow = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)) + 9h;

Query insertUser(Transaction &transaction, const UserId &id, const QString &email)
{
    Query query = transaction.query("user/insert");
    query.bind("tenant_id", *TenantId::parse(seed::kTenant)).bind("id", id).bind("email", email).bind("name", QStringLiteral("Ana"))
        .bind("role", QStringLiteral("analyst")).bind("must_change_password", true).bind("now", kNow);
    return query;
}

} // namespace

class TestDeferred : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsDeferredTravelsWithCommit();
    void aDeferredFailureFailsTheCommit();
    void aLostConnectionLeavesTheCommitUnknown();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_superuser;
};

void TestDeferred::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_superuser = std::make_unique<SqlConsole>(m_database->superuserSettings());
    seed::fill(*m_superuser, 0);
}

void TestDeferred::cleanup()
{
    m_superuser.reset();
    m_database.reset();
}

void TestDeferred::whatIsDeferredTravelsWithCommit()
{
    const auto users = [this] { return m_superuser->value(QStringLiteral("SELECT count(*) FROM users WHERE email ~ '^[0-9]'")).toInt(); };
    const auto begin = [this] { return Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant)); };
    {
        // The same statement twice, and it was never prepared before.
        auto transaction = begin();
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("1@alpha.example")).defer().ok());
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("2@alpha.example")).defer().ok());
        QCOMPARE(users(), 0);
        QVERIFY(transaction->commit().ok());
        QCOMPARE(users(), 2);
    }
    {
        auto transaction = begin();
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("3@alpha.example")).defer().ok());
        QVERIFY(transaction->query("migration/list").exec().ok());
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("4@alpha.example")).exec().ok());
    } // rolled back
    QCOMPARE(users(), 2);
    auto next = begin();
    QVERIFY(insertUser(*next, UserId::make(kNow), QStringLiteral("5@alpha.example")).exec().ok());
    QVERIFY(next->commit().ok());
    QCOMPARE(users(), 3);
}

void TestDeferred::aDeferredFailureFailsTheCommit()
{
    auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("1@alpha.example")).exec().ok());
    QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("NOT LOWER@")).defer().ok());
    const Error error = transaction->commit().error();
    QCOMPARE(error.detail, QStringLiteral("users_email_lower_case")); // its own, not that of COMMIT
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM users WHERE email ~ '^[0-9]'")).toInt(), 0);
    auto next = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(insertUser(*next, UserId::make(kNow), QStringLiteral("1@alpha.example")).exec().ok());
    QVERIFY(next->commit().ok());
}

void TestDeferred::aLostConnectionLeavesTheCommitUnknown()
{
    auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("1@alpha.example")).exec().ok());
    QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("2@alpha.example")).defer().ok());
    m_superuser->run(QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'countersign_daemon' AND datname = current_database()"));
    QCOMPARE(transaction->commit().error().reason, QStringLiteral("commit_unknown"));
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM users WHERE email ~ '^[0-9]'")).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestDeferred)
#include "tst_deferred.moc"
