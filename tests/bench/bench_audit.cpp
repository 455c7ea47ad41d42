// What the record costs: intake with and without its entries, in turns, the sealer running; and how long a chain of
// COUNTERSIGN_BENCH_ROWS entries (1,000,000) takes to seal and to verify.
#include "app/demo/DemoApplication.h"
#include "core/json/Json.h"
#include "server/db/Migrator.h"
#include "server/db/PrivateCluster.h"
#include "server/jobs/AuditWorker.h"
#include "server/service/AuditService.h"
#include "server/service/BootstrapService.h"
#include "server/service/IntakeService.h"
#include "server/service/KeyCheck.h"
#include "tests/bench/Bench.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

using namespace countersign;

namespace {

constexpr int kRequests = 8000; ///< applications in each turn
constexpr int kRounds = 5;
constexpr int kThreads = 4;
const FakeClock kClock;

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A tenant that can receive applications, and who sends them.
Actor makeSender(const ServiceContext &context)
{
    const BootstrapService bootstrap(context);
    const Currency dinar = *Currency::fromCode(u"RSD");
    const TenantId tenant = must(bootstrap.ensureTenant({QStringLiteral("bench"), QStringLiteral("Bench"), dinar, QStringLiteral("en"), QStringLiteral("UTC")}));
    must(bootstrap.ensurePolicy(tenant, Policy{}, dinar));
    Actor sender = Actor::system(tenant);
    sender.address = QStringLiteral("192.0.2.1");
    sender.requestId = QUuid::createUuid();
    return sender;
}

/// Bodies of the data set, each with its own person and external id.
QByteArray body(const QList<CreditDataRow> &rows)
{
    static std::atomic<int> number{0};
    const int n = ++number;
    api::ApplicationCreate application = demo::demoApplication(rows[n % rows.size()], QDate(2026, 11, 24));
    application.externalId = QStringLiteral("BENCH-%1").arg(n);
    application.applicantData.personal.nationalId = QString::number(1'000'000'000'000 + n);
    return writeJson(application);
}

/// As the daemon does it after the network: read, validate, seal, store.
Result<void> receive(const ServiceContext &context, const Actor &sender, const QList<QByteArray> &bodies)
{
    const IntakeService service(context);
    if (bodies.size() == 1) {
        const auto application = readJson<api::ApplicationCreate>(bodies.first());
        if (!application)
            return application.error();
        const auto created = service.create(sender, *application);
        return created ? Result<void>() : Result<void>(created.error());
    }
    api::BatchCreate batch;
    for (const QByteArray &one : bodies)
        batch.items.append(QJsonDocument::fromJson(one).object());
    const auto created = service.createMany(sender, batch);
    return created ? Result<void>() : Result<void>(created.error());
}

/// Applications a second. The bodies are made before the clock starts.
double intake(const ServiceContext &context, const Actor &sender, const QList<CreditDataRow> &rows, int batch)
{
    const int requests = Bench::choose(kRequests, 200) / batch;
    QList<QList<QByteArray>> prepared(requests);
    for (QList<QByteArray> &request : prepared)
        for (int i = 0; i < batch; ++i)
            request.append(body(rows));
    std::atomic<int> next{0};
    std::vector<std::thread> clients;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kThreads; ++i)
        clients.emplace_back([&] {
            for (int request = next++; request < requests; request = next++)
                if (const auto done = receive(context, sender, prepared[request]); !done)
                    qFatal("%s %s", qPrintable(done.error().reason), qPrintable(done.error().detail));
            context.database.closeThreadConnection();
        });
    for (std::thread &client : clients)
        client.join();
    return double(requests * batch) * 1000.0 / double(timer.elapsed());
}

