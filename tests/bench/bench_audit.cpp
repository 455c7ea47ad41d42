// What the record costs: intake with and without its entries, in turns, the sealer running; and how long a chain of
// COUNTERSIGN_BENCH_ROWS entries (1,000,000) takes to seal and to verify.
#include "server/db/Migrator.h"
#include "server/db/PrivateCluster.h"
#include "server/jobs/AuditWorker.h"
#include "server/service/AuditService.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

using namespace countersign;

namespace {

constexpr int kMilliseconds = 2000;
constexpr int kRounds = 5;
constexpr int kThreads = 4;
const FakeClock kClock;
const TenantId kTenant(QUuid("00000000-0000-7000-8000-0000000000a1"));

QString newId()
{
    return ApplicationId::make(kClock.now()).toString();
}

QJsonObject application(const QString &id)
{
    static std::atomic<int> number{0};
    const int n = ++number;
    const QJsonObject personal{{"first_name", "Petar"}, {"last_name", QStringLiteral("Petrović %1").arg(n)}, {"national_id", "0101990710006"}, {"filler", QString(1200, QLatin1Char('x'))}};
    return {{"id", id}, {"external_id", QStringLiteral("BENCH-") + id}, {"year", "2026"}, {"source", "api"}, {"priority_customer", false},
            {"applicant_name", QStringLiteral("Petar Petrović %1").arg(n)}, {"search_text", QStringLiteral("petar petrovic %1").arg(n)},
            {"applicant_data", QJsonObject{{"personal", personal}}},
            {"financial_data", QJsonObject{{"income", QJsonObject{{"net_monthly", 120000}}}, {"filler", QString(500, QLatin1Char('y'))}}},
            {"credit_bureau_data", QJsonValue()}, {"metadata", QJsonObject()}, {"amount_minor", 1000000 + n}, {"currency", "RSD"},
            {"term_months", 36}, {"purpose", "car"}, {"dti_ratio", 0.3}, {"loan_to_income", 1.2}, {"payment_to_income", 0.2}, {"estimated_payment_minor", 30000}};
}

/// As IntakeService stores: application and job, with or without the entry.
Result<bool> store(UnitOfWork &unit, int batch, bool isAudited)
{
    QJsonArray rows;
    for (int i = 0; i < batch; ++i) {
        const QString id = newId();
        rows.append(application(id));
        unit.enqueue(kScoreApplication, {{QStringLiteral("application_id"), id}});
        if (isAudited)
            unit.audit({"application", QUuid::fromString(id), "received", {}, {{QStringLiteral("source"), QStringLiteral("api")},
                       {QStringLiteral("status"), QStringLiteral("pending")}, {QStringLiteral("amount"), 600'000}, {QStringLiteral("currency"), QStringLiteral("RSD")},
                       {QStringLiteral("term_months"), 36}, {QStringLiteral("purpose"), QStringLiteral("car")}}});
    }
    Query insert = unit.query("application/insert_many");
    insert.bind("tenant_id", kTenant).bind("rows", rows).bind("now", kClock.now()).bind("expires_at", kClock.now() + std::chrono::hours(720)).bind("created_by", std::nullopt);
    const auto done = insert.exec();
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

/// Applications a second.
double intake(const ServiceContext &context, int batch, bool isAudited)
{
    std::atomic<qint64> stored{0};
    std::vector<std::thread> clients;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kThreads; ++i)
        clients.emplace_back([&] {
            while (timer.elapsed() < kMilliseconds) {
                const auto done = UnitOfWork::run<bool>(context, Actor::system(kTenant), [&](UnitOfWork &unit) { return store(unit, batch, isAudited); });
                if (!done)
                    qFatal("%s %s", qPrintable(done.error().reason), qPrintable(done.error().detail));
                stored += batch;
            }
            context.database.closeThreadConnection();
        });
    for (std::thread &client : clients)
        client.join();
    return double(stored) * 1000.0 / double(timer.elapsed());
}

void measureIntake(ServiceContext &context, CheckpointLog &log)
{
    AuditObserver observer(context);
    AuditWorker worker({context, observer, log, kClock});
    context.audited = [&worker](TenantId tenant) { worker.audited(tenant); };
    worker.start();
    for (const int batch : {1, 32}) {
        double with = 0;
        double without = 0;
        for (int round = 0; round < kRounds; ++round) {
            without += intake(context, batch, false) / kRounds;
            with += intake(context, batch, true) / kRounds;
        }
        std::printf("intake by %2d: %.0f a second without entries, %.0f with entries and sealer: ratio %.3f\n", batch, without, with, with / without);
        std::fflush(stdout);
    }
    worker.stop();
    context.audited = [](TenantId) {};
}

qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmRSS:") + 6, 20).trimmed().split(' ').first().toLongLong();
}

void measureChain(ServiceContext &context, CheckpointLog &log, const QString &folder, SqlConsole &superuser)
{
    const qint64 rows = qEnvironmentVariableIsSet("COUNTERSIGN_BENCH_ROWS") ? qEnvironmentVariableIntValue("COUNTERSIGN_BENCH_ROWS") : 1'000'000;
    superuser.run(QStringLiteral("INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, actor_id, address, request_id, old_value, new_value, diff, occurred_at) "
                                 "SELECT '%1', gen_random_uuid(), 'application', gen_random_uuid(), 'assigned', 'user', gen_random_uuid(), '192.0.2.1', gen_random_uuid(), "
                                 "jsonb_build_object('queue_status', 'pending', 'releases', n), jsonb_build_object('queue_status', 'assigned', 'releases', n), "
                                 "'{\"queue_status\": {\"old\": \"pending\", \"new\": \"assigned\"}}', timestamptz '2026-11-24Z' + n * interval '1 second' "
                                 "FROM generate_series(1, %2) AS n").arg(kTenant.toString()).arg(rows));
    superuser.run(QStringLiteral("VACUUM ANALYZE audit_logs"));
    QElapsedTimer timer;
    timer.start();
    const auto sealed = AuditSealer(context).seal(kTenant);
    std::printf("sealed %d entries in %.1f s\n", sealed ? *sealed : -1, double(timer.restart()) / 1000.0);
    superuser.run(QStringLiteral("VACUUM ANALYZE audit_chain"));
    timer.restart();
    const auto covered = AuditCheckpoints(context, log, kClock).advance(kTenant, AuditCheckpoints::When::Now);
    std::printf("checkpoints %s in %.1f s\n", covered && *covered ? "written" : "failed", double(timer.restart()) / 1000.0);
    const AuditService service(context, {folder, log.publicKey()});
    const qint64 before = residentKilobytes();
    timer.restart();
    const auto report = service.verifyChain(service.source(kTenant), 0, std::numeric_limits<qint64>::max());
    std::printf("verified %lld entries in %.1f s, %s; memory grew by %lld KiB\n", static_cast<long long>(report ? report->verified : -1),
                double(timer.elapsed()) / 1000.0, report && !report->fault ? "right" : "WRONG", static_cast<long long>(residentKilobytes() - before));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QDir(QStringLiteral(COUNTERSIGN_BENCH_CLUSTER)).removeRecursively();
    PrivateCluster cluster(QStringLiteral(COUNTERSIGN_BENCH_CLUSTER));
    if (auto started = cluster.start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
    {
        Database owner(cluster.ownerSettings());
        if (auto migrated = Migrator(owner, kClock).up(); !migrated)
            qFatal("%s", qPrintable(migrated.error().detail));
        Database daemon(cluster.daemonSettings());
        DatabaseSettings inside = cluster.superuserSettings();
        inside.database = cluster.daemonSettings().database;
        SqlConsole superuser(inside);
        superuser.run(QStringLiteral("INSERT INTO tenants (id, slug, name, currency, created_at, updated_at) VALUES ('%1', 'bench', 'Bench', 'RSD', '2026-11-01Z', '2026-11-01Z')").arg(kTenant.toString()));
        Metrics metrics;
        const auto keys = KeyRing::parse(KeyRing::makeText());
        if (!keys)
            qFatal("%s", qPrintable(keys.error().detail));
        ServiceContext context{daemon, kClock, metrics, *keys};
        const QTemporaryDir folder;
        CheckpointLog log(folder.path(), CheckpointSigner(QByteArray(32, 'b')));
        measureIntake(context, log);
        measureChain(context, log, folder.path(), superuser);
    }
    if (auto stopped = cluster.stop(); !stopped)
        qFatal("%s", qPrintable(stopped.error().detail));
    return 0;
}
