#include "server/db/Connection.h"
#include "server/db/PgText.h"
#include "server/db/ServerCheck.h"
#include "server/db/SqlError.h"
#include "server/db/Transaction.h"
#include "tests/server/db/Seed.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestCluster.h"
#include "tests/support/TestDatabase.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <limits>
#include <memory>
#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const Instant kNow = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)) + 9h + 123456us;
const QString kSecret = QStringLiteral("Petrović-0711985");

Query insertUser(Transaction &transaction, const UserId &id, const QString &email)
{
    Query query = transaction.query("user/insert");
    query.bind("tenant_id", *TenantId::parse(seed::kTenant)).bind("id", id).bind("email", email).bind("name", kSecret)
        .bind("role", QStringLiteral("analyst")).bind("password_hash", std::optional<QString>()).bind("must_change_password", true).bind("now", kNow);
    return query;
}

} // namespace

class TestQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void parametersAreFoundOnlyWhereTheyAre_data();
    void parametersAreFoundOnlyWhereTheyAre();
    void everyTypeComesBackAsItWent();
    void arraysComeBackAsTheyWent();
    void bytesComeBackAsTheyWent();
    void nulIsRefusedBeforeItIsSent();
    void anUncommittedTransactionIsGone();
    void constraintsBecomeConflictsThatNameThem();
    void noValueEntersAnErrorOrTheServersLog();
    void deadlocksAreRetryable();
    void aFailedTransactionLeaksNoPreparedStatement();
    void aCutIdleConnectionIsNotNoticed();
    void aCutTransactionFailsAndTheNextOneWorks();
    void aQueryDoesNotOutliveItsTransaction();
    void commitAfterAFailureIsNoSuccess();
    void eachThreadHasItsConnection();
    void anUnreachableServerIsUnavailable();
    void unsafeServerLogIsFound();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_superuser;
};

void TestQuery::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_superuser = std::make_unique<SqlConsole>(m_database->superuserSettings());
    seed::fill(*m_superuser, 0);
}

void TestQuery::cleanup()
{
    m_superuser.reset();
    m_database.reset();
}

void TestQuery::parametersAreFoundOnlyWhereTheyAre_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("count");
    QTest::newRow("each its own") << QByteArray("a = :x AND b = :x") << QByteArray("a = $1 AND b = $2") << 2;
    QTest::newRow("same cast shared") << QByteArray(":x::int + :x::int + :x::text[]") << QByteArray("$1::int + $1::int + $2::text[]") << 2;
    QTest::newRow("quoted") << QByteArray("SELECT ':a', \":b\", $$ :c $$, :d") << QByteArray("SELECT ':a', \":b\", $$ :c $$, $1") << 1;
    QTest::newRow("commented") << QByteArray("-- :a it's\n/* :b */ :c") << QByteArray("-- :a it's\n/* :b */ $1") << 1;
    QTest::newRow("cast") << QByteArray("now()::text") << QByteArray("now()::text") << 0;
    QTest::newRow("doubled quote") << QByteArray("'it''s :a' || :b") << QByteArray("'it''s :a' || $1") << 1;
    QTest::newRow("jsonb operator") << QByteArray("d ? 'a' AND d ->> 'b' = :c") << QByteArray("d ? 'a' AND d ->> 'b' = $1") << 1;
    QTest::newRow("slice") << QByteArray("a[1:2]") << QByteArray("a[1:2]") << 0;
}

void TestQuery::parametersAreFoundOnlyWhereTheyAre()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QFETCH(int, count);
    const sql::Statement statement = sql::parseStatement("test", text.constData());
    QCOMPARE(statement.text, expected);
    QCOMPARE(statement.parameters.size(), count);
}

