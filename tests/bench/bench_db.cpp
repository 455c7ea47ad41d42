// How many applications a second the database layer stores: application with its applicant, audit entry and job in one transaction, on a
// durable private cluster, from one and several threads and in batches of several sizes.
#include "server/db/Migrator.h"
#include "server/db/PrivateCluster.h"
#include "server/db/Transaction.h"
#include "tests/bench/Bench.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"

#include "core/application/PersonId.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QRandomGenerator>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace countersign;

namespace {

const FakeClock kClock;
const TenantId kTenant(QUuid("00000000-0000-7000-8000-0000000000a1"));

struct Rows {
    QJsonArray people;
    QJsonArray applications;
    QJsonArray audit;
    QJsonArray jobs;
};

/// Of the size that sealing gives; what is inside makes no difference to the database.
QString sealedBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(), [] { return char(QRandomGenerator::global()->generate()); });
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject person(const QString &id)
{
    return {{"id", id}, {"national_id_hash", sealedBytes(16)}, {"wrapped_key", sealedBytes(77)}, {"lookups", QJsonArray{sealedBytes(16), sealedBytes(16)}}};
}

QJsonObject application(const QString &id, const QString &person, int number)
{
    return {{"id", id}, {"external_id", QStringLiteral("BENCH-") + id}, {"year", "2026"}, {"source", "api"}, {"priority_customer", false},
            {"person_id", person}, {"sealed_name", sealedBytes(70)}, {"sealed_person", sealedBytes(1400)}, {"search_text", QStringLiteral("petar petrovic %1").arg(number)},
            {"applicant_data", QJsonObject{{"employment_status", "employed"}}},
            {"financial_data", QJsonObject{{"income", QJsonObject{{"net_monthly", 120000}}}, {"filler", QString(500, QLatin1Char('y'))}}},
            {"credit_bureau_data", QJsonValue()}, {"amount_minor", 1000000 + number}, {"currency", "RSD"},
            {"term_months", 36}, {"purpose", "car"}, {"dti_ratio", 0.3}, {"loan_to_income", 1.2}, {"payment_to_income", 0.2}, {"estimated_payment_minor", 30000}};
}

std::atomic<int> number{0};

Rows makeRows(int count)
{
    Rows rows;
    for (int i = 0; i < count; ++i) {
        const QString id = ApplicationId::make(kClock.now()).toString();
        const QString applicant = PersonId::make(kClock.now()).toString();
        rows.people.append(person(applicant));
        rows.applications.append(application(id, applicant, ++number));
        rows.audit.append(QJsonObject{{"id", ApplicationId::make(kClock.now()).toString()}, {"entity_type", "application"},
                                      {"entity_id", id}, {"action", "created"}, {"new_value", QJsonObject{{"status", "pending"}}}});
        rows.jobs.append(QJsonObject{{"id", JobId::make(kClock.now()).toString()}, {"queue", "scoring"}, {"kind", "score_application"},
                                     {"payload", QJsonObject{{"application_id", id}}}, {"max_attempts", 4}});
    }
    return rows;
}

Result<void> store(Database &database, const Rows &rows)
{
    auto transaction = Transaction::begin(database, kTenant);
    if (!transaction)
        return transaction.error();
    Query people = transaction->query("person/upsert_many");
    people.bind("tenant_id", kTenant).bind("rows", rows.people).bind("key_number", qint64(1)).bind("now", kClock.now());
    if (auto done = people.exec(); !done)
        return done;
    Query insert = transaction->query("application/insert_many");
    insert.bind("tenant_id", kTenant).bind("rows", rows.applications).bind("now", kClock.now()).bind("expires_at", kClock.now() + std::chrono::hours(720)).bind("created_by", std::nullopt).bind("created_by_key", std::nullopt);
    if (auto done = insert.exec(); !done)
        return done;
    Query audit = transaction->query("audit/append_many");
    audit.bind("tenant_id", kTenant).bind("rows", rows.audit).bind("actor_type", QStringLiteral("system")).bind("actor_id", std::nullopt);
    audit.bind("address", std::nullopt).bind("request_id", std::nullopt).bind("now", kClock.now());
    if (auto done = audit.exec(); !done)
        return done;
    Query jobs = transaction->query("job/enqueue_many");
    jobs.bind("tenant_id", kTenant).bind("rows", rows.jobs).bind("now", kClock.now());
    if (auto done = jobs.exec(); !done)
        return done;
    return transaction->commit();
}

