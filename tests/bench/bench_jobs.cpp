// How many jobs a second 8 workers claim, run and finish on a durable private cluster: 20,000 that do nothing. Each must run
// once.
#include "server/db/Migrator.h"
#include "server/db/PrivateCluster.h"
#include "server/jobs/JobWorkers.h"
#include "tests/bench/Bench.h"
#include "tests/support/FakeClock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace countersign;

namespace {

const int kJobs = Bench::choose(20'000, 500);
constexpr int kWorkers = 8;
const int kRounds = Bench::choose(3, 1);
constexpr JobKind kNothing{"nothing", JobQueue::Default, 3};
const FakeClock kClock;

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
    return std::move(*result);
}

void enqueue(const ServiceContext &context)
{
    must(UnitOfWork::run<bool>(context, Actor::system({}), [](UnitOfWork &unit) -> Result<bool> {
        for (int i = 0; i < kJobs; ++i)
            unit.enqueue(kNothing, {{QStringLiteral("number"), i}});
        return true;
    }));
}

/// Jobs a second.
double measure(const ServiceContext &context)
{
    std::atomic<int> runs = 0;
    std::mutex mutex;
    std::condition_variable ended;
    JobTable table;
    table.bind(kNothing, [&](const JobRun &) -> Result<void> {
        if (++runs >= kJobs) {
            const std::scoped_lock lock(mutex);
            ended.notify_all();
        }
        return {};
    });
    enqueue(context);
    JobWorkers workers(context, table, {JobQueue::Default, QStringLiteral("bench"), kWorkers});
    QElapsedTimer timer;
    timer.start();
    workers.start();
    {
        std::unique_lock lock(mutex);
        ended.wait(lock, [&runs] { return runs >= kJobs; });
    }
    workers.stop(); // every job that ran has been finished
    const double seconds = double(timer.elapsed()) / 1000.0;
    if (runs != kJobs)
        qFatal("%d runs of %d jobs", runs.load(), kJobs);
    return kJobs / seconds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    // Each run has its own: the server of a run that was cut off would take the socket of the next one with it.
    const QTemporaryDir home(QStringLiteral(COUNTERSIGN_BENCH_CLUSTER "-XXXXXX"));
    PrivateCluster cluster(home.path());
    if (const auto started = cluster.start(); !started)
        qFatal("%s", qPrintable(started.error().detail));
    {
        Database owner(cluster.ownerSettings());
        must(Migrator(owner, kClock).up());
        Database database(cluster.daemonSettings());
        Metrics metrics;
        const KeyRing keys = KeyRing::withoutKeys();
        const ServiceContext context{database, kClock, metrics, keys};
        for (int round = 0; round < kRounds; ++round) {
            std::printf("%d jobs by %d workers: %.0f a second\n", kJobs, kWorkers, measure(context));
            std::fflush(stdout);
        }
    }
    if (const auto stopped = cluster.stop(); !stopped)
        qFatal("%s", qPrintable(stopped.error().detail));
    return 0;
}