void TestQuery::everyTypeComesBackAsItWent()
{
    const sql::Statement echo = sql::parseStatement("test/echo", "SELECT :d::float8 AS d, :t::timestamptz AS t, :b::bytea AS b, :o::bool AS o, "
                                                                 ":i::bigint AS i, :j::jsonb AS j, :s::text AS s, :u::uuid AS u, :n::text AS n");
    auto connection = m_database->daemon().connection();
    QVERIFY(connection.ok());
    const double value = 0.1 + 0.2;
    const auto row = (*connection)->execute(echo, {QByteArray::number(value, 'g', 17), toIso(kNow).toLatin1(), QByteArray("\\x00ff"),
                                                   QByteArray("t"), QByteArray::number(std::numeric_limits<qint64>::min()),
                                                   QByteArray("{\"a\":1}"), kSecret.toUtf8(), QByteArray(seed::kTenant.toLatin1()), std::nullopt});
    QVERIFY(row.ok());

    // Through the public way: what is written is what is read.
    const UserId id = UserId::make(kNow);
    auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(transaction.ok());
    QVERIFY(insertUser(*transaction, id, QStringLiteral("new@alpha.example")).exec().ok());
    QVERIFY(transaction->commit().ok());
    QCOMPARE(m_superuser->row(QStringLiteral("SELECT name, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), must_change_password, password_hash IS NULL "
                                             "FROM users WHERE id = '%1'").arg(id.toString())),
             (QList<QVariant>{kSecret, QStringLiteral("2026-11-24 09:00:00.123456"), true, true}));
    QCOMPARE(pgtext::toInstant("2026-11-24 09:00:00.123456+00"), kNow);
    QCOMPARE(pgtext::toInstant("2026-11-24 09:00:00.1+00"), kNow - 23456us);
    QCOMPARE(pgtext::toInstant("2026-11-24 09:00:00+00"), kNow - 123456us);
    QCOMPARE(pgtext::toDouble("-Infinity"), -std::numeric_limits<double>::infinity());
    QCOMPARE(pgtext::toDouble("0.30000000000000004"), value);
}

void TestQuery::arraysComeBackAsTheyWent()
{
    for (const QStringList &items : {QStringList{}, QStringList{QString()}, QStringList{QStringLiteral("a"), QStringLiteral("b c")},
                                     QStringList{QStringLiteral("q\"uote"), QStringLiteral("back\\slash"), QStringLiteral("{,}"), QStringLiteral("NULL"), kSecret}}) {
        const QVariant printed = m_superuser->value(QStringLiteral("SELECT $q$%1$q$::text[]::text").arg(QString::fromUtf8(pgtext::arrayLiteral(items))));
        QStringList read = pgtext::arrayItems(printed.toString().toUtf8());
        if (items == QStringList{QString()})
            QCOMPARE(read, QStringList{QStringLiteral("")});
        else
            QCOMPARE(read, items);
    }
}

void TestQuery::bytesComeBackAsTheyWent()
{
    QByteArray bytes("\\x'\"\\\\ \0\xff\n", 9);
    bytes += QByteArray(32 - bytes.size(), '\x80');
    auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(transaction);
    const UserId id = UserId::make(kNow);
    QVERIFY(insertUser(*transaction, id, QStringLiteral("bytes@alpha.example")).exec());
    Query create = transaction->query("sessions/create");
    create.bind("id", id).bind("tenant_id", *TenantId::parse(seed::kTenant)).bind("user_id", id).bind("token_hash", bytes);
    create.bind("family_key", bytes);
    QVERIFY(create.bind("now", kNow).bind("expires_at", kNow + 1h).exec());
    Query read = transaction->query("sessions/lock");
    QVERIFY(read.bind("id", id).exec() && read.next());
    QCOMPARE(read.get<QByteArray>("token_hash"), bytes);
    QVERIFY(!read.get<std::optional<QByteArray>>("previous_hash"));
}

void TestQuery::nulIsRefusedBeforeItIsSent()
{
    auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(transaction.ok());
    Query text = insertUser(*transaction, UserId::make(kNow), QStringLiteral("a\0b@alpha.example").append(QChar(0)));
    const auto refused = text.exec();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().reason, QStringLiteral("nul_character"));
    QVERIFY(pgtext::jsonHasNul(R"({"a":"x\u0000"})"));
    QVERIFY(!pgtext::jsonHasNul(R"({"a":"x\\u0000"})"));
    QVERIFY(pgtext::jsonHasNul(R"({"a":"x\\\u0000"})"));
    // Nothing was sent, so the transaction goes on.
    QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("b@alpha.example")).exec().ok());
    QVERIFY(transaction->commit().ok());
}

void TestQuery::anUncommittedTransactionIsGone()
{
    {
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        QVERIFY(transaction.ok());
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("gone@alpha.example")).exec().ok());
    }
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM users WHERE email LIKE 'gone%'")).toInt(), 0);
    auto next = Transaction::begin(m_database->daemon(), {});
    QVERIFY(next.ok() && next->commit().ok());
}