/// Rows a second.
double measure(Database &database, int threads, int batch)
{
    std::atomic<qint64> stored{0};
    std::vector<std::thread> workers;
    const int milliseconds = Bench::choose(3000, 50);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            while (timer.elapsed() < milliseconds) {
                const auto done = store(database, makeRows(batch));
                if (!done)
                    qFatal("%s %s", qPrintable(done.error().reason), qPrintable(done.error().detail));
                stored += batch;
            }
        });
    for (std::thread &worker : workers)
        worker.join();
    return double(stored) * 1000.0 / double(timer.elapsed());
}

void measureAll(Database &database, SqlConsole &superuser, const char *title)
{
    number = 0;
    superuser.run(QStringLiteral("TRUNCATE persons, jobs CASCADE")); // audit entries are append-only and stay
    std::printf("\n%s\n%10s %10s %10s %10s\n", title, "batch", "1 thread", "4 threads", "8 threads");
    for (const int batch : {1, 32, 500}) {
        std::printf("%10d", batch);
        for (const int threads : {1, 4, 8}) {
            std::printf(" %10.0f", measure(database, threads, batch));
            std::fflush(stdout);
        }
        std::printf("\n");
    }
    Query search = Query::alone(database, kTenant, "application/search_by_name");
    search.bind("tenant_id", kTenant).bind("needle", QStringLiteral("petrovic 1234")).bind("limit", 50);
    QElapsedTimer timer;
    timer.start();
    const bool found = search.exec().ok();
    const int first = search.rowCount();
    std::printf("search by name right after: %lld ms, %d rows%s", static_cast<long long>(timer.restart()), first, found ? "" : " (failed)");
    superuser.run(QStringLiteral("VACUUM ANALYZE applications"));
    timer.restart();
    (void)search.exec();
    std::printf("; after a vacuum: %lld ms\n", static_cast<long long>(timer.elapsed()));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    // Each run has its own: the server of a run that was cut off would take the socket of the next one with it.
    const QTemporaryDir home(QStringLiteral(COUNTERSIGN_BENCH_CLUSTER "-XXXXXX"));
    PrivateCluster cluster(home.path());
    QElapsedTimer timer;
    timer.start();
    if (auto started = cluster.start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
    std::printf("cluster from nothing: %lld ms\n", static_cast<long long>(timer.restart()));
    {
        Database owner(cluster.ownerSettings());
        if (auto migrated = Migrator(owner, kClock).up(); !migrated)
            qFatal("%s", qPrintable(migrated.error().detail));
        std::printf("all migrations: %lld ms\n", static_cast<long long>(timer.restart()));
        Database daemon(cluster.daemonSettings());
        DatabaseSettings inside = cluster.superuserSettings();
        inside.database = cluster.daemonSettings().database;
        SqlConsole console(inside);
        console.run(QStringLiteral("INSERT INTO privacy_keys (number, proof, created_at) VALUES (1, '', now())"));
        measureAll(daemon, console, "applications a second, stored with audit entry and job, as shipped");
        console.run(QStringLiteral("ALTER INDEX applications_search SET (fastupdate = off)"));
        measureAll(daemon, console, "the same, trigram index without its pending list");
        console.run(QStringLiteral("DROP INDEX applications_search"));
        measureAll(daemon, console, "the same, without the trigram index");
    }
    if (auto stopped = cluster.stop(); !stopped)
        qFatal("%s", qPrintable(stopped.error().detail));
    return 0;
}
