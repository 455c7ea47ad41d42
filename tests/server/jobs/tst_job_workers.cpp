// Jobs under leases: run once, retried later and later, dead in the end, taken over when their process is gone.
#include "tests/server/service/ServiceFixture.h"

#include "core/access/Permission.h"
#include "server/jobs/JobWorkers.h"
#include "server/service/JobService.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {
constexpr JobKind kCounted{"counted", JobQueue::Default, 3};
constexpr JobKind kPoison{"poison", JobQueue::Default, 3};
} // namespace

class TestJobWorkers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_bank.reset(); }
    void init();

    void plan_2_4_1_tasksExecuteCorrectly();
    void plan_2_4_1_retriesWork();
    void aPoisonJobDiesAndIsRedriven();
    void aJobOfNoKnownKindDies();
    void eightWorkersRunEachJobOnce();
    void aJobWhoseProcessIsGoneRunsAgain();
    void aJobThatKillsItsProcessDiesInTheEnd();
    void whatIsHeldHereIsNotTakenOver();
    void aPausedQueueKeepsItsJobs();
    void oneJobOfAKeyWaitsAtATime();
    void stoppingGivesBackWhatWasNotBegun();
    void operatorsSeeTheJobsOfTheirTenantAlone();

private:
    void enqueue(const JobKind &kind, int count = 1, const QString &key = {})
    {
        const auto done = UnitOfWork::run<bool>(m_bank->context, Actor::system(m_bank->alpha), [&](UnitOfWork &unit) -> Result<bool> {
            for (int i = 0; i < count; ++i)
                unit.enqueue(kind, {{QStringLiteral("number"), i}}, key);
            return true;
        });
        QVERIFY(done);
    }
    std::unique_ptr<JobWorkers> workers(int threads = 1, int claim = 16, const char *owner = "here")
    {
        return std::make_unique<JobWorkers>(m_bank->context, m_table,
                                            JobWorkerSettings{JobQueue::Default, QLatin1String(owner), threads, claim, 20ms, 30'000ms});
    }
    QString stateOf(const char *kind)
    {
        return m_bank->sql.value(QStringLiteral("SELECT state FROM jobs WHERE kind = '%1'").arg(QLatin1String(kind))).toString();
    }
    int left() { return m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs")).toInt(); }

    std::unique_ptr<ServiceFixture> m_bank;
    JobTable m_table;
    std::atomic<int> m_runs = 0;
};

void TestJobWorkers::init()
{
    m_bank->sql.run(QStringLiteral("TRUNCATE jobs, job_queues"));
    m_bank->clock.set(*instantFromIso(u"2026-11-24T10:00:00Z"));
    m_runs = 0;
    m_table = {};
    m_table.bind(kCounted, [this](const JobRun &) -> Result<void> {
        ++m_runs;
        return {};
    });
    m_table.bind(kPoison, [this](const JobRun &) -> Result<void> {
        ++m_runs;
        return Error{ErrorCode::Internal, QStringLiteral("poisoned"), QStringLiteral("always"), {}};
    });
}

void TestJobWorkers::plan_2_4_1_tasksExecuteCorrectly()
{
    QJsonObject payload;
    std::optional<TenantId> tenant;
    m_table.bind(kCounted, [&](const JobRun &job) -> Result<void> {
        payload = job.payload;
        tenant = job.tenant;
        ++m_runs;
        return {};
    });
    enqueue(kCounted);
    const auto running = workers();
    running->start();
    QTRY_COMPARE(left(), 0);
    QCOMPARE(m_runs.load(), 1);
    QCOMPARE(payload.value(QLatin1String("number")).toInt(-1), 0);
    QCOMPARE(tenant, m_bank->alpha);
    const QByteArray metrics = m_bank->metrics.toText();
    QVERIFY(metrics.contains("countersign_jobs_total{queue=\"default\",result=\"done\"} 1"));
    QVERIFY(metrics.contains("countersign_job_duration_seconds_count{task=\"counted\"}"));
}

void TestJobWorkers::plan_2_4_1_retriesWork()
{
    std::atomic<int> failures = 2;
    m_table.bind(kCounted, [&](const JobRun &job) -> Result<void> {
        m_runs = job.attempts;
        if (failures-- > 0)
            return Error{ErrorCode::Unavailable, QStringLiteral("not_yet"), QString(), {}};
        return {};
    });
    enqueue(kCounted);
    const auto running = workers();
    running->start();
    const auto delay = [this] {
        return m_bank->sql.value(QStringLiteral("SELECT extract(epoch FROM run_at - created_at)::float8 FROM jobs WHERE state = 'ready' AND attempts > 0")).toDouble();
    };
    QTRY_VERIFY(delay() >= 54.0);
    QVERIFY(delay() <= 66.0); // 60 s, a tenth more or less
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT last_error FROM jobs")).toString(), QStringLiteral("not_yet"));
    m_bank->clock.advance(67s);
    QTRY_VERIFY(delay() >= 67.0 + 108.0);
    QVERIFY(delay() <= 67.0 + 132.0);
    m_bank->clock.advance(133s);
    QTRY_COMPARE(left(), 0);
    QCOMPARE(m_runs.load(), 3);
}

void TestJobWorkers::aPoisonJobDiesAndIsRedriven()
{
    enqueue(kPoison);
    auto running = workers();
    running->start();
    for (int attempt = 1; attempt <= 4; ++attempt) {
        QTRY_COMPARE(m_runs.load(), attempt);
        QTRY_VERIFY(stateOf("poison") != QLatin1String("running"));
        m_bank->clock.advance(10min);
    }
    QTRY_COMPARE(stateOf("poison"), QStringLiteral("dead"));
    QVERIFY(m_bank->metrics.toText().contains("countersign_jobs_total{queue=\"default\",result=\"dead\"} 1"));
    running.reset();
    const JobService jobs(m_bank->context);
    const auto dead = jobs.list(m_bank->admin, {});
    QVERIFY(dead);
    QCOMPARE(dead->total, 1);
    QCOMPARE(dead->items.first().lastError, QStringLiteral("poisoned"));
    const JobId id = dead->items.first().id;
    const auto redriven = jobs.redrive(m_bank->admin, id);
    QVERIFY(redriven);
    QCOMPARE(redriven->state, JobState::Ready);
    QCOMPARE(redriven->attempts, 0);
    QCOMPARE(jobs.redrive(m_bank->admin, id).error().reason, QStringLiteral("not_dead"));
    running = workers();
    running->start();
    QTRY_COMPARE(m_runs.load(), 5);
}

void TestJobWorkers::aJobOfNoKnownKindDies()
{
    enqueue(JobKind{"forgotten", JobQueue::Default, 0});
    const auto running = workers();
    running->start();
    QTRY_COMPARE(stateOf("forgotten"), QStringLiteral("dead"));
    QVERIFY(!m_bank->metrics.toText().contains("forgotten"));
}

void TestJobWorkers::eightWorkersRunEachJobOnce()
{
    constexpr int kCount = 2000;
    std::mutex mutex;
    QHash<int, int> seen;
    m_table.bind(kCounted, [&](const JobRun &job) -> Result<void> {
        const std::scoped_lock lock(mutex);
        ++seen[job.payload.value(QLatin1String("number")).toInt()];
        return {};
    });
    enqueue(kCounted, kCount);
    const auto one = workers(4, 16, "one");
    const auto two = workers(4, 16, "two");
    one->start();
    two->start();
    QTRY_COMPARE_WITH_TIMEOUT(left(), 0, 60'000);
    const std::scoped_lock lock(mutex);
    QCOMPARE(seen.size(), kCount);
    QVERIFY(std::all_of(seen.cbegin(), seen.cend(), [](int times) { return times == 1; }));
}

void TestJobWorkers::aJobWhoseProcessIsGoneRunsAgain()
{
    enqueue(kCounted);
    m_bank->sql.run(QStringLiteral("UPDATE jobs SET state = 'running', attempts = 1, lease_owner = 'gone', lease_until = '2026-11-24T10:00:30Z'"));
    const auto running = workers();
    QVERIFY(running->keep());
    QCOMPARE(stateOf("counted"), QStringLiteral("running")); // the lease holds
    m_bank->clock.advance(31s);
    QVERIFY(running->keep());
    QCOMPARE(stateOf("counted"), QStringLiteral("ready"));
    running->start();
    QTRY_COMPARE(left(), 0);
    QCOMPARE(m_runs.load(), 1);
}

void TestJobWorkers::aJobThatKillsItsProcessDiesInTheEnd()
{
    enqueue(kCounted);
    m_bank->sql.run(QStringLiteral("UPDATE jobs SET state = 'running', attempts = 4, lease_owner = 'gone', lease_until = '2026-11-24T09:00Z'"));
    QVERIFY(workers()->keep());
    QCOMPARE(stateOf("counted"), QStringLiteral("dead"));
}

void TestJobWorkers::whatIsHeldHereIsNotTakenOver()
{
    std::atomic<bool> mayEnd = false;
    m_table.bind(kCounted, [&](const JobRun &) -> Result<void> {
        ++m_runs;
        while (!mayEnd)
            std::this_thread::yield();
        return {};
    });
    enqueue(kCounted);
    const auto running = workers();
    running->start();
    QTRY_COMPARE(m_runs.load(), 1);
    const auto other = workers(1, 1, "other");
    for (int i = 0; i < 6; ++i) {
        m_bank->clock.advance(20s);
        QVERIFY(running->keep());
        QVERIFY(other->keep());
    }
    QCOMPARE(stateOf("counted"), QStringLiteral("running"));
    mayEnd = true;
    QTRY_COMPARE(left(), 0);
    QCOMPARE(m_runs.load(), 1);
}

void TestJobWorkers::aPausedQueueKeepsItsJobs()
{
    const JobService jobs(m_bank->context);
    QVERIFY(jobs.pause(JobQueue::Default));
    QVERIFY(jobs.pause(JobQueue::Default)); // again is the same
    enqueue(kCounted);
    QVERIFY(jobs.pause(JobQueue::Scoring));
    const auto kept = IntakeService(m_bank->context).create(m_bank->sender, m_bank->application(600));
    QVERIFY(kept);
    m_bank->scoreAll();
    QCOMPARE(m_bank->statusOf(kept->id), QStringLiteral("pending"));
    const auto running = workers();
    running->start();
    QVERIFY(jobs.resume(JobQueue::Scoring));
    m_bank->scoreAll();
    QCOMPARE(m_bank->statusOf(kept->id), QStringLiteral("review"));
    QCOMPARE(m_runs.load(), 0);
    QVERIFY(jobs.resume(JobQueue::Default));
    QTRY_COMPARE(m_runs.load(), 1);
}

void TestJobWorkers::oneJobOfAKeyWaitsAtATime()
{
    enqueue(kCounted, 3, QStringLiteral("one"));
    enqueue(kCounted, 1, QStringLiteral("one"));
    QCOMPARE(left(), 1);
    m_bank->sql.run(QStringLiteral("UPDATE jobs SET state = 'dead', finished_at = now()"));
    enqueue(kCounted, 1, QStringLiteral("one")); // the dead one is no reason not to try again
    QCOMPARE(left(), 2);
}

void TestJobWorkers::stoppingGivesBackWhatWasNotBegun()
{
    std::atomic<bool> mayEnd = false;
    m_table.bind(kCounted, [&](const JobRun &) -> Result<void> {
        ++m_runs;
        while (!mayEnd)
            std::this_thread::yield();
        return {};
    });
    enqueue(kCounted, 5);
    const auto running = workers(1, 5);
    running->start();
    QTRY_COMPARE(m_runs.load(), 1);
    std::thread stopping([&] { running->stop(); });
    running->wake();
    mayEnd = true;
    stopping.join();
    const int ready = m_bank->sql.value(QStringLiteral("SELECT count(*) FROM jobs WHERE state = 'ready' AND attempts = 0")).toInt();
    QCOMPARE(ready, 5 - m_runs.load());
    QCOMPARE(left(), ready);
}

void TestJobWorkers::operatorsSeeTheJobsOfTheirTenantAlone()
{
    enqueue(kCounted);
    m_bank->sql.run(QStringLiteral("UPDATE jobs SET state = 'dead', finished_at = now()"));
    const JobService jobs(m_bank->context);
    QCOMPARE(jobs.list(m_bank->admin, {})->total, 1);
    Actor beta = m_bank->betaAnalyst;
    beta.permissions = permissionsOf(Role::Admin);
    QCOMPARE(jobs.list(beta, {})->total, 0);
    const JobId id = jobs.list(m_bank->admin, {})->items.first().id;
    QCOMPARE(jobs.redrive(beta, id).error().code, ErrorCode::NotFound);
    Actor platform = beta;
    platform.permissions = permissionsOf(Role::PlatformAdmin);
    QCOMPARE(jobs.list(platform, {})->total, 1);
}

QTEST_GUILESS_MAIN(TestJobWorkers)
#include "tst_job_workers.moc"