void TestQuery::constraintsBecomeConflictsThatNameThem()
{
    {
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        QVERIFY(transaction.ok());
        Query wrong = insertUser(*transaction, UserId::make(kNow), QStringLiteral("x@alpha.example"));
        wrong.bind("role", QStringLiteral("god"));
        const Error error = wrong.exec().error();
        QCOMPARE(error.code, ErrorCode::Conflict);
        QCOMPARE(error.reason, QStringLiteral("constraint"));
        QCOMPARE(error.detail, QStringLiteral("users_role_known"));
        QVERIFY(!isRetryable(error));
    }
    const UserId id = UserId::make(kNow);
    for (int round = 0; round < 2; ++round) {
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        const auto done = insertUser(*transaction, id, QStringLiteral("%1@alpha.example").arg(round)).exec();
        QCOMPARE(done.ok(), round == 0);
        if (done)
            QVERIFY(transaction->commit().ok());
        else
            QCOMPARE(done.error(), (Error{ErrorCode::Conflict, QStringLiteral("duplicate"), QStringLiteral("users_pkey"), {}}));
    }
}

void TestQuery::noValueEntersAnErrorOrTheServersLog()
{
    const QStringList attempts{QStringLiteral("god"), kSecret};
    QStringList said;
    for (const QString &role : attempts) {
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        Query wrong = insertUser(*transaction, UserId::make(kNow), kSecret.toLower() + QStringLiteral("@alpha.example"));
        wrong.bind("role", role);
        const Error error = wrong.exec().error();
        said.append(error.reason + error.detail);
    }
    QVERIFY(!said.join(QLatin1Char(' ')).contains(QStringLiteral("711985")));
    const QDir logs(QStringLiteral("%1/../data/log").arg(m_superuser->value(QStringLiteral("SELECT split_part(current_setting('data_directory'), '/data', 1) || '/data'")).toString()));
    int read = 0;
    const QStringList files = logs.entryList(QDir::Files);
    for (const QString &name : files) {
        QFile file(logs.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.contains("711985"));
        read += text.contains("users_role_known") ? 1 : 0;
    }
    QVERIFY(read > 0); // the failure itself is in the log
}

void TestQuery::deadlocksAreRetryable()
{
    for (const char *state : {"40001", "40P01"})
        QVERIFY(isRetryable(errorOf({"queue/assign", state, {}, false})));
    QCOMPARE(errorOf({"queue/assign", "", {}, true}).reason, QStringLiteral("database_unavailable"));
    QCOMPARE(errorOf({"queue/assign", "57P01", {}, false}).code, ErrorCode::Unavailable);
    QCOMPARE(errorOf({"queue/assign", "42P01", {}, false}), (Error{ErrorCode::Internal, QStringLiteral("database_error"), QStringLiteral("queue/assign: SQLSTATE 42P01"), {}}));
}

void TestQuery::aFailedTransactionLeaksNoPreparedStatement()
{
    const sql::Statement count = sql::parseStatement("test/prepared", "SELECT count(*) AS prepared FROM pg_prepared_statements");
    for (int round = 0; round < 50; ++round) {
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        Query wrong = insertUser(*transaction, UserId::make(kNow), QStringLiteral("NOT LOWER"));
        QVERIFY(!wrong.exec().ok());
        QVERIFY(!transaction->query("tenant/get").bind("tenant_id", *TenantId::parse(seed::kTenant)).exec().ok());
    }
    auto transaction = Transaction::begin(m_database->daemon(), {});
    QVERIFY(transaction->query("migration/list").exec().ok());
    QVERIFY(transaction->commit().ok());
    // begin, set_tenant, user/insert, rollback, migration/list, commit and this one; tenant/get never got so far.
    SqlConsole probe(m_database->daemonSettings());
    auto connection = m_database->daemon().connection();
    QVERIFY((*connection)->execute(count, {}).ok());
    QVERIFY((*connection)->runScript("test", "DO $$ BEGIN IF (SELECT count(*) FROM pg_prepared_statements) > 7 THEN RAISE EXCEPTION 'leak'; END IF; END $$").ok());
}

