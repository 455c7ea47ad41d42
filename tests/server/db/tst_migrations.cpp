#include "server/db/Migrator.h"
#include "server/db/PostgresPrograms.h"
#include "tests/server/db/Seed.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QProcess>
#include <QTest>

#include <thread>

using namespace countersign;

namespace {

/// Schema, roles' rights and policies as pg_dump prints them, without its session key.
QString schemaDump(const DatabaseSettings &settings)
{
    QProcess dump;
    dump.start(findPostgres()->folder + QStringLiteral("/pg_dump"),
               {QStringLiteral("--schema-only"), QStringLiteral("-h"), settings.host, QStringLiteral("-U"), settings.user, settings.database});
    if (!dump.waitForFinished() || dump.exitCode() != 0)
        return {};
    QStringList lines = QString::fromUtf8(dump.readAllStandardOutput()).split(QLatin1Char('\n'));
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("\\restrict")) || line.startsWith(QLatin1String("\\unrestrict")); });
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void migrationsAreNumberedPairs();
    void plan_1_1_2_allMigrationsRunUpAndDown();
    void whatWasWrittenBeforeTheSealingGoes();
    void refusesAChangedMigrationByName();
    void refusesAMigrationItDoesNotKnow();
    void aFailingMigrationLeavesNothing();
    void saysWhatIsAppliedAndWhatWaits();
    void theDaemonSeesWhetherTheSchemaIsItsOwn();
    void twoMigratorsDoNotMeet();

private:
    FakeClock m_clock;
};

void TestMigrations::migrationsAreNumberedPairs()
{
    const auto migrations = embeddedMigrations();
    QVERIFY(migrations.size() >= 21);
    int last = 0;
    for (const Migration &migration : migrations) {
        QVERIFY2(migration.number > last, qPrintable(migration.name));
        QVERIFY2(!migration.up.trimmed().isEmpty() && !migration.down.trimmed().isEmpty(), qPrintable(migration.name));
        last = migration.number;
    }
    const QStringList plan{QStringLiteral("tenants"), QStringLiteral("users"), QStringLiteral("applications"), QStringLiteral("scoring_results"),
                           QStringLiteral("analyst_queues"), QStringLiteral("decisions"), QStringLiteral("decision_thresholds"),
                           QStringLiteral("audit_logs"), QStringLiteral("model_registry"), QStringLiteral("similar_cases"),
                           QStringLiteral("notifications"), QStringLiteral("loan_outcomes")};
    for (int i = 0; i < plan.size(); ++i)
        QCOMPARE(migrations[i].name, QStringLiteral("%1_create_%2").arg(i + 1, 3, 10, QLatin1Char('0')).arg(plan[i]));
}