/// Without: the database drops the entries before it looks at them, so there is nothing to seal either. What the daemon
/// does to put an entry together stays in both figures.
void measureIntake(ServiceContext &context, CheckpointLog &log, const Actor &sender, SqlConsole &superuser)
{
    QFile file(QStringLiteral(COUNTERSIGN_CREDIT_DATA));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", COUNTERSIGN_CREDIT_DATA);
    const QList<CreditDataRow> rows = must(parseCreditData(file.readAll()));
    AuditObserver observer(context);
    AuditWorker worker({context, observer, log, kClock});
    context.audited = [&worker](TenantId tenant) { worker.audited(tenant); };
    worker.start();
    for (const int batch : {1, 32}) {
        QList<double> ratios;
        double with = 0;
        double without = 0;
        const int rounds = Bench::choose(kRounds, 1);
        for (int round = 0; round < rounds; ++round) {
            superuser.run(QStringLiteral("CREATE RULE no_entries AS ON INSERT TO audit_logs DO INSTEAD NOTHING"));
            const double plain = intake(context, sender, rows, batch);
            superuser.run(QStringLiteral("DROP RULE no_entries ON audit_logs"));
            const double audited = intake(context, sender, rows, batch);
            ratios.append(audited / plain);
            without += plain / rounds;
            with += audited / rounds;
        }
        std::sort(ratios.begin(), ratios.end());
        std::printf("intake by %2d: %.0f a second without entries, %.0f with entries and sealer: ratio %.3f (median of pairs %.3f)\n", batch, without,
                    with, with / without, ratios[ratios.size() / 2]);
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

void measureChain(ServiceContext &context, CheckpointLog &log, const QString &folder, TenantId tenant, SqlConsole &superuser)
{
    const qint64 rows = qEnvironmentVariableIsSet("COUNTERSIGN_BENCH_ROWS") ? qEnvironmentVariableIntValue("COUNTERSIGN_BENCH_ROWS") : Bench::choose(1'000'000, 1000);
    superuser.run(QStringLiteral("INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, actor_id, address, request_id, old_value, new_value, diff, occurred_at) "
                                 "SELECT '%1', gen_random_uuid(), 'application', gen_random_uuid(), 'assigned', 'user', gen_random_uuid(), '192.0.2.1', gen_random_uuid(), "
                                 "jsonb_build_object('queue_status', 'pending', 'releases', n), jsonb_build_object('queue_status', 'assigned', 'releases', n), "
                                 "'{\"queue_status\": {\"old\": \"pending\", \"new\": \"assigned\"}}', timestamptz '2026-11-24Z' + n * interval '1 second' "
                                 "FROM generate_series(1, %2) AS n").arg(tenant.toString()).arg(rows));
    superuser.run(QStringLiteral("VACUUM ANALYZE audit_logs"));
    QElapsedTimer timer;
    timer.start();
    const auto sealed = AuditSealer(context).seal(tenant);
    std::printf("sealed %d entries in %.1f s\n", sealed ? *sealed : -1, double(timer.restart()) / 1000.0);
    superuser.run(QStringLiteral("VACUUM ANALYZE audit_chain"));
    timer.restart();
    const auto covered = AuditCheckpoints(context, log, kClock).advance(tenant, AuditCheckpoints::When::Now);
    std::printf("checkpoints %s in %.1f s\n", covered && *covered ? "written" : "failed", double(timer.restart()) / 1000.0);
    const AuditService service(context, {folder, log.publicKey()});
    const qint64 before = residentKilobytes();
    timer.restart();
    const auto report = service.verifyChain(service.source(tenant), 0, std::numeric_limits<qint64>::max());
    std::printf("verified %lld entries in %.1f s, %s; memory grew by %lld KiB\n", static_cast<long long>(report ? report->verified : -1),
                double(timer.elapsed()) / 1000.0, report && !report->fault ? "right" : "WRONG", static_cast<long long>(residentKilobytes() - before));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    // Each run has its own: the server of a run that was cut off would take the socket of the next one with it.
    const QTemporaryDir home(QStringLiteral(COUNTERSIGN_BENCH_CLUSTER "-XXXXXX"));
    PrivateCluster cluster(home.path());
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
        Metrics metrics;
        const auto keys = KeyRing::parse(KeyRing::makeText());
        if (!keys)
            qFatal("%s", qPrintable(keys.error().detail));
        ServiceContext context{daemon, kClock, metrics, *keys};
        const QTemporaryDir folder;
        CheckpointLog log(folder.path(), CheckpointSigner(QByteArray(32, 'b')));
        must(checkKeys(daemon, *keys, kClock.now()));
        const Actor sender = makeSender(context);
        measureIntake(context, log, sender, superuser);
        measureChain(context, log, folder.path(), sender.tenant, superuser);
    }
    if (auto stopped = cluster.stop(); !stopped)
        qFatal("%s", qPrintable(stopped.error().detail));
    return 0;
}