void TestQuery::aCutIdleConnectionIsNotNoticed()
{
    const QString cut = QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'countersign_daemon' AND datname = current_database()");
    for (int round = 0; round < 3; ++round) {
        QVERIFY(Query::alone(m_database->daemon(), "migration/list").exec().ok());
        m_superuser->run(cut);
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        QVERIFY(transaction.ok());
        if (round == 2) // between BEGIN, which has not been sent yet, and the first statement
            m_superuser->run(cut);
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("%1@alpha.example").arg(round)).exec().ok());
        QVERIFY(transaction->commit().ok());
    }
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM users WHERE email ~ '^[0-9]'")).toInt(), 3);
}

void TestQuery::aCutTransactionFailsAndTheNextOneWorks()
{
    {
        auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
        QVERIFY(insertUser(*transaction, UserId::make(kNow), QStringLiteral("1@alpha.example")).exec().ok());
        m_superuser->run(QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'countersign_daemon' AND datname = current_database()"));
        const Error error = insertUser(*transaction, UserId::make(kNow), QStringLiteral("2@alpha.example")).exec().error();
        QCOMPARE(error.code, ErrorCode::Unavailable);
        QCOMPARE(error.reason, QStringLiteral("database_unavailable"));
        // Neither a later statement nor COMMIT may reach a new connection as if nothing had happened.
        QVERIFY(!insertUser(*transaction, UserId::make(kNow), QStringLiteral("3@alpha.example")).exec().ok());
        QVERIFY(!transaction->commit().ok());
    }
    auto next = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(next.ok());
    QVERIFY(insertUser(*next, UserId::make(kNow), QStringLiteral("4@alpha.example")).exec().ok());
    m_superuser->run(QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'countersign_daemon' AND datname = current_database()"));
    QCOMPARE(next->commit().error().reason, QStringLiteral("commit_unknown"));
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM users WHERE email ~ '^[0-9]'")).toInt(), 0);
}

void TestQuery::aQueryDoesNotOutliveItsTransaction()
{
    std::optional<Query> kept;
    {
        auto transaction = Transaction::begin(m_database->daemon(), {});
        kept.emplace(transaction->query("migration/list"));
        QVERIFY(kept->exec().ok());
        QVERIFY(transaction->commit().ok());
    }
    QVERIFY(kept->next());
    QCOMPARE(kept->get<int>("number"), 1);
    QVERIFY(!kept->exec().ok());
}

void TestQuery::commitAfterAFailureIsNoSuccess()
{
    auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
    QVERIFY(!insertUser(*transaction, UserId::make(kNow), QStringLiteral("NOT LOWER@")).exec().ok());
    QCOMPARE(transaction->commit().error().reason, QStringLiteral("transaction_failed"));
}

void TestQuery::eachThreadHasItsConnection()
{
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            for (int n = 0; n < 20; ++n) {
                auto transaction = Transaction::begin(m_database->daemon(), *TenantId::parse(seed::kTenant));
                if (transaction && insertUser(*transaction, UserId::make(kNow), QStringLiteral("%1-%2@alpha.example").arg(i).arg(n)).exec() && transaction->commit())
                    ++good;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 160);
    QTRY_COMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename = 'countersign_daemon' AND datname = current_database()")).toInt(), 0);
}

void TestQuery::anUnreachableServerIsUnavailable()
{
    DatabaseSettings nowhere = m_database->daemonSettings();
    nowhere.host = QStringLiteral("/nonexistent");
    Database database(nowhere);
    const auto begun = Transaction::begin(database, {});
    QVERIFY(!begun.ok());
    QCOMPARE(begun.error().code, ErrorCode::Unavailable);
    QVERIFY(begun.error().detail.contains(QStringLiteral("/nonexistent")));
    QVERIFY(!begun.error().detail.contains(QLatin1Char('\n')));
    QVERIFY(!Query::alone(database, "migration/list").exec().ok());
}

void TestQuery::unsafeServerLogIsFound()
{
    QVERIFY(checkServerLogging(m_database->daemon()).ok());
    m_superuser->run(QStringLiteral("ALTER DATABASE %1 SET log_min_error_statement = 'error'").arg(m_database->daemonSettings().database));
    m_database->daemon().closeThreadConnection();
    const auto found = checkServerLogging(m_database->daemon());
    QVERIFY(!found.ok());
    QVERIFY(found.error().detail.contains(QStringLiteral("ALTER ROLE countersign_daemon SET log_min_error_statement = 'panic';")));
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