void TestMigrations::plan_1_1_2_allMigrationsRunUpAndDown()
{
    TestDatabase database;
    SqlConsole superuser(database.superuserSettings());
    const auto count = int(embeddedMigrations().size());
    Migrator migrator(database.owner(), m_clock);

    // Every table holds rows, in both directions.
    seed::fill(superuser, 200);
    const QString first = schemaDump(database.superuserSettings());
    QVERIFY(first.contains(QStringLiteral("CREATE TABLE public.loan_outcomes")));
    QVERIFY(first.contains(QStringLiteral("FORCE ROW LEVEL SECURITY")));
    const auto down = migrator.downTo(0);
    QVERIFY2(down.ok(), down ? "" : qPrintable(down.error().detail));
    QCOMPARE(*down, count);
    QCOMPARE(superuser.value(QStringLiteral("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                                            "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v', 'S') AND relname <> 'schema_migrations'"))
                 .toInt(),
             0);
    QCOMPARE(superuser.value(QStringLiteral("SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'")).toInt(), 0);
    const auto up = migrator.up();
    QVERIFY2(up.ok(), up ? "" : qPrintable(up.error().detail));
    QCOMPARE(*up, count);
    QCOMPARE(schemaDump(database.superuserSettings()), first);

    // One step at a time with data: what stays below a step keeps its rows.
    seed::fill(superuser, 200);
    const auto functions = migrator.downTo(12);
    QVERIFY2(functions.ok(), functions ? "" : qPrintable(functions.error().detail));
    QCOMPARE(superuser.value(QStringLiteral("SELECT count(*) FROM applications")).toInt(), 220);
    QVERIFY(migrator.up().ok());
    QCOMPARE(superuser.value(QStringLiteral("SELECT count(*) FROM applications")).toInt(), 220);
    QCOMPARE(schemaDump(database.superuserSettings()), first);
}

void TestMigrations::whatWasWrittenBeforeTheSealingGoes()
{
    TestDatabase database;
    SqlConsole superuser(database.superuserSettings());
    const QString id = QStringLiteral("00000000-0000-7000-8000-0000000000f1");
    seed::fill(superuser, 0);
    superuser.run(seed::insertApplication(seed::kTenant, id, QStringLiteral("A")));
    Migrator migrator(database.owner(), m_clock);
    QVERIFY(migrator.downTo(98).ok());
    superuser.run(QStringLiteral("INSERT INTO decisions (tenant_id, id, application_id, decision_type, outcome, status, currency, decided_by, reasoning, "
                                 "override_comment, conditions, decided_at, created_at, updated_at) VALUES ('%1', '%2', '%2', "
                                 "'analyst_approve_with_conditions', 'approved', 'final', 'RSD', '%3', 'Her brother has told us everything.', "
                                 "'Her brother again.', '[{\"type\": \"guarantor\", \"description\": \"Her brother signs.\"}]', '2026-11-24Z', "
                                 "'2026-11-24Z', '2026-11-24Z')").arg(seed::kTenant, id, seed::kAnalyst));
    superuser.run(QStringLiteral("INSERT INTO decision_conditions (tenant_id, id, decision_id, position, type, description, note, created_at, updated_at) "
                                 "VALUES ('%1', '%2', '%2', 0, 'guarantor', 'Her brother signs.', 'Her brother came.', '2026-11-24Z', '2026-11-24Z')")
                      .arg(seed::kTenant, id));
    const auto up = migrator.up();
    QVERIFY2(up.ok(), up ? "" : qPrintable(up.error().detail));
    const auto all = embeddedMigrations();
    QCOMPARE(*up, int(std::count_if(all.begin(), all.end(), [](const Migration &one) { return one.number > 98; })));
    const QString rows = superuser.text(QStringLiteral("SELECT to_jsonb(d) FROM decisions d"))
        + superuser.text(QStringLiteral("SELECT to_jsonb(c) FROM decision_conditions c"));
    QVERIFY2(!rows.contains(QStringLiteral("brother")), qPrintable(rows));
    // Something was written, says the row, and what is asked for stays.
    QCOMPARE(superuser.row(QStringLiteral("SELECT length(d.sealed_texts), length(d.sealed_comment), length(c.sealed_note), d.conditions ->> 0 "
                                          "FROM decisions d, decision_conditions c")),
             (QList<QVariant>{0, 0, 0, QStringLiteral("{\"type\": \"guarantor\"}")}));
}

void TestMigrations::refusesAChangedMigrationByName()
{
    TestDatabase database;
    auto migrations = embeddedMigrations();
    migrations[3].up += "-- touched";
    Migrator migrator(database.owner(), m_clock, migrations);
    for (const auto &error : {migrator.up().error(), migrator.downTo(0).error(), migrator.status().error()}) {
        QCOMPARE(error.reason, QStringLiteral("migration_changed"));
        QVERIFY(error.detail.contains(QStringLiteral("004_create_scoring_results")));
    }
}

void TestMigrations::refusesAMigrationItDoesNotKnow()
{
    TestDatabase database;
    auto migrations = embeddedMigrations();
    const QString name = migrations.takeLast().name;
    const auto up = Migrator(database.owner(), m_clock, migrations).up();
    QVERIFY(!up.ok());
    QCOMPARE(up.error().reason, QStringLiteral("migration_unknown"));
    QVERIFY(up.error().detail.contains(name));
}

void TestMigrations::aFailingMigrationLeavesNothing()
{
    TestDatabase database;
    auto migrations = embeddedMigrations();
    migrations.append({990, QStringLiteral("990_good"), "CREATE TABLE good (id integer);", "DROP TABLE good;"});
    migrations.append({991, QStringLiteral("991_bad"), "CREATE TABLE half (id integer); SELECT nonsense;", "SELECT 1;"});
    const auto up = Migrator(database.owner(), m_clock, migrations).up();
    QVERIFY(!up.ok());
    QVERIFY2(up.error().detail.contains(QStringLiteral("991_bad")), qPrintable(up.error().detail));
    SqlConsole console(database.ownerSettings());
    QCOMPARE(console.value(QStringLiteral("SELECT to_regclass('half') IS NULL AND to_regclass('good') IS NOT NULL")).toBool(), true);
    QCOMPARE(console.value(QStringLiteral("SELECT max(number) FROM schema_migrations")).toInt(), 990);
}

void TestMigrations::saysWhatIsAppliedAndWhatWaits()
{
    TestDatabase database;
    Migrator migrator(database.owner(), m_clock);
    QVERIFY(migrator.downTo(12).ok());
    const auto states = migrator.status();
    QVERIFY(states.ok());
    QCOMPARE(states->size(), embeddedMigrations().size());
    QCOMPARE((*states)[11].appliedAt, std::optional(m_clock.now()));
    QVERIFY(!(*states)[12].appliedAt);
}

void TestMigrations::theDaemonSeesWhetherTheSchemaIsItsOwn()
{
    TestDatabase database;
    QVERIFY(Migrator::checkCurrent(database.daemon()).ok());
    auto migrations = embeddedMigrations();
    migrations.append({990, QStringLiteral("990_later"), "CREATE TABLE later (id integer);", "DROP TABLE later;"});
    QVERIFY(Migrator(database.owner(), m_clock, migrations).up().ok());
    QCOMPARE(Migrator::checkCurrent(database.daemon()).error().reason, QStringLiteral("schema_newer"));
    QVERIFY(Migrator(database.owner(), m_clock, migrations).downTo(0).ok());
    QCOMPARE(Migrator::checkCurrent(database.daemon()).error().reason, QStringLiteral("schema_outdated"));
}

void TestMigrations::twoMigratorsDoNotMeet()
{
    TestDatabase database;
    QVERIFY(Migrator(database.owner(), m_clock).downTo(0).ok());
    std::array<int, 2> applied{-1, -1};
    std::array<std::thread, 2> threads;
    for (std::size_t i = 0; i < threads.size(); ++i)
        threads[i] = std::thread([&, i] {
            const auto up = Migrator(database.owner(), m_clock).up();
            applied[i] = up ? *up : -2;
        });
    for (std::thread &thread : threads)
        thread.join();
    std::sort(applied.begin(), applied.end());
    QCOMPARE(applied[0], 0);
    QCOMPARE(applied[1], int(embeddedMigrations().size()));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
